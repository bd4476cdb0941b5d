//! What a table may not say: the checks behind `makan gazetteer check` and the test of the tables.

use super::merge::distance_km;
use super::tables::{Problem, TableFile};
use crate::gazetteer::place::Class;
use crate::gazetteer::table::Remarks;
use crate::gazetteer::{Kind, Place};
use crate::text::fold_name;
use anyhow::{Context, bail};
use geo::{Contains, Distance, Euclidean, LineString, MapCoords, Point, Polygon, coord};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How far outside its governorate's outline a place may lie, km: the outlines are coarse, and in the desert
/// nobody knows the line.
const OUTSIDE_KM: f64 = 8.0;
const OUTSIDE_IN_THE_DESERT_KM: f64 = 60.0;
const DESERT: [&str; 5] = ["SY-DY", "SY-HI", "SY-HM", "SY-RD", "SY-SU"];
/// How deep inside Syria a place of another country may lie, km.
const INSIDE_KM: f64 = 8.0;
/// Two places of one name and sort lie at least this far apart, km.
const APART_KM: f64 = 3.0;

/// The outlines of Syria and its governorates, from the base map.
pub struct Outlines {
    country: Vec<Polygon>,
    areas: BTreeMap<String, Vec<Polygon>>,
}

impl Outlines {
    /// Reads the text of `public/basemap.json`.
    ///
    /// # Errors
    /// When the text is no GeoJSON or lacks the governorates.
    pub fn read(basemap: &str) -> anyhow::Result<Outlines> {
        let map: serde_json::Value =
            serde_json::from_str(basemap).context("the base map is no JSON")?;
        let mut outlines = Outlines {
            country: Vec::new(),
            areas: BTreeMap::new(),
        };
        for feature in map["features"].as_array().into_iter().flatten() {
            let properties = &feature["properties"];
            let code = properties["iso"].as_str().unwrap_or_default();
            match properties["layer"].as_str() {
                Some("governorate") => {
                    outlines
                        .areas
                        .insert(code.to_string(), polygons(&feature["geometry"]));
                }
                Some("country") => outlines.country = polygons(&feature["geometry"]),
                _ => {}
            }
        }
        if outlines.areas.len() != 14 || outlines.country.is_empty() {
            bail!("the base map lacks the country or some of its 14 governorates");
        }
        Ok(outlines)
    }

    /// Kilometres from a place to a governorate: 0 inside, none for an unknown code.
    fn km_outside(&self, code: &str, place: &Place) -> Option<f64> {
        let point = flat(place.lon, place.lat);
        self.areas
            .get(code)?
            .iter()
            .map(|area| Euclidean.distance(&point, area))
            .min_by(f64::total_cmp)
    }

    /// Kilometres from a place inside Syria to its border; 0 outside.
    fn km_inside(&self, place: &Place) -> f64 {
        let point = flat(place.lon, place.lat);
        let inside = self.country.iter().find(|area| area.contains(&point));
        inside.map_or(0.0, |area| Euclidean.distance(&point, area.exterior()))
    }
}

/// Kilometres east and north of 35° N 37° E: plain enough for a country of this size.
fn flat(lon: f64, lat: f64) -> Point {
    Point::new((lon - 37.0) * 91.2, (lat - 35.0) * 111.0)
}

/// The outer rings of a GeoJSON Polygon or MultiPolygon.
fn polygons(geometry: &serde_json::Value) -> Vec<Polygon> {
    let coordinates = &geometry["coordinates"];
    match geometry["type"].as_str() {
        Some("Polygon") => vec![polygon(&coordinates[0])],
        _ => coordinates
            .as_array()
            .into_iter()
            .flatten()
            .map(|rings| polygon(&rings[0]))
            .collect(),
    }
}

fn polygon(ring: &serde_json::Value) -> Polygon {
    let points = ring.as_array().into_iter().flatten();
    let line: LineString = points
        .map(|p| coord! { x: p[0].as_f64().unwrap_or(0.0), y: p[1].as_f64().unwrap_or(0.0) })
        .collect();
    Polygon::new(line.map_coords(|c| flat(c.x, c.y).into()), Vec::new())
}

/// Everything that is wrong in the tables, by file and line.
pub fn lint(tables: &[TableFile], outlines: &Outlines) -> Vec<Problem> {
    let mut problems: Vec<Problem> = tables.iter().flat_map(|t| t.problems.clone()).collect();
    let mut ids: HashMap<&str, String> = HashMap::new();
    let districts = names_of(tables, Kind::District);
    let subdistricts = names_of(tables, Kind::Subdistrict);
    for table in tables {
        for (place, remarks) in &table.rows {
            let mut complain = |what: String| {
                problems.push(Problem {
                    file: table.name.clone(),
                    line: remarks.line,
                    what,
                });
            };
            let here = format!("{}:{}", table.name, remarks.line);
            if let Some(first) = ids.insert(&place.id, here) {
                complain(format!("{} stands in {first}, too", place.id));
            }
            for what in row_problems(place, remarks, table.is_package()) {
                complain(what);
            }
            if let Some(what) = misplaced(place, outlines) {
                complain(what);
            }
            if !place.admin2.is_empty() && !districts.contains(place.admin2.as_str()) {
                complain(format!("admin2 {} is no district's name_ar", place.admin2));
            }
            if !place.admin3.is_empty() && !subdistricts.contains(place.admin3.as_str()) {
                complain(format!(
                    "admin3 {} is no subdistrict's name_ar",
                    place.admin3
                ));
            }
        }
    }
    problems.extend(twins(tables));
    problems.sort();
    problems
}

