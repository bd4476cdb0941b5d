//! Findings out of an analysis.

use super::{Deed, Figure, Findings, Frontier, Length, Party, Pin, Position, Toll, When};
use crate::analysis::{
    ActorInEvent, Analysis, Count, Event, EventDate, Mention, MentionKind, Source, StatedDistance,
};
use crate::geodesy;
use std::collections::BTreeMap;

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
            border: distance
                .border
                .as_ref()
                .map(|border| Frontier(border.country.clone(), border.lat.zip(border.lon))),
            to: distance.to.and_then(pin),
            verdict: distance.verdict,
            measured: distance.measured_km.zip(distance.measured_bearing),
            position: position(distance.lat, distance.lon, distance.uncertainty_km),
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
}

impl Toll {
    fn of(killed: &Option<Count>, wounded: &Option<Count>, source: Option<&Source>) -> Toll {
        Toll {
            killed: killed.as_ref().map(Figure::of),
            wounded: wounded.as_ref().map(Figure::of),
            source: source.map(|source| source.text.clone()),
        }
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
}
