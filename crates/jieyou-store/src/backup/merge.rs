//! Set union of a ledger and a file, as one batch. Redacted beats present beats
//! withheld, whichever side has it; order and repetition make no difference.

use super::contacts::{Decided, Differing, merge_contacts};
use super::import::ContactCounts;
use super::sift::{self, File, UNLINKED};
use crate::chain::{ChainFinding, Conflict, Link, Weave, conflicts, find};
use crate::event_store::{Batch, EventStore, Seq, StoreError, meta};
use crate::journal::{Held, Journal, add_to_sum, lost_of, meta_after, missing};
use crate::local::{self, Lost, Runs, Stopped};
use crate::record::{self, Body, REDACTION, Record, RecordError};
use jieyou_domain::compact::{Map, sort_by};
use jieyou_domain::ledger::Entry;
use jieyou_domain::{EntryId, Id, SubjectKind};
use std::sync::Arc;

/// A union, before it is written.
pub(super) struct Merged {
    pub(super) batch: Batch,
    /// The new records, in the order of the batch.
    pub(super) new: Vec<EntryId>,
    pub(super) same: usize,
    /// The keys of the records of the file that are here already, and stand there.
    pub(super) known: Runs,
    /// How many of them were set aside, and stand again with this file.
    pub(super) back: usize,
    pub(super) contacts: ContactCounts,
    /// The contacts here that it would replace or wipe.
    pub(super) differing: Vec<Differing>,
    /// How far chains reached that it does not hold as a whole.
    lost: Vec<Lost>,
    pub(super) weave: Weave,
    /// The entries of the new records.
    entries: Vec<Arc<Entry>>,
}

/// Merges what can be merged of a sifted file. What would break a chain is given back
/// stopped: with it the ledger would not open again.
pub(super) fn unite(
    held: &Held,
    known: &Known,
    file: &File,
    accept_far: bool,
    decided: Option<&Decided<'_>>,
) -> (Merged, Vec<Stopped>) {
    let far = file.far.iter().filter(|_| accept_far);
    let mut records: Vec<&Record> = file.records.iter().chain(far).collect();
    let mut stopped = Vec::new();
    loop {
        let merged = merge(held, known, &records, file, decided);
        let loose = loose(&merged.weave, held, &records);
        if loose.is_empty() {
            return (merged, stopped);
        }
        records.retain(|record| {
            let why = loose.get(&record.id);
            stopped.extend(why.map(|why| sift::of(record, 0, true, why, record.line())));
            why.is_none()
        });
    }
}

/// The new records with which the union would not open, each with why.
fn loose(weave: &Weave, held: &Held, records: &[&Record]) -> Map<EntryId, &'static str> {
    let mut loose = Map::new();
    let new = || records.iter().filter(|record| !held.weave.contains(record.id));
    for record in new() {
        if let Body::Redacted { by } = record.body
            && !weave.contains(by)
        {
            loose.insert(record.id, RecordError::BodyMissing.code());
        }
    }
    for (broken, ()) in weave.broken().iter() {
        let Some(link) = weave.link(*broken) else { continue };
        let from = link.n.saturating_sub(1);
        let after = new().filter(|r| r.head.origin == link.origin && r.head.n >= from);
        loose.extend(after.map(|record| (record.id, UNLINKED)));
    }
    loose
}

/// What is stored of what a file is about.
#[derive(Default)]
pub(super) struct Known {
    /// The records of the file that are here, and those that it redacts, with their keys.
    records: Vec<(Seq, Record)>,
    /// All that redact something.
    redactions: Vec<Record>,
}

impl<S: EventStore> Journal<S> {
    /// Looks for what is stored of what a file is about, part by part.
    pub(super) async fn known_of(&self, file: &File) -> Result<Known, StoreError> {
        let given = || file.records.iter().chain(&file.far);
        let mut wanted: Map<EntryId, ()> = given().map(|record| (record.id, ())).collect();
        wanted.extend(record::redactions(given()).iter().map(|(id, _)| (*id, ())));
        let (mut known, mut seq) = (Known::default(), 0);
        loop {
            let lines = self.store().part(seq).await?;
            let Some((last, _)) = lines.last() else { return Ok(known) };
            seq = *last;
            for (seq, line) in &lines {
                let Ok(record) = Record::read(line) else { continue };
                if record.head.code == REDACTION {
                    known.redactions.push(record.clone());
                }
                if wanted.contains_key(&record.id) {
                    known.records.push((*seq, record));
                }
            }
            self.breathe().await;
        }
    }
}

