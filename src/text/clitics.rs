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

/// The bare folded word, and every reading of it as clitics and a rest of two letters or more.
///
/// The rest is given without its article; [`Prefix::article`] says whether it had one. Of "للاذقية" the
/// article may hide in one letter: it is then reported as present.
pub fn readings(word: &str) -> impl Iterator<Item = (Prefix, &str)> {
    let bare = Some((Prefix::default(), word, false));
    std::iter::successors(
        bare,
        |&(prefix, rest, whole)| {
            if whole { None } else { further(prefix, rest) }
        },
    )
    .map(|(prefix, rest, _)| (prefix, rest))
}

/// Takes one more clitic off the rest of a word; the last says whether it was the article, which ends them.
fn further(mut prefix: Prefix, rest: &str) -> Option<(Prefix, &str, bool)> {
    let first = rest.chars().next()?;
    let behind = &rest[first.len_utf8()..];
    behind.chars().nth(1)?;
    match (first, prefix.preposition) {
        ('و' | 'ف', None) if !prefix.conjunction => prefix.conjunction = true,
        ('ب' | 'ل' | 'ك', None) => {
            prefix.preposition = Some(first);
            prefix.article = first == 'ل' && behind.starts_with('ل');
        }
        // ل+ال is never written out.
        ('ل', Some('ل')) => return Some((prefix, behind, true)),
        ('ا', None | Some('ب' | 'ك')) => {
            prefix.article = true;
            let core = behind.strip_prefix('ل')?;
            return core.chars().nth(1).map(|_| (prefix, core, true));
        }
        _ => return None,
    }
    prefix.before_article += 1;
    Some((prefix, behind, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Conjunction, preposition and article before `rest`, if `word` may be read so.
    fn read(word: &str, rest: &str) -> Option<(bool, Option<char>, bool)> {
        readings(word)
            .find(|(_, r)| *r == rest)
            .map(|(p, _)| (p.conjunction, p.preposition, p.article))
    }

    #[test]
    fn clitics_stand_in_their_order() {
        assert_eq!(read("وبتدمر", "تدمر"), Some((true, Some('ب'), false)));
        assert_eq!(read("للسخنه", "سخنه"), Some((false, Some('ل'), true)));
        assert_eq!(read("بالسخنه", "سخنه"), Some((false, Some('ب'), true)));
        assert_eq!(read("بوتدمر", "تدمر"), None);
        assert_eq!(read("لالسخنه", "سخنه"), None);
        assert_eq!(read("للاذقيه", "لاذقيه"), Some((false, Some('ل'), true)));
    }

    #[test]
    fn the_bare_word_is_tried_first() {
        let all: Vec<&str> = readings("وبالسخنه").map(|(_, rest)| rest).collect();
        assert_eq!(all, ["وبالسخنه", "بالسخنه", "السخنه", "سخنه"]);
        let all: Vec<&str> = readings("ب").map(|(_, rest)| rest).collect();
        assert_eq!(all, ["ب"]);
        let all: Vec<&str> = readings("والي").map(|(_, rest)| rest).collect();
        assert_eq!(all, ["والي", "الي"]);
    }
}
