//! Resolving: which place each name means, the whole article at once.
//!
//! Every bearer of a name is weighed on the evidence of the text; what is settled then speaks for its
//! neighbours, in a few rounds. A stated distance that no bearer satisfies overrules them all: the place is
//! then put where the text says.

use super::distance::{DirectionPhrase, DistancePhrase};
use super::doubt::{self, KNOWN};
use super::evidence::{self, Evidence, Regions, point_of, roughly_km};
use super::holder;
use super::links::Links;
use super::placing::{countryside, place_descriptions, place_stretches, site_of};
use super::spot::Naming;
use super::statement::place_by_statement;
use crate::analysis::{MentionKind, Reason, Resolution};
use crate::gazetteer::{Gazetteer, Kind, Place};
use crate::geodesy::{Anchor, Point};
use crate::order;
use crate::text::Text;
use std::collections::BTreeMap;

/// Rounds in which neighbours speak for one another.
const ROUNDS: usize = 3;
/// What a namesake that no gazetteer lists would gather: a rival of every bearer.
const UNSEEN: f64 = 3.0;
/// The margin at which half of the doubt between two bearers is gone.
const HALFWAY: f64 = 0.5;
/// How many namings to either side are neighbours, for texts without full stops.
pub const WINDOW: usize = 40;

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
struct Contender<'a> {
    place: u32,
    /// The weight of the evidence that no round changes.
    fixed: f64,
    total: f64,
    evidence: [Evidence<'a>; 5],
    /// Of what is stated and of the neighbours, as of the last round.
    latest: [Evidence<'a>; 2],
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
    let links = Links::of(scene);
    let mut settled = winners(&contests);
    for _ in 0..ROUNDS {
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
                contender.latest = [stated, around];
            }
        }
        let before = std::mem::replace(&mut settled, winners(&contests));
        if before == settled {
            break;
        }
    }
    let mut placed: Vec<Placed> = (0..scene.namings.len())
        .map(|index| settle(scene, index, &contests[index], &regions))
        .collect();
    doubt::lift_the_lost(scene, &regions, &mut placed);
    place_by_statement(scene, &links, &mut placed);
    place_stretches(scene, &mut placed);
    place_descriptions(scene, &mut placed);
    placed
}

/// The place that leads each contest.
fn winners(contests: &[Vec<Contender>]) -> Vec<Option<u32>> {
    contests
        .iter()
        .map(|contest| leader(contest).map(|best| contest[best].place))
        .collect()
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

fn contest<'a>(
    scene: &Scene<'a>,
    naming: &Naming,
    regions: &Regions,
    countries: &BTreeMap<String, f64>,
) -> Vec<Contender<'a>> {
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
            let evidence = [
                evidence::of_itself(place, &name),
                evidence::of_country(place, countries),
                holder::speak_of(scene.gazetteer, naming, place),
                if naming.host.is_empty() {
                    evidence::of_noun(naming, place)
                } else {
                    of_host(naming, place)
                },
                if naming.spot.kind == MentionKind::Rural {
                    Evidence::silent(0.0)
                } else {
                    regions.speak_of(scene.text, naming, place)
                },
            ];
            let fixed = evidence.iter().map(|e| e.weight).sum();
            Contender {
                place: index,
                fixed,
                total: fixed,
                evidence,
                latest: [Evidence::silent(0.0); 2],
            }
        })
        .collect()
}

/// The town that a site or a countryside is of: a seat of government rather than its governorate's middle.
fn of_host<'a>(naming: &Naming, place: &Place) -> Evidence<'a> {
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

/// The settled places of the same sentence, and the points of those of the article around.
fn neighbours<'a>(
    scene: &Scene<'a>,
    settled: &[Option<u32>],
    index: usize,
) -> (Vec<&'a Place>, Vec<Point>) {
    let own = &scene.namings[index].spot;
    let sentence = scene.sentence(index);
    let window = index.saturating_sub(WINDOW)..(index + WINDOW).min(settled.len());
    let (mut near, mut far) = (Vec::new(), Vec::with_capacity(window.len()));
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
        if scene.sentence(other) == sentence {
            near.push(place);
        }
        far.push(point_of(place));
    }
    (near, far)
}

/// The outcome of one contest.
fn settle(scene: &Scene, index: usize, contest: &[Contender], regions: &Regions) -> Placed {
    let naming = &scene.namings[index];
    let Some(best) = leader(contest) else {
        return doubt::unlisted(scene, naming, regions);
    };
    let mut order: Vec<&Contender> = contest.iter().collect();
    order::sort_by(&mut order, |a, b| b.total.total_cmp(&a.total));
    let winner = &contest[best];
    let place = scene.gazetteer.place(winner.place);
    let candidates = order.iter().map(|c| (c.place, c.total)).collect();
    let evidence = winner.evidence.iter().chain(&winner.latest);
    let contradicts = evidence.clone().any(Evidence::contradicts);
    // A site has its name for itself, however well known the town of that name is.
    let known = place.importance >= KNOWN && naming.host.is_empty();
    if contradicts && !known {
        return doubt::contradicted(scene, naming, evidence, candidates);
    }
    let rival = order
        .iter()
        .filter(|c| {
            let other = scene.gazetteer.place(c.place);
            roughly_km(point_of(other), point_of(place))
                > 10.0 + place.radius_km.max(other.radius_km)
        })
        .map(|c| c.total)
        .next();
    // The better known a place, the less a namesake is meant that nobody lists.
    let unlisted = (winner.total - UNSEEN).max(0.5 * f64::from(place.importance));
    let margin = rival.map_or(unlisted, |r| unlisted.min(winner.total - r));
    let mut why: Vec<Reason> = evidence
        .filter(|e| e.weight.abs() >= 0.3)
        .filter_map(Evidence::reason)
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
        confidence: confidence(margin, naming.weight).min(if contradicts { 0.6 } else { 1.0 }),
        why,
        candidates,
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

/// The share of such mentions that are right: the odds that this bearer is meant rather than the next, times
/// the odds that the word is a place at all; never quite 1.
///
/// From one half at no `margin` over the next bearer it rises as m/(m + [`HALFWAY`]); `weight` is the licence.
/// Two constants, set on labelled articles so that each tenth is right about as often as it says or a little
/// oftener, as other articles are harder.
fn confidence(margin: f64, weight: f64) -> f64 {
    let choice = if margin <= 0.0 {
        0.5
    } else {
        0.5 + 0.5 * margin / (margin + HALFWAY)
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
