//! Definite descriptions: المدينة, البلدة, سجنها, the city, and what they refer to.

use super::Spot;
use super::countryside::side_at;
use super::distance::{DistancePhrase, direction};
use super::place_words::{self, Noun, Refers};
use super::spot::Naming;
use crate::analysis::MentionKind;
use crate::gazetteer::{Class, Gazetteer, Kind};
use crate::order;
use crate::text::{Script, Text};
use std::collections::BTreeMap;

/// How many sentences back a description may reach.
const REACH: u32 = 12;
/// How well the town of a site fits, against a town that is named for itself.
const HOST_FIT: f64 = 0.6;
/// Capitals are at least so important.
const GREAT: u8 = 8;
/// How many namings back, for texts without full stops.
const WINDOW: usize = 120;

/// Adds every description of a place named elsewhere to the namings, in reading order.
pub fn find(text: &Text, namings: &mut Vec<Naming>) {
    let mut taken = vec![false; text.tokens().len()];
    let mut begins = vec![false; text.tokens().len()];
    for naming in namings.iter() {
        taken[naming.spot.tokens.clone()].fill(true);
        begins[naming.spot.tokens.start] = true;
    }
    let mut found = Vec::new();
    let free = taken.iter().enumerate().filter(|(_, taken)| !**taken);
    for at in free.map(|(at, _)| at) {
        let Some(noun) = place_words::noun_at(text, at) else {
            continue;
        };
        let latin = text.tokens()[at].script == Script::Latin;
        let determined = if latin {
            matches!(text.word_at(at.wrapping_sub(1)), "the" | "this")
        } else {
            noun.prefix.article || noun.possessed
        };
        let shown = matches!(
            text.word_at(at.wrapping_sub(1)),
            "هذه" | "هذا" | "this" | "بهذه" | "لهذه"
        );
        let refers = match noun.noun.refers {
            Refers::Yes => determined,
            // من ناحيتها is an idiom; سهلها is its plain.
            Refers::Weak => shown || (noun.possessed && noun.noun.with_name),
            Refers::No => false,
        };
        // الريف الغربي: of the town that was spoken of.
        let part = if noun.noun.slug == "countryside" && (noun.prefix.article || noun.possessed) {
            side_at(text, at + 1)
        } else {
            None
        };
        if !(refers || part.is_some())
            || begins.get(at + 1) == Some(&true)
            || is_otherwise(text, at, noun.noun)
        {
            continue;
        }
        let end = part.map_or(at + 1, |(_, end)| end);
        found.push(Naming {
            spot: Spot {
                start: noun.start,
                end: text.tokens()[end - 1].end,
                tokens: at..end,
                kind: MentionKind::Reference,
                places: Vec::new(),
            },
            noun: Some(noun),
            part: part.map(|(wind, _)| wind),
            host: Vec::new(),
            holder: Vec::new(),
            own_name: false,
            weight: 2.0,
        });
    }
    namings.extend(found);
    order::sort_by_key(namings, |n| n.spot.tokens.start);
}

/// Whether the words behind the noun make it something else: العاصمة الروسية, المدينة الجامعية, the city of X.
fn is_otherwise(text: &Text, at: usize, noun: &Noun) -> bool {
    let next = text.word_at(at + 1);
    if next == "of" || next == "council" {
        return true;
    }
    let Some(core) = next.strip_prefix("ال") else {
        return false;
    };
    let adjective = place_words::is_definite_adjective(next);
    match noun.slug {
        "capital" => adjective && core != "سوريه",
        "area" => adjective,
        "city" | "town" | "village" => {
            matches!(core, "جامعيه" | "صناعيه" | "رياضيه" | "منوره" | "طبيه")
        }
        _ => false,
    }
}

/// The namings without the descriptions that refer to nothing, and for every one what it refers to.
pub fn tied(
    text: &Text,
    gazetteer: &Gazetteer,
    namings: Vec<Naming>,
) -> (Vec<Naming>, Vec<Option<usize>>) {
    let antecedents = antecedents(text, gazetteer, &namings);
    let stays = |(naming, antecedent): (&Naming, &Option<usize>)| {
        naming.spot.kind != MentionKind::Reference
            || antecedent.is_some()
            || naming.noun().is_some_and(|n| n.slug == "capital")
    };
    let mut place = Vec::with_capacity(namings.len());
    let mut kept = 0;
    for pair in namings.iter().zip(&antecedents) {
        place.push(kept);
        kept += usize::from(stays(pair));
    }
    namings
        .iter()
        .zip(&antecedents)
        .filter(|&pair| stays(pair))
        .map(|(naming, antecedent)| (naming.clone(), antecedent.map(|a| place[a])))
        .unzip()
}

