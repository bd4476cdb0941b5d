//! The second room: places, their names, and how to find them. Knows nothing of articles.

pub mod find;
pub mod import;
pub mod matcher;
mod own;
pub mod packed;
pub mod place;
mod query;
mod sound;
pub mod spelling;
pub mod table;

pub use find::Found;
pub use import::{Import, ImportError};
pub use matcher::{Bearer, Hit, Matcher};
pub use packed::GazetteerError;
pub use place::{Also, Class, Kind, Place};

use crate::text::Script;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Places with their names ready to be matched.
pub struct Gazetteer {
    version: String,
    sources: Vec<String>,
    places: Vec<Place>,
    by_id: FxHashMap<String, u32>,
    arabic: OnceLock<Matcher>,
    latin: OnceLock<Matcher>,
    searched: OnceLock<find::Names>,
}

impl Gazetteer {
    /// A gazetteer of these places.
    pub fn new(version: String, sources: Vec<String>, places: Vec<Place>) -> Gazetteer {
        let by_id = places
            .iter()
            .zip(0..)
            .map(|(place, index)| (place.id.clone(), index))
            .collect();
        Gazetteer {
            version,
            sources,
            places,
            by_id,
            arabic: OnceLock::new(),
            latin: OnceLock::new(),
            searched: OnceLock::new(),
        }
    }

    /// Reads the compact file.
    ///
    /// # Errors
    /// When the bytes are no gazetteer, cut short, or hold values out of range.
    pub fn from_bytes(bytes: &[u8]) -> Result<Gazetteer, GazetteerError> {
        let contents = packed::unpack(bytes)?;
        let mut gazetteer = Gazetteer::new(contents.version, contents.sources, contents.places);
        for (id, place) in contents.other_ids {
            gazetteer.by_id.entry(id).or_insert(place);
        }
        Ok(gazetteer)
    }

    /// The gazetteer of this checkout, for the command line and the tests; the web app fetches it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn bundled() -> &'static Gazetteer {
        static BUNDLED: OnceLock<Gazetteer> = OnceLock::new();
        BUNDLED.get_or_init(|| {
            Gazetteer::from_bytes(include_bytes!("../../public/gazetteer.bin"))
                .expect("a test holds the file to what the tables give")
        })
    }

    /// The version that analyses and links name.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Credits, as the places' `source` numbers them.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place with this number; numbers come from matches of this gazetteer.
    pub fn place(&self, index: u32) -> &Place {
        &self.places[index as usize]
    }

    /// The number of the place with this id, or whose row in a table had it.
    pub fn index_of(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// The names in one script; built on first use, since most articles need one only.
    pub fn names(&self, script: Script) -> &Matcher {
        let (cell, script) = match script {
            Script::Arabic => (&self.arabic, Script::Arabic),
            Script::Latin => (&self.latin, Script::Latin),
        };
        cell.get_or_init(|| Matcher::new(&self.places, script))
    }
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Gazetteer({}, {} places)",
            self.version,
            self.places.len()
        )
    }
}
