//! The desks that this browser keeps: open one, forget one, forget all.

use super::dialog::{dialog_head, dialog_while};
use super::download::hand_over;
use super::icon::Icon;
use super::keeping::{self, KeptDesk};
use super::live::{Show, follow, live};
use super::numerals::numerals;
use super::screen::Screen;
use super::words::{counted_articles, counted_characters, words};
use super::{Desk, dates};
use crate::analysis::Language;
use crate::share::DeskFile;
use crate::text::civil_date::iso;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

#[component]
pub fn DesksDialog() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let dialog = dialog_while(move || screen.browsing.get());
    view! {
        <dialog class="dialog desks" node_ref=dialog aria-labelledby="desks-name" on:close=move |_| screen.browsing.set(false)>
            {dialog_head("desks-name", move || desk.say(|w| w.kept_desks)().to_string(), move || screen.browsing.set(false))}
            <p class="hint">{desk.say(|w| w.kept_desks_help)}</p>
            <Show when=move || screen.browsing.get()>
                <Desks/>
            </Show>
        </dialog>
    }
}

/// What the reader has asked to be forgotten, and must say once more.
#[derive(Clone, PartialEq)]
enum Forgetting {
    One(String),
    All,
}

#[component]
fn Desks() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    // `None` until the store has answered, then what it keeps, if it keeps anything.
    let desks = RwSignal::new(None::<Option<Vec<KeptDesk>>>);
    let forgetting = RwSignal::new(None::<Forgetting>);
    let fetch = move || {
        spawn_local(async move {
            desks.set(Some(keeping::kept_desks().await));
        })
    };
    follow(fetch);
    let forget = move |asked: Forgetting| {
        if forgetting.get_untracked().as_ref() != Some(&asked) {
            forgetting.set(Some(asked));
            return;
        }
        forgetting.set(None);
        spawn_local(async move {
            let id = match asked {
                Forgetting::One(id) => Some(id),
                Forgetting::All => None,
            };
            keeping::forget(screen, id).await;
            fetch();
        });
    };
    let has_article =
        move || desk.text.with(|text| !text.is_empty()) && desk.findings.with(Option::is_none);
    view! {
        <ul>
            {live(move || -> Option<AnyView> {
                let language = desk.language.get();
                let here = screen.keeping.id.get();
                let asked = forgetting.get();
                match desks.get()? {
                    None => view! { <li class="empty">{words(language).desk_not_kept}</li> }.into_any(),
                    Some(desks) if desks.is_empty() => view! { <li class="empty">{words(language).no_desks}</li> }.into_any(),
                    Some(desks) => desks
                        .into_iter()
                        .map(|kept| {
                            let is_here = kept.id == here;
                            let asked = asked == Some(Forgetting::One(kept.id.clone()));
                            row(screen, kept, is_here, asked, forget, language)
                        })
                        .collect_view()
                        .into_any(),
                }
                .into()
            })}
        </ul>
        <div class="acts">
            <Show when=has_article>
                <button class="button outlined" on:click=move |_| save(screen)>
                    <Icon name="file"/>
                    {desk.say(|w| w.save_desk)}
                </button>
            </Show>
            <Show when=move || desks.with(|desks| desks.iter().flatten().any(|desks| !desks.is_empty()))>
                <button class="button outlined" on:click=move |_| forget(Forgetting::All)>
                    {live(move || desk.say(if forgetting.get() == Some(Forgetting::All) { |w| w.forget_all_surely } else { |w| w.forget_all })())}
                </button>
            </Show>
        </div>
    }
}

fn row(
    screen: Screen,
    kept: KeptDesk,
    is_here: bool,
    asked: bool,
    forget: impl Fn(Forgetting) + Copy + Send + 'static,
    language: Language,
) -> AnyView {
    let w = words(language);
    let facts = [
        match kept.articles {
            0 => w.draft.to_string(),
            articles => counted_articles(language).with(articles.into(), language),
        },
        saved_at(kept.saved, language),
        counted_characters(language).with(kept.length.into(), language),
    ];
    let (id, opened) = (kept.id.clone(), kept.id);
    view! {
        <li>
            <button class="name" aria-current=is_here.then_some("true") on:click=move |_| {
                let id = opened.clone();
                screen.browsing.set(false);
                if !is_here {
                    spawn_local(keeping::open(screen, id));
                }
            }>
                <b dir="auto">{if kept.name.is_empty() { w.untitled.to_string() } else { kept.name.clone() }}</b>
                <small>{facts.join(" · ")}</small>
            </button>
            <button class="link" aria-label=format!("{}: {}", w.forget, kept.name) on:click=move |_| forget(Forgetting::One(id.clone()))>
                {if asked { w.forget_surely } else { w.forget }}
            </button>
        </li>
    }
    .into_any()
}

/// "٥ نيسان ٢٠١٦، ١٤:٠٥", where the reader is.
fn saved_at(milliseconds: f64, language: Language) -> String {
    let at = js_sys::Date::new(&JsValue::from_f64(milliseconds));
    let day = jiff::civil::Date::new(
        at.get_full_year() as i16,
        at.get_month() as i8 + 1,
        at.get_date() as i8,
    );
    let day = day.map_or(String::new(), |day| dates::date(day, language));
    let time = format!("{:02}:{:02}", at.get_hours(), at.get_minutes());
    format!("{day} {}", numerals(&time, language))
}

/// Saves all that lies on the desk as a file that opens here again.
pub fn save(screen: Screen) {
    if let Some(file) = untrack(move || screen.pile.file()) {
        hand_over(
            &file.write(),
            "application/json",
            &file_name(screen.desk, &file),
        );
    }
}

fn file_name(desk: Desk, file: &DeskFile) -> String {
    let date = file
        .articles
        .get(file.open)
        .and_then(|article| article.date);
    let date = date.map(|date| format!("-{}", iso::text(date)));
    let title: String = untrack(move || desk.name())
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .take(40)
        .collect();
    format!(
        "{}{}.makan.json",
        title.trim_matches('-'),
        date.unwrap_or_default()
    )
}
