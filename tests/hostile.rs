//! Texts made to hurt: reading takes time in step with their length, and nothing panics.

use makan::text::check_input;
use makan::text::input::{InputProblem, LIMIT_BYTES};
use makan::{Article, Corrections, Gazetteer, analyse};
use std::time::{Duration, Instant};

/// Bytes of the short text, and how many times longer the long one is.
const SHORT: usize = 20_000;
const LONGER: usize = 16;
/// A machine busy with other things may take this many times longer; time in step with the square would be 16 times.
const SLACK: u32 = 4;

/// Pieces to be said over and over.
const PIECES: [(&str, &str); 14] = [
    ("lines", "قصف على حلب\n"),
    ("line ends", "\n"),
    (
        "turned letters",
        "\u{202e}قصف\u{202d} على \u{2067}إدلب\u{2069} ",
    ),
    ("nested turns", "\u{202a}\u{2066}"),
    ("joiners", "ت\u{200d}\u{200d}\u{200d}\u{200d}"),
    ("only joiners", "\u{200d}"),
    ("families", "👨‍👩‍👧‍👦🇸🇾"),
    ("nulls", "\u{0}ق"),
    ("stretched letters", "تـــــدمر"),
    ("marks", "\u{651}\u{64b}\u{670}"),
    ("one word", "مدينة"),
    ("numbers", "5 كم شرق "),
    ("chained places", "ريف حلب شمال شرق إدلب وبين "),
    ("quotes", "قال \"إن "),
];

fn time_of(text: String) -> Duration {
    let article = Article {
        text,
        ..Article::default()
    };
    let start = Instant::now();
    analyse(&article, Gazetteer::bundled(), &Corrections::default());
    start.elapsed()
}

#[test]
fn time_grows_with_the_length_of_the_text() {
    time_of("قصف على حلب".into());
    for (what, piece) in PIECES {
        let text = |bytes: usize| piece.repeat(bytes / piece.len());
        let best = |bytes: usize| {
            (0..3)
                .map(|_| time_of(text(bytes)))
                .min()
                .unwrap_or_default()
        };
        let (short, long) = (best(SHORT), best(SHORT * LONGER));
        // Below a hundredth of a second it is the clock that is measured.
        let expected = short.max(Duration::from_millis(2)) * LONGER as u32;
        assert!(
            long < expected * SLACK,
            "{what}: {short:?} for {SHORT} bytes, {long:?} for {LONGER} times as many"
        );
    }
}

#[test]
fn the_longest_text_that_is_taken_is_read() {
    let piece = "دارت اشتباكات في السخنة، 70 كم شرق تدمر.\n";
    let text = piece.repeat(LIMIT_BYTES / piece.len());
    assert_eq!(check_input(&text), Ok(()));
    let lines = text.lines().count();
    let article = Article {
        text,
        ..Article::default()
    };
    let read = analyse(&article, Gazetteer::bundled(), &Corrections::default());
    assert!(
        read.mentions.len() >= lines,
        "{} in {lines} lines",
        read.mentions.len()
    );
}

#[test]
fn fifty_megabytes_are_refused_at_once() {
    let text = "ا".repeat(25_000_000);
    let start = Instant::now();
    assert_eq!(check_input(&text), Err(InputProblem::TooLong(50_000_000)));
    assert!(start.elapsed() < Duration::from_secs(1));
}