/// Merges records into what is held; `known` is what is stored of them.
fn merge(
    held: &Held,
    known: &Known,
    records: &[&Record],
    file: &File,
    decided: Option<&Decided<'_>>,
) -> Merged {
    let redactions = record::redactions(known.redactions.iter().chain(records.iter().copied()));
    let known = &known.records;
    let by_redaction = |record: &Record| match redactions.get(&record.id) {
        Some(found) if record.head.code != REDACTION => Some(Body::Redacted { by: found.by }),
        _ => None,
    };
    let mut batch = Batch::default();
    let mut incoming: Map<EntryId, Body> = Map::new();
    for given in records {
        let body = incoming.get_or_insert_with(given.id, || Body::Withheld);
        for other in [Some(given.body.clone()), by_redaction(given)].into_iter().flatten() {
            if record::prefer(body, &other) {
                *body = other;
            }
        }
    }
    let mut new: Vec<Record> = Vec::new();
    let mut taken = Map::new();
    for given in records {
        if !held.weave.contains(given.id)
            && taken.insert(given.id, ()).is_none()
            && let Some(body) = incoming.get(&given.id)
        {
            new.push(Record { body: body.clone(), ..Record::clone(given) });
        }
    }
    let here: Vec<Seq> = known
        .iter()
        .filter(|(_, record)| incoming.contains_key(&record.id))
        .filter(|(_, record)| !file.aside.contains_key(&record.id))
        .map(|(seq, _)| *seq)
        .collect();
    for (seq, record) in known {
        let better = [incoming.get(&record.id).cloned(), by_redaction(record)];
        let mut body = record.body.clone();
        for other in better.into_iter().flatten() {
            if record::prefer(&body, &other) {
                body = other;
            }
        }
        if body != record.body {
            let record = Record { body, ..record.clone() };
            batch.replaced.push((*seq, record.line()));
        }
    }
    let mut links = held.weave.clone();
    links.extend(new.iter().map(Link::of));
    let (contacts, differing) = merge_contacts(&mut batch, held, &file.contacts, decided);
    batch.records.extend(new.iter().map(Record::line));
    let sum = new.iter().fold(held.sum, |sum, record| Some(add_to_sum(sum, record.id)));
    let greatest = new.iter().map(|r| r.head.time.ms).fold(held.clock.greatest().ms, u64::max);
    batch.meta = meta_after(file.realm, sum, greatest);
    if !batch.replaced.is_empty() {
        let times: u64 =
            held.meta.get(meta::BODIES).and_then(|n| n.parse().ok()).unwrap_or_default();
        batch.meta.push((meta::BODIES.to_owned(), times.saturating_add(1).to_string()));
    }
    let known = local::lost(&held.meta);
    let lost = lost_of(&links, known.iter().chain(&file.lost).cloned());
    if lost != known {
        batch.meta.push(local::lost_text(&lost));
    }
    if let (0, Some(unit)) = (held.seq, &file.unit) {
        batch.meta.push((meta::UNIT.to_owned(), unit.clone()));
    }
    Merged {
        batch,
        same: incoming.len() - new.len(),
        back: here.iter().filter(|seq| held.aside.contains(**seq)).count(),
        known: Runs::new(here),
        contacts,
        differing,
        lost,
        weave: links,
        new: new.iter().map(|record| record.id).collect(),
        entries: new.iter().filter_map(|r| record::entry(r, &redactions)).collect(),
    }
}

impl Merged {
    /// Conflicts that the union has and the ledger has not.
    pub(super) fn conflicts(&self, held: &Held) -> Vec<Conflict> {
        let before = conflicts(&held.weave, &held.entries);
        let mut after = conflicts(&self.weave, held.entries.iter().chain(&self.entries));
        after.retain(|conflict| !before.contains(conflict));
        after
    }

    /// Findings that the union has and the ledger has not.
    pub(super) fn findings(&self, held: &Held, now_ms: u64) -> Vec<ChainFinding> {
        let before = find(&held.weave, now_ms);
        let mut after = find(&self.weave, now_ms);
        after.retain(|finding| !before.contains(finding));
        after
    }

    /// How many records of this unit the union lacks, at least.
    pub(super) fn missing(&self, held: &Held, file: &File) -> usize {
        let entries = held.entries.iter().chain(&self.entries);
        missing(&self.weave, entries, &self.lost, |by| {
            held.book.was_named(&by.unit) || file.unit.as_ref() == Some(&by.unit)
        })
    }

    /// How many matters are new, and how many get new records.
    pub(super) fn matters(&self, held: &Held) -> (usize, usize) {
        let mut touched: Vec<Id> = self
            .entries
            .iter()
            .filter(|entry| entry.subject.kind == SubjectKind::Matter)
            .map(|entry| entry.subject.id)
            .collect();
        sort_by(&mut touched, Ord::cmp);
        touched.dedup();
        let known = touched.iter().filter(|id| held.book.matter(**id).is_some()).count();
        (touched.len() - known, known)
    }
}
