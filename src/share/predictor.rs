//! Guesses the next bit of a text from what came before, by context mixing.
//!
//! Seven tables remember how often a bit was set behind the last 0 to 4 and 6 bytes and behind the letters of the
//! word so far, and [`Recall`] what came the last time; their guesses are mixed by weights that learn from every bit
//! (M. Mahoney, "Adaptive Weighing of Context Models for Lossless Data Compression", 2005). All whole numbers, so
//! that every machine guesses the same.
//!
//! Frozen: links of format 2 can only be read by a predictor that guesses just like this one.

use super::recall::{self, Recall};

/// How many of the last bytes a context is made of.
const BYTES: [u32; 6] = [0, 1, 2, 3, 4, 6];
/// These, and the word.
const CONTEXTS: usize = BYTES.len() + 1;
/// What is mixed: a guess for each context, one that is always the same, and what is recalled.
const INPUTS: usize = CONTEXTS + 2;
const STEADY: usize = CONTEXTS;
const RECALLED: usize = CONTEXTS + 1;
/// Counters of a context, as a power of two.
const COUNTERS_LOG2: u32 = 19;
/// Chances count in 4096ths.
pub const CERTAIN: u32 = 4096;
/// A counter that has seen this many bits goes on learning, but no faster than then.
const MOST_SEEN: u8 = 20;
/// How fast the weights learn.
const LEARNING: i32 = 9;
/// A weight of one, and the largest, far beyond what any text leads to.
const ONE: i32 = 1 << 16;
const LARGEST: i32 = 16 * ONE;

/// How often a bit was set in one context.
#[derive(Clone, Copy)]
struct Counter {
    /// The chance of a set bit in 65536ths.
    chance: u16,
    /// Bits seen, up to [`MOST_SEEN`].
    seen: u8,
}

impl Counter {
    const NEW: Counter = Counter {
        chance: 1 << 15,
        seen: 0,
    };

    fn learn(&mut self, bit: bool) {
        let target = if bit { i32::from(u16::MAX) } else { 0 };
        let chance = i32::from(self.chance);
        // Towards the mean of what was seen: a new counter goes four fifths of the way at once.
        let step = (target - chance) * 4 / (4 * i32::from(self.seen) + 5);
        self.chance = (chance + step) as u16;
        self.seen = (self.seen + 1).min(MOST_SEEN);
    }
}

/// What has been learned, and the guess at the next bit.
pub struct Predictor {
    counters: Vec<Counter>,
    /// One set of weights for each number of contexts that have been seen before, without and with something recalled.
    weights: [[i32; INPUTS]; 2 * CONTEXTS],
    stretched: Vec<i16>,
    recall: Recall,
    /// How often what is recalled is right, by the number of bytes that speak for it.
    trust: [Counter; recall::MOST + 1],
    /// The last eight bytes, the newest lowest.
    recent: u64,
    /// Hash of the letters of the word so far.
    word: u32,
    /// The bits of the byte so far, behind a leading 1.
    partial: u32,
    contexts: [u32; CONTEXTS],
    // What the guess rests on, for learning from the bit that comes.
    slots: [usize; CONTEXTS],
    inputs: [i32; INPUTS],
    set: usize,
    guess: i32,
}

impl Predictor {
    /// Knows nothing yet: every bit is as likely as not.
    pub fn new() -> Predictor {
        let mut predictor = Predictor {
            counters: vec![Counter::NEW; CONTEXTS << COUNTERS_LOG2],
            weights: [[ONE / 7; INPUTS]; 2 * CONTEXTS],
            stretched: stretched(),
            recall: Recall::new(),
            trust: [Counter::NEW; recall::MOST + 1],
            recent: 0,
            word: 0,
            partial: 1,
            contexts: [0; CONTEXTS],
            slots: [0; CONTEXTS],
            inputs: [0; INPUTS],
            set: 0,
            guess: 0,
        };
        predictor.enter_byte();
        predictor.look();
        predictor
    }

    /// The chance that the next bit is set, 1 to 4095 of [`CERTAIN`].
    pub fn chance(&self) -> u32 {
        self.guess as u32
    }

    /// Takes in the bit that came.
    pub fn learn(&mut self, bit: bool) {
        let error = ((i32::from(bit) << 12) - self.guess) * LEARNING;
        for (weight, input) in self.weights[self.set].iter_mut().zip(self.inputs) {
            *weight = (*weight + ((input * error + ONE / 2) >> 16)).clamp(-LARGEST, LARGEST);
        }
        for slot in self.slots {
            self.counters[slot].learn(bit);
        }
        if let Some((agreeing, expected)) = self.recall.expects(self.partial) {
            self.trust[agreeing].learn(bit == expected);
        }
        self.partial = self.partial << 1 | u32::from(bit);
        if self.partial > 0xff {
            self.end_byte(self.partial as u8);
        }
        self.look();
    }

