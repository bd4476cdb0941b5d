//! The index: every finding in a list. The map shows nothing that is not here.

mod filters;
mod rows;
mod time_line;

pub use rows::list;

use super::margin::bring_into_sight;
use super::screen::{Screen, Tab};
use super::sorting::{Sort, sorted};
use super::words::Word;
use crate::analysis::Analysis;
use crate::tally::Filter;
use crate::ui::live::{Show, follow, live};
use filters::FilterBar;
use leptos::html;
use leptos::prelude::*;
use time_line::TimeLine;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// The tabs over the lists, with their counts.
#[component]
pub fn Tabs() -> impl IntoView {
    let screen = Screen::here();
    let list = NodeRef::<html::Div>::new();
    // Left and right walk through the tabs, in the direction of reading.
    let walk = move |event: KeyboardEvent| {
        let forwards = match (event.key().as_str(), is_rtl()) {
            ("ArrowRight", false) | ("ArrowLeft", true) => true,
            ("ArrowLeft", false) | ("ArrowRight", true) => false,
            _ => return,
        };
        let Some(tab) = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlElement>().ok())
        else {
            return;
        };
        let mut next = if forwards {
            tab.next_element_sibling()
        } else {
            tab.previous_element_sibling()
        };
        while let Some(element) = next {
            if element.get_attribute("role").as_deref() == Some("tab") {
                let element: HtmlElement = element.unchecked_into();
                let _ = element.focus();
                element.click();
                return;
            }
            next = if forwards {
                element.next_element_sibling()
            } else {
                element.previous_element_sibling()
            };
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=screen.desk.say(|w| w.findings) node_ref=list on:keydown=walk>
            <Show when=move || screen.is_phone.get()>{tab(screen, Tab::Text)}</Show>
            {tab(screen, Tab::Events)}
            {tab(screen, Tab::Places)}
            {tab(screen, Tab::Distances)}
            <Show when=move || !screen.is_phone.get()>
                <span class="separator" role="presentation"></span>
                {tab(screen, Tab::NotPlaces)}
            </Show>
        </div>
    }
}

fn is_rtl() -> bool {
    document().body().is_some_and(|body| body.dir() == "rtl")
}

/// How many findings a tab lists.
type Count = fn(&Analysis) -> usize;

fn tab(screen: Screen, tab: Tab) -> impl IntoView {
    let (name, count): (Word, Option<Count>) = match tab {
        Tab::Text => (|w| w.text, None),
        Tab::Events => (|w| w.events, Some(|a| a.events.len())),
        Tab::Places => (|w| w.places, Some(|a| a.mentions.len())),
        Tab::Distances => (|w| w.distances, Some(|a| a.distances.len())),
        Tab::NotPlaces => (|w| w.not_places, Some(|a| a.set_aside.len())),
    };
    let desk = screen.desk;
    let is_selected = move || screen.tab.get() == tab;
    view! {
        <button
            role="tab"
            id=tab_id(tab)
            aria-controls="findings"
            aria-selected=live(move || is_selected().to_string())
            tabindex=live(move || if is_selected() { "0" } else { "-1" })
            on:click=move |_| screen.tab.set(tab)
        >
            {desk.say(name)}
            {count.map(|of| view! {
                <span>{live(move || desk.count(of))}</span>
            })}
        </button>
    }
}

fn tab_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Text => "tab-text",
        Tab::Events => "tab-events",
        Tab::Places => "tab-places",
        Tab::Distances => "tab-distances",
        Tab::NotPlaces => "tab-not-places",
    }
}

/// The tabs and the list under them.
#[component]
pub fn Index() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let panel = NodeRef::<html::Div>::new();
    follow(move || {
        let Some(finding) = desk.open.get() else {
            return;
        };
        let Some(panel) = panel.get_untracked() else {
            return;
        };
        if let Ok(Some(row)) = panel.query_selector(&format!("[data-finding={}]", finding.code())) {
            bring_into_sight(&row);
        }
    });
    view! {
        <section class="index" class:elsewhere=live(move || screen.is_phone.get() && screen.tab.get() == Tab::Text) aria-label=desk.say(|w| w.findings)>
            <Show when=move || !screen.is_phone.get()>
                <div class="index-head"><Tabs/><TimeLine/></div>
            </Show>
            <FilterBar/>
            <div
                class="scroll"
                id="findings"
                role="tabpanel"
                aria-labelledby=live(move || tab_id(screen.tab.get()))
                node_ref=panel
                on:keydown=walk_rows
            >
                {live(move || {
                    let language = desk.language.get();
                    let tab = screen.tab.get();
                    let sort = screen.sort.get();
                    desk.shown.get().map(|analysis| {
                        let whole = desk.filter.with(Filter::is_open);
                        let list = |analysis: &Analysis| rows::list(tab, analysis, whole, language, Some(screen));
                        match sort {
                            Sort::Text => list(&analysis),
                            _ => list(&sorted(&analysis, sort, language)),
                        }
                    })
                })}
            </div>
        </section>
    }
}

/// Up and down walk through the rows.
fn walk_rows(event: KeyboardEvent) {
    let down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let next = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlElement>().ok())
        .and_then(|button| button.closest("tr").ok().flatten())
        .and_then(|row| {
            if down {
                row.next_element_sibling()
            } else {
                row.previous_element_sibling()
            }
        })
        .and_then(|row| row.query_selector("button").ok().flatten());
    if let Some(button) = next {
        event.prevent_default();
        let _ = button.unchecked_into::<HtmlElement>().focus();
    }
}
