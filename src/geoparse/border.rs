//! Syria's borders: which of them the words mean, and how far a place is from it.

use super::lexicon::Lexicon;
use crate::geodesy::{self, Point};
use crate::text::word_list::{parts, rows};
use crate::text::{Text, TokenKind};
use std::sync::LazyLock;

/// A border with one neighbour, or whichever is nearest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Border(Option<usize>);

/// How far a border's line in the data may be from the border, km.
pub const DOUBT_KM: f64 = 1.0;

/// How many words may tell whose border it is: "الحدود البرية السورية مع تركيا".
const REACH: usize = 4;

/// Words between a border and the countries it is named after, folded.
const PASSED: [&str; 9] = [
    "مع",
    "بين",
    "الحدودي",
    "البريه",
    "الدوليه",
    "with",
    "between",
    "of",
    "the",
];

struct Country {
    code: &'static str,
    name_ar: &'static str,
    name_en: &'static str,
    /// The border that Syria has with it; empty for other countries, and for Syria.
    line: Vec<Point>,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let lines: Vec<_> = rows(include_str!("../../data/borders.tsv")).collect();
    let country = |row: Vec<&'static str>| match row[..] {
        [code, name_ar, name_en, _] => Some(Country {
            code,
            name_ar,
            name_en,
            line: lines
                .iter()
                .filter(|line| line[0] == code)
                .flat_map(|line| line[1].split(';').filter_map(point))
                .collect(),
        }),
        _ => None,
    };
    rows(NAMES).filter_map(country).collect()
});

const NAMES: &str = include_str!("../../data/words/borders.tsv");

/// The words for a country, each with its number in `COUNTRIES`.
static WORDS: LazyLock<Lexicon<usize>> = LazyLock::new(|| {
    let forms = rows(NAMES).enumerate().flat_map(|(number, row)| {
        let forms = row.get(3).copied().unwrap_or_default();
        parts(forms).map(move |form| (form, number))
    });
    Lexicon::new(forms)
});

/// A point written "38.775 33.372": longitude, latitude.
fn point(written: &str) -> Option<Point> {
    let (lon, lat) = written.split_once(' ')?;
    let (lat, lon) = (lat.parse().ok()?, lon.parse().ok()?);
    Some(Point { lat, lon })
}

impl Border {
    /// The border of Syria that the words around token `at`, a word for a border, mean; none where they mean
    /// another one, such as that of a governorate or of two other countries.
    pub fn named(text: &Text, at: usize) -> Option<Border> {
        let mut named = Vec::new();
        let mut whose = |at: usize| {
            let found = WORDS.at(text, at, |_| true)?;
            if !named.contains(&found.meaning) {
                named.push(found.meaning);
            }
            Some(found.tokens.end)
        };
        // "the Turkish border", "the Syrian-Turkish border".
        for before in at.saturating_sub(3)..at {
            whose(before);
        }
        let mut next = at + 1;
        let mut other = false;
        while next <= at + REACH && is_word_of(text, at, next) {
            if let Some(end) = whose(next) {
                next = end;
                continue;
            }
            // "الحدود مع", "الشريط الحدودي"; any other adjective makes it another border.
            let word = text.word_at(next);
            if !PASSED.contains(&word) {
                other = named.is_empty() && word.starts_with("ال");
                break;
            }
            next += 1;
        }
        let with: Vec<usize> = named
            .iter()
            .copied()
            .filter(|&country| COUNTRIES[country].code != "SY")
            .collect();
        match with[..] {
            [country] => (!COUNTRIES[country].line.is_empty()).then_some(Border(Some(country))),
            [] if !named.is_empty() || (!other && is_definite(text, at)) => Some(Border(None)),
            _ => None,
        }
    }

