//! The two-way link. Whatever shows a finding carries `data-finding`; one place here answers to all of it.

use super::finder::Seeking;
use super::screen::Screen;
use super::selection::is_selecting;
use crate::Finding;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// The finding that the target of a browser event shows.
fn finding_at(event: &Event) -> Option<Finding> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let holder = target.closest("[data-finding]").ok()??;
    Finding::from_code(&holder.get_attribute("data-finding")?)
}

/// The pointer or the keyboard has come to something.
pub fn point(screen: Screen, event: &Event) {
    let finding = finding_at(event);
    if screen.desk.pointed.get_untracked() != finding {
        screen.desk.pointed.set(finding);
    }
}

/// Something was clicked. The end of a drag over words selects them and opens nothing.
pub fn open(screen: Screen, event: &Event) {
    if is_within(event, ".prose") && is_selecting() {
        return;
    }
    if let Some(finding) = finding_at(event) {
        screen.open(finding);
    }
}

/// A key was pressed: Enter and Space open a mark, arrows walk from mark to mark, Escape closes the note.
pub fn press(screen: Screen, event: &KeyboardEvent) {
    match event.key().as_str() {
        "Enter" | " " => {
            let is_mark = event
                .target()
                .and_then(|t| t.dyn_into::<Element>().ok())
                .is_some_and(|e| e.get_attribute("role").as_deref() == Some("button"));
            if let Some(finding) = finding_at(event).filter(|_| is_mark) {
                event.prevent_default();
                screen.open(finding);
                focus_soon("#note-name");
            }
        }
        key @ ("z" | "Z" | "y") if is_command(event) => {
            event.prevent_default();
            if key == "z" && !event.shift_key() {
                screen.desk.undo();
            } else {
                screen.desk.redo();
            }
        }
        "/" if !is_within(event, "input, textarea, dialog") => {
            event.prevent_default();
            screen.seeking.set(Some(Seeking::Any));
        }
        "?" if !is_within(event, "input, textarea, dialog") => {
            event.prevent_default();
            screen.helping.set(true);
        }
        "ArrowDown" => walk(event, true),
        "ArrowUp" => walk(event, false),
        // In a dialog it closes that.
        "Escape" if !is_within(event, "dialog") => {
            if let Some(finding) = screen.desk.open.get_untracked() {
                screen.close();
                focus_soon(&format!(
                    ".prose [data-finding={}][tabindex]",
                    finding.code()
                ));
            }
        }
        _ => {}
    }
}

/// From a mark in the article to the one after or before it.
fn walk(event: &KeyboardEvent, down: bool) {
    const MARKS: &str = ".prose [role=button][tabindex]";
    let Some(here) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
        return;
    };
    if !here.matches(MARKS).unwrap_or(false) {
        return;
    }
    let Ok(marks) = document().query_selector_all(MARKS) else {
        return;
    };
    let at =
        (0..marks.length()).find(|&i| marks.get(i).is_some_and(|m| m.is_same_node(Some(&here))));
    let next = at.and_then(|at| {
        if down {
            at.checked_add(1)
        } else {
            at.checked_sub(1)
        }
    });
    if let Some(mark) = next.and_then(|next| marks.get(next)) {
        event.prevent_default();
        let _ = mark.unchecked_into::<HtmlElement>().focus();
    }
}

/// Whether a key is pressed with Ctrl or ⌘, and not where the browser itself takes typing back.
fn is_command(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !is_within(event, "input, textarea, select")
}

/// Whether an event comes from within what a selector finds.
fn is_within(event: &Event, selector: &str) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|e| e.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Moves the focus to the first element that `selector` finds, once the page has been brought up to date.
pub fn focus_soon(selector: &str) {
    let selector = selector.to_string();
    request_animation_frame(move || {
        if let Ok(Some(element)) = document().query_selector(&selector) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}
