//! Resolving: which place each name means, the whole article at once.
//!
//! Every bearer of a name is weighed on the evidence of the text; what is settled then speaks for its
//! neighbours, in a few rounds. A stated distance that no bearer satisfies overrules them all: the place is
//! then put where the text says.

use super::distance::{DirectionPhrase, DistancePhrase};
use super::evidence::{self, Evidence, Regions, point_of, roughly_km};
use super::spot::Naming;
use crate::analysis::{MentionKind, Reason, Resolution};
use crate::gazetteer::{Gazetteer, Kind, Place};
use crate::geodesy::{self, Anchor, Footprint, Point, Stretch};
use crate::text::Text;
use std::collections::BTreeMap;

/// Rounds in which neighbours speak for one another.
const ROUNDS: usize = 3;
/// How many namings to either side are neighbours, for texts without full stops.
const WINDOW: usize = 40;
/// Agreement with a stated distance below which a bearer of the name cannot be meant.
const CONTRADICTED: f64 = 0.15;
/// A site that no gazetteer lists lies in or beside its town.
const BESIDE_TOWN_KM: f64 = 3.0;

/// Where a naming was put.
#[derive(Debug, Clone)]
pub struct Placed {
    pub resolution: Resolution,
    pub place: Option<u32>,
    pub point: Option<Point>,
    pub radius_km: f64,
    /// 0 to 1.
    pub confidence: f64,
    pub why: Vec<Reason>,
    /// Bearers of the name, best first, with their scores.
    pub candidates: Vec<(u32, f64)>,
}

impl Placed {
    /// A place that is known to be one, and not known where.
    pub fn nowhere() -> Placed {
        Placed {
            resolution: Resolution::Unresolved,
            place: None,
            point: None,
            radius_km: 0.0,
            confidence: 0.5,
            why: Vec::new(),
            candidates: Vec::new(),
        }
    }

    /// What a distance is counted from when it is counted from here.
    pub fn anchor(&self) -> Option<Anchor> {
        self.point.map(|at| Anchor {
            at,
            radius_km: self.radius_km,
        })
    }
}

/// What resolving looks at.
pub struct Scene<'a> {
    pub text: &'a Text<'a>,
    pub gazetteer: &'a Gazetteer,
    pub namings: &'a [Naming],
    pub antecedents: &'a [Option<usize>],
    pub distances: &'a [DistancePhrase],
    pub directions: &'a [DirectionPhrase],
}

impl Scene<'_> {
    /// The naming that a description stands for; others stand for themselves.
    pub fn meant(&self, index: usize) -> usize {
        self.antecedents[index].unwrap_or(index)
    }

    fn sentence(&self, index: usize) -> u32 {
        self.text.tokens()[self.namings[index].spot.tokens.start].sentence
    }
}

/// One bearer of a name under consideration.
struct Contender {
    place: u32,
    fixed: f64,
    total: f64,
    evidence: Vec<Evidence>,
    /// Of the neighbours and of what is stated, as of the last round.
    latest: Vec<Evidence>,
}

/// Places every naming.
pub fn resolve(scene: &Scene) -> Vec<Placed> {
    let regions = Regions::of(scene.text, scene.gazetteer, scene.namings);
    let countries = countries(scene);
    let mut contests: Vec<Vec<Contender>> = scene
        .namings
        .iter()
        .map(|naming| contest(scene, naming, &regions, &countries))
        .collect();
    let mut chosen: Vec<Option<usize>> = contests.iter().map(|c| leader(c)).collect();
    let links = Links::of(scene);
    for _ in 0..ROUNDS {
        let settled: Vec<Option<u32>> = chosen
            .iter()
            .zip(&contests)
            .map(|(&best, contest)| best.map(|b| contest[b].place))
            .collect();
        for (index, contest) in contests.iter_mut().enumerate() {
            if contest.is_empty() {
                continue;
            }
            let (near, far) = neighbours(scene, &settled, index);
            for contender in contest.iter_mut() {
                let place = scene.gazetteer.place(contender.place);
                let around = evidence::of_neighbours(place, &near, &far);
                let stated = links.speak_of(scene, &settled, index, place);
                contender.total = contender.fixed + around.weight + stated.weight;
                contender.latest = vec![stated, around];
            }
            chosen[index] = leader(contest);
        }
    }
    let mut placed: Vec<Placed> = (0..scene.namings.len())
        .map(|index| settle(scene, index, &contests[index]))
        .collect();
    place_by_statement(scene, &links, &mut placed);
    place_descriptions(scene, &mut placed);
    placed
}

/// How often the article names each country, or a place that is surely in it.
fn countries(scene: &Scene) -> BTreeMap<String, f64> {
    let mut out: BTreeMap<String, f64> = BTreeMap::new();
    for naming in scene.namings {
        let places = naming.spot.places.iter().map(|&p| scene.gazetteer.place(p));
        let Some(best) = places.max_by_key(|p| p.importance) else {
            continue;
        };
        if !best.is_syrian() {
            let weight = if best.kind == Kind::Country || best.importance >= 7 {
                1.0
            } else {
                0.3
            };
            *out.entry(best.country.clone()).or_default() += weight;
        }
    }
    out
}

