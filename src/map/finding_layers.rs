//! The findings' layers. Shape tells the class, line style the certainty; colour only confirms.

use super::style::{NASKH, PLEX, PLEX_BOLD, PLEX_MEDIUM, Setting, lettering, with};
use serde_json::{Value, json};

fn layer(id: &str, kind: &str, filter: Value, layout: Value, paint: Value) -> Value {
    json!({ "id": id, "type": kind, "source": "findings", "filter": filter, "layout": layout, "paint": paint })
}

fn is(class: &str) -> Value {
    json!(["==", ["get", "is"], class])
}

/// Circles of doubt that are wider than the mark they surround; a filter sees whole zooms only.
fn visible_doubt() -> Value {
    json!(["all", is("doubt"), [">=", ["zoom"], ["get", "from"]]])
}

/// An opacity that falls to 35 % while the reader points at something else.
fn quiet(opacity: Value) -> Value {
    json!([
        "*",
        opacity,
        [
            "case",
            ["boolean", ["feature-state", "quiet"], false],
            0.35,
            1
        ]
    ])
}

fn when_open(yes: Value, no: Value) -> Value {
    json!([
        "case",
        ["boolean", ["feature-state", "open"], false],
        yes,
        no
    ])
}

fn line(id: &str, filter: Value, colour: &str, width: f64, dash: &[f64]) -> Value {
    let mut paint =
        json!({ "line-color": colour, "line-width": width, "line-opacity": quiet(json!(1)) });
    let mut layout = json!({ "line-join": "round" });
    if !dash.is_empty() {
        paint["line-dasharray"] = json!(dash.iter().map(|d| d / width).collect::<Vec<_>>());
    }
    if dash.first() == Some(&0.0) {
        layout["line-cap"] = json!("round");
    }
    layer(id, "line", filter, layout, paint)
}

/// What lies under the lettering: areas and lines.
pub fn areas(setting: &Setting) -> Vec<Value> {
    let p = setting.palette;
    let rim = |certainty: &str| {
        json!([
            "all",
            visible_doubt(),
            ["==", ["get", "certainty"], certainty],
            ["!", ["get", "soft"]]
        ])
    };
    vec![
        layer(
            "cells",
            "fill",
            is("cell"),
            json!({}),
            json!({ "fill-color": p.pencil, "fill-antialias": false, "fill-opacity": quiet(json!(["get", "opacity"])) }),
        ),
        layer(
            "doubt",
            "fill",
            visible_doubt(),
            json!({}),
            json!({ "fill-color": p.pencil, "fill-opacity": quiet(json!(["case", ["get", "soft"], 0.055, 0.1])) }),
        ),
        line(
            "doubt-soft",
            json!(["all", visible_doubt(), ["get", "soft"]]),
            p.pencil,
            1.0,
            &[0.0, 5.0],
        ),
        line(
            "doubt-settled",
            json!(["any", rim("settled"), rim("yours")]),
            p.pencil,
            0.9,
            &[],
        ),
        line("doubt-likely", rim("likely"), p.pencil, 1.3, &[5.0, 3.5]),
        line("doubt-open", rim("open"), p.pencil, 1.4, &[0.0, 4.0]),
        line("dotted", is("dotted"), p.pencil, 1.7, &[0.0, 4.6]),
        line("ghost-line", is("ghost-line"), p.ink_3, 1.1, &[0.0, 5.0]),
        line(
            "casing",
            json!([
                "in",
                ["get", "is"],
                ["literal", ["measured", "stated", "beyond"]]
            ]),
            p.land,
            4.5,
            &[],
        ),
        line("stated", is("stated"), p.ink, 1.5, &[6.0, 4.0]),
        line("beyond", is("beyond"), p.ink, 1.5, &[3.0, 2.5]),
        with_open_width(line("measured", is("measured"), p.ink, 1.5, &[])),
    ]
}

/// The open distance is drawn stronger.
fn with_open_width(mut line: Value) -> Value {
    line["paint"]["line-width"] = when_open(json!(2.4), json!(1.5));
    line
}

