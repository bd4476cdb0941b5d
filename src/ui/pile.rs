//! The pile: all articles on the desk, of which one lies on top and is read in full.

use super::{Desk, about};
use crate::share::{DeskFile, KeptArticle};
use leptos::prelude::*;
use serde_json::{Map, Value};

/// The articles on the desk. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Pile {
    desk: Desk,
    /// All of them, none for an empty desk; what stands here of the one on top is as old as the last change of place.
    articles: RwSignal<Vec<KeptArticle>>,
    pub top: RwSignal<usize>,
    /// What a file of a later version held besides.
    later: StoredValue<Map<String, Value>>,
}

impl Pile {
    pub fn new(desk: Desk) -> Pile {
        Pile {
            desk,
            articles: RwSignal::new(Vec::new()),
            top: RwSignal::new(0),
            later: StoredValue::new(Map::new()),
        }
    }

    /// Every article as it is now. Findings that came without their article are none.
    pub fn all(self) -> Vec<KeptArticle> {
        let mut all = self.articles.get();
        let on_top = self.desk.kept();
        let is_article = !on_top.text.is_empty() && self.desk.findings.with(Option::is_none);
        match all.get_mut(self.top.get()) {
            Some(place) if is_article => {
                let later = std::mem::take(&mut place.later);
                *place = KeptArticle { later, ..on_top };
            }
            None if is_article => all.push(on_top),
            _ => {}
        }
        all
    }

    /// What each of the articles is called, without a look at the rest of them; none while there is only what lies on
    /// the desk.
    pub fn names(self) -> Vec<String> {
        let top = self.top.get();
        self.articles.with(|all| {
            let named = |(at, article): (usize, &KeptArticle)| match at == top {
                true => self.desk.name(),
                false => about::name(&article.title, &article.text),
            };
            all.iter().enumerate().map(named).collect()
        })
    }

    /// The desk as a file; `None` where no article lies on it.
    pub fn file(self) -> Option<DeskFile> {
        let articles = self.all();
        if articles.is_empty() {
            return None;
        }
        let read_with = self.desk.read_with_now().unwrap_or_default();
        let mut file = DeskFile::of(articles, &read_with);
        file.open = self.top.get();
        file.later = self.later.get_value();
        Some(file)
    }

    /// Takes everything off the desk.
    pub fn clear(self) {
        self.articles.set(Vec::new());
        self.top.set(0);
        self.later.set_value(Map::new());
        self.desk.clear();
    }

    /// Lays a saved desk down in place of what is there.
    pub fn lay(self, file: DeskFile) {
        let Some(on_top) = file.articles.get(file.open).cloned() else {
            return;
        };
        let read_before = file.read_with(&on_top);
        self.articles.set(file.articles);
        self.top.set(file.open);
        self.later.set_value(file.later);
        self.desk.lay_kept(on_top, Some(read_before));
    }

    /// Lays an article on top of another, or of nothing.
    pub fn add(self, article: KeptArticle) {
        let mut all = untrack(move || self.all());
        all.push(article);
        self.articles.set(all);
        self.show(usize::MAX);
    }

    /// Brings an article to the top.
    pub fn raise(self, which: usize) {
        self.articles.set(untrack(move || self.all()));
        self.show(which);
    }

    /// Shows one of the articles, the last where there are not so many.
    fn show(self, which: usize) {
        let shown = self.articles.with_untracked(|all| {
            let which = which.min(all.len().saturating_sub(1));
            Some((which, all.get(which)?.clone()))
        });
        if let Some((which, article)) = shown {
            self.top.set(which);
            self.desk.lay_kept(article, None);
        }
    }
}
