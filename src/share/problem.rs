//! Why a link or a file cannot be opened, in sentences that help.

use super::FileProblem;
use crate::analysis::Language;

/// Why a link cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkProblem {
    #[error("This is not a link of Makan.")]
    Foreign,
    #[error("This link was made by a newer version (format {0}).")]
    Newer(u32),
    #[error("This link was cut short.")]
    Truncated,
    #[error("This link is damaged.")]
    Damaged,
    #[error("This link holds more than one article can be.")]
    TooLarge,
}

impl LinkProblem {
    /// A sentence for the reader.
    pub fn message(self, language: Language) -> String {
        match (self, language) {
            (LinkProblem::Foreign, Language::Ar) => {
                "ليس هذا رابطًا من روابط مكان: لا خبر فيه.".into()
            }
            (LinkProblem::Foreign, Language::En) => {
                "This is not a link of Makan: there is no article in it.".into()
            }
            (LinkProblem::Newer(version), Language::Ar) => format!(
                "صُنع هذا الرابط بإصدار أحدث من مكان (الصيغة {version}). أعد تحميل الصفحة لتحصل على الإصدار الأخير، ثم افتح الرابط مرة أخرى."
            ),
            (LinkProblem::Newer(version), Language::En) => format!(
                "This link was made by a newer version of Makan (format {version}). Reload the page to get the latest version, then open the link again."
            ),
            (LinkProblem::Truncated, Language::Ar) => {
                "الرابط مبتور: ضاع آخره في الطريق. اطلب من مرسله أن يرسله كاملًا، في ملف نصي مثلًا.".into()
            }
            (LinkProblem::Truncated, Language::En) => {
                "This link was cut short on its way. Ask for all of it, in a text file for example.".into()
            }
            (LinkProblem::Damaged, Language::Ar) => {
                "الرابط تالف: تغيّرت حروف فيه بعد أن صُنع. اطلب من مرسله أن ينسخه من جديد.".into()
            }
            (LinkProblem::Damaged, Language::En) => {
                "This link is damaged: letters in it were changed after it was made. Ask for a new copy.".into()
            }
            (LinkProblem::TooLarge, Language::Ar) => {
                "في هذا الرابط أكثر مما يتسع له خبر واحد، فلم يُفتح.".into()
            }
            (LinkProblem::TooLarge, Language::En) => {
                "This link holds more than one article can be, so it was not opened.".into()
            }
        }
    }
}

impl FileProblem {
    /// A sentence for the reader.
    pub fn message(&self, language: Language) -> String {
        match (self, language) {
            (FileProblem::Foreign, Language::Ar) => {
                "ليس هذا ملفًا من ملفات مكان (‎.makan.json‎).".into()
            }
            (FileProblem::Foreign, Language::En) => {
                "This is not a file of Makan (.makan.json).".into()
            }
            (FileProblem::Newer(version), Language::Ar) => format!(
                "حُفظ هذا الملف بإصدار أحدث من مكان (الصيغة {version}). أعد تحميل الصفحة لتحصل على الإصدار الأخير، ثم افتح الملف مرة أخرى."
            ),
            (FileProblem::Newer(version), Language::En) => format!(
                "This file was saved by a newer version of Makan (format {version}). Reload the page to get the latest version, then open the file again."
            ),
            (FileProblem::Damaged(what), Language::Ar) => {
                format!("الملف تالف أو مبتور، فلم يُفتح. التفصيل: {what}.")
            }
            (FileProblem::Damaged(what), Language::En) => {
                format!("This file is damaged or was cut short, so it was not opened: {what}.")
            }
            (FileProblem::TooLarge, Language::Ar) => {
                "في هذا الملف أكثر مما يتسع له المكتب، فلم يُفتح.".into()
            }
            (FileProblem::TooLarge, Language::En) => {
                "This file holds more than a desk can, so it was not opened.".into()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_a_sentence_in_both_languages() {
        for problem in [
            LinkProblem::Foreign,
            LinkProblem::Newer(7),
            LinkProblem::Truncated,
            LinkProblem::Damaged,
            LinkProblem::TooLarge,
        ] {
            assert!(problem.message(Language::Ar).contains("رابط"));
            assert!(problem.message(Language::En).contains("link"));
            assert!(problem.message(Language::En).is_ascii());
        }
    }
    #[test]
    fn files_are_spoken_of_in_both_languages() {
        for problem in [
            FileProblem::Foreign,
            FileProblem::Newer(7),
            FileProblem::Damaged("EOF at line 1".into()),
            FileProblem::TooLarge,
        ] {
            assert!(problem.message(Language::Ar).contains("ملف"));
            assert!(problem.message(Language::En).contains("file"));
            assert!(problem.message(Language::En).is_ascii());
        }
    }
}
