//! Where a naming stands that is no entry of the gazetteer itself: countrysides, sites, descriptions.

use super::evidence::{point_of, roughly_km};
use super::place_words::Refers;
use super::resolve::{Placed, Scene};
use super::spot::Naming;
use crate::analysis::{MentionKind, Reason, Resolution};
use crate::gazetteer::{Class, Gazetteer, Kind, Place};
use crate::geodesy::{self, Anchor, Point};
use std::cmp::Ordering;

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

/// Rivers and roads from this reach on are placed by the stretch that the text speaks of, km.
const LONG_KM: f64 = 40.0;
/// The radius of such a stretch, km.
const STRETCH_KM: f64 = 30.0;

/// A long river or road is meant where the place stands that is named beside it.
pub fn place_stretches(scene: &Scene, placed: &mut [Placed]) {
    for index in 0..placed.len() {
        let Some(place) = placed[index].place.map(|p| scene.gazetteer.place(p)) else {
            continue;
        };
        let line = matches!(place.kind, Kind::River | Kind::Road) && place.radius_km >= LONG_KM;
        if !line || placed[index].resolution != Resolution::Gazetteer {
            continue;
        }
        let spot = &scene.namings[index].spot;
        let sentence = scene.text.tokens()[spot.tokens.start].sentence;
        let gap = |other: usize| {
            let tokens = &scene.namings[other].spot.tokens;
            tokens.start.abs_diff(spot.tokens.start)
        };
        let around = index.saturating_sub(6)..(index + 7).min(placed.len());
        let stated = scene.distances.iter().find(|d| d.to == Some(index));
        let counted_from = stated.and_then(|d| d.from).map(|from| scene.meant(from));
        let nearest = around
            .filter(|&other| {
                let there = &scene.namings[other].spot;
                let near = scene.text.tokens()[there.tokens.start].sentence == sentence;
                let along = placed[other]
                    .point
                    .is_some_and(|p| roughly_km(p, point_of(place)) <= 1.3 * place.radius_km);
                other != index && near && along && there.kind == MentionKind::Place
            })
            .min_by_key(|&other| gap(other));
        let Some(beside) = counted_from.or(nearest) else {
            continue;
        };
        let there = scene.namings[beside].spot.clone();
        let name = scene.text.slice(there.start, there.end);
        placed[index].point = placed[beside].point;
        placed[index].radius_km = STRETCH_KM;
        placed[index].confidence = placed[index].confidence.min(0.7);
        placed[index].why.insert(
            0,
            Reason {
                pro: true,
                ar: format!("طويل يمر بأماكن كثيرة: وُضع عند {name} المذكور معه"),
                en: format!("It is long: it stands at {name}, named with it"),
            },
        );
    }
}

/// A site that no gazetteer has by this name: one of its kind beside the town, else the town itself.
pub fn site_of(scene: &Scene, naming: &Naming, placed: &mut Placed) {
    let Some(town) = placed.place.map(|p| scene.gazetteer.place(p)) else {
        return;
    };
    let kinds = naming.noun().map_or(&[][..], |n| n.kinds());
    let (point, reach) = (point_of(town), town.radius_km + 12.0);
    // A town has one prison and many checkpoints.
    let only_one = naming.noun().is_some_and(|n| n.refers == Refers::Yes);
    if let Some(site) =
        site_of_kind(scene.gazetteer, kinds, point, reach).filter(|_| only_one && !naming.own_name)
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
    stand_at(town, placed);
}

/// Puts a site that nobody lists at its town.
pub fn stand_at(town: &Place, placed: &mut Placed) {
    placed.resolution = Resolution::Stated;
    placed.place = None;
    placed.point = Some(point_of(town));
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

/// The site within `reach` km that is of the first of these kinds of which one stands there; none where two
/// are equally well known.
fn site_of_kind(gazetteer: &Gazetteer, kinds: &[Kind], point: Point, reach: f64) -> Option<u32> {
    let mut best: Option<(usize, u8, u32)> = None;
    let mut alone = true;
    for (place, index) in gazetteer.places().iter().zip(0_u32..) {
        let Some(rank) = kinds.iter().position(|&k| k == place.kind) else {
            continue;
        };
        if place.kind.class() != Class::Site || roughly_km(point, point_of(place)) > reach {
            continue;
        }
        let known = u8::MAX - place.importance;
        let order = best.map(|(r, k, _)| (rank, known).cmp(&(r, k)));
        match order {
            Some(Ordering::Greater) => {}
            Some(Ordering::Equal) => alone = false,
            Some(Ordering::Less) | None => (best, alone) = (Some((rank, known, index)), true),
        }
    }
    best.filter(|_| alone).map(|(.., index)| index)
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

/// The town that "المدينة" means where only a site of it is named: سجن تدمر.
fn town_of_a_site(scene: &Scene, description: &Naming, site: usize) -> Option<u32> {
    let noun = description.noun()?;
    let host = &scene.namings[site].host;
    let rural = scene.namings[site].spot.kind == MentionKind::Rural;
    (!noun.with_name && !rural)
        .then(|| host.iter().copied())?
        .filter(|&p| scene.gazetteer.place(p).kind.class() == Class::Settlement)
        .max_by_key(|&p| scene.gazetteer.place(p).importance)
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
        if let Some(town) = town_of_a_site(scene, naming, antecedent) {
            let place = scene.gazetteer.place(town);
            here.place = Some(town);
            here.point = Some(point_of(place));
            here.radius_km = place.radius_km;
            here.candidates = vec![(town, 0.0)];
        }
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
        let (ar, en) = if antecedent < index {
            ("أنسب ما ذُكر قبله", "the most fitting place named before it")
        } else {
            ("أنسب ما ذُكر بعده", "the most fitting place named after it")
        };
        here.why = vec![Reason {
            pro: true,
            ar: format!("يعود إلى {name}: {ar}"),
            en: format!("It refers to {name}, {en}"),
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
