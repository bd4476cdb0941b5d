//! Places off the sheet: an arrow at the neatline, with the name and how far it is.

use super::camera::{Camera, Inset};
use super::earth::{self, Spot};
use super::words;
use crate::analysis::Language;
use crate::order;

/// A place with a mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Marked {
    pub key: String,
    pub name: String,
    pub spot: Spot,
    /// The lower, the more the text is about it.
    pub rank: u64,
}

/// The edge of the sheet at which an arrow stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Top,
    Right,
    Bottom,
    Left,
}

impl Side {
    pub fn slug(self) -> &'static str {
        match self {
            Side::Top => "top",
            Side::Right => "right",
            Side::Bottom => "bottom",
            Side::Left => "left",
        }
    }
}

/// An arrow to a place off the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrow {
    pub key: String,
    /// "مخيم الركبان · ١٤٤ كم من تدمر".
    pub text: String,
    /// Where it points from, px.
    pub x: f64,
    pub y: f64,
    pub side: Side,
    /// Degrees clockwise from up.
    pub turned: f64,
}

/// At most so many arrows: more would be a second list.
const MOST: usize = 5;
/// Room that an arrow with its words takes, px; a finger needs more of it.
const WIDE: f64 = 210.0;

fn high(camera: &Camera) -> f64 {
    if camera.is_wide() { 24.0 } else { 44.0 }
}

/// Side of the corner that the pad takes, px.
const PAD: f64 = 96.0;

/// The arrows of a sheet, to the places the text is most about first.
pub fn arrows(marked: &[Marked], camera: &Camera, inset: Inset, language: Language) -> Vec<Arrow> {
    let mut marked = marked.iter().collect::<Vec<_>>();
    order::sort_by_key(&mut marked, |m| m.rank);
    let hub = marked.first().copied();
    let seen = |m: &Marked| {
        camera.sees(
            super::Extent::around([m.spot]).unwrap_or(super::Extent::SYRIA),
            inset,
        )
    };
    let mut arrows: Vec<Arrow> = Vec::new();
    for m in marked.iter().filter(|m| !seen(m)) {
        let arrow = arrow(
            m,
            hub.filter(|hub| hub.key != m.key),
            camera,
            inset,
            language,
        );
        let free = |other: &Arrow| {
            (other.x - arrow.x).abs() >= WIDE || (other.y - arrow.y).abs() >= high(camera)
        };
        if arrows.iter().all(free) {
            arrows.push(arrow);
        }
        if arrows.len() == MOST {
            break;
        }
    }
    arrows
}

fn arrow(
    m: &Marked,
    hub: Option<&Marked>,
    camera: &Camera,
    inset: Inset,
    language: Language,
) -> Arrow {
    let (middle_x, middle_y) = (camera.width / 2.0, camera.height / 2.0);
    let (x, y) = camera.project(m.spot.0, m.spot.1);
    let (dx, dy) = (x - middle_x, y - middle_y);
    // How much of the way to the place lies on the sheet.
    let part = |way: f64, low: f64, high: f64| {
        if way < 0.0 {
            low / way
        } else {
            high / way.max(1e-9)
        }
    };
    let across = part(
        dx,
        inset.left - middle_x,
        camera.width - inset.right - middle_x,
    );
    let down = part(
        dy,
        inset.top - middle_y,
        camera.height - inset.bottom - middle_y,
    );
    let part = across.min(down);
    let side = match (across < down, dx < 0.0, dy < 0.0) {
        (true, true, _) => Side::Left,
        (true, false, _) => Side::Right,
        (false, _, true) => Side::Top,
        (false, _, false) => Side::Bottom,
    };
    let text = match hub {
        Some(hub) => {
            let far = words::kilometres(earth::kilometres_between(hub.spot, m.spot), language);
            let from = match language {
                Language::Ar => "من",
                Language::En => "from",
            };
            format!("{} · {far} {from} {}", m.name, hub.name)
        }
        None => m.name.clone(),
    };
    // Its words stay on the sheet, and off the corner where the pad stands.
    let within = |at: f64, low: f64, high: f64| at.max(low).min(high.max(low));
    let pad = if camera.is_wide() { PAD } else { 0.0 };
    let (x, y) = (middle_x + dx * part, middle_y + dy * part);
    let (x, y) = match side {
        Side::Top => (
            within(
                x,
                inset.left + WIDE / 2.0,
                camera.width - inset.right - WIDE / 2.0,
            ),
            y,
        ),
        Side::Bottom => (
            within(
                x,
                inset.left + WIDE / 2.0,
                camera.width - inset.right - WIDE / 2.0 - pad,
            ),
            y,
        ),
        Side::Left => (
            x,
            within(
                y,
                inset.top + high(camera) / 2.0,
                camera.height - inset.bottom - high(camera) / 2.0,
            ),
        ),
        Side::Right => (
            x,
            within(
                y,
                inset.top + high(camera) / 2.0,
                camera.height - inset.bottom - high(camera) / 2.0 - pad,
            ),
        ),
    };
    Arrow {
        key: m.key.clone(),
        text,
        x,
        y,
        side,
        turned: dx.atan2(-dy).to_degrees(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: Camera = Camera {
        lng: 38.3,
        lat: 34.6,
        zoom: 7.5,
        width: 576.0,
        height: 491.0,
    };

    fn marked(key: &str, spot: Spot, rank: u64) -> Marked {
        Marked {
            key: key.into(),
            name: key.into(),
            spot,
            rank,
        }
    }

    #[test]
    fn an_arrow_stands_on_the_neatline_and_points_to_its_place() {
        let places = [
            marked("palmyra", (38.284, 34.5624), 1),
            marked("rukban", (38.7, 33.31), 5),
        ];
        let [arrow] = &arrows(&places, &SHEET, Inset::even(18.0), Language::En)[..] else {
            panic!()
        };
        assert_eq!((arrow.key.as_str(), arrow.side), ("rukban", Side::Bottom));
        assert!((arrow.y - 473.0).abs() < 1e-6 && arrow.x > 288.0 && arrow.x < 558.0);
        assert!((90.0..180.0).contains(&arrow.turned));
        assert_eq!(arrow.text, "rukban · 144 km from palmyra");
    }

    #[test]
    fn arrows_never_cover_each_other() {
        let places = (0..60)
            .map(|n| {
                marked(
                    &format!("m{n}"),
                    (36.0 + f64::from(n) * 0.01, 37.0),
                    n as u64,
                )
            })
            .collect::<Vec<_>>();
        let arrows = arrows(&places, &SHEET, Inset::even(18.0), Language::Ar);
        assert!(!arrows.is_empty() && arrows.len() <= MOST);
        for (n, a) in arrows.iter().enumerate() {
            assert!(
                arrows[..n]
                    .iter()
                    .all(|b| (a.x - b.x).abs() >= WIDE || (a.y - b.y).abs() >= 24.0)
            );
        }
    }
}
