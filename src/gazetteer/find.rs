//! Searching by name: what the reader types, with slips, in either script.

use super::Gazetteer;
use super::place::{Kind, Place};
use super::query::{Asked, Reading, readings};
use super::sound::{key_of, letters, sound_of};
use crate::geodesy::distance_km;
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

/// How well a name fits, from best to worst. Fuzzy fits lose by the letters that differ.
const SAME: f32 = 1.0;
const BEGINS: f32 = 0.88;
const WORD_BEGINS: f32 = 0.8;
const SOUNDS_SAME: f32 = 0.94;
/// Both are Arabic: what differs are long vowels, which tell names apart there (النيرب, عين العرب).
const ARABIC_SOUNDS_SAME: f32 = 0.86;
/// Two consonants are little to go by.
const TWO_SOUNDS_SAME: f32 = 0.85;
const SOUNDS_ALIKE: f32 = 0.75;
/// The rank that the greatest importance adds to a fit; what it adds to a name that is the usual one.
const IMPORTANCE: f32 = 0.18;
const USUAL: f32 = 0.02;
/// The rank that an article adds where both have it or neither: الحدث is not حدث.
const SAME_ARTICLE: f32 = 0.03;
/// The rank that a place in Syria has before one abroad.
const SYRIAN: f32 = 0.05;
/// The rank that lying in the area that the query names adds.
const WITHIN: f32 = 0.3;
/// How far around a town its villages lie, km.
const AROUND_KM: f64 = 20.0;

impl Gazetteer {
    /// The places whose names fit a query, best first, at most `limit`.
    ///
    /// Finds names that begin with it, or have a word that does; forgives slips, articles, generic nouns before
    /// the name, and other ways to write it in Latin letters. An area behind a comma, in brackets or behind "في",
    /// "بريف" prefers the namesake that lies there. An empty query finds nothing.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Found> {
        let names = self.searched.get_or_init(|| Names::new(&self.places));
        let mut best: Vec<Option<(f32, f32)>> = vec![None; self.places.len()];
        let mut surest = 0.0_f32;
        for reading in readings(query) {
            // What is left of a query counts only where the whole of it finds nothing.
            if reading.whole && surest >= SOUNDS_SAME * reading.share {
                continue;
            }
            let areas = self.areas(names, &reading);
            names.fits(&reading.asked, |name, fit| {
                if reading.whole && fit < SOUNDS_SAME {
                    return;
                }
                let place = &self.places[name.place as usize];
                let fit = fit * reading.share;
                surest = surest.max(fit);
                let mut rank = fit + IMPORTANCE * f32::from(place.importance) / 9.0;
                rank += if name.other { 0.0 } else { USUAL };
                let alike = name.article == reading.asked.article;
                rank += if alike { SAME_ARTICLE } else { 0.0 };
                rank += if place.is_syrian() { SYRIAN } else { 0.0 };
                let sort = reading.kind.map(Kind::class);
                rank += if sort == Some(place.kind.class()) {
                    USUAL
                } else {
                    0.0
                };
                rank += if areas.iter().any(|area| lies_in(place, area)) {
                    WITHIN
                } else {
                    0.0
                };
                let slot = &mut best[name.place as usize];
                if slot.is_none_or(|(known, _)| rank > known) {
                    *slot = Some((rank, fit));
                }
            });
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

    /// The places that bear the names of a reading's areas.
    fn areas(&self, names: &Names, reading: &Reading) -> Vec<&Place> {
        let mut out = Vec::new();
        for area in &reading.within {
            if let Some(asked) = Asked::new(area) {
                names.fits(&asked, |name, fit| {
                    if fit >= SOUNDS_SAME {
                        out.push(&self.places[name.place as usize]);
                    }
                });
            }
        }
        out
    }
}

/// Whether a place lies in an area, or around a town.
fn lies_in(place: &Place, area: &Place) -> bool {
    if std::ptr::eq(place, area) || place.radius_km > area.radius_km {
        return false;
    }
    match area.kind {
        Kind::Country => place.country == area.country,
        Kind::Governorate => place.admin1 == area.admin1,
        Kind::District if place.admin2 == area.name_ar => true,
        Kind::Subdistrict if place.admin3 == area.name_ar => true,
        Kind::City | Kind::Town => km(place, area) <= area.radius_km + AROUND_KM,
        _ => km(place, area) <= area.radius_km,
    }
}

fn km(a: &Place, b: &Place) -> f64 {
    distance_km(a.point(), b.point())
}

/// Every name of a gazetteer, folded, for searching.
pub(super) struct Names {
    all: Vec<Name>,
    /// The words of all names, for finding beginnings: each with the first letters from there on.
    starts: Vec<Start>,
}

struct Name {
    place: u32,
    /// It is not the usual name.
    other: bool,
    /// It begins with ال.
    article: bool,
    /// The letters of `sound`, one bit each.
    letters: u32,
    /// Folded, without article and blanks.
    key: Vec<char>,
    /// What is heard of it, in one alphabet for both scripts.
    sound: Vec<u8>,
}

struct Start {
    head: u64,
    name: u32,
    at: u8,
}

/// The first three letters of a name in one number, and which of its bits they take.
fn head_of(key: &[char]) -> (u64, u64) {
    let letters = key.iter().take(3).zip([42, 21, 0]);
    letters.fold((0, 0), |(head, mask), (&letter, shift)| {
        (
            head | u64::from(u32::from(letter)) << shift,
            mask | 0x1f_ffff << shift,
        )
    })
}

impl Names {
    pub(super) fn new(places: &[Place]) -> Names {
        let mut names = Names {
            all: Vec::new(),
            starts: Vec::new(),
        };
        for (place, number) in places.iter().zip(0..) {
            let arabic = place.arabic_names().enumerate();
            for (index, name) in arabic.chain(place.latin_names().enumerate()) {
                let folded = fold_name(name);
                let (key, words) = key_of(&folded);
                let sound = sound_of(&key);
                for at in std::iter::once(0).chain(words) {
                    names.starts.push(Start {
                        head: head_of(&key[usize::from(at)..]).0,
                        name: names.all.len() as u32,
                        at,
                    });
                }
                names.all.push(Name {
                    place: number,
                    other: index > 0,
                    article: folded.starts_with("ال"),
                    letters: letters(&sound),
                    key,
                    sound,
                });
            }
        }
        names
    }

