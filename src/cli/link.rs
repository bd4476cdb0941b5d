//! `makan link`: the same links as the app makes, for scripts.

use super::analyse::{date, read_article};
use crate::share::{self, Content, Findings, Shared};
use crate::{ENGINE, Gazetteer};
use anyhow::anyhow;
use clap::{Args, Subcommand};
use jiff::civil::Date;
use serde_json::json;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum Command {
    /// Write the link that carries an article: what follows the app's address.
    Encode(Encode),
    /// Write what a link carries, as JSON.
    Decode {
        /// The link, with or without the app's address; - means standard input.
        link: String,
    },
}

#[derive(Args)]
pub struct Encode {
    /// The article; - means standard input.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Carry the places, distances and events with only their own words, not the article.
    #[arg(long)]
    findings_only: bool,
    /// When the article was published, such as 2016-04-05.
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Date>,
    /// Where it was published: a name or an address.
    #[arg(long, value_name = "TEXT", default_value_t)]
    source: String,
    /// What it is called.
    #[arg(long, value_name = "TEXT", default_value_t)]
    title: String,
}

pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    let line = match command {
        Command::Encode(options) => encode(options)?,
        Command::Decode { link } => decode(link)?,
    };
    writeln!(io::stdout().lock(), "{line}")?;
    Ok(ExitCode::SUCCESS)
}

fn encode(options: Encode) -> anyhow::Result<String> {
    let article = read_article(&options.file, options.date)?;
    let gazetteer = Gazetteer::bundled();
    let mut shared = Shared {
        date: article.date,
        gazetteer: gazetteer.version().to_string(),
        engine: ENGINE.to_string(),
        source: options.source,
        title: options.title,
        content: Content::Article(article.text),
        ..Shared::default()
    };
    if options.findings_only {
        shared.content = Content::Findings(Findings::of(&shared.analysis(gazetteer)));
    }
    Ok(share::encode(&shared))
}

/// Keys in full, the reading beside what the link holds.
fn decode(mut link: String) -> anyhow::Result<String> {
    if link == "-" {
        link.clear();
        io::stdin()
            .lock()
            .take(share::LIMIT_LINK as u64 + 1)
            .read_to_string(&mut link)?;
    }
    let shared = share::decode(&link)
        .map_err(|problem| anyhow!("{}", problem.message(crate::analysis::Language::En)))?;
    let gazetteer = Gazetteer::bundled();
    let (text, is_article) = (shared.text(), matches!(shared.content, Content::Article(_)));
    let decoded = json!({
        "date": shared.date,
        "source": shared.source,
        "title": shared.title,
        "gazetteer": shared.gazetteer,
        "engine": shared.engine,
        "may_differ": shared.may_differ(gazetteer),
        "language": shared.language,
        "view": shared.view,
        "filters": shared.filters,
        "corrections": shared.corrections,
        "findings_only": !is_article,
        "text": text,
        "analysis": shared.analysis(gazetteer),
    });
    Ok(decoded.to_string())
}