fn contest(
    scene: &Scene,
    naming: &Naming,
    regions: &Regions,
    countries: &BTreeMap<String, f64>,
) -> Vec<Contender> {
    let name = crate::text::fold_name(scene.text.slice(naming.spot.start, naming.spot.end));
    let places = if naming.spot.places.is_empty() {
        &naming.host
    } else {
        &naming.spot.places
    };
    places
        .iter()
        .map(|&index| {
            let place = scene.gazetteer.place(index);
            let mut evidence = vec![
                evidence::of_itself(place, &name),
                evidence::of_country(place, countries),
            ];
            if naming.host.is_empty() {
                evidence.push(evidence::of_noun(naming, place));
            } else {
                evidence.push(of_host(naming, place));
            }
            if naming.spot.kind != MentionKind::Rural {
                evidence.push(regions.speak_of(scene.text, naming, place));
            }
            let fixed = evidence.iter().map(|e| e.weight).sum();
            Contender {
                place: index,
                fixed,
                total: fixed,
                evidence,
                latest: Vec::new(),
            }
        })
        .collect()
}

/// The town that a site or a countryside is of: a seat of government rather than its governorate's middle.
fn of_host(naming: &Naming, place: &Place) -> Evidence {
    let area = is_area(place);
    let seat = matches!(place.kind, Kind::City | Kind::Town);
    match naming.spot.kind {
        MentionKind::Rural | MentionKind::Reference if seat => Evidence::silent(1.0),
        _ if area => Evidence::silent(-2.0),
        _ => Evidence::silent(0.0),
    }
}

/// The best of a contest; the first of equals, so that the order of the gazetteer settles a tie.
fn leader(contest: &[Contender]) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (index, contender) in contest.iter().enumerate() {
        if best.is_none_or(|b| contender.total > contest[b].total + 1e-9) {
            best = Some(index);
        }
    }
    best
}

/// The settled places of the same sentence with their names, and those of the article around.
fn neighbours(
    scene: &Scene,
    settled: &[Option<u32>],
    index: usize,
) -> (Vec<(Point, String, String)>, Vec<Point>) {
    let own = &scene.namings[index].spot;
    let sentence = scene.sentence(index);
    let window = index.saturating_sub(WINDOW)..(index + WINDOW).min(settled.len());
    let (mut near, mut far) = (Vec::new(), Vec::new());
    for other in window {
        let Some(place) = settled[other].filter(|_| other != index) else {
            continue;
        };
        let spot = &scene.namings[other].spot;
        // The same name elsewhere is no witness, and neither is a whole region.
        if spot.places == own.places || matches!(spot.kind, MentionKind::Admin | MentionKind::Rural)
        {
            continue;
        }
        let place = scene.gazetteer.place(place);
        if place.radius_km > 40.0 {
            continue;
        }
        let point = point_of(place);
        if scene.sentence(other) == sentence {
            near.push((point, place.name_ar.clone(), place.name_en.clone()));
        }
        far.push(point);
    }
    (near, far)
}

/// The statements that each naming is an end of.
struct Links {
    distances: BTreeMap<usize, Vec<usize>>,
    directions: BTreeMap<usize, Vec<usize>>,
}

