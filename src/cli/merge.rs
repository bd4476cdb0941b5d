//! One place out of several rows: what the tables and the packages say of the same spot.
//!
//! A row is the same place as an earlier one when they share a name as the matcher spells it, lie close
//! together and are of one sort. The earlier row, a person's, keeps its names, kind, reach and importance;
//! a later one adds names, and its point where the earlier one's is only likely.

use super::tables::TableFile;
use crate::gazetteer::Place;
use crate::gazetteer::place::Class;
use crate::gazetteer::spelling;
use geo::{Distance, Haversine, Point};
use std::collections::{BTreeMap, BTreeSet};

/// Settlements of one name lie at least this far apart, km.
const SAME_SETTLEMENT_KM: f64 = 5.0;
/// No two airfields lie nearer to each other, km.
const SAME_AIRFIELD_KM: f64 = 3.0;
/// Middles of one district, as different people put them, km.
const SAME_DISTRICT_KM: f64 = 90.0;

/// Everything the tables hold, each place once.
#[derive(Debug, Default)]
pub struct Merged {
    pub places: Vec<Place>,
    /// Credits, as the places' `source` numbers them.
    pub sources: Vec<String>,
    /// Ids of rows that became part of another place, and the number of that place.
    pub other_ids: Vec<(String, u32)>,
}

/// Merges the tables in their order; rows of one table are never merged with each other,
/// save those of packages.
pub fn merge(tables: &[TableFile]) -> Merged {
    let mut all = Merging::default();
    for table in tables {
        for (place, remarks) in &table.rows {
            let host = table.is_package().then(|| all.host_of(place)).flatten();
            match host {
                Some(host) => all.absorb(host, place, &remarks.certainty, &remarks.source),
                None => all.add(place, &remarks.certainty, &remarks.source),
            }
        }
    }
    all.finish()
}

#[derive(Default)]
struct Merging {
    places: Vec<Place>,
    likely: Vec<bool>,
    credits: Vec<BTreeSet<String>>,
    other_ids: Vec<(String, u32)>,
    /// Places by folded names without article, of both scripts.
    names: BTreeMap<String, BTreeSet<usize>>,
}

impl Merging {
    fn add(&mut self, place: &Place, certainty: &str, source: &str) {
        let index = self.places.len();
        for name in cores(place) {
            self.names.entry(name).or_default().insert(index);
        }
        self.places.push(place.clone());
        self.likely.push(certainty != "sure");
        self.credits.push(BTreeSet::from([source.to_string()]));
    }

    /// The place that a row speaks of, the nearest first, if there is one already.
    fn host_of(&self, row: &Place) -> Option<usize> {
        let mut near: Vec<(bool, f64, usize)> = Vec::new();
        let by_name: BTreeSet<usize> = cores(row)
            .iter()
            .filter_map(|name| self.names.get(name))
            .flatten()
            .copied()
            .collect();
        let by_place = self.places.iter().enumerate();
        let candidates: Vec<usize> = match row.kind.is_airfield() {
            true => by_place
                .filter(|(_, p)| p.kind.is_airfield())
                .map(|(i, _)| i)
                .collect(),
            false => by_name.into_iter().collect(),
        };
        for index in candidates {
            let place = &self.places[index];
            let km = distance_km(place, row);
            if place.country == row.country
                && place.kind.may_be(row.kind)
                && km <= reach(place, row)
            {
                near.push((place.kind != row.kind, km, index));
            }
        }
        near.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        near.first().map(|&(_, _, index)| index)
    }

    fn absorb(&mut self, host: usize, row: &Place, certainty: &str, source: &str) {
        let known: BTreeSet<String> = cores(&self.places[host]).into_iter().collect();
        for name in cores(row) {
            self.names.entry(name).or_default().insert(host);
        }
        let place = &mut self.places[host];
        let new_names = |names: &mut dyn Iterator<Item = &str>,
                         spell: fn(&str) -> Vec<spelling::Spelling>| {
            names
                .filter(|name| !spell(name).iter().any(|s| known.contains(&s.core)))
                .map(str::to_string)
                .collect::<Vec<_>>()
        };
        place
            .alt_ar
            .extend(new_names(&mut row.arabic_names(), spelling::arabic));
        place
            .alt_en
            .extend(new_names(&mut row.latin_names(), spelling::latin));
        if place.name_ar.is_empty() && !place.alt_ar.is_empty() {
            place.name_ar = place.alt_ar.remove(0);
        }
        if place.name_en.is_empty() && !place.alt_en.is_empty() {
            place.name_en = place.alt_en.remove(0);
        }
        if self.likely[host] && certainty == "sure" {
            (place.lat, place.lon) = (row.lat, row.lon);
            self.likely[host] = false;
        }
        // The number that the world knows it by is the better id.
        let mut other = row.id.clone();
        if place.id.starts_with("mk:") {
            std::mem::swap(&mut place.id, &mut other);
        }
        self.other_ids.push((other, host as u32));
        self.credits[host].insert(source.to_string());
    }

    fn finish(mut self) -> Merged {
        let mut sources: Vec<String> = Vec::new();
        for (place, credits) in self.places.iter_mut().zip(&self.credits) {
            let credit = credits.iter().cloned().collect::<Vec<_>>().join("; ");
            let number = sources
                .iter()
                .position(|s| *s == credit)
                .unwrap_or_else(|| {
                    sources.push(credit);
                    sources.len() - 1
                });
            place.source = u8::try_from(number).unwrap_or(u8::MAX);
        }
        Merged {
            places: self.places,
            sources,
            other_ids: self.other_ids,
        }
    }
}

/// Folded names of both scripts, without articles.
fn cores(place: &Place) -> Vec<String> {
    let arabic = place.arabic_names().flat_map(spelling::arabic);
    let latin = place.latin_names().flat_map(spelling::latin);
    // A Latin name alone proves little where both have Arabic ones.
    match place.name_ar.is_empty() {
        true => latin.map(|s| s.core).collect(),
        false => arabic.map(|s| s.core).collect(),
    }
}

/// How far apart two rows may lie and still be one place, km.
fn reach(a: &Place, b: &Place) -> f64 {
    match a.kind.class() {
        Class::Admin => SAME_DISTRICT_KM,
        _ if a.kind.is_airfield() => SAME_AIRFIELD_KM,
        _ => SAME_SETTLEMENT_KM.max(a.radius_km + b.radius_km),
    }
}

/// Kilometres between two places.
pub fn distance_km(a: &Place, b: &Place) -> f64 {
    Haversine.distance(Point::new(a.lon, a.lat), Point::new(b.lon, b.lat)) / 1000.0
}
