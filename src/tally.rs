//! What the events of an article come to: counts, sums, groups and a filter, for whoever shows them.
//!
//! Every event counts once, however often it is told and however many places and actors it has. Groups may
//! overlap (an event of two actors stands in both), so sums are taken over events, never over groups.

use crate::analysis::{Analysis, Count, Event, EventDate};
use crate::order;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// How many people, at least and at most; no most where a figure is open or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct People {
    pub min: u32,
    pub max: Option<u32>,
}

/// The sums of some events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    pub events: usize,
    pub killed: People,
    pub wounded: People,
    /// Events of violence whose dead the article does not count: the sums leave them out.
    pub uncounted: usize,
}

/// The sums of some events; one that is given twice counts once.
///
/// Of rival figures the lowest is the least and the highest the most: they are about the same people.
pub fn totals<'a>(events: impl IntoIterator<Item = &'a Event>) -> Totals {
    let none = People {
        min: 0,
        max: Some(0),
    };
    let mut sum = Totals {
        events: 0,
        killed: none,
        wounded: none,
        uncounted: 0,
    };
    let mut seen = BTreeSet::new();
    for event in events {
        if !seen.insert(event.id) {
            continue;
        }
        sum.events += 1;
        let killed = people(event, |killed, _| killed);
        let violence = event.event_type != "Strategic developments";
        sum.uncounted += usize::from(violence && killed.is_none());
        add(&mut sum.killed, killed);
        add(&mut sum.wounded, people(event, |_, wounded| wounded));
    }
    sum
}

/// Which of the two figures, killed and wounded, is asked for.
type Which = for<'a> fn(Option<&'a Count>, Option<&'a Count>) -> Option<&'a Count>;

/// One of an event's two figures with those of its rivals.
fn people(event: &Event, which: Which) -> Option<People> {
    let own = which(event.killed.as_ref(), event.wounded.as_ref());
    let rivals = event
        .rival
        .iter()
        .filter_map(|claim| which(claim.killed.as_ref(), claim.wounded.as_ref()));
    own.into_iter()
        .chain(rivals)
        .map(|count| People {
            min: count.min,
            max: count.max,
        })
        .reduce(|a, b| People {
            min: a.min.min(b.min),
            max: a.max.zip(b.max).map(|(a, b)| a.max(b)),
        })
}

fn add(sum: &mut People, more: Option<People>) {
    if let Some(more) = more {
        sum.min = sum.min.saturating_add(more.min);
        sum.max = sum.max.zip(more.max).map(|(a, b)| a.saturating_add(b));
    }
}

/// Events that have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<K> {
    pub key: K,
    /// Ids of its events, in their order.
    pub events: Vec<u32>,
}

/// The events by type, in the order in which the types first appear.
pub fn by_type(events: &[Event]) -> Vec<Group<&str>> {
    grouped(events, |event| vec![event.event_type.as_str()])
}

/// The events by the actors they name (ids of `data/words/actors.tsv`), in the order in which these first appear.
pub fn by_actor(events: &[Event]) -> Vec<Group<&str>> {
    grouped(events, |event| {
        event.actors.iter().map(|actor| actor.id.as_str()).collect()
    })
}

/// The events by their first and last day, earliest first; those without a date last.
pub fn by_date(events: &[Event]) -> Vec<Group<Option<(Date, Date)>>> {
    let days = |date: &EventDate| (date.from, date.to);
    let mut groups = grouped(events, |event| vec![event.date.as_ref().map(days)]);
    order::sort_by_key(&mut groups, |group| (group.key.is_none(), group.key));
    groups
}

fn grouped<'a, K: PartialEq>(
    events: &'a [Event],
    keys: impl Fn(&'a Event) -> Vec<K>,
) -> Vec<Group<K>> {
    let mut groups: Vec<Group<K>> = Vec::new();
    for event in events {
        for key in keys(event) {
            let known = groups.iter().position(|group| group.key == key);
            let at = known.unwrap_or_else(|| {
                groups.push(Group {
                    key,
                    events: Vec::new(),
                });
                groups.len() - 1
            });
            if groups[at].events.last() != Some(&event.id) {
                groups[at].events.push(event.id);
            }
        }
    }
    groups
}

/// Which events are to be shown. What is empty asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Types as ACLED names them.
    pub types: BTreeSet<String>,
    /// Ids of actors; one of them suffices.
    pub actors: BTreeSet<String>,
    /// First and last day; events whose days overlap with them, and no undated ones.
    pub days: Option<(Date, Date)>,
}

impl Filter {
    /// Whether it asks for nothing, so that every event passes.
    pub fn is_open(&self) -> bool {
        *self == Filter::default()
    }

    /// The analysis with only the events that pass; they keep their ids.
    pub fn sift(&self, analysis: &Analysis) -> Analysis {
        let mut sifted = analysis.clone();
        sifted.events.retain(|event| self.lets_pass(event));
        sifted
    }

    /// Chooses these days; all of them if these were chosen.
    pub fn turn_to(&mut self, days: (Date, Date)) {
        self.days = (self.days != Some(days)).then_some(days);
    }

