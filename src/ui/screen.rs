//! How the desk is shown at the moment: what only the views of this page care about.

use super::Desk;
use super::event_draft::EventDraft;
use super::finder::Seeking;
use super::keeping::Keeping;
use super::numerals::numerals;
use super::own_places::OwnPlaces;
use super::pile::Pile;
use super::related::related;
use super::selection::Selected;
use super::sorting::Sort;
use crate::Finding;
use crate::analysis::{Extent, Language};
use leptos::prelude::*;

/// The lists of findings; on the phone the text is one more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Text,
    Events,
    Places,
    Distances,
    NotPlaces,
}

/// Where the phone's sheet rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    Low,
    Middle,
    High,
}

/// Whether the gazetteer is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    OnItsWay,
    Here,
    Failed,
}

/// An event in its form.
#[derive(Debug, Clone, PartialEq)]
pub struct Editing {
    /// The letters of its trigger.
    pub trigger: Extent,
    /// The event as it was when the form was opened.
    pub before: EventDraft,
    pub draft: EventDraft,
}

/// The desk with the state of its views. Cheap to copy; every component finds it in its context.
#[derive(Clone, Copy)]
pub struct Screen {
    pub desk: Desk,
    /// What the reader has typed or pasted on the leaf.
    pub draft: RwSignal<String>,
    /// A sentence for the reader when something could not be read.
    pub problem: RwSignal<Option<String>>,
    pub arrival: RwSignal<Arrival>,
    pub own_places: OwnPlaces,
    pub pile: Pile,
    pub keeping: Keeping,
    /// Whether the list of kept desks is open.
    pub browsing: RwSignal<bool>,
    pub tab: RwSignal<Tab>,
    /// What the lists are sorted by.
    pub sort: RwSignal<Sort>,
    pub rest: RwSignal<Rest>,
    /// Whether the phone's sheet shows the note and not the lists.
    pub note_raised: RwSignal<bool>,
    pub is_phone: RwSignal<bool>,
    pub sharing: RwSignal<bool>,
    pub helping: RwSignal<bool>,
    /// Whether the report is on the page, to be printed.
    pub printing: RwSignal<bool>,
    /// What the search of the gazetteer is open for.
    pub seeking: RwSignal<Option<Seeking>>,
    /// The words selected in the article.
    pub selected: RwSignal<Option<Selected>>,
    /// The event that the reader is putting right, and what stands in its form.
    pub editing: RwSignal<Option<Editing>>,
    /// What lights up with the finding under the pointer.
    pub lit: Memo<Vec<Finding>>,
    /// What belongs with the finding whose note is open.
    pub chosen: Memo<Vec<Finding>>,
}

impl Screen {
    pub fn new(desk: Desk, is_phone: bool) -> Screen {
        let with = move |finding: RwSignal<Option<Finding>>| {
            Memo::new(move |_| {
                let finding = finding.get();
                desk.analysis.with(|analysis| match (finding, analysis) {
                    (Some(finding), Some(analysis)) => related(finding, analysis),
                    _ => Vec::new(),
                })
            })
        };
        Screen {
            desk,
            draft: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
            arrival: RwSignal::new(Arrival::OnItsWay),
            own_places: OwnPlaces::none(),
            pile: Pile::new(desk),
            keeping: Keeping::new(),
            browsing: RwSignal::new(false),
            tab: RwSignal::new(if is_phone { Tab::Text } else { Tab::Events }),
            sort: RwSignal::new(Sort::Text),
            rest: RwSignal::new(Rest::Middle),
            note_raised: RwSignal::new(false),
            is_phone: RwSignal::new(is_phone),
            sharing: RwSignal::new(false),
            helping: RwSignal::new(false),
            printing: RwSignal::new(false),
            seeking: RwSignal::new(None),
            selected: RwSignal::new(None),
            editing: RwSignal::new(None),
            lit: with(desk.pointed),
            chosen: with(desk.open),
        }
    }

    /// The screen that this component stands in.
    pub fn here() -> Screen {
        expect_context()
    }

    /// Opens the note of a finding.
    pub fn open(self, finding: Finding) {
        self.desk.open.set(Some(finding));
    }

    /// Says what could not be read, in the reader's language and numerals.
    pub fn complain(self, sentence: impl FnOnce(Language) -> String) {
        let language = self.desk.language.get_untracked();
        self.problem
            .set(Some(numerals(&sentence(language), language)));
    }

    /// Closes the note.
    pub fn close(self) {
        self.desk.open.set(None);
        self.note_raised.set(false);
    }
}
