//! What lies on the desk as plain data, as links, files and the browser's own store keep it; and back on the desk.

use super::{Desk, View};
use crate::share::{self, Filters, KeptArticle, ReadWith};
use crate::text::plain_text;
use leptos::prelude::*;

impl Desk {
    /// The article with all that the reader did with it.
    pub fn kept(self) -> KeptArticle {
        let open = self.open.get();
        KeptArticle {
            title: self.title.get().trim().to_string(),
            source: self.source.get().trim().to_string(),
            date: self.date.get(),
            text: self.text.get(),
            corrections: self.corrections.get(),
            imprint: self.read_with_now().and_then(|made| made.imprint),
            view: self.view.get().map(|View { lng, lat, zoom }| share::View {
                lng,
                lat,
                zoom,
                open,
            }),
            filters: self.filter.with(Filters::of),
            ..KeptArticle::default()
        }
    }

    /// What the reading on the desk was made with; before there is one, what the last was.
    pub fn read_with_now(self) -> Option<ReadWith> {
        self.made_with.get().or_else(|| self.read_before.get())
    }

    /// Lays on the desk what was kept of an article, and what it was read with then.
    pub fn lay_kept(self, kept: KeptArticle, read_before: Option<ReadWith>) {
        self.lay(plain_text(&kept.text), kept.corrections);
        self.title.set(kept.title);
        self.source.set(kept.source);
        self.date.set(kept.date);
        self.filter.set(
            kept.filters
                .map(|filters| filters.filter())
                .unwrap_or_default(),
        );
        self.read_before.set(read_before);
        self.look(kept.view);
    }

    /// Looks where the map stood, and opens what was open.
    pub fn look(self, view: Option<share::View>) {
        if let Some(share::View {
            lng,
            lat,
            zoom,
            open,
        }) = view
        {
            self.view.set(Some(View { lng, lat, zoom }));
            self.open.set(open);
        }
    }
}
