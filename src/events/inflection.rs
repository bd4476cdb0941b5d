//! The written forms of a word: enough inflection that a word list holds stems, not every form.
//!
//! Works on folded letters. Arabic clitics (و ف ب ل ك ال) are not made here:
//! [`crate::text::clitics`] takes them off the text.

use crate::text::fold_name;

/// What the ending or the prefix of a written form says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// The form in the list, and whatever says nothing more.
    Plain,
    Past,
    Present,
    /// Arabic س and the present.
    Future,
    /// Many of it, by its ending: غارات.
    Plural,
    /// Two of it: غارتين. Of people ين may also make many.
    Dual,
    /// Somebody's: هجومه.
    Owned,
    /// English -ing.
    Ing,
}

impl Form {
    /// Whether the form is no finite verb.
    pub fn is_noun(self) -> bool {
        !matches!(self, Form::Past | Form::Present | Form::Future)
    }
}

/// How the words of a row are inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Noun,
    Verb,
    /// As written.
    Fixed,
}

/// Gives every written form of one word of a list to `take`, in the parts it is put together of. A verb is given as
/// past, or as past/present.
pub fn forms(word: &str, kind: Kind, take: &mut dyn FnMut(&[&str], Form)) {
    let (past, present) = match word.split_once('/') {
        Some((past, present)) => (fold_name(past), Some(fold_name(present))),
        None => (fold_name(word), None),
    };
    match kind {
        Kind::Fixed => take(&[&past], Form::Plain),
        Kind::Noun if past.is_ascii() => english_noun(&past, take),
        Kind::Noun => noun(&past, take),
        Kind::Verb if past.is_ascii() => english_verb(&past, present.as_deref(), take),
        Kind::Verb => verb(&past, present.as_deref(), take),
    }
}

const OWNERS: [&str; 6] = ["ه", "ها", "هم", "هما", "هن", "نا"];

fn noun(word: &str, take: &mut dyn FnMut(&[&str], Form)) {
    take(&[word], Form::Plain);
    if let Some(stem) = word.strip_suffix('ه') {
        take(&[stem, "ات"], Form::Plural);
        for ending in ["تين", "تان", "تا", "تي"] {
            take(&[stem, ending], Form::Dual);
        }
        for owner in OWNERS {
            take(&[stem, "ت", owner], Form::Owned);
            take(&[stem, "ات", owner], Form::Owned);
        }
    } else if let Some(stem) = word.strip_suffix('ء') {
        // إخلاءً keeps its hamza, إخلائه and إخلاؤه fold to ي and و.
        take(&[word, "ات"], Form::Plural);
        for owner in OWNERS {
            take(&[stem, "ء", owner], Form::Owned);
            take(&[stem, "ي", owner], Form::Owned);
            take(&[stem, "و", owner], Form::Owned);
        }
    } else {
        for ending in ["ين", "ان", "تين", "تان"] {
            take(&[word, ending], Form::Dual);
        }
        for owner in OWNERS {
            take(&[word, owner], Form::Owned);
            take(&[word, "ات", owner], Form::Owned);
        }
        for ending in ["ا", "ه"] {
            take(&[word, ending], Form::Plain);
        }
        for ending in ["ات", "ون", "ي"] {
            take(&[word, ending], Form::Plural);
        }
    }
}

fn verb(past: &str, present: Option<&str>, take: &mut dyn FnMut(&[&str], Form)) {
    let stem = past.strip_suffix('ي').unwrap_or(past);
    let weak = stem != past;
    let past_endings: &[&str] = if weak {
        &["ي", "ت", "وا", "تا", "اه", "اها", "اهم", "ته", "تها", "تهم"]
    } else {
        &[
            "", "ت", "وا", "ا", "تا", "ن", "نا", "ه", "ها", "هم", "ته", "تها", "تهم", "وه", "وها",
            "وهم",
        ]
    };
    for ending in past_endings {
        take(&[stem, ending], Form::Past);
    }
    // استهدف makes يستهدف, أطلق makes يطلق: the first alif goes.
    let base = present.unwrap_or_else(|| past.strip_prefix('ا').unwrap_or(past));
    let weak_stem = base.strip_suffix('ي');
    let endings: &[&str] = if weak_stem.is_some() {
        &["ي", "ون", "وا", "ان", "يه", "يها", "يهم"]
    } else {
        &[
            "", "ون", "وا", "ان", "ا", "ن", "ه", "ها", "هم", "ونه", "ونها", "ونهم",
        ]
    };
    for person in ["ي", "ت", "ن"] {
        for ending in endings {
            let stem = weak_stem.unwrap_or(base);
            take(&["س", person, stem, ending], Form::Future);
            take(&[person, stem, ending], Form::Present);
        }
    }
}

fn english_noun(word: &str, take: &mut dyn FnMut(&[&str], Form)) {
    take(&[word], Form::Plain);
    let (stem, ending) = match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => (stem, "ies"),
        _ if word.ends_with(['s', 'h', 'x']) => (word, "es"),
        _ => (word, "s"),
    };
    take(&[stem, ending], Form::Plural);
}

fn english_verb(word: &str, past: Option<&str>, take: &mut dyn FnMut(&[&str], Form)) {
    let stem = word.strip_suffix('e').unwrap_or(word);
    let third = if word.ends_with(['s', 'h', 'x']) {
        "es"
    } else {
        "s"
    };
    take(&[word], Form::Present);
    take(&[word, third], Form::Present);
    take(&[stem, "ing"], Form::Ing);
    match past {
        Some(past) => take(&[past], Form::Past),
        None => take(&[stem, "ed"], Form::Past),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(word: &str, kind: Kind, written: &str) -> Option<Form> {
        let written = fold_name(written);
        let mut found = None;
        forms(word, kind, &mut |parts, form| {
            if found.is_none() && parts.concat() == written {
                found = Some(form);
            }
        });
        found
    }

    #[test]
    fn verbs_have_tenses() {
        assert_eq!(form("استهدف", Kind::Verb, "استهدفتها"), Some(Form::Past));
        assert_eq!(form("استهدف", Kind::Verb, "تستهدف"), Some(Form::Present));
        assert_eq!(
            form("استعاد/ستعيد", Kind::Verb, "سيستعيد"),
            Some(Form::Future)
        );
        assert_eq!(form("ألقى", Kind::Verb, "ألقت"), Some(Form::Past));
        assert_eq!(form("ألقى", Kind::Verb, "يلقون"), Some(Form::Present));
        assert_eq!(form("seize", Kind::Verb, "seized"), Some(Form::Past));
    }

    #[test]
    fn nouns_have_numbers_and_owners() {
        assert_eq!(form("غارة", Kind::Noun, "غارات"), Some(Form::Plural));
        assert_eq!(form("غارة", Kind::Noun, "غارتين"), Some(Form::Dual));
        assert_eq!(form("سيطرة", Kind::Noun, "سيطرتها"), Some(Form::Owned));
        assert_eq!(form("إخلاء", Kind::Noun, "إخلائهم"), Some(Form::Owned));
        assert_eq!(form("قصف", Kind::Noun, "قصفاً"), Some(Form::Plain));
        assert_eq!(
            form("casualty", Kind::Noun, "casualties"),
            Some(Form::Plural)
        );
    }
}
