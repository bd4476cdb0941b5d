//! The note of an event: what, where, when, who, how many, according to whom.

use super::{heading, quotation};
use crate::Finding;
use crate::analysis::{Analysis, Claim, Event, Language};
use crate::ui::icon::event_symbol;
use crate::ui::index::count;
use crate::ui::screen::Screen;
use crate::ui::words::words;
use crate::ui::{dates, event_kind, place_name, related};
use leptos::prelude::*;

pub fn note(screen: Screen, event: &Event, analysis: &Analysis, language: Language) -> AnyView {
    let w = words(language);
    let trigger = event.trigger;
    let places = event
        .places
        .iter()
        .filter_map(|id| related::mention(*id, analysis))
        .map(|m| {
            view! {
                <button class="link" data-finding=Finding::Mention(m.id).code() dir="auto">{place_name::of(m, language)}</button>
            }
        })
        .collect_view();
    let actors = event
        .actors
        .iter()
        .map(|a| view! { <span class="quoted" dir="auto">{a.text.clone()}</span> })
        .collect_view();
    let when = event.date.as_ref().map(|when| {
        let words = (!when.text.is_empty())
            .then(|| view! { <span class="quoted" dir="auto">{when.text.clone()}</span> });
        view! { {dates::span(when, analysis.date, language)} {words} }
    });
    view! {
        <h2 id="note-name" tabindex="-1"><span>{event_kind::name(&event.event_type, &event.sub_type, language)}</span></h2>
        <p class=format!("how {}", event_kind::shape(&event.event_type))>
            {event_symbol(event, analysis)}
            {event_kind::name(&event.event_type, "", language)}
        </p>
        {quotation(screen, event.start, event.end)}
        {heading(w.what_it_says)}
        <dl class="facts">
            <dt>{w.where_}</dt>
            <dd>{if event.places.is_empty() { w.not_stated.into_any() } else { places.into_any() }}</dd>
            <dt>{w.when}</dt>
            <dd>{when.map_or_else(|| w.undated.into_any(), IntoAny::into_any)}</dd>
            {(!event.actors.is_empty()).then(|| view! { <dt>{w.actors}</dt><dd>{actors}</dd> })}
            <dt>{w.killed}</dt>
            <dd>{event.killed.as_ref().map_or_else(|| w.not_stated.to_string(), |killed| count(killed, language))}</dd>
            {event.wounded.as_ref().map(|wounded| view! { <dt>{w.wounded}</dt><dd>{count(wounded, language)}</dd> })}
            <dt>{w.according_to}</dt>
            <dd>{event.source.as_ref().map_or_else(
                || w.the_article.into_any(),
                |source| view! { <span class="quoted" dir="auto">{source.text.clone()}</span> }.into_any(),
            )}</dd>
            {event.rival.iter().map(|claim| rival(claim, language)).collect_view()}
        </dl>
        <div class="acts">
            <button class="button outlined" on:click=move |_| {
                screen.desk.strike_event(trigger);
                screen.close();
            }>
                {w.not_an_event}
            </button>
        </div>
    }
    .into_any()
}

/// What another source says of the same people.
fn rival(claim: &Claim, language: Language) -> AnyView {
    let w = words(language);
    let figures = [(w.killed, &claim.killed), (w.wounded, &claim.wounded)]
        .into_iter()
        .filter_map(|(name, figure)| Some(format!("{name}: {}", count(figure.as_ref()?, language))))
        .collect::<Vec<_>>();
    view! {
        <dt>{w.also_said}</dt>
        <dd>{figures.join(" · ")}" "<span class="quoted" dir="auto">{claim.source.text.clone()}</span></dd>
    }
    .into_any()
}
