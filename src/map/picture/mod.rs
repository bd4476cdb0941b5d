//! The map as a picture: SVG drawn from the same sheet, base map and inks as the map on the screen.
//!
//! It needs no WebGL and no browser, and the same input gives the same bytes. Lettering is text, set as its language runs.

mod findings;
mod ground;
mod lettering;
mod margins;
mod pen;

pub use margins::Margins;

use super::camera::Camera;
use super::frame::BAND;
use super::marks::{Image, images};
use super::{Palette, Sheet};
use crate::Gazetteer;
use crate::analysis::Language;
use serde_json::Value;

/// What a picture shows.
pub struct Picture<'a> {
    /// Where it looks, and how large the map is, px.
    pub camera: Camera,
    pub sheet: &'a Sheet,
    /// `public/basemap.json`.
    pub base: &'a Value,
    pub gazetteer: &'a Gazetteer,
    pub palette: &'static Palette,
    pub language: Language,
    /// The drawings of marks and symbols, in the palette's inks.
    images: Vec<Image>,
    /// What of the sheet's edge the frame takes, px.
    inset: f64,
}

impl<'a> Picture<'a> {
    pub fn new(
        camera: Camera,
        sheet: &'a Sheet,
        base: &'a Value,
        gazetteer: &'a Gazetteer,
        palette: &'static Palette,
        language: Language,
    ) -> Picture<'a> {
        Picture {
            camera,
            sheet,
            base,
            gazetteer,
            palette,
            language,
            images: images(palette),
            inset: if camera.is_wide() { BAND } else { 0.0 },
        }
    }

    /// The map alone, without frame and margins: an SVG element as large as the sheet.
    pub fn map(&self) -> String {
        let Camera { width, height, .. } = self.camera;
        let way = match self.language {
            Language::Ar => "rtl",
            Language::En => "ltr",
        };
        let parts = [
            ground::ground(self),
            findings::flat(self),
            findings::upright(self),
            lettering::lettering(self),
        ];
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" direction="{way}">{}</svg>"#,
            parts.concat()
        )
    }

    /// The features of one layer of the base map.
    fn of_base(&self, layer: &'static str) -> impl Iterator<Item = &'a Value> {
        let features = self.base["features"].as_array();
        features
            .into_iter()
            .flatten()
            .filter(move |f| f["properties"]["layer"] == layer)
    }

    /// The features of one class of the sheet.
    fn of_sheet(&self, class: &'static str) -> impl DoubleEndedIterator<Item = &'a Value> {
        let features = self.sheet.features().iter();
        features.filter(move |f| f["properties"]["is"] == class)
    }
}

#[cfg(test)]
mod tests;
