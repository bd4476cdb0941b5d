//! The lettering of the picture. The most important is set first; what would cover it is moved, or else left out.

use super::Picture;
use super::findings::key;
use super::pen::{drawing, escaped, spot};
use crate::analysis::Language;
use crate::map::events::FIGURE;
use crate::map::ground::grains;
use crate::map::shapes::Symbol;
use crate::map::{labels, words};
use serde_json::Value;
use std::fmt::Write;

/// A rectangle of the sheet: left, top, right, bottom, px.
pub type Box = (f64, f64, f64, f64);

/// On which side of its spot a label lies.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Side {
    /// Reading leads away from the spot.
    Ahead,
    /// Reading leads to the spot.
    Back,
    Above,
    Below,
    /// On the spot itself.
    On,
    /// Beside a line that leads through the spot: right or left of it, and below or above.
    Corner {
        right: bool,
        below: bool,
    },
}

use Side::{Above, Ahead, Back, Below, Corner, On};

/// The sides that a line leaves free, by whether it rises to the right.
const BESIDE_RISING: &[Side] = &[
    Corner {
        right: true,
        below: true,
    },
    Corner {
        right: false,
        below: false,
    },
];
const BESIDE_FALLING: &[Side] = &[
    Corner {
        right: false,
        below: true,
    },
    Corner {
        right: true,
        below: false,
    },
];

/// A label before it has its place.
struct Label<'a> {
    spot: (f64, f64),
    lines: Vec<String>,
    size: f64,
    /// As SVG's `font-weight`.
    weight: u16,
    /// Whether nature made it: set in the typeface of rivers and mountains.
    nature: bool,
    ink: &'a str,
    /// From its spot to its nearest edge, px.
    gap: f64,
    sides: &'a [Side],
    /// The attribute that ties it to its finding.
    key: String,
}

/// Takes the places of labels one after the other.
struct Setter<'a> {
    picture: &'a Picture<'a>,
    taken: Vec<Box>,
    out: String,
}

/// All the lettering, over everything else.
pub fn lettering(picture: &Picture) -> String {
    let mut setter = Setter {
        picture,
        taken: marks(picture),
        out: String::new(),
    };
    setter.numbers();
    setter.findings();
    setter.towns();
    setter.areas();
    setter.out
}

/// Where the labels of the base map and of places stand, without what marks cover.
#[cfg(test)]
pub fn places(picture: &Picture) -> Vec<Box> {
    let mut setter = Setter {
        picture,
        taken: Vec::new(),
        out: String::new(),
    };
    setter.findings();
    setter.towns();
    setter.areas();
    setter.taken
}

/// What symbols and marks cover.
fn marks(picture: &Picture) -> Vec<Box> {
    let of = |class, half: f64| {
        let features = picture.of_sheet(class);
        features
            .filter_map(|f| picture.on_sheet(f))
            .map(move |(x, y)| (x - half, y - half, x + half, y + half))
    };
    of("event", 10.0)
        .chain(of("mark", 5.0))
        .chain(of("tick", 3.0))
        .collect()
}

/// About as wide as a line is set, px: the typefaces' letters are six tenths as wide as high, seldom wider.
fn width(line: &str, size: f64) -> f64 {
    const LETTER: f64 = 0.6;
    let letters = line
        .chars()
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}'));
    letters.count() as f64 * LETTER * size
}

