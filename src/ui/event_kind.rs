//! What the reader sees of an event's type: a shape, a colour and a name.

use crate::analysis::{Analysis, Event, Language, Mention, Resolution};
use crate::text::word_list;

const NAMES: &str = include_str!("../../data/words/event_names.tsv");

/// The name of a type's shape and colour in the style sheets and symbols.
pub fn shape(event_type: &str) -> &'static str {
    match event_type {
        "Battles" => "battle",
        "Explosions/Remote violence" => "blast",
        "Violence against civilians" => "civilians",
        "Protests" => "protest",
        "Riots" => "riot",
        _ => "strategic",
    }
}

/// The name of a sub-type, or of the type where `sub_type` is empty; ACLED's own word where the table has none.
pub fn name(event_type: &str, sub_type: &str, language: Language) -> String {
    word_list::rows(NAMES)
        .find(|row| row[0] == event_type && row[1] == sub_type)
        .map_or_else(
            || {
                if sub_type.is_empty() {
                    event_type
                } else {
                    sub_type
                }
                .to_string()
            },
            |row| match language {
                Language::Ar => row[2].to_string(),
                Language::En => row[3].to_string(),
            },
        )
}

/// A type or a sub-type: as ACLED names it, and its name for the reader.
type Named = (&'static str, &'static str);

/// Every type with its sub-types.
pub fn all(language: Language) -> Vec<(&'static str, &'static str, Vec<Named>)> {
    let mut types: Vec<(&str, &str, Vec<Named>)> = Vec::new();
    for row in word_list::rows(NAMES) {
        let name = match language {
            Language::Ar => row[2],
            Language::En => row[3],
        };
        match types.last_mut() {
            Some((_, _, subs)) if !row[1].is_empty() => subs.push((row[1], name)),
            _ => types.push((row[0], name, Vec::new())),
        }
    }
    types
}

/// The mention that an event stands on: the first of its places that has a position.
pub fn ground<'a>(event: &Event, analysis: &'a Analysis) -> Option<&'a Mention> {
    event
        .places
        .iter()
        .filter_map(|id| analysis.mentions.iter().find(|m| m.id == *id))
        .find(|m| m.lat.is_some())
}

/// Whether the symbol is filled: the event stands on a named place, not on an area or a stated position.
pub fn is_exact(event: &Event, analysis: &Analysis) -> bool {
    ground(event, analysis).is_some_and(|m| {
        m.geo_precision.is_none_or(|p| p == 1)
            && matches!(
                m.resolution,
                Resolution::Gazetteer | Resolution::Reference | Resolution::Manual
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_known_type_in_both_languages() {
        for row in word_list::rows(NAMES) {
            assert_eq!(row.len(), 4, "{row:?}");
            assert!(
                row[2].contains(|c| matches!(c, '\u{600}'..='\u{6ff}')) && row[3].is_ascii(),
                "{row:?}"
            );
            assert!(
                row[0] == "Strategic developments" || shape(row[0]) != "strategic",
                "{row:?}"
            );
        }
    }

    #[test]
    fn every_sub_type_that_can_be_chosen_is_one_of_acled() {
        let all = all(Language::En);
        let subs: Vec<_> = all.iter().flat_map(|(_, _, subs)| subs).collect();
        assert_eq!((all.len(), subs.len()), (6, 25));
        for (sub, _) in subs {
            assert!(crate::events::event_type(sub).is_some(), "{sub}");
        }
    }

    #[test]
    fn unknown_sub_types_keep_their_own_name() {
        assert_eq!(name("Battles", "Armed clash", Language::Ar), "اشتباك مسلح");
        assert_eq!(name("Battles", "", Language::En), "Battles");
        assert_eq!(name("Battles", "New kind", Language::Ar), "New kind");
    }
}
