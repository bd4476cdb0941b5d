//! What was found, without the article: places, distances and events with only their own words.
//!
//! For readers who shall see the map and the lists but not the text. Mentions of one place are one [`Pin`]; reasons,
//! other candidates and drawn areas stay behind, for they follow from the text. Positions travel along: a later
//! gazetteer moves nothing.

use super::is_on_earth;
use crate::analysis::{
    ActorInEvent, Analysis, Claim, Count, Event, EventDate, Extent, Language, Mention, MentionKind,
    Resolution, Role, Source, StatedDistance, Verdict,
};
use crate::events::event_type;
use crate::geoparse::place_name;
use crate::text::civil_date::iso;
use crate::{Gazetteer, geodesy};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Stands between the words of one event.
const BETWEEN: &str = " … ";

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
    #[serde(rename = "k")]
    pub kind: MentionKind,
    #[serde(rename = "r")]
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
    #[serde(rename = "r")]
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

fn is_false(flag: &bool) -> bool {
    !flag
}

impl Findings {
    /// What of an analysis travels without its text.
    pub fn of(analysis: &Analysis) -> Findings {
        let (shown, pin_of) = pins(&analysis.mentions);
        let pin = |id: u32| pin_of.get(&id).copied();
        Findings {
            language: analysis.language,
            pins: shown.into_iter().map(Pin::of).collect(),
            lengths: analysis
                .distances
                .iter()
                .map(|d| Length::of(d, &pin))
                .collect(),
            deeds: analysis.events.iter().map(|e| Deed::of(e, &pin)).collect(),
        }
    }

    /// Whether every number refers to something, and every position is on earth.
    pub(super) fn holds(&self) -> bool {
        let is_pin = |pin: &u32| (*pin as usize) < self.pins.len();
        let stands = |position: &Option<Position>| {
            position.is_none_or(|Position(lat, lon, km)| {
                is_on_earth(lat, lon) && (0.0..=21_000.0).contains(&km)
            })
        };
        self.pins
            .iter()
            .all(|pin| stands(&pin.position) && pin.confidence <= 100)
            && self.lengths.iter().all(|length| {
                stands(&length.position)
                    && (0.0..=50_000.0).contains(&length.km.0)
                    && length.from.iter().chain(&length.to).all(is_pin)
            })
            && self.deeds.iter().all(|deed| {
                deed.places.iter().all(is_pin)
                    && deed.confidence <= 100
                    && event_type(&deed.sub_type).is_some()
            })
    }

    /// The words of the findings, a line each, in place of the article.
    pub fn words(&self) -> String {
        self.sheet().text
    }

    /// The findings as an analysis whose spans lie in [`Findings::words`]. Names come from `gazetteer`, as far as it
    /// still has the entries; positions are the sender's.
    pub fn analysis(&self, date: Option<Date>, gazetteer: &Gazetteer) -> Analysis {
        let sheet = self.sheet();
        let mentions = self.pins.iter().zip(&sheet.pins).zip(0..);
        let distances = self.lengths.iter().zip(&sheet.lengths).zip(0..);
        let events = self.deeds.iter().zip(&sheet.deeds).zip(0..);
        Analysis {
            id: String::new(),
            engine: crate::ENGINE.to_string(),
            gazetteer: gazetteer.version().to_string(),
            language: self.language,
            date,
            mentions: mentions
                .map(|((pin, extent), id)| pin.mention(id, *extent, gazetteer))
                .collect(),
            distances: distances
                .map(|((length, extent), id)| length.distance(id, *extent))
                .collect(),
            events: events
                .map(|((deed, line), id)| deed.event(id, line))
                .collect(),
            set_aside: Vec::new(),
        }
    }

    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::default();
        for pin in &self.pins {
            let line = sheet.line([pin.words.as_str()]);
            sheet.pins.push(line.all);
        }
        for length in &self.lengths {
            let line = sheet.line([length.words.as_str()]);
            sheet.lengths.push(line.all);
        }
        for deed in &self.deeds {
            let line = sheet.line(deed.quotes());
            sheet.deeds.push(line);
        }
        sheet
    }
}

/// The mentions that stand for their place, in reading order, and the number of each mention's place.
fn pins(mentions: &[Mention]) -> (Vec<&Mention>, BTreeMap<u32, u32>) {
    let mut numbers = BTreeMap::new();
    let mut shown: Vec<&Mention> = Vec::new();
    let mut pin_of = BTreeMap::new();
    for mention in mentions {
        let number = *numbers.entry(identity(mention)).or_insert(shown.len());
        match shown.get_mut(number) {
            None => shown.push(mention),
            // A name says more than "the town".
            Some(first)
                if first.kind == MentionKind::Reference
                    && mention.kind != MentionKind::Reference =>
            {
                *first = mention;
            }
            Some(_) => {}
        }
        pin_of.insert(mention.id, number as u32);
    }
    (shown, pin_of)
}

