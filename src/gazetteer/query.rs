//! What a query asks for: a name, and perhaps the area it is said to lie in.
//!
//! People and tables write more than the name: "بلدة حيان بريف حلب الشمالي", "الطيبة (درعا)", "Khalidiya, Homs".
//! Each way to read the query is tried; the more that had to be taken off, the less it counts.

use super::place::Kind;
use super::sound::{key_of, letters, sound_of};
use crate::text::fold_name;
use crate::text::word_list::{parts, rows};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A generic noun before the name had to be taken off: "قرية كذا".
const WITHOUT_NOUN: f32 = 0.85;
/// The name is written as one word, with an article inside.
const JOINED: f32 = 0.99;
/// A word behind the name was left out: "كذا المدينة".
const WITHOUT_TAIL: f32 = 0.93;
/// The name stands behind its area: "Homs, Khalidiya".
const SECOND_PART: f32 = 0.96;
/// Only some of the words are the name.
const SOME_WORDS: f32 = 0.8;
/// Longer queries are no names; their first letters are read.
const LONGEST: usize = 120;
/// More ways to read one query are not tried.
const MOST_READINGS: usize = 16;

/// One way to read a query.
pub(super) struct Reading {
    pub asked: Asked,
    /// What a fit of this reading is worth, from 0 to 1.
    pub share: f32,
    /// The sort of place the query speaks of.
    pub kind: Option<Kind>,
    /// The areas it is said to lie in, as written.
    pub within: Vec<String>,
    /// Only the whole name counts, not its beginning.
    pub whole: bool,
}

/// A name made ready to be compared.
pub(super) struct Asked {
    pub key: Vec<char>,
    /// It begins with ال.
    pub article: bool,
    pub sound: Vec<u8>,
    pub letters: u32,
    /// Letters that may differ in a fuzzy fit.
    pub slips: usize,
}

impl Asked {
    pub fn new(folded: &str) -> Option<Asked> {
        let (key, _) = key_of(folded);
        let sound = sound_of(&key);
        if key.is_empty() {
            return None;
        }
        let slips = match sound.len() {
            0..=2 => 0,
            3..=5 => 1,
            _ => 2,
        };
        Some(Asked {
            article: folded.trim_start().starts_with("ال"),
            letters: letters(&sound),
            key,
            sound,
            slips,
        })
    }
}

struct SearchWords {
    before: FxHashSet<String>,
    after: FxHashSet<String>,
    within: FxHashSet<String>,
}

static WORDS: LazyLock<SearchWords> = LazyLock::new(|| {
    let mut words = SearchWords {
        before: FxHashSet::default(),
        after: FxHashSet::default(),
        within: FxHashSet::default(),
    };
    for row in rows(include_str!("../../data/words/search_words.tsv")) {
        let set = match row[..] {
            ["before", _] => &mut words.before,
            ["after", _] => &mut words.after,
            ["within", _] => &mut words.within,
            _ => continue,
        };
        set.extend(parts(row[1]).map(fold_name));
    }
    for row in rows(include_str!("../../data/words/generic_nouns.tsv")) {
        let forms = row.get(1).copied().unwrap_or_default();
        words.before.extend(parts(forms).map(fold_name));
    }
    words
});

/// Whether a folded word stands before names instead of being one: قرية, محيط, town.
pub(super) fn is_noun(word: &str) -> bool {
    WORDS.before.contains(word)
}

/// The ways to read a query, the plainest first.
pub(super) fn readings(query: &str) -> Vec<Reading> {
    let query: String = query.chars().take(LONGEST).collect();
    let folded = fold_name(&query);
    let mut out = Vec::new();
    add_name(&folded, 1.0, &[], &mut out);
    let named = areas_apart(&folded);
    for (index, part) in named.iter().enumerate() {
        let share = if index == 0 { 1.0 } else { SECOND_PART };
        let areas = named.iter().zip(0..).filter(|(_, other)| *other != index);
        let others: Vec<String> = areas.flat_map(|(area, _)| names_of_area(area)).collect();
        if named.len() > 1 {
            add_name(part, share, &others, &mut out);
        }
        add_parts_of(part, share, &others, &mut out);
    }
    out.truncate(MOST_READINGS);
    out
}

/// The parts between commas, brackets and words like "in": first the name, then areas.
fn areas_apart(folded: &str) -> Vec<String> {
    let marks = |c: char| "،,;؛()[]/|:–—\"\n".contains(c);
    let mut out = Vec::new();
    for part in folded.replace(" - ", ",").split(marks) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let mut from = 0;
        for at in 1..words.len() {
            let area = WORDS.within.contains(words[at])
                || words[at]
                    .strip_prefix('ب')
                    .is_some_and(|w| w.len() > 4 && WORDS.before.contains(w));
            if area && at > from && at + 1 < words.len() {
                out.push(words[from..at].join(" "));
                from = at + 1;
            }
        }
        if from < words.len() {
            out.push(words[from..].join(" "));
        }
    }
    out
}

