//! `makan gazetteer`: build.

use super::lint::{Outlines, lint};
use super::tables::{compact, read_tables};
use crate::Gazetteer;
use anyhow::{Context, bail};
use clap::Subcommand;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum Command {
    /// Build the compact file from the tables.
    Build {
        /// The directory of tables.
        #[arg(long, default_value = "data/places")]
        tables: PathBuf,
        /// The file to write.
        #[arg(long, default_value = "public/gazetteer.bin")]
        out: PathBuf,
    },
    /// Say what is wrong in the tables, and whether the compact file is what they give.
    Check {
        /// The directory of tables.
        #[arg(long, default_value = "data/places")]
        tables: PathBuf,
        /// The compact file.
        #[arg(long, default_value = "public/gazetteer.bin")]
        out: PathBuf,
        /// The base map, for the governorates' outlines.
        #[arg(long, default_value = "public/basemap.json")]
        map: PathBuf,
    },
}

pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Build { tables, out } => build(&tables, &out),
        Command::Check { tables, out, map } => check(&tables, &out, &map),
    }
}

fn build(directory: &Path, out: &Path) -> anyhow::Result<ExitCode> {
    let tables = read_tables(directory)?;
    let problems: Vec<_> = tables.iter().flat_map(|t| &t.problems).collect();
    for problem in &problems {
        eprintln!("{}/{problem}", directory.display());
    }
    if !problems.is_empty() {
        bail!("{} rows are broken; nothing was written", problems.len());
    }
    let bytes = compact(&tables)?;
    fs::write(out, &bytes).with_context(|| format!("{} cannot be written", out.display()))?;
    let gazetteer = Gazetteer::from_bytes(&bytes)?;
    println!(
        "{}: {} places, {} bytes, version {}",
        out.display(),
        gazetteer.places().len(),
        bytes.len(),
        gazetteer.version()
    );
    Ok(ExitCode::SUCCESS)
}

fn check(directory: &Path, file: &Path, map: &Path) -> anyhow::Result<ExitCode> {
    let map =
        fs::read_to_string(map).with_context(|| format!("{} cannot be read", map.display()))?;
    let tables = read_tables(directory)?;
    let problems = lint(&tables, &Outlines::read(&map)?);
    for problem in &problems {
        println!("{}/{problem}", directory.display());
    }
    if !problems.is_empty() {
        bail!("{} problems", problems.len());
    }
    let built = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    if built != compact(&tables)? {
        bail!(
            "{} is older than the tables: run makan gazetteer build",
            file.display()
        );
    }
    Ok(ExitCode::SUCCESS)
}
