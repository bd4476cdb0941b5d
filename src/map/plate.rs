//! The plate: the map on the screen, tied to the desk both ways.

use super::bridge::{self, Map};
use super::camera::{Camera, Extent, Inset};
use super::frame::BAND;
use super::furniture::{Beyond, Frame, Key, Pad};
use super::sheet::{self, Sheet};
use super::style::{POINTABLE, Setting, style};
use super::{Palette, earth, ground, marks, words};
use crate::Finding;
use crate::analysis::Language;
use crate::ui::live::{follow, live};
use crate::ui::{Desk, View};
use leptos::html::Div;
use leptos::prelude::*;
use serde_json::json;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// The zoom at which a village stands among its neighbours.
const CLOSE: f64 = 9.5;

/// How far the map has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Loading,
    Ready,
    /// No WebGL, or MapLibre did not arrive.
    Failed,
}

impl Progress {
    fn slug(self) -> &'static str {
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
    map: RwSignal<Option<Map>, LocalStorage>,
    /// Whether lettering is kept off the edge at the moment.
    rimmed: StoredValue<bool>,
    /// The text that the camera was last fitted to.
    fitted: StoredValue<Option<String>>,
    /// Where the last fit looked: while nobody has moved the map away, a sheet of another size is fitted anew.
    fit_at: StoredValue<Option<Camera>>,
    /// Whether the view came from outside, with a text still to be read: then nothing is fitted to that text.
    sent: StoredValue<bool>,
    /// What this plate wrote to the desk as its view: another one there comes from outside.
    written: StoredValue<Option<View>>,
}

