//! The publication date: said in words, chosen in the browser's own calendar.

use super::dates;
use super::screen::Screen;
use crate::text::civil_date::iso;
use crate::ui::live::live;
use leptos::html;
use leptos::prelude::*;

/// Today where the reader is.
pub fn today() -> Option<jiff::civil::Date> {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).ok()?;
    let month = i8::try_from(now.get_month() + 1).ok()?;
    let day = i8::try_from(now.get_date()).ok()?;
    jiff::civil::Date::new(year, month, day).ok()
}

/// The date as a field; `named` writes "published" and the weekday out, as a by-line does.
#[component]
pub fn DateField(#[prop(optional)] named: bool) -> impl IntoView {
    let desk = Screen::here().desk;
    let field = NodeRef::<html::Input>::new();
    let said = move || {
        let language = desk.language.get();
        match desk.date.get() {
            None => desk.say(|w| w.no_date)().to_string(),
            Some(date) if named => format!(
                "{} {}",
                desk.say(|w| w.published)(),
                dates::full_date(date, language)
            ),
            Some(date) if Some(date) == today() => desk.say(|w| w.today)().to_string(),
            Some(date) => dates::date(date, language),
        }
    };
    view! {
        <label class="date">
            <span>{said}</span>
            <input
                type="date"
                node_ref=field
                aria-label=desk.say(|w| w.publication_date)
                prop:value=live(move || desk.date.get().map(iso::text).unwrap_or_default())
                on:change=move |event| {
                    desk.read_before.set(None);
                    desk.date.set(iso::parse(&event_target_value(&event)));
                }
                on:click=move |_| {
                    if let Some(field) = field.get_untracked() {
                        let _ = field.show_picker();
                    }
                }
            />
        </label>
    }
}
