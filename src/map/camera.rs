//! Where the map looks, and what of the world that is. Web Mercator, north always up.

use crate::analysis::Language;
use std::f64::consts::PI;

/// Side of the whole world at zoom 0 in CSS pixels, as MapLibre counts it.
const WORLD: f64 = 512.0;
/// Nearer than this, the base map has nothing more to show.
pub const CLOSEST: f64 = 14.0;
/// A camera that was not moved by a reader comes no nearer than this: a lone town stays in its country.
const CLOSEST_FIT: f64 = 9.0;

/// A rectangle of the world, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl Extent {
    /// Syria with a little of its neighbours.
    pub const SYRIA: Extent = Extent {
        west: 35.6,
        south: 32.25,
        east: 42.4,
        north: 37.4,
    };

    /// The smallest one around these points (longitude, latitude); none for no points.
    pub fn around(points: impl IntoIterator<Item = (f64, f64)>) -> Option<Extent> {
        points
            .into_iter()
            .fold(None, |extent: Option<Extent>, (x, y)| {
                Some(match extent {
                    None => Extent {
                        west: x,
                        south: y,
                        east: x,
                        north: y,
                    },
                    Some(e) => Extent {
                        west: e.west.min(x),
                        south: e.south.min(y),
                        east: e.east.max(x),
                        north: e.north.max(y),
                    },
                })
            })
    }

    pub fn middle(&self) -> (f64, f64) {
        let (_, north) = mercator(0.0, self.north);
        let (_, south) = mercator(0.0, self.south);
        (
            (self.west + self.east) / 2.0,
            latitude((north + south) / 2.0),
        )
    }
}

/// Distances from the edges of the sheet, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Inset {
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub left: f64,
}

impl Inset {
    pub fn even(pixels: f64) -> Inset {
        Inset {
            top: pixels,
            right: pixels,
            bottom: pixels,
            left: pixels,
        }
    }
}

/// What the sheet shows: its middle in degrees, MapLibre's zoom, and its size in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    pub lng: f64,
    pub lat: f64,
    pub zoom: f64,
    pub width: f64,
    pub height: f64,
}

/// From degrees to the unit square.
fn mercator(lng: f64, lat: f64) -> (f64, f64) {
    let lat = lat.clamp(-85.0, 85.0).to_radians();
    (
        lng / 360.0 + 0.5,
        0.5 - (PI / 4.0 + lat / 2.0).tan().ln() / (2.0 * PI),
    )
}

fn latitude(y: f64) -> f64 {
    (2.0 * ((0.5 - y) * 2.0 * PI).exp().atan() - PI / 2.0).to_degrees()
}

impl Camera {
    fn scale(&self) -> f64 {
        WORLD * self.zoom.exp2()
    }

    /// Whether two cameras look at the same spot at the same scale, whatever the size of their sheets.
    pub fn looks_where(&self, other: &Camera) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
        near(self.lng, other.lng) && near(self.lat, other.lat) && near(self.zoom, other.zoom)
    }

    /// Whether the sheet has room for a frame.
    pub fn is_wide(&self) -> bool {
        self.width >= 480.0
    }

    /// Pixels from the sheet's top left corner.
    pub fn project(&self, lng: f64, lat: f64) -> (f64, f64) {
        let (x, y) = mercator(lng, lat);
        let (cx, cy) = mercator(self.lng, self.lat);
        (
            (x - cx) * self.scale() + self.width / 2.0,
            (y - cy) * self.scale() + self.height / 2.0,
        )
    }

    /// Longitude and latitude at a spot of the sheet.
    pub fn unproject(&self, x: f64, y: f64) -> (f64, f64) {
        let (cx, cy) = mercator(self.lng, self.lat);
        let lng = ((x - self.width / 2.0) / self.scale() + cx - 0.5) * 360.0;
        (lng, latitude((y - self.height / 2.0) / self.scale() + cy))
    }

    /// What lies between the insets.
    pub fn extent(&self, inset: Inset) -> Extent {
        let (west, north) = self.unproject(inset.left, inset.top);
        let (east, south) = self.unproject(self.width - inset.right, self.height - inset.bottom);
        Extent {
            west,
            south,
            east,
            north,
        }
    }

    /// The same sheet, looking at all of `extent` between the insets.
    pub fn fitted(&self, extent: Extent, inset: Inset) -> Camera {
        let (west, north) = mercator(extent.west, extent.north);
        let (east, south) = mercator(extent.east, extent.south);
        let wide = (self.width - inset.left - inset.right).max(40.0);
        let high = (self.height - inset.top - inset.bottom).max(40.0);
        let zoom = (wide / (east - west).max(1e-9)).min(high / (south - north).max(1e-9)) / WORLD;
        let (lng, lat) = extent.middle();
        let fitted = Camera {
            lng,
            lat,
            zoom: zoom.log2().clamp(3.0, CLOSEST_FIT),
            ..*self
        };
        // The middle of what the insets leave is not the middle of the sheet.
        let (dx, dy) = (
            (inset.right - inset.left) / 2.0,
            (inset.bottom - inset.top) / 2.0,
        );
        let (lng, lat) = fitted.unproject(self.width / 2.0 + dx, self.height / 2.0 + dy);
        Camera { lng, lat, ..fitted }
    }

    /// Whether all of `extent` lies between the insets.
    pub fn sees(&self, extent: Extent, inset: Inset) -> bool {
        let seen = self.extent(inset);
        seen.west <= extent.west
            && extent.east <= seen.east
            && seen.south <= extent.south
            && extent.north <= seen.north
    }

    /// The least move that brings `extent` into sight: none when it is in sight, the same scale when it has room at it.
    pub fn brought_to(&self, extent: Extent, inset: Inset) -> Option<Camera> {
        if self.sees(extent, inset) {
            return None;
        }
        let fitted = self.fitted(extent, inset);
        if fitted.zoom < self.zoom && fitted.zoom < CLOSEST_FIT {
            return Some(fitted);
        }
        let (lng, lat) = extent.middle();
        Some(Camera { lng, lat, ..*self })
    }

    /// Spots closely set around what the insets leave, `out` px outside of it: no lettering may reach them.
    pub fn rim(&self, inset: Inset, out: f64, apart: f64) -> Vec<(f64, f64)> {
        let (left, top) = (inset.left - out, inset.top - out);
        let (right, bottom) = (
            self.width - inset.right + out,
            self.height - inset.bottom + out,
        );
        let along = |from: f64, to: f64| {
            let count = ((to - from) / apart).ceil().clamp(1.0, 400.0) as usize;
            (0..=count).map(move |n| from + (to - from) * n as f64 / count as f64)
        };
        let level = along(left, right).flat_map(|x| [(x, top), (x, bottom)]);
        let upright = along(top, bottom).flat_map(|y| [(left, y), (right, y)]);
        level
            .chain(upright)
            .map(|(x, y)| self.unproject(x, y))
            .collect()
    }

    /// Metres that a pixel is in the middle of the sheet.
    fn metres_per_pixel(&self) -> f64 {
        const EQUATOR: f64 = 40_075_016.686;
        EQUATOR * self.lat.to_radians().cos() / self.scale()
    }

    /// The longest round scale bar, 1, 2 or 5 times a power of ten, that is no longer than `longest` pixels:
    /// its length in km and in pixels.
    pub fn scale_bar(&self, longest: f64) -> (f64, f64) {
        let most = self.metres_per_pixel() * longest / 1000.0;
        let power = 10f64.powf(most.log10().floor());
        let km = [5.0, 2.0, 1.0]
            .into_iter()
            .find(|step| step * power <= most)
            .unwrap_or(1.0)
            * power;
        (km, km * 1000.0 / self.metres_per_pixel())
    }
}

