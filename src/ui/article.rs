//! The article with its marks, and the events' sigla in its margin.

use super::icon::event_symbol;
use super::numerals::numerals;
use super::runs::{self, Mark, Paragraph, Run};
use super::screen::Screen;
use super::words::{Word, words};
use super::{by_line::ByLine, event_kind, margin};
use crate::Finding;
use crate::analysis::{Analysis, Event, Language, MentionKind};
use crate::map::Certainty;
use crate::ui::live::live;
use leptos::html;
use leptos::prelude::*;

/// The column of the text: headline, date, legend, paragraphs.
#[component]
pub fn ArticleColumn(shown: impl Fn() -> bool + Send + Sync + Copy + 'static) -> impl IntoView {
    let screen = Screen::here();
    let desk = screen.desk;
    let prose = NodeRef::<html::Article>::new();
    let shows = Shows {
        places: RwSignal::new(true),
        distances: RwSignal::new(true),
        events: RwSignal::new(true),
    };
    let is_english = move || {
        desk.analysis
            .with(|a| a.as_ref().is_some_and(|a| a.language == Language::En))
    };
    margin::keep_apart(prose, desk);
    margin::follow_open(prose, screen);
    view! {
        <main class="text" class:elsewhere=live(move || !shown()) aria-label=desk.say(|w| w.article)>
            <div class="scroll">
                <article
                    class="prose"
                    node_ref=prose
                    lang=live(move || if is_english() { "en" } else { "ar" })
                    // The margin with its sigla is where the article's lines end, not the page's.
                    dir=live(move || if is_english() { "ltr" } else { "rtl" })
                    class:no-places=live(move || !shows.places.get())
                    class:no-distances=live(move || !shows.distances.get())
                    class:no-events=live(move || !shows.events.get())
                >
                    {live(move || {
                        let language = desk.language.get();
                        let analysis = desk.shown.get()?;
                        Some(desk.text.with_untracked(|text| body(text, &analysis, shows, language)))
                    })}
                </article>
            </div>
        </main>
    }
}

/// Which classes of marks are shown in the text.
#[derive(Clone, Copy)]
struct Shows {
    places: RwSignal<bool>,
    distances: RwSignal<bool>,
    events: RwSignal<bool>,
}

/// When the article was published, and the legend with its counts.
#[component]
fn About(shows: Shows) -> impl IntoView {
    let desk = Screen::here().desk;
    let toggle = move |class: &'static str, on: RwSignal<bool>, name: Word, of| {
        view! {
            <button aria-pressed=live(move || on.get().to_string()) title=desk.say(|w| w.show_marks) on:click=move |_| on.update(|on| *on = !*on)>
                <span class=format!("form {class}") aria-hidden="true"></span>
                {desk.say(name)}
                <b>{live(move || desk.count(of))}</b>
            </button>
        }
    };
    view! {
        <header class="about" dir=live(move || if desk.language.get() == Language::En { "ltr" } else { "rtl" })>
            <ByLine/>
            <div class="legend">
                {toggle("of-places", shows.places, |w| w.places, |a| a.mentions.len())}
                {toggle("of-distances", shows.distances, |w| w.distances, |a| a.distances.len())}
                {toggle("of-events", shows.events, |w| w.events, |a| a.events.len())}
            </div>
        </header>
    }
}

/// The headline where there is one, what is known about the article, and its paragraphs.
fn body(text: &str, analysis: &Analysis, shows: Shows, language: Language) -> AnyView {
    let paragraphs = runs::paragraphs(text, analysis);
    // Findings without their article are a list.
    let is_alone = Screen::here().desk.findings.with_untracked(Option::is_some);
    let has_headline = !is_alone && runs::has_headline(&paragraphs);
    let inside = |runs: Vec<Run>| -> Vec<AnyView> {
        runs.into_iter()
            .map(|run| run_view(analysis, run, language))
            .collect()
    };
    let mut paragraphs = paragraphs.into_iter();
    let headline = has_headline.then(|| paragraphs.next()).flatten();
    view! {
        {headline.map(|Paragraph { start, runs }| view! { <h1 dir="auto" data-from=start.to_string()>{inside(runs)}</h1> })}
        <About shows=shows/>
        {paragraphs.map(|Paragraph { start, runs }| view! { <p dir="auto" data-from=start.to_string()>{inside(runs)}</p> }).collect_view()}
    }
    .into_any()
}

