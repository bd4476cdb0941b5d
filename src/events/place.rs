//! Where it happened: the place that a trigger's clause points to.

use super::coding::Code;
use super::lexicon::Found;
use super::lists::{Cue, Needs, Trigger};
use super::scene::{Scene, Site};
use crate::analysis::MentionKind;
use crate::text::{Script, TokenKind};

/// The places of one event and how firmly the clause points to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Where {
    /// Indices among the mentions, best first.
    pub mentions: Vec<usize>,
    /// Words and walls between trigger and place, with what speaks against it; small is firm.
    pub cost: u32,
    /// A preposition of place leads to it.
    pub led: bool,
}

impl Where {
    /// The same for each of its places alone.
    pub fn one_by_one(self) -> impl Iterator<Item = Where> {
        let (cost, led) = (self.cost, self.led);
        self.mentions.into_iter().map(move |mention| Where {
            mentions: vec![mention],
            cost,
            led,
        })
    }
}

/// Sites looked at to either side of a trigger.
const REACH: usize = 12;

/// Beyond this the sentence points to no place.
const TOO_FAR: u32 = 60;

/// The place of a trigger, looked for in its sentence.
pub fn find(scene: &Scene, trigger: &Found<Trigger>) -> Option<Where> {
    let near = scene.around(&scene.sites, trigger.from, REACH, |s| s.from);
    let (at, cost, led) = near
        .iter()
        .enumerate()
        .filter(|(_, site)| {
            site.to <= trigger.from || site.from >= trigger.to || is_within(trigger, site)
        })
        .map(|(at, site)| {
            let (cost, led) = cost(scene, trigger, site);
            (at, cost, led)
        })
        .min_by_key(|&(_, cost, _)| cost)
        .filter(|&(_, cost, _)| cost <= TOO_FAR)?;
    let head = head(scene, near, beside(scene, near, at));
    Some(Where {
        mentions: with_its_list(scene, near, head),
        cost,
        led,
    })
}

/// "شمال شرق كذا، في منطقة كذا": the place itself, not the one that says where it lies.
fn beside(scene: &Scene, near: &[Site], at: usize) -> usize {
    let (one, Some(two)) = (&near[at], near.get(at + 1)) else {
        return at;
    };
    let named = lead(scene, one) == Lead::Beside
        && lead(scene, two) == Lead::At
        && two.from - one.to <= 4
        && scene.walls(one.to, two.from) <= 3;
    at + usize::from(named)
}

/// The smallest place of a chain such as "بلدة كذا في ريف كذا": the one named first.
fn head(scene: &Scene, near: &[Site], at: usize) -> usize {
    let mut head = at;
    while head > 0 && inside(scene, &near[head - 1], &near[head]) {
        head -= 1;
    }
    head
}

/// Whether the second of two neighbours says where the first lies.
fn inside(scene: &Scene, one: &Site, two: &Site) -> bool {
    if two.from < one.to || two.from - one.to > 4 || scene.walls(one.to, two.from) > 3 {
        return false;
    }
    // "بعد طرده من المدينة في قرية كذا": no town lies in a village.
    let wide = matches!(
        scene.mentions[two.mention].kind,
        MentionKind::Admin | MentionKind::Rural | MentionKind::Nature
    );
    if !wide && lead(scene, one) == Lead::From {
        return false;
    }
    let text = scene.text;
    let first = &text.tokens()[two.from];
    let mut leads = text
        .slice(first.start, scene.mentions[two.mention].start)
        .starts_with('ب');
    // "Atarib, Aleppo": an English comma says where.
    let latin = first.script == Script::Latin;
    for at in one.to..two.from {
        match text.word_at(at) {
            "," if latin && two.from == one.to + 1 => leads = true,
            "في" | "in" | "of" => leads = true,
            word if scene.cue(at) == Some(Cue::Kin) && !word.starts_with('و') => {
                leads |= word.starts_with('ب');
            }
            "\"" | "'" | "الواقعه" | "الواقع" => {}
            _ => return false,
        }
    }
    leads || two.from == one.to
}

/// "سقطت مدينة كذا بيد": the place stands inside the trigger's phrase.
fn is_within(trigger: &Found<Trigger>, site: &Site) -> bool {
    let taken = trigger.meaning.code == Code::Territory;
    taken && trigger.from < site.from && site.to < trigger.to
}

