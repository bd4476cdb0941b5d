//! Keeping: the desk goes into the browser's own store with each change, and comes back on the next visit.
//!
//! What came by a link or as an example is only lent: it is kept from the first change on, when the link in the
//! address no longer tells what lies on the desk.

use super::link;
use super::screen::Screen;
use super::words::words;
use crate::share::{DeskFile, KeptArticle};
use crate::ui::live::follow;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/ui/keeping.js")]
extern "C" {
    fn fresh_id() -> String;
    #[wasm_bindgen(catch)]
    async fn last() -> Result<JsValue, JsValue>;
    async fn hold(id: &str) -> JsValue;
    #[wasm_bindgen(catch)]
    async fn keep(
        id: &str,
        name: &str,
        articles: u32,
        file: &str,
        draft: &str,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn kept(id: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn list() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn forget_desk(id: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn forget_desks() -> Result<JsValue, JsValue>;
}

/// Where the desk is kept.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// The name of its place in the store.
    pub id: RwSignal<String>,
    /// The articles as they were lent.
    lent: StoredValue<Option<Vec<KeptArticle>>>,
    /// Whether the desk of the last visit has been looked for.
    begun: RwSignal<bool>,
    /// Whether the reader has been told that nothing is kept.
    told: StoredValue<bool>,
}

/// A desk in the list of those that are kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDesk {
    pub id: String,
    pub name: String,
    /// When it was last saved, in milliseconds since 1970.
    pub saved: f64,
    pub articles: u32,
    /// Its length in characters.
    pub length: u32,
}

impl Keeping {
    pub fn new() -> Keeping {
        Keeping {
            id: RwSignal::new(fresh_id()),
            lent: StoredValue::new(None),
            begun: RwSignal::new(false),
            told: StoredValue::new(false),
        }
    }

    /// Turns to a new desk; the one before stays kept as it is.
    pub fn turn(self) {
        self.take(fresh_id());
    }

    fn take(self, id: String) {
        self.lent.set_value(None);
        self.id.set(id.clone());
        spawn_local(async move {
            hold(&id).await;
        });
    }

    /// Does not keep what now lies on the desk until it is changed.
    pub fn lend(self, screen: Screen) {
        self.lent
            .set_value(Some(untrack(move || essence(screen.pile.all()))));
    }
}

/// What a change of is worth keeping: not where the map looks, nor what follows from the rest.
fn essence(mut all: Vec<KeptArticle>) -> Vec<KeptArticle> {
    for article in &mut all {
        article.view = None;
        article.imprint = None;
    }
    all
}

/// Brings the desk of the last visit back, unless the page was opened with a link, and keeps it from then on.
pub fn begin(screen: Screen) {
    let keeping = screen.keeping;
    let is_linked = link::is_there();
    spawn_local(async move {
        let id = match is_linked {
            true => String::new(),
            // Where the browser keeps nothing, in some private windows, there is none.
            false => last()
                .await
                .ok()
                .and_then(|id| id.as_string())
                .unwrap_or_default(),
        };
        let found = match id.is_empty() {
            true => None,
            false => fetched(&id).await,
        };
        let is_untouched = screen.draft.with_untracked(String::is_empty)
            && screen.desk.text.with_untracked(String::is_empty);
        match found {
            Some(found) if is_untouched => {
                keeping.id.set(id);
                lay(screen, found);
            }
            _ => {
                hold(&keeping.id.get_untracked()).await;
            }
        }
        keeping.begun.set(true);
    });
    follow(move || {
        if keeping.begun.get() {
            keep_changes(screen);
        }
    });
}

/// Keeps what has changed on the desk, or on the leaf before there is one.
fn keep_changes(screen: Screen) {
    let keeping = screen.keeping;
    let id = keeping.id.get();
    if screen.desk.findings.with(Option::is_some) {
        return;
    }
    let file = screen.pile.file();
    if let Some(lent) = keeping.lent.get_value() {
        let articles = file.as_ref().map(|file| file.articles.clone());
        if lent == essence(articles.unwrap_or_default()) {
            return;
        }
        keeping.lent.set_value(None);
        link::forget_link();
    }
    let draft = match file {
        Some(_) => String::new(),
        None => screen.draft.get(),
    };
    let name = match file {
        Some(_) => screen.desk.name(),
        None => super::about::first_words(&draft),
    };
    spawn_local(async move {
        let is_desk = file.is_some();
        let articles = file.as_ref().map_or(0, |file| file.articles.len() as u32);
        let file = file.map(|file| file.write()).unwrap_or_default();
        let is_kept = keep(&id, &name, articles, &file, &draft).await.is_ok();
        // What is only typed is still in the reader's hands.
        if is_desk && !is_kept && !keeping.told.get_value() {
            screen.complain(|language| words(language).desk_not_kept.into());
        }
        keeping.told.set_value(is_desk && !is_kept);
    });
}

/// The file and the draft of a kept desk.
struct Found {
    file: String,
    draft: String,
}

async fn fetched(id: &str) -> Option<Found> {
    let record = kept(id).await.ok().filter(JsValue::is_object)?;
    let record = js_sys::Array::from(&record);
    Some(Found {
        file: record.get(0).as_string()?,
        draft: record.get(1).as_string()?,
    })
}

fn lay(screen: Screen, Found { file, draft }: Found) {
    screen.draft.set(draft);
    if file.is_empty() {
        return;
    }
    match DeskFile::read(&file) {
        Ok(file) => screen.pile.lay(file),
        Err(problem) => screen.complain(|language| problem.message(language)),
    }
}

/// Opens a kept desk. One that is open in another tab is opened as a copy: two would write over each other.
pub async fn open(screen: Screen, id: String) {
    let Some(found) = fetched(&id).await else {
        return;
    };
    let is_free = hold(&id).await.is_truthy();
    let keeping = screen.keeping;
    link::forget_link();
    screen.problem.set(None);
    screen.pile.clear();
    if is_free {
        keeping.lent.set_value(None);
        keeping.id.set(id);
    } else {
        keeping.turn();
    }
    lay(screen, found);
}

/// Every desk that this browser keeps, the last saved first; `None` where it keeps nothing.
pub async fn kept_desks() -> Option<Vec<KeptDesk>> {
    let list = js_sys::Array::from(&list().await.ok()?).to_vec();
    let desks = list.chunks_exact(5).map(|desk| KeptDesk {
        id: desk[0].as_string().unwrap_or_default(),
        name: desk[1].as_string().unwrap_or_default(),
        saved: desk[2].as_f64().unwrap_or_default(),
        articles: desk[3].as_f64().unwrap_or_default() as u32,
        length: desk[4].as_f64().unwrap_or_default() as u32,
    });
    Some(desks.collect())
}

/// Forgets a kept desk, or all of them for `None`; what lies on the desk goes too, where it is meant.
pub async fn forget(screen: Screen, id: Option<String>) {
    let keeping = screen.keeping;
    let lies_here = id.is_none() || id.as_ref() == Some(&keeping.id.get_untracked());
    if lies_here {
        link::forget_link();
        screen.draft.set(String::new());
        screen.pile.clear();
        keeping.turn();
    }
    // What was never kept cannot be forgotten.
    let _ = match id {
        Some(id) => forget_desk(&id).await,
        None => forget_desks().await,
    };
}
