//! Who did it and to whom: the actors named around a trigger and their roles.

use super::coding::Code;
use super::inflection::Form;
use super::lexicon::Found;
use super::lists::{Actor, ActorKind, Cue, Needs, Trigger};
use super::scene::Scene;
use crate::analysis::{ActorInEvent, Role};
use crate::order;

/// Actors looked at to either side of a trigger.
const REACH: usize = 6;

/// Words and walls beyond which an actor belongs to another clause.
const TOO_FAR: u32 = 16;

/// An actor beside a trigger.
#[derive(Debug, Clone, Copy)]
pub struct Party {
    pub found: Found<Actor>,
    pub role: Role,
    gap: u32,
}

/// The actors of an event, nearest first.
pub fn find(scene: &Scene, trigger: &Found<Trigger>) -> Vec<Party> {
    let mut parties: Vec<Party> = scene
        .around(&scene.actors, trigger.from, REACH, |a| a.from)
        .iter()
        .map(|found| Party {
            found: *found,
            role: role(scene, trigger, found),
            gap: scene.gap((trigger.from, trigger.to), (found.from, found.to)),
        })
        .filter(|p| p.gap <= TOO_FAR)
        .collect();
    order::sort_by_key(&mut parties, |p| (p.gap, p.found.from));
    face(scene, &mut parties);
    parties
}

/// "بين قوات النظام والفصائل", "between the army and rebels": of two sides the first is told as the one
/// who acts, the second as the one met.
fn face(scene: &Scene, parties: &mut [Party]) {
    let between = |p: &Party| {
        p.found.from > 0 && matches!(scene.text.word_at(p.found.from - 1), "بين" | "between")
    };
    let Some(one) = parties.iter().position(between) else {
        return;
    };
    let behind = parties[one].found.to;
    parties[one].role = Role::Actor;
    let other = parties
        .iter_mut()
        .filter(|p| p.found.from >= behind && scene.walls(behind, p.found.from) == 0)
        .min_by_key(|p| p.found.from);
    if let Some(other) = other {
        other.role = Role::Recipient;
    }
}

/// Reads the role from what stands between trigger and actor.
fn role(scene: &Scene, trigger: &Found<Trigger>, actor: &Found<Actor>) -> Role {
    if actor.meaning.kind == ActorKind::People {
        return match trigger.meaning.code {
            Code::Is(sub) if sub.is_protest() => Role::Actor,
            _ => Role::Recipient,
        };
    }
    if scene.cue_before(actor.from, 2, Cue::By) {
        return Role::Actor;
    }
    // "خسرت قوات النظام السيطرة", "ينتشر التنظيم بعد طرده": who is driven out.
    let loses = trigger.meaning.needs == Needs::Loser
        && match trigger.form {
            Form::Owned => actor.to <= trigger.from,
            _ => trigger.from < actor.from && actor.to <= trigger.to,
        };
    if loses || scene.cue_before(actor.from, 2, Cue::Against) {
        return Role::Recipient;
    }
    let noun = !matches!(trigger.form, Form::Past | Form::Present);
    if actor.from >= trigger.to {
        let before = scene.text.word_at(actor.from - 1);
        let lost = trigger.meaning.code == Code::Territory && matches!(before, "من" | "from");
        if lost || (trigger.meaning.code.is_battle() && matches!(before, "مع" | "with")) {
            return Role::Recipient;
        }
        // "هاجم عناصر من التنظيم": من says whose they are.
        let theirs = before == "من" && scene.is_fighter(actor.from.wrapping_sub(2));
        let between = trigger.to..if theirs { actor.from - 2 } else { actor.from };
        let led = between.clone().any(|i| {
            matches!(
                scene.text.word_at(i),
                "علي" | "في" | "بين" | "مع" | "من" | "of" | "on"
            )
        });
        // "خسرت قوات النظام السيطرة", "طرد التنظيم"
        if trigger.meaning.needs == Needs::Loser && !led {
            return Role::Recipient;
        }
        match (led, actor.prefix.preposition) {
            (false, None) if between.len() <= 3 => Role::Actor,
            (false, Some('ل')) if noun => Role::Actor,
            _ => Role::Unknown,
        }
    } else if noun && trigger.prefix.article {
        Role::Unknown
    } else if actor.prefix.preposition.is_none() && scene.walls(actor.to, trigger.from) <= 6 {
        Role::Actor
    } else {
        Role::Unknown
    }
}

