//! What stands around the map: the graduated frame, the pad, the key with its scale, the credits.

use super::beyond::arrows;
use super::camera::Inset;
use super::frame::{BAND, frame};
use super::key::Entry;
use super::plate::Plate;
use super::shapes::Symbol;
use super::words::{in_digits, kilometres};
use crate::Finding;
use crate::ui::live::live;
use leptos::prelude::*;

/// The graduated frame, recomputed as the map moves.
#[component]
pub fn Frame(plate: Plate) -> impl IntoView {
    let drawn = move || {
        plate
            .camera
            .get()
            .filter(|_| plate.is_framed())
            .map(|camera| (frame(&camera, plate.desk.language.get()), camera))
    };
    live(move || {
        drawn().map(|(frame, camera)| {
            let figures = frame.figures.into_iter().map(|f| {
                let place = format!("translate({:.1} {:.1}) rotate({})", f.x, f.y, f.turned);
                view! { <text transform=place>{f.text}</text> }
            });
            view! {
                <svg class="map-frame" aria-hidden="true" viewBox=format!("0 0 {} {}", camera.width, camera.height)>
                    <path class="band" d=frame.band/>
                    <path class="bars" d=frame.bars/>
                    <path class="lines" d=frame.lines/>
                    {figures.collect_view()}
                </svg>
            }
            .into_any()
        })
    })
}

/// Arrows to the places off the sheet.
#[component]
pub fn Beyond(plate: Plate) -> impl IntoView {
    let marked = Memo::new(move |_| {
        plate
            .sheet
            .with(|s| s.as_ref().map(|s| s.marked()).unwrap_or_default())
    });
    let drawn = move || {
        let camera = plate.camera.get()?;
        let margin = if camera.is_wide() { BAND + 4.0 } else { 6.0 };
        Some(marked.with(|marked| {
            arrows(
                marked,
                &camera,
                Inset::even(margin),
                plate.desk.language.get(),
            )
        }))
    };
    live(move || {
        drawn().into_iter().flatten().map(|arrow| {
            let finding = Finding::from_code(&arrow.key);
            view! {
                <button
                    type="button"
                    class=format!("map-beyond {}", arrow.side.slug())
                    data-finding=arrow.key
                    style:left=format!("{:.0}px", arrow.x)
                    style:top=format!("{:.0}px", arrow.y)
                    on:click=move |_| plate.desk.open.set(finding)
                >
                    <svg viewBox="-6 -6 12 12" aria-hidden="true"><path d="M0-5 4 3H-4Z" transform=format!("rotate({:.0})", arrow.turned)/></svg>
                    <bdi>{arrow.text}</bdi>
                </button>
            }
        }).collect_view()
    })
}

/// A button of the pad with a drawing on 24 by 24.
fn button(
    plate: Plate,
    class: &'static str,
    ar: &'static str,
    en: &'static str,
    path: &'static str,
    act: fn(Plate),
) -> impl IntoView {
    view! {
        <button type="button" class=class aria-label=live(move || plate.say(ar, en)) title=live(move || plate.say(ar, en)) on:click=move |_| act(plate)>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d=path/></svg>
        </button>
    }
}

/// Every drag has a button: four ways to pan, two to zoom, and one that takes in all findings.
#[component]
pub fn Pad(plate: Plate) -> impl IntoView {
    const STEP: f64 = 0.3;
    view! {
        <div class="map-pad" role="group" aria-label=live(move || plate.say("تحريك الخريطة", "Move the map"))>
            {button(plate, "in", "تكبير", "Zoom in", "M12 5v14M5 12h14", |plate| plate.zoom(1.0))}
            {button(plate, "north", "شمالًا", "North", "M6 15l6-6 6 6", |plate| plate.pan(0.0, -STEP))}
            {button(plate, "west", "غربًا", "West", "M15 6l-6 6 6 6", |plate| plate.pan(-STEP, 0.0))}
            {button(plate, "fit", "كل النتائج", "All findings", "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5", |plate| plate.fit(true))}
            {button(plate, "east", "شرقًا", "East", "M9 6l6 6-6 6", |plate| plate.pan(STEP, 0.0))}
            {button(plate, "out", "تصغير", "Zoom out", "M5 12h14", |plate| plate.zoom(-1.0))}
            {button(plate, "south", "جنوبًا", "South", "M6 9l6 6 6-6", |plate| plate.pan(0.0, STEP))}
        </div>
    }
}