impl Links {
    fn of(scene: &Scene) -> Links {
        let mut links = Links {
            distances: BTreeMap::new(),
            directions: BTreeMap::new(),
        };
        for (index, phrase) in scene.distances.iter().enumerate() {
            if let (Some(from), Some(to)) = (phrase.from, phrase.to) {
                for end in [scene.meant(from), scene.meant(to)] {
                    links.distances.entry(end).or_default().push(index);
                }
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
    fn speak_of(
        &self,
        scene: &Scene,
        settled: &[Option<u32>],
        index: usize,
        place: &Place,
    ) -> Evidence {
        let mut weight = 0.0;
        let mut told: Option<(f64, String, String)> = None;
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
            let stated = format!("{}", phrase.km);
            told = Some((
                share,
                format!("النص يضعه على بعد {stated} كم من {}", other_place.name_ar),
                format!("Stated {stated} km from {}", other_place.name_en),
            ));
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
            if told.is_none() {
                told = Some((
                    share,
                    format!("اتجاهه من {} كما ذُكر", anchor.name_ar),
                    format!("Stated direction from {}", anchor.name_en),
                ));
            }
        }
        match told {
            Some((share, ar, en)) if share > 0.0 => Evidence::told(weight, ar, en),
            _ => Evidence::silent(weight),
        }
    }
}

/// How well the way from one place to another fits what is stated: 0 to 1.
fn agreement(phrase: &DistancePhrase, from: &Place, to: &Place) -> f64 {
    let (start, end) = (point_of(from), point_of(to));
    let km = geodesy::distance_km(start, end);
    let stretch = Stretch::new(phrase.km_min, phrase.km_max);
    let length = geodesy::distance_agreement(stretch, km, from.radius_km + to.radius_km);
    let bearing = phrase.direction.map_or(1.0, |wind| {
        geodesy::bearing_agreement(wind, geodesy::bearing(start, end))
    });
    length * bearing
}

/// The outcome of one contest.
fn settle(scene: &Scene, index: usize, contest: &[Contender]) -> Placed {
    let naming = &scene.namings[index];
    let Some(best) = leader(contest) else {
        return Placed::nowhere();
    };
    let mut order: Vec<&Contender> = contest.iter().collect();
    order.sort_by(|a, b| b.total.total_cmp(&a.total));
    let winner = &contest[best];
    let place = scene.gazetteer.place(winner.place);
    let rival = order
        .iter()
        .filter(|c| {
            let other = scene.gazetteer.place(c.place);
            roughly_km(point_of(other), point_of(place))
                > 10.0 + place.radius_km.max(other.radius_km)
        })
        .map(|c| c.total)
        .next();
    let margin = rival.map_or(4.0, |r| winner.total - r);
    let mut why: Vec<Reason> = winner
        .evidence
        .iter()
        .chain(&winner.latest)
        .filter(|e| e.weight.abs() >= 0.3)
        .filter_map(|e| e.reason.clone())
        .collect();
    if why.is_empty() {
        why.push(by_its_name(place, contest.len()));
    }
    why.extend(of_rivals(scene, &order, winner));
    let mut placed = Placed {
        resolution: Resolution::Gazetteer,
        place: Some(winner.place),
        point: Some(point_of(place)),
        radius_km: place.radius_km,
        confidence: confidence(margin, naming.weight),
        why,
        candidates: order.iter().map(|c| (c.place, c.total)).collect(),
    };
    if naming.spot.kind == MentionKind::Rural {
        countryside(scene, naming, &mut placed);
    } else if naming.spot.places.is_empty() {
        site_of(scene, naming, &mut placed);
    }
    placed
}

fn is_area(place: &Place) -> bool {
    matches!(
        place.kind,
        Kind::Governorate | Kind::District | Kind::Subdistrict
    )
}

/// What is told when nothing but the name speaks for a place.
fn by_its_name(place: &Place, bearers: usize) -> Reason {
    let kind = (place.kind.name_ar(), place.kind.name_en());
    let (ar, en) = if bearers == 1 {
        (
            format!("لا يعرف المعجم بهذا الاسم غيره ({})", kind.0),
            format!("The only place of that name in the gazetteer ({})", kind.1),
        )
    } else {
        (
            format!("أشهر ما يحمل هذا الاسم ({})", kind.0),
            format!("The best known place of that name ({})", kind.1),
        )
    };
    Reason { pro: true, ar, en }
}

/// Sure with a wide margin and a strong licence; never quite 1.
fn confidence(margin: f64, weight: f64) -> f64 {
    let choice = if margin <= 0.0 {
        0.5
    } else {
        0.5 + 0.5 * margin / (margin + 0.8)
    };
    let licence = (0.72 + 0.07 * weight).clamp(0.6, 1.0);
    (choice * licence).min(0.98)
}

fn of_rivals(scene: &Scene, order: &[&Contender], winner: &Contender) -> Option<Reason> {
    let here = scene.gazetteer.place(winner.place);
    let rival = order
        .iter()
        .map(|c| scene.gazetteer.place(c.place))
        .filter(|p| !is_area(p))
        .find(|p| roughly_km(point_of(p), point_of(here)) > 10.0 + here.radius_km)?;
    let km = roughly_km(point_of(rival), point_of(here));
    Some(Reason {
        pro: false,
        ar: format!(
            "مكان آخر بالاسم نفسه ({}) على بعد {km:.0} كم",
            rival.kind.name_ar()
        ),
        en: format!(
            "Another place of that name ({}) lies {km:.0} km away",
            rival.kind.name_en()
        ),
    })
}

/// The countryside of a town: around it, or beyond it on the side that is named.
fn countryside(scene: &Scene, naming: &Naming, placed: &mut Placed) {
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
fn site_of(scene: &Scene, naming: &Naming, placed: &mut Placed) {
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
        let site = place.kind.class() == crate::gazetteer::Class::Site;
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

/// Puts places where the text says: names without a bearer, and bearers that a stated distance contradicts.
fn place_by_statement(scene: &Scene, links: &Links, placed: &mut [Placed]) {
    for index in 0..placed.len() {
        if scene.namings[index].spot.kind == MentionKind::Reference {
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
        if placed[index].place.is_some() && !sure {
            continue;
        }
        let Some(footprint) = geodesy::meet(&footprints).or_else(|| footprints.first().cloned())
        else {
            continue;
        };
        let (from, phrase) = anchors[0];
        state(scene, placed, index, footprint, from, phrase);
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
    let overruled = placed[index].place.map(|p| scene.gazetteer.place(p));
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
fn place_descriptions(scene: &Scene, placed: &mut [Placed]) {
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
