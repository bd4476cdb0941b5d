//! The events of a report, each with its facts and the words it was read in.

use crate::analysis::{Analysis, Event, Language};
use crate::ui::icon::event_symbol;
use crate::ui::numerals::{count, numerals};
use crate::ui::screen::Screen;
use crate::ui::words::{comma, words};
use crate::ui::{dates, event_kind, place_name, quote};
use leptos::prelude::*;

/// All events in the order of the text, or a sentence where there is none.
pub fn told(screen: Screen, analysis: &Analysis, language: Language) -> AnyView {
    if analysis.events.is_empty() {
        return view! { <p>{words(language).no_events}</p> }.into_any();
    }
    let events = analysis.events.iter();
    let told = events.map(|event| event_told(screen, event, analysis, language));
    view! { <ol class="told">{told.collect_view()}</ol> }.into_any()
}

fn event_told(screen: Screen, event: &Event, analysis: &Analysis, language: Language) -> AnyView {
    let w = words(language);
    let places = place_name::of_event(event, analysis, language);
    let when = event
        .date
        .as_ref()
        .map(|when| dates::span(when, analysis.date, language));
    let actors: Vec<_> = event.actors.iter().map(|a| a.text.as_str()).collect();
    let comma = comma(language);
    let facts = [
        (w.where_, Some(places.join(comma)).filter(|t| !t.is_empty())),
        (w.when, when),
        (w.actors, Some(actors.join(comma)).filter(|t| !t.is_empty())),
        (w.killed, event.killed.as_ref().map(|c| count(c, language))),
        (
            w.wounded,
            event.wounded.as_ref().map(|c| count(c, language)),
        ),
        (
            w.according_to,
            event.source.as_ref().map(|s| s.text.clone()),
        ),
    ];
    let facts = facts.into_iter().filter_map(|(name, text)| {
        Some(view! { <div><dt>{name}</dt><dd dir="auto">{text?}</dd></div> })
    });
    let quote = screen
        .desk
        .text
        .with_untracked(|text| quote::quote(text, event.start, event.end));
    view! {
        <li class=event_kind::shape(&event.event_type)>
            <h3>
                <span>{numerals(&(event.id + 1).to_string(), language)}</span>
                {event_symbol(event, analysis)}
                {event_kind::name(&event.event_type, &event.sub_type, language)}
            </h3>
            <dl>{facts.collect_view()}</dl>
            <blockquote dir="auto">{quote.before}<b>{quote.words}</b>{quote.after}</blockquote>
        </li>
    }
    .into_any()
}
