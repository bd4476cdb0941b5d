//! Analyses in the formats that other programs read. Every export is a view of an [`Analysis`].

pub mod csv;
mod format;
pub mod geojson;
pub mod kml;

pub use format::Format;

use crate::analysis::{Analysis, Event, Mention, StatedDistance};
use crate::geodesy::round;

/// The mention with this id.
fn mention(analysis: &Analysis, id: u32) -> Option<&Mention> {
    analysis.mentions.iter().find(|m| m.id == id)
}

/// Longitude and latitude of a mention, to 6 decimals (0.1 m), where it is known.
fn position(mention: &Mention) -> Option<[f64; 2]> {
    Some([round(mention.lon?, 1e6), round(mention.lat?, 1e6)])
}

/// Longitude and latitude of the border that a distance is counted from, where it is nearest to the far end.
fn border_point(distance: &StatedDistance) -> Option<[f64; 2]> {
    let (lon, lat) = distance.border.as_ref()?.spot()?;
    Some([lon, lat])
}

/// The first mention of an event that has a position: where the event is drawn.
fn scene<'a>(analysis: &'a Analysis, event: &Event) -> Option<&'a Mention> {
    let places = event.places.iter().filter_map(|&id| mention(analysis, id));
    places
        .clone()
        .find(|m| position(m).is_some())
        .or(places.into_iter().next())
}

/// The lowest figures that any source gives for an event's dead and wounded, as ACLED's codebook counts them.
fn lowest_figures(event: &Event) -> (Option<u32>, Option<u32>) {
    let killed = event.rival.iter().filter_map(|claim| claim.killed.as_ref());
    let wounded = event
        .rival
        .iter()
        .filter_map(|claim| claim.wounded.as_ref());
    let killed = event.killed.iter().chain(killed);
    let wounded = event.wounded.iter().chain(wounded);
    (
        killed.map(|count| count.acled).min(),
        wounded.map(|count| count.acled).min(),
    )
}
