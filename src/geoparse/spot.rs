//! Spotting: which words of the text name places.
//!
//! One pass gives every name of the gazetteer that stands in the text; licences decide
//! which of them are places, the longer name first; the words around them make countrysides and sites.

use super::licence::{self, ENOUGH, IN_A_LIST, LICENSED_ELSEWHERE, Licence};
use super::place_words::{self, Noun, NounUse};
use super::{Spot, holder, phrase, refer};
use crate::analysis::{MentionKind, Reason, SetAside};
use crate::gazetteer::{Class, Gazetteer, Hit, Kind};
use crate::geodesy::Wind;
use crate::order;
use crate::text::{Script, Text, TokenKind};
use std::collections::BTreeSet;

/// A spot with the phrase it stands in.
#[derive(Debug, Clone)]
pub struct Naming {
    pub spot: Spot,
    /// The generic noun that belongs to it.
    pub noun: Option<NounUse>,
    /// A part of it only: ريف حماة الشمالي.
    pub part: Option<Wind>,
    /// Bearers of the town's name that a site or a countryside is of.
    pub host: Vec<u32>,
    /// Bearers of the name of the place that the words behind put it in.
    pub holder: Vec<u32>,
    /// It has a name of its own that no gazetteer has: مستشفى الرحمة, not سجن تدمر.
    pub own_name: bool,
    /// What licensed it.
    pub weight: f64,
}

impl Naming {
    /// A spot by itself, without words around it that say more of it.
    pub fn of(spot: Spot) -> Naming {
        Naming {
            spot,
            noun: None,
            part: None,
            host: Vec::new(),
            holder: Vec::new(),
            own_name: false,
            weight: ENOUGH,
        }
    }

    /// The noun's row, if it has one.
    pub fn noun(&self) -> Option<&'static Noun> {
        self.noun.map(|n| n.noun)
    }
}

/// A hit under consideration.
struct Trial {
    hit: Hit,
    places: Vec<u32>,
    licence: Licence,
    taken: bool,
}

/// Everything in the text that names a place or refers to one, in reading order; and the names set aside.
pub fn read(text: &Text, gazetteer: &Gazetteer) -> (Vec<Naming>, Vec<SetAside>) {
    let mut trials = trials(text, gazetteer);
    let mut owner: Vec<Option<usize>> = vec![None; text.tokens().len()];
    take(&mut trials, &mut owner);
    lift_repeated(&mut trials);
    take(&mut trials, &mut owner);
    for _ in 0..3 {
        if !lift_listed(text, &mut trials, &owner) {
            break;
        }
        take(&mut trials, &mut owner);
    }
    let set_aside = set_aside(text, gazetteer, &trials, &owner);
    let mut namings: Vec<Naming> = trials
        .into_iter()
        .filter(|t| t.taken)
        .map(|t| naming(gazetteer, t))
        .collect();
    order::sort_by_key(&mut namings, |n| n.spot.tokens.start);
    let mut namings = phrase::compose(text, gazetteer, namings);
    holder::find(text, &mut namings);
    refer::find(text, &mut namings);
    // A noun before a list may have made a place of a name after all.
    let named = |s: &SetAside| {
        let behind = namings.partition_point(|n| n.spot.end <= s.start);
        namings.get(behind).is_some_and(|n| n.spot.start < s.end)
    };
    let set_aside = set_aside.into_iter().filter(|s| !named(s)).collect();
    (namings, set_aside)
}

fn trials(text: &Text, gazetteer: &Gazetteer) -> Vec<Trial> {
    let mut all = Vec::new();
    let scripts = [Script::Arabic, Script::Latin];
    for script in scripts {
        let written = text
            .tokens()
            .iter()
            .any(|t| t.kind == TokenKind::Word && t.script == script);
        if !written {
            continue;
        }
        let names = gazetteer.names(script);
        for hit in names.find(text) {
            let single = hit.tokens.len() == 1;
            let places: Vec<u32> = names
                .bearers(hit.name)
                .iter()
                .filter(|b| {
                    script == Script::Latin
                        || b.article == hit.prefix.article
                        || (!single && b.article)
                })
                .map(|b| b.place)
                .collect();
            // The countrysides are put together from their words, with their directions.
            if places.is_empty() || text.word_at(hit.tokens.start).ends_with("ريف") {
                continue;
            }
            let licence = licence::weigh(text, gazetteer, &hit, &places);
            all.push(Trial {
                hit,
                places,
                licence,
                taken: false,
            });
        }
    }
    order::sort_by_key(&mut all, |t| {
        (
            std::cmp::Reverse(t.hit.tokens.len()),
            t.hit.tokens.start,
            // Two readings of one word: the one with less before it.
            t.hit.start,
        )
    });
    all
}

/// Takes every hit with weight enough whose tokens are free.
fn take(trials: &mut [Trial], owner: &mut [Option<usize>]) {
    for (index, trial) in trials.iter_mut().enumerate() {
        if trial.taken || trial.licence.weight < ENOUGH {
            continue;
        }
        if owner[trial.hit.tokens.clone()].iter().any(Option::is_some) {
            continue;
        }
        owner[trial.hit.tokens.clone()].fill(Some(index));
        trial.taken = true;
    }
}

/// A name that is well licensed once is more readily a place elsewhere in the article.
fn lift_repeated(trials: &mut [Trial]) {
    let licensed: BTreeSet<u32> = trials
        .iter()
        .filter(|t| t.taken && t.licence.weight >= ENOUGH + 1.0)
        .map(|t| t.hit.name)
        .collect();
    for trial in trials.iter_mut().filter(|t| !t.taken) {
        if licensed.contains(&trial.hit.name) {
            trial.licence.weight += LICENSED_ELSEWHERE;
        }
    }
}

