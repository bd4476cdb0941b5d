//! A civil date as ISO 8601 writes it, "2016-04-05".
//!
//! Our own few lines, because `jiff`'s reader and writer know times and zones too, and would be a tenth of the web app.

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The date as `YYYY-MM-DD`.
pub fn text(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// The date that a text of ten characters `YYYY-MM-DD` writes; none for any other text and for days that never were.
pub fn parse(text: &str) -> Option<Date> {
    let part = |range: std::ops::Range<usize>| {
        let part = text.get(range)?;
        part.bytes().all(|b| b.is_ascii_digit()).then_some(part)
    };
    if text.len() != 10 || text.as_bytes()[4] != b'-' || text.as_bytes()[7] != b'-' {
        return None;
    }
    Date::new(
        part(0..4)?.parse().ok()?,
        part(5..7)?.parse().ok()?,
        part(8..10)?.parse().ok()?,
    )
    .ok()
}

/// For `#[serde(with = …)]`: writes a date as its text.
pub fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&text(*date))
}

/// Reads a date from its text.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let written = String::deserialize(from)?;
    parse(&written).ok_or_else(|| D::Error::custom("a date is written YYYY-MM-DD"))
}

/// The same for a date that may be missing.
pub mod optional {
    use super::*;

    /// Writes the text of the date, or nothing.
    pub fn serialize<S: Serializer>(date: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        date.map(text).serialize(to)
    }

    /// Reads a date from its text, where there is one.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        let written = Option::<String>::deserialize(from)?;
        let date = written.map(|written| {
            parse(&written).ok_or_else(|| D::Error::custom("a date is written YYYY-MM-DD"))
        });
        date.transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_read_as_they_are_written() {
        for day in [date(2016, 4, 5), date(2024, 2, 29), date(987, 12, 31)] {
            assert_eq!(parse(&text(day)), Some(day));
        }
        assert_eq!(text(date(2016, 4, 5)), "2016-04-05");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for bad in [
            "",
            "2016-4-5",
            "2016-02-30",
            "2016/04/05",
            "+016-04-05",
            "2016-04-05T00",
            "٢٠١٦-٠٤-٠٥",
            "2016-é4-5",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
