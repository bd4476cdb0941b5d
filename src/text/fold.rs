//! Folding: one spelling for matching, the original for showing.
//!
//! Follows the usual orthographic normalisation of Arabic search (NFKC, no tashkeel, no tatweel,
//! one alif, ya for alif maqsura, ha for ta marbuta), and folds Latin letters to lower case
//! without diacritics. Folding is lossy; [`Folded`] keeps for every folded letter the original
//! scalar it came from.

use super::letter::{decomposition, is_combining_mark};
use super::seam::{Last, Seam};

/// A text folded letter by letter, each letter tied to the original.
#[derive(Debug, Default, Clone)]
pub struct Folded {
    /// The folded letters.
    pub text: String,
    /// For every byte of `text`, the scalar offset in the original of the letter it belongs to;
    /// one more at the end: the length of the original.
    pub origin: Vec<u32>,
}

/// Folds a whole text and remembers where each letter came from.
pub fn fold(original: &str) -> Folded {
    let mut out = Folded {
        text: String::with_capacity(original.len()),
        origin: Vec::with_capacity(original.len() + 1),
    };
    let mut length = 0;
    let mut last = Last::default();
    let mut letters = original.chars().peekable();
    while let Some(letter) = letters.next() {
        match last.seam(letter, letters.peek().copied(), &out.text) {
            Seam::None => {}
            Seam::Blank => {
                out.text.pop();
                out.origin.pop();
            }
            Seam::RunTogether => {
                out.text.push(' ');
                out.origin.push(length);
            }
        }
        last.push(letter);
        fold_letter(letter, &mut |folded| out.text.push(folded));
        while out.origin.len() < out.text.len() {
            out.origin.push(length);
        }
        length = u32::saturating_add(length, 1);
    }
    out.origin.push(length);
    let inner = inner_apostrophes(&out.text);
    if !inner.is_empty() {
        out.origin = without(&out.origin, &inner);
        out.text = without_letters(&out.text, &inner);
    }
    out
}

/// Folds a name or a word of a list, without offsets.
pub fn fold_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    fold_name_into(name, &mut out);
    out
}

/// Puts the folded name in the place of what `out` held, so that thousands of names need one allocation.
pub fn fold_name_into(name: &str, out: &mut String) {
    out.clear();
    for letter in name.chars() {
        fold_letter(letter, &mut |folded| out.push(folded));
    }
    let inner = inner_apostrophes(out);
    if !inner.is_empty() {
        *out = without_letters(out, &inner);
    }
}

/// Whether a name is `folded` when it is folded; the first letter that differs decides.
pub fn folds_to(name: &str, folded: &str) -> bool {
    if name.contains(is_apostrophe) {
        return fold_name(name) == folded;
    }
    let mut rest = folded.chars();
    let mut same = true;
    for letter in name.chars() {
        fold_letter(letter, &mut |c| same &= rest.next() == Some(c));
        if !same {
            return false;
        }
    }
    rest.next().is_none()
}

/// Where apostrophes stand inside words for ع and ء: Nu'man is Numan; the one of "Aleppo's" stays.
fn inner_apostrophes(folded: &str) -> Vec<usize> {
    if !folded.contains('\'') {
        return Vec::new();
    }
    let mut inner = Vec::new();
    // From the end, so that each is judged by the letters that stay behind it.
    let (mut next, mut second) = (' ', ' ');
    for (at, letter) in folded.char_indices().rev() {
        let genitive = next == 's' && !second.is_alphabetic();
        let inside = letter == '\'' && next.is_alphabetic() && !genitive;
        if inside && folded[..at].ends_with(char::is_alphabetic) {
            inner.push(at);
        } else {
            (next, second) = (letter, next);
        }
    }
    inner.reverse();
    inner
}

/// The items whose places are not in `gone`, which is in order.
fn without<T: Copy>(items: &[T], gone: &[usize]) -> Vec<T> {
    let mut gone = gone.iter().peekable();
    let kept = items
        .iter()
        .enumerate()
        .filter(|(at, _)| gone.next_if(|g| *g == at).is_none());
    kept.map(|(_, &item)| item).collect()
}

/// The text without the letters, one byte each, at these bytes.
fn without_letters(text: &str, gone: &[usize]) -> String {
    String::from_utf8(without(text.as_bytes(), gone)).unwrap_or_default()
}

fn is_apostrophe(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '’' | '‘' | '‛' | '`' | '´' | 'ʿ' | 'ʾ' | 'ʻ' | 'ʼ'
    )
}

/// What one original letter becomes: nothing, one letter, or several (a ligature).
#[inline]
fn fold_letter(letter: char, push: &mut impl FnMut(char)) {
    match letter {
        'a'..='z' | '0'..='9' | ' ' | '.' | ',' => push(letter),
        'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' => push(letter),
        _ => fold_rarer(letter, push),
    }
}

