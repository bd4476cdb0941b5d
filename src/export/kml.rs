//! KML 2.2 (OGC 07-147): a placemark for every mention, stated distance and event that has a position.

use super::{border_point, mention, position, scene};
use crate::analysis::{Analysis, Count, Event, Mention, StatedDistance};
use crate::text::civil_date::iso;
use geojson::{GeometryValue, Position};
use kml::types::{
    Coord, Folder, Geometry, KmlDocument, LineString, LinearRing, Placemark, Point, Polygon,
};
use kml::{Kml, KmlWriter};
use std::collections::HashMap;

/// All findings of some analyses, a folder for each sort.
pub fn document(analyses: &[Analysis]) -> String {
    let folder = |name: &str, placemarks: Vec<Placemark>| {
        Kml::Folder(Folder {
            name: Some(name.to_string()),
            elements: placemarks.into_iter().map(Kml::Placemark).collect(),
            ..Folder::default()
        })
    };
    let elements = vec![
        folder(
            "أماكن Places",
            gather(analyses, |a| {
                a.mentions.iter().filter_map(of_mention).collect()
            }),
        ),
        folder(
            "مسافات Distances",
            gather(analyses, |a| {
                a.distances
                    .iter()
                    .filter_map(|d| of_distance(a, d))
                    .collect()
            }),
        ),
        folder(
            "أحداث Events",
            gather(analyses, |a| {
                a.events.iter().filter_map(|e| of_event(a, e)).collect()
            }),
        ),
    ];
    let document = Kml::KmlDocument(KmlDocument {
        attrs: HashMap::from([(
            "xmlns".to_string(),
            "http://www.opengis.net/kml/2.2".to_string(),
        )]),
        elements: vec![Kml::Document {
            attrs: HashMap::new(),
            elements,
        }],
        ..KmlDocument::default()
    });
    let mut bytes = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_vec();
    // Written to memory: this cannot fail.
    let _ = KmlWriter::from_writer(&mut bytes).write(&document);
    String::from_utf8(bytes).unwrap_or_default()
}

fn gather(analyses: &[Analysis], of: impl Fn(&Analysis) -> Vec<Placemark>) -> Vec<Placemark> {
    analyses.iter().flat_map(of).collect()
}

fn of_mention(mention: &Mention) -> Option<Placemark> {
    let [lon, lat] = position(mention)?;
    let uncertainty = mention.uncertainty_km.map(|km| format!("± {km:.1} km"));
    let lines = uncertainty
        .into_iter()
        .chain(mention.reasons.iter().cloned());
    Some(placemark(
        &mention.text,
        lines,
        Geometry::Point(Point::new(lon, lat, None)),
    ))
}

fn of_distance(analysis: &Analysis, distance: &StatedDistance) -> Option<Placemark> {
    let end = |id: Option<u32>| id.and_then(|id| mention(analysis, id)).and_then(position);
    let footprint = distance
        .footprint
        .as_ref()
        .and_then(|footprint| match &footprint.value {
            GeometryValue::Polygon { coordinates } => area(coordinates),
            _ => None,
        });
    let geometry = footprint.or_else(|| {
        let start = border_point(distance).or_else(|| end(distance.from))?;
        let ends = [start, end(distance.far_end())?];
        let coords = ends.map(|[lon, lat]| Coord::new(lon, lat, None)).to_vec();
        Some(Geometry::LineString(LineString {
            coords,
            tessellate: true,
            ..LineString::default()
        }))
    })?;
    let measured = distance.measured_km.map(|km| format!("{km:.1} km"));
    Some(placemark(&distance.text, measured.into_iter(), geometry))
}

fn of_event(analysis: &Analysis, event: &Event) -> Option<Placemark> {
    let [lon, lat] = scene(analysis, event).and_then(position)?;
    let date = event.date.as_ref().map(|date| match date.from == date.to {
        true => iso::text(date.from),
        false => format!("{} – {}", iso::text(date.from), iso::text(date.to)),
    });
    let actors = event.actors.iter().map(|a| a.text.as_str());
    let actors = actors.collect::<Vec<_>>().join("، ");
    let figures = [event.killed.as_ref(), event.wounded.as_ref()];
    let rivals = event.rival.iter().flat_map(|claim| {
        let figures = [claim.killed.as_ref(), claim.wounded.as_ref()];
        let of_source = |count: &Count| format!("{}: {}", claim.source.text, count.text);
        figures.into_iter().flatten().map(of_source)
    });
    let lines = [event.event_type.clone()]
        .into_iter()
        .chain(date)
        .chain((!actors.is_empty()).then_some(actors))
        .chain(
            figures
                .into_iter()
                .flatten()
                .map(|count| count.text.clone()),
        )
        .chain(rivals)
        .chain([event.text.clone()])
        .chain(event.source.as_ref().map(|source| source.text.clone()));
    Some(placemark(
        &event.sub_type,
        lines,
        Geometry::Point(Point::new(lon, lat, None)),
    ))
}

fn area(rings: &[Vec<Position>]) -> Option<Geometry> {
    let mut rings = rings.iter().map(|ring| LinearRing {
        coords: ring
            .iter()
            .filter_map(|p| {
                Some(Coord::new(
                    *p.as_slice().first()?,
                    *p.as_slice().get(1)?,
                    None,
                ))
            })
            .collect(),
        tessellate: true,
        ..LinearRing::default()
    });
    let outer = rings.next()?;
    Some(Geometry::Polygon(Polygon::new(outer, rings.collect())))
}

fn placemark(name: &str, lines: impl Iterator<Item = String>, geometry: Geometry) -> Placemark {
    Placemark {
        name: Some(readable(name)),
        description: Some(readable(&lines.collect::<Vec<_>>().join("\n")))
            .filter(|d| !d.is_empty()),
        geometry: Some(geometry),
        ..Placemark::default()
    }
}

/// Without the characters that XML cannot hold, not even escaped.
fn readable(text: &str) -> String {
    text.chars()
        .filter(|&c| matches!(c, '\n' | '\t' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..))
        .collect()
}
