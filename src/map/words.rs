//! What the map says, in both languages, made fit for map lettering.

use crate::analysis::Language;
use crate::text::is_combining_mark;

/// The figures of a text in the digits of the language: ٠–٩ and the Arabic decimal mark, or as they are.
pub fn in_digits(text: &str, language: Language) -> String {
    if language == Language::En {
        return text.to_string();
    }
    text.chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32('٠' as u32 + (c as u32 - '0' as u32)).unwrap_or(c),
            '.' => '٫',
            c => c,
        })
        .collect()
}

/// A distance in km, to the km from ten on, to a tenth below: "٧٠ كم", "6.5 km".
pub fn kilometres(km: f64, language: Language) -> String {
    let figure = if km.round() >= 10.0 || (km - km.round()).abs() < 0.05 {
        format!("{:.0}", km)
    } else {
        format!("{:.1}", km)
    };
    let unit = match language {
        Language::Ar => "كم",
        Language::En => "km",
    };
    format!("{} {unit}", in_digits(&figure, language))
}

/// "٧٠ كم ذُكرت": what the text says.
pub fn stated(km: f64, language: Language) -> String {
    let word = match language {
        Language::Ar => "ذُكرت",
        Language::En => "stated",
    };
    format!("{} {word}", kilometres(km, language))
}

/// "٦٥ كم قياسًا": what the ellipsoid says.
pub fn measured(km: f64, language: Language) -> String {
    let word = match language {
        Language::Ar => "قياسًا",
        Language::En => "measured",
    };
    format!("{} {word}", kilometres(km, language))
}

/// "± ١٢ كم".
pub fn doubt(km: f64, language: Language) -> String {
    format!("± {}", kilometres(km, language))
}

/// A spot the text gives no name: "«جبال» · ٨٠ كم شمالًا · بلا اسم". The first part is the text's own word, if it has one.
pub fn unnamed(word: Option<&str>, km: f64, wind: Option<&str>, language: Language) -> String {
    let (quoted, unnamed) = match language {
        Language::Ar => (word.map(|w| format!("«{w}»")), "بلا اسم"),
        // The mark after the quotation keeps an Arabic word from drawing the figures into it.
        Language::En => (word.map(|w| format!("“{w}”\u{200e}")), "unnamed"),
    };
    let mut far = kilometres(km, language);
    if let Some(direction) = wind.and_then(|w| direction(w, language)) {
        far = format!("{far} {direction}");
    }
    let parts = quoted
        .into_iter()
        .chain([far, unnamed.to_string()])
        .collect::<Vec<_>>();
    parts.join(" · ")
}

/// A namesake that was not chosen: "١٧٤ كم: لم تُختر".
pub fn not_chosen(km: f64, language: Language) -> String {
    match language {
        Language::Ar => format!("{}: لم تُختر", kilometres(km, language)),
        Language::En => format!("{}: not chosen", kilometres(km, language)),
    }
}

/// The winds, as adverbs.
const WINDS: [(&str, &str, &str); 16] = [
    ("N", "شمالًا", "north"),
    ("NNE", "شمال شمال شرق", "north-north-east"),
    ("NE", "شمال شرق", "north-east"),
    ("ENE", "شرق شمال شرق", "east-north-east"),
    ("E", "شرقًا", "east"),
    ("ESE", "شرق جنوب شرق", "east-south-east"),
    ("SE", "جنوب شرق", "south-east"),
    ("SSE", "جنوب جنوب شرق", "south-south-east"),
    ("S", "جنوبًا", "south"),
    ("SSW", "جنوب جنوب غرب", "south-south-west"),
    ("SW", "جنوب غرب", "south-west"),
    ("WSW", "غرب جنوب غرب", "west-south-west"),
    ("W", "غربًا", "west"),
    ("WNW", "غرب شمال غرب", "west-north-west"),
    ("NW", "شمال غرب", "north-west"),
    ("NNW", "شمال شمال غرب", "north-north-west"),
];

/// The direction as the language says it; none for what is no wind.
pub fn direction(wind: &str, language: Language) -> Option<&'static str> {
    let (_, ar, en) = WINDS.iter().find(|w| w.0 == wind)?;
    Some(match language {
        Language::Ar => ar,
        Language::En => en,
    })
}

