//! The fourth room: what happened, where, when, who, how many, according to whom.
//!
//! An event is a trigger word with the place its clause points to. Types are ACLED's.

mod actor;
mod admit;
mod attribution;
mod casualty;
#[cfg(test)]
mod causes;
mod coding;
mod correct;
mod inflection;
mod lexicon;
mod lists;
mod merge;
mod place;
mod scene;
mod tell;
#[cfg(test)]
mod tests;
mod toll;
mod weapon;
mod when;

pub use coding::event_type;
pub use lists::actor_name;

use crate::Corrections;
use crate::analysis::{Event, Mention, MentionKind, Role};
use crate::order;
use crate::text::Text;
use crate::text::civil_date::{self, StatedDate};
use actor::Party;
use casualty::Casualties;
use coding::{Circumstances, Code, SubType};
use lexicon::Found;
use lists::{ActorKind, Cue, Needs, Trigger};
use place::Where;
use scene::{Scene, Site};

/// Every event that a text tells, in the order of its triggers.
///
/// `mentions` are resolved and in text order; `published` is what "أمس" counts from.
/// An event without a place is left out, as are plans, threats, denials and states. `corrections` are applied last.
pub fn read(
    text: &Text,
    mentions: &[Mention],
    published: Option<jiff::civil::Date>,
    corrections: &Corrections,
) -> Vec<Event> {
    let scene = Scene::new(text, mentions);
    let casualties = casualty::find(&scene);
    let sources = attribution::find(&scene);
    let dates = civil_date::read_all(text, published);
    let article = weapon::of_article(&scene);
    let mut happened: Vec<Happening> = Vec::new();
    for trigger in &scene.triggers {
        let known = happened.len();
        take_in(&scene, trigger, article, &mut happened);
        for new in &mut happened[known..] {
            new.date = when::of(&scene, trigger, &dates, &sources);
        }
    }
    merge::yield_weak(&scene, &mut happened);
    toll::attach(&scene, &casualties, &mut happened);
    order::sort_by_key(&mut happened, |h| h.trigger.from);
    let happened = merge::told_again(&scene, happened);
    let events = tell::events(&scene, &happened, &sources);
    correct::apply(&scene, corrections, events)
}

/// An event on its way to being told.
#[derive(Debug, Clone)]
struct Happening {
    trigger: Found<Trigger>,
    sub: SubType,
    place: Where,
    parties: Vec<Party>,
    date: Option<StatedDate>,
    killed: Vec<Casualties>,
    hurt: Vec<Casualties>,
    /// Other triggers that tell the same event.
    again: Vec<Found<Trigger>>,
    /// The place was taken from another sentence.
    borrowed: bool,
}

/// Beyond this cost a definite trigger ("الهجوم") rather speaks of an event told before.
const LOOSE: u32 = 14;

/// Sentences over which "الهجوم" may point back, and over which "هذا الهجوم" may.
const MEMORY: u32 = 3;
const LONG_MEMORY: u32 = 6;

