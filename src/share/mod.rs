//! The link that carries a whole reading, in the fragment, so that no server ever sees it; and the file that keeps a desk.
//!
//! A link is a tag, such as `#2:`, and base64url of the JSON of a [`Shared`] made small. The tag says how it was made
//! small ([`inflated`] reads tag 1, [`packed`] reads and writes tag 2). Links of an old tag open for ever: of the
//! JSON, fields are only ever added, and every added field may be absent.

mod coder;
mod file;
mod findings;
mod inflated;
mod pack;
mod packed;
mod predictor;
mod problem;
mod read_with;
mod recall;

pub use file::{DeskFile, FileProblem, KeptArticle, LIMIT_FILE, is_marked};
pub use findings::{Deed, Findings, Length, Pin, Position};
pub use problem::LinkProblem;
pub use read_with::{Agreement, ReadWith, imprint};

use crate::analysis::{Analysis, Language};
use crate::article::{Article, Becomes, Corrections, Days};
use crate::finding::Finding;
use crate::tally::Filter;
use crate::text::civil_date::iso;
use crate::text::input::LIMIT_BYTES;
use crate::{Gazetteer, geodesy};
use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};
use jiff::civil::Date;
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The tag that is written, and the newest that is read.
const VERSION: u32 = 2;

/// Longer links are not looked at.
pub const LIMIT_LINK: usize = LIMIT_CONTENTS;

/// A link of format 1 may hold this many bytes of JSON: the longest article, its escapes and its corrections.
const LIMIT_CONTENTS: usize = 2 * LIMIT_BYTES;

/// A link of format 2 may hold this many packed bytes, about as many letters: a hundred times an article, and read
/// within a second or two. What is longer goes into a file.
pub const LIMIT_PACKED: usize = 500_000;

/// A link cut in the middle of a byte shall still be found out as cut, not as damaged.
const BASE64: GeneralPurpose =
    GeneralPurpose::new(&URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));

/// What mail programs and sentences add behind an address.
const BEHIND: [char; 12] = ['=', '.', ',', ';', ')', ']', '>', '"', '\'', '،', '»', '…'];

/// All that a link carries: enough to read the article again and to see what its sender saw.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Shared {
    /// The article's publication date.
    #[serde(
        rename = "d",
        default,
        skip_serializing_if = "Option::is_none",
        with = "iso::optional"
    )]
    pub date: Option<Date>,
    /// Version of the gazetteer the sender read it with; another may read it otherwise.
    #[serde(rename = "g", default, skip_serializing_if = "String::is_empty")]
    pub gazetteer: String,
    /// Version of the engine the sender read it with.
    #[serde(rename = "e", default, skip_serializing_if = "String::is_empty")]
    pub engine: String,
    /// [`imprint`] of what was found in the article.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub imprint: Option<u32>,
    /// Language of the sender's screen.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Where the article was published: a name or an address.
    #[serde(rename = "s", default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    #[serde(rename = "h", default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Where the map stood.
    #[serde(rename = "v", default, skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    /// What the sender had chosen to see.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<Filters>,
    /// What the sender put right.
    #[serde(rename = "c", default, skip_serializing_if = "is_nothing")]
    pub corrections: Corrections,
    #[serde(flatten)]
    pub content: Content,
}

/// The article, or only what was found in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Content {
    #[serde(rename = "t")]
    Article(String),
    #[serde(rename = "f")]
    Findings(Findings),
}

impl Default for Content {
    fn default() -> Content {
        Content::Article(String::new())
    }
}

/// Where the map stood, and what was open.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Middle of the map in degrees, -180 to 180 and -90 to 90.
    pub lng: f64,
    pub lat: f64,
    /// Zoom as MapLibre counts it, 0 to 24.
    pub zoom: f64,
    /// The finding whose card was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<Finding>,
}

/// Which events are shown, as [`Filter`] has it; what is absent asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Filters {
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub types: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub actors: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Days>,
}

impl Filters {
    /// What travels of a filter: nothing of one that lets everything pass.
    pub fn of(filter: &Filter) -> Option<Filters> {
        (*filter != Filter::default()).then(|| Filters {
            types: filter.types.clone(),
            actors: filter.actors.clone(),
            days: filter.days.map(|(from, to)| Days { from, to }),
        })
    }

    pub fn filter(&self) -> Filter {
        Filter {
            types: self.types.clone(),
            actors: self.actors.clone(),
            days: self.days.map(|Days { from, to }| (from, to)),
        }
    }
}

fn is_nothing(corrections: &Corrections) -> bool {
    corrections.0.is_empty()
}

impl Shared {
    /// The article's text, or the words of what was found in it: what the spans of [`Shared::analysis`] count in.
    pub fn text(&self) -> String {
        match &self.content {
            Content::Article(text) => text.clone(),
            Content::Findings(findings) => findings.words(),
        }
    }

