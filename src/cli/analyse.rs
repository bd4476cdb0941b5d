//! `makan analyse`: articles in, analyses out.

use super::input::{self, Input};
use super::lines::{self, Line};
use super::own::OwnPlaces;
use crate::analysis::Analysis;
use crate::export::{Format, csv::Heading};
use crate::{Corrections, Gazetteer, analyse};
use anyhow::{Context, bail};
use clap::Args;
use jiff::civil::Date;
use rayon::prelude::*;
use serde_json::json;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Lines that are read, worked on by all cores, and written, before the next are read.
const LINES_AT_ONCE: usize = 256;

#[derive(Args)]
pub struct Options {
    /// Files to read, each an article or a saved desk (with --jsonl: lines); none or - means standard input.
    files: Vec<PathBuf>,
    /// When the articles were published, such as 2016-04-05: what "yesterday" counts from.
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Date>,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Put a row of HXL tags under the names of the columns (with --format csv).
    #[arg(long, conflicts_with = "jsonl")]
    hxl: bool,
    /// Read one {"id", "text", "date"} a line and write one analysis a line, in the same order.
    #[arg(long, conflicts_with = "format")]
    jsonl: bool,
    #[command(flatten)]
    own: OwnPlaces,
}

pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let mut files = options.files.clone();
    if files.is_empty() {
        files.push("-".into());
    }
    if options.jsonl {
        return read_lines(&files, options.date, options.own.gazetteer()?);
    }
    let gazetteer = options.own.gazetteer()?;
    if options.hxl && options.format != Format::Csv {
        bail!("--hxl adds a row to a table: use it with --format csv");
    }
    let heading = match options.hxl {
        true => Heading::NamesAndHxl,
        false => Heading::Names,
    };
    let write = |analyses: &[Analysis]| options.format.write(analyses, gazetteer, heading);
    let mut analyses = Vec::new();
    let mut failed = false;
    let out = &mut io::stdout().lock();
    for file in &files {
        match input::read(file, options.date) {
            Ok(articles) => {
                for Input { id, kept } in articles {
                    let article = kept.article(id);
                    let analysis = analyse(&article, gazetteer, &kept.corrections);
                    match options.format {
                        // A line at a time, so that what is read first need not wait for the last.
                        Format::Json => out.write_all(write(&[analysis]).as_bytes())?,
                        _ => analyses.push(analysis),
                    }
                }
            }
            Err(error) => {
                failed = true;
                eprintln!("makan: {error:#}");
            }
        }
    }
    // A table of nothing would look like an answer.
    if !analyses.is_empty() {
        out.write_all(write(&analyses).as_bytes())?;
    }
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// A day on the command line.
pub fn date(argument: &str) -> Result<Date, String> {
    argument
        .parse()
        .map_err(|_| "it should look like 2016-04-05".to_string())
}

fn read_lines(
    files: &[PathBuf],
    date: Option<Date>,
    gazetteer: &Gazetteer,
) -> anyhow::Result<ExitCode> {
    let (mut total, mut bad) = (0, 0);
    for file in files {
        let mut reader: Box<dyn BufRead> = match file == Path::new("-") {
            true => Box::new(io::stdin().lock()),
            false => {
                Box::new(BufReader::new(File::open(file).with_context(|| {
                    format!("{} cannot be opened", file.display())
                })?))
            }
        };
        let out = &mut io::BufWriter::new(io::stdout().lock());
        loop {
            let chunk = lines::read(&mut reader, LINES_AT_ONCE)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            if chunk.is_empty() {
                break;
            }
            let answers: Vec<(bool, String)> = chunk
                .par_iter()
                .map(|line| answer(line, date, gazetteer))
                .collect();
            total += answers.len();
            for (good, answer) in answers {
                bad += usize::from(!good);
                write_line(out, &answer)?;
            }
            out.flush()?;
        }
    }
    if bad > 0 {
        eprintln!(
            "makan: {bad} of {total} lines could not be read; each has its error in the output"
        );
    }
    if total == 0 {
        // No failure: Spark runs the program on empty partitions, too.
        eprintln!("makan: there is no line to read");
    }
    Ok(ExitCode::SUCCESS)
}

/// One line of output, and whether it is an analysis.
fn answer(line: &Line, date: Option<Date>, gazetteer: &Gazetteer) -> (bool, String) {
    let analysis = lines::article(line, date).and_then(|article| {
        let analysis: Analysis = analyse(&article, gazetteer, &Corrections::default());
        serde_json::to_string(&analysis).map_err(|error| (Some(article.id), error.to_string()))
    });
    match analysis {
        Ok(json) => (true, json),
        Err((id, error)) => (false, json!({ "id": id, "error": error }).to_string()),
    }
}

fn write_line(out: &mut impl Write, line: &str) -> io::Result<()> {
    out.write_all(line.as_bytes())?;
    out.write_all(b"\n")
}