/// Marks and their lettering, from the least to the most important.
pub fn marks(setting: &Setting) -> Vec<Value> {
    let p = setting.palette;
    let icon_always = json!({ "icon-allow-overlap": true, "icon-padding": 1 });
    let names = |id: &str, filter: Value, font: &str, size: f64, colour: Value| {
        let (layout, paint) = lettering(font, size, "", p.land);
        let paint = with(
            paint,
            json!({ "text-color": colour, "text-opacity": quiet(json!(1)) }),
        );
        layer(id, "symbol", filter, layout, paint)
    };
    let add = |mut layer: Value, layout: Value| {
        layer["layout"] = with(layer["layout"].take(), layout);
        layer
    };

    let note = json!({ "font-scale": 0.86, "text-font": ["literal", [PLEX_MEDIUM]], "text-color": p.ink_2 });
    let two_lines = json!([
        "case",
        ["has", "note"],
        [
            "format",
            ["get", "name"],
            {},
            "\n",
            {},
            ["get", "note"],
            note
        ],
        ["format", ["get", "name"], {}],
    ]);
    let is_nature = json!(["get", "nature"]);
    let ink = when_open(json!(p.pencil), json!(p.ink));
    let font = json!([
        "case",
        is_nature,
        ["literal", [NASKH]],
        ["literal", [PLEX_BOLD]]
    ]);

    let area_names = add(
        names(
            "area-names",
            is("area"),
            PLEX_MEDIUM,
            12.5,
            when_open(json!(p.pencil), json!(p.ink_2)),
        ),
        json!({ "text-field": ["get", "name"], "symbol-sort-key": ["get", "rank"] }),
    );
    let place_names = add(
        names("place-names", is("mark"), PLEX_BOLD, 13.5, ink),
        json!({
            "text-field": two_lines, "text-font": font, "text-variable-anchor-offset": around_mark(setting), "text-justify": "auto",
            "symbol-sort-key": ["get", "rank"], "text-padding": 1,
        }),
    );
    let ghost_names = add(
        names("ghost-names", is("ghost"), PLEX, 11.5, json!(p.ink_3)),
        json!({
            "text-field": ["format", ["get", "name"], {}, "\n", {}, ["get", "note"], {}], "text-justify": "auto",
            "text-variable-anchor-offset": sides(setting, 1.1),
        }),
    );
    let notes = add(
        names(
            "notes",
            is("note"),
            PLEX_MEDIUM,
            11.5,
            when_open(json!(p.pencil), json!(p.ink_2)),
        ),
        json!({ "text-field": ["get", "text"], "text-anchor": ["get", "anchor"], "text-radial-offset": 0.5, "text-padding": 1 }),
    );
    let measured = json!({ "text-font": ["literal", [PLEX_MEDIUM]], "text-color": p.ink_2 });
    let distances = add(
        names(
            "distances",
            is("distance"),
            PLEX_BOLD,
            12.0,
            when_open(json!(p.pencil), json!(p.ink)),
        ),
        json!({
            "text-field": ["format", ["get", "stated"], {}, ["get", "measured"], measured], "text-justify": "auto",
            "text-variable-anchor-offset": ["case", ["get", "rising"],
                ["literal", ["top-left", [0.6, 0.5], "bottom-right", [-0.6, -0.5]]],
                ["literal", ["top-right", [-0.6, 0.5], "bottom-left", [0.6, -0.5]]]],
            "text-padding": 1,
        }),
    );
    let icons = |id: &str, filter: Value, layout: Value| {
        layer(
            id,
            "symbol",
            filter,
            with(icon_always.clone(), layout),
            json!({ "icon-opacity": quiet(json!(1)) }),
        )
    };
    let marks = icons(
        "marks",
        json!(["in", ["get", "is"], ["literal", ["mark", "ghost"]]]),
        json!({ "icon-image": ["get", "image"], "symbol-sort-key": ["-", 0, ["coalesce", ["get", "rank"], 0]] }),
    );
    let tick = json!({ "icon-image": "tick", "icon-rotate": ["get", "bearing"], "icon-rotation-alignment": "map" });
    // The tick at the far end keeps names away; the one at the origin lies under its place's mark.
    let origin_ticks = icons(
        "origin-ticks",
        json!(["all", is("tick"), ["get", "origin"]]),
        with(tick.clone(), json!({ "icon-ignore-placement": true })),
    );
    let far_ticks = icons(
        "far-ticks",
        json!(["all", is("tick"), ["!", ["get", "origin"]]]),
        tick,
    );
    let open_ring = layer(
        "open-ring",
        "circle",
        // The cross-hair of a stated place is ring enough.
        json!(["all", is("mark"), ["!", ["get", "stated"]]]),
        json!({}),
        json!({
            "circle-radius": 9, "circle-opacity": 0, "circle-stroke-color": p.pencil, "circle-stroke-width": 1.5,
            "circle-stroke-opacity": when_open(json!(1), json!(0)),
        }),
    );
    vec![
        area_names,
        place_names,
        ghost_names,
        origin_ticks,
        far_ticks,
        open_ring,
        marks,
        notes,
        distances,
        events(setting),
        rim(),
    ]
}

