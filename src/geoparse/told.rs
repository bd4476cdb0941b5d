//! Places that the reader shows in the text where none was read.

use super::Spot;
use super::spot::Naming;
use crate::analysis::{Extent, MentionKind, SetAside};
use crate::gazetteer::Gazetteer;
use crate::order;
use crate::text::Text;
use crate::{Becomes, Corrections};

/// Adds a naming for every correction that puts words at a place, where these words are no naming yet.
///
/// The reader's word goes before the engine's: what overlaps with it is read no more. Where two of the reader's own
/// overlap, the later one stays.
pub fn add(
    text: &Text,
    gazetteer: &Gazetteer,
    corrections: &Corrections,
    namings: &mut Vec<Naming>,
    set_aside: &mut Vec<SetAside>,
) {
    let Some(last) = text.tokens().last().map(|token| token.end) else {
        return;
    };
    for (Extent { start, end }, becomes) in corrections.of_places() {
        let is_naming = |n: &Naming| (n.spot.start, n.spot.end) == (start, end);
        if start >= end || end > last || namings.iter().any(is_naming) {
            continue;
        }
        let places = match becomes {
            Becomes::Entry(id) => gazetteer.index_of(id).into_iter().collect(),
            _ => Vec::new(),
        };
        let spot = Spot {
            tokens: text.token_at(start)..text.token_at(end - 1) + 1,
            start,
            end,
            kind: MentionKind::Place,
            places,
        };
        namings.retain(|n| {
            n.spot.tokens.end <= spot.tokens.start || spot.tokens.end <= n.spot.tokens.start
        });
        set_aside.retain(|s| s.end <= start || end <= s.start);
        namings.push(Naming::of(spot));
    }
    // Also where as many were taken out as came in.
    if !namings.is_sorted_by_key(|n| n.spot.tokens.start) {
        order::sort_by_key(namings, |n| n.spot.tokens.start);
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Analysis, Resolution};
    use crate::{Article, Becomes, Correction, Corrections, Gazetteer, analyse};

    const TEXT: &str = "قصفت طائرات تلة الزعرور غرب مدينة تدمر. ومرت القافلة من هناك.";

    fn read(corrections: &[(&str, Becomes)]) -> Analysis {
        let correction = |(words, becomes): &(&str, Becomes)| {
            let before = TEXT.split(words).next().expect("words").chars().count();
            Correction {
                start: before as u32,
                end: (before + words.chars().count()) as u32,
                becomes: becomes.clone(),
            }
        };
        let article = Article {
            text: TEXT.into(),
            ..Article::default()
        };
        let corrections = Corrections(corrections.iter().map(correction).collect());
        analyse(&article, Gazetteer::bundled(), &corrections)
    }

    fn named(analysis: &Analysis) -> Vec<&str> {
        analysis.mentions.iter().map(|m| m.text.as_str()).collect()
    }

    const POINT: Becomes = Becomes::Point {
        lat: 34.6,
        lon: 38.1,
    };

    #[test]
    fn words_that_were_not_read_become_a_place() {
        let before = read(&[]);
        assert!(!named(&before).contains(&"هناك"));
        let after = read(&[("هناك", POINT)]);
        let mention = after.mentions.last().expect("a mention");
        assert_eq!((mention.text.as_str(), mention.lat), ("هناك", Some(34.6)));
        assert_eq!(mention.resolution, Resolution::Manual);
        assert_eq!(after.mentions.len(), before.mentions.len() + 1);
        let ids = after.mentions.iter().map(|m| m.id);
        assert!(ids.eq(0..after.mentions.len() as u32));
    }

    #[test]
    fn an_event_stands_on_what_the_reader_shows() {
        let after = read(&[("تلة الزعرور", POINT)]);
        let event = &after.events[0];
        let place = &after.mentions[event.places[0] as usize];
        assert_eq!(place.text, "تلة الزعرور");
    }

    #[test]
    fn the_readers_words_go_before_the_engines() {
        let after = read(&[("مدينة تدمر", POINT)]);
        assert!(named(&after).contains(&"مدينة تدمر"));
        assert!(!named(&after).contains(&"تدمر"), "{:?}", named(&after));
        let twice = read(&[("ومرت القافلة", POINT), ("القافلة من", POINT)]);
        assert!(named(&twice).contains(&"القافلة من"));
        assert!(!named(&twice).contains(&"ومرت القافلة"));
    }

    #[test]
    fn where_one_goes_and_one_comes_they_stay_in_order() {
        let article = Article {
            text: "قصفت طائرات تدمر ثم حمص.".into(),
            ..Article::default()
        };
        let wider = Correction {
            start: 5,
            end: 16,
            becomes: POINT,
        };
        let corrections = Corrections(vec![wider]);
        let after = analyse(&article, Gazetteer::bundled(), &corrections);
        assert_eq!(named(&after), ["طائرات تدمر", "حمص"]);
    }

    #[test]
    fn what_says_no_place_adds_none() {
        let before = read(&[]);
        let after = read(&[("هناك", Becomes::NoPlace)]);
        assert_eq!(named(&after), named(&before));
        let correction = |start, end| Correction {
            start,
            end,
            becomes: POINT,
        };
        let article = Article {
            text: TEXT.into(),
            ..Article::default()
        };
        let beyond = Corrections(vec![
            correction(900, 905),
            correction(7, 7),
            correction(9, 3),
        ]);
        let read = analyse(&article, Gazetteer::bundled(), &beyond);
        assert_eq!(read.mentions.len(), before.mentions.len());
    }
}
