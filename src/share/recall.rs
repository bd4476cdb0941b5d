//! The stretch of the past that ends as the present does: what stood behind it is likely to come again.

use super::predictor::hash;

/// Bytes that have to agree before anything is expected.
const LEAST: usize = 6;
/// Beyond these, more agreement says no more.
pub const MOST: usize = 15;
/// Places that are remembered, as a power of two.
const PLACES_LOG2: u32 = 16;

/// Everything that came, and the stretch that is followed now.
pub struct Recall {
    past: Vec<u8>,
    /// Where the last stretch with a hash ended; 0 for none.
    places: Vec<u32>,
    /// Where the expected byte stands, as long as `agreeing` is not 0.
    next: usize,
    /// Bytes before it that agree with the newest ones.
    agreeing: usize,
}

impl Recall {
    pub fn new() -> Recall {
        Recall {
            past: Vec::new(),
            places: vec![0; 1 << PLACES_LOG2],
            next: 0,
            agreeing: 0,
        }
    }

    /// The bit expected behind `partial`, the bits of the byte so far behind a leading 1, and how many bytes speak
    /// for it, up to [`MOST`].
    pub fn expects(&self, partial: u32) -> Option<(usize, bool)> {
        if self.agreeing == 0 {
            return None;
        }
        let byte = u32::from(self.past[self.next]) | 0x100;
        let left = partial.leading_zeros() - 23;
        (byte >> left == partial).then(|| (self.agreeing.min(MOST), byte >> (left - 1) & 1 == 1))
    }

    /// Takes in the byte that came.
    pub fn push(&mut self, byte: u8) {
        if self.agreeing > 0 && self.past[self.next] == byte {
            self.agreeing += 1;
            self.next += 1;
        } else {
            self.agreeing = 0;
        }
        self.past.push(byte);
        let Some(newest) = self.past.last_chunk::<LEAST>() else {
            return;
        };
        let [a, b, c, d, e, f] = newest.map(u32::from);
        let place = hash((a << 24 | b << 16 | c << 8 | d) ^ (e << 8 | f).wrapping_mul(0x9e37_79b1));
        let place = &mut self.places[(place >> (32 - PLACES_LOG2)) as usize];
        if self.agreeing == 0 && *place > 0 {
            self.next = *place as usize;
            let before = self.past[..self.next].iter().rev();
            let same = before
                .zip(self.past.iter().rev())
                .take_while(|(a, b)| a == b);
            self.agreeing = same.take(MOST).count();
            if self.agreeing < LEAST {
                self.agreeing = 0;
            }
        }
        *place = self.past.len() as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stood_behind_the_same_bytes_is_expected() {
        let mut recall = Recall::new();
        for &byte in b"near Tadmur, near Tad" {
            recall.push(byte);
        }
        // An m is 0110 1101.
        assert_eq!(recall.expects(1), Some((8, false)));
        assert_eq!(recall.expects(0b1_0110), Some((8, true)));
        assert_eq!(recall.expects(0b1_0111), None);
        recall.push(b'm');
        assert_eq!(recall.expects(1).map(|(agreeing, _)| agreeing), Some(9));
        recall.push(b'x');
        assert_eq!(recall.expects(1), None);
    }

    #[test]
    fn a_short_likeness_says_nothing() {
        let mut recall = Recall::new();
        for &byte in b"arak, arak" {
            recall.push(byte);
            assert_eq!(recall.expects(1), None);
        }
    }
}
