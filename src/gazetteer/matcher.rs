//! Every name of the gazetteer in one automaton, run once over the folded text.

use super::place::Place;
use super::spelling::{self, Spelling};
use crate::text::clitics::{Prefix, read_prefix};
use crate::text::{Script, Text};
use daachorse::CharwiseDoubleArrayAhoCorasick;
use std::collections::BTreeMap;
use std::ops::Range;

/// A place that bears a matched name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bearer {
    /// Index into the gazetteer's places.
    pub place: u32,
    /// The name has an article in the gazetteer.
    pub article: bool,
    /// It is the usual name, not another one.
    pub usual: bool,
}

/// A name found in a text.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Tokens it covers.
    pub tokens: Range<usize>,
    /// Scalar offset where the name begins, behind its conjunction and preposition.
    pub start: u32,
    /// Scalar offset behind its last letter: before the apostrophe of "Aleppo's".
    pub end: u32,
    pub prefix: Prefix,
    /// Group of bearers: see [`Matcher::bearers`].
    pub name: u32,
}

/// The automaton of one script's names.
pub struct Matcher {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    cores: Vec<String>,
    bearers: Vec<Vec<Bearer>>,
    script: Script,
}

impl Matcher {
    /// Builds the automaton over all names in a script.
    pub fn new(places: &[Place], script: Script) -> Matcher {
        let mut names: BTreeMap<String, Vec<Bearer>> = BTreeMap::new();
        for (index, place) in places.iter().enumerate() {
            let mut add = |name: &str, usual: bool| {
                let spellings = match script {
                    Script::Arabic => spelling::arabic(name),
                    Script::Latin => spelling::latin(name),
                };
                for Spelling { core, article } in spellings {
                    let bearers = names.entry(core).or_default();
                    let bearer = Bearer {
                        place: index as u32,
                        article,
                        usual,
                    };
                    if bearers.last().is_none_or(|b| b.place != bearer.place) {
                        bearers.push(bearer);
                    }
                }
            };
            match script {
                Script::Arabic => place
                    .arabic_names()
                    .enumerate()
                    .for_each(|(i, name)| add(name, i == 0)),
                Script::Latin => place
                    .latin_names()
                    .enumerate()
                    .for_each(|(i, name)| add(name, i == 0)),
            }
        }
        let (cores, bearers): (Vec<String>, Vec<Vec<Bearer>>) = names.into_iter().unzip();
        let patterns = cores
            .iter()
            .zip(0_u32..)
            .map(|(core, i)| (core.as_str(), i));
        Matcher {
            automaton: CharwiseDoubleArrayAhoCorasick::with_values(patterns).ok(),
            cores,
            bearers,
            script,
        }
    }

    /// The places that bear the name of a hit.
    pub fn bearers(&self, name: u32) -> &[Bearer] {
        self.bearers.get(name as usize).map_or(&[], Vec::as_slice)
    }

    /// The places that bear a folded name without its article.
    pub fn bearers_of(&self, core: &str) -> &[Bearer] {
        self.cores
            .binary_search_by(|c| c.as_str().cmp(core))
            .map_or(&[], |i| self.bearers[i].as_slice())
    }

    /// Folded names in alphabetical order, without their articles.
    pub fn cores(&self) -> &[String] {
        &self.cores
    }

    /// Every name in the text, overlapping ones too, in reading order.
    pub fn find(&self, text: &Text) -> Vec<Hit> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let folded = text.folded();
        let mut hits = Vec::new();
        for found in automaton.find_overlapping_iter(folded) {
            let (from, to) = (found.start(), found.end());
            if folded[to..].starts_with(char::is_alphanumeric) {
                continue;
            }
            let first = text.token_at_byte(from);
            let last = text.token_at_byte(to - 1);
            let (Some(head), Some(tail)) = (text.tokens().get(first), text.tokens().get(last))
            else {
                continue;
            };
            if head.script != self.script || (head.from as usize) > from {
                continue;
            }
            let before = &folded[head.from as usize..from];
            let prefix = match self.script {
                Script::Arabic => match read_prefix(before, &folded[from..to]) {
                    Some(prefix) => prefix,
                    None => continue,
                },
                Script::Latin => {
                    let named = before.is_empty() && head.capital;
                    // Aleppo's: a name may end before an apostrophe, never inside a word.
                    let ends = tail.to as usize == to || folded[to..].starts_with('\'');
                    if !named || !ends {
                        continue;
                    }
                    Prefix {
                        article: latin_article_at(text, first).is_some(),
                        ..Prefix::default()
                    }
                }
            };
            // al-Bab: the article is part of the name as the reader sees it.
            let begin = match self.script {
                Script::Latin if prefix.article => latin_article_at(text, first).unwrap_or(first),
                _ => first,
            };
            let start = text.tokens().get(begin).map_or(head.start, |t| t.start);
            hits.push(Hit {
                tokens: begin..last + 1,
                start: start + prefix.before_article,
                end: tail.end - folded[to..tail.to as usize].chars().count() as u32,
                prefix,
                name: found.value(),
            });
        }
        hits.sort_by_key(|h| (h.tokens.start, std::cmp::Reverse(h.tokens.end), h.name));
        hits
    }
}

/// The token of the "al", "el" … before a token, with a hyphen or a blank between.
fn latin_article_at(text: &Text, first: usize) -> Option<usize> {
    let mut at = first.checked_sub(1)?;
    if text.word_at(at) == "-" {
        at = at.checked_sub(1)?;
    }
    spelling::is_latin_article(text.word_at(at)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::place::Kind;

    fn place(name_ar: &str, name_en: &str) -> Place {
        Place {
            id: name_en.into(),
            name_ar: name_ar.into(),
            alt_ar: vec![],
            name_en: name_en.into(),
            alt_en: vec![],
            kind: Kind::Town,
            lat: 35.0,
            lon: 37.0,
            radius_km: 1.0,
            admin1: String::new(),
            country: "SY".into(),
            admin2: String::new(),
            admin3: String::new(),
            importance: 5,
            also: Default::default(),
            source: 0,
        }
    }

    fn found(places: &[Place], script: Script, source: &str) -> Vec<String> {
        let text = Text::new(source);
        let matcher = Matcher::new(places, script);
        matcher
            .find(&text)
            .iter()
            .map(|hit| text.slice(hit.start, hit.end).to_string())
            .collect()
    }

    #[test]
    fn names_are_found_behind_their_clitics() {
        let places = [
            place("تدمر", "Palmyra"),
            place("السخنة", "Sukhnah"),
            place("كفر زيتا", "Kafr Zita"),
        ];
        assert_eq!(
            found(
                &places,
                Script::Arabic,
                "وبتدمر وللسخنة وبكفرزيتا لا تدمرت ولا متدمر"
            ),
            ["تدمر", "لسخنة", "كفرزيتا"]
        );
    }

    #[test]
    fn latin_names_need_a_capital_and_an_end() {
        let places = [place("الباب", "al-Bab"), place("حلب", "Aleppo")];
        assert_eq!(
            found(
                &places,
                Script::Latin,
                "Al-Bab, Aleppo's east, babble, aleppo"
            ),
            ["Al-Bab", "Aleppo"]
        );
    }
}
