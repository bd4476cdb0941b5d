//! The map behind the findings, from below: neighbours, sea, land, water, lines, dust; then its lettering.

use super::style::{NASKH, PLEX, PLEX_BOLD, PLEX_MEDIUM, Setting, lettering as letters, with};
use super::{labels, words};
use serde_json::{Value, json};

fn layer(id: &str, kind: &str, of: &str, layout: Value, paint: Value) -> Value {
    json!({
        "id": id, "type": kind, "source": "base", "filter": ["==", ["get", "layer"], of], "layout": layout, "paint": paint,
    })
}

fn fill(id: &str, colour: &str) -> Value {
    layer(id, "fill", id, json!({}), json!({ "fill-color": colour }))
}

fn line(id: &str, colour: &str, width: f64, dash: &[f64]) -> Value {
    let mut paint = json!({ "line-color": colour, "line-width": width });
    if !dash.is_empty() {
        // The specification counts dashes in line widths, the design in pixels.
        paint["line-dasharray"] = json!(dash.iter().map(|d| d / width).collect::<Vec<_>>());
    }
    layer(id, "line", id, json!({ "line-join": "round" }), paint)
}

/// Everything below the findings but the lettering.
pub fn ground(setting: &Setting) -> Vec<Value> {
    let p = setting.palette;
    let of = |name: &str| json!(["==", ["get", "layer"], name]);
    vec![
        json!({ "id": "sea", "type": "background", "paint": { "background-color": p.water } }),
        fill("land", p.out),
        fill("country", p.land),
        json!({
            "id": "graticule", "type": "line", "source": "graticule", "paint": { "line-color": p.graticule, "line-width": 0.7 },
        }),
        // The border runs with Syria on its left: the band lies inside.
        layer(
            "band",
            "line",
            "border",
            json!({ "line-join": "round" }),
            json!({ "line-color": p.band, "line-width": 7, "line-offset": -3.5 }),
        ),
        layer(
            "river",
            "line",
            "river",
            json!({ "line-join": "round", "line-cap": "round" }),
            json!({ "line-color": p.river, "line-width": ["match", ["get", "rank"], 1, 1.6, 2, 1.1, 0.8] }),
        ),
        fill("lake", p.water),
        with(
            line("lake-shore", p.river, 0.7, &[]),
            json!({ "filter": of("lake") }),
        ),
        fill("salt", p.salt),
        with(
            line("salt-shore", p.river, 0.6, &[2.0, 2.0]),
            json!({ "filter": of("salt") }),
        ),
        line("coast", p.river, 0.7, &[]),
        json!({
            "id": "governorate", "type": "fill", "source": "base", "paint": { "fill-color": p.pencil, "fill-opacity": 0.035 },
            "filter": ["all", of("governorate"), ["in", ["get", "iso"], ["literal", setting.governorates]]],
        }),
        line("governorate_line", p.governorate, 1.0, &[3.5, 3.0]),
        line("border_other", p.border, 0.8, &[7.0, 2.5, 1.4, 2.5]),
        line("ceasefire", p.border, 0.8, &[1.5, 2.5]),
        line("border", p.border, 1.3, &[9.0, 2.5, 1.6, 2.5]),
        json!({
            "id": "dust", "type": "circle", "source": "settlements",
            "paint": {
                "circle-color": p.dust,
                "circle-radius": ["interpolate", ["linear"], ["zoom"], 5, 0.55, 7, 0.75, 9, 1.1, 12, 1.8],
            },
        }),
    ]
}

/// The base map's lettering, from the least to the most important.
pub fn lettering(setting: &Setting) -> Vec<Value> {
    let p = setting.palette;
    let spaced =
        |em: f64| json!({ "text-letter-spacing": if setting.is_arabic() { 0.0 } else { em } });
    let names = |id: &str, kinds: &[&str], font: &str, size: f64, colour: &str, halo: &str| {
        let (layout, paint) = letters(font, size, colour, halo);
        // Names of rank 2 and 3 wait until the map is near enough to have room for them.
        let near = json!(["<=", ["get", "rank"], ["step", ["zoom"], 1, 6, 2, 8, 3]]);
        json!({
            "id": id, "type": "symbol", "source": "base", "paint": paint,
            "layout": with(layout, json!({ "text-field": setting.name(), "symbol-sort-key": ["get", "rank"], "text-padding": 4 })),
            "filter": ["all", ["==", ["get", "layer"], "label"], ["in", ["get", "kind"], ["literal", kinds]], near],
        })
    };
    let mut natural = names(
        "physical-names",
        &["mountain", "desert", "region"],
        NASKH,
        13.5,
        p.area_lettering,
        p.land,
    );
    natural["layout"] = with(natural["layout"].take(), spaced(0.04));

    let mut governorates = names(
        "governorate-names",
        &["governorate"],
        PLEX,
        12.0,
        p.area_lettering,
        p.land,
    );
    governorates["layout"] = with(
        governorates["layout"].take(),
        with(
            spaced(0.1),
            json!({ "text-font": named(setting, json!(["literal", [PLEX_BOLD]]), json!(["literal", [PLEX]])), "text-transform": "uppercase" }),
        ),
    );
    governorates["layout"]["text-field"] = area_name(setting);
    governorates["paint"]["text-color"] = named(setting, json!(p.ink), json!(p.area_lettering));

    let mut countries = names(
        "country-names",
        &["country"],
        PLEX_MEDIUM,
        15.0,
        p.area_lettering,
        p.out,
    );
    countries["layout"] = with(countries["layout"].take(), spaced(0.1));
    // Syria needs no label of its own on a map of Syria.
    countries["filter"] = json!([
        "all",
        ["==", ["get", "layer"], "label"],
        ["==", ["get", "kind"], "country"],
        ["!=", ["get", "id"], "sy"]
    ]);

    let sea = names(
        "sea-names",
        &["sea"],
        NASKH,
        14.0,
        p.river_lettering,
        p.water,
    );
    vec![
        natural,
        governorates,
        countries,
        sea,
        lakes(setting),
        towns(setting),
        rivers(setting),
    ]
}

