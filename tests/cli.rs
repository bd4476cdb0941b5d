//! The command line program, as people and scripts run it.
#![cfg(feature = "cli")]

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

struct Ran {
    code: i32,
    out: String,
    err: String,
}

/// Runs the program with these arguments and this on standard input.
fn makan(arguments: &[&str], input: &[u8]) -> Ran {
    let mut program = Command::new(env!("CARGO_BIN_EXE_makan"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = program.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A program that has failed no longer reads.
        let _ = stdin.write_all(&input);
    });
    let output = program.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn json(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

/// A file of this test's own, gone when dropped.
struct File(std::path::PathBuf);

impl File {
    fn of(name: &str, bytes: &[u8]) -> File {
        let path = std::env::temp_dir().join(format!("makan-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        File(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn an_article_is_read_from_a_file_and_from_standard_input() {
    let text = "اشتباكات قرب تدمر.".as_bytes();
    let file = File::of("article.txt", text);
    let from_file = makan(&["analyse", file.path(), "--date", "2016-04-05"], b"");
    assert_eq!((from_file.code, from_file.err.as_str()), (0, ""));
    let analysis = json(&from_file.out);
    assert_eq!(analysis["id"], file.path());
    assert_eq!(analysis["date"], "2016-04-05");
    for arguments in [&["analyse"][..], &["analyse", "-"]] {
        let piped = makan(arguments, text);
        assert_eq!(piped.code, 0, "{}", piped.err);
        assert_eq!(json(&piped.out)["mentions"], analysis["mentions"]);
    }
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_read() {
    let good = File::of("good.txt", "قصف على إدلب".as_bytes());
    let picture = File::of(
        "picture.png",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d\x01\x02\xff\xfe\x00\x00\x00\x00\x00\x03",
    );
    let empty = File::of("empty.txt", b" \n");
    let long = File::of("long.txt", "ا".repeat(1_000_001).as_bytes());
    for (bad, sentence) in [
        ("/nowhere/at/all.txt", "cannot be opened"),
        (picture.path(), "not a text"),
        (empty.path(), "no text yet"),
        (long.path(), "too long"),
    ] {
        let ran = makan(&["analyse", bad, good.path()], b"");
        assert_eq!(ran.code, 1);
        assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
        assert_eq!(json(&ran.out)["id"], good.path());
        assert!(
            ran.err.contains(bad) && ran.err.contains(sentence),
            "{}",
            ran.err
        );
        assert_eq!(ran.err.lines().count(), 1);
    }
}

#[test]
fn wrong_arguments_are_explained() {
    for (arguments, sentence) in [
        (&["analyse", "--date", "yesterday"][..], "2016-04-05"),
        (&["analyse", "--format", "shapefile"], "geojson"),
        (
            &["analyse", "--jsonl", "--format", "csv"],
            "cannot be used with",
        ),
        (&["analyze"], "analyse"),
        (&[], "Usage"),
    ] {
        let ran = makan(arguments, b"");
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(sentence), "{}", ran.err);
    }
}

#[test]
fn json_lines_keep_their_order_and_their_errors() {
    // More than are read at once.
    let mut input = String::new();
    for n in 0..1000 {
        input += &match n {
            7 => "{\"id\": 7, \"text\":\n".to_string(),
            8 => "\n".to_string(),
            9 => "{\"id\": \"nine\", \"text\": \" \"}\n".to_string(),
            500 => format!("{{\"id\": 500, \"text\": \"{}\"}}\n", "x".repeat(2_000_001)),
            n if n % 2 == 0 => format!("{{\"id\": {n}, \"text\": \"قصف على حلب {n}\"}}\n"),
            n => format!(
                "{{\"id\": \"{n}\", \"text\": \"Clashes near Homs\", \"date\": \"2016-04-05\"}}\n"
            ),
        };
    }
    let ran = makan(&["analyse", "--jsonl"], input.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("4 of 1000 lines"), "{}", ran.err);
    let lines: Vec<Value> = ran.out.lines().map(json).collect();
    assert_eq!(lines.len(), 1000);
    for (line, n) in lines.iter().zip(0..) {
        match n {
            7 | 8 => assert!(line["id"].is_null() && line["error"].is_string()),
            9 => assert!(line["id"] == "nine" && line["error"].is_string()),
            500 => assert!(line["error"].as_str().unwrap().contains("too long")),
            _ => {
                assert_eq!(line["id"], Value::from(n.to_string()));
                assert!(line["mentions"].is_array());
            }
        }
    }
    assert_eq!(lines[1]["language"], "en");
    assert_eq!(
        ran.out,
        makan(&["analyse", "--jsonl"], input.as_bytes()).out
    );
}

#[test]
fn no_lines_give_no_lines() {
    let ran = makan(&["analyse", "--jsonl"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("no line"), "{}", ran.err);
}

#[test]
fn every_format_is_what_it_says() {
    let text =
        "أمس قصفت المدفعية قرية كفرنبل، على بعد 23 كم جنوب أريحا، ما أدى إلى مقتل خمسة مدنيين."
            .as_bytes();
    let map = json(&makan(&["analyse", "--format", "geojson"], text).out);
    assert_eq!(map["type"], "FeatureCollection");
    let features = map["features"].as_array().unwrap();
    let kafr_nabl = features
        .iter()
        .find(|f| f["properties"]["text"] == "كفرنبل");
    let [lon, lat] = [0, 1].map(|i| kafr_nabl.unwrap()["geometry"]["coordinates"][i].as_f64());
    assert!((36.5..36.7).contains(&lon.unwrap()) && (35.5..35.7).contains(&lat.unwrap()));
    assert!(features.iter().any(|f| f["properties"]["what"] == "event"));
    let earth = makan(&["analyse", "--format", "kml"], text).out;
    assert!(earth.contains("<name>كفرنبل</name>") && earth.trim_end().ends_with("</kml>"));
    let table = makan(&["analyse", "--format", "csv", "--hxl"], text).out;
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let header = rows.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let cell =
        |row: usize, column: &str| &rows[row][header.iter().position(|h| h == column).unwrap()];
    assert_eq!(cell(0, "event_date"), "#date+start");
    assert_eq!(cell(1, "event_type"), "Explosions/Remote violence");
    assert_eq!(cell(1, "fatalities"), "5");
    assert_eq!(cell(1, "admin1"), "Idlib");
    let plain = makan(&["analyse", "--format", "csv"], text).out;
    assert_eq!(plain.lines().count() + 1, table.lines().count());
    assert!(!plain.contains("#date+start"));
    let refused = makan(&["analyse", "--format", "kml", "--hxl"], text);
    assert!(refused.code != 0 && refused.err.contains("--format csv"));
}

#[test]
fn places_are_found_by_name() {
    let ran = makan(&["gazetteer", "find", "تدمر", "--limit", "1"], b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.starts_with("تدمر\tPalmyra\t"), "{}", ran.out);
    let ran = makan(&["gazetteer", "find", "ضصثقفغعهخحج"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("ضصثقفغعهخحج"));
    let input = "حلب\n\nSarakib\n";
    let ran = makan(&["gazetteer", "find", "--json"], input.as_bytes());
    let lines: Vec<Value> = ran.out.lines().map(json).collect();
    assert_eq!((ran.code, lines.len()), (0, 3));
    assert_eq!(lines[0]["candidates"][0]["name_en"], "Aleppo");
    assert_eq!(lines[1]["candidates"].as_array().unwrap().len(), 0);
    assert_eq!(lines[2]["candidates"][0]["name_ar"], "سراقب");
    assert_eq!(lines[2]["candidates"][0]["admin1"], "SY-ID");
}

#[test]
fn the_gazetteer_is_counted() {
    let ran = makan(&["gazetteer", "stats"], b"");
    assert_eq!(ran.code, 0);
    for word in [
        "by kind",
        "village",
        "by governorate",
        "SY-HL",
        "by source",
        "GeoNames",
    ] {
        assert!(ran.out.contains(word), "{word}");
    }
}

#[test]
fn a_broken_table_is_named_by_file_and_line_and_nothing_is_written() {
    let directory = std::env::temp_dir().join(format!("makan-{}-tables", std::process::id()));
    std::fs::create_dir_all(directory.join("packages")).unwrap();
    let table = format!(
        "{}\nhi-x\tكذا\n\nhi-y\tكذا\n",
        makan::gazetteer::table::COLUMNS.join("\t")
    );
    std::fs::write(directory.join("homs.tsv"), table).unwrap();
    let out = directory.join("gazetteer.bin");
    let arguments = [
        "gazetteer",
        "build",
        "--tables",
        directory.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    let ran = makan(&arguments, b"");
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("homs.tsv:2: ") && ran.err.contains("homs.tsv:4: "),
        "{}",
        ran.err
    );
    assert!(!out.exists());
    std::fs::remove_dir_all(directory).unwrap();
}

#[test]
fn own_places_are_used_beside_the_bundled_ones() {
    let rows = "name_ar,name_en,lat,lon\nرسم النفل الغربي,Rasm Nafal West,35.331,37.631\nبلا مكان,Nowhere,,\n";
    let file = File::of("own.csv", rows.as_bytes());
    let found = makan(
        &[
            "gazetteer",
            "find",
            "--json",
            "--gazetteer",
            file.path(),
            "رسم النفل الغربي",
        ],
        b"",
    );
    assert_eq!(found.code, 0, "{}", found.err);
    assert!(
        found
            .err
            .contains("row 3: it has no latitude or no longitude"),
        "{}",
        found.err
    );
    let place = &json(&found.out)["candidates"][0];
    assert_eq!(
        (place["id"].as_str(), place["lat"].as_f64()),
        (Some("own:2"), Some(35.331))
    );
    let text = "قصف الطيران قرية رسم النفل الغربي.".as_bytes();
    let read = makan(&["analyse", "--gazetteer", file.path()], text);
    assert_eq!(json(&read.out)["mentions"][0]["place"]["id"], "own:2");
    let stats = makan(&["gazetteer", "stats", "--gazetteer", file.path()], b"");
    assert!(stats.out.contains("own.csv"), "{}", stats.out);
    let missing = makan(&["analyse", "--gazetteer", "/nowhere/at/all"], text);
    assert_ne!(missing.code, 0);
    assert!(
        missing.err.contains("/nowhere/at/all cannot be opened"),
        "{}",
        missing.err
    );
    let no_list = File::of("no-list.txt", "خبر عن تدمر".as_bytes());
    let refused = makan(&["gazetteer", "stats", "--gazetteer", no_list.path()], b"");
    assert_ne!(refused.code, 0);
    assert!(
        refused.err.contains("neither a GeoNames dump"),
        "{}",
        refused.err
    );
}

#[test]
fn an_article_goes_into_a_link_and_comes_back() {
    let text = "قصفت المدفعية كفرنبل، 23 كم جنوب أريحا، ما أدى إلى مقتل خمسة مدنيين.";
    let ran = makan(
        &[
            "link",
            "encode",
            "--date",
            "2016-04-05",
            "--title",
            "كفرنبل",
        ],
        text.as_bytes(),
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let link = ran.out.trim_end();
    assert!(link.starts_with("#2:") && link.len() < 120, "{link}");
    let address = format!("https://makan.example/{link}");
    for (argument, input) in [(address.as_str(), ""), ("-", link)] {
        let ran = makan(&["link", "decode", argument], input.as_bytes());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let decoded = json(&ran.out);
        assert_eq!(decoded["text"], text);
        assert_eq!(decoded["date"], "2016-04-05");
        assert_eq!(decoded["title"], "كفرنبل");
        assert_eq!(decoded["may_differ"], false);
        assert_eq!(decoded["findings_only"], false);
        let read = json(&makan(&["analyse", "--date", "2016-04-05"], text.as_bytes()).out);
        assert_eq!(decoded["analysis"], read);
    }
}

#[test]
fn findings_travel_without_the_article() {
    let text = "قصفت المدفعية كفرنبل، 23 كم جنوب أريحا، ما أدى إلى مقتل خمسة مدنيين. وعادت كفرنبل هادئة فيما بعد.";
    let link = makan(&["link", "encode", "--findings-only"], text.as_bytes()).out;
    let decoded = json(&makan(&["link", "decode", link.trim_end()], b"").out);
    assert_eq!(decoded["findings_only"], true);
    let words = decoded["text"].as_str().unwrap();
    assert!(
        words.contains("كفرنبل") && !words.contains("هادئة"),
        "{words}"
    );
    let read = json(&makan(&["analyse"], text.as_bytes()).out);
    let found = &decoded["analysis"];
    // One pin a place, each with the words, the entry and the position it had.
    let pins = found["mentions"].as_array().unwrap();
    assert_eq!(pins.len(), 2);
    for key in [
        "text",
        "place",
        "lat",
        "lon",
        "uncertainty_km",
        "confidence",
        "resolution",
    ] {
        assert_eq!(pins[0][key], read["mentions"][0][key], "{key}");
    }
    for key in [
        "text",
        "km",
        "km_min",
        "km_max",
        "direction",
        "verdict",
        "measured_km",
    ] {
        assert_eq!(
            found["distances"][0][key], read["distances"][0][key],
            "{key}"
        );
    }
    for key in ["type", "sub_type", "killed", "actors", "confidence"] {
        assert_eq!(found["events"][0][key], read["events"][0][key], "{key}");
    }
    // Spans lie in the words that stand for the article.
    let letters: Vec<char> = words.chars().collect();
    for finding in pins
        .iter()
        .chain(found["distances"].as_array().unwrap())
        .chain(found["events"].as_array().unwrap())
    {
        let [start, end] = ["start", "end"].map(|key| finding[key].as_u64().unwrap() as usize);
        assert_eq!(
            letters[start..end].iter().collect::<String>(),
            finding["text"].as_str().unwrap()
        );
    }
}

#[test]
fn bad_links_are_explained() {
    for (link, sentence) in [
        ("https://news.example/", "not a link"),
        ("#9:abc", "newer version"),
        ("#2:abcdefg", "cut short"),
    ] {
        let ran = makan(&["link", "decode", link], b"");
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert!(
            ran.err.contains(sentence) && ran.err.lines().count() == 1,
            "{}",
            ran.err
        );
    }
}

#[test]
fn saved_desks_are_read_with_what_was_put_right() {
    let desk = r#"{"makan": 1, "later": true, "articles": [
        {"text": "قصف على حلب", "date": "2016-04-05", "corrections": [{"start": 8, "end": 11, "becomes": {"point": {"lat": 35.5, "lon": 36.5}}}]},
        {"text": "Clashes near Homs"}]}"#;
    let file = File::of("two.makan.json", desk.as_bytes());
    let ran = makan(&["analyse", file.path(), "--date", "2017-01-02"], b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("later"), "{}", ran.err);
    let read: Vec<Value> = ran.out.lines().map(json).collect();
    assert_eq!(read.len(), 2);
    assert_eq!(read[0]["id"], format!("{}#1", file.path()));
    assert_eq!(read[0]["mentions"][0]["resolution"], "manual");
    assert_eq!(
        [&read[0]["date"], &read[1]["date"]],
        ["2016-04-05", "2017-01-02"]
    );
    let links = makan(&["link", "encode", file.path()], b"").out;
    let first = json(&makan(&["link", "decode", links.lines().next().unwrap()], b"").out);
    assert_eq!(first["corrections"][0]["start"], 8);
    let cut = makan(&["analyse"], &desk.as_bytes()[..60]);
    assert_eq!(cut.code, 1);
    assert!(cut.err.contains("cut short"), "{}", cut.err);
}
