//! The file that keeps a desk: `.makan.json`, with every article on it and what was put right.
//!
//! `tests/desk.schema.json` is its JSON Schema. Keys are only ever added, every key but `makan` and an article's
//! `text` may be absent, and keys that this version does not know are kept as they are, so that a file of a later
//! version loses nothing when this one saves it.

use super::{Filters, ReadWith, View};
use crate::article::{Article, Corrections};
use crate::text::civil_date::iso;
use crate::text::input::LIMIT_BYTES;
use crate::{ENGINE, Gazetteer};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The format that is written, and the newest that is read.
const VERSION: u32 = 1;

/// Longer files are not read.
pub const LIMIT_FILE: usize = 50_000_000;

/// A desk as it is saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeskFile {
    /// Version of the format.
    makan: u32,
    /// Versions of the engine and the gazetteer the articles were last read with.
    #[serde(default)]
    pub engine: String,
    #[serde(default)]
    pub gazetteer: String,
    /// Which of the articles lay on top.
    #[serde(default)]
    pub open: usize,
    #[serde(default)]
    pub articles: Vec<KeptArticle>,
    /// Keys of later versions, kept as they are.
    #[serde(flatten)]
    pub later: Map<String, Value>,
}

/// An article with all that the reader did with it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct KeptArticle {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Where it was published: a name or an address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "iso::optional"
    )]
    pub date: Option<Date>,
    pub text: String,
    #[serde(default, skip_serializing_if = "super::is_nothing")]
    pub corrections: Corrections,
    /// [`super::imprint`] of what was found in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imprint: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<Filters>,
    /// Keys of later versions, kept as they are.
    #[serde(flatten)]
    pub later: Map<String, Value>,
}

/// Why a file cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    #[error("This is not a file of Makan.")]
    Foreign,
    #[error("This file was made by a newer version (format {0}).")]
    Newer(u32),
    #[error("This file is damaged: {0}.")]
    Damaged(String),
    #[error("This file holds more than a desk can.")]
    TooLarge,
}

impl DeskFile {
    /// A desk of these articles, the first on top.
    pub fn new(articles: Vec<KeptArticle>, gazetteer: &Gazetteer) -> DeskFile {
        let here = ReadWith {
            engine: ENGINE.to_string(),
            gazetteer: gazetteer.version().to_string(),
            imprint: None,
        };
        DeskFile::of(articles, &here)
    }

    /// A desk of articles that were read with these versions, the first on top.
    pub fn of(articles: Vec<KeptArticle>, read_with: &ReadWith) -> DeskFile {
        DeskFile {
            makan: VERSION,
            engine: read_with.engine.clone(),
            gazetteer: read_with.gazetteer.clone(),
            open: 0,
            articles,
            later: Map::new(),
        }
    }

    /// What one of its articles was last read with.
    pub fn read_with(&self, article: &KeptArticle) -> ReadWith {
        ReadWith {
            engine: self.engine.clone(),
            gazetteer: self.gazetteer.clone(),
            imprint: article.imprint,
        }
    }

