//! `--gazetteer FILE`: the reader's own places beside the bundled ones.

use crate::Gazetteer;
use crate::gazetteer::import;
use anyhow::{Context, anyhow};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// Bad rows of a file that are said one by one.
const SAID: usize = 5;

#[derive(Args)]
pub struct OwnPlaces {
    /// A file of places to use beside the bundled ones: a GeoNames dump (with or without its alternate names), a table
    /// with a heading, or GeoJSON points. May be given several times.
    #[arg(long = "gazetteer", value_name = "FILE")]
    own_files: Vec<PathBuf>,
}

impl OwnPlaces {
    /// The bundled gazetteer, or one with the files laid over it; rows that could not be used are said on
    /// standard error.
    ///
    /// # Errors
    /// When a file cannot be read at all.
    pub fn gazetteer(&self) -> anyhow::Result<&'static Gazetteer> {
        if self.own_files.is_empty() {
            return Ok(Gazetteer::bundled());
        }
        let mut imports = Vec::new();
        for file in &self.own_files {
            let bytes =
                fs::read(file).with_context(|| format!("{} cannot be opened", file.display()))?;
            let label = file.file_name().unwrap_or_default().to_string_lossy();
            let import = import::read(&label, &bytes)
                .map_err(|error| anyhow!("{}: {error}", file.display()))?;
            say(file, &import);
            imports.push(import);
        }
        // It lives as long as the program, like the bundled one.
        Ok(Box::leak(Box::new(Gazetteer::bundled().with_own(&imports))))
    }
}

fn say(file: &Path, import: &import::Import) {
    if import.bad_rows == 0 {
        return;
    }
    let name = file.display();
    eprintln!("makan: {name}: {} rows could not be used", import.bad_rows);
    for bad in import.bad.iter().take(SAID) {
        eprintln!("makan: {name}: {bad}");
    }
    if import.bad_rows > SAID {
        eprintln!("makan: {name}: … and {} more", import.bad_rows - SAID);
    }
}
