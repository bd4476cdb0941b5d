//! Writes what `src/text/letter.rs` knows of letters, out of the Unicode tables of `unicode-normalization`:
//! the crate's own tables would be a tenth of the web app.

use std::fmt::Write;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Blocks whose letters and marks are found in news: Latin, Hebrew marks, Arabic, punctuation and letter-like signs,
/// presentation and width forms.
const BLOCKS: [std::ops::RangeInclusive<u32>; 6] = [
    0xa0..=0x36f,
    0x590..=0x6ff,
    0x8a0..=0x8ff,
    0x1e00..=0x1eff,
    0x2000..=0x218f,
    0xfb00..=0xffef,
];

fn main() {
    let folder = std::env::var("OUT_DIR").expect("cargo names the folder");
    let folder = Path::new(&folder);
    std::fs::write(folder.join("decompositions.txt"), decompositions())
        .expect("a folder to write in");
    std::fs::write(folder.join("marks.txt"), marks()).expect("a folder to write in");
    println!("cargo::rerun-if-changed=build.rs");
}

/// A line for every letter that NFKD takes apart: the letter, and its parts that are no combining marks.
fn decompositions() -> String {
    let mut out = String::new();
    for letter in BLOCKS.into_iter().flatten().filter_map(char::from_u32) {
        if std::iter::once(letter).nfkd().eq([letter]) {
            continue;
        }
        let parts: String = std::iter::once(letter)
            .nfkd()
            .filter(|&c| !is_combining_mark(c))
            .collect();
        writeln!(out, "{letter}{parts}").expect("a string takes everything");
    }
    out
}

/// A line for every unbroken stretch of combining marks: its first and its last.
fn marks() -> String {
    let mut out = String::new();
    let mut last: Option<u32> = None;
    let mut first = 0;
    for code in BLOCKS.into_iter().flatten() {
        let mark = char::from_u32(code).is_some_and(is_combining_mark);
        match (mark, last) {
            (true, None) => first = code,
            (false, Some(end)) => {
                writeln!(out, "{first:x} {end:x}").expect("a string takes everything")
            }
            _ => {}
        }
        last = mark.then_some(code);
    }
    out
}
