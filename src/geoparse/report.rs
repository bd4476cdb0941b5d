//! From namings and placements to the public contract, with what the reader has put right.

use super::Reading;
use super::border;
use super::distance::DistancePhrase;
use super::resolve::{Placed, Scene};
use super::spot::{Naming, kind_of};
use super::statement::footprint_of;
use crate::analysis::{
    Candidate, Language, Mention, MentionKind, PlaceName, Reason, Resolution, SetAside,
    StatedBorder, StatedDistance, Verdict,
};
use crate::gazetteer::{Gazetteer, Kind, Place};
use crate::geodesy::{self, Point};
use crate::order;
use crate::{Becomes, Corrections};

/// How many candidates an analysis lists for one name.
const MOST_CANDIDATES: usize = 8;
/// Agreement in length and in direction from which both ends are said to be consistent with what is stated:
/// a road may be a third longer than the air line, and Arabic cardinals are loose.
const CONSISTENT_LENGTH: f64 = 0.9;
const CONSISTENT_BEARING: f64 = 0.5;

/// Puts the contract together: mentions get their ids in reading order, dropped ones leave no trace.
pub fn report(
    scene: &Scene,
    mut placed: Vec<Placed>,
    mut set_aside: Vec<SetAside>,
    corrections: &Corrections,
) -> Reading {
    let mut kept = vec![true; placed.len()];
    for (index, naming) in scene.namings.iter().enumerate() {
        match corrections.of(naming.spot.start, naming.spot.end) {
            Some(Becomes::NoPlace) => {
                kept[index] = false;
                set_aside.push(by_the_reader(scene, naming));
            }
            Some(becomes) => correct(scene.gazetteer, becomes, &mut placed[index]),
            None => {}
        }
        kept[index] &= is_shown(scene, index, &placed[index]);
    }
    order::sort_by_key(&mut set_aside, |s| s.start);
    let ids = numbered(&kept);
    // What stands for something the reader moved moves with it.
    for index in 0..placed.len() {
        let meant = scene.meant(index);
        if meant != index
            && placed[meant].resolution == Resolution::Manual
            && placed[index].resolution == Resolution::Reference
        {
            placed[index].point = placed[meant].point;
            placed[index].place = placed[meant].place;
            placed[index].radius_km = placed[meant].radius_km;
        }
    }
    let language = scene.text.language();
    let mentions = (0..placed.len())
        .filter_map(|index| {
            Some(mention(
                scene,
                &mut placed[index],
                index,
                ids[index]?,
                &ids,
                language,
            ))
        })
        .collect();
    let distances = scene
        .distances
        .iter()
        .zip(0..)
        .map(|(phrase, id)| distance(scene, &placed, phrase, id, &ids))
        .collect();
    Reading {
        mentions,
        distances,
        set_aside,
    }
}

/// Countries are the map's own frame, and a description that refers to nothing says nothing.
fn is_shown(scene: &Scene, index: usize, placed: &Placed) -> bool {
    if placed.resolution == Resolution::Manual {
        return true;
    }
    let naming = &scene.namings[index];
    if naming.spot.kind == MentionKind::Reference {
        return scene.antecedents[index].is_some() || placed.point.is_some();
    }
    let countries = naming
        .spot
        .places
        .iter()
        .all(|&p| scene.gazetteer.place(p).kind == Kind::Country);
    naming.spot.places.is_empty() || !countries
}

fn numbered(kept: &[bool]) -> Vec<Option<u32>> {
    let mut next = 0;
    kept.iter()
        .map(|&kept| {
            kept.then(|| {
                next += 1;
                next - 1
            })
        })
        .collect()
}

fn by_the_reader(scene: &Scene, naming: &Naming) -> SetAside {
    SetAside {
        start: naming.spot.start,
        end: naming.spot.end,
        text: scene
            .text
            .slice(naming.spot.start, naming.spot.end)
            .to_string(),
        why: Reason {
            pro: false,
            ar: "استبعدته أنت".into(),
            en: "You set it aside".into(),
        },
    }
}

