//! The map's place on the page.

use super::aim::{AimStrip, Aimed, Tools};
use super::furniture::{Beyond, Frame, Key, Pad};
use super::plate::{Plate, Progress};
use crate::ui::live::live;
use leptos::html::Div;
use leptos::prelude::*;

/// The map with its frame, pad, key and credits; fills the element it stands in.
#[component]
pub fn MapPlate(plate: Plate) -> impl IntoView {
    let desk = plate.desk;
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
        <div class="map-plate" data-map-state=live(move || plate.progress.get().slug()) class:aimed=live(move || plate.aim.with(Option::is_some)) class:bare=live(move || desk.analysis.with(Option::is_none))>
            <div class="map-sheet">
                <div class="map-canvas" node_ref=node></div>
                <Drawn plate=plate/>
                <Frame plate=plate/>
                <Beyond plate=plate/>
                <Aimed plate=plate/>
                <AimStrip plate=plate/>
                <Tools plate=plate/>
                <Pad plate=plate/>
                <p class="map-word" role="status">
                    {live(move || match plate.progress.get() {
                        Progress::Loading => plate.say("تُرسم الخريطة…", "The map is being drawn…"),
                        Progress::Failed => plate.say(
                            "لا WebGL في هذا المتصفح: الخريطة صورة، تحرّكها الأزرار.",
                            "This browser has no WebGL: the map is a picture, which the buttons move.",
                        ),
                        Progress::Ready => "",
                    })}
                </p>
            </div>
            <Key plate=plate/>
        </div>
    }
}

/// The sheet as a picture, where there is no MapLibre to draw it. Its marks answer to the pointer like all that bears
/// a finding's code.
#[component]
fn Drawn(plate: Plate) -> impl IntoView {
    live(move || {
        let camera = plate
            .camera
            .get()
            .filter(|_| plate.progress.get() == Progress::Failed)?;
        let map = plate.with_picture(camera, plate.desk.dark.get(), |picture| picture.map())?;
        Some(
            view! { <div class="map-drawn" role="img" aria-label=live(move || plate.title()) inner_html=map></div> },
        )
    })
}
