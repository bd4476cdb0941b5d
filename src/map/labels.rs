//! The names on the base map that belong to no settlement, from `data/basemap/labels.tsv`.

use super::earth::Spot;
use crate::text::number::decimal;
use crate::text::word_list;

const LABELS: &str = include_str!("../../data/basemap/labels.tsv");

/// A governorate as the base map letters it.
#[derive(Debug, Clone, PartialEq)]
pub struct Governorate {
    /// ISO 3166-2.
    pub code: &'static str,
    pub name_ar: &'static str,
    /// Where its name stands.
    pub spot: Spot,
}

/// The governorates of Syria.
pub fn governorates() -> impl Iterator<Item = Governorate> {
    word_list::rows(LABELS).filter_map(|row| {
        let [code, "governorate", name_ar, _, lat, lon, ..] = row[..] else {
            return None;
        };
        Some(Governorate {
            code,
            name_ar,
            spot: (decimal(lon)?, decimal(lat)?),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fourteen_are_there_and_in_syria() {
        let all = governorates().collect::<Vec<_>>();
        assert_eq!(all.len(), 14);
        assert!(all.iter().all(|g| g.code.starts_with("SY-")
            && (35.0..43.0).contains(&g.spot.0)
            && (32.0..38.0).contains(&g.spot.1)));
    }
}
