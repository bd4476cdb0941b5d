//! Words, numbers, marks and sentence ends, in reading order.

use super::fold::Folded;
use super::letter::is_combining_mark;

/// The smallest unit the readers work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Scalar offsets in the original, end exclusive.
    pub start: u32,
    pub end: u32,
    /// Byte offsets in the folded text.
    pub from: u32,
    pub to: u32,
    pub kind: TokenKind,
    pub script: Script,
    /// Number of the sentence it stands in, from 0.
    pub sentence: u32,
    /// Latin word with a capital first letter.
    pub capital: bool,
    /// Directly behind a `#`.
    pub hashtag: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    Number,
    /// One mark of punctuation.
    Mark,
    /// An end of line.
    Break,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Arabic,
    Latin,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Arabic,
    Latin,
    Digit,
    Blank,
    Break,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        '\n' => Class::Break,
        ' ' => Class::Blank,
        '0'..='9' => Class::Digit,
        'a'..='z' => Class::Latin,
        // Nearly every letter, without a look at Unicode's tables.
        'ء'..='غ' | 'ف'..='ي' => Class::Arabic,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' if c.is_alphabetic() => Class::Arabic,
        _ if c.is_alphanumeric() => Class::Latin,
        _ => Class::Mark,
    }
}

/// The letters of the token that a folded text begins with, if it begins with a word or a number.
pub fn first_word(folded: &str) -> &str {
    let Some(first) = folded.chars().next().map(class) else {
        return folded;
    };
    let joins = |c| class(c) == first || (first == Class::Latin && class(c) == Class::Digit);
    &folded[..folded.find(|c| !joins(c)).unwrap_or(folded.len())]
}

/// Cuts the folded text into tokens.
pub(super) fn cut(original: &str, bytes: &[u32], folded: &Folded) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(folded.text.len() / 8);
    let mut letters = folded.text.char_indices().peekable();
    let mut sentence = 0;
    let mut ended = false;
    let mut hashtag = false;
    while let Some((from, c)) = letters.next() {
        let first = class(c);
        if first == Class::Blank {
            continue;
        }
        let mut to = from + c.len_utf8();
        let kind = match first {
            Class::Break => TokenKind::Break,
            Class::Digit => {
                while let Some(&(at, next)) = letters.peek() {
                    let joins = next.is_ascii_digit()
                        || (matches!(next, '.' | ',')
                            && folded.text[at + 1..].starts_with(|d: char| d.is_ascii_digit()));
                    if !joins {
                        break;
                    }
                    to = at + 1;
                    letters.next();
                }
                TokenKind::Number
            }
            Class::Arabic | Class::Latin => {
                while let Some(&(at, next)) = letters.peek() {
                    let same = class(next) == first
                        // T4, M5: a Latin name may end in digits.
                        || (first == Class::Latin && class(next) == Class::Digit)
                        // Ma'arrat: an apostrophe inside a Latin word belongs to it.
                        || (first == Class::Latin
                            && next == '\''
                            && folded.text[at + 1..].starts_with(|d: char| class(d) == Class::Latin));
                    if !same {
                        break;
                    }
                    to = at + next.len_utf8();
                    letters.next();
                }
                TokenKind::Word
            }
            Class::Mark | Class::Blank => TokenKind::Mark,
        };
        if ended && !(kind == TokenKind::Mark && matches!(c, '"' | ')' | ']' | '\'')) {
            sentence += 1;
            ended = false;
        }
        let start = folded.origin[from];
        let end = with_marks(original, bytes, folded.origin[to - 1] + 1);
        tokens.push(Token {
            start,
            end,
            from: from as u32,
            to: to as u32,
            kind,
            script: if first == Class::Latin {
                Script::Latin
            } else {
                Script::Arabic
            },
            sentence,
            capital: first == Class::Latin
                && original[bytes[start as usize] as usize..].starts_with(char::is_uppercase),
            hashtag,
        });
        hashtag = c == '#'
            || (hashtag && folded.text[to..].starts_with(' ') && underscore(original, bytes, end));
        match kind {
            TokenKind::Break => ended = true,
            TokenKind::Mark => {
                ended |=
                    matches!(c, '.' | '!' | '?' | '؟' | '…') && !abbreviates(&tokens, &folded.text)
            }
            TokenKind::Word | TokenKind::Number => {}
        }
    }
    tokens
}

/// The end of a word, past the vowel signs and tatweel that folding dropped from its last letter.
fn with_marks(original: &str, bytes: &[u32], end: u32) -> u32 {
    let rest = &original[bytes[end as usize] as usize..];
    let marks = rest
        .chars()
        .take_while(|&c| c == 'ـ' || is_combining_mark(c))
        .count();
    end + marks as u32
}

/// Whether the letter at scalar `at` of the original is an underscore: the hashtag goes on.
fn underscore(original: &str, bytes: &[u32], at: u32) -> bool {
    bytes
        .get(at as usize)
        .is_some_and(|&b| original[b as usize..].starts_with('_'))
}

/// A full stop behind a single letter ("د. ", "U.S.") ends no sentence.
fn abbreviates(tokens: &[Token], folded: &str) -> bool {
    let [.., before, stop] = tokens else {
        return false;
    };
    before.kind == TokenKind::Word
        && before.to == stop.from
        && folded[before.from as usize..before.to as usize]
            .chars()
            .count()
            == 1
}

#[cfg(test)]
mod tests {
    use crate::text::{Text, TokenKind};

    fn words(source: &str) -> Vec<String> {
        let text = Text::new(source);
        text.tokens()
            .iter()
            .map(|t| text.word(t).to_string())
            .collect()
    }

    #[test]
    fn digits_part_from_arabic_letters_but_not_from_latin_ones() {
        assert_eq!(words("33كم شرق T4"), ["33", "كم", "شرق", "t4"]);
        assert_eq!(words("12.5 و1,300"), ["12.5", "و", "1,300"]);
    }

    #[test]
    fn sentences_end_at_stops_and_lines() {
        let text = Text::new("قال د. سامر شيئا. ثم صمت\nسطر");
        let sentences: Vec<u32> = text
            .tokens()
            .iter()
            .filter(|t| t.kind == TokenKind::Word)
            .map(|t| t.sentence)
            .collect();
        assert_eq!(sentences, [0, 0, 0, 0, 1, 1, 2]);
    }

    #[test]
    fn hashtags_hold_over_underscores() {
        let text = Text::new("#ريف_حماة اليوم");
        let flags: Vec<bool> = text
            .tokens()
            .iter()
            .filter(|t| t.kind == TokenKind::Word)
            .map(|t| t.hashtag)
            .collect();
        assert_eq!(flags, [true, true, false]);
    }
}