impl Plate {
    fn new(desk: Desk) -> Plate {
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
    fn keep_lettering_off_the_edge(self, rests: Option<Camera>) {
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
        self.map.with_untracked(|map| {
            if let Some(map) = map {
                bridge::look(map, to.lng, to.lat, to.zoom, slowly);
            }
        });
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

    fn style(self) -> (String, String) {
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

    fn title(self) -> &'static str {
        self.say("خريطة ما ورد في المقال", "Map of what the article names")
    }

    /// The one of two wordings that the interface speaks.
    pub fn say(self, ar: &'static str, en: &'static str) -> &'static str {
        match self.desk.language.get() {
            Language::Ar => ar,
            Language::En => en,
        }
    }

    /// Fetches MapLibre and makes the map in its element.
    async fn begin(self, element: web_sys::Element) {
        let (width, height) = (
            f64::from(element.client_width()),
            f64::from(element.client_height()),
        );
        let sheet = Camera {
            lng: 38.5,
            lat: 34.9,
            zoom: 6.0,
            width,
            height,
        };
        let first = match self.desk.view.get_untracked() {
            Some(View { lng, lat, zoom }) => Camera {
                lng,
                lat,
                zoom,
                ..sheet
            },
            None => sheet.fitted(Extent::SYRIA, Inset::even(16.0)),
        };
        self.sent
            .set_value(self.desk.view.with_untracked(Option::is_some));
        self.written.set_value(self.desk.view.get_untracked());
        let (style, images) = untrack(|| self.style());
        let made = match bridge::load().await {
            Ok(_) => {
                bridge::create(&element, &style, &images, first.lng, first.lat, first.zoom).await
            }
            Err(error) => Err(error),
        };
        match made {
            Ok(map) => self.tie(map.unchecked_into()),
            Err(error) => {
                leptos::logging::warn!("the map cannot be shown: {error:?}");
                self.progress.set(Progress::Failed);
            }
        }
    }

    /// Ties the map to the desk. What the closures hear lives as long as the page, as the plate does.
    fn tie(self, map: Map) {
        let moved = Closure::new(move |lng, lat, zoom, width, height, rests: bool| {
            let camera = Camera {
                lng,
                lat,
                zoom,
                width,
                height,
            };
            let before = self.camera.get_untracked();
            self.camera.set(Some(camera));
            let resized = before.is_some_and(|b| (b.width, b.height) != (width, height));
            if resized
                && self
                    .fit_at
                    .get_value()
                    .is_some_and(|fit| fit.looks_where(&camera))
            {
                // Not at once: MapLibre would call this closure from within itself.
                request_animation_frame(move || self.fit(false));
            }
            self.keep_lettering_off_the_edge(rests.then_some(camera));
            if rests {
                let view = View { lng, lat, zoom };
                self.written.set_value(Some(view));
                if self.desk.view.get_untracked() != Some(view) {
                    self.desk.view.set(Some(view));
                }
            }
        });
        bridge::on_move(&map, &moved);
        let pointed = Closure::new(move |key: String, pressed: bool| {
            let finding = Finding::from_code(&key);
            if pressed {
                self.desk.open.set(finding);
            } else {
                self.desk.pointed.set(finding);
            }
        });
        bridge::on_pointer(&map, POINTABLE.map(str::to_string).to_vec(), &pointed);
        let drawn = Closure::new(move || self.progress.set(Progress::Ready));
        bridge::on_drawn(&map, &drawn);
        moved.forget();
        pointed.forget();
        drawn.forget();
        self.map.set(Some(map));
        self.keep_lettering_off_the_edge(self.camera.get_untracked());
    }

    /// Does something with the map whenever it stands and what the closure reads has changed.
    fn keep(self, act: impl Fn(&Map) + 'static) {
        follow(move || {
            self.map.with(|map| {
                if let Some(map) = map {
                    act(map);
                }
            });
        });
    }

    fn follow_the_desk(self) {
        let desk = self.desk;
        self.keep(move |map| {
            let (style, images) = self.style();
            bridge::restyle(map, &style, &images, self.title());
        });
        self.keep(move |map| {
            let geojson = self.sheet.with(|s| {
                s.as_ref()
                    .map_or_else(|| earth::collection(&[]), |s| s.geojson())
            });
            bridge::set_data(map, "findings", &geojson);
        });
        self.keep(move |map| {
            desk.gazetteer.with(|gazetteer| {
                if let Some(gazetteer) = gazetteer {
                    bridge::set_data(map, "settlements", &ground::settlements(gazetteer));
                }
            });
        });
        self.keep(move |map| {
            let (pointed, open) = (desk.pointed.get(), desk.open.get());
            self.sheet.with(|sheet| {
                desk.analysis.with(|analysis| {
                    if let (Some(sheet), Some(analysis)) = (sheet, analysis) {
                        bridge::set_states(
                            map,
                            sheet::quieted(sheet, analysis, pointed),
                            sheet::opened(analysis, open),
                        );
                    }
                });
            });
        });
        self.keep(move |map| {
            let looked = desk.looked.get();
            let feature = looked.as_ref().map(|looked| {
                let name = words::lettering(&looked.name, desk.language.get_untracked());
                earth::point((looked.lon, looked.lat), json!({ "name": name }))
            });
            bridge::set_data(map, "looked", &earth::collection(feature.as_slice()));
            if let (Some(looked), Some(camera)) = (looked, self.camera.get_untracked()) {
                let zoom = camera.zoom.max(CLOSE);
                self.look(
                    Camera {
                        lng: looked.lon,
                        lat: looked.lat,
                        zoom,
                        ..camera
                    },
                    true,
                );
            }
        });
        // A view set from outside.
        self.keep(move |_| {
            let Some(view) = desk.view.get() else { return };
            if Some(view) == self.written.get_value() {
                return;
            }
            if let Some(camera) = self.camera.get_untracked() {
                self.sent.set_value(true);
                self.look(
                    Camera {
                        lng: view.lng,
                        lat: view.lat,
                        zoom: view.zoom,
                        ..camera
                    },
                    false,
                );
            }
        });
        // A new text: all of it in sight, unless a view was sent with it.
        self.keep(move |_| {
            if desk.analysis.with(Option::is_none) {
                return;
            }
            let text = desk.text.get_untracked();
            if self.fitted.with_value(|f| f.as_ref() == Some(&text)) {
                return;
            }
            self.fitted.set_value(Some(text));
            if self.sent.get_value() {
                self.sent.set_value(false);
                self.keep_lettering_off_the_edge(self.camera.get_untracked());
            } else {
                self.fit(false);
            }
        });
        // An opened note: its mark in sight.
        self.keep(move |_| {
            let Some(open) = desk.open.get() else { return };
            let Some(camera) = self.camera.get_untracked() else {
                return;
            };
            let extent = desk
                .analysis
                .with_untracked(|a| a.as_ref().and_then(|a| sheet::extent_of(a, open)));
            if let Some(to) =
                extent.and_then(|extent| camera.brought_to(extent, Inset::even(BAND + 8.0)))
            {
                self.look(to, true);
            }
        });
    }
}

/// The map with its frame, pad, key and credits; fills the element it stands in.
#[component]
pub fn MapPlate(desk: Desk) -> impl IntoView {
    let plate = Plate::new(desk);
    let node = NodeRef::<Div>::new();
    plate.follow_the_desk();
    // The list is painted first: two frames go by before the map asks for anything.
    node.on_load(move |element| {
        request_animation_frame(move || {
            request_animation_frame(move || {
                leptos::task::spawn_local(plate.begin(element.into()));
            });
        });
    });
    view! {
        <div class="map-plate" data-map-state=live(move || plate.progress.get().slug()) class:bare=live(move || desk.analysis.with(Option::is_none))>
            <div class="map-sheet">
                <div class="map-canvas" node_ref=node></div>
                <Frame plate=plate/>
                <Beyond plate=plate/>
                <Pad plate=plate/>
                <p class="map-word" role="status">
                    {live(move || match plate.progress.get() {
                        Progress::Loading => plate.say("تُرسم الخريطة…", "The map is being drawn…"),
                        Progress::Failed => plate.say(
                            "تعذّر رسم الخريطة في هذا المتصفح: قد يكون WebGL معطّلًا فيه. القائمة والنص يعملان دونها.",
                            "The map cannot be drawn in this browser: WebGL may be off. The list and the text work without it.",
                        ),
                        Progress::Ready => "",
                    })}
                </p>
            </div>
            <Key plate=plate/>
        </div>
    }
}
