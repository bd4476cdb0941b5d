//! Places of the reader's own: a GeoNames dump, a table with a heading, GeoJSON points.
//!
//! The format is recognised from the content, and whatever can be read is read: a bad row is kept with its
//! number and the reason, and the rest is used. Pure: a file's bytes in, places out. [`Gazetteer::with_own`]
//! lays them over the bundled places.
//!
//! [`Gazetteer::with_own`]: crate::Gazetteer::with_own

mod draft;
mod geojson;
mod geonames;
mod names;
mod sorts;
mod table;

use super::place::Place;
use draft::Draft;

/// Larger files are not read, bytes.
pub const LIMIT_BYTES: usize = 64_000_000;
/// Bad rows beyond these are counted, not kept.
const KEPT_BAD_ROWS: usize = 1_000;

/// What a file of places holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// What the reader calls the file: the credit of its places.
    pub label: String,
    pub format: Format,
    pub places: Vec<Place>,
    /// Further names of places that other files, or the bundled gazetteer, hold.
    pub names: Vec<OtherName>,
    /// The first thousand rows that could not be used, in order.
    pub bad: Vec<BadRow>,
    /// How many there are in all.
    pub bad_rows: usize,
}

/// How a file of places is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A country dump of GeoNames: `SY.txt`.
    GeoNames,
    /// Its names in many languages: `alternateNamesV2.txt`.
    GeoNamesNames,
    /// Comma-, semicolon- or tab-separated values under a heading.
    Table,
    GeoJson,
}

/// A further name of the place with this id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherName {
    pub id: String,
    pub name: String,
}

/// A row that was not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row}: {reason}")]
pub struct BadRow {
    /// The line it begins on; in GeoJSON the feature; counted from 1.
    pub row: usize,
    pub reason: Reason,
}

/// Why a row was not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    #[error("it has no name in Arabic or Latin letters")]
    NoName,
    #[error("it has no latitude or no longitude")]
    NoPosition,
    #[error("latitude {0} or longitude {1} is not on the globe")]
    OffTheGlobe(String, String),
    #[error("it holds letters of another encoding than UTF-8")]
    NotUtf8,
    #[error("it has {0} columns; a GeoNames row has 19")]
    Columns(usize),
    #[error("{0:?} is not a sort of place that is read")]
    Sort(String),
    #[error("its geometry is {0:?}, not a point")]
    NotAPoint(String),
    #[error("it is no GeoJSON feature")]
    NotAFeature,
}

/// Why a whole file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("the file is empty")]
    Empty,
    #[error("the file has {0} bytes; at most {LIMIT_BYTES} are read")]
    TooLarge(usize),
    #[error("the file is no text")]
    Binary,
    #[error(
        "the file is neither a GeoNames dump, nor a table whose heading names latitude, longitude and a name, nor GeoJSON"
    )]
    Unknown,
    #[error("the file looks like GeoJSON, but its JSON is broken or cut short")]
    BrokenJson,
}

impl Import {
    fn new(label: &str, format: Format) -> Import {
        Import {
            label: label.to_string(),
            format,
            places: Vec::new(),
            names: Vec::new(),
            bad: Vec::new(),
            bad_rows: 0,
        }
    }

    fn refuse(&mut self, row: usize, reason: Reason) {
        self.bad_rows += 1;
        if self.bad.len() < KEPT_BAD_ROWS {
            self.bad.push(BadRow { row, reason });
        }
    }

    fn take(&mut self, row: usize, draft: Draft) {
        match draft.place() {
            Ok(place) => self.places.push(place),
            Err(reason) => self.refuse(row, reason),
        }
    }
}

/// Reads a file of places; `label` is what the reader calls it.
///
/// # Errors
/// When the file as a whole is empty, too large, no text, or in no format that is known.
pub fn read(label: &str, bytes: &[u8]) -> Result<Import, ImportError> {
    if bytes.len() > LIMIT_BYTES {
        return Err(ImportError::TooLarge(bytes.len()));
    }
    let text = decoded(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\0') {
        return Err(ImportError::Binary);
    }
    let Some(first) = text.lines().find(|line| !line.trim().is_empty()) else {
        return Err(ImportError::Empty);
    };
    if first.trim_start().starts_with(['{', '[']) {
        geojson::read(label, text)
    } else if geonames::is_names_row(first) {
        Ok(geonames::read_names(label, text))
    } else if geonames::is_row(first) {
        Ok(geonames::read(label, text))
    } else {
        table::read(label, text)
    }
}

/// A name that a newspaper may print, as the Arabic and the Latin name of a place: one of them is empty.
pub(super) fn name_of(name: &str) -> Option<(String, String)> {
    match names::arabic(name) {
        Some(arabic) => Some((arabic, String::new())),
        None => names::latin(name).map(|latin| (String::new(), latin)),
    }
}

/// The letters of a file: UTF-16 where its first bytes say so, else UTF-8.
fn decoded(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    let wide = |join: fn([u8; 2]) -> u16| {
        let units = bytes[2..]
            .chunks_exact(2)
            .map(|pair| join([pair[0], pair[1]]));
        let letters = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
        letters.collect::<String>().into()
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whole_files_are_refused_with_a_reason() {
        for (bytes, error) in [
            (&b""[..], ImportError::Empty),
            (b"\xef\xbb\xbf \r\n", ImportError::Empty),
            (b"PK\x03\x04\0\0", ImportError::Binary),
            (b"a,b\n1,2\n", ImportError::Unknown),
            ("اشتباكات قرب تدمر".as_bytes(), ImportError::Unknown),
            (b"{\"type\":\"Feature", ImportError::BrokenJson),
            (b"{\"type\":\"Topology\"}", ImportError::Unknown),
        ] {
            assert_eq!(read("x", bytes).unwrap_err(), error, "{bytes:?}");
        }
    }

    #[test]
    fn utf_16_is_read() {
        let text = "name_ar,lat,lon\nأم الرمان,32.4,36.6\n";
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(read("x", &bytes).unwrap().places[0].name_ar, "أم الرمان");
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read("x", &bytes);
        }

        #[test]
        fn any_rows_are_answered(rows in "(name|lat,|lon|[0-9.]{1,4}|\"|\t|\n|,|;|ا|ب|\\{|\\}|\\[|\\]){0,80}") {
            let _ = read("x", format!("name,lat,lon\n{rows}").as_bytes());
            let _ = read("x", rows.as_bytes());
        }
    }
}
