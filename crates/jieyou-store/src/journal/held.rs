//! What a journal holds in memory: the book, the links between records, the clock.
//! Built from verified lines only; a line that cannot be believed stops everything.

use crate::chain::{Link, Weave};
use crate::clock::Clock;
use crate::event_store::{Damage, FORMAT, Loaded, Seq, StoreError, meta};
use crate::hash::Sum;
use crate::local::{self, Runs};
use crate::record::{self, Body, Origin, REDACTION, Record, RecordError};
use jieyou_domain::compact::Map;
use jieyou_domain::ledger::{Book, Entry};
use jieyou_domain::{EntryId, Realm};
use serde_json::Value;
use std::sync::Arc;

/// No database writes so many records. A file may say that one did, and then a new origin
/// goes on counting from 1.
const NUMBERS: u64 = 1 << 52;

/// Everything known about the records of one database.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    pub(crate) seq: Seq,
    pub(crate) book: Arc<Book>,
    pub(crate) entries: Vec<Arc<Entry>>,
    pub(crate) weave: Weave,
    pub(crate) clock: Clock,
    pub(crate) sum: Option<EntryId>,
    pub(crate) meta: Map<String, String>,
    pub(crate) contacts: Map<String, String>,
    /// The keys of the records that were set aside: everything else knows them.
    pub(crate) aside: Runs,
}

/// The name of a realm in the texts beside the records.
pub(crate) const fn realm_code(realm: Realm) -> &'static str {
    match realm {
        Realm::Real => "real",
        Realm::Training => "training",
    }
}

/// The running sum after one more record.
pub(crate) fn add_to_sum(sum: Option<EntryId>, id: EntryId) -> EntryId {
    let mut next = Sum::default();
    next.add(&sum.map(|sum| sum.to_string()).unwrap_or_default());
    next.add(&id.to_string());
    next.finish()
}

impl Held {
    /// Verifies and folds everything in a database.
    pub(crate) fn build(loaded: &Loaded, realm: Realm) -> Result<Self, Vec<StoreError>> {
        check_meta(&loaded.meta, realm).map_err(|e| vec![e])?;
        let records = read_lines(&loaded.records, 0, realm)?;
        let redactions = record::redactions(&records);
        let aside = local::aside(&local::imports(&loaded.meta));
        let standing = records.iter().zip(1..).filter(|(_, seq)| !aside.contains(*seq));
        let entries = standing.filter_map(|(r, _)| record::entry(r, &redactions)).collect();
        let mut held = Self {
            weave: Weave::new(records.iter().map(Link::of)),
            entries,
            aside,
            meta: loaded.meta.clone(),
            contacts: loaded.contacts.clone(),
            ..Self::default()
        };
        for record in &records {
            held.note(record);
        }
        held.verify(&records)?;
        let book = Book::new().apply_all(&held.entries);
        held.book = Arc::new(book.with_redacted(record::notes(redactions)));
        Ok(held)
    }

    /// Takes in what was appended after `self.seq`. Returns whether that was possible
    /// without building everything again.
    pub(crate) fn take(&mut self, tail: &Loaded, realm: Realm) -> Result<bool, StoreError> {
        check_meta(&tail.meta, realm)?;
        // A file that was only read in takes nothing of before out of the book.
        let is_aside_same = tail.meta.get(meta::IMPORTS) == self.meta.get(meta::IMPORTS)
            || local::aside(&local::imports(&tail.meta)) == self.aside;
        if tail.meta.get(meta::BODIES) != self.meta.get(meta::BODIES) || !is_aside_same {
            return Ok(false);
        }
        let first = |mut errors: Vec<StoreError>| errors.swap_remove(0);
        let records = read_lines(&tail.records, self.seq, realm).map_err(first)?;
        if records.iter().any(|r| r.head.code == REDACTION) {
            return Ok(false);
        }
        let sum = records.iter().fold(self.sum, |sum, r| Some(add_to_sum(sum, r.id)));
        if !adds_up(&tail.meta, sum) {
            // Building everything again tells what is wrong; until then nothing is taken in.
            return Ok(false);
        }
        // Of another ledger, in any order; of this one its own records come one by one.
        self.weave.extend(records.iter().map(Link::of));
        self.extend(&records);
        self.meta.clone_from(&tail.meta);
        self.contacts.clone_from(&tail.contacts);
        Ok(true)
    }

