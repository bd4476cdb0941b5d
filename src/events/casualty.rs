//! The killed and the hurt, with bounds as stated.

use super::inflection::Form;
use super::lexicon::Found;
use super::lists::{CasualtyWord, Cue, PersonNumber, Persons};
use super::scene::Scene;
use crate::analysis::Count;
use crate::text::{Text, TokenKind, number};

/// A stated number of people killed or hurt.
#[derive(Debug, Clone, PartialEq)]
pub struct Casualties {
    /// Token indices, end exclusive.
    pub from: usize,
    pub to: usize,
    pub killed: bool,
    pub hurt: bool,
    pub count: Count,
    /// Whether the people are fighters, where a word says so.
    pub fight: Option<bool>,
    /// A word such as عشرات, no figure.
    pub vague: bool,
    /// Joined by و to the figure before it: another group of people.
    pub joined: bool,
    /// A running count, which tells more than the single counts.
    pub toll: bool,
}

/// A number of people with its bounds.
#[derive(Debug, Clone, Copy)]
struct Quantity {
    min: u32,
    max: Option<u32>,
    /// The figure of ACLED's codebook.
    acled: u32,
    from: usize,
    to: usize,
    fight: Option<bool>,
    /// A word for people says what is counted.
    people: bool,
    /// A word such as عشرات, no figure.
    vague: bool,
    /// One person without a number: only "مقتل طفل" counts.
    bare: bool,
}

type Words<'a> = &'a [Found<CasualtyWord>];

/// Every statement of casualties in a text, in order.
pub fn find(scene: &Scene) -> Vec<Casualties> {
    let words = &scene.casualty_words[..];
    let mut out: Vec<Casualties> = Vec::new();
    let mut at = 0;
    while at < scene.text.tokens().len() {
        let found = nobody(scene, words, at).map(|c| vec![c]).or_else(|| {
            let q = quantity(scene, words, at)?;
            counted(scene, words, q).or_else(|| elsewhere(scene, words, &q, out.last()?))
        });
        match found.as_deref() {
            Some([.., last]) => at = last.to.max(at + 1),
            _ => at += 1,
        }
        out.extend(found.into_iter().flatten());
    }
    out
}

fn word_at(words: Words, at: usize) -> Option<Found<CasualtyWord>> {
    let next = words.partition_point(|w| w.from < at);
    words.get(next).filter(|w| w.from == at).copied()
}

/// "دون وقوع قتلى"
fn nobody(scene: &Scene, words: Words, at: usize) -> Option<Casualties> {
    let none = word_at(words, at).filter(|w| w.meaning == CasualtyWord::Nobody)?;
    let named = (none.to..none.to + 3)
        .filter_map(|i| word_at(words, i))
        .find(|w| !matches!(w.meaning, CasualtyWord::Falls))?;
    let (killed, hurt) = match named.meaning {
        CasualtyWord::Killed | CasualtyWord::Dies => (true, false),
        CasualtyWord::Hurt | CasualtyWord::Hurts => (false, true),
        _ => return None,
    };
    (scene.walls(at, named.from) == 0).then(|| Casualties {
        from: at,
        to: named.to,
        killed,
        hurt,
        count: count(scene, (at, named.to), (0, Some(0)), 0),
        fight: None,
        vague: false,
        joined: false,
        toll: false,
    })
}

