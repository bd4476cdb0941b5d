//! One length with the words around it: is it a distance, which way, and between which places?

use super::before::Before;
use super::ends::{Ends, Named};
use super::length::{self, Length};
use super::vocabulary::{Sense, WORDS};
use crate::geodesy::Wind;
use crate::geoparse::border::Border;
use crate::geoparse::lexicon::Found;

/// How many tokens before a length the words may stand that make it a distance, or none.
const FRAME_REACH: usize = 20;
const NOT_REACH: usize = 8;

/// What was read of one length.
pub struct Reading {
    pub wind: Option<Wind>,
    pub from: Option<usize>,
    pub to: Option<usize>,
    /// Further far ends of the same words, the one named last first.
    pub and: Vec<usize>,
    /// It is counted from a line, not from a place.
    pub from_line: bool,
    /// The border that it is counted from.
    pub border: Option<Border>,
    /// The token behind all that belongs to it.
    pub end: usize,
}

/// What the words on one side of a length name.
#[derive(Debug, Default)]
struct Said {
    wind: Option<Wind>,
    from: Option<Named>,
    /// "from it".
    itself: bool,
    /// The subject of تبعد, where it stands behind it.
    subject: Option<Named>,
    /// What "still to go to" leads to.
    goal: Option<usize>,
    /// The token behind.
    end: usize,
}

impl Said {
    /// Takes what a preposition leads to.
    fn name(&mut self, named: Named) {
        self.from = Some(named);
        if let Named::Spot(_, next) = named {
            self.end = next;
        }
    }

    fn spot(&self) -> Option<usize> {
        match self.from {
            Some(Named::Spot(spot, _)) => Some(spot),
            _ => None,
        }
    }
}

/// Reads one length with what stands around it.
pub struct Reader<'a> {
    pub ends: &'a Ends<'a>,
    pub length: &'a Length,
    /// The distance read before this one, if the length before was one.
    pub last: Option<&'a Reading>,
    /// Behind all that belongs to the length before.
    pub limit: usize,
}

