//! The word lists of this room, read once.

use super::coding::{Code, SubType};
use super::inflection::Kind;
use super::lexicon::{Lexicon, Vocabulary};
use crate::analysis::Language;
use crate::text::word_list::{parts, rows};
use std::sync::LazyLock;

/// A word that says something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trigger {
    pub code: Code,
    pub needs: Needs,
    /// What tells apart the happenings of one sub-type, such as `withdrawal` and `siege`; often empty.
    pub topic: &'static str,
}

/// When a trigger counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    Nothing,
    /// Only beside a weapon.
    Weapon,
    /// Only where no other event of its sentence is meant.
    Weak,
    /// Not in the present tense, which tells a state.
    Change,
    /// Only where an armed actor is named.
    Actor,
    /// The place stands after من.
    From,
    /// The actor behind it is the one driven out; counts only where one is named.
    Loser,
    /// Only where a place follows في or على.
    Place,
}

/// Someone who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    pub id: &'static str,
    pub kind: ActorKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorKind {
    Government,
    /// Fights beside the government.
    Allied,
    State,
    /// Opposition, jihadist, Kurdish and local armed groups.
    Armed,
    Police,
    /// Speaks, rules or helps, and does not fight.
    Body,
    People,
}

/// A word about the killed and the hurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CasualtyWord {
    Killed,
    Hurt,
    Dies,
    Hurts,
    /// The same as `Dies`, only with a word for people behind the number.
    Falls,
    Person(Persons),
    /// A running count: حصيلة القتلى.
    Toll,
    More,
    Least,
    Less,
    About,
    Nobody,
    /// A word such as عشرات.
    Figure(Figure),
}

/// What a word stands for that is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The fewest it can mean.
    pub fewest: u32,
    /// What ACLED's codebook writes for it.
    pub acled: u32,
}

/// What a word for people says of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Persons {
    pub fight: bool,
    /// What the bare word stands for, and what it stands for in ين.
    pub number: PersonNumber,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonNumber {
    /// One; in ين two.
    One,
    /// One; in ين many.
    OneOrMany,
    Many,
}

/// A word about who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceWord {
    According,
    Said,
    Also,
    Ends,
}

/// A small word around an event; `data/words/cues.tsv` explains each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    Not,
    Still,
    Denied,
    Plan,
    Maybe,
    Held,
    Undergoes,
    Manages,
    Cut,
    Cause,
    Effect,
    Among,
    Origin,
    Against,
    By,
    Far,
    Toward,
    Beside,
    Building,
    People,
    Idiom,
    Force,
    Terms,
    Kin,
    Concludes,
    Aside,
    Aim,
    Each,
}

fn kind(cell: &str) -> Kind {
    match cell {
        "noun" => Kind::Noun,
        "verb" => Kind::Verb,
        _ => Kind::Fixed,
    }
}

const TRIGGER_FILE: &str = include_str!("../../data/words/triggers.tsv");
const WEAPON_FILE: &str = include_str!("../../data/words/weapons.tsv");
const ACTOR_FILE: &str = include_str!("../../data/words/actors.tsv");
const NATION_FILE: &str = include_str!("../../data/words/nations.tsv");
const CASUALTY_FILE: &str = include_str!("../../data/words/casualties.tsv");
const SOURCE_FILE: &str = include_str!("../../data/words/attributions.tsv");
const CUE_FILE: &str = include_str!("../../data/words/cues.tsv");

/// All lists of this room.
#[derive(Debug, Default)]
pub struct Lists {
    pub vocabulary: Vocabulary,
    pub triggers: Lexicon<Trigger>,
    pub weapons: Lexicon<SubType>,
    pub actors: Lexicon<Actor>,
    /// Adjectives of nations, each for the actor it may name.
    pub nations: Lexicon<Actor>,
    pub casualties: Lexicon<CasualtyWord>,
    pub sources: Lexicon<SourceWord>,
    pub cues: Lexicon<Cue>,
}

pub static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists::default();
    let words = &mut lists.vocabulary;
    for row in rows(TRIGGER_FILE) {
        if let [code, how, needs, forms] = row[..]
            && let Some(trigger) = trigger_named(code, needs)
        {
            parts(forms).for_each(|form| lists.triggers.add(words, form, kind(how), trigger));
        }
    }
    for row in rows(ACTOR_FILE) {
        if let [id, _, _, _, _, aliases] = row[..]
            && let Some(actor) = actor_named(id)
        {
            parts(aliases).for_each(|alias| lists.actors.add(words, alias, Kind::Fixed, actor));
        }
    }
    fill(&mut lists.nations, words, NATION_FILE, actor_named);
    fill(&mut lists.weapons, words, WEAPON_FILE, SubType::named);
    fill(
        &mut lists.casualties,
        words,
        CASUALTY_FILE,
        casualty_word_named,
    );
    fill(&mut lists.sources, words, SOURCE_FILE, source_word_named);
    fill(&mut lists.cues, words, CUE_FILE, cue_named);
    lists
});

