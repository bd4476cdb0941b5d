//! GeoJSON points, named by their properties.

use super::draft::Draft;
use super::sorts::{self, Holds};
use super::table::own_id;
use super::{Format, Import, ImportError, Reason};
use serde_json::Value;

/// Reads a collection of features, one feature, or one feature a line.
///
/// # Errors
/// When the text is no JSON, or JSON of another sort.
pub(super) fn read(label: &str, text: &str) -> Result<Import, ImportError> {
    let mut import = Import::new(label, Format::GeoJson);
    let whole: Result<Value, _> = serde_json::from_str(text);
    match whole {
        Ok(Value::Object(mut object)) => match object.get_mut("features").map(Value::take) {
            Some(Value::Array(features)) => all(&mut import, features.into_iter().map(Some)),
            _ if object.contains_key("geometry") => {
                all(&mut import, std::iter::once(Some(Value::Object(object))));
            }
            _ => return Err(ImportError::Unknown),
        },
        Ok(Value::Array(features)) => all(&mut import, features.into_iter().map(Some)),
        Ok(_) => return Err(ImportError::Unknown),
        Err(_) => {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            let features: Vec<Option<Value>> =
                lines.map(|line| serde_json::from_str(line).ok()).collect();
            // A file that was cut short is no list of lines.
            if !features
                .iter()
                .flatten()
                .any(|f| f.get("geometry").is_some())
            {
                return Err(ImportError::BrokenJson);
            }
            all(&mut import, features.into_iter());
        }
    }
    Ok(import)
}

fn all(import: &mut Import, features: impl Iterator<Item = Option<Value>>) {
    for (feature, number) in features.zip(1..) {
        match feature
            .as_ref()
            .map_or(Err(Reason::NotAFeature), |f| draft_of(f, number))
        {
            Ok(draft) => import.take(number, draft),
            Err(reason) => import.refuse(number, reason),
        }
    }
}

fn draft_of(feature: &Value, number: usize) -> Result<Draft, Reason> {
    let geometry = feature.get("geometry").ok_or(Reason::NotAFeature)?;
    let shape = geometry
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or("none");
    if shape != "Point" {
        return Err(Reason::NotAPoint(shape.chars().take(40).collect()));
    }
    let properties = feature.get("properties").and_then(Value::as_object);
    let keys = properties.into_iter().flat_map(|all| all.keys());
    let (columns, level) = sorts::columns(keys.map(String::as_str));
    let values = properties.into_iter().flat_map(|all| all.values());
    let known = values
        .zip(&columns)
        .filter_map(|(value, holds)| Some(((*holds)?, written(value))));
    let given = match feature.get("id") {
        Some(id) => written(id),
        None => known
            .clone()
            .find_map(|(holds, id)| (holds == Holds::Id).then_some(id))
            .unwrap_or_default(),
    };
    let mut draft = Draft::new(own_id(&given, number), level);
    let degrees = |at: usize| written(&geometry["coordinates"][at]);
    draft.take(Holds::Lon, &degrees(0));
    draft.take(Holds::Lat, &degrees(1));
    for (holds, value) in known {
        draft.take(holds, &value);
    }
    Ok(draft)
}

/// A value as a cell of a table would have it.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => values.iter().map(written).collect::<Vec<_>>().join("|"),
        _ => String::new(),
    }
}
