//! The key of the map: only what is on it.

use super::shapes::Symbol;
use crate::analysis::Language;
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

impl Entry {
    /// What it says beside its sample.
    pub fn name(self, language: Language) -> &'static str {
        let (ar, en) = match self {
            Entry::Event(Symbol::Battle) => ("معارك", "Battles"),
            Entry::Event(Symbol::Blast) => ("انفجارات وقصف", "Explosions"),
            Entry::Event(Symbol::Civilians) => ("عنف ضد المدنيين", "Against civilians"),
            Entry::Event(Symbol::Protest) => ("احتجاجات", "Protests"),
            Entry::Event(Symbol::Riot) => ("شغب", "Riots"),
            Entry::Event(Symbol::Strategic) => ("تطورات استراتيجية", "Strategic developments"),
            Entry::Approximate => ("مفرّغ: موضع تقريبي", "Hollow: approximate"),
            Entry::Measured => ("مسافة مقيسة", "Measured"),
            Entry::Stated => ("مسافة ذُكرت", "Stated"),
            Entry::PlacedByText => ("حيث يقول النص", "Where the text says"),
            Entry::Doubt => ("دائرة الشك", "Circle of doubt"),
            Entry::Unnamed => ("موضع بلا اسم", "Unnamed place"),
            Entry::Namesake => ("سميٌّ لم يُختر", "Namesake not chosen"),
        };
        match language {
            Language::Ar => ar,
            Language::En => en,
        }
    }

    /// SVG path of the sample of a line or an area, on 26 by 14; none for symbols.
    pub fn swatch(self) -> Option<&'static str> {
        Some(match self {
            Entry::Measured => "M2 7h22M2 2.5v9M24 2.5v9",
            Entry::Stated => "M2 7h22",
            Entry::PlacedByText => "M7 7h3M16 7h3M13 1v3M13 10v3M16 7a3 3 0 1 1-6 0a3 3 0 1 1 6 0Z",
            Entry::Doubt => "M19 7a6 6 0 1 1-12 0a6 6 0 1 1 12 0Z",
            Entry::Unnamed => "M3 9Q13-1 23 9",
            Entry::Namesake => "M18.5 7a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0Z",
            Entry::Event(_) | Entry::Approximate => return None,
        })
    }
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
