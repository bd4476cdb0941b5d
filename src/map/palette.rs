//! The plate's inks, by day and by night. The interface has the same ones as custom properties.

/// Colours of the map, as CSS writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Syria.
    pub land: &'static str,
    /// Its neighbours.
    pub out: &'static str,
    /// The band inside the border.
    pub band: &'static str,
    pub water: &'static str,
    pub river: &'static str,
    pub river_lettering: &'static str,
    pub border: &'static str,
    pub governorate: &'static str,
    pub graticule: &'static str,
    pub salt: &'static str,
    pub dust: &'static str,
    /// Context towns.
    pub town: &'static str,
    pub area_lettering: &'static str,
    pub ink: &'static str,
    pub ink_2: &'static str,
    pub ink_3: &'static str,
    /// The editor's hand: doubt, placement by the text, what is open.
    pub pencil: &'static str,
    pub battle: &'static str,
    pub blast: &'static str,
    pub civilians: &'static str,
    pub protest: &'static str,
    pub riot: &'static str,
    pub strategic: &'static str,
}

const LIGHT: Palette = Palette {
    land: "#F6F3EA",
    out: "#E9E9E4",
    band: "#E6DFCB",
    water: "#CBDDE5",
    river: "#82ACC0",
    river_lettering: "#35657D",
    border: "#8E8878",
    governorate: "#B9B4A4",
    graticule: "#DCD8CB",
    salt: "#DDE3DF",
    dust: "rgba(94,88,66,.36)",
    town: "#5E6872",
    area_lettering: "#676250",
    ink: "#171D24",
    ink_2: "#46505A",
    ink_3: "#5E6872",
    pencil: "#2A4BA0",
    battle: "#B3261E",
    blast: "#B04600",
    civilians: "#8A1F63",
    protest: "#1B7048",
    riot: "#7F5B00",
    strategic: "#2F6073",
};

const DARK: Palette = Palette {
    land: "#242B32",
    out: "#1A2025",
    band: "#2F3740",
    water: "#0E2836",
    river: "#3D6F88",
    river_lettering: "#7FB2CB",
    border: "#77808A",
    governorate: "#4B555F",
    graticule: "#2C343B",
    salt: "#24323A",
    dust: "rgba(200,205,205,.24)",
    town: "#A3ABB3",
    area_lettering: "#8E968F",
    ink: "#ECEAE4",
    ink_2: "#BAC0C6",
    ink_3: "#97A0A9",
    pencil: "#A9BFF7",
    battle: "#FF9384",
    blast: "#F3A862",
    civilians: "#EC9BCB",
    protest: "#79D2A0",
    riot: "#DDBB5A",
    strategic: "#93C3D6",
};

impl Palette {
    pub fn new(dark: bool) -> &'static Palette {
        if dark { &DARK } else { &LIGHT }
    }

    /// The ink of a name, as `style.jsonc` uses them; none for what is no ink.
    pub fn ink(&self, name: &str) -> Option<&'static str> {
        Some(match name {
            "land" => self.land,
            "out" => self.out,
            "band" => self.band,
            "water" => self.water,
            "river" => self.river,
            "river_lettering" => self.river_lettering,
            "border" => self.border,
            "governorate" => self.governorate,
            "graticule" => self.graticule,
            "salt" => self.salt,
            "dust" => self.dust,
            "town" => self.town,
            "area_lettering" => self.area_lettering,
            "ink" => self.ink,
            "ink_2" => self.ink_2,
            "ink_3" => self.ink_3,
            "pencil" => self.pencil,
            "battle" => self.battle,
            "blast" => self.blast,
            "civilians" => self.civilians,
            "protest" => self.protest,
            "riot" => self.riot,
            "strategic" => self.strategic,
            _ => return None,
        })
    }
}
