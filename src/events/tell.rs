//! The events as the contract has them.

use super::attribution::{self, Attribution};
use super::scene::Scene;
use super::{Happening, actor, toll};
use crate::analysis::{Event, EventDate, Extent};
use crate::order;
use crate::text::civil_date::StatedDate;

/// Writes the events out, with ids from 0.
pub fn events(scene: &Scene, happened: &[Happening], sources: &[Attribution]) -> Vec<Event> {
    happened
        .iter()
        .enumerate()
        .map(|(id, h)| {
            let told = clause(scene, h.trigger.from, h.trigger.to);
            let mut also: Vec<Extent> = h
                .again
                .iter()
                .map(|t| clause(scene, t.from, t.to))
                .collect();
            order::sort_by_key(&mut also, |e| (e.start, e.end));
            also.dedup();
            also.retain(|e| *e != told);
            let toll = toll::of(scene, h, sources);
            Event {
                id: id as u32,
                start: told.start,
                end: told.end,
                text: scene.text.slice(told.start, told.end).to_string(),
                trigger: extent(scene, h.trigger.from, h.trigger.to),
                event_type: h.sub.event_type().to_string(),
                sub_type: h.sub.name().to_string(),
                places: h
                    .place
                    .mentions
                    .iter()
                    .map(|&i| scene.mentions[i].id)
                    .collect(),
                actors: actor::tell(scene, &h.parties),
                killed: toll.killed,
                wounded: toll.wounded,
                date: h.date.map(|stated| date(scene, stated)),
                source: attribution::of(scene, sources, h.trigger.from),
                confidence: confidence(scene, h),
                also,
                rival: toll.rival,
                edited: false,
            }
        })
        .collect()
}

fn extent(scene: &Scene, from: usize, to: usize) -> Extent {
    let tokens = scene.text.tokens();
    Extent {
        start: tokens[from].start,
        end: tokens[to - 1].end,
    }
}

/// The clause around some tokens, a trigger's: to the nearest wall of its sentence on either side.
pub fn clause(scene: &Scene, first: usize, behind: usize) -> Extent {
    let sentence = scene.text.sentence_of(first);
    if scene.in_form(first) {
        let line = scene.line(first);
        return extent(scene, line.start, line.end);
    }
    let mut from = first;
    while from > sentence.start && first - from < 40 && scene.walls(from - 1, from) < 3 {
        from -= 1;
    }
    let mut to = behind;
    while to < sentence.end && to - behind < 40 && scene.walls(to, to + 1) < 3 {
        to += 1;
    }
    extent(scene, from, to)
}

/// A date in its words.
fn date(scene: &Scene, stated: StatedDate) -> EventDate {
    let words = extent(scene, stated.start, stated.end);
    EventDate {
        from: stated.from,
        to: stated.to,
        precision: stated.precision,
        text: scene.text.slice(words.start, words.end).to_string(),
    }
}

/// 0 to 1: how firmly the clause points to the place and how much it tells, times how sure the
/// place is.
fn confidence(scene: &Scene, h: &Happening) -> f64 {
    let place = match (h.borrowed, h.place.cost) {
        (true, _) => 0.35,
        (false, 0..=6) => 0.75,
        (false, _) => 0.6,
    };
    let tells = usize::from(!h.parties.is_empty())
        + usize::from(!h.again.is_empty())
        + usize::from(!h.killed.is_empty() || !h.hurt.is_empty());
    let sure = h
        .place
        .mentions
        .first()
        .map_or(0.0, |&i| scene.mentions[i].confidence);
    let sum: f64 = (place + 0.05 * tells as f64) * sure;
    (sum * 100.0).round() / 100.0
}
