//! The seams that scraping leaves in Arabic: blanks inside words (بلد ة, ال شمالي), words run together
//! (المدينةإدلب, يتقدمإدلب).

/// What stands at a seam before a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seam {
    /// Nothing is amiss.
    None,
    /// The blank before the letter splits a word.
    Blank,
    /// A new word begins without a blank.
    RunTogether,
}

/// The letters that stood last, the latest first.
#[derive(Debug, Default)]
pub struct Last([char; 4]);

impl Last {
    pub fn push(&mut self, letter: char) {
        self.0 = [letter, self.0[0], self.0[1], self.0[2]];
    }

    /// The seam before `letter`, which `next` follows; `folded` is the text so far.
    pub fn seam(&self, letter: char, next: Option<char>, folded: &str) -> Seam {
        let [last, second, third, fourth] = self.0;
        match (last, letter) {
            // ta marbuta ends a word and never begins one.
            (' ', 'ة') if is_arabic(second) && !next.is_some_and(is_arabic) => Seam::Blank,
            ('ة', _) if is_arabic(letter) => Seam::RunTogether,
            // The article alone; "آل" is a family.
            (' ', _)
                if is_arabic(letter) && [second, third] == ['ل', 'ا'] && !is_arabic(fourth) =>
            {
                Seam::Blank
            }
            // Inside a word إ stands only behind what is written together with it.
            (_, 'إ') if is_arabic(last) && !only_clitics(folded) => Seam::RunTogether,
            _ => Seam::None,
        }
    }
}

fn is_arabic(letter: char) -> bool {
    ('\u{620}'..='\u{64a}').contains(&letter) && letter != 'ـ'
}

/// Whether the word that a folded text ends in is made of letters that clitics and the article have.
fn only_clitics(folded: &str) -> bool {
    let word = folded.chars().rev().take_while(|c| c.is_alphabetic());
    word.into_iter().all(|c| "وفبلكسا".contains(c))
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn words(source: &str) -> Vec<String> {
        let text = Text::new(source);
        let words = text.tokens().iter().map(|t| text.slice(t.start, t.end));
        words.map(str::to_string).collect()
    }

    #[test]
    fn blanks_inside_words_are_passed_over() {
        assert_eq!(words("بلد ة حيان"), ["بلد ة", "حيان"]);
        assert_eq!(words("ريف حلب ال شمالي"), ["ريف", "حلب", "ال شمالي"]);
        assert_eq!(words("من آل سعود"), ["من", "آل", "سعود"]);
        assert_eq!(words("سنة 1438 هـ"), ["سنة", "1438", "هـ"]);
        assert_eq!(words("جبل الـ 47"), ["جبل", "الـ", "47"]);
    }

    #[test]
    fn words_run_together_are_parted() {
        assert_eq!(
            words("في المدينةإدلب تنزف"),
            ["في", "المدينة", "إدلب", "تنزف"]
        );
        assert_eq!(words("الجيش يتقدمإدلب"), ["الجيش", "يتقدم", "إدلب"]);
        assert_eq!(words("وبإدلب فإن الإرهاب"), ["وبإدلب", "فإن", "الإرهاب"]);
    }
}
