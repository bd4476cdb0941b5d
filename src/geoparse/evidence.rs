//! What speaks for one place among those that bear a name: each line of evidence has a weight and words.

use super::border::Border;
use super::spot::Naming;
use crate::analysis::{MentionKind, Reason};
use crate::gazetteer::{Gazetteer, Kind, Place};
use crate::geodesy::Point;
use crate::text::{Text, folds_to};
use std::collections::BTreeMap;

/// A weighed line of evidence.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// Positive for the place, negative against it.
    pub weight: f64,
    says: Says<'a>,
}

/// What the reader is told of it. Words are made only for the place that wins.
#[derive(Debug, Clone, Copy)]
pub enum Says<'a> {
    /// Slight evidence says nothing.
    Nothing,
    /// The generic noun beside the name goes with this kind.
    Noun(Kind),
    /// The governorate named beside it is its own, or another.
    Region { own: bool },
    /// So many km from a place named in the same sentence.
    Near(f64, &'a Place),
    /// The text states so many km from there.
    Distance(f64, &'a Place),
    /// The text states so many km from that border.
    FromBorder(f64, Border),
    /// It lies from there as the text says.
    Direction(&'a Place),
    /// The text puts it in there, and it is.
    Within(&'a Place),
    /// The text puts it in there, and it is not.
    Without(&'a Place),
    /// The text puts it to one side of there, and it is far away or on another side.
    Astray(&'a Place),
}

impl<'a> Evidence<'a> {
    pub fn silent(weight: f64) -> Evidence<'a> {
        Evidence::told(weight, Says::Nothing)
    }

    pub fn told(weight: f64, says: Says<'a>) -> Evidence<'a> {
        Evidence { weight, says }
    }

    /// Whether the text says that it cannot be this place: no pin, if nothing better is found.
    pub fn contradicts(&self) -> bool {
        matches!(self.says, Says::Without(_) | Says::Astray(_))
    }

    /// The evidence in words.
    pub fn reason(&self) -> Option<Reason> {
        let (ar, en) = match self.says {
            Says::Nothing => return None,
            Says::Noun(kind) => (
                format!("الكلمة التي قبله توافق نوعه ({})", kind.name_ar()),
                format!("The word beside it fits what it is ({})", kind.name_en()),
            ),
            Says::Region { own: true } => (
                "النص يذكر المحافظة نفسها قربه".to_string(),
                "The text names its governorate beside it".to_string(),
            ),
            Says::Region { own: false } => (
                "المحافظة المذكورة قربه غيرها".to_string(),
                "Another governorate is named beside it".to_string(),
            ),
            Says::Near(km, place) => (
                format!("على بعد {km:.0} كم من {} في الجملة نفسها", place.name_ar),
                format!(
                    "{km:.0} km from {}, named in the same sentence",
                    place.name_en
                ),
            ),
            Says::Distance(km, place) => (
                format!("النص يضعه على بعد {km} كم من {}", place.name_ar),
                format!("Stated {km} km from {}", place.name_en),
            ),
            Says::FromBorder(km, border) => {
                let (ar, en) = border.names();
                (
                    format!("النص يضعه على بعد {km} كم من {ar}"),
                    format!("Stated {km} km from {en}"),
                )
            }
            Says::Direction(place) => (
                format!("اتجاهه من {} كما ذُكر", place.name_ar),
                format!("Stated direction from {}", place.name_en),
            ),
            Says::Within(place) => (
                format!("النص يجعله في {}", place.name_ar),
                format!("The text puts it in {}", place.name_en),
            ),
            Says::Without(place) => (
                format!("النص يجعله في {}، وهذا ليس فيها", place.name_ar),
                format!(
                    "The text puts it in {}, and this one is not there",
                    place.name_en
                ),
            ),
            Says::Astray(place) => (
                format!("النص يجعله إلى جهة من {}، وهذا ليس هناك", place.name_ar),
                format!(
                    "The text puts it to one side of {}, and this one is not there",
                    place.name_en
                ),
            ),
        };
        Some(Reason {
            pro: self.weight >= 0.0,
            ar,
            en,
        })
    }
}

/// Where a place of the gazetteer stands.
pub fn point_of(place: &Place) -> Point {
    Point {
        lat: place.lat,
        lon: place.lon,
    }
}

/// Evidence of the place itself: its importance and whether the name, which is folded, is its usual one.
pub fn of_itself<'a>(place: &Place, name: &str) -> Evidence<'a> {
    let usual = folds_to(&place.name_ar, name) || folds_to(&place.name_en, name);
    Evidence::silent(0.4 * f64::from(place.importance) + if usual { 0.3 } else { 0.0 })
}

/// Evidence of the generic noun before the name.
pub fn of_noun<'a>(naming: &Naming, place: &Place) -> Evidence<'a> {
    match naming.noun() {
        Some(noun) => {
            let fit = noun.fit(place.kind);
            if fit <= 0.0 {
                let against = if is_area(place.kind) { -3.0 } else { -1.5 };
                return Evidence::silent(against);
            }
            Evidence::told(2.5 * fit, Says::Noun(place.kind))
        }
        // A bare "حلب" is the city; its governorate and district bear the same name.
        None if matches!(place.kind, Kind::District | Kind::Subdistrict) => Evidence::silent(-2.5),
        None if place.kind == Kind::Governorate => Evidence::silent(-1.2),
        None => Evidence::silent(0.0),
    }
}

fn is_area(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Governorate | Kind::District | Kind::Subdistrict | Kind::Country
    )
}

/// What the article says of governorates: where each is named, and how often.
pub struct Regions {
    /// Token, sentence and governorates of every naming of an area, in reading order.
    named: Vec<(usize, u32, Vec<String>)>,
    /// Share of each governorate among all that are named.
    share: BTreeMap<String, f64>,
}

impl Regions {
    pub fn of(text: &Text, gazetteer: &Gazetteer, namings: &[Naming]) -> Regions {
        let mut named = Vec::new();
        let mut share: BTreeMap<String, f64> = BTreeMap::new();
        for naming in namings {
            let is_region = matches!(naming.spot.kind, MentionKind::Rural | MentionKind::Admin)
                || naming.noun().is_some_and(|n| n.slug == "governorate");
            let places = if naming.spot.places.is_empty() {
                &naming.host
            } else {
                &naming.spot.places
            };
            let Some(best) = places
                .iter()
                .map(|&p| gazetteer.place(p))
                .max_by_key(|p| (p.importance, p.is_syrian()))
            else {
                continue;
            };
            if best.admin1.is_empty() {
                continue;
            }
            if is_region {
                let at = naming.spot.tokens.start;
                named.push((at, text.tokens()[at].sentence, vec![best.admin1.clone()]));
            }
            if is_region || best.importance >= 7 {
                *share.entry(best.admin1.clone()).or_default() += 1.0;
            }
        }
        let total: f64 = share.values().sum::<f64>().max(1.0);
        share.values_mut().for_each(|s| *s /= total);
        Regions { named, share }
    }

    /// Whether the article names the governorate or a great town of it.
    pub fn speaks_of(&self, admin1: &str) -> bool {
        self.share.contains_key(admin1)
    }

    /// The governorate that the text around a name speaks of: named beside it, else most of the article.
    pub fn around(&self, text: &Text, naming: &Naming) -> Option<&str> {
        let tokens = &naming.spot.tokens;
        let sentence = text.tokens()[tokens.start].sentence;
        let behind = self.named.partition_point(|(at, ..)| *at < tokens.end);
        let beside = |at: &usize| tokens.start.abs_diff(*at) <= 16;
        let said = |index: usize| {
            let (at, s, region) = self.named.get(index)?;
            (*s == sentence && beside(at)).then(|| region.first().map(String::as_str))?
        };
        let most = || {
            let (code, share) = self.share.iter().max_by(|a, b| a.1.total_cmp(b.1))?;
            (*share > 0.5).then_some(code.as_str())
        };
        said(behind)
            .or_else(|| said(behind.checked_sub(1)?))
            .or_else(most)
    }

    /// What the governorates named around the token range say of a place.
    pub fn speak_of<'a>(&self, text: &Text, naming: &Naming, place: &Place) -> Evidence<'a> {
        let tokens = &naming.spot.tokens;
        let sentence = text.tokens()[tokens.start].sentence;
        let behind = self.named.partition_point(|(at, ..)| *at < tokens.end);
        let next = self
            .named
            .get(behind)
            .filter(|(at, s, _)| *s == sentence && at - tokens.end <= 16);
        let last = behind
            .checked_sub(1)
            .and_then(|i| self.named.get(i))
            .filter(|(at, s, _)| *s == sentence && *at < tokens.start && tokens.start - at <= 16);
        let (weight, region) = match (next, last) {
            (Some((at, _, region)), _) if at - tokens.end <= 6 => (4.0, region),
            (_, Some((_, _, region))) => (2.0, region),
            (Some((_, _, region)), None) => (2.5, region),
            (None, None) => {
                return Evidence::silent(
                    1.5 * self.share.get(&place.admin1).copied().unwrap_or_default(),
                );
            }
        };
        let there = region.contains(&place.admin1);
        let beside = matches!(place.admin1.as_str(), "SY-DI" | "SY-RD")
            && region.iter().any(|r| r == "SY-DI" || r == "SY-RD");
        if there || beside {
            let weight = if there { weight } else { 0.5 * weight };
            return Evidence::told(weight, Says::Region { own: true });
        }
        Evidence::told(-0.6 * weight, Says::Region { own: false })
    }
}

/// How many of the nearest places of the article count.
const COMPANY: usize = 6;

/// Evidence of what lies around: `near` are the places settled in the same sentence, `far` in the article.
pub fn of_neighbours<'a>(place: &Place, near: &[&'a Place], far: &[Point]) -> Evidence<'a> {
    let here = point_of(place);
    let mut closest: Option<(f64, &Place)> = None;
    let mut sum = 0.0;
    for other in near {
        let km = roughly_km(here, point_of(other));
        sum += nearness(km, 30.0);
        if closest.is_none_or(|(k, _)| km < k) {
            closest = Some((km, other));
        }
    }
    let company = far.len().min(COMPANY);
    let around: f64 = nearest(here, far)[..company]
        .iter()
        .map(|square| nearness(square.sqrt(), 40.0))
        .sum();
    let around = around / company.max(1) as f64;
    let weight = 1.3 * sum.min(2.0) + 1.6 * around;
    match closest {
        Some((km, other)) if (0.5..=40.0).contains(&km) => {
            Evidence::told(weight, Says::Near(km, other))
        }
        _ => Evidence::silent(weight),
    }
}

/// The squares of the least distances in km from `here`, in order; infinite where there are fewer points.
fn nearest(here: Point, far: &[Point]) -> [f64; COMPANY] {
    let mut least = [f64::INFINITY; COMPANY];
    for &point in far {
        let mut square = rough_square(here, point);
        if square >= least[COMPANY - 1] {
            continue;
        }
        for known in &mut least {
            if square < *known {
                std::mem::swap(known, &mut square);
            }
        }
    }
    least
}

/// 1 at no distance, one half at `scale` km, falling to 0.
///
/// Only sums, products and quotients: they come out the same on every machine, as `exp` need not.
fn nearness(km: f64, scale: f64) -> f64 {
    1.0 / (1.0 + (km / scale) * (km / scale))
}

/// Distance in km good to a hundredth over the width of Syria, for comparing many pairs quickly.
pub fn roughly_km(one: Point, other: Point) -> f64 {
    rough_square(one, other).sqrt()
}

fn rough_square(one: Point, other: Point) -> f64 {
    let middle = ((one.lat + other.lat) / 2.0).to_radians();
    let square = middle * middle;
    let cosine = 1.0 - square / 2.0 + square * square / 24.0 - square * square * square / 720.0;
    let north = (one.lat - other.lat) * 110.9;
    let east = (one.lon - other.lon) * 111.3 * cosine;
    north * north + east * east
}

/// A place abroad needs company: another place of the same country, or the country itself.
pub fn of_country<'a>(place: &Place, countries: &BTreeMap<String, f64>) -> Evidence<'a> {
    if place.is_syrian() {
        return Evidence::silent(if place.also.foreign { -1.0 } else { 1.0 });
    }
    let company = countries.get(&place.country).copied().unwrap_or_default();
    Evidence::silent((company * 1.2).min(3.0))
}
