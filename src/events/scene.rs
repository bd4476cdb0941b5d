//! A text with everything the events room finds in it, and how far apart two words stand.

use super::coding::SubType;
use super::lexicon::Found;
use super::lists::{Actor, CasualtyWord, Cue, LISTS, SourceWord, Trigger};
use crate::analysis::Mention;
use crate::order;
use crate::text::{Text, TokenKind};

/// Words before the colon in a line of a form, at most.
const LONGEST_LABEL: usize = 8;

/// Lines of a form that belong together, at most.
const LONGEST_FORM: usize = 12;

/// A mention that may be where something happened.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    /// Index among the mentions.
    pub mention: usize,
    /// Token indices, end exclusive.
    pub from: usize,
    pub to: usize,
}

/// The article as the events room sees it.
pub struct Scene<'a> {
    pub text: &'a Text<'a>,
    pub mentions: &'a [Mention],
    pub sites: Vec<Site>,
    pub triggers: Vec<Found<Trigger>>,
    pub weapons: Vec<Found<SubType>>,
    pub actors: Vec<Found<Actor>>,
    pub casualty_words: Vec<Found<CasualtyWord>>,
    pub source_words: Vec<Found<SourceWord>>,
    /// The cue each token belongs to.
    cues: Vec<Option<Cue>>,
    /// The ends of lines.
    breaks: Vec<usize>,
    /// For every line whether it is one of a form: "الهجمات: غارتان".
    forms: Vec<bool>,
    sentences: Vec<u32>,
    /// Tokens that are verbs of saying.
    pub says: Vec<bool>,
    /// For every token the height of all walls before it: what parts one clause from the next.
    walls: Vec<u32>,
}

impl<'a> Scene<'a> {
    pub fn new(text: &'a Text<'a>, mentions: &'a [Mention]) -> Scene<'a> {
        let tokens = text.tokens().len();
        let spotted = LISTS.vocabulary.spot(text);
        let sources = LISTS.sources.find(&spotted);
        let mut cues = vec![None; tokens];
        let mut cuts = vec![false; tokens];
        for found in LISTS.cues.find(&spotted) {
            cues[found.from..found.to].fill(Some(found.meaning));
            cuts[found.from] = found.meaning == Cue::Cut;
        }
        let mut walls = Vec::with_capacity(tokens + 1);
        let mut height = 0;
        for (at, token) in text.tokens().iter().enumerate() {
            walls.push(height);
            height += match token.kind {
                TokenKind::Break => 10,
                TokenKind::Mark => match text.word(token) {
                    "." | "؟" | "?" | "!" | "؛" | ";" => 8,
                    "،" | "," | ":" => 3,
                    "(" | ")" | "-" => 2,
                    _ => 0,
                },
                TokenKind::Word if cuts[at] => 5,
                TokenKind::Word | TokenKind::Number => 0,
            };
        }
        walls.push(height);
        let mut says = vec![false; tokens];
        for said in sources.iter() {
            says[said.from] = said.meaning == SourceWord::Said;
        }
        let mut actors = LISTS.actors.find(&spotted);
        let sites = sites(text, mentions, &actors);
        let free = |from: usize, to: usize| {
            let next = sites.partition_point(|s| s.to <= from);
            sites.get(next).is_none_or(|s| s.from >= to)
        };
        let mut triggers = LISTS.triggers.find(&spotted);
        // "هيئة تحرير الشام" frees nothing.
        let of_name = |t: &Found<Trigger>| {
            let next = actors.partition_point(|a| a.to < t.to);
            actors.get(next).is_some_and(|a| a.from < t.from)
        };
        triggers.retain(|t| free(t.from, t.from + 1) && free(t.to - 1, t.to) && !of_name(t));
        let triggers = joined(triggers, &walls);
        let mut weapons = LISTS.weapons.find(&spotted);
        weapons.retain(|w| free(w.from, w.to));
        let fights = |at: usize| {
            matches!(cues.get(at), Some(Some(Cue::Force)))
                || covers(&triggers, at)
                || covers(&weapons, at)
        };
        let mut nations = LISTS.nations.find(&spotted);
        nations.retain(|n| {
            (fights(n.to) || (n.from > 0 && fights(n.from - 1))) && !covers(&actors, n.from)
        });
        actors.extend(nations);
        order::sort_by_key(&mut actors, |a| a.from);
        let breaks: Vec<usize> = (0..tokens)
            .filter(|&at| text.tokens()[at].kind == TokenKind::Break)
            .collect();
        Scene {
            forms: forms(text, &breaks, &says),
            text,
            mentions,
            sites,
            triggers,
            weapons,
            actors,
            casualty_words: LISTS.casualties.find(&spotted),
            source_words: sources,
            cues,
            sentences: sentences(text),
            breaks,
            says,
            walls,
        }
    }

    /// Whether two tokens stand in one paragraph, at most `apart` sentences from each other.
    pub fn close(&self, a: usize, b: usize, apart: u32) -> bool {
        self.paragraph(a) == self.paragraph(b)
            && self.sentence(a).abs_diff(self.sentence(b)) <= apart
    }

    fn paragraph(&self, token: usize) -> usize {
        self.breaks.partition_point(|&at| at < token)
    }

    /// Whether a token stands in a line of a form: "الهجمات: غارتان".
    pub fn in_form(&self, token: usize) -> bool {
        self.forms[self.paragraph(token)]
    }

    /// Whether two tokens stand in one form: every line from one to the other belongs to it.
    pub fn one_form(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.paragraph(a.min(b)), self.paragraph(a.max(b)));
        b - a <= LONGEST_FORM && self.forms[a..=b].iter().all(|&form| form)
    }

