//! The compact file: one column after another, postcard-encoded, so that it compresses well.

use super::place::{Also, Kind, Place};
use serde::{Deserialize, Serialize};

/// First bytes of every file of this format; the digit is its version.
pub const MAGIC: &[u8; 6] = b"MAKAN1";

/// Why a gazetteer file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GazetteerError {
    #[error("this is not a gazetteer file of this version (it should begin with MAKAN1)")]
    NotOurs,
    #[error("the gazetteer file is damaged or cut short")]
    Damaged,
    #[error("the gazetteer file holds a value out of range in row {0}")]
    OutOfRange(usize),
}

/// Degrees are kept in steps of this size: 11 m.
const STEP: f64 = 1e-4;

#[derive(Serialize, Deserialize)]
struct Columns {
    version: String,
    sources: Vec<String>,
    /// `country/admin1` pairs.
    regions: Vec<String>,
    /// District and subdistrict names, tab between.
    districts: Vec<String>,
    /// Newline-separated, one line a place.
    ids: String,
    /// `name|alternative|…`
    arabic: String,
    latin: String,
    kinds: Vec<u8>,
    lats: Vec<i32>,
    lons: Vec<i32>,
    /// Tenths of a km.
    radii: Vec<u16>,
    region: Vec<u8>,
    district: Vec<u16>,
    importance: Vec<u8>,
    also: Vec<u8>,
    source: Vec<u8>,
    other_ids: Vec<(String, u32)>,
}

/// What a file of the compact format holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    pub version: String,
    pub sources: Vec<String>,
    pub places: Vec<Place>,
    /// Further ids, each with the number of the place it stands for.
    pub other_ids: Vec<(String, u32)>,
}

/// Writes places into the compact format.
pub fn pack(
    version: &str,
    sources: &[String],
    places: &[Place],
    other_ids: &[(String, u32)],
) -> Vec<u8> {
    let mut columns = Columns {
        version: version.to_string(),
        sources: sources.to_vec(),
        regions: Vec::new(),
        districts: Vec::new(),
        ids: String::new(),
        arabic: String::new(),
        latin: String::new(),
        kinds: Vec::new(),
        lats: Vec::new(),
        lons: Vec::new(),
        radii: Vec::new(),
        region: Vec::new(),
        district: Vec::new(),
        importance: Vec::new(),
        also: Vec::new(),
        source: Vec::new(),
        other_ids: other_ids.to_vec(),
    };
    for place in places {
        columns.ids += &place.id;
        columns.ids.push('\n');
        columns.arabic += &joined(&place.name_ar, &place.alt_ar);
        columns.arabic.push('\n');
        columns.latin += &joined(&place.name_en, &place.alt_en);
        columns.latin.push('\n');
        columns.kinds.push(place.kind as u8);
        columns.lats.push((place.lat / STEP).round() as i32);
        columns.lons.push((place.lon / STEP).round() as i32);
        columns.radii.push((place.radius_km * 10.0).round() as u16);
        let region = format!("{}/{}", place.country, place.admin1);
        columns
            .region
            .push(number_of(&mut columns.regions, region) as u8);
        let district = format!("{}\t{}", place.admin2, place.admin3);
        columns
            .district
            .push(number_of(&mut columns.districts, district) as u16);
        columns.importance.push(place.importance);
        columns.also.push(
            u8::from(place.also.word)
                | u8::from(place.also.person) << 1
                | u8::from(place.also.foreign) << 2,
        );
        columns.source.push(place.source);
    }
    let mut out = MAGIC.to_vec();
    out.extend(postcard::to_allocvec(&columns).unwrap_or_default());
    out
}

/// Eight hexadecimal digits that change with the bytes (FNV-1a).
pub fn fingerprint(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}

/// Names in one line, bars between; the usual one is there even when it is empty.
fn joined(usual: &str, others: &[String]) -> String {
    let mut line = usual.to_string();
    for name in others {
        line.push('|');
        line.push_str(name);
    }
    line
}

/// The number of `value` in `table`, added if it is new.
fn number_of(table: &mut Vec<String>, value: String) -> usize {
    table.iter().position(|v| *v == value).unwrap_or_else(|| {
        table.push(value);
        table.len() - 1
    })
}

