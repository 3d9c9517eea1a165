//! Matters recorded by number only (少记, practice P0-2). They are no matters of the book:
//! no list, no search, no export of matters can reach them.

use super::entry::Entry;
use super::event::Event;
use crate::facts::*;
use crate::ids::{EntryId, Id};
use crate::time::Date;
use std::sync::Arc;

/// What is known of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Sealed {
    /// Which.
    pub id: Id,
    entries: Vec<Arc<Entry>>,
    /// The day received and what was recorded; `None` when that was taken back.
    pub recorded: Option<(Date, SealedRecorded)>,
    /// The receipt in force.
    pub receipt: ReceiptNumber,
    /// Its day.
    pub receipt_on: Option<Date>,
    /// Services that are not in place yet.
    pub open: Vec<Service>,
    /// Services that are, each with its day.
    pub done: Vec<(Date, Service)>,
}

impl Sealed {
    pub(super) fn new(id: Id) -> Self {
        Self {
            id,
            entries: Vec::new(),
            recorded: None,
            receipt: ReceiptNumber::default(),
            receipt_on: None,
            open: Vec::new(),
            done: Vec::new(),
        }
    }

    /// Takes one entry in, at its place in fold order, and folds again.
    pub(super) fn take(&mut self, entry: Arc<Entry>) {
        let at = self.entries.partition_point(|e| (e.time, e.id) < (entry.time, entry.id));
        if self.entries.get(at).is_some_and(|e| e.id == entry.id) {
            return;
        }
        self.entries.insert(at, entry);
        let entries = std::mem::take(&mut self.entries);
        *self = Self::new(self.id);
        let mut standing: Vec<&Arc<Entry>> =
            entries.iter().filter(|e| !is_struck(&entries, e.id)).collect();
        // What was recorded first, whatever its day: the rest is about it.
        let key = |e: &Arc<Entry>| (!matches!(e.event, Some(Event::SealedRecorded(_))), e.on);
        crate::compact::sort_by(&mut standing, |a, b| key(a).cmp(&key(b)));
        for entry in standing {
            match &entry.event {
                Some(Event::SealedRecorded(r)) if self.recorded.is_none() => self.record(entry, r),
                Some(Event::SealedFollowed(f)) => self.follow(entry.on, f),
                _ => {}
            }
        }
        self.entries = entries;
    }

    fn record(&mut self, entry: &Entry, r: &SealedRecorded) {
        self.receipt = r.receipt.clone();
        self.receipt_on = r.receipt_on;
        self.ask(&r.services);
        self.recorded = Some((entry.on, r.clone()));
    }

    fn follow(&mut self, on: Date, f: &SealedFollowed) {
        if !f.receipt.as_str().is_empty() {
            self.receipt = f.receipt.clone();
            self.receipt_on = f.receipt_on.or(Some(on));
        }
        self.ask(&f.services);
        for service in &f.done {
            self.open.retain(|s| s != service);
            if !self.done.iter().any(|(_, s)| s == service) {
                self.done.push((on, *service));
            }
        }
    }

    fn ask(&mut self, services: &[Service]) {
        for service in services {
            if !self.open.contains(service) && !self.done.iter().any(|(_, s)| s == service) {
                self.open.push(*service);
            }
        }
    }

    /// Whether the entry was taken back.
    pub fn is_struck(&self, entry: EntryId) -> bool {
        is_struck(&self.entries, entry)
    }

    /// Its entries, in fold order.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// Whether a newer program wrote something here that this one cannot read.
    pub fn has_unknown(&self) -> bool {
        self.entries.iter().any(|e| e.event.is_none())
    }
}

fn is_struck(entries: &[Arc<Entry>], id: EntryId) -> bool {
    entries.iter().any(|e| matches!(&e.event, Some(Event::SealedStruck(s)) if s.entry == id))
}