impl Reader<'_> {
    /// `None` where the length is that of a thing and not between places.
    pub fn read(&self) -> Option<Reading> {
        let ends = self.ends;
        let frame = self.frame();
        if frame.as_ref().is_some_and(|f| f.meaning == Sense::Not) {
            return None;
        }
        let sense = frame.as_ref().map(|f| f.meaning);
        let behind = self.behind();
        let joined = self.last.filter(|last| {
            last.end <= self.length.phrase.start
                && ends.same_sentence(last.end.saturating_sub(1), self.length.tokens.start)
                && ends.only_joins(last.end..self.length.phrase.start)
        });
        let inside = match &frame {
            Some(f) if matches!(f.meaning, Sense::Verb | Sense::Parts) => self.inside(f.tokens.end),
            _ => Said::default(),
        };
        let named = behind.spot().or(inside.spot());
        let begin = frame
            .as_ref()
            .map_or(self.length.phrase.start, |f| f.tokens.start);
        let anew = frame.as_ref().is_some_and(|f| f.prefix.conjunction);
        let subject = sense == Some(Sense::Verb);
        let before = ends.before(begin, anew, subject, named);
        if !self.is_distance(sense, &behind, &inside, &before, joined.is_some()) {
            return None;
        }

        if let Some(goal) = behind.goal {
            let stand = behind.spot().filter(|&from| from != goal);
            return Some(Reading {
                wind: None,
                from: stand.or(Some(goal)),
                to: stand.map(|_| goal),
                and: vec![],
                from_line: false,
                border: None,
                end: behind.end,
            });
        }
        let told = behind.from.is_some() || inside.from.is_some();
        let (to, and) = match (inside.subject, joined) {
            (Some(Named::Spot(spot, _)), _) => (Some(spot), vec![]),
            (Some(Named::Unnamed | Named::Line(_)), _) => (None, vec![]),
            (None, Some(last)) => (last.to, last.and.clone()),
            (None, None) if before.to.is_none() && ends.begins_with_pronoun(begin) => {
                (ends.topic_before(begin), vec![])
            }
            (None, None) if before.open => (self.far_from_here(behind.end), vec![]),
            (None, None) => (before.to, before.and.clone()),
        };
        let to = to.filter(|_| !ends.same_name(to, named));
        let passed = before.direction.as_ref().filter(|(_, from)| {
            joined.is_none()
                && match (*from, named) {
                    (Some(_), None) => !told,
                    (Some(from), Some(named)) => {
                        ends.is_reference(named) || ends.same_name(Some(from), Some(named))
                    }
                    (None, _) => true,
                }
        });
        let wind = behind
            .wind
            .or(inside.wind)
            .or(passed.map(|(direction, _)| direction.wind));
        let from = if named.is_some() || told {
            named
        } else if behind.itself || inside.itself || before.itself {
            self.named_before(to)
        } else if let Some(from) = passed.and_then(|(_, from)| *from) {
            Some(from)
        } else {
            self.named_before(to)
        };
        let line = [behind.from, inside.from]
            .into_iter()
            .find_map(|named| match named {
                Some(Named::Line(border)) if from.is_none() => Some(border),
                _ => None,
            });
        Some(Reading {
            wind,
            from,
            to,
            and,
            from_line: line.is_some(),
            border: line.flatten(),
            end: behind.end,
        })
    }

    /// The words nearest before the length that make it a distance, or say that it is none.
    fn frame(&self) -> Option<Found<Sense>> {
        let ends = self.ends;
        let start = self.length.phrase.start;
        let limit = self.limit.min(start).max(start.saturating_sub(FRAME_REACH));
        let frames = |sense| {
            matches!(
                sense,
                Sense::Stands | Sense::Verb | Sense::Parts | Sense::Far | Sense::Not
            )
        };
        let mut far = None;
        let mut brackets = 0;
        let (mut comma, mut link) = (false, false);
        let mut at = start;
        while at > limit && ends.same_sentence(at - 1, start) {
            if ends.spot_at(at - 1).is_some() {
                at -= 1;
                continue;
            }
            if ends.is_mark(at - 1, &[")"]) {
                brackets += 1;
            } else if ends.is_mark(at - 1, &["("]) {
                brackets -= 1;
                if brackets < 0 {
                    break;
                }
            }
            // The words before another length are that one's.
            if length::ending(ends.text, at).is_some() {
                break;
            }
            comma |= ends.is_mark(at - 1, &["،", ",", "؛", ";"]);
            link |= ends.linked(at);
            let found = WORDS
                .ending(ends.text, at, frames)
                .filter(|found| found.tokens.start >= limit);
            let Some(found) = found else {
                at -= 1;
                continue;
            };
            at = found.tokens.start;
            match found.meaning {
                Sense::Far => far = far.or(Some(found)),
                Sense::Not if comma || start - at > NOT_REACH => {}
                Sense::Verb if comma && link => {}
                Sense::Stands if comma || start - at > NOT_REACH => {}
                _ => return Some(found),
            }
        }
        far
    }

    /// What the words behind the length say.
    fn behind(&self) -> Said {
        let ends = self.ends;
        let mut said = Said {
            end: self.length.phrase.end,
            ..Said::default()
        };
        if !ends.same_sentence(said.end, self.length.tokens.start) {
            return said;
        }
        if let Some(direction) = ends.direction_at(said.end) {
            said.wind = Some(direction.wind);
            said.end = direction.tokens.end;
            if self.counted_from(&mut said) || direction.adverb || direction.definite {
                return said;
            }
            let named = ends.named_at(said.end);
            said.name(named);
            return said;
        }
        if let Some(arrival) = ends.at(said.end, Sense::Arrival) {
            if let Named::Spot(goal, next) = ends.named_at(arrival.tokens.end) {
                said.goal = Some(goal);
                said.end = next;
                self.counted_from(&mut said);
            }
            return said;
        }
        // "أقل من كيلومترين اثنين، عن مقر …".
        let comma =
            usize::from(ends.is_mark(said.end, &["،"]) && ends.text.word_at(said.end + 1) == "عن");
        said.end += comma;
        if self.counted_from(&mut said)
            && let Some(direction) = ends.direction_at(said.end)
            && (direction.adverb || direction.led)
            && (direction.definite
                || !matches!(ends.named_at(direction.tokens.end), Named::Spot(..)))
        {
            said.wind = Some(direction.wind);
            said.end = direction.tokens.end;
        }
        said
    }

    /// Reads "من مدينة كذا" or "منها" at the end of what was said.
    fn counted_from(&self, said: &mut Said) -> bool {
        let ends = self.ends;
        if let Some(itself) = ends.at(said.end, Sense::Itself) {
            said.itself = true;
            said.end = itself.tokens.end;
            // "عنها (عفرين)".
            if ends.is_mark(said.end, &["("])
                && let named @ Named::Spot(..) = ends.named_at(said.end)
            {
                said.name(named);
                said.end += 1;
            }
            true
        } else if let Some(from) = ends.at(said.end, Sense::From) {
            said.end = from.tokens.end;
            let named = ends.named_at(said.end);
            said.name(named);
            true
        } else {
            false
        }
    }

    /// What stands between تبعد and the number: the subject, the place counted from, a direction.
    fn inside(&self, begin: usize) -> Said {
        let ends = self.ends;
        let stop = self.length.phrase.start;
        let mut said = Said {
            end: begin,
            ..Said::default()
        };
        while said.end < stop {
            let at = said.end;
            if let Some(direction) = ends.direction_at(at).filter(|d| d.led) {
                said.wind = Some(direction.wind);
                said.end = direction.tokens.end;
            } else if self.counted_from(&mut said) {
                let nameless = matches!(said.from, Some(Named::Unnamed | Named::Line(_)));
                if said.end > stop || nameless {
                    said.from = said.from.filter(|_| nameless).or(Some(Named::Unnamed));
                    break;
                }
            } else if let Some(between) = ends.at(at, Sense::Between) {
                said.end = between.tokens.end;
                let named = ends.named_at(said.end);
                said.name(named);
                let other =
                    said.end + usize::from(matches!(ends.text.word_at(said.end), "و" | "and"));
                if let named @ Named::Spot(_, next) = ends.named_at(other) {
                    said.subject = Some(named);
                    said.end = next;
                }
            } else if let Some(direction) = ends.direction_at(at) {
                said.wind = Some(direction.wind);
                said.end = direction.tokens.end;
            } else if ends.spot_at(at).is_some() {
                let named = ends.named_at(at);
                said.subject.get_or_insert(named);
                said.end = match named {
                    Named::Spot(_, next) => next,
                    Named::Unnamed | Named::Line(_) => at + 1,
                };
            } else if said.subject == Some(Named::Unnamed)
                && let Some(within) = ends.at(at, Sense::Within)
                && let Some(named @ Named::Spot(_, next)) = ends.point_behind(within.tokens.end)
            {
                // "its forces in the town of …"
                said.subject = Some(named);
                said.end = next;
            } else if ends.head_at(at).is_some() || ends.at(at, Sense::Far).is_some() {
                said.end += 1;
            } else {
                let word = ends.text.word_at(at);
                if word.chars().nth(1).is_some() && !ends.is_mark(at, &[word]) {
                    said.subject.get_or_insert(Named::Unnamed);
                }
                said.end += 1;
            }
        }
        said
    }

    /// Whether the length is a distance between places and not the length of something.
    fn is_distance(
        &self,
        frame: Option<Sense>,
        behind: &Said,
        inside: &Said,
        before: &Before,
        joined: bool,
    ) -> bool {
        let ends = self.ends;
        let counted = behind.from.is_some() || behind.itself;
        match frame {
            Some(Sense::Stands | Sense::Verb) => true,
            // "لا تفصله سوى 5 كم عن النصر": something else may be far.
            Some(Sense::Parts) => {
                behind.spot().or(inside.spot()).is_some() || behind.itself || inside.itself
            }
            Some(Sense::Far) => counted || behind.wind.is_some() || behind.goal.is_some(),
            _ if behind.goal.is_some() => true,
            _ => {
                let described = before.to.is_some() || joined;
                let beside = match before.direction {
                    Some((_, Some(from))) => ends.touches(from, self.length.phrase.start),
                    Some(_) => before.itself,
                    None => false,
                };
                match behind.spot() {
                    Some(_) if behind.wind.is_some() => true,
                    Some(from) => ends.is_point(from) && (described || !self.length.weak),
                    None if behind.wind.is_some() => described || beside,
                    None => {
                        let start = self.length.phrase.start;
                        // "Azaz, 5 km from the border"
                        let beyond = matches!(behind.from, Some(Named::Line(_)))
                            && start > 0
                            && ends.is_mark(start - 1, &["،", ",", "("]);
                        beside || (counted && described && (ends.linked(start) || beyond))
                    }
                }
            }
        }
    }

    /// The far end where nothing before names it: "تقع على بعد 25 كم غرب حلب، الأتارب بلدة…", "… تقع
    /// الأتارب", "… بلدة الأتارب", or what the sentence before speaks of.
    fn far_from_here(&self, end: usize) -> Option<usize> {
        let ends = self.ends;
        // "west of Aleppo city, Atarib is …".
        let head = ends.head_at(end);
        let after = head.as_ref().map_or(end, |head| head.tokens.end);
        let begin = if ends.is_mark(after, &["،", ","]) {
            Some(after + 1)
        } else {
            let link = ends.at(after, Sense::Link).map(|link| link.tokens.end);
            link.or(head.map(|_| after))
        };
        if let Some(begin) = begin.filter(|&begin| ends.same_sentence(end, begin))
            && let Named::Spot(spot, _) = ends.named_at(begin)
            && ends.spots[spot].tokens.start <= begin + 2
        {
            return Some(spot);
        }
        ends.topic_before(self.length.tokens.start)
    }

    /// What "منها" or nothing at all counts from: the far end told last, or the point named last.
    fn named_before(&self, to: Option<usize>) -> Option<usize> {
        let ends = self.ends;
        let start = self.length.tokens.start;
        let last = self
            .last
            .filter(|last| ends.same_sentence(last.end.saturating_sub(1), start))
            .and_then(|last| last.from.filter(|_| to.is_none()).or(last.to))
            .filter(|&spot| !ends.same_name(Some(spot), to));
        last.or_else(|| ends.last_point(start, to))
    }
}
