//! Draft rows as ACLED's table has them, one an event; `docs/exports.md` explains the columns.
//!
//! What an article does not say stays empty: a coder fills it in. `fatalities` is the lowest figure that any source
//! of the article gives, as the codebook asks. Four columns of our own follow ACLED's.

use super::{lowest_figures, position, scene};
use crate::analysis::{Analysis, Event, Mention, Role};
use crate::gazetteer::{Gazetteer, Kind, Place};
use crate::text::civil_date::iso;

/// The columns, each with its HXL tag.
const COLUMNS: [(&str, &str); 35] = [
    ("event_id_cnty", "#event+id"),
    ("event_date", "#date+start"),
    ("year", "#date+year"),
    ("time_precision", ""),
    ("disorder_type", "#event+disorder"),
    ("event_type", "#event+type"),
    ("sub_event_type", "#event+type+sub"),
    ("actor1", "#group+name+first"),
    ("assoc_actor_1", ""),
    ("inter1", ""),
    ("actor2", "#group+name+second"),
    ("assoc_actor_2", ""),
    ("inter2", ""),
    ("interaction", ""),
    ("civilian_targeting", ""),
    ("iso", "#country+code"),
    ("region", "#region+name"),
    ("country", "#country+name"),
    ("admin1", "#adm1+name"),
    ("admin2", "#adm2+name"),
    ("admin3", "#adm3+name"),
    ("location", "#loc+name"),
    ("latitude", "#geo+lat"),
    ("longitude", "#geo+lon"),
    ("geo_precision", ""),
    ("source", "#meta+source"),
    ("source_scale", ""),
    ("notes", "#description"),
    ("fatalities", "#affected+killed"),
    ("tags", ""),
    ("timestamp", ""),
    ("injured", "#affected+injured"),
    ("uncertainty_km", "#geo+uncertainty"),
    ("confidence", "#meta+confidence"),
    ("article", "#meta+id"),
];

/// What stands above the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The names of ACLED's columns.
    Names,
    /// The names, and under them the tags of the Humanitarian Exchange Language.
    NamesAndHxl,
}

