//! One name, the spellings the press gives it.
//!
//! Names are folded first; what folding cannot make one (joined and parted names, inner articles,
//! a dropped hamza, Latin articles) is spelled out here, once, when the gazetteer is loaded.

use crate::text::word_list::rows;
use crate::text::{fold_name, fold_name_into};
use std::sync::LazyLock;

/// A spelling to look for: the folded name without its leading article.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spelling {
    pub core: String,
    /// The name carries ال (or al-) at its head.
    pub article: bool,
}

struct Part {
    word: String,
    both: bool,
}

static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| {
    rows(include_str!("../../data/words/name_parts.tsv"))
        .filter_map(|row| match row[..] {
            [word, join] => Some(Part {
                word: fold_name(word),
                both: join == "both",
            }),
            _ => None,
        })
        .collect()
});

/// Every spelling of an Arabic name, the given one first.
pub fn arabic(name: &str) -> Vec<Spelling> {
    let mut out = Vec::new();
    each_arabic(name, &mut String::new(), &mut |core, article| {
        let core = core.to_string();
        let spelling = Spelling { core, article };
        if !out.contains(&spelling) {
            out.push(spelling);
        }
    });
    out
}

/// Gives every spelling of an Arabic name to `take`, the given one first, some of them twice: the core, and
/// whether the article stood before it. `folded` is only room to work in.
pub fn each_arabic(name: &str, folded: &mut String, take: &mut dyn FnMut(&str, bool)) {
    fold_name_into(name, folded);
    if !is_tidy(folded) {
        *folded = tidy(folded);
    }
    let mut add = |whole: &str| {
        let (core, article) = match whole.strip_prefix("ال") {
            Some(core) if core.chars().nth(1).is_some() => (core, true),
            _ => (whole, false),
        };
        if core.chars().nth(1).is_some() {
            take(core, article);
        }
    };
    let mut variants = |whole: &str| {
        add(whole);
        // السويداء, السويدا
        if let Some(bare) = whole.strip_suffix('ء') {
            add(bare);
        }
        // معرة النعمان, معرة نعمان
        if let Some((first, second)) = whole.split_once(" ال")
            && !second.contains(' ')
            && second.chars().count() >= 3
        {
            add(&format!("{first} {second}"));
        }
        // أبو الظهور, أبي الظهور
        if let Some(rest) = whole.strip_prefix("ابو ") {
            add(&format!("ابي {rest}"));
        }
    };
    variants(folded);
    for part in PARTS.iter() {
        let Some(rest) = folded.strip_prefix(part.word.as_str()) else {
            continue;
        };
        if let Some(rest) = rest.strip_prefix(' ') {
            if !rest.contains(' ') {
                variants(&format!("{}{rest}", part.word));
            }
        } else if part.both && rest.chars().count() >= 3 && !rest.contains(' ') {
            variants(&format!("{} {rest}", part.word));
        }
    }
}

/// Latin articles, with the assimilated forms of the sun letters.
const LATIN_ARTICLES: [&str; 18] = [
    "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ed", "er", "es", "esh", "et", "ez",
    "en", "ul", "ath",
];

/// Inner articles of a name that are spelled in every way. No place has more, and each makes a dozen spellings of one.
const MOST_VARIED: usize = 2;

/// Whether a folded Latin word is an article.
pub fn is_latin_article(word: &str) -> bool {
    LATIN_ARTICLES.contains(&word)
}