/// Whether a party fights: neither people nor a body that speaks or helps.
pub fn fights(party: &Party) -> bool {
    !matches!(
        party.found.meaning.kind,
        ActorKind::Body | ActorKind::People
    )
}

/// Who took the place: who "managed to", else the nearest that acts, else the nearest that fights.
///
/// Of "سيطرته" and "طرد التنظيم" only those named before can be the one.
pub fn taker(scene: &Scene, trigger: &Found<Trigger>, parties: &[Party]) -> Option<ActorKind> {
    let managed = (trigger.from.saturating_sub(25)..trigger.from)
        .rev()
        .find(|&at| scene.cue(at) == Some(Cue::Manages) && scene.walls(at, trigger.from) < 8);
    if let Some(managed) = managed {
        let next = scene.actors.partition_point(|a| a.from < managed);
        let who = scene.actors[next..]
            .iter()
            .take_while(|a| a.from < trigger.from)
            .find(|a| !matches!(a.meaning.kind, ActorKind::Body | ActorKind::People));
        if let Some(who) = who {
            return Some(who.meaning.kind);
        }
    }
    let before = trigger.form == Form::Owned || trigger.meaning.needs == Needs::Loser;
    let able = || {
        parties
            .iter()
            .filter(|p| fights(p) && (!before || p.found.from < trigger.from || won(scene, p)))
    };
    let near = able()
        .find(|p| p.role == Role::Actor)
        .or_else(|| able().find(|p| p.role == Role::Unknown));
    near.map(|p| p.found.meaning.kind)
}

/// "لصالح التنظيم", "بيد الفصائل": who holds the place now.
fn won(scene: &Scene, party: &Party) -> bool {
    scene.cue_before(party.found.from, 2, Cue::By)
}

/// The fighting party named last before a trigger, in its sentence or the one before.
pub fn before(scene: &Scene, trigger: &Found<Trigger>, parties: &[Party]) -> Option<ActorKind> {
    let next = scene.actors.partition_point(|a| a.from < trigger.from);
    let here = scene.sentence(trigger.from);
    scene.actors[..next]
        .iter()
        .rev()
        .take(4)
        .filter(|a| here - scene.sentence(a.from) <= 1)
        .filter(|a| {
            // Who is driven out does not take the place.
            trigger.meaning.needs != Needs::Loser
                || parties.iter().all(|p| p.found.meaning.id != a.meaning.id)
        })
        .map(|a| a.meaning.kind)
        .find(|kind| !matches!(kind, ActorKind::Body | ActorKind::People))
}

/// The parties as the contract has them, each actor once.
pub fn tell(scene: &Scene, parties: &[Party]) -> Vec<ActorInEvent> {
    let mut out: Vec<ActorInEvent> = Vec::new();
    for party in parties {
        let id = party.found.meaning.id;
        if let Some(known) = out.iter_mut().find(|a| a.id == id) {
            if known.role == Role::Unknown {
                known.role = party.role;
            }
            continue;
        }
        let tokens = scene.text.tokens();
        let end = tokens[party.found.to - 1].end;
        let start = tokens[party.found.from].start;
        let clitics = party.found.prefix.before_article;
        out.push(ActorInEvent {
            id: id.to_string(),
            role: party.role,
            text: scene
                .text
                .slice(start + clitics.min(end - start), end)
                .to_string(),
        });
    }
    out
}