    fn end_byte(&mut self, byte: u8) {
        self.recent = self.recent << 8 | u64::from(byte);
        self.partial = 1;
        self.recall.push(byte);
        // Packed Arabic lies from 0x80 on, its comma at 0x8c.
        let is_letter = byte.is_ascii_alphanumeric() || byte >= 0x80 && byte != 0x8c;
        self.word = if is_letter {
            hash(self.word.wrapping_add(u32::from(byte) + 1))
        } else {
            0
        };
        self.enter_byte();
    }

    fn enter_byte(&mut self) {
        for (context, bytes) in self.contexts.iter_mut().zip(BYTES) {
            let last = self.recent & ((1 << (8 * bytes)) - 1);
            let upper = ((last >> 32) as u32).wrapping_mul(0x9e37_79b1);
            *context = hash(last as u32 ^ upper ^ bytes << 28);
        }
        self.contexts[CONTEXTS - 1] = hash(self.word ^ 0x5bd1_e995);
    }

    /// Looks up every context, and mixes what they say into the guess.
    fn look(&mut self) {
        let mut known = 0;
        for (index, context) in self.contexts.into_iter().enumerate() {
            let place = hash(context.wrapping_add(self.partial.wrapping_mul(0x9e37_79b1)))
                >> (32 - COUNTERS_LOG2);
            self.slots[index] = (index << COUNTERS_LOG2) + place as usize;
            let Counter { chance, seen } = self.counters[self.slots[index]];
            self.inputs[index] = if seen == 0 { 0 } else { self.stretch(chance) };
            known += usize::from(seen > 0 && index < CONTEXTS - 1);
        }
        self.inputs[STEADY] = 256;
        self.inputs[RECALLED] = 0;
        self.set = known;
        if let Some((agreeing, expected)) = self.recall.expects(self.partial) {
            let trust = self.stretch(self.trust[agreeing].chance);
            self.inputs[RECALLED] = if expected { trust } else { -trust };
            self.set += CONTEXTS;
        }
        let sum: i64 = self.weights[self.set]
            .iter()
            .zip(self.inputs)
            .map(|(&w, i)| i64::from(w) * i64::from(i))
            .sum();
        self.guess = squash((sum >> 16).clamp(-2047, 2047) as i32).clamp(1, CERTAIN as i32 - 1);
    }

    /// ln(p / (1 - p)) of a chance in 65536ths, in 256ths.
    fn stretch(&self, chance: u16) -> i32 {
        self.stretched[usize::from(chance >> 4)].into()
    }
}

/// Spreads a number over all 32 bits.
pub fn hash(value: u32) -> u32 {
    let mixed = (value ^ value >> 15).wrapping_mul(0x85eb_ca6b);
    (mixed ^ mixed >> 13).wrapping_mul(0xc2b2_ae35)
}

/// 4096 / (1 + e^(-x / 256)), between the points of a table.
fn squash(x: i32) -> i32 {
    const AT_EACH_128: [i32; 33] = [
        1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994,
        3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
    ];
    let (index, between) = ((x >> 7) + 16, x & 127);
    let [low, high] = [index, index + 1].map(|i| AT_EACH_128[i as usize]);
    (low * (128 - between) + high * between + 64) >> 7
}

/// The inverse of [`squash`], for each chance in 4096ths.
fn stretched() -> Vec<i16> {
    let mut table = Vec::with_capacity(CERTAIN as usize);
    for x in -2047..=2047 {
        table.resize(squash(x) as usize + 1, x as i16);
    }
    table.resize(CERTAIN as usize, 2047);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretching_and_squashing_undo_each_other() {
        let table = stretched();
        assert_eq!(table.len(), CERTAIN as usize);
        assert!(table.is_sorted());
        for chance in 1..4095 {
            assert!(
                (squash(table[chance as usize].into()) - chance).abs() <= 4,
                "{chance}"
            );
        }
    }

    #[test]
    fn what_comes_again_is_expected() {
        let mut predictor = Predictor::new();
        assert!((1900..2300).contains(&predictor.chance()));
        for _ in 0..50 {
            for bit in [true, true, false, true, false, false, true, false] {
                predictor.learn(bit);
            }
        }
        assert!(predictor.chance() > 4000, "{}", predictor.chance());
    }
}
