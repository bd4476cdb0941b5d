//! The formats, each with what a file of it is called.

use super::{csv, geojson, kml};
use crate::analysis::Analysis;
use crate::gazetteer::Gazetteer;

/// What findings can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Format {
    /// The events as a table with ACLED's columns.
    Csv,
    /// All findings as one collection.
    Geojson,
    /// All findings with a position, for Google Earth and its like.
    Kml,
    /// The whole reading, one analysis a line: the contract.
    Json,
}

impl Format {
    /// How files of the format end.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Geojson => "geojson",
            Format::Kml => "kml",
            Format::Json => "json",
        }
    }

    /// The registered media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv;charset=utf-8",
            Format::Geojson => "application/geo+json",
            Format::Kml => "application/vnd.google-earth.kml+xml",
            Format::Json => "application/json",
        }
    }

    /// The findings of some analyses in this format, to the end of the last line. A table begins with `heading`.
    pub fn write(
        self,
        analyses: &[Analysis],
        gazetteer: &Gazetteer,
        heading: csv::Heading,
    ) -> String {
        match self {
            Format::Csv => csv::table(analyses, gazetteer, heading),
            Format::Geojson => geojson::collection(analyses).to_string() + "\n",
            Format::Kml => kml::document(analyses) + "\n",
            Format::Json => analyses.iter().map(line).collect(),
        }
    }
}

/// An analysis as a line of JSON.
fn line(analysis: &Analysis) -> String {
    let json = serde_json::to_string(analysis).expect("plain data under names can be written");
    json + "\n"
}
