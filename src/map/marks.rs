//! The small drawings on the map, as recipes: the bridge draws each to an image as sharp as the screen.

use super::certainty::Certainty;
use super::events::SYMBOL;
use super::palette::Palette;
use super::shapes::Symbol;
use serde::Serialize;

/// A drawing. Lengths in CSS pixels, its middle at 0, 0.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Image {
    pub id: String,
    /// Side of the square it takes.
    pub size: f64,
    pub strokes: Vec<Stroke>,
}

/// A path of a drawing: filled, then stroked, where it has a colour for either.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stroke {
    /// SVG path data.
    pub path: String,
    /// What the path's units are in CSS pixels, and what is its middle.
    pub scale: f64,
    pub middle: f64,
    pub fill: Option<&'static str>,
    pub stroke: Option<&'static str>,
    /// In the path's own units, as the dashes.
    pub width: f64,
    pub dash: Vec<f64>,
}

fn circle(radius: f64) -> Stroke {
    let d = 2.0 * radius;
    Stroke {
        path: format!("M{radius} 0a{radius} {radius} 0 1 1-{d} 0a{radius} {radius} 0 1 1 {d} 0Z"),
        scale: 1.0,
        middle: 0.0,
        fill: None,
        stroke: None,
        width: 0.0,
        dash: Vec::new(),
    }
}

fn path(path: &str) -> Stroke {
    Stroke {
        path: path.to_string(),
        ..circle(0.0)
    }
}

impl Stroke {
    fn filled(self, colour: &'static str) -> Stroke {
        Stroke {
            fill: Some(colour),
            ..self
        }
    }

    fn stroked(self, colour: &'static str, width: f64) -> Stroke {
        Stroke {
            stroke: Some(colour),
            width,
            ..self
        }
    }

    fn dashed(self, dash: &[f64]) -> Stroke {
        Stroke {
            dash: dash.to_vec(),
            ..self
        }
    }
}

/// Every drawing that the layers may name.
pub fn images(palette: &'static Palette) -> Vec<Image> {
    let (land, ink, pencil) = (palette.land, palette.ink, palette.pencil);
    let image = |id: &str, size, strokes| Image {
        id: id.to_string(),
        size,
        strokes,
    };
    let mut images = vec![
        image(
            "mark-settled",
            14.0,
            vec![circle(4.8).filled(land), circle(4.0).filled(ink)],
        ),
        image(
            "mark-likely",
            14.0,
            vec![
                circle(5.4).filled(land),
                circle(3.8).filled(land).stroked(ink, 1.7),
            ],
        ),
        image(
            "mark-open",
            16.0,
            vec![
                circle(5.6).filled(land),
                circle(4.4)
                    .filled(land)
                    .stroked(ink, 1.6)
                    .dashed(&[0.01, 2.76]),
            ],
        ),
        image(
            "mark-yours",
            18.0,
            vec![
                circle(7.2).filled(land),
                circle(6.0).stroked(pencil, 1.6),
                circle(2.8).filled(ink),
            ],
        ),
        image(
            "mark-stated",
            26.0,
            vec![
                path("M-11 0h5M6 0h5M0-11v5M0 6v5").stroked(land, 4.6),
                circle(6.0).filled(land).stroked(pencil, 1.8),
                path("M-11 0h5M6 0h5M0-11v5M0 6v5").stroked(pencil, 1.8),
                circle(1.6).filled(pencil),
            ],
        ),
        image(
            "mark-ghost",
            18.0,
            vec![
                circle(7.0).filled(land),
                circle(7.0)
                    .stroked(palette.ink_3, 1.4)
                    .dashed(&[0.01, 3.15]),
            ],
        ),
        image(
            "town",
            8.0,
            vec![circle(2.2).filled(land).stroked(palette.town, 1.1)],
        ),
        image(
            "tick",
            16.0,
            vec![
                path("M-6 0h12").stroked(land, 4.5),
                path("M-6 0h12").stroked(ink, 1.5),
            ],
        ),
        image("blank", 10.0, Vec::new()),
    ];
    for symbol in Symbol::ALL {
        let colour = symbol.colour(palette);
        let on_24 = |data: &str| Stroke {
            scale: SYMBOL / 24.0,
            middle: 12.0,
            ..path(data)
        };
        let ground = on_24(symbol.outline()).filled(land).stroked(land, 5.5);
        images.push(image(
            &format!("event-{}", symbol.slug()),
            SYMBOL + 5.0,
            vec![ground.clone(), on_24(symbol.filled()).filled(colour)],
        ));
        images.push(image(
            &format!("event-{}-hollow", symbol.slug()),
            SYMBOL + 5.0,
            vec![
                ground,
                on_24(symbol.outline()).filled(land).stroked(colour, 2.3),
            ],
        ));
    }
    images
}

/// The drawing of a place that was found this surely.
pub fn mark_of(certainty: Certainty) -> String {
    format!("mark-{}", certainty.slug())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_has_its_drawing_in_both_themes() {
        for dark in [false, true] {
            let ids = images(Palette::new(dark))
                .into_iter()
                .map(|i| i.id)
                .collect::<Vec<_>>();
            for certainty in [
                Certainty::Settled,
                Certainty::Likely,
                Certainty::Open,
                Certainty::Yours,
            ] {
                assert!(ids.contains(&mark_of(certainty)));
            }
            assert!(ids.contains(&"event-riot-hollow".to_string()));
        }
    }
}
