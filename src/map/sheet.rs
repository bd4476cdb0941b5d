//! An analysis as a sheet of the map: GeoJSON, the key, and what to look at.

use super::beyond::Marked;
use super::camera::Extent;
use super::earth::{self, Spot};
use super::key::{self, Entry};
use super::places::Places;
use super::related::related;
use super::{distances, events};
use crate::Finding;
use crate::analysis::{Analysis, Language, StatedBorder};
use serde_json::Value;
use std::collections::BTreeSet;

/// What an analysis puts on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    features: Vec<Value>,
    /// Codes of the governorates that the text names, which the base map shows.
    pub governorates: Vec<String>,
    /// Gazetteer ids of the places drawn, which the base map must not name again.
    pub places: Vec<String>,
}

impl Sheet {
    /// The sheet of an analysis, in the language of the interface, while the note of `open` is open.
    /// `region` names a governorate by its code.
    pub fn new(
        analysis: &Analysis,
        language: Language,
        open: Option<Finding>,
        region: &dyn Fn(&str) -> Option<String>,
    ) -> Sheet {
        let places = Places::new(analysis);
        let open = match open {
            Some(Finding::Mention(id)) => Some(id),
            _ => None,
        };
        let mut features = places.circles();
        features.extend(distances::features(analysis, &places, language));
        features.extend(places.marks(language, open));
        features.extend(places.ghosts(open, language, region));
        features.extend(events::features(analysis, &places, language));
        let named = places
            .drawn()
            .filter_map(|(m, _)| m.place.as_ref())
            .map(|p| p.id.clone());
        Sheet {
            governorates: places.governorates(),
            places: named.collect(),
            features,
        }
    }

    /// A sheet without findings.
    pub fn empty() -> Sheet {
        Sheet {
            features: Vec::new(),
            governorates: Vec::new(),
            places: Vec::new(),
        }
    }

    pub fn features(&self) -> &[Value] {
        &self.features
    }

    /// The features as one GeoJSON text.
    pub fn geojson(&self) -> String {
        earth::collection(&self.features)
    }

    /// Every key on the sheet.
    pub fn keys(&self) -> BTreeSet<String> {
        self.features
            .iter()
            .filter_map(|f| f["properties"]["key"].as_str())
            .map(str::to_string)
            .collect()
    }

    /// The places with a mark.
    pub fn marked(&self) -> Vec<Marked> {
        let marks = self
            .features
            .iter()
            .filter(|f| f["properties"]["is"] == "mark");
        let marked = marks.filter_map(|f| {
            let (properties, at) = (&f["properties"], &f["geometry"]["coordinates"]);
            Some(Marked {
                key: properties["key"].as_str()?.to_string(),
                name: properties["name"].as_str()?.to_string(),
                rank: properties["rank"].as_u64()?,
                spot: (at[0].as_f64()?, at[1].as_f64()?),
            })
        });
        marked.collect()
    }

    /// What the key explains.
    pub fn key(&self) -> BTreeSet<Entry> {
        key::entries(&self.features)
    }
}

/// What a first look should take in: the places in Syria, or else all there are.
pub fn first_look(analysis: &Analysis) -> Option<Extent> {
    let places = Places::new(analysis);
    let mut spots = places.drawn().map(|(_, spot)| spot).collect::<Vec<_>>();
    spots.extend(
        analysis
            .distances
            .iter()
            .filter_map(|d| Some((d.lon?, d.lat?))),
    );
    let s = Extent::SYRIA;
    let inside =
        |&(x, y): &Spot| (s.west..=s.east).contains(&x) && (s.south..=s.north).contains(&y);
    Extent::around(spots.iter().copied().filter(inside)).or_else(|| Extent::around(spots))
}

/// Where a finding lies with what it rests on; none for what is not on the map.
pub fn extent_of(analysis: &Analysis, finding: Finding) -> Option<Extent> {
    let places = Places::new(analysis);
    let spots = match finding {
        Finding::Mention(id) => places.position(id).into_iter().collect::<Vec<_>>(),
        Finding::Distance(id) => {
            let distance = analysis.distances.iter().find(|d| d.id == id)?;
            let far = distance.lon.zip(distance.lat);
            let ends = [distance.from, distance.to]
                .into_iter()
                .flatten()
                .filter_map(|m| places.position(m));
            let border = distance.border.as_ref().and_then(StatedBorder::spot);
            ends.chain(far).chain(border).collect()
        }
        Finding::Event(id) => {
            let event = analysis.events.iter().find(|e| e.id == id)?;
            event
                .places
                .iter()
                .take(1)
                .filter_map(|&m| places.position(m))
                .collect()
        }
    };
    Extent::around(spots)
}

