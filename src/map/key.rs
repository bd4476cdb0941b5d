//! The key of the map: only what is on it.

use super::shapes::Symbol;
use serde_json::Value;
use std::collections::BTreeSet;

/// A line of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    Event(Symbol),
    /// A hollow symbol: the place is not exact.
    Approximate,
    Measured,
    Stated,
    /// Put where the text says.
    PlacedByText,
    Doubt,
    /// Where a place without a name may lie.
    Unnamed,
    /// A namesake that was not chosen.
    Namesake,
}

/// The entries that these features ask for, in the key's order.
pub fn entries(features: &[Value]) -> BTreeSet<Entry> {
    let mut entries = BTreeSet::new();
    for feature in features {
        let properties = &feature["properties"];
        let image = properties["image"].as_str().unwrap_or_default();
        match properties["is"].as_str().unwrap_or_default() {
            "event" => {
                let slug = properties["symbol"].as_str().unwrap_or_default();
                entries.extend(
                    Symbol::ALL
                        .into_iter()
                        .find(|s| s.slug() == slug)
                        .map(Entry::Event),
                );
                if image.ends_with("-hollow") {
                    entries.insert(Entry::Approximate);
                }
            }
            "measured" => drop(entries.insert(Entry::Measured)),
            "stated" => drop(entries.insert(Entry::Stated)),
            "mark" if image == "mark-stated" => drop(entries.insert(Entry::PlacedByText)),
            "doubt" if properties["certainty"] != "settled" => drop(entries.insert(Entry::Doubt)),
            "note" => drop(entries.insert(Entry::Unnamed)),
            "ghost" => drop(entries.insert(Entry::Namesake)),
            _ => {}
        }
    }
    entries
}
