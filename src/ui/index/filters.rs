//! The bar over the list of events: which types, actors and days are shown, and what the shown events come to.

use crate::analysis::{Analysis, Event, Language};
use crate::events::actor_name;
use crate::tally::{self, Filter, Group};
use crate::text::civil_date::iso;
use crate::ui::icon::{Icon, type_symbol};
use crate::ui::live::{Show, live};
use crate::ui::numerals::{people, whole};
use crate::ui::screen::{Screen, Tab};
use crate::ui::words::{Word, counted_events, words};
use crate::ui::{Desk, dates, event_kind};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Stands over the events, and over every list while something is left out.
#[component]
pub fn FilterBar() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let is_on = move || desk.filter.with(|filter| !filter.is_open());
    let has_events = move || {
        desk.analysis
            .with(|a| a.as_ref().is_some_and(|a| !a.events.is_empty()))
    };
    view! {
        <Show when=move || has_events() && (screen.tab.get() == Tab::Events || is_on())>
            <div class="filters" role="group" aria-label=desk.say(|w| w.filter)>
                {live(move || {
                    let language = desk.language.get();
                    desk.analysis.with(|a| a.as_ref().map(|a| types(desk, &a.events, language)))
                })}
                <button class="button" popovertarget="filter-menu">
                    {desk.say(|w| w.actors_and_days)}
                    <Icon name="up"/>
                </button>
                <Show when=is_on>
                    <button class="link" on:click=move |_| desk.filter.set(Filter::default())>{desk.say(|w| w.show_all)}</button>
                </Show>
                <p class="totals" role="status" title=desk.say(|w| w.each_once)>
                    {live(move || {
                        let language = desk.language.get();
                        desk.shown.with(|a| a.as_ref().map(|a| sums(&a.events, language)))
                    })}
                </p>
            </div>
            <div class="menu filter-menu" id="filter-menu" popover="auto" role="group" aria-label=desk.say(|w| w.actors_and_days)>
                {live(move || {
                    let language = desk.language.get();
                    desk.analysis.with(|a| a.as_ref().map(|a| menu(desk, a, language)))
                })}
            </div>
        </Show>
    }
}

/// A button for each type that the article tells of: pressed ones are shown, all where none is pressed.
fn types(desk: Desk, events: &[Event], language: Language) -> AnyView {
    let button = |group: Group<&str>| {
        let event_type = group.key.to_string();
        let name = event_kind::name(&event_type, "", language);
        let count = counted_events(language).with(group.events.len() as u64, language);
        let symbol = type_symbol(&event_type);
        let shape = event_kind::shape(&event_type);
        let of_type = event_type.clone();
        let is_chosen = move || {
            desk.filter
                .with(|filter| filter.types.contains(&event_type))
        };
        view! {
            <button
                class=format!("type {shape}")
                title=name.clone()
                aria-label=format!("{name}: {count}")
                aria-pressed=live(move || is_chosen().to_string())
                on:click=move |_| desk.filter.update(|filter| toggle(&mut filter.types, &of_type))
            >
                {symbol}
                <span class="name">{name.clone()}</span>
                <span>{whole(group.events.len() as u64, language)}</span>
            </button>
        }
    };
    view! { <div class="types">{tally::by_type(events).into_iter().map(button).collect_view()}</div> }
        .into_any()
}

fn toggle(chosen: &mut BTreeSet<String>, one: &str) {
    if !chosen.remove(one) {
        chosen.insert(one.to_string());
    }
}

