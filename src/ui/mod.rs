//! The web app: Leptos components, each a view of the desk.

pub mod desk;

pub use desk::{Desk, View};
