//! The web app.

use makan::ui::{App, recovery};

fn main() {
    recovery::stand_by();
    leptos::mount::mount_to_body(App);
}
