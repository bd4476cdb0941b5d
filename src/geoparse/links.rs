//! What stated distances and directions say of the places at their ends.

use super::border::{self, Border};
use super::distance::DistancePhrase;
use super::evidence::{Evidence, Says, point_of, roughly_km};
use super::resolve::Scene;
use crate::gazetteer::Place;
use crate::geodesy::{self, Point, Stretch};
use std::collections::BTreeMap;

/// What lies so far from a town is not "east of" it, whatever the bearing, km.
const ANOTHER_LAND_KM: f64 = 100.0;
/// From this far on, km, a place on the other side of the town is not the one meant.
const OTHER_WAY_KM: f64 = 20.0;
/// From the edge of a place of this radius on, km, a direction says little.
const WIDE_KM: f64 = 15.0;

/// The statements that each naming is an end of.
pub struct Links {
    pub distances: BTreeMap<usize, Vec<usize>>,
    /// Those of the distances from a border.
    borders: BTreeMap<usize, Vec<usize>>,
    directions: BTreeMap<usize, Vec<usize>>,
}

impl Links {
    pub fn of(scene: &Scene) -> Links {
        let mut links = Links {
            distances: BTreeMap::new(),
            borders: BTreeMap::new(),
            directions: BTreeMap::new(),
        };
        for (index, phrase) in scene.distances.iter().enumerate() {
            if let (Some(from), Some(to)) = (phrase.from, phrase.to) {
                for end in [scene.meant(from), scene.meant(to)] {
                    links.distances.entry(end).or_default().push(index);
                }
            } else if let (Some(_), Some(end)) = (phrase.border, phrase.to.or(phrase.from)) {
                links
                    .borders
                    .entry(scene.meant(end))
                    .or_default()
                    .push(index);
            }
        }
        for (index, phrase) in scene.directions.iter().enumerate() {
            let Some(to) = phrase.to else { continue };
            links
                .directions
                .entry(scene.meant(to))
                .or_default()
                .push(index);
        }
        links
    }

    /// What stated distances and directions say of `place` being what naming `index` means.
    pub fn speak_of<'a>(
        &self,
        scene: &Scene<'a>,
        settled: &[Option<u32>],
        index: usize,
        place: &Place,
    ) -> Evidence<'a> {
        let mut weight = 0.0;
        let mut told: Option<(f64, Says)> = None;
        let mut astray = None;
        for &phrase in self.distances.get(&index).into_iter().flatten() {
            let phrase = &scene.distances[phrase];
            let (Some(from), Some(to)) = (phrase.from, phrase.to) else {
                continue;
            };
            let (from, to) = (scene.meant(from), scene.meant(to));
            let other = if from == index { to } else { from };
            let Some(other_place) = settled[other]
                .filter(|_| other != index)
                .map(|p| scene.gazetteer.place(p))
            else {
                continue;
            };
            let (start, end) = if from == index {
                (place, other_place)
            } else {
                (other_place, place)
            };
            let agreement = agreement(phrase, start, end);
            let share = 7.0 * agreement - 3.5;
            weight += share;
            told = Some((share, Says::Distance(phrase.km, other_place)));
        }
        for &phrase in self.borders.get(&index).into_iter().flatten() {
            let phrase = &scene.distances[phrase];
            let Some(border) = phrase.border else {
                continue;
            };
            let Some(agreement) = border_agreement(phrase, border, place) else {
                continue;
            };
            let share = 7.0 * agreement - 3.5;
            weight += share;
            told = told.or(Some((share, Says::FromBorder(phrase.km, border))));
        }
        for &phrase in self.directions.get(&index).into_iter().flatten() {
            let phrase = &scene.directions[phrase];
            let Some(anchor) = settled[scene.meant(phrase.from)].map(|p| scene.gazetteer.place(p))
            else {
                continue;
            };
            let (start, end) = (point_of(anchor), point_of(place));
            let km = roughly_km(start, end);
            if km < 1.0 {
                continue;
            }
            let bearing = geodesy::bearing_agreement(phrase.wind, geodesy::bearing(start, end));
            let reach = if km < 80.0 { 1.0 } else { 0.0 };
            let share = 2.5 * bearing * reach - 1.0;
            weight += share;
            let other_way = bearing == 0.0 && km > OTHER_WAY_KM + anchor.radius_km;
            if (km > ANOTHER_LAND_KM || other_way) && anchor.radius_km <= WIDE_KM {
                astray = Some(anchor);
            }
            told = told.or(Some((share, Says::Direction(anchor))));
        }
        if let Some(anchor) = astray {
            return Evidence::told(weight.min(-1.0), Says::Astray(anchor));
        }
        match told {
            Some((share, says)) if share > 0.0 => Evidence::told(weight, says),
            _ => Evidence::silent(weight),
        }
    }
}

/// How well the way from one place to another fits what is stated: 0 to 1.
pub fn agreement(phrase: &DistancePhrase, from: &Place, to: &Place) -> f64 {
    fit(
        phrase,
        point_of(from),
        point_of(to),
        from.radius_km + to.radius_km,
    )
}

/// How well the way from a border to a place fits what is stated: 0 to 1.
fn border_agreement(phrase: &DistancePhrase, border: Border, place: &Place) -> Option<f64> {
    let here = point_of(place);
    let nearest = border.nearest(here)?;
    Some(fit(
        phrase,
        nearest,
        here,
        place.radius_km + border::DOUBT_KM,
    ))
}

/// The same for two points; `extent_km` is how far the ends reach.
fn fit(phrase: &DistancePhrase, start: Point, end: Point, extent_km: f64) -> f64 {
    let km = geodesy::distance_km(start, end);
    let stretch = Stretch::new(phrase.km_min, phrase.km_max);
    let length = geodesy::distance_agreement(stretch, km, extent_km);
    let bearing = phrase.direction.map_or(1.0, |wind| {
        geodesy::bearing_agreement(wind, geodesy::bearing(start, end))
    });
    length * bearing
}
