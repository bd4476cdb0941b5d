use super::*;
use crate::analysis::Extent;
use crate::article::{Bounds, Correction, Days, EventFacts, Known};
use proptest::prelude::*;

fn example() -> Shared {
    Shared {
        text: "قصف الطيران قرية \"الطيبة\" شرقي السخنة،\nونزح أهلها إلى تدمر.".into(),
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
    }
}

/// Made by the first version. Never change them: such links are in people's reports.
const FROZEN: &str = "#1:eNpVj91Og0AQhV9lM9cLYbcs0n0VMQbppjaFXVLQRAlv4FsYg5iowZ94LUGqPJUDNqa92tmZOd85U0AOEtr3T1J1H0NT9aRthpoEMH7v6wDIW9MOOHx96uubQH_3L4_kdtttK3LX_ZCH56_GBgoLhHCHeZbjWo7ARgTyuIAsDzfIZz4FpXGHuxTOVGQSlYEsIDUrnY9FHOIzEzajEBuNpW_PeVmW9B8xYzvE7OgAoXS-uULzZC2zi_W5DmFfJcROJeZ7KtDmNI3DSEF5QuFyCqCXkyv3MeFfGtcW3pj32pgEpG8jyqRKj9uLFfI16qWDbrCcjueexZjFXSh_ATw2dNo";
const FROZEN_PLAIN: &str = "#1:eNqrVipRslJatf7oRqVaAB0NBP4";

#[test]
fn links_of_the_first_version_open_for_ever() {
    assert_eq!(decode(FROZEN), Ok(example()));
    let plain = Shared {
        text: "تدمر".into(),
        ..Shared::default()
    };
    assert_eq!(decode(FROZEN_PLAIN), Ok(plain));
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
        text: "قصفت المدفعية بلدة كفرنبل.".into(),
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
    let json = br#"{"t":"x","later":[1],"v":{"lng":1,"lat":2,"zoom":3,"tilt":4}}"#;
    let link = format!("#1:{}", BASE64.encode(compress_to_vec_zlib(json, 6)));
    let shared = decode(&link).expect("opens");
    assert_eq!(shared.text, "x");
    assert_eq!(shared.view.map(|view| view.zoom), Some(3.0));
}

#[test]
fn links_survive_how_people_send_them() {
    let link = encode(&example());
    let code = &link[3..];
    for sent in [
        link[1..].to_string(),
        format!("https://makan.example/app/?lang=ar{link}"),
        format!("#1%3A{code}"),
        format!("#1:{}\n  {}", &code[..40], &code[40..]),
        format!("{link}=="),
        format!("{link})."),
    ] {
        assert_eq!(decode(&sent), Ok(example()), "{sent}");
    }
}

#[test]
fn bad_links_are_named() {
    let link = encode(&example());
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
    assert_eq!(decode("#2:whatever"), Err(LinkProblem::Newer(2)));
    assert_eq!(decode("#1:"), Err(LinkProblem::Truncated));
    assert_eq!(decode("#1:تدمر"), Err(LinkProblem::Damaged));
    assert_eq!(decode("#1:AAAAAAAA"), Err(LinkProblem::Damaged));
    let not_ours = BASE64.encode(compress_to_vec_zlib(b"[1,2]", 6));
    assert_eq!(decode(&format!("#1:{not_ours}")), Err(LinkProblem::Damaged));
    for cut in 4..link.len() {
        assert_eq!(decode(&link[..cut]), Err(LinkProblem::Truncated), "{cut}");
    }
}

#[test]
fn bombs_do_not_go_off() {
    let zeros = compress_to_vec_zlib(&vec![b' '; 50_000_000], 6);
    let bomb = format!("#1:{}", BASE64.encode(zeros));
    assert!(bomb.len() < 100_000);
    assert_eq!(decode(&bomb), Err(LinkProblem::TooLarge));
    let long = Shared {
        text: "ا".repeat(LIMIT_BYTES / 2 + 1),
        ..Shared::default()
    };
    assert_eq!(decode(&encode(&long)), Err(LinkProblem::TooLarge));
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

proptest! {
    #[test]
    fn what_is_sent_arrives(text in "\\PC{0,300}", lng in -180.0..180.0, lat in -90.0..90.0, start in 0..300_u32) {
        let sent = Shared {
            text,
            corrections: Corrections(vec![Correction { start, end: start + 4, becomes: Becomes::NoPlace }]),
            view: View { lng, lat, zoom: 7.25, open: Some(Finding::Mention(start)) }.rounded(),
            ..example()
        };
        let link = encode(&sent);
        prop_assert!(link.bytes().skip(3).all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        prop_assert_eq!(decode(&link), Ok(sent));
    }

    #[test]
    fn a_changed_letter_never_passes(at in 3_usize..1000, letter in "[A-Za-z0-9_-]") {
        let link = encode(&example());
        let at = 3 + at % (link.len() - 3);
        let changed = format!("{}{letter}{}", &link[..at], &link[at + 1..]);
        // Some bits belong to no byte: behind the last letter, and behind the end of the deflated stream.
        let read = decode(&changed);
        prop_assert!(read.is_err() || read == Ok(example()));
    }

    #[test]
    fn nothing_breaks_it(link in "(#1:)?\\PC{0,60}") {
        let _ = decode(&link);
    }
}
