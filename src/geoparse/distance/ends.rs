//! From the words of a distance or a direction to the places at its ends.

use super::direction::{self, Direction};
use super::vocabulary::{Sense, WORDS};
use crate::analysis::MentionKind;
use crate::geoparse::Spot;
use crate::geoparse::border::Border;
use crate::geoparse::lexicon::Found;
use crate::text::{Text, TokenKind, fold_name};

/// How many tokens are walked from a length to a place, so that reading stays linear.
pub const REACH: usize = 28;

/// A text with its spots found by token.
pub struct Ends<'a> {
    pub text: &'a Text<'a>,
    pub spots: &'a [Spot],
    /// For every token the spot that it belongs to.
    owner: Vec<Option<usize>>,
}

/// What a preposition leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A spot, and the token behind it.
    Spot(usize, usize),
    /// A border, a coast, a front: a line and no place. Which border, if it is one of Syria's.
    Line(Option<Border>),
    /// Something else that is no spot: a crowd.
    Unnamed,
}

impl<'a> Ends<'a> {
    pub fn new(text: &'a Text<'a>, spots: &'a [Spot]) -> Ends<'a> {
        let mut owner = vec![None; text.tokens().len()];
        for (index, spot) in spots.iter().enumerate() {
            for token in spot.tokens.clone() {
                if let Some(owner @ None) = owner.get_mut(token) {
                    *owner = Some(index);
                }
            }
        }
        Ends { text, spots, owner }
    }

    /// The spot that token `at` belongs to.
    pub fn spot_at(&self, at: usize) -> Option<usize> {
        *self.owner.get(at)?
    }

    pub fn kind(&self, spot: usize) -> MentionKind {
        self.spots[spot].kind
    }

    /// Whether a spot is a point one can count from or to, not a stretch of land.
    pub fn is_point(&self, spot: usize) -> bool {
        matches!(
            self.kind(spot),
            MentionKind::Place | MentionKind::Site | MentionKind::Reference
        )
    }

    pub fn is_reference(&self, spot: usize) -> bool {
        self.kind(spot) == MentionKind::Reference
    }

    /// Whether nothing but a comma or a bracket stands between a spot and token `at`.
    pub fn touches(&self, spot: usize, at: usize) -> bool {
        let end = self.spots[spot].tokens.end;
        end <= at && (end..at).all(|t| self.is_mark(t, &["،", ",", "(", "\""]))
    }

    /// Whether the word before token `at` tells a position: "lies 20 km from".
    pub fn linked(&self, at: usize) -> bool {
        self.ending(at, Sense::Link).is_some()
    }

    pub fn at(&self, at: usize, sense: Sense) -> Option<Found<Sense>> {
        self.outside(at)
            .then(|| WORDS.at(self.text, at, |s| s == sense))?
    }

    pub fn ending(&self, end: usize, sense: Sense) -> Option<Found<Sense>> {
        self.outside(end.checked_sub(1)?)
            .then(|| WORDS.ending(self.text, end, |s| s == sense))?
    }

    /// A noun that stands before a name.
    pub fn head_at(&self, at: usize) -> Option<Found<Sense>> {
        self.at(at, Sense::Head)
            .or_else(|| self.at(at, Sense::Region))
    }

    fn head_ending(&self, end: usize) -> Option<Found<Sense>> {
        self.ending(end, Sense::Head)
            .or_else(|| self.ending(end, Sense::Region))
    }

    pub fn outside(&self, token: usize) -> bool {
        self.spot_at(token).is_none()
    }

    /// A direction that begins at `at`, if it is not part of a name.
    pub fn direction_at(&self, at: usize) -> Option<Direction> {
        direction::at(self.text, at).filter(|d| d.tokens.clone().all(|t| self.outside(t)))
    }

    pub fn direction_ending(&self, end: usize) -> Option<Direction> {
        direction::ending(self.text, end).filter(|d| d.tokens.clone().all(|t| self.outside(t)))
    }

    pub fn same_sentence(&self, one: usize, other: usize) -> bool {
        let sentence = |at: usize| self.text.tokens().get(at).map(|t| t.sentence);
        sentence(one).is_some() && sentence(one) == sentence(other)
    }

    pub fn is_mark(&self, at: usize, marks: &[&str]) -> bool {
        self.text
            .tokens()
            .get(at)
            .is_some_and(|t| t.kind == TokenKind::Mark)
            && marks.contains(&self.text.word_at(at))
    }

    /// A word with the article, as adjectives behind a definite noun have it.
    pub fn is_definite(&self, at: usize) -> bool {
        self.outside(at) && self.text.word_at(at).starts_with("ال")
    }

    /// What the words from `at` on name, behind a preposition or a direction.
    pub fn named_at(&self, at: usize) -> Named {
        let mut next = at;
        let mut behind_head = false;
        for _ in 0..8 {
            if let Some(spot) = self.spot_at(next) {
                return Named::Spot(spot, self.spots[spot].tokens.end.max(next + 1));
            }
            // "the border", "the Turkish border"
            let far = usize::from(behind_head && self.outside(next));
            if let Some(line) = (next..=next + far).find_map(|at| self.line_at(at)) {
                return Named::Line(line);
            }
            if let Some(head) = self.head_at(next) {
                next = head.tokens.end;
                behind_head = true;
            } else if self.is_mark(next, &["\"", "(", "[", "'"])
                || (behind_head && self.is_definite(next))
            {
                next += 1;
            } else {
                break;
            }
        }
        self.place_of(at).unwrap_or(Named::Unnamed)
    }

    /// A line that a word names, and which border it is.
    fn line_at(&self, at: usize) -> Option<Option<Border>> {
        let border = |at: usize| self.at(at, Sense::Border).map(|_| at);
        // "الخط الحدودي" is a border, too.
        let line = self.at(at, Sense::Line);
        match border(at).or_else(|| border(line.as_ref()?.tokens.end)) {
            Some(border) => Some(Border::named(self.text, border)),
            None => line.map(|_| None),
        }
    }

    /// "مقر قيادة … في بلدة كذا": where the thing described from `at` on stands.
    fn place_of(&self, at: usize) -> Option<Named> {
        for next in at..at + REACH {
            if !self.same_sentence(at, next)
                || self.is_mark(next, &["،", ",", "؛", ";", ":", "("])
                || self.line_at(next).is_some()
                || self.at(next, Sense::Link).is_some()
            {
                return None;
            }
            if let Some(within) = self.at(next, Sense::Within) {
                return self.point_behind(within.tokens.end);
            }
            if let Some(spot) = self.spot_at(next) {
                // بجورين: the preposition is part of the word.
                let inside = self.text.word_at(next).starts_with('ب')
                    && self.spots[spot].start > self.text.tokens()[next].start;
                return if inside {
                    self.point_behind(next)
                } else {
                    None
                };
            }
        }
        None
    }

    pub fn point_behind(&self, at: usize) -> Option<Named> {
        let mut next = at;
        while let Some(head) = self.head_at(next) {
            next = head.tokens.end;
        }
        let spot = self.spot_at(next)?;
        matches!(self.kind(spot), MentionKind::Place | MentionKind::Site)
            .then(|| Named::Spot(spot, self.spots[spot].tokens.end))
    }

    /// The token where the noun phrase around a spot begins: its generic nouns included.
    fn phrase_start(&self, spot: usize) -> usize {
        let mut start = self.spots[spot].tokens.start;
        loop {
            if start > 0 && self.is_mark(start - 1, &["\"", "(", "'"]) {
                start -= 1;
            }
            match self.head_ending(start) {
                Some(head) => start = head.tokens.start,
                None => return start,
            }
        }
    }

    /// The direction that leads to a spot: "شرقي تدمر", "إلى الشرق من مدينة تدمر".
    pub fn direction_to(&self, spot: usize) -> Option<Direction> {
        let start = self.phrase_start(spot);
        let from = self.ending(start, Sense::From);
        let direction =
            self.direction_ending(from.as_ref().map_or(start, |found| found.tokens.start))?;
        let fits = !direction.adverb && (from.is_some() || !direction.definite);
        fits.then_some(direction)
    }

    /// Where "في محافظة …" begins, if a spot stands behind such words; whether و joins them to more.
    pub fn holder(&self, spot: usize) -> Option<(usize, bool)> {
        let start = self.phrase_start(spot);
        let line = self
            .ending(start, Sense::Border)
            .or_else(|| self.ending(start, Sense::Line));
        let inner = line.map_or(start, |found| found.tokens.start);
        if let Some(within) = self.ending(inner, Sense::Within) {
            return Some((within.tokens.start, within.prefix.conjunction));
        }
        let first = self.text.tokens().get(start)?;
        let word = self.text.word(first).trim_start_matches('و');
        let glued = word.starts_with('ب')
            && (self.spots[spot].tokens.start != start || self.spots[spot].start > first.start);
        glued.then_some((start, self.text.word(first).starts_with('و')))
    }

    /// Where the words begin that make a spot another name of what stands before them: "المعروف بجبل كذا".
    pub fn alias(&self, spot: usize) -> Option<usize> {
        let alias = self.ending(self.phrase_start(spot), Sense::Alias)?;
        Some(alias.tokens.start)
    }

    /// Whether a spot is told as what something else is far from, or lies between: "عن نهر كذا", "between".
    pub fn is_counted_from(&self, spot: usize, sense: Sense) -> bool {
        let start = self.phrase_start(spot);
        self.ending(start, sense).is_some()
            || (sense == Sense::Between && spot > 0 && {
                let first = &self.spots[spot - 1].tokens;
                let joined = first.end == start || first.end + 1 == start;
                joined && self.ending(self.phrase_start(spot - 1), sense).is_some()
            })
    }

    /// Whether a spot is a stretch of land that other places lie in: by its kind or the noun before it.
    pub fn is_region(&self, spot: usize) -> bool {
        let start = self.spots[spot].tokens.start;
        !self.is_point(spot) || self.ending(start, Sense::Region).is_some()
    }

    /// Whether two spots are written alike, so that a distance cannot lie between them.
    pub fn same_name(&self, one: Option<usize>, other: Option<usize>) -> bool {
        let name = |spot: usize| {
            let spot = &self.spots[spot];
            fold_name(self.text.slice(spot.start, spot.end))
        };
        match (one, other) {
            (Some(a), Some(b)) => a == b || name(a) == name(b),
            _ => false,
        }
    }

    /// The point named last before token `before` in its sentence, other than `not`.
    pub fn last_point(&self, before: usize, not: Option<usize>) -> Option<usize> {
        let behind = self.spots.partition_point(|s| s.tokens.start < before);
        (behind.saturating_sub(4)..behind)
            .rev()
            .filter(|&spot| self.same_sentence(self.spots[spot].tokens.start, before))
            .find(|&spot| self.is_point(spot) && !self.same_name(Some(spot), not))
    }

    /// The place that the sentence before the one of token `at` speaks of: its first point.
    pub fn topic_before(&self, at: usize) -> Option<usize> {
        let start = self.text.sentence_of(at).start;
        let last = self
            .spots
            .partition_point(|s| s.tokens.start < start)
            .checked_sub(1)?;
        let sentence = self.text.sentence_of(self.spots[last].tokens.start);
        let first = self
            .spots
            .partition_point(|s| s.tokens.start < sentence.start);
        let near = start.saturating_sub(sentence.end) <= REACH;
        (first..=last)
            .take(REACH)
            .find(|&spot| near && self.is_point(spot))
    }

    /// Whether the tokens say nothing but "and".
    pub fn only_joins(&self, tokens: std::ops::Range<usize>) -> bool {
        tokens.len() <= 2
            && tokens
                .into_iter()
                .all(|at| matches!(self.text.word_at(at), "و" | "and" | "،" | "," | "ف"))
    }

    /// Whether the sentence of token `at` begins with "it": it speaks of what was named before.
    pub fn begins_with_pronoun(&self, at: usize) -> bool {
        let start = self.text.sentence_of(at).start;
        // "وكانت المحطة تقع": it speaks of the station.
        let goes_on =
            |found: &Found<Sense>| found.prefix.conjunction && !self.is_definite(found.tokens.end);
        self.at(start, Sense::Anew).is_some()
            || self.at(start, Sense::Link).as_ref().is_some_and(goes_on)
    }
}
