//! Bytes that nobody would write: every one kept in `tests/fuzz/corpus`, and fresh ones made out of them for a few
//! seconds. `./dev fuzz` does the same for as long as it is told to, led by what code the bytes reach.

mod mutation;
mod properties;

use mutation::Mutator;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long each property is tried with fresh bytes.
const TIME: Duration = Duration::from_secs(4);

fn try_out(room: &str, property: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(room);
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let corpus: Vec<Vec<u8>> = paths
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect();
    assert!(!corpus.is_empty(), "{} is empty", folder.display());
    corpus.iter().for_each(|bytes| property(bytes));
    let mut mutator = Mutator::new(&corpus);
    let start = Instant::now();
    while start.elapsed() < TIME {
        let bytes = mutator.fresh();
        // Bytes that break it are printed, to be kept in the corpus.
        let held = std::panic::catch_unwind(|| property(&bytes));
        assert!(
            held.is_ok(),
            "{room} breaks with {:?}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

#[test]
fn any_bytes_are_read_as_an_article() {
    try_out("article", properties::article);
}

#[test]
fn any_bytes_are_opened_as_a_link_or_refused() {
    try_out("link", properties::link);
}

#[test]
fn any_contents_of_a_link_are_opened_or_refused() {
    try_out("contents", properties::contents);
}

#[test]
fn any_bytes_are_opened_as_a_desk_or_refused() {
    try_out("desk", properties::desk);
}

#[test]
fn any_bytes_are_read_as_places_or_refused() {
    try_out("places", properties::places);
}
