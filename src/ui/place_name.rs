//! What the reader calls a place, its kind, and a stated distance.

use super::numerals::{length, numerals};
use super::related;
use super::words::{Words, comma, governorate, wind, words};
use crate::analysis::{
    Analysis, Event, Language, Mention, MentionKind, PlaceName, Reason, StatedDistance, Verdict,
};
use crate::gazetteer::Kind;
use crate::geoparse::border_names;
use crate::map::Certainty;

/// The name of a mention's place: the gazetteer's, else the article's own words.
pub fn of(mention: &Mention, language: Language) -> String {
    mention.place.as_ref().map_or_else(
        || mention.text.clone(),
        |place| named(&place.name_ar, &place.name_en, language),
    )
}

/// The names of an event's places, each once.
pub fn of_event(event: &Event, analysis: &Analysis, language: Language) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let places = event.places.iter();
    for mention in places.filter_map(|id| related::mention(*id, analysis)) {
        let name = of(mention, language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// What a distance is counted from: a place or a border; nothing where the text does not name it.
pub fn origin(
    distance: &StatedDistance,
    from: Option<&Mention>,
    language: Language,
) -> Option<String> {
    let border = distance.border.as_ref().map(|border| {
        let (name_ar, name_en) = border_names(border.country.as_deref());
        named(name_ar, name_en, language)
    });
    border.or_else(|| from.map(|mention| of(mention, language)))
}

/// The one of two names that the language has, else the other.
pub fn named(name_ar: &str, name_en: &str, language: Language) -> String {
    match language {
        Language::Ar if !name_ar.is_empty() => name_ar,
        Language::En if name_en.is_empty() => name_ar,
        _ => name_en,
    }
    .to_string()
}

/// What sort of place a GeoNames feature code names; nothing for a code of no kind of ours.
pub fn feature(code: &str, language: Language) -> Option<&'static str> {
    let kind = Kind::ALL.iter().find(|kind| kind.feature() == code)?;
    Some(match language {
        Language::Ar => kind.name_ar(),
        Language::En => kind.name_en(),
    })
}

/// What sort of place a mention names.
pub fn kind(mention: &Mention, language: Language) -> String {
    let w = words(language);
    match mention.kind {
        MentionKind::Reference => w.is_reference,
        MentionKind::Rural => w.is_rural,
        _ => mention
            .place
            .as_ref()
            .and_then(|p| feature(&p.feature, language))
            .unwrap_or(w.is_place),
    }
    .to_string()
}

/// Kind and governorate of a gazetteer entry: "بلدة، حمص".
pub fn kind_and_governorate(place: &PlaceName, language: Language) -> String {
    join(
        [
            feature(&place.feature, language),
            place
                .admin1
                .as_deref()
                .and_then(|code| governorate(code, language)),
        ],
        language,
    )
}

/// The parts that are there, with the language's comma.
pub fn join<'a>(parts: impl IntoIterator<Item = Option<&'a str>>, language: Language) -> String {
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(comma(language))
}

/// How a mention got its position, in a word.
pub fn how(mention: &Mention, w: &'static Words) -> &'static str {
    use crate::analysis::Resolution;
    match (mention.resolution, Certainty::of(mention)) {
        (Resolution::Manual, _) => w.yours,
        (_, Certainty::Open) => w.open,
        (Resolution::Stated, _) => w.placed_by_text,
        (Resolution::Reference, _) => w.by_reference,
        (_, Certainty::Settled) => w.settled,
        _ => w.likely,
    }
}

/// A distance as stated: "٧٠ كم شرقًا".
pub fn stated(distance: &StatedDistance, language: Language) -> String {
    let wind = distance
        .direction
        .as_deref()
        .and_then(|code| wind(code, language));
    format!(
        "{}{}",
        length(distance.km, language),
        wind.map(|w| format!(" {w}")).unwrap_or_default()
    )
}

/// A line of evidence in the reader's language and numerals.
pub fn reason(reason: &Reason, language: Language) -> String {
    let text = match language {
        Language::Ar => &reason.ar,
        Language::En => &reason.en,
    };
    numerals(text, language)
}

/// What the map says of a stated distance.
pub fn verdict(verdict: Verdict, w: &'static Words) -> &'static str {
    match verdict {
        Verdict::Consistent => w.consistent,
        Verdict::Inconsistent => w.inconsistent,
        Verdict::Placed => w.distance_placed,
        Verdict::Unresolved => w.distance_unresolved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::sample;

    #[test]
    fn a_stated_distance_says_its_direction() {
        let text = "70 كم شرق تدمر";
        let mut distance = sample::distance(0, text, text);
        distance.direction = Some("E".into());
        assert_eq!(stated(&distance, Language::Ar), "٧٠ كم شرقًا");
        assert_eq!(stated(&distance, Language::En), "70 km east");
    }

    #[test]
    fn a_name_falls_back_on_the_other_language() {
        assert_eq!(named("تدمر", "Palmyra", Language::En), "Palmyra");
        assert_eq!(named("تدمر", "", Language::En), "تدمر");
        assert_eq!(named("", "Palmyra", Language::Ar), "Palmyra");
    }
}
