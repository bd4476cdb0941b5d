//! The plate: the map on the screen, tied to the desk both ways.

use super::aim::Aim;
use super::bridge::{self, Map};
use super::camera::{Camera, Extent, Inset};
use super::earth::Spot;
use super::frame::BAND;
use super::route::Route;
use super::sheet::{self, Sheet};
use super::style::{Setting, style};
use super::{Palette, earth, ground, marks};
use crate::Finding;
use crate::analysis::Language;
use crate::ui::{Desk, View};
use leptos::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// How far the map has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Loading,
    Ready,
    /// No WebGL, or MapLibre did not arrive: the sheet is drawn as a picture instead.
    Failed,
}

impl Progress {
    pub fn slug(self) -> &'static str {
        match self {
            Progress::Loading => "loading",
            Progress::Ready => "ready",
            Progress::Failed => "failed",
        }
    }
}

/// Where the pad lies over the map, as `style/map.css` puts it.
fn pad(camera: &Camera) -> Inset {
    if camera.is_wide() {
        Inset {
            top: camera.height - 106.0,
            right: 28.0,
            bottom: 28.0,
            left: camera.width - 106.0,
        }
    } else {
        Inset {
            top: 8.0,
            right: camera.width - 52.0,
            bottom: camera.height - 140.0,
            left: 8.0,
        }
    }
}

/// The map as the components around it know it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Plate {
    pub desk: Desk,
    /// Where the map looks at this moment, moves included; `None` until it stands.
    pub camera: RwSignal<Option<Camera>>,
    pub sheet: Memo<Option<Arc<Sheet>>>,
    pub progress: RwSignal<Progress>,
    /// The base map, once a picture needs it: MapLibre fetches its own.
    pub base: RwSignal<Option<Arc<Value>>>,
    /// What the reader aims at.
    pub aim: RwSignal<Option<Aim>>,
    /// The way that is measured.
    pub route: RwSignal<Route>,
    /// The spot under the pointer.
    pub under: RwSignal<Option<Spot>>,
    /// Whether that spot has just been copied.
    pub copied: RwSignal<bool>,
    /// Where a mark is, while it is dragged.
    pub held: RwSignal<Option<Spot>>,
    pub(super) map: RwSignal<Option<Map>, LocalStorage>,
    /// Whether lettering is kept off the edge at the moment.
    pub(super) rimmed: StoredValue<bool>,
    /// The text that the camera was last fitted to.
    pub(super) fitted: StoredValue<Option<String>>,
    /// Where the last fit looked: while nobody has moved the map away, a sheet of another size is fitted anew.
    pub(super) fit_at: StoredValue<Option<Camera>>,
    /// Whether the view came from outside, with a text still to be read: then nothing is fitted to that text.
    pub(super) sent: StoredValue<bool>,
    /// What this plate wrote to the desk as its view: another one there comes from outside.
    pub(super) written: StoredValue<Option<View>>,
}

impl Plate {
    /// The plate that this component stands beside.
    pub fn here() -> Plate {
        expect_context()
    }

    pub fn new(desk: Desk) -> Plate {
        let regions = Memo::new(move |_| {
            desk.gazetteer.with(|g| {
                g.as_ref()
                    .map(|g| ground::governorates(g))
                    .unwrap_or_default()
            })
        });
        // Only a mention's note changes what is drawn; the others are lit in place.
        let open = Memo::new(move |_| desk.open.get().filter(|f| matches!(f, Finding::Mention(_))));
        let sheet = Memo::new(move |_| {
            let language = desk.language.get();
            let region = |code: &str| {
                regions.with(|regions| {
                    let (ar, en) = regions.get(code)?;
                    Some(if language == Language::Ar { ar } else { en }.clone())
                })
            };
            desk.shown.with(|analysis| {
                analysis
                    .as_ref()
                    .map(|a| Arc::new(Sheet::new(a, language, open.get(), &region)))
            })
        });
        Plate {
            desk,
            sheet,
            camera: RwSignal::new(None),
            progress: RwSignal::new(Progress::Loading),
            base: RwSignal::new(None),
            aim: RwSignal::new(None),
            route: RwSignal::new(Route::default()),
            under: RwSignal::new(None),
            copied: RwSignal::new(false),
            held: RwSignal::new(None),
            map: RwSignal::new_local(None),
            rimmed: StoredValue::new(false),
            fitted: StoredValue::new(None),
            fit_at: StoredValue::new(None),
            sent: StoredValue::new(false),
            written: StoredValue::new(None),
        }
    }

