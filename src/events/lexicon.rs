//! Finds the phrases of word lists in a text: every word is looked up once for all lists.

use super::inflection::{Form, Kind, forms};
use crate::text::clitics::Prefix;
use crate::text::{Text, TokenKind, WordMap};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Stands in a phrase for a few words that may be anything: "سلم .. مدينة".
const GAP: &str = "..";

/// Words a gap holds at most.
const WIDEST_GAP: usize = 4;

/// The words of all lists, each with its written forms.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Written form of a word: which words of the lists it may be.
    words: WordMap<SmallVec<[(u32, Form); 2]>>,
    numbers: FxHashMap<(String, Kind), u32>,
}

/// What the words of a text may be.
#[derive(Debug, Default)]
pub struct Spotted {
    hits: Vec<Hit>,
    /// For every token where its hits begin, and one more at the end.
    starts: Vec<usize>,
    /// Whether each token is a word.
    words: Vec<bool>,
}

/// One word of the lists that a token may be.
#[derive(Debug, Clone, Copy)]
struct Hit {
    token: usize,
    number: u32,
    form: Form,
    prefix: Prefix,
}

impl Vocabulary {
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
            let mut written = String::new();
            forms(word, kind, &mut |parts, says| {
                written.clear();
                written.extend(parts.iter().copied());
                let meanings = self.words.entry(&written);
                if meanings.iter().all(|&(n, _)| n != number) {
                    meanings.push((number, says));
                }
            });
        }
        number
    }

    /// Looks up every word of a text, with and without its clitics.
    pub fn spot(&self, text: &Text) -> Spotted {
        let mut out = Spotted::default();
        for (at, token) in text.tokens().iter().enumerate() {
            out.starts.push(out.hits.len());
            out.words.push(token.kind == TokenKind::Word);
            if token.kind != TokenKind::Word {
                continue;
            }
            for (prefix, rest) in text.readings(at) {
                for &(number, form) in self.words.get(rest).map_or(&[][..], SmallVec::as_slice) {
                    out.hits.push(Hit {
                        token: at,
                        number,
                        form,
                        prefix,
                    });
                }
            }
        }
        out.starts.push(out.hits.len());
        out
    }
}

impl Spotted {
    fn at(&self, token: usize) -> &[Hit] {
        match (self.starts.get(token), self.starts.get(token + 1)) {
            (Some(&from), Some(&to)) => &self.hits[from..to],
            _ => &[],
        }
    }

    fn is_word(&self, token: usize) -> bool {
        self.words.get(token).copied().unwrap_or(false)
    }

    /// Whether a token is this word, with clitics or without, but not joined by و.
    fn is(&self, token: usize, number: u32) -> bool {
        self.at(token)
            .iter()
            .any(|hit| hit.number == number && !hit.prefix.conjunction)
    }
}

/// The phrases of one list, with what each means.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// Phrases by the number of their first word.
    phrases: Vec<Vec<Phrase<T>>>,
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
            phrases: Vec::new(),
        }
    }
}

impl<T: Copy> Lexicon<T> {
    /// Adds a phrase: its first word inflects as `kind`, the others as nouns unless it is fixed;
    /// two dots stand for a few words more.
    pub fn add(&mut self, vocabulary: &mut Vocabulary, phrase: &str, kind: Kind, meaning: T) {
        let mut words = phrase.split_whitespace();
        let Some(first) = words.next() else {
            return;
        };
        let first = vocabulary.number(first, kind) as usize;
        let kind = if kind == Kind::Verb { Kind::Noun } else { kind };
        let rest = words
            .map(|word| (word != GAP).then(|| vocabulary.number(word, kind)))
            .collect();
        if self.phrases.len() <= first {
            self.phrases.resize_with(first + 1, Vec::new);
        }
        self.phrases[first].push(Phrase { rest, meaning });
    }

    /// The phrases in a text, in order, not overlapping.
    pub fn find(&self, spotted: &Spotted) -> Vec<Found<T>> {
        let mut out = Vec::new();
        let mut free = 0;
        for hit in &spotted.hits {
            if hit.token >= free && !self.beginning(hit.number).is_empty() {
                let found = self.at(spotted, hit.token);
                free = found.as_ref().map_or(hit.token + 1, |f| f.to);
                out.extend(found);
            }
        }
        out
    }

