//! The shapes of the six ACLED event types. Shape tells the type; colour only confirms it.

use super::palette::Palette;

/// The symbol of an event type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symbol {
    /// Two wedges meeting.
    Battle,
    /// An eight-ray burst.
    Blast,
    /// A triangle, point down.
    Civilians,
    /// A dome over a line.
    Protest,
    /// The same ground, shattered.
    Riot,
    /// A diamond with a hollow centre.
    Strategic,
}

impl Symbol {
    pub const ALL: [Symbol; 6] = [
        Symbol::Battle,
        Symbol::Blast,
        Symbol::Civilians,
        Symbol::Protest,
        Symbol::Riot,
        Symbol::Strategic,
    ];

    /// The symbol of an event type as ACLED names it; what ACLED does not know is a development.
    pub fn of(event_type: &str) -> Symbol {
        match event_type {
            "Battles" => Symbol::Battle,
            "Explosions/Remote violence" => Symbol::Blast,
            "Violence against civilians" => Symbol::Civilians,
            "Protests" => Symbol::Protest,
            "Riots" => Symbol::Riot,
            _ => Symbol::Strategic,
        }
    }

    /// The word that images and classes use.
    pub fn slug(self) -> &'static str {
        match self {
            Symbol::Battle => "battle",
            Symbol::Blast => "blast",
            Symbol::Civilians => "civilians",
            Symbol::Protest => "protest",
            Symbol::Riot => "riot",
            Symbol::Strategic => "strategic",
        }
    }

    /// SVG path on 24 by 24, filled by the even-odd rule: the place is exact.
    pub fn filled(self) -> &'static str {
        match self {
            Symbol::Protest => "M2.6 15.2a9.4 9.4 0 0 1 18.8 0ZM2.6 17.4h18.8v3H2.6Z",
            Symbol::Strategic => "M12 1.2 22.8 12 12 22.8 1.2 12ZM12 7.6 7.6 12l4.4 4.4L16.4 12Z",
            other => other.outline(),
        }
    }

    /// SVG path of the outline on 24 by 24: hollow, the event stands on an area or on a stated placement.
    pub fn outline(self) -> &'static str {
        match self {
            Symbol::Battle => "M2.5 4.2 12 11.2 21.5 4.2V19.8L12 12.8 2.5 19.8Z",
            Symbol::Blast => {
                "M12 1 14.07 7.01 19.78 4.22 16.99 9.93 23 12 16.99 14.07 19.78 19.78 14.07 16.99 12 23 9.93 16.99 4.22 19.78 7.01 14.07 1 12 7.01 9.93 4.22 4.22 9.93 7.01Z"
            }
            Symbol::Civilians => "M1.8 4H22.2L12 21.6Z",
            Symbol::Protest => "M2.6 20.4v-5.2a9.4 9.4 0 0 1 18.8 0v5.2Z",
            Symbol::Riot => "M2.8 20.4V11.2L7.7 14.2 10.2 2.8 14.8 11.4 21.2 6.4V20.4Z",
            Symbol::Strategic => "M12 1.2 22.8 12 12 22.8 1.2 12Z",
        }
    }

    pub fn colour(self, palette: &Palette) -> &'static str {
        match self {
            Symbol::Battle => palette.battle,
            Symbol::Blast => palette.blast,
            Symbol::Civilians => palette.civilians,
            Symbol::Protest => palette.protest,
            Symbol::Riot => palette.riot,
            Symbol::Strategic => palette.strategic,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_acled_type_has_its_own_shape() {
        let types = [
            "Battles",
            "Explosions/Remote violence",
            "Violence against civilians",
            "Protests",
            "Riots",
            "Strategic developments",
        ];
        assert_eq!(types.map(Symbol::of), Symbol::ALL);
        let mut outlines = Symbol::ALL.map(Symbol::outline).to_vec();
        outlines.dedup();
        assert_eq!(outlines.len(), 6);
    }
}
