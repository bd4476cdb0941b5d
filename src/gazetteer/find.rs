//! Searching by name: what the reader types, with slips, in either script.

use super::place::{Kind, Place};
use super::{Gazetteer, spelling};
use crate::order;
use crate::text::fold_name;

/// A place that a query may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Number of the place.
    pub place: u32,
    /// 0 to 1: how well the name fits. Rank also heeds how important the place is.
    pub fit: f32,
}

/// Every name of a gazetteer, folded, for searching.
pub(super) struct Names {
    all: Vec<Name>,
}

struct Name {
    place: u32,
    /// It is not the usual name.
    other: bool,
    /// Folded, without article and blanks.
    key: Vec<char>,
    /// Where words begin in `key`, the first left out.
    words: Vec<u8>,
    /// What is heard of it, in one alphabet for both scripts.
    sound: Vec<u8>,
    /// The letters of `sound`, one bit each.
    letters: u32,
}

/// How well a name fits, from best to worst. Fuzzy fits lose by the letters that differ.
const SAME: f32 = 1.0;
const BEGINS: f32 = 0.88;
const WORD_BEGINS: f32 = 0.8;
const SOUNDS_SAME: f32 = 0.94;
/// Two consonants are little to go by.
const TWO_SOUNDS_SAME: f32 = 0.85;
const SOUNDS_ALIKE: f32 = 0.75;
/// A generic noun before the name had to be taken off: "قرية كذا".
const WITHOUT_NOUN: f32 = 0.97;
/// The name is written as one word, with an article inside.
const JOINED: f32 = 0.99;
/// The rank that the greatest importance adds to a fit; what it adds to a name that is the usual one.
const IMPORTANCE: f32 = 0.18;
const USUAL: f32 = 0.02;
/// The rank that a place in Syria has before one abroad.
const SYRIAN: f32 = 0.05;

impl Gazetteer {
    /// The places whose names fit a query, best first, at most `limit`.
    ///
    /// Finds names that begin with it, or have a word that does; forgives slips, articles, generic nouns before
    /// the name, and other ways to write it in Latin letters. An empty query finds nothing.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Found> {
        let names = self.searched.get_or_init(|| Names::new(&self.places));
        let mut best: Vec<Option<(f32, f32)>> = vec![None; self.places.len()];
        for (asked, share, kind) in readings(query) {
            for name in &names.all {
                let Some(fit) = name.fit(&asked) else {
                    continue;
                };
                let place = &self.places[name.place as usize];
                let fit = fit * share;
                let mut rank = fit + IMPORTANCE * f32::from(place.importance) / 9.0;
                rank += if name.other { 0.0 } else { USUAL };
                rank += if place.is_syrian() { SYRIAN } else { 0.0 };
                rank += if kind.is_some_and(|k| k.class() == place.kind.class()) {
                    USUAL
                } else {
                    0.0
                };
                let slot = &mut best[name.place as usize];
                if slot.is_none_or(|(known, _)| rank > known) {
                    *slot = Some((rank, fit));
                }
            }
        }
        let mut found: Vec<(f32, Found)> = best
            .into_iter()
            .zip(0..)
            .filter_map(|(slot, place)| slot.map(|(rank, fit)| (rank, Found { place, fit })))
            .collect();
        order::sort_by(&mut found, |a, b| {
            b.0.total_cmp(&a.0).then(a.1.place.cmp(&b.1.place))
        });
        found.truncate(limit);
        found.into_iter().map(|(_, found)| found).collect()
    }
}

