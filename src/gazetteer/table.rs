//! The curated tables: tab-separated rows that people mend by hand (`data/places/README.md`).

use super::place::{Also, Kind, Place};
use std::collections::HashMap;

/// The columns, in the order of the files.
pub const COLUMNS: [&str; 17] = [
    "id",
    "name_ar",
    "alt_ar",
    "name_en",
    "alt_en",
    "kind",
    "lat",
    "lon",
    "radius_km",
    "admin1",
    "admin2",
    "admin3",
    "importance",
    "also",
    "note",
    "certainty",
    "source",
];

/// A row that cannot be used, with the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct RowError {
    /// Counted from 1.
    pub line: usize,
    pub what: String,
}

/// What a table holds: its usable places, their sources by name, and its broken rows.
#[derive(Debug, Default)]
pub struct Table {
    pub places: Vec<(Place, Remarks)>,
    pub errors: Vec<RowError>,
}

/// What a row says that no reader of articles needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remarks {
    pub note: String,
    pub certainty: String,
    pub source: String,
    pub line: usize,
}

/// Reads a table; broken rows are reported and left out.
pub fn read(tsv: &str) -> Table {
    let mut table = Table::default();
    let mut header: Option<HashMap<&str, usize>> = None;
    for (index, line) in tsv.lines().enumerate() {
        let line_number = index + 1;
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let Some(columns) = &header else {
            header = Some(
                cells
                    .iter()
                    .enumerate()
                    .map(|(i, name)| (*name, i))
                    .collect(),
            );
            if cells != COLUMNS {
                table.errors.push(RowError {
                    line: line_number,
                    what: format!(
                        "the first row should name the columns {}",
                        COLUMNS.join(", ")
                    ),
                });
            }
            continue;
        };
        match row(&cells, columns, line_number) {
            Ok(place) => table.places.push(place),
            Err(what) => table.errors.push(RowError {
                line: line_number,
                what,
            }),
        }
    }
    table
}

fn row(
    cells: &[&str],
    columns: &HashMap<&str, usize>,
    line: usize,
) -> Result<(Place, Remarks), String> {
    if cells.len() != columns.len() {
        return Err(format!(
            "{} cells instead of {}",
            cells.len(),
            columns.len()
        ));
    }
    let cell = |name: &str| columns.get(name).map_or("", |&i| cells[i]);
    let number = |name: &str| -> Result<f64, String> {
        cell(name)
            .parse::<f64>()
            .ok()
            .filter(|n| n.is_finite())
            .ok_or_else(|| format!("{name} is no number: {:?}", cell(name)))
    };
    let within = |name: &str, low: f64, high: f64| -> Result<f64, String> {
        number(name).and_then(|n| {
            (low..=high)
                .contains(&n)
                .then_some(n)
                .ok_or_else(|| format!("{name} {n} is not between {low} and {high}"))
        })
    };
    let whole = |n: f64| match n.fract() {
        0.0 => Ok(n as u8),
        _ => Err(format!("importance {n} is no whole number")),
    };
    let list = |name: &str| -> Vec<String> {
        cell(name)
            .split('|')
            .map(str::trim)
            .filter(|n| !n.is_empty())
            .map(str::to_string)
            .collect()
    };
    let kind = cell("kind");
    let admin1 = cell("admin1");
    if cell("id").is_empty() || (cell("name_ar").is_empty() && cell("name_en").is_empty()) {
        return Err("id or name is missing".into());
    }
    let mut also = Also::default();
    for flag in list("also") {
        match flag.as_str() {
            "word" => also.word = true,
            "person" => also.person = true,
            "foreign" => also.foreign = true,
            other => return Err(format!("also {other:?} is not word, person or foreign")),
        }
    }
    let id = match cell("id") {
        id if id.contains(':') => id.to_string(),
        id => format!("mk:{id}"),
    };
    let place = Place {
        id,
        name_ar: cell("name_ar").to_string(),
        alt_ar: list("alt_ar"),
        name_en: cell("name_en").to_string(),
        alt_en: list("alt_en"),
        kind: kind
            .parse::<Kind>()
            .map_err(|()| format!("unknown kind {kind:?}"))?,
        lat: within("lat", -90.0, 90.0)?,
        lon: within("lon", -180.0, 180.0)?,
        radius_km: within("radius_km", 0.05, 6000.0)?,
        admin1: if admin1.contains('-') { admin1 } else { "" }.to_string(),
        country: admin1.split('-').next().unwrap_or_default().to_string(),
        admin2: cell("admin2").to_string(),
        admin3: cell("admin3").to_string(),
        importance: within("importance", 0.0, 9.0).and_then(whole)?,
        also,
        source: 0,
    };
    if place.country.len() != 2 {
        return Err(format!("admin1 {admin1:?} is no ISO code"));
    }
    let remarks = Remarks {
        note: cell("note").to_string(),
        certainty: cell("certainty").to_string(),
        source: cell("source").to_string(),
        line,
    };
    Ok((place, remarks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_row_is_named_and_the_rest_is_read() {
        let header = COLUMNS.join("\t");
        let good = "hm-x\tكذا\t\tKadha\t\tvillage\t35.1\t36.7\t1\tSY-HM\t\t\t2\tword\t\tsure\town knowledge";
        let tsv = format!(
            "# remark\n{header}\n{good}\n{}\n{}\n",
            good.replace("35.1", "x"),
            good.replace("village", "moon")
        );
        let table = read(&tsv);
        assert_eq!(table.places.len(), 1);
        assert!(table.places[0].0.also.word);
        let lines: Vec<usize> = table.errors.iter().map(|e| e.line).collect();
        assert_eq!(lines, [4, 5]);
        assert!(table.errors[1].what.contains("moon"));
    }
}
