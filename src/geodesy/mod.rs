//! Points on the ellipsoid, and the areas that a stated distance or direction describes.
//!
//! Geodesics on WGS 84 (70 km on a sphere is off by up to 0.4 %). Uncertainty by the point-radius
//! method: Wieczorek, Guo & Hijmans 2004; Chapman & Wieczorek 2020. Knows nothing of Arabic.

mod agreement;
mod footprint;
mod line;
mod meeting;
mod point_radius;
mod wind;

pub use agreement::{bearing_agreement, distance_agreement};
pub use footprint::{Footprint, Shape};
pub use line::nearest_on;
pub use meeting::meet;
pub use point_radius::{
    Anchor, Stretch, between, direction_only, distance_only, near, offset, offset_radius,
};
pub use wind::Wind;

use geo::{Bearing, Destination, Distance, Geodesic};

/// A point in degrees on WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// -90 to 90, north positive.
    pub lat: f64,
    /// -180 to 180, east positive.
    pub lon: f64,
}

impl Point {
    /// Five decimals, about a metre: finer figures would say more than is known, and would let
    /// the last bit of two machines' sines differ in what is written down.
    fn rounded(self) -> Point {
        Point {
            lat: round(self.lat, 1e5),
            lon: round(self.lon, 1e5),
        }
    }
}

impl From<Point> for geo::Point {
    fn from(point: Point) -> geo::Point {
        geo::Point::new(point.lon, point.lat)
    }
}

/// Length of the geodesic in km.
pub fn distance_km(from: Point, to: Point) -> f64 {
    Geodesic.distance(from.into(), to.into()) / 1000.0
}

/// Direction in which the geodesic leaves `from`, in degrees clockwise from north, 0 to 360.
pub fn bearing(from: Point, to: Point) -> f64 {
    let bearing = Geodesic.bearing(from.into(), to.into()).rem_euclid(360.0);
    // A tiny negative angle comes back as 360 itself.
    if bearing < 360.0 { bearing } else { 0.0 }
}

/// The point `km` away when one leaves `from` at `bearing` degrees.
pub fn destination(from: Point, bearing: f64, km: f64) -> Point {
    let point = Geodesic.destination(from.into(), bearing, km * 1000.0);
    Point {
        lat: point.y(),
        lon: point.x(),
    }
}

/// The angle between two directions, 0 to 180 degrees.
pub fn angle_between(one: f64, other: f64) -> f64 {
    let turn = (one - other).rem_euclid(360.0);
    turn.min(360.0 - turn)
}

/// `value` to the nearest part of `scale`; never a negative zero.
pub fn round(value: f64, scale: f64) -> f64 {
    (value * scale).round() / scale + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(super) const PALMYRA: Point = Point {
        lat: 34.5624,
        lon: 38.284,
    };
    pub(super) const SUKHNA: Point = Point {
        lat: 34.8871,
        lon: 38.8721,
    };

    /// Any point away from the poles and the date line.
    pub(super) fn points() -> impl Strategy<Value = Point> {
        (-60.0..60.0, -170.0..170.0).prop_map(|(lat, lon)| Point { lat, lon })
    }

    #[test]
    fn sukhna_lies_east_north_east_of_palmyra() {
        let km = distance_km(PALMYRA, SUKHNA);
        assert!((64.0..66.0).contains(&km), "{km}");
        let degrees = bearing(PALMYRA, SUKHNA);
        assert!((55.0..57.0).contains(&degrees), "{degrees}");
    }

    #[test]
    fn a_degree_of_latitude_is_that_of_the_ellipsoid() {
        let north = Point {
            lat: 35.0,
            lon: 38.0,
        };
        let south = Point {
            lat: 34.0,
            lon: 38.0,
        };
        assert!((distance_km(south, north) - 110.93).abs() < 0.01);
        assert_eq!(bearing(south, north), 0.0);
        assert_eq!(bearing(north, south), 180.0);
    }

    #[test]
    fn angles_go_the_short_way_round() {
        assert_eq!(angle_between(350.0, 10.0), 20.0);
        assert_eq!(angle_between(90.0, 270.0), 180.0);
        assert_eq!(angle_between(-45.0, 315.0), 0.0);
    }

    proptest! {
        #[test]
        fn going_there_and_measuring_agree(from in points(), heading in 0.0..360.0, km in 0.1..500.0) {
            let to = destination(from, heading, km);
            prop_assert!((distance_km(from, to) - km).abs() < 1e-6);
            prop_assert!(angle_between(bearing(from, to), heading) < 1e-4);
        }

        #[test]
        fn distance_is_the_same_both_ways(a in points(), b in points()) {
            prop_assert!((distance_km(a, b) - distance_km(b, a)).abs() < 1e-6);
            prop_assert!((0.0..360.0).contains(&bearing(a, b)));
        }
    }
}
