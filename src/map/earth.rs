//! Points, lines and polygons on the ellipsoid, as GeoJSON.

use crate::geodesy::round;
use crate::geodesy::{self, Point};
use serde_json::{Value, json};

/// Longitude and latitude, degrees.
pub type Spot = (f64, f64);

fn point_of((lon, lat): Spot) -> Point {
    Point { lat, lon }
}

/// The spot so many km from here on this bearing.
pub fn away(from: Spot, bearing: f64, km: f64) -> Spot {
    let to = geodesy::destination(point_of(from), bearing, km);
    (to.lon, to.lat)
}

pub fn kilometres_between(a: Spot, b: Spot) -> f64 {
    geodesy::distance_km(point_of(a), point_of(b))
}

/// Degrees clockwise from north, 0 to 360.
pub fn bearing(from: Spot, to: Spot) -> f64 {
    geodesy::bearing(point_of(from), point_of(to))
}

/// The spots on a circle from one bearing clockwise to another.
pub fn arc(middle: Spot, km: f64, from: f64, to: f64, steps: usize) -> Vec<Spot> {
    (0..=steps)
        .map(|n| away(middle, from + (to - from) * n as f64 / steps as f64, km))
        .collect()
}

/// Six decimals: a tenth of a metre, and no more letters than that needs.
fn position(spot: Spot) -> Value {
    json!([round(spot.0, 1e6), round(spot.1, 1e6)])
}

fn positions(spots: &[Spot]) -> Vec<Value> {
    spots.iter().map(|&s| position(s)).collect()
}

fn feature(kind: &str, coordinates: Value, properties: Value) -> Value {
    json!({ "type": "Feature", "properties": properties, "geometry": { "type": kind, "coordinates": coordinates } })
}

pub fn point(spot: Spot, properties: Value) -> Value {
    feature("Point", position(spot), properties)
}

pub fn line(spots: &[Spot], properties: Value) -> Value {
    feature("LineString", json!(positions(spots)), properties)
}

/// A polygon around one ring, which need not be closed.
pub fn polygon(ring: &[Spot], properties: Value) -> Value {
    let mut ring = positions(ring);
    ring.extend(ring.first().cloned());
    feature("Polygon", json!([ring]), properties)
}

/// A full circle.
pub fn circle(middle: Spot, km: f64, properties: Value) -> Value {
    polygon(&arc(middle, km, 0.0, 360.0 * 71.0 / 72.0, 71), properties)
}

/// All of these spots as one feature.
pub fn points(spots: &[Spot]) -> String {
    feature("MultiPoint", json!(positions(spots)), json!({})).to_string()
}

pub fn collection(features: &[Value]) -> String {
    json!({ "type": "FeatureCollection", "features": features }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn away_and_back_agree() {
        let palmyra = (38.284, 34.5624);
        let there = away(palmyra, 56.0, 70.0);
        assert!((kilometres_between(palmyra, there) - 70.0).abs() < 1e-6);
        assert!((bearing(palmyra, there) - 56.0).abs() < 1e-6);
        assert!((bearing(there, palmyra) - 236.0).abs() < 1.0);
    }

    #[test]
    fn circles_are_closed_and_round() {
        let drawn = circle((38.0, 35.0), 12.0, json!({}));
        let ring = drawn["geometry"]["coordinates"][0].as_array().unwrap();
        assert_eq!(ring.first(), ring.last());
        assert_eq!(ring.len(), 73);
        for spot in ring {
            let km = kilometres_between(
                (38.0, 35.0),
                (spot[0].as_f64().unwrap(), spot[1].as_f64().unwrap()),
            );
            assert!((km - 12.0).abs() < 0.001);
        }
    }
}
