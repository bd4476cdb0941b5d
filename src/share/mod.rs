//! The link that carries a whole reading: in the fragment, so that no server ever sees it.
//!
//! `#1:` and base64url of the JSON of a [`Shared`], packed and deflated by zlib. The tag is the version of the
//! format: links of an old tag open for ever, so within one tag fields are only ever added, and
//! every added field may be absent. zlib's own checksum tells a damaged link from a whole one.

mod pack;
mod problem;

pub use problem::LinkProblem;

use crate::article::{Becomes, Corrections};
use crate::finding::Finding;
use crate::text::input::LIMIT_BYTES;
use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

/// Version of the format that is written, and the newest that is read.
const VERSION: u32 = 1;

/// A link may inflate to this many bytes: the longest article, its escapes and its corrections.
const LIMIT_INFLATED: usize = 2 * LIMIT_BYTES;

/// The strongest setting of the deflater that is still quick.
const DEFLATE_LEVEL: u8 = 9;

/// A link cut in the middle of a byte shall still be found out as cut, not as damaged.
const BASE64: GeneralPurpose =
    GeneralPurpose::new(&URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));

/// What mail programs and sentences add behind an address.
const BEHIND: [char; 12] = ['=', '.', ',', ';', ')', ']', '>', '"', '\'', '،', '»', '…'];

/// All that a link carries: enough to read the article again and to see what its sender saw.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Shared {
    /// The article.
    #[serde(rename = "t")]
    pub text: String,
    /// Its publication date.
    #[serde(
        rename = "d",
        default,
        skip_serializing_if = "Option::is_none",
        with = "crate::text::civil_date::iso::optional"
    )]
    pub date: Option<jiff::civil::Date>,
    /// What the sender put right.
    #[serde(rename = "c", default, skip_serializing_if = "is_nothing")]
    pub corrections: Corrections,
    /// Where the map stood.
    #[serde(rename = "v", default, skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    /// Version of the gazetteer the sender read it with; another may read it otherwise.
    #[serde(rename = "g", default, skip_serializing_if = "String::is_empty")]
    pub gazetteer: String,
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

fn is_nothing(corrections: &Corrections) -> bool {
    corrections.0.is_empty()
}

/// The fragment that carries `shared`, its `#` included. The same input gives the same link.
pub fn encode(shared: &Shared) -> String {
    let rounded = Shared {
        view: shared.view.and_then(View::rounded),
        ..shared.clone()
    };
    // Strings, numbers and lists: nothing that JSON cannot write.
    let json = serde_json::to_string(&rounded).unwrap_or_default();
    let deflated = compress_to_vec_zlib(&pack::pack(&json), DEFLATE_LEVEL);
    format!("#{VERSION}:{}", BASE64.encode(deflated))
}

/// What a link carries. Takes a fragment with or without `#`, a whole address, percent signs from
/// programs that know no better, blanks from lines that were broken.
///
/// Memory is bounded whatever the link inflates to.
///
/// # Errors
/// When it is no link of Makan, of a newer version, cut short, damaged or too large.
pub fn decode(link: &str) -> Result<Shared, LinkProblem> {
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
    if fragment.len() > LIMIT_INFLATED {
        return Err(LinkProblem::TooLarge);
    }
    let fragment: String = percent_decode_str(fragment)
        .decode_utf8()
        .map_err(|_| LinkProblem::Foreign)?
        .split_whitespace()
        .collect();
    let (tag, code) = fragment.split_once(':').ok_or(LinkProblem::Foreign)?;
    match tag.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(version) if version > VERSION => return Err(LinkProblem::Newer(version)),
        _ => return Err(LinkProblem::Foreign),
    }
    let code = code.trim_end_matches(BEHIND);
    let deflated = BASE64.decode(code).map_err(|problem| match problem {
        base64::DecodeError::InvalidLength(_) => LinkProblem::Truncated,
        _ => LinkProblem::Damaged,
    })?;
    let packed =
        decompress_to_vec_zlib_with_limit(&deflated, LIMIT_INFLATED).map_err(|problem| {
            match problem.status {
                TINFLStatus::HasMoreOutput => LinkProblem::TooLarge,
                TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => {
                    LinkProblem::Truncated
                }
                _ => LinkProblem::Damaged,
            }
        })?;
    let mut shared: Shared = pack::unpack(&packed)
        .and_then(|json| serde_json::from_str(&json).ok())
        .ok_or(LinkProblem::Damaged)?;
    if shared.text.len() > LIMIT_BYTES {
        return Err(LinkProblem::TooLarge);
    }
    let on_earth = shared
        .corrections
        .0
        .iter()
        .all(|correction| match correction.becomes {
            Becomes::Point { lat, lon } => is_on_earth(lat, lon),
            Becomes::NoPlace | Becomes::Entry(_) | Becomes::NoEvent | Becomes::Event(_) => true,
        });
    if !on_earth {
        return Err(LinkProblem::Damaged);
    }
    // A view is a convenience: a wrong one is dropped and the article kept.
    shared.view = shared.view.and_then(View::rounded);
    Ok(shared)
}

fn is_on_earth(lat: f64, lon: f64) -> bool {
    (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)
}

impl View {
    /// To a metre and a hundredth of a zoom step; `None` where it is nowhere.
    fn rounded(self) -> Option<View> {
        let fits = is_on_earth(self.lat, self.lng) && (0.0..=24.0).contains(&self.zoom);
        fits.then(|| View {
            lng: (self.lng * 1e5).round() / 1e5,
            lat: (self.lat * 1e5).round() / 1e5,
            zoom: (self.zoom * 1e2).round() / 1e2,
            open: self.open,
        })
    }
}

#[cfg(test)]
mod tests;