    /// Whether an event is to be shown.
    pub fn lets_pass(&self, event: &Event) -> bool {
        let of_type = self.types.is_empty() || self.types.contains(&event.event_type);
        let by_actor =
            self.actors.is_empty() || event.actors.iter().any(|a| self.actors.contains(&a.id));
        let in_days = self.days.is_none_or(|(from, to)| {
            let date = event.date.as_ref();
            date.is_some_and(|date| date.from <= to && from <= date.to)
        });
        of_type && by_actor && in_days
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{ActorInEvent, Claim, Extent, Role, Source};
    use jiff::civil::date;

    fn event(id: u32, event_type: &str, killed: Option<(u32, Option<u32>)>) -> Event {
        Event {
            id,
            start: 0,
            end: 1,
            text: "ن".into(),
            trigger: Extent { start: 0, end: 1 },
            event_type: event_type.into(),
            sub_type: String::new(),
            places: vec![0, 1],
            actors: Vec::new(),
            killed: killed.map(count),
            wounded: None,
            date: None,
            source: None,
            confidence: 1.0,
            also: vec![Extent { start: 3, end: 4 }],
            rival: Vec::new(),
            edited: false,
        }
    }

    fn count((min, max): (u32, Option<u32>)) -> Count {
        Count {
            min,
            max,
            text: String::new(),
            acled: min,
        }
    }

    fn claimed(killed: (u32, Option<u32>)) -> Claim {
        Claim {
            killed: Some(count(killed)),
            wounded: None,
            source: Source {
                text: "مصدر".into(),
            },
        }
    }

    fn of(event: Event, actors: &[&str], day: Option<i8>) -> Event {
        let days = |day| EventDate {
            from: date(2016, 4, day),
            to: date(2016, 4, day),
            precision: 1,
            text: String::new(),
        };
        let actor = |id: &&str| ActorInEvent {
            id: id.to_string(),
            role: Role::Actor,
            text: id.to_string(),
        };
        Event {
            actors: actors.iter().map(actor).collect(),
            date: day.map(days),
            ..event
        }
    }

    #[test]
    fn nobody_is_counted_twice() {
        let mut first = event(0, "Battles", Some((12, Some(12))));
        first.rival = vec![claimed((17, Some(17))), claimed((15, Some(15)))];
        let second = event(1, "Battles", Some((20, None)));
        let quiet = event(2, "Battles", None);
        let talks = event(3, "Strategic developments", None);
        let sum = totals([&first, &second, &first, &quiet, &talks]);
        assert_eq!((sum.events, sum.uncounted), (4, 1));
        assert_eq!((sum.killed.min, sum.killed.max), (32, None));
        let sum = totals([&first]);
        assert_eq!((sum.killed.min, sum.killed.max), (12, Some(17)));
        assert_eq!((sum.wounded.min, sum.wounded.max), (0, Some(0)));
        assert_eq!(totals([]).events, 0);
    }

    #[test]
    fn groups_keep_every_event_in_its_order() {
        let events = [
            of(event(0, "Battles", None), &["SYR", "IS"], Some(5)),
            of(event(1, "Protests", None), &[], None),
            of(event(2, "Battles", None), &["IS", "IS"], Some(1)),
        ];
        let shape = |groups: Vec<Group<&str>>| {
            let pairs = groups.into_iter().map(|g| (g.key.to_string(), g.events));
            pairs.collect::<Vec<_>>()
        };
        assert_eq!(
            shape(by_type(&events)),
            [("Battles".into(), vec![0, 2]), ("Protests".into(), vec![1])]
        );
        assert_eq!(
            shape(by_actor(&events)),
            [("SYR".into(), vec![0]), ("IS".into(), vec![0, 2])]
        );
        let days: Vec<_> = by_date(&events).into_iter().map(|g| g.events).collect();
        assert_eq!(days, [vec![2], vec![0], vec![1]]);
    }

    #[test]
    fn a_filter_asks_for_all_it_names() {
        let told = of(event(0, "Battles", None), &["SYR"], Some(5));
        let passes = |filter: &Filter| filter.lets_pass(&told);
        assert!(passes(&Filter::default()));
        let mut filter = Filter {
            types: ["Battles".to_string()].into(),
            actors: ["SYR".to_string(), "IS".to_string()].into(),
            days: Some((date(2016, 4, 1), date(2016, 4, 5))),
        };
        assert!(passes(&filter));
        filter.days = Some((date(2016, 4, 6), date(2016, 4, 9)));
        assert!(!passes(&filter));
        filter = Filter {
            types: ["Riots".to_string()].into(),
            ..Filter::default()
        };
        assert!(!passes(&filter));
        filter.turn_to((date(2016, 4, 1), date(2016, 4, 5)));
        filter.turn_to((date(2016, 4, 5), date(2016, 4, 5)));
        assert_eq!(filter.days, Some((date(2016, 4, 5), date(2016, 4, 5))));
        filter.turn_to((date(2016, 4, 5), date(2016, 4, 5)));
        assert_eq!(filter.days, None);
        let undated = event(1, "Battles", None);
        filter = Filter {
            days: Some((date(2016, 1, 1), date(2016, 12, 31))),
            ..Filter::default()
        };
        assert!(!filter.lets_pass(&undated));
    }

    #[test]
    fn what_passes_keeps_its_id() {
        let mut analysis = crate::ui::sample::analysis("ن");
        analysis.events = vec![event(0, "Battles", None), event(1, "Riots", None)];
        let riots = Filter {
            types: ["Riots".to_string()].into(),
            ..Filter::default()
        };
        assert!(Filter::default().is_open() && !riots.is_open());
        let shown = riots.sift(&analysis).events;
        assert_eq!(shown.iter().map(|e| e.id).collect::<Vec<_>>(), [1]);
    }
}
