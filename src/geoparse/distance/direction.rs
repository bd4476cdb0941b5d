//! Directions in words: شرق، شرقي، إلى الشمال الشرقي من, north-east.

use super::vocabulary::{Sense, WORDS};
use crate::geodesy::Wind;
use crate::geoparse::lexicon::Lexicon;
use crate::text::word_list::{parts, rows};
use crate::text::{Script, Text};
use std::ops::Range;
use std::sync::LazyLock;

/// At most this many words make one direction: شمال شمال شرق.
const LONGEST: usize = 3;

/// A direction as it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Direction {
    pub wind: Wind,
    /// Its tokens, with the words that lead to it ("إلى", "to the").
    pub tokens: Range<usize>,
    /// شمالا: needs no place behind it.
    pub adverb: bool,
    /// الشمال: needs من before a place behind it.
    pub definite: bool,
    /// A word such as إلى or باتجاه leads to it.
    pub led: bool,
}

#[derive(Debug, Clone, Copy)]
struct Part {
    wind: Wind,
    adverb: bool,
}

const LIST: &str = include_str!("../../../data/words/winds.tsv");

static PARTS: LazyLock<Lexicon<Part>> = LazyLock::new(|| {
    Lexicon::new(rows(LIST).flat_map(|row| {
        let (part, forms) = match row[..] {
            [code, used, forms] => (
                code.parse().ok().map(|wind| Part {
                    wind,
                    adverb: used == "adverb",
                }),
                forms,
            ),
            _ => (None, ""),
        };
        parts(forms).filter_map(move |form| Some((form, part?)))
    }))
});

/// The direction that begins at token `at`, words that lead to it included.
pub fn at(text: &Text, at: usize) -> Option<Direction> {
    let lead = WORDS.at(text, at, |s| s == Sense::Toward);
    let begin = lead.as_ref().map_or(at, |found| found.tokens.end);
    let direction = words(text, begin)?;
    Some(Direction {
        tokens: at..direction.tokens.end,
        led: lead.is_some(),
        ..direction
    })
}

/// The direction that ends before token `end`, words that lead to it included.
pub fn ending(text: &Text, end: usize) -> Option<Direction> {
    if !PARTS.may_end(text, end) {
        return None;
    }
    let words_back = 2 * LONGEST - 1;
    let mut direction = (end.saturating_sub(words_back)..end)
        .find_map(|begin| words(text, begin).filter(|d| d.tokens.end == end))?;
    if let Some(lead) = WORDS.ending(text, direction.tokens.start, |s| s == Sense::Toward) {
        direction.tokens.start = lead.tokens.start;
        direction.led = true;
    }
    // "إلى الشمال والجنوب من": which of them is meant of which place is not said.
    let joined = text.word_at(direction.tokens.start).starts_with('و');
    let twofold =
        joined && direction.tokens.start > 0 && ends_in_part(text, direction.tokens.start);
    (!twofold).then_some(direction)
}

fn ends_in_part(text: &Text, end: usize) -> bool {
    PARTS.ending(text, end, |_| true).is_some()
}

/// Words of direction side by side, added up.
fn words(text: &Text, at: usize) -> Option<Direction> {
    let first = PARTS.at(text, at, |_| true)?;
    let vector = |wind: Wind| wind.heading().to_radians().sin_cos();
    let mut sum = vector(first.meaning.wind);
    let mut end = first.tokens.end;
    let mut adverb = first.meaning.adverb;
    for _ in 1..LONGEST {
        let hyphen = text.word_at(end) == "-" && script(text, end + 1) == Some(Script::Latin);
        let begin = end + usize::from(hyphen);
        let Some(next) = PARTS.at(text, begin, |_| true) else {
            break;
        };
        let (sine, cosine) = vector(next.meaning.wind);
        let added = (sum.0 + sine, sum.1 + cosine);
        // "شمالا وشرقا" are two; opposite winds leave nothing.
        if next.prefix.before_article > 0 || f64::hypot(added.0, added.1) < 0.5 {
            break;
        }
        sum = added;
        adverb |= next.meaning.adverb;
        end = next.tokens.end;
    }
    Some(Direction {
        wind: Wind::nearest(sum.0.atan2(sum.1).to_degrees()),
        tokens: at..end,
        adverb,
        definite: first.prefix.article,
        led: false,
    })
}

fn script(text: &Text, at: usize) -> Option<Script> {
    text.tokens().get(at).map(|token| token.script)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(source: &str) -> &'static str {
        let text = Text::new(source);
        let found = at(&text, 0).expect(source);
        assert_eq!(found.tokens.end, text.tokens().len(), "{source}");
        assert_eq!(
            ending(&text, text.tokens().len()),
            Some(found.clone()),
            "{source}"
        );
        found.wind.code()
    }

    #[test]
    fn sixteen_winds_in_words() {
        for (source, want) in [
            ("شرق", "E"),
            ("شرقيّ", "E"),
            ("شمالا", "N"),
            ("جنوب شرقي", "SE"),
            ("شمال شرق", "NE"),
            ("شمالي غربي", "NW"),
            ("إلى الشمال الشرقي", "NE"),
            ("باتجاه الجنوب", "S"),
            ("شمال شمال شرق", "NNE"),
            ("شرق الجنوب الشرقي", "ESE"),
            ("northeast", "NE"),
            ("north-east", "NE"),
            ("south-southwest", "SSW"),
            ("to the west", "W"),
        ] {
            assert_eq!(code(source), want, "{source}");
        }
    }

    #[test]
    fn opposite_and_joined_winds_stay_apart() {
        let text = Text::new("شمال جنوب");
        assert_eq!(
            at(&text, 0).map(|d| (d.wind, d.tokens.end)),
            Some((Wind::N, 1))
        );
        let text = Text::new("شرقا وغربا");
        assert_eq!(
            at(&text, 0).map(|d| (d.wind, d.tokens.end)),
            Some((Wind::E, 1))
        );
    }

    #[test]
    fn every_row_names_a_wind_and_a_use() {
        for row in rows(LIST) {
            let [code, used, forms] = row[..] else {
                panic!("three cells, not {row:?}");
            };
            assert!(code.parse::<Wind>().is_ok(), "{code}");
            assert!(matches!(used, "word" | "adverb"), "{used}");
            assert!(parts(forms).next().is_some());
        }
    }
}
