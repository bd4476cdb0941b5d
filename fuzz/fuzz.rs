//! One property of `tests/fuzz/properties.rs`, named by the environment variable `PROPERTY`, tried by libFuzzer.

#![no_main]

#[path = "../tests/fuzz/properties.rs"]
mod properties;

use std::sync::LazyLock;

static PROPERTY: LazyLock<fn(&[u8])> =
    LazyLock::new(|| match std::env::var("PROPERTY").as_deref() {
        Ok("article") => properties::article,
        Ok("link") => properties::link,
        Ok("contents") => properties::contents,
        Ok("desk") => properties::desk,
        Ok("places") => properties::places,
        _ => panic!("PROPERTY should be article, link, contents, desk or places"),
    });

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| PROPERTY(bytes));
