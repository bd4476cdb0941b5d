//! Which names of a list are names that a newspaper may print.

use crate::text::fold_name;

/// Nouns that lists put before the names of settlements and areas.
const NOUNS: [&str; 8] = [
    "قرية ",
    "مدينة ",
    "بلدة ",
    "حي ",
    "ناحية ",
    "منطقة ",
    "محافظة ",
    "مزرعة ",
];
/// Longer names are remarks, letters.
const LONGEST: usize = 48;

/// A name in Arabic letters without vowel signs; none when it holds others, or letters of Persian or Kurdish.
pub(super) fn arabic(name: &str) -> Option<String> {
    let mark = |c: char| matches!(c, '\u{64b}'..='\u{650}' | '\u{652}'..='\u{65f}' | '\u{670}' | 'ـ' | '\u{200e}' | '\u{200f}');
    let plain: String = name.chars().filter(|&c| !mark(c)).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let letter = |c: char| matches!(c, 'ء'..='غ' | 'ف'..='ي' | '\u{651}' | ' ' | '-' | '0'..='9' | '٠'..='٩');
    let letters = plain.chars().filter(|c| c.is_alphabetic()).count();
    let fits = plain.chars().all(letter) && letters >= 2 && plain.chars().count() <= LONGEST;
    fits.then_some(plain)
}

/// A name in Latin letters that begins with a capital; none for codes and other scripts.
pub(super) fn latin(name: &str) -> Option<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let letter = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(
                c,
                ' ' | '-' | '–' | '\'' | '’' | '‘' | '`' | '.' | '(' | ')' | ',' | '/' | 'ʿ' | 'ʾ'
            )
            || (c.is_alphabetic() && ('\u{c0}'..='\u{24f}').contains(&c))
            || ('\u{1e00}'..='\u{1eff}').contains(&c)
    };
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let code = name.len() <= 5
        && name
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let fits = name.chars().all(letter)
        && name.chars().any(char::is_uppercase)
        && letters >= 3
        && !code
        && name.chars().count() <= LONGEST;
    fits.then_some(name)
}

/// An Arabic name without the noun that a list put before it.
pub(super) fn without_noun(name: &str) -> &str {
    let rest = NOUNS.iter().find_map(|noun| name.strip_prefix(noun));
    rest.filter(|rest| rest.chars().count() >= 3)
        .unwrap_or(name)
}

/// Adds a name unless one that folds to the same is there.
pub(super) fn add(names: &mut Vec<String>, name: String, most: usize) {
    let folded = fold_name(&name);
    if names.len() < most && !names.iter().any(|known| fold_name(known) == folded) {
        names.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_printable_names_are_taken() {
        assert_eq!(arabic("تَلّ  رِفعت").as_deref(), Some("تلّ رفعت"));
        for bad in ["تل ڕفعەت", "Tell", "١٢", "تل,رفعت", ""] {
            assert_eq!(arabic(bad), None, "{bad}");
        }
        assert_eq!(latin("Tall Rif‘at").as_deref(), Some("Tall Rif‘at"));
        for bad in ["ALP", "تل", "tall rifat", "Таль", "X", "http://x.org/Tall"] {
            assert_eq!(latin(bad), None, "{bad}");
        }
        assert_eq!(without_noun("قرية كفر حمرة"), "كفر حمرة");
    }
}