/// What makes two mentions the same place: entry and position, or else the words.
fn identity(mention: &Mention) -> String {
    let entry = mention.place.as_ref().map_or("", |place| place.id.as_str());
    match mention.lat.zip(mention.lon) {
        Some((lat, lon)) => format!("{entry} {lat} {lon}"),
        None => format!("{entry} {}", mention.text),
    }
}

fn hundredths(share: f64) -> u8 {
    (share * 100.0).round() as u8
}

fn share(hundredths: u8) -> f64 {
    geodesy::round(f64::from(hundredths) / 100.0, 100.0)
}

fn position(lat: Option<f64>, lon: Option<f64>, km: Option<f64>) -> Option<Position> {
    Some(Position(lat?, lon?, km?))
}

impl Pin {
    fn of(mention: &Mention) -> Pin {
        Pin {
            words: mention.text.clone(),
            kind: mention.kind,
            resolution: mention.resolution,
            entry: mention.place.as_ref().map(|place| place.id.clone()),
            position: position(mention.lat, mention.lon, mention.uncertainty_km),
            confidence: hundredths(mention.confidence),
            precision: mention.geo_precision,
        }
    }

    fn mention(&self, id: u32, extent: Extent, gazetteer: &Gazetteer) -> Mention {
        Mention {
            id,
            start: extent.start,
            end: extent.end,
            text: self.words.clone(),
            kind: self.kind,
            resolution: self.resolution,
            place: self
                .entry
                .as_deref()
                .and_then(|id| gazetteer.index_of(id))
                .map(|at| place_name(gazetteer.place(at))),
            lat: self.position.map(|at| at.0),
            lon: self.position.map(|at| at.1),
            uncertainty_km: self.position.map(|at| at.2),
            confidence: share(self.confidence),
            geo_precision: self.precision,
            reasons: Vec::new(),
            why: Vec::new(),
            antecedent: None,
            candidates: Vec::new(),
        }
    }
}

impl Length {
    fn of(distance: &StatedDistance, pin: &impl Fn(u32) -> Option<u32>) -> Length {
        Length {
            words: distance.text.clone(),
            km: (
                distance.km,
                geodesy::round(distance.km - distance.km_min, 1e3),
                distance
                    .km_max
                    .map(|most| geodesy::round(most - distance.km, 1e3)),
            ),
            approximate: distance.approximate,
            direction: distance.direction.clone(),
            from: distance.from.and_then(pin),
            to: distance.to.and_then(pin),
            verdict: distance.verdict,
            measured: distance.measured_km.zip(distance.measured_bearing),
            position: position(distance.lat, distance.lon, distance.uncertainty_km),
        }
    }

    fn distance(&self, id: u32, extent: Extent) -> StatedDistance {
        let (km, less, more) = self.km;
        StatedDistance {
            id,
            start: extent.start,
            end: extent.end,
            text: self.words.clone(),
            km,
            km_min: geodesy::round(km - less, 1e3),
            km_max: more.map(|more| geodesy::round(km + more, 1e3)),
            approximate: self.approximate,
            direction: self.direction.clone(),
            from: self.from,
            to: self.to,
            measured_km: self.measured.map(|m| m.0),
            measured_bearing: self.measured.map(|m| m.1),
            verdict: self.verdict,
            footprint: None,
            lat: self.position.map(|at| at.0),
            lon: self.position.map(|at| at.1),
            uncertainty_km: self.position.map(|at| at.2),
        }
    }
}

impl Deed {
    fn of(event: &Event, pin: &impl Fn(u32) -> Option<u32>) -> Deed {
        let mut places = Vec::new();
        for place in event.places.iter().filter_map(|&id| pin(id)) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let skip = event.trigger.start.saturating_sub(event.start) as usize;
        let take = event.trigger.end.saturating_sub(event.trigger.start) as usize;
        let actors = event.actors.iter().cloned();
        let rivals = event.rival.iter();
        Deed {
            sub_type: event.sub_type.clone(),
            words: event.text.chars().skip(skip).take(take).collect(),
            places,
            actors: actors
                .map(|ActorInEvent { id, role, text }| Party {
                    id,
                    role,
                    words: text,
                })
                .collect(),
            toll: Toll::of(&event.killed, &event.wounded, event.source.as_ref()),
            when: event.date.clone().map(
                |EventDate {
                     from,
                     to,
                     precision,
                     text,
                 }| When {
                    from,
                    to,
                    precision,
                    words: text,
                },
            ),
            rivals: rivals
                .map(|claim| Toll::of(&claim.killed, &claim.wounded, Some(&claim.source)))
                .collect(),
            confidence: hundredths(event.confidence),
            edited: event.edited,
        }
    }

