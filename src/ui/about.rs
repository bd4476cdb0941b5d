//! What a text says of itself: its first words, which name it, and where it was published.

/// Lines this long are no longer names of a source.
const LONGEST_SOURCE: usize = 120;

/// Where to look for the source: publishers stand at either end of a text.
const LINES_AT_AN_END: usize = 4;

/// The first words of a text, at most 60 letters, with an ellipsis where more follow.
pub fn first_words(text: &str) -> String {
    let line = text
        .lines()
        .find(|l| !l.trim().is_empty())
        .unwrap_or_default()
        .trim();
    let words: String = line.chars().take(60).collect();
    if words.len() < line.len() {
        let cut = words.rfind(char::is_whitespace).unwrap_or(words.len());
        format!("{}…", &words[..cut])
    } else {
        words
    }
}

/// What an article is called: its title, or else its first words.
pub fn name(title: &str, text: &str) -> String {
    match title.trim() {
        "" => first_words(text),
        title => title.to_string(),
    }
}

/// The source that a text names in a line of its own, near its beginning or its end: what follows "المصدر:" or
/// "Source:", or else an address that is all there is on the line.
pub fn source_in(text: &str) -> Option<&str> {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let last = lines
        .len()
        .saturating_sub(LINES_AT_AN_END)
        .max(LINES_AT_AN_END);
    let ends = || {
        lines
            .iter()
            .take(LINES_AT_AN_END)
            .chain(lines.iter().skip(last))
    };
    ends()
        .find_map(|line| after_its_word(line))
        .or_else(|| ends().copied().find(|line| is_address(line)))
}

fn after_its_word(line: &str) -> Option<&str> {
    let (word, named) = line.split_once([':', '：'])?;
    let word = word.trim().trim_matches('*');
    let named = named.trim();
    let is_word = word == "المصدر" || word == "مصدر" || word.eq_ignore_ascii_case("source");
    (is_word && !named.is_empty() && named.chars().count() <= LONGEST_SOURCE).then_some(named)
}

fn is_address(line: &str) -> bool {
    let rest = line
        .strip_prefix("https://")
        .or_else(|| line.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !line.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_named_by_its_first_words() {
        assert_eq!(
            first_words("\n هدوء حذر شرق حمص \nوقال"),
            "هدوء حذر شرق حمص"
        );
        let long = "قالت مصادر محلية إن القوات انسحبت من البلدة بعد معارك دامت ثلاثة أيام كاملة";
        let name = first_words(long);
        assert_eq!(
            name,
            "قالت مصادر محلية إن القوات انسحبت من البلدة بعد معارك دامت…"
        );
        assert_eq!(first_words(""), "");
    }

    #[test]
    fn a_source_is_read_where_a_line_names_it() {
        for (text, source) in [
            ("عنوان\nالمصدر: وكالة الأنباء\nقصف", Some("وكالة الأنباء")),
            (
                "Clashes\nSource: https://news.example/1",
                Some("https://news.example/1"),
            ),
            (
                "https://news.example/2016/04/a?b=1\nقصف على إدلب",
                Some("https://news.example/2016/04/a?b=1"),
            ),
            ("https://a.example/x\nقصف\nالمصدر : عنب", Some("عنب")),
            ("قصف. انظر https://a.example/x للمزيد", None),
            ("وقال مصدر طبي: قتل ثلاثة", None),
            ("المصدر:", None),
            ("", None),
        ] {
            assert_eq!(source_in(text), source, "{text}");
        }
    }

    #[test]
    fn the_middle_of_a_text_is_not_searched() {
        let text = ["أ"; 5].join("\n") + "\nالمصدر: جار\n" + &["ب"; 5].join("\n");
        assert_eq!(source_in(&text), None);
    }
}