/// A text as map lettering bears it: without the marks and brackets that the map's shaping tears from their letters,
/// and told which way to run where letters of the other script stand in it.
pub fn lettering(text: &str, language: Language) -> String {
    let mut letters = text
        .chars()
        .filter(|&c| !is_combining_mark(c) && !"()[]{}".contains(c))
        .collect::<String>();
    let (foreign, way): (fn(char) -> bool, char) = match language {
        Language::Ar => (|c| c.is_ascii_alphabetic(), '\u{200f}'),
        Language::En => (|c| matches!(c, '\u{600}'..='\u{6ff}'), '\u{200e}'),
    };
    if letters.contains(foreign) {
        letters.insert(0, way);
    }
    letters
}

/// An area's name stretched with kashida, as Arabic map lettering spreads out what English spaces out.
///
/// Each word of three letters or more is stretched once, where two of its letters join, as late as may be.
pub fn stretched(name: &str) -> String {
    name.split(' ')
        .map(stretched_word)
        .collect::<Vec<_>>()
        .join(" ")
}

fn stretched_word(word: &str) -> String {
    let letters = word.chars().collect::<Vec<_>>();
    let joins = |at: usize| {
        // Never within لا, whose letters are one.
        JOINS_ON.contains(letters[at])
            && LETTERS.contains(letters[at + 1])
            && !(letters[at] == 'ل' && "اأإآ".contains(letters[at + 1]))
    };
    let place = (0..letters.len().saturating_sub(1))
        .rev()
        .find(|&at| joins(at));
    let Some(place) = place.filter(|_| letters.len() >= 3) else {
        return word.to_string();
    };
    let (head, tail) = letters.split_at(place + 1);
    head.iter()
        .copied()
        .chain("ــ".chars())
        .chain(tail.iter().copied())
        .collect()
}

/// Letters that join to the one after them.
const JOINS_ON: &str = "بتثجحخسشصضطظعغفقكلمنهيئ";
const LETTERS: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء";

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Ar, En};

    #[test]
    fn distances_read_as_their_language_writes_them() {
        assert_eq!(stated(70.0, Ar), "٧٠ كم ذُكرت");
        assert_eq!(measured(64.63, Ar), "٦٥ كم قياسًا");
        assert_eq!(stated(70.0, En), "70 km stated");
        assert_eq!(measured(64.63, En), "65 km measured");
        assert_eq!(kilometres(6.46, Ar), "٦٫٥ كم");
        assert_eq!(kilometres(9.97, En), "10 km");
        assert_eq!(kilometres(0.3, En), "0.3 km");
        assert_eq!(doubt(12.0, Ar), "± ١٢ كم");
    }

    #[test]
    fn an_unnamed_spot_says_so() {
        assert_eq!(
            unnamed(Some("جبال"), 80.0, Some("N"), Ar),
            "«جبال» · ٨٠ كم شمالًا · بلا اسم"
        );
        assert_eq!(unnamed(None, 80.0, Some("N"), En), "80 km north · unnamed");
        assert_eq!(unnamed(None, 5.0, None, En), "5 km · unnamed");
    }

    #[test]
    fn lettering_bears_no_marks_and_no_brackets() {
        assert_eq!(lettering("معرّة النُّعمان (إدلب)", Ar), "معرة النعمان إدلب");
        assert_eq!(lettering("al-Bara [Idlib]", En), "al-Bara Idlib");
        assert_eq!(lettering("البارة", En), "\u{200e}البارة");
        assert_eq!(lettering("al-Bara", Ar), "\u{200f}al-Bara");
    }

    #[test]
    fn areas_are_stretched_where_letters_join() {
        assert_eq!(stretched("حماة"), "حمــاة");
        assert_eq!(stretched("حمص"), "حمــص");
        assert_eq!(stretched("دير الزور"), "ديــر الــزور");
        assert_eq!(stretched("بلاد"), "بــلاد");
        assert_eq!(stretched("Homs"), "Homs");
        assert_eq!(stretched(""), "");
    }

    #[test]
    fn every_wind_has_its_words() {
        for wind in crate::geodesy::Wind::ALL {
            let code = wind.code();
            assert!(
                direction(code, Ar).is_some() && direction(code, En).is_some(),
                "{code}"
            );
        }
        assert_eq!(direction("up", Ar), None);
    }
}