/// For every naming the one it refers to, if it is a description and something fits.
fn antecedents(text: &Text, gazetteer: &Gazetteer, namings: &[Naming]) -> Vec<Option<usize>> {
    let search = Search::of(text, gazetteer, namings);
    (0..namings.len())
        .map(|index| search.antecedent(index, None))
        .collect()
}

/// Ties anew the descriptions that would stand at both ends of a stated distance: what is so far from a place
/// is not that place.
pub fn keep_ends_apart(
    text: &Text,
    gazetteer: &Gazetteer,
    namings: &[Naming],
    distances: &[DistancePhrase],
    antecedents: &mut [Option<usize>],
) {
    let ends = distances.iter().filter_map(|d| d.from.zip(d.to));
    let search = Search::of(text, gazetteer, namings);
    for (from, to) in ends {
        for (description, other) in [(from, to), (to, from)] {
            let other = antecedents[other].unwrap_or(other);
            if antecedents[description].is_some_and(|a| search.same(a, other)) {
                antecedents[description] = search.antecedent(description, Some(other));
            }
        }
    }
}

/// The namings of a text among which a description finds its antecedent.
struct Search<'a> {
    text: &'a Text<'a>,
    namings: &'a [Naming],
    traits: Vec<Traits>,
    /// How often each place is named.
    counts: BTreeMap<&'a [u32], f64>,
}

impl<'a> Search<'a> {
    fn of(text: &'a Text<'a>, gazetteer: &Gazetteer, namings: &'a [Naming]) -> Search<'a> {
        let mut counts: BTreeMap<&[u32], f64> = BTreeMap::new();
        for naming in namings.iter().filter(|n| !n.spot.places.is_empty()) {
            *counts.entry(&naming.spot.places).or_default() += 1.0;
        }
        Search {
            text,
            namings,
            traits: namings
                .iter()
                .map(|n| Traits::of(text, gazetteer, n))
                .collect(),
            counts,
        }
    }

    /// Whether two namings are of one place.
    fn same(&self, one: usize, other: usize) -> bool {
        let places = |index: usize| &self.namings[index].spot.places;
        one == other || (!places(one).is_empty() && places(one) == places(other))
    }

    /// What the description at `index` refers to, other than `not`.
    fn antecedent(&self, index: usize, not: Option<usize>) -> Option<usize> {
        let naming = &self.namings[index];
        if naming.spot.kind != MentionKind::Reference {
            return None;
        }
        let noun = naming.noun()?;
        let sentence = sentence_of(self.text, naming);
        let mut best: Option<(f64, usize)> = None;
        let candidates = (0..index)
            .rev()
            .take(WINDOW)
            .take_while(|&i| sentence - sentence_of(self.text, &self.namings[i]) <= REACH)
            .filter(|&i| not.is_none_or(|not| !self.same(i, not)));
        for i in candidates {
            let candidate = &self.namings[i];
            let fit = self.traits[i].fit(noun, naming);
            if fit <= 0.0 {
                continue;
            }
            let named = self.counts.get(&candidate.spot.places[..]);
            let back = f64::from(sentence - sentence_of(self.text, candidate));
            let nearness = -0.55 * back
                - 0.008 * (naming.spot.tokens.start - candidate.spot.tokens.end) as f64;
            let score = fit + nearness + 0.25 * named.copied().unwrap_or_default().min(4.0)
                - if self.traits[i].is_anchor { 0.8 } else { 0.0 }
                - if self.traits[i].abroad && noun.slug != "capital" {
                    0.8
                } else {
                    0.0
                };
            if best.is_none_or(|(b, _)| score > b) {
                best = Some((score, i));
            }
        }
        best.map(|(_, i)| i)
            .or_else(|| self.named_later(index, noun, not))
    }

    /// An excerpt may begin with "المدينة" and name it afterwards.
    fn named_later(&self, index: usize, noun: &Noun, not: Option<usize>) -> Option<usize> {
        let description = &self.namings[index];
        let last = sentence_of(self.text, description) + REACH;
        let fit = |i: usize| self.traits[i].fit(noun, description);
        (index + 1..self.namings.len().min(index + WINDOW))
            .take_while(|&i| sentence_of(self.text, &self.namings[i]) <= last)
            .filter(|&i| not.is_none_or(|not| !self.same(i, not)))
            .find(|&i| self.traits[i].noun == Some(noun.slug) || fit(i) >= 0.9)
            .filter(|&i| !self.traits[i].is_anchor && fit(i) > 0.0)
    }
}

fn sentence_of(text: &Text, naming: &Naming) -> u32 {
    text.tokens()[naming.spot.tokens.start].sentence
}

/// What of a naming decides whether a description may mean it.
struct Traits {
    kinds: Vec<Kind>,
    noun: Option<&'static str>,
    unlisted: bool,
    /// It only tells where something else lies: "شرقي حمص".
    is_anchor: bool,
    reference: bool,
    /// It is a great city: the only ones that are capitals.
    great: bool,
    /// It lies abroad: what is spoken of is seldom there.
    abroad: bool,
    /// The kinds of the town whose site it is.
    host: Vec<Kind>,
}

impl Traits {
    fn of(text: &Text, gazetteer: &Gazetteer, naming: &Naming) -> Traits {
        let best = naming
            .spot
            .places
            .iter()
            .map(|&p| gazetteer.place(p).importance)
            .max()
            .unwrap_or_default();
        let mut kinds: Vec<Kind> = naming
            .spot
            .places
            .iter()
            .map(|&p| gazetteer.place(p))
            .filter(|p| p.importance + 2 >= best)
            .map(|p| p.kind)
            .collect();
        order::sort_by(&mut kinds, Ord::cmp);
        kinds.dedup();
        Traits {
            noun: naming.noun().map(|n| n.slug),
            unlisted: kinds.is_empty(),
            kinds,
            great: best >= GREAT,
            abroad: naming
                .spot
                .places
                .iter()
                .all(|&p| !gazetteer.place(p).is_syrian())
                && !naming.spot.places.is_empty(),
            host: naming
                .host
                .iter()
                .filter(|_| naming.spot.kind != MentionKind::Rural)
                .map(|&p| gazetteer.place(p).kind)
                .collect(),
            is_anchor: direction::ending(text, naming.spot.tokens.start).is_some(),
            reference: naming.spot.kind == MentionKind::Reference,
        }
    }