    /// Folds in records that are on disk after `self.seq`.
    pub(crate) fn extend(&mut self, records: &[Record]) {
        if records.is_empty() {
            return;
        }
        let redactions = record::redactions(records);
        let known = self.entries.len();
        for record in records {
            self.weave.add(Link::of(record));
            self.note(record);
            self.entries.extend(record::entry(record, &redactions));
        }
        self.book = Arc::new(Book::clone(&self.book).apply_all(&self.entries[known..]));
    }

    /// Makes room for so many records, and some more: lists that grow by doubling would move
    /// all they hold, and leave holes that a page never gives back.
    pub(super) fn make_room(&mut self, records: usize) {
        let records = records + records / 16;
        self.entries.reserve_exact(records);
        self.weave.make_room(records);
    }

    pub(super) fn note(&mut self, record: &Record) {
        self.seq += 1;
        self.clock.accept(record.head.time);
        self.sum = Some(add_to_sum(self.sum, record.id));
    }

    /// Checks what only all records together can show.
    fn verify(&self, records: &[Record]) -> Result<(), Vec<StoreError>> {
        let mut errors = Vec::new();
        let broken = self.weave.broken();
        for (record, at) in records.iter().zip(1..) {
            if let Body::Redacted { by } = record.body
                && !self.weave.contains(by)
            {
                let why = Damage::Record(RecordError::BodyMissing);
                errors.push(StoreError::Damaged { at, why });
            }
            if broken.contains_key(&record.id) {
                errors.push(StoreError::Damaged { at, why: Damage::BrokenLink });
            }
        }
        if errors.is_empty() && !self.adds_up() {
            errors.push(StoreError::Damaged { at: self.seq, why: Damage::Sum });
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    pub(super) fn adds_up(&self) -> bool {
        adds_up(&self.meta, self.sum)
    }

    /// The origin that the next record continues; none when one has to be minted.
    pub(crate) fn origin(&self) -> Option<Origin> {
        let origin = self.meta.get(meta::ORIGIN)?.parse().ok()?;
        let is_full = self.weave.tip(origin).is_some_and(|tip| tip.n >= NUMBERS);
        if is_full || self.weave.is_forked(origin) { None } else { Some(origin) }
    }
}

fn adds_up(texts: &Map<String, String>, sum: Option<EntryId>) -> bool {
    let stored = texts.get(meta::SUM).map(String::as_str).unwrap_or_default();
    stored == sum.map(|sum| sum.to_string()).unwrap_or_default()
}

pub(super) fn check_meta(texts: &Map<String, String>, realm: Realm) -> Result<(), StoreError> {
    let format = texts.get(meta::FORMAT).map_or(Ok(FORMAT), |f| f.parse());
    if format.is_ok_and(|format| format > FORMAT) {
        return Err(StoreError::NewerFormat);
    }
    match texts.get(meta::REALM) {
        Some(other) if other != realm_code(realm) => {
            Err(StoreError::Damaged { at: 0, why: Damage::OtherRealm })
        }
        _ => Ok(()),
    }
}

/// Reads lines that follow on key `after`; every line that is wrong is named.
pub(crate) fn read_lines(
    lines: &[(Seq, String)],
    after: Seq,
    realm: Realm,
) -> Result<Vec<Record>, Vec<StoreError>> {
    let mut records = Vec::with_capacity(lines.len());
    each_record(lines, after, realm, &mut |record, _| records.push(record))?;
    Ok(records)
}

/// Like [`read_lines`], record by record, each with its event's data.
pub(super) fn each_record(
    lines: &[(Seq, String)],
    after: Seq,
    realm: Realm,
    take: &mut dyn FnMut(Record, Option<Value>),
) -> Result<(), Vec<StoreError>> {
    let mut errors = Vec::new();
    let mut expected = after;
    for (at, line) in lines {
        expected += 1;
        if *at != expected {
            errors.push(StoreError::Damaged { at: expected, why: Damage::Hole });
            expected = *at;
        }
        let why = match Record::read_with_data(line) {
            Ok((record, data)) if record.head.realm == realm => {
                take(record, data);
                continue;
            }
            Ok(_) => Damage::OtherRealm,
            Err(RecordError::Newer { .. }) => {
                errors.push(StoreError::NewerFormat);
                continue;
            }
            Err(why) => Damage::Record(why),
        };
        errors.push(StoreError::Damaged { at: *at, why });
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}