    /// The reading: made again of an article, taken as it is from findings.
    pub fn analysis(&self, gazetteer: &Gazetteer) -> Analysis {
        match &self.content {
            Content::Article(text) => {
                let article = Article {
                    id: String::new(),
                    text: text.clone(),
                    date: self.date,
                };
                crate::analyse(&article, gazetteer, &self.corrections)
            }
            Content::Findings(findings) => findings.analysis(self.date, gazetteer),
        }
    }

    /// What the sender's reading was made with; `None` of findings, which travel as they were read.
    pub fn read_with(&self) -> Option<ReadWith> {
        matches!(self.content, Content::Article(_)).then(|| ReadWith {
            engine: self.engine.clone(),
            gazetteer: self.gazetteer.clone(),
            imprint: self.imprint,
        })
    }

    /// What can be trusted of what was read from outside.
    ///
    /// # Errors
    /// When the article is too long, or something lies nowhere on earth.
    fn checked(mut self) -> Result<Shared, LinkProblem> {
        self.content = match self.content {
            Content::Article(text) if text.len() > LIMIT_BYTES => {
                return Err(LinkProblem::TooLarge);
            }
            Content::Article(text) => Content::Article(text),
            Content::Findings(findings) => {
                Content::Findings(findings.checked().ok_or(LinkProblem::Damaged)?)
            }
        };
        self.corrections = self.corrections.checked().ok_or(LinkProblem::Damaged)?;
        // A view is a convenience: a wrong one is dropped and the article kept.
        self.view = self.view.and_then(View::rounded);
        Ok(self)
    }
}

/// The fragment that carries `shared`, its `#` included. The same input gives the same link.
///
/// One that holds more than [`LIMIT_PACKED`] does not open again; it would be too long to send.
pub fn encode(shared: &Shared) -> String {
    format!("#{VERSION}:{}", packed::encode(&to_json(shared)))
}

/// What a link holds before it is made small, on one line.
pub fn to_json(shared: &Shared) -> String {
    let rounded = Shared {
        view: shared.view.and_then(View::rounded),
        ..shared.clone()
    };
    // Strings, numbers and lists: nothing that JSON cannot write.
    serde_json::to_string(&rounded).unwrap_or_default()
}

/// What the JSON of a link carries.
///
/// # Errors
/// When it is not what a link holds, or more.
pub fn from_json(json: &str) -> Result<Shared, LinkProblem> {
    let shared: Shared = serde_json::from_str(json).map_err(|_| LinkProblem::Damaged)?;
    shared.checked()
}

/// What a link carries. Takes a fragment with or without `#`, a whole address, percent signs from
/// programs that know no better, blanks from lines that were broken.
///
/// Memory is bounded whatever the link says it holds.
///
/// # Errors
/// When it is no link of Makan, of a newer version, cut short, damaged or too large.
pub fn decode(link: &str) -> Result<Shared, LinkProblem> {
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
    if fragment.len() > LIMIT_LINK {
        return Err(LinkProblem::TooLarge);
    }
    let fragment: String = percent_decode_str(fragment)
        .decode_utf8()
        .map_err(|_| LinkProblem::Foreign)?
        .split_whitespace()
        .collect();
    let (tag, code) = fragment.split_once(':').ok_or(LinkProblem::Foreign)?;
    let read = match tag.parse::<u32>() {
        Ok(1) => inflated::decode,
        Ok(2) => packed::decode,
        Ok(version) if version > VERSION => return Err(LinkProblem::Newer(version)),
        _ => return Err(LinkProblem::Foreign),
    };
    from_json(&read(code.trim_end_matches(BEHIND))?)
}

/// The bytes of base64url.
fn bytes_of(code: &str) -> Result<Vec<u8>, LinkProblem> {
    BASE64.decode(code).map_err(|problem| match problem {
        base64::DecodeError::InvalidLength(_) => LinkProblem::Truncated,
        _ => LinkProblem::Damaged,
    })
}

/// The 32-bit FNV-1a hash.
fn fnv_1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn is_on_earth(lat: f64, lon: f64) -> bool {
    (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)
}

/// Degrees to five decimals, about a metre.
fn rounded(degrees: f64) -> f64 {
    geodesy::round(degrees, 1e5)
}

impl Corrections {
    /// These with their points to a metre; `None` when one lies nowhere on earth.
    fn checked(mut self) -> Option<Corrections> {
        for correction in &mut self.0 {
            if let Becomes::Point { lat, lon } = &mut correction.becomes {
                if !is_on_earth(*lat, *lon) {
                    return None;
                }
                (*lat, *lon) = (rounded(*lat), rounded(*lon));
            }
        }
        Some(self)
    }
}

impl View {
    /// To a metre and a hundredth of a zoom step; `None` where it is nowhere.
    fn rounded(self) -> Option<View> {
        let fits = is_on_earth(self.lat, self.lng) && (0.0..=24.0).contains(&self.zoom);
        fits.then(|| View {
            lng: rounded(self.lng),
            lat: rounded(self.lat),
            zoom: geodesy::round(self.zoom, 1e2),
            open: self.open,
        })
    }
}

#[cfg(test)]
mod tests;