/// The events of some analyses as CSV, with names of governorates and districts from the gazetteer.
pub fn table(analyses: &[Analysis], gazetteer: &Gazetteer, heading: Heading) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |row: &[String]| {
        // Rows go to memory, and all have the same length: this cannot fail.
        let _ = writer.write_record(row);
    };
    write(&COLUMNS.map(|(name, _)| name.to_string()));
    if heading == Heading::NamesAndHxl {
        write(&COLUMNS.map(|(_, tag)| tag.to_string()));
    }
    for analysis in analyses {
        for event in &analysis.events {
            write(&row(analysis, event, gazetteer));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn row(analysis: &Analysis, event: &Event, gazetteer: &Gazetteer) -> [String; COLUMNS.len()] {
    let at = scene(analysis, event);
    let place = at
        .and_then(|m| m.place.as_ref())
        .and_then(|p| gazetteer.index_of(&p.id))
        .map(|index| gazetteer.place(index));
    let date = event.date.as_ref();
    let degrees = at.and_then(position);
    let (actor1, actor2) = sides(event);
    let (fatalities, injured) = lowest_figures(event);
    let country = at
        .and_then(|m| m.place.as_ref())
        .map(|p| p.country.as_str());
    let in_syria = country == Some("SY");
    let against_civilians = event.event_type == "Violence against civilians";
    [
        text(&match analysis.id.as_str() {
            "" => event.id.to_string(),
            article => format!("{article}-{}", event.id),
        }),
        date.map_or_else(String::new, |d| iso::text(d.from)),
        date.map_or_else(String::new, |d| d.from.year().to_string()),
        date.map_or_else(String::new, |d| d.precision.to_string()),
        text(disorder(&event.event_type)),
        text(&event.event_type),
        text(&event.sub_type),
        text(&actor1),
        String::new(),
        String::new(),
        text(&actor2),
        String::new(),
        String::new(),
        String::new(),
        if against_civilians {
            "Civilian targeting".into()
        } else {
            String::new()
        },
        if in_syria {
            "760".into()
        } else {
            String::new()
        },
        if in_syria {
            "Middle East".into()
        } else {
            String::new()
        },
        text(if in_syria {
            "Syria"
        } else {
            country.unwrap_or_default()
        }),
        text(place.map_or("", |p| governorate(p, gazetteer))),
        text(place.map_or("", |p| &p.admin2)),
        text(place.map_or("", |p| &p.admin3)),
        text(at.map_or("", location)),
        number(degrees.map(|[_, lat]| lat)),
        number(degrees.map(|[lon, _]| lon)),
        number(at.and_then(|m| m.geo_precision)),
        text(event.source.as_ref().map_or("", |s| &s.text)),
        String::new(),
        text(&notes(event)),
        number(fatalities),
        String::new(),
        String::new(),
        number(injured),
        number(at.and_then(|m| m.uncertainty_km)),
        number(Some(event.confidence)),
        text(&analysis.id),
    ]
}

/// Who acts and who is met. Of a battle's sides whose part is not told, the first is put down as acting.
fn sides(event: &Event) -> (String, String) {
    let of = |role: Role| {
        let all = event.actors.iter().filter(move |a| a.role == role);
        all.map(|a| a.id.as_str()).collect::<Vec<_>>()
    };
    let (mut acts, mut met, mut unknown) =
        (of(Role::Actor), of(Role::Recipient), of(Role::Unknown));
    if acts.is_empty() && event.event_type == "Battles" {
        acts.extend((!unknown.is_empty()).then(|| unknown.remove(0)));
    } else if acts.is_empty() {
        acts.append(&mut unknown);
    }
    if met.is_empty() && event.event_type == "Battles" {
        met = unknown;
    }
    (acts.join("; "), met.join("; "))
}

/// The clause, and the figures of other sources.
fn notes(event: &Event) -> String {
    let mut notes = event.text.clone();
    for claim in &event.rival {
        let figures = [claim.killed.as_ref(), claim.wounded.as_ref()];
        for count in figures.into_iter().flatten() {
            notes.push_str(&format!(" | {}: {}", claim.source.text, count.text));
        }
    }
    notes
}

/// The name of the place, else the words of the text.
fn location(mention: &Mention) -> &str {
    match &mention.place {
        Some(place) if !place.name_en.is_empty() => &place.name_en,
        Some(place) if !place.name_ar.is_empty() => &place.name_ar,
        _ => &mention.text,
    }
}

/// The English name of the place's governorate, without the word for it.
fn governorate<'a>(place: &'a Place, gazetteer: &'a Gazetteer) -> &'a str {
    if place.admin1.is_empty() {
        return "";
    }
    let mut places = gazetteer.places().iter();
    places
        .find(|p| p.kind == Kind::Governorate && p.admin1 == place.admin1)
        .map_or(place.admin1.as_str(), |p| {
            p.name_en.trim_end_matches(" Governorate")
        })
}

/// ACLED's disorder type of an event type.
fn disorder(event_type: &str) -> &'static str {
    match event_type {
        "Battles" | "Explosions/Remote violence" | "Violence against civilians" => {
            "Political violence"
        }
        "Protests" | "Riots" => "Demonstrations",
        "Strategic developments" => "Strategic developments",
        _ => "",
    }
}

fn number<N: ToString>(value: Option<N>) -> String {
    value.map_or_else(String::new, |n| n.to_string())
}

/// A cell of text that no spreadsheet takes for a formula (OWASP: CSV injection).
fn text(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠']) {
        true => format!("'{cell}"),
        false => cell.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed() {
        for hostile in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "＝1",
        ] {
            assert_eq!(text(hostile), format!("'{hostile}"));
        }
        assert_eq!(text("حمص - الوعر"), "حمص - الوعر");
    }
}