/// How much speaks against a site, and whether a preposition of place leads to it.
fn cost(scene: &Scene, trigger: &Found<Trigger>, site: &Site) -> (u32, bool) {
    if is_within(trigger, site) {
        return (0, true);
    }
    let gap = scene.gap((trigger.from, trigger.to), (site.from, site.to));
    let after = site.from >= trigger.to;
    let (from, to) = if after {
        (trigger.to, site.from)
    } else {
        (site.to, trigger.from)
    };
    let others = scene.triggers.partition_point(|t| t.from < to)
        - scene.triggers.partition_point(|t| t.from < from);
    let lead = lead(scene, site);
    let leaving = matches!(trigger.meaning.needs, Needs::From | Needs::Loser);
    let against = match lead {
        Lead::At => 0,
        Lead::Bare => 3,
        Lead::From if leaving => 0,
        Lead::From if trigger.meaning.code.is_attack() => 14,
        Lead::From => 8,
        Lead::Toward if leaving => 3,
        Lead::Toward if trigger.meaning.code.is_attack() => 1,
        Lead::Toward => 6,
        Lead::Beside => 2,
        // "قطع المياه عن العاصمة"
        Lead::Far if leaving => 0,
        Lead::Far | Lead::Speaks => 25,
    };
    let undergoes = !after
        && (site.from.saturating_sub(4)..trigger.from)
            .any(|at| scene.cue(at) == Some(Cue::Undergoes));
    let side = if after || undergoes { 0 } else { 5 };
    // A named place before one that is only referred to.
    let kind = scene.mentions[site.mention].kind;
    let referred = if kind == MentionKind::Reference { 3 } else { 0 };
    let gap = if undergoes { gap / 2 } else { gap };
    (
        gap + 5 * (others as u32).min(4) + against + side + referred,
        matches!(lead, Lead::At | Lead::Toward),
    )
}

/// Whether a preposition of place leads to a site: "في معرة النعمان".
pub fn is_led(scene: &Scene, site: &Site) -> bool {
    lead(scene, site) == Lead::At
}

/// How the words before a site lead to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// في, على, بـ
    At,
    Bare,
    From,
    Toward,
    /// قرب, شرق
    Beside,
    /// The place only measures a distance.
    Far,
    /// A capital that speaks: "نفت دمشق".
    Speaks,
}

fn lead(scene: &Scene, site: &Site) -> Lead {
    let text = scene.text;
    let first = &text.tokens()[site.from];
    let inside = scene.mentions[site.mention].start;
    if first.start < inside && text.slice(first.start, inside).contains(['ب', 'ل']) {
        return if text.slice(first.start, inside).contains('ب') {
            Lead::At
        } else {
            Lead::Bare
        };
    }
    let mut at = site.from;
    for _ in 0..4 {
        if at == 0 || scene.sentence(at - 1) != scene.sentence(site.from) {
            return Lead::Bare;
        }
        at -= 1;
        let token = &text.tokens()[at];
        if token.kind == TokenKind::Mark && matches!(text.word(token), "\"" | "#" | "'" | "(") {
            continue;
        }
        let word = text.word(token);
        match word {
            "في" | "علي" | "داخل" | "in" | "on" | "at" => return Lead::At,
            "من" if distance_before(scene, at) => return Lead::Far,
            "من" | "from" => return Lead::From,
            "عن" => return Lead::Far,
            "of" if distance_before(scene, at) => return Lead::Far,
            _ => {}
        }
        match scene.cue(at) {
            Some(Cue::Kin) if word.starts_with('ب') && !word.starts_with("بلد") => {
                return Lead::At;
            }
            Some(Cue::Kin) => {}
            Some(Cue::Beside) => return Lead::Beside,
            Some(Cue::Toward) => return Lead::Toward,
            Some(Cue::Origin) => return Lead::From,
            _ if scene.says[at] => return Lead::Speaks,
            _ => return Lead::Bare,
        }
    }
    Lead::Bare
}

/// "15 كم شرق من", "60km north of": a figure stands shortly before.
fn distance_before(scene: &Scene, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|i| scene.text.tokens()[i].kind == TokenKind::Number)
}

/// A site and those listed with it: "قريتي كذا وكذا", "كذا، كذا وكذا".
fn with_its_list(scene: &Scene, near: &[Site], at: usize) -> Vec<usize> {
    let mut out = vec![near[at].mention];
    let mut last = at;
    while last + 1 < near.len() && listed(scene, &near[last], &near[last + 1]) {
        last += 1;
        out.push(near[last].mention);
    }
    let mut first = at;
    while first > 0 && listed(scene, &near[first - 1], &near[first]) {
        first -= 1;
        out.push(near[first].mention);
    }
    out
}

/// Whether the second of two neighbours is told in one list with the first.
fn listed(scene: &Scene, one: &Site, two: &Site) -> bool {
    let text = scene.text;
    let (a, b) = (&scene.mentions[one.mention], &scene.mentions[two.mention]);
    if two.from < one.to
        || two.from - one.to > 5
        || scene.sentence(one.from) != scene.sentence(two.from)
    {
        return false;
    }
    let within = text.tokens()[two.from].start < b.start
        && text
            .slice(text.tokens()[two.from].start, b.start)
            .starts_with('و');
    let mut joined = within;
    let mut comma = false;
    for at in one.to..two.from {
        let word = text.word_at(at);
        match word {
            "و" | "and" => joined = true,
            "،" | "," => comma = true,
            "\"" | "#" | "'" => {}
            _ if scene.cue(at) == Some(Cue::Kin) => {
                joined |= word.starts_with('و') && word != "وسط"
            }
            _ => return false,
        }
    }
    let rank = |kind| matches!(kind, MentionKind::Admin | MentionKind::Rural);
    joined || (comma && rank(a.kind) == rank(b.kind))
}