/// A number at this token: bounds, figure or number word or عشرات, and the people counted.
fn quantity(scene: &Scene, words: Words, at: usize) -> Option<Quantity> {
    let text = scene.text;
    let (mut more, mut least, mut less) = (false, false, false);
    let mut next = at;
    while let Some(word) = word_at(words, next) {
        match word.meaning {
            CasualtyWord::More => more = true,
            CasualtyWord::Least => least = true,
            CasualtyWord::Less => less = true,
            CasualtyWord::About => {}
            _ => break,
        }
        next = word.to;
    }
    let mut min;
    let mut acled = None;
    let mut plural = false;
    let mut bare = false;
    let mut people = None;
    let mut fights = |p: Persons, to: usize| {
        people = Some(p.fight);
        to
    };
    match word_at(words, next).map(|w| (w, w.meaning)) {
        Some((word, CasualtyWord::Figure(figure))) => {
            min = figure.fewest;
            acled = Some(figure.acled);
            plural = true;
            next = word.to;
        }
        // "المساعدات العسكرية" helps nobody who fights, and "الدفاع المدني" is no civilian.
        Some((word, CasualtyWord::Person(_)))
            if is_adjective(text.word_at(word.from))
                || follows_its_noun(text, words, word.from) =>
        {
            return None;
        }
        Some((word, CasualtyWord::Person(person))) if next == at => {
            min = match (person.number, word.form) {
                (PersonNumber::One, Form::Dual) => 2,
                (PersonNumber::Many, _) | (_, Form::Dual | Form::Plural) => return None,
                _ => 1,
            };
            bare = min == 1;
            next = fights(person, word.to);
        }
        Some((word, CasualtyWord::Killed | CasualtyWord::Hurt))
            if next == at && word.form == Form::Dual =>
        {
            return Some(Quantity {
                min: 2,
                max: Some(2),
                acled: 2,
                from: at,
                to: at,
                fight: None,
                people: false,
                vague: false,
                bare: false,
            });
        }
        _ => {
            let numeral = number::read(text, next)?;
            let whole = numeral.value.fract() == 0.0 && (0.0..1e6).contains(&numeral.value);
            if !whole {
                return None;
            }
            min = numeral.value as u32;
            next = numeral.next;
        }
    }
    if let Some(after) = word_at(words, next).filter(|w| w.meaning == CasualtyWord::Least) {
        least = true;
        next = after.to;
    }
    let of = usize::from(matches!(text.word_at(next), "من" | "of"));
    if word_at(words, next + of).is_some_and(|w| matches!(w.meaning, CasualtyWord::Person(_))) {
        next += of;
    }
    while let Some(after) = word_at(words, next) {
        let CasualtyWord::Person(person) = after.meaning else {
            break;
        };
        // "رجل وامرأة وطفلين" are four; how many "ونساء" are is not said.
        if after.prefix.conjunction {
            match (person.number, after.form) {
                (PersonNumber::One, Form::Dual) => min += 2,
                (PersonNumber::Many, _) | (_, Form::Dual | Form::Plural) => break,
                _ => min += 1,
            }
            bare = false;
        }
        next = fights(person, after.to);
        if let Some(least_after) = word_at(words, next).filter(|w| w.meaning == CasualtyWord::Least)
        {
            least = true;
            next = least_after.to;
        }
    }
    let max = match (less, more || least || plural) {
        (true, _) => {
            let most = min;
            min = 0;
            Some(most)
        }
        (false, true) => None,
        (false, false) => Some(min),
    };
    Some(Quantity {
        min,
        max,
        acled: acled.unwrap_or(min),
        from: at,
        to: next,
        fight: people,
        people: people.is_some(),
        vague: plural,
        bare,
    })
}

/// Whether a definite word stands right behind a definite noun that is no person, as adjectives do: "الجيش السوري".
fn follows_its_noun(text: &Text, words: Words, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1) else {
        return false;
    };
    let is_definite = |at: usize| text.word_at(at).starts_with("ال");
    let is_person = word_at(words, noun).is_some();
    is_definite(at) && is_definite(noun) && !is_person
}

/// The feminine of a nisba: "العسكرية", "المدنية".
fn is_adjective(word: &str) -> bool {
    word.ends_with("يه")
}

