//! Every export, read back by another program's reader.

use boon::{Compiler, Schemas};
use makan::analysis::{Analysis, Count};
use makan::export::csv::{Heading, table};
use makan::export::{geojson, kml};
use makan::{Article, Corrections, Gazetteer, analyse};
use serde_json::Value;

const TEXT: &str = "\
قصف على كفرنبل

قالت وكالة محلية إن 12 مدنيا قتلوا أمس في غارة جوية على مدينة كفرنبل، فيما قال المرصد السوري إن 9 أشخاص قتلوا.
وقال ناشطون إن قذائف سقطت على قرية تبعد 20 كم شرق مدينة أريحا، ما أدى إلى مقتل العشرات.
واندلعت اشتباكات بين قوات النظام والفصائل قرب مدينة سراقب.";

fn analysis() -> Analysis {
    let article = Article {
        id: "=HYPERLINK(\"x\")".into(),
        text: TEXT.into(),
        date: Some("2019-06-02".parse().expect("a date")),
    };
    analyse(&article, Gazetteer::bundled(), &Corrections::default())
}

/// The rows of the table by the names of its columns.
fn rows(analysis: &Analysis, heading: Heading) -> Vec<Vec<(String, String)>> {
    let written = table(
        std::slice::from_ref(analysis),
        Gazetteer::bundled(),
        heading,
    );
    let mut reader = csv::Reader::from_reader(written.as_bytes());
    let names = reader.headers().expect("a header").clone();
    let named = |row: csv::StringRecord| {
        let pairs = names.iter().zip(row.iter());
        pairs.map(|(n, c)| (n.to_string(), c.to_string())).collect()
    };
    reader
        .records()
        .map(|row| named(row.expect("as many cells as columns")))
        .collect()
}

fn cell<'a>(row: &'a [(String, String)], column: &str) -> &'a str {
    let found = row.iter().find(|(name, _)| name == column);
    &found.expect("a column").1
}

#[test]
fn the_table_has_acleds_columns_and_lowest_figures() {
    let analysis = analysis();
    let rows = rows(&analysis, Heading::Names);
    assert_eq!(rows.len(), analysis.events.len());
    let names: Vec<&str> = rows[0].iter().map(|(name, _)| name.as_str()).collect();
    let acled = "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 \
        assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 \
        admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp";
    let acled: Vec<&str> = acled.split_whitespace().collect();
    assert_eq!(names[..acled.len()], acled);
    let strike = &rows[0];
    assert_eq!(cell(strike, "sub_event_type"), "Air/drone strike");
    assert_eq!(cell(strike, "event_date"), "2019-06-01");
    assert_eq!(cell(strike, "time_precision"), "1");
    assert_eq!(cell(strike, "fatalities"), "9", "the lower of two claims");
    assert!(cell(strike, "notes").ends_with("المرصد السوري: 9 أشخاص"));
    assert_eq!(cell(strike, "geo_precision"), "1");
    assert_eq!(cell(strike, "admin1"), "Idlib");
    let shelling = &rows[1];
    assert_eq!(
        cell(shelling, "fatalities"),
        "10",
        "ACLED's figure for tens"
    );
    let clash = rows.last().expect("a clash");
    assert_eq!(
        (cell(clash, "actor1"), cell(clash, "actor2")),
        ("SYR", "OPP")
    );
    assert_eq!(cell(clash, "event_date"), "", "no date is stated");
}

#[test]
fn no_cell_is_a_formula_and_tags_stand_under_the_names() {
    let rows = rows(&analysis(), Heading::NamesAndHxl);
    assert_eq!(cell(&rows[0], "event_date"), "#date+start");
    assert_eq!(cell(&rows[0], "latitude"), "#geo+lat");
    for row in &rows[1..] {
        for (name, cell) in row {
            let number = cell.parse::<f64>().is_ok();
            let first = cell.chars().next().unwrap_or(' ');
            assert!(number || !"=+-@\t\r\0".contains(first), "{name}: {cell}");
        }
        assert!(cell(row, "article").starts_with("'="));
    }
}

