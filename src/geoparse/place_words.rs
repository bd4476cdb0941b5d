//! The words that tell where names stand: generic nouns, frames, and what is no name.
//!
//! All of them are data files under `data/words/`.

use crate::gazetteer::{Class, Kind};
use crate::text::clitics::{Prefix, readings};
use crate::text::number::decimal;
use crate::text::word_list::{parts, rows};
use crate::text::{Text, TokenKind, fold_name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// How readily a noun with its article stands for a place named elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refers {
    Yes,
    Weak,
    No,
}

/// A noun that says what sort of place a name is.
#[derive(Debug)]
pub struct Noun {
    pub slug: &'static str,
    kinds: Vec<Kind>,
    any_settlement: bool,
    /// The noun is a part of the name: مطار الضبعة.
    pub with_name: bool,
    /// What stands behind it may be a name that no gazetteer has.
    pub opens_unknown: bool,
    pub refers: Refers,
    /// A dual or a plural, which a list follows.
    pub several: bool,
}

impl Noun {
    /// How well a kind of place goes with the noun: 0 not at all, 1 best.
    pub fn fit(&self, kind: Kind) -> f64 {
        match self.kinds.iter().position(|&k| k == kind) {
            Some(rank) => 1.0 - 0.1 * rank.min(4) as f64,
            None if self.any_settlement && kind.class() == Class::Settlement => 0.8,
            None => 0.0,
        }
    }

    /// Whether the sites of this sort lie within a town: a prison, a hospital, a bridge.
    pub fn is_site(&self) -> bool {
        self.with_name && self.kinds.first().is_some_and(|k| k.class() == Class::Site)
    }

    /// The kinds it goes with, the fitting ones first.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }
}

/// A generic noun where it stands in a text.
#[derive(Debug, Clone, Copy)]
pub struct NounUse {
    pub noun: &'static Noun,
    pub prefix: Prefix,
    /// It carries a possessive: سجنها, the prison of something named before.
    pub possessed: bool,
    /// Scalar offset behind its conjunction and preposition.
    pub start: u32,
}

static NOUNS: LazyLock<(Vec<Noun>, FxHashMap<String, usize>)> = LazyLock::new(|| {
    let mut nouns = Vec::new();
    let mut forms = FxHashMap::default();
    for row in rows(include_str!("../../data/words/generic_nouns.tsv")) {
        let [slug, all, kinds, name, unknown, refers, several] = row[..] else {
            continue;
        };
        for form in parts(all) {
            forms.entry(fold_name(form)).or_insert(nouns.len());
        }
        nouns.push(Noun {
            slug,
            kinds: parts(kinds).filter_map(|k| k.parse().ok()).collect(),
            any_settlement: parts(kinds).any(|k| k == "any"),
            with_name: name == "with",
            opens_unknown: unknown == "yes",
            refers: match refers {
                "yes" => Refers::Yes,
                "weak" => Refers::Weak,
                _ => Refers::No,
            },
            several: several == "yes",
        });
    }
    (nouns, forms)
});

/// The generic noun at a token, if one stands there.
pub fn noun_at(text: &Text, at: usize) -> Option<NounUse> {
    let token = text.tokens().get(at)?;
    if token.kind != TokenKind::Word {
        return None;
    }
    let (nouns, forms) = &*NOUNS;
    for (prefix, rest) in text.readings(at) {
        let (noun, possessed) = match forms.get(rest) {
            Some(&index) => (&nouns[index], false),
            None => match possessed_stem(rest).and_then(|stem| forms.get(&stem)) {
                Some(&index) if !prefix.article => (&nouns[index], true),
                _ => continue,
            },
        };
        // "ومطار" read as و + مطار; but "الوادي" is no و + ادي.
        let start = token.start + prefix.before_article;
        return Some(NounUse {
            noun,
            prefix,
            possessed,
            start,
        });
    }
    None
}

/// سجنها → سجن, قلعتها → قلعه, مستشفاها → مستشفي.
fn possessed_stem(word: &str) -> Option<String> {
    let stem = word
        .strip_suffix("ها")
        .or_else(|| word.strip_suffix("هما"))
        .filter(|stem| stem.chars().count() >= 2)?;
    Some(if let Some(root) = stem.strip_suffix('ت') {
        format!("{root}ه")
    } else if let Some(root) = stem.strip_suffix('ا') {
        format!("{root}ي")
    } else {
        stem.to_string()
    })
}

/// What a word beside a name says of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Positive for a place, negative against.
    pub weight: f64,
    /// What the reader is told: a key of the reasons.
    pub why: &'static str,
}

struct Frames {
    before: FxHashMap<String, Frame>,
    after: FxHashMap<String, Frame>,
}

