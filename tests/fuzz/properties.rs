//! What must hold of any bytes at all. Shared by the short run in the suite and by the long one in `fuzz/`.

use makan::gazetteer::import;
use makan::share::{self, Content, DeskFile};
use makan::{Article, Corrections, Gazetteer, analyse};

/// Any text is read, and every finding's words are what stands at its span.
pub fn article(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let letters: Vec<char> = text.chars().collect();
    let article = Article {
        text,
        // Some with a date, some without.
        date: bytes
            .len()
            .is_multiple_of(2)
            .then(|| jiff::civil::date(2016, 4, 5)),
        ..Article::default()
    };
    let read = analyse(&article, Gazetteer::bundled(), &Corrections::default());
    let mentions = read.mentions.iter().map(|m| (m.start, m.end, &m.text));
    let distances = read.distances.iter().map(|d| (d.start, d.end, &d.text));
    let events = read.events.iter().map(|e| (e.start, e.end, &e.text));
    let set_aside = read.set_aside.iter().map(|s| (s.start, s.end, &s.text));
    for (start, end, words) in mentions.chain(distances).chain(events).chain(set_aside) {
        let there: String = letters[start as usize..end as usize].iter().collect();
        assert_eq!(&there, words);
    }
    let known = |id: &u32| read.mentions.iter().any(|m| m.id == *id);
    for distance in &read.distances {
        assert!(distance.from.iter().chain(&distance.to).all(known));
        assert!(distance.km.is_finite() && distance.km >= 0.0);
    }
    for event in &read.events {
        assert!(event.places.iter().all(known));
    }
    for mention in &read.mentions {
        assert!((0.0..=1.0).contains(&mention.confidence));
        assert!(mention.lat.is_none_or(|lat| (-90.0..=90.0).contains(&lat)));
        assert!(
            mention
                .lon
                .is_none_or(|lon| (-180.0..=180.0).contains(&lon))
        );
    }
}

/// What opens as a link is written again and opens as the same.
pub fn link(bytes: &[u8]) {
    if let Ok(shared) = share::decode(&String::from_utf8_lossy(bytes)) {
        assert_eq!(share::decode(&share::encode(&shared)), Ok(shared));
    }
}

/// The same of the JSON in a link, which a damaged link does not get to; findings make a reading like any other.
pub fn contents(bytes: &[u8]) {
    let Ok(shared) = share::from_json(&String::from_utf8_lossy(bytes)) else {
        return;
    };
    let json = share::to_json(&shared);
    assert!(!json.contains('\n'));
    assert_eq!(share::from_json(&json).as_ref(), Ok(&shared));
    if matches!(shared.content, Content::Findings(_)) {
        let letters: Vec<char> = shared.text().chars().collect();
        let read = shared.analysis(Gazetteer::bundled());
        let mentions = read.mentions.iter().map(|m| (m.start, m.end, &m.text));
        let events = read.events.iter().map(|e| (e.start, e.end, &e.text));
        for (start, end, words) in mentions.chain(events) {
            let there: String = letters[start as usize..end as usize].iter().collect();
            assert_eq!(&there, words);
        }
    }
}

/// The same of a desk, but for the last digits of numbers under keys that are not known.
pub fn desk(bytes: &[u8]) {
    let known = |mut desk: DeskFile| {
        desk.later.clear();
        desk.articles
            .iter_mut()
            .for_each(|article| article.later.clear());
        desk
    };
    if let Ok(desk) = DeskFile::read(&String::from_utf8_lossy(bytes)) {
        let again = DeskFile::read(&desk.write());
        assert_eq!(again.map(known), Ok(known(desk)));
    }
}

/// Any bytes are read as a list of places or refused, and what was read can be laid over the gazetteer.
pub fn places(bytes: &[u8]) {
    if let Ok(import) = import::read("any", bytes) {
        let few = Gazetteer::new("0".into(), Vec::new(), Vec::new());
        assert!(
            import
                .places
                .iter()
                .all(|p| (-90.0..=90.0).contains(&p.lat) && (-180.0..=180.0).contains(&p.lon))
        );
        few.with_own(&[import]);
    }
}
