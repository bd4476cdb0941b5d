//! The report to print: the map, everything that was found, and how to read it.

mod events;

use super::index::list;
use super::picture::margins;
use super::screen::{Screen, Tab};
use super::words::words;
use crate::analysis::{Analysis, Language};
use crate::map::Plate;
use crate::map::picture::Margins;
use crate::tally::Filter;
use crate::ui::live::{Show, follow};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Prints the report: the map is made ready, then the browser asks where to.
pub fn print(screen: Screen, plate: Plate) {
    spawn_local(async move {
        plate.fetch_base().await;
        screen.printing.set(true);
        request_animation_frame(move || {
            request_animation_frame(|| {
                let _ = window().print();
            });
        });
    });
}

/// The report, on the page only while it is printed, whether by the menu or by the browser's own command.
#[component]
pub fn Report() -> impl IntoView {
    let screen = Screen::here();
    let plate = Plate::here();
    window_event_listener(ev::beforeprint, move |_| {
        if screen.desk.analysis.with_untracked(Option::is_some) {
            screen.printing.set(true);
        }
    });
    window_event_listener(ev::afterprint, move |_| screen.printing.set(false));
    // Paper is light.
    follow(move || {
        let dark = screen.desk.dark.get() && !screen.printing.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
        }
    });
    view! {
        <Show when=move || screen.printing.get()>
            {move || screen.desk.shown.get().map(|analysis| report(screen, plate, &analysis))}
        </Show>
    }
}

fn report(screen: Screen, plate: Plate, analysis: &Analysis) -> AnyView {
    let desk = screen.desk;
    let language = desk.language.get();
    let w = words(language);
    let whole = desk.filter.with(Filter::is_open);
    let Margins { title, about, made } = margins(desk);
    let untitled = Margins {
        title: String::new(),
        about: String::new(),
        made: String::new(),
    };
    let map = plate
        .camera_of_picture()
        .and_then(|camera| plate.with_picture(camera, false, |p| p.document(&untitled)));
    let section = |name: &'static str, tab: Tab| {
        view! { <section><h2>{name}</h2>{list(tab, analysis, whole, language, None)}</section> }
    };
    view! {
        <article class="report" aria-label=w.report>
            <h1 dir="auto">{title}</h1>
            <p class="about">{about}</p>
            {(!whole).then(|| view! { <p><strong>{w.report_is_filtered}</strong></p> })}
            {map.map(|map| view! { <figure inner_html=map></figure> })}
            <section><h2>{w.events}</h2>{events::told(screen, analysis, language)}</section>
            {section(w.places, Tab::Places)}
            {section(w.distances, Tab::Distances)}
            {section(w.not_places, Tab::NotPlaces)}
            {how_to_read(language)}
            <p class="about">{made}</p>
        </article>
    }
    .into_any()
}

/// What the marks say and what nobody should read into them.
fn how_to_read(language: Language) -> AnyView {
    let w = words(language);
    view! {
        <section>
            <h2>{w.how_to_read}</h2>
            <ul class="how-to-read">
                {[w.reads_lines, w.reads_doubt, w.reads_hollow, w.reads_figures, w.reads_check].map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}
