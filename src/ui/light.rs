//! Lights up, in article and lists, what the reader points at, and marks what is open.
//!
//! The classes are set from here on what carries `data-finding` (or `data-of`, where an outer mark leaves the pointer to
//! an inner one): a mark that watched the pointer itself would cost a listener each, and there may be thousands.

use super::live::follow;
use super::screen::Screen;
use crate::Finding;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// Keeps the classes `lit` and `chosen`, and `aria-current` in the lists, true to the screen.
pub fn keep(screen: Screen) {
    follow(move || {
        // What rewrites the article or the lists takes the classes with it.
        screen.desk.shown.track();
        screen.desk.language.track();
        screen.tab.track();
        screen.sort.track();
        screen.is_phone.track();
        let (lit, chosen) = (screen.lit.get(), screen.chosen.get());
        let open = screen.desk.open.get();
        // Once the page has been brought up to date.
        request_animation_frame(move || {
            clear("lit");
            mark("lit", "", &lit);
            clear("chosen");
            mark("chosen", ".prose ", open.as_slice());
            mark("chosen", ".index ", &chosen);
            name_current(open);
        });
    });
}

/// Takes a class off everything that shows a finding.
fn clear(class: &str) {
    for element in all(&format!(".{class}[data-finding], .{class}[data-of]")) {
        let _ = element.class_list().remove_1(class);
    }
}

/// Puts a class on what shows the findings, within what a selector finds.
fn mark(class: &str, within: &str, findings: &[Finding]) {
    for code in findings.iter().map(|f| f.code()) {
        let shown = format!("{within}[data-finding={code}], {within}[data-of={code}]");
        for element in all(&shown) {
            let _ = element.class_list().add_1(class);
        }
    }
}

/// Tells screen readers which row is open.
fn name_current(open: Option<Finding>) {
    for button in all(".index [aria-current]") {
        let _ = button.remove_attribute("aria-current");
    }
    if let Some(finding) = open {
        for button in all(&format!(".index [data-finding={}] button", finding.code())) {
            let _ = button.set_attribute("aria-current", "true");
        }
    }
}

fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |i| found.as_ref()?.get(i)?.dyn_into().ok())
}
