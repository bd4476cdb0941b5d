//! The sixteen winds.

use std::str::FromStr;

/// A compass direction as words give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Wind {
    N,
    Nne,
    Ne,
    Ene,
    E,
    Ese,
    Se,
    Sse,
    S,
    Ssw,
    Sw,
    Wsw,
    W,
    Wnw,
    Nw,
    Nnw,
}

impl Wind {
    /// All sixteen, clockwise from north.
    pub const ALL: [Wind; 16] = [
        Wind::N,
        Wind::Nne,
        Wind::Ne,
        Wind::Ene,
        Wind::E,
        Wind::Ese,
        Wind::Se,
        Wind::Sse,
        Wind::S,
        Wind::Ssw,
        Wind::Sw,
        Wind::Wsw,
        Wind::W,
        Wind::Wnw,
        Wind::Nw,
        Wind::Nnw,
    ];

    /// `N` to `NNW`, as the analysis writes it.
    pub fn code(self) -> &'static str {
        const CODES: [&str; 16] = [
            "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW",
            "NW", "NNW",
        ];
        CODES[self as usize]
    }

    /// Degrees clockwise from north, 0 to 337.5.
    pub fn heading(self) -> f64 {
        self as usize as f64 * 22.5
    }

    /// Degrees to either side that the word still covers (2004, table of headings): 45 for north,
    /// 22.5 for north-east, 11.25 for north-north-east.
    pub fn half_angle(self) -> f64 {
        match self as usize {
            index if index.is_multiple_of(4) => 45.0,
            index if index.is_multiple_of(2) => 22.5,
            _ => 11.25,
        }
    }

    /// The wind nearest to a bearing in degrees.
    pub fn nearest(bearing: f64) -> Wind {
        let index = (bearing.rem_euclid(360.0) / 22.5).round() as usize;
        Wind::ALL[index % 16]
    }

    /// The way back.
    pub fn opposite(self) -> Wind {
        Wind::ALL[(self as usize + 8) % 16]
    }
}

/// The letters are no wind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not one of the sixteen winds")]
pub struct NoWind;

impl FromStr for Wind {
    type Err = NoWind;

    fn from_str(code: &str) -> Result<Wind, NoWind> {
        Wind::ALL
            .into_iter()
            .find(|wind| wind.code().eq_ignore_ascii_case(code))
            .ok_or(NoWind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_headings_and_widths_go_together() {
        for wind in Wind::ALL {
            assert_eq!(wind.code().parse(), Ok(wind));
            assert_eq!(Wind::nearest(wind.heading()), wind);
            assert_eq!(wind.opposite().opposite(), wind);
            let width = [45.0, 22.5, 11.25][wind.code().len() - 1];
            assert_eq!(wind.half_angle(), width, "{}", wind.code());
        }
        assert_eq!("E".parse::<Wind>().map(Wind::heading), Ok(90.0));
        assert_eq!("x".parse::<Wind>(), Err(NoWind));
    }

    #[test]
    fn a_bearing_has_a_nearest_wind() {
        assert_eq!(Wind::nearest(359.0), Wind::N);
        assert_eq!(Wind::nearest(56.2), Wind::Ne);
        assert_eq!(Wind::nearest(-90.0), Wind::W);
        assert_eq!(Wind::nearest(f64::NAN), Wind::N);
    }
}
