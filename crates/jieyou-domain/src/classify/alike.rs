//! Which other matters may be the same: by place, by the thing they are about, and by
//! subject; never by whom they concern.

mod text;

use text::{Pairs, Said, Unsaid};

use crate::ids::Id;
use crate::ledger::{Book, Matter, Stage};
use crate::time::Date;
use std::sync::Arc;

/// What a matter is known by, typed or registered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    /// The matter itself, which is never proposed for itself.
    pub own: Option<Id>,
    /// The place, by id.
    pub place: Option<String>,
    /// Where exactly, in words.
    pub spot: String,
    /// The thing it is about: a field, a house, a ditch.
    pub thing: String,
    /// What it is about, in a line.
    pub title: String,
    /// The subject.
    pub category: Option<String>,
}

/// Another matter that may be the same, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The other.
    pub matter: Id,
    /// The words in which both name the thing; empty where they share none.
    pub thing: String,
    /// Whether both are in one place.
    pub place: bool,
    /// Whether both are about one subject; `Some(false)`: of one upper level only.
    pub subject: Option<bool>,
    /// The day it was received.
    pub on: Option<Date>,
}

/// More at once help nobody.
const ALIKE_MAX: usize = 5;
/// So many points make a proposal.
const ENOUGH: i32 = 5;
/// What the words for a thing weigh at most.
const WEIGHT_MAX: i32 = 6;
/// Where nothing but place and subject is one, more than these say nothing.
const VAGUE_MAX: usize = 3;
/// A word in more matters than this, and in more than one of [`COMMON_PART`], is common.
const COMMON: usize = 5;
/// See [`COMMON`].
const COMMON_PART: usize = 30;

/// The matter's own words.
fn known<'a>(matter: &'a Matter, question: &str) -> [&'a str; 3] {
    let state = &matter.state;
    let registered = state.registered.as_ref();
    let thing = state.answer(question).unwrap_or_default();
    let title = registered.map_or("", |r| r.title.as_str());
    let spot = registered.map_or("", |r| r.spot.as_str());
    [thing, title, spot]
}

impl Likeness {
    /// What `matter` is known by.
    pub fn of(matter: &Matter, book: &Book) -> Self {
        let [thing, title, spot] = known(matter, &book.rules().thing).map(str::to_owned);
        let place = matter.state.registered.as_ref().and_then(|r| r.place.clone());
        let category = matter.state.category.clone();
        Self { own: Some(matter.id), place, spot, thing, title, category }
    }

    /// Whether enough is known to look for others.
    pub fn says_something(&self) -> bool {
        let is_placed = self.place.is_some() && self.category.is_some();
        is_placed || !self.thing.trim().is_empty() || !self.title.trim().is_empty()
    }
}

/// Matters of the ledger that may be the same, the likeliest first, at most five.
///
/// One is proposed where both name one thing in words that are not common, or, while both
/// are open, where place and subject are one. Names of people, of the unit's places and
/// of subjects make no two matters alike. Matters already linked, split off or joined are
/// left out.
pub fn alike(book: &Book, wanted: &Likeness) -> Vec<Alike> {
    if !wanted.says_something() {
        return Vec::new();
    }
    let own = wanted.own.and_then(|id| book.matter(id));
    let is_linked = |id: Id| own.is_some_and(|m| m.state.links.iter().any(|l| l.other == id));
    let search = Search::of(book, wanted);
    let (mut found, mut vague) = (Vec::new(), Vec::new());
    for matter in others(book, wanted.own).filter(|m| !is_linked(m.id)) {
        match search.compare(matter) {
            Some((points, alike)) if alike.thing.is_empty() => vague.push((points, alike)),
            Some((points, alike)) if points >= ENOUGH => found.push((points, alike)),
            _ => {}
        }
    }
    if vague.len() <= VAGUE_MAX {
        found.extend(vague);
    }
    crate::compact::sort_by(&mut found, |(a, x), (b, y)| b.cmp(a).then(y.on.cmp(&x.on)));
    let mut common = Common { book, own: wanted.own, known: Vec::new() };
    let found = found.into_iter().map(|(_, alike)| alike);
    found.filter(|alike| !common.is(&alike.thing)).take(ALIKE_MAX).collect()
}

fn others(book: &Book, own: Option<Id>) -> impl Iterator<Item = &Arc<Matter>> {
    let is_gone = |m: &Matter| m.state.registered.is_none() || m.state.joined.is_some();
    book.matters().filter(move |m| Some(m.id) != own && !is_gone(m))
}

/// Which words many matters have.
struct Common<'a> {
    book: &'a Book,
    own: Option<Id>,
    /// Words looked at before.
    known: Vec<(String, bool)>,
}

