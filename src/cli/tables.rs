//! The tables on disk: `data/places/*.tsv`, and those that packages are turned into.

use crate::gazetteer::table::{self, Remarks};
use crate::gazetteer::{Gazetteer, Place, packed};
use anyhow::{Context, bail};
use std::fs;
use std::path::Path;

use super::merge::merge;

/// The rows of one file, broken ones left out.
#[derive(Debug)]
pub struct TableFile {
    /// Its path below the directory of tables, with slashes.
    pub name: String,
    pub rows: Vec<(Place, Remarks)>,
    pub problems: Vec<Problem>,
}

/// Something wrong in a table: where, and what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct Problem {
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub what: String,
}

impl TableFile {
    /// Reads the text of one table.
    pub fn read(name: &str, tsv: &str) -> TableFile {
        let table = table::read(tsv);
        TableFile {
            name: name.to_string(),
            rows: table.places,
            problems: table
                .errors
                .into_iter()
                .map(|error| Problem {
                    file: name.to_string(),
                    line: error.line,
                    what: error.what,
                })
                .collect(),
        }
    }

    /// Whether a program writes it, not a person.
    pub fn is_package(&self) -> bool {
        self.name.starts_with("packages/")
    }
}

/// Reads every table below `directory`: those that people write, then those of packages, each by name.
///
/// # Errors
/// When the directory or a file in it cannot be read, or there is no table.
pub fn read_tables(directory: &Path) -> anyhow::Result<Vec<TableFile>> {
    let mut tables = Vec::new();
    for folder in ["", "packages/"] {
        let path = directory.join(folder);
        let entries =
            fs::read_dir(&path).with_context(|| format!("there is no {}", path.display()))?;
        let mut names = Vec::new();
        for entry in entries {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.ends_with(".tsv") {
                names.push(name);
            }
        }
        names.sort();
        for name in names {
            let file = path.join(&name);
            let tsv = fs::read_to_string(&file)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            tables.push(TableFile::read(&format!("{folder}{name}"), &tsv));
        }
    }
    if tables.is_empty() {
        bail!("there is no table in {}", directory.display());
    }
    Ok(tables)
}

/// The compact file of these tables: the same tables give the same bytes.
///
/// # Errors
/// When an id is used twice, or there are more places, sources or regions than the format holds.
pub fn compact(tables: &[TableFile]) -> anyhow::Result<Vec<u8>> {
    let merged = merge(tables);
    let pack =
        |version: &str| packed::pack(version, &merged.sources, &merged.places, &merged.other_ids);
    let version = packed::fingerprint(&pack(""));
    let bytes = pack(&version);
    let gazetteer = Gazetteer::from_bytes(&bytes)?;
    let same = gazetteer.places().len() == merged.places.len()
        && merged
            .places
            .iter()
            .zip(0..)
            .all(|(place, index)| gazetteer.index_of(&place.id) == Some(index));
    if !same {
        bail!("two places have one id, or the compact format cannot hold so many places");
    }
    Ok(bytes)
}
