use super::*;
use crate::analysis::Extent;
use crate::article::{Bounds, Correction, Days, EventFacts, Known};
use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;

fn example() -> Shared {
    Shared {
        content: Content::Article(
            "قصف الطيران قرية \"الطيبة\" شرقي السخنة،\nونزح أهلها إلى تدمر.".into(),
        ),
        date: Some(jiff::civil::date(2016, 4, 5)),
        corrections: Corrections(vec![
            Correction {
                start: 18,
                end: 24,
                becomes: Becomes::Point {
                    lat: 35.1,
                    lon: 38.92,
                },
            },
            Correction {
                start: 31,
                end: 37,
                becomes: Becomes::Entry("mk:sukhna".into()),
            },
            Correction {
                start: 55,
                end: 59,
                becomes: Becomes::NoPlace,
            },
        ]),
        view: Some(View {
            lng: 38.284,
            lat: 34.5624,
            zoom: 8.5,
            open: Some(Finding::Distance(0)),
        }),
        gazetteer: "2026-11-24".into(),
        ..Shared::default()
    }
}

/// Everything that a link may carry with an article.
fn full_example() -> Shared {
    Shared {
        engine: "0.1.0".into(),
        language: Some(Language::En),
        source: "https://news.example/2016/04".into(),
        title: "نزوح من السخنة".into(),
        filters: Some(Filters {
            types: ["Battles".into()].into(),
            actors: ["IS".into()].into(),
            days: Some(Days {
                from: jiff::civil::date(2016, 4, 1),
                to: jiff::civil::date(2016, 4, 5),
            }),
        }),
        ..example()
    }
}

fn findings_example() -> Shared {
    let line = include_str!("primer.jsonl").lines().last();
    serde_json::from_str(line.unwrap_or_default()).expect("the primer's last line carries findings")
}

fn article(text: &str) -> Shared {
    Shared {
        content: Content::Article(text.into()),
        ..Shared::default()
    }
}

/// Made by earlier versions, and by this one. Never change them: such links are in people's reports.
const FROZEN_1: &str = "#1:eNpVj91Og0AQhV9lM9cLYbcs0n0VMQbppjaFXVLQRAlv4FsYg5iowZ94LUGqPJUDNqa92tmZOd85U0AOEtr3T1J1H0NT9aRthpoEMH7v6wDIW9MOOHx96uubQH_3L4_kdtttK3LX_ZCH56_GBgoLhHCHeZbjWo7ARgTyuIAsDzfIZz4FpXGHuxTOVGQSlYEsIDUrnY9FHOIzEzajEBuNpW_PeVmW9B8xYzvE7OgAoXS-uULzZC2zi_W5DmFfJcROJeZ7KtDmNI3DSEF5QuFyCqCXkyv3MeFfGtcW3pj32pgEpG8jyqRKj9uLFfI16qWDbrCcjueexZjFXSh_ATw2dNo";
const FROZEN_1_PLAIN: &str = "#1:eNqrVipRslJatf7oRqVaAB0NBP4";
const FROZEN_2: &str = "#2:xdwnfp7Ds0hMyUGBr-X1GjpoIQAAQqOiBYYI78G-DGo9FpTM2jXkxxpLo9LWDyaCpskc4hNb6StN17N6w80cxft0dcRYb5kpVdpAXdJ-xegPewqXoKPZaDfigzyh6dpJmgCkCkAMfEegl3cuFAubLla4PKbqSogITp3S_pLtLClTqA";
const FROZEN_2_PLAIN: &str = "#2:GrgaBioCxNE8Og";
const FROZEN_2_FINDINGS: &str = "#2:uSl3CJcHJnOQgVy8";

#[test]
fn filters_come_back() {
    let filter = full_example().filters.expect("there is one").filter();
    assert_eq!(Filters::of(&filter), full_example().filters);
    assert_eq!(Filters::of(&Filter::default()), None);
}

#[test]
fn links_of_every_version_open_for_ever() {
    assert_eq!(decode(FROZEN_1), Ok(example()));
    assert_eq!(decode(FROZEN_1_PLAIN), Ok(article("تدمر")));
    assert_eq!(decode(FROZEN_2), Ok(full_example()));
    assert_eq!(decode(FROZEN_2_PLAIN), Ok(article("تدمر")));
    assert_eq!(decode(FROZEN_2_FINDINGS), Ok(findings_example()));
}

#[test]
fn the_version_that_writes_writes_the_same_for_ever() {
    assert_eq!(encode(&full_example()), FROZEN_2);
    assert_eq!(encode(&findings_example()), FROZEN_2_FINDINGS);
}