    /// The tokens of the line that a token stands in.
    pub fn line(&self, token: usize) -> std::ops::Range<usize> {
        let line = self.paragraph(token);
        let from = line
            .checked_sub(1)
            .map_or(0, |before| self.breaks[before] + 1);
        let to = self.breaks.get(line).copied();
        from..to.unwrap_or(self.text.tokens().len())
    }

    /// Whether a token stands in the first line, the headline.
    pub fn headline(&self, token: usize) -> bool {
        self.paragraph(token) == 0 && !self.breaks.is_empty()
    }

    /// The mention of this id.
    pub fn mention(&self, id: u32) -> Option<&Mention> {
        let guess = self.mentions.get(id as usize).filter(|m| m.id == id);
        guess.or_else(|| self.mentions.iter().find(|m| m.id == id))
    }

    pub fn cue(&self, token: usize) -> Option<Cue> {
        self.cues.get(token).copied().flatten()
    }

    /// Whether a token is a word for people who fight: عناصر, مقاتلين.
    pub fn is_fighter(&self, token: usize) -> bool {
        let next = self.casualty_words.partition_point(|w| w.from < token);
        self.casualty_words.get(next).is_some_and(|w| {
            w.from == token && matches!(w.meaning, CasualtyWord::Person(p) if p.fight)
        })
    }

    /// Number of the sentence a token stands in, sentences without words not counted.
    pub fn sentence(&self, token: usize) -> u32 {
        self.sentences.get(token).copied().unwrap_or(u32::MAX)
    }

    /// The height of the walls between two token indices, in either order.
    pub fn walls(&self, a: usize, b: usize) -> u32 {
        let height = |at: usize| self.walls[at.min(self.walls.len() - 1)];
        height(a).abs_diff(height(b))
    }

    /// How far two stretches of tokens stand apart: words between them and walls.
    pub fn gap(&self, a: (usize, usize), b: (usize, usize)) -> u32 {
        let (left, right) = if a.0 <= b.0 { (a, b) } else { (b, a) };
        (right.0.saturating_sub(left.1)) as u32 + self.walls(left.1, right.0.max(left.1))
    }