/// The query as it stands, parted at an inner article, and without a generic noun before it.
fn readings(query: &str) -> Vec<(Asked, f32, Option<Kind>)> {
    let folded = fold_name(query);
    let mut out: Vec<_> = Asked::new(&folded)
        .map(|asked| (asked, 1.0, None))
        .into_iter()
        .collect();
    // ديرالزور: an article inside a word that is two.
    if let Some((head, tail)) = folded.split_once("ال")
        && head.chars().filter(|c| c.is_alphanumeric()).count() >= 2
        && tail.chars().take_while(|c| c.is_alphanumeric()).count() >= 3
        && let Some(asked) = Asked::new(&format!("{head} {tail}"))
    {
        out.push((asked, JOINED, None));
    }
    if let Some((noun, rest)) = folded.trim().split_once(' ') {
        let bare = noun.strip_prefix("ال").unwrap_or(noun);
        let kind = Kind::ALL
            .iter()
            .copied()
            .find(|k| fold_name(k.name_ar()) == bare || k.name_en() == bare);
        if let (Some(kind), Some(asked)) = (kind, Asked::new(rest)) {
            out.push((asked, WITHOUT_NOUN, Some(kind)));
        }
    }
    out
}

/// A query made ready.
struct Asked {
    key: Vec<char>,
    sound: Vec<u8>,
    letters: u32,
    /// Letters that may differ in a fuzzy fit.
    slips: usize,
}

impl Asked {
    fn new(folded: &str) -> Option<Asked> {
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
            letters: letters(&sound),
            key,
            sound,
            slips,
        })
    }
}

impl Names {
    fn new(places: &[Place]) -> Names {
        let mut all = Vec::new();
        for (place, number) in places.iter().zip(0..) {
            let arabic = place.arabic_names().enumerate();
            for (index, name) in arabic.chain(place.latin_names().enumerate()) {
                let (key, words) = key_of(&fold_name(name));
                let sound = sound_of(&key);
                all.push(Name {
                    place: number,
                    other: index > 0,
                    letters: letters(&sound),
                    key,
                    words,
                    sound,
                });
            }
        }
        Names { all }
    }
}

impl Name {
    /// How well the name fits, from 0 to 1; none if it does not.
    fn fit(&self, asked: &Asked) -> Option<f32> {
        if self.key == asked.key {
            return Some(SAME);
        }
        let share = |part: usize, whole: usize| part as f32 / whole.max(1) as f32;
        if self.key.starts_with(&asked.key) {
            return Some(BEGINS + 0.05 * share(asked.key.len(), self.key.len()));
        }
        let inside = self
            .words
            .iter()
            .any(|&at| self.key[usize::from(at)..].starts_with(&asked.key));
        if inside && asked.key.len() >= 2 {
            return Some(WORD_BEGINS + 0.05 * share(asked.key.len(), self.key.len()));
        }
        if self.sound == asked.sound && self.sound.len() >= 2 {
            return Some(if self.sound.len() == 2 {
                TWO_SOUNDS_SAME
            } else {
                SOUNDS_SAME
            });
        }
        // Every slip changes at most two letters of the set.
        let strange = (self.letters ^ asked.letters).count_ones() as usize;
        let longer = self.sound.len().abs_diff(asked.sound.len());
        if asked.slips == 0 || longer > asked.slips || strange > 2 * asked.slips {
            return None;
        }
        let slips = strsim::generic_damerau_levenshtein(&self.sound, &asked.sound);
        (slips <= asked.slips).then(|| SOUNDS_ALIKE - 0.3 * share(slips, asked.sound.len()))
    }
}

/// The letters of a folded name without its articles and blanks, and where its further words begin.
fn key_of(folded: &str) -> (Vec<char>, Vec<u8>) {
    let mut key = Vec::new();
    let mut words = Vec::new();
    let parts = folded.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    for word in parts.filter(|w| !w.is_empty()) {
        let bare = match word.strip_prefix("ال") {
            Some("") => continue,
            Some(rest) => rest,
            None if spelling::is_latin_article(word) => continue,
            None => word,
        };
        if let (false, Ok(at)) = (key.is_empty(), u8::try_from(key.len())) {
            words.push(at);
        }
        key.extend(bare.chars().filter(|&c| c != '\''));
    }
    (key, words)
}

