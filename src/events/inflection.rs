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

/// Every written form of one word of a list. A verb is given as past, or as past/present.
pub fn forms(word: &str, kind: Kind) -> Vec<(String, Form)> {
    let (past, present) = match word.split_once('/') {
        Some((past, present)) => (fold_name(past), Some(fold_name(present))),
        None => (fold_name(word), None),
    };
    let mut out = Vec::new();
    match kind {
        Kind::Fixed => out.push((past, Form::Plain)),
        Kind::Noun if past.is_ascii() => english_noun(&past, &mut out),
        Kind::Noun => noun(&past, &mut out),
        Kind::Verb if past.is_ascii() => english_verb(&past, present.as_deref(), &mut out),
        Kind::Verb => verb(&past, present.as_deref(), &mut out),
    }
    out
}

const OWNERS: [&str; 6] = ["ه", "ها", "هم", "هما", "هن", "نا"];

fn noun(word: &str, out: &mut Vec<(String, Form)>) {
    // Tens of thousands of forms are made before the first reading: `concat` makes them quicker than `format!`.
    let mut push = |stem: &str, ending: &str, form| out.push(([stem, ending].concat(), form));
    push(word, "", Form::Plain);
    if let Some(stem) = word.strip_suffix('ه') {
        push(stem, "ات", Form::Plural);
        for ending in ["تين", "تان", "تا", "تي"] {
            push(stem, ending, Form::Dual);
        }
        for owner in OWNERS {
            push(stem, &["ت", owner].concat(), Form::Owned);
            push(stem, &["ات", owner].concat(), Form::Owned);
        }
    } else if let Some(stem) = word.strip_suffix('ء') {
        // إخلاءً keeps its hamza, إخلائه and إخلاؤه fold to ي and و.
        push(word, "ات", Form::Plural);
        for owner in OWNERS {
            push(stem, &["ء", owner].concat(), Form::Owned);
            push(stem, &["ي", owner].concat(), Form::Owned);
            push(stem, &["و", owner].concat(), Form::Owned);
        }
    } else {
        for ending in ["ين", "ان", "تين", "تان"] {
            push(word, ending, Form::Dual);
        }
        for owner in OWNERS {
            push(word, owner, Form::Owned);
            push(word, &["ات", owner].concat(), Form::Owned);
        }
        for ending in ["ا", "ه"] {
            push(word, ending, Form::Plain);
        }
        for ending in ["ات", "ون", "ي"] {
            push(word, ending, Form::Plural);
        }
    }
}

fn verb(past: &str, present: Option<&str>, out: &mut Vec<(String, Form)>) {
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
        out.push(([stem, ending].concat(), Form::Past));
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
            let form = [person, weak_stem.unwrap_or(base), ending].concat();
            out.push((["س", &form].concat(), Form::Future));
            out.push((form, Form::Present));
        }
    }
}

fn english_noun(word: &str, out: &mut Vec<(String, Form)>) {
    out.push((word.to_string(), Form::Plain));
    let plural = match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if word.ends_with(['s', 'h', 'x']) => format!("{word}es"),
        _ => format!("{word}s"),
    };
    out.push((plural, Form::Plural));
}

fn english_verb(word: &str, past: Option<&str>, out: &mut Vec<(String, Form)>) {
    let stem = word.strip_suffix('e').unwrap_or(word);
    let third = if word.ends_with(['s', 'h', 'x']) {
        "es"
    } else {
        "s"
    };
    out.push((word.to_string(), Form::Present));
    out.push((format!("{word}{third}"), Form::Present));
    out.push((format!("{stem}ing"), Form::Ing));
    out.push((
        past.map_or_else(|| format!("{stem}ed"), str::to_string),
        Form::Past,
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(word: &str, kind: Kind, written: &str) -> Option<Form> {
        let written = fold_name(written);
        forms(word, kind)
            .into_iter()
            .find(|(w, _)| *w == written)
            .map(|(_, f)| f)
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
