//! What the reader writes into the form of an event, before it is taken over.

use crate::analysis::{Analysis, Count, Event, Extent};
use crate::text::civil_date::iso;
use crate::{Bounds, Days, EventFacts, Known};

/// An event as the fields of its form have it. An empty field says: not stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDraft {
    /// As ACLED names it.
    pub sub_type: String,
    /// The letters of mentions, best first.
    pub places: Vec<Extent>,
    /// First and last day, as date fields write them; without a last day it is the first.
    pub days: [String; 2],
    /// At least and at most; with no most the figure is open.
    pub killed: [String; 2],
    pub wounded: [String; 2],
}

/// Why a draft cannot be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A last day alone, or before the first.
    Days,
    /// No whole number, a most alone, or less than the least.
    People,
}

impl EventDraft {
    /// The form of an event as it stands.
    pub fn of(event: &Event, analysis: &Analysis) -> EventDraft {
        let letters = |id: &u32| {
            let mention = analysis.mentions.iter().find(|m| m.id == *id)?;
            Some(Extent {
                start: mention.start,
                end: mention.end,
            })
        };
        let days = event.date.as_ref();
        EventDraft {
            sub_type: event.sub_type.clone(),
            places: event.places.iter().filter_map(letters).collect(),
            days: days.map_or_else(Default::default, |d| [d.from, d.to].map(iso::text)),
            killed: figures(event.killed.as_ref()),
            wounded: figures(event.wounded.as_ref()),
        }
    }

    /// The facts that the reader has put right: what differs from `before`, over what was put right earlier.
    ///
    /// # Errors
    /// When days or figures are none, or the wrong way round.
    pub fn facts(&self, before: &EventDraft, earlier: EventFacts) -> Result<EventFacts, Flaw> {
        let mut facts = earlier;
        // Always, so that the event outlives an engine that no longer finds it.
        facts.sub_type = Some(self.sub_type.clone());
        if self.places != before.places {
            facts.places = Some(self.places.clone());
        }
        if self.days != before.days {
            facts.date = Some(read_days(&self.days)?);
        }
        if self.killed != before.killed {
            facts.killed = Some(read_people(&self.killed)?);
        }
        if self.wounded != before.wounded {
            facts.wounded = Some(read_people(&self.wounded)?);
        }
        Ok(facts)
    }
}

fn figures(count: Option<&Count>) -> [String; 2] {
    count.map_or_else(Default::default, |count| {
        let most = count.max.map(|most| most.to_string());
        [count.min.to_string(), most.unwrap_or_default()]
    })
}

fn read_days([from, to]: &[String; 2]) -> Result<Known<Days>, Flaw> {
    match (iso::parse(from), iso::parse(to)) {
        (None, None) => Ok(Known::Unsaid),
        (Some(from), None) => Ok(Known::Said(Days { from, to: from })),
        (Some(from), Some(to)) if from <= to => Ok(Known::Said(Days { from, to })),
        _ => Err(Flaw::Days),
    }
}

fn read_people([least, most]: &[String; 2]) -> Result<Known<Bounds>, Flaw> {
    match (read_figure(least)?, read_figure(most)?) {
        (None, None) => Ok(Known::Unsaid),
        (Some(min), max) if max.is_none_or(|max| min <= max) => {
            Ok(Known::Said(Bounds { min, max }))
        }
        _ => Err(Flaw::People),
    }
}

/// A whole number in the digits of either script; none where nothing is written.
fn read_figure(written: &str) -> Result<Option<u32>, Flaw> {
    let western = written.trim().chars().map(|c| match c {
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        _ => c,
    });
    let western: String = western.collect();
    if western.is_empty() {
        return Ok(None);
    }
    western.parse().map(Some).map_err(|_| Flaw::People)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::sample;
    use jiff::civil::date;

    const TEXT: &str = "قصف قرب السخنة وتدمر";

    fn draft() -> EventDraft {
        let mut analysis = sample::analysis(TEXT);
        analysis.mentions.push(sample::mention(0, TEXT, "السخنة"));
        let mut event = sample::event(0, TEXT, "قصف");
        event.places.push(0);
        event.killed = Some(Count {
            min: 300,
            max: None,
            text: "أكثر من 300".into(),
            acled: 300,
        });
        EventDraft::of(&event, &analysis)
    }

    fn changed(change: impl FnOnce(&mut EventDraft)) -> Result<EventFacts, Flaw> {
        let before = draft();
        let mut after = before.clone();
        change(&mut after);
        after.facts(&before, EventFacts::default())
    }

    fn fields(least: &str, most: &str) -> [String; 2] {
        [least.into(), most.into()]
    }

    #[test]
    fn only_what_was_changed_is_a_fact() {
        let facts = changed(|draft| draft.killed = fields("٥", "7")).expect("facts");
        let killed = Some(Known::Said(Bounds {
            min: 5,
            max: Some(7),
        }));
        let expected = EventFacts {
            sub_type: Some("Armed clash".into()),
            killed,
            ..EventFacts::default()
        };
        assert_eq!(facts, expected);
    }

    #[test]
    fn an_emptied_field_says_that_nothing_is_stated() {
        let facts = changed(|draft| draft.killed = fields("", " ")).expect("facts");
        assert_eq!(facts.killed, Some(Known::Unsaid));
        let facts = changed(|draft| draft.days = fields("2016-04-05", "")).expect("facts");
        let day = date(2016, 4, 5);
        assert_eq!(facts.date, Some(Known::Said(Days { from: day, to: day })));
    }

    #[test]
    fn what_was_put_right_earlier_stays() {
        let before = draft();
        let earlier = EventFacts {
            wounded: Some(Known::Unsaid),
            ..EventFacts::default()
        };
        let mut after = before.clone();
        after.places.clear();
        let facts = after.facts(&before, earlier).expect("facts");
        assert_eq!(facts.wounded, Some(Known::Unsaid));
        assert_eq!(facts.places, Some(Vec::new()));
    }

    #[test]
    fn flaws_are_told() {
        let people = |least, most| changed(|draft| draft.killed = fields(least, most));
        for (least, most) in [
            ("7", "5"),
            ("", "5"),
            ("many", ""),
            ("-1", ""),
            ("99999999999", ""),
        ] {
            assert_eq!(people(least, most), Err(Flaw::People), "{least} {most}");
        }
        let days = |from, to| changed(|draft| draft.days = fields(from, to));
        assert_eq!(days("2016-04-05", "2016-04-04"), Err(Flaw::Days));
        assert_eq!(days("", "2016-04-04"), Err(Flaw::Days));
    }
}