impl Setter<'_> {
    fn is_arabic(&self) -> bool {
        self.picture.language == Language::Ar
    }

    /// A base map feature's name in the reader's language.
    fn name<'v>(&self, properties: &'v Value) -> &'v str {
        let key = if self.is_arabic() {
            "name_ar"
        } else {
            "name_en"
        };
        properties[key].as_str().unwrap_or_default()
    }

    /// The rectangle that a label takes on one side.
    fn on_side(&self, label: &Label, side: Side) -> Box {
        let (x, y) = label.spot;
        let wide = label
            .lines
            .iter()
            .map(|l| width(l, label.size))
            .fold(0.0, f64::max);
        let high = label.size * 1.25 * label.lines.len() as f64;
        let (gap, half) = (label.gap, wide / 2.0);
        let ahead_is_left = self.is_arabic();
        let (left, middle) = match side {
            On => (x - half, y),
            Above => (x - half, y - gap - high / 2.0),
            Below => (x - half, y + gap + high / 2.0),
            Ahead | Back if (side == Ahead) == ahead_is_left => (x - gap - wide, y),
            Ahead | Back => (x + gap, y),
            Corner { right, below } => (
                if right { x + gap } else { x - gap - wide },
                if below {
                    y + gap + high / 2.0
                } else {
                    y - gap - high / 2.0
                },
            ),
        };
        (left, middle - high / 2.0, left + wide, middle + high / 2.0)
    }

    /// Sets a label on the first of its sides that is free and on the sheet; else not at all. Whether it did.
    fn set(&mut self, label: Label) -> bool {
        let inset = self.picture.inset;
        let camera = &self.picture.camera;
        let is_free = |a: &Box| {
            let inside = a.0 > inset
                && a.1 > inset
                && a.2 < camera.width - inset
                && a.3 < camera.height - inset;
            inside
                && self
                    .taken
                    .iter()
                    .all(|b| a.2 < b.0 || b.2 < a.0 || a.3 < b.1 || b.3 < a.1)
        };
        let sides = label
            .sides
            .iter()
            .map(|&side| (side, self.on_side(&label, side)));
        let Some((side, place)) = sides.into_iter().find(|(_, place)| is_free(place)) else {
            return false;
        };
        self.taken.push(place);
        self.write(&label, side, place);
        true
    }

    /// Set from its near edge, so that its gap is right however wide the letters are.
    fn write(&mut self, label: &Label, side: Side, (left, top, right, _): Box) {
        let palette = self.picture.palette;
        let lies_right = match side {
            Ahead => Some(!self.is_arabic()),
            Back => Some(self.is_arabic()),
            Corner { right, .. } => Some(right),
            On | Above | Below => None,
        };
        // SVG's start is where reading starts: the right edge in Arabic.
        let (x, anchor) = match lies_right {
            None => ((left + right) / 2.0, "middle"),
            Some(true) if self.is_arabic() => (left, "end"),
            Some(true) => (left, "start"),
            Some(false) if self.is_arabic() => (right, "start"),
            Some(false) => (right, "end"),
        };
        let family = if label.nature { NATURE } else { LETTERS };
        let slant = if label.nature && !self.is_arabic() {
            "italic"
        } else {
            "normal"
        };
        for (nth, line) in label.lines.iter().enumerate() {
            let base = top + label.size * (1.25 * nth as f64 + 0.95);
            let (weight, ink) = if nth == 0 {
                (label.weight, label.ink)
            } else {
                (500, palette.ink_2)
            };
            let _ = write!(
                self.out,
                r#"<text x="{x:.1}" y="{base:.1}" text-anchor="{anchor}" font-family="{family}" font-size="{:.1}" font-weight="{weight}" font-style="{slant}" fill="{ink}" stroke="{}" stroke-width="3.2" stroke-linejoin="round" paint-order="stroke"{}>{}</text>"#,
                if nth == 0 {
                    label.size
                } else {
                    label.size * 0.86
                },
                palette.land,
                label.key,
                escaped(line),
            );
        }
    }

    /// The numbers of events, after their symbols.
    fn numbers(&mut self) {
        for event in self.picture.of_sheet("event") {
            let properties = &event["properties"];
            let Some((x, y)) = self.picture.on_sheet(event) else {
                continue;
            };
            let (right, down) = spot(&properties["at"]).unwrap_or_default();
            let (ahead, below) = spot(&properties["figure"]).unwrap_or_default();
            let at = (x - right + ahead * FIGURE, y - down + below * FIGURE);
            let symbol = Symbol::ALL
                .into_iter()
                .find(|s| properties["symbol"] == s.slug());
            let label = Label {
                spot: at,
                lines: vec![properties["number"].as_str().unwrap_or_default().into()],
                size: FIGURE,
                weight: 600,
                nature: false,
                ink: symbol.map_or(self.picture.palette.ink, |s| s.colour(self.picture.palette)),
                gap: 0.0,
                sides: &[On],
                key: key(event),
            };
            let place = self.on_side(&label, On);
            self.taken.push(place);
            self.write(&label, On, place);
        }
    }

    /// Distances, places, areas, what is said of unnamed spots and of namesakes not chosen.
    fn findings(&mut self) {
        const BESIDE: &[Side] = &[Ahead, Back, Above, Below];
        let palette = self.picture.palette;
        for class in ["distance", "mark", "area", "note", "ghost"] {
            let mut features: Vec<_> = self.picture.of_sheet(class).collect();
            crate::order::sort_by(&mut features, |a, b| {
                let rank = |f: &Value| f["properties"]["rank"].as_u64();
                rank(a).cmp(&rank(b))
            });
            for feature in features {
                let properties = &feature["properties"];
                let text = |name: &str| properties[name].as_str().unwrap_or_default().to_string();
                let Some(spot) = self.picture.on_sheet(feature) else {
                    continue;
                };
                let (first, second) = match class {
                    "distance" => (text("stated") + &text("measured"), String::new()),
                    "note" => (text("text"), String::new()),
                    _ => (text("name"), text("note")),
                };
                let (size, weight, ink, gap, sides) = match class {
                    "distance" if properties["rising"] == true => {
                        (12.0, 600, palette.ink, 5.0, BESIDE_RISING)
                    }
                    "distance" => (12.0, 600, palette.ink, 5.0, BESIDE_FALLING),
                    "mark" if properties["stated"] == true => {
                        (13.5, 600, palette.ink, 15.0, BESIDE)
                    }
                    "mark" => (13.5, 600, palette.ink, 9.0, BESIDE),
                    "area" => (12.5, 500, palette.ink_2, 0.0, &[On, Above, Below][..]),
                    "note" => (
                        11.5,
                        500,
                        palette.ink_2,
                        6.0,
                        &[Above, Below, Ahead, Back][..],
                    ),
                    _ => (11.5, 400, palette.ink_3, 12.0, BESIDE),
                };
                self.set(Label {
                    spot,
                    lines: [first, second]
                        .into_iter()
                        .filter(|l| !l.is_empty())
                        .collect(),
                    size,
                    weight,
                    nature: properties["nature"] == true,
                    ink,
                    gap,
                    sides,
                    key: key(feature),
                });
            }
        }
    }

    /// Towns that the text does not name, the greater first.
    fn towns(&mut self) {
        let picture = self.picture;
        // As many as the scale has room for, as `style.jsonc` has it.
        let least = match picture.camera.zoom {
            z if z < 5.0 => 9,
            z if z < 6.0 => 8,
            z if z < 7.0 => 6,
            z if z < 8.0 => 5,
            z if z < 9.0 => 4,
            z if z < 10.0 => 2,
            _ => 0,
        };
        let mut towns: Vec<_> = grains(picture.gazetteer)
            .filter(|p| p.importance >= least && !picture.sheet.places.contains(&p.id))
            .collect();
        crate::order::sort_by(&mut towns, |a, b| {
            b.importance
                .cmp(&a.importance)
                .then_with(|| a.id.cmp(&b.id))
        });
        let dot = picture.images.iter().find(|image| image.id == "town");
        for town in towns {
            let spot = picture.camera.project(town.lon, town.lat);
            let name = if self.is_arabic() {
                &town.name_ar
            } else {
                &town.name_en
            };
            let is_set = self.set(Label {
                spot,
                lines: vec![words::lettering(name, picture.language)],
                size: 11.5,
                weight: 400,
                nature: false,
                ink: picture.palette.town,
                gap: 5.0,
                sides: &[Ahead, Back, Above, Below],
                key: String::new(),
            });
            if let Some(dot) = dot.filter(|_| is_set) {
                self.out.push_str(&drawing(dot, spot, 0.0));
            }
        }
    }

    /// The names of the base map: governorates, mountains and deserts, countries, seas and lakes, rivers.
    fn areas(&mut self) {
        let picture = self.picture;
        let palette = picture.palette;
        let most = match picture.camera.zoom {
            z if z < 6.0 => 1,
            z if z < 8.0 => 2,
            _ => 3,
        };
        for feature in picture.of_base("label") {
            let properties = &feature["properties"];
            let (id, kind) = (
                properties["id"].as_str().unwrap_or_default(),
                properties["kind"].as_str().unwrap_or_default(),
            );
            if properties["rank"].as_u64() > Some(most) || id == "sy" {
                continue;
            }
            let named = picture.sheet.governorates.iter().any(|code| code == id);
            let name = self.name(properties);
            let name = match (kind, self.is_arabic()) {
                ("governorate", true) if named => format!("محافظة {name}"),
                ("governorate", true) => {
                    let own = labels::governorates().find(|g| g.code == id);
                    words::stretched(own.map_or(name, |g| g.name_ar))
                }
                ("governorate", false) => name.to_uppercase(),
                _ => name.to_string(),
            };
            let (size, weight, nature) = match kind {
                "country" => (15.0, 500, false),
                "governorate" => (12.0, if named { 600 } else { 400 }, false),
                _ => (13.5, 400, true),
            };
            let ink = match kind {
                "sea" => palette.river_lettering,
                "governorate" if named => palette.ink,
                _ => palette.area_lettering,
            };
            self.set_base(
                feature["geometry"]["coordinates"].clone(),
                name,
                size,
                weight,
                nature,
                ink,
            );
        }
        for layer in ["lake", "salt", "river"] {
            for feature in picture.of_base(layer) {
                let properties = &feature["properties"];
                let name = self.name(properties).to_string();
                let is_small = properties["rank"].as_u64() > Some(most)
                    || (layer != "river" && picture.camera.zoom < 6.6);
                let line = &feature["geometry"]["coordinates"];
                let line = if layer == "river" { line } else { &line[0] };
                let middle = line.as_array().and_then(|l| l.get(l.len() / 2));
                if let Some(middle) = middle.filter(|_| !is_small && !name.is_empty()) {
                    self.set_base(
                        middle.clone(),
                        name,
                        13.0,
                        400,
                        true,
                        palette.river_lettering,
                    );
                }
            }
        }
    }

    fn set_base(
        &mut self,
        at: Value,
        name: String,
        size: f64,
        weight: u16,
        nature: bool,
        ink: &str,
    ) {
        let Some((lng, lat)) = spot(&at) else { return };
        self.set(Label {
            spot: self.picture.camera.project(lng, lat),
            lines: vec![name],
            size,
            weight,
            nature,
            ink,
            gap: 2.0,
            sides: &[On, Above, Below],
            key: String::new(),
        });
    }
}

/// The typefaces of what people built, and of what nature did, each with one that other machines have.
pub const LETTERS: &str = "Plex Arabic, IBM Plex Sans Arabic, Noto Sans Arabic, sans-serif";
const NATURE: &str = "Naskh, Noto Naskh Arabic, Source Serif, serif";
