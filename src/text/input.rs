//! What the reader pastes, before it is an article.

use crate::analysis::Language;

/// Texts longer than this many bytes are not read in one piece in the browser.
pub const LIMIT_BYTES: usize = 2_000_000;

/// Why a text cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InputProblem {
    #[error("There is no text yet.")]
    Empty,
    #[error("This text is {0} bytes long; at most {LIMIT_BYTES} bytes are read at once.")]
    TooLong(usize),
    #[error("This is not a text: it holds bytes of a picture, a program or an archive.")]
    Binary,
}

impl InputProblem {
    /// A sentence for the reader.
    pub fn message(&self, language: Language) -> String {
        match (self, language) {
            (InputProblem::Empty, Language::Ar) => "لا نص هنا بعد: ألصق خبرًا لنقرأه.".into(),
            (InputProblem::Empty, Language::En) => "There is no text yet: paste an article to read it.".into(),
            (InputProblem::TooLong(bytes), Language::Ar) => format!(
                "النص أطول من أن يُقرأ دفعة واحدة ({} ميغابايت، والحد {}). لم يضع منه شيء: ألصق المقال الذي تريده وحده.",
                megabytes(*bytes),
                megabytes(LIMIT_BYTES)
            ),
            (InputProblem::TooLong(bytes), Language::En) => format!(
                "This text is too long to read at once ({} MB, the limit is {}). Nothing of it is lost: paste only the article you want.",
                megabytes(*bytes),
                megabytes(LIMIT_BYTES)
            ),
            (InputProblem::Binary, Language::Ar) => {
                "هذا ليس نصًا: فيه بيانات صورة أو برنامج أو ملف مضغوط. ألصق نص الخبر نفسه.".into()
            }
            (InputProblem::Binary, Language::En) => {
                "This is not a text: it holds the data of a picture, a program or an archive. Paste the words of the article.".into()
            }
        }
    }
}

fn megabytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1e6)
}

/// Whether a text can be read.
pub fn check_input(text: &str) -> Result<(), InputProblem> {
    if text.len() > LIMIT_BYTES {
        return Err(InputProblem::TooLong(text.len()));
    }
    let mut letters = 0_usize;
    let mut controls = 0_usize;
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => {}
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{fffd}' => controls += 1,
            _ if c.is_whitespace() => {}
            _ => letters += 1,
        }
    }
    if controls > 8 && controls * 20 > letters {
        return Err(InputProblem::Binary);
    }
    if letters == 0 {
        return Err(InputProblem::Empty);
    }
    Ok(())
}

/// Line ends made one, control characters taken out, no blank at either end.
///
/// Everything the reader can see stays as it was.
pub fn plain_text(pasted: &str) -> String {
    let mut out = String::with_capacity(pasted.len());
    let mut letters = pasted.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\t' => out.push(c),
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    out.trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_input_is_named() {
        assert_eq!(check_input(" \n\t"), Err(InputProblem::Empty));
        assert_eq!(
            check_input(
                "\u{1}\u{2}PNG\u{0}\u{0}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}"
            ),
            Err(InputProblem::Binary)
        );
        assert!(matches!(
            check_input(&"ا".repeat(LIMIT_BYTES)),
            Err(InputProblem::TooLong(_))
        ));
        assert_eq!(check_input("<script>alert(1)</script>"), Ok(()));
    }

    #[test]
    fn messages_speak_both_languages() {
        for problem in [
            InputProblem::Empty,
            InputProblem::TooLong(10_000_000),
            InputProblem::Binary,
        ] {
            assert!(problem.message(Language::Ar).contains(['ا', 'ل']));
            assert!(problem.message(Language::En).is_ascii());
        }
    }

    #[test]
    fn pasted_lines_are_made_one_kind() {
        assert_eq!(plain_text("\r\n أ\rب\r\nج\u{0}د "), "أ\nب\nجد");
    }
}
