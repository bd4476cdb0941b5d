//! The area a description leaves open, as a shape to test against and to draw.

use super::{Point, angle_between, bearing, destination, distance_km, round};
use geo::Polygon;
use geojson::{Geometry, GeometryValue, Position};

/// Degrees between two corners of a drawn arc.
const STEP: f64 = 5.0;

/// Where a described place may lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Footprint {
    /// Middle by the point-radius method.
    pub middle: Point,
    /// Radius in km around the middle within which the place lies.
    pub radius_km: f64,
    /// The same area, drawn tighter.
    pub shape: Shape,
}

/// An area on the ellipsoid; lengths in km, angles in degrees.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Circle {
        centre: Point,
        radius_km: f64,
    },
    Ring {
        centre: Point,
        inner_km: f64,
        outer_km: f64,
    },
    /// A piece of a ring; a cone when `inner_km` is 0.
    Sector {
        centre: Point,
        inner_km: f64,
        outer_km: f64,
        heading: f64,
        half_angle: f64,
    },
    /// What several shapes have in common, and an outline around it in degrees.
    Meeting {
        parts: Vec<Shape>,
        outline: Polygon,
    },
}

impl Footprint {
    pub(super) fn new(middle: Point, radius_km: f64, shape: Shape) -> Footprint {
        Footprint {
            middle: middle.rounded(),
            radius_km: round(radius_km, 1e3),
            shape,
        }
    }

    /// A circle of `radius_km` around `centre`.
    pub fn circle(centre: Point, radius_km: f64) -> Footprint {
        Footprint::new(centre, radius_km, Shape::Circle { centre, radius_km })
    }

    /// Whether a point lies within what was stated.
    pub fn contains(&self, point: Point) -> bool {
        self.shape.contains(point)
    }

    /// The shape as a GeoJSON Polygon. Coordinates to five decimals, outer rings counter-clockwise.
    pub fn geometry(&self) -> Geometry {
        Geometry::new(GeometryValue::Polygon {
            coordinates: positions(&self.shape.polygon()),
        })
    }
}

impl Shape {
    pub(super) fn contains(&self, point: Point) -> bool {
        match *self {
            Shape::Circle { centre, radius_km } => distance_km(centre, point) <= radius_km,
            Shape::Ring {
                centre,
                inner_km,
                outer_km,
            } => (inner_km..=outer_km).contains(&distance_km(centre, point)),
            Shape::Sector {
                centre,
                inner_km,
                outer_km,
                heading,
                half_angle,
            } => {
                (inner_km..=outer_km).contains(&distance_km(centre, point))
                    && angle_between(bearing(centre, point), heading) <= half_angle
            }
            Shape::Meeting { ref parts, .. } => parts.iter().all(|part| part.contains(point)),
        }
    }

    /// The shape in degrees, its arcs as chains of short lines.
    pub(super) fn polygon(&self) -> Polygon {
        match *self {
            Shape::Circle { centre, radius_km } => {
                Polygon::new(whole_turn(centre, radius_km), vec![])
            }
            Shape::Ring {
                centre,
                inner_km,
                outer_km,
            } => {
                let mut hole = whole_turn(centre, inner_km);
                hole.0.reverse();
                let holes = if inner_km > 0.0 { vec![hole] } else { vec![] };
                Polygon::new(whole_turn(centre, outer_km), holes)
            }
            Shape::Sector {
                centre,
                inner_km,
                outer_km,
                heading,
                half_angle,
            } => {
                let (left, right) = (heading - half_angle, heading + half_angle);
                let mut outline = arc(centre, outer_km, right, left);
                if inner_km > 0.0 {
                    outline.extend(arc(centre, inner_km, left, right));
                } else {
                    outline.push(coordinate(centre));
                }
                Polygon::new(geo::LineString(outline), vec![])
            }
            Shape::Meeting { ref outline, .. } => outline.clone(),
        }
    }
}

/// A full circle, counter-clockwise.
fn whole_turn(centre: Point, km: f64) -> geo::LineString {
    let mut corners = arc(centre, km, 360.0, 0.0);
    // The last corner is the first up to the last bit; a ring must close exactly.
    corners.pop();
    let mut ring = geo::LineString(corners);
    ring.close();
    ring
}

/// Points at `km` from `centre`, from one bearing to another, both ends included.
fn arc(centre: Point, km: f64, from: f64, to: f64) -> Vec<geo::Coord> {
    let steps = ((to - from).abs() / STEP).ceil().max(1.0);
    (0..=steps as u32)
        .map(|step| {
            let bearing = from + (to - from) * f64::from(step) / steps;
            coordinate(destination(centre, bearing, km))
        })
        .collect()
}

