//! The graduated frame: a neatline with bars of so many minutes, and degrees beside it.

use super::camera::{Camera, Inset, graduation};
use crate::analysis::Language;
use std::fmt::Write;

/// Width of the paper band around the map, px; the neatline is its inner part.
pub const BAND: f64 = 18.0;
/// The graduated rule lies this far within the band's inner edge.
const RULE: f64 = 3.0;

/// A figure at the frame: where its middle stands, and how it is turned, degrees.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub text: String,
    pub x: f64,
    pub y: f64,
    pub turned: f64,
}

/// What is drawn around the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// SVG path of the paper band, to be filled by the even-odd rule.
    pub band: String,
    /// SVG path of the dark bars.
    pub bars: String,
    /// SVG path of the two neatlines.
    pub lines: String,
    pub figures: Vec<Figure>,
}

/// Minutes between bars and between figures, so that figures keep their distance.
fn steps(camera: &Camera) -> (i32, i32) {
    let degree = 512.0 * camera.zoom.exp2() / 360.0;
    const STEPS: [(i32, i32); 6] = [(1, 5), (2, 10), (5, 15), (10, 30), (20, 60), (60, 120)];
    STEPS
        .into_iter()
        .find(|&(bar, figure)| {
            f64::from(figure) / 60.0 * degree >= 56.0 && f64::from(bar) / 60.0 * degree >= 9.0
        })
        .unwrap_or((120, 240))
}

/// The frame of a sheet.
pub fn frame(camera: &Camera, language: Language) -> Frame {
    let (w, h) = (camera.width, camera.height);
    let (right, bottom) = (w - BAND, h - BAND);
    let seen = camera.extent(Inset::even(BAND));
    let (bar, figure) = steps(camera);
    let mut bars = String::new();
    let mut figures = Vec::new();
    let x_of = |minutes: i32| camera.project(f64::from(minutes) / 60.0, camera.lat).0;
    let y_of = |minutes: i32| camera.project(camera.lng, f64::from(minutes) / 60.0).1;
    let outer = BAND - RULE;

    for minutes in multiples(seen.west, seen.east, bar) {
        if (minutes / bar).rem_euclid(2) == 0 {
            let from = x_of(minutes).clamp(BAND, right);
            let to = x_of(minutes + bar).clamp(BAND, right);
            if to > from {
                let _ = write!(bars, "M{from:.1} {outer:.1}H{to:.1}v{RULE}H{from:.1}Z");
                let _ = write!(bars, "M{from:.1} {bottom:.1}H{to:.1}v{RULE}H{from:.1}Z");
            }
        }
        let x = x_of(minutes);
        if minutes.rem_euclid(figure) == 0 && x > BAND + 6.0 && x < right - 6.0 {
            let text = graduation(minutes, language);
            figures.push(Figure {
                text: text.clone(),
                x,
                y: outer - 4.0,
                turned: 0.0,
            });
            figures.push(Figure {
                text,
                x,
                y: h - 4.0,
                turned: 0.0,
            });
        }
    }
    for minutes in multiples(seen.south, seen.north, bar) {
        if (minutes / bar).rem_euclid(2) == 0 {
            let from = y_of(minutes).clamp(BAND, bottom);
            let to = y_of(minutes + bar).clamp(BAND, bottom);
            if from > to {
                let _ = write!(bars, "M{outer:.1} {from:.1}V{to:.1}h{RULE}V{from:.1}Z");
                let _ = write!(bars, "M{right:.1} {from:.1}V{to:.1}h{RULE}V{from:.1}Z");
            }
        }
        let y = y_of(minutes);
        if minutes.rem_euclid(figure) == 0 && y > BAND + 10.0 && y < bottom - 10.0 {
            let text = graduation(minutes, language);
            figures.push(Figure {
                text: text.clone(),
                x: outer - 4.0,
                y,
                turned: -90.0,
            });
            figures.push(Figure {
                text,
                x: w - outer + 4.0,
                y,
                turned: 90.0,
            });
        }
    }
    let inner = format!("M{BAND} {BAND}H{right:.1}V{bottom:.1}H{BAND}Z");
    Frame {
        band: format!("M0 0H{w:.1}V{h:.1}H0Z{inner}"),
        bars,
        lines: format!(
            "M{outer} {outer}H{:.1}V{:.1}H{outer}Z{inner}",
            w - outer,
            h - outer
        ),
        figures,
    }
}

/// Every multiple of `step` minutes from the one before `low` to the last below `high`, degrees; a bounded number.
fn multiples(low: f64, high: f64, step: i32) -> impl Iterator<Item = i32> {
    let first = (low * 60.0 / f64::from(step)).floor() as i32;
    let last = (high * 60.0 / f64::from(step)).floor() as i32;
    (first..=last.min(first.saturating_add(400))).map(move |n| n * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: Camera = Camera {
        lng: 38.0,
        lat: 35.0,
        zoom: 7.0,
        width: 576.0,
        height: 491.0,
    };

    #[test]
    fn degrees_stand_where_their_lines_do() {
        let frame = frame(&SHEET, Language::Ar);
        let middle = frame
            .figures
            .iter()
            .filter(|f| f.text == "٣٨°")
            .collect::<Vec<_>>();
        assert_eq!(middle.len(), 2);
        assert!(middle.iter().all(|f| (f.x - 288.0).abs() < 1e-6));
        let left = frame.figures.iter().find(|f| f.text == "٣٥°").unwrap();
        assert!((left.y - 245.5).abs() < 1e-6 && left.turned == -90.0);
        assert!(frame.figures.iter().any(|f| f.text == "٣٠′"));
    }

    #[test]
    fn figures_keep_their_distance_at_every_zoom() {
        for tenth in 30..140 {
            let frame = frame(
                &Camera {
                    zoom: f64::from(tenth) / 10.0,
                    ..SHEET
                },
                Language::En,
            );
            let mut along = frame
                .figures
                .iter()
                .filter(|f| f.turned == 0.0 && f.y < 20.0)
                .map(|f| f.x)
                .collect::<Vec<_>>();
            along.sort_by(f64::total_cmp);
            assert!(
                along.windows(2).all(|pair| pair[1] - pair[0] >= 40.0),
                "zoom {tenth}: {along:?}"
            );
            assert!(frame.bars.len() < 40_000);
        }
    }
}