    /// The article's words for it, the trigger first, each once.
    fn quotes(&self) -> Vec<&str> {
        let mut quotes = vec![self.words.as_str()];
        let actors = self.actors.iter().map(|party| party.words.as_str());
        let when = self.when.iter().map(|when| when.words.as_str());
        let tolls = [&self.toll]
            .into_iter()
            .chain(&self.rivals)
            .flat_map(Toll::quotes);
        for quote in actors.chain(when).chain(tolls) {
            if !quote.is_empty() && !quotes.contains(&quote) {
                quotes.push(quote);
            }
        }
        quotes
    }

    fn event(&self, id: u32, line: &Line) -> Event {
        let actors = self.actors.iter().cloned();
        let rivals = self.rivals.iter();
        Event {
            id,
            start: line.all.start,
            end: line.all.end,
            text: self.quotes().join(BETWEEN),
            trigger: line.first,
            event_type: event_type(&self.sub_type).unwrap_or_default().to_string(),
            sub_type: self.sub_type.clone(),
            places: self.places.clone(),
            actors: actors
                .map(|Party { id, role, words }| ActorInEvent {
                    id,
                    role,
                    text: words,
                })
                .collect(),
            killed: self.toll.killed.as_ref().map(Figure::count),
            wounded: self.toll.wounded.as_ref().map(Figure::count),
            date: self.when.clone().map(
                |When {
                     from,
                     to,
                     precision,
                     words,
                 }| EventDate {
                    from,
                    to,
                    precision,
                    text: words,
                },
            ),
            source: self.toll.source.clone().map(|text| Source { text }),
            confidence: share(self.confidence),
            also: Vec::new(),
            rival: rivals.map(Toll::claim).collect(),
            edited: self.edited,
        }
    }
}

impl Toll {
    fn of(killed: &Option<Count>, wounded: &Option<Count>, source: Option<&Source>) -> Toll {
        Toll {
            killed: killed.as_ref().map(Figure::of),
            wounded: wounded.as_ref().map(Figure::of),
            source: source.map(|source| source.text.clone()),
        }
    }

    fn claim(&self) -> Claim {
        Claim {
            killed: self.killed.as_ref().map(Figure::count),
            wounded: self.wounded.as_ref().map(Figure::count),
            source: Source {
                text: self.source.clone().unwrap_or_default(),
            },
        }
    }

    fn quotes(&self) -> impl Iterator<Item = &str> {
        let figures = self.killed.iter().chain(&self.wounded);
        figures
            .map(|figure| figure.words.as_str())
            .chain(self.source.as_deref())
    }
}

impl Figure {
    fn of(count: &Count) -> Figure {
        Figure {
            min: count.min,
            max: count.max,
            acled: (count.acled != count.min).then_some(count.acled),
            words: count.text.clone(),
        }
    }

    fn count(&self) -> Count {
        Count {
            min: self.min,
            max: self.max,
            text: self.words.clone(),
            acled: self.acled.unwrap_or(self.min),
        }
    }
}

/// The words of all findings, and where each stands.
#[derive(Default)]
struct Sheet {
    text: String,
    length: u32,
    pins: Vec<Extent>,
    lengths: Vec<Extent>,
    deeds: Vec<Line>,
}

struct Line {
    all: Extent,
    first: Extent,
}

impl Sheet {
    fn line<'a>(&mut self, quotes: impl IntoIterator<Item = &'a str>) -> Line {
        if !self.text.is_empty() {
            self.add("\n");
        }
        let start = self.length;
        let mut first = None;
        for quote in quotes {
            if first.is_some() {
                self.add(BETWEEN);
            }
            self.add(quote);
            first.get_or_insert(Extent {
                start,
                end: self.length,
            });
        }
        let all = Extent {
            start,
            end: self.length,
        };
        Line {
            all,
            first: first.unwrap_or(all),
        }
    }

    fn add(&mut self, words: &str) {
        self.text.push_str(words);
        self.length += words.chars().count() as u32;
    }
}