    /// Names of the keys that this version does not know; they are kept.
    pub fn unknown_keys(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = self.later.keys().map(String::as_str).collect();
        for article in &self.articles {
            keys.extend(article.later.keys().map(String::as_str));
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The text of the file, its keys in a fixed order.
    pub fn write(&self) -> String {
        // Strings, numbers and lists: nothing that JSON cannot write.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it is no file of Makan, of a newer version, damaged or too large.
    pub fn read(file: &str) -> Result<DeskFile, FileProblem> {
        if file.len() > LIMIT_FILE {
            return Err(FileProblem::TooLarge);
        }
        let file = file.trim_start_matches('\u{feff}').trim_start();
        if !file.starts_with('{') {
            return Err(FileProblem::Foreign);
        }
        #[derive(Deserialize)]
        struct Format {
            makan: u32,
        }
        let Format { makan } = match serde_json::from_str(file) {
            Ok(format) => format,
            // Cut short or changed by hand, but ours.
            Err(error) if is_marked(file) => return Err(FileProblem::Damaged(error.to_string())),
            Err(_) => return Err(FileProblem::Foreign),
        };
        match makan {
            0 => return Err(FileProblem::Foreign),
            VERSION => {}
            newer => return Err(FileProblem::Newer(newer)),
        }
        let mut desk: DeskFile =
            serde_json::from_str(file).map_err(|error| FileProblem::Damaged(error.to_string()))?;
        for article in &mut desk.articles {
            if article.text.len() > LIMIT_BYTES {
                return Err(FileProblem::TooLarge);
            }
            article.corrections = std::mem::take(&mut article.corrections)
                .checked()
                .ok_or_else(|| FileProblem::Damaged("a correction lies nowhere on earth".into()))?;
            article.view = article.view.and_then(View::rounded);
        }
        desk.open = desk.open.min(desk.articles.len().saturating_sub(1));
        Ok(desk)
    }
}

impl KeptArticle {
    /// The article to read, under this id.
    pub fn article(&self, id: String) -> Article {
        Article {
            id,
            text: self.text.clone(),
            date: self.date,
        }
    }
}

/// Whether a text begins as our files do.
pub fn is_marked(text: &str) -> bool {
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    begin
        .strip_prefix('{')
        .is_some_and(|rest| rest.trim_start().starts_with("\"makan\":"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Becomes, Correction};
    use proptest::prelude::*;

    fn desk() -> DeskFile {
        let mut desk = DeskFile::new(
            vec![
                KeptArticle {
                    title: "نزوح".into(),
                    source: "https://news.example/1".into(),
                    date: Some(jiff::civil::date(2016, 4, 5)),
                    text: "ونزح أهلها\nإلى تدمر".into(),
                    corrections: Corrections(vec![Correction {
                        start: 15,
                        end: 19,
                        becomes: Becomes::Entry("gn:163808".into()),
                    }]),
                    imprint: Some(4_000_000_000),
                    view: View {
                        lng: 38.3,
                        lat: 34.5,
                        zoom: 7.0,
                        open: None,
                    }
                    .rounded(),
                    filters: Some(Filters {
                        types: ["Battles".into()].into(),
                        ..Filters::default()
                    }),
                    later: Map::new(),
                },
                KeptArticle {
                    text: "Clashes near Homs".into(),
                    ..KeptArticle::default()
                },
            ],
            Gazetteer::bundled(),
        );
        desk.open = 1;
        desk
    }

    #[test]
    fn a_desk_comes_back() {
        assert_eq!(DeskFile::read(&desk().write()), Ok(desk()));
        assert!(is_marked(&desk().write()));
    }

    #[test]
    fn keys_of_later_versions_are_kept_and_named() {
        let file =
            r#"{"makan": 1, "tags": ["a"], "articles": [{"text": "x", "mood": {"b": null}}]}"#;
        let desk = DeskFile::read(file).unwrap();
        assert_eq!(desk.unknown_keys(), ["mood", "tags"]);
        let again: Value = serde_json::from_str(&desk.write()).unwrap();
        assert_eq!(again["tags"][0], "a");
        assert_eq!(again["articles"][0]["mood"]["b"], Value::Null);
        assert!(again["articles"][0]["mood"].is_object());
    }

    #[test]
    fn what_is_no_desk_is_named() {
        for foreign in [
            "",
            "قصف على إدلب",
            "{}",
            "[1]",
            r#"{"type":"FeatureCollection"}"#,
            r#"{"makan":0}"#,
        ] {
            assert_eq!(
                DeskFile::read(foreign),
                Err(FileProblem::Foreign),
                "{foreign}"
            );
        }
        assert_eq!(
            DeskFile::read(r#"{"makan":2,"articles":7}"#),
            Err(FileProblem::Newer(2))
        );
        let cut = &desk().write()[..200];
        assert!(matches!(DeskFile::read(cut), Err(FileProblem::Damaged(_))));
        assert!(matches!(
            DeskFile::read(r#"{"makan":1,"articles":[{}]}"#),
            Err(FileProblem::Damaged(_))
        ));
        let mut far = desk();
        far.articles[0].corrections.0[0].becomes = Becomes::Point {
            lat: 99.0,
            lon: 0.0,
        };
        assert!(matches!(
            DeskFile::read(&far.write()),
            Err(FileProblem::Damaged(_))
        ));
        let mut long = desk();
        long.articles[1].text = "x".repeat(LIMIT_BYTES + 1);
        assert_eq!(DeskFile::read(&long.write()), Err(FileProblem::TooLarge));
    }

    #[test]
    fn the_article_on_top_is_one_of_them() {
        let desk = DeskFile::read(r#"{"makan":1,"open":7,"articles":[{"text":"a"},{"text":"b"}]}"#);
        assert_eq!(desk.map(|d| d.open), Ok(1));
        assert_eq!(
            DeskFile::read(r#"{"makan":1,"open":7}"#).map(|d| d.open),
            Ok(0)
        );
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in r#"(\{"makan":1)?[\{\}\[\]:,"a-z0-9 ]{0,60}"#) {
            let _ = DeskFile::read(&text);
        }

        #[test]
        fn any_article_comes_back(text in any::<String>(), title in any::<String>()) {
            let desk = DeskFile::new(vec![KeptArticle { text, title, ..KeptArticle::default() }], Gazetteer::bundled());
            prop_assert_eq!(DeskFile::read(&desk.write()), Ok(desk));
        }
    }
}
