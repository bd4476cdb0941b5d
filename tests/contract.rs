//! The JSON of an analysis is what `tests/analysis.schema.json` says: the contract with other programs.

use boon::{Compiler, SchemaIndex, Schemas};
use makan::analysis::*;
use makan::{Article, Corrections, Gazetteer, analyse};
use serde_json::{Value, json};

struct Contract {
    schemas: Schemas,
    analysis: SchemaIndex,
}

impl Contract {
    fn read() -> Contract {
        let schema = serde_json::from_str(include_str!("analysis.schema.json")).unwrap();
        let mut compiler = Compiler::new();
        compiler.add_resource("analysis.json", schema).unwrap();
        let mut schemas = Schemas::new();
        let analysis = compiler.compile("analysis.json", &mut schemas).unwrap();
        Contract { schemas, analysis }
    }

    fn check(&self, analysis: &Value) -> Result<(), String> {
        self.schemas
            .validate(analysis, self.analysis)
            .map_err(|error| format!("{error:#}"))
    }
}

/// An analysis in which no field is empty, save those that exclude each other.
fn whole() -> Analysis {
    let reason = Reason {
        pro: true,
        ar: "قبلها كلمة مدينة".into(),
        en: "the word city stands before it".into(),
    };
    let date = "2016-04-05".parse().unwrap();
    Analysis {
        id: "1".into(),
        engine: "0.1.0".into(),
        gazetteer: "1".into(),
        language: Language::Ar,
        date: Some(date),
        mentions: vec![Mention {
            id: 0,
            start: 6,
            end: 10,
            text: "تدمر".into(),
            kind: MentionKind::Place,
            resolution: Resolution::Gazetteer,
            place: Some(PlaceName {
                id: "gn:163808".into(),
                name_ar: "تدمر".into(),
                name_en: "Palmyra".into(),
                feature: "PPLA3".into(),
                admin1: Some("SY-HI".into()),
                country: "SY".into(),
            }),
            lat: Some(34.5624),
            lon: Some(38.284),
            uncertainty_km: Some(3.0),
            confidence: 0.97,
            geo_precision: Some(1),
            reasons: vec![reason.ar.clone()],
            why: vec![reason.clone()],
            antecedent: Some(0),
            candidates: vec![Candidate {
                id: "gn:163808".into(),
                name_ar: "تدمر".into(),
                name_en: "Palmyra".into(),
                feature: "PPLA3".into(),
                admin1: None,
                country: "SY".into(),
                lat: 34.5624,
                lon: 38.284,
                score: 2.5,
            }],
        }],
        distances: vec![StatedDistance {
            id: 0,
            start: 0,
            end: 5,
            text: "70 كم".into(),
            km: 70.0,
            km_min: 69.5,
            km_max: Some(70.5),
            approximate: true,
            direction: Some("ENE".into()),
            from: Some(0),
            border: Some(StatedBorder {
                country: Some("IQ".into()),
                lat: Some(34.4),
                lon: Some(41.0),
            }),
            to: Some(1),
            measured_km: Some(64.6),
            measured_bearing: Some(56.2),
            verdict: Verdict::Consistent,
            footprint: Some(
                serde_json::from_value(json!({
                    "type": "Polygon",
                    "coordinates": [[[38.2, 34.5], [38.3, 34.5], [38.3, 34.6], [38.2, 34.5]]],
                }))
                .unwrap(),
            ),
            lat: Some(34.9),
            lon: Some(38.9),
            uncertainty_km: Some(12.0),
        }],
        events: vec![Event {
            id: 0,
            start: 0,
            end: 20,
            text: "قصف".into(),
            trigger: Extent { start: 0, end: 3 },
            event_type: "Explosions/Remote violence".into(),
            sub_type: "Shelling/artillery/missile attack".into(),
            places: vec![0],
            actors: vec![ActorInEvent {
                id: "IS".into(),
                role: Role::Actor,
                text: "التنظيم".into(),
            }],
            killed: Some(Count {
                min: 300,
                max: None,
                text: "أكثر من 300 قتيل".into(),
                acled: 300,
            }),
            wounded: Some(Count {
                min: 2,
                max: Some(2),
                text: "جريحين".into(),
                acled: 2,
            }),
            date: Some(EventDate {
                from: date,
                to: date,
                precision: 1,
                text: "اليوم".into(),
            }),
            source: Some(Source {
                text: "مصدر محلي".into(),
            }),
            confidence: 0.8,
            also: vec![Extent { start: 30, end: 40 }],
            rival: vec![Claim {
                killed: Some(Count {
                    min: 250,
                    max: Some(250),
                    text: "250".into(),
                    acled: 250,
                }),
                wounded: None,
                source: Source {
                    text: "وكالة".into(),
                },
            }],
            edited: true,
        }],
        set_aside: vec![SetAside {
            start: 50,
            end: 55,
            text: "الحمصي".into(),
            why: Reason {
                pro: false,
                ..reason
            },
        }],
    }
}

