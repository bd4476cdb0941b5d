//! The search of the gazetteer: looks a place up on the map, or puts a mention where the reader says.

use super::dialog::{dialog_head, dialog_while};
use super::live::{Show, follow, live};
use super::numerals::position;
use super::own_places::{self, OwnFiles};
use super::screen::Screen;
use super::selection::open_soon;
use super::words::{governorate, words};
use super::{Desk, place_name};
use crate::analysis::Language;
use crate::gazetteer::{Gazetteer, Place};
use crate::text;
use crate::{Becomes, Finding};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// What the reader looks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Seeking {
    /// Any place, to see it on the map.
    Any,
    /// Where the mention with this span and these words really is.
    Mention { start: u32, end: u32, words: String },
}

/// A place or point that the reader has looked up, for the map to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    pub name: String,
    pub lat: f64,
    pub lon: f64,
}

/// Rows that a search shows.
const ROWS: usize = 12;

#[component]
pub fn Finder() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let dialog = dialog_while(move || screen.seeking.with(Option::is_some));
    let title = move || match screen.seeking.get() {
        Some(Seeking::Mention { words: quoted, .. }) => {
            format!("{} «{quoted}»", desk.say(|w| w.where_is)())
        }
        _ => desk.say(|w| w.find_place)().to_string(),
    };
    view! {
        <dialog
            class="dialog finder"
            node_ref=dialog
            aria-labelledby="finder-name"
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                own_places::add(screen, event.data_transfer().and_then(|data| data.files()));
            }
            on:close=move |_| screen.seeking.set(None)>
            {dialog_head("finder-name", title, move || screen.seeking.set(None))}
            <Show when=move || screen.seeking.with(Option::is_some)>
                <Search/>
            </Show>
        </dialog>
    }
}

#[component]
fn Search() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let asked = RwSignal::new(match screen.seeking.get_untracked() {
        Some(Seeking::Mention { words, .. }) => words,
        _ => String::new(),
    });
    view! {
        <div class="search" on:keydown=walk>
            <input
                // Not of type search: there Escape would empty the field and leave the dialog open.
                type="text"
                role="searchbox"
                enterkeyhint="search"
                autofocus
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                aria-label=desk.say(|w| w.find_place)
                placeholder=desk.say(|w| w.name_or_position)
                prop:value=asked.get_untracked()
                on:input=move |event| asked.set(event_target_value(&event))
            />
            <div role="status">{live(move || results(screen, &asked.get()))}</div>
        </div>
        <OwnFiles/>
        <p class="hint">{live(move || desk.gazetteer.with(|g| g.as_ref().map(|g| about(g, desk.language.get()))))}</p>
    }
}

/// Up and down walk through the results; Enter in the field takes the first.
fn walk(event: KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Enter" => 0,
        _ => return,
    };
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
        return;
    };
    let row = target.closest("li").ok().flatten();
    let next = match (&row, step) {
        (None, -1) => return,
        (None, _) => document()
            .query_selector(".search li button")
            .ok()
            .flatten(),
        // Enter on a row is the button's own.
        (Some(_), 0) => return,
        (Some(row), 1) => row
            .next_element_sibling()
            .and_then(|li| li.first_element_child()),
        (Some(row), _) => match row.previous_element_sibling() {
            Some(li) => li.first_element_child(),
            None => document().query_selector(".search input").ok().flatten(),
        },
    };
    if let Some(next) = next {
        event.prevent_default();
        let next: HtmlElement = next.unchecked_into();
        if step == 0 {
            next.click();
        } else {
            let _ = next.focus();
        }
    }
}

/// The places whose names fit, and the point that was written.
fn results(screen: Screen, asked: &str) -> AnyView {
    let desk = screen.desk;
    let language = desk.language.get();
    let w = words(language);
    let point = text::position::read(asked).map(|(lat, lon)| {
        let looked = Looked {
            name: w.this_point.to_string(),
            lat,
            lon,
        };
        row(
            screen,
            looked,
            "",
            String::new(),
            Becomes::Point { lat, lon },
            language,
        )
    });
    let places = desk.gazetteer.with(|gazetteer| {
        let Some(gazetteer) = gazetteer.as_ref().filter(|_| point.is_none()) else {
            return Vec::new();
        };
        let found = gazetteer.find(asked, ROWS);
        let places = found.iter().map(|f| gazetteer.place(f.place));
        places
            .map(|p| place_row(screen, p, gazetteer, language))
            .collect()
    });
    if point.is_none() && places.is_empty() {
        let is_blank = asked.trim().is_empty();
        return view! { <p class="empty">{(!is_blank).then_some(w.nothing_found)}</p> }.into_any();
    }
    view! { <ul>{point}{places}</ul> }.into_any()
}

fn place_row(screen: Screen, place: &Place, gazetteer: &Gazetteer, language: Language) -> AnyView {
    let looked = Looked {
        name: place_name::named(&place.name_ar, &place.name_en, language),
        lat: place.lat,
        lon: place.lon,
    };
    let about = place_name::join(
        [
            Some(match language {
                Language::Ar => place.kind.name_ar(),
                Language::En => place.kind.name_en(),
            }),
            governorate(&place.admin1, language)
                .or_else(|| (!place.is_syrian()).then_some(place.country.as_str())),
        ],
        language,
    );
    let other = match language {
        Language::Ar => &place.name_en,
        Language::En => &place.name_ar,
    };
    let credit = gazetteer.sources().get(usize::from(place.source));
    let source = credit.map(|c| c.replace("own knowledge", words(language).own_knowledge));
    let source = source.unwrap_or_default();
    row(
        screen,
        looked,
        other,
        format!("{about} · {source}"),
        Becomes::Entry(place.id.clone()),
        language,
    )
}

/// A row that does with a place what the reader is here for.
fn row(
    screen: Screen,
    looked: Looked,
    other: &str,
    about: String,
    becomes: Becomes,
    language: Language,
) -> AnyView {
    let where_ = position(looked.lat, looked.lon, None, language);
    let name = looked.name.clone();
    view! {
        <li>
            <button on:click=move |_| take(screen, looked.clone(), becomes.clone())>
                <b dir="auto">{name}</b>
                <span dir="auto">{other.to_string()}</span>
                <bdi>{where_}</bdi>
                <small>{about}</small>
            </button>
        </li>
    }
    .into_any()
}

/// Puts the mention there, or shows the place.
fn take(screen: Screen, looked: Looked, becomes: Becomes) {
    match screen.seeking.get_untracked() {
        Some(Seeking::Mention { start, end, .. }) => {
            screen.desk.correct(start, end, Some(becomes));
            open_soon(screen, move |analysis| {
                let mention = analysis
                    .mentions
                    .iter()
                    .find(|m| (m.start, m.end) == (start, end))?;
                Some(Finding::Mention(mention.id))
            });
        }
        _ => screen.desk.looked.set(Some(looked)),
    }
    screen.seeking.set(None);
}

/// What the gazetteer is: how many places, and which version.
fn about(gazetteer: &Gazetteer, language: Language) -> String {
    let counted =
        super::words::counted_places(language).with(gazetteer.places().len() as u64, language);
    format!(
        "{counted} · {} {}",
        words(language).gazetteer_version,
        gazetteer.version()
    )
}

/// Forgets what was looked up when the reader turns to something else.
pub fn forget_looked(desk: Desk) {
    follow(move || {
        desk.open.track();
        desk.text.track();
        desk.looked.set(None);
    });
}
