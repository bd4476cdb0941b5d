//! The tables of places: what they may not say, and that the compact file is what they give.
#![cfg(feature = "cli")]

use makan::cli::lint::{Outlines, lint};
use makan::cli::tables::{TableFile, compact, read_tables};
use makan::gazetteer::Gazetteer;
use makan::gazetteer::table::COLUMNS;
use makan::geodesy::{Point, distance_km};
use std::fs;
use std::path::{Path, PathBuf};

fn checkout(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn tables() -> Vec<TableFile> {
    read_tables(&checkout("data/places")).unwrap()
}

fn outlines() -> Outlines {
    Outlines::read(&fs::read_to_string(checkout("public/basemap.json")).unwrap()).unwrap()
}

#[test]
fn the_tables_are_clean() {
    let problems = lint(&tables(), &outlines());
    let said: Vec<String> = problems
        .iter()
        .map(|p| format!("data/places/{p}"))
        .collect();
    assert!(said.is_empty(), "\n{}", said.join("\n"));
}

#[test]
fn the_compact_file_is_fresh() {
    let built = compact(&tables()).unwrap();
    let kept = fs::read(checkout("public/gazetteer.bin")).unwrap();
    assert!(
        built == kept,
        "public/gazetteer.bin is not what the tables give: run\n  cargo run --features cli --bin makan -- gazetteer build"
    );
    assert!(built == compact(&tables()).unwrap(), "two builds differ");
}

/// What the linter says of a table of these rows, without the file's name.
fn complaints(rows: &[&str]) -> Vec<String> {
    let tsv = format!("{}\n{}\n", COLUMNS.join("\t"), rows.join("\n"));
    let table = TableFile::read("homs.tsv", &tsv);
    lint(&[table], &outlines())
        .into_iter()
        .map(|p| format!("{}: {}", p.line, p.what))
        .collect()
}

const GOOD: &str = "hi-tadmur\tتدمر\tبالميرا\tPalmyra\tTadmur\ttown\t34.5624\t38.284\t3\tSY-HI\t\t\t7\tperson\t\tsure\town knowledge";

#[test]
fn a_good_row_passes() {
    assert_eq!(complaints(&[GOOD]), [""; 0]);
}

#[test]
fn every_kind_of_broken_row_is_found() {
    for (from, to, complaint) in [
        ("34.5624", "36.2", "km outside SY-HI"),
        ("34.5624", "3456", "is not between"),
        ("34.5624", "", "lat is no number"),
        ("\ttown\t", "\tvillages\t", "unknown kind"),
        ("تدمر", "تَدمر", "holds '\\u{64e}'"),
        ("تدمر", "تدمـر", "holds 'ـ'"),
        ("تدمر", "تدمر  القديمة", "two blanks"),
        ("تدمر", "Palmyra", "holds 'a'"),
        ("تدمر", "", "name_ar is missing"),
        ("Tadmur", "تدمر", "holds 'ت'"),
        ("Tadmur", "Palmyra", "Palmyra is written twice"),
        ("\tsure\t", "\tmaybe\t", "certainty \"maybe\""),
        ("own knowledge", "", "source is missing"),
        ("\t7\t", "\t12\t", "importance 12 is not between 0 and 9"),
        ("\t7\t", "\t2.5\t", "importance"),
        ("\tperson\t", "\tpeople\t", "also \"people\""),
        ("SY-HI", "SY-XX", "SY-XX is no governorate"),
        ("SY-HI", "IQ", "well inside Syria"),
        ("\t3\t", "\t300\t", "too wide for a town"),
        ("hi-tadmur", "Tadmur", "small Latin letters"),
        ("SY-HI\t\t", "SY-HI\tمنطقة كذا\t", "no district's name_ar"),
        (
            "SY-HI\t\t\t",
            "SY-HI\t\tناحية كذا\t",
            "no subdistrict's name_ar",
        ),
        ("\town knowledge", "", "16 cells instead of 17"),
    ] {
        assert!(GOOD.contains(from), "{from} is not in the row");
        let said = complaints(&[&GOOD.replacen(from, to, 1)]);
        assert!(
            said.iter()
                .any(|s| s.starts_with("2: ") && s.contains(complaint)),
            "{from} → {to}: {complaint:?} is not in {said:?}"
        );
    }
}

#[test]
fn twins_and_ids_used_twice_are_found() {
    assert_eq!(
        complaints(&[GOOD, GOOD]),
        [
            "3: mk:hi-tadmur stands in homs.tsv:2, too",
            "3: تدمر stands in homs.tsv:2, too"
        ]
    );
    let other_id = GOOD.replacen("hi-tadmur", "hi-tadmur-2", 1);
    let near = other_id.replacen("34.5624", "34.58", 1);
    assert_eq!(
        complaints(&[GOOD, &near]),
        ["3: تدمر stands in homs.tsv:2, too"]
    );
    let far = other_id.replacen("34.5624", "34.6624", 1);
    assert_eq!(complaints(&[GOOD, &far]), [""; 0]);
    let other_sort = other_id.replacen("town", "castle", 1);
    assert_eq!(complaints(&[GOOD, &other_sort]), [""; 0]);
}

/// How far off a point may be: what the news says of a village is no finer.
const RIGHT_KM: f64 = 5.0;

#[test]
fn what_the_news_names_is_found_where_it_lies() {
    let gazetteer = Gazetteer::bundled();
    let rows = include_str!("known_places.tsv").lines();
    let (mut all, mut missed) = (0, Vec::new());
    for row in rows.filter(|row| !row.starts_with('#')).skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let degrees = |at: usize| cells[at].parse::<f64>().unwrap();
        let there = Point {
            lat: degrees(1),
            lon: degrees(2),
        };
        let best = gazetteer
            .find(cells[0], 1)
            .first()
            .map(|f| gazetteer.place(f.place));
        all += 1;
        if best.is_none_or(|place| distance_km(place.point(), there) > RIGHT_KM) {
            missed.push(cells[0]);
        }
    }
    assert!(
        all > 250 && missed.len() * 100 <= 2 * all,
        "{} of {all}: {missed:?}",
        missed.len()
    );
}
