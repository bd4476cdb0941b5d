//! The third room: which words name places, and where those places are.

pub mod distance;
mod lexicon;

use crate::analysis::MentionKind;
use std::ops::Range;

/// A name or a description of a place in the text, before it is known where the place is.
#[derive(Debug, Clone)]
pub struct Spot {
    /// The tokens of the name itself, its clitics included, a generic noun before it not.
    pub tokens: Range<usize>,
    /// Scalar offsets of the name in the original, behind its conjunction and preposition.
    pub start: u32,
    pub end: u32,
    pub kind: MentionKind,
    /// Places of the gazetteer that bear the name.
    pub places: Vec<u32>,
}