/// What the shown events come to: "القتلى ٣٠٠ فأكثر · الجرحى ١٤ · حدثان بلا عدد قتلى".
fn sums(events: &[Event], language: Language) -> String {
    let w = words(language);
    let sum = tally::totals(events);
    let figure = |name: &str, sum: tally::People| {
        let is_any = sum.min > 0 || sum.max != Some(0);
        is_any.then(|| format!("{name} {}", people(sum.min, sum.max, language)))
    };
    let uncounted = (sum.uncounted > 0).then(|| {
        let count = counted_events(language).with(sum.uncounted as u64, language);
        format!("{count} {}", w.uncounted)
    });
    [
        figure(w.killed, sum.killed),
        figure(w.wounded, sum.wounded),
        uncounted,
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}

/// The menu of actors, by their neutral names, and of days.
fn menu(desk: Desk, analysis: &Analysis, language: Language) -> AnyView {
    let w = words(language);
    let actors = tally::by_actor(&analysis.events);
    let none = actors
        .is_empty()
        .then(|| view! { <p class="hint">{w.no_actors}</p> });
    let actors = actors
        .into_iter()
        .map(|group| actor(desk, group, language))
        .collect_view();
    view! {
        <section>
            <h3>{w.actors}</h3>
            <ul>{actors}</ul>
            {none}
        </section>
        <section>
            <h3>{w.days}</h3>
            {days(desk, analysis, language)}
        </section>
    }
    .into_any()
}

/// A line of the menu: a box to tick, its name, and how many events it stands for.
fn choice(
    name: String,
    count: usize,
    language: Language,
    is_chosen: impl Fn() -> bool + Send + 'static,
    act: impl Fn() + 'static,
) -> AnyView {
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=live(is_chosen) on:change=move |_| act()/>
                <span>{name}</span>
                <small>{whole(count as u64, language)}</small>
            </label>
        </li>
    }
    .into_any()
}

fn actor(desk: Desk, group: Group<&str>, language: Language) -> AnyView {
    let name = actor_name(group.key, language).unwrap_or(group.key);
    let (id, of) = (group.key.to_string(), group.key.to_string());
    let is_chosen = move || desk.filter.with(|filter| filter.actors.contains(&id));
    choice(
        name.to_string(),
        group.events.len(),
        language,
        is_chosen,
        move || desk.filter.update(|filter| toggle(&mut filter.actors, &of)),
    )
}

/// The days that events have, each to be chosen, and the first and last day as fields for any others.
fn days(desk: Desk, analysis: &Analysis, language: Language) -> AnyView {
    let w = words(language);
    let groups = tally::by_date(&analysis.events);
    let undated = groups
        .iter()
        .find(|group| group.key.is_none())
        .map(|group| {
            let count = counted_events(language).with(group.events.len() as u64, language);
            view! { <p class="hint">{format!("{count} {}", w.hidden_by_days)}</p> }
        });
    let dated = groups.iter().filter_map(|group| {
        let days = group.key?;
        let name = dates::days(days.0, days.1, analysis.date, language);
        let is_chosen = move || desk.filter.with(|filter| filter.days == Some(days));
        Some(choice(
            name,
            group.events.len(),
            language,
            is_chosen,
            move || desk.filter.update(|filter| filter.turn_to(days)),
        ))
    });
    view! {
        <ul>{dated.collect_view()}</ul>
        <div class="span">
            {edge(desk, |w| w.first_day, |(from, _)| from, |(_, to), from| (from, to.max(from)))}
            {edge(desk, |w| w.last_day, |(_, to)| to, |(from, _), to| (from.min(to), to))}
        </div>
        {undated}
    }
    .into_any()
}

type Day = jiff::civil::Date;

/// A field for one end of the chosen days; emptied, it lets all days pass.
fn edge(
    desk: Desk,
    name: Word,
    of: fn((Day, Day)) -> Day,
    moved: fn((Day, Day), Day) -> (Day, Day),
) -> AnyView {
    view! {
        <label>
            {desk.say(name)}
            <input
                type="date"
                prop:value=live(move || desk.filter.with(|f| f.days.map(|days| iso::text(of(days))).unwrap_or_default()))
                on:change=move |event| {
                    let day = iso::parse(&event_target_value(&event));
                    desk.filter.update(|filter| filter.days = day.map(|day| moved(filter.days.unwrap_or((day, day)), day)));
                }
            />
        </label>
    }
    .into_any()
}
