//! The first room: letters, words, sentences, numbers. Knows nothing of places.

pub mod civil_date;
pub mod clitics;
pub mod fold;
pub mod input;
mod letter;
pub mod number;
mod plus_code;
pub mod position;
mod seam;
pub mod token;
pub mod word_list;
mod word_map;

pub use fold::{fold_name, fold_name_into, folds_to};
pub use input::{InputProblem, check_input, plain_text};
pub use letter::is_combining_mark;
pub use token::{Script, Token, TokenKind};
pub use word_map::WordMap;

use crate::analysis::Language;
use clitics::Prefix;

/// A text with its words, every one tied to the original letters.
///
/// Spans count Unicode scalar values of the original, ends exclusive.
#[derive(Debug)]
pub struct Text<'a> {
    original: &'a str,
    /// Byte offset in `original` of every scalar, and its length at the end.
    bytes: Vec<u32>,
    folded: String,
    tokens: Vec<Token>,
    /// Every reading of every token behind its clitics: these, and the byte of `folded` where the rest begins.
    readings: Vec<(Prefix, u32)>,
    /// For every token where its readings begin, and one more at the end.
    first_readings: Vec<u32>,
}

impl<'a> Text<'a> {
    /// Folds and cuts a text; never fails.
    pub fn new(original: &'a str) -> Text<'a> {
        let mut bytes: Vec<u32> = original
            .char_indices()
            .map(|(byte, _)| u32::try_from(byte).unwrap_or(u32::MAX))
            .collect();
        bytes.push(u32::try_from(original.len()).unwrap_or(u32::MAX));
        let folded = fold::fold(original);
        let tokens = token::cut(original, &bytes, &folded);
        let mut readings = Vec::with_capacity(2 * tokens.len());
        let mut first_readings = Vec::with_capacity(tokens.len() + 1);
        for token in &tokens {
            first_readings.push(readings.len() as u32);
            let word = &folded.text[token.from as usize..token.to as usize];
            readings.extend(
                clitics::readings(word)
                    .map(|(prefix, rest)| (prefix, token.to - rest.len() as u32)),
            );
        }
        first_readings.push(readings.len() as u32);
        Text {
            original,
            bytes,
            folded: folded.text,
            tokens,
            readings,
            first_readings,
        }
    }

    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The whole text, folded.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// The folded letters of a token.
    pub fn word(&self, token: &Token) -> &str {
        &self.folded[token.from as usize..token.to as usize]
    }

    /// The folded letters of the token at `index`, empty past either end.
    pub fn word_at(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |t| self.word(t))
    }

    /// Every reading of the token at `index` as [`clitics::readings`] gives them, looked for once.
    pub fn readings(&self, index: usize) -> impl Iterator<Item = (Prefix, &str)> {
        let all = match self.first_readings.get(index..index.saturating_add(2)) {
            Some(&[from, to]) => &self.readings[from as usize..to as usize],
            _ => &[],
        };
        let end = self.tokens.get(index).map_or(0, |t| t.to as usize);
        all.iter()
            .map(move |&(prefix, from)| (prefix, &self.folded[from as usize..end]))
    }

    /// The original letters from `start` to `end`, in scalar offsets.
    pub fn slice(&self, start: u32, end: u32) -> &'a str {
        let last = self.bytes.len() - 1;
        let from = self.bytes[(start as usize).min(last)] as usize;
        let to = self.bytes[(end as usize).min(last)] as usize;
        &self.original[from..to.max(from)]
    }

    /// Index of the token that holds or follows the byte `at` of the folded text.
    pub fn token_at_byte(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| (t.to as usize) <= at)
    }

    /// Index of the first token that ends after the scalar `at` of the original.
    pub fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|t| t.end <= at)
    }

    /// The token range of the sentence that the token at `index` stands in.
    pub fn sentence_of(&self, index: usize) -> std::ops::Range<usize> {
        let Some(sentence) = self.tokens.get(index).map(|t| t.sentence) else {
            return 0..0;
        };
        let from = self.tokens.partition_point(|t| t.sentence < sentence);
        let to = self.tokens.partition_point(|t| t.sentence <= sentence);
        from..to
    }

    /// The language most letters are in; Arabic when there are none.
    pub fn language(&self) -> Language {
        let (mut arabic, mut latin) = (0, 0);
        for token in self.tokens.iter().filter(|t| t.kind == TokenKind::Word) {
            let length = token.end - token.start;
            match token.script {
                Script::Arabic => arabic += length,
                Script::Latin => latin += length,
            }
        }
        if latin > arabic {
            Language::En
        } else {
            Language::Ar
        }
    }
}

/// For every scalar offset of `text` (and its end) the UTF-16 offset browsers count in.
///
/// The one conversion of the project: everything else counts scalars.
pub fn utf16_offsets(text: &str) -> Vec<u32> {
    let mut at = 0;
    let mut out = Vec::with_capacity(text.len() + 1);
    for c in text.chars() {
        out.push(at);
        at += c.len_utf16() as u32;
    }
    out.push(at);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn utf16_counts_surrogates_twice() {
        assert_eq!(utf16_offsets("a😀ب"), vec![0, 1, 3, 4]);
    }

    #[test]
    fn language_is_the_majoritys() {
        assert_eq!(Text::new("قصف T4 أمس").language(), Language::Ar);
        assert_eq!(
            Text::new("Shelling of the T4 base").language(),
            Language::En
        );
        assert_eq!(Text::new("").language(), Language::Ar);
    }

    proptest! {
        #[test]
        fn every_token_slices_its_original(source in "\\PC{0,120}") {
            let text = Text::new(&source);
            let mut last = 0;
            for token in text.tokens() {
                prop_assert!(token.start >= last && token.start < token.end);
                prop_assert!(!text.slice(token.start, token.end).is_empty());
                prop_assert!(!text.word(token).is_empty());
                last = token.start;
            }
        }
    }
}
