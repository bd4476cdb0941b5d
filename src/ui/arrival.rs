//! The gazetteer's way to the desk.

use super::example::examples;
use super::own_places::take_from_shelf;
use super::screen::{Arrival, Screen};
use crate::{Article, Corrections, Gazetteer, analyse};
use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Beside the page, on its own host.
const FILE: &str = "gazetteer.bin";

/// Fetches the gazetteer and lays it on the desk.
pub fn fetch_gazetteer(screen: Screen) {
    screen.arrival.set(Arrival::OnItsWay);
    spawn_local(async move {
        match fetched().await {
            Some(gazetteer) => {
                let gazetteer = Arc::new(gazetteer);
                screen.desk.gazetteer.set(Some(gazetteer.clone()));
                screen.arrival.set(Arrival::Here);
                request_idle_callback({
                    let gazetteer = gazetteer.clone();
                    move || warm_up(screen, &gazetteer)
                });
                take_from_shelf(screen, gazetteer).await;
            }
            None => screen.arrival.set(Arrival::Failed),
        }
    });
}

/// Reads an example while the reader looks for an article: the first reading makes the word lists ready and has the
/// browser compile the code, which takes many times as long as a reading.
fn warm_up(screen: Screen, gazetteer: &Gazetteer) {
    if screen.desk.text.with_untracked(String::is_empty) {
        let [example, _] = examples(screen.desk.language.get_untracked());
        let article = Article {
            text: example.text.to_string(),
            date: Some(example.date),
            ..Article::default()
        };
        analyse(&article, gazetteer, &Corrections::default());
    }
}

async fn fetched() -> Option<Gazetteer> {
    let response = Request::get(FILE).send().await.ok().filter(|r| r.ok())?;
    Gazetteer::from_bytes(&response.binary().await.ok()?).ok()
}
