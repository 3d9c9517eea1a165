//! One matter: its entries and what they add up to.

use super::effective::{Effective, effective};
use super::entry::Entry;
use super::event::Event;
use super::seat::Seat;
use super::state::{Stage, State};
use crate::ids::{EntryId, Id};
use crate::time::Date;
use std::sync::Arc;

/// A matter (事项).
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    /// Which.
    pub id: Id,
    /// Its entries, in fold order.
    entries: Vec<Arc<Entry>>,
    /// From whose desk it is looked at.
    seat: Seat,
    /// What they add up to.
    pub state: State,
}

impl Matter {
    /// A matter without entries.
    pub(super) fn new(id: Id, seat: Seat) -> Self {
        Self { id, entries: Vec::new(), seat, state: State::default() }
    }

    /// Looks at it from another desk.
    pub(super) fn sit(&mut self, seat: &Seat) {
        self.seat = seat.clone();
        self.refold();
    }

    /// Whether this ledger's unit wrote the entry.
    pub fn is_own(&self, entry: &Entry) -> bool {
        self.seat.is_own(&entry.by)
    }

    /// Takes one entry in, at its place in fold order, and folds again.
    pub(super) fn take(&mut self, entry: Arc<Entry>) {
        if self.insert(entry) {
            self.refold();
        }
    }

    /// Takes one entry in without folding; says whether it was new.
    pub(super) fn insert(&mut self, entry: Arc<Entry>) -> bool {
        let at = self.entries.partition_point(|e| (e.time, e.id) < (entry.time, entry.id));
        if self.entries.get(at).is_some_and(|e| e.id == entry.id) {
            return false;
        }
        self.entries.insert(at, entry);
        true
    }

    /// Folds the entries again.
    pub(super) fn refold(&mut self) {
        self.state = State::fold(&effective(&self.entries), &self.seat, self.was_handed_up());
    }

    /// Whether it was handed up at any time, also when that was taken back: what another
    /// unit wrote stays that unit's.
    fn was_handed_up(&self) -> bool {
        self.entries.iter().any(|e| matches!(e.event, Some(Event::HandedUp(_))))
    }

    /// The state of the facts that `keep` lets through.
    pub(super) fn state_of(&self, keep: impl Fn(&Effective<'_>) -> bool) -> State {
        let mut facts = effective(&self.entries);
        facts.retain(keep);
        State::fold(&facts, &self.seat, self.was_handed_up())
    }

    /// The entries, in fold order.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// A value that changes whenever the matter does, also when an import brings an
    /// entry older than the last. It names no entry.
    pub fn revision(&self) -> Option<EntryId> {
        self.entries.iter().map(|e| e.id).reduce(EntryId::mixed)
    }

    /// Whether a newer program wrote something here that this one cannot read.
    pub fn has_unknown(&self) -> bool {
        self.entries.iter().any(|e| e.event.is_none())
    }

    /// The matter's number, or nothing when its registration was struck.
    pub fn number(&self) -> &str {
        self.state.registered.as_ref().map_or("", |r| r.number.as_str())
    }

    /// The numbers it had before: a paper may still carry one of them.
    pub fn former_numbers(&self) -> impl Iterator<Item = &str> {
        let number = self.number();
        let given = self.entries.iter().filter_map(|entry| match entry.event.as_ref()? {
            Event::Registered(r) => Some(r),
            Event::Corrected(c) => match c.event.as_ref() {
                Event::Registered(r) => Some(r),
                _ => None,
            },
            _ => None,
        });
        given.map(|r| r.number.as_str()).filter(move |n| !n.is_empty() && *n != number)
    }

    /// Whether the matter stands in the book: its registration is in force.
    pub fn is_registered(&self) -> bool {
        self.state.registered.is_some()
    }

    /// The day received; the first entry's day while the registration is missing.
    pub fn received_on(&self) -> Option<Date> {
        self.state.received_on
    }

    /// The first day of which this unit may write something: received, or handed up to it.
    pub fn earliest(&self) -> Option<Date> {
        let handed = self.state.exchange.handed.as_ref().map(|(on, _)| *on);
        handed.filter(|_| self.state.exchange.is_upper).or(self.state.received_on)
    }

    /// Where it stands.
    pub fn stage(&self) -> Stage {
        self.state.stage()
    }
}
