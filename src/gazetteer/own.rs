//! The reader's own places laid over the bundled ones.
//!
//! A row of an own file that is a bundled place only adds names to it; every other row becomes a place.
//! Its one-word names are taken for words until something in the text says that they are places: a list of ten
//! thousand villages holds hundreds of names that are also ordinary words, and nobody has looked through it.

use super::import::{Import, name_of};
use super::place::{Class, Kind, Place};
use super::sound::{key_of, sound_of};
use super::spelling::{self, Spelling};
use super::{Gazetteer, packed, query};
use crate::geodesy::distance_km;
use crate::order;
use crate::text::fold_name;
use rustc_hash::FxHashMap;

/// One place under one spelling, km.
const SAME_SPELLING_KM: f64 = 5.0;
/// One place under names that sound the same, km.
const SAME_SOUND_KM: f64 = 3.0;
/// One place by its number elsewhere: further apart, one of the two is wrong about it, km.
const SAME_NUMBER_KM: f64 = 30.0;
/// Middles of one district, as different people put them, km.
const SAME_AREA_KM: f64 = 90.0;
/// Fewer consonants than this are too little to tell a name by.
const LEAST_SOUNDS: usize = 3;
/// How far away places may lie that tell in which governorate another one is, km, and how many must agree.
const NEIGHBOUR_KM: f64 = 15.0;
const NEIGHBOURS: usize = 3;
/// Names of one script that a place can gain.
const MOST_GAINED: usize = 6;
/// A place of so many names gains no more.
const MOST_NAMES: usize = 60;
/// From this importance on a bundled place has its names to itself: no village of a list is meant by "حلب".
const FAMOUS: u8 = 7;

impl Gazetteer {
    /// This gazetteer with own places laid over it, in the order of the files; its own places keep their numbers
    /// and ids, so that analyses and links made without the files still hold.
    pub fn with_own<'a>(&self, imports: impl IntoIterator<Item = &'a Import> + Clone) -> Gazetteer {
        let mut over = Overlay::new(self);
        for import in imports.clone() {
            for place in &import.places {
                over.lay(place, &import.label);
            }
        }
        for import in imports {
            for other in &import.names {
                over.name(&other.id, &other.name, &import.label);
            }
        }
        over.finish(self)
    }
}

struct Overlay {
    places: Vec<Place>,
    sources: Vec<String>,
    /// How many of the places are the gazetteer's.
    bundled: usize,
    by_id: FxHashMap<String, usize>,
    /// The gazetteer's places by their spellings, with those they have gained.
    known: FxHashMap<Spelling, Vec<usize>>,
    /// All places by spelling and by sound, each in a band of latitude: a file may hold a hundred thousand namesakes.
    by_spelling: FxHashMap<(Spelling, Band), Vec<usize>>,
    by_sound: FxHashMap<(Vec<u8>, Band), Vec<usize>>,
    /// For ids that are taken, the number that was last put behind them.
    numbered: FxHashMap<String, u32>,
}

/// A stretch of latitude wider than namesakes of one place may be apart, or all areas.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Band {
    /// In tenths of a degree, 11 km.
    Tenths(i32),
    Areas,
}

impl Band {
    fn of(place: &Place) -> Band {
        match place.kind.class() {
            Class::Admin => Band::Areas,
            _ => Band::Tenths((place.lat * 10.0).floor() as i32),
        }
    }

    /// Where places may stand that are the same as one at this latitude.
    fn around(lat: f64) -> [Band; 4] {
        let here = (lat * 10.0).floor() as i32;
        let tenths = [here - 1, here, here + 1].map(Band::Tenths);
        [tenths[0], tenths[1], tenths[2], Band::Areas]
    }
}

impl Overlay {
    fn new(gazetteer: &Gazetteer) -> Overlay {
        let mut over = Overlay {
            places: gazetteer.places.clone(),
            sources: gazetteer.sources.clone(),
            bundled: gazetteer.places.len(),
            by_id: gazetteer
                .by_id
                .iter()
                .map(|(id, &place)| (id.clone(), place as usize))
                .collect(),
            known: FxHashMap::default(),
            by_spelling: FxHashMap::default(),
            by_sound: FxHashMap::default(),
            numbered: FxHashMap::default(),
        };
        for index in 0..over.bundled {
            over.index_names(index);
        }
        over
    }

    fn index_names(&mut self, index: usize) {
        let place = &self.places[index];
        let band = Band::of(place);
        for spelling in spellings(place) {
            if index < self.bundled {
                note(&mut self.known, spelling.clone(), index);
            }
            note(&mut self.by_spelling, (spelling, band), index);
        }
        for sound in sounds(place) {
            note(&mut self.by_sound, (sound, band), index);
        }
    }

