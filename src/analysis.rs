//! What `analyse` gives back: plain data with serde, the public contract.
//!
//! The list, the map, the link and every export are views of an [`Analysis`].
//! Keys are stable; new ones may be added. `tests/analysis.schema.json` is the JSON Schema of it.
//! Offsets count Unicode scalar values of the original text, ends exclusive.

use serde::{Deserialize, Serialize};

/// Everything that was read in one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// The article's own id, as given.
    pub id: String,
    /// Version of the engine that read it.
    pub engine: String,
    /// Version of the gazetteer it was read with.
    pub gazetteer: String,
    /// `ar` or `en`: the language most of its letters are in.
    pub language: Language,
    /// Publication date as given, a civil date without a time zone.
    #[serde(default, with = "crate::text::civil_date::iso::optional")]
    pub date: Option<jiff::civil::Date>,
    pub mentions: Vec<Mention>,
    pub distances: Vec<StatedDistance>,
    pub events: Vec<Event>,
    /// Names of the gazetteer that stand in the text but were read as something else.
    pub set_aside: Vec<SetAside>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    Ar,
    En,
}

/// A place that the text names or refers to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    pub id: u32,
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub kind: MentionKind,
    pub resolution: Resolution,
    pub place: Option<PlaceName>,
    /// Degrees, WGS 84.
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    /// Radius in km within which the place meant lies (point-radius method).
    pub uncertainty_km: Option<f64>,
    /// 0 to 1: the share of such mentions that are right.
    pub confidence: f64,
    /// ACLED's code: 1 the named town, 2 part of a region or "near" a town, 3 a larger region.
    pub geo_precision: Option<u8>,
    /// Why it stands where it stands, in the article's language.
    pub reasons: Vec<String>,
    /// The same reasons in both languages, each for or against.
    pub why: Vec<Reason>,
    /// For a reference ("المدينة"): the id of the mention it refers to.
    pub antecedent: Option<u32>,
    /// Places of the gazetteer with this name, best first, the chosen one among them.
    pub candidates: Vec<Candidate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A settlement, a quarter, a camp.
    Place,
    /// A base, a field, a dam, a crossing, a prison: something built that is no settlement.
    Site,
    /// A mountain, a river, a plain, a desert.
    Nature,
    /// A governorate, a district, a country.
    Admin,
    /// A countryside: ريف حماة الشمالي.
    Rural,
    /// A definite description of a place named elsewhere: المدينة, سجنها.
    Reference,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Resolution {
    /// An entry of the gazetteer.
    Gazetteer,
    /// Put where the text says, by a stated distance or direction.
    Stated,
    /// Put where its antecedent is.
    Reference,
    /// Put there by the reader.
    Manual,
    /// Known to be a place, not known where.
    Unresolved,
}

/// Names and rank of a gazetteer entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceName {
    /// `gn:` GeoNames, `mk:` our own tables, `oa:` OurAirports.
    pub id: String,
    pub name_ar: String,
    pub name_en: String,
    /// GeoNames feature code, such as `PPL` or `AIRB`.
    pub feature: String,
    /// ISO 3166-2 code of the governorate, where known.
    pub admin1: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

/// A line of evidence the reader sees.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reason {
    /// `true` speaks for the choice, `false` against it.
    pub pro: bool,
    pub ar: String,
    pub en: String,
}

/// One of the places a name may stand for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    pub id: String,
    pub name_ar: String,
    pub name_en: String,
    pub feature: String,
    pub admin1: Option<String>,
    pub country: String,
    pub lat: f64,
    pub lon: f64,
    /// Comparable within one mention only; higher is better.
    pub score: f64,
}

