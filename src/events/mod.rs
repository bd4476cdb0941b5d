//! The fourth room: what happened, where, when, who, how many, according to whom.
//!
//! An event is a trigger word with the place its clause points to. Types are ACLED's.

mod actor;
mod admit;
mod attribution;
mod casualty;
mod coding;
mod inflection;
mod lexicon;
mod lists;
mod merge;
mod place;
mod scene;
mod tell;

use crate::analysis::{Event, Mention, Role};
use crate::text::{Text, civil_date};
use actor::Party;
use casualty::Casualties;
use coding::{Circumstances, Code, SubType};
use inflection::Form;
use lexicon::Found;
use lists::{ActorKind, Cue, Needs, Trigger};
use place::Where;
use scene::Scene;

/// Every event that a text tells, in the order of its triggers.
///
/// `mentions` are resolved and in text order; `published` is what "أمس" counts from.
/// An event without a place is left out, as are plans, threats, denials and states.
pub fn read(text: &Text, mentions: &[Mention], published: Option<jiff::civil::Date>) -> Vec<Event> {
    let scene = Scene::new(text, mentions);
    let casualties = casualty::find(&scene);
    let sources = attribution::find(&scene);
    let dates = civil_date::read_all(text, published);
    let mut happened: Vec<Happening> = Vec::new();
    let weapons = article_weapon(&scene);
    for trigger in &scene.triggers {
        one(&scene, trigger, weapons, &mut happened);
    }
    merge::yield_weak(&scene, &mut happened);
    casualty::attach(&scene, &casualties, &mut happened);
    let happened = merge::told_again(&scene, happened);
    tell::events(&scene, &happened, &sources, &dates)
}

/// An event on its way to being told.
#[derive(Debug, Clone)]
struct Happening {
    trigger: Found<Trigger>,
    sub: SubType,
    place: Where,
    parties: Vec<Party>,
    killed: Vec<Casualties>,
    hurt: Vec<Casualties>,
    /// Other triggers that tell the same event.
    again: Vec<Found<Trigger>>,
    /// The place was taken from another sentence.
    borrowed: bool,
}

/// Beyond this cost a definite trigger ("الهجوم") rather speaks of an event told before.
const LOOSE: u32 = 14;

/// Sentences over which "الهجوم" may point back.
const MEMORY: u32 = 3;

/// Reads one trigger: a new event, or one more word of an event told before.
fn one(scene: &Scene, trigger: &Found<Trigger>, weapons: SubType, happened: &mut Vec<Happening>) {
    let place = place::find(scene, trigger);
    let parties = actor::find(scene, trigger);
    let weapon = weapon(scene, trigger);
    let loose = place.as_ref().is_none_or(|p| p.cost > LOOSE);
    let this = admit::this(scene, trigger);
    if this || (loose && (admit::points_back(scene, trigger) || admit::is_somebodys(scene, trigger))) {
        let here = scene.sentence(trigger.from);
        let before = happened.iter_mut().rev().find(|h| {
            here - scene.sentence(h.trigger.from) <= MEMORY
                && trigger.meaning.code.may_mean(h.sub)
                && (this || weapon.is_none_or(|w| w == h.sub || h.sub != SubType::CHEMICAL && w != SubType::CHEMICAL))
        });
        if let Some(before) = before {
            before.again.push(*trigger);
            if weapon == Some(SubType::CHEMICAL) && before.sub.is_remote() {
                before.sub = SubType::CHEMICAL;
            }
            return;
        }
    }
    if !admit::happened(scene, trigger) {
        return;
    }
    if object_of_verb(scene, trigger) {
        return;
    }
    let needs = trigger.meaning.needs;
    let armed = parties.iter().any(actor::fights);
    let wanting = match needs {
        Needs::Weapon => weapon.is_none(),
        Needs::Actor | Needs::Loser => !armed,
        Needs::Place => !place.as_ref().is_some_and(|p| p.led && p.cost < LOOSE),
        _ => false,
    };
    if wanting {
        return;
    }
    let Some((place, borrowed)) = place
        .map(|p| (p, false))
        .or_else(|| borrowed(scene, trigger, happened).map(|p| (p, true)))
    else {
        return;
    };
    // A hospital or a market attacked by nobody that is named was hit from afar.
    let from_afar = trigger.meaning.code == Code::Attack
        && hits(scene, trigger, Cue::Building)
        && !parties.iter().any(|p| p.role == Role::Actor && actor::fights(p));
    let told = Circumstances {
        weapon: weapon.or(from_afar.then_some(weapons)),
        civilians: hits(scene, trigger, Cue::People) || hits(scene, trigger, Cue::Building),
        fighters: false,
        government: matches!(
            actor::taker(scene, trigger, &parties).or_else(|| taker_before(scene, trigger)),
            Some(ActorKind::Government | ActorKind::Allied | ActorKind::Police)
        ),
    };
    happened.push(Happening {
        trigger: *trigger,
        sub: coding::decide(trigger.meaning.code, told),
        place,
        parties,
        killed: Vec::new(),
        hurt: Vec::new(),
        again: Vec::new(),
        borrowed,
    });
}

