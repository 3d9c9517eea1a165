//! A store in memory: for tests, the command line, and a browser that keeps nothing.
//! Clones share the data, as two tabs share a database.

use crate::event_store::{Batch, EventStore, Loaded, Seq, StoreError};
use crate::{contact, record};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Debug, Default)]
struct Tables {
    records: BTreeMap<Seq, String>,
    contacts: BTreeMap<String, String>,
    meta: BTreeMap<String, String>,
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
            Some(line) => drop(tables.records.insert(seq, line.to_owned())),
            None => drop(tables.records.remove(&seq)),
        }
    }
}

impl EventStore for Memory {
    async fn load_after(&self, seq: Seq) -> Result<Loaded, StoreError> {
        let tables = self.0.borrow();
        let records = tables.records.range(seq + 1..);
        Ok(Loaded {
            records: records.map(|(seq, line)| (*seq, line.clone())).collect(),
            meta: tables.meta.clone(),
            contacts: tables.contacts.clone(),
        })
    }

    async fn append(&self, expected: Seq, batch: &Batch) -> Result<Seq, StoreError> {
        let mut tables = self.0.borrow_mut();
        let keys = expected + 1..;
        if keys.clone().zip(&batch.records).any(|(seq, _)| tables.records.contains_key(&seq)) {
            return Err(StoreError::Moved);
        }
        let mut last = expected;
        for (seq, line) in keys.zip(&batch.records) {
            tables.records.insert(seq, line.clone());
            last = seq;
        }
        for (seq, line) in &batch.replaced {
            let old = tables.records.get(seq).map(String::as_str);
            if record::replaces(old, line) {
                tables.records.insert(*seq, line.clone());
            }
        }
        for (subject, text) in &batch.contacts {
            if contact::prefer(tables.contacts.get(subject).map(String::as_str), text) {
                tables.contacts.insert(subject.clone(), text.clone());
            }
        }
        tables.meta.extend(batch.meta.iter().cloned());
        Ok(last)
    }

    async fn size(&self) -> Result<Seq, StoreError> {
        Ok(Seq::try_from(self.0.borrow().records.len()).unwrap_or(Seq::MAX))
    }
}
