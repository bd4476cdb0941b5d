//! A position as people write it: `34.5624, 38.284`, `34°33′45″N 38°17′02″E`, `٣٤٫٥٦، ٣٨٫٢٨`, `8G6WH76M+XJ`.

use super::number::decimal;
use super::plus_code;

/// Latitude and longitude in degrees, if the whole text is a position and nothing else.
///
/// Latitude comes first unless letters for the quarter say otherwise. Degrees may have minutes and seconds. A full Plus
/// Code is the middle of its cell.
pub fn read(text: &str) -> Option<(f64, f64)> {
    plus_code::read(text).or_else(|| in_figures(text))
}

/// Latitude and longitude as other programs read them, to a metre: "34.56240, 38.28400".
pub fn written(lat: f64, lon: f64) -> String {
    format!("{lat:.5}, {lon:.5}")
}

fn in_figures(text: &str) -> Option<(f64, f64)> {
    let parts = parts(text)?;
    let quarters = parts
        .iter()
        .filter(|p| matches!(p, Part::Quarter(_)))
        .count();
    let figures = parts
        .iter()
        .filter_map(|part| match part {
            Part::Figure(figure) => Some(*figure),
            Part::Quarter(_) => None,
        })
        .collect::<Vec<_>>();
    let (lat, lon) = match quarters {
        0 if figures.len().is_multiple_of(2) => {
            let (lat, lon) = figures.split_at(figures.len() / 2);
            (degrees(lat)?, degrees(lon)?)
        }
        2 => by_quarter(&parts)?,
        _ => return None,
    };
    ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some((lat, lon))
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Figure(f64),
    Quarter(Quarter),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Quarter {
    North,
    South,
    East,
    West,
}

/// The figures and quarters of a text in their order; none where anything else stands in it.
fn parts(text: &str) -> Option<Vec<Part>> {
    let mut out = Vec::new();
    let mut word = String::new();
    for letter in text.chars().map(plain).chain([' ']) {
        if letter.is_alphanumeric() || matches!(letter, '.' | '-') {
            word.push(letter);
            continue;
        }
        if !matches!(
            letter,
            ' ' | '\t'
                | ','
                | ';'
                | '/'
                | '('
                | ')'
                | '°'
                | 'º'
                | '\''
                | '"'
                | '′'
                | '″'
                | '’'
                | '”'
        ) {
            return None;
        }
        // "34.5N": a quarter may touch its figure, before it or behind it.
        let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
        let letters = word.trim_matches(is_figure);
        let (before, behind) = word.split_once(letters).unwrap_or((&word, ""));
        for piece in [before, letters, behind]
            .into_iter()
            .filter(|p| !p.is_empty())
        {
            out.push(part(piece)?);
        }
        word.clear();
    }
    Some(out)
}

fn part(piece: &str) -> Option<Part> {
    let quarter = match piece {
        "n" | "north" | "شمال" | "شمالا" | "ش" => Quarter::North,
        "s" | "south" | "جنوب" | "جنوبا" | "ج" => Quarter::South,
        "e" | "east" | "شرق" | "شرقا" | "ق" => Quarter::East,
        "w" | "west" | "غرب" | "غربا" | "غ" => Quarter::West,
        _ => return decimal(piece).map(Part::Figure),
    };
    Some(Part::Quarter(quarter))
}

/// Arabic figures and marks as the ASCII ones, letters in lower case.
fn plain(letter: char) -> char {
    match letter {
        '٠'..='٩' => char::from(b'0' + (letter as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (letter as u32 - '۰' as u32) as u8),
        '٫' => '.',
        '،' | '؛' | '\u{a0}' => ' ',
        '−' | '–' => '-',
        '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' => ' ',
        _ => letter.to_ascii_lowercase(),
    }
}

/// Both angles where each has its quarter, before or behind its figures.
fn by_quarter(parts: &[Part]) -> Option<(f64, f64)> {
    let leads = matches!(parts.first(), Some(Part::Quarter(_)));
    let mut angles = Vec::new();
    let mut figures = Vec::new();
    let mut quarter = None;
    for part in parts {
        match *part {
            Part::Figure(figure) => figures.push(figure),
            Part::Quarter(found) if leads => {
                if let Some(before) = quarter.replace(found) {
                    angles.push((before, degrees(&figures)?));
                    figures.clear();
                }
            }
            Part::Quarter(found) => {
                angles.push((found, degrees(&figures)?));
                figures.clear();
            }
        }
    }
    if let (true, Some(last)) = (leads, quarter) {
        angles.push((last, degrees(&figures)?));
        figures.clear();
    }
    if !figures.is_empty() {
        return None;
    }
    let (mut lat, mut lon) = (None, None);
    for (quarter, angle) in angles {
        match quarter {
            Quarter::North => lat = Some(angle),
            Quarter::South => lat = Some(-angle),
            Quarter::East => lon = Some(angle),
            Quarter::West => lon = Some(-angle),
        }
    }
    lat.zip(lon)
}

/// Degrees, or degrees with minutes, or with minutes and seconds.
fn degrees(figures: &[f64]) -> Option<f64> {
    let (&whole, rest) = figures.split_first()?;
    if rest.len() > 2 || rest.iter().any(|part| !(0.0..60.0).contains(part)) {
        return None;
    }
    let part = rest.iter().rev().fold(0.0, |sum, part| (sum + part) / 60.0);
    Some(if whole.is_sign_negative() {
        whole - part
    } else {
        whole + part
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plus_code_is_a_position() {
        let (lat, lon) = read("8G6WH76M+XJ").unwrap();
        assert!((lat - 34.5624).abs() < 1e-3 && (lon - 38.284).abs() < 1e-3);
    }

    #[test]
    fn positions_are_read_however_they_are_written() {
        for written in [
            "34.5625, 38.2840",
            "34.5625 38.284",
            "(34.5625, 38.284)",
            "٣٤٫٥٦٢٥، ٣٨٫٢٨٤",
            "34.5625N 38.284E",
            "38.284 E, 34.5625 N",
            "N34.5625 E38.284",
            "34°33′45″N 38°17′02.4″E",
            "34° 33' 45\" N, 38° 17' 2.4\" E",
            "34 33.75 N 38 17.04 E",
            "34 33 45 38 17 2.4",
            "34.5625 شمالا 38.284 شرقا",
        ] {
            let (lat, lon) = read(written).unwrap_or_else(|| panic!("{written}"));
            assert!(
                (lat - 34.5625).abs() < 1e-9 && (lon - 38.284).abs() < 1e-9,
                "{written}: {lat} {lon}"
            );
        }
        assert_eq!(
            read("33 52 S, 151 12.5 W").map(|p| p.0),
            Some(-(33.0 + 52.0 / 60.0))
        );
        assert_eq!(read("-0.5, -70").unwrap(), (-0.5, -70.0));
    }

    #[test]
    fn what_is_no_position_is_none() {
        for written in [
            "",
            "تدمر",
            "34.5",
            "34.5, 38.2, 7",
            "91, 38",
            "34, 181",
            "34 N 38 N",
            "34 61 N 38 0 E",
            "حي 34 38",
            "34.5625 N 38.284",
            "2016/04",
            "34.5625, 38.2840 x",
            "N N",
            "1.2.3, 4",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
    }
}
