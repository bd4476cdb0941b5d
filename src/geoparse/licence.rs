//! Whether a name of the gazetteer is meant as a place here.
//!
//! A fifth of Syria's one-word place names are also common words or people's names, so a name needs a
//! licence: its own renown, a generic noun, a frame of place, a list of places, another licensed use in
//! the same article. Titles, organisations and given names speak against it. The weights add up, and
//! [`ENOUGH`] of them make a mention.

use super::distance;
use super::place_words::{self, NounUse, Refers, frame_after, frame_before, is_given_name};
use crate::gazetteer::{Class, Gazetteer, Hit, Kind};
use crate::text::{Script, Text, TokenKind};

/// The weight from which a name is taken for a place.
pub const ENOUGH: f64 = 2.0;
/// What standing in a list of places adds.
pub const IN_A_LIST: f64 = 2.5;
/// What a stated distance from it, or of it, adds.
const BESIDE_A_DISTANCE: f64 = 2.0;
/// What a well licensed use elsewhere in the article adds.
pub const LICENSED_ELSEWHERE: f64 = 1.5;

/// A hit with what speaks for and against its being a place.
#[derive(Debug, Clone)]
pub struct Licence {
    pub weight: f64,
    /// The generic noun before the name (in English also behind it).
    pub noun: Option<(usize, NounUse)>,
    /// The strongest word against it: a key of the reasons.
    pub against: Option<&'static str>,
}

/// Weighs one hit; `places` bear its name.
pub fn weigh(text: &Text, gazetteer: &Gazetteer, hit: &Hit, places: &[u32]) -> Licence {
    let latin = text.tokens()[hit.tokens.start].script == Script::Latin;
    let words = words_of(text, hit);
    let mut licence = Licence {
        weight: renown(gazetteer, places, words, latin),
        noun: None,
        against: None,
    };
    if latin && text.sentence_of(hit.tokens.start).start != hit.tokens.start {
        licence.weight += 0.8;
    }
    match hit.prefix.preposition {
        Some('ب') => licence.weight += 1.5,
        Some(_) => licence.weight += 0.7,
        None => {}
    }
    let ordinary = places.iter().any(|&p| gazetteer.place(p).also.word);
    before(text, hit, ordinary, &mut licence);
    after(text, hit, latin, &mut licence);
    if distance::is_counted_from(text, hit.tokens.start)
        || distance::tells_how_far(text, hit.tokens.end)
    {
        licence.weight += BESIDE_A_DISTANCE;
    }
    if text.tokens()[hit.tokens.start].hashtag {
        licence.weight += 1.5;
    }
    // The name is itself a word like "المدينة" or "الجبل"; "سجن المدينة" does not make it one.
    let called = licence
        .noun
        .is_some_and(|(_, n)| n.noun.opens_unknown && !n.noun.is_site());
    let describes =
        place_words::noun_at(text, hit.tokens.start).is_some_and(|n| n.noun.refers != Refers::No);
    // "وإن" is no town of Van.
    if words == 1 && !called && !latin && place_words::is_no_name(text.word_at(hit.tokens.start)) {
        licence.weight -= 2.5;
    }
    if words == 1 && !called && describes {
        licence.weight -= 6.0;
        licence.against = Some("noun");
    }
    licence
}

/// How many words the name has, its article and hyphens not counted.
fn words_of(text: &Text, hit: &Hit) -> usize {
    let tokens = &text.tokens()[hit.tokens.clone()];
    let latin = tokens.first().is_some_and(|t| t.script == Script::Latin);
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
    words - usize::from(latin && hit.prefix.article)
}

/// What the name weighs by itself: the most important place that bears it, and what else it may be.
fn renown(gazetteer: &Gazetteer, places: &[u32], words: usize, latin: bool) -> f64 {
    let Some(first) = places
        .iter()
        .map(|&p| gazetteer.place(p))
        .max_by_key(|p| (p.importance, std::cmp::Reverse(p.kind as u8)))
    else {
        return 0.0;
    };
    let also = places.iter().map(|&p| gazetteer.place(p).also);
    // الباب is the door as well; Al-Bab is nothing else.
    let word =
        !latin && (first.also.word || (first.importance < 7 && also.clone().any(|a| a.word)));
    let person = first.also.person || (first.importance < 7 && also.clone().any(|a| a.person));
    let alone: f64 = match first.importance {
        7..=9 => 3.0,
        6 => 2.5,
        5 => 1.8,
        4 => 1.3,
        3 => 0.9,
        _ => 0.5,
    };
    if words > 1 {
        // A flag is meant of the bare word where the place has one: الغاب, not سهل الغاب.
        let has_bare = first
            .arabic_names()
            .chain(first.latin_names())
            .any(|n| !n.contains(' '));
        let flagged = if (word || person) && !has_bare {
            2.0
        } else {
            0.0
        };
        // "الفرقة الرابعة" is mostly the division, seldom its barracks.
        let unit = if first.kind == Kind::Barracks {
            2.2
        } else {
            0.0
        };
        return alone.max(1.0) + 1.4 - flagged - unit;
    }
    alone - if word { 2.2 } else { 0.0 } - if person { 1.5 } else { 0.0 }
}

