//! GeoNames: a country dump (`SY.txt`), and its names in many languages (`alternateNamesV2.txt`).
//!
//! The columns are described at <https://download.geonames.org/export/dump/readme.txt>.

use super::draft::Draft;
use super::sorts::{self, Holds};
use super::{Format, Import, OtherName, Reason};
use crate::text::number::decimal;

/// Languages whose names are taken; names without a language are, too.
const LANGUAGES: [&str; 3] = ["ar", "en", ""];

/// Whether a line is one of a dump: a number, names, and degrees where they belong.
pub(super) fn is_row(line: &str) -> bool {
    let cells: Vec<&str> = line.split('\t').collect();
    let degrees = |at: usize| cells.get(at).is_some_and(|c| decimal(c.trim()).is_some());
    cells.len() >= 15 && is_number(cells[0]) && degrees(4) && degrees(5)
}

/// Whether a line is one of the names: two numbers, a language, a name.
pub(super) fn is_names_row(line: &str) -> bool {
    let cells: Vec<&str> = line.split('\t').collect();
    (4..=10).contains(&cells.len())
        && is_number(cells[0])
        && is_number(cells[1])
        && cells[2].len() <= 7
        && cells[2]
            .chars()
            .all(|c| c.is_ascii_alphabetic() || c == '-')
}

fn is_number(cell: &str) -> bool {
    let cell = cell.trim();
    !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit())
}

/// Reads a dump.
pub(super) fn read(label: &str, text: &str) -> Import {
    let mut import = Import::new(label, Format::GeoNames);
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() < 15 {
            let reason = match line.contains(char::REPLACEMENT_CHARACTER) {
                true => Reason::NotUtf8,
                false => Reason::Columns(cells.len()),
            };
            import.refuse(number, reason);
            continue;
        }
        let sort = if cells[7].is_empty() {
            cells[6]
        } else {
            cells[7]
        };
        if sorts::kind_of(sort).is_none() {
            import.refuse(number, Reason::Sort(sort.chars().take(40).collect()));
            continue;
        }
        let mut draft = Draft::new(format!("gn:{}", cells[0].trim()), None);
        draft.take(Holds::Name, cells[1]);
        draft.take(Holds::Name, cells[2]);
        draft.take(Holds::OtherNames, cells[3]);
        draft.take(Holds::Lat, cells[4]);
        draft.take(Holds::Lon, cells[5]);
        draft.take(Holds::Sort, sort);
        draft.take(Holds::Country, cells[8]);
        if cells[8] == "SY" {
            draft.take(
                Holds::Governorate,
                sorts::governorate_of_number(cells[10]).unwrap_or(""),
            );
        }
        draft.take(Holds::People, cells[14]);
        import.take(number, draft);
    }
    import
}

/// Reads names; those of other languages than Arabic and English, links and codes are passed over.
pub(super) fn read_names(label: &str, text: &str) -> Import {
    let mut import = Import::new(label, Format::GeoNamesNames);
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() < 4 || !is_number(cells[1]) {
            import.refuse(number, Reason::Columns(cells.len()));
        } else if LANGUAGES.contains(&cells[2].trim()) {
            import.names.push(OtherName {
                id: format!("gn:{}", cells[1].trim()),
                name: cells[3].trim().to_string(),
            });
        }
    }
    import
}
