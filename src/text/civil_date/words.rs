//! The words of dates.

use crate::order;
use crate::text::word_list::{parts, rows};
use crate::text::{Text, TokenKind, fold_name};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const FILE: &str = include_str!("../../../data/words/dates.tsv");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// The month, and whether the form is another word too.
    Month(i8, bool),
    Weekday(i8),
    Day(i64),
    /// How many of which unit.
    Unit(i64, Unit),
    Shift(i64),
    Ago,
    Since,
    Part(i8),
    Hour,
    Ordinal(i8),
    Lead,
}

/// By the first word of a form: the words that follow it, and what it means.
type Forms = FxHashMap<String, Vec<(Vec<String>, Word)>>;

static WORDS: LazyLock<Forms> = LazyLock::new(|| {
    let mut words = Forms::default();
    for row in rows(FILE) {
        if let [class, value, careful, forms] = row[..]
            && let Some(word) = word_named(class, value, careful == "yes")
        {
            for form in parts(forms) {
                let mut folded = form.split_whitespace().map(fold_name);
                let first = folded.next().unwrap_or_default();
                words
                    .entry(first)
                    .or_default()
                    .push((folded.collect(), word));
            }
        }
    }
    for forms in words.values_mut() {
        order::sort_by_key(forms, |(rest, _)| std::cmp::Reverse(rest.len()));
    }
    words
});

/// For every token of a text the longest date word that begins there, clitics taken off, and
/// the token behind it.
pub fn spot(text: &Text) -> Vec<Option<(Word, usize)>> {
    let at = |at: usize| {
        if text.tokens()[at].kind != TokenKind::Word {
            return None;
        }
        text.readings(at).find_map(|(_, first)| {
            let follows = |rest: &[String]| {
                rest.iter()
                    .zip(at + 1..)
                    .all(|(word, next)| text.word_at(next) == word)
            };
            let (rest, word) = WORDS.get(first)?.iter().find(|(rest, _)| follows(rest))?;
            Some((*word, at + 1 + rest.len()))
        })
    };
    (0..text.tokens().len()).map(at).collect()
}

fn word_named(class: &str, value: &str, careful: bool) -> Option<Word> {
    let small = || value.parse::<i8>().ok();
    let whole = || value.parse::<i64>().ok();
    Some(match class {
        "month" => Word::Month(small()?, careful),
        "weekday" => Word::Weekday(small()?),
        "day" => Word::Day(whole()?),
        "unit" => {
            let (count, name) = match value.strip_prefix("two_") {
                Some(name) => (2, name.trim_end_matches('s')),
                None => (1, value),
            };
            let unit = match name {
                "day" => Unit::Day,
                "week" => Unit::Week,
                "month" => Unit::Month,
                "year" => Unit::Year,
                _ => return None,
            };
            Word::Unit(count, unit)
        }
        "shift" => Word::Shift(whole()?),
        "ago" => Word::Ago,
        "since" => Word::Since,
        "part" => Word::Part(small()?),
        "hour" => Word::Hour,
        "ordinal" => Word::Ordinal(small()?),
        "lead" => Word::Lead,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_understood_and_no_form_means_two_things() {
        let mut seen = std::collections::BTreeSet::new();
        for row in rows(FILE) {
            let [class, value, careful, forms] = row[..] else {
                panic!("{row:?} has not four cells");
            };
            assert!(
                word_named(class, value, careful == "yes").is_some(),
                "{row:?}"
            );
            assert!(["yes", "no"].contains(&careful), "{row:?}");
            for form in parts(forms) {
                assert!(seen.insert(fold_name(form)), "{form} stands twice");
            }
        }
    }
}