#[test]
fn what_the_coder_has_read_before_is_what_links_carry() {
    for line in include_str!("primer.jsonl").lines() {
        let shared: Shared = serde_json::from_str(line).expect(line);
        assert_eq!(serde_json::to_string(&shared).unwrap(), line);
        assert_eq!(shared.clone().checked(), Ok(shared));
    }
}

/// The first link that carried corrections of events.
const FROZEN_EVENTS: &str = "#1:eNpNTjsOgkAUvAqZelG-JtJ5DkMMwpoQwq5ZVi3InkewIRYWlihaeCoXJIbqvZnMr4REgMetvRjn7tW0909tVF1TG8_2-q66GQhiBOsShYyElloElCUIPIItjXlOCwQl6JEy2T8aYZWKeSI4o0YhRZpRHbGfRtjLMcPxVUiQDL4oHe5O8FxHOJa9MC3PtGxtlnzKuFCKIJua8pTpQT190soDG3il8b_SHxttdzIbjG9-w1Wovo8DV3s";

#[test]
fn corrections_of_events_arrive() {
    let facts = EventFacts {
        sub_type: Some("Air/drone strike".into()),
        places: Some(vec![Extent { start: 19, end: 25 }]),
        date: Some(Known::Said(Days {
            from: jiff::civil::date(2016, 4, 1),
            to: jiff::civil::date(2016, 4, 3),
        })),
        killed: Some(Known::Said(Bounds { min: 4, max: None })),
        wounded: Some(Known::Unsaid),
    };
    let sent = Shared {
        content: Content::Article("قصفت المدفعية بلدة كفرنبل.".into()),
        corrections: Corrections(vec![
            Correction {
                start: 0,
                end: 4,
                becomes: Becomes::Event(facts),
            },
            Correction {
                start: 5,
                end: 13,
                becomes: Becomes::NoEvent,
            },
        ]),
        ..Shared::default()
    };
    assert_eq!(decode(&encode(&sent)).as_ref(), Ok(&sent));
    assert_eq!(decode(FROZEN_EVENTS), Ok(sent));
}

#[test]
fn unknown_fields_of_later_makers_are_passed_over() {
    let json = r#"{"t":"x","later":[1],"v":{"lng":1,"lat":2,"zoom":3,"tilt":4}}"#;
    let deflated = BASE64.encode(compress_to_vec_zlib(json.as_bytes(), 6));
    for link in [
        format!("#1:{deflated}"),
        format!("#2:{}", packed::encode(json)),
    ] {
        let shared = decode(&link).expect("opens");
        assert_eq!(shared.content, Content::Article("x".into()));
        assert_eq!(shared.view.map(|view| view.zoom), Some(3.0));
    }
}

#[test]
fn links_survive_how_people_send_them() {
    for (link, carried) in [
        (FROZEN_1.to_string(), example()),
        (encode(&full_example()), full_example()),
    ] {
        let (tag, code) = link.split_at(3);
        for sent in [
            link[1..].to_string(),
            format!("https://makan.example/app/?lang=ar{link}"),
            format!("{}%3A{code}", &tag[..2]),
            format!("{tag}{}\n  {}", &code[..40], &code[40..]),
            format!("{link}=="),
            format!("{link})."),
        ] {
            assert_eq!(decode(&sent).as_ref(), Ok(&carried), "{sent}");
        }
    }
}

#[test]
fn bad_links_are_named() {
    for foreign in [
        "",
        "#",
        "#/about",
        "#x:abc",
        "#0:abc",
        "#-1:abc",
        "#99999999999:abc",
        "#%ff",
    ] {
        assert_eq!(decode(foreign), Err(LinkProblem::Foreign), "{foreign}");
    }
    assert_eq!(decode("#3:whatever"), Err(LinkProblem::Newer(3)));
    for tag in ["#1:", "#2:"] {
        assert_eq!(decode(tag), Err(LinkProblem::Truncated));
        assert_eq!(decode(&format!("{tag}تدمر")), Err(LinkProblem::Damaged));
    }
    assert_eq!(decode("#1:AAAAAAAA"), Err(LinkProblem::Damaged));
    assert_eq!(decode("#2:AAAAAAAA"), Err(LinkProblem::Damaged));
    // A length that no link has.
    assert_eq!(decode("#2:AAAA_____w"), Err(LinkProblem::Damaged));
    let not_ours = BASE64.encode(compress_to_vec_zlib(b"[1,2]", 6));
    assert_eq!(decode(&format!("#1:{not_ours}")), Err(LinkProblem::Damaged));
    let not_ours = packed::encode("[1,2]");
    assert_eq!(decode(&format!("#2:{not_ours}")), Err(LinkProblem::Damaged));
}

#[test]
fn links_that_were_cut_are_told_from_changed_ones() {
    for link in [
        FROZEN_1.to_string(),
        encode(&full_example()),
        encode(&findings_example()),
    ] {
        for cut in 4..link.len() {
            assert_eq!(decode(&link[..cut]), Err(LinkProblem::Truncated), "{cut}");
        }
    }
}

