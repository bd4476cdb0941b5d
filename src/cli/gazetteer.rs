//! `makan gazetteer`: build.

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
}

pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Build { tables, out } => build(&tables, &out),
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
