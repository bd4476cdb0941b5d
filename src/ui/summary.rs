//! The findings as a short text, for a chat or a mail.

use super::numerals::count;
use super::words::{comma, counted_distances, counted_events, counted_places, words};
use super::{dates, event_kind, place_name};
use crate::analysis::{Analysis, Event, Language, Mention};
use crate::map::Certainty;

/// More events and places than these are only counted.
const EVENTS: usize = 8;
const PLACES: usize = 12;

/// What heads a summary.
pub struct About<'a> {
    pub title: &'a str,
    pub source: &'a str,
}

/// Title, source and date; how much was found; each event in a line; the places, with a word where one is not settled;
/// and that a program read it.
pub fn summary(analysis: &Analysis, about: &About, language: Language) -> String {
    let w = words(language);
    let comma = comma(language);
    let mut lines = Vec::new();
    lines.extend((!about.title.is_empty()).then(|| about.title.to_string()));
    let date = analysis
        .date
        .map(|date| format!("{} {}", w.published, dates::date(date, language)));
    let origin: Vec<String> = (!about.source.is_empty())
        .then(|| format!("{}: {}", w.source, about.source))
        .into_iter()
        .chain(date)
        .collect();
    lines.extend((!origin.is_empty()).then(|| origin.join(" · ")));

    let places = distinct(&analysis.mentions, language);
    let counts = [
        counted_places(language).with(places.len() as u64, language),
        counted_distances(language).with(analysis.distances.len() as u64, language),
        counted_events(language).with(analysis.events.len() as u64, language),
    ];
    lines.push(counts.join(comma));
    lines.push(String::new());
    lines.extend(
        analysis
            .events
            .iter()
            .take(EVENTS)
            .map(|event| format!("• {}", event_line(event, analysis, language))),
    );
    let rest = analysis.events.len().saturating_sub(EVENTS);
    lines.extend((rest > 0).then(|| {
        more(
            &counted_events(language).with(rest as u64, language),
            w.and_more,
        )
    }));

    let mut named: Vec<String> = places.iter().take(PLACES).cloned().collect();
    let rest = places.len().saturating_sub(PLACES);
    named.extend((rest > 0).then(|| {
        more(
            &counted_places(language).with(rest as u64, language),
            w.and_more,
        )
    }));
    if !named.is_empty() {
        lines.push(format!("{}: {}", w.places, named.join(comma)));
    }
    lines.push(String::new());
    lines.push(w.read_by_program.to_string());
    lines.join("\n")
}

fn more(counted: &str, pattern: &str) -> String {
    pattern.replace('#', counted)
}

/// What happened, where, when, how many were killed and who says so; what is not said is left out.
fn event_line(event: &Event, analysis: &Analysis, language: Language) -> String {
    let w = words(language);
    let places = place_name::of_event(event, analysis, language);
    let place = if places.is_empty() {
        w.place_not_stated.to_string()
    } else {
        places.join(comma(language))
    };
    let when = event.date.as_ref().map_or(w.undated.to_string(), |when| {
        dates::span(when, analysis.date, language)
    });
    let killed = event
        .killed
        .as_ref()
        .map(|killed| format!("{} {}", w.killed, count(killed, language)));
    let source = event
        .source
        .as_ref()
        .map(|source| format!("{} {}", w.according_to, source.text));
    let facts: Vec<String> = [place, when]
        .into_iter()
        .chain(killed)
        .chain(source)
        .collect();
    let kind = event_kind::name(&event.event_type, &event.sub_type, language);
    format!("{kind}: {}", facts.join(comma(language)))
}

/// Each place once, in reading order, with a word where it is not settled.
fn distinct(mentions: &[Mention], language: Language) -> Vec<String> {
    let w = words(language);
    let mut places: Vec<String> = Vec::new();
    for mention in mentions {
        let name = place_name::of(mention, language);
        let place = match Certainty::of(mention) {
            Certainty::Settled | Certainty::Yours => name,
            _ => format!("{name} ({})", place_name::how(mention, w)),
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Count, Resolution, Source};
    use crate::ui::sample;

    const TEXT: &str = "اشتباكات في تدمر والسخنة";

    fn reading() -> Analysis {
        let mut analysis = sample::analysis(TEXT);
        analysis.date = Some(jiff::civil::date(2016, 4, 5));
        analysis.mentions = vec![
            sample::mention(0, TEXT, "تدمر"),
            sample::mention(1, TEXT, "السخنة"),
        ];
        analysis.mentions[1].resolution = Resolution::Unresolved;
        analysis.mentions[1].lat = None;
        analysis.mentions[1].lon = None;
        let mut event = sample::event(0, TEXT, "اشتباكات");
        event.places = vec![0];
        event.killed = Some(Count {
            min: 12,
            max: None,
            text: "أكثر من 12".into(),
            acled: 12,
        });
        event.source = Some(Source {
            text: "مصدر طبي".into(),
        });
        analysis.events = vec![event];
        analysis
    }

    #[test]
    fn says_what_where_when_how_many_and_who_says_so() {
        let about = About {
            title: "هدوء حذر",
            source: "وكالة",
        };
        let said = summary(&reading(), &about, Language::Ar);
        assert!(
            said.starts_with("هدوء حذر\nالمصدر: وكالة · نُشر ٥ نيسان ٢٠١٦\n"),
            "{said}"
        );
        assert!(said.contains("مكانان، لا مسافات، حدث واحد"), "{said}");
        assert!(
            said.contains("تدمر، غير مؤرّخ، القتلى ١٢ فأكثر، بحسب مصدر طبي"),
            "{said}"
        );
        assert!(said.contains("السخنة (مكان لا يُعرف موضعه)"), "{said}");
    }

    #[test]
    fn what_is_not_known_is_left_out_or_said() {
        let mut analysis = reading();
        analysis.date = None;
        analysis.events[0].places.clear();
        analysis.events[0].killed = None;
        analysis.events[0].source = None;
        let about = About {
            title: "",
            source: "",
        };
        let said = summary(&analysis, &about, Language::En);
        assert!(
            said.starts_with("2 places, no distances, 1 event\n"),
            "{said}"
        );
        assert!(said.contains("place not stated, Undated\n"), "{said}");
        assert!(
            said.ends_with(words(Language::En).read_by_program),
            "{said}"
        );
    }

    #[test]
    fn many_events_are_counted() {
        let mut analysis = reading();
        let event = analysis.events[0].clone();
        analysis.events = vec![event; EVENTS + 3];
        let about = About {
            title: "",
            source: "",
        };
        let said = summary(&analysis, &about, Language::Ar);
        assert!(said.contains("و٣ أحداث أخرى"), "{said}");
    }
}