    /// 0: it cannot be meant; else how well it fits.
    fn fit(&self, noun: &Noun, description: &Naming) -> f64 {
        if self.reference {
            return 0.0;
        }
        let possessed = description.noun.is_some_and(|n| n.possessed);
        let of_a_town = possessed || noun.slug == "countryside";
        if of_a_town {
            let town = self
                .kinds
                .iter()
                .any(|k| k.class() == Class::Settlement || *k == Kind::Governorate);
            return if town
                || self
                    .noun
                    .is_some_and(|n| matches!(n, "city" | "town" | "village"))
            {
                1.5
            } else {
                0.0
            };
        }
        if noun.slug == "capital" && !self.great {
            return 0.0;
        }
        let same_noun = self.noun == Some(noun.slug);
        // "سجن تدمر": the city may be Palmyra.
        if !noun.with_name && !self.host.is_empty() {
            return HOST_FIT * self.host.iter().map(|&k| noun.fit(k)).fold(0.0, f64::max);
        }
        if self.unlisted {
            return if same_noun { 2.0 } else { 0.0 };
        }
        // A hill may be called a village by the gazetteer, but "التلة" never means a town.
        let class = noun.kinds().first().map(|k| k.class());
        let fit = self
            .kinds
            .iter()
            .filter(|k| !noun.with_name || Some(k.class()) == class)
            .map(|&k| noun.fit(k))
            .fold(0.0, f64::max);
        if same_noun {
            // "قرية السخنة" is the village, whatever the gazetteer calls it.
            return 1.0 + fit.max(0.8);
        }
        let called_otherwise = matches!(
            (self.noun, noun.slug),
            (Some("village" | "villages"), "city")
                | (Some("city" | "cities"), "village")
                | (Some("governorate"), "city" | "town" | "village")
        );
        if called_otherwise { 0.0 } else { fit }
    }
}
