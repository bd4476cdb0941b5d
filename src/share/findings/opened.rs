//! Findings laid open again: an analysis, and words for its spans to lie in.

use super::{Deed, Figure, Findings, Frontier, Length, Party, Pin, Toll, When};
use crate::analysis::{
    ActorInEvent, Analysis, Claim, Count, Event, EventDate, Extent, Mention, Source, StatedBorder,
    StatedDistance,
};
use crate::events::event_type;
use crate::geoparse::place_name;
use crate::{Gazetteer, geodesy};
use jiff::civil::Date;

/// Stands between the words of one event.
const BETWEEN: &str = " … ";

impl Findings {
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

fn share(hundredths: u8) -> f64 {
    geodesy::round(f64::from(hundredths) / 100.0, 100.0)
}

impl Pin {
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
            border: self
                .border
                .as_ref()
                .map(|Frontier(country, at)| StatedBorder {
                    country: country.clone(),
                    lat: at.map(|at| at.0),
                    lon: at.map(|at| at.1),
                }),
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
