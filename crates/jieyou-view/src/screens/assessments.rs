//! What is computed about every matter, kept between two changes: one event costs one
//! matter, not all of them.

use crate::text::fold::fold;
use jieyou_domain::classify::{Assessment, Verdict, assess, verdicts};
use jieyou_domain::facts::{DeadlineKind, UnitKind};
use jieyou_domain::ledger::{Book, Matter};
use jieyou_domain::rules::{Obligation, RuleSet};
use jieyou_domain::time::Calendar;
use jieyou_domain::{Date, Id};
use std::sync::Arc;

/// One matter as the screens read it: the matter, what follows from it today, and
/// its searchable text.
#[derive(Clone, Debug)]
pub struct Held {
    /// The matter.
    pub matter: Arc<Matter>,
    /// What follows; `None` while the ledger has no unit profile.
    pub assessment: Option<Arc<Assessment>>,
    /// Numbers here and elsewhere, title, course and place, folded for search. Never a contact.
    pub haystack: Arc<str>,
    /// The obligation that is next, by its place in the assessment.
    next: Option<usize>,
    /// Where the running number begins in the matter's number, and its value.
    running: (usize, u64),
}

impl Held {
    fn of(matter: &Arc<Matter>, book: &Book, today: Date) -> Self {
        let assessment = assess(matter, book, today).map(Arc::new);
        Self {
            next: assessment.as_deref().and_then(next),
            running: running(matter.number()),
            haystack: haystack(matter, book),
            matter: Arc::clone(matter),
            assessment,
        }
    }

    /// The open obligation with the earliest day; a habit only when nothing else is open.
    pub fn next_due(&self) -> Option<&Obligation> {
        self.assessment.as_deref()?.obligations.get(self.next?)
    }

    /// Whether a right is proposed that nobody has asked about.
    pub fn is_unasked(&self) -> bool {
        let state = &self.matter.state;
        self.assessment.as_ref().is_some_and(|a| a.unasked(state).next().is_some())
    }

    /// What the tables decide about it. Not kept: of ten thousand matters it is asked of a
    /// few, and only where a column or a filter wants it.
    pub fn verdicts(&self, book: &Book, today: Date) -> Vec<Verdict> {
        let assessment = self.assessment.as_deref();
        assessment.map_or_else(Vec::new, |a| verdicts(&self.matter, book, today, a))
    }

    /// Sorts `CJ-2026-0012` by its head, then by its running number.
    pub fn number_key(&self) -> (&str, u64) {
        (self.matter.number().get(..self.running.0).unwrap_or_default(), self.running.1)
    }
}

fn next(assessment: &Assessment) -> Option<usize> {
    let open = assessment.obligations.iter().enumerate();
    open.filter(|(_, o)| o.standing.is_open() && o.due.day().is_some())
        .min_by_key(|(_, o)| (o.kind == DeadlineKind::Routine, o.due.day()))
        .map(|(at, _)| at)
}

fn running(number: &str) -> (usize, u64) {
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    let at = number.len() - digits;
    (at, number.get(at..).and_then(|n| n.parse().ok()).unwrap_or(u64::MAX))
}

/// Every registered matter with its assessment. Refreshed after each change.
#[derive(Clone, Debug, Default)]
pub struct Assessments {
    basis: Option<Basis>,
    /// By id.
    held: Vec<Held>,
    /// Counts refreshes that changed something; equal means nothing changed.
    revision: u64,
}

/// What every assessment depends on besides its matter.
#[derive(Clone, Debug)]
struct Basis {
    today: Date,
    unit: Option<UnitKind>,
    rules: Arc<RuleSet>,
    calendar: Arc<Calendar>,
    /// The places' names, which stand in the searchable text.
    places: Vec<(String, String)>,
}

impl Basis {
    fn of(book: &Book, today: Date) -> Self {
        Self {
            today,
            unit: book.unit().map(|u| u.kind),
            rules: Arc::clone(book.rules()),
            calendar: Arc::clone(book.calendar()),
            places: book.places().map(|p| (p.id.clone(), p.name.clone())).collect(),
        }
    }

    fn is(&self, other: &Self) -> bool {
        self.today == other.today
            && self.unit == other.unit
            && Arc::ptr_eq(&self.rules, &other.rules)
            && Arc::ptr_eq(&self.calendar, &other.calendar)
            && self.places == other.places
    }
}

impl PartialEq for Assessments {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision && self.held.len() == other.held.len()
    }
}

impl Assessments {
    /// Nothing computed yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether it is of this day and of what a book says beside its matters: then a refresh
    /// computes single matters only.
    pub fn is_of(&self, book: &Book, today: Date) -> bool {
        self.basis.as_ref().is_some_and(|basis| basis.is(&Basis::of(book, today)))
    }

    /// Nothing computed yet, to take the place of these.
    pub fn anew(&self) -> Self {
        Self { revision: self.revision.wrapping_add(1), ..Self::default() }
    }

    /// Computes what changed since the last refresh: the matters whose entries
    /// changed, or all of them when the day, the unit, the pack or the calendar did.
    /// Returns how many were computed.
    pub fn refresh(&mut self, book: &Book, today: Date) -> usize {
        if !self.is_of(book, today) {
            self.held.clear();
            self.basis = Some(Basis::of(book, today));
        }
        let mut computed = 0;
        // The book gives its matters by id, too.
        let old = std::mem::take(&mut self.held);
        self.held.reserve_exact(old.len());
        let mut old = old.into_iter().peekable();
        for matter in book.matters() {
            while old.next_if(|h| h.matter.id < matter.id).is_some() {
                computed += 1;
            }
            // A matter is replaced whole when it changes, also by an entry imported
            // in front of its last one; so its address tells.
            let kept = old.next_if(|h| h.matter.id == matter.id);
            let kept = kept.filter(|h| Arc::ptr_eq(&h.matter, matter));
            computed += usize::from(kept.is_none());
            self.held.push(kept.unwrap_or_else(|| Held::of(matter, book, today)));
        }
        computed += old.count();
        if computed > 0 {
            self.revision = self.revision.wrapping_add(1);
        }
        computed
    }

    /// Computes the next `n` matters that were never computed, for a ledger that was just
    /// opened; whether there are more. [`Self::refresh`] does the rest at once.
    pub fn begin(&mut self, book: &Book, today: Date, n: usize) -> bool {
        self.basis.get_or_insert_with(|| Basis::of(book, today));
        let known = self.held.len();
        let last = self.held.last().map(|held| held.matter.id);
        let next = book.matters_after(last).take(n);
        self.held.extend(next.map(|matter| Held::of(matter, book, today)));
        self.held.len() == known + n
    }

    /// One matter.
    pub fn get(&self, id: Id) -> Option<&Held> {
        let at = self.held.binary_search_by(|h| h.matter.id.cmp(&id)).ok()?;
        self.held.get(at)
    }

    /// Every registered matter, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Held> {
        self.held.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }
}

fn haystack(matter: &Matter, book: &Book) -> Arc<str> {
    let Some(r) = &matter.state.registered else { return Arc::from("") };
    let place = r.place.as_deref().and_then(|id| book.place(id)).map_or("", |p| p.name.as_str());
    let theirs = matter.state.exchange.their_number.as_str();
    let mut all = vec![r.number.as_str(), theirs, &r.title, &r.story, place, &r.spot];
    all.extend(r.outside.iter().map(|o| o.number.as_str()));
    all.extend(matter.state.outside.iter().map(|o| o.number.as_str()));
    Arc::from(fold(&all.join("\n")).as_str())
}
