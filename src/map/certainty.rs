//! How sure a place is: always the style of a line, never a percentage.

use crate::analysis::{Mention, Resolution};

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
