//! The switcher: which of the desk's articles lies on top, where there are several.

use super::live::{Show, live};
use super::numerals::whole;
use super::screen::Screen;
use super::words::words;
use leptos::prelude::*;

#[component]
pub fn Switcher() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let names = Memo::new(move |_| screen.pile.names());
    view! {
        <Show when=move || names.with(|names| names.len() > 1)>
            <nav class="pile" aria-label=desk.say(|w| w.articles)>
                {live(move || {
                    let language = desk.language.get();
                    let top = screen.pile.top.get();
                    let rows = names.get().into_iter().enumerate().map(|(at, name)| {
                        let name = if name.is_empty() { words(language).untitled.to_string() } else { name };
                        view! {
                            <button
                                aria-current=(at == top).then_some("true")
                                on:click=move |_| if at != screen.pile.top.get_untracked() { screen.pile.raise(at) }
                            >
                                <b>{whole(at as u64 + 1, language)}</b>
                                <span dir="auto">{name}</span>
                            </button>
                        }
                    });
                    rows.collect_view()
                })}
            </nav>
        </Show>
    }
}
