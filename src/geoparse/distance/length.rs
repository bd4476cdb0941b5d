//! Lengths in a text: a number, its unit, and the words that make it rough or a bound.

use super::vocabulary::{Sense, WORDS};
use crate::geoparse::lexicon::{Found, Lexicon};
use crate::text::number::{self, Numeral, decimal};
use crate::text::word_list::{parts, rows};
use crate::text::{Text, TokenKind};
use std::ops::Range;
use std::sync::LazyLock;

/// A number may be this many words long.
const LONGEST_NUMBER: usize = 8;

/// A length as the text states it, whatever it is a length of.
#[derive(Debug, Clone, PartialEq)]
pub struct Length {
    /// The tokens of number and unit.
    pub tokens: Range<usize>,
    /// The same with the words that make it rough or a bound, and with its conversion.
    pub phrase: Range<usize>,
    /// The figure in km; the middle of a range.
    pub km: f64,
    /// Bounds in km: as stated, else by the precision of the figure. No `km_max` for "more than".
    pub km_min: f64,
    pub km_max: Option<f64>,
    /// نحو, about.
    pub approximate: bool,
    /// Half the last significant unit in km, or half of a stated range.
    pub precision: f64,
    /// Unit that is often no distance: metres, or كيلو, which may be a weight.
    pub weak: bool,
    /// Figures before this one that share its words: "على بعد 18 و28 كيلومترا", "(18 كم، 28 كم شمال حماة)".
    pub sharing: Vec<Length>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Unit {
    km: f64,
    count: Count,
    weak: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    /// كيلومتر: may stand without a number.
    One,
    /// كيلومترات: needs one.
    Many,
    /// كيلومترين: number and unit in one word.
    Two,
}

impl Count {
    fn named(count: &str) -> Option<Count> {
        match count {
            "one" => Some(Count::One),
            "many" => Some(Count::Many),
            "two" => Some(Count::Two),
            _ => None,
        }
    }
}

static UNITS: LazyLock<Lexicon<Unit>> = LazyLock::new(|| {
    let list = rows(include_str!("../../../data/words/units.tsv"));
    Lexicon::new(list.flat_map(|row| {
        let (unit, forms) = match row[..] {
            [km, count, strength, forms] => (unit(km, count, strength), forms),
            _ => (None, ""),
        };
        parts(forms).filter_map(move |form| Some((form, unit?)))
    }))
});

fn unit(km: &str, count: &str, strength: &str) -> Option<Unit> {
    Some(Unit {
        km: decimal(km)?,
        count: Count::named(count)?,
        weak: strength == "weak",
    })
}

/// All lengths of a text in their order, without areas, volumes and speeds.
pub fn lengths(text: &Text) -> Vec<Length> {
    let mut out: Vec<Length> = Vec::new();
    let mut at = 0;
    while at < text.tokens().len() {
        let Some(unit) = UNITS.at(text, at, |_| true) else {
            at += 1;
            continue;
        };
        at = unit.tokens.end;
        let Some(length) = read(text, &unit) else {
            continue;
        };
        at = length.tokens.end.max(at);
        match out.last_mut() {
            Some(last) if converts(text, last, &length) => {
                let closed = matches!(text.word_at(length.phrase.end), ")" | "]");
                last.phrase.end = length.phrase.end + usize::from(closed);
            }
            Some(last) if shares(text, last, &length) => {
                let mut earlier = std::mem::replace(last, length);
                let sharing = std::mem::take(&mut earlier.sharing);
                last.phrase.start = earlier.phrase.start;
                last.sharing = sharing.into_iter().chain([earlier]).collect();
            }
            _ => out.push(length),
        }
    }
    out
}

/// The first token of a number with its unit that end before token `end`.
pub fn ending(text: &Text, end: usize) -> Option<usize> {
    let unit = UNITS.ending(text, end, |_| true)?;
    match unit.meaning.count {
        Count::Two => Some(unit.tokens.start),
        _ => number_ending(text, unit.tokens.start).map(|(start, _)| start),
    }
}

/// The length whose unit stands at `unit`.
fn read(text: &Text, unit: &Found<Unit>) -> Option<Length> {
    let count = unit.meaning.count;
    let mut figure = match count {
        Count::Two => Figure::bare(unit.tokens.start, 2.0),
        _ => figure(text, unit.tokens.start, count)?,
    };
    let mut end = unit.tokens.end;
    if let Some(behind) = half_behind(text, end) {
        figure.low += 0.5;
        figure.high += 0.5;
        figure.precision = 0.25;
        end = behind;
    }
    if WORDS.at(text, end, |s| s == Sense::NotAfter).is_some()
        || (text.word_at(end) == "2" && text.tokens()[end].from == text.tokens()[end - 1].to)
    {
        return None;
    }
    let mut length = figure.in_unit(text, &unit.meaning, end);
    if let Some(first) = joined_figure(text, figure.start) {
        let mut first = first.in_unit(text, &unit.meaning, figure.start - 1);
        first.phrase.end = first.tokens.end;
        length.phrase.start = first.phrase.start;
        length.sharing.push(first);
    }
    Some(length)
}

/// The number before a unit, in the unit's measure.
struct Figure {
    /// Its first token.
    start: usize,
    low: f64,
    high: f64,
    precision: f64,
}

impl Figure {
    /// A number of units that is said without a numeral.
    fn bare(start: usize, value: f64) -> Figure {
        Figure {
            start,
            low: value,
            high: value,
            precision: 0.5,
        }
    }