/// The token before the name, past quotation marks and hash signs.
pub fn neighbour_before(text: &Text, at: usize) -> Option<usize> {
    let mut before = at.checked_sub(1)?;
    for _ in 0..2 {
        if matches!(text.word_at(before), "\"" | "#" | "'" | "(") {
            before = before.checked_sub(1)?;
        }
    }
    Some(before)
}

/// `ordinary`: the name is a word, too, and a sentence may begin with it: نوى الرجل السفر.
fn before(text: &Text, hit: &Hit, ordinary: bool, licence: &mut Licence) {
    let Some(at) = neighbour_before(text, hit.tokens.start) else {
        licence.weight += if ordinary { 0.0 } else { 0.5 };
        return;
    };
    let token = &text.tokens()[at];
    if token.kind == TokenKind::Break || matches!(text.word(token), "." | "!" | ":") {
        licence.weight += if ordinary { 0.0 } else { 0.4 };
        return;
    }
    if token.kind != TokenKind::Word {
        return;
    }
    let clitic = hit.prefix.conjunction || hit.prefix.preposition.is_some();
    // "town of Marea"
    let of = text.word_at(at) == "of" && at > 0;
    let noun_at = if of { at - 1 } else { at };
    if let Some(noun) = place_words::noun_at(text, noun_at)
        && !noun.possessed
        && (!clitic || noun.noun.several)
        // "المدينة حلب" is no phrase; "العاصمة دمشق" is.
        && (!noun.prefix.article || noun.noun.slug == "capital")
    {
        licence.weight += 4.0;
        licence.noun = Some((noun_at, noun));
        return;
    }
    let word = text.word(token);
    // Folding makes one of "على" and the name "علي": behind a verb of saying it is the name.
    let said = at
        .checked_sub(1)
        .and_then(|i| frame_before(text.word_at(i)))
        .is_some_and(|f| f.why == "speech");
    if !clitic && said && is_given_name(word) {
        licence.weight -= 5.0;
        licence.against = Some("person");
        return;
    }
    if clitic {
        return;
    }
    if let Some(frame) = frame_before(word) {
        licence.weight += frame.weight;
        if frame.weight < 0.0 {
            licence.against = Some(frame.why);
        }
        return;
    }
    if is_given_name(word) {
        licence.weight -= 3.0;
        licence.against = Some("person");
        return;
    }
    // لواء صقور حلب: the head of a longer name stands one word further.
    let head = at
        .checked_sub(1)
        .and_then(|i| frame_before(text.word_at(i)));
    if head.is_some_and(|f| f.why == "organisation") {
        licence.weight -= 3.0;
        licence.against = Some("organisation");
    }
}

fn after(text: &Text, hit: &Hit, latin: bool, licence: &mut Licence) {
    let mut at = hit.tokens.end;
    for _ in 0..2 {
        if matches!(text.word_at(at), "\"" | "'" | ")") {
            at += 1;
        }
    }
    let word = text.word_at(at);
    if latin {
        if let Some(noun) = place_words::noun_at(text, at)
            && licence.noun.is_none()
        {
            licence.weight += 3.0;
            licence.noun = Some((at, noun));
            return;
        }
        if word == "," {
            licence.weight += 0.5;
        }
    }
    if let Some(frame) = frame_after(word) {
        licence.weight += frame.weight;
        if frame.weight < 0.0 {
            licence.against = Some(frame.why);
        }
        return;
    }
    // "كذا في ريف كذا", "كذا بريف كذا"
    let next = if matches!(word, "في" | "in") {
        at + 1
    } else {
        at
    };
    if let Some(noun) = place_words::noun_at(text, next)
        && matches!(
            noun.noun.slug,
            "countryside" | "governorate" | "subdistrict"
        )
        && (next > at || noun.prefix.preposition == Some('ب'))
    {
        licence.weight += 2.0;
    }
}

/// Whether any of the places is a settlement or something in one.
pub fn has_settlement(gazetteer: &Gazetteer, places: &[u32]) -> bool {
    places
        .iter()
        .any(|&p| gazetteer.place(p).kind.class() == Class::Settlement)
}

/// Whether any of the places is a governorate.
pub fn has_governorate(gazetteer: &Gazetteer, places: &[u32]) -> bool {
    places
        .iter()
        .any(|&p| gazetteer.place(p).kind == Kind::Governorate)
}