/// "ريف حمص الشرقي" may be known as it stands; else it is somewhere in what is called حمص.
fn names_of_area(area: &str) -> Vec<String> {
    let (mut bare, _) = without_nouns(area);
    let mut out = vec![area.to_string(), format!("ريف {bare}"), bare.to_string()];
    while let Some((rest, last)) = bare.rsplit_once(' ')
        && WORDS.after.contains(last)
    {
        bare = rest;
        out.push(bare.to_string());
    }
    out
}

/// The name as it stands, and parted at an inner article: ديرالزور.
fn add_name(folded: &str, share: f32, within: &[String], out: &mut Vec<Reading>) {
    let mut add = |name: &str, share: f32| {
        if let Some(asked) = Asked::new(name) {
            out.push(Reading {
                asked,
                share,
                kind: None,
                within: within.to_vec(),
                whole: false,
            });
        }
    };
    add(folded, share);
    if let Some((head, tail)) = folded.split_once("ال")
        && head.chars().filter(|c| c.is_alphanumeric()).count() >= 2
        && tail.chars().take_while(|c| c.is_alphanumeric()).count() >= 3
        && !head.ends_with(' ')
    {
        add(&format!("{head} {tail}"), share * JOINED);
    }
}

/// The name without nouns before it and descriptions behind it, and single stretches of its words.
fn add_parts_of(part: &str, share: f32, within: &[String], out: &mut Vec<Reading>) {
    let mut add = |name: &str, share: f32, kind: Option<Kind>, whole: bool| {
        let known = out
            .iter()
            .any(|r| Asked::new(name).is_none_or(|a| a.key == r.asked.key && r.kind == kind));
        if let (false, Some(asked)) = (known, Asked::new(name)) {
            out.push(Reading {
                asked,
                share,
                kind,
                within: within.to_vec(),
                whole,
            });
        }
    };
    let (bare, kind) = without_nouns(part);
    if bare.len() < part.trim().len() {
        add(bare, share * WITHOUT_NOUN, kind, false);
    }
    let mut head = bare;
    while let Some((rest, last)) = head.rsplit_once(' ')
        && WORDS.after.contains(last)
    {
        head = rest;
        add(head, share * WITHOUT_TAIL, kind, true);
    }
    let words: Vec<&str> = bare.split_whitespace().collect();
    for length in (1..words.len()).rev() {
        for at in (0..=words.len() - length).rev() {
            let some = words[at..at + length].join(" ");
            if some.chars().count() >= 4 {
                add(&some, share * SOME_WORDS, None, true);
            }
        }
    }
}

/// What stands behind generic nouns and the like, and the sort of place that the noun says.
fn without_nouns(part: &str) -> (&str, Option<Kind>) {
    let mut rest = part.trim();
    let mut kind = None;
    while let Some((noun, behind)) = rest.split_once(' ') {
        let bare = noun.strip_prefix("ال").unwrap_or(noun);
        if !WORDS.before.contains(bare) {
            break;
        }
        kind = kind.or_else(|| {
            Kind::ALL
                .iter()
                .copied()
                .find(|k| fold_name(k.name_ar()) == bare || k.name_en() == bare)
        });
        rest = behind.trim_start();
    }
    (rest, kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_a_name_and_its_areas() {
        for (query, parts) in [
            ("الطيبة (درعا)", &["الطيبه", "درعا"][..]),
            ("قرية الطيبة، ريف حلب", &["قريه الطيبه", "ريف حلب"]),
            ("بلدة حيان بريف حلب الشمالي", &["بلده حيان", "حلب الشمالي"]),
            ("الخالدية - حمص", &["الخالديه", "حمص"]),
            ("Khalidiya, Homs", &["khalidiya", "homs"]),
            ("Douma in Rif Dimashq", &["douma", "rif dimashq"]),
            ("ريف إدلب", &["ريف ادلب"]),
        ] {
            assert_eq!(areas_apart(&fold_name(query)), parts, "{query}");
        }
    }

    #[test]
    fn nouns_say_the_kind() {
        assert_eq!(without_nouns("محيط مدينه تدمر"), ("تدمر", Some(Kind::City)));
        assert_eq!(without_nouns("تدمر"), ("تدمر", None));
    }

    #[test]
    fn every_word_of_the_list_is_of_use() {
        for row in rows(include_str!("../../data/words/search_words.tsv")) {
            assert!(
                row.len() == 2 && ["before", "after", "within"].contains(&row[0]),
                "{row:?}"
            );
            assert!(parts(row[1]).all(|word| !word.contains(' ')), "{row:?}");
        }
    }

    #[test]
    fn readings_are_bounded() {
        assert!(readings(&"كذا، ".repeat(5000)).len() <= MOST_READINGS);
        assert!(readings("").is_empty());
    }
}
