//! Stated distances: lines between known ends, and where a far end lies that is not known.

use super::certainty::Certainty;
use super::earth::{self, Spot, arc, away, bearing, kilometres_between};
use super::places::Places;
use super::words;
use crate::Finding;
use crate::analysis::{
    Analysis, Language, MentionKind, Resolution, StatedBorder, StatedDistance, Verdict,
};
use crate::geodesy::Wind;
use serde_json::{Value, json};

/// Slices of a shaded sector: as many as make its fading smooth.
const SLICES: usize = 40;
/// Steps across the width of the doubt.
const STEPS: usize = 20;

/// Everything the distances put on the map.
pub fn features(analysis: &Analysis, places: &Places, language: Language) -> Vec<Value> {
    analysis
        .distances
        .iter()
        .flat_map(|distance| drawn(distance, places, language))
        .collect()
}

fn drawn(distance: &StatedDistance, places: &Places, language: Language) -> Vec<Value> {
    let border = distance.border.as_ref().and_then(StatedBorder::spot);
    let from = distance.from.and_then(|id| places.position(id));
    let Some(from) = border.or(from) else {
        return Vec::new();
    };
    if !(distance.km.is_finite() && distance.km > 0.0 && distance.km < 2000.0) {
        return Vec::new();
    }
    let to = distance
        .far_end()
        .and_then(|id| Some((places.mention(id)?, places.position(id)?)));
    match (distance.verdict, to) {
        (Verdict::Consistent | Verdict::Inconsistent, Some((_, to))) => {
            between(distance, from, to, language)
        }
        (Verdict::Placed, Some((mention, to))) if is_named(mention) => {
            reach(distance, from, to, language)
        }
        (Verdict::Placed, to) => {
            unnamed(distance, from, to.map(|(m, _)| m.text.as_str()), language)
        }
        _ => Vec::new(),
    }
}

/// Whether the far end has a name that the text put there; "mountains" is none.
fn is_named(mention: &crate::analysis::Mention) -> bool {
    mention.resolution != Resolution::Unresolved
        && !(mention.kind == MentionKind::Nature && Certainty::of(mention) == Certainty::Open)
}

/// Both ends are known: a solid line as measured, a tick at its origin and one at the stated length on the same
/// bearing; what the statement goes beyond the line is dashed.
fn between(distance: &StatedDistance, from: Spot, to: Spot, language: Language) -> Vec<Value> {
    let lettered = |text: String| words::lettering(&text, language);
    let key = Finding::Distance(distance.id).code();
    let measured = distance
        .measured_km
        .unwrap_or_else(|| kilometres_between(from, to));
    let heading = bearing(from, to);
    let end = away(from, heading, distance.km);
    let mut features = vec![
        earth::line(&[from, to], json!({ "is": "measured", "key": key })),
        tick(from, heading, true, &key),
        tick(end, heading, false, &key),
    ];
    if distance.km > measured {
        features.push(earth::line(
            &[to, end],
            json!({ "is": "beyond", "key": key }),
        ));
    }
    let middle = away(from, heading, measured / 2.0);
    features.push(label(
        middle,
        heading,
        &lettered(words::stated(distance.km, language)),
        Some(&lettered(words::measured(measured, language))),
        &key,
    ));
    features
}

/// One end is known and the other was put where the statement says: dashes, and an arc at the stated radius.
fn reach(distance: &StatedDistance, from: Spot, to: Spot, language: Language) -> Vec<Value> {
    let lettered = |text: String| words::lettering(&text, language);
    let key = Finding::Distance(distance.id).code();
    let heading = bearing(from, to);
    let mut features = vec![earth::line(
        &[from, to],
        json!({ "is": "stated", "key": key }),
    )];
    if let Some(wind) = wind_of(distance) {
        let half = wind.half_angle();
        let spots = arc(from, distance.km, heading - half, heading + half, 32);
        features.push(earth::line(&spots, json!({ "is": "stated", "key": key })));
    } else {
        features.push(earth::line(
            &arc(from, distance.km, 0.0, 360.0, 96),
            json!({ "is": "dotted", "key": key }),
        ));
    }
    let middle = away(from, heading, distance.km / 2.0);
    features.push(label(
        middle,
        heading,
        &lettered(words::stated(distance.km, language)),
        None,
        &key,
    ));
    features
}

