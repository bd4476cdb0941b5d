//! The state that the views share.

use super::about;
use super::finder::Looked;
use super::numerals::shown_of;
use super::words::{Word, words};
use crate::analysis::{Analysis, Extent, Language};
use crate::share::{Findings, ReadWith};
use crate::tally::Filter;
use crate::{Becomes, Correction, Corrections, Finding, Gazetteer};
use leptos::prelude::*;
use std::sync::Arc;

/// Where the map looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    pub lng: f64,
    pub lat: f64,
    pub zoom: f64,
}

/// The desk: one article, what was read in it, and what the reader points at. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The article that is read; empty on the first visit.
    pub text: RwSignal<String>,
    /// What the reader calls it; while empty, its first words do ([`Desk::name`]).
    pub title: RwSignal<String>,
    /// Where it was published: a name or an address.
    pub source: RwSignal<String>,
    pub date: RwSignal<Option<jiff::civil::Date>>,
    pub corrections: RwSignal<Corrections>,
    /// The corrections as they were before each of the last steps.
    pub past: RwSignal<Vec<Corrections>>,
    /// The corrections as they were before each of the last steps was taken back.
    pub future: RwSignal<Vec<Corrections>>,
    /// What a link brought instead of an article; `text` then holds only the words of it.
    pub findings: RwSignal<Option<Arc<Findings>>>,
    /// What the article was read with before it came here, by a link or a file.
    pub read_before: RwSignal<Option<ReadWith>>,
    /// `None` until the file has arrived.
    pub gazetteer: RwSignal<Option<Arc<Gazetteer>>>,
    /// `None` before the first reading: the first visit's leaf is shown.
    pub analysis: RwSignal<Option<Arc<Analysis>>>,
    /// What that reading was made with; the imprint of it takes as long as a part of the reading.
    pub made_with: Memo<Option<ReadWith>>,
    /// Which events the reader wants to see.
    pub filter: RwSignal<Filter>,
    /// The analysis with only the events that pass the filter: what text, map and lists show.
    pub shown: Memo<Option<Arc<Analysis>>>,
    /// The finding whose note is open.
    pub open: RwSignal<Option<Finding>>,
    /// The finding under the pointer or the keyboard focus.
    pub pointed: RwSignal<Option<Finding>>,
    /// The place of the gazetteer that the reader has looked up.
    pub looked: RwSignal<Option<Looked>>,
    pub language: RwSignal<Language>,
    pub dark: RwSignal<bool>,
    /// Where the map looks now; the map writes it when it has moved, and moves when it is set.
    pub view: RwSignal<Option<View>>,
}

impl Desk {
    /// An empty desk.
    pub fn new(language: Language, dark: bool) -> Desk {
        let analysis = RwSignal::new(None::<Arc<Analysis>>);
        let filter = RwSignal::new(Filter::default());
        Desk {
            text: RwSignal::new(String::new()),
            title: RwSignal::new(String::new()),
            source: RwSignal::new(String::new()),
            date: RwSignal::new(None),
            corrections: RwSignal::new(Corrections::default()),
            past: RwSignal::new(Vec::new()),
            future: RwSignal::new(Vec::new()),
            findings: RwSignal::new(None),
            read_before: RwSignal::new(None),
            gazetteer: RwSignal::new(None),
            analysis,
            made_with: Memo::new(move |_| analysis.with(|a| a.as_ref().map(|a| ReadWith::of(a)))),
            filter,
            shown: Memo::new_with_compare(
                move |_| {
                    let analysis = analysis.get()?;
                    Some(filter.with(|filter| match filter.is_open() {
                        true => analysis,
                        false => Arc::new(filter.sift(&analysis)),
                    }))
                },
                |before, now| {
                    // By identity: comparing two readings word by word would take longer than showing one.
                    let which = |a: Option<&Option<Arc<Analysis>>>| a?.as_ref().map(Arc::as_ptr);
                    which(before) != which(now)
                },
            ),
            open: RwSignal::new(None),
            pointed: RwSignal::new(None),
            looked: RwSignal::new(None),
            language: RwSignal::new(language),
            dark: RwSignal::new(dark),
            view: RwSignal::new(None),
        }
    }

    /// A word of the interface that follows the language.
    pub fn say(self, word: Word) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || word(words(self.language.get()))
    }

    /// How many findings of a class are shown: "٩", or "٤ من ٩" where the filter leaves some out.
    pub fn count(self, of: fn(&Analysis) -> usize) -> String {
        let [shown, all] = [self.shown.get(), self.analysis.get()]
            .map(|analysis| analysis.map_or(0, |analysis| of(&analysis)));
        shown_of(shown, all, self.language.get())
    }

    /// Lays a text on the desk to be read: nothing of the last one stays.
    pub fn lay(self, text: String, corrections: Corrections) {
        self.open.set(None);
        self.pointed.set(None);
        self.view.set(None);
        self.past.set(Vec::new());
        self.future.set(Vec::new());
        self.filter.set(Filter::default());
        self.corrections.set(corrections);
        self.findings.set(None);
        self.read_before.set(None);
        self.title.set(String::new());
        self.source
            .set(about::source_in(&text).unwrap_or_default().to_string());
        self.text.set(text);
    }

    /// What lies here is called: the article's title, or else its first words.
    pub fn name(self) -> String {
        let title = self.title.get();
        // The first words of findings name no article.
        if title.trim().is_empty() && self.findings.with(Option::is_some) {
            return words(self.language.get()).findings_alone.to_string();
        }
        self.text.with(|text| about::name(&title, text))
    }

    /// Clears the desk for a new text.
    pub fn clear(self) {
        self.lay(String::new(), Corrections::default());
    }

    /// Writes down what the reader says of the place at these letters; `None` takes it back.
    pub fn correct(self, start: u32, end: u32, becomes: Option<Becomes>) {
        self.correct_each(&[(start, end)], becomes);
    }

    /// Writes down the same of several places, in one step.
    pub fn correct_each(self, spans: &[(u32, u32)], becomes: Option<Becomes>) {
        self.change(|all| {
            for &(start, end) in spans {
                match becomes.clone() {
                    Some(becomes) => all.put(Correction {
                        start,
                        end,
                        becomes,
                    }),
                    None => all.take_back(start, end, false),
                }
            }
        });
    }

    /// Writes down what these letters tell, an event or none; `None` takes it back.
    pub fn tell_event(self, letters: Extent, becomes: Option<Becomes>) {
        let Extent { start, end } = letters;
        self.change(|all| match becomes {
            Some(becomes) => all.put(Correction {
                start,
                end,
                becomes,
            }),
            None => all.take_back(start, end, true),
        });
    }

    fn change(self, act: impl FnOnce(&mut Corrections)) {
        self.read_before.set(None);
        self.past
            .update(|past| past.push(self.corrections.get_untracked()));
        self.future.set(Vec::new());
        self.corrections.update(act);
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(self.past, self.future);
    }

    /// Takes again the step that was last taken back.
    pub fn redo(self) {
        self.step(self.future, self.past);
    }

    /// Puts the corrections that lie on top of one pile on the desk, and those of the desk on the other.
    fn step(self, from: RwSignal<Vec<Corrections>>, to: RwSignal<Vec<Corrections>>) {
        if let Some(wanted) = from.try_update(Vec::pop).flatten() {
            to.update(|pile| pile.push(self.corrections.get_untracked()));
            self.corrections.set(wanted);
        }
    }
}
