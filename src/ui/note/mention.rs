//! The note of a place: where, how sure, why here, and what else it could be.

use super::{heading, quotation};
use crate::Becomes;
use crate::analysis::{Analysis, Candidate, Language, Mention, Reason, Resolution};
use crate::geodesy::{Point, distance_km};
use crate::map::{Aim, Certainty, Plate};
use crate::text::position::written;
use crate::ui::finder::Seeking;
use crate::ui::icon::line_sample;
use crate::ui::live::live;
use crate::ui::numerals::{doubt, length, position};
use crate::ui::screen::Screen;
use crate::ui::words::{counted_places, governorate, words};
use crate::ui::{clipboard, place_name, related};
use leptos::prelude::*;

pub fn note(screen: Screen, mention: &Mention, analysis: &Analysis, language: Language) -> AnyView {
    let w = words(language);
    let (start, end) = (mention.start, mention.end);
    let sought = mention.text.clone();
    let pointed_at = mention.text.clone();
    let plate = Plate::here();
    let about = mention
        .place
        .as_ref()
        .map(|place| place_name::kind_and_governorate(place, language))
        .filter(|t| !t.is_empty());
    let antecedent = mention
        .antecedent
        .and_then(|id| related::mention(id, analysis));
    let own = screen
        .desk
        .corrections
        .with_untracked(|all| all.of(start, end).cloned());
    let has_own = own.is_some();
    let others = own.and_then(|own| for_all(screen, mention, analysis, own, language));
    view! {
        <h2 id="note-name" tabindex="-1">
            <span dir="auto">{place_name::of(mention, language)}</span>
            <small>{about.unwrap_or_else(|| place_name::kind(mention, language))}</small>
        </h2>
        <p class="how">
            {line_sample(Certainty::of(mention).slug())}
            {place_name::how(mention, w)}
            {antecedent.map(|m| format!(": {}", place_name::of(m, language)))}
        </p>
        {mention.lat.zip(mention.lon).map(|(lat, lon)| where_it_is(lat, lon, mention.uncertainty_km, language))}
        {quotation(screen, start, end)}
        {(!mention.why.is_empty()).then(|| view! {
            {heading(w.why_here)}
            {reasons(&mention.why, language)}
        })}
        {candidates(screen, mention, language)}
        <div class="acts">
            {has_own.then(|| view! {
                <button class="button outlined" on:click=move |_| screen.desk.correct(start, end, None)>{w.undo}</button>
            })}
            {others}
            <button class="button outlined" on:click=move |_| screen.seeking.set(Some(Seeking::Mention { start, end, words: sought.clone() }))>
                {w.elsewhere}
            </button>
            <button class="button outlined" on:click=move |_| plate.take_aim(Aim::Place { start, end, words: pointed_at.clone() })>
                {w.on_the_map}
            </button>
            <button class="button outlined" on:click=move |_| {
                screen.desk.correct(start, end, Some(Becomes::NoPlace));
                screen.close();
            }>
                {w.not_a_place}
            </button>
        </div>
    }
    .into_any()
}

/// A button that gives the other mentions of the name the same correction, while they have it not.
fn for_all(
    screen: Screen,
    mention: &Mention,
    analysis: &Analysis,
    own: Becomes,
    language: Language,
) -> Option<AnyView> {
    let corrections = screen.desk.corrections.get_untracked();
    let others: Vec<(u32, u32)> = related::namesakes(mention, analysis)
        .map(|m| (m.start, m.end))
        .filter(|&(start, end)| corrections.of(start, end) != Some(&own))
        .collect();
    let count = counted_places(language).with(others.len() as u64, language);
    (!others.is_empty()).then(|| {
        view! {
            <button class="button outlined" on:click=move |_| {
                screen.desk.correct_each(&others, Some(own.clone()));
            }>
                {format!("{} ({count})", words(language).for_all_of_name)}
            </button>
        }
        .into_any()
    })
}

/// Position and doubt, with a button that copies "34.56240, 38.28400".
fn where_it_is(lat: f64, lon: f64, uncertainty_km: Option<f64>, language: Language) -> AnyView {
    let w = words(language);
    let copied = RwSignal::new(false);
    view! {
        <p class="where">
            <bdi>{position(lat, lon, uncertainty_km, language)}</bdi>
            {uncertainty_km.map(|km| view! { <span>{doubt(km, language)}</span> })}
            <button on:click=move |_| clipboard::copy(written(lat, lon), copied)>
                {live(move || if copied.get() { w.copied } else { w.copy })}
            </button>
        </p>
    }
    .into_any()
}

/// Reasons for and against, one a line.
fn reasons(why: &[Reason], language: Language) -> AnyView {
    let line = |reason: &Reason| {
        let text = place_name::reason(reason, language);
        let (class, sign) = if reason.pro {
            ("pro", "+")
        } else {
            ("con", "−")
        };
        view! { <li class=class><span>{sign}</span><span>{text}</span></li> }
    };
    view! { <ul class="why">{why.iter().map(line).collect_view()}</ul> }.into_any()
}

/// The places of this name. Choosing one writes a correction.
fn candidates(screen: Screen, mention: &Mention, language: Language) -> Option<AnyView> {
    let w = words(language);
    let (start, end) = (mention.start, mention.end);
    let is_stated = mention.resolution == Resolution::Stated;
    if mention.candidates.is_empty()
        || (mention.candidates.len() == 1 && !is_stated && mention.place.is_some())
    {
        return None;
    }
    let here = mention
        .lat
        .zip(mention.lon)
        .map(|(lat, lon)| Point { lat, lon });
    let chosen = mention.place.as_ref().map(|p| p.id.clone());
    let as_stated = is_stated.then(|| {
        view! {
            <li>
                <label>
                    <input type="radio" name="candidate" checked/>
                    <span><b>{w.as_the_text_says}</b></span>
                    <span class="cost">{mention.uncertainty_km.map(|km| doubt(km, language))}</span>
                </label>
            </li>
        }
    });
    let line = |candidate: &Candidate| {
        let id = candidate.id.clone();
        let is_chosen = !is_stated && chosen.as_ref() == Some(&candidate.id);
        let at = Point {
            lat: candidate.lat,
            lon: candidate.lon,
        };
        let cost = if is_chosen {
            mention.uncertainty_km.map(|km| doubt(km, language))
        } else {
            here.map(|here| length(distance_km(here, at), language))
        };
        let about = place_name::join(
            [
                place_name::feature(&candidate.feature, language),
                candidate
                    .admin1
                    .as_deref()
                    .and_then(|code| governorate(code, language)),
            ],
            language,
        );
        view! {
            <li>
                <label>
                    <input type="radio" name="candidate" checked=is_chosen on:change=move |_| {
                        screen.desk.correct(start, end, Some(Becomes::Entry(id.clone())));
                    }/>
                    <span>
                        <b dir="auto">{place_name::named(&candidate.name_ar, &candidate.name_en, language)}</b>
                        <span>{about}</span>
                    </span>
                    <span class="cost">{cost}</span>
                </label>
            </li>
        }
    };
    Some(
        view! {
            {heading(w.candidates)}
            <div role="radiogroup" aria-label=w.candidates>
                <ul class="candidates">
                    {as_stated}
                    {mention.candidates.iter().map(line).collect_view()}
                </ul>
            </div>
        }
        .into_any(),
    )
}
