//! A hand-made analysis for the map's tests: what the Palmyra article's map shows.

use crate::Analysis;
use crate::analysis::*;
use crate::geodesy::{Anchor, Point, Stretch, Wind, offset};

fn place(id: &str, ar: &str, en: &str, feature: &str, admin1: &str) -> PlaceName {
    PlaceName {
        id: id.into(),
        name_ar: ar.into(),
        name_en: en.into(),
        feature: feature.into(),
        admin1: Some(admin1.into()),
        country: "SY".into(),
    }
}

/// A mention of a gazetteer entry, settled.
fn named(id: u32, place: PlaceName, lat: f64, lon: f64, km: f64) -> Mention {
    Mention {
        id,
        start: id * 10,
        end: id * 10 + 5,
        text: place.name_ar.clone(),
        kind: MentionKind::Place,
        resolution: Resolution::Gazetteer,
        place: Some(place),
        lat: Some(lat),
        lon: Some(lon),
        uncertainty_km: Some(km),
        confidence: 0.95,
        geo_precision: Some(1),
        reasons: vec![],
        why: vec![],
        antecedent: None,
        candidates: vec![],
    }
}

fn distance(id: u32, km: f64, wind: &str, from: u32, to: Option<u32>) -> StatedDistance {
    StatedDistance {
        id,
        start: 0,
        end: 1,
        text: format!("{km} كم"),
        km,
        km_min: km - 5.0,
        km_max: Some(km + 5.0),
        approximate: false,
        direction: Some(wind.into()),
        from: Some(from),
        border: None,
        to,
        measured_km: None,
        measured_bearing: None,
        verdict: Verdict::Placed,
        footprint: None,
        lat: None,
        lon: None,
        uncertainty_km: None,
    }
}

fn event(id: u32, event_type: &str, places: &[u32]) -> Event {
    Event {
        id,
        start: 0,
        end: 1,
        text: String::new(),
        trigger: Extent { start: 0, end: 1 },
        event_type: event_type.into(),
        sub_type: String::new(),
        places: places.to_vec(),
        actors: vec![],
        killed: None,
        wounded: None,
        date: None,
        source: None,
        confidence: 0.8,
        also: vec![],
        rival: vec![],
        edited: false,
    }
}

pub const PALMYRA: u32 = 0;
pub const SUKHNA: u32 = 1;
pub const CITY: u32 = 2;
pub const MOUNTAINS: u32 = 3;
pub const QARYATAYN: u32 = 4;
pub const BARA: u32 = 5;