/// Every spelling of a Latin name, the given one first.
pub fn latin(name: &str) -> Vec<Spelling> {
    let folded: String = fold_name(name).replace('\'', "");
    let folded = tidy(&folded.replace('-', " "));
    let words: Vec<&str> = folded.split(' ').collect();
    let (article, words) = match words.split_first() {
        Some((first, rest)) if !rest.is_empty() && is_latin_article(first) => (true, rest),
        _ => (false, &words[..]),
    };
    let mut cores = vec![String::new()];
    let mut varied = 0;
    // What joins an article that is spelled in every way to the next word is written with it.
    let mut joined = true;
    for (index, word) in words.iter().enumerate() {
        let first = index == 0;
        if !first && is_latin_article(word) && varied < MOST_VARIED {
            (varied, joined) = (varied + 1, true);
            let next = words.get(index + 1).copied().unwrap_or_default();
            let mut ways: Vec<String> = Vec::new();
            for article in [
                "al",
                "el",
                word,
                &assimilated('e', next),
                &assimilated('a', next),
            ] {
                for joint in [" ", "-", ""] {
                    let way = format!(" {article}{joint}");
                    if !ways.contains(&way) {
                        ways.push(way);
                    }
                }
            }
            cores = cores
                .iter()
                .flat_map(|core| ways.iter().map(move |way| format!("{core}{way}")))
                .collect();
        } else {
            for core in &mut cores {
                if !joined {
                    core.push(' ');
                }
                core.push_str(word);
            }
            joined = false;
        }
    }
    let mut out: Vec<Spelling> = Vec::new();
    let mut add = |core: String| {
        let spelling = Spelling { core, article };
        if spelling.core.len() >= 3 && !out.contains(&spelling) {
            out.push(spelling);
        }
    };
    for core in cores {
        // Hasakah, Hasaka
        if let Some(bare) = core.strip_suffix("ah").filter(|b| b.len() > 2) {
            add(format!("{bare}a"));
        }
        if core.contains(' ') {
            add(core.replace(' ', "-"));
        }
        add(core);
    }
    out
}

/// The article as it sounds before `next`: ez-Zor, ash-Sham.
fn assimilated(vowel: char, next: &str) -> String {
    let sun = match next.as_bytes() {
        [b's', b'h', ..] => "sh",
        [b't', b'h', ..] => "th",
        [c @ (b'd' | b'n' | b'r' | b's' | b't' | b'z'), ..] => {
            return format!("{vowel}{}", *c as char);
        }
        _ => "l",
    };
    format!("{vowel}{sun}")
}

/// Whether a folded name has one blank between words and none at the ends.
fn is_tidy(name: &str) -> bool {
    let mut last = b' ';
    let blanks = name.bytes().all(|byte| {
        let once = byte > b' ' || (byte == b' ' && last != b' ');
        last = byte;
        once
    });
    blanks && last != b' '
}

/// One blank between words, none at the ends.
fn tidy(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cores(all: Vec<Spelling>) -> Vec<String> {
        all.into_iter().map(|s| s.core).collect()
    }

    #[test]
    fn arabic_names_join_and_part() {
        assert_eq!(cores(arabic("كفر زيتا")), ["كفر زيتا", "كفرزيتا"]);
        assert_eq!(cores(arabic("كفرزيتا")), ["كفرزيتا", "كفر زيتا"]);
        assert_eq!(
            cores(arabic("دير الزور")),
            ["دير الزور", "دير زور", "ديرالزور"]
        );
    }

    #[test]
    fn the_article_is_kept_apart() {
        let all = arabic("السويداء");
        assert!(all.iter().all(|s| s.article));
        assert_eq!(cores(all), ["سويداء", "سويدا"]);
    }

    #[test]
    fn latin_names_find_the_presss_spellings() {
        let all = cores(latin("Deir ez-Zor"));
        for way in [
            "deir ez zor",
            "deir ez-zor",
            "deir ezzor",
            "deir al-zor",
            "deir el zor",
        ] {
            assert!(all.contains(&way.to_string()), "{way} in {all:?}");
        }
        let sharqi = cores(latin("Ayn al-Tal al-Kabir al-Sharqi"));
        assert!(sharqi.contains(&"ayn al tal al kabir al sharqi".to_string()));
        assert!(latin(&"al ".repeat(40)).len() < 1000);
        let raqqa = latin("ar-Raqqah");
        assert!(raqqa.contains(&Spelling {
            core: "raqqa".into(),
            article: true
        }));
    }
}
