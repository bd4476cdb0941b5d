//! Links: the one that carries the desk, and the one that the page was opened with.

use super::screen::Screen;
use super::{Desk, settings};
use crate::share::{self, Content, Findings, KeptArticle, Shared};
use crate::{Corrections, ENGINE};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// What a link carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carries {
    /// Places, distances and events with only their own words.
    Findings,
    /// The article and what was put right in it.
    Article,
}

/// The address of the page with what lies on the desk.
pub fn link_to(desk: Desk, carries: Carries) -> String {
    format!("{}{}", address().0, share::encode(&shared(desk, carries)))
}

fn shared(desk: Desk, carries: Carries) -> Shared {
    let mut kept = desk.kept();
    let findings = match (desk.findings.get(), carries) {
        (Some(findings), _) => Some(findings.as_ref().clone()),
        (None, Carries::Findings) => desk.analysis.with(|a| a.as_ref().map(|a| Findings::of(a))),
        (None, Carries::Article) => None,
    };
    let content = match findings {
        Some(findings) => {
            // They are as they were read and put right: corrections count letters of a text that does not travel
            // along, and what is open is numbered otherwise there.
            kept.imprint = None;
            kept.corrections = Corrections::default();
            if let Some(view) = &mut kept.view {
                view.open = None;
            }
            Content::Findings(findings)
        }
        None => Content::Article(kept.text),
    };
    Shared {
        date: kept.date,
        gazetteer: desk.gazetteer.with(|g| {
            g.as_ref()
                .map_or(String::new(), |g| g.version().to_string())
        }),
        engine: ENGINE.to_string(),
        imprint: kept.imprint,
        language: Some(desk.language.get()),
        source: kept.source,
        title: kept.title,
        view: kept.view,
        filters: kept.filters,
        corrections: kept.corrections,
        content,
    }
}

/// What sets the page to the compact view that only shows.
const EMBED: &str = "?embed";

/// Whether the page stands in another's, and only shows what its link carries.
pub fn is_embedded() -> bool {
    address().0.contains(EMBED)
}

/// A piece of HTML that shows a link of the page in another page.
pub fn embedding(link: &str, title: &str) -> String {
    let (page, fragment) = link.split_once('#').unwrap_or((link, ""));
    let title = title
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;");
    format!(
        "<iframe src=\"{page}{EMBED}#{fragment}\" title=\"{title}\" width=\"100%\" height=\"520\" loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>"
    )
}

/// The way from the embedded view to the whole page.
pub fn whole_page() -> String {
    let (page, fragment) = address();
    format!("{}#{fragment}", page.replace(EMBED, ""))
}

/// The page's address before and after its first `#`, as it stands: `location.hash` comes decoded in some browsers.
fn address() -> (String, String) {
    let href = window().location().href().unwrap_or_default();
    match href.split_once('#') {
        Some((page, fragment)) => (page.to_string(), fragment.to_string()),
        None => (href, String::new()),
    }
}

/// Whether the page's address holds a link.
pub fn is_there() -> bool {
    !address().1.is_empty()
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
            screen.problem.set(None);
            screen.keeping.turn();
            screen.pile.clear();
            lay(screen.desk, shared);
            screen.keeping.lend(screen);
        }
        Err(problem) => screen.complain(|language| problem.message(language)),
    }
}

/// Lays on the desk what a link carries.
fn lay(desk: Desk, shared: Shared) {
    if let Some(language) = shared.language {
        settings::suggest_language(desk, language);
    }
    let read_before = shared.read_with();
    let (text, findings) = match shared.content {
        Content::Article(text) => (text, None),
        Content::Findings(findings) => (findings.words(), Some(findings)),
    };
    let kept = KeptArticle {
        title: shared.title,
        source: shared.source,
        date: shared.date,
        text,
        corrections: shared.corrections,
        imprint: shared.imprint,
        view: shared.view,
        filters: shared.filters,
        ..KeptArticle::default()
    };
    desk.lay_kept(kept, read_before);
    desk.findings.set(findings.map(Arc::new));
}

/// Takes the link out of the address once something else lies on the desk.
pub fn forget_link() {
    let (page, fragment) = address();
    if !fragment.is_empty()
        && let Ok(history) = window().history()
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&page));
    }
}
