//! How well what was stated fits what is measured: for choosing among places of one name.
//!
//! Newspapers round, count by road, and take "east" broadly; so agreement is not a yes or no.

use super::{Stretch, Wind, angle_between};

/// Degrees beyond the width of the word over which agreement falls to nothing.
const ANGLE_SLACK: f64 = 45.0;

/// A road is this many times the air line at most: a stated length may be one.
const ROAD_FULL: f64 = 1.3;
const ROAD_NONE: f64 = 1.9;

/// An air line may be understated by rounding: fully believed, and not at all.
const SHORT_FULL: f64 = 1.1;
const SHORT_NONE: f64 = 1.5;

/// 1 where `bearing` (degrees) lies within what `wind` covers, falling to 0 at 45° beyond.
pub fn bearing_agreement(wind: Wind, bearing: f64) -> f64 {
    let beyond = angle_between(wind.heading(), bearing) - wind.half_angle();
    (1.0 - beyond / ANGLE_SLACK).clamp(0.0, 1.0)
}

/// 1 where `measured_km` fits the stated length by air or by road, falling to 0 far outside.
///
/// `extent_km` is the sum of both places' radii: the writer may have counted from edge to edge.
pub fn distance_agreement(stated: Stretch, measured_km: f64, extent_km: f64) -> f64 {
    let (min, max) = (stated.min(), stated.max());
    let (longest, too_long) = (
        max * SHORT_FULL + extent_km,
        max * SHORT_NONE + 2.0 * extent_km,
    );
    let (shortest, too_short) = (
        min / ROAD_FULL - extent_km,
        min / ROAD_NONE - 2.0 * extent_km,
    );
    // From 1 at `good` down to 0 at `bad`; nothing lies between them when both are one.
    let falling = |good: f64, bad: f64| {
        let share = (measured_km - bad) / (good - bad);
        if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        }
    };
    if measured_km > longest {
        falling(longest, too_long)
    } else if measured_km < shortest {
        falling(shortest, too_short)
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn east_is_broad_and_its_edges_are_soft() {
        assert_eq!(bearing_agreement(Wind::E, 56.2), 1.0);
        assert_eq!(bearing_agreement(Wind::N, 350.0), 1.0);
        assert!((bearing_agreement(Wind::N, 56.25) - 0.75).abs() < 1e-9);
        assert_eq!(bearing_agreement(Wind::E, 270.0), 0.0);
        assert!(bearing_agreement(Wind::Ne, 90.0) < bearing_agreement(Wind::E, 90.0));
    }

    #[test]
    fn lengths_agree_by_air_and_by_road() {
        let told = Stretch::new(69.5, Some(70.5));
        for fits in [65.0, 70.0, 54.0] {
            assert_eq!(distance_agreement(told, fits, 3.0), 1.0, "{fits}");
        }
        for fails in [10.0, 25.0, 120.0, 300.0] {
            assert_eq!(distance_agreement(told, fails, 3.0), 0.0, "{fails}");
        }
        let between = distance_agreement(told, 90.0, 3.0);
        assert!(between > 0.0 && between < 1.0);
        assert!(distance_agreement(told, 45.0, 3.0) < 1.0);
    }

    #[test]
    fn short_and_open_lengths() {
        assert_eq!(
            distance_agreement(Stretch::new(0.0, Some(2.0)), 0.4, 0.0),
            1.0
        );
        assert_eq!(distance_agreement(Stretch::new(60.0, None), 72.0, 0.0), 1.0);
        assert_eq!(
            distance_agreement(Stretch::new(0.0, Some(0.0)), 5.0, 0.0),
            0.0
        );
    }
}