/// Reads the compact format back.
///
/// # Errors
/// When the bytes are no gazetteer, cut short, or hold values out of range.
pub fn unpack(bytes: &[u8]) -> Result<Contents, GazetteerError> {
    let body = bytes
        .strip_prefix(MAGIC.as_slice())
        .ok_or(GazetteerError::NotOurs)?;
    let columns: Columns = postcard::from_bytes(body).map_err(|_| GazetteerError::Damaged)?;
    let count = columns.kinds.len();
    let lengths = [
        columns.lats.len(),
        columns.lons.len(),
        columns.radii.len(),
        columns.region.len(),
        columns.district.len(),
        columns.importance.len(),
        columns.also.len(),
        columns.source.len(),
    ];
    if lengths.iter().any(|&l| l != count) {
        return Err(GazetteerError::Damaged);
    }
    let mut ids = columns.ids.lines();
    let mut arabic = columns.arabic.lines();
    let mut latin = columns.latin.lines();
    let mut places = Vec::with_capacity(count);
    for row in 0..count {
        let wrong = || GazetteerError::OutOfRange(row);
        let (Some(id), Some(arabic), Some(latin)) = (ids.next(), arabic.next(), latin.next())
        else {
            return Err(GazetteerError::Damaged);
        };
        let (name_ar, alt_ar) = split_names(arabic);
        let (name_en, alt_en) = split_names(latin);
        let region = columns
            .regions
            .get(usize::from(columns.region[row]))
            .ok_or_else(wrong)?;
        let (country, admin1) = region.split_once('/').ok_or_else(wrong)?;
        let district = columns
            .districts
            .get(usize::from(columns.district[row]))
            .ok_or_else(wrong)?;
        let (admin2, admin3) = district.split_once('\t').ok_or_else(wrong)?;
        let (lat, lon) = (
            f64::from(columns.lats[row]) / 1e4,
            f64::from(columns.lons[row]) / 1e4,
        );
        if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
            return Err(wrong());
        }
        let also = columns.also[row];
        places.push(Place {
            id: id.to_string(),
            name_ar,
            alt_ar,
            name_en,
            alt_en,
            kind: Kind::from_number(columns.kinds[row]).ok_or_else(wrong)?,
            lat,
            lon,
            radius_km: f64::from(columns.radii[row]) / 10.0,
            admin1: admin1.to_string(),
            country: country.to_string(),
            admin2: admin2.to_string(),
            admin3: admin3.to_string(),
            importance: columns.importance[row].min(9),
            also: Also {
                word: also & 1 != 0,
                person: also & 2 != 0,
                foreign: also & 4 != 0,
            },
            source: columns.source[row],
        });
    }
    if columns
        .other_ids
        .iter()
        .any(|(_, place)| *place as usize >= count)
    {
        return Err(GazetteerError::Damaged);
    }
    Ok(Contents {
        version: columns.version,
        sources: columns.sources,
        places,
        other_ids: columns.other_ids,
    })
}

fn split_names(line: &str) -> (String, Vec<String>) {
    let mut names = line.split('|').map(str::to_string);
    (names.next().unwrap_or_default(), names.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> Place {
        Place {
            id: "mk:hi-tadmur".into(),
            name_ar: "تدمر".into(),
            alt_ar: vec!["بالميرا".into()],
            name_en: "Palmyra".into(),
            alt_en: vec!["Tadmur".into()],
            kind: Kind::Town,
            lat: 34.5624,
            lon: 38.284,
            radius_km: 3.0,
            admin1: "SY-HI".into(),
            country: "SY".into(),
            admin2: "تدمر".into(),
            admin3: String::new(),
            importance: 7,
            also: Also {
                word: false,
                person: true,
                foreign: false,
            },
            source: 0,
        }
    }

    #[test]
    fn what_is_packed_comes_back() {
        let contents = Contents {
            version: "1".into(),
            sources: vec!["own".into()],
            places: vec![place()],
            other_ids: vec![("gn:1".into(), 0)],
        };
        let bytes = pack(
            &contents.version,
            &contents.sources,
            &contents.places,
            &contents.other_ids,
        );
        assert_eq!(unpack(&bytes), Ok(contents));
    }

    #[test]
    fn hostile_files_are_refused() {
        let bytes = pack("1", &[], &[place()], &[]);
        assert_eq!(unpack(b"PK\x03\x04").unwrap_err(), GazetteerError::NotOurs);
        for length in 0..bytes.len() {
            assert!(unpack(&bytes[..length]).is_err());
        }
        let mut far = place();
        far.lat = 4000.0;
        assert_eq!(
            unpack(&pack("1", &[], &[far], &[])).unwrap_err(),
            GazetteerError::OutOfRange(0)
        );
    }
}
