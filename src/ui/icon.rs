//! Drawings of the symbol sheet that stands in the page.

use super::event_kind;
use crate::analysis::{Analysis, Event};
use leptos::prelude::*;

/// An icon of the interface; hidden from screen readers, so what holds it needs a name.
#[component]
pub fn Icon(
    name: &'static str,
    /// Whether it turns round with the direction of reading.
    #[prop(optional)]
    mirrored: bool,
) -> impl IntoView {
    view! {
        <svg class="icon" class:mirrored=mirrored aria-hidden="true">
            <use href=format!("#icon-{name}")></use>
        </svg>
    }
}

/// The symbol of an event's type: filled on a named place, hollow on an area.
pub fn event_symbol(event: &Event, analysis: &Analysis) -> AnyView {
    let exact = event_kind::is_exact(event, analysis);
    let shape = event_kind::shape(&event.event_type);
    let href = format!("#event-{shape}{}", if exact { "" } else { "-hollow" });
    view! {
        <svg class="symbol" class:hollow=!exact viewBox="0 0 24 24" aria-hidden="true">
            <use href=href></use>
        </svg>
    }
    .into_any()
}

/// The symbol of a type by itself.
pub fn type_symbol(event_type: &str) -> AnyView {
    let href = format!("#event-{}", event_kind::shape(event_type));
    view! { <svg class="symbol" viewBox="0 0 24 24" aria-hidden="true"><use href=href></use></svg> }
        .into_any()
}

/// A sample of a line: `kind` is a certainty, `measured` or `stated`.
pub fn line_sample(kind: &'static str) -> AnyView {
    view! { <span class=format!("line {kind}") aria-hidden="true"></span> }.into_any()
}
