//! Who says so: the sources an article names.

use super::lexicon::Found;
use super::lists::SourceWord;
use super::scene::Scene;
use crate::analysis::Source;
use crate::text::{Script, TokenKind};

/// A source named in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// The token of the word that attributes.
    pub at: usize,
    /// Token indices of the source's words, end exclusive.
    from: usize,
    to: usize,
}

impl Attribution {
    /// Whether a date at this token says when the source spoke: "وقال الناشط أمس إن".
    pub fn speaks_on(&self, token: usize) -> bool {
        let near = |from: usize, to: usize| from <= token && token <= to;
        near(self.at, self.at + 2) || near(self.from, self.to + 1)
    }
}

/// Words a source's name has at most.
const LONGEST: usize = 9;

/// Every attribution, in order; "وأضاف" points back to the source before it.
pub fn find(scene: &Scene) -> Vec<Attribution> {
    let words = &scene.source_words[..];
    let mut out: Vec<Attribution> = Vec::new();
    for word in words {
        // "the Islamic State" says nothing.
        if scene.text.tokens()[word.from].capital && word.meaning == SourceWord::Said {
            continue;
        }
        let named = match word.meaning {
            SourceWord::According => behind(scene, words, word.to),
            SourceWord::Said => match scene.text.tokens()[word.from].script {
                Script::Arabic => behind(scene, words, word.to),
                Script::Latin => before(scene, word.from),
            },
            SourceWord::Also => None,
            SourceWord::Ends => continue,
        };
        let named = named.or_else(|| out.last().map(|a| (a.from, a.to)));
        if let Some((from, to)) = named {
            out.push(Attribution {
                at: word.from,
                from,
                to,
            });
        }
    }
    out
}

/// The name behind an attributing word: up to the next mark, "إن", or attributing word.
fn behind(scene: &Scene, words: &[Found<SourceWord>], start: usize) -> Option<(usize, usize)> {
    let next = words.partition_point(|w| w.from < start);
    let word = words.get(next).map_or(usize::MAX, |w| w.from);
    let next = scene.triggers.partition_point(|t| t.from < start);
    let stop = scene.triggers.get(next).map_or(word, |t| t.from.min(word));
    if matches!(
        scene.text.word_at(start),
        "فيها" | "فيه" | "له" | "لها" | "انه" | "انها" | "انهم"
    ) {
        return None;
    }
    let tokens = scene.text.tokens();
    let end = (start..tokens.len().min(start + LONGEST).min(stop))
        .find(|&at| {
            tokens[at].kind != TokenKind::Word && scene.text.word_at(at) != "\""
                || scene.sentence(at) != scene.sentence(start)
        })
        .unwrap_or(tokens.len().min(start + LONGEST).min(stop));
    (end > start).then(|| (start, named_behind(scene, words, end).unwrap_or(end)))
}

/// Words between the two commas around a name, at most.
const LONGEST_NAME: usize = 4;

/// The end of a name that stands in commas behind an office: "الناطق باسم الهيئة في حمص، صقر الحمصي، إن".
fn named_behind(scene: &Scene, words: &[Found<SourceWord>], end: usize) -> Option<usize> {
    let text = scene.text;
    let comma = |at: usize| matches!(text.word_at(at), "،" | ",");
    let first = (end..end + 4).find(|&at| comma(at))?;
    let name = first + 1
        ..(first + 1..first + 2 + LONGEST_NAME)
            .find(|&at| comma(at) || word_from(words, at).is_some())?;
    let plain = name.clone().all(|at| {
        text.tokens()[at].kind == TokenKind::Word
            && scene.cue(at).is_none()
            && !scene.triggers.iter().any(|t| t.from == at)
    });
    let whole = scene.sentence(end) == scene.sentence(name.end) && name.len() >= 2 && plain;
    let led = first == end || text.word_at(end) == "في";
    (whole && led).then_some(name.end)
}

/// The attributing word at a token.
fn word_from(words: &[Found<SourceWord>], at: usize) -> Option<Found<SourceWord>> {
    let next = words.partition_point(|w| w.from < at);
    words.get(next).filter(|w| w.from == at).copied()
}

/// The name before an English verb, from the last mark on.
fn before(scene: &Scene, end: usize) -> Option<(usize, usize)> {
    let tokens = scene.text.tokens();
    let start = (end.saturating_sub(LONGEST)..end)
        .rev()
        .take_while(|&at| {
            tokens[at].kind == TokenKind::Word && scene.sentence(at) == scene.sentence(end)
        })
        .last()?;
    (start < end).then_some((start, end))
}

/// The source of what a trigger tells: the nearest attribution of its sentence.
pub fn of(scene: &Scene, all: &[Attribution], trigger: usize) -> Option<Source> {
    let named = scene
        .around(all, trigger, 3, |a| a.at)
        .iter()
        .min_by_key(|a| (scene.walls(a.at, trigger), a.at.abs_diff(trigger)))?;
    let tokens = scene.text.tokens();
    let text = scene
        .text
        .slice(tokens[named.from].start, tokens[named.to - 1].end);
    let led = scene.text.word_at(named.at).ends_with("وفقا");
    let name = match text.strip_prefix("لل") {
        Some(rest) if led => format!("ال{rest}"),
        _ => text
            .strip_prefix('ل')
            .filter(|_| led)
            .unwrap_or(text)
            .to_string(),
    };
    let name = name.trim_matches('"');
    Some(Source {
        text: in_full(scene, all, name).unwrap_or(name).to_string(),
    })
}

/// The fuller name given before to who is later called by his last name: "ناصر الثائر" for "الثائر".
fn in_full<'a>(scene: &Scene<'a>, all: &[Attribution], name: &str) -> Option<&'a str> {
    let last_name = !name.contains(' ') && name.starts_with("ال");
    let tokens = scene.text.tokens();
    let words = |a: &Attribution| {
        let text = scene.text;
        text.slice(tokens[a.from].start, tokens[a.to - 1].end)
    };
    let fuller = all.iter().map(words).find(|full| {
        full.strip_suffix(name)
            .is_some_and(|first| first.ends_with(' '))
    })?;
    last_name.then(|| fuller.rsplit(['،', ',']).next().unwrap_or(fuller).trim())
}
