//! One event, told once: triggers that speak of the same thing become one event.

use super::coding::SubType;
use super::lexicon::Found;
use super::lists::{Needs, Trigger};
use super::scene::Scene;
use super::{Code, Happening, admit, when};
use crate::analysis::Role;
use std::collections::BTreeSet;

/// Events looked back over when the same one is told again.
const MEMORY: usize = 40;

/// A word for killing is no event of its own beside one that people were killed in.
pub fn yield_weak(scene: &Scene, happened: &mut Vec<Happening>) {
    let strong: BTreeSet<u32> = happened
        .iter()
        .filter(|h| h.trigger.meaning.needs != Needs::Weak && h.sub.is_violence())
        .flat_map(|h| std::iter::once(&h.trigger).chain(&h.again))
        .map(|t| scene.sentence(t.from))
        .collect();
    happened.retain(|h| {
        let weak = h.trigger.meaning.needs == Needs::Weak;
        !(weak && strong.contains(&scene.sentence(h.trigger.from)))
    });
}

/// Merges events of one sort at one place; the first telling stays, the others are kept beside it.
pub fn told_again(scene: &Scene, happened: Vec<Happening>) -> Vec<Happening> {
    let mut out: Vec<Happening> = Vec::new();
    for next in happened {
        let from = out.len().saturating_sub(MEMORY);
        match out[from..].iter_mut().find(|told| same(scene, told, &next)) {
            Some(told) => absorb(scene, told, next),
            None => out.push(next),
        }
    }
    out
}

/// Whether two triggers of one sub-type may tell one event: a withdrawal is no siege.
pub fn one_topic(a: &Found<Trigger>, b: &Found<Trigger>) -> bool {
    a.meaning.code != b.meaning.code || a.meaning.topic == b.meaning.topic
}

fn same(scene: &Scene, told: &Happening, next: &Happening) -> bool {
    if when::apart(told.date, next.date) || !one_topic(&told.trigger, &next.trigger) {
        return false;
    }
    let (a, b) = (told.sub, next.sub);
    let apart = scene.sentence(next.trigger.from) - scene.sentence(told.trigger.from);
    let near = scene.close(told.trigger.from, next.trigger.from, 1);
    let headline = apart <= 4 && scene.headline(told.trigger.from);
    let driven_out = |h: &Happening| h.trigger.meaning.needs == Needs::Loser;
    let sort = a == b
        || (near && a.is_battle() && b.is_battle())
        || (a.is_takeover() && b.is_takeover() && (driven_out(told) || driven_out(next)))
        || (headline && a.is_remote() && b.is_remote() && (vague(told) || vague(next)))
        || (apart <= 3 && speaks_of(scene, next, a))
        || (apart <= 3 && speaks_of(scene, told, b));
    sort && shared(scene, told, next)
}

/// Whether a definite telling ("هجومه") may mean an event of that sub-type.
fn speaks_of(scene: &Scene, telling: &Happening, of: SubType) -> bool {
    telling.sub.is_violence()
        && admit::points_back(scene, &telling.trigger)
        && telling.trigger.meaning.code.may_mean(of)
}

/// A bare "قصف" or "هجوم" whose sub-type no word has decided.
fn vague(h: &Happening) -> bool {
    match h.trigger.meaning.code {
        Code::Strike | Code::Attack => h.sub == SubType::SHELLING,
        Code::Blast => h.sub == SubType::EXPLOSIVE_DEVICE,
        _ => false,
    }
}

/// Whether two events share a place.
fn shared(scene: &Scene, a: &Happening, b: &Happening) -> bool {
    let (one, two) = (&a.place.mentions, &b.place.mentions);
    two.first()
        .is_some_and(|&y| one.iter().any(|&x| same_place(scene, x, y)))
        || one
            .first()
            .is_some_and(|&x| two.iter().any(|&y| same_place(scene, x, y)))
}

/// Whether two mentions are of one place: by entry, by antecedent, or by name.
pub fn same_place(scene: &Scene, x: usize, y: usize) -> bool {
    let named = |i: usize| {
        let mention = &scene.mentions[i];
        mention
            .antecedent
            .and_then(|id| scene.mention(id))
            .unwrap_or(mention)
    };
    let (a, b) = (named(x), named(y));
    let id = |m: &'_ crate::analysis::Mention| m.place.as_ref().map(|p| p.id.clone());
    a.id == b.id
        || a.text == b.text
        || (id(a).is_some() && id(a) == id(b))
        || (id(a).is_none() && id(b).is_none() && one_name(&a.text, &b.text))
}

/// "تل القرقور" and "تل القرقور الاستراتيجي": the words of one begin the other.
fn one_name(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short)
        .is_some_and(|rest| rest.starts_with(' '))
}

fn absorb(scene: &Scene, told: &mut Happening, next: Happening) {
    let open =
        |h: &Happening| h.trigger.meaning.code == Code::Attack && h.sub == SubType::ARMED_CLASH;
    let driven_out = told.trigger.meaning.needs == Needs::Loser && next.sub.is_takeover();
    let takes = !told.sub.is_takeover() && next.sub.is_takeover();
    if takes || driven_out || (vague(told) && !vague(&next)) || (open(told) && !open(&next)) {
        told.sub = next.sub;
    }
    if takes {
        // Who fought is not yet who took the place.
        for party in &mut told.parties {
            party.role = match party.role {
                Role::Actor => Role::Unknown,
                role => role,
            };
        }
    }
    told.again.push(next.trigger);
    told.again.extend(next.again);
    for mention in next.place.mentions {
        let known = told
            .place
            .mentions
            .iter()
            .any(|&x| same_place(scene, x, mention));
        if !known && next.place.cost < 10 {
            told.place.mentions.push(mention);
        }
    }
    told.date = told.date.or(next.date);
    told.parties.extend(next.parties);
    told.killed.extend(next.killed);
    told.hurt.extend(next.hurt);
}
