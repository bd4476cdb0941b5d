//! The article cut into runs: stretches of text under the same marks.
//!
//! Marks may lie inside each other (a place in a distance) or overlap; cut at every border, none of
//! that matters any more. A run is drawn inside one element per mark, longest outside, and belongs to
//! the shortest: that one answers to pointer and keyboard.

use crate::Finding;
use crate::analysis::Analysis;
use crate::order;
use std::collections::HashSet;

/// One line of the article that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it begins in the text, in scalars.
    pub start: u32,
    pub runs: Vec<Run>,
}

/// A stretch of text under the same marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    /// The marks over it, outermost first.
    pub marks: Vec<Mark>,
    /// The first run that belongs to its innermost mark: where the keyboard stops.
    pub stop: bool,
}

/// One mark over a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub finding: Finding,
    /// Whether the mark begins with this run, or with its paragraph.
    pub first: bool,
    /// Whether it ends with this run, or with its paragraph.
    pub last: bool,
}

#[derive(Clone, Copy)]
struct Marked {
    finding: Finding,
    start: u32,
    end: u32,
}

impl Marked {
    /// Longest first; of the same length, events outside distances outside places.
    fn order(&self) -> (u32, u8, u32) {
        let (rank, id) = match self.finding {
            Finding::Event(id) => (0, id),
            Finding::Distance(id) => (1, id),
            Finding::Mention(id) => (2, id),
        };
        (u32::MAX - (self.end - self.start), rank, id)
    }
}

/// Every mark of an analysis: places and distances whole, events by their trigger.
fn marks(analysis: &Analysis) -> Vec<Marked> {
    let places = analysis.mentions.iter().map(|m| Marked {
        finding: Finding::Mention(m.id),
        start: m.start,
        end: m.end,
    });
    let distances = analysis.distances.iter().map(|d| Marked {
        finding: Finding::Distance(d.id),
        start: d.start,
        end: d.end,
    });
    let events = analysis.events.iter().map(|e| Marked {
        finding: Finding::Event(e.id),
        start: e.trigger.start,
        end: e.trigger.end,
    });
    let mut all: Vec<Marked> = places
        .chain(distances)
        .chain(events)
        .filter(|m| m.start < m.end)
        .collect();
    order::sort_by_key(&mut all, |m| (m.start, m.order()));
    all
}

/// Cuts a text into its paragraphs and runs. The offsets of the analysis count scalars of `text`.
pub fn paragraphs(text: &str, analysis: &Analysis) -> Vec<Paragraph> {
    let marks = marks(analysis);
    let mut next = 0;
    let mut over: Vec<Marked> = Vec::new();
    let mut stops = HashSet::new();
    let mut at = 0_u32;
    let mut out = Vec::new();
    for line in text.split('\n') {
        let letters: Vec<char> = line.chars().collect();
        let (start, end) = (
            at,
            at + u32::try_from(letters.len()).unwrap_or(u32::MAX - at),
        );
        at = end + 1;
        let mut runs = Vec::new();
        let mut from = start;
        while from < end {
            over.retain(|m| m.end > from);
            while let Some(mark) = marks.get(next).filter(|m| m.start <= from) {
                if mark.end > from {
                    over.push(*mark);
                }
                next += 1;
            }
            order::sort_by_key(&mut over, Marked::order);
            let to = over
                .iter()
                .map(|m| m.end)
                .chain(marks.get(next).map(|m| m.start))
                .fold(end, u32::min);
            let stretch = letters
                .get((from - start) as usize..(to - start) as usize)
                .unwrap_or_default();
            runs.push(Run {
                text: stretch.iter().collect(),
                marks: over
                    .iter()
                    .map(|m| Mark {
                        finding: m.finding,
                        first: from == m.start.max(start),
                        last: to == m.end.min(end),
                    })
                    .collect(),
                stop: over.last().is_some_and(|m| stops.insert(m.finding)),
            });
            from = to;
        }
        if !line.trim().is_empty() {
            out.push(Paragraph { start, runs });
        }
    }
    out
}

