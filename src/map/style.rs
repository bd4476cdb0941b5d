//! The style of the whole map, as MapLibre's style specification has it.

use super::palette::Palette;
use super::{base_layers, finding_layers, ground};
use crate::analysis::Language;
use serde_json::{Value, json};

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

impl Setting<'_> {
    /// The property that holds a name of the base map.
    pub fn name(&self) -> Value {
        json!([
            "get",
            match self.language {
                Language::Ar => "name_ar",
                Language::En => "name_en",
            }
        ])
    }

    pub fn is_arabic(&self) -> bool {
        self.language == Language::Ar
    }
}

/// The style: sources, bundled fonts, layers. Addresses are relative to the page.
pub fn style(setting: &Setting) -> Value {
    let mut layers = base_layers::ground(setting);
    layers.extend(finding_layers::areas(setting));
    layers.extend(base_layers::lettering(setting));
    layers.extend(finding_layers::marks(setting));
    let nothing = json!({ "type": "FeatureCollection", "features": [] });
    json!({
        "version": 8,
        "sources": {
            "base": { "type": "geojson", "data": "basemap.json", "tolerance": 0.2 },
            "graticule": { "type": "geojson", "data": ground::graticule() },
            "settlements": { "type": "geojson", "data": nothing },
            "rim": { "type": "geojson", "data": nothing },
            "findings": { "type": "geojson", "data": nothing, "promoteId": "key", "tolerance": 0.1, "maxzoom": 12 },
        },
        "font-faces": fonts(),
        "layers": layers,
    })
}

/// Lettering of the plate. Plex for what people built, Naskh (in English, italic) for what nature did.
pub const PLEX: &str = "Plex";
pub const PLEX_MEDIUM: &str = "Plex Medium";
pub const PLEX_BOLD: &str = "Plex SemiBold";
pub const NASKH: &str = "Naskh";

fn fonts() -> Value {
    let face = |arabic: &str, latin: &str| {
        json!([
            { "url": format!("fonts/{arabic}.woff2"),
              "unicode-range": ["U+0600-06FF", "U+0750-077F", "U+FB50-FDFF", "U+FE70-FEFF", "U+200C-200F"] },
            { "url": format!("fonts/{latin}.woff2"), "unicode-range": ["U+0000-05FF", "U+2010-22FF"] },
        ])
    };
    let plex = |weight| {
        face(
            &format!("ibm-plex-sans-arabic-arabic-{weight}-normal"),
            &format!("ibm-plex-sans-arabic-latin-{weight}-normal"),
        )
    };
    json!({
        PLEX: plex(400),
        PLEX_MEDIUM: plex(500),
        PLEX_BOLD: plex(600),
        NASKH: face("noto-naskh-arabic-arabic-400-normal", "source-serif-4-latin-400-italic"),
    })
}

/// Lettering of one size and colour with its halo, as layout and paint.
pub fn lettering(font: &str, size: f64, colour: &str, halo: &str) -> (Value, Value) {
    let layout = json!({ "text-font": [font], "text-size": size, "text-max-width": 30, "text-line-height": 1.25 });
    let paint = json!({ "text-color": colour, "text-halo-color": halo, "text-halo-width": 1.6 });
    (layout, paint)
}

/// `more` laid over `base`, key by key.
pub fn with(mut base: Value, more: Value) -> Value {
    if let (Some(base), Value::Object(more)) = (base.as_object_mut(), more) {
        base.extend(more);
    }
    base
}
