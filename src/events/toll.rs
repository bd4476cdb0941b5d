//! Which event people were killed or hurt in, and its one figure.

use super::Happening;
use super::casualty::Casualties;
use super::coding::{Code, SubType};
use super::lists::Cue;
use super::scene::Scene;
use crate::analysis::Count;
use crate::order;

/// Gives every statement of casualties to the event it came of.
pub fn attach(scene: &Scene, all: &[Casualties], happened: &mut [Happening]) {
    let mut tellings: Vec<(usize, usize)> = happened
        .iter()
        .enumerate()
        .filter(|(_, h)| h.sub.is_violence())
        .flat_map(|(i, h)| {
            std::iter::once(&h.trigger)
                .chain(&h.again)
                .map(move |t| (t.from, i))
        })
        .collect();
    order::sort_by(&mut tellings, Ord::cmp);
    for casualties in all {
        let Some(event) = cause(scene, casualties, &tellings).and_then(|i| happened.get_mut(i))
        else {
            continue;
        };
        if casualties.killed {
            event.killed.push(casualties.clone());
        }
        if casualties.hurt {
            event.hurt.push(casualties.clone());
        }
        event.sub = match (event.trigger.meaning.code, casualties.fight, event.sub) {
            (Code::Kill, Some(true), SubType::ATTACK) => SubType::ARMED_CLASH,
            (Code::Attack | Code::Kill, Some(false), SubType::ARMED_CLASH) => SubType::ATTACK,
            (_, _, sub) => sub,
        };
    }
}

/// The event that people were killed or hurt in, of those told at `tellings` (token and event):
/// the one a word of cause leads to, else the one told before in the sentence, else the one
/// behind, else the last of the two sentences before.
fn cause(scene: &Scene, stated: &Casualties, tellings: &[(usize, usize)]) -> Option<usize> {
    let here = scene.sentence(stated.from);
    let next = tellings.partition_point(|&(token, _)| token < stated.from);
    let after = tellings.get(next).filter(|t| scene.sentence(t.0) == here);
    let before = tellings[..next]
        .last()
        .filter(|t| here - scene.sentence(t.0) <= 2);
    let leads = |from: usize, to: usize, cue| (from..to).any(|at| scene.cue(at) == Some(cue));
    let told_here = before.is_some_and(|t| scene.sentence(t.0) == here);
    let brought = told_here && before.is_some_and(|t| leads(t.0, stated.from, Cue::Effect));
    let led =
        after.is_some_and(|t| leads(stated.to, t.0, Cue::Cause) && scene.walls(stated.to, t.0) < 8);
    let chosen = match (after, before) {
        (Some(after), _) if led && !brought => after,
        (_, Some(before)) if told_here => before,
        (Some(after), _) => after,
        (None, before) => before?,
    };
    Some(chosen.1)
}

/// The one figure of an event: a running count if there is one, else the first telling with a figure counts, before one in words such
/// as عشرات, and groups told in one sentence add up.
pub fn total(scene: &Scene, stated: &[Casualties]) -> Option<Count> {
    if let Some(toll) = stated.iter().find(|c| c.toll) {
        return Some(toll.count.clone());
    }
    let first = stated
        .iter()
        .find(|c| !c.vague)
        .or_else(|| stated.first())?;
    let sentence = scene.sentence(first.from);
    let mut sum = Count {
        min: 0,
        max: Some(0),
        text: String::new(),
    };
    let mut groups: Vec<&Casualties> = Vec::new();
    for next in stated.iter().filter(|c| scene.sentence(c.from) == sentence) {
        let again = groups
            .iter()
            .any(|g| (g.count.min, g.count.max) == (next.count.min, next.count.max));
        if !again {
            sum.min = sum.min.saturating_add(next.count.min);
            sum.max = sum
                .max
                .zip(next.count.max)
                .map(|(a, b)| a.saturating_add(b));
            groups.push(next);
        }
    }
    let tokens = scene.text.tokens();
    let (from, to) = (groups.first()?.from, groups.last()?.to);
    sum.text = scene
        .text
        .slice(tokens[from].start, tokens[to.max(from + 1) - 1].end)
        .to_string();
    Some(sum)
}