/// What the words around a number of people say of them: killed, hurt, both, or nothing.
fn counted(scene: &Scene, words: Words, q: Quantity) -> Option<Vec<Casualties>> {
    if scene.cue_before(q.from, 3, Cue::Among) {
        return None;
    }
    let before = &words[..words.partition_point(|w| w.from < q.from)];
    let lately = |reach: usize| {
        before
            .iter()
            .rev()
            .take(3)
            .filter(move |w| q.from - w.to <= reach && scene.walls(w.to, q.from) < 3)
    };
    let toll = lately(6).any(|w| w.meaning == CasualtyWord::Toll);
    let least = |to: usize| word_at(words, to).filter(|w| w.meaning == CasualtyWord::Least);
    let tell = |to: usize, killed: bool, hurt: bool| Casualties {
        from: q.from,
        to: least(to).map_or(to, |w| w.to),
        killed,
        hurt,
        count: count(
            scene,
            (q.from, to),
            (q.min, q.max.filter(|_| least(to).is_none())),
            q.acled,
        ),
        fight: q.fight,
        vague: q.vague,
        joined: scene.text.word_at(q.from).starts_with('و')
            && !lately(4).any(|w| w.to == q.from && w.meaning == CasualtyWord::About),
        toll,
    };
    // "300 قتيل", "عشرات القتلى والجرحى", "تسعة عدد الشهداء"
    let mut next = q.to;
    if scene.text.word_at(next) == "عدد" {
        next += 1;
    }
    if let Some(named) = word_at(words, next).filter(|w| !w.prefix.conjunction) {
        let hurt_noun = named.meaning == CasualtyWord::Hurts
            && !is_verb(named.form)
            && number::read(scene.text, named.to).is_none();
        if named.meaning == CasualtyWord::Killed || named.meaning == CasualtyWord::Hurt || hurt_noun
        {
            let killed = named.meaning == CasualtyWord::Killed;
            let second = word_at(words, named.to).filter(|w| w.prefix.conjunction);
            let other = second.filter(|w| {
                matches!(w.meaning, CasualtyWord::Killed | CasualtyWord::Hurt)
                    && w.meaning != named.meaning
            });
            return Some(vec![match other {
                Some(other) => tell(other.to, true, true),
                None => tell(named.to, killed, !killed),
            }]);
        }
    }
    // "ارتفع عدد القتلى إلى خمسة", "حصيلة القتلى 40", "put the toll at 20", "القتلى: 4"
    let named = lately(3).find(|w| matches!(w.meaning, CasualtyWord::Killed | CasualtyWord::Hurt));
    let label = before.last().filter(|w| labels(scene, w, q.from));
    if let Some(named) = named.filter(|_| toll).or(label) {
        let killed = matches!(named.meaning, CasualtyWord::Killed | CasualtyWord::Dies);
        return Some(vec![tell(q.to, killed, !killed)]);
    }
    if lately(2).any(|w| w.meaning == CasualtyWord::Toll && w.form.is_noun()) {
        return Some(vec![tell(q.to, true, false)]);
    }
    // "مقتل خمسة", "قتل وجرح العشرات", "death of 12"
    if let Some((killed, hurt)) = verb_before(scene, words, &q) {
        return Some(vec![tell(q.to, killed, hurt)]);
    }
    if q.bare {
        return None;
    }
    // "25 مقاتلا قتلوا", "12 people were killed"
    let reach = if q.people { 18 } else { 2 };
    let after = (q.to..q.to + reach)
        .take_while(|&i| scene.walls(q.to, i) < 6)
        .filter_map(|i| word_at(words, i))
        .find(|w| {
            is_verb(w.form)
                && !w.prefix.conjunction
                && matches!(w.meaning, CasualtyWord::Dies | CasualtyWord::Hurts)
                || w.meaning == CasualtyWord::Hurt
        })?;
    let plain = after.form == Form::Past || after.meaning == CasualtyWord::Hurt;
    plain.then(|| {
        vec![tell(
            q.to,
            after.meaning == CasualtyWord::Dies,
            after.meaning != CasualtyWord::Dies,
        )]
    })
}