fn names_of(tables: &[TableFile], kind: Kind) -> BTreeSet<&str> {
    let rows = tables.iter().flat_map(|t| &t.rows);
    rows.filter(|(place, _)| place.kind == kind)
        .map(|(place, _)| place.name_ar.as_str())
        .collect()
}

fn row_problems(place: &Place, remarks: &Remarks, package: bool) -> Vec<String> {
    let mut out = Vec::new();
    let slug = place.id.split_once(':').map_or("", |(_, slug)| slug);
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let readable = slug.contains('-') && slug.chars().all(plain);
    if !package && !readable {
        out.push(format!(
            "id {:?} should be small Latin letters, digits and hyphens",
            place.id
        ));
    }
    if place.name_ar.is_empty() && !package {
        out.push("name_ar is missing".into());
    }
    for name in place.arabic_names() {
        // الـ55: the stroke keeps the article apart from a figure.
        let bare = name.replace("الـ", "ال");
        if let Some(letter) = bare.chars().find(|&c| !is_arabic_name_letter(c)) {
            out.push(format!(
                "{name} holds {letter:?}, which no Arabic name here has"
            ));
        }
    }
    for name in place.latin_names() {
        if let Some(letter) = name.chars().find(|&c| !is_latin_name_letter(c)) {
            out.push(format!(
                "{name} holds {letter:?}, which no Latin name here has"
            ));
        }
    }
    for (usual, others) in [
        (&place.name_ar, &place.alt_ar),
        (&place.name_en, &place.alt_en),
    ] {
        let names: Vec<&String> = std::iter::once(usual).chain(others).collect();
        for (index, name) in names.iter().enumerate() {
            if name.contains("  ") {
                out.push(format!("{name:?} has two blanks together"));
            }
            if !name.is_empty() && names[..index].contains(name) {
                out.push(format!("{name} is written twice"));
            }
        }
    }
    if !["sure", "likely"].contains(&remarks.certainty.as_str()) {
        out.push(format!(
            "certainty {:?} is not sure or likely",
            remarks.certainty
        ));
    }
    if remarks.source.is_empty() {
        out.push("source is missing".into());
    }
    let widest = match place.kind {
        Kind::Neighbourhood | Kind::Suburb | Kind::Village | Kind::Farm | Kind::Camp => 8.0,
        Kind::City | Kind::Town => 40.0,
        _ => f64::INFINITY,
    };
    if place.radius_km > widest {
        out.push(format!(
            "radius_km {} is too wide for a {}",
            place.radius_km, place.kind
        ));
    }
    out
}

fn is_arabic_name_letter(c: char) -> bool {
    matches!(c, 'ء'..='غ' | 'ف'..='ي' | 'پ' | 'چ' | 'ڤ' | 'گ' | '\u{651}' | ' ' | '-' | '0'..='9' | '٠'..='٩' | 'A'..='Z')
}

fn is_latin_name_letter(c: char) -> bool {
    let mark = matches!(c, ' ' | '-' | '–' | '\'' | '’' | '.' | '/' | '&');
    mark || c.is_ascii_alphanumeric() || (c.is_alphabetic() && ('\u{c0}'..='\u{24f}').contains(&c))
}

/// What is wrong with the place's governorate or country.
fn misplaced(place: &Place, outlines: &Outlines) -> Option<String> {
    if !place.is_syrian() {
        let deep = outlines.km_inside(place);
        let wide = matches!(place.kind.class(), Class::Nature | Class::Admin);
        return (deep > INSIDE_KM && !wide).then(|| {
            format!(
                "{} is said to lie in {}, but is well inside Syria",
                place.name_ar, place.country
            )
        });
    }
    if place.admin1.is_empty() {
        return None;
    }
    let Some(km) = outlines.km_outside(&place.admin1, place) else {
        return Some(format!("admin1 {} is no governorate", place.admin1));
    };
    let allowed = match DESERT.contains(&place.admin1.as_str()) {
        true => OUTSIDE_IN_THE_DESERT_KM,
        false => OUTSIDE_KM,
    };
    (km > allowed).then(|| format!("{} lies {km:.0} km outside {}", place.name_ar, place.admin1))
}

/// Rows of people's tables that tell the same place again.
fn twins(tables: &[TableFile]) -> Vec<Problem> {
    let mut by_name: BTreeMap<String, Vec<(&TableFile, &Place, usize)>> = BTreeMap::new();
    for table in tables.iter().filter(|t| !t.is_package()) {
        for (place, remarks) in &table.rows {
            let name = fold_name(&place.name_ar).replace(' ', "");
            let core = name.strip_prefix("ال").unwrap_or(&name).to_string();
            by_name
                .entry(core)
                .or_default()
                .push((table, place, remarks.line));
        }
    }
    let mut out = Vec::new();
    for rows in by_name.values() {
        for (index, (table, place, line)) in rows.iter().enumerate() {
            let twin = rows[..index].iter().find(|(_, other, _)| {
                other.kind.class() == place.kind.class() && distance_km(other, place) < APART_KM
            });
            if let Some((first, _, at)) = twin {
                out.push(Problem {
                    file: table.name.clone(),
                    line: *line,
                    what: format!("{} stands in {}:{at}, too", place.name_ar, first.name),
                });
            }
        }
    }
    out
}
