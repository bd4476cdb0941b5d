//! The third room: which words name places, and where those places are.
//!
//! Names are spotted ([`spot`]), descriptions tied to what they mean ([`refer`]), stated distances read
//! ([`distance`]), and then the whole article is resolved at once ([`resolve`]).

mod border;
mod countryside;
pub mod distance;
mod doubt;
mod english_site;
mod evidence;
mod holder;
mod lexicon;
mod licence;
mod links;
mod phrase;
mod place_words;
mod placing;
mod refer;
mod report;
mod resolve;
mod site;
mod spot;
mod statement;
mod told;

pub use border::names as border_names;
pub use report::place_name;

use crate::analysis::{Mention, MentionKind, SetAside, StatedDistance};
use crate::text::Text;
use crate::{Corrections, Gazetteer};
use std::ops::Range;

/// A name or a description of a place in the text, before it is known where the place is.
#[derive(Debug, Clone)]
pub struct Spot {
    /// The tokens of the name itself, its clitics included, a generic noun before it not.
    pub tokens: Range<usize>,
    /// Scalar offsets of the name in the original, behind its conjunction and preposition.
    pub start: u32,
    pub end: u32,
    pub kind: MentionKind,
    /// Places of the gazetteer that bear the name.
    pub places: Vec<u32>,
}

/// What the room gives: places, distances, and names that were read as something else.
#[derive(Debug)]
pub struct Reading {
    pub mentions: Vec<Mention>,
    pub distances: Vec<StatedDistance>,
    pub set_aside: Vec<SetAside>,
}

/// Reads every place and stated distance of a text.
pub fn read(text: &Text, gazetteer: &Gazetteer, corrections: &Corrections) -> Reading {
    let (mut namings, mut set_aside) = spot::read(text, gazetteer);
    told::add(text, gazetteer, corrections, &mut namings, &mut set_aside);
    let (namings, mut antecedents) = refer::tied(text, gazetteer, namings);
    let spots: Vec<Spot> = namings.iter().map(|n| n.spot.clone()).collect();
    let distances = distance::read(text, &spots);
    refer::keep_ends_apart(text, gazetteer, &namings, &distances, &mut antecedents);
    let directions = distance::directions(text, &spots);
    let scene = resolve::Scene {
        text,
        gazetteer,
        namings: &namings,
        antecedents: &antecedents,
        distances: &distances,
        directions: &directions,
    };
    let placed = resolve::resolve(&scene);
    report::report(&scene, placed, set_aside, corrections)
}