/// The key: what is on the map and nothing else; the scale; the credits.
#[component]
pub fn Key(plate: Plate) -> impl IntoView {
    let entries = Memo::new(move |_| {
        plate
            .sheet
            .with(|s| s.as_ref().map(|s| s.key()).unwrap_or_default())
    });
    view! {
        <aside class="map-key" aria-label=live(move || plate.say("مفتاح الخريطة", "Key to the map"))>
            <ul>
                {live(move || {
                    let language = plate.desk.language.get();
                    entries.get().into_iter().map(|entry| view! { <li>{sample(entry)}{entry.name(language)}</li> }).collect_view()
                })}
            </ul>
            <p class="credits">
                {live(move || plate.say("الخريطة: ", "Map: "))}
                <bdi>"Natural Earth"</bdi>
                {live(move || plate.say(" (ملك عام) · ", " (public domain) · "))}
                <bdi>"GeoNames"</bdi>" ("<bdi>"CC BY 4.0"</bdi>") · "<bdi>"OurAirports"</bdi>
            </p>
            <Scale plate=plate/>
        </aside>
    }
}

fn sample(entry: Entry) -> AnyView {
    match entry {
        Entry::Event(symbol) => view! {
            <svg class=format!("symbol {}", symbol.slug()) viewBox="0 0 24 24" aria-hidden="true"><path fill-rule="evenodd" d=symbol.filled()/></svg>
        }
        .into_any(),
        Entry::Approximate => view! {
            <svg class="symbol hollow" viewBox="0 0 24 24" aria-hidden="true"><path d=Symbol::Strategic.outline()/></svg>
        }
        .into_any(),
        Entry::Measured => swatch("measured", entry),
        Entry::Stated => swatch("stated", entry),
        Entry::PlacedByText => swatch("cross", entry),
        Entry::Doubt => swatch("doubt", entry),
        Entry::Unnamed => swatch("dotted", entry),
        Entry::Namesake => swatch("ghost", entry),
    }
}

fn swatch(class: &'static str, entry: Entry) -> AnyView {
    view! { <svg class=format!("swatch {class}") viewBox="0 0 26 14" aria-hidden="true"><path d=entry.swatch()/></svg> }.into_any()
}

/// The scale bar. Its zero stands where reading starts.
#[component]
fn Scale(plate: Plate) -> impl IntoView {
    const LONGEST: f64 = 100.0;
    live(move || {
        plate.camera.get().map(|camera| {
            let language = plate.desk.language.get();
            let (km, pixels) = camera.scale_bar(LONGEST);
            let figure = |km: f64| in_digits(&format!("{}", (km * 100.0).round() / 100.0), language);
            let far = kilometres(km, language);
            // Room for half a figure at either end.
            let width = LONGEST + 44.0;
            let arabic = language == crate::analysis::Language::Ar;
            let at = |part: f64| {
                let along = 12.0 + part * pixels;
                if arabic { width - along } else { along }
            };
            let (start, half, end) = (at(0.0), at(0.5), at(1.0));
            let bar = format!("M{start:.1} 15.5H{end:.1}v4H{start:.1}Z");
            let dark = format!("M{start:.1} 15.5H{half:.1}v4H{start:.1}Z");
            view! {
                <svg class="map-scale" role="img" aria-label=far.clone() width=width height="22" viewBox=format!("0 0 {width} 22")>
                    <path class="bar" d=bar/>
                    <path class="dark" d=dark/>
                    <text x=start y="11">{figure(0.0)}</text>
                    {(pixels > 66.0).then(|| view! { <text x=half y="11">{figure(km / 2.0)}</text> })}
                    <text x=end y="11">{far.clone()}</text>
                </svg>
            }
            .into_any()
        })
    })
}
