//! The order of the lists: that of the text, or by place, kind or date.

use super::place_name;
use super::related;
use crate::analysis::{Analysis, Language};
use crate::order::sort_by_key;

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The order in which the text tells.
    #[default]
    Text,
    Place,
    Kind,
    Date,
}

/// The same findings, with their ids, in another order; what is alike keeps the order of the text, and what has no place
/// or no date comes last.
pub fn sorted(analysis: &Analysis, by: Sort, language: Language) -> Analysis {
    let mut sorted = analysis.clone();
    let place = |id: Option<u32>| {
        let mention = id.and_then(|id| related::mention(id, analysis));
        let name = mention.map(|m| place_name::of(m, language));
        (name.is_none(), name)
    };
    match by {
        Sort::Text => {}
        Sort::Place => {
            sort_by_key(&mut sorted.events, |e| place(e.places.first().copied()));
            sort_by_key(&mut sorted.mentions, |m| place_name::of(m, language));
            sort_by_key(&mut sorted.distances, |d| place(d.from));
        }
        Sort::Kind => {
            sort_by_key(&mut sorted.events, |e| {
                (e.event_type.clone(), e.sub_type.clone())
            });
            sort_by_key(&mut sorted.mentions, |m| place_name::kind(m, language));
        }
        Sort::Date => sort_by_key(&mut sorted.events, |e| {
            let days = e.date.as_ref().map(|date| (date.from, date.to));
            (days.is_none(), days)
        }),
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::fixture::analysis;
    use Language::Ar;

    #[test]
    fn the_texts_own_order_is_left_alone() {
        assert_eq!(sorted(&analysis(), Sort::Text, Ar), analysis());
    }

    #[test]
    fn every_finding_stays_and_keeps_its_id() {
        for by in [Sort::Place, Sort::Kind, Sort::Date] {
            let sorted = sorted(&analysis(), by, Ar);
            let mut ids: Vec<_> = sorted.events.iter().map(|e| e.id).collect();
            ids.sort_unstable();
            assert_eq!(
                ids,
                analysis().events.iter().map(|e| e.id).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn events_without_a_date_come_last() {
        let mut undated = analysis();
        undated.events[0].date = None;
        undated.events[1].date = Some(crate::analysis::EventDate {
            from: jiff::civil::date(2016, 4, 1),
            to: jiff::civil::date(2016, 4, 1),
            precision: 1,
            text: String::new(),
        });
        let sorted = sorted(&undated, Sort::Date, Ar);
        assert_eq!(sorted.events[0].id, undated.events[1].id);
        assert!(sorted.events.last().is_some_and(|e| e.date.is_none()));
    }

    #[test]
    fn places_are_sorted_by_the_name_that_is_shown() {
        let sorted = sorted(&analysis(), Sort::Place, Ar);
        let names: Vec<_> = sorted
            .mentions
            .iter()
            .map(|m| place_name::of(m, Ar))
            .collect();
        assert!(names.is_sorted(), "{names:?}");
    }
}
