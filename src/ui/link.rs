//! Links: the one that carries the desk, and the one that the page was opened with.

use super::screen::Screen;
use super::{Desk, View};
use crate::ENGINE;
use crate::share::{self, Content, Filters, Shared};
use crate::text::plain_text;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// The address of the page with everything that lies on the desk.
pub fn link_to(desk: Desk) -> String {
    let open = desk.open.get();
    let shared = Shared {
        content: match desk.findings.get() {
            Some(findings) => Content::Findings(findings.as_ref().clone()),
            None => Content::Article(desk.text.get()),
        },
        date: desk.date.get(),
        corrections: desk.corrections.get(),
        filters: desk.filter.with(Filters::of),
        view: desk.view.get().map(|View { lng, lat, zoom }| share::View {
            lng,
            lat,
            zoom,
            open,
        }),
        gazetteer: desk.gazetteer.with(|g| {
            g.as_ref()
                .map(|g| g.version().to_string())
                .unwrap_or_default()
        }),
        engine: ENGINE.to_string(),
        ..Shared::default()
    };
    format!("{}{}", address().0, share::encode(&shared))
}

/// The page's address before and after its first `#`, as it stands: `location.hash` comes decoded in some browsers.
fn address() -> (String, String) {
    let href = window().location().href().unwrap_or_default();
    match href.split_once('#') {
        Some((page, fragment)) => (page.to_string(), fragment.to_string()),
        None => (href, String::new()),
    }
}

/// Opens the link in the page's address, now and whenever it is changed.
pub fn open_links(screen: Screen) {
    open_link(screen);
    let changed = Closure::<dyn Fn()>::new(move || open_link(screen));
    window().set_onhashchange(Some(changed.as_ref().unchecked_ref()));
    // Lives as long as the page.
    changed.forget();
}

/// Lays what the link carries on the desk. A link that cannot be read says so on the leaf, and takes nothing away.
fn open_link(screen: Screen) {
    let (_, fragment) = address();
    if fragment.is_empty() {
        return;
    }
    match share::decode(&fragment) {
        Ok(shared) => {
            let desk = screen.desk;
            screen.problem.set(None);
            desk.date.set(shared.date);
            match shared.content {
                Content::Article(text) => desk.lay(plain_text(&text), shared.corrections),
                Content::Findings(findings) => desk.lay_findings(findings),
            }
            desk.filter
                .set(shared.filters.map(|f| f.filter()).unwrap_or_default());
            if let Some(view) = shared.view {
                desk.view.set(Some(View {
                    lng: view.lng,
                    lat: view.lat,
                    zoom: view.zoom,
                }));
                desk.open.set(view.open);
            }
        }
        Err(problem) => screen.complain(|language| problem.message(language)),
    }
}

/// Takes the link out of the address once another text lies on the desk.
pub fn forget_link() {
    let (page, fragment) = address();
    if !fragment.is_empty()
        && let Ok(history) = window().history()
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&page));
    }
}
