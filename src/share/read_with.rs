//! What a reading was made with, and what came of it: enough to tell whether it comes out the same here.

use crate::ENGINE;
use crate::analysis::Analysis;
use serde::Serialize;
use std::fmt::Write;

/// The versions of engine and gazetteer that read an article, and the imprint of what they found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadWith {
    /// Empty in links and files that do not say it.
    pub engine: String,
    pub gazetteer: String,
    pub imprint: Option<u32>,
}

/// How a reading made here stands to the one made before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// The same places, distances and events.
    Same,
    /// At least one of them is another.
    Other,
    /// Other versions made it, and it carries no imprint to compare.
    Unknown,
}

impl ReadWith {
    /// What this analysis was made with.
    pub fn of(analysis: &Analysis) -> ReadWith {
        ReadWith {
            engine: analysis.engine.clone(),
            gazetteer: analysis.gazetteer.clone(),
            imprint: Some(imprint(analysis)),
        }
    }

    /// Compares what came of it then with what comes of it now.
    pub fn agreement(&self, now: &ReadWith) -> Agreement {
        let same_versions =
            self.gazetteer == now.gazetteer && (self.engine.is_empty() || self.engine == ENGINE);
        match self.imprint {
            Some(_) if self.imprint == now.imprint => Agreement::Same,
            Some(_) => Agreement::Other,
            None if same_versions => Agreement::Same,
            None => Agreement::Unknown,
        }
    }
}

/// A number that stands for what a reader sees of an analysis: which words are places and where, to some 100 m; which
/// ends distances have; what happened, where, when and to how many. Wording, reasons and scores may change without it.
/// FNV-1a over the figures, 32 bits: of four thousand million changes one goes unseen.
pub fn imprint(analysis: &Analysis) -> u32 {
    let mut seen = String::new();
    for m in &analysis.mentions {
        let entry = m.place.as_ref().map_or("", |place| place.id.as_str());
        let thousandths = |degrees: Option<f64>| degrees.map(|d| (d * 1e3).round() as i64);
        let _ = write!(
            seen,
            "m{} {} {entry} {:?} {:?};",
            m.start,
            m.end,
            thousandths(m.lat),
            thousandths(m.lon)
        );
    }
    for d in &analysis.distances {
        let _ = write!(
            seen,
            "d{} {} {:?} {:?} {:?};",
            d.start, d.end, d.from, d.to, d.verdict
        );
    }
    for e in &analysis.events {
        let figure =
            |count: &Option<crate::analysis::Count>| count.as_ref().map(|c| (c.min, c.max));
        let days = e.date.as_ref().map(|date| (date.from, date.to));
        let _ = write!(
            seen,
            "e{} {} {} {:?} {:?} {:?} {days:?};",
            e.trigger.start,
            e.trigger.end,
            e.sub_type,
            e.places,
            figure(&e.killed),
            figure(&e.wounded)
        );
    }
    super::fnv_1a(seen.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Corrections, Gazetteer, analyse};

    fn reading() -> Analysis {
        let article = Article {
            text: "قتل ثلاثة في قصف على مدينة تدمر التي تبعد 70 كيلومترا عن السخنة.".into(),
            ..Article::default()
        };
        analyse(&article, Gazetteer::bundled(), &Corrections::default())
    }

    #[test]
    fn the_same_reading_agrees_whatever_read_it() {
        let now = reading();
        let then = ReadWith {
            engine: "0.0.1".into(),
            gazetteer: "2020-01-01".into(),
            ..ReadWith::of(&now)
        };
        assert_eq!(then.agreement(&ReadWith::of(&now)), Agreement::Same);
    }

    #[test]
    fn what_a_reader_would_see_differ_is_told() {
        let changes: [fn(&mut Analysis); 4] = [
            |a| a.mentions[0].lat = Some(35.0),
            |a| a.distances[0].from = None,
            |a| a.events[0].killed = None,
            |a| {
                a.mentions.pop();
            },
        ];
        for change in changes {
            let mut now = reading();
            change(&mut now);
            assert_eq!(
                ReadWith::of(&reading()).agreement(&ReadWith::of(&now)),
                Agreement::Other
            );
        }
        let mut reworded = reading();
        reworded.mentions[0].confidence = 0.5;
        reworded.mentions[0].why.clear();
        assert_eq!(
            ReadWith::of(&reading()).agreement(&ReadWith::of(&reworded)),
            Agreement::Same
        );
    }

    #[test]
    fn without_an_imprint_other_versions_leave_it_open() {
        let now = reading();
        let then = |engine: &str, gazetteer: &str| ReadWith {
            engine: engine.into(),
            gazetteer: gazetteer.into(),
            imprint: None,
        };
        let here = Gazetteer::bundled().version();
        assert_eq!(
            then("", here).agreement(&ReadWith::of(&now)),
            Agreement::Same
        );
        assert_eq!(
            then(ENGINE, here).agreement(&ReadWith::of(&now)),
            Agreement::Same
        );
        assert_eq!(
            then("0.0.1", here).agreement(&ReadWith::of(&now)),
            Agreement::Unknown
        );
        assert_eq!(
            then("", "2020-01-01").agreement(&ReadWith::of(&now)),
            Agreement::Unknown
        );
    }
}
