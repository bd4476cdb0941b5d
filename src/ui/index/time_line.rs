//! The time line beside the tabs: a day is a point, a stretch of days a bar, one of unknown days fades at its ends.
//!
//! Its stops choose days for the filter; so does a drag over it. It runs with the script.

use crate::analysis::{Analysis, Event, EventDate, Language};
use crate::tally::{self, Filter};
use crate::ui::icon::type_symbol;
use crate::ui::live::{follow, live};
use crate::ui::screen::Screen;
use crate::ui::time_line::{Stop, TimeScale, labels, stops};
use crate::ui::words::{counted_events, words};
use crate::ui::{Desk, dates, event_kind};
use jiff::civil::Date;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

/// Width of the line in CSS pixels; `style/filters.css` says the same.
const WIDTH: f64 = 340.0;

/// Width of a symbol on it, and the least width of what is pressed.
const SYMBOL: f64 = 15.0;
const TARGET: f64 = 24.0;

/// Room that the name of a day takes.
const LABEL: f64 = 66.0;

/// How far a pointer goes before it chooses days by dragging.
const DRAG: f64 = 5.0;

/// What is drawn of an analysis; nothing where there are not two dates to tell apart.
struct Line {
    scale: TimeScale,
    stops: Vec<Stop>,
    analysis: Arc<Analysis>,
}

impl Line {
    fn of(analysis: Arc<Analysis>) -> Option<Line> {
        let groups = tally::by_date(&analysis.events);
        let dated = groups.iter().filter_map(|group| group.key);
        if dated.clone().count() < 2 {
            return None;
        }
        let published = analysis.date.map(|date| (date, date));
        let scale = TimeScale::of(dated.chain(published))?;
        let width = |stop: &Stop| {
            let types = types_of(stop, &analysis).len() as f64;
            (types * SYMBOL + 2.0).max(TARGET) / WIDTH
        };
        let stops = stops(&groups, &scale, width);
        Some(Line {
            scale,
            stops,
            analysis,
        })
    }
}

fn events_of<'a>(stop: &Stop, analysis: &'a Analysis) -> impl Iterator<Item = &'a Event> {
    stop.events
        .iter()
        .filter_map(|id| analysis.events.iter().find(|event| event.id == *id))
}

/// The types of a stop's events, each once.
fn types_of<'a>(stop: &Stop, analysis: &'a Analysis) -> Vec<&'a str> {
    let mut types: Vec<&str> = Vec::new();
    for event in events_of(stop, analysis) {
        if !types.contains(&event.event_type.as_str()) {
            types.push(&event.event_type);
        }
    }
    types
}

#[component]
pub fn TimeLine() -> impl IntoView {
    let desk = Screen::here().desk;
    view! {
        {live(move || {
            let language = desk.language.get();
            let line = Line::of(desk.analysis.get()?)?;
            Some(drawn(desk, line, language))
        })}
    }
}

fn drawn(desk: Desk, line: Line, language: Language) -> AnyView {
    let Line {
        scale,
        stops,
        analysis,
    } = line;
    let published = analysis.date;
    let bars = analysis
        .events
        .iter()
        .filter_map(|event| bar(event, &scale))
        .collect_view();
    let folds = scale.folds().into_iter().map(|at| {
        view! { <i class="fold" style:inset-inline-start=percent(at)></i> }
    });
    let named = named_days(&scale, &stops, published, language);
    let buttons = stops
        .iter()
        .map(|stop| button(desk, stop, &analysis, language))
        .collect_view();
    let strip = NodeRef::<html::Div>::new();
    let dragged = RwSignal::new(None::<(Date, Date)>);
    // Until the pointer has gone far enough to be dragging, only where it came down.
    let from = StoredValue::new(None::<f64>);
    let chosen = StoredValue::new(scale.clone());
    let day_at = move |event: &PointerEvent| {
        let strip = strip.get_untracked()?;
        let along = (f64::from(event.client_x()) - left_of(&strip)) / WIDTH;
        let along = match desk.language.get_untracked() {
            Language::Ar => 1.0 - along,
            Language::En => along,
        };
        Some(chosen.with_value(|scale| scale.day(along)))
    };
    let pressed = StoredValue::new(None::<Date>);
    let press = move |event: PointerEvent| {
        from.set_value(Some(f64::from(event.client_x())));
        pressed.set_value(day_at(&event));
    };
    let drag = move |event: PointerEvent| {
        let far = from
            .get_value()
            .is_some_and(|from| (f64::from(event.client_x()) - from).abs() >= DRAG);
        if let Some((first, day)) = pressed.get_value().zip(day_at(&event)).filter(|_| far) {
            dragged.set(Some((first.min(day), first.max(day))));
        }
    };
    let release = move |_| {
        from.set_value(None);
        pressed.set_value(None);
        if let Some(days) = dragged.get_untracked() {
            desk.filter.update(|filter| filter.days = Some(days));
            dragged.set(None);
        }
    };
    follow(move || {
        let days = dragged.get().or(desk.filter.with(|filter| filter.days));
        let Some(strip) = strip.get() else { return };
        let (start, end) = days.map_or((0.0, 0.0), |(from, to)| {
            chosen.with_value(|scale| (scale.at(from), scale.end_of(to)))
        });
        let style = web_sys::HtmlElement::style(&strip);
        let _ = style.set_property("--from", &percent(start));
        let _ = style.set_property("--long", &percent(end - start));
    });
    view! {
        <div
            class="time-line"
            role="group"
            aria-label=words(language).time_line
            node_ref=strip
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=release
            on:pointerleave=release
        >
            <i class="window"></i>
            <div class="axis" aria-hidden="true">{bars}{folds.collect_view()}{named}</div>
            {buttons}
        </div>
    }
    .into_any()
}