/// Lifts names that stand in a list beside a taken one; whether any was lifted.
fn lift_listed(text: &Text, trials: &mut [Trial], owner: &[Option<usize>]) -> bool {
    let mut lifted = false;
    for trial in trials.iter_mut().filter(|t| !t.taken) {
        if trial.licence.weight < ENOUGH - IN_A_LIST
            || owner[trial.hit.tokens.clone()].iter().any(Option::is_some)
        {
            continue;
        }
        let tokens = &trial.hit.tokens;
        let before = joined_before(text, tokens.start, trial.hit.prefix.conjunction)
            .is_some_and(|at| owner[at].is_some());
        let after = joined_after(text, tokens.end).is_some_and(|at| owner[at].is_some());
        if before || after {
            trial.licence.weight += IN_A_LIST;
            lifted = true;
        }
    }
    lifted
}

/// The last token of what a list joins to the word at `at` from before.
fn joined_before(text: &Text, at: usize, conjunction: bool) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let mark = text.word_at(before);
    if matches!(mark, "،" | "," | "و" | "/" | "and" | "-") {
        let before = before.checked_sub(1)?;
        return Some(if text.word_at(before) == "," {
            before.checked_sub(1)?
        } else {
            before
        });
    }
    conjunction.then_some(before)
}

/// The first token of what a list joins to the word before `end`.
fn joined_after(text: &Text, end: usize) -> Option<usize> {
    let next = text.word_at(end);
    if matches!(next, "،" | "," | "و" | "/" | "and" | "-") {
        let after = end + 1;
        return (after < text.tokens().len()).then_some(after);
    }
    (next.starts_with('و') && end < text.tokens().len()).then_some(end)
}

fn naming(gazetteer: &Gazetteer, trial: Trial) -> Naming {
    let first = trial
        .places
        .iter()
        .max_by_key(|&&p| (gazetteer.place(p).importance, std::cmp::Reverse(p)))
        .copied();
    let spot = Spot {
        tokens: trial.hit.tokens,
        start: trial.hit.start,
        end: trial.hit.end,
        kind: first.map_or(MentionKind::Place, |p| kind_of(gazetteer.place(p).kind)),
        places: trial.places,
    };
    Naming {
        noun: trial.licence.noun.map(|(_, noun)| noun),
        weight: trial.licence.weight,
        ..Naming::of(spot)
    }
}

/// What the contract calls a place of this kind.
pub fn kind_of(kind: Kind) -> MentionKind {
    match kind.class() {
        Class::Settlement => MentionKind::Place,
        Class::Site => MentionKind::Site,
        Class::Nature => MentionKind::Nature,
        Class::Admin => MentionKind::Admin,
    }
}

/// Names of the gazetteer that stand free in the text and were not taken, with the word against them.
fn set_aside(
    text: &Text,
    gazetteer: &Gazetteer,
    trials: &[Trial],
    owner: &[Option<usize>],
) -> Vec<SetAside> {
    let mut out: Vec<SetAside> = Vec::new();
    for trial in trials.iter().filter(|t| !t.taken) {
        // Only names a reader would wonder about: known ones, or ones that nearly passed.
        let known = trial
            .places
            .iter()
            .any(|&p| gazetteer.place(p).importance >= 5);
        // "وإن" and the countries are nobody's question.
        let plain = trial.hit.tokens.len() == 1
            && place_words::is_no_name(text.word_at(trial.hit.tokens.start));
        let country = trial
            .places
            .iter()
            .all(|&p| gazetteer.place(p).kind == Kind::Country);
        if plain || country {
            continue;
        }
        let free = owner[trial.hit.tokens.clone()].iter().all(Option::is_none);
        if !free || !(known || trial.licence.weight >= ENOUGH - 1.0) {
            continue;
        }
        if out
            .iter()
            .any(|s| s.start < trial.hit.end && trial.hit.start < s.end)
        {
            continue;
        }
        out.push(SetAside {
            start: trial.hit.start,
            end: trial.hit.end,
            text: text.slice(trial.hit.start, trial.hit.end).to_string(),
            why: why_not(trial.licence.against),
        });
    }
    order::sort_by_key(&mut out, |s| s.start);
    out
}

fn why_not(against: Option<&str>) -> Reason {
    let (ar, en) = match against {
        Some("title" | "person") => (
            "اسم شخص: يسبقه لقب أو اسم",
            "A person's name: a title or a given name stands before it",
        ),
        Some("organisation") => (
            "جزء من اسم جهة أو عملية",
            "Part of the name of an organisation or an operation",
        ),
        Some("part") => (
            "جزء من اسم أطول لا يعرفه المعجم",
            "Part of a longer name that the gazetteer does not have",
        ),
        Some("street") => ("اسم شارع", "The name of a street"),
        Some("people") => ("اسم عشيرة أو عائلة", "The name of a tribe or a family"),
        Some("speech") => (
            "يسبقه فعل قول: شخص أو حكومة",
            "A verb of saying stands beside it: a person or a government",
        ),
        Some("noun") => ("اسم عام هنا", "A common noun here"),
        _ => (
            "كلمة عادية هنا: لا شيء حولها يدل على مكان",
            "An ordinary word here: nothing around it speaks of a place",
        ),
    };
    Reason {
        pro: false,
        ar: ar.into(),
        en: en.into(),
    }
}
