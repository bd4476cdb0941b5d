//! The export: the findings as a file of a format that other programs read, made here and handed to the browser.

use super::desk::Desk;
use super::desks_dialog;
use super::download::hand_over;
use super::icon::Icon;
use super::live::Show;
use super::screen::Screen;
use super::words::Word;
use crate::export::{Format, csv::Heading};
use crate::text::civil_date::iso;
use leptos::prelude::*;

/// What can be had: its format, name, and what it is good for.
const FORMATS: [(Format, &str, Word); 4] = [
    (Format::Csv, "CSV", |w| w.as_csv),
    (Format::Geojson, "GeoJSON", |w| w.as_geojson),
    (Format::Kml, "KML", |w| w.as_kml),
    (Format::Json, "JSON", |w| w.as_json),
];

/// The button and its menu. The browser itself closes the menu on Escape and on a press elsewhere.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let rows = FORMATS.map(|(format, name, about)| {
        view! {
            <li>
                <button popovertarget="export-menu" popovertargetaction="hide" on:click=move |_| save(desk, format)>
                    <b dir="ltr">{name}</b>
                    <span>{desk.say(about)}</span>
                </button>
            </li>
        }
    });
    view! {
        <button class="button" popovertarget="export-menu">{desk.say(|w| w.export)}</button>
        <div class="menu" id="export-menu" popover="auto" role="group" aria-label=desk.say(|w| w.export)>
            <ul>
                {rows.into_iter().collect_view()}
                <Show when=move || desk.findings.with(Option::is_none)>
                    <li>
                        <button popovertarget="export-menu" popovertargetaction="hide" on:click=move |_| desks_dialog::save(screen)>
                            <b dir="ltr">".makan.json"</b>
                            <span>{desk.say(|w| w.as_desk)}</span>
                        </button>
                    </li>
                </Show>
            </ul>
            <p class="hint"><Icon name="lock"/>{desk.say(|w| w.made_here)}</p>
        </div>
    }
}

/// Writes the findings and has the browser save them as a file.
fn save(desk: Desk, format: Format) {
    let (Some(analysis), Some(gazetteer)) = (
        desk.analysis.get_untracked(),
        desk.gazetteer.get_untracked(),
    ) else {
        return;
    };
    let text = format.write(
        std::slice::from_ref(&*analysis),
        &gazetteer,
        Heading::NamesAndHxl,
    );
    let date = desk
        .date
        .get_untracked()
        .map(|date| format!("-{}", iso::text(date)));
    let name = format!("makan{}.{}", date.unwrap_or_default(), format.extension());
    hand_over(&text, format.media_type(), &name);
}
