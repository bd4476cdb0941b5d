//! The gazetteer's way to the desk.

use super::own_places::take_from_shelf;
use super::screen::{Arrival, Screen};
use crate::Gazetteer;
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
                take_from_shelf(screen, gazetteer).await;
            }
            None => screen.arrival.set(Arrival::Failed),
        }
    });
}

async fn fetched() -> Option<Gazetteer> {
    let response = Request::get(FILE).send().await.ok().filter(|r| r.ok())?;
    Gazetteer::from_bytes(&response.binary().await.ok()?).ok()
}
