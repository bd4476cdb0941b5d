//! The lists under the tabs, one row a finding.

use crate::Finding;
use crate::analysis::{Analysis, Event, Language, Mention, SetAside, StatedDistance};
use crate::map::Certainty;
use crate::ui::icon::{event_symbol, line_sample};
use crate::ui::numerals::{count, doubt, length, numerals, position};
use crate::ui::screen::{Screen, Tab};
use crate::ui::sorting::Sort;
use crate::ui::words::{Words, comma, governorate, words};
use crate::ui::{dates, event_kind, place_name, related};
use leptos::prelude::*;

/// The list of a tab, or a sentence when it is empty. `whole`: nothing was left out of the analysis. Where there is a
/// screen, its heads sort the list.
pub fn list(
    tab: Tab,
    analysis: &Analysis,
    whole: bool,
    language: Language,
    screen: Option<Screen>,
) -> AnyView {
    let w = words(language);
    let (heads, body, none): (&[_], Vec<AnyView>, _) = match tab {
        Tab::Text => return ().into_any(),
        Tab::Events => (
            &[
                w.event,
                w.its_words,
                w.place,
                w.when,
                w.killed,
                w.according_to,
            ],
            analysis
                .events
                .iter()
                .map(|e| event_row(e, analysis, language))
                .collect(),
            if whole { w.no_events } else { w.none_pass },
        ),
        Tab::Places => (
            &[
                w.in_text,
                w.kind,
                w.governorate,
                w.coordinates,
                w.doubt,
                w.leading_reason,
            ],
            analysis
                .mentions
                .iter()
                .map(|m| place_row(m, language))
                .collect(),
            w.no_places,
        ),
        Tab::Distances => (
            &[w.in_text, w.stated, w.measured, w.from, w.to, w.verdict],
            analysis
                .distances
                .iter()
                .map(|d| distance_row(d, analysis, language))
                .collect(),
            w.no_distances,
        ),
        Tab::NotPlaces => (
            &[w.in_text, w.why_not],
            analysis
                .set_aside
                .iter()
                .map(|s| set_aside_row(s, language))
                .collect(),
            w.no_set_aside,
        ),
    };
    if body.is_empty() {
        return view! { <p class="empty">{none}</p> }.into_any();
    }
    let class = match tab {
        Tab::Text | Tab::Events => "events",
        Tab::Places => "places",
        Tab::Distances => "distances",
        Tab::NotPlaces => "set-aside",
    };
    view! {
        <table class=class>
            <thead><tr>{heads.iter().map(|head| column(head, screen, w)).collect_view()}</tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
    .into_any()
}

/// The head of a column: a button where the list can be sorted by it. A second press gives the text's order back.
fn column(head: &'static str, screen: Option<Screen>, w: &'static Words) -> AnyView {
    let by = match head {
        _ if head == w.event || head == w.kind => Some(Sort::Kind),
        _ if head == w.place || head == w.in_text || head == w.from => Some(Sort::Place),
        _ if head == w.when => Some(Sort::Date),
        _ => None,
    };
    let Some((screen, by)) = screen.zip(by) else {
        return view! { <th scope="col">{head}</th> }.into_any();
    };
    let is_on = screen.sort.get_untracked() == by;
    view! {
        <th scope="col" aria-sort=if is_on { "ascending" } else { "none" }>
            <button title=w.sort_by_this on:click=move |_| screen.sort.set(if is_on { Sort::Text } else { by })>{head}</button>
        </th>
    }
    .into_any()
}

/// A row that shows a finding: its first cell is the button.
fn row(finding: Finding, first: AnyView, cells: Vec<AnyView>) -> AnyView {
    view! {
        <tr data-finding=finding.code()>
            <th scope="row"><button>{first}</button></th>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(text: String) -> AnyView {
    view! { <td>{text}</td> }.into_any()
}

/// A cell for what the text does not say.
fn quiet(text: &'static str) -> AnyView {
    view! { <td class="quiet">{text}</td> }.into_any()
}

/// A cell with words of the article.
fn quoted(text: &str) -> AnyView {
    view! { <td class="quoted" dir="auto">{text.to_string()}</td> }.into_any()
}

fn event_row(event: &Event, analysis: &Analysis, language: Language) -> AnyView {
    let w = words(language);
    let first = view! {
        <span class=format!("kind {}", event_kind::shape(&event.event_type))>
            <span class="number">{numerals(&(event.id + 1).to_string(), language)}</span>
            {event_symbol(event, analysis)}
            <b>{event_kind::name(&event.event_type, &event.sub_type, language)}</b>
            {event.edited.then(|| view! { <span class="line yours" role="img" aria-label=w.corrected_by_you title=w.corrected_by_you></span> })}
        </span>
    }
    .into_any();
    let places = place_name::of_event(event, analysis, language);
    let cells = vec![
        quoted(&trigger_words(event)),
        if places.is_empty() {
            quiet(w.not_stated)
        } else {
            cell(places.join(comma(language)))
        },
        event.date.as_ref().map_or_else(
            || quiet(w.undated),
            |when| cell(dates::span(when, analysis.date, language)),
        ),
        event.killed.as_ref().map_or_else(
            || quiet(w.not_stated),
            |killed| cell(count(killed, language)),
        ),
        event
            .source
            .as_ref()
            .map_or_else(|| quiet(w.the_article), |source| quoted(&source.text)),
    ];
    row(Finding::Event(event.id), first, cells)
}

/// The words of the trigger, cut out of the clause.
pub fn trigger_words(event: &Event) -> String {
    let skip = event.trigger.start.saturating_sub(event.start) as usize;
    let take = event.trigger.end.saturating_sub(event.trigger.start) as usize;
    event.text.chars().skip(skip).take(take).collect()
}

fn place_row(mention: &Mention, language: Language) -> AnyView {
    let w = words(language);
    let first = view! {
        {line_sample(Certainty::of(mention).slug())}
        <b dir="auto">{mention.text.clone()}</b>
    }
    .into_any();
    let cells = vec![
        cell(place_name::kind(mention, language)),
        mention
            .place
            .as_ref()
            .and_then(|p| p.admin1.as_deref())
            .and_then(|code| governorate(code, language))
            .map_or_else(|| quiet(""), |name| cell(name.to_string())),
        match (mention.lat, mention.lon) {
            (Some(lat), Some(lon)) => {
                view! { <td><bdi>{position(lat, lon, mention.uncertainty_km, language)}</bdi></td> }
                    .into_any()
            }
            _ => quiet(w.open),
        },
        mention
            .uncertainty_km
            .map_or_else(|| quiet(""), |km| cell(doubt(km, language))),
        mention.why.first().map_or_else(
            || quiet(""),
            |why| {
                let reason = place_name::reason(why, language);
                view! { <td class="quiet" title=reason.clone()>{reason.clone()}</td> }.into_any()
            },
        ),
    ];
    row(Finding::Mention(mention.id), first, cells)
}

fn distance_row(distance: &StatedDistance, analysis: &Analysis, language: Language) -> AnyView {
    let w = words(language);
    let end = |id: Option<u32>| {
        id.and_then(|id| related::mention(id, analysis))
            .map_or_else(|| quiet(w.unnamed), |m| cell(place_name::of(m, language)))
    };
    let first = view! {
        {line_sample(if distance.measured_km.is_some() { "measured" } else { "stated" })}
        <b dir="auto">{distance.text.clone()}</b>
    }
    .into_any();
    let cells = vec![
        cell(place_name::stated(distance, language)),
        distance
            .measured_km
            .map_or_else(|| quiet("–"), |km| cell(length(km, language))),
        place_name::origin(
            distance,
            distance.from.and_then(|id| related::mention(id, analysis)),
            language,
        )
        .map_or_else(|| quiet(w.unnamed), cell),
        end(distance.far_end()),
        cell(place_name::verdict(distance.verdict, w).to_string()),
    ];
    row(Finding::Distance(distance.id), first, cells)
}

fn set_aside_row(name: &SetAside, language: Language) -> AnyView {
    let why = place_name::reason(&name.why, language);
    view! { <tr><th scope="row"><b dir="auto">{name.text.clone()}</b></th><td>{why}</td></tr> }
        .into_any()
}