    /// ISO 3166-1 code of the neighbour, if the text says which.
    pub fn country(self) -> Option<&'static str> {
        self.0.map(|country| COUNTRIES[country].code)
    }

    /// The point of the border that is nearest to a place.
    pub fn nearest(self, place: Point) -> Option<Point> {
        let lines = COUNTRIES.iter().enumerate();
        let nearest = lines
            .filter(|(country, _)| self.0.is_none_or(|meant| meant == *country))
            .filter_map(|(_, country)| geodesy::nearest_on(&country.line, place))
            .min_by(|a, b| a.1.total_cmp(&b.1));
        nearest.map(|(point, _)| point)
    }

    /// What it is called: Arabic and English.
    pub fn names(self) -> (&'static str, &'static str) {
        names(self.country())
    }
}

/// What Syria's border with a country is called, Arabic and English; the border as such for none and for others.
pub fn names(country: Option<&str>) -> (&'static str, &'static str) {
    COUNTRIES
        .iter()
        .find(|known| Some(known.code) == country && !known.line.is_empty())
        .map_or(("الحدود", "the border"), |known| {
            (known.name_ar, known.name_en)
        })
}

/// Whether a token is a word in the sentence of token `at`, no mark.
fn is_word_of(text: &Text, at: usize, next: usize) -> bool {
    let (Some(border), Some(token)) = (text.tokens().get(at), text.tokens().get(next)) else {
        return false;
    };
    token.sentence == border.sentence
        && (token.kind == TokenKind::Word || text.word_at(next) == "-")
}

/// Whether a border is spoken of as known: "الحدود", "the border".
fn is_definite(text: &Text, at: usize) -> bool {
    text.word_at(at).contains("ال") || (at > 0 && text.word_at(at - 1) == "the")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The country of the border named in a text, `?` where it may be any.
    fn whose(source: &str) -> Option<&'static str> {
        let text = Text::new(source);
        let at = (0..text.tokens().len())
            .find(|&at| text.word_at(at).contains("حدود") || text.word_at(at).contains("border"))?;
        Border::named(&text, at).map(|border| border.country().unwrap_or("?"))
    }

    #[test]
    fn borders_are_told_by_their_countries() {
        for (source, country) in [
            ("من الحدود التركية", Some("TR")),
            ("عن الحدود السورية العراقية", Some("IQ")),
            ("من الحدود مع الأردن", Some("JO")),
            ("من حدود لبنان", Some("LB")),
            ("عن الخط الحدودي بين سورية وتركيا", Some("TR")),
            ("from the Turkish border", Some("TR")),
            ("of the Syrian-Lebanese border", Some("LB")),
            ("from the border with Iraq", Some("IQ")),
            ("عن الحدود، حيث", Some("?")),
            ("عن الحدود مع سوريا", Some("?")),
            ("from the border", Some("?")),
            ("عن الحدود اللبنانية الإسرائيلية", None),
            ("عن الحدود الإدارية لمحافظة حلب", None),
            ("عن حدود المحافظة", None),
            ("عن حدودها", None),
        ] {
            assert_eq!(whose(source), country, "{source}");
        }
    }

    #[test]
    fn a_place_has_its_nearest_point_on_the_border() {
        let qamishli = Point {
            lat: 37.0522,
            lon: 41.2317,
        };
        let km = |border: Border| {
            geodesy::distance_km(border.nearest(qamishli).expect("a border"), qamishli)
        };
        let near = km(Border(None));
        assert!((0.5..4.0).contains(&near), "{near}");
        let iraq = COUNTRIES.iter().position(|c| c.code == "IQ");
        let far = km(Border(iraq));
        assert!(far > 50.0, "{far}");
    }

    #[test]
    fn the_four_lines_are_syrias() {
        let lines = COUNTRIES.iter().filter(|c| !c.line.is_empty());
        let codes: Vec<_> = lines.clone().map(|c| c.code).collect();
        assert_eq!(codes, ["TR", "IQ", "JO", "LB"]);
        for country in lines {
            assert!(country.name_ar.starts_with("الحدود"), "{}", country.code);
            for point in &country.line {
                assert!((32.3..=37.4).contains(&point.lat), "{point:?}");
                assert!((35.6..=42.4).contains(&point.lon), "{point:?}");
            }
        }
    }
}
