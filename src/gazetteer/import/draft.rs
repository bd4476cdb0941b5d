//! A place as a file tells it, before it is one of ours.

use super::Reason;
use super::names;
use super::sorts::{self, Holds};
use crate::gazetteer::place::{Also, Class, Kind, Place};
use crate::text::number::decimal;

/// Names of one script that a place keeps.
const MOST_NAMES: usize = 7;
/// People from which a place is a city, a town.
const CITY: f64 = 90_000.0;
const TOWN: f64 = 10_000.0;
/// Kilometres from the middle to the edge of a place, for the root of its people, as Syrian towns are built.
const REACH: f64 = 0.0068;

/// What was read of one place.
#[derive(Debug, Default, Clone)]
pub(super) struct Draft {
    id: String,
    level: Option<u8>,
    arabic: Vec<String>,
    latin: Vec<String>,
    lat: String,
    lon: String,
    kind: Option<Kind>,
    people: String,
    governorate: String,
    country: String,
    /// Names of administrative areas with their levels.
    areas: Vec<(u8, String)>,
    broken: bool,
}

impl Draft {
    /// A draft whose row is known by this id, and is an area of this level if the list names areas only.
    pub fn new(id: String, level: Option<u8>) -> Draft {
        Draft {
            id,
            level,
            ..Draft::default()
        }
    }

    /// Takes what a cell says; of several cells for one thing the first counts, of names all.
    pub fn take(&mut self, holds: Holds, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        self.broken |= cell.contains(char::REPLACEMENT_CHARACTER);
        let slot = match holds {
            Holds::Name => return self.name_or_sort(cell),
            Holds::OtherNames => {
                return cell
                    .split(['|', ';', ',', '،', '؛'])
                    .for_each(|name| self.name(name));
            }
            Holds::Area(level) => return self.areas.push((level, cell.to_string())),
            Holds::Sort => return self.kind = self.kind.or_else(|| sorts::kind_of(cell)),
            Holds::Id => return,
            Holds::Lat => &mut self.lat,
            Holds::Lon => &mut self.lon,
            Holds::People => &mut self.people,
            Holds::Governorate => &mut self.governorate,
            Holds::Country => &mut self.country,
        };
        if slot.is_empty() {
            *slot = cell.to_string();
        }
    }

    /// OpenStreetMap's "place" is a sort, other lists' "place" a name.
    fn name_or_sort(&mut self, cell: &str) {
        match sorts::kind_of(cell).filter(|_| cell.starts_with(|c: char| c.is_ascii_lowercase())) {
            Some(kind) => self.kind = self.kind.or(Some(kind)),
            None => cell.split('|').for_each(|name| self.name(name)),
        }
    }

    /// Adds a name to those of its script; what is no name is passed over.
    fn name(&mut self, name: &str) {
        if let Some(name) = names::arabic(name) {
            names::add(&mut self.arabic, name, MOST_NAMES);
        } else if let Some(name) = names::latin(name) {
            names::add(&mut self.latin, name, MOST_NAMES);
        }
    }

    /// The place, or what it lacks.
    pub fn place(mut self) -> Result<Place, Reason> {
        let kind = self.kind();
        if self.arabic.is_empty() && self.latin.is_empty() {
            return Err(match self.broken {
                true => Reason::NotUtf8,
                false => Reason::NoName,
            });
        }
        let (lat, lon) = self.position()?;
        let people = number(&self.people).filter(|n| *n >= 0.0).unwrap_or(0.0);
        if kind.class() != Class::Admin {
            for name in &mut self.arabic {
                *name = names::without_noun(name).to_string();
            }
        }
        let level = |wanted: u8| self.areas.iter().find(|(level, _)| *level == wanted);
        let written = match self.governorate.is_empty() {
            true => level(1).map_or("", |(_, name)| name),
            false => &self.governorate,
        };
        let admin1 = sorts::governorate(written).unwrap_or_default();
        let mut country = self.country.to_ascii_uppercase();
        if !admin1.is_empty() {
            country = "SY".into();
        } else if country.len() != 2 {
            country.clear();
        }
        let mut arabic = self.arabic.into_iter();
        let mut latin = self.latin.into_iter();
        Ok(Place {
            id: self.id,
            name_ar: arabic.next().unwrap_or_default(),
            alt_ar: arabic.collect(),
            name_en: latin.next().unwrap_or_default(),
            alt_en: latin.collect(),
            kind,
            lat,
            lon,
            radius_km: reach(kind, people),
            admin1: admin1.to_string(),
            country,
            admin2: String::new(),
            admin3: String::new(),
            importance: importance(kind, people),
            also: Also::default(),
            source: 0,
        })
    }

    /// What it is; a list that does not say it, or says what is not known, mostly lists villages.
    fn kind(&self) -> Kind {
        let said = self.kind.unwrap_or(match self.level {
            Some(1) => Kind::Governorate,
            Some(2) => Kind::District,
            Some(3) => Kind::Subdistrict,
            _ => Kind::Village,
        });
        let people = number(&self.people).unwrap_or(0.0);
        match said {
            Kind::Village | Kind::Town if people >= CITY => Kind::City,
            Kind::Village if people >= TOWN => Kind::Town,
            kind => kind,
        }
    }

    fn position(&self) -> Result<(f64, f64), Reason> {
        let (Some(lat), Some(lon)) = (number(&self.lat), number(&self.lon)) else {
            return Err(Reason::NoPosition);
        };
        // Where a list knows no position, many programs write zeros.
        if lat == 0.0 && lon == 0.0 {
            return Err(Reason::NoPosition);
        }
        if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
            return Err(Reason::OffTheGlobe(self.lat.clone(), self.lon.clone()));
        }
        Ok((lat, lon))
    }
}

/// A number with a decimal point, or with a decimal comma.
fn number(written: &str) -> Option<f64> {
    let plain = written.trim().replace(['،', '٫', ','], ".");
    decimal(plain.trim_start_matches('+'))
}

/// Kilometres from the middle to the edge.
fn reach(kind: Kind, people: f64) -> f64 {
    match kind {
        Kind::Country => 500.0,
        Kind::Governorate => 60.0,
        Kind::District => 20.0,
        Kind::Subdistrict => 10.0,
        _ => match kind.class() {
            Class::Settlement => (REACH * people.sqrt()).clamp(0.8, 10.0),
            Class::Nature => 3.0,
            Class::Site | Class::Admin => 1.0,
        },
    }
}

/// Modest, so that a long list does not drown the names of the news.
fn importance(kind: Kind, people: f64) -> u8 {
    match kind {
        Kind::City => 4,
        Kind::Country | Kind::Governorate => 4,
        Kind::District => 3,
        Kind::Subdistrict => 2,
        _ if people >= 20_000.0 => 4,
        _ if people >= 5_000.0 => 3,
        _ if people >= 1_000.0 => 2,
        _ if people > 0.0 => 1,
        _ => 0,
    }
}
