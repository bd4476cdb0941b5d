//! What lists of places mean by the words and codes for the sort of a place, and by their headings.

use crate::gazetteer::place::Kind;
use crate::text::fold_name;
use crate::text::word_list::{parts, rows};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Name,
    OtherNames,
    Lat,
    Lon,
    Sort,
    People,
    Id,
    Governorate,
    Country,
    /// The name of the administrative area of this level, 0 the country, that the place lies in or is.
    Area(u8),
}

/// Letters and figures only, folded: "Admin1 Name_EN" is admin1nameen.
fn plain(word: &str) -> String {
    let folded = fold_name(word);
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn words_of(
    file: &'static str,
) -> impl Iterator<Item = (&'static str, impl Iterator<Item = String>)> {
    rows(file).filter_map(|row| match row[..] {
        [head, words] => Some((head, parts(words).map(plain))),
        _ => None,
    })
}

static KINDS: LazyLock<FxHashMap<String, Kind>> = LazyLock::new(|| {
    let mut kinds = FxHashMap::default();
    for (slug, words) in words_of(include_str!("../../../data/words/place_sorts.tsv")) {
        if let Ok(kind) = slug.parse() {
            kinds.extend(words.map(|word| (word, kind)));
        }
    }
    for &kind in Kind::ALL {
        for word in [kind.slug(), kind.feature(), kind.name_ar()] {
            kinds.entry(plain(word)).or_insert(kind);
        }
    }
    kinds
});

/// The kind that a word or a feature code means.
pub(super) fn kind_of(sort: &str) -> Option<Kind> {
    KINDS.get(&plain(sort)).copied()
}

static HEADINGS: LazyLock<FxHashMap<String, Holds>> = LazyLock::new(|| {
    let mut headings = FxHashMap::default();
    for (holds, words) in words_of(include_str!("../../../data/words/columns.tsv")) {
        let holds = match holds {
            "name" => Holds::Name,
            "other" => Holds::OtherNames,
            "lat" => Holds::Lat,
            "lon" => Holds::Lon,
            "sort" => Holds::Sort,
            "people" => Holds::People,
            "id" => Holds::Id,
            "governorate" => Holds::Governorate,
            "country" => Holds::Country,
            _ => continue,
        };
        headings.extend(words.map(|word| (word, holds)));
    }
    headings
});

/// What the columns under these headings hold. Where none holds the name, the deepest areas are what the rows are
/// about: their level is given, too.
pub(super) fn columns<'a>(
    headings: impl Iterator<Item = &'a str>,
) -> (Vec<Option<Holds>>, Option<u8>) {
    let mut columns: Vec<Option<Holds>> = headings.map(column).collect();
    if columns.contains(&Some(Holds::Name)) {
        return (columns, None);
    }
    let level = |holds: &Option<Holds>| match holds {
        Some(Holds::Area(level)) => Some(*level),
        _ => None,
    };
    let deepest = columns.iter().filter_map(level).max();
    for holds in &mut columns {
        if deepest.is_some() && level(holds) == deepest {
            *holds = Some(Holds::Name);
        }
    }
    (columns, deepest)
}

/// What the column under a heading holds; none for what is of no use here.
fn column(heading: &str) -> Option<Holds> {
    let heading = plain(heading);
    if let Some(&holds) = HEADINGS.get(&heading) {
        return Some(holds);
    }
    // admin3Name_ar, ADM1_EN, adm4_name1
    let rest = heading
        .strip_prefix("admin")
        .or_else(|| heading.strip_prefix("adm"))?;
    let level = rest.chars().next()?.to_digit(10)?;
    let behind = rest[1..].trim_end_matches(|c: char| c.is_ascii_digit());
    matches!(
        behind,
        "" | "name" | "en" | "ar" | "nameen" | "namear" | "nameeng" | "nameara" | "eng" | "ara"
    )
    .then_some(Holds::Area(level as u8))
}

struct Governorate {
    iso: &'static str,
    number: &'static str,
    names: Vec<String>,
}

static GOVERNORATES: LazyLock<Vec<Governorate>> = LazyLock::new(|| {
    rows(include_str!("../../../data/words/governorates.tsv"))
        .filter_map(|row| match row[..] {
            [iso, number, names] => Some(Governorate {
                iso,
                number,
                names: parts(names).map(bare).collect(),
            }),
            _ => None,
        })
        .collect()
});

/// A governorate's name without articles and the word for it.
fn bare(name: &str) -> String {
    let folded = fold_name(name).replace(['-', '\''], " ");
    let words = folded.split_whitespace().filter(|w| {
        !matches!(
            *w,
            "محافظه" | "governorate" | "province" | "al" | "el" | "as" | "ar" | "ad"
        )
    });
    words.map(|w| w.strip_prefix("ال").unwrap_or(w)).collect()
}

/// The ISO 3166-2 code of the governorate that a list names by code, number or name.
pub(super) fn governorate(written: &str) -> Option<&'static str> {
    let name = bare(written);
    let known = GOVERNORATES
        .iter()
        .find(|g| g.iso == written.trim() || g.names.contains(&name))?;
    Some(known.iso)
}

/// The same by the number that GeoNames gives it.
pub(super) fn governorate_of_number(number: &str) -> Option<&'static str> {
    let known = GOVERNORATES.iter().find(|g| g.number == number)?;
    Some(known.iso)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_lists_is_of_use() {
        for row in rows(include_str!("../../../data/words/place_sorts.tsv")) {
            assert!(row.len() == 2 && row[0].parse::<Kind>().is_ok(), "{row:?}");
        }
        let headings: usize = rows(include_str!("../../../data/words/columns.tsv")).count();
        assert_eq!(headings, 9);
        assert_eq!(GOVERNORATES.len(), 14);
    }

    #[test]
    fn headings_and_sorts_are_known_however_they_are_written() {
        for (heading, holds) in [
            ("Latitude", Some(Holds::Lat)),
            ("geom:longitude", Some(Holds::Lon)),
            ("name:ar", Some(Holds::Name)),
            ("admin1Name_en", Some(Holds::Area(1))),
            ("ADM3_AR", Some(Holds::Area(3))),
            ("admin4Pcode", Some(Holds::Id)),
            ("admin1Pcode", None),
            ("الاسم", Some(Holds::Name)),
            ("remark", None),
        ] {
            assert_eq!(column(heading), holds, "{heading}");
        }
        for (sort, kind) in [
            ("PPL", Some(Kind::Village)),
            ("Village", Some(Kind::Village)),
            ("قرية", Some(Kind::Village)),
            ("locality", Some(Kind::Village)),
            ("AIRB", Some(Kind::Airbase)),
            ("HTL", None),
        ] {
            assert_eq!(kind_of(sort), kind, "{sort}");
        }
        for (written, iso) in [
            ("SY-HL", "SY-HL"),
            ("محافظة حلب", "SY-HL"),
            ("Al-Hasakeh", "SY-HA"),
            ("Deir-ez-Zor", "SY-DY"),
            ("Dar'a", "SY-DR"),
            ("As-Sweida", "SY-SU"),
            ("Rural Damascus", "SY-RD"),
        ] {
            assert_eq!(governorate(written), Some(iso), "{written}");
        }
        assert_eq!(governorate("Mardin"), None);
    }
}
