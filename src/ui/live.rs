//! What follows the signals it reads, in few copies of the framework's code.
//!
//! Leptos compiles its rendering anew for every type of closure it is handed, and every closure is a type of its own:
//! a quarter of the web app was such copies. Behind these doors closures of the same answer are one type.

use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::sync::{Arc, Mutex};

/// A part of a view or an attribute that is made again whenever a signal it reads changes.
pub fn live<T: 'static>(part: impl FnMut() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(part))
}

/// Does something now, and again whenever a signal it reads changes.
pub fn follow(act: impl FnMut() + 'static) {
    follow_boxed(Box::new(act));
}

fn follow_boxed(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_| act());
}

/// Whether something is shown.
pub struct Condition(Box<dyn Fn() -> bool + Send + Sync>);

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for Condition {
    fn from(holds: F) -> Condition {
        Condition(Box::new(holds))
    }
}

/// Shows its children while the condition holds; they are made anew only when it begins to hold.
#[component]
pub fn Show(#[prop(into)] when: Condition, children: ChildrenFn) -> impl IntoView {
    let holds = Memo::new(move |_| (when.0)());
    live(move || holds.get().then(|| children()))
}
