//! Articles with their findings under the words: `tests/articles/*.txt` against the snapshots beside them.
//!
//! The first line of an article is its publication date, a blank line follows. After a wanted change of
//! behaviour run `INSTA_UPDATE=always cargo test --test articles` and read the difference.

use makan::analysis::{Analysis, Event, Mention, StatedDistance};
use makan::{Article, Corrections, Gazetteer, analyse};
use std::fmt::Write;
use std::sync::LazyLock;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    Gazetteer::from_bytes(include_bytes!("../public/gazetteer.bin")).expect("the bundled gazetteer")
});

#[test]
fn articles_are_read_as_before() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("articles");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of articles")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let file = std::fs::read_to_string(&path).expect("an article");
        let (date, text) = file
            .split_once("\n\n")
            .expect("a date, a blank line, a text");
        let article = Article {
            id: String::new(),
            text: text.trim_end().to_string(),
            date: Some(date.trim().parse().expect("a date")),
        };
        let analysis = analyse(&article, &GAZETTEER, &Corrections::default());
        let name = path.file_stem().and_then(|s| s.to_str()).expect("a name");
        settings.bind(|| insta::assert_snapshot!(name, shown(&article.text, &analysis)));
    }
}

/// Every line of the text with its findings under it, in the order of their beginnings.
fn shown(text: &str, analysis: &Analysis) -> String {
    let mut out = String::new();
    let mut from = 0;
    for line in text.split('\n') {
        let to = from + line.chars().count() as u32 + 1;
        let within = |start: u32| from <= start && start < to;
        writeln!(out, "{line}").unwrap();
        let mut rows: Vec<(u32, String)> = Vec::new();
        rows.extend(
            analysis
                .mentions
                .iter()
                .filter(|m| within(m.start))
                .map(|m| (m.start, mention(m))),
        );
        rows.extend(
            analysis
                .distances
                .iter()
                .filter(|d| within(d.start))
                .map(|d| (d.start, distance(d))),
        );
        rows.extend(
            analysis
                .events
                .iter()
                .filter(|e| within(e.start))
                .map(|e| (e.trigger.start, event(e))),
        );
        rows.extend(
            analysis
                .set_aside
                .iter()
                .filter(|s| within(s.start))
                .map(|s| (s.start, format!("no place   {}: {}", s.text, s.why.en))),
        );
        rows.sort_by_key(|(start, _)| *start);
        for (start, row) in rows {
            writeln!(out, "    {:>4} {row}", start).unwrap();
        }
        from = to;
    }
    out
}

fn mention(m: &Mention) -> String {
    let kind = format!("{:?}", m.kind).to_lowercase();
    let how = format!("{:?}", m.resolution).to_lowercase();
    let place = m.place.as_ref().map_or("", |p| p.name_en.as_str());
    let at = match (m.lat, m.lon, m.uncertainty_km) {
        (Some(lat), Some(lon), Some(km)) => format!("{lat:.2},{lon:.2} ±{km}"),
        _ => "nowhere".to_string(),
    };
    let antecedent = m.antecedent.map_or(String::new(), |a| format!(" = m{a}"));
    format!(
        "m{:<3} {kind:<9} {}: {how} {place} {at}{antecedent}",
        m.id, m.text
    )
}

fn distance(d: &StatedDistance) -> String {
    let end = |id: Option<u32>| id.map_or("?".to_string(), |i| format!("m{i}"));
    let bounds = format!(
        "{}–{}",
        d.km_min,
        d.km_max.map_or("…".to_string(), |k| k.to_string())
    );
    let measured = d.measured_km.map_or(String::new(), |k| {
        format!(
            ", measured {k} km at {}°",
            d.measured_bearing.unwrap_or_default()
        )
    });
    let verdict = format!("{:?}", d.verdict).to_lowercase();
    format!(
        "distance  {}: {} km ({bounds}) {} from {} to {}{measured}: {verdict}",
        d.text,
        d.km,
        d.direction.as_deref().unwrap_or("any way"),
        end(d.from),
        end(d.to),
    )
}

fn event(e: &Event) -> String {
    let places: Vec<String> = e.places.iter().map(|p| format!("m{p}")).collect();
    let count = |c: &Option<makan::analysis::Count>, word: &str| {
        c.as_ref().map_or(String::new(), |c| {
            format!(
                ", {word} {}–{}",
                c.min,
                c.max.map_or("…".to_string(), |m| m.to_string())
            )
        })
    };
    let actors: Vec<&str> = e.actors.iter().map(|a| a.id.as_str()).collect();
    format!(
        "event     {} / {} at {}{}{}; {}{}",
        e.event_type,
        e.sub_type,
        places.join(" "),
        count(&e.killed, "killed"),
        count(&e.wounded, "wounded"),
        actors.join(" "),
        e.date
            .as_ref()
            .map_or(String::new(), |d| format!("; {} to {}", d.from, d.to)),
    )
}