#[test]
fn geojson_is_as_the_rfc_wants_it() {
    let analysis = analysis();
    let written = geojson::collection(std::slice::from_ref(&analysis)).to_string();
    let value: Value = serde_json::from_str(&written).expect("JSON");
    let mut schemas = Schemas::new();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/geojson.schema.json");
    let schema = Compiler::new()
        .compile(path, &mut schemas)
        .expect("the schema");
    if let Err(problem) = schemas.validate(&value, schema) {
        panic!("{problem:#}");
    }
    let read: ::geojson::FeatureCollection = written.parse().expect("GeoJSON");
    let found = analysis.mentions.len() + analysis.distances.len() + analysis.events.len();
    assert_eq!(read.features.len(), found);
    let mut polygons = 0;
    for feature in value["features"].as_array().expect("features") {
        if feature["geometry"]["type"] != "Polygon" {
            continue;
        }
        polygons += 1;
        for (at, ring) in positions(&feature["geometry"]["coordinates"])
            .iter()
            .enumerate()
        {
            assert_eq!(ring.first(), ring.last(), "rings are closed");
            assert_eq!(
                area(ring) > 0.0,
                at == 0,
                "outer rings run against the clock"
            );
        }
    }
    assert!(polygons > 0);
    let events = read.features.iter().filter_map(|f| f.properties.as_ref());
    let event = events
        .into_iter()
        .find(|p| p["what"] == "event")
        .expect("an event");
    assert_eq!(event["fatalities"], 9);
    assert_eq!(event["rival"][0]["source"]["text"], "المرصد السوري");
    for key in [
        "type", "sub_type", "actors", "date", "source", "also", "trigger", "edited",
    ] {
        assert!(event.contains_key(key), "{key}");
    }
}

fn positions(rings: &Value) -> Vec<Vec<(f64, f64)>> {
    serde_json::from_value(rings.clone()).expect("rings of pairs")
}

/// Twice the area that a ring encloses; positive against the clock.
fn area(ring: &[(f64, f64)]) -> f64 {
    let sides = ring.windows(2);
    sides.map(|s| s[0].0 * s[1].1 - s[1].0 * s[0].1).sum()
}

#[test]
fn kml_is_read_by_an_xml_reader() {
    let mut analysis = analysis();
    analysis.events[0].text.push_str(" <&> \u{1}\u{fffe}");
    let written = kml::document(std::slice::from_ref(&analysis));
    let document = roxmltree::Document::parse(&written).expect("XML");
    let root = document.root_element();
    assert!(root.has_tag_name(("http://www.opengis.net/kml/2.2", "kml")));
    let placemarks: Vec<_> = root
        .descendants()
        .filter(|n| n.tag_name().name() == "Placemark")
        .collect();
    let placed = analysis.mentions.iter().filter(|m| m.lat.is_some()).count();
    assert!(placemarks.len() > placed, "{} placemarks", placemarks.len());
    for placemark in placemarks {
        let text = |name: &str| {
            let node = placemark
                .descendants()
                .find(|n| n.tag_name().name() == name);
            node.and_then(|n| n.text()).unwrap_or_default().to_string()
        };
        assert!(!text("name").is_empty());
        for position in text("coordinates").split_whitespace() {
            let degrees: Vec<f64> = position
                .split(',')
                .map(|d| d.parse().expect("degrees"))
                .collect();
            assert!((32.0..48.0).contains(&degrees[0]) && (29.0..40.0).contains(&degrees[1]));
        }
    }
    assert!(written.contains("المرصد السوري: 9 أشخاص"));
}

#[test]
fn what_says_nothing_exports_nothing_wrong() {
    let mut analysis = analysis();
    analysis.events.truncate(1);
    let event = &mut analysis.events[0];
    (event.places, event.killed, event.date) = (vec![], None, None);
    event.rival.clear();
    event.wounded = Some(Count {
        min: 3,
        max: None,
        text: "عدة".into(),
        acled: 3,
    });
    let row = &rows(&analysis, Heading::Names)[0];
    for column in [
        "event_date",
        "year",
        "latitude",
        "location",
        "fatalities",
        "country",
    ] {
        assert_eq!(cell(row, column), "", "{column}");
    }
    assert_eq!(cell(row, "injured"), "3");
}
