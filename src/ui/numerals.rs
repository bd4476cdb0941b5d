//! Numbers as the reader writes them: ٠–٩ and ٫ in Arabic, 0–9 and . in English.

use crate::analysis::{Count, Language};

/// A text with its digits, and the points and commas between digits, in the language's own form.
pub fn numerals(text: &str, language: Language) -> String {
    if language == Language::En {
        return text.to_string();
    }
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| {
        at.and_then(|i| letters.get(i))
            .is_some_and(char::is_ascii_digit)
    };
    letters
        .iter()
        .enumerate()
        .map(|(i, &c)| {
            let inside = is_digit(i.checked_sub(1)) && is_digit(Some(i + 1));
            match c {
                '0'..='9' => char::from_u32(u32::from(c) - u32::from('0') + 0x0660).unwrap_or(c),
                '.' if inside => '٫',
                ',' if inside => '٬',
                _ => c,
            }
        })
        .collect()
}

/// A whole number, with separators from five digits on.
pub fn whole(number: u64, language: Language) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return numerals(&digits, language);
    }
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    numerals(&out, language)
}

/// How many are shown: "٩", or "٤ من ٩" where some are not.
pub fn shown_of(shown: usize, all: usize, language: Language) -> String {
    if shown == all {
        return whole(all as u64, language);
    }
    out_of(shown, all, language)
}

/// "٤ من ٩": how many of how many, or which of them.
pub fn out_of(part: usize, all: usize, language: Language) -> String {
    let [part, all] = [part, all].map(|number| whole(number as u64, language));
    format!("{part} {} {all}", in_language(["من", "of"], language))
}

