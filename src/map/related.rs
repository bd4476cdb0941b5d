//! What belongs together: pointing at a finding lights every mark of the same thing and what it rests on.

use super::places::Places;
use crate::Finding;
use crate::analysis::{Analysis, StatedDistance};
use std::collections::BTreeSet;

/// The keys that light up with a finding: its own mark, and
/// - for a place, the distances to and from it with their other ends, and the events there;
/// - for a distance, both its ends;
/// - for an event, its places, and what puts them where they are.
pub fn related(analysis: &Analysis, finding: Finding) -> BTreeSet<String> {
    let places = Places::new(analysis);
    let place = |id: u32| Finding::Mention(places.speaker(id)).code();
    let same = |a: Option<u32>, b: u32| a.is_some_and(|a| places.speaker(a) == places.speaker(b));
    let mut keys = BTreeSet::from([finding.code()]);
    match finding {
        Finding::Mention(id) => {
            keys.insert(place(id));
            for d in analysis
                .distances
                .iter()
                .filter(|d| same(d.to, id) || same(d.from, id))
            {
                keys.insert(Finding::Distance(d.id).code());
                keys.extend(d.from.into_iter().chain(d.to).map(place));
            }
            for event in analysis
                .events
                .iter()
                .filter(|e| e.places.iter().any(|&p| same(Some(p), id)))
            {
                keys.insert(Finding::Event(event.id).code());
            }
        }
        Finding::Distance(id) => {
            for d in analysis.distances.iter().filter(|d| d.id == id) {
                keys.extend(d.from.into_iter().chain(d.to).map(place));
            }
        }
        Finding::Event(id) => {
            for event in analysis.events.iter().filter(|e| e.id == id) {
                keys.extend(event.places.iter().map(|&p| place(p)));
                let puts = |d: &&StatedDistance| event.places.iter().any(|&p| same(d.to, p));
                keys.extend(
                    analysis
                        .distances
                        .iter()
                        .filter(puts)
                        .map(|d| Finding::Distance(d.id).code()),
                );
            }
        }
    }
    keys
}
