//! What is heard of a name: one alphabet for both scripts, so that either finds the other.

use super::spelling;

/// The letters of a folded name without its articles and blanks, and where its further words begin.
pub(super) fn key_of(folded: &str) -> (Vec<char>, Vec<u8>) {
    let mut key = Vec::new();
    let mut words = Vec::new();
    let parts = folded.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    for word in parts.filter(|w| !w.is_empty()) {
        let bare = match word.strip_prefix("ال") {
            Some("") => continue,
            Some(rest) => rest,
            None if spelling::is_latin_article(word) => continue,
            None => word,
        };
        if let (false, Ok(at)) = (key.is_empty(), u8::try_from(key.len())) {
            words.push(at);
        }
        key.extend(bare.chars().filter(|&c| c != '\''));
    }
    (key, words)
}

/// What is heard of a folded name: consonants in one alphabet for both scripts, doubled ones once.
///
/// Letters that Syrian speech or the press's Latin spellings confuse are one: ض/ظ/ذ/د, ص/س/ث, ط/ت, ق/ك, ه/ح.
/// Vowels are left out in both scripts, long ones too, since no two transliterations agree on them.
pub(super) fn sound_of(key: &[char]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(key.len());
    let mut at = 0;
    while let Some(&letter) = key.get(at) {
        let next = key.get(at + 1).copied().unwrap_or(' ');
        let (sound, taken) = match (letter, next) {
            ('k', 'h') => (b'x', 2),
            ('g', 'h') => (b'g', 2),
            ('s' | 'c', 'h') => (b'c', 2),
            ('t', 'h') => (b't', 2),
            ('d', 'h') => (b'd', 2),
            ('d', 'j') => (b'j', 2),
            ('p', 'h') => (b'f', 2),
            _ => (sound_of_letter(letter), 1),
        };
        if sound != 0 && (out.last() != Some(&sound) || sound.is_ascii_digit()) {
            out.push(sound);
        }
        at += taken;
    }
    // ة, and the h that stands for it.
    if out.len() > 2 && out.last() == Some(&b'h') {
        out.pop();
    }
    out
}

fn sound_of_letter(letter: char) -> u8 {
    match letter {
        'ب' | 'b' | 'p' => b'b',
        'ت' | 'ط' | 'ث' | 't' => b't',
        'ج' | 'j' => b'j',
        'ح' | 'ه' | 'h' => b'h',
        'خ' | 'x' => b'x',
        'د' | 'ض' | 'ذ' | 'd' => b'd',
        'ر' | 'r' => b'r',
        'ز' | 'ظ' | 'z' => b'z',
        'س' | 'ص' | 's' => b's',
        'ش' => b'c',
        'غ' | 'g' => b'g',
        'ف' | 'f' | 'v' => b'f',
        'ق' | 'ك' | 'k' | 'q' | 'c' => b'k',
        'ل' | 'l' => b'l',
        'م' | 'm' => b'm',
        'ن' | 'n' => b'n',
        'و' | 'w' => b'w',
        '0'..='9' => letter as u8,
        _ => 0,
    }
}

/// A set of sounds, one bit each.
pub(super) fn letters(sound: &[u8]) -> u32 {
    sound.iter().fold(0, |set, &s| set | 1 << (s % 32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold_name;

    fn heard(name: &str) -> String {
        let (key, _) = key_of(&fold_name(name));
        String::from_utf8(sound_of(&key)).unwrap()
    }

    #[test]
    fn both_scripts_sound_alike() {
        for (arabic, latin) in [
            ("دير الزور", "Dayr az-Zawr"),
            ("كفر زيتا", "Kafr Zita"),
            ("خان شيخون", "Khan Sheikhoun"),
            ("اللطامنة", "al-Latamneh"),
            ("الشدادي", "Shaddadi"),
        ] {
            assert_eq!(
                heard(arabic).replace('w', ""),
                heard(latin).replace('w', "")
            );
        }
    }
}
