//! Whether a trigger tells that something happened: not a denial, a plan, a wish, or a state.

use super::coding::{Code, SubType};
use super::inflection::Form;
use super::lexicon::Found;
use super::lists::{Cue, Needs, Trigger};
use super::scene::Scene;
use crate::text::Script;
use crate::text::clitics::Prefix;

/// Whether a trigger tells of something that happened.
pub fn happened(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let idiom = scene.cue(trigger.from) == Some(Cue::Idiom);
    !(idiom
        || denied(scene, trigger)
        || planned(scene, trigger)
        || aimed_at(scene, trigger)
        || agreed(scene, trigger)
        || aside(scene, trigger)
        || held(scene, trigger))
}

fn denied(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let unseen = (trigger.from.saturating_sub(8)..trigger.from).any(|at| {
        scene.cue(at) == Some(Cue::Not)
            && matches!(scene.cue(at + 1), Some(Cue::Undergoes | Cue::Manages))
            && scene.walls(at, trigger.from) < 3
    });
    // "لم تنفذ أي غارة"
    let any = matches!(
        scene.text.word_at(trigger.from.wrapping_sub(1)),
        "اي" | "ايه" | "any"
    );
    unseen
        || scene.cue_before(trigger.from, if any { 4 } else { 2 }, Cue::Not)
        || scene.cue_before(trigger.from, 5, Cue::Denied)
}

fn planned(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let before = trigger.from;
    let to_do = trigger.prefix.preposition == Some('ل')
        && !scene.cue_before(before, 14, Cue::Undergoes)
        && !scene.cue_before(before, 2, Cue::Effect);
    let reach = if trigger.form == Form::Past { 4 } else { 7 };
    let noun = !matches!(trigger.form, Form::Past | Form::Present | Form::Future);
    let may = trigger.form == Form::Present && scene.cue_before(before, 2, Cue::Maybe);
    let english_to =
        scene.text.word_at(before.wrapping_sub(1)) == "to" && trigger.form == Form::Present;
    // English headlines tell in the present what happened; texts tell habits in it.
    let habit = scene.text.tokens()[trigger.from].script == Script::Latin
        && trigger.form == Form::Present
        && !scene.headline(trigger.from);
    habit
        || trigger.form == Form::Future
        || english_to
        || (to_do && (noun || trigger.form == Form::Present))
        || may
        || scene.cue_before(before, reach, Cue::Plan)
        || scene.cue_before(before, 20, Cue::Terms)
        || scene.cue(trigger.to) == Some(Cue::Plan)
        // "الضربة العسكرية المرتقبة"
        || (trigger.form.is_noun()
            && scene.cue(trigger.to + 1) == Some(Cue::Plan)
            && scene.walls(trigger.to, trigger.to + 1) == 0
            && scene.text.word_at(trigger.to + 1).starts_with("ال"))
}

/// "تسعى قوات النظام إلى فتح الطريق واستعادة المدينة": all that is aimed at, but not what went before
/// ("بعد سيطرتها").
fn aimed_at(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    trigger.form.is_noun()
        && (trigger.from.saturating_sub(16)..trigger.from)
            .rev()
            .take_while(|&at| !went_before(scene, at) && scene.walls(at, trigger.from) < 8)
            .any(|at| scene.cue(at) == Some(Cue::Aim))
}

/// "بعد", "عقب": what follows has happened.
fn went_before(scene: &Scene, at: usize) -> bool {
    // "على بعد" measures a distance.
    let far = at > 0 && scene.text.word_at(at - 1) == "علي";
    !far && matches!(
        scene.text.word_at(at),
        "بعد" | "وبعد" | "عقب" | "اثر" | "after" | "following"
    )
}

/// "اتفاق على انسحاب", "اتفاق يقضي بإجلاء": what is agreed upon has not happened yet.
fn agreed(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let sub = SubType::AGREEMENT;
    let next = scene.triggers.partition_point(|t| t.from < trigger.from);
    let agreement = scene.triggers[..next]
        .iter()
        .rev()
        .take(2)
        .find(|t| t.meaning.code == Code::Is(sub));
    trigger.form.is_noun()
        && trigger.meaning.code != Code::Is(sub)
        && !went_before(scene, trigger.from.saturating_sub(1))
        && agreement
            .is_some_and(|a| trigger.from - a.to <= 12 && scene.walls(a.to, trigger.from) < 5)
}

/// "ذكرى المجزرة", "على غرار الهجوم", "منذ اندلاع القتال": spoken of by the way.
fn aside(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let reach = if trigger.form.is_noun() { 3 } else { 1 };
    (trigger.from.saturating_sub(reach)..trigger.from)
        .any(|at| scene.cue(at) == Some(Cue::Aside) && scene.walls(at, trigger.from) < 3)
}

/// "المناطق التي يسيطر عليها": who holds a place, not that it was taken.
fn held(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let taken = trigger.meaning.code == Code::Territory;
    if !taken && trigger.meaning.needs != Needs::Change {
        return false;
    }
    if scene.cue_before(trigger.from, 3, Cue::Held) || scene.cue(trigger.from) == Some(Cue::Held) {
        return true;
    }
    let headline = scene.headline(trigger.from);
    let which = (trigger.from.saturating_sub(3)..trigger.from).any(|i| {
        matches!(
            scene.text.word_at(i),
            "التي" | "الذي" | "which" | "that" | "كانت"
        )
    });
    // "ويتمركز التنظيم بعد طرده"
    let newly = (trigger.to..trigger.to + 4).any(|at| went_before(scene, at));
    trigger.meaning.needs == Needs::Change
        && trigger.form == Form::Present
        && !newly
        && (which || !headline)
}

/// Whether a trigger may speak of an event told before: "الهجوم", "هذا القصف", "the attack".
pub fn points_back(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    if matches!(trigger.form, Form::Past | Form::Present) {
        return false;
    }
    let before = trigger
        .from
        .checked_sub(1)
        .map_or("", |i| scene.text.word_at(i));
    trigger.prefix.article
        || trigger.form == Form::Owned
        || matches!(
            before,
            "هذا" | "هذه" | "تلك" | "ذلك" | "بهذا" | "the" | "this" | "that" | "these"
        )
}

/// "هجوم التنظيم": a verbal noun made definite by its doer.
pub fn is_somebodys(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let next = scene.actors.partition_point(|a| a.from < trigger.to);
    let noun = !matches!(trigger.form, Form::Past | Form::Present);
    noun && scene
        .actors
        .get(next)
        .is_some_and(|a| a.from == trigger.to && a.prefix == Prefix::default())
}

/// "هذا الهجوم", "this attack": said of an event told before, wherever else the clause points.
pub fn this(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let before = trigger
        .from
        .checked_sub(1)
        .map_or("", |i| scene.text.word_at(i));
    let points = |word: &str| {
        ["هذا", "هذه", "تلك", "ذلك", "this", "that", "these"]
            .iter()
            .any(|pointer| word.ends_with(pointer))
    };
    // "نزحت هذه العائلات"
    let of_those = trigger.form == Form::Past
        && matches!(scene.text.word_at(trigger.to), "هذه" | "هؤلاء" | "هذا")
        && scene.cue(trigger.to + 1) == Some(Cue::People);
    points(before) || of_those
}
