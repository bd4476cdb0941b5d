//! Names put together with the words around them: countrysides, sites, and names that no gazetteer has.

use super::Spot;
use super::distance::direction;
use super::licence;
use super::place_words::{self, Noun, NounUse};
use super::spot::Naming;
use crate::analysis::MentionKind;
use crate::gazetteer::{Gazetteer, Kind};
use crate::geodesy::Wind;
use crate::text::{Script, Text, TokenKind};
use std::ops::Range;

/// What a name weighs that only its generic noun makes one.
const BY_ITS_NOUN: f64 = 2.5;

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
    all.sort_by_key(|n| (n.spot.tokens.start, n.spot.tokens.end));
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

/// The side of a countryside that an adjective names: ريف حماة الشمالي, northern Hama countryside.
pub fn side_at(text: &Text, at: usize) -> Option<(Wind, usize)> {
    let found = direction::at(text, at)?;
    let latin = text.tokens()[at].script == Script::Latin;
    let adjective = !found.adverb && !found.led && (found.definite || latin);
    adjective.then_some((found.wind, found.tokens.end))
}

/// What one phrase makes.
struct Phrase {
    namings: Vec<Naming>,
    /// The plain namings it is made of.
    uses: Vec<usize>,
    /// First token behind it.
    until: usize,
}

struct Composer<'a> {
    text: &'a Text<'a>,
    gazetteer: &'a Gazetteer,
    namings: Vec<Naming>,
    at_token: Vec<Option<usize>>,
}

