//! `makan link`: the same links as the app makes, for scripts.

use super::analyse::date;
use super::input::{self, Input};
use crate::analysis::Language;
use crate::share::{
    self, Agreement, Content, Findings, KeptArticle, LinkProblem, ReadWith, Shared, imprint,
};
use crate::text::civil_date::iso;
use crate::{Corrections, ENGINE, Gazetteer};
use anyhow::{anyhow, bail};
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
    /// The article, or a saved desk: a link for each of its articles; - means standard input.
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
    let out = &mut io::stdout().lock();
    match command {
        Command::Encode(options) => {
            for Input { kept, .. } in input::read(&options.file, options.date)? {
                if kept.text.len() > share::LIMIT_PACKED && !options.findings_only {
                    bail!("{}", LinkProblem::TooLarge.message(Language::En));
                }
                writeln!(out, "{}", encode(kept, &options))?;
            }
        }
        Command::Decode { link } => writeln!(out, "{}", decode(link)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn encode(kept: KeptArticle, options: &Encode) -> String {
    let gazetteer = Gazetteer::bundled();
    let or = |own: String, given: &str| if own.is_empty() { given.into() } else { own };
    let mut shared = Shared {
        date: kept.date,
        gazetteer: gazetteer.version().to_string(),
        engine: ENGINE.to_string(),
        source: or(kept.source, &options.source),
        title: or(kept.title, &options.title),
        view: kept.view,
        filters: kept.filters,
        corrections: kept.corrections,
        content: Content::Article(kept.text),
        ..Shared::default()
    };
    let analysis = shared.analysis(gazetteer);
    shared.imprint = Some(imprint(&analysis));
    if options.findings_only {
        // Findings travel as they were read.
        shared.imprint = None;
        shared.content = Content::Findings(Findings::of(&analysis));
        // They are in the findings, and count letters of a text that does not travel along.
        shared.corrections = Corrections::default();
    }
    share::encode(&shared)
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
    let shared =
        share::decode(&link).map_err(|problem| anyhow!("{}", problem.message(Language::En)))?;
    let gazetteer = Gazetteer::bundled();
    let analysis = shared.analysis(gazetteer);
    let agreement = shared
        .read_with()
        .map(|then| then.agreement(&ReadWith::of(&analysis)));
    let (text, is_article) = (shared.text(), matches!(shared.content, Content::Article(_)));
    let decoded = json!({
        "date": shared.date.map(iso::text),
        "source": shared.source,
        "title": shared.title,
        "gazetteer": shared.gazetteer,
        "engine": shared.engine,
        // Findings travel as they were read.
        "may_differ": agreement.is_some_and(|a| a != Agreement::Same),
        "agreement": agreement.unwrap_or(Agreement::Same),
        "language": shared.language,
        "view": shared.view,
        "filters": shared.filters,
        "corrections": shared.corrections,
        "findings_only": !is_article,
        "text": text,
        "analysis": analysis,
    });
    Ok(decoded.to_string())
}