/// A distance the text states between two places.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatedDistance {
    pub id: u32,
    pub start: u32,
    pub end: u32,
    pub text: String,
    /// The figure in km (the middle of a stated range).
    pub km: f64,
    /// Bounds in km: as stated, else from the precision of the figure.
    pub km_min: f64,
    pub km_max: Option<f64>,
    /// نحو, حوالي, about.
    pub approximate: bool,
    /// One of 16 winds, `N` to `NNW`.
    pub direction: Option<String>,
    /// Mention from which it is measured.
    pub from: Option<u32>,
    /// The border at its other end: the mention that is there is so far from it. Measured from the border.
    #[serde(default)]
    pub border: Option<StatedBorder>,
    /// Mention to which it is measured; none for an unnamed spot.
    pub to: Option<u32>,
    /// On the ellipsoid, where both ends are known apart from this statement.
    pub measured_km: Option<f64>,
    /// Degrees clockwise from north, 0 to 360.
    pub measured_bearing: Option<f64>,
    pub verdict: Verdict,
    /// Where the far end lies by this statement: a GeoJSON Polygon (sector, circle, or ring).
    pub footprint: Option<geojson::Geometry>,
    /// Middle and radius of the far end by the point-radius method.
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub uncertainty_km: Option<f64>,
}

impl StatedDistance {
    /// The mention at the far end: where the other is a border, the only one.
    pub fn far_end(&self) -> Option<u32> {
        match self.border {
            Some(_) => self.to.or(self.from),
            None => self.to,
        }
    }
}

impl StatedBorder {
    /// Longitude and latitude of its nearest point, degrees.
    pub fn spot(&self) -> Option<(f64, f64)> {
        self.lon.zip(self.lat)
    }
}

/// A border of Syria that a distance is counted from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatedBorder {
    /// ISO 3166-1 code of the neighbour; none where the text does not say whose border it is: then the nearest.
    pub country: Option<String>,
    /// The point of the border nearest to the mention, degrees; none while that is not placed.
    pub lat: Option<f64>,
    pub lon: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Both ends are known and the measured distance and bearing agree.
    Consistent,
    /// Both ends are known and do not agree.
    Inconsistent,
    /// The far end was put where the statement says.
    Placed,
    /// No end is known.
    Unresolved,
}

/// Something that happened, coded as ACLED codes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    pub id: u32,
    /// The clause it was read in.
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub trigger: Extent,
    #[serde(rename = "type")]
    pub event_type: String,
    pub sub_type: String,
    /// Mentions where it happened, best first.
    pub places: Vec<u32>,
    pub actors: Vec<ActorInEvent>,
    pub killed: Option<Count>,
    pub wounded: Option<Count>,
    pub date: Option<EventDate>,
    pub source: Option<Source>,
    pub confidence: f64,
    /// Other clauses that tell the same event.
    pub also: Vec<Extent>,
    /// Other figures for the same people by other sources; neither is added to the first.
    #[serde(default)]
    pub rival: Vec<Claim>,
    /// The reader has put something right about it, or added it.
    #[serde(default)]
    pub edited: bool,
}

/// What another source says of an event's dead and wounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub killed: Option<Count>,
    pub wounded: Option<Count>,
    pub source: Source,
}

/// A stretch of the original text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Extent {
    pub start: u32,
    pub end: u32,
}

impl Extent {
    /// Whether these letters, of a correction, are an event's trigger: the same, or with one edge in common where
    /// a later engine reads a word more or less.
    pub fn is_of(self, trigger: Extent) -> bool {
        let overlap = trigger.start < self.end && self.start < trigger.end;
        overlap && (trigger.start == self.start || trigger.end == self.end)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorInEvent {
    /// Neutral id from `data/words/actors.tsv`.
    pub id: String,
    pub role: Role,
    /// The article's own words for it.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Actor,
    Recipient,
    Unknown,
}

/// People, as stated, with bounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub min: u32,
    pub max: Option<u32>,
    pub text: String,
    /// The figure ACLED's codebook writes for it: the lowest stated, 10 for tens, 12 for dozens, 100 for
    /// hundreds, 3 for several.
    #[serde(default)]
    pub acled: u32,
}

/// When, as stated relative to the publication date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDate {
    #[serde(with = "crate::text::civil_date::iso")]
    pub from: jiff::civil::Date,
    #[serde(with = "crate::text::civil_date::iso")]
    pub to: jiff::civil::Date,
    /// ACLED's code: 1 the day, 2 within the week, 3 the month.
    pub precision: u8,
    pub text: String,
}

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub text: String,
}

/// A name that was found and set aside, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub why: Reason,
}
