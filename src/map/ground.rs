//! The settlements of the gazetteer: dust, and towns for context.

use super::words;
use crate::Gazetteer;
use crate::analysis::Language;
use crate::gazetteer::{Class, Kind, Place};
use crate::geodesy::round;
use serde_json::json;
use std::collections::BTreeMap;

/// Every settlement and site as a point with both its names, as GeoJSON text.
pub fn settlements(gazetteer: &Gazetteer) -> String {
    let features = grains(gazetteer).map(|p| {
        json!({
            "type": "Feature",
            "properties": {
                "id": p.id, "importance": p.importance, "home": p.is_syrian(),
                "name_ar": words::lettering(&p.name_ar, Language::Ar), "name_en": words::lettering(&p.name_en, Language::En),
            },
            "geometry": { "type": "Point", "coordinates": [round(p.lon, 1e4), round(p.lat, 1e4)] },
        })
    });
    json!({ "type": "FeatureCollection", "features": features.collect::<Vec<_>>() }).to_string()
}

/// The settlements and sites that the map strews as grains.
pub fn grains(gazetteer: &Gazetteer) -> impl Iterator<Item = &Place> {
    gazetteer.places().iter().filter(|p| is_grain(p))
}

/// The governorates' names, Arabic and English, by their code.
pub fn governorates(gazetteer: &Gazetteer) -> BTreeMap<String, (String, String)> {
    let governorates = gazetteer
        .places()
        .iter()
        .filter(|p| p.kind == Kind::Governorate && !p.admin1.is_empty());
    governorates
        .map(|p| (p.admin1.clone(), (p.name_ar.clone(), p.name_en.clone())))
        .collect()
}

/// Quarters and the like are parts of a town, not grains of their own.
fn is_grain(place: &Place) -> bool {
    matches!(place.kind.class(), Class::Settlement)
        && !matches!(place.kind, Kind::Neighbourhood | Kind::Suburb)
}
