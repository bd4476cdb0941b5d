//! Geometry and drawings as SVG. Only presentation attributes: the page's policy forbids styles in markup, and programs
//! that draw SVG know them all.

use crate::map::camera::Camera;
use crate::map::marks::Image;
use serde_json::Value;
use std::fmt::Write;

/// A text as it may stand in SVG, between tags or in an attribute.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // No XML may hold these, however written.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Longitude and latitude of a GeoJSON position.
pub fn spot(position: &Value) -> Option<(f64, f64)> {
    Some((position[0].as_f64()?, position[1].as_f64()?))
}

/// The lines of a geometry, and whether they are rings.
fn lines(geometry: &Value) -> (Vec<&Value>, bool) {
    let parts = &geometry["coordinates"];
    match geometry["type"].as_str().unwrap_or_default() {
        "LineString" => (vec![parts], false),
        "MultiLineString" => (all_of(parts).collect(), false),
        "Polygon" => (all_of(parts).collect(), true),
        "MultiPolygon" => (all_of(parts).flat_map(all_of).collect(), true),
        _ => (Vec::new(), false),
    }
}

fn all_of(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The path data of a geometry on the sheet; empty for what lies wholly beside it.
pub fn path(geometry: &Value, camera: &Camera) -> String {
    /// Points nearer than this to the last one add nothing, px.
    const NEAR: f64 = 0.4;
    /// Lines are as wide as this at most, px.
    const WIDE: f64 = 16.0;
    let (lines, closed) = lines(geometry);
    let mut out = String::new();
    for line in lines {
        let points = all_of(line).filter_map(spot);
        let points: Vec<_> = points
            .map(|(lng, lat)| camera.project(lng, lat))
            .filter(|(x, y)| x.is_finite() && y.is_finite())
            .collect();
        let beside = |outside: &dyn Fn(&(f64, f64)) -> bool| points.iter().all(outside);
        if beside(&|p| p.0 < -WIDE)
            || beside(&|p| p.0 > camera.width + WIDE)
            || beside(&|p| p.1 < -WIDE)
            || beside(&|p| p.1 > camera.height + WIDE)
        {
            continue;
        }
        let mut last = None;
        for (nth, &(x, y)) in points.iter().enumerate() {
            let is_near = last.is_some_and(|(a, b): (f64, f64)| (x - a).hypot(y - b) < NEAR);
            if is_near && nth + 1 < points.len() {
                continue;
            }
            let _ = write!(out, "{}{x:.1} {y:.1}", if nth == 0 { 'M' } else { 'L' });
            last = Some((x, y));
        }
        if closed {
            out.push('Z');
        }
    }
    out
}

/// A drawing with its middle at `x`, `y`, turned clockwise by so many degrees.
pub fn drawing(image: &Image, (x, y): (f64, f64), turned: f64) -> String {
    let mut out = String::new();
    for stroke in &image.strokes {
        let middle = -stroke.middle;
        let _ = write!(
            out,
            r#"<path transform="translate({x:.1} {y:.1}) rotate({turned:.1}) scale({:.4}) translate({middle} {middle})" d="{}" fill="{}" fill-rule="evenodd""#,
            stroke.scale,
            stroke.path,
            stroke.fill.unwrap_or("none"),
        );
        if let Some(ink) = stroke.stroke {
            let _ = write!(
                out,
                r#" stroke="{ink}" stroke-width="{}" stroke-linejoin="round""#,
                stroke.width
            );
        }
        if let [on, off] = stroke.dash[..] {
            let _ = write!(
                out,
                r#" stroke-dasharray="{on} {off}" stroke-linecap="round""#
            );
        }
        out.push_str("/>");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const CAMERA: Camera = Camera {
        lng: 38.0,
        lat: 35.0,
        zoom: 7.0,
        width: 800.0,
        height: 600.0,
    };

    #[test]
    fn rings_are_closed_and_lines_are_not() {
        let ring = [[38.0, 35.0], [38.5, 35.0], [38.5, 35.5], [38.0, 35.0]];
        let area = path(
            &json!({ "type": "Polygon", "coordinates": [ring] }),
            &CAMERA,
        );
        assert!(
            area.starts_with("M400.0 300.0L") && area.ends_with('Z'),
            "{area}"
        );
        let line = path(
            &json!({ "type": "LineString", "coordinates": ring }),
            &CAMERA,
        );
        assert_eq!(line.matches('L').count(), 3);
        assert!(!line.contains('Z'));
    }

    #[test]
    fn what_lies_beside_the_sheet_is_left_out() {
        let far = json!({ "type": "LineString", "coordinates": [[10.0, 35.0], [11.0, 35.0]] });
        assert_eq!(path(&far, &CAMERA), "");
        let across = json!({ "type": "LineString", "coordinates": [[10.0, 35.0], [60.0, 35.0]] });
        assert_ne!(path(&across, &CAMERA), "");
    }

    #[test]
    fn points_that_add_nothing_are_left_out() {
        let fine: Vec<_> = (0..=1000)
            .map(|n| [38.0 + f64::from(n) * 1e-5, 35.0])
            .collect();
        let drawn = path(
            &json!({ "type": "LineString", "coordinates": fine }),
            &CAMERA,
        );
        assert!(drawn.matches('L').count() < 12, "{drawn}");
    }

    #[test]
    fn letters_of_markup_and_controls_are_no_markup() {
        assert_eq!(escaped("a<b>&\"\u{1}\u{fffe}"), "a&lt;b&gt;&amp;&quot;");
    }
}