    fn lay(&mut self, row: &Place, label: &str) {
        let host = self.host_of(row);
        if let Some(host) = host {
            self.by_id.entry(row.id.clone()).or_insert(host);
        }
        // Syria's governorates, districts and subdistricts are all bundled, under names that say what they are.
        if row.kind.class() == Class::Admin && row.country == "SY" {
            return;
        }
        if let Some(host) = host {
            self.gain(host, row, label);
            return;
        }
        let Some(mut place) = self.without_famous_names(row) else {
            return;
        };
        self.weigh_words(&mut place);
        place.id = self.free_id(&row.id);
        place.source = self.source(label.to_string());
        if place.country.is_empty() {
            self.settle(&mut place);
        }
        self.by_id.insert(place.id.clone(), self.places.len());
        self.places.push(place);
        self.index_names(self.places.len() - 1);
    }

    /// The row without names that a famous place has to itself or that are mere nouns; none if no name is left.
    fn without_famous_names(&self, row: &Place) -> Option<Place> {
        let free = |spellings: Vec<Spelling>| {
            let mut bearers = spellings.iter().filter_map(|s| self.known.get(s)).flatten();
            let noun = spellings.iter().any(|s| query::is_noun(&s.core));
            !noun && !bearers.any(|&at| self.is_famous(at))
        };
        let arabic = row.arabic_names().filter(|n| free(spelling::arabic(n)));
        let latin = row.latin_names().filter(|n| free(spelling::latin(n)));
        let mut place = row.clone();
        (place.name_ar, place.alt_ar) = first_and_rest(arabic);
        (place.name_en, place.alt_en) = first_and_rest(latin);
        (!place.name_ar.is_empty() || !place.name_en.is_empty()).then_some(place)
    }

    /// The place that a row speaks of, if it is here already.
    fn host_of(&self, row: &Place) -> Option<usize> {
        let km = |index: usize| distance_km(self.places[index].point(), row.point());
        if let Some(&index) = self.by_id.get(&row.id)
            && row.id.starts_with("gn:")
            && km(index) <= SAME_NUMBER_KM
        {
            return Some(index);
        }
        let either = |s: Spelling| {
            [false, true].map(|article| Spelling {
                article,
                ..s.clone()
            })
        };
        let bands = Band::around(row.lat);
        let spelled = spellings(row)
            .into_iter()
            .flat_map(either)
            .flat_map(|spelling| bands.map(|band| (spelling.clone(), band)))
            .filter_map(|key| self.by_spelling.get(&key));
        let heard = sounds(row)
            .into_iter()
            .flat_map(|sound| bands.map(|band| (sound.clone(), band)))
            .filter_map(|key| self.by_sound.get(&key));
        let near = spelled
            .flatten()
            .map(|&index| (index, SAME_SPELLING_KM))
            .chain(heard.flatten().map(|&index| (index, SAME_SOUND_KM)))
            .filter(|&(index, reach)| {
                let place = &self.places[index];
                let reach = match place.kind.class() {
                    Class::Admin => SAME_AREA_KM,
                    _ => reach,
                };
                let abroad = place.country != row.country && !row.country.is_empty();
                // A degree of latitude is 111 km, one of longitude more than 80: most namesakes are told apart
                // without a geodesic.
                let beside = (place.lat - row.lat).abs() * 111.0 <= reach + 1.0
                    && (place.lon - row.lon).abs() * 80.0 <= reach + 1.0;
                beside && place.kind.may_be(row.kind) && !abroad && km(index) <= reach
            });
        near.map(|(index, _)| (km(index), index))
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
            .map(|(_, index)| index)
    }

    fn is_famous(&self, at: usize) -> bool {
        let place = &self.places[at];
        place.importance >= FAMOUS || place.kind == Kind::Country
    }

    /// A single word that no bundled place bears proves nothing by itself. The flag stands for all names of a place,
    /// also for one that a bundled place bears: beside such a one, other single words are left out.
    fn weigh_words(&self, place: &mut Place) {
        let single = |name: &str| !name.contains(' ');
        let sure = |name: &str| self.is_bundled(spelling::arabic(name));
        if place.arabic_names().any(|name| single(name) && sure(name)) {
            let kept = place
                .arabic_names()
                .filter(|name| !single(name) || sure(name));
            (place.name_ar, place.alt_ar) = first_and_rest(kept);
        } else {
            let words = place.arabic_names().any(single);
            place.also.word = words;
        }
    }

    /// Whether a bundled place is known by one of these spellings.
    fn is_bundled(&self, spellings: Vec<Spelling>) -> bool {
        spellings.iter().any(|s| self.known.contains_key(s))
    }

    /// Puts a place whose file does not say it into the governorate that its neighbours agree on.
    fn settle(&self, place: &mut Place) {
        let mut near: Vec<(f64, &Place)> = self.places[..self.bundled]
            .iter()
            // A degree is at most 111 km.
            .filter(|p| (p.lat - place.lat).abs() < 0.2 && (p.lon - place.lon).abs() < 0.3)
            .filter(|p| p.kind.class() == Class::Settlement)
            .map(|p| (distance_km(p.point(), place.point()), p))
            .filter(|(km, _)| *km <= NEIGHBOUR_KM)
            .collect();
        order::sort_by(&mut near, |a, b| a.0.total_cmp(&b.0));
        near.truncate(NEIGHBOURS);
        if let Some((_, first)) = near.first()
            && near.len() == NEIGHBOURS
        {
            if near.iter().all(|(_, p)| p.country == first.country) {
                place.country.clone_from(&first.country);
            }
            if near.iter().all(|(_, p)| p.admin1 == first.admin1) {
                place.admin1.clone_from(&first.admin1);
            }
        }
    }

