//! The walk to the left: from the words of a distance to the place they are said of.

use super::direction::Direction;
use super::ends::{Ends, Named, REACH};
use super::length;
use super::vocabulary::{Sense, WORDS};
use crate::analysis::MentionKind;
use crate::geoparse::lexicon::Found;

/// What stands before the words of a distance.
#[derive(Debug, Default)]
pub struct Before {
    /// The place that is described.
    pub to: Option<usize>,
    /// Further places that the same words describe.
    pub and: Vec<usize>,
    /// A direction said of it on the way, and from where.
    pub direction: Option<(Direction, Option<usize>)>,
    /// "منها" stands before.
    pub itself: bool,
    /// Nothing but links stand before: the place follows, or was the matter of the sentence before.
    pub open: bool,
}

impl Ends<'_> {
    /// Walks left from token `end`, where the words of a distance begin, to what they are said of.
    ///
    /// Passes over commas, adjectives, "التي تقع", over holders ("في محافظة حلب") and directions
    /// ("شرقي تدمر"), and stops at any other word; `anew` ("وهي تبعد") lets it pass over those too.
    /// A place with the name of `from` is never the far end, nor is a governorate, unless it is the
    /// `subject` of a verb.
    pub fn before(&self, end: usize, mut anew: bool, subject: bool, from: Option<usize>) -> Before {
        let mut out = Before::default();
        let mut both = false;
        let mut held = None;
        let mut adjectives = 0;
        let mut jumped = false;
        let mut at = end;
        let limit = end.saturating_sub(REACH);
        while at > limit && self.same_sentence(at - 1, end.min(self.text.tokens().len() - 1)) {
            if let Some(spot) = self.spot_at(at - 1) {
                let start = self.spots[spot].tokens.start;
                let may_end = subject || self.kind(spot) != MentionKind::Admin;
                let holder = self.holder(spot);
                if let Some(direction) = self.direction_to(spot) {
                    at = direction.tokens.start;
                    out.direction.get_or_insert((direction, Some(spot)));
                } else if let Some(alias) = self.alias(spot) {
                    at = alias;
                } else if self.same_name(Some(spot), from)
                    || self.is_counted_from(spot, Sense::Between)
                    || (anew && self.is_counted_from(spot, Sense::From))
                {
                    at = start;
                    anew = true;
                } else if let Some((holder, false)) = holder
                    && (anew || self.is_region(spot))
                {
                    if may_end {
                        held = Some(spot);
                    }
                    at = holder;
                } else if may_end {
                    out.to = Some(spot);
                    if both {
                        out.and = self.joined_before(spot);
                    }
                    self.look_past(holder.map_or(start, |(holder, _)| holder), &mut out);
                    return out;
                } else {
                    at = start;
                }
                // Backwards only, whatever the spots say of their tokens.
                at = at.min(start);
                continue;
            }
            if let Some(direction) = self.direction_ending(at)
                && (direction.adverb || direction.led)
            {
                at = direction.tokens.start;
                if !jumped {
                    out.direction.get_or_insert((direction, None));
                }
            } else if let Some(length) = length::ending(self.text, at) {
                at = length;
            } else if let Some(step) = self.step(at) {
                anew |= step.meaning == Sense::Anew
                    || (step.meaning == Sense::Link && step.prefix.conjunction);
                both |= step.meaning == Sense::Both;
                out.itself |= step.meaning == Sense::Itself;
                at = step.tokens.start;
                // "شرق سوريا".
                if step.meaning == Sense::Land
                    && let Some(direction) = self.direction_ending(at)
                {
                    at = direction.tokens.start;
                }
            } else if self.is_mark(at - 1, &["،", ",", "\"", "(", ")", "[", "]", "-", "'"]) {
                at -= 1;
            } else if anew {
                jumped = true;
                at -= 1;
            } else if self.is_definite(at - 1) && adjectives < 2 {
                adjectives += 1;
                at -= 1;
            } else {
                out.to = held;
                return out;
            }
        }
        out.to = held;
        out.open = held.is_none();
        out
    }

    /// Words that the walk to the left passes over.
    fn step(&self, end: usize) -> Option<Found<Sense>> {
        let passed = |sense| {
            matches!(
                sense,
                Sense::Link
                    | Sense::Anew
                    | Sense::Both
                    | Sense::Within
                    | Sense::Head
                    | Sense::Region
                    | Sense::Land
                    | Sense::Itself
                    | Sense::Not
                    | Sense::NotAfter
            )
        };
        self.outside(end.checked_sub(1)?)
            .then(|| WORDS.ending(self.text, end, passed))?
    }

    /// Takes a direction that stands before the far end: "شمال شرق القريتين، في قرية …".
    fn look_past(&self, start: usize, out: &mut Before) {
        let mut at = start;
        while at > 0 && self.is_mark(at - 1, &["،", ","]) {
            at -= 1;
        }
        if let Some(spot) = at.checked_sub(1).and_then(|last| self.spot_at(last))
            && let Some(direction) = self.direction_to(spot)
        {
            out.direction.get_or_insert((direction, Some(spot)));
        }
    }

    /// The place that "شمال شرق القريتين، في منطقة البارة" puts there: behind the anchor and في.
    pub fn within_behind(&self, anchor: usize) -> Option<usize> {
        let end = self.spots[anchor].tokens.end;
        let within = self.at(
            end + usize::from(self.is_mark(end, &["،", ","])),
            Sense::Within,
        )?;
        match self.point_behind(within.tokens.end)? {
            Named::Spot(spot, _) if self.same_sentence(end - 1, within.tokens.end) => Some(spot),
            _ => None,
        }
    }

    /// A spot with those that و joins to it from before, in the order of the text.
    pub fn listed_with(&self, spot: usize) -> Vec<usize> {
        let mut all = vec![spot];
        all.extend(self.joined_before(spot));
        all.reverse();
        all
    }

    /// Spots joined by و directly before a spot: "قريتا كذا وكذا".
    fn joined_before(&self, spot: usize) -> Vec<usize> {
        let mut out = Vec::new();
        let mut last = spot;
        while let Some(before) = last.checked_sub(1) {
            let (end, start) = (self.spots[before].tokens.end, self.spots[last].tokens.start);
            let glued = end == start && self.text.word_at(start).starts_with('و');
            // قرى "كذا"، و"كذا"
            let apart = end < start
                && start - end <= 4
                && (end..start)
                    .all(|at| self.is_mark(at, &["،", ",", "\""]) || self.only_joins(at..at + 1))
                && (end..start).any(|at| self.only_joins(at..at + 1));
            if !(glued || apart) {
                break;
            }
            out.push(before);
            last = before;
        }
        out
    }
}
