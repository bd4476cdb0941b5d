//! What the reader points at: one thing of an analysis, wherever it is shown.

use serde::{Deserialize, Serialize};

/// A mention, a distance or an event, by its id in the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    Mention(u32),
    Distance(u32),
    Event(u32),
}
