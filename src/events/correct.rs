//! What the reader has put right about events: changed, deleted, added.
//!
//! A correction is tied to letters of the text, the trigger's, so that it holds when the article is read anew.

use super::coding::SubType;
use super::scene::Scene;
use super::{merge, tell};
use crate::analysis::{Count, Event, EventDate, Extent};
use crate::article::{Becomes, Bounds, Corrections, Days, EventFacts};
use crate::order;
use crate::text::civil_date::{iso, precision};

/// Sites of the sentence that an added event is looked for at, to either side.
const NEAR: usize = 12;

/// The events as the reader wants them, in the order of their triggers, with ids from 0.
///
/// Facts about letters that are no event's trigger add an event, if they say its sub-type.
pub fn apply(scene: &Scene, corrections: &Corrections, mut events: Vec<Event>) -> Vec<Event> {
    let mut touched = false;
    for (letters, becomes) in corrections.of_events() {
        let at = events.iter().position(|e| letters.is_of(e.trigger));
        match (becomes, at) {
            (Becomes::Event(facts), Some(at)) => put_right(scene, facts, &mut events[at]),
            (Becomes::Event(facts), None) => events.extend(added(scene, facts, letters)),
            (_, Some(at)) => {
                events.remove(at);
            }
            (_, None) => {}
        }
        touched = true;
    }
    if touched {
        order::sort_by_key(&mut events, |e| (e.trigger.start, e.trigger.end));
        for (id, event) in events.iter_mut().enumerate() {
            event.id = id as u32;
        }
    }
    events
}

fn put_right(scene: &Scene, facts: &EventFacts, event: &mut Event) {
    if let Some(sub) = facts.sub_type.as_deref().and_then(SubType::named) {
        event.event_type = sub.event_type().to_string();
        event.sub_type = sub.name().to_string();
    }
    if let Some(places) = &facts.places {
        event.places = mentions(scene, places);
    }
    if let Some(date) = facts.date {
        event.date = date.said().map(stated);
    }
    if let Some(killed) = facts.killed {
        event.killed = killed.said().map(counted);
        event.rival.iter_mut().for_each(|claim| claim.killed = None);
    }
    if let Some(wounded) = facts.wounded {
        event.wounded = wounded.said().map(counted);
        event
            .rival
            .iter_mut()
            .for_each(|claim| claim.wounded = None);
    }
    event
        .rival
        .retain(|claim| claim.killed.is_some() || claim.wounded.is_some());
    event.confidence = 1.0;
    event.edited = true;
}

/// An event of the reader's own, at the place nearest to the letters unless the facts say another.
fn added(scene: &Scene, facts: &EventFacts, letters: Extent) -> Option<Event> {
    facts.sub_type.as_deref().and_then(SubType::named)?;
    let last = scene.text.tokens().last()?.end;
    if letters.start >= letters.end || letters.end > last {
        return None;
    }
    let from = scene.text.token_at(letters.start);
    let to = scene.text.token_at(letters.end - 1) + 1;
    let told = tell::clause(scene, from, to);
    let near = scene
        .around(&scene.sites, from, NEAR, |s| s.from)
        .iter()
        .min_by_key(|site| scene.gap((from, to), (site.from, site.to)));
    let mut event = Event {
        id: 0,
        start: told.start,
        end: told.end,
        text: scene.text.slice(told.start, told.end).to_string(),
        trigger: letters,
        event_type: String::new(),
        sub_type: String::new(),
        places: near
            .map(|s| scene.mentions[s.mention].id)
            .into_iter()
            .collect(),
        actors: Vec::new(),
        killed: None,
        wounded: None,
        date: None,
        source: None,
        confidence: 1.0,
        also: Vec::new(),
        rival: Vec::new(),
        edited: true,
    };
    put_right(scene, facts, &mut event);
    Some(event)
}

/// The mentions at these letters, each place once.
fn mentions(scene: &Scene, places: &[Extent]) -> Vec<u32> {
    let at = |letters: &Extent| {
        let here = |m: &crate::analysis::Mention| (m.start, m.end) == (letters.start, letters.end);
        scene.mentions.iter().position(here)
    };
    let mut out: Vec<usize> = Vec::new();
    for mention in places.iter().filter_map(at) {
        if !out
            .iter()
            .any(|&known| merge::same_place(scene, known, mention))
        {
            out.push(mention);
        }
    }
    out.into_iter().map(|i| scene.mentions[i].id).collect()
}

fn stated(days: Days) -> EventDate {
    let (from, to) = (days.from.min(days.to), days.from.max(days.to));
    EventDate {
        from,
        to,
        precision: precision(from, to),
        text: match from == to {
            true => iso::text(from),
            false => format!("{} – {}", iso::text(from), iso::text(to)),
        },
    }
}

