//! One place of the gazetteer.

use crate::geodesy::Point;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A place with what the resolver and the reader need to know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// `mk:` our tables, `gn:` GeoNames, `oa:` OurAirports, `own:` a list of the reader's, and the number or slug there.
    pub id: String,
    pub name_ar: String,
    /// Other Arabic names and spellings.
    pub alt_ar: Vec<String>,
    pub name_en: String,
    /// Other Latin names and spellings.
    pub alt_en: Vec<String>,
    pub kind: Kind,
    /// Degrees, WGS 84.
    pub lat: f64,
    pub lon: f64,
    /// Extent: from the point to the furthest edge, km.
    pub radius_km: f64,
    /// ISO 3166-2 code of the governorate; empty abroad.
    pub admin1: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Arabic names of district and subdistrict; empty where not known.
    pub admin2: String,
    pub admin3: String,
    /// 0 (almost never named) to 9 (Damascus, Aleppo).
    pub importance: u8,
    pub also: Also,
    /// Where the facts come from: an index into [`crate::Gazetteer::sources`].
    pub source: u8,
}

/// Why the bare name proves nothing by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Also {
    /// It is an ordinary word, too: الباب, نوى.
    pub word: bool,
    /// It is a person's or a family's name, too.
    pub person: bool,
    /// A better known place abroad bears it.
    pub foreign: bool,
}

/// The rooms a kind may stand in; what the contract calls `kind` of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    Settlement,
    Site,
    Nature,
    Admin,
}

macro_rules! kinds {
    ($($variant:ident $slug:literal $feature:literal $class:ident $ar:literal $en:literal)*) => {
        /// What sort of place it is; the slug is what the tables write.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Kind { $($variant),* }

        impl Kind {
            pub const ALL: &'static [Kind] = &[$(Kind::$variant),*];

            /// The word the tables write.
            pub fn slug(self) -> &'static str {
                match self { $(Kind::$variant => $slug),* }
            }

            /// GeoNames feature code.
            pub fn feature(self) -> &'static str {
                match self { $(Kind::$variant => $feature),* }
            }

            pub fn class(self) -> Class {
                match self { $(Kind::$variant => Class::$class),* }
            }

            /// What a reader calls it.
            pub fn name_ar(self) -> &'static str {
                match self { $(Kind::$variant => $ar),* }
            }

            pub fn name_en(self) -> &'static str {
                match self { $(Kind::$variant => $en),* }
            }
        }
    };
}

kinds! {
    City "city" "PPLA" Settlement "مدينة" "city"
    Town "town" "PPLA3" Settlement "بلدة" "town"
    Village "village" "PPL" Settlement "قرية" "village"
    Neighbourhood "neighbourhood" "PPLX" Settlement "حي" "neighbourhood"
    Suburb "suburb" "PPLX" Settlement "ضاحية" "suburb"
    Farm "farm" "PPLF" Settlement "مزارع" "farms"
    Camp "camp" "CMP" Settlement "مخيم" "camp"
    Airbase "airbase" "AIRB" Site "مطار عسكري" "air base"
    Airport "airport" "AIRP" Site "مطار" "airport"
    Barracks "barracks" "INSM" Site "ثكنة" "military site"
    Prison "prison" "PRN" Site "سجن" "prison"
    Castle "castle" "CSTL" Site "قلعة" "castle"
    Ruins "ruins" "RUIN" Site "موقع أثري" "ruins"
    Shrine "shrine" "SHRN" Site "مزار" "shrine"
    Oilfield "oilfield" "OILF" Site "حقل نفط" "oil field"
    Gasfield "gasfield" "GASF" Site "حقل غاز" "gas field"
    Dam "dam" "DAM" Site "سد" "dam"
    Bridge "bridge" "BDG" Site "جسر" "bridge"
    Crossing "crossing" "PSTB" Site "معبر" "crossing"
    Borderpost "borderpost" "PSTB" Site "مخفر حدودي" "border post"
    Checkpoint "checkpoint" "PSTP" Site "حاجز" "checkpoint"
    Junction "junction" "RDJCT" Site "مفرق" "junction"
    Road "road" "RD" Site "طريق" "road"
    Mountain "mountain" "MT" Nature "جبل" "mountain"
    Hill "hill" "HLL" Nature "تل" "hill"
    Valley "valley" "VAL" Nature "وادي" "valley"
    Plain "plain" "PLN" Nature "سهل" "plain"
    River "river" "STM" Nature "نهر" "river"
    Spring "spring" "SPNG" Nature "عين" "spring"
    Lake "lake" "LK" Nature "بحيرة" "lake"
    Sea "sea" "SEA" Nature "بحر" "sea"
    Desert "desert" "DSRT" Nature "بادية" "desert"
    Island "island" "ISL" Nature "جزيرة" "island"
    Industrial "industrial" "INDS" Site "منشأة صناعية" "industrial site"
    Powerstation "powerstation" "PS" Site "محطة كهرباء" "power station"
    Silo "silo" "SILO" Site "صوامع" "silos"
    Hospital "hospital" "HSP" Site "مشفى" "hospital"
    University "university" "UNIV" Site "جامعة" "university"
    Port "port" "PRT" Site "مرفأ" "port"
    Region "region" "RGN" Nature "منطقة" "region"
    Governorate "governorate" "ADM1" Admin "محافظة" "governorate"
    District "district" "ADM2" Admin "منطقة إدارية" "district"
    Subdistrict "subdistrict" "ADM3" Admin "ناحية" "subdistrict"
    Country "country" "PCLI" Admin "دولة" "country"
}

impl Kind {
    /// The kind with this number in the compact file.
    pub fn from_number(number: u8) -> Option<Kind> {
        Kind::ALL.get(usize::from(number)).copied()
    }

    /// Whether two lists may call one place by these two kinds: what one calls a town is a village in another.
    pub fn may_be(self, other: Kind) -> bool {
        let settlements = self.class() == Class::Settlement && other.class() == Class::Settlement;
        self == other || settlements || (self.is_airfield() && other.is_airfield())
    }

    pub fn is_airfield(self) -> bool {
        matches!(self, Kind::Airbase | Kind::Airport)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(slug: &str) -> Result<Kind, ()> {
        Kind::ALL
            .iter()
            .copied()
            .find(|k| k.slug() == slug)
            .ok_or(())
    }
}

impl Place {
    /// Every Arabic name, the usual one first.
    pub fn arabic_names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name_ar.as_str())
            .chain(self.alt_ar.iter().map(String::as_str))
            .filter(|n| !n.is_empty())
    }

    /// Every Latin name, the usual one first, without what only tells it apart: "Hadir" of "Hadir (Hama)".
    pub fn latin_names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name_en.as_str())
            .chain(self.alt_en.iter().map(String::as_str))
            .map(|name| name.split([',', '(']).next().unwrap_or_default().trim())
            .filter(|n| !n.is_empty())
    }

    /// The middle of it.
    pub fn point(&self) -> Point {
        Point {
            lat: self.lat,
            lon: self.lon,
        }
    }

    /// Whether it lies in Syria.
    pub fn is_syrian(&self) -> bool {
        self.country == "SY"
    }
}
