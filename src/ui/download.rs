//! Files made here and handed to the browser.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Has the browser save a text as a file.
pub fn hand_over(text: &str, media_type: &str, name: &str) {
    // The browser refuses only where it has no memory left; there is nobody to tell then.
    let _ = saved(text, media_type, name);
}

fn saved(text: &str, media_type: &str, name: &str) -> Result<(), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    hand_over_blob(
        &Blob::new_with_str_sequence_and_options(&parts, &bag)?,
        name,
    )
}

/// Has the browser save a file; an error where it has no memory left.
pub fn hand_over_blob(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