fn counted(bounds: Bounds) -> Count {
    let Bounds { min, max } = bounds;
    let max = max.map(|max| max.max(min));
    Count {
        min,
        max,
        text: match max {
            None => format!("{min}+"),
            Some(max) if max == min => min.to_string(),
            Some(max) => format!("{min}–{max}"),
        },
        acled: min,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Analysis, Event, Extent};
    use crate::article::{
        Article, Becomes, Bounds, Correction, Corrections, Days, EventFacts, Known,
    };
    use crate::{Gazetteer, analyse};
    use jiff::civil::date;

    const TEXT: &str = "قصفت المدفعية بلدة كفرنبل. وقتل ثلاثة أشخاص. وتوجه الأهالي إلى بلدة حاس.";

    fn read(corrections: &[(&str, Becomes)]) -> Analysis {
        let article = Article {
            id: String::new(),
            text: TEXT.into(),
            date: Some(date(2016, 4, 5)),
        };
        let all = corrections.iter().map(|(words, becomes)| {
            let Extent { start, end } = letters(words);
            Correction {
                start,
                end,
                becomes: becomes.clone(),
            }
        });
        analyse(&article, Gazetteer::bundled(), &Corrections(all.collect()))
    }

    fn letters(words: &str) -> Extent {
        let byte = TEXT.find(words).expect("words of the text");
        let start = TEXT[..byte].chars().count() as u32;
        Extent {
            start,
            end: start + words.chars().count() as u32,
        }
    }

    fn one(analysis: &Analysis) -> &Event {
        assert_eq!(analysis.events.len(), 1, "{:#?}", analysis.events);
        &analysis.events[0]
    }

    #[test]
    fn what_is_put_right_stays_and_the_rest_is_as_read() {
        let before = read(&[]);
        let facts = EventFacts {
            sub_type: Some("Air/drone strike".into()),
            places: Some(vec![letters("حاس")]),
            date: Some(Known::Said(Days {
                from: date(2016, 4, 1),
                to: date(2016, 4, 3),
            })),
            killed: Some(Known::Said(Bounds { min: 4, max: None })),
            ..EventFacts::default()
        };
        let after = read(&[("قصفت", Becomes::Event(facts))]);
        let (old, new) = (one(&before), one(&after));
        assert!(new.edited && !old.edited);
        assert_eq!(new.sub_type, "Air/drone strike");
        assert_eq!(new.event_type, "Explosions/Remote violence");
        let place = &after.mentions[new.places[0] as usize];
        assert_eq!((new.places.len(), place.text.as_str()), (1, "حاس"));
        assert_eq!(new.date.as_ref().map(|d| d.precision), Some(2));
        let killed = new.killed.as_ref().expect("a figure");
        assert_eq!(
            (killed.min, killed.max, killed.text.as_str()),
            (4, None, "4+")
        );
        assert_eq!(
            (new.text.as_str(), &new.actors),
            (old.text.as_str(), &old.actors)
        );
    }

    #[test]
    fn a_figure_can_be_taken_away() {
        assert!(one(&read(&[])).killed.is_some());
        let facts = EventFacts {
            killed: Some(Known::Unsaid),
            ..EventFacts::default()
        };
        assert!(
            one(&read(&[("قصفت", Becomes::Event(facts))]))
                .killed
                .is_none()
        );
    }

    #[test]
    fn events_are_deleted_and_told_again() {
        let back = Becomes::Event(EventFacts {
            sub_type: Some("Attack".into()),
            ..EventFacts::default()
        });
        assert!(read(&[("قصفت", Becomes::NoEvent)]).events.is_empty());
        let again = read(&[("قصفت", Becomes::NoEvent), ("قصفت", back)]);
        assert_eq!(one(&again).event_type, "Violence against civilians");
    }

    #[test]
    fn a_selection_becomes_an_event_where_it_stands() {
        let displaced = Becomes::Event(EventFacts {
            sub_type: Some("Other".into()),
            ..EventFacts::default()
        });
        let analysis = read(&[("توجه الأهالي", displaced)]);
        let [_, event] = &analysis.events[..] else {
            panic!("{:#?}", analysis.events);
        };
        assert_eq!((event.id, event.edited), (1, true));
        assert_eq!(event.text, "وتوجه الأهالي إلى بلدة حاس");
        assert_eq!(analysis.mentions[event.places[0] as usize].text, "حاس");
        let nameless = Becomes::Event(EventFacts::default());
        assert_eq!(read(&[("توجه", nameless)]).events.len(), 1);
    }

    #[test]
    fn letters_outside_the_text_do_nothing() {
        let facts = EventFacts {
            sub_type: Some("Other".into()),
            places: Some(vec![Extent {
                start: 900,
                end: 910,
            }]),
            ..EventFacts::default()
        };
        let article = Article {
            text: TEXT.into(),
            ..Article::default()
        };
        for (start, end) in [(900, 910), (5, 5), (9, 2)] {
            let correction = Correction {
                start,
                end,
                becomes: Becomes::Event(facts.clone()),
            };
            let corrections = Corrections(vec![correction]);
            let read = analyse(&article, Gazetteer::bundled(), &corrections);
            assert_eq!(read.events.len(), 1, "{start} to {end}");
        }
    }
}
