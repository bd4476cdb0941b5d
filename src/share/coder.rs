//! Writes text in as few bits as the predictor is surprised by: a binary arithmetic coder.

use super::predictor::{CERTAIN, Predictor};

/// Ends a text: JSON holds no line end of its own.
const END: u8 = b'\n';

/// The bytes for `text`, which holds no line end, by a predictor that has learned from `primer`.
pub fn encode(primer: &[u8], text: &[u8]) -> Vec<u8> {
    let mut predictor = primed(primer);
    let mut range = Range::WHOLE;
    let mut out = Vec::new();
    for byte in text.iter().copied().chain([END]) {
        for bit in bits(byte) {
            range.narrow(&predictor, bit);
            predictor.learn(bit);
            while let Some(settled) = range.settled() {
                out.push(settled);
            }
        }
    }
    // One byte more says which part of the range is meant.
    out.push((range.last >> 24) as u8);
    out
}

/// Why bytes give no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoderProblem {
    /// The bytes end before the text does.
    NoEnd,
    /// The text is longer than is asked for.
    TooLong,
}

/// The text of `code`, without its end, of at most `limit` bytes. Memory is bounded by `limit`, time by the length
/// of the code as well: a byte of code holds no more than some thousand bytes of text.
pub fn decode(primer: &[u8], code: &[u8], limit: usize) -> Result<Vec<u8>, CoderProblem> {
    let mut predictor = primed(primer);
    let mut range = Range::WHOLE;
    let mut text = Vec::new();
    // The four bytes at the head of the range; behind the end of the code they are zero.
    let mut head = 0;
    let mut read = 0;
    let mut take = |head: u32| {
        read += 1;
        (
            head << 8 | u32::from(code.get(read - 1).copied().unwrap_or(0)),
            read,
        )
    };
    for _ in 0..4 {
        (head, _) = take(head);
    }
    loop {
        let mut byte = 0;
        for _ in 0..8 {
            let bit = head <= range.middle(&predictor);
            range.narrow(&predictor, bit);
            predictor.learn(bit);
            byte = byte << 1 | u8::from(bit);
            while range.settled().is_some() {
                let read;
                (head, read) = take(head);
                if read > code.len() + 4 {
                    return Err(CoderProblem::NoEnd);
                }
            }
        }
        match byte {
            END => return Ok(text),
            _ if text.len() == limit => return Err(CoderProblem::TooLong),
            _ => text.push(byte),
        }
    }
}

fn primed(primer: &[u8]) -> Predictor {
    let mut predictor = Predictor::new();
    for bit in primer.iter().copied().flat_map(bits) {
        predictor.learn(bit);
    }
    predictor
}

/// The highest first.
fn bits(byte: u8) -> impl Iterator<Item = bool> {
    (0..8).rev().map(move |at| byte >> at & 1 == 1)
}

/// What the code may still be, both ends included.
struct Range {
    first: u32,
    last: u32,
}

impl Range {
    const WHOLE: Range = Range {
        first: 0,
        last: u32::MAX,
    };

    /// The last of the part for a set bit.
    fn middle(&self, predictor: &Predictor) -> u32 {
        let width = u64::from(self.last - self.first);
        self.first + (width * u64::from(predictor.chance()) / u64::from(CERTAIN)) as u32
    }

    fn narrow(&mut self, predictor: &Predictor, bit: bool) {
        let middle = self.middle(predictor);
        if bit {
            self.last = middle;
        } else {
            self.first = middle + 1;
        }
    }

    /// The first byte, once it can no longer change; it is taken out.
    fn settled(&mut self) -> Option<u8> {
        let byte = (self.last >> 24) as u8;
        if (self.first >> 24) as u8 != byte {
            return None;
        }
        self.first <<= 8;
        self.last = self.last << 8 | 0xff;
        Some(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_the_primer_holds_takes_little() {
        let text = "the town was shelled from the hills around it".as_bytes();
        let (apart, primed) = (encode(b"", text), encode(text, text));
        assert!(
            primed.len() * 2 < apart.len(),
            "{} of {}",
            primed.len(),
            apart.len()
        );
    }

    #[test]
    fn a_long_text_of_one_letter_is_stopped() {
        let code = encode(b"", &[b'a'; 100_000]);
        assert!(code.len() < 300, "{}", code.len());
        assert_eq!(decode(b"", &code, 99_999), Err(CoderProblem::TooLong));
        assert_eq!(decode(b"", &code, 100_000).map(|t| t.len()), Ok(100_000));
    }

    #[test]
    fn code_without_an_end_is_found_out() {
        assert_eq!(decode(b"", &[], 1000), Err(CoderProblem::NoEnd));
        assert_eq!(
            decode(b"", &encode(b"", b"tadmur, sukhna, arak")[..5], 1000),
            Err(CoderProblem::NoEnd)
        );
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in proptest::collection::vec(11_u8.., 0..400), primer in any::<[u8; 20]>()) {
            prop_assert_eq!(decode(&primer, &encode(&primer, &text), text.len()), Ok(text));
        }

        #[test]
        fn no_code_breaks_it(code in any::<Vec<u8>>()) {
            let _ = decode(b"", &code, 10_000);
        }
    }
}