/// The same for the letters that are not folded already.
fn fold_rarer(letter: char, push: &mut dyn FnMut(char)) {
    match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => push('ا'),
        'ى' | 'ي' | 'ئ' | 'ی' | 'ې' => push('ي'),
        'ة' | 'ە' | 'ہ' | 'ھ' | 'ۀ' => push('ه'),
        'ؤ' => push('و'),
        'ک' | 'ڪ' => push('ك'),
        'گ' => push('غ'),
        'پ' => push('ب'),
        'چ' => push('ج'),
        'ڤ' => push('ف'),
        '٠'..='٩' => push(digit(letter, '٠')),
        '۰'..='۹' => push(digit(letter, '۰')),
        '٫' => push('.'),
        '٬' => push(','),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => push('\n'),
        '_' | '\t' => push(' '),
        '«' | '»' | '“' | '”' | '„' | '‟' | '"' | '❝' | '❞' => push('"'),
        _ if is_apostrophe(letter) => push('\''),
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => push('-'),
        'ـ' => {}
        // The two words of honour would otherwise become whole phrases.
        '\u{fdfa}' | '\u{fdfb}' => push(' '),
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{61c}' => {}
        _ if letter.is_whitespace() => push(' '),
        _ if is_combining_mark(letter) => {}
        _ => match decomposition(letter) {
            // Decompositions do not decompose again, so this ends.
            Some(parts) => parts
                .chars()
                .for_each(|part| fold_letter(part, &mut &mut *push)),
            None => {
                let lower = letter.to_lowercase();
                lower.filter(|&c| !is_combining_mark(c)).for_each(push);
            }
        },
    }
}

/// The ASCII digit for a digit of a block that begins with `zero`.
fn digit(letter: char, zero: char) -> char {
    char::from_digit(letter as u32 - zero as u32, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn press_spellings_become_one() {
        assert_eq!(fold_name("ﺍﻟﻠﻮﺍﺀ"), "اللواء");
        assert_eq!(fold_name("القُرَيْتَيْن"), "القريتين");
        assert_eq!(fold_name("إدلـــب"), "ادلب");
        assert_eq!(fold_name("منطقة"), fold_name("منطقه"));
        assert_eq!(fold_name("کوبانی"), fold_name("كوباني"));
        assert_eq!(fold_name("٣٤٫٥"), "34.5");
        assert_eq!(fold_name("Sūrān"), "suran");
        assert_eq!(fold_name("ﻻ"), "لا");
        assert_eq!(fold_name("Ma'arrat al-Nu’man"), "maarrat al-numan");
        assert_eq!(fold_name("Aleppo’s"), "aleppo's");
    }

    #[test]
    fn offsets_survive_ligatures_and_marks() {
        let folded = fold("سُوﻻ x");
        assert_eq!(folded.text, "سولا x");
        let at = |needle: &str| folded.origin[folded.text.find(needle).unwrap()];
        assert_eq!(
            (at("س"), at("و"), at("ل"), at("ا"), at("x")),
            (0, 2, 3, 3, 5)
        );
        assert_eq!(*folded.origin.last().unwrap(), 6);
    }

    proptest! {
        #[test]
        fn origin_is_total_in_arabic(text in "[ابةإأآل هي\u{64b}ـ. ]{0,40}") {
            let folded = fold(&text);
            prop_assert_eq!(folded.origin.len(), folded.text.len() + 1);
            prop_assert!(folded.origin.windows(2).all(|w| w[0] <= w[1]));
            prop_assert_eq!(*folded.origin.last().unwrap() as usize, text.chars().count());
        }

        #[test]
        fn origin_is_total_and_never_goes_back(text in "\\PC{0,80}") {
            let folded = fold(&text);
            prop_assert_eq!(folded.origin.len(), folded.text.len() + 1);
            prop_assert!(folded.origin.windows(2).all(|w| w[0] <= w[1]));
            prop_assert_eq!(*folded.origin.last().unwrap() as usize, text.chars().count());
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,60}") {
            let once = fold_name(&text);
            prop_assert_eq!(fold_name(&once), once);
        }

        #[test]
        fn names_fold_like_texts(text in "\\PC{0,60}") {
            let mut last = Last::default();
            let seams = text.chars().any(|letter| {
                // What follows and what stands before are taken to be anything.
                let seam = last.seam(letter, None, "ش");
                last.push(letter);
                seam != Seam::None
            });
            prop_assume!(!seams);
            prop_assert_eq!(fold_name(&text), fold(&text).text);
        }
    }
}
