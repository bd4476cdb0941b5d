//! Where each mention lies on the map. Mentions of one place share one mark; a reference is never drawn twice.

use super::certainty::Certainty;
use super::earth::{self, Spot};
use super::{labels, words};
use crate::Finding;
use crate::analysis::{Analysis, Language, Mention, MentionKind, Resolution};
use crate::order;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Below this radius a circle of doubt says nothing on any scale of this map.
const LEAST_DOUBT_KM: f64 = 0.1;

/// The places of an analysis.
pub struct Places<'a> {
    analysis: &'a Analysis,
    /// From a mention's id to the one that stands for its place.
    speaker: BTreeMap<u32, u32>,
}

impl<'a> Places<'a> {
    pub fn new(analysis: &'a Analysis) -> Places<'a> {
        let by_id = analysis
            .mentions
            .iter()
            .map(|m| (m.id, m))
            .collect::<BTreeMap<_, _>>();
        let mut first = BTreeMap::new();
        let mut speaker = BTreeMap::new();
        // References last, so that a name speaks for its place and not "the city".
        let (named, references): (Vec<_>, Vec<_>) = analysis
            .mentions
            .iter()
            .partition(|m| m.antecedent.is_none() && m.kind != MentionKind::Reference);
        for mention in named.into_iter().chain(references) {
            let origin = origin_of(mention, &by_id);
            let identity = match (&origin.place, position_of(origin)) {
                (Some(place), _) if origin.resolution != Resolution::Manual => place.id.clone(),
                (_, Some((x, y))) => format!("{x:.4} {y:.4}"),
                _ => format!("#{}", origin.id),
            };
            let speaks = *first.entry(identity).or_insert(origin.id);
            speaker.insert(mention.id, speaks);
        }
        Places { analysis, speaker }
    }

    /// The mention that stands for this one's place.
    pub fn speaker(&self, mention: u32) -> u32 {
        self.speaker.get(&mention).copied().unwrap_or(mention)
    }

    pub fn mention(&self, id: u32) -> Option<&'a Mention> {
        self.analysis.mentions.iter().find(|m| m.id == id)
    }

    /// Where a mention's place lies.
    pub fn position(&self, mention: u32) -> Option<Spot> {
        self.mention(self.speaker(mention))
            .and_then(position_of)
            .or_else(|| self.mention(mention).and_then(position_of))
            .or_else(|| self.stated(mention))
    }

    /// Where a distance puts a mention that has no place of its own.
    fn stated(&self, mention: u32) -> Option<Spot> {
        let distance = self
            .analysis
            .distances
            .iter()
            .find(|d| d.to == Some(mention))?;
        spot(distance.lat?, distance.lon?)
    }

    /// The mentions that have a mark or an area on the map, each place once, in the order of the text.
    pub fn drawn(&self) -> impl Iterator<Item = (&'a Mention, Spot)> {
        self.analysis.mentions.iter().filter_map(|m| {
            let drawn = self.speaker(m.id) == m.id && !is_country(m) && governorate(m).is_none();
            drawn.then_some(m).zip(position_of(m))
        })
    }

    /// How many mentions a place has.
    fn weight(&self, speaker: u32) -> usize {
        self.speaker.values().filter(|&&s| s == speaker).count()
    }

    /// Whether an event may be said to have happened at this very place.
    pub fn is_exact(&self, mention: u32) -> bool {
        let Some(m) = self.mention(self.speaker(mention)) else {
            return false;
        };
        let point = matches!(
            m.kind,
            MentionKind::Place | MentionKind::Site | MentionKind::Reference
        );
        let placed = matches!(
            m.resolution,
            Resolution::Gazetteer | Resolution::Reference | Resolution::Manual
        );
        point
            && placed
            && m.geo_precision.is_none_or(|p| p == 1)
            && Certainty::of(m) != Certainty::Open
    }

    /// Circles of doubt, from the widest to the narrowest, so that none hides another.
    pub fn circles(&self) -> Vec<Value> {
        let mut circles = self
            .drawn()
            .filter_map(|(m, spot)| {
                Some((
                    m,
                    spot,
                    m.uncertainty_km.filter(|km| *km >= LEAST_DOUBT_KM)?,
                ))
            })
            .collect::<Vec<_>>();
        order::sort_by(&mut circles, |a, b| b.2.total_cmp(&a.2));
        circles
            .into_iter()
            .map(|(m, spot, km)| {
                let soft = is_area(m);
                let properties = json!({ "is": "doubt", "key": Finding::Mention(m.id).code(), "certainty": Certainty::of(m).slug(), "soft": soft, "from": zoom_for(km) });
                earth::circle(spot, km, properties)
            })
            .collect()
    }

    /// A mark and a name for each place; `open` is the mention whose note is open.
    pub fn marks(&self, language: Language, open: Option<u32>) -> Vec<Value> {
        let open = open.map(|id| self.speaker(id));
        self.drawn()
            .zip(0usize..)
            .map(|((m, spot), order)| {
                let stated = m.resolution == Resolution::Stated;
                let area = is_area(m);
                let mut properties = json!({
                    "is": if area { "area" } else { "mark" },
                    "key": Finding::Mention(m.id).code(),
                    "name": name_of(m, self.analysis.language, language),
                    "image": if stated { "mark-stated".to_string() } else { super::marks::mark_of(Certainty::of(m)) },
                    "nature": m.kind == MentionKind::Nature,
                    "stated": stated,
                    "rank": if open == Some(m.id) { 0 } else { 1000 - 10 * self.weight(m.id).min(90) + order.min(9) },
                });
                if let Some(km) = m.uncertainty_km.filter(|_| stated) {
                    properties["note"] = json!(words::doubt(km, language));
                }
                earth::point(spot, properties)
            })
            .collect()
    }