/// A governorate's name: Arabic letters are stretched where English ones are spaced, and one that the text names
/// says what it is, so that nobody takes it for the city.
fn area_name(setting: &Setting) -> Value {
    if !setting.is_arabic() {
        return setting.name();
    }
    let cases =
        labels::governorates().flat_map(|g| [json!(g.code), json!(words::stretched(g.name_ar))]);
    let head = [json!("match"), json!(["get", "id"])];
    let stretched = head
        .into_iter()
        .chain(cases)
        .chain([setting.name()])
        .collect::<Vec<_>>();
    named(
        setting,
        json!(["concat", "محافظة ", setting.name()]),
        json!(stretched),
    )
}

/// One value for the governorates that the text names and one for the others.
fn named(setting: &Setting, yes: Value, no: Value) -> Value {
    json!([
        "case",
        ["in", ["get", "id"], ["literal", setting.governorates]],
        yes,
        no
    ])
}

fn rivers(setting: &Setting) -> Value {
    let (layout, paint) = letters(
        NASKH,
        13.0,
        setting.palette.river_lettering,
        setting.palette.land,
    );
    let along = json!({
        "text-field": setting.name(), "symbol-placement": "line", "symbol-spacing": 200, "text-max-angle": 80,
        "text-padding": 8, "text-letter-spacing": if setting.is_arabic() { 0.0 } else { 0.04 }, "symbol-sort-key": ["get", "rank"],
    });
    json!({
        "id": "river-names", "type": "symbol", "source": "base", "layout": with(layout, along), "paint": paint,
        "filter": ["all", ["==", ["get", "layer"], "river"], ["<=", ["get", "rank"], ["step", ["zoom"], 1, 7, 2, 8, 3]]],
    })
}

fn lakes(setting: &Setting) -> Value {
    let (layout, paint) = letters(
        NASKH,
        13.0,
        setting.palette.river_lettering,
        setting.palette.water,
    );
    json!({
        "id": "lake-names", "type": "symbol", "source": "base", "minzoom": 6.6, "paint": paint,
        "layout": with(layout, json!({ "text-field": setting.name(), "text-padding": 4 })),
        "filter": ["all", ["in", ["get", "layer"], ["literal", ["lake", "salt"]]], ["has", "name_ar"]],
    })
}

/// Towns that the text does not name, the greater first, and only as many as there is room for.
fn towns(setting: &Setting) -> Value {
    let p = setting.palette;
    let (layout, paint) = letters(PLEX, 11.5, p.town, p.land);
    let sides = if setting.is_arabic() {
        ["right", "left"]
    } else {
        ["left", "right"]
    };
    let offset = |side: &str| {
        if side == "right" {
            [-0.5, 0.0]
        } else {
            [0.5, 0.0]
        }
    };
    let anchors = json!([
        sides[0],
        offset(sides[0]),
        sides[1],
        offset(sides[1]),
        "bottom",
        [0.0, -0.4],
        "top",
        [0.0, 0.4]
    ]);
    json!({
        "id": "towns", "type": "symbol", "source": "settlements", "paint": paint,
        "layout": with(layout, json!({
            "text-field": setting.name(), "icon-image": "town", "text-variable-anchor-offset": anchors, "icon-padding": 1,
            "symbol-sort-key": ["-", 10, ["get", "importance"]], "text-padding": 3,
        })),
        "filter": ["all",
            [">=", ["get", "importance"], ["step", ["zoom"], 9, 5, 8, 6, 6, 7, 5, 8, 4, 9, 2, 10, 0]],
            ["!", ["in", ["get", "id"], ["literal", setting.places]]],
        ],
    })
}
