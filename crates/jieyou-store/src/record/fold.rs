//! From records to the entries that the book folds, redactions applied.
//!
//! Never drops a record silently: what this program cannot read (a newer version, an
//! unknown type, a value of a newer program in a known type) becomes an entry without
//! an event, which blocks commands on its subject. It is not damage: its hash is right.

use super::Record;
use jieyou_domain::EntryId;
use jieyou_domain::compact::{Map, sort_by};
use jieyou_domain::facts::By;
use jieyou_domain::json::Fields;
use jieyou_domain::ledger::{Entry, Event};
use serde_json::Value;
use std::sync::Arc;

/// The type of a record that redacts another: the store's own, the domain never sees it.
pub const REDACTION: &str = "record.redacted";

/// The data of a redaction.
struct Redaction {
    /// The record redacted.
    entry: EntryId,
    /// Its event's data without the personal parts; what folds from now on.
    data: Value,
}

/// By the record redacted: the redaction record and the data that replaces.
pub(crate) type Redactions = Map<EntryId, (EntryId, Value)>;

/// The redactions among `records`, the last of each record redacted.
pub(crate) fn redactions<'a>(records: impl IntoIterator<Item = &'a Record>) -> Redactions {
    let written = records.into_iter().filter(|r| r.head.code == REDACTION);
    let mut all: Vec<(&Record, Redaction)> =
        written.filter_map(|record| Some((record, redaction(record)?))).collect();
    sort_by(&mut all, |(a, _), (b, _)| (a.head.time, a.id).cmp(&(b.head.time, b.id)));
    all.into_iter().map(|(record, r)| (r.entry, (record.id, r.data))).collect()
}

fn redaction(record: &Record) -> Option<Redaction> {
    let mut fields = Fields::of(record.data()?).ok()?;
    Some(Redaction { entry: fields.take("entry").ok()?, data: fields.raw("data").ok()? })
}

/// Turns verified records into entries, in the given order.
///
/// A record about a kind of subject that this program does not know has no entry:
/// nothing that it knows can be affected.
pub fn entries<'a>(records: impl IntoIterator<Item = &'a Record> + Clone) -> Vec<Arc<Entry>> {
    let redactions = redactions(records.clone());
    records.into_iter().filter_map(|record| entry(record, &redactions)).collect()
}

pub(crate) fn entry(record: &Record, redactions: &Redactions) -> Option<Arc<Entry>> {
    let data = match redactions.get(&record.id) {
        Some((_, replacement)) => Some(replacement.clone()),
        None => record.data(),
    };
    entry_of(record, data, record.head.by.clone().into())
}

/// The entry of a record, whose data and writer are given.
pub(crate) fn entry_of(record: &Record, data: Option<Value>, by: Arc<By>) -> Option<Arc<Entry>> {
    let head = &record.head;
    if head.code == REDACTION && head.is_known_version() {
        return None;
    }
    let subject = head.subject()?;
    let event = match data {
        Some(data) if head.is_known_version() => Event::from_parts(&head.code, data).ok(),
        Some(_) | None => None,
    };
    let (time, on) = (head.time, head.on);
    Some(Arc::new(Entry { id: record.id, time, on, by, subject, event }))
}