#[test]
fn every_field_of_the_engine_is_in_the_schema() {
    let whole = serde_json::to_value(whole()).unwrap();
    assert_eq!(Contract::read().check(&whole), Ok(()));
}

#[test]
fn what_breaks_the_contract_is_refused() {
    let contract = Contract::read();
    let whole = serde_json::to_value(whole()).unwrap();
    for (pointer, value) in [
        ("/language", json!("fr")),
        ("/date", json!("5 April")),
        ("/engine", json!("")),
        ("/mentions/0/kind", json!("Place")),
        ("/mentions/0/lat", json!(null)),
        ("/mentions/0/lat", json!(91)),
        ("/mentions/0/start", json!(-1)),
        ("/mentions/0/confidence", json!(1.2)),
        ("/mentions/0/geo_precision", json!(4)),
        ("/mentions/0/place/country", json!("Syria")),
        ("/mentions/0/candidates/0/score", json!("high")),
        ("/distances/0/direction", json!("east")),
        ("/distances/0/measured_bearing", json!(360)),
        ("/distances/0/footprint/type", json!("Point")),
        ("/distances/0/measured_km", json!(null)),
        ("/distances/0/border/country", json!("Iraq")),
        ("/events/0/type", json!("War")),
        ("/events/0/sub_type", json!("")),
        ("/events/0/killed/min", json!(-3)),
        ("/events/0/date/precision", json!(0)),
        ("/set_aside/0/why/en", json!("")),
    ] {
        let mut broken = whole.clone();
        *broken.pointer_mut(pointer).unwrap() = value.clone();
        assert!(contract.check(&broken).is_err(), "{pointer} may be {value}");
    }
    // What is measured has two ends: two mentions, or one and a border.
    let mut broken = whole.clone();
    broken["distances"][0]["to"] = json!(null);
    assert_eq!(contract.check(&broken), Ok(()));
    broken["distances"][0]["border"] = json!(null);
    assert!(contract.check(&broken).is_err());
    // Neither may a key be missing or unknown, anywhere.
    for parent in [
        "",
        "/mentions/0",
        "/mentions/0/place",
        "/distances/0",
        "/events/0",
        "/set_aside/0/why",
    ] {
        let keys: Vec<String> = whole
            .pointer(parent)
            .unwrap()
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        for key in keys {
            let mut broken = whole.clone();
            broken
                .pointer_mut(parent)
                .unwrap()
                .as_object_mut()
                .unwrap()
                .remove(&key);
            assert!(
                contract.check(&broken).is_err(),
                "{parent}/{key} may be missing"
            );
        }
        let mut broken = whole.clone();
        broken.pointer_mut(parent).unwrap()["colour"] = json!("red");
        assert!(
            contract.check(&broken).is_err(),
            "{parent} may have a colour"
        );
    }
}

