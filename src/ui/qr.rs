//! The QR code of a link, drawn dark on white in either theme: scanners want it so.

use super::download;
use super::screen::Screen;
use crate::ui::live::{follow, live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

/// Longer links make codes too fine to be scanned.
pub const LIMIT: usize = 900;

#[wasm_bindgen(module = "/src/ui/share.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn qr(text: &str) -> Result<JsValue, JsValue>;
}

/// The code of `link`, and the way to save it; a sentence where the link is too long.
#[component]
pub fn QrCode(link: Memo<String>) -> impl IntoView {
    let desk = Screen::here().desk;
    let drawing = RwSignal::new(None::<(String, String)>);
    follow(move || {
        let coded = link.get();
        drawing.set(None);
        if coded.is_empty() || coded.len() > LIMIT {
            return;
        }
        spawn_local(async move {
            let drawn = qr(&coded).await.ok().and_then(|drawn| drawn.as_string());
            // Meanwhile the reader may have chosen another link, or closed the dialog.
            if link.try_get_untracked() != Some(coded) {
                return;
            }
            if let Some((side, outline)) = drawn.as_deref().and_then(|drawn| drawn.split_once(' '))
            {
                drawing.set(Some((format!("0 0 {side} {side}"), outline.to_string())));
            }
        });
    });
    view! {
        {live(move || match drawing.get() {
            Some((room, outline)) => view! {
                <svg class="qr" role="img" aria-label=desk.say(|w| w.qr_of_findings) viewBox=room.clone()>
                    <path d=outline.clone()></path>
                </svg>
                <p><b>{desk.say(|w| w.qr_of_findings)}</b></p>
                <p class="hint">{desk.say(|w| w.qr_help)}</p>
                <button class="link" on:click=move |_| {
                    let picture = format!(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{room}\"><path fill=\"#fff\" d=\"M0 0h999v999H0z\"/><path d=\"{outline}\"/></svg>\n"
                    );
                    download::hand_over(&picture, "image/svg+xml", "makan-qr.svg");
                }>
                    {desk.say(|w| w.save_svg)}
                </button>
            }
            .into_any(),
            None => view! {
                <p class="hint">{move || (link.with(String::len) > LIMIT).then(|| desk.say(|w| w.qr_too_long)())}</p>
            }
            .into_any(),
        })}
    }
}
