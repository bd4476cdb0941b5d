//! English sites by what they are and of which town: the citadel of Palmyra, Palmyra's museum, the Jarablus
//! border crossing.

use super::Spot;
use super::licence;
use super::phrase::{BY_ITS_NOUN, Composer, Phrase};
use super::place_words::{self, NounUse};
use super::spot::{Naming, kind_of};
use crate::analysis::MentionKind;
use crate::gazetteer::Class;
use std::ops::Range;

/// At most so many adjectives stand between a town and its site.
const MOST_ADJECTIVES: usize = 2;

impl Composer<'_> {
    /// The site that begins at a Latin token, with its noun before the town's name or behind it.
    pub fn english_site(&self, at: usize) -> Option<Phrase> {
        if let Some(member) = self.naming_from(at) {
            return self.site_behind(at, member);
        }
        let noun = self.site_noun(at)?;
        if self.text.word_at(at + 1) != "of" {
            return None;
        }
        let town = at + 2 + usize::from(self.text.word_at(at + 2) == "the");
        let member = self.naming_from(town)?;
        let mut start = at;
        while start > 0 && place_words::is_site_adjective(self.text.word_at(start - 1)) {
            start -= 1;
        }
        self.site(start..self.namings[member].spot.tokens.end, noun, member)
    }

    fn site_behind(&self, at: usize, member: usize) -> Option<Phrase> {
        let text = self.text;
        let mut end = self.namings[member].spot.tokens.end;
        if text.word_at(end) == "'" && text.word_at(end + 1) == "s" {
            end += 2;
        }
        for _ in 0..MOST_ADJECTIVES {
            end += usize::from(place_words::is_site_adjective(text.word_at(end)));
        }
        let noun = self.site_noun(end)?;
        self.site(at..end + 1, noun, member)
    }

    fn site_noun(&self, at: usize) -> Option<NounUse> {
        place_words::noun_at(self.text, at)
            .filter(|n| n.noun.is_site() && !n.noun.several && n.noun.slug != "road")
    }

    fn site(&self, tokens: Range<usize>, noun: NounUse, member: usize) -> Option<Phrase> {
        let inner = &self.namings[member];
        let places = || inner.spot.places.iter().copied();
        let fits = |p: &u32| {
            let kind = self.gazetteer.place(*p).kind;
            kind.class() == Class::Site && noun.noun.fit(kind) > 0.0
        };
        // Shayrat airbase: the name is the site's as well as the village's.
        let listed: Vec<u32> = places().filter(fits).collect();
        let host: Vec<u32> = if listed.is_empty() {
            places().collect()
        } else {
            Vec::new()
        };
        let of_a_town = licence::has_settlement(self.gazetteer, &host)
            || licence::has_governorate(self.gazetteer, &host);
        if listed.is_empty() && !of_a_town {
            return None;
        }
        let text = self.text;
        let kind = noun.noun.kinds().first();
        Some(Phrase {
            namings: vec![Naming {
                spot: Spot {
                    start: text.tokens()[tokens.start].start.min(inner.spot.start),
                    end: text.tokens()[tokens.end - 1].end.max(inner.spot.end),
                    tokens: tokens.clone(),
                    kind: kind.map_or(MentionKind::Site, |&k| kind_of(k)),
                    places: listed,
                },
                noun: Some(noun),
                part: None,
                host,
                holder: Vec::new(),
                own_name: false,
                weight: inner.weight.max(BY_ITS_NOUN),
            }],
            uses: vec![member],
            until: tokens.end,
        })
    }
}
