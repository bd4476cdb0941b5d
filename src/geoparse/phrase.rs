//! Names put together with the words around them: countrysides, sites, and names that no gazetteer has.

use super::place_words::{self};
use super::spot::Naming;
use crate::gazetteer::Gazetteer;
use crate::order;
use crate::text::{Script, Text};

/// What a name weighs that only its generic noun makes one.
pub const BY_ITS_NOUN: f64 = 2.5;

/// Goes through the text once and puts phrases together; the result is in reading order.
pub fn compose(text: &Text, gazetteer: &Gazetteer, namings: Vec<Naming>) -> Vec<Naming> {
    let mut composer = Composer {
        text,
        gazetteer,
        at_token: vec![None; text.tokens().len()],
        namings,
    };
    for (index, naming) in composer.namings.iter().enumerate() {
        composer.at_token[naming.spot.tokens.clone()].fill(Some(index));
    }
    let mut out: Vec<Option<Naming>> = composer.namings.iter().cloned().map(Some).collect();
    let mut made = Vec::new();
    let mut at = 0;
    while at < text.tokens().len() {
        let inside = composer.at_token[at];
        let phrase = match inside {
            Some(_) if text.tokens()[at].script == Script::Arabic => None,
            _ => composer.phrase(at),
        };
        match phrase {
            Some(phrase) => {
                at = phrase.until.max(at + 1);
                for used in phrase.uses {
                    out[used] = None;
                }
                made.extend(phrase.namings);
            }
            None => at += 1,
        }
    }
    let mut all: Vec<Naming> = out.into_iter().flatten().chain(made).collect();
    order::sort_by_key(&mut all, |n| (n.spot.tokens.start, n.spot.tokens.end));
    let mut end = 0;
    all.retain(|n| {
        let free = n.spot.tokens.start >= end;
        if free {
            end = n.spot.tokens.end;
        }
        free
    });
    all
}

/// What one phrase makes.
pub struct Phrase {
    pub namings: Vec<Naming>,
    /// The plain namings it is made of.
    pub uses: Vec<usize>,
    /// First token behind it.
    pub until: usize,
}

pub struct Composer<'a> {
    pub text: &'a Text<'a>,
    pub gazetteer: &'a Gazetteer,
    pub namings: Vec<Naming>,
    pub at_token: Vec<Option<usize>>,
}

impl Composer<'_> {
    fn phrase(&self, at: usize) -> Option<Phrase> {
        let text = self.text;
        if text.tokens()[at].script == Script::Latin {
            return self.latin_countryside(at).or_else(|| self.english_site(at));
        }
        let noun = place_words::noun_at(text, at)?;
        if noun.noun.slug == "countryside" {
            return self.countryside(at, noun);
        }
        if noun.prefix.article && noun.noun.is_site() {
            return self.described_site(at, noun);
        }
        if noun.prefix.article || noun.possessed {
            return None;
        }
        if noun.noun.several {
            return if noun.noun.opens_unknown {
                self.list(at, noun)
            } else {
                None
            };
        }
        if noun.noun.with_name {
            return self.with_its_noun(at, noun);
        }
        if noun.noun.opens_unknown {
            return self.unlisted(at, noun);
        }
        None
    }

    /// The naming that begins at a token, past an opening quotation mark.
    pub fn naming_from(&self, at: usize) -> Option<usize> {
        let at = if self.text.word_at(at) == "\"" {
            at + 1
        } else {
            at
        };
        let index = (*self.at_token.get(at)?)?;
        (self.namings[index].spot.tokens.start == at).then_some(index)
    }
}
