//! How far a place is from a line, such as a border.

use super::Point;

/// Degrees of latitude to km on the meridian, near enough to tell which point of a line is nearest.
const KM_A_DEGREE: f64 = 111.2;

/// The point of a line that is nearest to `place`, and how far it is in km, both reckoned on a plane that touches
/// the earth at `place`: to a thousandth at 100 km. `None` for an empty line.
pub fn nearest_on(line: &[Point], place: Point) -> Option<(Point, f64)> {
    let narrowing = place.lat.to_radians().cos();
    let flat = |point: Point| {
        (
            (point.lon - place.lon) * narrowing * KM_A_DEGREE,
            (point.lat - place.lat) * KM_A_DEGREE,
        )
    };
    let single = line.first().map(|&only| (only, only));
    let pairs = line.windows(2).map(|pair| (pair[0], pair[1]));
    single
        .into_iter()
        .chain(pairs)
        .map(|(start, end)| {
            let ((x, y), (to_x, to_y)) = (flat(start), flat(end));
            let (along_x, along_y) = (to_x - x, to_y - y);
            let length = along_x * along_x + along_y * along_y;
            let share = if length > 0.0 {
                (-(x * along_x + y * along_y) / length).clamp(0.0, 1.0)
            } else {
                0.0
            };
            let km = (x + share * along_x).hypot(y + share * along_y);
            let nearest = Point {
                lat: start.lat + share * (end.lat - start.lat),
                lon: start.lon + share * (end.lon - start.lon),
            };
            (nearest, km)
        })
        .min_by(|a, b| a.1.total_cmp(&b.1))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{PALMYRA, points};
    use super::super::{destination, distance_km};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_foot_lies_between_the_corners_or_on_one() {
        let line = [
            destination(PALMYRA, 0.0, 50.0),
            destination(PALMYRA, 90.0, 50.0),
        ];
        let (point, km) = nearest_on(&line, PALMYRA).expect("a line");
        assert!((km - 35.4).abs() < 0.2, "{km}");
        assert!((distance_km(point, PALMYRA) - km).abs() < 0.2);
        let (point, _) = nearest_on(&line[..1], PALMYRA).expect("a point");
        assert_eq!(point, line[0]);
        assert_eq!(nearest_on(&[], PALMYRA), None);
    }

    proptest! {
        #[test]
        fn no_corner_is_nearer(place in points(), corners in proptest::collection::vec(points(), 1..6)) {
            let (_, km) = nearest_on(&corners, place).expect("a line");
            for corner in corners {
                let (_, to_corner) = nearest_on(&[corner], place).expect("a point");
                prop_assert!(km <= to_corner + 1e-9);
            }
        }
    }
}
