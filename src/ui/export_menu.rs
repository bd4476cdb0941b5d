//! The export: the findings as a file of a format that other programs read, made here and handed to the browser.

use super::desk::Desk;
use super::icon::Icon;
use super::screen::Screen;
use super::words::Word;
use crate::export::{Format, csv::Heading};
use crate::text::civil_date::iso;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

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
    let desk = Screen::here().desk;
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
    // The browser refuses only where it has no memory left; there is nobody to tell then.
    let _ = hand_over(&text, format.media_type(), &name);
}

fn hand_over(text: &str, media_type: &str, name: &str) -> Result<(), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &bag)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