    /// Whether the frame is drawn: on a phone the sheet has no room for it, and before the first reading no need.
    pub fn is_framed(self) -> bool {
        self.desk.analysis.with(Option::is_some)
            && self
                .camera
                .with(|c| c.as_ref().is_some_and(Camera::is_wide))
    }

    /// What of the sheet the frame leaves.
    fn inset(self, camera: &Camera) -> Inset {
        let framed = self.desk.analysis.with_untracked(Option::is_some) && camera.is_wide();
        Inset::even(if framed { BAND } else { 0.0 })
    }

    /// The edge that a fit keeps free: frame, and room for names and symbols.
    fn margin(self, camera: &Camera) -> Inset {
        if camera.is_wide() {
            Inset {
                top: BAND + 42.0,
                right: BAND + 52.0,
                bottom: BAND + 52.0,
                left: BAND + 52.0,
            }
        } else {
            Inset {
                top: 40.0,
                right: 48.0,
                bottom: 44.0,
                left: 76.0,
            }
        }
    }

    /// A label that the edge would cut is not drawn, while the map rests.
    pub(super) fn keep_lettering_off_the_edge(self, rests: Option<Camera>) {
        if rests.is_none() && !self.rimmed.get_value() {
            return;
        }
        self.rimmed.set_value(rests.is_some());
        let rim = rests.map(|camera| {
            let pad = camera.rim(pad(&camera), 0.0, 13.0);
            [camera.rim(self.inset(&camera), 7.0, 13.0), pad].concat()
        });
        let rim = rim.unwrap_or_default();
        self.map.with_untracked(|map| {
            if let Some(map) = map {
                bridge::set_data(map, "rim", &earth::points(&rim));
            }
        });
    }

    /// Looks there; slowly means in 240 ms.
    pub fn look(self, to: Camera, slowly: bool) {
        self.map.with_untracked(|map| match map {
            Some(map) => bridge::look(map, to.lng, to.lat, to.zoom, slowly),
            None if self.progress.get_untracked() == Progress::Failed => self.come_to(to, true),
            None => {}
        });
    }

    /// Writes down where the map looks, and as the desk's view where it has come to rest.
    pub(super) fn come_to(self, camera: Camera, rests: bool) {
        self.camera.set(Some(camera));
        if rests {
            let Camera { lng, lat, zoom, .. } = camera;
            let view = View { lng, lat, zoom };
            self.written.set_value(Some(view));
            if self.desk.view.get_untracked() != Some(view) {
                self.desk.view.set(Some(view));
            }
        }
    }

    /// Takes in every finding, or Syria where there is none.
    pub fn fit(self, slowly: bool) {
        let Some(camera) = self.camera.get_untracked() else {
            return;
        };
        let extent = self
            .desk
            .analysis
            .with_untracked(|a| a.as_ref().and_then(|a| sheet::first_look(a)));
        let to = match extent {
            Some(extent) => camera.fitted(extent, self.margin(&camera)),
            None => camera.fitted(Extent::SYRIA, Inset::even(16.0)),
        };
        self.fit_at.set_value(Some(to));
        self.look(to, slowly);
    }

    /// Moves by a part of the sheet: right and down.
    pub fn pan(self, right: f64, down: f64) {
        let Some(camera) = self.camera.get_untracked() else {
            return;
        };
        let (lng, lat) =
            camera.unproject(camera.width * (0.5 + right), camera.height * (0.5 + down));
        self.look(Camera { lng, lat, ..camera }, true);
    }

    pub fn zoom(self, by: f64) {
        let Some(camera) = self.camera.get_untracked() else {
            return;
        };
        self.look(
            Camera {
                zoom: camera.zoom + by,
                ..camera
            },
            true,
        );
    }

    pub(super) fn style(self) -> (String, String) {
        let palette = Palette::new(self.desk.dark.get());
        let style = self.sheet.with(|sheet| {
            let empty = Vec::new();
            let (governorates, places) = sheet
                .as_ref()
                .map_or((&empty, &empty), |s| (&s.governorates, &s.places));
            style(&Setting {
                palette,
                language: self.desk.language.get(),
                governorates,
                places,
            })
        });
        (style, json!(marks::images(palette)).to_string())
    }

    pub(super) fn title(self) -> &'static str {
        self.say("خريطة ما ورد في المقال", "Map of what the article names")
    }

    /// The one of two wordings that the interface speaks.
    pub fn say(self, ar: &'static str, en: &'static str) -> &'static str {
        match self.desk.language.get() {
            Language::Ar => ar,
            Language::En => en,
        }
    }
}
