//! Phrases of the word lists, found in a text with or without clitics.

use crate::text::clitics::{Prefix, readings};
use crate::text::{Script, Text};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Phrases of one or more words, each with a meaning; a phrase may have several.
pub struct Lexicon<M> {
    /// By first word: the words behind it, and the meaning.
    phrases: FxHashMap<String, Vec<(Vec<String>, M)>>,
    /// The words that phrases end in.
    last: FxHashSet<String>,
    /// Words of the longest phrase.
    longest: usize,
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
            last: FxHashSet::default(),
            longest: 0,
        };
        for (phrase, meaning) in phrases {
            let text = Text::new(phrase);
            let mut words = text.tokens().iter().map(|t| text.word(t).to_string());
            let Some(first) = words.next() else { continue };
            let rest: Vec<String> = words.collect();
            lexicon.longest = lexicon.longest.max(rest.len() + 1);
            lexicon.last.insert(rest.last().unwrap_or(&first).clone());
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
        let token = text.tokens().get(at)?;
        let word = text.word(token);
        let bare = std::iter::once((Prefix::default(), word));
        let stripped = readings(word)
            .skip(1)
            .take_while(|_| token.script == Script::Arabic);
        bare.chain(stripped).find_map(|(prefix, word)| {
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
        let word = text.word_at(end.wrapping_sub(1));
        self.last.contains(word) || readings(word).any(|(_, rest)| self.last.contains(rest))
    }

    /// The longest phrase that ends before token `end` and has a meaning that is `wanted`.
    pub fn ending(&self, text: &Text, end: usize, wanted: impl Fn(M) -> bool) -> Option<Found<M>> {
        if !self.may_end(text, end) {
            return None;
        }
        (end.saturating_sub(self.longest)..end).find_map(|at| {
            self.at(text, at, &wanted)
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