impl Composer<'_> {
    fn phrase(&self, at: usize) -> Option<Phrase> {
        let text = self.text;
        if text.tokens()[at].script == Script::Latin {
            return self.latin_countryside(at);
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
    fn naming_from(&self, at: usize) -> Option<usize> {
        let at = if self.text.word_at(at) == "\"" {
            at + 1
        } else {
            at
        };
        let index = (*self.at_token.get(at)?)?;
        (self.namings[index].spot.tokens.start == at).then_some(index)
    }

    /// ريف حماة الشمالي, الريف الشرقي لمدينة حمص, ريفي حماة وحمص.
    fn countryside(&self, at: usize, noun: NounUse) -> Option<Phrase> {
        let mut next = at + 1;
        let mut part = None;
        if noun.prefix.article {
            let (wind, behind) = side_at(self.text, next)?;
            part = Some(wind);
            next = behind;
        }
        // ريف مدينة حماة, لمدينة حمص
        let town_noun = place_words::noun_at(self.text, next)
            .filter(|n| matches!(n.noun.slug, "city" | "town" | "governorate"));
        if town_noun.is_some() {
            next += 1;
        }
        let first = self.naming_from(next)?;
        let bound = !noun.prefix.article
            || town_noun.is_some_and(|n| n.prefix.preposition == Some('ل'))
            || self
                .text
                .slice(
                    self.text.tokens()[next].start,
                    self.namings[first].spot.start,
                )
                .contains('ل');
        if !bound {
            return None;
        }
        let mut members = vec![first];
        let mut end = self.namings[first].spot.tokens.end;
        if self.text.word_at(at).ends_with("في")
            && let Some(second) = self.naming_from(end)
        {
            members.push(second);
            end = self.namings[second].spot.tokens.end;
        }
        if part.is_none()
            && let Some((wind, behind)) = side_at(self.text, end)
        {
            part = Some(wind);
            end = behind;
        }
        let namings = members
            .iter()
            .enumerate()
            .map(|(i, &member)| {
                let from = if i == 0 {
                    at
                } else {
                    self.namings[member].spot.tokens.start
                };
                let to = if i + 1 == members.len() {
                    end
                } else {
                    self.namings[member].spot.tokens.end
                };
                let start = if i == 0 {
                    noun.start
                } else {
                    self.namings[member].spot.start
                };
                self.rural(from..to, start, noun, part, member)
            })
            .collect();
        Some(Phrase {
            namings,
            uses: members,
            until: end,
        })
    }

    /// "Aleppo countryside", "northern Hama countryside", "countryside of Idlib", "rural Damascus".
    fn latin_countryside(&self, at: usize) -> Option<Phrase> {
        let text = self.text;
        let (mut part, mut next) = match side_at(text, at) {
            Some((wind, next)) => (Some(wind), next),
            None => (None, at),
        };
        let noun_before = place_words::noun_at(text, next)
            .filter(|n| n.noun.slug == "countryside" && text.word_at(next + 1) == "of");
        let rural = text.word_at(next) == "rural";
        if noun_before.is_some() {
            next += 2;
        } else if rural {
            next += 1;
        }
        while matches!(text.word_at(next), "the" | "al" | "-") {
            next += 1;
        }
        let member = self.naming_from(next)?;
        let mut end = self.namings[member].spot.tokens.end;
        let mut noun = noun_before;
        if noun.is_none() && !rural {
            if text.word_at(end) == "'" {
                end += 1;
            }
            if text.word_at(end) == "s" {
                end += 1;
            }
            if part.is_none()
                && let Some((wind, behind)) = side_at(text, end)
            {
                part = Some(wind);
                end = behind;
            }
            noun = place_words::noun_at(text, end).filter(|n| n.noun.slug == "countryside");
            noun?;
            end += 1;
        }
        let noun = noun.or_else(|| place_words::noun_at(text, at))?;
        let start = text.tokens()[at].start;
        Some(Phrase {
            namings: vec![self.rural(at..end, start, noun, part, member)],
            uses: vec![member],
            until: end,
        })
    }

    fn rural(
        &self,
        tokens: Range<usize>,
        start: u32,
        noun: NounUse,
        part: Option<Wind>,
        member: usize,
    ) -> Naming {
        let host = self.namings[member].spot.places.clone();
        // ريف دمشق is a governorate of its own.
        let own: Vec<u32> = if part.is_none() {
            self.governorate_called_countryside(&host)
        } else {
            Vec::new()
        };
        Naming {
            spot: Spot {
                start,
                end: self.text.tokens()[tokens.end - 1].end,
                tokens,
                kind: if own.is_empty() {
                    MentionKind::Rural
                } else {
                    MentionKind::Admin
                },
                places: own,
            },
            noun: Some(noun),
            part,
            host,
            own_name: false,
            weight: self.namings[member].weight.max(BY_ITS_NOUN),
        }
    }

    /// The governorate whose own name is "the countryside of" one of these places.
    fn governorate_called_countryside(&self, host: &[u32]) -> Vec<u32> {
        let named_so = |name: &str| {
            self.gazetteer
                .names(Script::Arabic)
                .bearers_of(&crate::text::fold_name(&format!("ريف {name}")))
                .iter()
                .map(|b| b.place)
                .filter(|&p| {
                    let place = self.gazetteer.place(p);
                    place.kind == Kind::Governorate && place.name_ar.contains("ريف")
                })
                .collect::<Vec<u32>>()
        };
        host.iter()
            .map(|&p| named_so(&self.gazetteer.place(p).name_ar))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// مطار حماة العسكري, سجن تدمر, مستشفى الرحمة في خان شيخون, جبال بلودان.
    fn with_its_noun(&self, at: usize, noun: NounUse) -> Option<Phrase> {
        let mut name_at = at + 1;
        // مستشفى مدينة الباب
        if let Some(town) = place_words::noun_at(self.text, name_at)
            && matches!(town.noun.slug, "city" | "town" | "village" | "camp")
            && !town.prefix.article
            && self.naming_from(name_at + 1).is_some()
        {
            name_at += 1;
        }
        let member = self.naming_from(name_at);
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
                let end = self.unknown_name(name_at, noun.noun)?;
                let host = self.town_behind(end);
                (end, host, Vec::new())
            }
            None => return None,
        };
        let end = self.past_adjective(end);
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
                        .map_or(MentionKind::Site, |&k| super::spot::kind_of(k)),
                    places: Vec::new(),
                },
                noun: Some(noun),
                part: None,
                host,
                own_name: member.is_none(),
                weight: BY_ITS_NOUN,
            }],
            uses,
            until: end,
        })
    }

    /// المسجد الكبير في بلدة عندان, السجن المركزي بحلب: named by what it is and where.
    fn described_site(&self, at: usize, noun: NounUse) -> Option<Phrase> {
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
    fn unlisted(&self, at: usize, noun: NounUse) -> Option<Phrase> {
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
    fn list(&self, at: usize, noun: NounUse) -> Option<Phrase> {
        let text = self.text;
        let mut found = Vec::new();
        let mut known = 0;
        let mut next = at + 1;
        let mut first = true;
        loop {
            if matches!(text.word_at(next), "،" | "," | "و") {
                next += 1;
            }
            if matches!(text.word_at(next), "\"" | "و") {
                next += 1;
            }
            let joined = first
                || text.word_at(next).starts_with('و')
                || matches!(text.word_at(next - 1), "و" | "،" | "," | "\"");
            if !joined {
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
        Naming {
            spot: Spot {
                start,
                end: self.text.tokens()[tokens.end - 1].end,
                tokens,
                kind: MentionKind::Place,
                places: Vec::new(),
            },
            noun: Some(noun),
            part: None,
            host: Vec::new(),
            own_name: true,
            weight: BY_ITS_NOUN,
        }
    }

    /// The end of the unknown name that begins at a token: one word, or two when the first only opens a name.
    fn unknown_name(&self, at: usize, noun: &Noun) -> Option<usize> {
        let text = self.text;
        let fit = |index: usize| {
            text.tokens().get(index).is_some_and(|token| {
                token.kind == TokenKind::Word
                    && token.script == Script::Arabic
                    && self.at_token[index].is_none()
                    && token.end - token.start >= 3
                    // "مخيم للاجئين", "مشفى بالمدينة": what the noun is for or in, no name.
                    && !text.word(token).starts_with("لل")
                    && !text.word(token).starts_with("بال")
                    && !place_words::is_no_name(text.word(token))
            })
        };
        if !fit(at) {
            return None;
        }
        if let Some(inner) = place_words::noun_at(text, at) {
            let opens = inner.noun.with_name && !inner.prefix.article && !noun.with_name;
            return (opens && fit(at + 1)).then_some(at + 2);
        }
        let opens = matches!(
            text.word_at(at),
            "كفر"
                | "ابو"
                | "ام"
                | "عين"
                | "خان"
                | "بيت"
                | "دير"
                | "خربه"
                | "رسم"
                | "جب"
                | "بير"
                | "حوش"
                | "شيخ"
                | "الشيخ"
                | "باب"
                | "راس"
                | "مزرعه"
                | "عبد"
        );
        if opens {
            return fit(at + 1).then_some(at + 2);
        }
        Some(at + 1)
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
