//! The share dialog: the link, how long it is, and where it fits.

use super::clipboard;
use super::dialog::dialog_while;
use super::icon::Icon;
use super::link::link_to;
use super::numerals::whole;
use super::screen::Screen;
use super::words::{Word, counted_characters, words};
use crate::analysis::Language;
use crate::ui::live::{Show, live};
use leptos::prelude::*;

/// What a link must fit into, with the most characters each takes.
const ROOM: [(Word, u64); 4] = [
    (|w| w.qr_code, 900),
    (|w| w.discord, 2_000),
    (|w| w.telegram, 4_096),
    (|w| w.address_bar, 32_768),
];

#[component]
pub fn ShareDialog() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let dialog = dialog_while(move || screen.sharing.get());
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="share-name" on:close=move |_| screen.sharing.set(false)>
            <header>
                <h2 id="share-name">{desk.say(|w| w.share)}</h2>
                <button class="button square" aria-label=desk.say(|w| w.close) on:click=move |_| screen.sharing.set(false)>
                    <Icon name="close"/>
                </button>
            </header>
            <Show when=move || screen.sharing.get()>
                <Link/>
            </Show>
        </dialog>
    }
}

#[component]
fn Link() -> impl IntoView {
    let desk = Screen::here().desk;
    let link = Memo::new(move |_| link_to(desk));
    let copied = RwSignal::new(false);
    view! {
        <p>{desk.say(|w| w.link_holds)}</p>
        <div class="shared-link">
            <input type="text" readonly dir="ltr" aria-label=desk.say(|w| w.the_link) prop:value=live(move || link.get())/>
            <button class="button solid" autofocus on:click=move |_| clipboard::copy(link.get_untracked(), copied)>
                <Icon name="copy"/>
                {live(move || if copied.get() { desk.say(|w| w.copied)() } else { desk.say(|w| w.copy_link)() })}
            </button>
        </div>
        <h3>{desk.say(|w| w.where_it_fits)}</h3>
        {live(move || meter(link.with(String::len) as u64, desk.language.get()))}
        <p class="caution"><Icon name="warn"/>{desk.say(|w| w.link_warning)}</p>
    }
}

/// Where a length stands on the meter, in percent: logarithmic from 100 to 100,000 characters, in the direction of reading.
fn place_on_meter(length: u64) -> f64 {
    ((length.max(1) as f64).log10() - 2.0) / 3.0 * 100.0
}

/// The length on a scale bar, with what it fits into.
fn meter(length: u64, language: Language) -> impl IntoView {
    let at = |length: u64| format!("{:.2}%", place_on_meter(length).clamp(0.0, 100.0));
    let said = counted_characters(language).with(length, language);
    view! {
        <div class="meter">
            <p class="length" style:inset-inline-start=at(length)><b>{said}</b></p>
            <div class="bar" aria-hidden="true"><i style:inline-size=at(length)></i></div>
            <ul>
                {ROOM.map(|(name, room)| {
                    let fits = length <= room;
                    view! {
                        <li class:fits=fits style:inset-inline-start=at(room)>
                            <span>{if fits { "✓ " } else { "✗ " }}{name(words(language))}</span>
                            <span class="hint">{whole(room, language)}</span>
                        </li>
                    }
                }).collect_view()}
            </ul>
        </div>
    }
}
