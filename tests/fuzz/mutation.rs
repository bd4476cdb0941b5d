//! Fresh bytes out of kept ones: cut, doubled, mixed, and salted with what has broken programs before.

/// Marks that turn, join and hide letters, ends of texts, and words that the reader looks for.
const SALT: [&str; 32] = [
    "\u{202e}",
    "\u{202b}",
    "\u{2067}",
    "\u{2069}",
    "\u{200d}",
    "\u{200c}",
    "\u{200f}",
    "\u{feff}",
    "\u{0}",
    "\u{fffd}",
    "\u{640}\u{640}",
    "\u{651}\u{64b}",
    "\u{1f468}\u{200d}\u{1f469}",
    "\u{fdfa}",
    "\u{fef7}",
    "\u{e9}\u{301}",
    "\r\n",
    "\u{2028}",
    "9999999999999999999",
    "٣٫٥",
    "-0",
    "1e308",
    "كم شرق",
    "كيلومترا",
    "على بعد",
    "ريف",
    "مدينة",
    "قتيل",
    "أمس",
    "\"",
    "{",
    "]",
];

/// The longest bytes that are made.
const LONGEST: usize = 4000;

/// Makes fresh bytes, the same ones in every run.
pub struct Mutator<'a> {
    corpus: &'a [Vec<u8>],
    state: u64,
}

impl<'a> Mutator<'a> {
    pub fn new(corpus: &'a [Vec<u8>]) -> Mutator<'a> {
        Mutator {
            corpus,
            state: 0x9e37_79b9_7f4a_7c15,
        }
    }

    /// Some bytes of the corpus, changed in one to six ways.
    pub fn fresh(&mut self) -> Vec<u8> {
        let mut bytes = self.pick().to_vec();
        for _ in 0..=self.below(5) {
            self.change(&mut bytes);
        }
        bytes.truncate(LONGEST);
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len());
        let end = (at + 1 + self.below(40)).min(bytes.len());
        match self.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.below(7),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].repeat(1 + self.below(8));
                bytes.splice(at..at, piece);
            }
            3 => {
                let other = self.pick();
                let from = self.below(other.len());
                bytes.splice(at..end, other[from..].iter().copied().take(end));
            }
            4 => bytes.truncate(at),
            _ => {
                let salt = SALT[self.below(SALT.len() - 1)].repeat(1 + self.below(3));
                bytes.splice(at..at, salt.bytes());
            }
        }
    }

    fn pick(&mut self) -> &'a [u8] {
        &self.corpus[self.below(self.corpus.len() - 1)]
    }

    /// A number from 0 to `most` (G. Marsaglia, "Xorshift RNGs", 2003).
    fn below(&mut self, most: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 16) as usize % (most + 1)
    }
}
