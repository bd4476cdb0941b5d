//! Dialogs: the browser's own, opened and closed by what the screen says.

use super::icon::Icon;
use super::live::{follow, live};
use super::screen::Screen;
use leptos::html;
use leptos::prelude::*;

/// A dialog that is open while the condition holds. What closes it by itself, Escape, is to be told by `on:close`.
pub fn dialog_while(is_open: impl Fn() -> bool + 'static) -> NodeRef<html::Dialog> {
    let node = NodeRef::<html::Dialog>::new();
    follow(move || {
        let Some(dialog) = node.get() else {
            return;
        };
        let wanted = is_open();
        if wanted && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !wanted {
            dialog.close();
        }
    });
    node
}

/// The head of a dialog: what it is called, under the id that it is labelled by, and the button that closes it.
pub fn dialog_head(
    id: &'static str,
    name: impl Fn() -> String + Send + 'static,
    close: impl Fn() + 'static,
) -> AnyView {
    let desk = Screen::here().desk;
    view! {
        <header>
            <h2 id=id>{live(name)}</h2>
            <button class="button square" aria-label=desk.say(|w| w.close) on:click=move |_| close()>
                <Icon name="close"/>
            </button>
        </header>
    }
    .into_any()
}
