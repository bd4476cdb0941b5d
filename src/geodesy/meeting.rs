//! Several descriptions of one place: what they have in common.

use super::{Footprint, Point, Shape, distance_km};
use geo::{BooleanOps, Centroid, CoordsIter};

/// The area that lies within all of `footprints`; `None` when they contradict one another.
///
/// Reckoned in the plane of degrees, which over the few hundred km of a news article moves an edge
/// by less than the stated figures can mean. The middle is the centroid.
pub fn meet(footprints: &[Footprint]) -> Option<Footprint> {
    let (first, rest) = footprints.split_first()?;
    if rest.is_empty() {
        return Some(first.clone());
    }
    let area = rest.iter().fold(first.shape.polygons(), |area, next| {
        area.intersection(&next.shape.polygons())
    });
    let centroid = area.centroid()?;
    let middle = Point {
        lat: centroid.y(),
        lon: centroid.x(),
    };
    let radius_km = area
        .coords_iter()
        .map(|c| distance_km(middle, Point { lat: c.y, lon: c.x }))
        .fold(0.0, f64::max);
    Some(Footprint::new(middle, radius_km, Shape::Meeting(area)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{PALMYRA, SUKHNA};
    use super::super::{Anchor, Stretch, Wind, destination, direction_only, distance_only, near};
    use super::*;

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
        assert_eq!(patch.geometry().value.type_name(), "Polygon");
        // Without the direction there are two such patches, one on either side.
        let both = meet(&told[..2]).expect("they agree");
        assert_eq!(both.geometry().value.type_name(), "MultiPolygon");
        assert!(both.contains(place) && both.radius_km > 20.0);
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
}
