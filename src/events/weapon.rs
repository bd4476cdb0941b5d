//! What it was done with: the weapons named around a trigger, and who or what was hit.

use super::coding::{Code, SubType};
use super::lexicon::Found;
use super::lists::{Cue, Needs, Trigger};
use super::scene::Scene;

/// Weapons looked at to either side of a trigger.
const REACH: usize = 8;

/// Words and walls beyond which a weapon belongs to another clause.
const TOO_FAR: u32 = 14;

/// The weapon a trigger's clause names, by the sub-type it makes of a strike.
pub fn find(scene: &Scene, trigger: &Found<Trigger>) -> Option<SubType> {
    let kill = trigger.meaning.code == Code::Kill;
    let too_far = if kill { 8 } else { TOO_FAR };
    let near: Vec<(u32, usize, SubType)> = scene
        .around(&scene.weapons, trigger.from, REACH, |w| w.from)
        .iter()
        // "قتل العقيد في القوات الجوية": what kills is led to, or not yet known.
        .filter(|w| !kill || w.prefix.preposition.is_some() || !w.prefix.article)
        .filter(|w| !of_another(scene, trigger, w))
        .map(|w| (cost(scene, trigger, w), w.from, w.meaning))
        .filter(|&(cost, _, _)| cost <= too_far)
        .collect();
    let chemical = near.iter().find(|w| w.2 == SubType::CHEMICAL);
    chemical
        .or_else(|| near.iter().min_by_key(|&&(cost, at, _)| (cost, at)))
        .map(|&(_, _, weapon)| weapon)
}

/// "الهجوم الكيميائي": a weapon that stands inside another trigger is that one's.
fn of_another(scene: &Scene, trigger: &Found<Trigger>, weapon: &Found<SubType>) -> bool {
    let next = scene.triggers.partition_point(|t| t.to <= weapon.from);
    scene
        .triggers
        .get(next)
        .is_some_and(|t| t.from < weapon.from && t.from != trigger.from)
}

/// Words, walls and other triggers between a trigger and a weapon.
fn cost(scene: &Scene, trigger: &Found<Trigger>, weapon: &Found<SubType>) -> u32 {
    let gap = scene.gap((trigger.from, trigger.to), (weapon.from, weapon.to));
    let (from, to) = (trigger.to.min(weapon.to), trigger.from.max(weapon.from));
    let others = scene.triggers[scene.triggers.partition_point(|t| t.from < from)..]
        .iter()
        .take_while(|t| t.from < to)
        .filter(|t| t.from != trigger.from && t.meaning.needs != Needs::Weak)
        .take(4)
        .count() as u32;
    let side = if weapon.from >= trigger.from { 0 } else { 4 };
    gap + 6 * others + side
}

/// The weapon of bombardment that an article speaks of, from the air or from the ground, if it
/// names any twice.
pub fn of_article(scene: &Scene) -> Option<SubType> {
    let named = |sub| scene.weapons.iter().filter(|w| w.meaning == sub).count();
    let (air, ground) = (named(SubType::AIR_STRIKE), named(SubType::SHELLING));
    let more = if air >= ground {
        SubType::AIR_STRIKE
    } else {
        SubType::SHELLING
    };
    (air.max(ground) >= 2).then_some(more)
}

/// Whether a cue for civilians or their buildings stands beside a trigger, before what came of it.
pub fn hits(scene: &Scene, trigger: &Found<Trigger>, cue: Cue) -> bool {
    let next = scene.sites.partition_point(|s| s.from < trigger.to);
    let site = scene.sites.get(next).map_or(usize::MAX, |s| s.to);
    // "هجوم على بلدة كذا ... عائلات": people behind the place are another matter.
    let end = if cue == Cue::People { site } else { usize::MAX };
    (trigger.from.saturating_sub(3)..(trigger.to + 12).min(end))
        .take_while(|&at| at < trigger.to || scene.cue(at) != Some(Cue::Effect))
        .filter(|&at| scene.walls(trigger.to, at) < 6)
        .any(|at| scene.cue(at) == Some(cue))
}