/// Fills a lexicon from a list whose rows are a class, a kind and forms.
fn fill<T: Copy>(
    lexicon: &mut Lexicon<T>,
    words: &mut Vocabulary,
    file: &'static str,
    class: impl Fn(&str) -> Option<T>,
) {
    for row in rows(file) {
        if let [name, how, forms] = row[..]
            && let Some(meaning) = class(name)
        {
            parts(forms).for_each(|form| lexicon.add(words, form, kind(how), meaning));
        }
    }
}

/// The actor of this id.
fn actor_named(id: &str) -> Option<Actor> {
    static ACTORS: LazyLock<Vec<Actor>> = LazyLock::new(|| {
        rows(ACTOR_FILE)
            .filter_map(|row| {
                let kind = actor_kind_named(row.get(1)?)?;
                Some(Actor { id: row[0], kind })
            })
            .collect()
    });
    ACTORS.iter().find(|actor| actor.id == id).copied()
}

/// The neutral name of an actor, by its id.
pub fn actor_name(id: &str, language: Language) -> Option<&'static str> {
    let row = rows(ACTOR_FILE).find(|row| row[0] == id)?;
    row.get(match language {
        Language::Ar => 3,
        Language::En => 4,
    })
    .copied()
}

/// The meaning of a row: its code may carry a topic, `Other: withdrawal`.
fn trigger_named(cell: &'static str, needs: &str) -> Option<Trigger> {
    let (code, topic) = cell.split_once(": ").unwrap_or((cell, ""));
    Some(Trigger {
        code: Code::named(code)?,
        needs: needs_named(needs)?,
        topic,
    })
}

fn needs_named(name: &str) -> Option<Needs> {
    Some(match name {
        "-" => Needs::Nothing,
        "weapon" => Needs::Weapon,
        "weak" => Needs::Weak,
        "state" => Needs::Change,
        "actor" => Needs::Actor,
        "from" => Needs::From,
        "loser" => Needs::Loser,
        "place" => Needs::Place,
        _ => return None,
    })
}

fn actor_kind_named(name: &str) -> Option<ActorKind> {
    Some(match name {
        "government" => ActorKind::Government,
        "allied" => ActorKind::Allied,
        "state" => ActorKind::State,
        "opposition" | "jihadist" | "kurdish" | "militia" => ActorKind::Armed,
        "police" => ActorKind::Police,
        "body" => ActorKind::Body,
        "people" => ActorKind::People,
        _ => return None,
    })
}

fn persons(fight: bool, number: PersonNumber) -> CasualtyWord {
    CasualtyWord::Person(Persons { fight, number })
}

fn casualty_word_named(name: &str) -> Option<CasualtyWord> {
    Some(match name {
        "killed" => CasualtyWord::Killed,
        "hurt" => CasualtyWord::Hurt,
        "dies" => CasualtyWord::Dies,
        "hurts" => CasualtyWord::Hurts,
        "falls" => CasualtyWord::Falls,
        "person" => persons(false, PersonNumber::One),
        "persons" => persons(false, PersonNumber::Many),
        "civilian" => persons(false, PersonNumber::OneOrMany),
        "soldier" => persons(true, PersonNumber::One),
        "soldiers" => persons(true, PersonNumber::Many),
        "fighter" => persons(true, PersonNumber::OneOrMany),
        "toll" => CasualtyWord::Toll,
        "more" => CasualtyWord::More,
        "least" => CasualtyWord::Least,
        "less" => CasualtyWord::Less,
        "about" => CasualtyWord::About,
        "none" => CasualtyWord::Nobody,
        _ => {
            let (fewest, acled) = name.split_once('/')?;
            CasualtyWord::Figure(Figure {
                fewest: fewest.parse().ok()?,
                acled: acled.parse().ok()?,
            })
        }
    })
}

fn source_word_named(name: &str) -> Option<SourceWord> {
    Some(match name {
        "according" => SourceWord::According,
        "said" => SourceWord::Said,
        "also" => SourceWord::Also,
        "ends" => SourceWord::Ends,
        _ => return None,
    })
}

