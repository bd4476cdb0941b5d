//! Where a place lies that a text describes by another: the point-radius method.
//!
//! Wieczorek, Guo & Hijmans 2004, "The point-radius method for georeferencing locality
//! descriptions"; Chapman & Wieczorek 2020, "Georeferencing Best Practices". Errors are maximum
//! errors and therefore added. "About" changes neither the point nor the radius.

use super::{Footprint, Point, Shape, Wind, bearing, destination, distance_km};

/// Imprecision in km of coordinates given to four decimals (15 m at 30° of latitude).
const COORDINATES_KM: f64 = 0.015;

/// "More than 60 km" has no upper bound; it is drawn to this many times the figure, for a writer
/// who means much more names another figure. Our own choice.
const OPEN_END: f64 = 1.25;

/// What a distance or a direction is counted from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchor {
    /// The corrected centre.
    pub at: Point,
    /// Geographic radial: from the centre to the furthest point of the place, in km.
    pub radius_km: f64,
}

/// A stated distance with its bounds, in km.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    min: f64,
    max: f64,
}

impl Stretch {
    /// From `min` to `max` km, as stated or by the precision of the figure; no `max` for
    /// "more than". Bounds below zero or in the wrong order are put right.
    pub fn new(min: f64, max: Option<f64>) -> Stretch {
        let min = min.max(0.0);
        Stretch {
            min,
            max: max.unwrap_or(min * OPEN_END).max(min),
        }
    }

    /// The figure itself: the middle of the bounds.
    pub fn middle(self) -> f64 {
        (self.min + self.max) / 2.0
    }

    /// `u_dist`: half of what lies between the bounds.
    pub fn precision(self) -> f64 {
        (self.max - self.min) / 2.0
    }

    pub fn min(self) -> f64 {
        self.min
    }

    pub fn max(self) -> f64 {
        self.max
    }
}

/// Radius of the error of an offset at a heading, all lengths in one unit.
///
/// `half_angle` in degrees; `extent` is the radial of what it is counted from, `precision` that of
/// the distance, `other` the sum of the errors of datum, measurement and map, `coordinates` the
/// imprecision of the coordinates.
pub fn offset_radius(
    distance: f64,
    half_angle: f64,
    extent: f64,
    precision: f64,
    other: f64,
    coordinates: f64,
) -> f64 {
    let (sine, cosine) = half_angle.to_radians().sin_cos();
    let along = distance + extent + precision + other - distance * cosine;
    along.hypot(distance * sine) + coordinates
}

/// "70 km east of X": a piece of a ring.
pub fn offset(from: Anchor, stretch: Stretch, wind: Wind) -> Footprint {
    let km = stretch.middle();
    let slack = from.radius_km + stretch.precision();
    Footprint::new(
        destination(from.at, wind.heading(), km),
        offset_radius(
            km,
            wind.half_angle(),
            from.radius_km,
            stretch.precision(),
            0.0,
            COORDINATES_KM,
        ),
        Shape::Sector {
            centre: from.at,
            inner_km: (km - slack).max(0.0),
            outer_km: km + slack,
            heading: wind.heading(),
            half_angle: wind.half_angle(),
        },
    )
}

/// "70 km from X": a ring.
pub fn distance_only(from: Anchor, stretch: Stretch) -> Footprint {
    let km = stretch.middle();
    let slack = from.radius_km + stretch.precision();
    Footprint::new(
        from.at,
        km + slack + COORDINATES_KM,
        Shape::Ring {
            centre: from.at,
            inner_km: (km - slack).max(0.0),
            outer_km: km + slack,
        },
    )
}

/// "East of X": a cone from its centre to `reach_km`, where the next place of its kind or a border is.
///
/// The circle is the smallest around the cone.
pub fn direction_only(from: Anchor, wind: Wind, reach_km: f64) -> Footprint {
    let reach = reach_km.max(from.radius_km);
    // Through the tip and both corners of the rim, for half-angles up to 45°.
    let circle = reach / (2.0 * wind.half_angle().to_radians().cos());
    Footprint::new(
        destination(from.at, wind.heading(), circle),
        circle + COORDINATES_KM,
        Shape::Sector {
            centre: from.at,
            inner_km: 0.0,
            outer_km: reach,
            heading: wind.heading(),
            half_angle: wind.half_angle(),
        },
    )
}

