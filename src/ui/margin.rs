//! What the article's column does after it is laid out: sigla kept apart, the open mark brought into sight.

use super::Desk;
use super::screen::Screen;
use super::settings::media;
use crate::ui::live::follow;
use leptos::html::Article;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// How far below each other sigla of one line stand, in CSS pixels.
const STEP: i32 = 15;

fn elements(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|i| list.get(i)?.dyn_into().ok())
        .collect()
}

/// Moves sigla of one line below each other, whenever the text or its width changes.
pub fn keep_apart(prose: NodeRef<Article>, desk: Desk) {
    follow(move || {
        desk.shown.track();
        if let Some(prose) = prose.get() {
            request_animation_frame(move || settle(&prose));
        }
    });
    follow(move || {
        let Some(prose) = prose.get() else {
            return;
        };
        let watched = prose.clone();
        // The browser lets go of it together with the column.
        let resized = Closure::<dyn Fn()>::new(move || settle(&watched)).into_js_value();
        if let Ok(observer) = web_sys::ResizeObserver::new(resized.unchecked_ref()) {
            observer.observe(&prose);
        }
    });
}

/// Gives every siglum the first free place at or below its own line.
fn settle(prose: &Element) {
    let sigla = elements(prose, ".siglum");
    for siglum in &sigla {
        let _ = siglum.style().remove_property("translate");
    }
    let tops: Vec<i32> = sigla.iter().map(HtmlElement::offset_top).collect();
    let mut lowest = i32::MIN;
    for (siglum, top) in sigla.iter().zip(tops) {
        let at = top.max(lowest.saturating_add(STEP));
        if at > top && at - top < 3 * STEP {
            let _ = siglum
                .style()
                .set_property("translate", &format!("0 {}px", at - top));
        }
        lowest = at;
    }
}

/// Brings the mark of the open finding into sight.
pub fn follow_open(prose: NodeRef<Article>, screen: Screen) {
    follow(move || {
        let Some(finding) = screen.desk.open.get() else {
            return;
        };
        let Some(prose) = prose.get_untracked() else {
            return;
        };
        if let Ok(Some(mark)) =
            prose.query_selector(&format!("[data-finding={}][role]", finding.code()))
        {
            bring_into_sight(&mark);
        }
    });
}

/// Scrolls as little as is needed to show an element; at once for readers who want less motion.
pub fn bring_into_sight(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(if media("(prefers-reduced-motion: reduce)") {
        ScrollBehavior::Instant
    } else {
        ScrollBehavior::Smooth
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