impl Common<'_> {
    fn is(&mut self, word: &str) -> bool {
        if word.is_empty() {
            return false;
        }
        if let Some((_, is)) = self.known.iter().find(|(known, _)| known == word) {
            return *is;
        }
        let question = &self.book.rules().thing;
        let has = |m: &Matter| known(m, question).iter().any(|text| text.contains(word));
        let (mut all, mut with) = (0, 0);
        for matter in others(self.book, self.own) {
            all += 1;
            with += usize::from(has(matter));
        }
        let is = with > COMMON.max(all / COMMON_PART);
        self.known.push((word.to_owned(), is));
        is
    }
}

/// What is looked for, with everything that is the same for all matters.
struct Search<'a> {
    wanted: &'a Likeness,
    question: &'a str,
    unsaid: Unsaid<'a>,
    /// Thing, title and spot.
    texts: [Said; 3],
    pairs: Pairs,
}

/// Where the thing stands among the texts.
const THING: usize = 0;
/// Where the spot does.
const SPOT: usize = 2;

impl<'a> Search<'a> {
    fn of(book: &'a Book, wanted: &'a Likeness) -> Self {
        let unsaid = Unsaid::of(book);
        let texts = [&wanted.thing, &wanted.title, &wanted.spot].map(|text| unsaid.said(text));
        let pairs = Pairs::of(&texts);
        Self { wanted, question: &book.rules().thing, unsaid, texts, pairs }
    }

    fn compare(&self, matter: &Matter) -> Option<(i32, Alike)> {
        let state = &matter.state;
        let place = self.place(matter);
        let subject = subject(self.wanted.category.as_deref(), state.category.as_deref());
        let around = one(place) + about(subject);
        if WEIGHT_MAX + around < ENOUGH {
            return None;
        }
        let texts = known(matter, self.question);
        let (thing, weight) = self.thing(&texts, place == Some(true));
        let points = weight + around;
        let subject = subject.unwrap_or_default();
        let on = state.received_on;
        let place = place == Some(true);
        let alike = Alike { matter: matter.id, thing, place, subject, on };
        if weight > 0 {
            return Some((points, alike));
        }
        // Where both name their thing and share no word, they are about two things.
        let other = || self.unsaid.said(texts[THING]);
        let differ = || self.texts[THING].says() && other().says();
        let is_open = matter.stage() < Stage::Observing;
        (place && subject == Some(true) && is_open && !differ()).then_some((points, alike))
    }

    /// Whether both are in one place; nothing where one is not known.
    fn place(&self, matter: &Matter) -> Option<bool> {
        let registered = matter.state.registered.as_ref()?;
        match (&self.wanted.place, &registered.place) {
            (Some(a), Some(b)) => Some(a == b),
            (None, None) => {
                let spot = self.wanted.spot.trim();
                (!spot.is_empty() && spot == registered.spot.trim()).then_some(true)
            }
            _ => None,
        }
    }

    /// The thing, where both name it in the very same words: plain ones say little by
    /// themselves (屋后排水沟), and something where all of them agree, more so on one spot.
    fn same_words(&self, texts: &[&str; 3]) -> (String, i32) {
        let said = self.texts[THING].whole();
        if said.is_none() || self.wanted.thing.trim() != texts[THING].trim() {
            return (String::new(), 0);
        }
        let words = said.unwrap_or_default();
        let spot = self.wanted.spot.trim();
        let on_spot = i32::from(!spot.is_empty() && spot == texts[SPOT].trim());
        let weight = if words.chars().count() > 2 { 3 } else { 2 };
        (words, weight + on_spot)
    }

    /// The longest words that name a thing in both, and what they weigh.
    fn thing(&self, texts: &[&str; 3], one_place: bool) -> (String, i32) {
        let mut best = if one_place { self.same_words(texts) } else { (String::new(), 0) };
        for (at, text) in texts.iter().enumerate().filter(|(_, text)| self.pairs.touch(text)) {
            let other = self.unsaid.said(text);
            for (mine, said) in self.texts.iter().enumerate() {
                // A spot in another place is another spot.
                if !one_place && (mine == SPOT || at == SPOT) {
                    continue;
                }
                let (words, length) = said.common(&other);
                let named = i32::from(mine == THING && at == THING);
                let weight = match length {
                    0 | 1 => 0,
                    2 => 3 + named,
                    3 => 4 + named,
                    _ => WEIGHT_MAX - 1 + named,
                };
                if weight > best.1 {
                    best = (words, weight);
                }
            }
        }
        best
    }
}

/// `None` where one is not known; `Some(None)` where they are of two upper levels.
fn subject(a: Option<&str>, b: Option<&str>) -> Option<Option<bool>> {
    let top = |id: &str| id.split('.').next().unwrap_or_default().to_owned();
    let (a, b) = (a?, b?);
    Some(if a == b {
        Some(true)
    } else if top(a) == top(b) {
        Some(false)
    } else {
        None
    })
}

const fn one(place: Option<bool>) -> i32 {
    match place {
        Some(true) => 2,
        Some(false) => -2,
        None => 0,
    }
}

const fn about(subject: Option<Option<bool>>) -> i32 {
    match subject {
        Some(Some(true)) => 2,
        Some(Some(false)) => 1,
        Some(None) => -2,
        None => 0,
    }
}
