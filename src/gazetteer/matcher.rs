//! Every spelling of every name in one table, looked up at each word of a text that a name may begin with.

use super::place::Place;
use super::spelling::{self, Spelling};
use crate::order;
use crate::text::clitics::Prefix;
use crate::text::token::first_word;
use crate::text::{Script, Text, WordMap};
use smallvec::SmallVec;
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
    /// Its group of bearers: see [`Matcher::bearers`].
    pub name: u32,
}

/// The names of one script.
pub struct Matcher {
    /// The folded spellings without their leading article, and the words that they begin with.
    names: WordMap<Name>,
    script: Script,
}

/// What a spelling, or the first word of one, stands for.
#[derive(Debug, Default)]
struct Name {
    /// The bytes of the longest spelling that begins with it as its first word; 0 if none does.
    longest: usize,
    /// The places so named; none if it is only a first word.
    bearers: SmallVec<[Bearer; 2]>,
}

impl Matcher {
    /// Takes in all names in a script.
    pub fn new(places: &[Place], script: Script) -> Matcher {
        let mut matcher = Matcher {
            names: WordMap::default(),
            script,
        };
        let mut room = String::new();
        for (place, at) in places.iter().zip(0..) {
            let bearer = |usual, article| Bearer {
                place: at,
                article,
                usual,
            };
            match script {
                Script::Arabic => {
                    for (i, name) in place.arabic_names().enumerate() {
                        spelling::each_arabic(name, &mut room, &mut |core, article| {
                            matcher.add(core, bearer(i == 0, article));
                        });
                    }
                }
                Script::Latin => {
                    for (i, name) in place.latin_names().enumerate() {
                        for Spelling { core, article } in spelling::latin(name) {
                            matcher.add(&core, bearer(i == 0, article));
                        }
                    }
                }
            }
        }
        matcher
    }

    fn add(&mut self, core: &str, bearer: Bearer) {
        let bearers = &mut self.names.entry(core).bearers;
        if bearers.last().is_none_or(|b| b.place != bearer.place) {
            bearers.push(bearer);
        }
        let longest = &mut self.names.entry(first_word(core)).longest;
        *longest = core.len().max(*longest);
    }

    /// The places that bear the name of a hit.
    pub fn bearers(&self, name: u32) -> &[Bearer] {
        self.names.at(name).map_or(&[], |name| &name.bearers)
    }

    /// The places that bear a folded name without its article.
    pub fn bearers_of(&self, core: &str) -> &[Bearer] {
        self.names.get(core).map_or(&[], |name| &name.bearers)
    }

    /// Every name in the text, overlapping ones too, in reading order.
    pub fn find(&self, text: &Text) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (index, token) in text.tokens().iter().enumerate() {
            if token.script != self.script {
                continue;
            }
            match self.script {
                Script::Arabic => {
                    for (prefix, rest) in text.readings(index) {
                        self.find_at(text, index, prefix, rest, &mut hits);
                    }
                }
                Script::Latin if token.capital => {
                    let prefix = Prefix {
                        article: latin_article_at(text, index).is_some(),
                        ..Prefix::default()
                    };
                    let word = before_apostrophe(text.word(token));
                    self.find_at(text, index, prefix, word, &mut hits);
                }
                Script::Latin => {}
            }
        }
        order::sort_by_key(&mut hits, |h| {
            (h.tokens.start, std::cmp::Reverse(h.tokens.end))
        });
        hits
    }

    /// The names that begin with the word `opener`, which is the token at `first` behind its clitics.
    fn find_at(
        &self,
        text: &Text,
        first: usize,
        prefix: Prefix,
        opener: &str,
        hits: &mut Vec<Hit>,
    ) {
        let longest = self.names.get(opener).map_or(0, |name| name.longest);
        if longest == 0 {
            return;
        }
        let folded = text.folded();
        let head = &text.tokens()[first];
        let from = match self.script {
            Script::Arabic => head.to as usize - opener.len(),
            Script::Latin => head.from as usize,
        };
        for (last, tail) in text.tokens().iter().enumerate().skip(first) {
            // Aleppo's: a name may end before an apostrophe, never inside a word.
            let to = tail.from as usize + before_apostrophe(text.word(tail)).len();
            if to > from + longest {
                break;
            }
            let Some(name) = self.names.number(&folded[from..to]) else {
                continue;
            };
            if self.bearers(name).is_empty() || folded[to..].starts_with(char::is_alphanumeric) {
                continue;
            }
            // al-Bab: the article is part of the name as the reader sees it.
            let begin = match self.script {
                Script::Latin if prefix.article => latin_article_at(text, first).unwrap_or(first),
                _ => first,
            };
            hits.push(Hit {
                tokens: begin..last + 1,
                start: text.tokens()[begin].start + prefix.before_article,
                end: tail.end - folded[to..tail.to as usize].chars().count() as u32,
                prefix,
                name,
            });
        }
    }
}

/// A folded word without the "'s" of a genitive.
fn before_apostrophe(word: &str) -> &str {
    word.split('\'').next().unwrap_or(word)
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
