//! The note of an event: what, where, when, who, how many, according to whom.

use super::{event_form, heading};
use crate::analysis::{Analysis, Claim, Count, Event, Language};
use crate::map::Certainty;
use crate::ui::event_draft::EventDraft;
use crate::ui::icon::{event_symbol, line_sample};
use crate::ui::live::{Show, live};
use crate::ui::numerals::count;
use crate::ui::screen::{Editing, Screen};
use crate::ui::words::words;
use crate::ui::{dates, event_kind, place_name, related};
use crate::{Becomes, EventFacts, Finding};
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
    let own = screen
        .desk
        .corrections
        .with_untracked(|all| all.of_event(trigger).map(|(at, told)| (at, told.clone())));
    let own_letters = own.as_ref().map(|(at, _)| *at);
    let facts = match own {
        Some((_, Becomes::Event(facts))) => facts,
        _ => EventFacts::default(),
    };
    let draft = EventDraft::of(event, analysis);
    let edit = move |_| {
        screen.editing.set(Some(Editing {
            trigger,
            before: draft.clone(),
            draft: draft.clone(),
        }))
    };
    let is_edited = move || {
        screen
            .editing
            .with(|e| e.as_ref().is_some_and(|e| e.trigger == trigger))
    };
    view! {
        <h2 id="note-name" tabindex="-1"><span>{event_kind::name(&event.event_type, &event.sub_type, language)}</span></h2>
        <p class=format!("how {}", event_kind::shape(&event.event_type))>
            {event_symbol(event, analysis)}
            {event_kind::name(&event.event_type, "", language)}
            {sure(event, language)}
        </p>
        {clause(event)}
        <Show when=is_edited>
            {screen.desk.analysis.get_untracked().map(|analysis| event_form::form(screen, analysis, language))}
        </Show>
        <div class="told" class:elsewhere=live(is_edited)>
            {heading(w.what_it_says)}
            <dl class="facts">
                <dt>{w.where_}</dt>
                <dd class:own=facts.places.is_some()>{if event.places.is_empty() { w.not_stated.into_any() } else { places.into_any() }}</dd>
                <dt>{w.when}</dt>
                <dd class:own=facts.date.is_some()>{when.map_or_else(|| w.undated.into_any(), IntoAny::into_any)}</dd>
                {(!event.actors.is_empty()).then(|| view! { <dt>{w.actors}</dt><dd>{actors}</dd> })}
                <dt>{w.killed}</dt>
                <dd class:own=facts.killed.is_some()>{figure(event.killed.as_ref(), language)}</dd>
                {(event.wounded.is_some() || facts.wounded.is_some()).then(|| view! {
                    <dt>{w.wounded}</dt>
                    <dd class:own=facts.wounded.is_some()>{figure(event.wounded.as_ref(), language)}</dd>
                })}
                <dt>{w.according_to}</dt>
                <dd>{event.source.as_ref().map_or_else(
                    || w.the_article.into_any(),
                    |source| view! { <span class="quoted" dir="auto">{source.text.clone()}</span> }.into_any(),
                )}</dd>
                {event.rival.iter().map(|claim| rival(claim, language)).collect_view()}
            </dl>
            <div class="acts">
                {own_letters.map(|letters| view! {
                    <button class="button outlined" on:click=move |_| screen.desk.tell_event(letters, None)>{w.undo}</button>
                })}
                <button class="button outlined" on:click=edit>{w.correct_event}</button>
                <button class="button outlined" on:click=move |_| {
                    screen.desk.tell_event(own_letters.unwrap_or(trigger), Some(Becomes::NoEvent));
                    screen.close();
                }>
                    {w.not_an_event}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// How sure the reading is, as a line and a word.
fn sure(event: &Event, language: Language) -> AnyView {
    let w = words(language);
    let certainty = Certainty::of_event(event);
    let word = match certainty {
        Certainty::Yours => w.corrected_by_you,
        Certainty::Settled => w.plainly_told,
        Certainty::Likely => w.likely,
        Certainty::Open => w.doubtful,
    };
    view! { <span class="sure">{line_sample(certainty.slug())}{word}</span> }.into_any()
}

/// The clause that tells the event, its trigger set off.
fn clause(event: &Event) -> AnyView {
    let at = |letter: u32| {
        letter
            .clamp(event.start, event.end)
            .saturating_sub(event.start) as usize
    };
    let (from, to) = (at(event.trigger.start), at(event.trigger.end));
    let words = |skip, take| event.text.chars().skip(skip).take(take).collect::<String>();
    view! {
        <blockquote class="quote" dir="auto">
            {words(0, from)}
            <b>{words(from, to - from)}</b>
            {words(to, usize::MAX)}
        </blockquote>
    }
    .into_any()
}

/// A figure with its own words: "٣٠٠ فأكثر «أكثر من 300»".
fn figure(figure: Option<&Count>, language: Language) -> AnyView {
    let Some(figure) = figure else {
        return words(language).not_stated.into_any();
    };
    // What the reader wrote, or a plain number, needs no quotation.
    let is_stated = figure.text.chars().any(char::is_alphabetic);
    view! {
        {count(figure, language)}
        {is_stated.then(|| view! { <span class="quoted" dir="auto">{figure.text.clone()}</span> })}
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
