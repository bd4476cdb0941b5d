//! Finds the phrases of a word list in a text: one lookup a word, longest phrase first.

use super::inflection::{Form, Kind, forms};
use crate::text::clitics::{Prefix, readings};
use crate::text::{Text, TokenKind};
use std::collections::HashMap;

/// Stands in a phrase for a few words that may be anything: "سلم .. مدينة".
const GAP: &str = "..";

/// Words a gap holds at most.
const WIDEST_GAP: usize = 4;

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
    /// The numbers of the words behind the first; none for a gap.
    rest: Vec<Option<u32>>,
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
    /// Adds a phrase: its first word inflects as `kind`, the others as nouns unless it is fixed;
    /// two dots stand for a few words more.
    pub fn add(&mut self, phrase: &str, kind: Kind, meaning: T) {
        let mut words = phrase.split_whitespace();
        let Some(first) = words.next() else {
            return;
        };
        let first = self.number(first, kind);
        let kind = if kind == Kind::Verb { Kind::Noun } else { kind };
        let rest = words
            .map(|word| (word != GAP).then(|| self.number(word, kind)))
            .collect();
        self.phrases
            .entry(first)
            .or_default()
            .push(Phrase { rest, meaning });
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
        let mut best: Option<(usize, Found<T>)> = None;
        for (prefix, rest) in readings(text.word_at(at)) {
            for &(number, form) in self.words.get(rest).map_or(&[][..], Vec::as_slice) {
                let tensed = matches!(form, Form::Past | Form::Present | Form::Future);
                let to_do = form == Form::Present && prefix.preposition == Some('ل');
                if tensed && (prefix.article || (prefix.preposition.is_some() && !to_do)) {
                    continue;
                }
                for phrase in self.phrases.get(&number).into_iter().flatten() {
                    let words = phrase.rest.iter().flatten().count();
                    if best.is_none_or(|(most, _)| words > most)
                        && let Some(to) = self.follow(text, at + 1, &phrase.rest)
                    {
                        let meaning = phrase.meaning;
                        let found = Found {
                            from: at,
                            to,
                            meaning,
                            prefix,
                            form,
                        };
                        best = Some((words, found));
                    }
                }
            }
        }
        best.map(|(_, found)| found)
    }

    /// The token behind the rest of a phrase that goes on at a token.
    fn follow(&self, text: &Text, at: usize, rest: &[Option<u32>]) -> Option<usize> {
        match rest {
            [] => Some(at),
            [Some(number), rest @ ..] if self.is(text, at, *number) => {
                self.follow(text, at + 1, rest)
            }
            [Some(_), ..] => None,
            [None, rest @ ..] => (at..=at + WIDEST_GAP)
                .take_while(|&next| next == at || is_word(text, next - 1))
                .find_map(|next| self.follow(text, next, rest)),
        }
    }

    /// Whether the word at a token is this word of the list, with or without clitics.
    fn is(&self, text: &Text, at: usize, number: u32) -> bool {
        is_word(text, at)
            && readings(text.word_at(at)).any(|(prefix, rest)| {
                !prefix.conjunction
                    && self
                        .words
                        .get(rest)
                        .is_some_and(|all| all.iter().any(|&(n, _)| n == number))
            })
    }
}

fn is_word(text: &Text, at: usize) -> bool {
    text.tokens()
        .get(at)
        .is_some_and(|t| t.kind == TokenKind::Word)
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
    fn a_gap_holds_a_few_words_and_no_mark() {
        let mut list = Lexicon::default();
        list.add("سلم .. مدينة", Kind::Verb, ());
        let to = |source: &str| list.find(&Text::new(source)).first().map(|f| f.to);
        assert_eq!(to("سلمت مدينة"), Some(2));
        assert_eq!(to("سلمت الفصائل المحلية مدينة"), Some(4));
        assert_eq!(to("سلمت الفصائل، مدينة"), None);
        assert_eq!(to("سلمت واحد اثنان ثلاثة أربعة خمسة مدينة"), None);
    }

    #[test]
    fn a_verb_takes_no_article() {
        let mut list = Lexicon::default();
        list.add("سيطر", Kind::Verb, ());
        assert!(list.find(&Text::new("السيطر")).is_empty());
        assert!(!list.find(&Text::new("لتسيطر")).is_empty());
    }
}
