//! What stands around the map of a picture: the title, the frame, the key, the scale and the credits.

use super::Picture;
use super::lettering::LETTERS;
use super::pen::escaped;
use crate::analysis::Language;
use crate::map::frame::frame;
use crate::map::key::Entry;
use crate::map::shapes::Symbol;
use crate::map::words::{in_digits, kilometres};
use std::fmt::Write;

/// What a picture says besides its map.
#[derive(Debug, Clone, PartialEq)]
pub struct Margins {
    /// The document's title.
    pub title: String,
    /// Under it: where and when it was published, and what was found.
    pub about: String,
    /// Versions, and how the picture is to be read.
    pub made: String,
}

/// Around everything, px.
const MARGIN: f64 = 24.0;
/// From the upper edge to the map, px.
const HEAD: f64 = 92.0;
const ROW: f64 = 24.0;
/// The least width that an entry of the key takes, px.
const COLUMN: f64 = 190.0;

impl Picture<'_> {
    /// The whole picture as one SVG document.
    pub fn document(&self, margins: &Margins) -> String {
        let (width, height) = (self.camera.width + 2.0 * MARGIN, self.height());
        // Without a title, the sheet begins at the map.
        let above = if margins.title.is_empty() {
            HEAD - 4.0
        } else {
            0.0
        };
        let palette = self.palette;
        let (start, anchor_way) = match self.language {
            Language::Ar => (width - MARGIN, "rtl"),
            Language::En => (MARGIN, "ltr"),
        };
        let map = self.map();
        let text = |y: f64, size: f64, weight: u16, ink: &str, words: &str| {
            format!(
                r#"<text x="{start}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{ink}">{}</text>"#,
                escaped(words)
            )
        };
        let credits_y = height - 34.0;
        let parts = [
            format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{}" viewBox="0 {above} {width} {}" direction="{anchor_way}" font-family="{LETTERS}"><title>{}</title>"#,
                height - above,
                height - above,
                escaped(&margins.title)
            ),
            format!(
                r#"<rect width="{width}" height="{height}" fill="{}"/>"#,
                self.paper()
            ),
            text(44.0, 24.0, 600, palette.ink, &margins.title),
            text(70.0, 14.0, 400, palette.ink_2, &margins.about),
            format!(
                r#"<g transform="translate({MARGIN} {HEAD})">{map}{}</g>"#,
                self.frame()
            ),
            self.key(),
            self.scale(),
            text(credits_y, 11.5, 400, palette.ink_3, &margins.made),
            text(
                credits_y + 17.0,
                11.5,
                400,
                palette.ink_3,
                credits(self.language),
            ),
            "</svg>".to_string(),
        ];
        parts.concat()
    }

    /// The height of the whole document, px.
    pub fn height(&self) -> f64 {
        let rows = self.sheet.key().len().div_ceil(self.columns());
        HEAD + self.camera.height + 22.0 + ROW * rows.max(1) as f64 + 62.0
    }

    /// The ink of the paper around the map.
    fn paper(&self) -> &'static str {
        if self.palette.ink < "#8" {
            "#FDFDFB"
        } else {
            "#161B20"
        }
    }

    /// Entries of the key in a row; the scale has the room of one.
    fn columns(&self) -> usize {
        ((self.camera.width - COLUMN) / COLUMN).max(1.0) as usize
    }

    fn frame(&self) -> String {
        let palette = self.palette;
        if self.inset == 0.0 {
            return String::new();
        }
        let frame = frame(&self.camera, self.language);
        let mut out = format!(
            r#"<path d="{}" fill="{}" fill-rule="evenodd"/><path d="{}" fill="{ink}"/><path d="{}" fill="none" stroke="{ink}" stroke-width="0.8"/>"#,
            frame.band,
            self.paper(),
            frame.bars,
            frame.lines,
            ink = palette.ink_3,
        );
        for figure in frame.figures {
            let _ = write!(
                out,
                r#"<text transform="translate({:.1} {:.1}) rotate({})" text-anchor="middle" direction="ltr" font-size="11" fill="{}">{}</text>"#,
                figure.x,
                figure.y,
                figure.turned,
                palette.ink_3,
                escaped(&figure.text)
            );
        }
        out
    }

    /// What is on the map and nothing else, in rows from the reading start.
    fn key(&self) -> String {
        let mut out = String::new();
        let columns = self.columns();
        for (nth, entry) in self.sheet.key().into_iter().enumerate() {
            let along = MARGIN + COLUMN * (nth % columns) as f64;
            let y = HEAD + self.camera.height + 30.0 + ROW * (nth / columns) as f64;
            let whole = self.camera.width + 2.0 * MARGIN;
            let (sample, words) = match self.language {
                Language::Ar => (whole - along - 26.0, whole - along - 36.0),
                Language::En => (along, along + 36.0),
            };
            let _ = write!(
                out,
                r#"<g transform="translate({sample} {:.1})">{}</g><text x="{words}" y="{:.1}" font-size="12.5" fill="{}">{}</text>"#,
                y - 11.5,
                self.sample(entry),
                y,
                self.palette.ink,
                escaped(entry.name(self.language)),
            );
        }
        out
    }

    /// An entry's sample, on 26 by 14.
    fn sample(&self, entry: Entry) -> String {
        let palette = self.palette;
        let symbol = |data: &str, attributes: String| {
            format!(
                r#"<path transform="translate(5 -1) scale(0.667)" d="{data}" fill-rule="evenodd" {attributes}/>"#
            )
        };
        let line = |ink: &str, width: f64, dash: &str, filled: bool| {
            format!(
                r#"<path d="{}" fill="{}" fill-opacity="0.1" stroke="{ink}" stroke-width="{width}" stroke-dasharray="{dash}" stroke-linecap="{}"/>"#,
                entry.swatch().unwrap_or_default(),
                if filled { ink } else { "none" },
                if dash.starts_with("0 ") {
                    "round"
                } else {
                    "butt"
                },
            )
        };
        match entry {
            Entry::Event(of) => symbol(of.filled(), format!(r#"fill="{}""#, of.colour(palette))),
            Entry::Approximate => symbol(
                Symbol::Strategic.outline(),
                format!(
                    r#"fill="none" stroke="{}" stroke-width="2.4""#,
                    palette.ink_2
                ),
            ),
            Entry::Measured => line(palette.ink, 1.5, "none", false),
            Entry::Stated => line(palette.ink, 1.5, "6 4", false),
            Entry::PlacedByText => line(palette.pencil, 1.5, "none", false),
            Entry::Doubt => line(palette.pencil, 1.3, "5 3.5", true),
            Entry::Unnamed => line(palette.pencil, 1.7, "0 4.2", false),
            Entry::Namesake => line(palette.ink_3, 1.4, "0 3", false),
        }
    }

    /// The scale bar at the reading end; its zero stands where reading starts.
    fn scale(&self) -> String {
        const LONGEST: f64 = 140.0;
        let (km, pixels) = self.camera.scale_bar(LONGEST);
        let y = HEAD + self.camera.height + 26.0;
        let (zero, end, middle) = match self.language {
            Language::Ar => {
                let left = MARGIN + 16.0;
                (left + pixels, left, left + pixels / 2.0)
            }
            Language::En => {
                let right = MARGIN + self.camera.width - 16.0;
                (right - pixels, right, right - pixels / 2.0)
            }
        };
        let figure = in_digits("0", self.language);
        let ink = self.palette.ink_2;
        format!(
            r#"<path d="M{zero:.1} {y}H{end:.1}v5H{zero:.1}Z" fill="none" stroke="{ink}"/><path d="M{zero:.1} {y}H{middle:.1}v5H{zero:.1}Z" fill="{ink}"/><g font-size="11.5" text-anchor="middle" fill="{ink}"><text x="{zero:.1}" y="{:.1}">{figure}</text><text x="{end:.1}" y="{:.1}">{}</text></g>"#,
            y + 20.0,
            y + 20.0,
            escaped(&kilometres(km, self.language)),
        )
    }
}

/// Whose the base map and the gazetteer are.
pub fn credits(language: Language) -> &'static str {
    match language {
        Language::Ar => {
            "الخريطة: \u{2068}Natural Earth\u{2069} (ملك عام) · \u{2068}GeoNames\u{2069} (\u{2068}CC BY 4.0\u{2069}) · \u{2068}OurAirports\u{2069}"
        }
        Language::En => "Map: Natural Earth (public domain) · GeoNames (CC BY 4.0) · OurAirports",
    }
}
