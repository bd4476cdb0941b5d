//! The words around stated distances, by what they do there.

use crate::geoparse::lexicon::Lexicon;
use crate::text::word_list::{parts, rows};
use std::sync::LazyLock;

/// What a word does beside a length or a place; `data/words/distance_words.tsv` tells of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    About,
    AtLeast,
    AtMost,
    Aside,
    Between,
    Stands,
    Verb,
    Parts,
    Far,
    Not,
    NotAfter,
    From,
    Itself,
    Arrival,
    Alias,
    Head,
    Region,
    Land,
    Border,
    Line,
    Within,
    Link,
    Anew,
    Both,
    Toward,
}

impl Sense {
    /// The class by its name in the list.
    fn named(class: &str) -> Option<Sense> {
        Some(match class {
            "about" => Sense::About,
            "at_least" => Sense::AtLeast,
            "at_most" => Sense::AtMost,
            "aside" => Sense::Aside,
            "between" => Sense::Between,
            "stands" => Sense::Stands,
            "verb" => Sense::Verb,
            "parts" => Sense::Parts,
            "far" => Sense::Far,
            "not" => Sense::Not,
            "not_after" => Sense::NotAfter,
            "from" => Sense::From,
            "itself" => Sense::Itself,
            "arrival" => Sense::Arrival,
            "alias" => Sense::Alias,
            "head" => Sense::Head,
            "region" => Sense::Region,
            "land" => Sense::Land,
            "border" => Sense::Border,
            "line" => Sense::Line,
            "within" => Sense::Within,
            "link" => Sense::Link,
            "anew" => Sense::Anew,
            "both" => Sense::Both,
            "toward" => Sense::Toward,
            _ => return None,
        })
    }
}

const LIST: &str = include_str!("../../../data/words/distance_words.tsv");

/// All of them.
pub static WORDS: LazyLock<Lexicon<Sense>> = LazyLock::new(|| {
    Lexicon::new(rows(LIST).flat_map(|row| {
        let (sense, forms) = match row[..] {
            [class, forms] => (Sense::named(class), forms),
            _ => (None, ""),
        };
        parts(forms).filter_map(move |form| Some((form, sense?)))
    }))
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold_name;
    use std::collections::HashSet;

    #[test]
    fn every_row_has_a_known_class_and_forms_of_its_own() {
        let mut seen = HashSet::new();
        for row in rows(LIST) {
            let [class, forms] = row[..] else {
                panic!("two cells, not {row:?}");
            };
            assert!(Sense::named(class).is_some(), "{class}");
            assert!(parts(forms).next().is_some(), "{class} has no forms");
            for form in parts(forms) {
                assert!(
                    seen.insert((class, fold_name(form))),
                    "{class}: {form} twice"
                );
            }
        }
    }
}
