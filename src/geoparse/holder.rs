//! The place that the words behind a name put it in: "مستشفى السلام في إدلب", "قرية كذا بريف حماة الشرقي",
//! "Kafr Nabl in Idlib".

use super::evidence::{Evidence, Says, point_of, roughly_km};
use super::place_words;
use super::spot::Naming;
use crate::analysis::MentionKind;
use crate::gazetteer::{Class, Gazetteer, Kind, Place};
use crate::text::Text;

/// How far outside the edge of its town a place may stand that is said to be in it, km.
const BESIDE_KM: f64 = 12.0;
/// How far from the nearest place of a governorate a place may stand that is said to be in it, km: borders of
/// governorates are drawn loosely by the press.
const BORDER_KM: f64 = 12.0;

/// Gives every naming the places that may hold it, by the words behind it.
pub fn find(text: &Text, namings: &mut [Naming]) {
    for index in 1..namings.len() {
        let (before, behind) = namings.split_at_mut(index);
        let (held, holder) = (&mut before[index - 1], &behind[0]);
        if holder.spot.kind == MentionKind::Reference
            || matches!(held.spot.kind, MentionKind::Rural | MentionKind::Reference)
            || !leads_into(text, held, holder)
        {
            continue;
        }
        held.holder = if holder.spot.places.is_empty() {
            holder.host.clone()
        } else {
            holder.spot.places.clone()
        };
    }
}

/// Whether nothing stands between two namings but "في", "بريف", a noun, and what belongs to the first name.
fn leads_into(text: &Text, held: &Naming, holder: &Naming) -> bool {
    let between = held.spot.tokens.end..holder.spot.tokens.start;
    if between.len() > 4 {
        return false;
    }
    let carries_ba = |at: usize, start: u32| {
        let token = &text.tokens()[at];
        token.start < start && text.slice(token.start, start).ends_with('ب')
    };
    let mut bound = carries_ba(holder.spot.tokens.start, holder.spot.start);
    for at in between {
        let word = text.word_at(at);
        if matches!(word, "في" | "in") {
            bound = true;
        } else if let Some(noun) = place_words::noun_at(text, at) {
            bound |= noun.prefix.preposition == Some('ب');
            if !bound || noun.possessed {
                return false;
            }
        } else if bound || !(word == "\"" || place_words::is_definite_adjective(word)) {
            return bound && word == "the";
        }
    }
    bound
}

/// What its being in a holder says of a place.
pub fn speak_of<'a>(gazetteer: &'a Gazetteer, naming: &Naming, place: &Place) -> Evidence<'a> {
    let best = naming.holder.iter().map(|&p| gazetteer.place(p));
    let Some(best) = best.max_by_key(|p| p.importance) else {
        return Evidence::silent(0.0);
    };
    if place.kind.class() == Class::Admin || place.name_ar == best.name_ar {
        return Evidence::silent(0.0);
    }
    let holds = |&p: &u32| holds(gazetteer, gazetteer.place(p), place);
    if naming.holder.iter().any(holds) {
        Evidence::told(2.0, Says::Within(best))
    } else {
        Evidence::told(-4.0, Says::Without(best))
    }
}

/// Whether a place may be said to be in another.
fn holds(gazetteer: &Gazetteer, holder: &Place, place: &Place) -> bool {
    if holder.kind == Kind::Country || place.country != holder.country {
        return place.country == holder.country;
    }
    let capital = |code: &str| matches!(code, "SY-DI" | "SY-RD");
    let same = place.admin1 == holder.admin1 || (capital(&place.admin1) && capital(&holder.admin1));
    let (here, there) = (point_of(place), point_of(holder));
    if roughly_km(here, there) <= holder.radius_km + BESIDE_KM {
        return true;
    }
    // "في حلب" may be the governorate; a governorate's own middle says nothing of its borders.
    let governorate = holder.kind == Kind::Governorate || holder.importance >= 8;
    governorate
        && (same
            || gazetteer.places().iter().any(|p| {
                p.admin1 == holder.admin1
                    && p.kind.class() == Class::Settlement
                    && roughly_km(here, point_of(p)) <= BORDER_KM
            }))
}
