//! JSON lines: one article a line, whatever else stands between.

use crate::Article;
use crate::analysis::Language;
use crate::text::check_input;
use crate::text::input::{InputProblem, LIMIT_BYTES};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;
use std::io::{self, BufRead, Read};

/// Longer lines are not kept: a text of the greatest length, every letter of it escaped, is shorter.
const LIMIT_LINE: u64 = 6 * LIMIT_BYTES as u64 + 100_000;
/// A chunk of lines ends early when it holds this many bytes.
const LIMIT_CHUNK: usize = 16_000_000;

/// A line as it was read, without its end.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    Bytes(Vec<u8>),
    /// Too long to be kept.
    TooLong,
}

/// Reads up to `most` lines; none at the end of the input.
pub fn read(input: &mut impl BufRead, most: usize) -> io::Result<Vec<Line>> {
    let mut lines = Vec::new();
    let mut size = 0;
    while lines.len() < most && size < LIMIT_CHUNK {
        let mut bytes = Vec::new();
        if input
            .by_ref()
            .take(LIMIT_LINE)
            .read_until(b'\n', &mut bytes)?
            == 0
        {
            break;
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        } else if bytes.len() as u64 == LIMIT_LINE {
            input.skip_until(b'\n')?;
            lines.push(Line::TooLong);
            continue;
        }
        size += bytes.len();
        lines.push(Line::Bytes(bytes));
    }
    Ok(lines)
}

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    id: Value,
    text: Option<String>,
    date: Option<String>,
}

/// The article on a line, or what is wrong with it and the id, where one can be read.
///
/// `date` stands in where the line has none.
pub fn article(line: &Line, date: Option<Date>) -> Result<Article, (Option<String>, String)> {
    let Line::Bytes(bytes) = line else {
        let problem = InputProblem::TooLong(LIMIT_LINE as usize);
        return Err((None, problem.message(Language::En)));
    };
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|error| (None, format!("This line is no JSON: {error}.")))?;
    let id = value.get("id").and_then(id_of);
    let wrong = |what: String| (id.clone(), what);
    let record: Record = serde_json::from_value(value).map_err(|error| {
        wrong(format!(
            "This line is not {{\"id\", \"text\", \"date\"}}: {error}."
        ))
    })?;
    let text = record
        .text
        .ok_or_else(|| wrong("This line has no \"text\".".into()))?;
    check_input(&text).map_err(|problem| wrong(problem.message(Language::En)))?;
    let date = match record.date.as_deref().map(str::trim) {
        None | Some("") => date,
        // A time of day may follow: it counts where the article was published, so it is not converted.
        Some(given) => {
            let day = given.get(..10).unwrap_or(given);
            let day = day
                .parse()
                .map_err(|_| wrong(format!("The date {given:?} should look like 2016-04-05.")))?;
            Some(day)
        }
    };
    Ok(Article {
        id: id_of(&record.id).unwrap_or_default(),
        text,
        date,
    })
}

/// Ids are text or numbers, and are kept as they are written.
fn id_of(value: &Value) -> Option<String> {
    match value {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_article(line: &str) -> Result<Article, (Option<String>, String)> {
        article(&Line::Bytes(line.as_bytes().to_vec()), None)
    }

    #[test]
    fn ids_may_be_numbers_and_dates_may_have_times() {
        let article =
            read_article(r#"{"id": 7, "text": "حلب", "date": "2016-04-05T23:59:00Z", "x": 1}"#);
        let article = article.unwrap();
        assert_eq!(article.id, "7");
        assert_eq!(article.date, Some("2016-04-05".parse().unwrap()));
        assert_eq!(
            read_article(r#"{"text": "حلب", "date": null}"#).unwrap().id,
            ""
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_the_id_where_there_is_one() {
        for (line, id, said) in [
            ("", None, "no JSON"),
            ("[1]", None, "not {"),
            (r#"{"id": "a"}"#, Some("a"), "no \"text\""),
            (r#"{"id": "a", "text": 5}"#, Some("a"), "not {"),
            (r#"{"id": "a", "text": " "}"#, Some("a"), "no text yet"),
            (
                r#"{"id": "a", "text": "حلب", "date": "5/4/2016"}"#,
                Some("a"),
                "2016-04-05",
            ),
        ] {
            let (got, error) = read_article(line).unwrap_err();
            assert_eq!(got.as_deref(), id, "{line}");
            assert!(error.contains(said), "{line}: {error}");
        }
    }

    #[test]
    fn overlong_lines_are_skipped_and_the_rest_is_read() {
        let mut input = vec![b'x'; LIMIT_LINE as usize + 5];
        input.extend(b"\n{}\nlast");
        let lines = read(&mut io::Cursor::new(input), 10).unwrap();
        assert_eq!(
            lines,
            [
                Line::TooLong,
                Line::Bytes(b"{}".to_vec()),
                Line::Bytes(b"last".to_vec())
            ]
        );
    }
}