#[test]
fn thousands_of_changed_links_do_no_harm() {
    let letters: Vec<char> = ('A'..='Z')
        .chain('a'..='z')
        .chain('0'..='9')
        .chain(['-', '_'])
        .collect();
    let mut changed = 0;
    for (link, carried, step) in [
        (FROZEN_1.to_string(), example(), 5),
        (
            encode(&article("ونزح أهلها إلى تدمر")),
            article("ونزح أهلها إلى تدمر"),
            11,
        ),
    ] {
        for at in 3..link.len() {
            for letter in letters.iter().step_by(step) {
                let other = format!("{}{letter}{}", &link[..at], &link[at + 1..]);
                // Some bits belong to no byte: behind the last letter, and behind the end of the deflated stream.
                let read = decode(&other);
                assert!(read.is_err() || read.as_ref() == Ok(&carried), "{other}");
                changed += 1;
            }
        }
    }
    assert!(changed > 4000, "{changed}");
}

#[test]
fn bombs_do_not_go_off() {
    let zeros = compress_to_vec_zlib(&vec![b' '; 50_000_000], 6);
    let bomb = format!("#1:{}", BASE64.encode(zeros));
    assert!(bomb.len() < 100_000);
    assert_eq!(decode(&bomb), Err(LinkProblem::TooLarge));
    let bomb = format!("#2:{}", packed::encode(&" ".repeat(LIMIT_PACKED + 1)));
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    assert_eq!(decode(&bomb), Err(LinkProblem::TooLarge));
    let long = format!("{{\"t\":\"{}\"}}", "ا".repeat(LIMIT_BYTES / 2 + 1));
    let long = BASE64.encode(compress_to_vec_zlib(&pack::pack(&long), 6));
    assert_eq!(decode(&format!("#1:{long}")), Err(LinkProblem::TooLarge));
    assert_eq!(
        decode(&"a".repeat(LIMIT_CONTENTS + 1)),
        Err(LinkProblem::TooLarge)
    );
}

#[test]
fn places_off_the_earth_are_not_taken() {
    let mut shared = example();
    shared.view = Some(View {
        lng: f64::NAN,
        lat: 0.0,
        zoom: 3.0,
        open: None,
    });
    assert_eq!(decode(&encode(&shared)).map(|s| s.view), Ok(None));
    shared.corrections.0[0].becomes = Becomes::Point {
        lat: 91.0,
        lon: 0.0,
    };
    assert_eq!(decode(&encode(&shared)), Err(LinkProblem::Damaged));
}

#[test]
fn findings_that_refer_to_nothing_are_not_taken() {
    type Spoil = fn(&mut Findings);
    let spoils: [Spoil; 7] = [
        |f| f.pins[0].position = Some(Position(91.0, 0.0, 1.0)),
        |f| f.pins[0].confidence = 101,
        |f| f.lengths[0].from = Some(99),
        |f| f.lengths[0].km.0 = 1e9,
        |f| f.lengths[0].measured = Some((12.0, -3.0)),
        |f| f.deeds[0].places = vec![99],
        |f| f.deeds[0].sub_type = "Dance".into(),
    ];
    for spoil in spoils {
        let mut shared = findings_example();
        let Content::Findings(findings) = &mut shared.content else {
            unreachable!()
        };
        spoil(findings);
        assert_eq!(decode(&encode(&shared)), Err(LinkProblem::Damaged));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_sent_arrives(text in "\\PC{0,300}", lng in -180.0..180.0, lat in -90.0..90.0, start in 0..300_u32) {
        let sent = Shared {
            content: Content::Article(text),
            corrections: Corrections(vec![Correction { start, end: start + 4, becomes: Becomes::NoPlace }]),
            view: View { lng, lat, zoom: 7.25, open: Some(Finding::Mention(start)) }.rounded(),
            ..full_example()
        };
        let link = encode(&sent);
        prop_assert!(link.bytes().skip(3).all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        prop_assert!(link.ends_with(|c: char| c.is_ascii_alphanumeric()));
        prop_assert_eq!(decode(&link), Ok(sent));
    }

    #[test]
    fn any_text_arrives(text in any::<String>()) {
        prop_assert_eq!(decode(&encode(&article(&text))), Ok(article(&text)));
    }

    #[test]
    fn nothing_breaks_it(link in "(#[12]:)?\\PC{0,60}") {
        let _ = decode(&link);
    }

    #[test]
    fn no_bytes_break_it(version in 1..3, bytes in any::<Vec<u8>>()) {
        let _ = decode(&format!("#{version}:{}", BASE64.encode(bytes)));
    }
}
