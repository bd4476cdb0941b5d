//! Articles from files and from standard input: plain text, or a desk as the app saves it.

use crate::analysis::Language;
use crate::share::{DeskFile, KeptArticle, LIMIT_FILE, is_marked};
use crate::text::check_input;
use anyhow::{Context, anyhow};
use jiff::civil::Date;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// An article, what was put right in it, and what the program calls it.
pub struct Input {
    /// The file's name, with the number of the article where it holds a desk; empty for standard input.
    pub id: String,
    pub kept: KeptArticle,
}

/// The articles of a file, or of standard input for `-`. `date` stands in where an article has none.
///
/// # Errors
/// When it cannot be read, or is neither a text nor a desk.
pub fn read(file: &Path, date: Option<Date>) -> anyhow::Result<Vec<Input>> {
    let piped = file == Path::new("-");
    let name = if piped {
        "standard input".to_string()
    } else {
        file.display().to_string()
    };
    let bytes = read_bytes(file, piped, &name)?;
    if name.ends_with(".makan.json") || std::str::from_utf8(&bytes).is_ok_and(is_marked) {
        return desk(&name, &String::from_utf8_lossy(&bytes), date);
    }
    let text = String::from_utf8_lossy(&bytes);
    check_input(&text).map_err(|problem| anyhow!("{name}: {}", problem.message(Language::En)))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        anyhow!("{name}: This text is not in UTF-8: save it in that encoding and try again.")
    })?;
    let kept = KeptArticle {
        text,
        date,
        ..KeptArticle::default()
    };
    let id = if piped { String::new() } else { name };
    Ok(vec![Input { id, kept }])
}

fn read_bytes(file: &Path, piped: bool, name: &str) -> anyhow::Result<Vec<u8>> {
    let mut input: Box<dyn Read> = if piped {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(file).with_context(|| format!("{name} cannot be opened"))?)
    };
    let mut bytes = Vec::new();
    input
        .by_ref()
        .take(2 * LIMIT_FILE as u64)
        .read_to_end(&mut bytes)
        .with_context(|| format!("{name} cannot be read"))?;
    Ok(bytes)
}

fn desk(name: &str, text: &str, date: Option<Date>) -> anyhow::Result<Vec<Input>> {
    let desk = DeskFile::read(text)
        .map_err(|problem| anyhow!("{name}: {}", problem.message(Language::En)))?;
    let unknown = desk.unknown_keys();
    if !unknown.is_empty() {
        let unknown = unknown.join(", ");
        eprintln!("makan: {name}: passed over what this version does not know: {unknown}");
    }
    let articles = desk.articles.into_iter().zip(1..);
    Ok(articles
        .map(|(kept, number)| Input {
            id: format!("{name}#{number}"),
            kept: KeptArticle {
                date: kept.date.or(date),
                ..kept
            },
        })
        .collect())
}
