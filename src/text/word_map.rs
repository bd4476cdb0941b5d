//! A map by words, for tens of thousands of them.

use rustc_hash::FxBuildHasher;
use string_interner::backend::StringBackend;
use string_interner::{StringInterner, Symbol, symbol::SymbolU32};

/// A map whose keys stand in one string, one behind the other: to fill a map of owned strings takes several times as
/// long, and readers wait for it. Keys are numbered as they come, from 0.
#[derive(Debug)]
pub struct WordMap<T> {
    words: StringInterner<StringBackend<SymbolU32>, FxBuildHasher>,
    values: Vec<T>,
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        WordMap {
            words: StringInterner::new(),
            values: Vec::new(),
        }
    }
}

impl<T> WordMap<T> {
    /// The number of a word.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.words.get(word).map(|symbol| symbol.to_usize() as u32)
    }

    /// The value of the word with this number.
    pub fn at(&self, number: u32) -> Option<&T> {
        self.values.get(number as usize)
    }

    /// The value of a word.
    pub fn get(&self, word: &str) -> Option<&T> {
        self.at(self.number(word)?)
    }

    /// The value of a word, to be changed; new words begin with an empty one.
    pub fn entry(&mut self, word: &str) -> &mut T
    where
        T: Default,
    {
        let number = self.words.get_or_intern(word).to_usize();
        if number == self.values.len() {
            self.values.push(T::default());
        }
        &mut self.values[number]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers_and_values() {
        let mut map = WordMap::default();
        for (word, value) in [("تدمر", 1), ("حمص", 2), ("تدمر", 4)] {
            *map.entry(word) += value;
        }
        assert_eq!((map.get("تدمر"), map.get("حمص")), (Some(&5), Some(&2)));
        assert_eq!((map.number("حمص"), map.at(1)), (Some(1), Some(&2)));
        assert_eq!(
            (map.number("حلب"), map.get(""), map.at(2)),
            (None, None, None)
        );
    }
}
