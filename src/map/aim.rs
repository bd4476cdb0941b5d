//! What the reader aims at on the map: where a place is put, or the spots of a way that is measured.
//!
//! A press on the map hits its spot. Without a pointer, keys and the pad move the map under the cross in its middle, and
//! the button hits what lies there.

use super::earth::Spot;
use super::plate::Plate;
use super::route::Route;
use crate::Becomes;
use crate::geodesy::round;
use crate::text::position::written;
use crate::ui::live::{Show, follow, live};
use crate::ui::numerals::position;
use crate::ui::{clipboard, focus_soon};
use leptos::prelude::*;
use std::fmt::Write;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// What a hit on the map does.
#[derive(Debug, Clone, PartialEq)]
pub enum Aim {
    /// Puts the place of the words with this span there.
    Place { start: u32, end: u32, words: String },
    /// Adds a spot to the way.
    Measure,
}

impl Plate {
    /// Begins to aim.
    pub fn take_aim(self, aim: Aim) {
        self.route.set(Route::default());
        self.aim.set(Some(aim));
        focus_soon(".map-aim .hit");
    }

    /// Aims no more.
    pub fn put_down(self) {
        self.aim.set(None);
        self.route.set(Route::default());
    }

    /// The reader hit a spot of the map.
    pub(super) fn hit(self, spot: Spot) {
        match self.aim.get_untracked() {
            Some(Aim::Place { start, end, .. }) => {
                self.place(start, end, spot);
                self.put_down();
                focus_soon("#note-name");
            }
            Some(Aim::Measure) => self.route.update(|route| route.spots.push(spot)),
            None => {}
        }
    }

    /// Writes down that the words with this span are there, in one step.
    pub(super) fn place(self, start: u32, end: u32, (lon, lat): Spot) {
        // Five decimals: a metre, and no hand is surer.
        let becomes = Becomes::Point {
            lat: round(lat, 1e5),
            lon: round(lon, 1e5),
        };
        self.desk.correct(start, end, Some(becomes));
    }

    /// The spot under the pointer, or else in the middle of the map.
    fn spot(self) -> Option<Spot> {
        self.under
            .get()
            .or_else(|| self.camera.get().map(|c| (c.lng, c.lat)))
    }

    /// Copies that spot.
    fn copy_spot(self) {
        if let Some((lng, lat)) = untrack(|| self.spot()) {
            clipboard::copy(written(lat, lng), self.copied);
        }
    }

    /// Whether a key pressed anywhere on the page was the map's: Escape while it is aimed at, C for what lies under the
    /// pointer.
    pub fn heeds(self, event: &KeyboardEvent) -> bool {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let elsewhere = "input, textarea, select, dialog";
        if target.is_some_and(|e| e.closest(elsewhere).is_ok_and(|found| found.is_some())) {
            return false;
        }
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if event.key() == "Escape" && self.aim.with_untracked(Option::is_some) {
            self.put_down();
        } else if event.code() == "KeyC" && plain && self.under.with_untracked(Option::is_some) {
            self.copy_spot();
        } else {
            return false;
        }
        true
    }

    /// The spot under the cross.
    fn middle(self) -> Option<Spot> {
        self.camera.get_untracked().map(|c| (c.lng, c.lat))
    }
}

/// The strip that says what the map waits for, with the buttons that do it without a pointer.
#[component]
pub fn AimStrip(plate: Plate) -> impl IntoView {
    const STEP: f64 = 0.05;
    let desk = plate.desk;
    let is_placing = move || matches!(plate.aim.get(), Some(Aim::Place { .. }));
    // What was aimed at is gone with its note or its text.
    follow(move || {
        desk.text.track();
        desk.open.track();
        if matches!(plate.aim.get_untracked(), Some(Aim::Place { .. })) {
            plate.put_down();
        }
    });
    let keys = move |event: KeyboardEvent| {
        let (right, down) = match event.key().as_str() {
            "ArrowUp" => (0.0, -STEP),
            "ArrowDown" => (0.0, STEP),
            "ArrowLeft" => (-STEP, 0.0),
            "ArrowRight" => (STEP, 0.0),
            "Backspace" => {
                plate.route.update(|route| {
                    route.spots.pop();
                });
                return;
            }
            _ => return,
        };
        event.prevent_default();
        plate.pan(right, down);
    };
    view! {
        <Show when=move || plate.aim.with(Option::is_some)>
            <div class="map-aim" role="group" aria-label=live(move || plate.say("التأشير على الخريطة", "Aim on the map")) on:keydown=keys>
                <p role="status" dir="auto">{live(move || match plate.aim.get() {
                    Some(Aim::Place { words, .. }) => format!("{} «{words}»", plate.say("اضغط على الخريطة حيث", "Press the map where this is:")),
                    _ if plate.route.with(|r| r.spots.len() < 2) => plate.say("اضغط نقاط الطريق على الخريطة", "Press the points of the way on the map").to_string(),
                    _ => plate.route.with(|route| route.told(desk.language.get())),
                })}</p>
                <button class="button outlined hit" on:click=move |_| {
                    if let Some(spot) = plate.middle() {
                        plate.hit(spot);
                    }
                }>
                    {live(move || if is_placing() { plate.say("هنا، تحت الصليب", "Here, under the cross") } else { plate.say("نقطة تحت الصليب", "A point under the cross") })}
                </button>
                <button class="button" on:click=move |_| plate.put_down()>
                    {live(move || if is_placing() { plate.say("إلغاء", "Cancel") } else { plate.say("إنهاء", "End") })}
                </button>
            </div>
        </Show>
    }
}

