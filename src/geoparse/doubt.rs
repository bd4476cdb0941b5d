//! Where no pin is put: names that nobody lists, and bearers of a name that the text cannot mean.

use super::evidence::{Evidence, Regions, point_of, roughly_km};
use super::place_words::Noun;
use super::placing::stand_at;
use super::resolve::{Placed, Scene, WINDOW};
use super::spot::Naming;
use crate::analysis::{MentionKind, Reason};
use crate::gazetteer::{Class, Kind};

/// A place from this importance on is meant although the text puts it elsewhere: the press errs as well.
pub const KNOWN: u8 = 5;
/// Farther than this from all else in the article, km, a little known village is a namesake.
const LOST_KM: f64 = 70.0;
/// The same for places abroad.
const FAMED_ABROAD: u8 = 3;
/// How many other places show where the article is.
const COMPANY: usize = 3;

/// A name that no gazetteer has, with the region that the text gives it.
pub fn unlisted(scene: &Scene, naming: &Naming, regions: &Regions) -> Placed {
    let mut placed = Placed::nowhere();
    if naming.spot.kind == MentionKind::Reference {
        return placed;
    }
    placed.why.push(Reason {
        pro: false,
        ar: "لا يعرفه المعجم بهذا الاسم".into(),
        en: "The gazetteer has no place of that name".into(),
    });
    let code = regions.around(scene.text, naming);
    let region = code.and_then(|code| {
        let mut places = scene.gazetteer.places().iter();
        places.find(|p| p.kind == Kind::Governorate && p.admin1 == code)
    });
    if let Some(region) = region {
        placed.why.push(Reason {
            pro: true,
            ar: format!("يدل النص على أنه في {}", region.name_ar),
            en: format!("The text points to {}", region.name_en),
        });
    }
    placed
}

/// A name whose bearers all lie where the text says it is not: a site stands in the town that the text names,
/// anything else stays without a pin.
pub fn contradicted<'a>(
    scene: &Scene,
    naming: &Naming,
    evidence: impl Iterator<Item = &'a Evidence<'a>>,
    candidates: Vec<(u32, f64)>,
) -> Placed {
    let against = evidence.filter(|e| e.contradicts());
    let mut placed = Placed {
        why: against.filter_map(Evidence::reason).collect(),
        candidates,
        ..Placed::nowhere()
    };
    let towns = naming.holder.iter().map(|&p| scene.gazetteer.place(p));
    let town = towns
        .filter(|p| p.kind.class() == Class::Settlement)
        .max_by_key(|p| p.importance);
    if naming.noun().is_some_and(Noun::is_site)
        && let Some(town) = town
    {
        placed.confidence = 0.7;
        stand_at(town, &mut placed);
    }
    placed
}

/// Takes the pin from little known settlements that stand far from all that the article speaks of: it means
/// a namesake that the gazetteer lacks.
pub fn lift_the_lost(scene: &Scene, regions: &Regions, placed: &mut [Placed]) {
    let lost: Vec<usize> = (0..placed.len())
        .filter(|&index| is_lost(scene, regions, placed, index))
        .collect();
    for index in lost {
        placed[index] = Placed {
            why: vec![Reason {
                pro: false,
                ar: "ما يعرفه المعجم بهذا الاسم بعيد عن كل ما يذكره النص".into(),
                en: "The gazetteer's place of that name is far from all that the text speaks of"
                    .into(),
            }],
            candidates: std::mem::take(&mut placed[index].candidates),
            ..Placed::nowhere()
        };
    }
}

fn is_lost(scene: &Scene, regions: &Regions, placed: &[Placed], index: usize) -> bool {
    let naming = &scene.namings[index];
    // A site stands where its town does.
    let Some(bearer) = placed[index].candidates.first().map(|(p, _)| *p) else {
        return false;
    };
    let place = scene.gazetteer.place(bearer);
    // The tables name few places abroad, and those for their fame.
    let little = if place.is_syrian() {
        KNOWN
    } else {
        FAMED_ABROAD
    };
    let obscure = place.importance < little && place.kind.class() == Class::Settlement;
    let of_a_town = naming.spot.kind == MentionKind::Place || !naming.host.is_empty();
    if !obscure
        || !of_a_town
        || matches!(
            naming.spot.kind,
            MentionKind::Rural | MentionKind::Reference
        )
        || regions.speaks_of(&place.admin1)
    {
        return false;
    }
    let window = index.saturating_sub(WINDOW)..(index + WINDOW).min(placed.len());
    let mut company = 0;
    for other in window {
        let witness = &scene.namings[other];
        if witness.spot.places.contains(&bearer)
            || witness.host.contains(&bearer)
            || witness.spot.kind == MentionKind::Reference
        {
            continue;
        }
        let Some(point) = placed[other].point else {
            continue;
        };
        if roughly_km(point, point_of(place)) <= LOST_KM + placed[other].radius_km {
            return false;
        }
        company += 1;
    }
    company >= COMPANY
}
