//! The reader's own files of places: read here, kept in this browser, laid over the bundled gazetteer.

use super::numerals::{numerals, whole};
use super::screen::Screen;
use super::words::{comma, counted_places, counted_rows, words};
use crate::Gazetteer;
use crate::analysis::Language;
use crate::gazetteer::import::{self, Import, ImportError};
use crate::ui::icon::Icon;
use crate::ui::live::live;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList, HtmlInputElement};

#[wasm_bindgen(module = "/src/ui/shelf.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn all() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn keep(name: &str, bytes: js_sys::Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn forget(name: &str) -> Result<JsValue, JsValue>;
}

/// The bundled gazetteer, and what the reader has laid over it.
#[derive(Clone, Copy)]
pub struct OwnPlaces {
    bundled: StoredValue<Option<Arc<Gazetteer>>>,
    pub files: RwSignal<Vec<Arc<Import>>>,
    /// A sentence where a file could not be read or kept.
    problem: RwSignal<Option<String>>,
}

impl OwnPlaces {
    pub fn none() -> OwnPlaces {
        OwnPlaces {
            bundled: StoredValue::new(None),
            files: RwSignal::new(Vec::new()),
            problem: RwSignal::new(None),
        }
    }

    /// The bundled gazetteer with the files laid over it.
    fn laid(self) -> Option<Arc<Gazetteer>> {
        let bundled = self.bundled.get_value()?;
        Some(self.files.with_untracked(|files| match files.is_empty() {
            true => bundled,
            false => Arc::new(bundled.with_own(files.iter().map(Arc::as_ref))),
        }))
    }
}

/// Lays the files that this browser keeps over the bundled gazetteer, which is on the desk already: reading need not
/// wait for the browser's store.
pub async fn take_from_shelf(screen: Screen, bundled: Arc<Gazetteer>) {
    let own = screen.own_places;
    own.bundled.set_value(Some(bundled));
    // Where the browser keeps nothing, in private windows, there are none.
    let Ok(kept) = all().await else { return };
    let kept = js_sys::Array::from(&kept).to_vec();
    let files = kept.chunks_exact(2).filter_map(|pair| {
        let name = pair[0].as_string().unwrap_or_default();
        let bytes = js_sys::Uint8Array::new(&pair[1]).to_vec();
        import::read(&name, &bytes).ok().map(Arc::new)
    });
    let mut files: Vec<Arc<Import>> = files.collect();
    if files.is_empty() {
        return;
    }
    own.files.update(|added| {
        // What was added meanwhile takes the place of what was kept under its name.
        files.retain(|f| added.iter().all(|a| a.label != f.label));
        added.splice(0..0, files);
    });
    screen.desk.gazetteer.set(own.laid());
}

/// Reads files of places, keeps them, and reads the article again with them.
pub fn add(screen: Screen, list: Option<FileList>) {
    let Some(list) = list else { return };
    for file in (0..list.length()).filter_map(|i| list.get(i)) {
        spawn_local(take_in(screen, file));
    }
}

async fn take_in(screen: Screen, file: File) {
    let own = screen.own_places;
    let language = screen.desk.language.get_untracked();
    let name = file.name();
    let say = move |sentence: &str| {
        own.problem
            .set(Some(format!("{name}: {}", numerals(sentence, language))))
    };
    own.problem.set(None);
    // Before the bytes are asked for: a whole disk image would fill the memory.
    if file.size() > import::LIMIT_BYTES as f64 {
        return say(problem(
            ImportError::TooLarge(file.size() as usize),
            language,
        ));
    }
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
        return say(words(language).file_unreadable);
    };
    let bytes = js_sys::Uint8Array::new(&buffer);
    match import::read(&file.name(), &bytes.to_vec()) {
        Err(error) => say(problem(error, language)),
        Ok(import) => {
            own.files.update(|files| {
                files.retain(|f| f.label != import.label);
                files.push(Arc::new(import));
            });
            screen.desk.gazetteer.set(own.laid());
            if keep(&file.name(), bytes).await.is_err() {
                say(words(language).not_kept);
            }
        }
    }
}

/// Takes a file off the gazetteer and out of the browser.
fn remove(screen: Screen, label: String) {
    let own = screen.own_places;
    own.files.update(|files| files.retain(|f| f.label != label));
    screen.desk.gazetteer.set(own.laid());
    spawn_local(async move {
        // What was never kept cannot be forgotten.
        let _ = forget(&label).await;
    });
}

/// The files, each with what was used of it, and the way to add one.
#[component]
pub fn OwnFiles() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let field = NodeRef::<html::Input>::new();
    let chosen = move |event: web_sys::Event| {
        if let Some(field) = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok())
        {
            add(screen, field.files());
            // So that the same file can be chosen again.
            field.set_value("");
        }
    };
    view! {
        <section class="own">
            <h3>{desk.say(|w| w.own_places)}</h3>
            <p class="hint">{desk.say(|w| w.own_places_help)}</p>
            <ul>{live(move || {
                let language = desk.language.get();
                screen.own_places.files.get().iter().map(|file| line(screen, file, language)).collect_view()
            })}</ul>
            <p class="problem" role="status">{live(move || screen.own_places.problem.get())}</p>
            <button class="button outlined" on:click=move |_| {
                if let Some(field) = field.get_untracked() {
                    field.click();
                }
            }>
                <Icon name="file"/>
                {desk.say(|w| w.add_places)}
            </button>
            <input type="file" hidden multiple node_ref=field accept=".txt,.tsv,.csv,.json,.geojson" on:change=chosen/>
        </section>
    }
}

fn line(screen: Screen, file: &Import, language: Language) -> AnyView {
    let w = words(language);
    let label = file.label.clone();
    let used = if file.places.is_empty() {
        whole(file.names.len() as u64, language)
    } else {
        counted_places(language).with(file.places.len() as u64, language)
    };
    let bad = (file.bad_rows > 0).then(|| {
        let rows: Vec<String> = file
            .bad
            .iter()
            .take(20)
            .map(|b| whole(b.row as u64, language))
            .collect();
        let count = counted_rows(language).with(file.bad_rows as u64, language);
        format!("{count} {} ({})", w.not_used, rows.join(comma(language)))
    });
    view! {
        <li>
            <b dir="auto">{file.label.clone()}</b>
            <span>{used}</span>
            <button class="link" on:click=move |_| remove(screen, label.clone())>{w.remove}</button>
            {bad.map(|bad| view! { <small>{bad}</small> })}
        </li>
    }
    .into_any()
}

fn problem(error: ImportError, language: Language) -> &'static str {
    let w = words(language);
    match error {
        ImportError::Empty => w.places_empty,
        ImportError::TooLarge(_) => w.places_too_large,
        ImportError::Binary => w.places_binary,
        ImportError::Unknown => w.places_unknown,
        ImportError::BrokenJson => w.places_broken,
    }
}
