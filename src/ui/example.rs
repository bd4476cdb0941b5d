//! Articles to begin with, of our own writing.

use crate::analysis::Language;
use jiff::civil::{Date, date};

/// An article that the leaf offers.
pub struct Example {
    pub name: &'static str,
    /// What is worth seeing in it.
    pub about: &'static str,
    pub date: Date,
    pub text: &'static str,
}

const PALMYRA_DATE: Date = date(2016, 4, 5);
const IDLIB_DATE: Date = date(2019, 5, 12);
const IDLIB: &str = include_str!("../../data/examples/idlib.ar.txt");

const ARABIC: [Example; 2] = [
    Example {
        name: "بعد معركة تدمر",
        about: "ثلاث مسافات، ومكان بلا اسم، وموضعان باسم واحد",
        date: PALMYRA_DATE,
        text: include_str!("../../data/examples/palmyra.ar.txt"),
    },
    Example {
        name: "ليلة في ريف إدلب",
        about: "قصف وغارات، وبلدات أسماؤها كلمات",
        date: IDLIB_DATE,
        text: IDLIB,
    },
];

const ENGLISH: [Example; 2] = [
    Example {
        name: "After Palmyra",
        about: "three distances, a place without a name, two with the same",
        date: PALMYRA_DATE,
        text: include_str!("../../data/examples/palmyra.en.txt"),
    },
    Example {
        name: "A night in Idlib",
        about: "in Arabic: shelling, and towns whose names are words",
        date: IDLIB_DATE,
        text: IDLIB,
    },
];

/// The examples of a language.
pub fn examples(language: Language) -> &'static [Example; 2] {
    match language {
        Language::Ar => &ARABIC,
        Language::En => &ENGLISH,
    }
}
