//! The formats, each with what a file of it is called.

use super::{csv, geojson, kml};
use crate::analysis::Analysis;
use crate::gazetteer::Gazetteer;

/// What findings can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// The findings of some analyses in this format.
    pub fn write(self, analyses: &[Analysis], gazetteer: &Gazetteer) -> String {
        match self {
            Format::Csv => csv::table(analyses, gazetteer, csv::Heading::NamesAndHxl),
            Format::Geojson => crate::json::text(&geojson::collection(analyses)),
            Format::Kml => kml::document(analyses),
            Format::Json => analyses
                .iter()
                .map(|analysis| crate::json::text(analysis) + "\n")
                .collect(),
        }
    }
}