    /// Calls `found` with every name that fits and how well, from 0 to 1; with some names more than once.
    fn fits(&self, asked: &Asked, mut found: impl FnMut(&Name, f32)) {
        let (head, mask) = head_of(&asked.key);
        for start in &self.starts {
            if start.head & mask == head {
                let name = &self.all[start.name as usize];
                if let Some(fit) = name.fit_from(usize::from(start.at), asked) {
                    found(name, fit);
                }
            }
        }
        for name in &self.all {
            // Every slip changes at most two letters of the set.
            let strange = (name.letters ^ asked.letters).count_ones() as usize;
            if strange <= 2 * asked.slips
                && let Some(fit) = name.fit_by_sound(asked)
            {
                found(name, fit);
            }
        }
    }
}

impl Name {
    /// How well the letters from one of its words on fit.
    fn fit_from(&self, at: usize, asked: &Asked) -> Option<f32> {
        let rest = &self.key[at..];
        if !rest.starts_with(&asked.key) {
            return None;
        }
        let share = asked.key.len() as f32 / self.key.len().max(1) as f32;
        match at {
            0 if self.key.len() == asked.key.len() => Some(SAME),
            0 => Some(BEGINS + 0.05 * share),
            _ => (asked.key.len() >= 2).then_some(WORD_BEGINS + 0.05 * share),
        }
    }

    /// How well what is heard of it fits.
    fn fit_by_sound(&self, asked: &Asked) -> Option<f32> {
        if self.sound == asked.sound {
            return match self.sound.len() {
                0 | 1 => None,
                2 => Some(TWO_SOUNDS_SAME),
                _ if is_latin(&self.key) || is_latin(&asked.key) => Some(SOUNDS_SAME),
                _ => Some(ARABIC_SOUNDS_SAME),
            };
        }
        if asked.slips == 0 || self.sound.len().abs_diff(asked.sound.len()) > asked.slips {
            return None;
        }
        let slips = strsim::generic_damerau_levenshtein(&self.sound, &asked.sound);
        (slips <= asked.slips)
            .then(|| SOUNDS_ALIKE - 0.3 * slips as f32 / asked.sound.len().max(1) as f32)
    }
}

fn is_latin(key: &[char]) -> bool {
    key.first().is_some_and(char::is_ascii)
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
            ("النيرب", "النيرب"),
            ("الحدث", "الحدث"),
            ("حدث", "حدث"),
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
    fn an_area_tells_namesakes_apart() {
        for (query, region) in [
            ("الطيبة (درعا)", "SY-DR"),
            ("قرية الطيبة، ريف حماة", "SY-HM"),
            ("الطيبة بريف حمص الشرقي", "SY-HI"),
            ("الخالدية في حلب", "SY-HL"),
            ("Khalidiya, Aleppo", "SY-HL"),
            ("Khalidiya, Homs", "SY-HI"),
            ("حمص، الخالدية", "SY-HI"),
            ("دوما, ريف دمشق", "SY-RD"),
        ] {
            let gazetteer = Gazetteer::bundled();
            let found = gazetteer.find(query, 1);
            let place = found.first().map(|f| gazetteer.place(f.place));
            let place = place.unwrap_or_else(|| panic!("{query} finds nothing"));
            assert_eq!(place.admin1, region, "{query} finds {}", place.name_ar);
        }
    }

    #[test]
    fn words_around_a_name_are_taken_off() {
        for (query, name) in [
            ("محيط بلدة كفر زيتا", "كفر زيتا"),
            ("تدمر المدينة", "تدمر"),
            ("بلدة حيان بريف حلب الشمالي", "حيان"),
            ("تدمر بريف حمص", "تدمر"),
            ("مستودعات خان طومان", "مستودعات خان طومان"),
            ("مخبز خان شيخون الآلي", "خان شيخون"),
            ("درعا البلد", "درعا البلد"),
            ("ريف حلب الشمالي", "ريف حلب الشمالي"),
        ] {
            assert_eq!(first(query), name, "{query}");
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
