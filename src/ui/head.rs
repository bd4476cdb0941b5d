//! The head of the page: whose it is, which document, the promise, and the tools.

use super::export_menu::ExportMenu;
use super::file::begin_anew;
use super::finder::Seeking;
use super::icon::Icon;
use super::screen::Screen;
use super::{dates, settings};
use crate::Corrections;
use crate::analysis::Language;
use crate::ui::live::{Show, live};
use leptos::prelude::*;

/// The name and its mark. In Arabic the mark is the name's last letter.
#[component]
fn Brand() -> impl IntoView {
    let desk = Screen::here().desk;
    view! {
        <p class="brand" role="img" aria-label=desk.say(|w| w.makan)>
            <span aria-hidden="true">
                {live(move || if desk.language.get() == Language::Ar { "مكا" } else { "Makan" })}
            </span>
            <svg aria-hidden="true"><use href="#mark"></use></svg>
        </p>
    }
}

/// A button that takes a step back or again; it stays while there is none, so that the other keeps its place.
fn step(
    pile: RwSignal<Vec<Corrections>>,
    keys: &'static str,
    icon: &'static str,
    name: impl Fn() -> &'static str + Copy + Send + Sync + 'static,
    act: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            class="button square"
            aria-label=name
            title=live(move || format!("{} ({keys})", name()))
            disabled=live(move || pile.with(Vec::is_empty))
            on:click=move |_| act()
        >
            <Icon name=icon mirrored=true/>
            <span class="in-menu">{name}</span>
        </button>
    }
}

#[component]
pub fn Head() -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let has_text = move || desk.analysis.with(Option::is_some);
    let menu_open = RwSignal::new(false);
    let published = move || {
        desk.date
            .get()
            .map(|date| dates::date(date, desk.language.get()))
    };
    view! {
        <header class="head">
            <Brand/>
            <Show when=has_text>
                <div class="document">
                    <b dir="auto">{live(move || desk.name())}</b>
                    <span>{published}</span>
                </div>
            </Show>
            <div class="grow"></div>
            <Show when=has_text>
                <p class="promise">
                    <Icon name="lock"/>
                    {desk.say(|w| w.promise)}
                </p>
                <button class="button square only-phone" aria-label=desk.say(|w| w.share) on:click=move |_| screen.sharing.set(true)>
                    <Icon name="share"/>
                </button>
            </Show>
            <button
                class="button square only-phone"
                aria-label=desk.say(|w| w.menu)
                aria-expanded=live(move || menu_open.get().to_string())
                aria-controls="tools"
                on:click=move |_| menu_open.update(|open| *open = !*open)
            >
                <Icon name="menu"/>
            </button>
            <div class="tools" id="tools" class:unfolded=live(move || menu_open.get()) on:click=move |_| menu_open.set(false)>
                <Show when=move || desk.past.with(|past| !past.is_empty()) || desk.future.with(|future| !future.is_empty())>
                    {step(desk.past, "Ctrl+Z", "undo", desk.say(|w| w.undo_last), move || desk.undo())}
                    {step(desk.future, "Ctrl+Y", "redo", desk.say(|w| w.redo), move || desk.redo())}
                </Show>
                <Show when=has_text>
                    <button class="button" on:click=move |_| begin_anew(screen)>{desk.say(|w| w.new_text)}</button>
                </Show>
                <button class="button square" aria-label=desk.say(|w| w.kept_desks) title=desk.say(|w| w.kept_desks) on:click=move |_| screen.browsing.set(true)>
                    <Icon name="desks"/>
                    <span class="in-menu">{desk.say(|w| w.kept_desks)}</span>
                </button>
                <button class="button square" aria-label=desk.say(|w| w.find_place) title=desk.say(|w| w.find_place) on:click=move |_| screen.seeking.set(Some(Seeking::Any))>
                    <Icon name="search"/>
                    <span class="in-menu">{desk.say(|w| w.find_place)}</span>
                </button>
                <button class="button square" aria-label=desk.say(|w| w.help) title="?" on:click=move |_| screen.helping.set(true)>
                    <Icon name="help"/>
                    <span class="in-menu">{desk.say(|w| w.help)}</span>
                </button>
                <button
                    class="button"
                    lang=live(move || if desk.language.get() == Language::Ar { "en" } else { "ar" })
                    on:click=move |_| settings::change_language(desk)
                >
                    {desk.say(|w| w.other_language)}
                </button>
                <button
                    class="button square"
                    aria-label=live(move || desk.say(if desk.dark.get() { |w| w.to_light } else { |w| w.to_dark })())
                    on:click=move |_| settings::change_theme(desk)
                >
                    {live(move || if desk.dark.get() { view! { <Icon name="sun"/> } } else { view! { <Icon name="moon"/> } })}
                    <span class="in-menu">{live(move || desk.say(if desk.dark.get() { |w| w.to_light } else { |w| w.to_dark })())}</span>
                </button>
                <Show when=has_text>
                    <ExportMenu/>
                    <button class="button solid only-wide" on:click=move |_| screen.sharing.set(true)>
                        {desk.say(|w| w.share)}
                    </button>
                </Show>
            </div>
        </header>
    }
}
