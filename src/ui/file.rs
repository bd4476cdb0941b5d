//! Files that the reader opens or drops: plain text, Markdown, the words of a web page, and saved desks.

use super::about::source_in;
use super::link::forget_link;
use super::screen::Screen;
use super::words::words;
use crate::share::{DeskFile, FileProblem, KeptArticle, LIMIT_FILE, is_marked};
use crate::text::input::LIMIT_BYTES;
use crate::text::{InputProblem, check_input, plain_text};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomParser, DragEvent, Element, File, FileList, Node, SupportedType};

/// Opens the files that were dropped.
pub fn open_dropped(screen: Screen, event: &DragEvent) {
    // What lies deeper in the page has taken it.
    if event.default_prevented() {
        return;
    }
    event.prevent_default();
    open_files(screen, event.data_transfer().and_then(|data| data.files()));
}

/// Opens every file of a list, each text as an article of its own.
pub fn open_files(screen: Screen, files: Option<FileList>) {
    let Some(files) = files else { return };
    for file in (0..files.length()).filter_map(|at| files.get(at)) {
        open_file(screen, file);
    }
}

/// Reads a text on to the desk, beside what lies there, or lays a saved desk down in its place.
fn open_file(screen: Screen, file: File) {
    let is_desk = file.name().to_lowercase().ends_with(".makan.json");
    let limit = match is_desk {
        true => LIMIT_FILE as f64,
        // Twice the limit, since the markup of a web page is not read.
        false => 2.0 * LIMIT_BYTES as f64,
    };
    if file.size() > limit {
        let size = file.size() as usize;
        screen.complain(|language| match is_desk {
            true => FileProblem::TooLarge.message(language),
            false => InputProblem::TooLong(size).message(language),
        });
        return;
    }
    spawn_local(async move {
        let Some(text) = JsFuture::from(file.text())
            .await
            .ok()
            .and_then(|t| t.as_string())
        else {
            screen.complain(|language| words(language).file_unreadable.into());
            return;
        };
        if is_desk || is_marked(&text) {
            open_desk(screen, &text);
            return;
        }
        let name = file.name().to_lowercase();
        let is_page =
            name.ends_with(".html") || name.ends_with(".htm") || file.type_() == "text/html";
        let text = if is_page { words_of_page(&text) } else { text };
        match check_input(&text) {
            // Not shown: it would be no use to the reader, or hold the browser up.
            Err(problem @ (InputProblem::Binary | InputProblem::TooLong(_))) => {
                screen.complain(|language| problem.message(language))
            }
            _ => add_text(screen, text),
        }
    });
}

/// Lays a text on the empty desk, or as one more article beside those on it.
fn add_text(screen: Screen, text: String) {
    let lies_empty = screen.desk.text.with_untracked(String::is_empty);
    if lies_empty || screen.desk.findings.with_untracked(Option::is_some) {
        if !lies_empty {
            begin_anew(screen);
        }
        screen.draft.set(text);
        read_draft(screen);
        return;
    }
    match check_input(&text) {
        Ok(()) => {
            let text = plain_text(&text);
            let source = source_in(&text).unwrap_or_default().to_string();
            screen.pile.add(KeptArticle {
                source,
                text,
                ..KeptArticle::default()
            });
        }
        Err(problem) => screen.complain(|language| problem.message(language)),
    }
}

/// Lays a saved desk down; the one before stays kept in the browser.
fn open_desk(screen: Screen, text: &str) {
    match DeskFile::read(text) {
        Ok(file) if file.articles.is_empty() => {
            screen.complain(|language| FileProblem::Foreign.message(language));
        }
        Ok(file) => {
            begin_anew(screen);
            screen.pile.lay(file);
        }
        Err(problem) => screen.complain(|language| problem.message(language)),
    }
}

/// Clears the desk for something new; what lay on it stays kept in the browser.
pub fn begin_anew(screen: Screen) {
    forget_link();
    screen.problem.set(None);
    screen.draft.set(String::new());
    screen.keeping.turn();
    screen.pile.clear();
}

/// Lays the leaf's text on the desk, or says why it cannot be read.
pub fn read_draft(screen: Screen) {
    let draft = screen.draft.get_untracked();
    match check_input(&draft) {
        Ok(()) => {
            screen.problem.set(None);
            forget_link();
            screen.desk.lay(plain_text(&draft), Default::default());
            screen.draft.set(String::new());
        }
        Err(problem) => screen.complain(|language| problem.message(language)),
    }
}

/// The paragraphs of a web page: its article where it marks one. Parsing runs no script and fetches nothing.
fn words_of_page(page: &str) -> String {
    let parsed =
        DomParser::new().and_then(|parser| parser.parse_from_string(page, SupportedType::TextHtml));
    let Ok(parsed) = parsed else {
        return page.to_string();
    };
    let root = ["article", "main", "body"]
        .iter()
        .find_map(|name| parsed.query_selector(name).ok().flatten())
        .map(JsCast::unchecked_into::<Node>);
    let mut out = String::new();
    if let Some(root) = root {
        gather(&root, &mut out);
    }
    out
}

/// Appends the text below a node, with line ends where paragraphs end.
fn gather(root: &Node, out: &mut String) {
    // A list of what is still to do, since pages may nest deeper than the stack.
    enum Step {
        Enter(Node),
        EndLine,
    }
    let mut steps = vec![Step::Enter(root.clone())];
    while let Some(step) = steps.pop() {
        let node = match step {
            Step::EndLine => {
                if !out.ends_with('\n') {
                    out.push('\n');
                }
                continue;
            }
            Step::Enter(node) => node,
        };
        if node.node_type() == Node::TEXT_NODE {
            let text = node.node_value().unwrap_or_default();
            let words: Vec<&str> = text.split_whitespace().collect();
            if text.starts_with(char::is_whitespace)
                && !out.ends_with([' ', '\n'])
                && !out.is_empty()
            {
                out.push(' ');
            }
            out.push_str(&words.join(" "));
            if text.ends_with(char::is_whitespace) && !words.is_empty() {
                out.push(' ');
            }
            continue;
        }
        let name = node
            .dyn_ref::<Element>()
            .map(Element::local_name)
            .unwrap_or_default();
        if matches!(
            name.as_str(),
            "script"
                | "style"
                | "noscript"
                | "template"
                | "svg"
                | "nav"
                | "aside"
                | "footer"
                | "form"
        ) {
            continue;
        }
        let is_inline = matches!(
            name.as_str(),
            "a" | "abbr"
                | "b"
                | "bdi"
                | "bdo"
                | "cite"
                | "code"
                | "em"
                | "font"
                | "i"
                | "mark"
                | "q"
                | "s"
                | "small"
                | "span"
                | "strong"
                | "sub"
                | "sup"
                | "time"
                | "u"
        );
        if !is_inline {
            steps.push(Step::EndLine);
        }
        let children = node.child_nodes();
        steps.extend(
            (0..children.length())
                .rev()
                .filter_map(|i| children.get(i))
                .map(Step::Enter),
        );
        if !is_inline {
            steps.push(Step::EndLine);
        }
    }
}
