//! The export: the findings as a file of a format that other programs read, as a picture, or on paper; all made here.

use super::desk::Desk;
use super::desks_dialog;
use super::download::hand_over;
use super::icon::Icon;
use super::live::Show;
use super::picture::{self, file_name};
use super::report;
use super::screen::Screen;
use super::words::Word;
use crate::export::{Format, csv::Heading};
use crate::map::Plate;
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
    let plate = Plate::here();
    let desk = screen.desk;
    let formats = FORMATS
        .map(|(format, name, about)| row(desk, name, about, Box::new(move || save(desk, format))));
    let sheets = [
        row(
            desk,
            "PNG",
            |w| w.as_png,
            Box::new(move || picture::save(screen, plate, picture::Kind::Png)),
        ),
        row(
            desk,
            "SVG",
            |w| w.as_svg,
            Box::new(move || picture::save(screen, plate, picture::Kind::Svg)),
        ),
        row(
            desk,
            "PDF",
            |w| w.as_print,
            Box::new(move || report::print(screen, plate)),
        ),
    ];
    view! {
        <button class="button" popovertarget="export-menu">{desk.say(|w| w.export)}</button>
        <div class="menu" id="export-menu" popover="auto" role="group" aria-label=desk.say(|w| w.export)>
            <ul>
                {formats.into_iter().collect_view()}
                <Show when=move || desk.findings.with(Option::is_none)>
                    {row(desk, ".makan.json", |w| w.as_desk, Box::new(move || desks_dialog::save(screen)))}
                </Show>
                {sheets.into_iter().collect_view()}
            </ul>
            <p class="hint"><Icon name="lock"/>{desk.say(|w| w.made_here)}</p>
        </div>
    }
}

/// A row of the menu: a name, what it is good for, and what a press does.
fn row(desk: Desk, name: &'static str, about: Word, act: Box<dyn Fn()>) -> AnyView {
    view! {
        <li>
            <button popovertarget="export-menu" popovertargetaction="hide" on:click=move |_| act()>
                <b dir="ltr">{name}</b>
                <span>{desk.say(about)}</span>
            </button>
        </li>
    }
    .into_any()
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
    hand_over(
        &text,
        format.media_type(),
        &file_name(desk, format.extension()),
    );
}
