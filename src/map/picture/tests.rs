//! Pictures of the map's own example, with the bundled base map and gazetteer.

use super::*;
use crate::Finding;
use crate::map::fixture::{BARA, analysis};

const CAMERA: Camera = Camera {
    lng: 38.0,
    lat: 34.7,
    zoom: 7.2,
    width: 1000.0,
    height: 750.0,
};

fn margins() -> Margins {
    Margins {
        title: "هدوء <حذر> شرق حمص".into(),
        about: "٥ نيسان ٢٠١٦".into(),
        made: "مكان".into(),
    }
}

/// Draws the example, does something with the picture, and gives back what that gave.
fn with_picture<T>(language: Language, camera: Camera, act: impl FnOnce(&Picture) -> T) -> T {
    let base = include_str!("../../../public/basemap.json");
    let base: Value = serde_json::from_str(base).unwrap();
    let gazetteer = Gazetteer::from_bytes(include_bytes!("../../../public/gazetteer.bin")).unwrap();
    let open = Some(Finding::Mention(BARA));
    let sheet = Sheet::new(&analysis(), language, open, &|_| None);
    let palette = Palette::new(false);
    act(&Picture::new(
        camera, &sheet, &base, &gazetteer, palette, language,
    ))
}

fn document(language: Language) -> String {
    with_picture(language, CAMERA, |p| p.document(&margins()))
}

#[test]
fn a_picture_is_whole_xml_without_styles_or_foreign_addresses() {
    for language in [Language::Ar, Language::En] {
        let svg = document(language);
        let xml = roxmltree::Document::parse(&svg).unwrap();
        for node in xml.descendants().filter(|n| n.is_element()) {
            assert_ne!(node.tag_name().name(), "style");
            for attribute in node.attributes() {
                assert_ne!(attribute.name(), "style");
                assert!(!attribute.value().contains("http"), "{attribute:?}");
            }
        }
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    assert_eq!(document(Language::Ar), document(Language::Ar));
}

#[test]
fn title_key_scale_and_credits_are_on_it() {
    let svg = document(Language::Ar);
    for words in [
        "هدوء &lt;حذر&gt; شرق حمص",
        "مسافة مقيسة",
        "معارك",
        "GeoNames",
        "كم</text>",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    let english = document(Language::En);
    assert!(english.contains("Measured") && english.contains(r#"direction="ltr""#));
}

#[test]
fn every_place_in_sight_has_its_mark_and_its_name() {
    with_picture(Language::Ar, CAMERA, |picture| {
        let map = picture.map();
        for key in ["m0", "m1", "m5", "e0", "d0"] {
            assert!(map.contains(&format!(r#"data-finding="{key}""#)), "{key}");
        }
        assert!(map.contains(">تدمر</text>") && map.contains(">السخنة</text>"));
        assert!(map.contains(r#"direction="rtl""#));
    });
}

#[test]
fn what_is_off_the_sheet_is_not_drawn_on_it() {
    let north_east = Camera {
        lng: 41.5,
        lat: 36.6,
        zoom: 9.0,
        ..CAMERA
    };
    with_picture(Language::Ar, north_east, |picture| {
        assert!(!picture.map().contains(r#"data-finding="m0""#));
    });
}

#[test]
fn labels_do_not_cover_each_other() {
    let places = with_picture(Language::Ar, CAMERA, lettering::places);
    assert!(places.len() > 20, "{} labels", places.len());
    for (nth, a) in places.iter().enumerate() {
        for b in &places[..nth] {
            assert!(
                a.2 < b.0 || b.2 < a.0 || a.3 < b.1 || b.3 < a.1,
                "{a:?} {b:?}"
            );
        }
    }
}
