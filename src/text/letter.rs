//! What Unicode says of letters: what they decompose to (NFKD), and which are combining marks.
//!
//! Written by `build.rs` for the blocks that news is written in; other letters stay as they are.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static DECOMPOSITIONS: LazyLock<FxHashMap<char, &str>> = LazyLock::new(|| {
    include_str!(concat!(env!("OUT_DIR"), "/decompositions.txt"))
        .split_terminator('\n')
        .filter_map(|line| {
            let letter = line.chars().next()?;
            Some((letter, &line[letter.len_utf8()..]))
        })
        .collect()
});

/// First and last of every stretch of combining marks, in order.
static MARKS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    include_str!(concat!(env!("OUT_DIR"), "/marks.txt"))
        .lines()
        .filter_map(|line| {
            let (first, last) = line.split_once(' ')?;
            let code = |text| u32::from_str_radix(text, 16).ok();
            Some((code(first)?, code(last)?))
        })
        .collect()
});

/// The letters that a presentation form, a ligature or an accented letter stands for, without combining marks.
pub fn decomposition(letter: char) -> Option<&'static str> {
    DECOMPOSITIONS.get(&letter).copied()
}

/// Whether a letter is a vowel sign, an accent or another mark on the letter before it.
pub fn is_combining_mark(letter: char) -> bool {
    let code = letter as u32;
    // Most letters come before the first of them.
    code >= 0x300
        && MARKS
            .get(MARKS.partition_point(|&(_, last)| last < code))
            .is_some_and(|&(first, _)| first <= code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_decompose_and_marks_are_known() {
        assert_eq!(decomposition('ﻻ'), Some("لا"));
        assert_eq!(decomposition('é'), Some("e"));
        assert_eq!(decomposition('ب'), None);
        for mark in ['\u{64e}', '\u{670}', '\u{301}', '\u{6e7}'] {
            assert!(is_combining_mark(mark), "{mark:?}");
        }
        for letter in ['ا', 'a', 'ـ', '\u{10ffff}'] {
            assert!(!is_combining_mark(letter), "{letter:?}");
        }
    }
}
