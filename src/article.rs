//! What goes into a reading: the article, and what the reader has put right.

use crate::analysis::Extent;
use jiff::civil::Date;
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
    /// Scalar offsets of the mention, or of an event's trigger, in the original text, end exclusive.
    pub start: u32,
    pub end: u32,
    pub becomes: Becomes,
}

/// What the reader says a mention is, or an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Becomes {
    /// Not a place at all.
    NoPlace,
    /// This entry of the gazetteer.
    Entry(String),
    /// This point, in degrees.
    Point { lat: f64, lon: f64 },
    /// These words tell no event.
    NoEvent,
    /// These words tell an event: one that was read, put right, or one that was not.
    Event(EventFacts),
}

impl Becomes {
    /// Whether it is said of an event, not of a place.
    pub fn is_of_event(&self) -> bool {
        matches!(self, Becomes::NoEvent | Becomes::Event(_))
    }
}

/// What the reader says of an event. What is left out stays as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EventFacts {
    /// ACLED's sub-type, as in [`crate::analysis::Event::sub_type`]; the type follows from it. An added event
    /// needs one, and an event that was read should carry its own, too: then it outlives a later engine
    /// that no longer finds it.
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    pub sub_type: Option<String>,
    /// Where it happened, best first: the letters of mentions.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub places: Option<Vec<Extent>>,
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Known<Days>>,
    #[serde(rename = "k", default, skip_serializing_if = "Option::is_none")]
    pub killed: Option<Known<Bounds>>,
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub wounded: Option<Known<Bounds>>,
}

/// A fact that the article states, or that it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Known<T> {
    Unsaid,
    Said(T),
}

impl<T> Known<T> {
    /// The fact, if it is stated.
    pub fn said(self) -> Option<T> {
        match self {
            Known::Said(fact) => Some(fact),
            Known::Unsaid => None,
        }
    }
}

/// From one civil day to another, both counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    #[serde(with = "crate::text::civil_date::iso")]
    pub from: Date,
    #[serde(with = "crate::text::civil_date::iso")]
    pub to: Date,
}

/// People, at least and at most; no most where the figure is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    pub min: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

impl Corrections {
    /// What the reader has said of the place that the letters from `start` to `end` name.
    pub fn of(&self, start: u32, end: u32) -> Option<&Becomes> {
        self.0
            .iter()
            .rev()
            .find(|c| c.start == start && c.end == end && !c.becomes.is_of_event())
            .map(|c| &c.becomes)
    }

    /// Where the reader puts words, first to last.
    pub fn of_places(&self) -> impl Iterator<Item = (Extent, &Becomes)> {
        let put = |b: &Becomes| matches!(b, Becomes::Entry(_) | Becomes::Point { .. });
        let of_places = self.0.iter().filter(move |c| put(&c.becomes));
        of_places.map(|c| {
            let (start, end) = (c.start, c.end);
            (Extent { start, end }, &c.becomes)
        })
    }

    /// What the reader has said of events, first to last, with the letters it is said of.
    pub fn of_events(&self) -> impl Iterator<Item = (Extent, &Becomes)> {
        let of_events = self.0.iter().filter(|c| c.becomes.is_of_event());
        of_events.map(|c| {
            let (start, end) = (c.start, c.end);
            (Extent { start, end }, &c.becomes)
        })
    }

    /// What the reader has said last of the event with this trigger, and the letters it is said of.
    pub fn of_event(&self, trigger: Extent) -> Option<(Extent, &Becomes)> {
        self.of_events()
            .filter(|&(letters, _)| letters.is_of(trigger))
            .last()
    }

    /// Puts down a correction in place of the one before of the same letters, be it of a place or of an event.
    pub fn put(&mut self, new: Correction) {
        self.take_back(new.start, new.end, new.becomes.is_of_event());
        self.0.push(new);
    }

    /// Takes back what was said of the place, or of the event, at these letters.
    pub fn take_back(&mut self, start: u32, end: u32, of_event: bool) {
        self.0
            .retain(|c| (c.start, c.end, c.becomes.is_of_event()) != (start, end, of_event));
    }
}
