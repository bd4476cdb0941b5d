//! What was found, without the article: places, distances and events with only their own words.
//!
//! For readers who shall see the map and the lists but not the text. Mentions of one place are one [`Pin`]; reasons,
//! other candidates and drawn areas stay behind, for they follow from the text. Positions travel along: a later
//! gazetteer moves nothing. Links hold these types as JSON, so what is said of [`super::Shared`] holds of them:
//! fields are only ever added. [`taken`] takes them from an analysis, [`opened`] makes one of them.

mod opened;
mod taken;

use super::{is_on_earth, rounded};
use crate::analysis::{Language, MentionKind, Resolution, Role, Verdict};
use crate::events::event_type;
use crate::geodesy;
use crate::text::civil_date::iso;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Places, distances and events. Keys are short because links are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// Language of the article.
    #[serde(rename = "l")]
    pub language: Language,
    #[serde(rename = "p", default)]
    pub pins: Vec<Pin>,
    #[serde(rename = "d", default, skip_serializing_if = "Vec::is_empty")]
    pub lengths: Vec<Length>,
    #[serde(rename = "e", default, skip_serializing_if = "Vec::is_empty")]
    pub deeds: Vec<Deed>,
}

/// A place, however often it is mentioned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// The words of its first mention by name.
    #[serde(rename = "w")]
    pub words: String,
    #[serde(rename = "k", default = "place", skip_serializing_if = "is_place")]
    pub kind: MentionKind,
    #[serde(rename = "r", default = "entry", skip_serializing_if = "is_entry")]
    pub resolution: Resolution,
    /// Entry of the gazetteer.
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// In hundredths.
    #[serde(rename = "c")]
    pub confidence: u8,
    /// ACLED's code, 1 to 3.
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<u8>,
}

/// Latitude and longitude in degrees, and the radius in km within which it lies.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position(pub f64, pub f64, pub f64);

/// The neighbour's code, if the text says whose border it is, and the border's point nearest to the far end: latitude
/// and longitude in degrees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frontier(pub Option<String>, pub Option<(f64, f64)>);

/// A stated distance; its ends are numbers of pins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Length {
    #[serde(rename = "w")]
    pub words: String,
    /// In km: as stated, and how much less and more it may be.
    #[serde(rename = "k")]
    pub km: (f64, f64, Option<f64>),
    #[serde(rename = "n", default, skip_serializing_if = "is_false")]
    pub approximate: bool,
    /// One of 16 winds.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<String>,
    #[serde(rename = "f", default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// The border it is counted from.
    #[serde(rename = "g", default, skip_serializing_if = "Option::is_none")]
    pub border: Option<Frontier>,
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    #[serde(rename = "v")]
    pub verdict: Verdict,
    /// Kilometres and degrees.
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub measured: Option<(f64, f64)>,
    /// Where the far end lies by this statement.
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

/// An event; its places are numbers of pins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deed {
    /// ACLED's sub-type.
    #[serde(rename = "s")]
    pub sub_type: String,
    /// The words of its trigger.
    #[serde(rename = "w")]
    pub words: String,
    #[serde(rename = "p", default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<u32>,
    #[serde(rename = "a", default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Party>,
    #[serde(flatten)]
    pub toll: Toll,
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// What other sources say of its dead and wounded.
    #[serde(rename = "v", default, skip_serializing_if = "Vec::is_empty")]
    pub rivals: Vec<Toll>,
    /// In hundredths.
    #[serde(rename = "c")]
    pub confidence: u8,
    /// The sender has put something right about it, or added it.
    #[serde(rename = "z", default, skip_serializing_if = "is_false")]
    pub edited: bool,
}

/// Somebody in an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// Neutral id.
    #[serde(rename = "i")]
    pub id: String,
    #[serde(rename = "r", default = "actor", skip_serializing_if = "is_actor")]
    pub role: Role,
    #[serde(rename = "w")]
    pub words: String,
}

/// Dead and wounded, and who says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Toll {
    #[serde(rename = "k", default, skip_serializing_if = "Option::is_none")]
    pub killed: Option<Figure>,
    #[serde(rename = "h", default, skip_serializing_if = "Option::is_none")]
    pub wounded: Option<Figure>,
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// People, at least and at most.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    #[serde(rename = "n")]
    pub min: u32,
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// ACLED's figure, where it is not the least.
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub acled: Option<u32>,
    #[serde(rename = "w")]
    pub words: String,
}

/// From one day to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct When {
    #[serde(rename = "f", with = "iso")]
    pub from: Date,
    #[serde(rename = "t", with = "iso")]
    pub to: Date,
    /// ACLED's code, 1 to 3.
    #[serde(rename = "p")]
    pub precision: u8,
    #[serde(rename = "w")]
    pub words: String,
}

// What is so most of the time is left out.

fn place() -> MentionKind {
    MentionKind::Place
}

fn is_place(kind: &MentionKind) -> bool {
    *kind == place()
}

fn entry() -> Resolution {
    Resolution::Gazetteer
}

fn is_entry(resolution: &Resolution) -> bool {
    *resolution == entry()
}

fn actor() -> Role {
    Role::Actor
}

fn is_actor(role: &Role) -> bool {
    *role == actor()
}

fn is_false(flag: &bool) -> bool {
    !flag
}

impl Findings {
    /// These with figures to what is known; `None` when a number refers to nothing or a position lies nowhere.
    pub(super) fn checked(mut self) -> Option<Findings> {
        let pins = self.pins.len();
        let is_pin = |pin: &u32| (*pin as usize) < pins;
        for pin in &mut self.pins {
            checked_position(&mut pin.position)?;
            (pin.confidence <= 100).then_some(())?;
        }
        for length in &mut self.lengths {
            checked_position(&mut length.position)?;
            if let Some(Frontier(_, Some((lat, lon)))) = &mut length.border {
                is_on_earth(*lat, *lon).then_some(())?;
                (*lat, *lon) = (rounded(*lat), rounded(*lon));
            }
            let (km, less, more) = &mut length.km;
            let measured = length
                .measured
                .iter_mut()
                .flat_map(|(km, degrees)| [km, degrees]);
            for figure in [km, less].into_iter().chain(more).chain(measured) {
                *figure = checked_figure(*figure)?;
            }
            length
                .from
                .iter()
                .chain(&length.to)
                .all(is_pin)
                .then_some(())?;
        }
        let deeds_hold = self.deeds.iter().all(|deed| {
            deed.places.iter().all(is_pin)
                && deed.confidence <= 100
                && event_type(&deed.sub_type).is_some()
        });
        deeds_hold.then_some(self)
    }
}

/// Kilometres, or degrees, to a thousandth.
fn checked_figure(figure: f64) -> Option<f64> {
    (0.0..=50_000.0)
        .contains(&figure)
        .then(|| geodesy::round(figure, 1e3))
}

fn checked_position(position: &mut Option<Position>) -> Option<()> {
    if let Some(Position(lat, lon, km)) = position {
        is_on_earth(*lat, *lon).then_some(())?;
        *position = Some(Position(rounded(*lat), rounded(*lon), checked_figure(*km)?));
    }
    Some(())
}