    /// Those of an ordered list whose first token lies in the same sentence, at most `reach` to
    /// either side of `at`: a bound that keeps the reading linear.
    pub fn around<'b, T>(
        &self,
        list: &'b [T],
        at: usize,
        reach: usize,
        first: impl Fn(&T) -> usize,
    ) -> &'b [T] {
        let sentence = self.text.sentence_of(at);
        let here = list.partition_point(|x| first(x) < at);
        let mut from = here;
        while from > 0 && here - from < reach && first(&list[from - 1]) >= sentence.start {
            from -= 1;
        }
        let mut to = here;
        while to < list.len() && to - here < reach && first(&list[to]) < sentence.end {
            to += 1;
        }
        &list[from..to]
    }

    /// Whether this cue stands within `reach` tokens of a trigger, in its sentence.
    pub fn cue_near<T>(&self, trigger: &Found<T>, reach: usize, cue: Cue) -> bool {
        (trigger.from.saturating_sub(reach)..trigger.to + reach)
            .any(|i| self.cue(i) == Some(cue) && self.sentence(i) == self.sentence(trigger.from))
    }

    /// Whether one of the `reach` tokens before `at` belongs to this cue, in the same clause.
    pub fn cue_before(&self, at: usize, reach: usize, cue: Cue) -> bool {
        (at.saturating_sub(reach)..at).any(|i| self.cue(i) == Some(cue) && self.walls(i, at) < 8)
    }
}

/// For every line whether it is one of a form: a few words, a colon, and no verb of saying; blank
/// lines are part of what surrounds them.
fn forms(text: &Text, breaks: &[usize], says: &[bool]) -> Vec<bool> {
    let mut from = 0;
    let ends = breaks.iter().copied().chain([text.tokens().len()]);
    ends.map(|end| {
        let line = from..end;
        from = end + 1;
        let colon = line
            .clone()
            .take(LONGEST_LABEL)
            .find(|&at| text.word_at(at) == ":");
        line.is_empty() || colon.is_some_and(|colon| !says[line.start..colon].contains(&true))
    })
    .collect()
}

/// Whether one of the phrases found covers a token.
fn covers<T>(found: &[Found<T>], at: usize) -> bool {
    let next = found.partition_point(|f| f.to <= at);
    found.get(next).is_some_and(|f| f.from <= at)
}

/// For every token the number of its sentence, where only those with words or figures count.
fn sentences(text: &Text) -> Vec<u32> {
    let mut number = 0;
    let mut last = None;
    text.tokens()
        .iter()
        .map(|token| {
            let says = matches!(token.kind, TokenKind::Word | TokenKind::Number);
            if says && last.replace(token.sentence) != Some(token.sentence) {
                number += 1;
            }
            number
        })
        .collect()
}

/// "الغارة التي استهدفت", "هجوم استهدف": a noun and the verb said of it are one trigger.
fn joined(triggers: Vec<Found<Trigger>>, walls: &[u32]) -> Vec<Found<Trigger>> {
    let mut out: Vec<Found<Trigger>> = Vec::with_capacity(triggers.len());
    for next in triggers {
        if let Some(last) = out.last_mut()
            && last.form.is_noun()
            && !next.form.is_noun()
            && last.meaning.code.is_attack()
            && next.meaning.code.is_attack()
            && next.from - last.to <= 4
            && walls[last.to] == walls[next.from]
        {
            last.to = next.to;
            continue;
        }
        out.push(next);
    }
    out
}

/// The mentions that may be an event's place: no country, no part of an actor's name, and no
/// reference that leads nowhere.
fn sites(text: &Text, mentions: &[Mention], actors: &[Found<Actor>]) -> Vec<Site> {
    use crate::analysis::MentionKind::Reference;
    mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| !(m.kind == Reference && m.antecedent.is_none()))
        .filter(|(_, m)| {
            m.place
                .as_ref()
                .is_none_or(|p| !p.feature.starts_with("PCL"))
        })
        .filter(|(_, m)| m.end > m.start)
        .map(|(mention, m)| Site {
            mention,
            from: text.token_at(m.start),
            to: text.token_at(m.end - 1) + 1,
        })
        .filter(|site| {
            let next = actors.partition_point(|a| a.to <= site.from);
            actors.get(next).is_none_or(|a| a.from >= site.to)
        })
        .collect()
}