    /// The length of so many units, with the words around its tokens, which end before token `end`.
    fn in_unit(&self, text: &Text, unit: &Unit, end: usize) -> Length {
        let (low, high) = (self.low * unit.km, self.high * unit.km);
        let middle = (low + high) / 2.0;
        let precision = if high > low {
            (high - low) / 2.0
        } else {
            self.precision * unit.km
        };
        let around = surroundings(text, self.start, end);
        let (km_min, km_max) = match around.bound {
            Some(Sense::AtLeast) => (low, None),
            Some(Sense::AtMost) => (0.0, Some(high)),
            _ => ((middle - precision).max(0.0), Some(middle + precision)),
        };
        Length {
            tokens: self.start..end,
            phrase: around.phrase,
            km: middle,
            km_min,
            km_max,
            approximate: around.approximate,
            precision,
            weak: unit.weak,
            sharing: Vec::new(),
        }
    }
}

/// The figure that و joins to the one at token `second`, both of one unit: "18 و28 كيلومترا".
fn joined_figure(text: &Text, second: usize) -> Option<Figure> {
    let joint = second.checked_sub(1)?;
    if !matches!(text.word_at(joint), "و" | "and") {
        return None;
    }
    let (start, first) = number_ending(text, joint)?;
    Some(Figure {
        start,
        low: first.value,
        high: first.value,
        precision: first.precision,
    })
}

/// The figure that ends before token `end`, or the one that "a kilometre" is.
fn figure(text: &Text, end: usize, count: Count) -> Option<Figure> {
    let Some((start, last)) = number_ending(text, end) else {
        let one = count == Count::One && stands_for_one(text, end);
        return one.then(|| Figure::bare(end, 1.0));
    };
    let (start, low) = match range_begin(text, start) {
        Some((from, first)) => (from, first.value),
        None => (start, last.value),
    };
    Some(Figure {
        start,
        low: low.min(last.value),
        high: low.max(last.value),
        precision: last.precision,
    })
}

/// "على بعد كيلومتر من": a unit without a number is one where words of distance stand before it.
fn stands_for_one(text: &Text, unit: usize) -> bool {
    let speaks = |sense| {
        matches!(
            sense,
            Sense::About
                | Sense::AtLeast
                | Sense::AtMost
                | Sense::Stands
                | Sense::Verb
                | Sense::Far
        )
    };
    let indefinite = unit > 0 && matches!(text.word_at(unit - 1), "a" | "one");
    indefinite || WORDS.ending(text, unit, speaks).is_some()
}

/// The longest number that ends before token `end`, and its first token.
fn number_ending(text: &Text, end: usize) -> Option<(usize, Numeral)> {
    (end.saturating_sub(LONGEST_NUMBER)..end).find_map(|start| {
        number::read(text, start)
            .filter(|numeral| numeral.next == end)
            .map(|numeral| (start, numeral))
    })
}

/// The first figure of a range whose second begins at token `second`: 10-15, بين 10 و15, 10 إلى 15.
fn range_begin(text: &Text, second: usize) -> Option<(usize, Numeral)> {
    let joint = second.checked_sub(1)?;
    let word = text.word_at(joint);
    let glued =
        text.tokens()[second].kind == TokenKind::Word && text.word_at(second).starts_with('و');
    let (start, first) = if glued {
        number_ending(text, second)
    } else {
        number_ending(text, joint)
    }?;
    let joined = match word {
        "-" | "الي" | "to" | "او" | "or" | "حتي" if !glued => true,
        "و" | "and" => WORDS.ending(text, start, |s| s == Sense::Between).is_some(),
        _ => glued && WORDS.ending(text, start, |s| s == Sense::Between).is_some(),
    };
    joined.then_some((start, first))
}

/// "… ونصف", "… ونصف الكيلومتر": the token behind a half.
fn half_behind(text: &Text, at: usize) -> Option<usize> {
    let half = number::read(text, at).filter(|n| n.value == 0.5)?;
    if !text.word_at(at).starts_with('و') {
        return None;
    }
    let unit = UNITS.at(text, half.next, |_| true);
    Some(unit.map_or(half.next, |unit| unit.tokens.end))
}

/// What the words on both sides of a length say of it.
struct Surroundings {
    phrase: Range<usize>,
    bound: Option<Sense>,
    approximate: bool,
}

fn surroundings(text: &Text, start: usize, end: usize) -> Surroundings {
    let mut out = Surroundings {
        phrase: start..end,
        bound: None,
        approximate: false,
    };
    let says = |sense| {
        matches!(
            sense,
            Sense::About | Sense::AtLeast | Sense::AtMost | Sense::Aside | Sense::Between
        )
    };
    while let Some(found) = WORDS.ending(text, out.phrase.start, says) {
        out.phrase.start = found.tokens.start;
        out.take(found.meaning);
    }
    while let Some(found) = WORDS.at(text, out.phrase.end, says) {
        out.phrase.end = found.tokens.end;
        out.take(found.meaning);
    }
    out
}

impl Surroundings {
    fn take(&mut self, sense: Sense) {
        match sense {
            Sense::About => self.approximate = true,
            Sense::AtLeast | Sense::AtMost => self.bound = self.bound.or(Some(sense)),
            _ => {}
        }
    }
}

/// "20 kilometres (12 miles)": the second says the first again.
fn converts(text: &Text, first: &Length, second: &Length) -> bool {
    let between = first.tokens.end..second.phrase.start;
    between.len() == 1
        && matches!(text.word_at(between.start), "(" | "/" | "[")
        && first.km != second.km
        && (first.km - second.km).abs() <= 0.1 * first.km.max(second.km)
}

/// "18 كم، 28 كم شمال حماة": nothing but a joint stands between, so the words behind are of both.
fn shares(text: &Text, first: &Length, second: &Length) -> bool {
    let between = first.phrase.end..second.phrase.start;
    between.len() == 1 && matches!(text.word_at(between.start), "،" | "," | "و" | "and")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(source: &str) -> Length {
        let text = Text::new(source);
        let mut all = lengths(&text);
        assert_eq!(all.len(), 1, "{source}: {all:?}");
        all.remove(0)
    }

    fn km(source: &str) -> f64 {
        (read_one(source).km * 1000.0).round() / 1000.0
    }

    #[test]
    fn numbers_and_units_of_all_kinds() {
        for (source, want) in [
            ("على بعد ٧٠ كيلومترًا", 70.0),
            ("33كم شرق حماة", 33.0),
            ("خمسة وعشرين كلم", 25.0),
            ("مئة وخمسين كيلو مترا", 150.0),
            ("كيلومترين اثنين عن البلدة", 2.0),
            ("على بعد كيلومتر واحد", 1.0),
            ("كيلومترين ونصف الكيلومتر", 2.5),
            ("نصف كيلومتر", 0.5),
            ("500 متر", 0.5),
            ("ثلاثة أميال", 4.828),
            ("60km north", 60.0),
            ("twenty five miles", 40.234),
            ("12.5 كم", 12.5),
        ] {
            assert_eq!(km(source), want, "{source}");
        }
    }

    #[test]
    fn ranges_have_a_middle_and_bounds() {
        for source in [
            "بين 10 و15 كيلومترا",
            "10-15 كم",
            "من 10 إلى 15 كم",
            "ما بين عشرة وخمسة عشر كيلومترا",
            "between 10 and 15 km",
        ] {
            let length = read_one(source);
            assert_eq!(
                (length.km, length.km_min, length.km_max, length.precision),
                (12.5, 10.0, Some(15.0), 2.5),
                "{source}"
            );
        }
        assert_eq!(km("قرية و15 كيلومترا"), 15.0);
    }

    #[test]
    fn bounds_and_rough_figures() {
        let about = read_one("نحو 70 كيلومترا");
        assert!(about.approximate);
        assert_eq!((about.km_min, about.km_max), (69.5, Some(70.5)));
        assert_eq!(about.phrase, 0..3);
        let more = read_one("أكثر من 60 كلم");
        assert_eq!((more.km_min, more.km_max), (60.0, None));
        let less = read_one("أقل من كيلومترين");
        assert_eq!((less.km_min, less.km_max), (0.0, Some(2.0)));
        assert_eq!(read_one("لا يقل عن 100 كيلومتر").km_max, None);
        assert_eq!(read_one("100 كيلومتر").precision, 5.0);
        assert!(read_one("15 كم تقريبا").approximate);
    }

    #[test]
    fn areas_and_speeds_are_no_lengths() {
        for source in [
            "6500 كيلومتر مربع",
            "100 كم²",
            "120 كم/ساعة",
            "80 km/h",
            "5 square kilometres",
            "كيلومتر جديد",
            "على بعد كيلومترات قليلة",
        ] {
            assert_eq!(lengths(&Text::new(source)), [], "{source}");
        }
    }

    #[test]
    fn a_conversion_is_the_same_length_again() {
        assert_eq!(km("20 kilometres (12 miles) north"), 20.0);
        assert_eq!(lengths(&Text::new("33 كم (21 كم")).len(), 2);
    }

    #[test]
    fn figures_side_by_side_share_their_words() {
        for source in ["18 و28 كيلومترا شمال", "18 كم، 28 كم شمال", "18 و28 km"]
        {
            let length = read_one(source);
            let sharing: Vec<f64> = length.sharing.iter().map(|l| l.km).collect();
            assert_eq!((length.km, sharing), (28.0, vec![18.0]), "{source}");
        }
    }

    #[test]
    fn units_are_numbers_with_known_counts() {
        for row in rows(include_str!("../../../data/words/units.tsv")) {
            let [km, count, strength, forms] = row[..] else {
                panic!("four cells, not {row:?}");
            };
            assert!(
                unit(km, count, strength).is_some_and(|u| u.km > 0.0),
                "{row:?}"
            );
            assert!(matches!(strength, "strong" | "weak"), "{strength}");
            assert!(parts(forms).next().is_some());
        }
    }
}
