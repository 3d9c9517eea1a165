//! Which other matters may be the same: by place, by the thing they are about, and by
//! subject; never by whom they concern.

use crate::ids::Id;
use crate::ledger::{Book, Matter};
use crate::time::Date;

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

impl Likeness {
    /// What `matter` is known by.
    pub fn of(matter: &Matter, book: &Book) -> Self {
        let state = &matter.state;
        let registered = state.registered.as_ref();
        let spot = registered.map(|r| r.spot.clone()).unwrap_or_default();
        Self {
            own: Some(matter.id),
            place: registered.and_then(|r| r.place.clone()),
            spot,
            thing: state.answer(&book.rules().thing).unwrap_or_default().to_owned(),
            category: state.category.clone(),
        }
    }
}

/// More at once help nobody.
const ALIKE_MAX: usize = 5;
/// Words shorter than this say nothing.
const THING_MIN: usize = 2;

/// Matters of the ledger that may be the same, the likeliest first, at most five.
///
/// One is proposed where both name one thing, or where place and subject are one. Matters
/// already linked, split off or joined are left out.
pub fn alike(book: &Book, wanted: &Likeness) -> Vec<Alike> {
    let own = wanted.own.and_then(|id| book.matter(id));
    let is_linked = |id: Id| own.is_some_and(|m| m.state.links.iter().any(|l| l.other == id));
    let mut found: Vec<(u32, Alike)> = Vec::new();
    for matter in book.matters() {
        let id = matter.id;
        let is_gone = matter.state.registered.is_none() || matter.state.joined.is_some();
        if Some(id) == wanted.own || is_gone || is_linked(id) {
            continue;
        }
        let alike = compare(wanted, &Likeness::of(matter, book), id, matter.state.received_on);
        let points = alike.points();
        if points >= 4 {
            found.push((points, alike));
        }
    }
    crate::compact::sort_by(&mut found, |(a, x), (b, y)| b.cmp(a).then(y.on.cmp(&x.on)));
    found.truncate(ALIKE_MAX);
    found.into_iter().map(|(_, alike)| alike).collect()
}

impl Alike {
    fn points(&self) -> u32 {
        let thing = if self.thing.is_empty() { 0 } else { 4 };
        let subject = match self.subject {
            Some(true) => 2,
            Some(false) => 1,
            None => 0,
        };
        thing + if self.place { 2 } else { 0 } + subject
    }
}

fn compare(a: &Likeness, b: &Likeness, matter: Id, on: Option<Date>) -> Alike {
    let top =
        |id: &Option<String>| id.as_deref().map(|id| id.split('.').next().unwrap_or(id).to_owned());
    let (place, same) = (a.place.is_some() && a.place == b.place, a.category == b.category);
    let subject = match (&a.category, &b.category) {
        (Some(_), Some(_)) if same => Some(true),
        (Some(_), Some(_)) if top(&a.category) == top(&b.category) => Some(false),
        _ => None,
    };
    // A spot in another place is another spot.
    let texts =
        |of: &Likeness| [of.thing.clone(), if place { of.spot.clone() } else { String::new() }];
    let mut thing = String::new();
    for x in texts(a) {
        for y in texts(b) {
            let both = common(&x, &y);
            if both.chars().count() > thing.chars().count() {
                thing = both;
            }
        }
    }
    // A thing of another place and another subject is another thing.
    if !place && subject.is_none() {
        thing.clear();
    }
    Alike { matter, thing, place, subject, on }
}

/// The longest run of characters in both, where it is long enough to name a thing.
fn common(a: &str, b: &str) -> String {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut best: &[char] = &[];
    let mut before = vec![0_usize; b.len() + 1];
    for (at, x) in a.iter().enumerate() {
        let mut now = vec![0_usize; b.len() + 1];
        for (place, y) in b.iter().enumerate() {
            if x == y && x.is_alphanumeric() {
                let run = before[place] + 1;
                now[place + 1] = run;
                if run > best.len() {
                    best = &a[at + 1 - run..=at];
                }
            }
        }
        before = now;
    }
    let shortest = a.len().min(b.len());
    // Half of the shorter text at least: a shared “村东” among many words names nothing.
    let enough = best.len() >= THING_MIN && best.len() * 2 >= shortest;
    if enough { best.iter().collect() } else { String::new() }
}
