//! Stable sorting in one instance for all types.
//!
//! The standard library's sort is compiled anew for every type it sorts: 4 KB of Wasm each. Here it sorts indices, by
//! a comparison it is handed, and the items follow.

use std::cmp::Ordering;

/// Sorts by a comparison; what compares as equal keeps its order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut rank = ranks(items.len(), &|a, b| compare(&items[a], &items[b]));
    for at in 0..items.len() {
        // Each swap takes one item to where it belongs.
        while rank[at] != at {
            let home = rank[at];
            items.swap(at, home);
            rank.swap(at, home);
        }
    }
}

/// Sorts by a key; what has the same key keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Where each of `count` items belongs.
fn ranks(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order = (0..count).collect::<Vec<_>>();
    order.sort_by(|&a, &b| compare(a, b));
    let mut rank = vec![0; count];
    for (place, item) in order.into_iter().enumerate() {
        rank[item] = place;
    }
    rank
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in prop::collection::vec((0..9_u8, 0..99_u8), 0..200)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |i| i.0);
            theirs.sort_by_key(|i| i.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