/// For each key of a sheet whether it is quieted, while the reader points at something.
pub fn quieted(sheet: &Sheet, analysis: &Analysis, pointed: Option<Finding>) -> Vec<String> {
    let Some(pointed) = pointed else {
        return Vec::new();
    };
    let lit = related(analysis, pointed);
    // What is not on the map cannot be shown there by quieting everything else.
    if !sheet.keys().iter().any(|key| lit.contains(key)) {
        return Vec::new();
    }
    sheet
        .keys()
        .into_iter()
        .filter(|key| !lit.contains(key))
        .collect()
}

/// The keys drawn as open: the finding's own, and for a mention its place's.
pub fn opened(analysis: &Analysis, open: Option<Finding>) -> Vec<String> {
    let places = Places::new(analysis);
    open.into_iter()
        .map(|finding| match finding {
            Finding::Mention(id) => Finding::Mention(places.speaker(id)).code(),
            other => other.code(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::fixture::*;
    use crate::map::shapes::Symbol;

    fn sheet(language: Language, open: Option<Finding>) -> Sheet {
        Sheet::new(&analysis(), language, open, &|code| {
            (code == "SY-ID").then(|| "إدلب".to_string())
        })
    }

    /// The properties of the features of one class, optionally of one key.
    fn of<'a>(sheet: &'a Sheet, class: &str, key: &str) -> Vec<&'a Value> {
        let all = sheet.features().iter().map(|f| &f["properties"]);
        all.filter(|p| p["is"] == class && (key.is_empty() || p["key"] == key))
            .collect()
    }

    #[test]
    fn a_distance_between_known_ends_is_a_line_with_both_figures() {
        let arabic = sheet(Language::Ar, None);
        let [label] = of(&arabic, "distance", "d0")[..] else {
            panic!()
        };
        assert_eq!(
            (label["stated"].as_str(), label["measured"].as_str()),
            (Some("٧٠ كم ذكرت"), Some(" · ٦٥ كم قياسا"))
        );
        assert_eq!(label["rising"], true);
        assert_eq!(of(&arabic, "measured", "d0").len(), 1);
        assert_eq!(of(&arabic, "tick", "d0").len(), 2);
        // 70 km go beyond the 65 that were measured.
        assert_eq!(of(&arabic, "beyond", "d0").len(), 1);
        let english = sheet(Language::En, None);
        let [label] = of(&english, "distance", "d0")[..] else {
            panic!()
        };
        assert_eq!(
            (label["stated"].as_str(), label["measured"].as_str()),
            (Some("70 km stated"), Some(" · 65 km measured"))
        );
    }

    #[test]
    fn the_tick_stands_at_the_stated_length_on_the_measured_bearing() {
        let sheet = sheet(Language::En, None);
        let far = sheet
            .features()
            .iter()
            .find(|f| f["properties"]["is"] == "tick" && f["properties"]["origin"] == false)
            .unwrap();
        let at = &far["geometry"]["coordinates"];
        let at = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
        let palmyra = (38.284, 34.5624);
        assert!((earth::kilometres_between(palmyra, at) - 70.0).abs() < 0.01);
        assert!((earth::bearing(palmyra, at) - 56.0).abs() < 0.5);
    }

    #[test]
    fn a_stated_length_below_the_measured_one_has_its_tick_on_the_line() {
        let mut short = analysis();
        short.distances[0].km = 50.0;
        let sheet = Sheet::new(&short, Language::En, None, &|_| None);
        assert_eq!(of(&sheet, "beyond", "").len(), 0);
        assert_eq!(of(&sheet, "tick", "d0").len(), 2);
    }

    #[test]
    fn an_unnamed_spot_is_a_sector_with_a_dotted_radius() {
        let sheet = sheet(Language::Ar, None);
        assert_eq!(
            of(&sheet, "note", "d1")[0]["text"],
            "«جبال» · ٨٠ كم شمالا · بلا اسم"
        );
        assert_eq!(of(&sheet, "dotted", "d1").len(), 1);
        let cells = of(&sheet, "cell", "d1");
        assert!(
            cells.len() > 100
                && cells
                    .iter()
                    .all(|c| (0.0..0.5).contains(&c["opacity"].as_f64().unwrap()))
        );
        assert!(
            of(&sheet, "mark", "m3").is_empty(),
            "mountains without a name have no dot"
        );
    }

    #[test]
    fn an_unnamed_spot_without_a_direction_is_a_ring() {
        let mut ring = analysis();
        ring.distances[1].direction = None;
        let sheet = Sheet::new(&ring, Language::En, None, &|_| None);
        assert_eq!(of(&sheet, "cell", "d1").len(), 1, "the footprint as it is");
        let [dotted] = sheet
            .features()
            .iter()
            .filter(|f| f["properties"]["is"] == "dotted")
            .collect::<Vec<_>>()[..]
        else {
            panic!()
        };
        assert_eq!(
            dotted["geometry"]["coordinates"].as_array().unwrap().len(),
            97
        );
    }

    #[test]
    fn what_the_text_placed_has_a_cross_hair_its_doubt_and_dashes() {
        let sheet = sheet(Language::Ar, None);
        let [mark] = of(&sheet, "mark", "m5")[..] else {
            panic!()
        };
        assert_eq!(
            (mark["image"].as_str(), mark["note"].as_str()),
            (Some("mark-stated"), Some("± ١٢ كم"))
        );
        assert_eq!(of(&sheet, "doubt", "m5")[0]["certainty"], "likely");
        assert_eq!(of(&sheet, "stated", "d2").len(), 2, "the way and the arc");
        assert_eq!(of(&sheet, "distance", "d2")[0]["stated"], "٣٠ كم ذكرت");
    }

    #[test]
    fn a_reference_is_not_drawn_twice() {
        let sheet = sheet(Language::Ar, None);
        assert_eq!(of(&sheet, "mark", "m0").len(), 1);
        assert!(of(&sheet, "mark", "m2").is_empty());
        let names = of(&sheet, "mark", "")
            .into_iter()
            .filter(|p| p["name"] == "تدمر")
            .count();
        assert_eq!(names, 1);
    }

    #[test]
    fn certainty_chooses_the_mark() {
        let sheet = sheet(Language::Ar, None);
        assert_eq!(of(&sheet, "mark", "m0")[0]["image"], "mark-settled");
        assert_eq!(of(&sheet, "mark", "m7")[0]["image"], "mark-likely");
    }

    #[test]
    fn events_are_filled_on_places_and_hollow_on_areas_and_placements() {
        let sheet = sheet(Language::Ar, None);
        let images = |key: &str| {
            of(&sheet, "event", key)
                .into_iter()
                .map(|p| p["image"].as_str().unwrap().to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(images("e0"), ["event-battle"]);
        assert_eq!(images("e1"), ["event-blast-hollow"], "a countryside");
        assert_eq!(
            images("e5"),
            ["event-battle-hollow"],
            "put there by the text"
        );
        assert_eq!(
            images("e3"),
            ["event-strategic", "event-strategic-hollow"],
            "in a town and on unnamed mountains"
        );
        assert_eq!(of(&sheet, "event", "e9")[0]["number"], "١٠");
    }

    #[test]
    fn areas_are_soft_and_governorates_are_the_base_maps() {
        let sheet = sheet(Language::En, None);
        assert_eq!(of(&sheet, "area", "m9")[0]["name"], "Hama countryside");
        assert_eq!(of(&sheet, "doubt", "m9")[0]["soft"], true);
        assert_eq!(sheet.governorates, ["SY-HI"]);
        assert!(of(&sheet, "mark", "m10").is_empty() && of(&sheet, "doubt", "m10").is_empty());
    }

    #[test]
    fn a_countryside_keeps_the_articles_words() {
        assert_eq!(
            of(&sheet(Language::Ar, None), "area", "m9")[0]["name"],
            "ريف حماة الشمالي"
        );
    }

    #[test]
    fn an_event_in_a_governorate_stands_by_its_name_on_the_map() {
        let mut wide = analysis();
        wide.events[0].places = vec![10];
        let sheet = Sheet::new(&wide, Language::Ar, None, &|_| None);
        let event = sheet
            .features()
            .iter()
            .find(|f| f["properties"]["key"] == "e0")
            .unwrap();
        assert_eq!(event["properties"]["image"], "event-battle-hollow");
        assert_eq!(
            event["geometry"]["coordinates"],
            serde_json::json!([38.85, 34.3])
        );
    }

    #[test]
    fn namesakes_are_drawn_only_while_their_note_is_open() {
        assert!(of(&sheet(Language::Ar, None), "ghost", "").is_empty());
        assert!(
            of(
                &sheet(Language::Ar, Some(Finding::Mention(SUKHNA))),
                "ghost",
                ""
            )
            .is_empty()
        );
        let open = sheet(Language::Ar, Some(Finding::Mention(BARA)));
        let [ghost] = of(&open, "ghost", "m5")[..] else {
            panic!()
        };
        assert_eq!(
            (ghost["name"].as_str(), ghost["note"].as_str()),
            (Some("البارة · إدلب"), Some("١٧٤ كم: لم تختر"))
        );
        assert_eq!(of(&open, "ghost-line", "m5").len(), 1);
        assert_eq!(of(&open, "mark", "m5")[0]["rank"], 0);
    }

    #[test]
    fn the_key_explains_what_is_there_and_nothing_else() {
        let key = sheet(Language::Ar, None).key();
        assert!(key.contains(&Entry::Event(Symbol::Battle)) && key.contains(&Entry::Approximate));
        assert!(
            key.contains(&Entry::Measured)
                && key.contains(&Entry::Unnamed)
                && !key.contains(&Entry::Namesake)
        );
        let mut quiet = analysis();
        quiet.events.clear();
        quiet.distances.clear();
        assert!(
            !Sheet::new(&quiet, Language::Ar, None, &|_| None)
                .key()
                .iter()
                .any(|e| matches!(e, Entry::Event(_) | Entry::Stated))
        );
    }

    #[test]
    fn pointing_quiets_what_does_not_belong() {
        let sheet = sheet(Language::Ar, None);
        let quiet = quieted(&sheet, &analysis(), Some(Finding::Distance(0)));
        assert!(quiet.contains(&"m5".to_string()) && quiet.contains(&"e4".to_string()));
        for lit in ["d0", "m0", "m1"] {
            assert!(!quiet.contains(&lit.to_string()), "{lit}");
        }
        assert!(quieted(&sheet, &analysis(), None).is_empty());
        // The reference lights its place; what is nowhere on the map quiets nothing.
        assert!(
            !quieted(&sheet, &analysis(), Some(Finding::Mention(CITY))).contains(&"m0".to_string())
        );
        assert!(quieted(&sheet, &analysis(), Some(Finding::Mention(99))).is_empty());
    }

    #[test]
    fn a_first_look_takes_in_the_places_of_syria() {
        let mut far = analysis();
        let mut moscow = far.mentions[0].clone();
        (moscow.id, moscow.lat, moscow.lon) = (50, Some(55.75), Some(37.6));
        moscow.place.as_mut().unwrap().id = "gn:moscow".into();
        far.mentions.push(moscow);
        let look = first_look(&far).unwrap();
        assert!(look.north < 37.0 && look.west < 36.8 && look.east > 39.0);
        far.mentions.retain(|m| m.id == 50);
        far.distances.clear();
        assert!(first_look(&far).unwrap().north > 55.0);
    }

    #[test]
    fn hostile_figures_are_not_drawn() {
        let mut bad = analysis();
        bad.mentions[0].lat = Some(f64::NAN);
        bad.mentions[1].lon = Some(1e9);
        bad.mentions[2].antecedent = Some(2);
        bad.distances[0].km = f64::INFINITY;
        bad.distances[1].from = Some(77);
        bad.events[0].places = vec![99];
        let sheet = Sheet::new(&bad, Language::Ar, Some(Finding::Mention(99)), &|_| None);
        assert!(!sheet.geojson().contains("null"));
        assert!(extent_of(&bad, Finding::Event(0)).is_none());
    }
}
