//! GeoJSON (RFC 7946): a feature for every mention, stated distance and event.
//!
//! What has no known position is a feature without geometry, so that nothing found is lost.

use super::{border_point, lowest_figures, mention, position, scene};
use crate::analysis::{Analysis, Event, Mention, StatedDistance};
use geojson::{Feature, FeatureCollection, Geometry, JsonObject};
use serde_json::{Value, json};

/// All findings of some analyses as one collection.
pub fn collection(analyses: &[Analysis]) -> FeatureCollection {
    let features = analyses.iter().flat_map(|analysis| {
        let mentions = analysis.mentions.iter().map(|m| of_mention(analysis, m));
        let distances = analysis.distances.iter().map(|d| of_distance(analysis, d));
        let events = analysis.events.iter().map(|e| of_event(analysis, e));
        mentions.chain(distances).chain(events)
    });
    FeatureCollection {
        bbox: None,
        features: features.collect(),
        foreign_members: None,
    }
}

fn of_mention(analysis: &Analysis, mention: &Mention) -> Feature {
    let place = mention.place.as_ref();
    let properties = json!({
        "what": "mention",
        "article": analysis.id,
        "id": mention.id,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "resolution": mention.resolution,
        "place": place.map(|p| &p.id),
        "name_ar": place.map(|p| &p.name_ar),
        "name_en": place.map(|p| &p.name_en),
        "admin1": place.and_then(|p| p.admin1.as_ref()),
        "country": place.map(|p| &p.country),
        "uncertainty_km": mention.uncertainty_km,
        "confidence": mention.confidence,
        "geo_precision": mention.geo_precision,
        "reasons": mention.reasons,
    });
    feature(position(mention).map(point), properties)
}

fn of_distance(analysis: &Analysis, distance: &StatedDistance) -> Feature {
    let end = |id: Option<u32>| id.and_then(|id| mention(analysis, id)).and_then(position);
    let line = border_point(distance)
        .or_else(|| end(distance.from))
        .zip(end(distance.far_end()))
        .map(|(from, to)| Geometry::new_line_string([from, to]));
    let properties = json!({
        "what": "distance",
        "article": analysis.id,
        "id": distance.id,
        "start": distance.start,
        "end": distance.end,
        "text": distance.text,
        "km": distance.km,
        "km_min": distance.km_min,
        "km_max": distance.km_max,
        "approximate": distance.approximate,
        "direction": distance.direction,
        "from": distance.from,
        "border": distance.border,
        "to": distance.to,
        "measured_km": distance.measured_km,
        "measured_bearing": distance.measured_bearing,
        "verdict": distance.verdict,
        "lat": distance.lat,
        "lon": distance.lon,
        "uncertainty_km": distance.uncertainty_km,
    });
    feature(distance.footprint.clone().or(line), properties)
}

fn of_event(analysis: &Analysis, event: &Event) -> Feature {
    let at = scene(analysis, event).and_then(position);
    let (fatalities, _) = lowest_figures(event);
    let properties = json!({
        "what": "event",
        "article": analysis.id,
        "id": event.id,
        "start": event.start,
        "end": event.end,
        "text": event.text,
        "type": event.event_type,
        "sub_type": event.sub_type,
        "places": event.places,
        "actors": event.actors,
        "killed": event.killed,
        "wounded": event.wounded,
        "rival": event.rival,
        "fatalities": fatalities,
        "date": event.date,
        "source": event.source,
        "confidence": event.confidence,
        "trigger": event.trigger,
        "also": event.also,
        "edited": event.edited,
    });
    feature(at.map(point), properties)
}

fn point(position: [f64; 2]) -> Geometry {
    Geometry::new_point(position)
}

fn feature(geometry: Option<Geometry>, properties: Value) -> Feature {
    Feature {
        geometry,
        properties: match properties {
            Value::Object(object) => Some(object),
            _ => Some(JsonObject::new()),
        },
        ..Feature::default()
    }
}
