//! A store in memory: for tests, the command line, and a browser that keeps nothing.
//! Clones share the data, as two tabs share a database.

use crate::event_store::{Batch, EventStore, Loaded, SEGMENT, Seq, StoreError};
use crate::{contact, record};
use jieyou_domain::compact::Map;
use std::cell::RefCell;
use std::rc::Rc;

/// How many lines are read at once; few in tests, so that few lines are many parts.
const PART: Seq = if cfg!(test) { 3 } else { SEGMENT };

#[derive(Debug, Default)]
struct Tables {
    /// By key.
    records: Vec<(Seq, String)>,
    contacts: Map<String, String>,
    meta: Map<String, String>,
    kept: Map<String, String>,
}

impl Tables {
    fn put(&mut self, seq: Seq, line: &str) {
        let line = line.to_owned();
        match place(&self.records, seq) {
            Ok(at) => self.records[at].1 = line,
            Err(at) => self.records.insert(at, (seq, line)),
        }
    }
}

/// A store that is gone with the program.
#[derive(Clone, Debug, Default)]
pub struct Memory(Rc<RefCell<Tables>>);

impl Memory {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// Overwrites a stored line, as a failing disk would.
    #[cfg(test)]
    pub(crate) fn spoil(&self, seq: Seq, line: Option<&str>) {
        let mut tables = self.0.borrow_mut();
        match line {
            Some(line) => tables.put(seq, line),
            None => tables.records.retain(|(known, _)| *known != seq),
        }
    }
}

fn place(records: &[(Seq, String)], seq: Seq) -> Result<usize, usize> {
    records.binary_search_by_key(&seq, |(seq, _)| *seq)
}

impl EventStore for Memory {
    async fn load_after(&self, seq: Seq) -> Result<Loaded, StoreError> {
        let tables = self.0.borrow();
        let known = tables.records.partition_point(|(known, _)| *known <= seq);
        Ok(Loaded {
            records: tables.records[known..].to_vec(),
            meta: tables.meta.clone(),
            contacts: tables.contacts.clone(),
        })
    }

    async fn part(&self, after: Seq) -> Result<Vec<(Seq, String)>, StoreError> {
        let tables = self.0.borrow();
        let known = tables.records.partition_point(|(known, _)| *known <= after);
        let end = after.saturating_add(PART);
        let lines = tables.records[known..].iter().take_while(|(seq, _)| *seq <= end);
        Ok(lines.cloned().collect())
    }

    async fn seal(&self) -> Result<bool, StoreError> {
        // Memory has nothing to gain.
        Ok(false)
    }

    async fn kept(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().kept.get(key).cloned())
    }

    async fn append(&self, expected: Seq, batch: &Batch) -> Result<Seq, StoreError> {
        let mut tables = self.0.borrow_mut();
        let keys = expected + 1..;
        if keys.clone().zip(&batch.records).any(|(seq, _)| place(&tables.records, seq).is_ok()) {
            return Err(StoreError::Moved);
        }
        let mut last = expected;
        for (seq, line) in keys.zip(&batch.records) {
            tables.put(seq, line);
            last = seq;
        }
        for (seq, line) in &batch.replaced {
            let old = place(&tables.records, *seq).ok().map(|at| tables.records[at].1.as_str());
            if record::replaces(old, line) {
                tables.put(*seq, line);
            }
        }
        for (subject, text) in &batch.contacts {
            if contact::prefer(tables.contacts.get(subject).map(String::as_str), text) {
                tables.contacts.insert(subject.clone(), text.clone());
            }
        }
        tables.meta.extend(batch.meta.iter().cloned());
        for (key, text) in &batch.kept {
            match text {
                Some(text) => drop(tables.kept.insert(key.clone(), text.clone())),
                None => drop(tables.kept.remove(key)),
            }
        }
        Ok(last)
    }

    async fn size(&self) -> Result<Seq, StoreError> {
        Ok(Seq::try_from(self.0.borrow().records.len()).unwrap_or(Seq::MAX))
    }
}
