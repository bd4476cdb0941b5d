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
            Some(told) => absorb(told, next),
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
    matches!(h.trigger.meaning.code, Code::Strike | Code::Attack) && h.sub == SubType::SHELLING
}

fn headline(scene: &Scene, h: &Happening) -> bool {
    scene.sentence(h.trigger.from) == 0
}

/// Whether two events share a place.
fn shared(scene: &Scene, a: &Happening, b: &Happening) -> bool {
    let key = |&i: &usize| {
        let mention = &scene.mentions[i];
        let mention = mention
            .antecedent
            .and_then(|id| scene.mentions.iter().find(|m| m.id == id))
            .unwrap_or(mention);
        (
            mention.place.as_ref().map(|p| p.id.as_str()),
            mention.text.as_str(),
        )
    };
    let same = |x: &usize, y: &usize| {
        let ((id, text), (other_id, other)) = (key(x), key(y));
        x == y || text == other || (id.is_some() && id == other_id)
    };
    b.place
        .mentions
        .first()
        .is_some_and(|y| a.place.mentions.iter().any(|x| same(x, y)))
        || a.place
            .mentions
            .first()
            .is_some_and(|x| b.place.mentions.iter().any(|y| same(x, y)))
}

fn absorb(told: &mut Happening, next: Happening) {
    if !told.sub.is_takeover() && next.sub.is_takeover() || vague(told) {
        told.sub = next.sub;
    }
    told.again.push(next.trigger);
    told.again.extend(next.again);
    for mention in next.place.mentions {
        if !told.place.mentions.contains(&mention) && next.place.cost < 10 {
            told.place.mentions.push(mention);
        }
    }
    told.parties.extend(next.parties);
    told.killed.extend(next.killed);
    told.hurt.extend(next.hurt);
}
