//! Small findings for the tests of the screens.

use crate::Article;
use crate::analysis::{
    Analysis, Event, Extent, Mention, MentionKind, Resolution, StatedDistance, Verdict,
};
use crate::{Corrections, Gazetteer};

/// An analysis of `text` that holds nothing.
pub fn analysis(text: &str) -> Analysis {
    let article = Article {
        text: text.into(),
        ..Article::default()
    };
    let nowhere = Gazetteer::new("0".into(), Vec::new(), Vec::new());
    let mut analysis = crate::analyse(&article, &nowhere, &Corrections::default());
    analysis.mentions.clear();
    analysis.distances.clear();
    analysis.events.clear();
    analysis.set_aside.clear();
    analysis
}

/// Where `words` first stand in `text`, in scalars.
fn extent(text: &str, words: &str) -> Extent {
    let byte = text.find(words).expect("the words stand in the text");
    let start = u32::try_from(text[..byte].chars().count()).expect("a short text");
    Extent {
        start,
        end: start + u32::try_from(words.chars().count()).expect("a short text"),
    }
}

/// A settled place.
pub fn mention(id: u32, text: &str, words: &str) -> Mention {
    let Extent { start, end } = extent(text, words);
    Mention {
        id,
        start,
        end,
        text: words.into(),
        kind: MentionKind::Place,
        resolution: Resolution::Gazetteer,
        place: None,
        lat: Some(34.5),
        lon: Some(38.3),
        uncertainty_km: Some(3.0),
        confidence: 0.9,
        geo_precision: Some(1),
        reasons: Vec::new(),
        why: Vec::new(),
        antecedent: None,
        candidates: Vec::new(),
    }
}

/// A distance with no known end.
pub fn distance(id: u32, text: &str, words: &str) -> StatedDistance {
    let Extent { start, end } = extent(text, words);
    StatedDistance {
        id,
        start,
        end,
        text: words.into(),
        km: 70.0,
        km_min: 65.0,
        km_max: Some(75.0),
        approximate: false,
        direction: None,
        from: None,
        border: None,
        to: None,
        measured_km: None,
        measured_bearing: None,
        verdict: Verdict::Unresolved,
        footprint: None,
        lat: None,
        lon: None,
        uncertainty_km: None,
    }
}

/// A clash whose trigger is `words`.
pub fn event(id: u32, text: &str, words: &str) -> Event {
    let trigger = extent(text, words);
    Event {
        id,
        start: trigger.start,
        end: trigger.end,
        text: words.into(),
        trigger,
        event_type: "Battles".into(),
        sub_type: "Armed clash".into(),
        places: Vec::new(),
        actors: Vec::new(),
        killed: None,
        wounded: None,
        date: None,
        source: None,
        confidence: 0.8,
        also: Vec::new(),
        rival: Vec::new(),
        edited: false,
    }
}