/// What is drawn over the map while the reader aims: the cross, the way, and the mark that is being dragged.
#[component]
pub fn Aimed(plate: Plate) -> impl IntoView {
    live(move || {
        let camera = plate.camera.get()?;
        let aims = plate.aim.with(Option::is_some);
        let held = plate.held.get().map(|(lng, lat)| camera.project(lng, lat));
        if !aims && held.is_none() {
            return None;
        }
        let spots = plate.route.with(|route| {
            let spots = route.spots.iter();
            spots
                .map(|&(lng, lat)| camera.project(lng, lat))
                .collect::<Vec<_>>()
        });
        let mut way = String::new();
        let mut stops = String::new();
        for (nth, (x, y)) in spots.iter().enumerate() {
            let _ = write!(way, "{}{x:.1} {y:.1}", if nth == 0 { 'M' } else { 'L' });
            let _ = write!(stops, "M{x:.1} {y:.1}h0");
        }
        let (x, y) = (camera.width / 2.0, camera.height / 2.0);
        let cross = aims.then(|| {
            format!(
                "M{:.1} {y:.1}h12m8 0h12M{x:.1} {:.1}v12m0 8v12",
                x - 16.0,
                y - 16.0
            )
        });
        Some(view! {
            <svg class="map-aimed" aria-hidden="true" viewBox=format!("0 0 {} {}", camera.width, camera.height)>
                <path class="casing" d=way.clone()/>
                <path class="way" d=way/>
                <path class="stops" d=stops/>
                <path class="casing" d=cross.clone()/>
                <path class="cross" d=cross/>
                {held.map(|(x, y)| view! { <circle class="held" cx=x cy=y r="9"/> })}
            </svg>
        })
    })
}

/// Tools of the map, and the position under the pointer, or else of the map's middle.
#[component]
pub fn Tools(plate: Plate) -> impl IntoView {
    let measures = move || plate.aim.get() == Some(Aim::Measure);
    view! {
        <div class="map-tools" role="group" aria-label=live(move || plate.say("أدوات الخريطة", "Tools of the map"))>
            {tool(plate, "تملأ الخريطة الشاشة", "Map on the full screen", "M5 10V5h5M14 5h5v5M19 14v5h-5M10 19H5v-5", fill_screen)}
            <button
                type="button"
                aria-label=live(move || plate.say("قِس مسافة", "Measure a distance"))
                title=live(move || plate.say("قِس مسافة", "Measure a distance"))
                aria-pressed=live(move || measures().to_string())
                on:click=move |_| if measures() { plate.put_down() } else { plate.take_aim(Aim::Measure) }
            >
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 15 15 4l5 5L9 20ZM8 11l2.5 2.5M11 8l2.5 2.5"/></svg>
            </button>
        </div>
        <button
            type="button"
            class="map-spot"
            title=live(move || plate.say("نسخ الإحداثيات (C)", "Copy the coordinates (C)"))
            on:click=move |_| plate.copy_spot()
        >
            <bdi>{live(move || match plate.spot() {
                _ if plate.copied.get() => plate.say("نُسخت", "Copied").to_string(),
                Some((lng, lat)) => position(lat, lng, Some(0.1), plate.desk.language.get()),
                None => String::new(),
            })}</bdi>
        </button>
    }
}

fn tool(
    plate: Plate,
    ar: &'static str,
    en: &'static str,
    path: &'static str,
    act: fn(),
) -> impl IntoView {
    view! {
        <button type="button" aria-label=live(move || plate.say(ar, en)) title=live(move || plate.say(ar, en)) on:click=move |_| act()>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d=path/></svg>
        </button>
    }
}

/// Gives the map the whole screen, or takes it back.
fn fill_screen() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Ok(Some(plate)) = document.query_selector(".map-plate") {
        // A browser that refuses leaves the map as it is.
        let _ = plate.request_fullscreen();
    }
}