fn correct(gazetteer: &Gazetteer, becomes: &Becomes, placed: &mut Placed) {
    match becomes {
        Becomes::NoPlace | Becomes::NoEvent | Becomes::Event(_) => return,
        Becomes::Entry(id) => {
            let Some(index) = gazetteer.index_of(id) else {
                return;
            };
            let place = gazetteer.place(index);
            placed.place = Some(index);
            placed.point = Some(Point {
                lat: place.lat,
                lon: place.lon,
            });
            placed.radius_km = place.radius_km;
        }
        Becomes::Point { lat, lon } => {
            let within = (-90.0..=90.0).contains(lat) && (-180.0..=180.0).contains(lon);
            if !within {
                return;
            }
            placed.place = None;
            placed.point = Some(Point {
                lat: *lat,
                lon: *lon,
            });
            placed.radius_km = 0.5;
        }
    }
    placed.resolution = Resolution::Manual;
    placed.confidence = 1.0;
    placed.why = vec![Reason {
        pro: true,
        ar: "وضعته أنت هنا".into(),
        en: "You put it here".into(),
    }];
}

/// One mention; it takes the reasons out of `placed`.
fn mention(
    scene: &Scene,
    placed: &mut Placed,
    index: usize,
    id: u32,
    ids: &[Option<u32>],
    language: Language,
) -> Mention {
    let naming = &scene.namings[index];
    let place = placed.place.map(|p| scene.gazetteer.place(p));
    let kind = match (naming.spot.kind, place) {
        (
            MentionKind::Place | MentionKind::Site | MentionKind::Nature | MentionKind::Admin,
            Some(place),
        ) => kind_of(place.kind),
        (kind, _) => kind,
    };
    let reasons = placed.why.iter().map(|r| match language {
        Language::Ar => r.ar.clone(),
        Language::En => r.en.clone(),
    });
    Mention {
        id,
        start: naming.spot.start,
        end: naming.spot.end,
        text: scene
            .text
            .slice(naming.spot.start, naming.spot.end)
            .to_string(),
        kind,
        resolution: placed.resolution,
        place: place.map(place_name),
        lat: placed.point.map(|p| geodesy::round(p.lat, 1e4)),
        lon: placed.point.map(|p| geodesy::round(p.lon, 1e4)),
        uncertainty_km: placed
            .point
            .map(|_| geodesy::round(placed.radius_km.max(0.1), 10.0)),
        confidence: geodesy::round(placed.confidence, 100.0),
        geo_precision: placed.point.map(|_| precision(kind, placed)),
        reasons: reasons.collect(),
        why: std::mem::take(&mut placed.why),
        antecedent: scene.antecedents[index].and_then(|a| ids[a]),
        candidates: placed
            .candidates
            .iter()
            .take(MOST_CANDIDATES)
            .map(|&(p, score)| candidate(scene.gazetteer.place(p), score))
            .collect(),
    }
}

/// ACLED's code: 1 the named place, 2 a part of a region or "near", 3 a larger region.
fn precision(kind: MentionKind, placed: &Placed) -> u8 {
    match kind {
        MentionKind::Rural => 2,
        _ if placed.radius_km > 30.0 => 3,
        MentionKind::Admin => 3,
        _ if placed.resolution == Resolution::Stated || placed.radius_km > 8.0 => 2,
        _ => 1,
    }
}

/// Names and rank of an entry, as the contract has them.
pub fn place_name(place: &Place) -> PlaceName {
    PlaceName {
        id: place.id.clone(),
        name_ar: place.name_ar.clone(),
        name_en: place.name_en.clone(),
        feature: place.kind.feature().to_string(),
        admin1: (!place.admin1.is_empty()).then(|| place.admin1.clone()),
        country: place.country.clone(),
    }
}

