//! Phrases of the word lists, found in a text with or without clitics.

use crate::text::Text;
use crate::text::clitics::Prefix;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Words that a phrase has at most.
const LONGEST: usize = 31;

/// Phrases of one or more words, each with a meaning; a phrase may have several.
pub struct Lexicon<M> {
    /// By first word: the words behind it, and the meaning.
    phrases: FxHashMap<String, Vec<(Vec<String>, M)>>,
    /// The words that phrases end in, each with the lengths of those phrases: see `lengths`.
    last: FxHashMap<String, u32>,
}

/// A phrase found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<M> {
    pub meaning: M,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What its first word carries before it.
    pub prefix: Prefix,
}

impl<M: Copy> Lexicon<M> {
    /// A lexicon of these phrases; they are cut into words as a text is.
    pub fn new<'a>(phrases: impl Iterator<Item = (&'a str, M)>) -> Lexicon<M> {
        let mut lexicon = Lexicon {
            phrases: FxHashMap::default(),
            last: FxHashMap::default(),
        };
        for (phrase, meaning) in phrases {
            let text = Text::new(phrase);
            let mut words = text.tokens().iter().map(|t| text.word(t).to_string());
            let Some(first) = words.next() else { continue };
            let rest: Vec<String> = words.collect();
            let last = rest.last().unwrap_or(&first).clone();
            *lexicon.last.entry(last).or_default() |= 1 << (rest.len() + 1).min(LONGEST);
            lexicon
                .phrases
                .entry(first)
                .or_default()
                .push((rest, meaning));
        }
        lexicon
    }

    /// The longest phrase that begins at token `at` and has a meaning that is `wanted`; the bare
    /// word goes before one without clitics.
    pub fn at(&self, text: &Text, at: usize, wanted: impl Fn(M) -> bool) -> Option<Found<M>> {
        text.readings(at).find_map(|(prefix, word)| {
            let (rest, meaning) = self
                .phrases
                .get(word)?
                .iter()
                .filter(|(rest, meaning)| {
                    wanted(*meaning)
                        && rest
                            .iter()
                            .enumerate()
                            .all(|(i, word)| text.word_at(at + 1 + i) == word)
                })
                .max_by_key(|(rest, _)| rest.len())?;
            Some(Found {
                meaning: *meaning,
                tokens: at..at + 1 + rest.len(),
                prefix,
            })
        })
    }

    /// Whether the word before token `end` is one that phrases end in: quicker to see than whether one does.
    pub fn may_end(&self, text: &Text, end: usize) -> bool {
        self.lengths(text, end) != 0
    }

    /// How many words the phrases have that may end before token `end`, one bit for each number.
    fn lengths(&self, text: &Text, end: usize) -> u32 {
        text.readings(end.wrapping_sub(1))
            .filter_map(|(_, word)| self.last.get(word))
            .fold(0, |all, lengths| all | lengths)
    }

    /// The longest phrase that ends before token `end` and has a meaning that is `wanted`.
    pub fn ending(&self, text: &Text, end: usize, wanted: impl Fn(M) -> bool) -> Option<Found<M>> {
        let lengths = self.lengths(text, end);
        (1..=LONGEST.min(end))
            .rev()
            .filter(|words| lengths >> words & 1 == 1)
            .find_map(|words| {
                self.at(text, end - words, &wanted)
                    .filter(|found| found.tokens.end == end)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_from_both_ends() {
        let lexicon = Lexicon::new([("على بعد", 1), ("بعد", 2), ("على", 3)].into_iter());
        let text = Text::new("وعلى بُعد");
        let found = lexicon.at(&text, 0, |_| true).expect("the longer one");
        assert_eq!((found.meaning, found.tokens), (1, 0..2));
        assert!(found.prefix.conjunction);
        let found = lexicon.at(&text, 0, |m| m != 1).expect("the shorter one");
        assert_eq!((found.meaning, found.tokens), (3, 0..1));
        let found = lexicon.ending(&text, 2, |_| true).expect("the longer one");
        assert_eq!(found.tokens, 0..2);
        assert_eq!(lexicon.ending(&text, 1, |m| m == 1), None);
    }

    #[test]
    fn latin_words_carry_no_clitics() {
        let lexicon = Lexicon::new([("km", ())].into_iter());
        assert_eq!(lexicon.at(&Text::new("akm"), 0, |()| true), None);
    }
}
