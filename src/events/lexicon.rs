//! Finds the phrases of a word list in a text: one lookup a word, longest phrase first.

use super::inflection::{Form, Kind, forms};
use crate::text::clitics::{Prefix, readings};
use crate::text::{Text, TokenKind};
use std::collections::HashMap;

/// Phrases with what each means, and the written forms of their words.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// Written form of a word: which words of the list it may be.
    words: HashMap<String, Vec<(u32, Form)>>,
    /// Phrases by the number of their first word.
    phrases: HashMap<u32, Vec<Phrase<T>>>,
    numbers: HashMap<(String, Kind), u32>,
}

#[derive(Debug)]
struct Phrase<T> {
    rest: Vec<u32>,
    meaning: T,
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found<T> {
    /// Token indices, end exclusive.
    pub from: usize,
    pub to: usize,
    pub meaning: T,
    /// Clitics before its first word.
    pub prefix: Prefix,
    /// Form of its first word.
    pub form: Form,
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Lexicon {
            words: HashMap::new(),
            phrases: HashMap::new(),
            numbers: HashMap::new(),
        }
    }
}

impl<T: Copy> Lexicon<T> {
    /// Adds a phrase: its first word inflects as `kind`, the others as nouns unless it is fixed.
    pub fn add(&mut self, phrase: &str, kind: Kind, meaning: T) {
        let mut numbers = phrase.split_whitespace().enumerate().map(|(at, word)| {
            self.number(
                word,
                if at > 0 && kind == Kind::Verb {
                    Kind::Noun
                } else {
                    kind
                },
            )
        });
        let numbers: Vec<u32> = numbers.by_ref().collect();
        if let [first, rest @ ..] = &numbers[..] {
            let phrases = self.phrases.entry(*first).or_default();
            phrases.push(Phrase {
                rest: rest.to_vec(),
                meaning,
            });
            phrases.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
    }

    fn number(&mut self, word: &str, kind: Kind) -> u32 {
        let next = self.numbers.len() as u32;
        let bare = word.strip_prefix("ال").unwrap_or(word);
        let word = if kind == Kind::Noun && bare.chars().count() > 2 {
            bare
        } else {
            word
        };
        let number = *self.numbers.entry((word.to_string(), kind)).or_insert(next);
        if number == next {
            for (form, says) in forms(word, kind) {
                let meanings = self.words.entry(form).or_default();
                if meanings.iter().all(|&(n, _)| n != number) {
                    meanings.push((number, says));
                }
            }
        }
        number
    }

    /// The phrases in a text, in order, not overlapping.
    pub fn find(&self, text: &Text) -> Vec<Found<T>> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < text.tokens().len() {
            let found = self.at(text, at);
            at = found.as_ref().map_or(at + 1, |f| f.to);
            out.extend(found);
        }
        out
    }

    /// The longest phrase that begins at a token.
    pub fn at(&self, text: &Text, at: usize) -> Option<Found<T>> {
        let mut best: Option<Found<T>> = None;
        for (prefix, rest) in readings(text.word_at(at)) {
            for &(number, form) in self.words.get(rest).map_or(&[][..], Vec::as_slice) {
                let tensed = matches!(form, Form::Past | Form::Present | Form::Future);
                let to_do = form == Form::Present && prefix.preposition == Some('ل');
                if tensed && (prefix.article || (prefix.preposition.is_some() && !to_do)) {
                    continue;
                }
                for phrase in self.phrases.get(&number).into_iter().flatten() {
                    let to = at + 1 + phrase.rest.len();
                    if best.as_ref().is_none_or(|b| to > b.to)
                        && phrase
                            .rest
                            .iter()
                            .zip(at + 1..)
                            .all(|(&n, i)| self.is(text, i, n))
                    {
                        best = Some(Found {
                            from: at,
                            to,
                            meaning: phrase.meaning,
                            prefix,
                            form,
                        });
                    }
                }
            }
        }
        best
    }

    /// Whether the word at a token is this word of the list, with or without clitics.
    fn is(&self, text: &Text, at: usize, number: u32) -> bool {
        text.tokens()
            .get(at)
            .is_some_and(|t| t.kind == TokenKind::Word)
            && readings(text.word_at(at)).any(|(prefix, rest)| {
                !prefix.conjunction
                    && self
                        .words
                        .get(rest)
                        .is_some_and(|all| all.iter().any(|&(n, _)| n == number))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_with_clitics_and_endings_longest_first() {
        let mut list = Lexicon::default();
        list.add("غارة", Kind::Noun, 1);
        list.add("غارة جوية", Kind::Noun, 2);
        list.add("أحكم سيطرته", Kind::Verb, 3);
        let text = Text::new("وبالغارات الجوية ثم غارتين وأحكمت سيطرتها");
        let found: Vec<_> = list
            .find(&text)
            .iter()
            .map(|f| (f.from, f.to, f.meaning))
            .collect();
        assert_eq!(found, [(0, 2, 2), (3, 4, 1)]);
        list.add("أحكم سيطرة", Kind::Verb, 4);
        assert_eq!(
            list.find(&text).last().map(|f| (f.from, f.meaning)),
            Some((4, 4))
        );
    }

    #[test]
    fn a_verb_takes_no_article() {
        let mut list = Lexicon::default();
        list.add("سيطر", Kind::Verb, ());
        assert!(list.find(&Text::new("السيطر")).is_empty());
        assert!(!list.find(&Text::new("لتسيطر")).is_empty());
    }
}