/// Our own writing, in the manner of the press, with one of everything that the engine reads.
const ARTICLES: [&str; 6] = [
    "",
    "قال مصدر محلي إن اشتباكات عنيفة دارت أمس في محيط مدينة السخنة، الواقعة على بعد 70 كيلومترا شرقي تدمر، وأسفرت عن مقتل أكثر من 20 عنصرا وجرح العشرات.",
    "استهدفت طائرات حربية بثلاث غارات بلدة كفرنبل وقرية حاس بريف إدلب الجنوبي صباح اليوم الجمعة، ما أدى إلى مقتل ثلاثة مدنيين بينهم طفلان. وتقع حاس على بعد أربعة كيلومترات شمال كفرنبل. ووصل الجرحى إلى مشفى المدينة.",
    "أفاد الناشط أبو محمد الحلبي بانفجار سيارة مفخخة قرب دوار الساعة في الباب، وخروج مظاهرة في إعزاز تطالب بالإفراج عن المعتقلين في سجن صيدنايا.",
    "Government forces shelled the outskirts of Idlib and an area about 12 km south-west of Saraqib on Tuesday, killing at least four civilians, the White Helmets said. Residents fled towards the city.",
    "في قرية لا يعرفها أحد، على مسافة ٣٠ كم شمال غرب الرقة، عُثر على مقبرة؛ وفي الجبال شمالا نحو 80 كيلومترا من تدمر خيام 😀 للبدو.",
];

#[test]
fn what_the_engine_gives_keeps_the_contract() {
    let contract = Contract::read();
    for text in ARTICLES {
        for date in [None, Some("2016-04-05".parse().unwrap())] {
            let article = Article {
                id: "own".into(),
                text: text.into(),
                date,
            };
            let analysis = analyse(&article, Gazetteer::bundled(), &Corrections::default());
            let json = serde_json::to_value(&analysis).unwrap();
            if let Err(error) = contract.check(&json) {
                panic!("{text}\n{error}\n{json:#}");
            }
        }
    }
}

#[test]
fn an_analysis_survives_its_json() {
    let json = serde_json::to_string(&whole()).unwrap();
    assert_eq!(serde_json::from_str::<Analysis>(&json).unwrap(), whole());
}

#[test]
fn a_saved_desk_is_what_its_schema_says() {
    use makan::share::{DeskFile, Filters, KeptArticle, View};
    use makan::{Becomes, Bounds, Correction, Days, EventFacts, Known};
    let mut compiler = Compiler::new();
    let schema = serde_json::from_str(include_str!("desk.schema.json")).unwrap();
    compiler.add_resource("desk.json", schema).unwrap();
    let mut schemas = Schemas::new();
    let index = compiler.compile("desk.json", &mut schemas).unwrap();
    let becomes = [
        Becomes::NoPlace,
        Becomes::NoEvent,
        Becomes::Event(EventFacts {
            sub_type: Some("Attack".into()),
            places: Some(vec![Extent { start: 0, end: 4 }]),
            date: Some(Known::Unsaid),
            killed: Some(Known::Said(Bounds {
                min: 2,
                max: Some(3),
            })),
            wounded: None,
        }),
        Becomes::Entry("gn:163808".into()),
        Becomes::Point {
            lat: 34.5,
            lon: 38.3,
        },
    ];
    let article = KeptArticle {
        title: "تدمر".into(),
        source: "https://news.example".into(),
        date: Some("2016-04-05".parse().unwrap()),
        text: "تدمر".into(),
        corrections: Corrections(
            becomes
                .map(|becomes| Correction {
                    start: 0,
                    end: 4,
                    becomes,
                })
                .to_vec(),
        ),
        imprint: Some(7),
        view: Some(View {
            lng: 38.3,
            lat: 34.5,
            zoom: 7.0,
            open: Some(makan::Finding::Mention(0)),
        }),
        filters: Some(Filters {
            types: ["Battles".into()].into(),
            actors: ["SYR".into()].into(),
            days: Some(Days {
                from: "2016-04-01".parse().unwrap(),
                to: "2016-04-05".parse().unwrap(),
            }),
        }),
        ..KeptArticle::default()
    };
    let desk = DeskFile::new(vec![article, KeptArticle::default()], Gazetteer::bundled());
    let mut written: Value = serde_json::from_str(&desk.write()).unwrap();
    schemas.validate(&written, index).unwrap();
    written["articles"][0]["corrections"][0]["becomes"] =
        json!({ "point": { "lat": 99, "lon": 0 } });
    assert!(schemas.validate(&written, index).is_err());
}
