//! Where a naming stands that is no entry of the gazetteer itself: countrysides, sites, descriptions.

use super::evidence::{point_of, roughly_km};
use super::resolve::{Placed, Scene};
use super::spot::Naming;
use crate::analysis::{MentionKind, Reason, Resolution};
use crate::gazetteer::{Class, Gazetteer, Kind};
use crate::geodesy::{self, Anchor, Point};

/// A site that no gazetteer lists lies in or beside its town.
const BESIDE_TOWN_KM: f64 = 3.0;

/// The countryside of a town: around it, or beyond it on the side that is named.
pub fn countryside(scene: &Scene, naming: &Naming, placed: &mut Placed) {
    let Some(town) = placed.place.map(|p| scene.gazetteer.place(p)) else {
        return;
    };
    let big = town.importance >= 7 || town.kind == Kind::Governorate;
    let reach = if big { 25.0 } else { 10.0 };
    let anchor = Anchor {
        at: point_of(town),
        radius_km: town.radius_km.min(reach),
    };
    placed.radius_km = 1.4 * reach;
    if let Some(wind) = naming.part {
        placed.point = Some(geodesy::destination(anchor.at, wind.heading(), reach));
        placed.radius_km = 1.2 * reach;
    }
    placed.why.push(Reason {
        pro: true,
        ar: format!("ريف {} في الجهة المذكورة", town.name_ar),
        en: format!(
            "The countryside of {} on the side that is named",
            town.name_en
        ),
    });
}

/// A site that no gazetteer has by this name: one of its kind beside the town, else the town itself.
pub fn site_of(scene: &Scene, naming: &Naming, placed: &mut Placed) {
    let Some(town) = placed.place.map(|p| scene.gazetteer.place(p)) else {
        return;
    };
    let kinds = naming.noun().map_or(&[][..], |n| n.kinds());
    let (point, reach) = (point_of(town), town.radius_km + 12.0);
    if let Some(site) =
        nearest_of_kind(scene.gazetteer, kinds, point, reach).filter(|_| !naming.own_name)
    {
        let place = scene.gazetteer.place(site);
        placed.place = Some(site);
        placed.point = Some(point_of(place));
        placed.radius_km = place.radius_km;
        placed
            .candidates
            .insert(0, (site, placed.candidates.first().map_or(0.0, |c| c.1)));
        placed.why.insert(
            0,
            Reason {
                pro: true,
                ar: format!("{} هو الموقع من نوعه عند {}", place.name_ar, town.name_ar),
                en: format!(
                    "{} is the site of its kind at {}",
                    place.name_en, town.name_en
                ),
            },
        );
        return;
    }
    placed.resolution = Resolution::Stated;
    placed.place = None;
    placed.radius_km = town.radius_km + BESIDE_TOWN_KM;
    placed.confidence = placed.confidence.min(0.8);
    placed.why.insert(
        0,
        Reason {
            pro: true,
            ar: format!(
                "موقع يتبع {}: لا يعرفه المعجم باسمه، فوُضع عندها",
                town.name_ar
            ),
            en: format!(
                "A site of {}: the gazetteer does not list it, so it stands there",
                town.name_en
            ),
        },
    );
}

/// The nearest place of one of these kinds within `reach` km.
fn nearest_of_kind(gazetteer: &Gazetteer, kinds: &[Kind], point: Point, reach: f64) -> Option<u32> {
    let mut best: Option<(f64, u32)> = None;
    for (index, place) in gazetteer.places().iter().enumerate() {
        let site = place.kind.class() == Class::Site;
        if !site || !kinds.contains(&place.kind) {
            continue;
        }
        let km = roughly_km(point, point_of(place));
        if km <= reach && best.is_none_or(|(k, _)| km < k) {
            best = Some((km, index as u32));
        }
    }
    best.map(|(_, index)| index)
}

/// "العاصمة" where no capital is named: Syria's, as this is its map.
fn the_capital(gazetteer: &Gazetteer) -> Placed {
    let capital = gazetteer
        .places()
        .iter()
        .zip(0_u32..)
        .filter(|(p, _)| p.is_syrian() && p.kind == Kind::City)
        .max_by_key(|(p, index)| (p.importance, p.admin1 == "SY-DI", std::cmp::Reverse(*index)));
    let Some((place, index)) = capital else {
        return Placed::nowhere();
    };
    Placed {
        resolution: Resolution::Reference,
        place: Some(index),
        point: Some(point_of(place)),
        radius_km: place.radius_km,
        confidence: 0.7,
        why: vec![Reason {
            pro: true,
            ar: "العاصمة، ولم تُسمَّ قبلها عاصمة أخرى".into(),
            en: "The capital, where no other capital is named before it".into(),
        }],
        candidates: Vec::new(),
    }
}

/// Descriptions stand where what they mean stands; a site of a town where the town's site is.
pub fn place_descriptions(scene: &Scene, placed: &mut [Placed]) {
    for index in 0..placed.len() {
        let naming = &scene.namings[index];
        if naming.spot.kind != MentionKind::Reference {
            continue;
        }
        let Some(antecedent) = scene.antecedents[index] else {
            if naming.noun().is_some_and(|n| n.slug == "capital") {
                placed[index] = the_capital(scene.gazetteer);
            }
            continue;
        };
        let mut here = placed[antecedent].clone();
        here.resolution = if here.point.is_some() {
            Resolution::Reference
        } else {
            Resolution::Unresolved
        };
        here.confidence *= 0.9;
        here.candidates.truncate(1);
        let name = scene.text.slice(
            scene.namings[antecedent].spot.start,
            scene.namings[antecedent].spot.end,
        );
        here.why = vec![Reason {
            pro: true,
            ar: format!("يعود إلى {name}، أقرب ما يناسبه مما ذُكر قبله"),
            en: format!("It refers to {name}, the nearest fitting place named before it"),
        }];
        if let Some(noun) = naming.noun
            && noun.possessed
            && noun.noun.is_site()
        {
            site_of(scene, naming, &mut here);
            here.resolution = Resolution::Reference;
        }
        if naming.part.is_some() {
            countryside(scene, naming, &mut here);
        }
        placed[index] = here;
    }
}
