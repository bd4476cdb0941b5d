//! A way that the reader measures on the map: spots one after the other, along the ellipsoid.

use super::earth::{Spot, bearing, kilometres_between};
use super::words::{in_digits, kilometres};
use crate::analysis::Language;

/// The spots of the way in their order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    pub spots: Vec<Spot>,
}

impl Route {
    /// The length of the whole way in km.
    pub fn km(&self) -> f64 {
        self.spots
            .windows(2)
            .fold(0.0, |km, leg| km + kilometres_between(leg[0], leg[1]))
    }

    /// The heading of the last leg, degrees clockwise from north; none for fewer than two spots.
    pub fn heading(&self) -> Option<f64> {
        match self.spots[..] {
            [.., from, to] if from != to => Some(bearing(from, to)),
            _ => None,
        }
    }

    /// "٦٤٫٦ كم · ٥٦°": the length and the last leg's heading.
    pub fn told(&self, language: Language) -> String {
        let km = self.km();
        // A hand on the map is no surer than to a tenth of a kilometre.
        let figure = if km < 100.0 {
            let unit = kilometres(0.0, language);
            let unit = unit.rsplit(' ').next().unwrap_or_default();
            format!("{} {unit}", in_digits(&format!("{km:.1}"), language))
        } else {
            kilometres(km, language)
        };
        match self.heading() {
            Some(degrees) => format!(
                "{figure} · {}",
                in_digits(&format!("{degrees:.0}°"), language)
            ),
            None => figure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PALMYRA: Spot = (38.284, 34.5624);
    const SUKHNA: Spot = (38.8714, 34.8866);

    #[test]
    fn a_way_is_as_long_as_its_legs() {
        let there = Route {
            spots: vec![PALMYRA, SUKHNA],
        };
        let back = Route {
            spots: vec![PALMYRA, SUKHNA, PALMYRA],
        };
        assert!((there.km() - 64.6).abs() < 0.3, "{}", there.km());
        assert!((back.km() - 2.0 * there.km()).abs() < 1e-9);
        assert_eq!(Route::default().km(), 0.0);
    }

    #[test]
    fn the_heading_is_the_last_legs() {
        let there = Route {
            spots: vec![SUKHNA, PALMYRA, SUKHNA],
        };
        assert!((there.heading().unwrap() - 56.0).abs() < 1.0);
        assert_eq!(
            Route {
                spots: vec![PALMYRA, PALMYRA]
            }
            .heading(),
            None
        );
        assert_eq!(
            Route {
                spots: vec![PALMYRA]
            }
            .heading(),
            None
        );
    }

    #[test]
    fn it_is_told_as_the_language_writes() {
        let there = Route {
            spots: vec![PALMYRA, SUKHNA],
        };
        let arabic = there.told(Language::Ar);
        assert!(
            arabic.contains('٫') && arabic.contains(" كم · ٥") && arabic.ends_with('°'),
            "{arabic}"
        );
        assert_eq!(Route::default().told(Language::En), "0.0 km");
    }
}
