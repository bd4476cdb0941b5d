//! Pictures of what the map shows at the moment.

use super::camera::Camera;
use super::picture::Picture;
use super::plate::Plate;
use super::{Palette, Sheet};
use gloo_net::http::Request;
use leptos::prelude::*;
use std::sync::Arc;

/// The width of a picture's map, px; its height is as the screen's, within bounds.
const WIDTH: f64 = 1000.0;

impl Plate {
    /// Fetches the base map from beside the page, once. It stays away where it does not arrive.
    pub async fn fetch_base(self) {
        if self.base.with_untracked(Option::is_some) {
            return;
        }
        let Ok(response) = Request::get("basemap.json").send().await else {
            return;
        };
        let base = response.text().await.ok();
        if let Some(base) = base.and_then(|text| serde_json::from_str(&text).ok()) {
            self.base.set(Some(Arc::new(base)));
        }
    }

    /// What the reader sees, on a sheet of a picture's size.
    pub fn camera_of_picture(self) -> Option<Camera> {
        let seen = self
            .camera
            .get_untracked()
            .filter(|c| c.width > 0.0 && c.height > 0.0)?;
        let height = (WIDTH * seen.height / seen.width)
            .clamp(560.0, 1000.0)
            .round();
        let closer = (WIDTH / seen.width).min(height / seen.height).log2();
        Some(Camera {
            width: WIDTH,
            height,
            zoom: seen.zoom + closer,
            ..seen
        })
    }

    /// Does something with the picture that this camera takes; nothing until base map and gazetteer are there.
    pub fn with_picture<T>(
        self,
        camera: Camera,
        dark: bool,
        act: impl FnOnce(&Picture) -> T,
    ) -> Option<T> {
        let base = self.base.get()?;
        let gazetteer = self.desk.gazetteer.get()?;
        let sheet = self.sheet.get().unwrap_or_else(|| Arc::new(Sheet::empty()));
        let language = self.desk.language.get();
        Some(act(&Picture::new(
            camera,
            &sheet,
            &base,
            &gazetteer,
            Palette::new(dark),
            language,
        )))
    }
}