/// Event symbols with their numbers: always drawn, and everything else makes room.
fn events(setting: &Setting) -> Value {
    let p = setting.palette;
    let (layout, paint) = lettering(PLEX_BOLD, super::events::FIGURE, p.ink, p.land);
    let colours = super::shapes::Symbol::ALL
        .into_iter()
        .flat_map(|s| [json!(s.slug()), json!(s.colour(p))]);
    let colour = [json!("match"), json!(["get", "symbol"])]
        .into_iter()
        .chain(colours)
        .chain([json!(p.ink)])
        .collect::<Vec<_>>();
    let layout = with(
        layout,
        json!({
            "icon-image": ["get", "image"], "icon-offset": pair("at"), "icon-allow-overlap": true,
            "icon-padding": 0, "text-field": ["get", "number"], "text-offset": pair("figure"),
            "text-allow-overlap": true, "text-padding": 0,
        }),
    );
    let paint = with(
        paint,
        json!({ "text-color": colour, "text-opacity": quiet(json!(1)), "icon-opacity": quiet(json!(1)) }),
    );
    layer("events", "symbol", is("event"), layout, paint)
}

/// A property that holds two numbers. MapLibre knows it as text where it looks for what is under the pointer, and
/// needs no offset there.
fn pair(property: &str) -> Value {
    let value = json!(["get", property]);
    json!([
        "case",
        ["in", "array", ["typeof", value]],
        ["array", "number", 2, value],
        ["literal", [0, 0]]
    ])
}

/// What keeps lettering off the edge: a label that would be cut is not drawn. It is placed before all others.
fn rim() -> Value {
    json!({
        "id": "rim", "type": "symbol", "source": "rim",
        "layout": { "icon-image": "blank", "icon-allow-overlap": true, "icon-padding": 2 },
    })
}

/// Where a name may stand beside its mark: on the side to which reading leads away from it, else on the other, above
/// or below. A cross-hair is wider than a dot, and its label has two lines.
fn around_mark(setting: &Setting) -> Value {
    let away = if setting.is_arabic() { "right" } else { "left" };
    let back = if setting.is_arabic() { "left" } else { "right" };
    let beside = |anchor: &str, em: f64, up: f64| {
        [
            json!(anchor),
            json!([if anchor.ends_with("left") { em } else { -em }, -up]),
        ]
    };
    let dot = [
        beside(away, 0.75, 0.0),
        beside(back, 0.75, 0.0),
        beside(away, 0.75, 0.6),
        beside(back, 0.75, 0.6),
        [json!("bottom"), json!([0, -0.65])],
        beside("bottom-left", 0.5, 0.4),
        beside("bottom-right", 0.5, 0.4),
        [json!("top"), json!([0, 0.65])],
        beside("top-left", 0.5, -0.4),
        beside("top-right", 0.5, -0.4),
    ];
    let cross = [
        beside(back, 1.8, 0.5),
        beside(away, 1.8, 0.5),
        [json!("bottom"), json!([0, -1.2])],
        beside("bottom-left", 0.9, 0.8),
        beside("bottom-right", 0.9, 0.8),
        beside(back, 1.8, -0.7),
        beside(away, 1.8, -0.7),
        // Below the events that may stand there.
        [json!("top"), json!([0, 2.8])],
    ];
    json!([
        "case",
        ["get", "stated"],
        ["literal", cross.concat()],
        ["literal", dot.concat()]
    ])
}

/// The sides of a ring that is wider than a dot.
fn sides(setting: &Setting, em: f64) -> Value {
    let (first, second) = if setting.is_arabic() {
        (("right", -em), ("left", em))
    } else {
        (("left", em), ("right", -em))
    };
    let beside = [first, second].map(|(anchor, x)| {
        [
            json!(anchor),
            json!([x, 0]),
            json!(anchor),
            json!([x, 1.0]),
            json!(anchor),
            json!([x, -1.0]),
        ]
    });
    let [above, below] = [
        [json!("bottom"), json!([0, -em])],
        [json!("top"), json!([0, em])],
    ];
    json!([beside[0].as_slice(), &beside[1], &above, &below].concat())
}

/// The layers that answer to a pointer, in the order in which they win.
pub const POINTABLE: [&str; 12] = [
    "events",
    "marks",
    "distances",
    "place-names",
    "ghost-names",
    "notes",
    "measured",
    "stated",
    "dotted",
    "cells",
    "area-names",
    "doubt",
];