fn coordinate(point: Point) -> geo::Coord {
    geo::Coord {
        x: point.lon,
        y: point.lat,
    }
}

/// The rings of a polygon, rounded.
fn positions(polygon: &Polygon) -> Vec<Vec<Position>> {
    std::iter::once(polygon.exterior())
        .chain(polygon.interiors())
        .map(|ring| {
            ring.0
                .iter()
                .map(|c| Position::from([round(c.x, 1e5), round(c.y, 1e5)]))
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{PALMYRA, points};
    use super::super::{Anchor, Stretch, Wind, direction_only, distance_only, near, offset};
    use super::*;
    use geo::{Area, Contains, Validation};
    use proptest::prelude::*;

    const TOWN: Anchor = Anchor {
        at: PALMYRA,
        radius_km: 3.0,
    };

    fn rings(footprint: &Footprint) -> Vec<Vec<Vec<f64>>> {
        match footprint.geometry().value {
            GeometryValue::Polygon { coordinates } => coordinates
                .iter()
                .map(|ring| ring.iter().map(|p| p.as_slice().to_vec()).collect())
                .collect(),
            other => panic!("a polygon, not {}", other.type_name()),
        }
    }

    #[test]
    fn a_ring_has_a_hole_only_where_it_is_hollow() {
        assert_eq!(
            rings(&distance_only(TOWN, Stretch::new(19.5, Some(20.5)))).len(),
            2
        );
        assert_eq!(
            rings(&distance_only(TOWN, Stretch::new(0.0, Some(2.0)))).len(),
            1
        );
    }

    #[test]
    fn a_sector_is_a_tenth_of_its_circle() {
        let footprint = offset(
            Anchor {
                at: PALMYRA,
                radius_km: 3.5,
            },
            Stretch::new(69.5, Some(70.5)),
            Wind::E,
        );
        // Degrees to square km at 34.6° N, roughly.
        let area = footprint.shape.polygon().unsigned_area() * 110.9 * 91.7;
        assert!((area - 880.0).abs() < 20.0, "{area}");
        let circle = std::f64::consts::PI * footprint.radius_km.powi(2);
        assert!((circle / area - 10.9).abs() < 0.4);
    }

    #[test]
    fn geometry_is_written_to_five_decimals() {
        let footprint = near(TOWN, 5.0);
        for position in &rings(&footprint)[0] {
            for value in position {
                assert_eq!(round(*value, 1e5), *value);
            }
        }
        let json = serde_json::to_string(&footprint.geometry()).unwrap();
        assert!(
            json.starts_with(r#"{"type":"Polygon","coordinates":[[["#),
            "{json}"
        );
    }

    proptest! {
        #[test]
        fn shapes_are_valid_and_wind_by_the_right_hand(at in points(), radius_km in 0.0..20.0, km in 0.5..300.0, wind in 0..16_usize) {
            let from = Anchor { at, radius_km };
            let stretch = Stretch::new(km - 0.5, Some(km + 0.5));
            for footprint in [
                offset(from, stretch, Wind::ALL[wind]),
                distance_only(from, stretch),
                direction_only(from, Wind::ALL[wind], km),
                near(from, km),
            ] {
                let polygon = footprint.shape.polygon();
                prop_assert!(polygon.is_valid());
                prop_assert!(polygon.signed_area() > 0.0);
                let rings = rings(&footprint);
                prop_assert!(rings.iter().all(|ring| ring.len() >= 4 && ring.first() == ring.last()));
            }
        }

        #[test]
        fn what_is_drawn_is_what_is_tested(at in points(), km in 5.0_f64..100.0, wind in 0..16_usize, turn in 0.0..360.0, out in 0.0_f64..1.5) {
            let sector = offset(Anchor { at, radius_km: 2.0 }, Stretch::new(km - 2.0, Some(km + 2.0)), Wind::ALL[wind]);
            let point = destination(at, turn, out * km);
            let drawn = sector.shape.polygon().contains(&geo::Point::from(point));
            // Chains of short lines leave out slivers at the rim.
            let near_rim = f64::min((out * km - km + 4.0).abs(), (out * km - km - 4.0).abs()) < 0.2
                || (angle_between(turn, Wind::ALL[wind].heading()) - Wind::ALL[wind].half_angle()).abs() < 2.0;
            prop_assert!(near_rim || drawn == sector.contains(point));
        }
    }
}
