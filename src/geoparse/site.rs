//! Sites named by a generic noun, and names behind a noun that no gazetteer has.

use super::phrase::{BY_ITS_NOUN, Composer, Phrase};
use super::place_words::{self, Noun, NounUse};
use super::spot::{Naming, kind_of};
use super::{Spot, licence};
use crate::analysis::MentionKind;
use crate::gazetteer::Class;
use crate::text::{Script, Text, TokenKind, fold_name};
use std::ops::Range;

/// A name in quotation marks has at most so many words.
const MOST_QUOTED: usize = 5;

impl Composer<'_> {
    /// مطار حماة العسكري, سجن تدمر, مستشفى الرحمة في خان شيخون, جبال بلودان.
    pub fn with_its_noun(&self, at: usize, noun: NounUse) -> Option<Phrase> {
        let mut name_at = at + 1;
        // مستشفى مدينة الباب
        if let Some(town) = place_words::noun_at(self.text, name_at)
            && matches!(town.noun.slug, "city" | "town" | "village" | "camp")
            && !town.prefix.article
            && self.naming_from(name_at + 1).is_some()
        {
            name_at += 1;
        }
        let member = self
            .naming_from(name_at)
            .filter(|&m| self.fills_its_quotation(m));
        let (end, host, uses) = match member {
            Some(_) if noun.noun.slug == "road" => return None,
            Some(member) => {
                let inner = &self.namings[member];
                let is_settlement = licence::has_settlement(self.gazetteer, &inner.spot.places)
                    || licence::has_governorate(self.gazetteer, &inner.spot.places);
                if !is_settlement || inner.spot.tokens.start < name_at {
                    return None;
                }
                (
                    inner.spot.tokens.end,
                    inner.spot.places.clone(),
                    vec![member],
                )
            }
            None if noun.noun.opens_unknown => {
                let mark = usize::from(self.text.word_at(name_at) == "\"");
                let end = self.unknown_name(name_at + mark, noun.noun)?;
                let host = self.town_behind(end);
                (end, host, Vec::new())
            }
            None => return None,
        };
        let closes =
            self.text.word_at(end) == "\"" && (at..end).any(|i| self.text.word_at(i) == "\"");
        let end = self.past_adjective(end + usize::from(closes));
        let uses = (at..end)
            .filter_map(|token| self.at_token[token])
            .chain(uses)
            .collect();
        Some(Phrase {
            namings: vec![Naming {
                spot: Spot {
                    start: noun.start,
                    end: self.text.tokens()[end - 1].end,
                    tokens: at..end,
                    kind: noun
                        .noun
                        .kinds()
                        .first()
                        .map_or(MentionKind::Site, |&k| kind_of(k)),
                    places: Vec::new(),
                },
                noun: Some(noun),
                part: None,
                host,
                holder: Vec::new(),
                own_name: member.is_none(),
                weight: BY_ITS_NOUN,
            }],
            uses,
            until: end,
        })
    }

    /// Whether a name in quotation marks is all that stands in them: not the عمر of "عمر بن الخطاب".
    fn fills_its_quotation(&self, naming: usize) -> bool {
        let tokens = &self.namings[naming].spot.tokens;
        self.quoted(tokens.start)
            .is_none_or(|end| end == tokens.end)
    }

    /// المسجد الكبير في بلدة عندان, السجن المركزي بحلب: named by what it is and where.
    pub fn described_site(&self, at: usize, noun: NounUse) -> Option<Phrase> {
        let end = self.past_adjective(at + 1);
        let host = self.town_behind(end);
        if end == at + 1 || host.is_empty() {
            return None;
        }
        let mut naming = self.unlisted_naming(at..end, noun.start, noun);
        naming.spot.kind = MentionKind::Site;
        naming.host = host;
        naming.own_name = noun.noun.slug == "school";
        Some(Phrase {
            namings: vec![naming],
            uses: Vec::new(),
            until: end,
        })
    }

    /// قرية كذا: a name nobody lists.
    pub fn unlisted(&self, at: usize, noun: NounUse) -> Option<Phrase> {
        if self.naming_from(at + 1).is_some() {
            return None;
        }
        let from = if self.text.word_at(at + 1) == "\"" {
            at + 2
        } else {
            at + 1
        };
        let end = self.unknown_name(from, noun.noun)?;
        let start = self.text.tokens()[from].start;
        Some(Phrase {
            namings: vec![self.unlisted_naming(from..end, start, noun)],
            uses: Vec::new(),
            until: end,
        })
    }

    /// قرى كذا وكذا والباب: the names of a list that nobody lists, beside one that somebody does.
    pub fn list(&self, at: usize, noun: NounUse) -> Option<Phrase> {
        let text = self.text;
        let mut found = Vec::new();
        let mut known = 0;
        let mut next = at + 1;
        let mut first = true;
        loop {
            let mut joined = first;
            while matches!(text.word_at(next), "،" | "," | "و" | "\"") {
                joined |= text.word_at(next) != "\"";
                next += 1;
            }
            if !(joined || text.word_at(next).starts_with('و')) {
                break;
            }
            if let Some(member) = self.naming_from(next) {
                known += 1;
                next = self.namings[member].spot.tokens.end;
            } else if let Some(end) = self.unknown_name(next, noun.noun) {
                let and = u32::from(!first && text.word_at(next).starts_with('و'));
                found.push(self.unlisted_naming(next..end, text.tokens()[next].start + and, noun));
                next = end;
            } else {
                break;
            }
            if text.word_at(next) == "\"" {
                next += 1;
            }
            first = false;
        }
        // An unknown word at the very end may be anything; between known names it is one of them.
        let pair = text.word_at(at).ends_with("تي") && found.len() + known == 2;
        if found.is_empty() || !(known > 0 || pair) {
            return None;
        }
        Some(Phrase {
            namings: found,
            uses: Vec::new(),
            until: at + 1,
        })
    }

    fn unlisted_naming(&self, tokens: Range<usize>, start: u32, noun: NounUse) -> Naming {
        let end = self.text.tokens()[tokens.end - 1].end;
        Naming {
            spot: Spot {
                start,
                end,
                tokens,
                kind: MentionKind::Place,
                places: self.settlements_called(self.text.slice(start, end)),
            },
            noun: Some(noun),
            part: None,
            host: Vec::new(),
            holder: Vec::new(),
            own_name: true,
            weight: BY_ITS_NOUN,
        }
    }

    /// Settlements of a name that by itself was too ordinary a word to be taken for one.
    fn settlements_called(&self, name: &str) -> Vec<u32> {
        let folded = fold_name(name);
        let core = folded.strip_prefix("ال");
        let names = self.gazetteer.names(Script::Arabic);
        let bearers = names.bearers_of(core.unwrap_or(&folded)).iter();
        bearers
            .filter(|b| b.article == core.is_some())
            .map(|b| b.place)
            .filter(|&p| self.gazetteer.place(p).kind.class() == Class::Settlement)
            .collect()
    }

    /// The end of the unknown name that begins at a token: what stands in quotation marks; one word; two when
    /// the first only opens a name or both have the article (دوار الكرة الأرضية).
    fn unknown_name(&self, at: usize, noun: &Noun) -> Option<usize> {
        let text = self.text;
        if let Some(end) = self.quoted(at) {
            return Some(end);
        }
        let word = |index: usize| {
            text.tokens().get(index).is_some_and(|token| {
                token.kind == TokenKind::Word
                    && token.script == Script::Arabic
                    && self.at_token[index].is_none()
                    // "مخيم للاجئين", "مشفى بالمدينة": what the noun is for or in, no name.
                    && !text.word(token).starts_with("لل")
                    && !text.word(token).starts_with("بال")
                    && !place_words::is_no_name(text.word(token))
            })
        };
        let fit = |index: usize| word(index) && text.word_at(index).chars().count() >= 3;
        // جبل الـ 47
        if text.word_at(at) == "ال" && is_number(text, at + 1) {
            return Some(at + 2);
        }
        if word(at) && place_words::opens_name(text.word_at(at)) {
            return fit(at + 1).then_some(at + 2);
        }
        if !fit(at) {
            return None;
        }
        if let Some(inner) = place_words::noun_at(text, at) {
            let opens = inner.noun.with_name && !inner.prefix.article && !noun.with_name;
            return (opens && fit(at + 1)).then_some(at + 2);
        }
        let definite = |index: usize| text.word_at(index).starts_with("ال");
        let two = noun.with_name && definite(at) && definite(at + 1) && fit(at + 1);
        Some(at + if two { 2 } else { 1 })
    }

    /// The end of a name that stands in quotation marks from token `at` on: its closing mark.
    fn quoted(&self, at: usize) -> Option<usize> {
        let text = self.text;
        if at == 0 || text.word_at(at - 1) != "\"" {
            return None;
        }
        let words = (at..at + MOST_QUOTED).take_while(|&i| {
            let token = text.tokens().get(i);
            token.is_some_and(|t| t.kind == TokenKind::Word && t.script == Script::Arabic)
        });
        let end = at + words.count();
        (end > at && text.word_at(end) == "\"").then_some(end)
    }

    /// Past "العسكري", "الوطني", "الحدودي" behind a site's name.
    fn past_adjective(&self, end: usize) -> usize {
        let is_adjective = place_words::is_definite_adjective(self.text.word_at(end))
            && self.at_token.get(end).is_some_and(Option::is_none);
        if is_adjective { end + 1 } else { end }
    }

    /// The town that "في" or ب behind a site names.
    fn town_behind(&self, end: usize) -> Vec<u32> {
        let text = self.text;
        let end = self.past_adjective(end);
        let end = if text.word_at(end) == "\"" {
            end + 1
        } else {
            end
        };
        let mut at = end;
        let mut bound = false;
        if text.word_at(at) == "في" {
            bound = true;
            at += 1;
        }
        if let Some(noun) = place_words::noun_at(text, at)
            && !noun.noun.with_name
            && (bound || noun.prefix.preposition == Some('ب'))
        {
            bound = true;
            at += 1;
        }
        let Some(index) = self.naming_from(at) else {
            return Vec::new();
        };
        let spot = &self.namings[index].spot;
        let clitic = text
            .slice(text.tokens()[spot.tokens.start].start, spot.start)
            .contains('ب');
        if bound || clitic {
            spot.places.clone()
        } else {
            Vec::new()
        }
    }
}

fn is_number(text: &Text, at: usize) -> bool {
    let token = text.tokens().get(at);
    token.is_some_and(|token| token.kind == TokenKind::Number)
}
