//! Makan reads a news article about Syria and finds every place, stated distance and event in it.
//!
//! The library without features is the engine: pure and total. `ARCHITECTURE.md` is the map of it.

pub mod analysis;
mod article;
#[cfg(feature = "cli")]
pub mod cli;
pub mod events;
pub mod export;
mod finding;
pub mod gazetteer;
pub mod geodesy;
pub mod geoparse;
pub mod map;
mod order;
mod reading;
pub mod share;
pub mod tally;
pub mod text;
pub mod ui;

pub use analysis::Analysis;
pub use article::{Article, Becomes, Bounds, Correction, Corrections, Days, EventFacts, Known};
pub use finding::Finding;
pub use gazetteer::Gazetteer;
pub use reading::{ENGINE, analyse};
