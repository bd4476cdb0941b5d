//! How many megabytes of text each stage reads in a second: `cargo bench`.
//!
//! `cargo bench -- --read N` only reads the article N times, for profilers.

use makan::geoparse::{self, Spot, distance};
use makan::text::{Script, Text};
use makan::{Article, Corrections, Gazetteer, analyse, events};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// About 10 KB, of our own writing.
const ARTICLE: &str = include_str!("article.txt");

/// Runs of a stage, of which the quickest counts: what disturbs a run only makes it longer.
const RUNS: usize = 60;

fn main() {
    let gazetteer = Gazetteer::bundled();
    let uncorrected = Corrections::default();
    let article = |times: usize| Article {
        text: ARTICLE.repeat(times),
        date: Some(jiff::civil::date(2017, 6, 14)),
        ..Article::default()
    };
    let (one, hundred) = (article(1), article(100));
    let mut given = std::env::args().skip_while(|a| a != "--read").skip(1);
    if let Some(times) = given.next().and_then(|n| n.parse().ok()) {
        for _ in 0..times {
            black_box(analyse(&one, gazetteer, &uncorrected));
        }
        return;
    }
    let text = Text::new(ARTICLE);
    let places = geoparse::read(&text, gazetteer, &uncorrected);
    let spots: Vec<Spot> = places
        .mentions
        .iter()
        .map(|m| Spot {
            tokens: text.token_at(m.start)..text.token_at(m.end - 1) + 1,
            start: m.start,
            end: m.end,
            kind: m.kind,
            places: Vec::new(),
        })
        .collect();

    let size = ARTICLE.len();
    stage("letters and words", size, RUNS, || Text::new(ARTICLE));
    stage("names", size, RUNS, || {
        gazetteer.names(Script::Arabic).find(&text)
    });
    stage("distances", size, RUNS, || {
        (
            distance::read(&text, &spots),
            distance::directions(&text, &spots),
        )
    });
    stage("all of places", size, RUNS, || {
        geoparse::read(&text, gazetteer, &uncorrected)
    });
    stage("events", size, RUNS, || {
        events::read(&text, &places.mentions, one.date, &uncorrected)
    });
    stage("whole", size, RUNS, || {
        analyse(&one, gazetteer, &uncorrected)
    });
    stage("whole, ×100", size * 100, 5, || {
        analyse(&hundred, gazetteer, &uncorrected)
    });
    let file = include_bytes!("../public/gazetteer.bin");
    stage("gazetteer file", file.len(), 20, || {
        Gazetteer::from_bytes(file)
    });
    stage("Arabic names built", file.len(), 20, || {
        makan::gazetteer::Matcher::new(gazetteer.places(), Script::Arabic)
    });
    stage("Latin names built", file.len(), 5, || {
        makan::gazetteer::Matcher::new(gazetteer.places(), Script::Latin)
    });
}

/// Prints the quickest of several runs over `bytes` of text.
fn stage<T>(name: &str, bytes: usize, runs: usize, run: impl Fn() -> T) {
    let quickest = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .min()
        .unwrap_or(Duration::MAX);
    let ms = quickest.as_secs_f64() * 1e3;
    println!(
        "{name:>20}  {ms:9.3} ms  {:8.1} MB/s",
        bytes as f64 / 1e3 / ms
    );
}