    /// The phrases whose first word has this number.
    fn beginning(&self, number: u32) -> &[Phrase<T>] {
        self.phrases.get(number as usize).map_or(&[], Vec::as_slice)
    }

    /// The phrase of most words that begins at a token; of equals the one that ends first.
    fn at(&self, spotted: &Spotted, at: usize) -> Option<Found<T>> {
        let mut best: Option<(usize, Found<T>)> = None;
        for &Hit {
            number,
            form,
            prefix,
            ..
        } in spotted.at(at)
        {
            let to_do = form == Form::Present && prefix.preposition == Some('ل');
            if !form.is_noun() && (prefix.article || (prefix.preposition.is_some() && !to_do)) {
                continue;
            }
            for phrase in self.beginning(number) {
                let words = phrase.rest.iter().flatten().count();
                let longer = best.is_none_or(|(most, _)| words >= most);
                if longer
                    && let Some(to) = follow(spotted, at + 1, &phrase.rest)
                    && best.is_none_or(|(most, found)| words > most || to < found.to)
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
        best.map(|(_, found)| found)
    }
}

/// The token behind the rest of a phrase that goes on at a token.
fn follow(spotted: &Spotted, at: usize, rest: &[Option<u32>]) -> Option<usize> {
    match rest {
        [] => Some(at),
        [Some(number), rest @ ..] if spotted.is(at, *number) => follow(spotted, at + 1, rest),
        [Some(_), ..] => None,
        [None, rest @ ..] => (at..=at + WIDEST_GAP)
            .take_while(|&next| next == at || spotted.is_word(next - 1))
            .find_map(|next| follow(spotted, next, rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(phrases: &[(&str, Kind)]) -> (Vocabulary, Lexicon<usize>) {
        let (mut vocabulary, mut lexicon) = Default::default();
        for (meaning, (phrase, kind)) in phrases.iter().enumerate() {
            Lexicon::add(&mut lexicon, &mut vocabulary, phrase, *kind, meaning);
        }
        (vocabulary, lexicon)
    }

    fn found(phrases: &[(&str, Kind)], source: &str) -> Vec<(usize, usize, usize)> {
        let (vocabulary, lexicon) = list(phrases);
        let spotted = vocabulary.spot(&Text::new(source));
        lexicon
            .find(&spotted)
            .iter()
            .map(|f| (f.from, f.to, f.meaning))
            .collect()
    }

    #[test]
    fn phrases_are_found_with_clitics_and_endings_longest_first() {
        let phrases = [
            ("غارة", Kind::Noun),
            ("غارة جوية", Kind::Noun),
            ("أحكم سيطرة", Kind::Verb),
        ];
        assert_eq!(
            found(&phrases, "وبالغارات الجوية ثم غارتين وأحكمت سيطرتها"),
            [(0, 2, 1), (3, 4, 0), (4, 6, 2)]
        );
    }

    #[test]
    fn a_word_of_one_letter_is_found() {
        let phrases = [("بـ", Kind::Fixed)];
        assert_eq!(found(&phrases, "ويعرف بـ \"الرعد\""), [(1, 2, 0)]);
    }

    #[test]
    fn a_gap_holds_a_few_words_and_no_mark() {
        let to = |source| {
            found(&[("سلم .. مدينة", Kind::Verb)], source)
                .first()
                .map(|f| f.1)
        };
        assert_eq!(to("سلمت مدينة"), Some(2));
        assert_eq!(to("سلمت الفصائل المحلية مدينة"), Some(4));
        assert_eq!(to("سلمت الفصائل، مدينة"), None);
        assert_eq!(to("سلمت واحد اثنان ثلاثة أربعة خمسة مدينة"), None);
    }

    #[test]
    fn a_verb_takes_no_article() {
        let phrases = [("سيطر", Kind::Verb)];
        assert!(found(&phrases, "السيطر").is_empty());
        assert!(!found(&phrases, "لتسيطر").is_empty());
    }
}
