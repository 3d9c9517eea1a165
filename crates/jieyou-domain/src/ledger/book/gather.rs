//! Folding a whole ledger in steps, so that a page can breathe in between.

use super::Book;
use crate::ids::{Id, SubjectKind};
use crate::ledger::entry::Entry;
use crate::ledger::matter::Matter;
use std::ops::Bound;
use std::sync::Arc;

impl Book {
    /// Takes entries in without folding them; what the book says is right again when
    /// [`Self::settle`] has gone through it. Entries may come in any order and more than
    /// once.
    pub fn gather(&mut self, entries: &[Arc<Entry>]) {
        for entry in entries {
            match entry.subject.kind {
                SubjectKind::Matter => self.gather_matter(entry),
                SubjectKind::Ledger => {
                    self.list_of_ledger(entry);
                }
                SubjectKind::Sealed => self.apply_to_sealed(entry),
            }
        }
    }

    fn gather_matter(&mut self, entry: &Arc<Entry>) {
        let id = entry.subject.id;
        if !self.matters.contains_key(&id) {
            self.matters.insert(id, Arc::new(Matter::new(id, self.seat.clone())));
        }
        if let Some(matter) = self.matters.get_mut(&id) {
            Arc::make_mut(matter).insert(Arc::clone(entry));
        }
    }

    /// Folds the next `n` matters after `after`, by id; before the first of them what is
    /// about the ledger itself. Returns the last one folded; none when all are.
    pub fn settle(&mut self, after: Option<Id>, n: usize) -> Option<Id> {
        if after.is_none() {
            // Each matter takes its seat below: once, not once more for all together.
            self.seat = self.written_seat();
            self.fold_ledger(true);
        }
        let next = self.matters.range::<_, Id>((bound(after), Bound::Unbounded));
        let ids: Vec<Id> = next.take(n).map(|(id, _)| *id).collect();
        for id in &ids {
            if let Some(matter) = self.matters.get_mut(id) {
                Arc::make_mut(matter).sit(&self.seat);
            }
        }
        ids.last().copied()
    }

    /// Every matter that stands in the book, by id, after one of them: for going through all
    /// of them in steps.
    pub fn matters_after(&self, after: Option<Id>) -> impl Iterator<Item = &Arc<Matter>> {
        let rest = self.matters.range::<_, Id>((bound(after), Bound::Unbounded));
        rest.map(|(_, matter)| matter).filter(|matter| matter.is_registered())
    }
}

fn bound(after: Option<Id>) -> Bound<Id> {
    after.map_or(Bound::Unbounded, Bound::Excluded)
}