    /// The id, or the same with a number where another place has it.
    fn free_id(&mut self, id: &str) -> String {
        let mut free = id.to_string();
        while self.by_id.contains_key(&free) {
            let number = self.numbered.entry(id.to_string()).or_insert(1);
            *number += 1;
            free = format!("{id}-{number}");
        }
        free
    }

    /// The number of a credit. A place holds it in one byte: of more files than that the last credit stands for all.
    fn source(&mut self, credit: String) -> u8 {
        let at = self.sources.iter().position(|s| *s == credit);
        let at = at.unwrap_or_else(|| {
            if self.sources.len() <= usize::from(u8::MAX) {
                self.sources.push(credit);
            }
            self.sources.len() - 1
        });
        at as u8
    }

    /// Gives a place a further name.
    fn name(&mut self, id: &str, name: &str, label: &str) {
        if let (Some(&host), Some((name_ar, name_en))) = (self.by_id.get(id), name_of(name)) {
            let mut row = self.places[host].clone();
            (row.name_ar, row.name_en) = (name_ar, name_en);
            (row.alt_ar, row.alt_en) = (Vec::new(), Vec::new());
            self.gain(host, &row, label);
        }
    }

    /// Adds those names of a row to a place that no bundled place bears, and credits their file.
    fn gain(&mut self, host: usize, row: &Place, label: &str) {
        let place = &self.places[host];
        if place.arabic_names().count() + place.latin_names().count() >= MOST_NAMES {
            return;
        }
        let its_own = spellings(place);
        let new = |spellings: Vec<Spelling>| {
            let noun = spellings.iter().any(|s| query::is_noun(&s.core));
            let known = spellings.iter().any(|s| its_own.contains(s));
            !noun && !known && !self.is_bundled(spellings)
        };
        let arabic = row.arabic_names().filter(|n| new(spelling::arabic(n)));
        let latin = row.latin_names().filter(|n| new(spelling::latin(n)));
        let arabic: Vec<String> = arabic.take(MOST_GAINED).map(str::to_string).collect();
        let latin: Vec<String> = latin.take(MOST_GAINED).map(str::to_string).collect();
        if arabic.is_empty() && latin.is_empty() {
            return;
        }
        let place = &mut self.places[host];
        let arabic = place.arabic_names().map(str::to_string).chain(arabic);
        (place.name_ar, place.alt_ar) =
            first_and_rest(arabic.collect::<Vec<_>>().iter().map(String::as_str));
        let usual = std::iter::once(std::mem::take(&mut place.name_en)).filter(|n| !n.is_empty());
        let mut latin = usual.chain(std::mem::take(&mut place.alt_en)).chain(latin);
        place.name_en = latin.next().unwrap_or_default();
        place.alt_en = latin.collect();
        let known = self.sources.get(usize::from(place.source));
        let credit = match known {
            Some(known) if !known.ends_with(label) => format!("{known}; {label}"),
            _ => label.to_string(),
        };
        self.places[host].source = self.source(credit);
        self.index_names(host);
    }

    fn finish(self, base: &Gazetteer) -> Gazetteer {
        let own = packed::pack("", &[], &self.places, &[]);
        let version = match self.places == base.places {
            true => base.version.clone(),
            false => format!("{}+{}", base.version, packed::fingerprint(&own)),
        };
        let mut gazetteer = Gazetteer::new(version, self.sources, self.places);
        for (id, place) in self.by_id {
            gazetteer.by_id.entry(id).or_insert(place as u32);
        }
        gazetteer
    }
}

/// Adds a place to those under a key, once.
fn note<K: Eq + std::hash::Hash>(map: &mut FxHashMap<K, Vec<usize>>, key: K, index: usize) {
    let bearers = map.entry(key).or_default();
    if bearers.last() != Some(&index) {
        bearers.push(index);
    }
}

/// The usual name and the others.
fn first_and_rest<'a>(names: impl Iterator<Item = &'a str>) -> (String, Vec<String>) {
    let mut names = names.map(str::to_string);
    (names.next().unwrap_or_default(), names.collect())
}

/// The names of both scripts, folded, in every spelling.
fn spellings(place: &Place) -> Vec<Spelling> {
    let arabic = place.arabic_names().flat_map(spelling::arabic);
    arabic
        .chain(place.latin_names().flat_map(spelling::latin))
        .collect()
}

/// What is heard of the names, where it is enough to tell them by.
fn sounds(place: &Place) -> Vec<Vec<u8>> {
    let names = place.arabic_names().chain(place.latin_names());
    names
        .map(|name| sound_of(&key_of(&fold_name(name)).0))
        .filter(|sound| sound.len() >= LEAST_SOUNDS)
        .collect()
}
