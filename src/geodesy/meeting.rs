//! Several descriptions of one place: what they have in common.
//!
//! Sampled: points strewn over the narrowest shape, those kept that lie in all the others. Exact
//! clipping of polygons would weigh as much as all the rest of the room together.

use super::{Footprint, Point, Shape, destination, distance_km};
use crate::order;
use geo::{Area, ConvexHull, MultiPoint};

/// Finest step between two samples, in km.
const STEP_KM: f64 = 1.0;

/// At most this many steps across, and this many around a full turn.
const ACROSS: f64 = 16.0;
const AROUND: f64 = 720.0;

/// The area that lies within all of `footprints`; `None` when they contradict one another.
///
/// Its outline is the hull of what is kept, so two patches apart are drawn as one; the middle is
/// the mean of what is kept. To a step of a kilometre, coarser for shapes of hundreds of km.
pub fn meet(footprints: &[Footprint]) -> Option<Footprint> {
    let (first, rest) = footprints.split_first()?;
    if rest.is_empty() {
        return Some(first.clone());
    }
    let mut parts: Vec<Shape> = footprints
        .iter()
        .flat_map(|footprint| match &footprint.shape {
            Shape::Meeting { parts, .. } => parts.clone(),
            shape => vec![shape.clone()],
        })
        .collect();
    let area = |shape: &Shape| Extent::of(shape).map_or(f64::INFINITY, |extent| extent.area());
    order::sort_by(&mut parts, |a, b| area(a).total_cmp(&area(b)));
    let (narrowest, others) = parts.split_first()?;
    let (samples, step_km) = Extent::of(narrowest)?.samples();
    let kept: Vec<Point> = samples
        .into_iter()
        .filter(|&point| others.iter().all(|shape| shape.contains(point)))
        .collect();
    let middle = mean(&kept)?;
    let furthest = kept
        .iter()
        .map(|&point| distance_km(middle, point))
        .fold(0.0, f64::max);
    let radius_km = furthest + step_km;
    let hull =
        MultiPoint::from_iter(kept.iter().map(|&point| geo::Point::from(point))).convex_hull();
    let circle = Footprint::circle(middle, radius_km);
    // One or two samples, or all on one line, have no hull to draw.
    let outline = if hull.signed_area() > 0.0 {
        hull
    } else {
        circle.shape.polygon()
    };
    Some(Footprint {
        shape: Shape::Meeting { parts, outline },
        ..circle
    })
}

/// A shape as a piece of a ring: what the samples are strewn over.
struct Extent {
    centre: Point,
    inner_km: f64,
    outer_km: f64,
    heading: f64,
    half_angle: f64,
}

impl Extent {
    /// `None` for a meeting, which is no single piece.
    fn of(shape: &Shape) -> Option<Extent> {
        let (centre, inner_km, outer_km, heading, half_angle) = match *shape {
            Shape::Circle { centre, radius_km } => (centre, 0.0, radius_km, 0.0, 180.0),
            Shape::Ring {
                centre,
                inner_km,
                outer_km,
            } => (centre, inner_km, outer_km, 0.0, 180.0),
            Shape::Sector {
                centre,
                inner_km,
                outer_km,
                heading,
                half_angle,
            } => (centre, inner_km, outer_km, heading, half_angle),
            Shape::Meeting { .. } => return None,
        };
        Some(Extent {
            centre,
            inner_km,
            outer_km,
            heading,
            half_angle,
        })
    }

    /// In square km, on a plane.
    fn area(&self) -> f64 {
        self.half_angle.to_radians() * (self.outer_km.powi(2) - self.inner_km.powi(2))
    }

    /// Points all over it, its rims and corners among them, and the step between them in km.
    fn samples(&self) -> (Vec<Point>, f64) {
        let thickness = self.outer_km - self.inner_km;
        let arc = 2.0 * self.half_angle.to_radians() * self.outer_km;
        let across = (thickness / STEP_KM).ceil().clamp(2.0, ACROSS);
        let most = (AROUND * self.half_angle / 180.0).ceil();
        let around = (arc / STEP_KM).ceil().min(most).max(2.0);
        let mut out = Vec::new();
        for turn in 0..=around as u32 {
            let bearing =
                self.heading - self.half_angle + 2.0 * self.half_angle * f64::from(turn) / around;
            for step in 0..=across as u32 {
                let km = self.inner_km + thickness * f64::from(step) / across;
                out.push(destination(self.centre, bearing, km));
            }
        }
        (out, f64::max(thickness / across, arc / around))
    }
}

/// The mean of points of one region, away from the date line.
fn mean(points: &[Point]) -> Option<Point> {
    let count = points.len() as f64;
    (count > 0.0).then(|| Point {
        lat: points.iter().map(|p| p.lat).sum::<f64>() / count,
        lon: points.iter().map(|p| p.lon).sum::<f64>() / count,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{PALMYRA, SUKHNA, points};
    use super::super::{
        Anchor, Stretch, Wind, bearing, direction_only, distance_only, near, offset,
    };
    use super::*;
    use proptest::prelude::*;

    fn ring(at: Point, km: f64) -> Footprint {
        distance_only(
            Anchor { at, radius_km: 1.0 },
            Stretch::new(km - 1.0, Some(km + 1.0)),
        )
    }

    #[test]
    fn two_distances_and_a_direction_leave_one_patch() {
        let place = destination(PALMYRA, 20.0, 40.0);
        let told = [
            ring(PALMYRA, 40.0),
            ring(SUKHNA, distance_km(SUKHNA, place)),
            direction_only(
                Anchor {
                    at: PALMYRA,
                    radius_km: 3.0,
                },
                Wind::N,
                100.0,
            ),
        ];
        let patch = meet(&told).expect("they agree");
        assert!(patch.contains(place));
        assert!(distance_km(patch.middle, place) < 4.0);
        assert!(patch.radius_km < 10.0, "{}", patch.radius_km);
        // Without the direction there are two such patches, one on either side.
        let both = meet(&told[..2]).expect("they agree");
        assert!(both.contains(place) && both.radius_km > 20.0);
        // Told in two steps it is the same place.
        let again = meet(&[both, told[2].clone()]).expect("they agree");
        assert_eq!(again, patch);
    }

    #[test]
    fn contradictions_meet_nowhere() {
        assert_eq!(meet(&[ring(PALMYRA, 10.0), ring(SUKHNA, 10.0)]), None);
        assert_eq!(meet(&[]), None);
        let alone = near(
            Anchor {
                at: PALMYRA,
                radius_km: 1.0,
            },
            2.0,
        );
        assert_eq!(meet(std::slice::from_ref(&alone)), Some(alone));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn a_truly_described_place_is_found(place in points(), turn in 0.0..360.0, km in 5.0..120.0) {
            // Two towns far enough apart that the descriptions cross at an angle.
            let described = |town: Point| {
                let km = distance_km(town, place);
                offset(
                    Anchor { at: town, radius_km: 2.0 },
                    Stretch::new(km - 0.5, Some(km + 0.5)),
                    Wind::nearest(bearing(town, place)),
                )
            };
            let towns = [destination(place, turn, km), destination(place, turn + 90.0, km)];
            let told = towns.map(described);
            let patch = meet(&told).expect("true descriptions agree");
            prop_assert!(patch.contains(place));
            prop_assert!(distance_km(patch.middle, place) <= patch.radius_km);
        }
    }
}
