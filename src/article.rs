//! What goes into a reading: the article, and what the reader has put right.

use serde::{Deserialize, Serialize};

/// An article as the reader gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Article {
    /// Any name for it; comes back in the analysis.
    #[serde(default)]
    pub id: String,
    pub text: String,
    /// Publication date: what "أمس" and "بداية الشهر الحالي" count from.
    #[serde(default, with = "crate::text::civil_date::iso::optional")]
    pub date: Option<jiff::civil::Date>,
}

/// Everything the reader has put right in one article, in the order it was done; later ones win.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Corrections(pub Vec<Correction>);

/// One thing put right: what stands at these letters of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// Scalar offsets of the mention in the original text, end exclusive.
    pub start: u32,
    pub end: u32,
    pub becomes: Becomes,
}

/// What the reader says a mention is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Becomes {
    /// Not a place at all.
    NoPlace,
    /// This entry of the gazetteer.
    Entry(String),
    /// This point, in degrees.
    Point { lat: f64, lon: f64 },
}

impl Corrections {
    /// What the reader has said of the letters from `start` to `end`.
    pub fn of(&self, start: u32, end: u32) -> Option<&Becomes> {
        self.0
            .iter()
            .rev()
            .find(|c| c.start == start && c.end == end)
            .map(|c| &c.becomes)
    }
}