/// "Near X": its extent and an allowance in km.
pub fn near(from: Anchor, allowance_km: f64) -> Footprint {
    Footprint::circle(
        from.at,
        from.radius_km + allowance_km.max(0.0) + COORDINATES_KM,
    )
}

/// "Between A and B": the middle, with half the distance.
pub fn between(one: Point, other: Point) -> Footprint {
    let half = distance_km(one, other) / 2.0;
    Footprint::circle(
        destination(one, bearing(one, other), half),
        half + COORDINATES_KM,
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::{PALMYRA, SUKHNA, points};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn checked_examples_of_the_method() {
        // "10 mi E (by air) Bakersfield", the calculator's own test, in miles.
        let bakersfield = offset_radius(10.0, 45.0, 2.0, 5.0, 0.049, 0.025);
        assert!((bakersfield - 12.254).abs() < 5e-4, "{bakersfield}");
        // 70 km from a town of 3.5 km radius, by the width of the direction and by precision.
        for (half_angle, precision, want) in [
            (45.0, 0.5, 55.2),
            (22.5, 0.5, 28.4),
            (11.25, 0.5, 14.7),
            (45.0, 5.0, 57.4),
            (22.5, 5.0, 30.2),
            (11.25, 5.0, 16.8),
        ] {
            let got = offset_radius(70.0, half_angle, 3.5, precision, 0.0, 0.0);
            assert!((got - want).abs() < 0.06, "{half_angle} {precision}: {got}");
        }
        // The direction alone, at 10 km north-east.
        assert!((offset_radius(10.0, 22.5, 0.0, 0.0, 0.0, 0.0) - 3.90).abs() < 0.005);
    }

    #[test]
    fn loose_east_holds_sukhna_and_narrow_north_east_too() {
        let palmyra = Anchor {
            at: PALMYRA,
            radius_km: 3.5,
        };
        let told = Stretch::new(69.5, Some(70.5));
        let east = offset(palmyra, told, Wind::E);
        assert!(!east.contains(SUKHNA), "65 km is not 70");
        let wider = offset(palmyra, Stretch::new(64.0, Some(75.0)), Wind::E);
        assert!(wider.contains(SUKHNA));
        assert!(direction_only(palmyra, Wind::E, 100.0).contains(SUKHNA));
        assert!(direction_only(palmyra, Wind::Ne, 100.0).contains(SUKHNA));
        assert!(!direction_only(palmyra, Wind::N, 100.0).contains(SUKHNA));
        assert!(!direction_only(palmyra, Wind::E, 50.0).contains(SUKHNA));
    }

    #[test]
    fn bounds_are_put_right() {
        assert_eq!(Stretch::new(60.0, None), Stretch::new(60.0, Some(75.0)));
        assert_eq!(Stretch::new(-3.0, Some(2.0)).middle(), 1.0);
        assert_eq!(Stretch::new(5.0, Some(2.0)).precision(), 0.0);
    }

    #[test]
    fn between_two_places_is_half_way() {
        let middle = between(PALMYRA, SUKHNA);
        assert!(
            (distance_km(middle.middle, PALMYRA) - distance_km(middle.middle, SUKHNA)).abs() < 0.01
        );
        assert!(middle.contains(PALMYRA) && middle.contains(SUKHNA));
    }

    proptest! {
        #[test]
        fn the_circle_holds_the_sector(at in points(), radius_km in 0.0..20.0, km in 1.0..200.0, wind in 0..16_usize, side in -1.0..1.0, depth in 0.0..1.0) {
            let from = Anchor { at, radius_km };
            let wind = Wind::ALL[wind];
            for footprint in [
                offset(from, Stretch::new(km - 0.5, Some(km + 0.5)), wind),
                direction_only(from, wind, km),
            ] {
                let Shape::Sector { inner_km, outer_km, heading, half_angle, .. } = footprint.shape else {
                    panic!("a sector");
                };
                let inside = destination(at, heading + side * half_angle, inner_km + depth * (outer_km - inner_km));
                // A metre for rounding, and a thousandth for the plane in which the method reckons.
                let off = distance_km(inside, footprint.middle);
                prop_assert!(off <= footprint.radius_km * 1.001 + 0.002, "{off} of {}", footprint.radius_km);
            }
        }
    }
}