/// Palmyra and al-Sukhnah 70 km apart, mountains 80 km to the north, al-Bara put 30 km from al-Qaryatayn.
pub fn analysis() -> Analysis {
    let palmyra = Point {
        lat: 34.5624,
        lon: 38.284,
    };
    let qaryatayn = Point {
        lat: 34.2294,
        lon: 37.2406,
    };
    let mut city = named(
        CITY,
        place("mk:tadmur", "تدمر", "Palmyra", "PPLA2", "SY-HI"),
        palmyra.lat,
        palmyra.lon,
        3.0,
    );
    city.kind = MentionKind::Reference;
    city.resolution = Resolution::Reference;
    city.text = "المدينة".into();
    city.antecedent = Some(PALMYRA);

    let north = offset(
        Anchor {
            at: palmyra,
            radius_km: 3.0,
        },
        Stretch::new(75.0, Some(85.0)),
        Wind::N,
    );
    let mut mountains = named(
        MOUNTAINS,
        place("", "", "", "", ""),
        north.middle.lat,
        north.middle.lon,
        north.radius_km,
    );
    mountains.place = None;
    mountains.text = "جبال".into();
    mountains.kind = MentionKind::Nature;
    mountains.resolution = Resolution::Unresolved;
    mountains.lat = None;
    mountains.lon = None;
    mountains.uncertainty_km = None;
    mountains.geo_precision = Some(2);

    let mut bara = named(BARA, place("", "", "", "", ""), 34.4222, 37.4711, 12.0);
    bara.place = None;
    bara.text = "البارة".into();
    bara.resolution = Resolution::Stated;
    bara.confidence = 0.7;
    bara.geo_precision = Some(2);
    bara.candidates = vec![Candidate {
        id: "mk:bara".into(),
        name_ar: "البارة".into(),
        name_en: "al-Bara".into(),
        feature: "PPL".into(),
        admin1: Some("SY-ID".into()),
        country: "SY".into(),
        lat: 35.6892,
        lon: 36.5378,
        score: 0.3,
    }];

    let mut hama = named(
        9,
        place("mk:hama-north", "حماة", "Hama", "RGN", "SY-HM"),
        35.35,
        36.75,
        25.0,
    );
    hama.kind = MentionKind::Rural;
    hama.text = "ريف حماة الشمالي".into();
    hama.geo_precision = Some(3);
    let mut homs_governorate = named(
        10,
        place(
            "mk:homs-gov",
            "محافظة حمص",
            "Homs Governorate",
            "ADM1",
            "SY-HI",
        ),
        34.5,
        38.3,
        120.0,
    );
    homs_governorate.kind = MentionKind::Admin;
    let mut idlib = named(
        7,
        place("mk:idlib", "إدلب", "Idlib", "PPLA", "SY-ID"),
        35.9306,
        36.6339,
        3.0,
    );
    idlib.confidence = 0.6;

    let mut sukhna = distance(0, 70.0, "E", PALMYRA, Some(SUKHNA));
    sukhna.measured_km = Some(64.63);
    sukhna.measured_bearing = Some(56.1);
    sukhna.verdict = Verdict::Consistent;
    let mut spot = distance(1, 80.0, "N", CITY, Some(MOUNTAINS));
    spot.approximate = true;
    spot.footprint = Some(north.geometry());
    (spot.lat, spot.lon, spot.uncertainty_km) = (
        Some(north.middle.lat),
        Some(north.middle.lon),
        Some(north.radius_km),
    );
    let mut placed = distance(2, 30.0, "NE", QARYATAYN, Some(BARA));
    (placed.lat, placed.lon, placed.uncertainty_km) = (Some(34.4222), Some(37.4711), Some(12.0));

    Analysis {
        id: "fixture".into(),
        engine: "0".into(),
        gazetteer: "0".into(),
        language: Language::Ar,
        date: None,
        mentions: vec![
            named(
                PALMYRA,
                place("mk:tadmur", "تدمر", "Palmyra", "PPLA2", "SY-HI"),
                palmyra.lat,
                palmyra.lon,
                3.0,
            ),
            named(
                SUKHNA,
                place("mk:sukhna", "السخنة", "al-Sukhnah", "PPLA3", "SY-HI"),
                34.8871,
                38.8721,
                2.0,
            ),
            city,
            mountains,
            named(
                QARYATAYN,
                place("mk:qaryatayn", "القريتين", "al-Qaryatayn", "PPLA3", "SY-HI"),
                qaryatayn.lat,
                qaryatayn.lon,
                2.0,
            ),
            bara,
            named(
                6,
                place("mk:homs", "حمص", "Homs", "PPLA", "SY-HI"),
                34.7324,
                36.7234,
                7.0,
            ),
            idlib,
            named(
                8,
                place("mk:raqqa", "الرقّة", "Raqqa", "PPLA", "SY-RA"),
                35.9528,
                39.0079,
                5.0,
            ),
            hama,
            homs_governorate,
        ],
        distances: vec![sukhna, spot, placed],
        events: vec![
            event(0, "Battles", &[PALMYRA]),
            event(1, "Explosions/Remote violence", &[9]),
            event(2, "Strategic developments", &[CITY]),
            event(3, "Strategic developments", &[SUKHNA, MOUNTAINS]),
            event(4, "Battles", &[QARYATAYN]),
            event(5, "Battles", &[BARA]),
            event(6, "Strategic developments", &[8, 7]),
            event(7, "Violence against civilians", &[6]),
            event(8, "Protests", &[6]),
            event(9, "Riots", &[6]),
        ],
        set_aside: vec![],
    }
}
