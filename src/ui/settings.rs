//! What the reader has chosen for every visit: language and theme.

use super::Desk;
use super::words::words;
use crate::analysis::Language;
use crate::ui::live::follow;
use leptos::prelude::*;

const LANGUAGE: &str = "makan.language";
const THEME: &str = "makan.theme";

fn stored(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a choice. Where the browser forbids it the choice holds for this visit.
fn store(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Whether a media query holds.
pub fn media(query: &str) -> bool {
    matches!(window().match_media(query), Ok(Some(list)) if list.matches())
}

/// The language chosen before, else the browser's: Arabic for any `ar`.
pub fn first_language() -> Language {
    let name = stored(LANGUAGE).or_else(|| window().navigator().language());
    match name {
        Some(name) if !name.starts_with("ar") => Language::En,
        _ => Language::Ar,
    }
}

/// The theme chosen before, else the system's.
pub fn first_dark() -> bool {
    match stored(THEME).as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => media("(prefers-color-scheme: dark)"),
    }
}

/// Keeps the page's language and direction as the desk says; `report` keeps its theme.
///
/// The direction goes to the body: on the root element MapLibre would mirror brackets in Arabic labels.
pub fn dress_page(desk: Desk) {
    follow(move || {
        let (code, direction) = match desk.language.get() {
            Language::Ar => ("ar", "rtl"),
            Language::En => ("en", "ltr"),
        };
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", code);
        }
        if let Some(body) = document().body() {
            body.set_dir(direction);
        }
        document().set_title(words(desk.language.get()).makan);
    });
}

/// Speaks the language that a link was made in, unless the reader has chosen one.
pub fn suggest_language(desk: Desk, language: Language) {
    if stored(LANGUAGE).is_none() {
        desk.language.set(language);
    }
}

/// Changes the language and keeps the choice.
pub fn change_language(desk: Desk) {
    let language = match desk.language.get_untracked() {
        Language::Ar => Language::En,
        Language::En => Language::Ar,
    };
    desk.language.set(language);
    store(
        LANGUAGE,
        match language {
            Language::Ar => "ar",
            Language::En => "en",
        },
    );
}

/// Changes the theme and keeps the choice.
pub fn change_theme(desk: Desk) {
    let dark = !desk.dark.get_untracked();
    desk.dark.set(dark);
    store(THEME, if dark { "dark" } else { "light" });
}
