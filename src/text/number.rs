//! Numbers in figures and in words, Arabic and English.

use super::word_list::{parts, rows};
use super::{Text, TokenKind, fold_name};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A number read from one or more tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numeral {
    pub value: f64,
    /// Index of the first token behind it.
    pub next: usize,
    /// Half the last significant unit of the figure, as point-radius georeferencing takes it.
    pub precision: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Unit,
    Teen,
    Ten,
    Hundred,
    Thousand,
    Million,
    Fraction,
}

static WORDS: LazyLock<FxHashMap<String, (f64, Class)>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for row in rows(include_str!("../../data/words/numbers.tsv")) {
        let [value, class, forms] = row[..] else {
            continue;
        };
        let class = match class {
            "unit" => Class::Unit,
            "teen" => Class::Teen,
            "ten" => Class::Ten,
            "hundred" => Class::Hundred,
            "thousand" => Class::Thousand,
            "million" => Class::Million,
            _ => Class::Fraction,
        };
        for form in parts(forms) {
            words.insert(fold_name(form), (decimal(value).unwrap_or_default(), class));
        }
    }
    words
});

/// Reads the number that begins at token `at`, if one does.
pub fn read(text: &Text, at: usize) -> Option<Numeral> {
    let token = text.tokens().get(at)?;
    match token.kind {
        TokenKind::Number => Some(in_figures(text, at)),
        TokenKind::Word => in_words(text, at),
        TokenKind::Mark | TokenKind::Break => None,
    }
}

fn in_figures(text: &Text, at: usize) -> Numeral {
    let written = text.word_at(at);
    let grouped = written.split(',').skip(1).all(|g| g.len() == 3) && written.contains(',');
    let plain = if grouped {
        written.replace(',', "")
    } else {
        written.replace(',', ".")
    };
    let mut value: f64 = decimal(&plain).unwrap_or_default();
    let mut precision = figure_precision(&plain);
    let mut next = at + 1;
    // 5 آلاف, 1.5 مليون: a multiplier as a word of its own.
    if let Some(&(by, Class::Thousand | Class::Million)) = WORDS.get(text.word_at(next))
        && next < text.tokens().len()
    {
        value *= by;
        precision *= by;
        next += 1;
    }
    Numeral {
        value,
        next,
        precision,
    }
}

/// The value of figures as our lists and, folded, the articles have them: `12`, `-1.5`, `1.609344`; none for all else.
///
/// Exact to 15 digits. The standard library's reader does more, with tables of 10 KB that the web app would carry.
pub fn decimal(figures: &str) -> Option<f64> {
    let (sign, digits) = match figures.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, figures),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut value = 0.0;
    for digit in whole.chars().chain(fraction.chars()) {
        value = value * 10.0 + f64::from(digit.to_digit(10)?);
    }
    let scale: f64 = fraction.chars().fold(1.0, |scale, _| scale * 10.0);
    Some(sign * value / scale).filter(|value: &f64| value.is_finite())
}

/// Half the last significant unit (Chapman & Wieczorek 2020): 10 → 0.5, 33 → 0.5, 100 → 5, 10.5 → 0.25.
fn figure_precision(figure: &str) -> f64 {
    if let Some((_, decimals)) = figure.split_once('.') {
        return match decimals {
            "5" => 0.25,
            "25" | "75" => 0.125,
            _ => 0.5 * 10_f64.powi(-(decimals.len() as i32)),
        };
    }
    let digits = figure.trim_start_matches('0').len();
    if figure.ends_with('0') && digits > 2 {
        0.5 * 10_f64.powi(digits as i32 - 2)
    } else {
        0.5
    }
}

