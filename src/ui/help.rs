//! The help: what the marks mean, how sure they are, the keys, and what not to take for granted.

use super::dialog::{dialog_head, dialog_while};
use super::icon::line_sample;
use super::screen::Screen;
use super::words::{Word, words};
use crate::map::Certainty;
use crate::ui::live::{Show, live};
use leptos::prelude::*;

/// Keys, and what each does.
const KEYS: [(&str, Word); 8] = [
    ("↑ ↓", |w| w.key_arrows),
    ("Enter", |w| w.key_enter),
    ("Esc", |w| w.key_escape),
    ("/", |w| w.find_place),
    ("Ctrl Z", |w| w.undo_last),
    ("C", |w| w.key_copy),
    ("+ −", |w| w.key_zoom),
    ("?", |w| w.help),
];

#[component]
pub fn Help() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let dialog = dialog_while(move || screen.helping.get());
    view! {
        <dialog class="dialog help" node_ref=dialog aria-labelledby="help-name" on:close=move |_| screen.helping.set(false)>
            {dialog_head("help-name", move || desk.say(|w| w.how_to_read)().to_string(), move || screen.helping.set(false))}
            <Show when=move || screen.helping.get()>
                {live(move || content(screen))}
            </Show>
        </dialog>
    }
}

fn content(screen: Screen) -> AnyView {
    let w = words(screen.desk.language.get());
    let lines = [
        (Certainty::Settled, w.settled, w.settled_means),
        (Certainty::Likely, w.likely, w.likely_means),
        (Certainty::Open, w.open, w.open_means),
        (Certainty::Yours, w.yours, w.yours_means),
    ];
    let lines = lines.map(|(certainty, name, means)| {
        view! { <div><dt>{line_sample(certainty.slug())}{name}</dt><dd>{means}</dd></div> }
    });
    let keys = KEYS.map(|(key, word)| {
        view! { <div><dt><kbd dir="ltr">{key}</kbd></dt><dd>{word(w)}</dd></div> }
    });
    let limits = [
        w.reads_doubt,
        w.reads_hollow,
        w.reads_figures,
        w.reads_check,
        w.read_by_program,
    ];
    view! {
        <h3>{w.line_says}</h3>
        <dl>{lines.collect_view()}</dl>
        <h3>{w.keys}</h3>
        <dl class="keys">{keys.collect_view()}</dl>
        <h3>{w.limits}</h3>
        <ul>{limits.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
    }
    .into_any()
}
