//! The article's by-line: what it is called, where it was published and when. Fields that read as words.

use super::about;
use super::date_field::DateField;
use super::screen::Screen;
use super::switcher::Switcher;
use super::words::Word;
use crate::ui::live::{Show, live};
use leptos::prelude::*;

#[component]
pub fn ByLine() -> impl IntoView {
    let desk = Screen::here().desk;
    let field =
        move |name: Word, value: RwSignal<String>, hint: Box<dyn FnMut() -> String + Send>| {
            view! {
                <label>
                    <span>{desk.say(name)}</span>
                    <input
                        type="text"
                        dir="auto"
                        maxlength="300"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=live(hint)
                        prop:value=live(move || value.get())
                        on:input=move |event| value.set(event_target_value(&event))
                    />
                </label>
            }
            .into_any()
        };
    // What only findings brought along is no title.
    let first_words = move || match desk.findings.with(Option::is_some) {
        true => String::new(),
        false => desk.text.with(|text| about::first_words(text)),
    };
    view! {
        <Show when=move || desk.findings.with(Option::is_some)>
            <p class="alone-note">{desk.say(|w| w.article_not_here)}</p>
        </Show>
        <Switcher/>
        <div class="by">
            {field(|w| w.title, desk.title, Box::new(first_words))}
            {field(|w| w.source, desk.source, Box::new(move || desk.say(|w| w.source_hint)().to_string()))}
            <DateField named=true/>
        </div>
    }
}