fn candidate(place: &Place, score: f64) -> Candidate {
    let name = place_name(place);
    Candidate {
        id: name.id,
        name_ar: name.name_ar,
        name_en: name.name_en,
        feature: name.feature,
        admin1: name.admin1,
        country: name.country,
        lat: place.lat,
        lon: place.lon,
        score: geodesy::round(score, 100.0),
    }
}

fn distance(
    scene: &Scene,
    placed: &[Placed],
    phrase: &DistancePhrase,
    id: u32,
    ids: &[Option<u32>],
) -> StatedDistance {
    let end = |index: Option<usize>| index.map(|i| &placed[i]).filter(|p| p.point.is_some());
    let (from, to) = (end(phrase.from), end(phrase.to));
    // An end that was itself put where this statement says is no second witness.
    let known = |end: Option<&Placed>| {
        let sure = end.filter(|p| p.resolution != Resolution::Stated);
        sure.and_then(|p| Some((p.point?, p.radius_km)))
    };
    let mut out = StatedDistance {
        id,
        start: phrase.start,
        end: phrase.end,
        text: scene.text.slice(phrase.start, phrase.end).to_string(),
        km: geodesy::round(phrase.km, 1000.0),
        km_min: geodesy::round(phrase.km_min, 1000.0),
        km_max: phrase.km_max.map(|k| geodesy::round(k, 1000.0)),
        approximate: phrase.approximate,
        direction: phrase.direction.map(|d| d.code().to_string()),
        from: phrase.from.and_then(|i| ids[i]),
        border: phrase.border.map(|border| StatedBorder {
            country: border.country().map(str::to_string),
            lat: None,
            lon: None,
        }),
        to: phrase.to.and_then(|i| ids[i]),
        measured_km: None,
        measured_bearing: None,
        verdict: Verdict::Unresolved,
        footprint: None,
        lat: None,
        lon: None,
        uncertainty_km: None,
    };
    if let Some(border) = phrase.border {
        if let Some((point, radius_km)) = known(to.or(from))
            && let Some(nearest) = border.nearest(point)
        {
            if let Some(said) = &mut out.border {
                said.lat = Some(geodesy::round(nearest.lat, 1e4));
                said.lon = Some(geodesy::round(nearest.lon, 1e4));
            }
            let extent_km = radius_km + border::DOUBT_KM;
            measure(&mut out, phrase, nearest, point, extent_km);
        }
        return out;
    }
    let Some(anchor) = from.and_then(Placed::anchor) else {
        return out;
    };
    if let (Some((start, near_km)), Some((finish, far_km))) = (known(from), known(to)) {
        measure(&mut out, phrase, start, finish, near_km + far_km);
        return out;
    }
    let footprint = footprint_of(phrase, anchor);
    out.verdict = Verdict::Placed;
    out.lat = Some(geodesy::round(footprint.middle.lat, 1e4));
    out.lon = Some(geodesy::round(footprint.middle.lon, 1e4));
    out.uncertainty_km = Some(geodesy::round(footprint.radius_km, 10.0));
    out.footprint = Some(footprint.geometry());
    out
}

/// Writes down how far it is from one end to the other, which way, and whether that is what was stated; `extent_km` is
/// how far the two ends reach.
fn measure(
    out: &mut StatedDistance,
    phrase: &DistancePhrase,
    start: Point,
    finish: Point,
    extent_km: f64,
) {
    let (km, bearing) = (
        geodesy::distance_km(start, finish),
        geodesy::bearing(start, finish),
    );
    out.measured_km = Some(geodesy::round(km, 10.0));
    out.measured_bearing = Some(geodesy::round(bearing, 10.0));
    let stretch = geodesy::Stretch::new(phrase.km_min, phrase.km_max);
    let length = geodesy::distance_agreement(stretch, km, extent_km);
    let direction = phrase
        .direction
        .map_or(1.0, |w| geodesy::bearing_agreement(w, bearing));
    out.verdict = if length >= CONSISTENT_LENGTH && direction >= CONSISTENT_BEARING {
        Verdict::Consistent
    } else {
        Verdict::Inconsistent
    };
}
