//! Events: a symbol with its number at each of their places, several at one place side by side, never a cluster.

use super::earth;
use super::places::Places;
use super::shapes::Symbol;
use super::words;
use crate::Finding;
use crate::analysis::{Analysis, Language};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// From one symbol to the next, px.
const PITCH: f64 = 40.0;
const ROW: f64 = 25.0;
/// From the place's mark to the first row, px.
const BELOW: f64 = 24.0;
/// Symbols in a row.
const COLUMNS: usize = 4;
/// Size of the numbers, px.
pub const FIGURE: f64 = 11.5;
/// Side of a symbol, px.
pub const SYMBOL: f64 = 19.0;
/// Half the room that the number beside a symbol takes, px.
const NUMBER: f64 = 8.0;

/// The events at each place: the place's speaker, and the events' index in the analysis.
fn by_place(analysis: &Analysis, places: &Places) -> BTreeMap<u32, Vec<usize>> {
    let mut by_place = BTreeMap::<u32, Vec<usize>>::new();
    for (index, event) in analysis.events.iter().enumerate() {
        for &mention in &event.places {
            let here = by_place.entry(places.speaker(mention)).or_default();
            if here.last() != Some(&index) {
                here.push(index);
            }
        }
    }
    by_place
}

/// A symbol for each event at each of its places. An event's number is its place among all of the article.
pub fn features(analysis: &Analysis, places: &Places, language: Language) -> Vec<Value> {
    let mut features = Vec::new();
    for (place, events) in by_place(analysis, places) {
        let Some(spot) = places.position(place) else {
            continue;
        };
        let exact = places.is_exact(place);
        for (nth, &index) in events.iter().enumerate() {
            let event = &analysis.events[index];
            let symbol = Symbol::of(&event.event_type);
            let (x, y) = set_apart(nth, events.len(), language);
            let image = format!(
                "event-{}{}",
                symbol.slug(),
                if exact { "" } else { "-hollow" }
            );
            features.push(earth::point(
                spot,
                json!({
                    "is": "event", "key": Finding::Event(event.id).code(), "symbol": symbol.slug(), "image": image,
                    "number": words::in_digits(&(event.id + 1).to_string(), language), "at": [x, y], "figure": figure_beside(x, y, language),
                }),
            ));
        }
    }
    features
}

/// Where the nth of so many symbols stands, px right of and below its place. Rows run with the script.
fn set_apart(nth: usize, of: usize, language: Language) -> (f64, f64) {
    let (row, column) = (nth / COLUMNS, nth % COLUMNS);
    let in_row = (of - row * COLUMNS).min(COLUMNS);
    let along = (column as f64 - (in_row as f64 - 1.0) / 2.0) * PITCH - NUMBER;
    let x = match language {
        Language::Ar => -along,
        Language::En => along,
    };
    (x, BELOW + row as f64 * ROW)
}

/// Where the number of a symbol at x, y stands, in ems: after it as the script runs.
fn figure_beside(x: f64, y: f64, language: Language) -> [f64; 2] {
    let after = SYMBOL / 2.0 + NUMBER;
    let x = match language {
        Language::Ar => x - after,
        Language::En => x + after,
    };
    [x, y].map(|pixels| (pixels / FIGURE * 1000.0).round() / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_at_one_place_never_cover_each_other() {
        for of in 1..40 {
            let spots = (0..of)
                .map(|n| set_apart(n, of, Language::Ar))
                .collect::<Vec<_>>();
            for (n, a) in spots.iter().enumerate() {
                assert!(a.1 >= BELOW);
                assert!(
                    spots[..n]
                        .iter()
                        .all(|b| (a.0 - b.0).abs() >= PITCH || (a.1 - b.1).abs() >= ROW)
                );
            }
        }
    }

    #[test]
    fn rows_run_with_the_script() {
        let first = |language| set_apart(0, 3, language).0;
        assert!(first(Language::Ar) > 0.0 && first(Language::En) < 0.0);
    }
}
