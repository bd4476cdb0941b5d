//! Copying.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// Copies a text; `done` is true for the two seconds in which a button says so.
pub fn copy(text: String, done: RwSignal<bool>) {
    spawn_local(async move {
        let promise = window().navigator().clipboard().write_text(&text);
        if JsFuture::from(promise).await.is_ok() {
            done.set(true);
            set_timeout(move || done.set(false), Duration::from_secs(2));
        }
    });
}