/// What is heard of a folded name: consonants in one alphabet for both scripts, doubled ones once.
///
/// Letters that Syrian speech or the press's Latin spellings confuse are one: ض/ظ/ذ/د, ص/س/ث, ط/ت, ق/ك, ه/ح.
/// Vowels are left out in both scripts, long ones too, since no two transliterations agree on them.
fn sound_of(key: &[char]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(key.len());
    let mut at = 0;
    while let Some(&letter) = key.get(at) {
        let next = key.get(at + 1).copied().unwrap_or(' ');
        let (sound, taken) = match (letter, next) {
            ('k', 'h') => (b'x', 2),
            ('g', 'h') => (b'g', 2),
            ('s' | 'c', 'h') => (b'c', 2),
            ('t', 'h') => (b't', 2),
            ('d', 'h') => (b'd', 2),
            ('d', 'j') => (b'j', 2),
            ('p', 'h') => (b'f', 2),
            _ => (sound_of_letter(letter), 1),
        };
        if sound != 0 && out.last() != Some(&sound) {
            out.push(sound);
        }
        at += taken;
    }
    // ة, and the h that stands for it.
    if out.len() > 2 && out.last() == Some(&b'h') {
        out.pop();
    }
    out
}

fn sound_of_letter(letter: char) -> u8 {
    match letter {
        'ب' | 'b' | 'p' => b'b',
        'ت' | 'ط' | 'ث' | 't' => b't',
        'ج' | 'j' => b'j',
        'ح' | 'ه' | 'h' => b'h',
        'خ' | 'x' => b'x',
        'د' | 'ض' | 'ذ' | 'd' => b'd',
        'ر' | 'r' => b'r',
        'ز' | 'ظ' | 'z' => b'z',
        'س' | 'ص' | 's' => b's',
        'ش' => b'c',
        'غ' | 'g' => b'g',
        'ف' | 'f' | 'v' => b'f',
        'ق' | 'ك' | 'k' | 'q' | 'c' => b'k',
        'ل' | 'l' => b'l',
        'م' | 'm' => b'm',
        'ن' | 'n' => b'n',
        'و' | 'w' => b'w',
        '0'..='9' => letter as u8,
        _ => 0,
    }
}

/// A set of sounds, one bit each.
fn letters(sound: &[u8]) -> u32 {
    sound.iter().fold(0, |set, &s| set | 1 << (s % 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(query: &str) -> String {
        let gazetteer = Gazetteer::bundled();
        let found = gazetteer.find(query, 1);
        found
            .first()
            .map_or(String::new(), |f| gazetteer.place(f.place).name_ar.clone())
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        for (query, name) in [
            ("تدمر", "تدمر"),
            ("تد", "تدمر"),
            ("حل", "حلب"),
            ("palmyra", "تدمر"),
            ("Deir Ezzor", "دير الزور"),
            ("ديرالزور", "دير الزور"),
            ("Dayr az-Zawr", "دير الزور"),
            ("السخنه", "السخنة"),
            ("سخنة", "السخنة"),
            ("كفر نبل", "كفرنبل"),
            ("Kafranbil", "كفرنبل"),
            ("مدينة الباب", "الباب"),
            ("سراقيب", "سراقب"),
            ("Saraqeb", "سراقب"),
            ("Sarakib", "سراقب"),
            ("خان شيخن", "خان شيخون"),
            ("Qamishlo", "القامشلي"),
            ("قامشلي", "القامشلي"),
            ("alepo", "حلب"),
        ] {
            assert!(
                first(query) == name,
                "{query} finds {}, not {name}",
                first(query)
            );
        }
    }

    #[test]
    fn nothing_finds_nothing() {
        for query in ["", " ", "-", "!", "ال", "\u{64e}"] {
            assert_eq!(Gazetteer::bundled().find(query, 5), [], "{query:?}");
        }
        assert_eq!(first("ضصثقفغعهخحج"), "");
    }

    #[test]
    fn the_limit_holds_and_the_best_comes_first() {
        let gazetteer = Gazetteer::bundled();
        let found = gazetteer.find("ال باب", 3);
        assert_eq!(found.len(), 3);
        assert_eq!(gazetteer.find("حمص", 1)[0].fit, 1.0);
    }
}