static FRAMES: LazyLock<Frames> = LazyLock::new(|| {
    let mut frames = Frames {
        before: FxHashMap::default(),
        after: FxHashMap::default(),
    };
    for row in rows(include_str!("../../data/words/place_frames.tsv")) {
        let [side, weight, why, forms] = row[..] else {
            continue;
        };
        let frame = Frame {
            weight: decimal(weight).unwrap_or_default(),
            why,
        };
        let map = if side == "before" {
            &mut frames.before
        } else {
            &mut frames.after
        };
        for form in parts(forms) {
            map.entry(fold_name(form)).or_insert(frame);
        }
    }
    frames
});

/// What the word directly before a name says of it.
pub fn frame_before(word: &str) -> Option<Frame> {
    let map = &FRAMES.before;
    readings(word).find_map(|(_, rest)| map.get(rest)).copied()
}

/// What the word directly behind a name says of it.
pub fn frame_after(word: &str) -> Option<Frame> {
    FRAMES.after.get(word).copied()
}

/// Words that are no names, each with the heading it stands under in the list.
static NOT_NAMES: LazyLock<FxHashMap<String, &'static str>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for row in rows(include_str!("../../data/words/not_names.tsv")) {
        if let [why, forms] = row[..] {
            for form in parts(forms) {
                words.entry(fold_name(form)).or_insert(why);
            }
        }
    }
    words
});

/// Whether a word, bare or behind its clitics, cannot be the name behind a generic noun.
pub fn is_no_name(word: &str) -> bool {
    readings(word).any(|(_, rest)| NOT_NAMES.contains_key(rest))
}

/// Whether a word is an adjective with its article, such as a site's name ends in: العسكري, الوطني, الدولي.
pub fn is_definite_adjective(word: &str) -> bool {
    word.strip_prefix("ال")
        .and_then(|core| NOT_NAMES.get(core))
        .is_some_and(|&why| matches!(why, "size" | "sort" | "people"))
}

static OPENERS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../data/words/name_openers.tsv"))
        .filter_map(|row| row.first().map(|word| fold_name(word)))
        .collect()
});

/// Whether a word only opens a name that goes on behind it: كفر, أم, مار.
pub fn opens_name(word: &str) -> bool {
    OPENERS.contains(word)
}

static SITE_ADJECTIVES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../data/words/site_adjectives.tsv"))
        .filter_map(|row| row.first().map(|word| fold_name(word)))
        .collect()
});

/// Whether an English word may stand between a town and the noun of its site.
pub fn is_site_adjective(word: &str) -> bool {
    SITE_ADJECTIVES.contains(word)
}

static GIVEN_NAMES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../data/words/given_names.tsv"))
        .filter_map(|row| row.get(1).copied())
        .flat_map(parts)
        .map(fold_name)
        .collect()
});

/// Whether a word is a person's given name.
pub fn is_given_name(word: &str) -> bool {
    GIVEN_NAMES.contains(word)
        || word
            .strip_prefix('و')
            .is_some_and(|rest| GIVEN_NAMES.contains(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(source: &str) -> Option<(&'static str, bool, bool)> {
        let text = Text::new(source);
        noun_at(&text, 0).map(|n| (n.noun.slug, n.prefix.article, n.possessed))
    }

    #[test]
    fn nouns_are_known_behind_clitics_and_before_possessives() {
        assert_eq!(slug("وبالمدينة"), Some(("city", true, false)));
        assert_eq!(slug("للمحافظة"), Some(("governorate", true, false)));
        assert_eq!(slug("سجنها"), Some(("prison", false, true)));
        assert_eq!(slug("ومطارها"), Some(("airport", false, true)));
        assert_eq!(slug("قلعتها"), Some(("citadel", false, true)));
        assert_eq!(slug("مدنيين"), None);
    }

    #[test]
    fn frames_are_known_behind_clitics() {
        assert_eq!(frame_before("ومحيط").map(|f| f.why), Some("near"));
        assert_eq!(frame_before("والرايد").map(|f| f.why), Some("title"));
        assert_eq!(frame_before("كلام"), None);
    }

    #[test]
    fn the_lists_name_known_kinds_and_sides() {
        for row in rows(include_str!("../../data/words/generic_nouns.tsv")) {
            assert_eq!(row.len(), 7, "{row:?}");
            for kind in parts(row[2]) {
                assert!(
                    kind == "any" || kind.parse::<Kind>().is_ok(),
                    "{kind} in {row:?}"
                );
            }
            assert!(matches!(row[3], "bare" | "with"), "{row:?}");
            assert!(matches!(row[5], "yes" | "weak" | "no"), "{row:?}");
        }
        for row in rows(include_str!("../../data/words/place_frames.tsv")) {
            assert_eq!(row.len(), 4, "{row:?}");
            assert!(matches!(row[0], "before" | "after"), "{row:?}");
            let weight: f64 = decimal(row[1]).expect("a weight");
            assert!((-4.0..=4.0).contains(&weight), "{row:?}");
        }
    }
}