/// Whether the first paragraph is a headline: short, without a full stop, and with more below it.
pub fn has_headline(paragraphs: &[Paragraph]) -> bool {
    let Some(first) = paragraphs.first().filter(|_| paragraphs.len() > 1) else {
        return false;
    };
    let text = first.text();
    let text = text.trim();
    text.chars().count() <= 110 && !text.ends_with(['.', ':', '،', ','])
}

impl Paragraph {
    /// Its words, without marks.
    pub fn text(&self) -> String {
        self.runs.iter().map(|r| r.text.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::sample;

    /// Runs written out: marks in brackets with the letter of their class, `*` where the keyboard stops.
    fn drawn(text: &str, analysis: &Analysis) -> Vec<String> {
        paragraphs(text, analysis)
            .iter()
            .map(|paragraph| {
                paragraph
                    .runs
                    .iter()
                    .map(|run| {
                        let mut out = run.text.clone();
                        for mark in run.marks.iter().rev() {
                            let name = match mark.finding {
                                Finding::Mention(id) => format!("p{id}"),
                                Finding::Distance(id) => format!("d{id}"),
                                Finding::Event(id) => format!("e{id}"),
                            };
                            let open = if mark.first { "[" } else { "" };
                            let close = if mark.last { "]" } else { "" };
                            out = format!("{open}{name}:{out}{close}");
                        }
                        if run.stop { format!("*{out}") } else { out }
                    })
                    .collect::<Vec<_>>()
                    .join("|")
            })
            .collect()
    }

    #[test]
    fn a_place_inside_a_distance_cuts_it() {
        let text = "على بعد 70 كيلومترا شرق تدمر، قرب";
        let mut analysis = sample::analysis(text);
        analysis.mentions.push(sample::mention(0, text, "تدمر"));
        analysis
            .distances
            .push(sample::distance(0, text, "70 كيلومترا شرق تدمر"));
        assert_eq!(
            drawn(text, &analysis),
            ["على بعد |*[d0:70 كيلومترا شرق |*d0:[p0:تدمر]]|، قرب"]
        );
    }

    #[test]
    fn overlapping_marks_share_a_run() {
        let text = "abcdef";
        let mut analysis = sample::analysis(text);
        analysis.mentions.push(sample::mention(0, text, "cdef"));
        analysis.events.push(sample::event(0, text, "abcd"));
        assert_eq!(drawn(text, &analysis), ["*[e0:ab|*e0:[p0:cd]|p0:ef]"]);
    }

    #[test]
    fn a_mark_over_a_line_end_goes_on_in_the_next_paragraph() {
        let text = "ab\n\ncd";
        let mut analysis = sample::analysis(text);
        analysis.events.push(sample::event(0, text, "b\n\nc"));
        assert_eq!(drawn(text, &analysis), ["a|*[e0:b]", "[e0:c]|d"]);
    }

    #[test]
    fn offsets_count_scalars_not_bytes_or_utf16() {
        let text = "😀 \u{64b}حمص";
        let mut analysis = sample::analysis(text);
        analysis.mentions.push(sample::mention(0, text, "حمص"));
        assert_eq!(drawn(text, &analysis), ["😀 \u{64b}|*[p0:حمص]"]);
    }

    #[test]
    fn offsets_past_the_end_do_no_harm() {
        let mut analysis = sample::analysis("abc");
        let mut beyond = sample::mention(0, "abc", "c");
        beyond.end = 4_000_000_000;
        analysis.mentions.push(beyond);
        assert_eq!(drawn("abc", &analysis), ["ab|*[p0:c]"]);
    }

    #[test]
    fn a_headline_is_short_and_has_no_full_stop() {
        let of = |text: &str| has_headline(&paragraphs(text, &sample::analysis(text)));
        assert!(of("تدمر بعد المعركة\nقال ناشطون إن المدينة خالية."));
        assert!(!of("تدمر بعد المعركة"));
        assert!(!of("قصفت طائرات البلدة.\nثم عادت."));
    }
}
