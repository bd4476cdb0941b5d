//! The page: first the leaf, then the desk.

use super::arrival::fetch_gazetteer;
use super::article::ArticleColumn;
use super::desks_dialog::DesksDialog;
use super::finder::{Finder, forget_looked};
use super::head::Head;
use super::help::Help;
use super::icon::Icon;
use super::index::{Index, Tabs};
use super::leaf::Leaf;
use super::note::Note;
use super::report::Report;
use super::screen::{Screen, Tab};
use super::selection::{self, SelectionBar};
use super::share_dialog::ShareDialog;
use super::sheet::{Grip, Strip};
use super::version_notice::VersionNotice;
use super::{Desk, file, keeping, light, link, pointing, recovery, settings};
use crate::map::{MapPlate, Plate};
use crate::ui::live::{Show, follow, live};
use crate::{Article, analyse};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// The width below which the page is laid out for a phone; `style/phone.css` says the same.
const PHONE: &str = "(max-width: 759px)";

/// Everything on the page.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new(settings::first_language(), settings::first_dark());
    let screen = Screen::new(desk, settings::media(PHONE));
    let plate = Plate::new(desk);
    provide_context(screen);
    provide_context(plate);

    settings::dress_page(desk);
    follow_width(screen);
    light::keep(screen);
    selection::keep(screen);
    forget_looked(desk);
    // On the window: keys count wherever the focus is, also where it is nowhere.
    window_event_listener(leptos::ev::keydown, move |event| {
        if !plate.heeds(&event) {
            pointing::press(screen, &event)
        }
    });
    read_what_lies_on(desk);
    fetch_gazetteer(screen);
    link::open_links(screen);
    let is_embedded = link::is_embedded();
    if !is_embedded {
        keeping::begin(screen);
    }

    let is_first = move || desk.analysis.with(Option::is_none);
    let shows_text = move || !screen.is_phone.get() || screen.tab.get() == Tab::Text;
    view! {
        <div
            class="desk"
            class:first=is_first
            class:embedded=is_embedded
            class:alone=live(move || desk.findings.with(Option::is_some))
            class:noted=live(move || desk.open.get().is_some())
            class:raised=live(move || screen.note_raised.get())
            data-rest=live(move || match screen.rest.get() {
                super::screen::Rest::Low => "low",
                super::screen::Rest::Middle => "middle",
                super::screen::Rest::High => "high",
            })
            on:pointerover=move |event| pointing::point(screen, &event)
            on:focusin=move |event| pointing::point(screen, &event)
            on:pointerleave=move |_| desk.pointed.set(None)
            on:click=move |event| pointing::open(screen, &event)
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| file::open_dropped(screen, &event)
        >
            <Head/>
            <section class="plate" aria-label=desk.say(|w| w.map)>
                <MapPlate plate=plate/>
                {is_embedded.then(|| view! {
                    <a class="whole" target="_blank" rel="noopener" href=link::whole_page()>{desk.say(|w| w.open_in_makan)}</a>
                })}
            </section>
            <Show when=is_first>
                <Leaf/>
            </Show>
            <Show when=move || !is_first()>
                <div class="sheet">
                    <Show when=move || screen.is_phone.get()>
                        <Grip/>
                        <nav class="sheet-head" aria-label=desk.say(|w| w.findings)>
                            <Strip/>
                            <Tabs/>
                        </nav>
                    </Show>
                    <ArticleColumn shown=shows_text/>
                    <Index/>
                    <Note/>
                </div>
            </Show>
            <Show when=move || !is_first() && screen.problem.with(Option::is_some)>
                <Notice/>
            </Show>
            <VersionNotice/>
            <ShareDialog/>
            <DesksDialog/>
            <Finder/>
            <SelectionBar/>
            <Help/>
            <Report/>
        </div>
    }
}

/// What went wrong while an article lies on the desk: a link that could not be opened.
#[component]
fn Notice() -> impl IntoView {
    let screen = Screen::here();
    view! {
        <div class="notice" role="alert">
            <Icon name="warn"/>
            <p>{live(move || screen.problem.get())}</p>
            <button class="button square" aria-label=screen.desk.say(|w| w.close) on:click=move |_| screen.problem.set(None)>
                <Icon name="close"/>
            </button>
        </div>
    }
}

/// Reads the article again whenever it, its date, the corrections or the gazetteer change.
fn read_what_lies_on(desk: Desk) {
    follow(move || {
        let text = desk.text.get();
        let date = desk.date.get();
        let corrections = desk.corrections.get();
        let gazetteer = desk.gazetteer.get();
        let findings = desk.findings.get();
        if findings.is_none() {
            recovery::keep(&text);
        }
        let analysis = gazetteer.filter(|_| !text.is_empty()).map(|gazetteer| {
            if let Some(findings) = findings {
                return Arc::new(findings.analysis(date, &gazetteer));
            }
            let article = Article {
                id: String::new(),
                text,
                date,
            };
            let analysis = measured("analyse", || analyse(&article, &gazetteer, &corrections));
            Arc::new(analysis)
        });
        desk.analysis.set(analysis);
    });
}

/// Does something under a name on the browser's timeline: its tools and the tests read there how long it took.
fn measured<T>(name: &str, act: impl FnOnce() -> T) -> T {
    let clock = window().performance();
    if let Some(clock) = &clock {
        let _ = clock.mark(name);
    }
    let done = act();
    if let Some(clock) = clock {
        let _ = clock.measure_with_start_mark(name, name);
    }
    done
}

/// Keeps `is_phone` true to the window's width.
fn follow_width(screen: Screen) {
    let Ok(Some(list)) = window().match_media(PHONE) else {
        return;
    };
    let changed = Closure::<dyn Fn(web_sys::MediaQueryListEvent)>::new(
        move |event: web_sys::MediaQueryListEvent| {
            screen.is_phone.set(event.matches());
            if !event.matches() && screen.tab.get_untracked() == Tab::Text {
                screen.tab.set(Tab::Events);
            }
        },
    );
    list.set_onchange(Some(changed.as_ref().unchecked_ref()));
    // Lives as long as the page.
    changed.forget();
}