/// How far an element's left edge is from the page's, in CSS pixels.
fn left_of(element: &web_sys::HtmlElement) -> f64 {
    let outer = element
        .offset_parent()
        .and_then(|outer| outer.dyn_into().ok());
    f64::from(element.offset_left()) + outer.map_or(0.0, |outer| left_of(&outer))
}

fn percent(at: f64) -> String {
    format!("{:.2}%", at * 100.0)
}

/// The days of an event, on the line itself.
fn bar(event: &Event, scale: &TimeScale) -> Option<AnyView> {
    let EventDate {
        from,
        to,
        precision,
        ..
    } = *event.date.as_ref()?;
    let (start, end) = (scale.at(from), scale.end_of(to));
    let form = match precision {
        1 => "day",
        2 => "days",
        _ => "about",
    };
    let class = format!("bar {form} {}", event_kind::shape(&event.event_type));
    let view = view! {
        <i class=class style:inset-inline-start=percent(start) style:inline-size=percent(end - start)></i>
    };
    Some(view.into_any())
}

/// The names of days under the line: the day of publication, the ends, then what has room.
fn named_days(
    scale: &TimeScale,
    stops: &[Stop],
    published: Option<Date>,
    language: Language,
) -> AnyView {
    let ends = [stops.first(), stops.last()].into_iter().flatten();
    let days = published
        .into_iter()
        .chain(ends.chain(stops).map(|stop| stop.from));
    let name = |day: Date| {
        let is_published = published == Some(day);
        let name = match is_published {
            true => words(language).published_on_line.to_string(),
            false => dates::days(day, day, published, language),
        };
        let class = if is_published {
            "named published"
        } else {
            "named"
        };
        view! { <span class=class style:inset-inline-start=percent((scale.at(day) + scale.end_of(day)) / 2.0)>{name}</span> }
    };
    labels(scale, days, LABEL / WIDTH)
        .into_iter()
        .map(name)
        .collect_view()
        .into_any()
}

/// A stop: pressing it chooses its days, pressing it again all days; with Shift its days join those chosen.
fn button(desk: Desk, stop: &Stop, analysis: &Analysis, language: Language) -> AnyView {
    let days = (stop.from, stop.to);
    let name = format!(
        "{}: {}",
        dates::days(stop.from, stop.to, analysis.date, language),
        counted_events(language).with(stop.events.len() as u64, language)
    );
    let told = events_of(stop, analysis)
        .map(|event| event_kind::name(&event.event_type, &event.sub_type, language))
        .collect::<Vec<_>>()
        .join("\n");
    let symbols = types_of(stop, analysis).into_iter().map(|event_type| {
        view! { <span class=event_kind::shape(event_type)>{type_symbol(event_type)}</span> }
    });
    let is_in = move |filter: &Filter| {
        filter
            .days
            .is_some_and(|(from, to)| days.0 <= to && from <= days.1)
    };
    view! {
        <button
            class="stop"
            style:inset-inline-start=percent(stop.at)
            title=format!("{name}\n{told}")
            aria-label=name
            aria-pressed=live(move || desk.filter.with(is_in).to_string())
            class:out=live(move || desk.filter.with(|filter| filter.days.is_some() && !is_in(filter)))
            on:click=move |event| desk.filter.update(|filter| match filter.days {
                Some((from, to)) if event.shift_key() => filter.days = Some((from.min(days.0), to.max(days.1))),
                _ => filter.turn_to(days),
            })
        >
            {symbols.collect_view()}
        </button>
    }
    .into_any()
}
