//! The words around a finding, as a note quotes them.

/// A quotation: the words before, the words meant, the words after; `…` where it was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    pub before: String,
    pub words: String,
    pub after: String,
}

/// How many letters a quotation reaches to either side, before it is cut at a space.
const REACH: usize = 60;

/// Quotes the scalars from `start` to `end` of `text`, within their sentence.
pub fn quote(text: &str, start: u32, end: u32) -> Quote {
    let (start, length) = (start as usize, end.saturating_sub(start) as usize);
    let skipped = start.saturating_sub(REACH + 1);
    let mut letters = text.chars().skip(skipped);
    let before: Vec<char> = letters.by_ref().take(start - skipped).collect();
    let words: String = letters.by_ref().take(length).collect();
    let after: Vec<char> = letters.take(REACH + 1).collect();
    Quote {
        before: last_words(&before, skipped > 0),
        words,
        after: first_words(&after),
    }
}

fn ends_sentence(letters: &[char], at: usize) -> bool {
    match letters[at] {
        '\n' | '؟' | '!' | '?' | '؛' => true,
        '.' => letters.get(at + 1).is_none_or(|c| c.is_whitespace()),
        _ => false,
    }
}

fn last_words(letters: &[char], is_cut: bool) -> String {
    // A stop right before the words belongs to an abbreviation; a line end does not.
    let end = (0..letters.len())
        .rev()
        .find(|&i| letters[i] == '\n' || (i + 1 < letters.len() && ends_sentence(letters, i)));
    if let Some(at) = end {
        return letters[at + 1..]
            .iter()
            .collect::<String>()
            .trim_start()
            .to_string();
    }
    if !is_cut {
        return letters.iter().collect();
    }
    let from = letters
        .iter()
        .position(|c| c.is_whitespace())
        .map_or(0, |at| at + 1);
    format!("… {}", letters[from..].iter().collect::<String>())
}

fn first_words(letters: &[char]) -> String {
    if let Some(at) = (0..letters.len()).find(|&i| ends_sentence(letters, i)) {
        let with_mark = if letters[at] == '\n' { at } else { at + 1 };
        return letters[..with_mark].iter().collect();
    }
    if letters.len() <= REACH {
        return letters.iter().collect();
    }
    let to = letters
        .iter()
        .rposition(|c| c.is_whitespace())
        .unwrap_or(letters.len());
    format!("{} …", letters[..to].iter().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, words: &str) -> [String; 3] {
        let start = text
            .find(words)
            .map(|b| text[..b].chars().count())
            .unwrap_or(0) as u32;
        let quote = quote(text, start, start + words.chars().count() as u32);
        [quote.before, quote.words, quote.after]
    }

    #[test]
    fn a_quotation_stays_in_its_sentence() {
        assert_eq!(
            of(
                "خرجوا أمس. وتجمعوا في البارة، شرق البلدة. ثم عادوا.",
                "البارة"
            ),
            ["وتجمعوا في ", "البارة", "، شرق البلدة."]
        );
        assert_eq!(of("عنوان\nحمص", "حمص"), ["", "حمص", ""]);
    }

    #[test]
    fn a_long_sentence_is_cut_at_spaces() {
        let text = format!("{}حمص{}", "كلمة ".repeat(40), " كلمة".repeat(40));
        let [before, words, after] = of(&text, "حمص");
        assert!(before.starts_with("… كلمة") && before.ends_with(' '));
        assert_eq!(words, "حمص");
        assert!(after.ends_with("كلمة …") && after.chars().count() < 70);
    }

    #[test]
    fn offsets_past_the_end_do_no_harm() {
        let quote = quote("abc", 9, 12);
        assert_eq!((quote.words.as_str(), quote.after.as_str()), ("", ""));
    }
}
