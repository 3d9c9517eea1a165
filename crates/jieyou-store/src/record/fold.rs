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
use jieyou_domain::ledger::{Entry, Event, Redacted};
use jieyou_domain::mask;
use serde_json::Value;
use std::sync::Arc;

/// The type of a record that redacts another: the store's own, the domain never sees it.
pub const REDACTION: &str = "record.redacted";

/// What redactions say about one record.
#[derive(Clone, Debug)]
pub(crate) struct Redaction {
    /// The last record that redacts it.
    pub(crate) by: EntryId,
    /// Who, when and why.
    pub(crate) note: Redacted,
    /// Its event's data without the personal parts; what folds from now on.
    pub(crate) data: Value,
}

/// By the record redacted.
pub(crate) type Redactions = Map<EntryId, Redaction>;

/// The redactions among `records`. A later one has taken the place of those it knew, whose
/// own data is gone; where two did not know of each other, what either hides is hidden.
pub(crate) fn redactions<'a>(records: impl IntoIterator<Item = &'a Record>) -> Redactions {
    let written = records.into_iter().filter(|r| r.head.code == REDACTION);
    let mut all: Vec<(&Record, (EntryId, Redaction))> =
        written.filter_map(|record| Some((record, redaction(record)?))).collect();
    sort_by(&mut all, |(a, _), (b, _)| (a.head.time, a.id).cmp(&(b.head.time, b.id)));
    let mut last = Redactions::new();
    for (_, (entry, mut redaction)) in all {
        if let Some(before) = last.remove(&entry) {
            redaction.data = hidden_in_either(before.data, redaction.data);
        }
        last.insert(entry, redaction);
    }
    last
}

/// The record that a redaction is about, and what it says.
pub(crate) fn redaction(record: &Record) -> Option<(EntryId, Redaction)> {
    let mut fields = Fields::of(record.data()?).ok()?;
    let entry = fields.take("entry").ok()?;
    let why: Option<String> = fields.take("why").ok()?;
    let note =
        Redacted { on: record.head.on, by: record.head.by.clone(), why: why.unwrap_or_default() };
    Some((entry, Redaction { by: record.id, note, data: fields.raw("data").ok()? }))
}

/// Where two texts differ, neither is shown. In everything else the later stands.
fn hidden_in_either(earlier: Value, later: Value) -> Value {
    match (earlier, later) {
        (Value::String(a), Value::String(b)) if a != b => Value::String(mask::REDACTED.to_owned()),
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.into_iter().zip(b).map(|(a, b)| hidden_in_either(a, b)).collect()
        }
        (Value::Object(mut a), Value::Object(b)) => {
            let both = b.into_iter().map(|(key, b)| {
                let value = match a.remove(&key) {
                    Some(a) => hidden_in_either(a, b),
                    None => b,
                };
                (key, value)
            });
            Value::Object(both.collect())
        }
        (_, later) => later,
    }
}

/// What a book is told about the entries that were redacted.
pub(crate) fn notes(redactions: Redactions) -> Map<EntryId, Redacted> {
    redactions.into_iter().map(|(entry, redaction)| (entry, redaction.note)).collect()
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
        Some(redaction) => Some(redaction.data.clone()),
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