/// The place of the event before, or the last named place, in the sentence before.
fn borrowed(scene: &Scene, trigger: &Found<Trigger>, happened: &[Happening]) -> Option<Where> {
    if matches!(
        trigger.meaning.needs,
        Needs::Weak | Needs::Place | Needs::Actor
    ) {
        return None;
    }
    let here = scene.sentence(trigger.from);
    if let Some(last) = happened.last()
        && here - scene.sentence(last.trigger.from) <= 1
    {
        return Some(last.place.clone());
    }
    let next = scene.sites.partition_point(|s| s.from < trigger.from);
    let site = scene.sites[..next].last()?;
    (here - scene.sentence(site.from) <= 1).then(|| Where {
        mentions: vec![site.mention],
        cost: 40,
        led: false,
    })
}

/// The fighting party named last before a trigger, in its sentence or the one before.
fn taker_before(scene: &Scene, trigger: &Found<Trigger>) -> Option<ActorKind> {
    let next = scene.actors.partition_point(|a| a.from < trigger.from);
    let here = scene.sentence(trigger.from);
    scene.actors[..next]
        .iter()
        .rev()
        .take(4)
        .filter(|a| here - scene.sentence(a.from) <= 1)
        .map(|a| a.meaning.kind)
        .find(|kind| !matches!(kind, ActorKind::Body | ActorKind::People))
}

/// The weapon a trigger's clause names.
fn weapon(scene: &Scene, trigger: &Found<Trigger>) -> Option<SubType> {
    // "قتل العقيد في القوات الجوية": what kills is led to, or not yet known.
    let kills = |w: &Found<SubType>| w.prefix.preposition.is_some() || !w.prefix.article;
    let near: Vec<Found<SubType>> = scene
        .around(&scene.weapons, trigger.from, 8, |w| w.from)
        .iter()
        .filter(|w| trigger.meaning.code != Code::Kill || kills(w))
        .copied()
        .collect();
    let cost = |w: &Found<SubType>| {
        let gap = scene.gap((trigger.from, trigger.to), (w.from, w.to));
        let (from, to) = (trigger.to.min(w.to), trigger.from.max(w.from));
        let others = scene.triggers[scene.triggers.partition_point(|t| t.from < from)..]
            .iter()
            .take_while(|t| t.from < to)
            .filter(|t| t.from != trigger.from && t.meaning.needs != Needs::Weak)
            .count() as u32;
        let side = if w.from >= trigger.from { 0 } else { 4 };
        gap + 6 * others + side
    };
    let reach = if trigger.meaning.code == Code::Kill { 8 } else { 14 };
    let chemical = near
        .iter()
        .any(|w| w.meaning == SubType::CHEMICAL && cost(w) <= reach);
    if chemical {
        return Some(SubType::CHEMICAL);
    }
    let nearest = near
        .iter()
        .map(|w| (cost(w), w.from, w.meaning))
        .min_by_key(|&(c, at, _)| (c, at))?;
    (nearest.0 <= reach).then_some(nearest.2)
}

/// The weapon of bombardment that an article names most: from the air or from the ground.
fn article_weapon(scene: &Scene) -> SubType {
    let named = |sub| scene.weapons.iter().filter(|w| w.meaning == sub).count();
    if named(SubType::AIR_STRIKE) >= named(SubType::SHELLING) {
        SubType::AIR_STRIKE
    } else {
        SubType::SHELLING
    }
}

/// Whether civilians or a civilian building stand behind a trigger.
fn hits(scene: &Scene, trigger: &Found<Trigger>, cue: Cue) -> bool {
    (trigger.from.saturating_sub(3)..trigger.to + 12)
        .filter(|&at| scene.walls(trigger.to, at) < 6)
        .any(|at| scene.cue(at) == Some(cue))
}

/// "سيستعيد النظام السيطرة": the noun is the object of a verb that was read for itself.
fn object_of_verb(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let next = scene.triggers.partition_point(|t| t.from < trigger.from);
    trigger.meaning.code == Code::Territory
        && trigger.prefix.article
        && trigger.prefix.preposition.is_none()
        && scene.triggers[..next].last().is_some_and(|verb| {
            verb.meaning.code == Code::Territory
                && matches!(verb.form, Form::Past | Form::Present | Form::Future)
                && scene.gap((verb.from, verb.to), (trigger.from, trigger.to)) <= 10
        })
}