/// Reads one trigger: a new event, one more word of an event told before, or nothing.
fn take_in(
    scene: &Scene,
    trigger: &Found<Trigger>,
    article: Option<SubType>,
    happened: &mut Vec<Happening>,
) {
    let place = place::find(scene, trigger);
    let parties = actor::find(scene, trigger);
    let fought = parties.iter().any(actor::fights);
    let code = trigger.meaning.code;
    let mut weapon = weapon::find(scene, trigger);
    let this = admit::this(scene, trigger);
    let loose = place.as_ref().is_none_or(|p| p.cost > LOOSE);
    let definite = admit::points_back(scene, trigger) || admit::is_somebodys(scene, trigger);
    if (this || (loose && definite)) && told_before(scene, trigger, weapon, this, happened) {
        return;
    }
    // What "هذا الهجوم" points to was not read: nothing new is told either.
    if this && trigger.form.is_noun() {
        return;
    }
    // An attack or an incident without fighters, in an article about bombardment, is one.
    if weapon.is_none() && code == Code::Attack && !fought {
        weapon = article;
    }
    let wanting = match trigger.meaning.needs {
        Needs::Weapon => weapon.is_none(),
        Needs::Actor | Needs::Loser => !fought,
        Needs::Place => {
            !scene.cue_before(trigger.from, 10, Cue::Concludes)
                && !place.as_ref().is_some_and(|p| p.led && p.cost < LOOSE)
        }
        _ => false,
    };
    if wanting || !admit::happened(scene, trigger) || object_of_verb(scene, trigger) {
        return;
    }
    let building = weapon::hits(scene, trigger, Cue::Building);
    // A hospital or a market attacked by nobody that is named was hit from afar.
    let named = parties
        .iter()
        .any(|p| p.role == Role::Actor && actor::fights(p));
    if weapon.is_none() && code == Code::Attack && building && !named {
        weapon = article.or(Some(SubType::AIR_STRIKE));
    }
    let taker =
        actor::taker(scene, trigger, &parties).or_else(|| actor::before(scene, trigger, &parties));
    let sub = coding::decide(
        code,
        Circumstances {
            weapon,
            civilians: building || weapon::hits(scene, trigger, Cue::People),
            government: matches!(
                taker,
                Some(ActorKind::Government | ActorKind::Allied | ActorKind::Police)
            ),
        },
    );
    let Some((place, borrowed)) = place
        .map(|p| (p, false))
        .or_else(|| borrowed(scene, trigger, happened).map(|p| (p, true)))
    else {
        return;
    };
    let new = Happening {
        trigger: *trigger,
        sub,
        place,
        parties,
        date: None,
        killed: Vec::new(),
        hurt: Vec::new(),
        again: Vec::new(),
        borrowed,
    };
    if scene.cue_near(trigger, 8, Cue::Each) {
        happened.extend(new.place.clone().one_by_one().map(|place| Happening {
            place,
            ..new.clone()
        }));
    } else {
        happened.push(new);
    }
}

/// Gives a trigger that points back to the last event it may mean; false if there is none.
fn told_before(
    scene: &Scene,
    trigger: &Found<Trigger>,
    weapon: Option<SubType>,
    this: bool,
    happened: &mut [Happening],
) -> bool {
    let here = scene.sentence(trigger.from);
    let memory = if this { LONG_MEMORY } else { MEMORY };
    let chemical = |sub| sub == SubType::CHEMICAL;
    let before = happened
        .iter_mut()
        .rev()
        .take_while(|h| here - scene.sentence(h.trigger.from) <= memory)
        .find(|h| {
            trigger.meaning.code.may_mean(h.sub)
                && merge::one_topic(trigger, &h.trigger)
                && (this || weapon.is_none_or(|w| chemical(w) == chemical(h.sub)))
        });
    let Some(before) = before else {
        return false;
    };
    before.again.push(*trigger);
    if weapon.is_some_and(chemical) && before.sub.is_remote() {
        before.sub = SubType::CHEMICAL;
    }
    true
}

/// The place that a form is about; else the place of the event before, or the last named place, in the
/// sentence before of its paragraph.
fn borrowed(scene: &Scene, trigger: &Found<Trigger>, happened: &[Happening]) -> Option<Where> {
    if matches!(
        trigger.meaning.needs,
        Needs::Weak | Needs::Place | Needs::Actor
    ) {
        return None;
    }
    let next = scene.sites.partition_point(|s| s.from < trigger.from);
    let form = || {
        let lines = scene.sites[..next].iter().rev().take(8);
        lines.filter(|s| scene.one_form(s.from, trigger.from))
    };
    let building = |s: &&Site| scene.mentions[s.mention].kind == MentionKind::Site;
    if scene.in_form(trigger.from)
        && let Some(site) = form().find(building).or_else(|| form().next())
    {
        return Some(Where {
            mentions: vec![site.mention],
            cost: 10,
            led: false,
        });
    }
    if let Some(last) = happened.last()
        && scene.close(last.trigger.from, trigger.from, 1)
    {
        return Some(last.place.clone());
    }
    let site = scene.sites[..next].last()?;
    scene.close(site.from, trigger.from, 1).then(|| Where {
        mentions: vec![site.mention],
        cost: 40,
        led: false,
    })
}

/// "سيستعيد النظام السيطرة": the noun is the object of a verb that was read for itself.
fn object_of_verb(scene: &Scene, trigger: &Found<Trigger>) -> bool {
    let next = scene.triggers.partition_point(|t| t.from < trigger.from);
    trigger.meaning.code == Code::Territory
        && trigger.prefix.article
        && trigger.prefix.preposition.is_none()
        && scene.triggers[..next].iter().rev().take(3).any(|verb| {
            verb.meaning.code == Code::Territory
                && !verb.form.is_noun()
                && scene.gap((verb.from, verb.to), (trigger.from, trigger.to)) <= 10
        })
}
