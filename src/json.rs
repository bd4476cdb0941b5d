//! JSON text whose figures have at most six decimals: in degrees a tenth of a metre.
//!
//! The shortest exact form of a float, which `serde_json` writes by itself, costs the web app tables of 10 KB.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io;

/// The value as JSON text; `null` for what JSON cannot hold.
pub fn text<T: Serialize + ?Sized>(value: &T) -> String {
    let mut out = Vec::new();
    let written = value.serialize(&mut Serializer::with_formatter(&mut out, SixDecimals));
    match (written, String::from_utf8(out)) {
        (Ok(()), Ok(text)) => text,
        _ => "null".to_string(),
    }
}

struct SixDecimals;

impl Formatter for SixDecimals {
    fn write_f64<W: io::Write + ?Sized>(&mut self, to: &mut W, value: f64) -> io::Result<()> {
        to.write_all(figure(value).as_bytes())
    }
}

/// A finite figure to six decimals, without the zeros behind them.
fn figure(value: f64) -> String {
    let figure = format!("{value:.6}");
    let short = figure.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0" } else { short }.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn figures_are_short_and_close() {
        for (value, written) in [
            (38.284, "38.284"),
            (-0.000_000_1, "0"),
            (70.0, "70"),
            (1.0 / 3.0, "0.333333"),
            (-117.25, "-117.25"),
        ] {
            assert_eq!(figure(value), written);
        }
    }

    #[test]
    fn all_else_is_as_serde_json_writes_it() {
        let value = json!({ "a": [1, "نص\"\n", true, null, { "b": 0.5 }], "c": f64::NAN });
        assert_eq!(text(&value), value.to_string());
    }
}
