//! What is said when an article was read elsewhere or before, and reads otherwise here and now.

use super::numerals::numerals;
use super::screen::Screen;
use super::words::words;
use crate::share::{Agreement, ReadWith};
use crate::ui::icon::Icon;
use crate::ui::live::{Show, live};
use leptos::prelude::*;

#[component]
pub fn VersionNotice() -> impl IntoView {
    let desk = Screen::here().desk;
    let agreement = Memo::new(move |_| {
        desk.read_before.with(|before| {
            let before = before.as_ref()?;
            desk.made_with
                .with(|now| Some(before.agreement(now.as_ref()?)))
        })
    });
    let sentence = move || {
        let language = desk.language.get();
        let w = words(language);
        let ReadWith {
            engine, gazetteer, ..
        } = desk.read_before.get().unwrap_or_default();
        let said = match agreement.get() {
            Some(Agreement::Other) => w.reads_otherwise,
            _ => w.may_read_otherwise,
        };
        let made_with = format!(
            "{} {gazetteer} · {} {engine}",
            w.gazetteer_version, w.engine_version
        );
        numerals(&format!("{said} ({made_with})"), language)
    };
    view! {
        <Show when=move || matches!(agreement.get(), Some(Agreement::Other | Agreement::Unknown))>
            <div class="notice" role="status">
                <Icon name="warn"/>
                <p>{live(sentence)}</p>
                <button class="button square" aria-label=desk.say(|w| w.close) on:click=move |_| desk.read_before.set(None)>
                    <Icon name="close"/>
                </button>
            </div>
        </Show>
    }
}
