//! Places put where the text says, by stated distances and directions.

use super::distance::DistancePhrase;
use super::evidence::{point_of, roughly_km};
use super::links::{Links, agreement};
use super::resolve::{Placed, Scene};
use crate::analysis::{MentionKind, Reason, Resolution};
use crate::geodesy::{self, Anchor, Footprint, Stretch};

/// Agreement with a stated distance below which a bearer of the name cannot be meant.
const CONTRADICTED: f64 = 0.15;
/// A place from this importance on is meant whatever a figure says: the figure is loose, or of something else.
const KNOWN_TO_ALL: u8 = 6;
/// A place that is only known to lie so far from another, km, or farther, gets no pin.
const WIDE_RING_KM: f64 = 8.0;
/// A bearer of the name nearer than this to where the text puts it is the place meant.
const NAMESAKE_KM: f64 = 40.0;

/// Puts places where the text says: names without a bearer, and bearers that a stated distance contradicts.
pub fn place_by_statement(scene: &Scene, links: &Links, placed: &mut [Placed]) {
    lift_contradicted_anchors(scene, placed);
    for index in 0..placed.len() {
        if scene.namings[index].spot.kind == MentionKind::Reference {
            continue;
        }
        // A site stands at its town already.
        if placed[index].resolution == Resolution::Stated {
            continue;
        }
        let mut footprints: Vec<Footprint> = Vec::new();
        let mut anchors = Vec::new();
        let mut agrees = false;
        for &phrase in links.distances.get(&index).into_iter().flatten() {
            let phrase = &scene.distances[phrase];
            let (Some(from), Some(to)) = (phrase.from, phrase.to) else {
                continue;
            };
            let (from, to) = (scene.meant(from), scene.meant(to));
            if to != index || from == index {
                continue;
            }
            let Some(anchor) = placed[from].anchor() else {
                continue;
            };
            if let (Some(here), Some(there)) = (placed[index].place, placed[from].place) {
                let (here, there) = (scene.gazetteer.place(here), scene.gazetteer.place(there));
                agrees |= agreement(phrase, there, here) >= CONTRADICTED;
            }
            footprints.push(footprint_of(phrase, anchor));
            anchors.push((from, phrase));
        }
        if footprints.is_empty() || agrees {
            continue;
        }
        // The anchor's own doubt must not throw out a good entry: only a sure anchor overrules one.
        let sure = anchors
            .iter()
            .all(|(from, _)| placed[*from].confidence >= 0.6);
        let known = placed[index]
            .place
            .is_some_and(|p| scene.gazetteer.place(p).importance >= KNOWN_TO_ALL);
        if known || (placed[index].place.is_some() && !sure) {
            continue;
        }
        // Several statements of one place meet; where they contradict one another the first is taken.
        let first = footprints.first().cloned();
        let met = if footprints.len() > 1 {
            geodesy::meet(&footprints).or(first)
        } else {
            first
        };
        let Some(footprint) = met else { continue };
        // A known town some way off is a loose statement; only a namesake far away is another place.
        let near = placed[index].place.is_some_and(|p| {
            let off = roughly_km(point_of(scene.gazetteer.place(p)), footprint.middle);
            off <= (2.0 * footprint.radius_km).max(NAMESAKE_KM)
        });
        if near {
            continue;
        }
        let (from, phrase) = anchors[0];
        // Somewhere on a wide ring is no place for a pin; the ring itself is drawn with the distance.
        let ring = anchors.len() == 1 && phrase.direction.is_none() && phrase.km > WIDE_RING_KM;
        if ring && placed[index].place.is_none() {
            continue;
        }
        state(scene, placed, index, footprint, from, phrase);
    }
}

/// Takes the pin from little known places that a known one is said to be so far from, and is not: the text
/// counts from a namesake that no gazetteer has.
fn lift_contradicted_anchors(scene: &Scene, placed: &mut [Placed]) {
    for phrase in scene.distances {
        let (Some(from), Some(to)) = (phrase.from, phrase.to) else {
            continue;
        };
        let (from, to) = (scene.meant(from), scene.meant(to));
        let (Some(anchor), Some(end)) = (placed[from].place, placed[to].place) else {
            continue;
        };
        let (anchor, end) = (scene.gazetteer.place(anchor), scene.gazetteer.place(end));
        let doubtful = anchor.importance < end.importance.min(KNOWN_TO_ALL);
        if doubtful && from != to && agreement(phrase, anchor, end) < CONTRADICTED {
            placed[from] = Placed {
                why: vec![Reason {
                    pro: false,
                    ar: format!(
                        "ما يعرفه المعجم بهذا الاسم ليس على {} كم من {}",
                        phrase.km, end.name_ar
                    ),
                    en: format!(
                        "The gazetteer's place of that name is not {} km from {}",
                        phrase.km, end.name_en
                    ),
                }],
                candidates: std::mem::take(&mut placed[from].candidates),
                ..Placed::nowhere()
            };
        }
    }
}

/// Where the far end of a statement lies, counted from an anchor.
pub fn footprint_of(phrase: &DistancePhrase, anchor: Anchor) -> Footprint {
    let stretch = Stretch::new(phrase.km_min, phrase.km_max);
    match phrase.direction {
        Some(wind) => geodesy::offset(anchor, stretch, wind),
        None => geodesy::distance_only(anchor, stretch),
    }
}

fn state(
    scene: &Scene,
    placed: &mut [Placed],
    index: usize,
    footprint: Footprint,
    from: usize,
    phrase: &DistancePhrase,
) {
    let (anchor_ar, anchor_en) = placed[from].place.map_or_else(
        || {
            let name = scene
                .text
                .slice(scene.namings[from].spot.start, scene.namings[from].spot.end);
            (name.to_string(), name.to_string())
        },
        |p| {
            let place = scene.gazetteer.place(p);
            (place.name_ar.clone(), place.name_en.clone())
        },
    );
    let namesake = placed[index].candidates.first().map(|(p, _)| *p);
    let overruled = placed[index].place.or(namesake);
    let overruled = overruled.map(|p| scene.gazetteer.place(p));
    let mut why = vec![Reason {
        pro: true,
        ar: format!("مسافة ذُكرت: {} كم من {anchor_ar}", phrase.km),
        en: format!("Stated distance: {} km from {anchor_en}", phrase.km),
    }];
    if let Some(place) = overruled {
        let km = roughly_km(point_of(place), footprint.middle);
        why.push(Reason {
            pro: false,
            ar: format!("سميّه في المعجم ({}) على بعد {km:.0} كم من هذا الموضع: تخالفه المسافة", place.kind.name_ar()),
            en: format!("Its namesake in the gazetteer ({}) lies {km:.0} km from here: the distance contradicts it", place.kind.name_en()),
        });
    } else {
        why.push(Reason {
            pro: false,
            ar: "لا يعرفه المعجم بهذا الاسم".into(),
            en: "The gazetteer has no place of that name".into(),
        });
    }
    let here = &mut placed[index];
    here.resolution = Resolution::Stated;
    here.place = None;
    here.point = Some(footprint.middle);
    here.radius_km = footprint.radius_km;
    here.confidence = 0.8;
    here.why = why;
}
