//! How the map and the desk are tied: what one of them does, the other follows.

use super::bridge::{self, Map};
use super::camera::{Camera, Extent, Inset};
use super::frame::BAND;
use super::plate::{Plate, Progress};
use super::style::POINTABLE;
use super::{earth, ground, sheet, words};
use crate::Finding;
use crate::ui::View;
use crate::ui::live::follow;
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen::prelude::*;

/// The zoom at which a village stands among its neighbours.
const CLOSE: f64 = 9.5;

impl Plate {
    /// Fetches MapLibre and makes the map in its element.
    pub(super) async fn begin(self, element: web_sys::Element) {
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
                leptos::logging::warn!("the map is drawn as a picture: {error:?}");
                self.stand_as_picture(element, first).await;
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
            self.come_to(camera, rests);
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
        });
        bridge::on_move(&map, &moved);
        let pointed = Closure::new(move |key: String, pressed: bool| {
            if self.aim.with_untracked(Option::is_some) {
                return;
            }
            let finding = Finding::from_code(&key);
            if pressed {
                self.desk.open.set(finding);
            } else {
                self.desk.pointed.set(finding);
            }
        });
        bridge::on_pointer(&map, POINTABLE.map(str::to_string).to_vec(), &pointed);
        let spotted = Closure::new(move |lng: f64, lat: f64, pressed: bool| {
            let spot = lng.is_finite().then_some((lng, lat));
            self.under.set(spot);
            if let Some(spot) = spot.filter(|_| pressed) {
                self.hit(spot);
            }
        });
        bridge::on_spot(&map, &spotted);
        let dragged = Closure::new(move |lng: f64, lat: f64, dropped: bool| {
            let spot = lng.is_finite().then_some((lng, lat));
            self.held.set(spot.filter(|_| !dropped));
            if let (Some(spot), true, Some((start, end))) = (spot, dropped, self.movable()) {
                self.place(start, end, spot);
            }
        });
        bridge::on_drag(&map, &dragged);
        let drawn = Closure::new(move || self.progress.set(Progress::Ready));
        bridge::on_drawn(&map, &drawn);
        moved.forget();
        pointed.forget();
        drawn.forget();
        spotted.forget();
        dragged.forget();
        self.map.set(Some(map));
        self.keep_lettering_off_the_edge(self.camera.get_untracked());
    }

    /// Without MapLibre: the sheet is drawn as a picture, which buttons move.
    async fn stand_as_picture(self, element: web_sys::Element, first: Camera) {
        self.fetch_base().await;
        self.progress.set(Progress::Failed);
        self.come_to(first, false);
        window_event_listener(leptos::ev::resize, move |_| {
            if let Some(camera) = self.camera.get_untracked() {
                let (width, height) = (
                    element.client_width().into(),
                    element.client_height().into(),
                );
                self.come_to(
                    Camera {
                        width,
                        height,
                        ..camera
                    },
                    true,
                );
            }
        });
    }

    /// The words of the mention whose note is open: its mark may be dragged.
    fn movable(self) -> Option<(u32, u32)> {
        let Some(Finding::Mention(id)) = self.desk.open.get_untracked() else {
            return None;
        };
        self.desk.analysis.with_untracked(|analysis| {
            let mentions = &analysis.as_ref()?.mentions;
            mentions
                .iter()
                .find(|m| m.id == id)
                .map(|m| (m.start, m.end))
        })
    }

    /// Does something whenever the map stands, as itself or as a picture, and what the closure reads has changed.
    fn standing(self, act: impl Fn() + 'static) {
        let stands = Memo::new(move |_| self.camera.with(Option::is_some));
        follow(move || {
            if stands.get() {
                act();
            }
        });
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

    pub(super) fn follow_the_desk(self) {
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
            let open = desk
                .open
                .get()
                .filter(|open| matches!(open, Finding::Mention(_)));
            let keys = desk
                .analysis
                .with(|a| a.as_ref().map(|a| sheet::opened(a, open)));
            bridge::let_move(map, &keys.unwrap_or_default().concat());
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
        self.standing(move || {
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
        self.standing(move || {
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
        self.standing(move || {
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