    /// The places of the same name that were not chosen, while the note of one of them is open.
    /// `region` names a governorate by its code.
    pub fn ghosts(
        &self,
        open: Option<u32>,
        language: Language,
        region: &dyn Fn(&str) -> Option<String>,
    ) -> Vec<Value> {
        let Some((m, here)) =
            open.and_then(|id| Some((self.mention(self.speaker(id))?, self.position(id)?)))
        else {
            return Vec::new();
        };
        let key = Finding::Mention(m.id).code();
        // Where the text measures from, if it put the place by a distance.
        let distance = self
            .analysis
            .distances
            .iter()
            .find(|d| d.to.is_some_and(|to| self.speaker(to) == m.id));
        let origin = distance
            .and_then(|d| self.position(d.from?))
            .unwrap_or(here);
        let chosen = m.place.as_ref().map(|p| p.id.as_str());
        m.candidates
            .iter()
            .filter(|c| Some(c.id.as_str()) != chosen)
            .filter_map(|c| Some((c, spot(c.lat, c.lon)?)))
            .filter(|(_, there)| earth::kilometres_between(here, *there) > 0.5)
            .flat_map(|(c, there)| {
                let name = match language {
                    Language::Ar if !c.name_ar.is_empty() => &c.name_ar,
                    _ => &c.name_en,
                };
                let name = match c.admin1.as_deref().and_then(region) {
                    Some(region) => format!("{} · {}", words::lettering(name, language), words::lettering(&region, language)),
                    None => words::lettering(name, language),
                };
                let far = words::not_chosen(earth::kilometres_between(origin, there), language);
                [
                    earth::line(&[origin, there], json!({ "is": "ghost-line", "key": key })),
                    earth::point(there, json!({ "is": "ghost", "key": key, "image": "mark-ghost", "name": name, "note": words::lettering(&far, language) })),
                ]
            })
            .collect()
    }

    /// Codes of the Syrian governorates that the text names.
    pub fn governorates(&self) -> Vec<String> {
        let mut codes = self
            .analysis
            .mentions
            .iter()
            .filter_map(governorate)
            .map(str::to_string)
            .collect::<Vec<_>>();
        order::sort_by(&mut codes, Ord::cmp);
        codes.dedup();
        codes
    }
}

/// The whole zoom from which a circle of so many km is about as wide as a mark, or wider.
fn zoom_for(km: f64) -> f64 {
    const MARK_PX: f64 = 13.0;
    // Kilometres a pixel spans at zoom 0 in the latitude of Syria.
    const KM_PER_PIXEL: f64 = 78.27 * 0.82;
    (MARK_PX * KM_PER_PIXEL / km).log2().round()
}

/// The mention at the root of a chain of references.
fn origin_of<'a>(mention: &'a Mention, by_id: &BTreeMap<u32, &'a Mention>) -> &'a Mention {
    let mut origin = mention;
    // A chain is never this long; the bound keeps a ring in hostile data from turning for ever.
    for _ in 0..16 {
        match origin.antecedent.and_then(|id| by_id.get(&id)) {
            // A thing of the place referred to, such as its prison, lies where it lies.
            Some(_) if origin.place.is_some() && origin.kind != MentionKind::Reference => break,
            Some(next) => origin = next,
            None => break,
        }
    }
    origin
}

/// Where a mention is drawn: a governorate where the base map letters its name, all else where it lies.
fn position_of(mention: &Mention) -> Option<Spot> {
    let lettered =
        governorate(mention).and_then(|code| labels::governorates().find(|g| g.code == code));
    match lettered {
        Some(governorate) => Some(governorate.spot),
        None => spot(mention.lat?, mention.lon?),
    }
}

/// Only what lies on the map: finite, and not at its poles.
fn spot(lat: f64, lon: f64) -> Option<Spot> {
    (lat.abs() <= 85.0 && lon.abs() <= 180.0).then_some((lon, lat))
}

fn is_country(mention: &Mention) -> bool {
    mention
        .place
        .as_ref()
        .is_some_and(|p| p.feature.starts_with("PCL"))
}

/// The code of the governorate a mention names: the base map draws it.
fn governorate(mention: &Mention) -> Option<&str> {
    let place = mention.place.as_ref()?;
    (place.feature == "ADM1" && place.country == "SY")
        .then_some(place.admin1.as_deref())
        .flatten()
}

/// Whether it has an extent and no spot of its own: drawn softly, without a dot.
pub fn is_area(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Admin | MentionKind::Rural)
}

/// What stands beside the mark. A countryside has the article's words, which the interface may have to put its own way.
fn name_of(mention: &Mention, article: Language, language: Language) -> String {
    let named = match &mention.place {
        Some(place) if language == Language::Ar && !place.name_ar.is_empty() => &place.name_ar,
        Some(place) if !place.name_en.is_empty() => &place.name_en,
        _ => &mention.text,
    };
    let name = match (mention.kind, language) {
        (MentionKind::Rural, _) if article == language => mention.text.clone(),
        (MentionKind::Rural, Language::Ar) => format!("ريف {named}"),
        (MentionKind::Rural, Language::En) => format!("{named} countryside"),
        _ => named.clone(),
    };
    words::lettering(&name, language)
}
