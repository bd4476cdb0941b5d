//! Which event people were killed or hurt in, and what each source says of their number.

use super::attribution::{self, Attribution};
use super::casualty::Casualties;
use super::coding::{Code, SubType};
use super::lists::Cue;
use super::place::{self, Where};
use super::scene::Scene;
use super::{Happening, merge};
use crate::analysis::{Claim, Count, MentionKind};
use crate::order;

/// Gives every statement of casualties to the event it came of.
pub fn attach(scene: &Scene, all: &[Casualties], happened: &mut Vec<Happening>) {
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
        let Some(caused) = cause(scene, casualties, &tellings) else {
            continue;
        };
        let caused = match shared_out(scene, casualties, all) {
            Some(place) => of_its_own(scene, caused, place, happened),
            None => caused,
        };
        let event = &mut happened[caused];
        if casualties.killed {
            event.killed.push(casualties.clone());
        }
        if casualties.hurt {
            event.hurt.push(casualties.clone());
        }
        event.sub = match (event.trigger.meaning.code, casualties.fight, event.sub) {
            (Code::Attack | Code::Kill, Some(true), SubType::ATTACK) => SubType::ARMED_CLASH,
            (Code::Attack | Code::Kill, Some(false), SubType::ARMED_CLASH) => SubType::ATTACK,
            (_, _, sub) => sub,
        };
    }
}

/// The event that people were killed or hurt in, of those told at `tellings` (token and event):
/// the one a word of cause leads to, else the one told before in the sentence, else the one
/// behind, else the last of the two sentences before, or of the form it is a line of.
fn cause(scene: &Scene, stated: &Casualties, tellings: &[(usize, usize)]) -> Option<usize> {
    let here = scene.sentence(stated.from);
    let next = tellings.partition_point(|&(token, _)| token < stated.from);
    let after = tellings.get(next).filter(|t| scene.sentence(t.0) == here);
    let before = tellings[..next]
        .last()
        .filter(|t| here - scene.sentence(t.0) <= 2 || scene.one_form(t.0, stated.from));
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

/// The place of a statement in a sentence that shares the casualties out over several places: "ثلاثة في
/// سراقب وخمسة في معرة النعمان".
fn shared_out(scene: &Scene, stated: &Casualties, all: &[Casualties]) -> Option<usize> {
    let here = scene.sentence(stated.from);
    let own = place_behind(scene, stated)?;
    let next = all.partition_point(|c| c.from < stated.from);
    let near = all[next.saturating_sub(4)..all.len().min(next + 5)].iter();
    near.filter(|c| scene.sentence(c.from) == here)
        .filter_map(|c| place_behind(scene, c))
        .any(|other| !merge::same_place(scene, own, other))
        .then_some(own)
}

/// The town or site right behind a statement: "خمسة في معرة النعمان".
fn place_behind(scene: &Scene, stated: &Casualties) -> Option<usize> {
    let next = scene.sites.partition_point(|s| s.from < stated.to);
    let site = scene.sites.get(next)?;
    let kind = scene.mentions[site.mention].kind;
    let near = site.from - stated.to <= 3 && scene.walls(stated.to, site.from) == 0;
    let told_between = scene.triggers.partition_point(|t| t.from < stated.to)
        != scene.triggers.partition_point(|t| t.from < site.from);
    (near
        && !told_between
        && matches!(kind, MentionKind::Place | MentionKind::Site)
        && place::is_led(scene, site))
    .then_some(site.mention)
}

/// The event of the same trigger at this place; a new one beside it, if there is none.
fn of_its_own(scene: &Scene, caused: usize, place: usize, happened: &mut Vec<Happening>) -> usize {
    let told = happened[caused].clone();
    let here = |h: &Happening| {
        h.trigger.from == told.trigger.from
            && h.place
                .mentions
                .iter()
                .any(|&at| merge::same_place(scene, at, place))
    };
    if let Some(known) = happened.iter().position(here) {
        return known;
    }
    happened.push(Happening {
        place: Where {
            mentions: vec![place],
            ..told.place.clone()
        },
        killed: Vec::new(),
        hurt: Vec::new(),
        again: Vec::new(),
        ..told
    });
    happened.len() - 1
}

/// The figures of an event: what its first source says, and what others say.
#[derive(Debug, Default)]
pub struct Toll {
    pub killed: Option<Count>,
    pub wounded: Option<Count>,
    pub rival: Vec<Claim>,
}

/// Sorts the statements about an event by who makes them.
pub fn of(scene: &Scene, event: &Happening, sources: &[Attribution]) -> Toll {
    let mut rival: Vec<Claim> = Vec::new();
    let mut figure = |stated: &[Casualties], killed: bool| {
        let by = |c: &Casualties| attribution::of(scene, sources, c.from);
        let toll = stated.iter().find(|c| c.toll);
        let first = toll
            .or_else(|| stated.iter().find(|c| !c.vague))
            .or_else(|| stated.first())?;
        let source = by(first);
        let other = |c: &Casualties| {
            source
                .as_ref()
                .zip(by(c))
                .is_some_and(|(one, other)| !one_voice(&one.text, &other.text))
        };
        let (others, own): (Vec<_>, Vec<_>) = stated.iter().cloned().partition(other);
        let told = total(scene, &own)?;
        for other in &others {
            let count = &other.count;
            let Some(source) = by(other).filter(|_| !other.vague) else {
                continue;
            };
            if (count.min, count.max) == (told.min, told.max) {
                continue;
            }
            let known = rival.iter().position(|c| c.source == source);
            let at = known.unwrap_or_else(|| {
                rival.push(Claim {
                    killed: None,
                    wounded: None,
                    source,
                });
                rival.len() - 1
            });
            let claim = &mut rival[at];
            let slot = if killed {
                &mut claim.killed
            } else {
                &mut claim.wounded
            };
            slot.get_or_insert_with(|| count.clone());
        }
        Some(told)
    };
    let killed = figure(&event.killed, true);
    let wounded = figure(&event.hurt, false);
    Toll {
        killed,
        wounded,
        rival,
    }
}

/// "المرصد" and "مدير المرصد السوري": all words of one name stand in the other.
fn one_voice(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short
        .split_whitespace()
        .all(|word| long.split_whitespace().any(|w| w == word))
}

/// The one figure of a source: a running count if there is one, else the first telling with a figure
/// counts, before one in words such as عشرات, and groups told in one sentence add up.
fn total(scene: &Scene, stated: &[Casualties]) -> Option<Count> {
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
        acled: 0,
    };
    let mut groups: Vec<&Casualties> = Vec::new();
    for next in stated.iter().filter(|c| scene.sentence(c.from) == sentence) {
        let again = groups
            .iter()
            .any(|g| (g.count.min, g.count.max) == (next.count.min, next.count.max));
        if !again || next.joined {
            sum.min = sum.min.saturating_add(next.count.min);
            sum.acled = sum.acled.saturating_add(next.count.acled);
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
