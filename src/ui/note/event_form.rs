//! The form in which the reader puts an event right: type, places, days, killed, wounded.

use crate::analysis::{Analysis, Extent, Language, Mention};
use crate::ui::event_draft::{EventDraft, Flaw};
use crate::ui::event_kind;
use crate::ui::icon::Icon;
use crate::ui::live::live;
use crate::ui::place_name;
use crate::ui::screen::{Editing, Screen};
use crate::ui::words::words;
use crate::{Becomes, EventFacts};
use leptos::prelude::*;
use std::sync::Arc;

/// The form of the event that is being edited.
pub fn form(screen: Screen, analysis: Arc<Analysis>, language: Language) -> AnyView {
    let Some(first) = screen.editing.get_untracked().map(|editing| editing.draft) else {
        return ().into_any();
    };
    let w = words(language);
    let flaw = RwSignal::new(None::<Flaw>);
    let save = move || {
        let Some(editing) = screen.editing.get_untracked() else {
            return;
        };
        match take_over(screen, &editing) {
            Ok(()) => screen.editing.set(None),
            Err(found) => flaw.set(Some(found)),
        }
    };
    let chosen = first.sub_type.clone();
    let kinds = event_kind::all(language)
        .into_iter()
        .map(|(_, name, subs)| {
            let options = subs.into_iter().map(|(sub, name)| {
                view! { <option value=sub selected={sub == chosen}>{name}</option> }
            });
            view! { <optgroup label=name>{options.collect_view()}</optgroup> }
        });
    view! {
        <form class="event-form" on:submit=move |event| { event.prevent_default(); save(); }>
            <label>
                {w.kind}
                <select on:change=move |event| edit(screen, |draft| draft.sub_type = event_target_value(&event))>
                    {kinds.collect_view()}
                </select>
            </label>
            {places(screen, analysis, language)}
            {pair(screen, w.when, "date", [w.first_day, w.last_day], &first.days, |draft| &mut draft.days)}
            {pair(screen, w.killed, "text", [w.at_least, w.at_most], &first.killed, |draft| &mut draft.killed)}
            {pair(screen, w.wounded, "text", [w.at_least, w.at_most], &first.wounded, |draft| &mut draft.wounded)}
            <p class="hint">{w.empty_is_unsaid}</p>
            <p class="problem" role="alert">{live(move || flaw.get().map(|flaw| match flaw {
                Flaw::Days => w.days_flawed,
                Flaw::People => w.people_flawed,
            }))}</p>
            <div class="acts">
                <button class="button outlined" type="button" on:click=move |_| screen.editing.set(None)>{w.cancel}</button>
                <button class="button solid" type="submit">{w.save}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Writes the draft down as a correction, over what was put right of this event before: one step.
fn take_over(screen: Screen, editing: &Editing) -> Result<(), Flaw> {
    let desk = screen.desk;
    let (letters, earlier) =
        desk.corrections
            .with_untracked(|all| match all.of_event(editing.trigger) {
                Some((letters, Becomes::Event(facts))) => (letters, facts.clone()),
                _ => (editing.trigger, EventFacts::default()),
            });
    if editing.draft != editing.before {
        let facts = editing.draft.facts(&editing.before, earlier)?;
        desk.tell_event(letters, Some(Becomes::Event(facts)));
    }
    Ok(())
}

fn edit(screen: Screen, change: impl FnOnce(&mut EventDraft)) {
    screen.editing.update(|editing| {
        if let Some(editing) = editing {
            change(&mut editing.draft);
        }
    });
}

/// Two fields under one name.
fn pair(
    screen: Screen,
    name: &'static str,
    kind: &'static str,
    names: [&'static str; 2],
    first: &[String; 2],
    of: fn(&mut EventDraft) -> &mut [String; 2],
) -> AnyView {
    let field = |at: usize| {
        view! {
            <label>
                {names[at]}
                <input
                    type=kind
                    inputmode={(kind == "text").then_some("numeric")}
                    autocomplete="off"
                    prop:value=first[at].clone()
                    on:input=move |event| edit(screen, |draft| of(draft)[at] = event_target_value(&event))
                />
            </label>
        }
    };
    view! { <fieldset><legend>{name}</legend>{field(0)}{field(1)}</fieldset> }.into_any()
}

/// The places, best first, each to be moved up or taken out, and the article's others to be put in.
fn places(screen: Screen, analysis: Arc<Analysis>, language: Language) -> AnyView {
    let w = words(language);
    let chosen = Memo::new(move |_| {
        screen.editing.with(|editing| {
            editing
                .as_ref()
                .map(|e| e.draft.places.clone())
                .unwrap_or_default()
        })
    });
    let list =
        move || {
            let chosen = chosen.get();
            let rows = chosen.iter().enumerate().map(|(at, &letters)| {
                chosen_place(screen, at, name_at(letters, &analysis, language), language)
            });
            let others = others(&chosen, &analysis, language).into_iter().map(|(letters, name)| {
            view! { <option value=format!("{}-{}", letters.start, letters.end)>{name}</option> }
        });
            view! {
                <ol>{rows.collect_view()}</ol>
                <select aria-label=w.add_place on:change=move |event| {
                    if let Some(letters) = letters_of(&event_target_value(&event)) {
                        edit(screen, |draft| draft.places.push(letters));
                    }
                }>
                    <option value="">{w.add_place}</option>
                    {others.collect_view()}
                </select>
            }
        };
    view! { <fieldset class="places"><legend>{w.where_}</legend>{live(list)}</fieldset> }.into_any()
}

fn chosen_place(screen: Screen, at: usize, name: String, language: Language) -> AnyView {
    let w = words(language);
    view! {
        <li>
            <span dir="auto">{name.clone()}</span>
            <button type="button" disabled={at == 0} aria-label=format!("{} {name}", w.move_up) on:click=move |_| edit(screen, |draft| draft.places.swap(at - 1, at))>
                <Icon name="up"/>
            </button>
            <button type="button" aria-label=format!("{} {name}", w.take_out) on:click=move |_| edit(screen, |draft| { draft.places.remove(at); })>
                <Icon name="close"/>
            </button>
        </li>
    }
    .into_any()
}

fn letters(mention: &Mention) -> Extent {
    Extent {
        start: mention.start,
        end: mention.end,
    }
}

fn letters_of(value: &str) -> Option<Extent> {
    let (start, end) = value.split_once('-')?;
    Some(Extent {
        start: start.parse().ok()?,
        end: end.parse().ok()?,
    })
}

fn name_at(at: Extent, analysis: &Analysis, language: Language) -> String {
    let mention = analysis.mentions.iter().find(|m| letters(m) == at);
    mention.map_or_else(String::new, |m| place_name::of(m, language))
}

/// The mentions that are not chosen, each name once.
fn others(chosen: &[Extent], analysis: &Analysis, language: Language) -> Vec<(Extent, String)> {
    let mut named: Vec<String> = chosen
        .iter()
        .map(|&at| name_at(at, analysis, language))
        .collect();
    let mut others = Vec::new();
    for mention in &analysis.mentions {
        let name = place_name::of(mention, language);
        if !named.contains(&name) {
            named.push(name.clone());
            others.push((letters(mention), name));
        }
    }
    others
}
