//! One event, told once: triggers that speak of the same thing become one event.

use super::coding::SubType;
use super::lists::Needs;
use super::scene::Scene;
use super::{Code, Happening, admit};

/// Events looked back over when the same one is told again.
const MEMORY: usize = 40;

/// A word for killing is no event of its own beside one that people were killed in.
pub fn yield_weak(scene: &Scene, happened: &mut Vec<Happening>) {
    let strong: Vec<(u32, usize)> = happened
        .iter()
        .filter(|h| h.trigger.meaning.needs != Needs::Weak && h.sub.is_violence())
        .map(|h| (scene.sentence(h.trigger.from), h.trigger.from))
        .collect();
    happened.retain(|h| {
        let here = scene.sentence(h.trigger.from);
        h.trigger.meaning.needs != Needs::Weak
            || strong
                .binary_search_by_key(&here, |&(sentence, _)| sentence)
                .is_err()
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

fn same(scene: &Scene, told: &Happening, next: &Happening) -> bool {
    let (a, b) = (told.sub, next.sub);
    let near = scene.sentence(next.trigger.from) - scene.sentence(told.trigger.from) <= 1;
    let sort = a == b
        || (near && a.is_battle() && b.is_battle())
        || (a.is_remote() && b.is_remote() && near && headline(scene, told) && (vague(told) || vague(next)))
        || (b.is_violence() && near && admit::points_back(scene, &next.trigger) && next.trigger.meaning.code.may_mean(a));
    sort && shared(scene, told, next)
}

/// A bare "قصف" or "هجوم" whose sub-type no word has decided.
fn vague(h: &Happening) -> bool {
    match h.trigger.meaning.code {
        Code::Strike | Code::Attack => h.sub == SubType::SHELLING,
        Code::Blast => h.sub == SubType::EXPLOSIVE_DEVICE,
        _ => false,
    }
}

fn headline(scene: &Scene, h: &Happening) -> bool {
    scene.sentence(h.trigger.from) == 0
}

/// Whether two events share a place.
fn shared(scene: &Scene, a: &Happening, b: &Happening) -> bool {
    let (one, two) = (&a.place.mentions, &b.place.mentions);
    two.first().is_some_and(|&y| one.iter().any(|&x| same_place(scene, x, y)))
        || one.first().is_some_and(|&x| two.iter().any(|&y| same_place(scene, x, y)))
}

/// Whether two mentions are of one place: by entry, by antecedent, or by name.
fn same_place(scene: &Scene, x: usize, y: usize) -> bool {
    let named = |i: usize| {
        let mention = &scene.mentions[i];
        mention.antecedent.and_then(|id| scene.mention(id)).unwrap_or(mention)
    };
    let (a, b) = (named(x), named(y));
    let id = |m: &'_ crate::analysis::Mention| m.place.as_ref().map(|p| p.id.clone());
    a.id == b.id || a.text == b.text || (id(a).is_some() && id(a) == id(b))
}

fn absorb(scene: &Scene, told: &mut Happening, next: Happening) {
    if !told.sub.is_takeover() && next.sub.is_takeover() || vague(told) {
        told.sub = next.sub;
    }
    told.again.push(next.trigger);
    told.again.extend(next.again);
    for mention in next.place.mentions {
        let known = told.place.mentions.iter().any(|&x| same_place(scene, x, mention));
        if !known && next.place.cost < 10 {
            told.place.mentions.push(mention);
        }
    }
    told.parties.extend(next.parties);
    told.killed.extend(next.killed);
    told.hurt.extend(next.hurt);
}
