//! The note of a stated distance: what the text says beside what the map says.

use super::{heading, quotation};
use crate::Finding;
use crate::analysis::{Analysis, Language, StatedDistance, Verdict};
use crate::ui::icon::line_sample;
use crate::ui::numerals::{bearing, decimal, doubt, length, position};
use crate::ui::screen::Screen;
use crate::ui::words::{wind, words};
use crate::ui::{place_name, related};
use leptos::prelude::*;

pub fn note(
    screen: Screen,
    distance: &StatedDistance,
    analysis: &Analysis,
    language: Language,
) -> AnyView {
    let w = words(language);
    let line = match distance.verdict {
        Verdict::Consistent => "settled",
        Verdict::Placed => "likely",
        Verdict::Inconsistent | Verdict::Unresolved => "open",
    };
    let end = |id: Option<u32>| {
        match id.and_then(|id| related::mention(id, analysis)) {
        Some(mention) => view! {
            <button class="link" data-finding=Finding::Mention(mention.id).code() dir="auto">{place_name::of(mention, language)}</button>
        }
        .into_any(),
        None => view! { <span>{w.unnamed}</span> }.into_any(),
    }
    };
    let from = distance.from.and_then(|id| related::mention(id, analysis));
    let origin = place_name::origin(distance, from, language);
    let start = match &origin {
        Some(border) if distance.border.is_some() => {
            view! { <span>{border.clone()}</span> }.into_any()
        }
        _ => end(distance.from),
    };
    view! {
        <h2 id="note-name" tabindex="-1">
            <span>{place_name::stated(distance, language)}</span>
            {origin.map(|name| view! { <small>{format!("{} {name}", w.of_from)}</small> })}
        </h2>
        <p class="how">{line_sample(line)}{place_name::verdict(distance.verdict, w)}</p>
        {distance.lat.zip(distance.lon).map(|(lat, lon)| view! {
            <p class="where">
                <bdi>{position(lat, lon, distance.uncertainty_km, language)}</bdi>
                {distance.uncertainty_km.map(|km| view! { <span>{doubt(km, language)}</span> })}
            </p>
        })}
        {quotation(screen, distance.start, distance.end)}
        {heading(w.stated_and_measured)}
        {compared(distance, language)}
        {heading(w.where_to_where)}
        <dl class="facts">
            <dt>{w.from}</dt><dd>{start}</dd>
            <dt>{w.to}</dt><dd>{end(distance.far_end())}</dd>
        </dl>
    }
    .into_any()
}

/// Two dimension lines, as long as what they measure.
fn compared(distance: &StatedDistance, language: Language) -> AnyView {
    let w = words(language);
    let longest = distance
        .measured_km
        .unwrap_or(0.0)
        .max(distance.km)
        .max(f64::MIN_POSITIVE);
    let share = move |km: f64| format!("{:.1}%", (km / longest * 100.0).clamp(2.0, 100.0));
    let stated_way = distance
        .direction
        .as_deref()
        .and_then(|code| wind(code, language));
    let range = distance
        .km_max
        .filter(|max| *max - distance.km_min > 0.05)
        .map(|max| {
            let unit = length(10.0, language);
            let unit = unit.rsplit(' ').next().unwrap_or_default().to_string();
            format!(
                "{}–{} {unit}",
                decimal(distance.km_min, 1, language),
                decimal(max, 1, language)
            )
        });
    view! {
        <dl class="compared">
            <dt>{w.stated}</dt>
            <dd>
                <i class="dashed" style:inline-size=share(distance.km)></i>
                <b>{length(distance.km, language)}</b>
                <span>{place_name::join([stated_way, range.as_deref()], language)}</span>
            </dd>
            {distance.measured_km.map(|km| view! {
                <dt>{w.measured}</dt>
                <dd>
                    <i style:inline-size=share(km)></i>
                    <b>{length(km, language)}</b>
                    <span>{distance.measured_bearing.map(|degrees| bearing(degrees, language))}</span>
                </dd>
            })}
        </dl>
    }
    .into_any()
}