/// The far end has no name: where it may lie, strongest where it lies most likely, and a dotted line at the stated
/// radius.
fn unnamed(
    distance: &StatedDistance,
    from: Spot,
    word: Option<&str>,
    language: Language,
) -> Vec<Value> {
    let key = Finding::Distance(distance.id).code();
    let wind = distance.direction.as_deref();
    let mut features = Vec::new();
    let crown = match wind_of(distance) {
        Some(wind) => {
            let (heading, half) = (wind.heading(), wind.half_angle());
            let radii = radii(distance, from);
            features.extend(sector(from, heading, half, radii, distance.km, &key));
            let spots = arc(from, distance.km, heading - half, heading + half, 48);
            features.push(earth::line(&spots, json!({ "is": "dotted", "key": key })));
            away(from, heading, radii.1)
        }
        None => {
            if let Some(geometry) = &distance.footprint {
                let properties = json!({ "is": "cell", "key": key, "opacity": 0.12 });
                features.push(
                    json!({ "type": "Feature", "properties": properties, "geometry": geometry }),
                );
            }
            features.push(earth::line(
                &arc(from, distance.km, 0.0, 360.0, 96),
                json!({ "is": "dotted", "key": key }),
            ));
            away(from, 0.0, distance.km_max.unwrap_or(distance.km))
        }
    };
    let text = words::lettering(&words::unnamed(word, distance.km, wind, language), language);
    features.push(earth::point(crown, json!({ "is": "note", "key": key, "text": text, "anchor": anchor_beyond(wind_of(distance)) })));
    features
}

/// Inner and outer radius of the footprint, km.
fn radii(distance: &StatedDistance, from: Spot) -> (f64, f64) {
    let outline = distance.footprint.as_ref().map(outline).unwrap_or_default();
    let reaches = outline
        .iter()
        .map(|&corner| kilometres_between(from, corner));
    let (near, far) = reaches.fold((f64::INFINITY, 0f64), |(near, far), km| {
        (near.min(km), far.max(km))
    });
    if far > 0.0 {
        (near, far)
    } else {
        (distance.km_min, distance.km_max.unwrap_or(distance.km))
    }
}

/// The outer ring of a footprint.
fn outline(geometry: &geojson::Geometry) -> Vec<Spot> {
    let value = serde_json::to_value(geometry).unwrap_or_default();
    let ring = value["coordinates"][0]
        .as_array()
        .cloned()
        .unwrap_or_default();
    ring.iter()
        .filter_map(|p| Some((p[0].as_f64()?, p[1].as_f64()?)))
        .collect()
}

/// A sector in cells: a faint way out to it, and the band of the doubt itself.
fn sector(
    from: Spot,
    heading: f64,
    half: f64,
    (near, far): (f64, f64),
    km: f64,
    key: &str,
) -> Vec<Value> {
    let mut cells = Vec::new();
    let mut cell = |slice: usize, low: f64, high: f64, strength: f64| {
        let side = |n: usize| heading - half + 2.0 * half * n as f64 / SLICES as f64;
        let across = (slice as f64 + 0.5) / SLICES as f64 * 2.0 - 1.0;
        let opacity = strength * (-3.2 * across * across).exp();
        let (a, b) = (side(slice), side(slice + 1));
        let ring = if low > 0.0 {
            vec![
                away(from, a, low),
                away(from, b, low),
                away(from, b, high),
                away(from, a, high),
            ]
        } else {
            vec![from, away(from, b, high), away(from, a, high)]
        };
        cells.push(earth::polygon(
            &ring,
            json!({ "is": "cell", "key": key, "opacity": (opacity * 1e4).round() / 1e4 }),
        ));
    };
    let width = (far - near).max(0.02 * km);
    let near = near.min(km - width / 2.0).max(0.0);
    for slice in 0..SLICES {
        cell(slice, 0.0, near, 0.15);
        for step in 0..STEPS {
            let at = |n: usize| near + width * n as f64 / STEPS as f64;
            let off = (step as f64 + 0.5) / STEPS as f64 * 2.0 - 1.0;
            // Where the way out ends it is as strong as the band begins.
            let base = if off < 0.0 { 0.15 } else { 0.06 };
            cell(
                slice,
                at(step),
                at(step + 1),
                base + 0.30 * (1.0 - off * off),
            );
        }
    }
    cells
}

/// A square tick across a line on this bearing.
fn tick(spot: Spot, bearing: f64, origin: bool, key: &str) -> Value {
    earth::point(
        spot,
        json!({ "is": "tick", "key": key, "origin": origin, "bearing": (bearing * 10.0).round() / 10.0 }),
    )
}

/// A label beside the middle of a line, on the side that the line leaves free.
fn label(spot: Spot, bearing: f64, stated: &str, measured: Option<&str>, key: &str) -> Value {
    let rising = bearing.rem_euclid(180.0) < 90.0;
    let measured = measured.map(|m| format!(" · {m}")).unwrap_or_default();
    earth::point(
        spot,
        json!({ "is": "distance", "key": key, "rising": rising, "stated": stated, "measured": measured }),
    )
}

/// The side of its spot on which a label lies that stands beyond a sector's edge.
fn anchor_beyond(wind: Option<Wind>) -> &'static str {
    match wind.map(Wind::heading) {
        Some(h) if (60.0..120.0).contains(&h) => "left",
        Some(h) if (120.0..=240.0).contains(&h) => "top",
        Some(h) if (240.0..300.0).contains(&h) => "right",
        _ => "bottom",
    }
}

fn wind_of(distance: &StatedDistance) -> Option<Wind> {
    distance.direction.as_deref()?.parse().ok()
}
