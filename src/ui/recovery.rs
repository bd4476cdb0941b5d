//! When the program breaks: the reader sees a sentence, and the text is still there.

use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::JsCast;

thread_local! {
    static KEPT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps a copy of the text that no fault can reach.
pub fn keep(text: &str) {
    if text.is_empty() {
        return;
    }
    KEPT.with(|kept| text.clone_into(&mut kept.borrow_mut()));
}

/// Shows the page's own words for a fault, with the text, whenever the program panics.
pub fn stand_by() {
    std::panic::set_hook(Box::new(|fault| {
        console_error_panic_hook::hook(fault);
        let Some(root) = document().document_element() else {
            return;
        };
        let _ = root.set_attribute("data-boot", "broken");
        if let Some(area) = document().get_element_by_id("kept") {
            let area: web_sys::HtmlTextAreaElement = area.unchecked_into();
            let text = KEPT.with(|kept| kept.try_borrow().map(|k| k.clone()).unwrap_or_default());
            area.set_value(&text);
        }
    }));
}
