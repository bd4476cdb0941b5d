//! The web app: Leptos components, each a view of the desk.
//!
//! What needs no browser (runs, numbers, dates, words) builds everywhere and is tested natively.

pub mod about;
pub mod dates;
pub mod event_draft;
pub mod event_kind;
pub mod numerals;
pub mod place_name;
pub mod quote;
pub mod related;
pub mod runs;
pub mod sorting;
pub mod summary;
pub mod time_line;
pub mod words;

#[cfg(feature = "web")]
mod app;
#[cfg(feature = "web")]
mod arrival;
#[cfg(feature = "web")]
pub mod article;
#[cfg(feature = "web")]
mod by_line;
#[cfg(feature = "web")]
pub(crate) mod clipboard;
#[cfg(feature = "web")]
mod date_field;
#[cfg(feature = "web")]
pub mod desk;
#[cfg(feature = "web")]
mod desks_dialog;
#[cfg(feature = "web")]
mod dialog;
#[cfg(feature = "web")]
mod download;
#[cfg(feature = "web")]
mod example;
#[cfg(feature = "web")]
mod export_menu;
#[cfg(feature = "web")]
mod file;
#[cfg(feature = "web")]
mod finder;
#[cfg(feature = "web")]
mod head;
#[cfg(feature = "web")]
mod help;
#[cfg(feature = "web")]
mod icon;
#[cfg(feature = "web")]
mod index;
#[cfg(feature = "web")]
mod keeping;
#[cfg(feature = "web")]
mod kept;
#[cfg(feature = "web")]
mod leaf;
#[cfg(feature = "web")]
pub mod light;
#[cfg(feature = "web")]
mod link;
#[cfg(feature = "web")]
pub mod live;
#[cfg(feature = "web")]
mod margin;
#[cfg(feature = "web")]
mod note;
#[cfg(feature = "web")]
mod own_places;
#[cfg(feature = "web")]
mod picture;
#[cfg(feature = "web")]
mod pile;
#[cfg(feature = "web")]
mod pointing;
#[cfg(feature = "web")]
mod qr;
#[cfg(feature = "web")]
pub mod recovery;
#[cfg(feature = "web")]
mod report;
#[cfg(feature = "web")]
pub mod screen;
#[cfg(feature = "web")]
pub mod selection;
#[cfg(feature = "web")]
mod settings;
#[cfg(feature = "web")]
mod share_dialog;
#[cfg(feature = "web")]
mod sheet;
#[cfg(feature = "web")]
mod switcher;
#[cfg(feature = "web")]
mod version_notice;

#[cfg(test)]
pub(crate) mod sample;

#[cfg(feature = "web")]
pub use app::App;
#[cfg(feature = "web")]
pub use desk::{Desk, View};
#[cfg(feature = "web")]
pub use finder::Looked;
#[cfg(feature = "web")]
pub use pointing::focus_soon;
