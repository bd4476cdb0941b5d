//! Plus Codes, by the open specification of Open Location Code (github.com/google/open-location-code): `8G6WH76M+XJ`.

/// The digits of the code, worth 0 to 19.
const DIGITS: &str = "23456789CFGHJMPQRVWX";
/// Digits before the `+` of a full code.
const BEFORE: usize = 8;
/// Digits that stand in pairs of latitude and longitude; those after them part a cell into five rows of four.
const PAIRED: usize = 10;
const MOST: usize = 15;

/// The middle of the cell that a full code names, latitude and longitude in degrees.
///
/// None for short codes, which need a place to count from, and for padded ones, whose cells are a degree wide or wider.
pub fn read(text: &str) -> Option<(f64, f64)> {
    let (before, after) = text.trim().split_once('+')?;
    if before.len() != BEFORE || after.len() < 2 || after.len() > MOST - BEFORE {
        return None;
    }
    let digits = before.chars().chain(after.chars());
    let digits: Vec<f64> = digits
        .map(|c| DIGITS.find(c.to_ascii_uppercase()).map(|at| at as f64))
        .collect::<Option<_>>()?;
    let (mut lat, mut lon) = (-90.0, -180.0);
    let (mut high, mut wide) = (400.0, 400.0);
    for (nth, digit) in digits.iter().enumerate() {
        if nth >= PAIRED {
            high /= 5.0;
            wide /= 4.0;
            lat += (digit / 4.0).floor() * high;
            lon += digit % 4.0 * wide;
        } else if nth % 2 == 0 {
            high /= 20.0;
            lat += digit * high;
        } else {
            wide /= 20.0;
            lon += digit * wide;
        }
    }
    let middle = (lat + high / 2.0, lon + wide / 2.0);
    (middle.0 < 90.0 && middle.1 < 180.0).then_some(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(code: &str, lat: f64, lon: f64) {
        let (a, b) = read(code).unwrap();
        assert!(
            (a - lat).abs() < 1e-7 && (b - lon).abs() < 1e-7,
            "{code}: {a}, {b}"
        );
    }

    #[test]
    fn full_codes_are_the_middle_of_their_cell() {
        is_near("7FG49QCJ+2V", 20.370_062_5, 2.782_187_5);
        is_near(" 4vcppqgp+q9 ", -41.273_062_5, 174.785_937_5);
        is_near("8G6WH76M+XJ", 34.562_437_5, 38.284_062_5);
    }

    #[test]
    fn further_digits_part_the_cell() {
        let (lat, lon) = read("7FG49QCJ+2VX").unwrap();
        assert!(
            (lat - 20.370_112_5).abs() < 1e-7 && (lon - 2.782_234_375).abs() < 1e-7,
            "{lat} {lon}"
        );
    }

    #[test]
    fn short_and_padded_codes_and_other_texts_are_none() {
        for text in [
            "9QCJ+2V",
            "7FG40000+",
            "7FG49QCJ+2",
            "7FG49QCA+2V",
            "تدمر+23",
            "XXXXXXXX+XX",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
