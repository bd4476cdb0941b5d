//! What Arabic writes together with the next word: و ف ب ل ك and the article.
//!
//! Slots in this order: conjunction و/ف; preposition ب/ل/ك; article ال, with ل+ال written لل.

/// How a word begins before the name in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Prefix {
    /// The name carries ال in the text.
    pub article: bool,
    /// و or ف.
    pub conjunction: bool,
    /// ب, ل or ك.
    pub preposition: Option<char>,
    /// Scalar length of what stands before the name, the article not counted.
    pub before_article: u32,
}

/// Reads `before`, the folded letters of a word that stand before `rest`, as clitics.
///
/// `None` if they are anything else. `rest` matters for names in ل, where "للاذقية" hides an
/// article in one letter: it is then reported as present.
pub fn read_prefix(before: &str, rest: &str) -> Option<Prefix> {
    let mut out = Prefix::default();
    let mut left = before;
    let mut taken = 0;
    if let Some(stripped) = left.strip_prefix(['و', 'ف']) {
        out.conjunction = true;
        left = stripped;
        taken += 1;
    }
    for preposition in ['ب', 'ل', 'ك'] {
        if let Some(stripped) = left.strip_prefix(preposition) {
            out.preposition = Some(preposition);
            left = stripped;
            taken += 1;
            break;
        }
    }
    out.before_article = taken;
    match left {
        "" => {
            out.article = out.preposition == Some('ل') && rest.starts_with('ل');
            Some(out)
        }
        "ال" => {
            // ل+ال is never written out.
            out.article = true;
            (out.preposition != Some('ل')).then_some(out)
        }
        "ل" if out.preposition == Some('ل') => {
            out.article = true;
            Some(out)
        }
        _ => None,
    }
}

/// Every reading of a word as clitics and a rest of two letters or more, the bare word first.
///
/// The rest is given without its article; [`Prefix::article`] says whether it had one.
pub fn readings(word: &str) -> impl Iterator<Item = (Prefix, &str)> {
    let mut clitic = true;
    word.char_indices()
        .take(6)
        // Most words begin with no clitic's letter: only the bare word is looked at then.
        .take_while(move |(_, letter)| {
            let before = clitic;
            clitic &= matches!(letter, 'و' | 'ف' | 'ب' | 'ل' | 'ك' | 'ا');
            before
        })
        .filter_map(move |(at, _)| {
            let rest = &word[at..];
            rest.chars().nth(1)?;
            read_prefix(&word[..at], rest).map(|prefix| (prefix, rest))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(before: &str, rest: &str) -> Option<(bool, Option<char>, bool)> {
        read_prefix(before, rest).map(|p| (p.conjunction, p.preposition, p.article))
    }

    #[test]
    fn clitics_stand_in_their_order() {
        assert_eq!(read("وب", "تدمر"), Some((true, Some('ب'), false)));
        assert_eq!(read("لل", "سخنه"), Some((false, Some('ل'), true)));
        assert_eq!(read("بال", "سخنه"), Some((false, Some('ب'), true)));
        assert_eq!(read("بو", "تدمر"), None);
        assert_eq!(read("لال", "سخنه"), None);
        assert_eq!(read("ل", "لاذقيه"), Some((false, Some('ل'), true)));
    }

    #[test]
    fn the_bare_word_is_tried_first() {
        let all: Vec<&str> = readings("وبالسخنه").map(|(_, rest)| rest).collect();
        assert_eq!(all, ["وبالسخنه", "بالسخنه", "السخنه", "سخنه"]);
    }
}