/// A run inside its marks. The text is only ever a text node.
fn run_view(analysis: &Analysis, run: Run, language: Language) -> AnyView {
    let Run { text, marks, stop } = run;
    let Some(innermost) = marks.last().copied() else {
        return text.into_any();
    };
    let whole = full_words(innermost.finding, analysis);
    let label = (whole != text).then_some(whole);
    let mut view = {
        let finding = innermost.finding;
        view! {
            <span
                class=class_of(innermost, analysis)
                data-finding=finding.code()
                role=stop.then_some("button")
                tabindex=stop.then_some("0")
                aria-label=label.filter(|_| stop)
            >
                {text}
            </span>
        }
        .into_any()
    };
    for mark in marks.iter().rev().skip(1).copied() {
        view = view! {
            <span
                class=class_of(mark, analysis)
                data-of=mark.finding.code()
            >
                {view}
            </span>
        }
        .into_any();
    }
    let sigla: Vec<_> = marks
        .iter()
        .filter(|mark| mark.first)
        .filter_map(|mark| event_of(mark.finding, analysis))
        .map(|event| siglum(analysis, event, language))
        .collect();
    (sigla, view).into_any()
}

/// The symbol and number of an event, in the margin of the line where its words begin.
fn siglum(analysis: &Analysis, event: &Event, language: Language) -> AnyView {
    let finding = Finding::Event(event.id);
    view! {
        <span
            class=format!("siglum {}", event_kind::shape(&event.event_type))
            data-finding=finding.code()
            aria-hidden="true"
        >
            {event_symbol(event, analysis)}
            {numerals(&(event.id + 1).to_string(), language)}
        </span>
    }
    .into_any()
}

fn event_of(finding: Finding, analysis: &Analysis) -> Option<&Event> {
    match finding {
        Finding::Event(id) => analysis.events.iter().find(|e| e.id == id),
        _ => None,
    }
}

/// The words that a mark stands for, of which a run may be a part.
fn full_words(finding: Finding, analysis: &Analysis) -> String {
    match finding {
        Finding::Mention(id) => analysis
            .mentions
            .iter()
            .find(|m| m.id == id)
            .map(|m| m.text.clone()),
        Finding::Distance(id) => analysis
            .distances
            .iter()
            .find(|d| d.id == id)
            .map(|d| d.text.clone()),
        Finding::Event(_) => event_of(finding, analysis).map(|event| {
            let kind = event_kind::name(&event.event_type, &event.sub_type, analysis.language);
            format!("{}: {kind}", words(analysis.language).event)
        }),
    }
    .unwrap_or_default()
}

/// The classes of a mark: what it is, how sure, and which of its ends stand here.
fn class_of(mark: Mark, analysis: &Analysis) -> String {
    let ends = match (mark.first, mark.last) {
        (true, true) => " begins ends",
        (true, false) => " begins",
        (false, true) => " ends",
        (false, false) => "",
    };
    match mark.finding {
        Finding::Mention(id) => {
            let mention = analysis.mentions.iter().find(|m| m.id == id);
            let certainty = mention.map_or("", |m| Certainty::of(m).slug());
            let reference = mention.is_some_and(|m| m.kind == MentionKind::Reference);
            format!(
                "place {certainty}{}{ends}",
                if reference { " reference" } else { "" }
            )
        }
        Finding::Distance(_) => format!("distance{ends}"),
        Finding::Event(_) => {
            let shape = event_of(mark.finding, analysis)
                .map_or("strategic", |e| event_kind::shape(&e.event_type));
            format!("event {shape}{ends}")
        }
    }
}