/// "٣٧°", "30′", "12′": a degree line or the minutes between.
pub fn graduation(minutes: i32, language: Language) -> String {
    let text = match minutes.rem_euclid(60) {
        0 => format!("{}°", minutes / 60),
        rest => format!("{rest}′"),
    };
    super::words::in_digits(&text, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: Camera = Camera {
        lng: 38.3,
        lat: 34.6,
        zoom: 7.0,
        width: 576.0,
        height: 491.0,
    };

    fn close(a: f64, b: f64, by: f64) {
        assert!((a - b).abs() < by, "{a} is not {b}");
    }

    #[test]
    fn projecting_and_back_changes_nothing() {
        let (lng, lat) = SHEET.unproject(100.0, 400.0);
        let (x, y) = SHEET.project(lng, lat);
        close(x, 100.0, 1e-6);
        close(y, 400.0, 1e-6);
    }

    #[test]
    fn a_degree_is_as_many_pixels_as_the_zoom_says() {
        let (x, y) = SHEET.project(39.3, 34.6);
        close(x - 288.0, 512.0 * 128.0 / 360.0, 1e-6);
        close(y, 245.5, 1e-6);
        let (_, north) = SHEET.project(38.3, 35.6);
        assert!(north < y);
    }

    #[test]
    fn what_is_fitted_is_in_sight_and_fills_the_sheet() {
        let inset = Inset {
            top: 20.0,
            right: 30.0,
            bottom: 60.0,
            left: 40.0,
        };
        let fitted = SHEET.fitted(Extent::SYRIA, inset);
        assert!(fitted.sees(
            Extent::SYRIA,
            Inset {
                top: 19.0,
                right: 29.0,
                bottom: 59.0,
                left: 39.0
            }
        ));
        let (_, north) = fitted.project(38.0, Extent::SYRIA.north);
        let (_, south) = fitted.project(38.0, Extent::SYRIA.south);
        close(north, 20.0, 1e-6);
        close(south, 431.0, 1e-6);
    }

    #[test]
    fn a_lone_point_is_not_zoomed_into() {
        let fitted = SHEET.fitted(Extent::around([(36.0, 35.0)]).unwrap(), Inset::even(30.0));
        assert_eq!(fitted.zoom, CLOSEST_FIT);
        assert_eq!(Extent::around([]), None);
    }

    #[test]
    fn the_map_moves_only_for_what_is_out_of_sight() {
        let inset = Inset::even(30.0);
        let near = Extent::around([(38.28, 34.56)]).unwrap();
        assert_eq!(SHEET.brought_to(near, inset), None);
        let far = Extent::around([(42.0, 36.9)]).unwrap();
        let moved = SHEET.brought_to(far, inset).unwrap();
        assert_eq!(moved.zoom, SHEET.zoom);
        assert!(moved.sees(far, inset));
        assert!(SHEET.brought_to(Extent::SYRIA, inset).unwrap().zoom < SHEET.zoom);
    }

    #[test]
    fn scale_bars_are_round_and_no_longer_than_asked() {
        for zoom in [3.0, 5.2, 7.0, 8.7, 11.0, 14.0] {
            let (km, pixels) = Camera { zoom, ..SHEET }.scale_bar(100.0);
            assert!(pixels <= 100.0 && pixels > 39.0, "{km} km, {pixels} px");
            let digit = km / 10f64.powf(km.log10().floor());
            assert!(
                [1.0, 2.0, 5.0].iter().any(|d| (digit - d).abs() < 1e-9),
                "{km}"
            );
        }
    }

    #[test]
    fn graduations_read_as_degrees_and_minutes() {
        assert_eq!(graduation(37 * 60, Language::Ar), "٣٧°");
        assert_eq!(graduation(37 * 60 + 30, Language::En), "30′");
    }
}