/// A number with at most `places` decimals, none of them a closing zero.
pub fn decimal(number: f64, places: usize, language: Language) -> String {
    let mut text = format!("{number:.places$}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" {
        text.remove(0);
    }
    numerals(&text, language)
}

/// A length in km, to a figure that is honest: metres below one, one decimal below ten.
pub fn length(km: f64, language: Language) -> String {
    let (number, unit) = if km < 0.95 {
        ((km * 20.0).round() * 50.0, ["م", "m"])
    } else {
        (km, ["كم", "km"])
    };
    let places = usize::from((0.95..9.95).contains(&km));
    format!(
        "{} {}",
        decimal(number, places, language),
        in_language(unit, language)
    )
}

/// A radius of doubt in km.
pub fn doubt(km: f64, language: Language) -> String {
    format!("± {}", length(km, language))
}

/// A position, with as many decimals as its doubt allows (3 where the doubt is not known).
pub fn position(lat: f64, lon: f64, doubt_km: Option<f64>, language: Language) -> String {
    let places = match doubt_km {
        Some(km) if km >= 10.0 => 2,
        Some(km) if km < 0.5 => 4,
        _ => 3,
    };
    let side = |degrees: f64, positive, negative| {
        let letter = in_language(if degrees < 0.0 { negative } else { positive }, language);
        numerals(&format!("{:.places$}° {letter}", degrees.abs()), language)
    };
    format!(
        "{}{} {}",
        side(lat, ["ش", "N"], ["ج", "S"]),
        in_language(["،", ","], language),
        side(lon, ["ق", "E"], ["غ", "W"])
    )
}

/// The direction of a bearing in degrees: "٥٦°".
pub fn bearing(degrees: f64, language: Language) -> String {
    format!("{}°", decimal(degrees, 0, language))
}

fn in_language(pair: [&'static str; 2], language: Language) -> &'static str {
    match language {
        Language::Ar => pair[0],
        Language::En => pair[1],
    }
}

/// People as stated.
pub fn count(count: &Count, language: Language) -> String {
    people(count.min, count.max, language)
}

/// People between bounds: "٣٠٠ فأكثر", "40–50".
pub fn people(least: u32, most: Option<u32>, language: Language) -> String {
    let min = whole(least.into(), language);
    match (most, language) {
        (Some(max), _) if max == least => min,
        (Some(max), _) => format!("{min}–{}", whole(max.into(), language)),
        (None, Language::Ar) => format!("{min} فأكثر"),
        (None, Language::En) => format!("{min} or more"),
    }
}

/// A noun in all the forms that counting gives it.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    pub none: &'static str,
    pub one: &'static str,
    pub two: &'static str,
    /// With a number that ends in 3 to 10; `#` stands for the number.
    pub few: &'static str,
    /// With a number that ends in 11 to 99.
    pub many: &'static str,
    /// With any other number: hundreds.
    pub other: &'static str,
}

impl Counted {
    /// An English noun: one form for one, one for the rest.
    pub const fn english(none: &'static str, one: &'static str, other: &'static str) -> Counted {
        Counted {
            none,
            one,
            two: other,
            few: other,
            many: other,
            other,
        }
    }

    /// The number and the noun, in the form that CLDR's rules for Arabic choose; English forms need no more.
    pub fn with(&self, number: u64, language: Language) -> String {
        let form = match (number, number % 100) {
            (0, _) => self.none,
            (1, _) => self.one,
            (2, _) => self.two,
            (_, 3..=10) => self.few,
            (_, 11..=99) => self.many,
            _ => self.other,
        };
        form.replace('#', &whole(number, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Ar, En};

    #[test]
    fn arabic_digits_take_their_own_points() {
        assert_eq!(numerals("34.42, 1,106.", Ar), "٣٤٫٤٢, ١٬١٠٦.");
        assert_eq!(numerals("34.42", En), "34.42");
    }

    #[test]
    fn whole_numbers_are_separated_from_five_digits_on() {
        assert_eq!(whole(2016, Ar), "٢٠١٦");
        assert_eq!(whole(32_768, En), "32,768");
        assert_eq!(whole(1_234_567, Ar), "١٬٢٣٤٬٥٦٧");
    }

    #[test]
    fn what_is_left_out_is_said() {
        assert_eq!(shown_of(9, 9, Ar), "٩");
        assert_eq!(shown_of(4, 9, Ar), "٤ من ٩");
        assert_eq!(shown_of(0, 9, En), "0 of 9");
    }

    #[test]
    fn lengths_are_no_finer_than_they_are_known() {
        assert_eq!(length(64.6, En), "65 km");
        assert_eq!(length(2.54, Ar), "٢٫٥ كم");
        assert_eq!(length(0.3, En), "300 m");
        assert_eq!(length(0.96, En), "1 km");
        assert_eq!(length(0.0, En), "0 m");
        assert_eq!(doubt(12.0, Ar), "± ١٢ كم");
    }

    #[test]
    fn positions_have_as_many_decimals_as_their_doubt_allows() {
        assert_eq!(
            position(34.4242, 37.4711, Some(12.0), Ar),
            "٣٤٫٤٢° ش، ٣٧٫٤٧° ق"
        );
        assert_eq!(
            position(34.5624, 38.284, Some(3.0), En),
            "34.562° N, 38.284° E"
        );
        assert_eq!(position(-1.5, -2.25, None, En), "1.500° S, 2.250° W");
    }

    #[test]
    fn counting_follows_arabic_grammar() {
        let places = Counted {
            none: "لا أماكن",
            one: "مكان واحد",
            two: "مكانان",
            few: "# أماكن",
            many: "# مكانًا",
            other: "# مكان",
        };
        let said: Vec<String> = [0, 1, 2, 3, 10, 11, 14, 99, 100, 102, 103, 111]
            .map(|n| places.with(n, Ar))
            .into();
        assert_eq!(
            said,
            [
                "لا أماكن",
                "مكان واحد",
                "مكانان",
                "٣ أماكن",
                "١٠ أماكن",
                "١١ مكانًا",
                "١٤ مكانًا",
                "٩٩ مكانًا",
                "١٠٠ مكان",
                "١٠٢ مكان",
                "١٠٣ أماكن",
                "١١١ مكانًا"
            ]
        );
    }
}
