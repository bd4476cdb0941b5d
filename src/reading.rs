//! The whole way from an article to its analysis.

use crate::analysis::Analysis;
use crate::text::Text;
use crate::{Article, Corrections, Gazetteer, events, geoparse};

/// Version of the engine, in every analysis and link.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// Reads an article: every place, stated distance and event in it.
///
/// Pure and total: the same input gives the same analysis everywhere, and doubt is data.
pub fn analyse(article: &Article, gazetteer: &Gazetteer, corrections: &Corrections) -> Analysis {
    let text = Text::new(&article.text);
    let places = geoparse::read(&text, gazetteer, corrections);
    let events = events::read(&text, &places.mentions, article.date, corrections);
    Analysis {
        id: article.id.clone(),
        engine: ENGINE.to_string(),
        gazetteer: gazetteer.version().to_string(),
        language: text.language(),
        date: article.date,
        mentions: places.mentions,
        distances: places.distances,
        events,
        set_aside: places.set_aside,
    }
}
