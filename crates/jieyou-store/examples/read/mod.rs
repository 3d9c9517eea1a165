//! Reads exports of `jieyou sample`, one behind another, for what is measured.

use jieyou_domain::SubjectKind;
use jieyou_domain::compact::sort_by;
use jieyou_domain::ledger::{Book, Entry};
use jieyou_store::record::{Origin, Record, entries};
use std::sync::Arc;

/// A ledger as it was read.
#[derive(Default)]
pub(crate) struct Ledger {
    /// Entries about the ledger itself, of the first export.
    own: Vec<Arc<Entry>>,
    first: Option<Origin>,
    /// Entries about matters; each matter's together, once `sort` has run.
    others: Vec<Arc<Entry>>,
}

impl Ledger {
    /// Reads lines of an export; what stands around the records says nothing here.
    pub(crate) fn take(&mut self, lines: &str) -> Result<(), String> {
        for line in lines.lines().filter(|line| line.starts_with("{\"head\"")) {
            let line = line.trim_end_matches(',');
            let record = Record::read(line).map_err(|e| format!("{e}: {line}"))?;
            let is_first = *self.first.get_or_insert(record.head.origin) == record.head.origin;
            for entry in entries([&record]) {
                match entry.subject.kind {
                    SubjectKind::Ledger if is_first => self.own.push(entry),
                    SubjectKind::Ledger | SubjectKind::Sealed => {}
                    SubjectKind::Matter => self.others.push(entry),
                }
            }
        }
        Ok(())
    }

    /// Puts the entries of each matter together.
    pub(crate) fn sort(&mut self) {
        sort_by(&mut self.others, |a, b| a.subject.id.cmp(&b.subject.id));
    }

    /// Folds `n` matters, evenly out of all; nothing when there are too few.
    pub(crate) fn folded(&self, n: usize) -> Option<Book> {
        let same = |a: &Arc<Entry>, b: &Arc<Entry>| a.subject == b.subject;
        let matters: Vec<&[Arc<Entry>]> = self.others.chunk_by(same).collect();
        let every = matters.len().checked_div(n).filter(|every| *every > 0)?;
        let chosen = matters.into_iter().step_by(every).take(n).flatten();
        Some(Book::new().apply_all(self.own.iter().chain(chosen)))
    }
}
