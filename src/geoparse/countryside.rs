//! Countrysides put together from their words, with the side that an adjective names.

use super::Spot;
use super::distance::direction;
use super::phrase::{BY_ITS_NOUN, Composer, Phrase};
use super::place_words::{self, NounUse};
use super::spot::Naming;
use crate::analysis::MentionKind;
use crate::gazetteer::Kind;
use crate::geodesy::Wind;
use crate::text::{Script, Text};
use std::ops::Range;

/// The side of a countryside that an adjective names: ريف حماة الشمالي, northern Hama countryside.
pub fn side_at(text: &Text, at: usize) -> Option<(Wind, usize)> {
    let found = direction::at(text, at)?;
    let latin = text.tokens()[at].script == Script::Latin;
    let adjective = !found.adverb && !found.led && (found.definite || latin);
    adjective.then_some((found.wind, found.tokens.end))
}

impl Composer<'_> {
    /// ريف حماة الشمالي, الريف الشرقي لمدينة حمص, ريفي حماة وحمص.
    pub fn countryside(&self, at: usize, noun: NounUse) -> Option<Phrase> {
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
        if self.is_dual(at)
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
        let second_side = self.second_side(at, end, members.len());
        let mut namings: Vec<Naming> = members
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
        if let Some((wind, behind)) = second_side.filter(|_| part.is_some()) {
            let start = self.text.tokens()[end].start + 1;
            namings.push(self.rural(end..behind, start, noun, Some(wind), first));
            end = behind;
        }
        Some(Phrase {
            namings,
            uses: members,
            until: end,
        })
    }

    /// ريفي or ريفا: two countrysides follow.
    fn is_dual(&self, at: usize) -> bool {
        let word = self.text.word_at(at);
        word.ends_with("ريفي") || word.ends_with("ريفا")
    }

    /// The other side of the one town of a dual: ريفي إدلب الجنوبي والشرقي.
    fn second_side(&self, at: usize, end: usize, towns: usize) -> Option<(Wind, usize)> {
        let dual = self.is_dual(at) && towns == 1;
        let joined = self.text.word_at(end).starts_with('و');
        side_at(self.text, end).filter(|_| dual && joined)
    }

    /// "Aleppo countryside", "northern Hama countryside", "countryside of Idlib", "rural Damascus".
    pub fn latin_countryside(&self, at: usize) -> Option<Phrase> {
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
            holder: Vec::new(),
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
}
