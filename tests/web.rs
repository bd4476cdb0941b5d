//! The views in a real browser.
#![cfg(target_arch = "wasm32")]

use leptos::mount::mount_to;
use leptos::prelude::*;
use makan::analysis::{
    Event, Extent, Language, Mention, MentionKind, Resolution, StatedDistance, Verdict,
};
use makan::ui::Desk;
use makan::ui::article::ArticleColumn;
use makan::ui::screen::Screen;
use makan::{Analysis, Finding};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Scalar offsets of `words` in `text`.
fn extent(text: &str, words: &str) -> Extent {
    let byte = text.find(words).expect("the words stand in the text");
    let start = text[..byte].chars().count() as u32;
    Extent {
        start,
        end: start + words.chars().count() as u32,
    }
}

fn place(id: u32, text: &str, words: &str) -> Mention {
    let Extent { start, end } = extent(text, words);
    Mention {
        id,
        start,
        end,
        text: words.into(),
        kind: MentionKind::Place,
        resolution: Resolution::Gazetteer,
        place: None,
        lat: Some(34.56),
        lon: Some(38.28),
        uncertainty_km: Some(3.0),
        confidence: 0.5,
        geo_precision: Some(1),
        reasons: Vec::new(),
        why: Vec::new(),
        antecedent: None,
        candidates: Vec::new(),
    }
}

fn distance(id: u32, text: &str, words: &str) -> StatedDistance {
    let Extent { start, end } = extent(text, words);
    StatedDistance {
        id,
        start,
        end,
        text: words.into(),
        km: 70.0,
        km_min: 65.0,
        km_max: Some(75.0),
        approximate: false,
        direction: Some("E".into()),
        from: Some(0),
        border: None,
        to: None,
        measured_km: None,
        measured_bearing: None,
        verdict: Verdict::Placed,
        footprint: None,
        lat: None,
        lon: None,
        uncertainty_km: None,
    }
}

fn clash(id: u32, text: &str, words: &str) -> Event {
    let trigger = extent(text, words);
    Event {
        id,
        start: trigger.start,
        end: trigger.end,
        text: words.into(),
        trigger,
        event_type: "Battles".into(),
        sub_type: "Armed clash".into(),
        places: vec![0],
        actors: Vec::new(),
        killed: None,
        wounded: None,
        date: None,
        source: None,
        confidence: 0.8,
        also: Vec::new(),
        rival: Vec::new(),
        edited: false,
    }
}

fn analysis(
    mentions: Vec<Mention>,
    distances: Vec<StatedDistance>,
    events: Vec<Event>,
) -> Analysis {
    Analysis {
        id: String::new(),
        engine: "0".into(),
        gazetteer: "0".into(),
        language: Language::Ar,
        date: None,
        mentions,
        distances,
        events,
        set_aside: Vec::new(),
    }
}

/// The article's column on a page of its own, and the desk under it.
async fn column(text: &str, analysis: Analysis) -> (Element, Desk) {
    let root = document().create_element("section").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let desk = Desk::new(Language::Ar, false);
    desk.text.set(text.into());
    desk.analysis.set(Some(Arc::new(analysis)));
    mount_to(root.clone().unchecked_into::<HtmlElement>(), move || {
        let screen = Screen::new(desk, false);
        provide_context(screen);
        makan::ui::light::keep(screen);
        view! { <ArticleColumn shown=|| true/> }
    })
    .forget();
    leptos::task::tick().await;
    (root, desk)
}

/// Waits until the page has been brought up to date, and what follows it in the next frame has been done.
async fn frame() {
    leptos::task::tick().await;
    let drawn = js_sys::Promise::new(&mut |done, _| {
        request_animation_frame(move || {
            let _ = done.call0(&wasm_bindgen::JsValue::NULL);
        });
    });
    let _ = wasm_bindgen_futures::JsFuture::from(drawn).await;
}

fn find(root: &Element, selector: &str) -> Element {
    root.query_selector(selector)
        .unwrap()
        .unwrap_or_else(|| panic!("no {selector} in {}", root.inner_html()))
}

fn count(root: &Element, selector: &str) -> u32 {
    root.query_selector_all(selector).unwrap().length()
}

#[wasm_bindgen_test]
async fn a_place_in_a_distance_keeps_its_own_mark() {
    let text = "اشتباكات على بعد 70 كيلومترا شرق تدمر.";
    let (root, _) = column(
        text,
        analysis(
            vec![place(0, text, "تدمر")],
            vec![distance(0, text, "70 كيلومترا شرق تدمر")],
            vec![clash(0, text, "اشتباكات")],
        ),
    )
    .await;
    assert_eq!(
        find(&root, ".distance.ends .place.likely[role=button]")
            .text_content()
            .unwrap(),
        "تدمر"
    );
    assert_eq!(count(&root, "[data-finding=d0][role=button]"), 1);
    assert_eq!(
        count(&root, "[role=button] [role=button]"),
        0,
        "no button inside another"
    );
    assert_eq!(count(&root, ".siglum.battle .symbol:not(.hollow)"), 1);
    let words: String = find(&root, ".prose > p")
        .text_content()
        .unwrap()
        .replace('١', "");
    assert_eq!(words, text);
}

#[wasm_bindgen_test]
async fn markup_in_the_article_is_only_text() {
    let text = "<script>document.title = 'no'</script><img src=x onerror=alert(1)> تدمر";
    let (root, _) = column(
        text,
        analysis(vec![place(0, text, "تدمر")], Vec::new(), Vec::new()),
    )
    .await;
    assert_eq!(find(&root, ".prose > p").text_content().unwrap(), text);
    assert_eq!(count(&root, ".prose > p script, .prose > p img"), 0);
}

#[wasm_bindgen_test]
async fn pointing_lights_every_mark_and_what_it_rests_on() {
    let text = "اشتباكات شرق تدمر";
    let events = vec![clash(0, text, "اشتباكات")];
    let (root, desk) = column(
        text,
        analysis(vec![place(0, text, "تدمر")], Vec::new(), events),
    )
    .await;
    assert_eq!(count(&root, ".lit"), 0);
    desk.pointed.set(Some(Finding::Event(0)));
    frame().await;
    assert_eq!(count(&root, ".event.lit"), 1);
    assert_eq!(count(&root, ".siglum.lit"), 1);
    assert_eq!(count(&root, ".place.lit"), 1);
    desk.open.set(Some(Finding::Mention(0)));
    frame().await;
    assert_eq!(count(&root, ".place.chosen"), 1);
}
