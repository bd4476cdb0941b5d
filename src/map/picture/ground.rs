//! The ground of the picture: the base map below the findings, in the order and the inks of `style.jsonc`.

use super::Picture;
use super::pen::path;
use crate::map::ground::grains;
use std::fmt::Write;

/// How a layer of the base map is drawn: its name, the ink of its fill, and the ink, width and dashes of its line, px.
const LAYERS: [(&str, &str, &str, f64, &str); 11] = [
    ("land", "out", "", 0.0, ""),
    ("country", "land", "", 0.0, ""),
    ("graticule", "", "graticule", 0.7, ""),
    ("river", "", "river", 0.8, ""),
    ("lake", "water", "river", 0.7, ""),
    ("salt", "salt", "river", 0.6, "2 2"),
    ("coast", "", "river", 0.7, ""),
    ("governorate_line", "", "governorate", 1.0, "3.5 3"),
    ("border_other", "", "border", 0.8, "7 2.5 1.4 2.5"),
    ("ceasefire", "", "border", 0.8, "1.5 2.5"),
    ("border", "", "border", 1.3, "9 2.5 1.6 2.5"),
];

/// Everything below the findings.
pub fn ground(picture: &Picture) -> String {
    let (camera, palette) = (&picture.camera, picture.palette);
    let mut out = format!(
        r#"<rect width="{}" height="{}" fill="{}"/>"#,
        camera.width, camera.height, palette.water
    );
    for (layer, fill, line, width, dash) in LAYERS {
        let ink = |name| palette.ink(name).unwrap_or("none");
        if layer == "graticule" {
            let _ = write!(
                out,
                r#"<path d="{}" fill="none" stroke="{}" stroke-width="{width}"/>"#,
                graticule(picture),
                ink(line)
            );
            continue;
        }
        for feature in picture.of_base(layer) {
            let data = path(&feature["geometry"], camera);
            if data.is_empty() {
                continue;
            }
            let width = match feature["properties"]["rank"].as_u64() {
                Some(1) => 2.0 * width,
                Some(2) => 1.4 * width,
                _ => width,
            };
            let _ = write!(
                out,
                r#"<path d="{data}" fill="{}" stroke="{}" stroke-width="{width}" stroke-dasharray="{}" stroke-linejoin="round"/>"#,
                ink(fill),
                ink(line),
                if dash.is_empty() { "none" } else { dash },
            );
            if layer == "country" {
                out.push_str(&band(&data, palette.band));
            }
        }
    }
    out.push_str(&named_governorates(picture));
    out.push_str(&dust(picture));
    out
}

/// The band inside the border.
fn band(country: &str, ink: &str) -> String {
    format!(
        r#"<clipPath id="makan-country"><path d="{country}"/></clipPath><path d="{country}" fill="none" stroke="{ink}" stroke-width="14" clip-path="url(#makan-country)"/>"#
    )
}

/// A line at every whole degree.
fn graticule(picture: &Picture) -> String {
    let camera = &picture.camera;
    let seen = camera.extent(Default::default());
    let mut out = String::new();
    for degree in (seen.west.ceil() as i32)..=(seen.east.floor() as i32) {
        let x = camera.project(degree.into(), camera.lat).0;
        let _ = write!(out, "M{x:.1} 0V{}", camera.height);
    }
    for degree in (seen.south.ceil() as i32)..=(seen.north.floor() as i32) {
        let y = camera.project(camera.lng, degree.into()).1;
        let _ = write!(out, "M0 {y:.1}H{}", camera.width);
    }
    out
}

/// The governorates that the text names.
fn named_governorates(picture: &Picture) -> String {
    let named = picture.of_base("governorate").filter(|f| {
        let iso = f["properties"]["iso"].as_str().unwrap_or_default();
        picture.sheet.governorates.iter().any(|code| code == iso)
    });
    let areas = named.map(|f| path(&f["geometry"], &picture.camera));
    let areas: String = areas.collect();
    format!(
        r#"<path d="{areas}" fill="{}" fill-opacity="0.035"/>"#,
        picture.palette.pencil
    )
}

/// Every settlement of the gazetteer as a grain: one path of points with round ends.
fn dust(picture: &Picture) -> String {
    let camera = &picture.camera;
    let mut grains_here = String::new();
    for place in grains(picture.gazetteer) {
        let (x, y) = camera.project(place.lon, place.lat);
        if (0.0..camera.width).contains(&x) && (0.0..camera.height).contains(&y) {
            let _ = write!(grains_here, "M{x:.1} {y:.1}h0");
        }
    }
    format!(
        r#"<path d="{grains_here}" stroke="{}" stroke-width="{:.1}" stroke-linecap="round"/>"#,
        picture.palette.dust,
        (camera.zoom - 5.0).clamp(0.0, 4.0) * 0.3 + 1.1
    )
}