fn cue_named(name: &str) -> Option<Cue> {
    Some(match name {
        "not" => Cue::Not,
        "still" => Cue::Still,
        "denied" => Cue::Denied,
        "plan" => Cue::Plan,
        "maybe" => Cue::Maybe,
        "held" => Cue::Held,
        "undergoes" => Cue::Undergoes,
        "manages" => Cue::Manages,
        "cut" => Cue::Cut,
        "cause" => Cue::Cause,
        "effect" => Cue::Effect,
        "among" => Cue::Among,
        "origin" => Cue::Origin,
        "against" => Cue::Against,
        "by" => Cue::By,
        "far" => Cue::Far,
        "toward" => Cue::Toward,
        "beside" => Cue::Beside,
        "building" => Cue::Building,
        "people" => Cue::People,
        "idiom" => Cue::Idiom,
        "force" => Cue::Force,
        "terms" => Cue::Terms,
        "concludes" => Cue::Concludes,
        "aside" => Cue::Aside,
        "aim" => Cue::Aim,
        "each" => Cue::Each,
        "kin" => Cue::Kin,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every row of a list has its cells, a known class, and no form twice in the row.
    fn lint(file: &'static str, cells: usize, known: impl Fn(&[&'static str]) -> bool) {
        for row in rows(file) {
            assert_eq!(row.len(), cells, "{row:?}");
            assert!(known(&row), "unknown word in {row:?}");
            let mut seen = BTreeSet::new();
            for form in parts(row[cells - 1]) {
                assert!(
                    seen.insert(form),
                    "{form} stands twice in the row of {}",
                    row[0]
                );
            }
            assert!(!seen.is_empty(), "no forms in {row:?}");
        }
    }

    fn is_kind(cell: &str) -> bool {
        ["noun", "verb", "fixed"].contains(&cell)
    }

    #[test]
    fn every_row_of_every_list_is_understood() {
        lint(TRIGGER_FILE, 4, |r| {
            trigger_named(r[0], r[2]).is_some() && is_kind(r[1])
        });
        lint(WEAPON_FILE, 3, |r| {
            SubType::named(r[0]).is_some() && is_kind(r[1])
        });
        lint(ACTOR_FILE, 6, |r| {
            actor_kind_named(r[1]).is_some() && r[2].contains('-')
        });
        lint(NATION_FILE, 3, |r| {
            actor_named(r[0]).is_some() && is_kind(r[1])
        });
        lint(CASUALTY_FILE, 3, |r| {
            casualty_word_named(r[0]).is_some() && is_kind(r[1])
        });
        lint(SOURCE_FILE, 3, |r| {
            source_word_named(r[0]).is_some() && is_kind(r[1])
        });
        lint(CUE_FILE, 3, |r| cue_named(r[0]).is_some() && is_kind(r[1]));
    }

    #[test]
    fn every_sub_type_has_a_trigger() {
        let codes: BTreeSet<&str> = rows(TRIGGER_FILE)
            .filter_map(|r| r[0].split(": ").next())
            .collect();
        for name in crate::events::coding::names() {
            let by_family = ["Armed clash", "Shelling/artillery/missile attack", "Attack"];
            let takeover =
                name.contains("territory") && name != "Non-violent transfer of territory";
            assert!(
                codes.contains(name) || by_family.contains(&name) || takeover,
                "no trigger for {name}"
            );
        }
    }

    fn is_arabic(form: &str) -> bool {
        form.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c))
    }

    #[test]
    fn triggers_and_actors_are_known_in_both_languages() {
        let mut triggers: BTreeSet<(&str, bool)> = BTreeSet::new();
        for row in rows(TRIGGER_FILE) {
            let code = row[0].split(": ").next().unwrap_or(row[0]);
            triggers.extend(parts(row[3]).map(|form| (code, is_arabic(form))));
        }
        for (code, arabic) in &triggers {
            assert!(
                triggers.contains(&(code, !arabic)),
                "{code} in one language only"
            );
        }
        for row in rows(ACTOR_FILE) {
            let arabic = parts(row[5]).filter(|alias| is_arabic(alias)).count();
            assert!(arabic > 0 && arabic < parts(row[5]).count(), "{}", row[0]);
            let years: Vec<&str> = row[2].split('-').collect();
            let open_or_year = |y: &&str| y.is_empty() || y.parse::<u16>().is_ok_and(|y| y > 1900);
            assert!(
                years.len() == 2 && years.iter().all(open_or_year),
                "{}",
                row[0]
            );
        }
    }

    #[test]
    fn actors_are_many_and_have_one_id_and_one_alias_each() {
        let mut ids = BTreeSet::new();
        let mut aliases = BTreeSet::new();
        for row in rows(ACTOR_FILE) {
            assert!(ids.insert(row[0]), "{} stands twice", row[0]);
            for alias in parts(row[5]) {
                let folded = crate::text::fold_name(alias);
                assert!(aliases.insert(folded), "{alias} is given twice");
            }
        }
        assert!(ids.len() >= 80, "{} actors", ids.len());
    }
}
