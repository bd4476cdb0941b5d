//! The bridge to `map.js`, and through it to MapLibre GL JS. Only strings and numbers cross it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/map/map.js")]
extern "C" {
    /// A MapLibre map.
    #[derive(Clone)]
    pub type Map;

    #[wasm_bindgen(catch)]
    pub async fn load() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch)]
    pub async fn create(
        element: &JsValue,
        style: &str,
        images: &str,
        lng: f64,
        lat: f64,
        zoom: f64,
    ) -> Result<JsValue, JsValue>;

    pub fn restyle(map: &Map, style: &str, images: &str, title: &str);
    pub fn set_data(map: &Map, source: &str, geojson: &str);
    pub fn set_states(map: &Map, quiet: Vec<String>, open: Vec<String>);
    pub fn look(map: &Map, lng: f64, lat: f64, zoom: f64, slowly: bool);
    pub fn on_move(map: &Map, told: &Closure<dyn FnMut(f64, f64, f64, f64, f64, bool)>);
    pub fn on_drawn(map: &Map, told: &Closure<dyn FnMut()>);
    pub fn on_pointer(map: &Map, layers: Vec<String>, told: &Closure<dyn FnMut(String, bool)>);
    pub fn on_spot(map: &Map, told: &Closure<dyn FnMut(f64, f64, bool)>);
    pub fn on_drag(map: &Map, told: &Closure<dyn FnMut(f64, f64, bool)>);
    pub fn let_move(map: &Map, key: &str);
}
