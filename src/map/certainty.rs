//! How sure a place is: always the style of a line, never a percentage.

use crate::analysis::{Event, Mention, Resolution};

/// How sure it is where a mention lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Solid.
    Settled,
    /// Dashed: the best of several, or put where the text says.
    Likely,
    /// Dotted.
    Open,
    /// Double: set by the reader.
    Yours,
}

/// From this confidence on, a place of the gazetteer counts as settled.
const SETTLED: f64 = 0.75;
/// Below this one the question is open.
const OPEN: f64 = 0.4;
/// From this confidence on an event counts as settled: on labelled articles nine in ten such are right, and of those
/// between the two three in four.
const EVENT_SETTLED: f64 = 0.7;

impl Certainty {
    pub fn of(mention: &Mention) -> Certainty {
        match mention.resolution {
            Resolution::Manual => Certainty::Yours,
            Resolution::Unresolved => Certainty::Open,
            _ if mention.confidence < OPEN => Certainty::Open,
            Resolution::Stated => Certainty::Likely,
            _ if mention.confidence < SETTLED => Certainty::Likely,
            _ => Certainty::Settled,
        }
    }

    /// How sure it is that an event is read as the article tells it, type and place.
    pub fn of_event(event: &Event) -> Certainty {
        match event.confidence {
            _ if event.edited => Certainty::Yours,
            sure if sure < OPEN => Certainty::Open,
            sure if sure < EVENT_SETTLED => Certainty::Likely,
            _ => Certainty::Settled,
        }
    }

    /// The word that styles, images and classes use.
    pub fn slug(self) -> &'static str {
        match self {
            Certainty::Settled => "settled",
            Certainty::Likely => "likely",
            Certainty::Open => "open",
            Certainty::Yours => "yours",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::sample;

    #[test]
    fn events_are_as_sure_as_they_are_told() {
        let mut event = sample::event(0, "قصفت تدمر", "قصفت");
        event.edited = false;
        for (confidence, certainty) in [
            (0.75, Certainty::Settled),
            (0.62, Certainty::Likely),
            (0.32, Certainty::Open),
        ] {
            event.confidence = confidence;
            assert_eq!(Certainty::of_event(&event), certainty, "{confidence}");
        }
        event.edited = true;
        assert_eq!(Certainty::of_event(&event), Certainty::Yours);
    }
}
