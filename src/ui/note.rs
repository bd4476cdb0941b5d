//! The note: one finding in full, with its reasons, and what the reader may put right.

mod distance;
mod event;
mod event_form;
mod mention;

use super::icon::{Icon, line_sample};
use super::numerals::out_of;
use super::quote;
use super::screen::Screen;
use super::words::{counted_findings, words};
use crate::Finding;
use crate::analysis::{Analysis, Language};
use crate::map::Certainty;
use crate::ui::live::live;
use leptos::prelude::*;

#[component]
pub fn Note() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    view! {
        <aside class="note" aria-label=desk.say(|w| w.note)>
            {live(move || {
                let language = desk.language.get();
                let finding = desk.open.get();
                desk.analysis.with(|analysis| {
                    let analysis = analysis.as_ref()?;
                    Some(match finding {
                        Some(finding) => open_note(screen, finding, analysis, language),
                        None => overview(analysis, language),
                    })
                })
            })}
        </aside>
    }
}

fn open_note(screen: Screen, finding: Finding, analysis: &Analysis, language: Language) -> AnyView {
    let body = match finding {
        Finding::Mention(id) => analysis
            .mentions
            .iter()
            .find(|m| m.id == id)
            .map(|m| mention::note(screen, m, analysis, language)),
        Finding::Distance(id) => analysis
            .distances
            .iter()
            .find(|d| d.id == id)
            .map(|d| distance::note(screen, d, analysis, language)),
        Finding::Event(id) => analysis
            .events
            .iter()
            .find(|e| e.id == id)
            .map(|e| event::note(screen, e, analysis, language)),
    };
    match body {
        Some(body) => (live(move || bar(screen, finding, language)), body).into_any(),
        None => overview(analysis, language),
    }
}

/// Which of how many that are shown, the ones before and after it, and the way out.
fn bar(screen: Screen, finding: Finding, language: Language) -> AnyView {
    let w = words(language);
    let class = match finding {
        Finding::Mention(_) => w.is_place,
        Finding::Distance(_) => w.is_distance,
        Finding::Event(_) => w.is_event,
    };
    let all: Vec<Finding> = screen.desk.shown.with(|analysis| {
        analysis
            .as_ref()
            .map(|analysis| of_class(finding, analysis))
            .unwrap_or_default()
    });
    let at = all.iter().position(|f| *f == finding);
    let beside = |step: isize| all.get(at?.checked_add_signed(step)?).copied();
    let which = at.map_or_else(
        || w.left_out.to_string(),
        |at| out_of(at + 1, all.len(), language),
    );
    let step = move |to: Option<Finding>, name, icon| {
        view! {
            <button aria-label=name disabled=to.is_none() on:click=move |_| {
                if let Some(to) = to {
                    screen.open(to);
                }
            }>
                <Icon name=icon mirrored=true/>
            </button>
        }
    };
    view! {
        <div class="bar">
            <span>{format!("{class} · {which}")}</span>
            <div>
                {step(beside(-1), w.previous, "left")}
                {step(beside(1), w.next, "right")}
                <button aria-label=w.close on:click=move |_| screen.close()><Icon name="close"/></button>
            </div>
        </div>
    }
    .into_any()
}

/// The findings of the same class, in their order.
fn of_class(finding: Finding, analysis: &Analysis) -> Vec<Finding> {
    match finding {
        Finding::Mention(_) => analysis
            .mentions
            .iter()
            .map(|m| Finding::Mention(m.id))
            .collect(),
        Finding::Distance(_) => analysis
            .distances
            .iter()
            .map(|d| Finding::Distance(d.id))
            .collect(),
        Finding::Event(_) => analysis
            .events
            .iter()
            .map(|e| Finding::Event(e.id))
            .collect(),
    }
}

/// What the column shows while no note is open: how much was found, and how to read the lines.
fn overview(analysis: &Analysis, language: Language) -> AnyView {
    let w = words(language);
    let lines = [
        (Certainty::Settled, w.settled),
        (Certainty::Likely, w.likely),
        (Certainty::Open, w.open),
        (Certainty::Yours, w.yours),
    ];
    view! {
        <div class="overview">
            <ul class="counts">
                {counted_findings(analysis, language).map(|count| view! { <li>{count}</li> })}
            </ul>
            <h2>{w.line_says}</h2>
            <ul class="lines">
                {lines.map(|(certainty, name)| view! { <li>{line_sample(certainty.slug())}{name}</li> }).collect_view()}
            </ul>
            <p>{w.point_at_a_mark}</p>
        </div>
    }
    .into_any()
}

/// A heading with a rule beside it.
fn heading(text: &'static str) -> AnyView {
    view! { <h3>{text}</h3> }.into_any()
}

/// The words of the article around a finding, the finding's own set off.
fn quotation(screen: Screen, start: u32, end: u32) -> AnyView {
    let quote = screen
        .desk
        .text
        .with_untracked(|text| quote::quote(text, start, end));
    view! {
        <blockquote class="quote" dir="auto">
            {quote.before}
            <b>{quote.words}</b>
            {quote.after}
        </blockquote>
    }
    .into_any()
}
