//! `makan gazetteer`: search, count, build and check.

use super::lint::{Outlines, lint};
use super::own::OwnPlaces;
use super::tables::{compact, read_tables};
use crate::gazetteer::{Found, Gazetteer, Place};
use anyhow::{Context, bail};
use clap::Subcommand;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum Command {
    /// Search names: exact, by beginning, by sound, with slips.
    Find {
        /// The names; none means one a line on standard input.
        names: Vec<String>,
        /// Write one JSON object a name.
        #[arg(long)]
        json: bool,
        /// The most places to give for a name.
        #[arg(long, default_value_t = 5)]
        limit: usize,
        #[command(flatten)]
        own: OwnPlaces,
    },
    /// Count the places by kind, governorate or country, and source.
    Stats {
        #[command(flatten)]
        own: OwnPlaces,
    },
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
        Command::Find {
            names,
            json,
            limit,
            own,
        } => find(names, json, limit, own.gazetteer()?),
        Command::Stats { own } => stats(own.gazetteer()?),
        Command::Build { tables, out } => build(&tables, &out),
        Command::Check { tables, out, map } => check(&tables, &out, &map),
    }
}

fn find(
    names: Vec<String>,
    json: bool,
    limit: usize,
    gazetteer: &Gazetteer,
) -> anyhow::Result<ExitCode> {
    let out = &mut io::BufWriter::new(io::stdout().lock());
    let mut missed = false;
    let mut answer = |name: &str| -> anyhow::Result<()> {
        let found = gazetteer.find(name, limit);
        missed |= found.is_empty();
        if json {
            let candidates: Vec<_> = found.iter().map(|f| candidate(gazetteer, f)).collect();
            writeln!(out, "{}", json!({ "name": name, "candidates": candidates }))?;
            return Ok(());
        }
        if found.is_empty() {
            eprintln!("makan: the gazetteer knows no {name}");
        }
        for found in found {
            let place = gazetteer.place(found.place);
            writeln!(
                out,
                "{}\t{}\t{}\t{:.4}\t{:.4}\t{}\t{}",
                place.name_ar,
                place.name_en,
                place.kind,
                place.lat,
                place.lon,
                admin_path(place).join(" / "),
                place.id
            )?;
        }
        Ok(())
    };
    if names.is_empty() {
        for line in io::stdin().lock().lines() {
            answer(line.context("standard input cannot be read")?.trim())?;
        }
    } else {
        for name in &names {
            answer(name)?;
        }
    }
    out.flush()?;
    Ok(if missed && !json {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn candidate(gazetteer: &Gazetteer, found: &Found) -> Value {
    let place = gazetteer.place(found.place);
    json!({
        "id": place.id,
        "name_ar": place.name_ar,
        "name_en": place.name_en,
        "kind": place.kind.slug(),
        "feature": place.kind.feature(),
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "admin1": (!place.admin1.is_empty()).then_some(&place.admin1),
        "admin_path": admin_path(place),
        "country": place.country,
        "importance": place.importance,
        "fit": (f64::from(found.fit) * 1000.0).round() / 1000.0,
        "source": gazetteer.sources().get(usize::from(place.source)),
    })
}

/// Country, governorate, district and subdistrict, as far as they are known.
fn admin_path(place: &Place) -> Vec<&str> {
    [&place.country, &place.admin1, &place.admin2, &place.admin3]
        .into_iter()
        .map(String::as_str)
        .filter(|name| !name.is_empty())
        .collect()
}

fn stats(gazetteer: &Gazetteer) -> anyhow::Result<ExitCode> {
    let out = &mut io::BufWriter::new(io::stdout().lock());
    let places = gazetteer.places();
    let names: usize = places
        .iter()
        .map(|p| p.arabic_names().count() + p.latin_names().count())
        .sum();
    writeln!(
        out,
        "version {}: {} places, {names} names",
        gazetteer.version(),
        places.len()
    )?;
    let region = |p: &Place| {
        if p.admin1.is_empty() {
            p.country.clone()
        } else {
            p.admin1.clone()
        }
    };
    let source = |p: &Place| {
        gazetteer
            .sources()
            .get(usize::from(p.source))
            .cloned()
            .unwrap_or_default()
    };
    count(out, "kind", places.iter().map(|p| p.kind.to_string()))?;
    count(out, "governorate or country", places.iter().map(region))?;
    count(out, "source", places.iter().map(source))?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Writes how often each value occurs, the most frequent first.
fn count(
    out: &mut impl Write,
    title: &str,
    values: impl Iterator<Item = String>,
) -> io::Result<()> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    writeln!(out, "\nby {title}")?;
    for (value, n) in counts {
        writeln!(out, "{n:6}  {value}")?;
    }
    Ok(())
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
