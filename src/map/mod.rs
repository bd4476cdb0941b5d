//! The map: what an analysis looks like on the plate.
//!
//! Everything that decides what is drawn is plain Rust without a browser: [`Sheet`] turns an analysis into GeoJSON,
//! `style` draws its layers, [`Camera`] and `frame` do the sheet's geometry. `plate` and `bridge` put
//! it on the screen; `map.js` alone touches MapLibre GL JS.

pub mod beyond;
pub mod camera;
pub mod certainty;
pub mod distances;
pub mod earth;
pub mod events;

#[cfg(test)]
pub(crate) mod fixture;
pub mod frame;
pub mod ground;
pub mod key;
pub mod labels;
pub mod marks;
pub mod palette;
pub mod picture;
pub mod places;
pub mod related;
pub mod route;
pub mod shapes;
pub mod sheet;
pub mod style;
pub mod words;

#[cfg(feature = "web")]
mod aim;
#[cfg(feature = "web")]
mod bridge;
#[cfg(feature = "web")]
mod furniture;
#[cfg(feature = "web")]
mod plate;
#[cfg(feature = "web")]
mod stage;
#[cfg(feature = "web")]
mod taken;
#[cfg(feature = "web")]
mod tie;

#[cfg(feature = "web")]
pub use aim::Aim;
pub use camera::{Camera, Extent};
pub use certainty::Certainty;
pub use palette::Palette;
#[cfg(feature = "web")]
pub use plate::Plate;
pub use shapes::Symbol;
pub use sheet::Sheet;
#[cfg(feature = "web")]
pub use stage::MapPlate;
