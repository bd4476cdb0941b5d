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

impl Finding {
    /// Its name on the page and on the map: `m3`, `d0`, `e7`.
    pub fn code(self) -> String {
        match self {
            Finding::Mention(id) => format!("m{id}"),
            Finding::Distance(id) => format!("d{id}"),
            Finding::Event(id) => format!("e{id}"),
        }
    }

    /// The finding that a code names.
    pub fn from_code(code: &str) -> Option<Finding> {
        let mut letters = code.chars();
        let class = letters.next()?;
        let id = letters.as_str().parse().ok()?;
        match class {
            'm' => Some(Finding::Mention(id)),
            'd' => Some(Finding::Distance(id)),
            'e' => Some(Finding::Event(id)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back() {
        for finding in [
            Finding::Mention(3),
            Finding::Distance(0),
            Finding::Event(4_000_000_000),
        ] {
            assert_eq!(Finding::from_code(&finding.code()), Some(finding));
        }
        for wrong in ["", "m", "x1", "m-1", "é1"] {
            assert_eq!(Finding::from_code(wrong), None);
        }
    }
}
