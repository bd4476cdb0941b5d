//! The leaf of the first visit: an invitation, and a place to paste.

use super::arrival::fetch_gazetteer;
use super::date_field::{DateField, today};
use super::example::{Example, examples};
use super::file::{open_dropped, open_files, read_draft};
use super::icon::Icon;
use super::screen::{Arrival, Screen};
use crate::text::InputProblem;
use crate::text::input::LIMIT_BYTES;
use crate::ui::live::{Show, live};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, HtmlInputElement};

#[component]
pub fn Leaf() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let dropping = RwSignal::new(false);
    // Not for what a link or the last visit has laid down already, and waits for the gazetteer.
    if desk.date.get_untracked().is_none() && desk.text.with_untracked(String::is_empty) {
        desk.date.set(today());
    }
    let drop = move |event: DragEvent| {
        dropping.set(false);
        open_dropped(screen, &event);
    };
    view! {
        <main
            class="leaf"
            class:dropping=live(move || dropping.get())
            on:dragover=move |event| {
                event.prevent_default();
                dropping.set(true);
            }
            on:dragleave=move |_| dropping.set(false)
            on:drop=drop
        >
            <h1>{desk.say(|w| w.invitation)}</h1>
            <p class="lead">{desk.say(|w| w.lead)}</p>
            <PasteArea/>
            <div class="given">
                <span>{desk.say(|w| w.publication_date)}</span>
                <DateField/>
                <span class="hint">{desk.say(|w| w.date_helps)}</span>
            </div>
            <Examples/>
            <p class="vow">
                <Icon name="lock"/>
                <span><b>{desk.say(|w| w.vow)}</b>" "{desk.say(|w| w.vow_rest)}" "<a href="privacy.html">{desk.say(|w| w.how_so)}</a></span>
            </p>
        </main>
    }
}

/// Where the text goes. Pasting reads it at once.
#[component]
fn PasteArea() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let area = NodeRef::<html::Textarea>::new();
    let file = NodeRef::<html::Input>::new();
    let waits =
        move || desk.text.with(|text| !text.is_empty()) && desk.gazetteer.with(Option::is_none);
    area.on_load(|area| {
        let _ = area.focus();
    });
    let paste = move |event: ClipboardEvent| {
        let length = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok())
            .map_or(0, |text| text.len());
        if length > LIMIT_BYTES {
            // Laid out in a field, it would hold the browser up for many seconds.
            event.prevent_default();
            screen.complain(|language| InputProblem::TooLong(length).message(language));
            return;
        }
        // The pasted text is in the field only after the event.
        set_timeout(
            move || {
                if let Some(area) = area.try_get_untracked().flatten() {
                    screen.draft.set(area.value());
                    read_draft(screen);
                }
            },
            std::time::Duration::ZERO,
        );
    };
    let chosen = move |event: web_sys::Event| {
        let Some(field) = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        open_files(screen, field.files());
        // So that the same file can be chosen again.
        field.set_value("");
    };
    view! {
        <div class="paste">
            <textarea
                node_ref=area
                // An empty field keeps the direction of the page, for its hint.
                dir=live(move || screen.draft.with(|draft| (!draft.is_empty()).then_some("auto")))
                aria-label=desk.say(|w| w.your_text)
                placeholder=desk.say(|w| w.paste_here)
                spellcheck="false"
                autocomplete="off"
                prop:value=live(move || screen.draft.get())
                on:input=move |event| screen.draft.set(event_target_value(&event))
                on:paste=paste
            ></textarea>
            <div class="row">
                <button class="button solid" on:click=move |_| read_draft(screen)>{desk.say(|w| w.read)}</button>
                <button class="button outlined" on:click=move |_| {
                    if let Some(file) = file.get_untracked() {
                        file.click();
                    }
                }>
                    {desk.say(|w| w.open_file)}
                </button>
                <input type="file" hidden multiple node_ref=file accept=".txt,.html,.htm,.md,.json,text/plain,text/html,text/markdown,application/json" on:change=chosen/>
                <span class="hint">{desk.say(|w| w.file_kinds)}</span>
            </div>
        </div>
        <div role="status" class="said">
            {live(move || screen.problem.get().map(|problem| view! { <p class="problem"><Icon name="warn"/>{problem}</p> }))}
            <Show when=move || waits() && screen.arrival.get() == Arrival::OnItsWay>
                <p class="hint">{desk.say(|w| w.loading)}</p>
            </Show>
            <Show when=move || screen.arrival.get() == Arrival::Failed>
                <p class="problem">
                    <Icon name="warn"/>
                    <span>{desk.say(|w| w.loading_failed)}</span>
                    <button class="link" on:click=move |_| fetch_gazetteer(screen)>{desk.say(|w| w.try_again)}</button>
                </p>
            </Show>
        </div>
    }
}

#[component]
fn Examples() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let line = move |example: &'static Example| {
        view! {
            <li>
                <button on:click=move |_| {
                    screen.problem.set(None);
                    screen.keeping.turn();
                    desk.date.set(Some(example.date));
                    desk.lay(example.text.trim().to_string(), Default::default());
                    screen.keeping.lend(screen);
                }>
                    <b>{example.name}</b>
                    <span>{example.about}</span>
                    <Icon name="right" mirrored=true/>
                </button>
            </li>
        }
    };
    view! {
        <section class="examples">
            <h2>{desk.say(|w| w.or_example)}</h2>
            <ul>{live(move || examples(desk.language.get()).iter().map(line).collect_view())}</ul>
        </section>
    }
}
