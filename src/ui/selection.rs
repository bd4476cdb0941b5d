//! Words that the reader selects in the article: a place or an event that was not read.

use super::dialog::{dialog_head, dialog_while};
use super::event_kind;
use super::finder::Seeking;
use super::icon::type_symbol;
use super::live::{Show, follow, live};
use super::screen::Screen;
use super::words::words;
use crate::analysis::{Analysis, Extent, Language};
use crate::{Becomes, EventFacts, Finding};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/ui/selection.js")]
extern "C" {
    #[wasm_bindgen(js_name = onSelection)]
    fn on_selection(tell: &Closure<dyn Fn(Vec<f64>)>);
    /// Whether words are selected at this moment.
    #[wasm_bindgen(js_name = isSelecting)]
    pub fn is_selecting() -> bool;
}

/// Half the room that the bar takes, and its height, in CSS pixels.
const HALF: f64 = 96.0;
const HEIGHT: f64 = 60.0;

/// Selected words, without the blanks and marks at their ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Selected {
    pub letters: Extent,
    pub words: String,
    /// Middle and lower edge of their last line on the page, in CSS pixels.
    at: (f64, f64),
}

impl Selected {
    fn of(text: &str, told: &[f64]) -> Option<Selected> {
        let &[start, end, x, y] = told else {
            return None;
        };
        let (start, end) = (start as usize, end as usize);
        let letters: Vec<char> = text
            .chars()
            .skip(start)
            .take(end.saturating_sub(start))
            .collect();
        let first = letters.iter().position(|c| c.is_alphanumeric())?;
        let last = letters.iter().rposition(|c| c.is_alphanumeric())?;
        Some(Selected {
            letters: Extent {
                start: (start + first) as u32,
                end: (start + last + 1) as u32,
            },
            words: letters[first..=last].iter().collect(),
            at: (x, y),
        })
    }
}

/// Keeps `screen.selected` true to the browser's selection, while the article itself lies on the desk.
pub fn keep(screen: Screen) {
    let told = Closure::<dyn Fn(Vec<f64>)>::new(move |told: Vec<f64>| {
        let desk = screen.desk;
        let selected = desk
            .findings
            .with_untracked(Option::is_none)
            .then(|| desk.text.with_untracked(|text| Selected::of(text, &told)));
        let selected = selected.flatten();
        if screen.selected.get_untracked() != selected {
            screen.selected.set(selected);
        }
    });
    on_selection(&told);
    // Lives as long as the page.
    told.forget();
}

/// The bar under selected words, and the dialog of event types.
#[component]
pub fn SelectionBar() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    // What the dialog is about; the selection itself may be gone when it opens.
    let naming = RwSignal::new(None::<Selected>);
    let bar = NodeRef::<leptos::html::Div>::new();
    follow(move || {
        let Some((bar, selected)) = bar.get().zip(screen.selected.get()) else {
            return;
        };
        let size =
            |of: Result<JsValue, JsValue>| of.ok().and_then(|s| s.as_f64()).unwrap_or_default();
        let (width, height) = (size(window().inner_width()), size(window().inner_height()));
        let (x, y) = selected.at;
        let style = web_sys::HtmlElement::style(&bar);
        let _ = style.set_property("left", &format!("{}px", x.min(width - HALF).max(HALF)));
        let _ = style.set_property("top", &format!("{}px", (y + 8.0).min(height - HEIGHT)));
    });
    let place = move |_| {
        if let Some(Selected { letters, words, .. }) = screen.selected.get_untracked() {
            screen.seeking.set(Some(Seeking::Mention {
                start: letters.start,
                end: letters.end,
                words,
            }));
        }
    };
    let dialog = dialog_while(move || naming.with(Option::is_some));
    view! {
        <Show when=move || screen.selected.with(Option::is_some)>
            // The pointer must not take the selection away before the click.
            <div class="selection-bar" role="toolbar" aria-label=desk.say(|w| w.selected_words) node_ref=bar on:pointerdown=|event| event.prevent_default() on:mousedown=|event| event.prevent_default()>
                <button class="button" on:click=place>{desk.say(|w| w.as_place)}</button>
                <button class="button" on:click=move |_| naming.set(screen.selected.get_untracked())>{desk.say(|w| w.as_event)}</button>
            </div>
        </Show>
        <dialog class="dialog kinds" node_ref=dialog aria-labelledby="kinds-name" on:close=move |_| naming.set(None)>
            {dialog_head("kinds-name", move || desk.say(|w| w.what_happened)().to_string(), move || naming.set(None))}
            {live(move || {
                let language = desk.language.get();
                naming.get().map(|selected| kinds(screen, naming, selected, language))
            })}
        </dialog>
    }
}

/// Every type to choose from, under the words that tell it.
fn kinds(
    screen: Screen,
    naming: RwSignal<Option<Selected>>,
    selected: Selected,
    language: Language,
) -> AnyView {
    let letters = selected.letters;
    let kinds = event_kind::all(language)
        .into_iter()
        .map(|(event_type, name, subs)| {
            let rows = subs.into_iter().map(|(sub, name)| {
                view! {
                    <li>
                        <button on:click=move |_| {
                            naming.set(None);
                            tell(screen, letters, sub);
                        }>
                            {name}
                        </button>
                    </li>
                }
            });
            view! {
                <section class=event_kind::shape(event_type)>
                    <h3>{type_symbol(event_type)}{name}</h3>
                    <ul>{rows.collect_view()}</ul>
                </section>
            }
        });
    view! {
        <blockquote class="quote" dir="auto">{selected.words}</blockquote>
        <p class="hint">{words(language).nearest_place}</p>
        <div class="types-of-event">{kinds.collect_view()}</div>
    }
    .into_any()
}

fn tell(screen: Screen, letters: Extent, sub_type: &str) {
    let facts = EventFacts {
        sub_type: Some(sub_type.to_string()),
        ..EventFacts::default()
    };
    screen.desk.tell_event(letters, Some(Becomes::Event(facts)));
    open_soon(screen, move |analysis| {
        let event = analysis.events.iter().find(|e| letters.is_of(e.trigger))?;
        Some(Finding::Event(event.id))
    });
}

/// Opens a finding of the reading that is about to be made.
pub fn open_soon(screen: Screen, find: impl FnOnce(&Analysis) -> Option<Finding> + 'static) {
    request_animation_frame(move || {
        let found = screen
            .desk
            .analysis
            .with_untracked(|a| a.as_ref().and_then(|a| find(a)));
        if let Some(finding) = found {
            screen.open(finding);
        }
    });
}
