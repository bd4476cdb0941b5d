//! `analyse` is total: whatever the text, its findings lie within it and agree with one another.
#![cfg(not(target_arch = "wasm32"))]

use makan::analysis::Analysis;
use makan::{Article, Corrections, Gazetteer, analyse};
use proptest::prelude::*;
use std::sync::LazyLock;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    Gazetteer::from_bytes(include_bytes!("../public/gazetteer.bin")).expect("the bundled gazetteer")
});

fn read(text: &str) -> Analysis {
    let article = Article {
        id: String::new(),
        text: text.to_string(),
        date: None,
    };
    analyse(&article, &GAZETTEER, &Corrections::default())
}

/// Spans lie within the text and say what stands there; ids name findings; figures are in their ranges.
fn check(text: &str) -> Result<(), TestCaseError> {
    let analysis = read(text);
    let letters: Vec<char> = text.chars().collect();
    let says = |start: u32, end: u32, said: &str| {
        let (start, end) = (start as usize, end as usize);
        start < end
            && end <= letters.len()
            && letters[start..end].iter().collect::<String>() == said
    };
    let mentions = analysis.mentions.len() as u32;
    let mut before = 0;
    for m in &analysis.mentions {
        prop_assert!(says(m.start, m.end, &m.text), "{:?}", m.text);
        prop_assert!(
            before <= m.start,
            "mentions in reading order, one beside the other"
        );
        before = m.end;
        prop_assert!((0.0..=1.0).contains(&m.confidence));
        prop_assert_eq!(m.lat.is_some(), m.lon.is_some());
        prop_assert!(m.lat.is_none_or(|lat| (-90.0..=90.0).contains(&lat)));
        prop_assert!(m.lon.is_none_or(|lon| (-180.0..=180.0).contains(&lon)));
        prop_assert!(m.antecedent.is_none_or(|a| a < mentions && a != m.id));
        prop_assert!(!m.why.is_empty(), "{} has no reasons", m.text);
    }
    for d in &analysis.distances {
        prop_assert!(says(d.start, d.end, &d.text), "{:?}", d.text);
        prop_assert!(d.km_min <= d.km && d.km_max.is_none_or(|max| d.km <= max));
        prop_assert!(d.from.is_none_or(|m| m < mentions) && d.to.is_none_or(|m| m < mentions));
        prop_assert!(d.from.is_none() || d.from != d.to);
    }
    for e in &analysis.events {
        prop_assert!(e.start < e.end && e.end as usize <= letters.len());
        prop_assert!(e.places.iter().all(|&p| p < mentions));
    }
    for s in &analysis.set_aside {
        prop_assert!(says(s.start, s.end, &s.text), "{:?}", s.text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        check(&text)?;
    }

    #[test]
    fn any_mixture_of_the_words_of_news_is_read(words in prop::collection::vec(prop::sample::select(WORDS), 0..80)) {
        check(&words.concat())?;
    }
}

/// Names, nouns, clitics, numbers, units, directions, marks and seams, with and without blanks.
const WORDS: &[&str] = &[
    "حلب ",
    "ال",
    "و",
    "ب",
    "لل",
    "مدينة ",
    "بلدة ",
    "قرية ",
    "قرى ",
    "ريف ",
    "ريفي ",
    "الريف ",
    "الشرقي ",
    "والغربي ",
    "شرقي ",
    "شمال ",
    "إلى الجنوب من ",
    "حماة ",
    "تدمر ",
    "الباب ",
    "الحاضر ",
    "أم ",
    "كفر ",
    "زيتا ",
    "السنديان ",
    "مطار ",
    "سجن ",
    "مستشفى ",
    "العسكري ",
    "سجنها ",
    "المدينة ",
    "القرية ",
    "المنطقة ",
    "في ",
    "من ",
    "عن ",
    "بين ",
    "على بعد ",
    "تبعد ",
    "تفصل ",
    "المسافة ",
    "للوصول إلى ",
    "التي ",
    "منها ",
    "5 ",
    "١٢ ",
    "خمسة ",
    "وعشرين ",
    "كم ",
    "كيلومترين ",
    "كيلومترا ",
    "ونصف ",
    "الحدود التركية ",
    "متر ",
    "، ",
    ". ",
    "\n",
    "\"",
    "(",
    ")",
    "#",
    "_",
    "-",
    ": ",
    "ة ",
    "إدلب ",
    "قصف ",
    "غارة ",
    "قتل ",
    "30 شخصا ",
    "أمس ",
    "قال ",
    "محمد ",
    "Aleppo ",
    "the ",
    "city of ",
    "al-",
    "Bab ",
    "'s ",
    "prison ",
    "km ",
    "miles ",
    "east of ",
    "countryside ",
    "\u{200f}",
    "ـ",
    "ً",
    "😀 ",
    "ﻻ",
];