/// "القتلى المبلغ عنهم: 4": a line of a form whose label is this word.
fn labels(scene: &Scene, word: &Found<CasualtyWord>, figure: usize) -> bool {
    let counts = matches!(
        word.meaning,
        CasualtyWord::Killed | CasualtyWord::Hurt | CasualtyWord::Dies | CasualtyWord::Hurts
    );
    counts
        && scene.in_form(figure)
        && scene.one_form(word.from, figure)
        && figure - word.to <= 4
        && scene.text.word_at(figure - 1) == ":"
}

fn is_verb(form: Form) -> bool {
    matches!(form, Form::Past | Form::Present)
}

/// "ثلاثة في سراقب وخمسة في معرة النعمان": a further number of the same people in another place.
fn elsewhere(
    scene: &Scene,
    words: Words,
    q: &Quantity,
    last: &Casualties,
) -> Option<Vec<Casualties>> {
    let joined = scene.text.word_at(q.from).starts_with(['و', ','])
        || scene.text.word_at(q.from - 1) == "and";
    let near = q.from - last.to <= 6 && scene.walls(last.to, q.from) <= 3;
    let led = matches!(scene.text.word_at(q.to), "في" | "in")
        || scene.text.word_at(q.to).starts_with('ب');
    (joined && near && led && !q.bare && !something_else(scene, words, q)).then(|| {
        vec![Casualties {
            from: q.from,
            to: q.to,
            count: count(scene, (q.from, q.to), (q.min, q.max), q.acled),
            vague: q.vague,
            joined: true,
            ..last.clone()
        }]
    })
}

/// Whether a word for dying or being hurt leads to a number, and which.
fn verb_before(scene: &Scene, words: Words, q: &Quantity) -> Option<(bool, bool)> {
    let next = words.partition_point(|w| w.from < q.from);
    let mut before = words[..next].iter().rev().take(3).skip_while(|w| {
        matches!(
            w.meaning,
            CasualtyWord::More
                | CasualtyWord::Least
                | CasualtyWord::About
                | CasualtyWord::Person(_)
        )
    });
    let last = before.next()?;
    if q.from - last.to > 3 || scene.walls(last.to, q.from) > 2 || something_else(scene, words, q) {
        return None;
    }
    let (killed, hurt) = match last.meaning {
        CasualtyWord::Dies => (true, false),
        CasualtyWord::Hurts => (false, true),
        // "wounded dozens"
        CasualtyWord::Hurt if scene.text.word_at(last.from).is_ascii() => (false, true),
        CasualtyWord::Falls if q.people => (true, false),
        _ => return None,
    };
    let other = before
        .next()
        .filter(|w| last.from - w.to <= 1 && last.prefix.conjunction);
    Some(match other.map(|w| w.meaning) {
        Some(CasualtyWord::Dies) => (true, hurt || killed),
        Some(CasualtyWord::Hurts) => (killed || hurt, true),
        _ => (killed, hurt),
    })
}

/// Whether the number counts no people: weapons, houses.
fn something_else(scene: &Scene, words: Words, q: &Quantity) -> bool {
    if q.people || word_at(words, q.to).is_some() {
        return false;
    }
    let weapon = scene.weapons.partition_point(|w| w.from < q.to);
    scene.weapons.get(weapon).is_some_and(|w| w.from == q.to)
        || (scene.cue(q.to) == Some(Cue::Building)
            && scene.text.tokens()[q.to].kind == TokenKind::Word)
        || scene.cue(q.to) == Some(Cue::Kin)
            && scene.text.word_at(q.to) != "من"
            && scene.text.word_at(q.to) != "of"
}

fn count(
    scene: &Scene,
    (from, to): (usize, usize),
    (min, max): (u32, Option<u32>),
    acled: u32,
) -> Count {
    let tokens = scene.text.tokens();
    let to = to.max(from + 1);
    Count {
        min,
        max,
        text: scene
            .text
            .slice(tokens[from].start, tokens[to - 1].end)
            .to_string(),
        acled,
    }
}
