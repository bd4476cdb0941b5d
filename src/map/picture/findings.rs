//! The findings of the picture: areas of doubt, lines, marks and symbols. Shape tells the class, line style the certainty.

use super::Picture;
use super::pen::{drawing, path, spot};
use serde_json::Value;
use std::fmt::Write;

/// How the lines of a class are drawn: the ink, the width and the dashes, px.
const LINES: [(&str, &str, f64, &str); 5] = [
    ("dotted", "pencil", 1.7, "0 4.6"),
    ("ghost-line", "ink_3", 1.1, "0 5"),
    ("stated", "ink", 1.5, "6 4"),
    ("beyond", "ink", 1.5, "3 2.5"),
    ("measured", "ink", 1.5, "none"),
];

/// What lies flat: sectors and rings, circles of doubt, lines. Lettering of the ground comes above it.
pub fn flat(picture: &Picture) -> String {
    let mut out = String::from(r#"<g shape-rendering="crispEdges">"#);
    for cell in picture.of_sheet("cell") {
        let opacity = cell["properties"]["opacity"].as_f64().unwrap_or(0.12);
        let data = path(&cell["geometry"], &picture.camera);
        if !data.is_empty() {
            let _ = write!(
                out,
                r#"<path d="{data}" fill="{}" fill-opacity="{opacity}"/>"#,
                picture.palette.pencil
            );
        }
    }
    out.push_str("</g>");
    for doubt in picture.of_sheet("doubt") {
        out.push_str(&circle_of_doubt(picture, doubt));
    }
    for (class, ink, width, dash) in LINES {
        for line in picture.of_sheet(class) {
            let data = path(&line["geometry"], &picture.camera);
            if data.is_empty() {
                continue;
            }
            // A pale casing parts a line from the ground.
            if matches!(ink, "ink") {
                let _ = write!(
                    out,
                    r#"<path d="{data}" fill="none" stroke="{}" stroke-width="4.5"/>"#,
                    picture.palette.land
                );
            }
            let _ = write!(
                out,
                r#"<path d="{data}" fill="none" stroke="{}" stroke-width="{width}" stroke-dasharray="{dash}" stroke-linecap="{}"{}/>"#,
                picture.palette.ink(ink).unwrap_or("none"),
                if dash.starts_with("0 ") {
                    "round"
                } else {
                    "butt"
                },
                key(line),
            );
        }
    }
    out
}

fn circle_of_doubt(picture: &Picture, doubt: &Value) -> String {
    let properties = &doubt["properties"];
    // Narrower than its mark it would say nothing.
    if properties["from"].as_f64().unwrap_or(0.0) > picture.camera.zoom {
        return String::new();
    }
    let soft = properties["soft"] == true;
    let (width, dash) = match properties["certainty"].as_str().unwrap_or_default() {
        _ if soft => (1.0, "0 5"),
        "likely" => (1.3, "5 3.5"),
        "open" => (1.4, "0 4"),
        _ => (0.9, "none"),
    };
    let data = path(&doubt["geometry"], &picture.camera);
    let ink = picture.palette.pencil;
    let fill = if soft { 0.055 } else { 0.1 };
    format!(
        r#"<path d="{data}" fill="{ink}" fill-opacity="{fill}" stroke="{ink}" stroke-width="{width}" stroke-dasharray="{dash}" stroke-linecap="round"/>"#
    )
}

/// What stands upright: ticks, the marks of places, and the symbols of events, each with a key to its finding.
pub fn upright(picture: &Picture) -> String {
    let mut out = String::new();
    for class in ["tick", "ghost", "mark", "event"] {
        // The first of the text lie above the others.
        let features: Vec<_> = picture.of_sheet(class).collect();
        for feature in features.into_iter().rev() {
            let properties = &feature["properties"];
            let name = match class {
                "tick" => "tick",
                _ => properties["image"].as_str().unwrap_or_default(),
            };
            let image = picture.images.iter().find(|image| image.id == name);
            let (Some(image), Some(at)) = (image, picture.on_sheet(feature)) else {
                continue;
            };
            let turned = properties["bearing"].as_f64().unwrap_or(0.0);
            let _ = write!(out, "<g{}>{}</g>", key(feature), drawing(image, at, turned));
        }
    }
    out
}

/// The attribute by which the page knows whose mark it is.
pub fn key(feature: &Value) -> String {
    match feature["properties"]["key"].as_str() {
        Some(key) => format!(r#" data-finding="{key}""#),
        None => String::new(),
    }
}

impl Picture<'_> {
    /// Where the drawing of a point feature stands, px; none off the sheet.
    pub fn on_sheet(&self, feature: &Value) -> Option<(f64, f64)> {
        let (lng, lat) = spot(&feature["geometry"]["coordinates"])?;
        let (x, y) = self.camera.project(lng, lat);
        let at = &feature["properties"]["at"];
        let (right, down) = spot(at).unwrap_or_default();
        let inside =
            (0.0..self.camera.width).contains(&x) && (0.0..self.camera.height).contains(&y);
        inside.then_some((x + right, y + down))
    }
}
