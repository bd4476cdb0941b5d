//! Stated distances and directions: how far, which way, from where, to where.

mod before;
pub mod direction;
mod ends;
mod length;
mod reader;

mod vocabulary;

use super::Spot;
use super::border::Border;
use crate::geodesy::Wind;
use crate::text::Text;
use ends::Ends;
use length::Length;
use reader::{Reader, Reading};
use std::ops::Range;
use vocabulary::{Sense, WORDS};

/// A distance between places, as the text states it.
#[derive(Debug, Clone, PartialEq)]
pub struct DistancePhrase {
    /// The tokens of number and unit.
    pub tokens: Range<usize>,
    /// Scalar offsets of number and unit in the original.
    pub start: u32,
    pub end: u32,
    /// The figure in km; the middle of a stated range.
    pub km: f64,
    /// Bounds in km: as stated, else from the precision of the figure. No `km_max` for "more than".
    pub km_min: f64,
    pub km_max: Option<f64>,
    /// نحو, about.
    pub approximate: bool,
    /// `u_dist` of the point-radius method in km: half the last significant unit, or half the range.
    pub precision: f64,
    pub direction: Option<Wind>,
    /// Index of the spot it is counted from; none where the text counts from something unnamed. A place that
    /// is so far from a border or another line is the one counted from.
    pub from: Option<usize>,
    /// The border at its other end.
    pub border: Option<Border>,
    /// Index of the spot whose position is described; none for an unnamed one.
    pub to: Option<usize>,
}

/// A direction from a place without a distance: "شرقي تدمر".
#[derive(Debug, Clone, PartialEq)]
pub struct DirectionPhrase {
    /// The tokens of the words of direction.
    pub tokens: Range<usize>,
    /// Scalar offsets of the same in the original.
    pub start: u32,
    pub end: u32,
    pub wind: Wind,
    /// Index of the spot it is counted from.
    pub from: usize,
    /// Index of the spot that lies there; none for something unnamed.
    pub to: Option<usize>,
}

/// All stated distances, in the order of the text. `spots` are in the order of the text as well.
pub fn read(text: &Text, spots: &[Spot]) -> Vec<DistancePhrase> {
    let ends = Ends::new(text, spots);
    let mut out: Vec<DistancePhrase> = Vec::new();
    let mut last: Option<Reading> = None;
    let mut limit = 0;
    for length in length::lengths(text) {
        let reading = Reader {
            ends: &ends,
            length: &length,
            last: last.as_ref(),
            limit,
        }
        .read();
        if let Some(reading) = &reading {
            out.extend(told(text, &ends, &length, reading));
        }
        limit = reading.as_ref().map_or(length.phrase.end, |r| r.end);
        last = reading;
    }
    out
}

/// Whether the words before the name at token `at` count from it: "30 كم من", "70 km east of the town of".
pub fn is_counted_from(text: &Text, at: usize) -> bool {
    let ending = |end: usize, sense: Sense| {
        let found = WORDS.ending(text, end, |s| s == sense);
        found.map(|found| found.tokens.start)
    };
    let name = ending(at, Sense::Head).unwrap_or(at);
    let from = ending(name, Sense::From).unwrap_or(name);
    let way = direction::ending(text, from).map_or(from, |way| way.tokens.start);
    way < name && length::ending(text, way).is_some()
}

/// Whether the words from token `at` on tell how far what stands before them lies: "التي تبعد", "(20 كم".
pub fn tells_how_far(text: &Text, at: usize) -> bool {
    let mut begin = at;
    if matches!(text.word_at(begin), "،" | "," | "(") {
        begin += 1;
    }
    if let Some(link) = WORDS.at(text, begin, |s| s == Sense::Link) {
        begin = link.tokens.end;
    }
    WORDS
        .at(text, begin, |s| matches!(s, Sense::Stands | Sense::Verb))
        .is_some()
}

/// What one reading tells: a phrase for every far end.
fn told(text: &Text, ends: &Ends, length: &Length, reading: &Reading) -> Vec<DistancePhrase> {
    if !length.sharing.is_empty()
        && let Some(places) = reading.to.map(|to| ends.listed_with(to))
        && places.len() == length.sharing.len() + 1
    {
        let lengths = length.sharing.iter().chain([length]);
        return lengths
            .zip(places)
            .map(|(length, to)| phrase(text, length, reading, Some(to)))
            .collect();
    }
    let far_ends = std::iter::once(reading.to).chain(reading.and.iter().copied().map(Some));
    far_ends
        .map(|to| phrase(text, length, reading, to))
        .collect()
}

/// All directions from a place, whether a distance goes with them or not, in the order of the text.
///
/// A direction from a governorate or a countryside is a part of it and not told. One is told for every place
/// of a list.
pub fn directions(text: &Text, spots: &[Spot]) -> Vec<DirectionPhrase> {
    let ends = Ends::new(text, spots);
    (0..spots.len())
        .filter(|&from| ends.is_point(from))
        .filter_map(|from| Some((from, ends.direction_to(from)?)))
        .flat_map(|(from, direction)| {
            let (start, end) = span(text, &direction.tokens);
            let before = ends.before(direction.tokens.start, false, false, Some(from));
            let to = before.to.or_else(|| ends.within_behind(from));
            let far_ends = to.map_or(vec![None], |to| {
                let all = ends.listed_with(to).into_iter().filter(|&to| to != from);
                all.map(Some).collect()
            });
            far_ends.into_iter().map(move |to| DirectionPhrase {
                to,
                tokens: direction.tokens.clone(),
                start,
                end,
                wind: direction.wind,
                from,
            })
        })
        .collect()
}

fn phrase(text: &Text, length: &Length, reading: &Reading, to: Option<usize>) -> DistancePhrase {
    let (start, end) = span(text, &length.tokens);
    // A line is as far from the place as the place from it, and only the place is a mention.
    let (from, to) = if reading.from_line && reading.wind.is_none() {
        (to, None)
    } else {
        (reading.from, to)
    };
    DistancePhrase {
        tokens: length.tokens.clone(),
        start,
        end,
        km: length.km,
        km_min: length.km_min,
        km_max: length.km_max,
        approximate: length.approximate,
        precision: length.precision,
        direction: reading.wind,
        from,
        border: reading.border,
        to,
    }
}

fn span(text: &Text, tokens: &Range<usize>) -> (u32, u32) {
    let all = text.tokens();
    let start = all.get(tokens.start).map_or(0, |t| t.start);
    let end = tokens.end.checked_sub(1).and_then(|last| all.get(last));
    (start, end.map_or(start, |t| t.end))
}

#[cfg(test)]
mod tests;