fn in_words(text: &Text, at: usize) -> Option<Numeral> {
    let mut total = 0.0;
    let mut current = 0.0;
    let mut last: Option<Class> = None;
    let mut next = at;
    let mut smallest = f64::INFINITY;
    while next < text.tokens().len() {
        let word = text.word_at(next);
        let (term, joined, taken) = match term(text, next, last.is_none()) {
            Some(found) => found,
            None => break,
        };
        let (value, class) = term;
        let fits = match (last, class) {
            (None, _) => true,
            (_, Class::Fraction) => false,
            (Some(Class::Thousand | Class::Million), Class::Thousand | Class::Million) => false,
            (Some(_), Class::Thousand | Class::Million) => !joined,
            // ثلاث مئة multiplies, ألف ومئة adds.
            (Some(Class::Unit), Class::Hundred) => !joined && value == 100.0,
            (Some(Class::Thousand | Class::Million), _) => joined || word.is_ascii(),
            // اثني عشر stands without و, خمسة وعشرين with it, twenty five without.
            (Some(Class::Unit), Class::Ten) => joined != (value == 10.0),
            (Some(Class::Hundred), Class::Unit | Class::Teen | Class::Ten) => {
                joined || word.is_ascii()
            }
            (Some(Class::Ten), Class::Unit) => word.is_ascii(),
            _ => false,
        };
        if !fits {
            break;
        }
        match class {
            Class::Hundred if last == Some(Class::Unit) => current *= 100.0,
            Class::Thousand | Class::Million => {
                total += value * f64::max(current, 1.0);
                current = 0.0;
            }
            _ => current += value,
        }
        smallest = smallest.min(value);
        last = Some(class);
        next += taken;
    }
    last?;
    let value = total + current;
    Some(Numeral {
        value,
        next,
        precision: figure_precision(&format!("{value}")),
    })
}

/// The number word at `at`; whether و joins it to what stands before; how many tokens it takes.
fn term(text: &Text, at: usize, first: bool) -> Option<((f64, Class), bool, usize)> {
    let word = text.word_at(at);
    if !first {
        if matches!(word, "و" | "and") {
            return Some((*WORDS.get(text.word_at(at + 1))?, true, 2));
        }
        // twenty-five
        if word == "-" {
            let behind = WORDS.get(text.word_at(at + 1))?;
            return (behind.1 == Class::Unit).then_some((*behind, false, 2));
        }
        if let Some(found) = word.strip_prefix('و').and_then(|w| WORDS.get(w)) {
            return Some((*found, true, 1));
        }
        return Some((*WORDS.get(word)?, false, 1));
    }
    let found = text.readings(at).find_map(|(_, rest)| WORDS.get(rest))?;
    Some((*found, false, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_their_value() {
        for (figures, value) in [
            ("12", 12.0),
            ("-1.5", -1.5),
            ("1.609344", 1.609344),
            (".5", 0.5),
            ("007", 7.0),
        ] {
            assert_eq!(decimal(figures), Some(value), "{figures}");
        }
        let endless = "9".repeat(400);
        for bad in ["", "-", ".", "1e5", "NaN", "1,5", "1.2.3", &endless] {
            assert_eq!(decimal(bad), None, "{bad}");
        }
    }

    fn value(source: &str) -> f64 {
        let text = Text::new(source);
        let numeral = read(&text, 0).expect("a number");
        assert_eq!(numeral.next, text.tokens().len(), "{source}");
        numeral.value
    }

    #[test]
    fn figures_of_all_kinds() {
        assert_eq!(value("٧٠"), 70.0);
        assert_eq!(value("1,300"), 1300.0);
        assert_eq!(value("12,5"), 12.5);
        assert_eq!(value("5 آلاف"), 5000.0);
    }

    #[test]
    fn words_of_all_sizes() {
        assert_eq!(value("سبعين"), 70.0);
        assert_eq!(value("بسبعة"), 7.0);
        assert_eq!(value("مئة وخمسين"), 150.0);
        assert_eq!(value("اثني عشر"), 12.0);
        assert_eq!(value("خمسة وعشرين"), 25.0);
        assert_eq!(value("ثلاث مئة"), 300.0);
        assert_eq!(value("ألف وثلاثمئة"), 1300.0);
        assert_eq!(value("twenty five"), 25.0);
        assert_eq!(value("twenty-five"), 25.0);
        assert_eq!(value("three hundred"), 300.0);
    }

    #[test]
    fn two_numbers_side_by_side_stay_two() {
        let text = Text::new("خمسة وعشرة");
        assert_eq!(read(&text, 0).map(|n| (n.value, n.next)), Some((5.0, 1)));
    }

    #[test]
    fn precision_follows_the_guide() {
        let cases = [
            ("10", 0.5),
            ("33", 0.5),
            ("100", 5.0),
            ("1000", 50.0),
            ("10.5", 0.25),
            ("10.1", 0.05),
        ];
        for (figure, precision) in cases {
            assert!(
                (figure_precision(figure) - precision).abs() < 1e-9,
                "{figure}"
            );
        }
    }
}
