//! The style of the whole map: `style.jsonc`, with the reader's language, the inks and the named places filled in.

use super::palette::Palette;
use super::{labels, words};
use crate::analysis::Language;
use serde_json::{Value, json};

/// MapLibre's style with lines of comment and with `"@…"` where something is to be filled in.
const STYLE: &str = include_str!("style.jsonc");

/// What the style depends on besides the data.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    pub palette: &'static Palette,
    pub language: Language,
    /// Governorates that the text names, by code.
    pub governorates: &'a [String],
    /// Places that the text names, by gazetteer id.
    pub places: &'a [String],
}

/// The style as JSON text: sources, bundled fonts, layers. Addresses are relative to the page.
pub fn style(setting: &Setting) -> String {
    let mut style = String::with_capacity(STYLE.len());
    for line in STYLE.lines().filter(|l| !l.trim_start().starts_with("//")) {
        let mut parts = line.split("\"@");
        style.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (token, rest) = part.split_once('"').unwrap_or((part, ""));
            style.push_str(&setting.value(token));
            style.push_str(rest);
        }
        style.push('\n');
    }
    style
}

impl Setting<'_> {
    fn is_arabic(&self) -> bool {
        self.language == Language::Ar
    }

    /// What a token stands for, as JSON.
    fn value(&self, token: &str) -> String {
        let (way, figure) = token.split_once(' ').unwrap_or((token, ""));
        match (way, self.is_arabic()) {
            ("name", true) => "\"name_ar\"".into(),
            ("name", false) => "\"name_en\"".into(),
            ("start", true) | ("end", false) => "\"right\"".into(),
            ("end", true) | ("start", false) => "\"left\"".into(),
            ("back", true) | ("ahead", false) => format!("-{figure}"),
            ("ahead", true) | ("back", false) | ("spaced", false) => figure.into(),
            // Arabic letters join.
            ("spaced", true) => "0".into(),
            ("quiet", _) => {
                r#"["case", ["boolean", ["feature-state", "quiet"], false], 0.35, 1]"#.into()
            }
            ("open", _) => r#"["boolean", ["feature-state", "open"], false]"#.into(),
            ("governorates", _) => json!(self.governorates).to_string(),
            ("places", _) => json!(self.places).to_string(),
            ("area_name", _) => self.area_name().to_string(),
            (ink, _) => json!(self.palette.ink(ink)).to_string(),
        }
    }

    /// A governorate's name: Arabic letters are stretched where English ones are spaced, and one that the text names
    /// says what it is, so that nobody takes it for the city.
    fn area_name(&self) -> Value {
        if !self.is_arabic() {
            return json!(["get", "name_en"]);
        }
        let name = json!(["get", "name_ar"]);
        let mut stretched = vec![json!("match"), json!(["get", "id"])];
        for governorate in labels::governorates() {
            stretched.push(json!(governorate.code));
            stretched.push(json!(words::stretched(governorate.name_ar)));
        }
        stretched.push(name.clone());
        json!([
            "case",
            ["in", ["get", "id"], ["literal", self.governorates]],
            ["concat", "محافظة ", name],
            stretched
        ])
    }
}

/// The layers that answer to a pointer, in the order in which they win.
pub const POINTABLE: [&str; 12] = [
    "events",
    "marks",
    "distances",
    "place-names",
    "ghost-names",
    "notes",
    "measured",
    "stated",
    "dotted",
    "cells",
    "area-names",
    "doubt",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(dark: bool, language: Language) -> Vec<Value> {
        let named = ["SY-HI".to_string()];
        let places = ["tadmur".to_string()];
        let setting = Setting {
            palette: Palette::new(dark),
            language,
            governorates: &named,
            places: &places,
        };
        let style: Value = serde_json::from_str(&style(&setting)).unwrap();
        style["layers"].as_array().unwrap().clone()
    }

    fn layer(layers: &[Value], id: &str) -> Value {
        layers.iter().find(|l| l["id"] == id).unwrap().clone()
    }

    #[test]
    fn every_token_is_filled_in() {
        for (dark, language) in [(false, Language::Ar), (true, Language::En)] {
            let layers = layers(dark, language);
            let text = json!(layers).to_string();
            assert!(!text.contains('@') && !text.contains("null"), "{text}");
        }
    }

    #[test]
    fn what_can_be_pointed_at_is_a_layer() {
        let layers = layers(false, Language::Ar);
        for id in POINTABLE {
            layer(&layers, id);
        }
    }

    #[test]
    fn events_are_lettered_in_the_inks_and_size_of_their_symbols() {
        let events = layer(&layers(false, Language::Ar), "events");
        for symbol in super::super::Symbol::ALL {
            let colours = events["paint"]["text-color"].as_array().unwrap();
            let at = colours.iter().position(|c| c == symbol.slug()).unwrap();
            assert_eq!(colours[at + 1], symbol.colour(Palette::new(false)));
        }
        assert_eq!(events["layout"]["text-size"], super::super::events::FIGURE);
    }

    #[test]
    fn names_stand_on_the_side_where_reading_goes_on() {
        let side = |language| {
            let towns = layer(&layers(false, language), "towns");
            towns["layout"]["text-variable-anchor-offset"].clone()
        };
        assert_eq!(side(Language::Ar)[0], "right");
        assert_eq!(side(Language::Ar)[1], json!([-0.5, 0]));
        assert_eq!(side(Language::En)[0], "left");
        assert_eq!(side(Language::En)[1], json!([0.5, 0]));
    }

    #[test]
    fn arabic_areas_are_stretched_and_named_ones_say_what_they_are() {
        let names = layer(&layers(false, Language::Ar), "governorate-names");
        let text = names["layout"]["text-field"].to_string();
        assert!(text.contains("محافظة ") && text.contains("حمــص") && text.contains("SY-HI"));
        assert_eq!(names["layout"]["text-letter-spacing"], 0);
    }
}
