//! The phone's sheet over the map: it rests low, half way or high, by dragging or by its button.

use super::icon::{event_symbol, line_sample};
use super::numerals::doubt;
use super::screen::{Rest, Screen};
use super::words::{counted_findings, words};
use super::{event_kind, place_name};
use crate::Finding;
use crate::analysis::{Analysis, Language};
use crate::map::Certainty;
use crate::ui::live::live;
use leptos::prelude::*;
use web_sys::PointerEvent;

/// How far a finger goes, in CSS pixels, before it is a drag and no tap.
const DRAG: i32 = 24;

/// The handle at the sheet's top.
#[component]
pub fn Grip() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    // Where the finger came down, until it has dragged the sheet; `None` after that.
    let from = StoredValue::new(None::<i32>);
    let was_dragged = StoredValue::new(false);
    let name = move || match screen.rest.get() {
        Rest::Low => desk.say(|w| w.sheet_middle)(),
        Rest::Middle => desk.say(|w| w.sheet_high)(),
        Rest::High => desk.say(|w| w.sheet_low)(),
    };
    let press = move |event: PointerEvent| {
        from.set_value(Some(event.client_y()));
        was_dragged.set_value(false);
    };
    let drag = move |event: PointerEvent| {
        let Some(moved) = from
            .get_value()
            .map(|from| event.client_y() - from)
            .filter(|moved| moved.abs() >= DRAG)
        else {
            return;
        };
        screen.rest.update(|rest| {
            *rest = if moved < 0 {
                higher(*rest)
            } else {
                lower(*rest)
            }
        });
        from.set_value(None);
        was_dragged.set_value(true);
    };
    let click = move |_| {
        if !was_dragged.get_value() {
            screen.rest.update(|rest| *rest = after(*rest));
        }
        was_dragged.set_value(false);
    };
    view! {
        <button class="grip" aria-label=name on:pointerdown=press on:pointermove=drag on:click=click>
            <i></i>
        </button>
    }
}

fn higher(rest: Rest) -> Rest {
    match rest {
        Rest::Low => Rest::Middle,
        Rest::Middle | Rest::High => Rest::High,
    }
}

fn lower(rest: Rest) -> Rest {
    match rest {
        Rest::High => Rest::Middle,
        Rest::Middle | Rest::Low => Rest::Low,
    }
}

/// Where the button takes the sheet: up by steps, then down.
fn after(rest: Rest) -> Rest {
    match rest {
        Rest::Low => Rest::Middle,
        Rest::Middle => Rest::High,
        Rest::High => Rest::Low,
    }
}

/// What is open, in one line, with the way to its note; else how much was found.
#[component]
pub fn Strip() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    view! {
        {live(move || {
            let language = desk.language.get();
            let open = desk.open.get();
            desk.analysis.with(|analysis| {
                let analysis = analysis.as_ref()?;
                Some(match open.and_then(|finding| summary(finding, analysis, language)) {
                    Some(summary) => view! {
                        <button class="strip" on:click=move |_| {
                            screen.note_raised.set(true);
                            screen.rest.set(Rest::High);
                        }>
                            {summary}
                            <span class="go">{words(language).why}</span>
                        </button>
                    }
                    .into_any(),
                    None => view! { <p class="strip quiet">{counts(analysis, language)}</p> }.into_any(),
                })
            })
        })}
    }
}

fn counts(analysis: &Analysis, language: Language) -> String {
    counted_findings(analysis, language).join(" · ")
}

fn summary(finding: Finding, analysis: &Analysis, language: Language) -> Option<AnyView> {
    let w = words(language);
    Some(match finding {
        Finding::Mention(id) => {
            let mention = analysis.mentions.iter().find(|m| m.id == id)?;
            view! {
                <span class="name" dir="auto">{place_name::of(mention, language)}</span>
                <span class="state">
                    {line_sample(Certainty::of(mention).slug())}
                    {place_name::how(mention, w)}
                    {mention.uncertainty_km.map(|km| view! { <b>{doubt(km, language)}</b> })}
                </span>
            }
            .into_any()
        }
        Finding::Distance(id) => {
            let distance = analysis.distances.iter().find(|d| d.id == id)?;
            view! {
                <span class="name">{place_name::stated(distance, language)}</span>
                <span class="state">{place_name::verdict(distance.verdict, w)}</span>
            }
            .into_any()
        }
        Finding::Event(id) => {
            let event = analysis.events.iter().find(|e| e.id == id)?;
            view! {
                <span class="name">{event_kind::name(&event.event_type, &event.sub_type, language)}</span>
                <span class=format!("state {}", event_kind::shape(&event.event_type))>{event_symbol(event, analysis)}</span>
            }
            .into_any()
        }
    })
}
