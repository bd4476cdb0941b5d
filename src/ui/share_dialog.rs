//! The share dialog: what the link carries, how long it is and where it fits, and other ways to hand the desk on.

use super::clipboard;
use super::dialog::{dialog_head, dialog_while};
use super::icon::Icon;
use super::link::{Carries, embedding, link_to};
use super::numerals::whole;
use super::qr::{self, QrCode};
use super::screen::Screen;
use super::summary::{About, summary};
use super::words::{Word, comma, counted_characters, counted_findings, words};
use crate::analysis::Language;
use crate::share::LIMIT_PACKED;
use crate::ui::live::{Show, live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/ui/share.js")]
extern "C" {
    fn can_send() -> bool;
    #[wasm_bindgen(catch)]
    async fn send(title: &str, url: &str) -> Result<JsValue, JsValue>;
}

/// What a link must fit into, with the most characters each takes.
const ROOM: [(Word, u64); 4] = [
    (|w| w.qr_code, qr::LIMIT as u64),
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
        <dialog class="dialog share" node_ref=dialog aria-labelledby="share-name" on:close=move |_| screen.sharing.set(false)>
            {dialog_head("share-name", move || desk.say(|w| w.share)().to_string(), move || screen.sharing.set(false))}
            <Show when=move || screen.sharing.get()>
                <Sharing/>
            </Show>
        </dialog>
    }
}

#[component]
fn Sharing() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let carries = RwSignal::new(Carries::Findings);
    let too_long =
        move || carries.get() == Carries::Article && desk.text.with(String::len) > LIMIT_PACKED;
    let link = Memo::new(move |_| match too_long() {
        true => String::new(),
        false => link_to(desk, carries.get()),
    });
    view! {
        <div class="sharing">
            <div>
                <Choice carries=carries/>
                <Show when=too_long>
                    <p class="caution"><Icon name="warn"/>{desk.say(|w| w.article_too_long)}</p>
                </Show>
                <Show when=move || !too_long()>
                    <Link link=link/>
                </Show>
                <p class="caution"><Icon name="warn"/>{desk.say(|w| w.link_warning)}</p>
            </div>
            <aside>
                <QrCode link=link/>
            </aside>
        </div>
    }
}

/// The findings only, or the article with them.
#[component]
fn Choice(carries: RwSignal<Carries>) -> impl IntoView {
    let desk = Screen::here().desk;
    let is_alone = desk.findings.with_untracked(Option::is_some);
    let counts = move || {
        let language = desk.language.get();
        desk.analysis.with(|analysis| {
            let Some(a) = analysis else {
                return String::new();
            };
            let counts = counted_findings(a, language).join(comma(language));
            words(language).share_findings_help.replace('#', &counts)
        })
    };
    let option = move |value: Carries, name: Word, help: AnyView, disabled: bool| {
        view! {
            <label class="option">
                <input
                    type="radio"
                    name="carries"
                    disabled=disabled
                    prop:checked=live(move || carries.get() == value)
                    on:change=move |_| carries.set(value)
                />
                <span><b>{desk.say(name)}</b><small>{help}</small></span>
            </label>
        }
    };
    let article_help: Word = if is_alone {
        |w| w.article_not_here
    } else {
        |w| w.share_article_help
    };
    view! {
        <fieldset class="options">
            <legend class="unseen">{desk.say(|w| w.the_link)}</legend>
            {option(Carries::Findings, |w| w.share_findings, live(counts).into_any(), false)}
            {option(Carries::Article, |w| w.share_article, desk.say(article_help).into_any(), is_alone)}
        </fieldset>
    }
}

/// The link with the ways to take it along, and its length.
#[component]
fn Link(link: Memo<String>) -> impl IntoView {
    let desk = Screen::here().desk;
    let [copied, copied_text, copied_frame] = [(); 3].map(|()| RwSignal::new(false));
    // The first words of findings name no article.
    let title = move || match desk.findings.with(Option::is_some) {
        true => desk.title.get(),
        false => desk.name(),
    };
    let as_text = move || {
        let about = desk.kept();
        let title = title();
        let about = About {
            title: &title,
            source: &about.source,
        };
        let language = desk.language.get_untracked();
        let said = desk
            .analysis
            .with_untracked(|a| a.as_ref().map(|a| summary(a, &about, language)));
        format!("{}\n{}", said.unwrap_or_default(), link.get_untracked())
    };
    view! {
        <div class="shared-link">
            <input type="text" readonly dir="ltr" aria-label=desk.say(|w| w.the_link) prop:value=live(move || link.get())/>
            <button class="button solid" autofocus on:click=move |_| clipboard::copy(link.get_untracked(), copied)>
                <Icon name="copy"/>
                {live(move || if copied.get() { desk.say(|w| w.copied)() } else { desk.say(|w| w.copy_link)() })}
            </button>
        </div>
        <div class="ways">
            <button class="link" on:click=move |_| clipboard::copy(untrack(as_text), copied_text)>
                {live(move || if copied_text.get() { desk.say(|w| w.copied)() } else { desk.say(|w| w.copy_text)() })}
            </button>
            <button class="link" on:click=move |_| {
                let frame = embedding(&link.get_untracked(), &untrack(title));
                clipboard::copy(frame, copied_frame);
            }>
                {live(move || if copied_frame.get() { desk.say(|w| w.copied)() } else { desk.say(|w| w.copy_frame)() })}
            </button>
            {can_send().then(|| view! {
                <button class="link" on:click=move |_| {
                    let (title, link) = (untrack(title), link.get_untracked());
                    spawn_local(async move {
                        // The reader may think better of it.
                        let _ = send(&title, &link).await;
                    });
                }>
                    {desk.say(|w| w.share_by)}
                </button>
            })}
        </div>
        <h3>{desk.say(|w| w.where_it_fits)}</h3>
        {live(move || meter(link.with(String::len) as u64, desk.language.get()))}
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
