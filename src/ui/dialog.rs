//! Dialogs: the browser's own, opened and closed by what the screen says.

use super::live::follow;
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
