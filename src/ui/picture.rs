//! Pictures of the map to save: PNG and SVG, with title, key, scale and credits.

use super::desk::Desk;
use super::download::hand_over_blob;
use super::numerals::numerals;
use super::screen::Screen;
use super::words::{counted_findings, words};
use super::{dates, place_name};
use crate::map::Plate;
use crate::map::picture::Margins;
use crate::text::civil_date::iso;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag};

#[wasm_bindgen(module = "/src/ui/picture.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn with_faces(svg: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn as_png(svg: &str) -> Result<JsValue, JsValue>;
}

/// The kinds of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Png,
    Svg,
}

/// Makes a picture of what the map shows and has the browser save it.
pub fn save(screen: Screen, plate: Plate, kind: Kind) {
    spawn_local(async move {
        let name = file_name(screen.desk, if kind == Kind::Png { "png" } else { "svg" });
        let saved = match made(screen.desk, plate, kind).await {
            Ok(blob) => hand_over_blob(&blob, &name),
            Err(error) => Err(error),
        };
        if saved.is_err() {
            screen.complain(|language| words(language).no_picture.into());
        }
    });
}

/// "makan-2016-04-05.png".
pub fn file_name(desk: Desk, extension: &str) -> String {
    let date = desk.date.get_untracked();
    let date = date.map(|date| format!("-{}", iso::text(date)));
    format!("makan{}.{extension}", date.unwrap_or_default())
}

async fn made(desk: Desk, plate: Plate, kind: Kind) -> Result<Blob, JsValue> {
    plate.fetch_base().await;
    let camera = plate.camera_of_picture().ok_or(JsValue::NULL)?;
    let dark = desk.dark.get_untracked();
    let margins = untrack(|| margins(desk));
    let svg = untrack(|| plate.with_picture(camera, dark, |p| p.document(&margins)));
    let svg = svg.ok_or(JsValue::NULL)?;
    match kind {
        Kind::Png => Ok(as_png(&svg).await?.unchecked_into()),
        Kind::Svg => {
            let bag = BlobPropertyBag::new();
            bag.set_type("image/svg+xml");
            Blob::new_with_str_sequence_and_options(
                &js_sys::Array::of1(&with_faces(&svg).await?),
                &bag,
            )
        }
    }
}

/// Title and date of the article, what was found in it, and the versions it was read with.
pub fn margins(desk: Desk) -> Margins {
    let language = desk.language.get();
    let w = words(language);
    let analysis = desk.analysis.get();
    let date = desk.date.get().map(|date| dates::date(date, language));
    let counts = analysis.as_ref().map(|a| counted_findings(a, language));
    let counts = counts.iter().flatten().map(|text| Some(text.as_str()));
    let source = desk.source.get();
    let source = Some(source.as_str()).filter(|source| !source.is_empty());
    let about = [source, Some(date.as_deref().unwrap_or(w.no_date))]
        .into_iter()
        .chain(counts);
    let versions = analysis.map(|a| {
        format!(
            "{} {} · {} {}",
            w.makan, a.engine, w.gazetteer_version, a.gazetteer
        )
    });
    Margins {
        title: desk.name(),
        about: place_name::join(about, language),
        made: numerals(
            &format!("{} · {}", versions.unwrap_or_default(), w.read_by_program),
            language,
        ),
    }
}
