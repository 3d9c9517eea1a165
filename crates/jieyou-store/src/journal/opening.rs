//! Reading a ledger part by part: what was read is verified and let go, so that a large
//! ledger never lies in memory as text, and the page breathes in between.
//!
//! What is wrong is only noticed here. Everything is then read again at once, to name all of
//! it: that may take long, and need not be fast.

use super::held::{Held, check_meta, each_record};
use crate::chain::Link;
use crate::event_store::{EventStore, Seq, StoreError, meta};
use crate::local;
use crate::record::{self, Body, REDACTION, Record};
use jieyou_domain::compact::Map;
use jieyou_domain::facts::By;
use jieyou_domain::ledger::{Book, Entry, Event};
use jieyou_domain::{EntryId, Realm};
use serde_json::Value;
use std::pin::Pin;
use std::sync::Arc;

/// How many matters are folded between two breaths.
const FOLDED: usize = if cfg!(test) { 1 } else { 250 };

/// How many entries are laid to their matters between two breaths.
const GATHERED: usize = 5_000;

/// How many writers are looked through for one that wrote before.
const WRITERS: usize = 64;

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Lines are read and verified.
    Reading,
    /// Matters are folded.
    Folding,
}

/// How far opening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// How many lines, or matters, are done.
    pub done: usize,
    /// Of how many.
    pub all: usize,
}

/// Told how far it is; answers when to go on, and whether.
pub type Watch<'a> = dyn FnMut(Progress) -> Pin<Box<dyn Future<Output = bool>>> + 'a;

/// Lets the page answer, now and then, while a ledger is read again.
pub type Pace = fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// Nobody waits for an answer.
pub(crate) fn at_once() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(std::future::ready(()))
}

/// Nobody watches.
pub(crate) fn unwatched(_: Progress) -> Pin<Box<dyn Future<Output = bool>>> {
    Box::pin(std::future::ready(true))
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    held: Held,
    redactions: Vec<Record>,
    /// The type of each record that is redacted, and the record that says so.
    redacted: Vec<(EntryId, String, EntryId)>,
    /// Parents that are not here yet.
    missing: Map<EntryId, ()>,
    /// The last that were met first.
    writers: Vec<Arc<By>>,
    /// Whether a parent came after its child.
    is_out_of_order: bool,
}

impl Held {
    /// Verifies and folds everything in a store.
    pub(crate) async fn read(
        store: &impl EventStore,
        realm: Realm,
        watch: &mut Watch<'_>,
    ) -> Result<Self, Vec<StoreError>> {
        let one = |error| vec![error];
        match Self::read_in_parts(store, realm, watch).await.map_err(one)? {
            Some(held) => Ok(held),
            None => Self::build(&store.load().await.map_err(one)?, realm),
        }
    }

    /// None when something is wrong with the lines.
    async fn read_in_parts(
        store: &impl EventStore,
        realm: Realm,
        watch: &mut Watch<'_>,
    ) -> Result<Option<Self>, StoreError> {
        let all = count(store.size().await?);
        let before = store.texts().await?;
        let mut reading = Reading::default();
        reading.held.aside = local::aside(&local::imports(&before));
        reading.held.make_room(all);
        loop {
            let lines = store.part(reading.held.seq).await?;
            if lines.is_empty() {
                break;
            }
            if !reading.take(&lines, realm) {
                return Ok(None);
            }
            go_on(watch, Step::Reading, count(reading.held.seq), all).await?;
        }
        // The rest, and everything beside the lines, at one moment.
        let rest = store.load_after(reading.held.seq).await?;
        check_meta(&rest.meta, realm)?;
        if !reading.take(&rest.records, realm) {
            return Ok(None);
        }
        let redacted = record::notes(record::redactions(&reading.redactions));
        let Some(mut held) = reading.finish() else { return Ok(None) };
        (held.meta, held.contacts) = (rest.meta, rest.contacts);
        // What changed after its part was read is read again with all else.
        let moved = |key: &&str| held.meta.get(*key) != before.get(*key);
        if !held.adds_up() || [meta::BODIES, meta::IMPORTS].iter().any(moved) {
            return Ok(None);
        }
        let mut book = Book::new().with_redacted(redacted);
        for entries in held.entries.chunks(GATHERED) {
            book.gather(entries);
            go_on(watch, Step::Reading, all, all).await?;
        }
        let (mut last, mut done, all) = (None, 0, book.all_matters().count());
        loop {
            last = book.settle(last, FOLDED);
            if last.is_none() {
                break;
            }
            done = all.min(done + FOLDED);
            go_on(watch, Step::Folding, done, all).await?;
        }
        held.book = Arc::new(book);
        Ok(Some(held))
    }
}

fn count(seq: Seq) -> usize {
    usize::try_from(seq).unwrap_or(usize::MAX)
}

async fn go_on(
    watch: &mut Watch<'_>,
    step: Step,
    done: usize,
    all: usize,
) -> Result<(), StoreError> {
    if watch(Progress { step, done, all }).await { Ok(()) } else { Err(StoreError::Stopped) }
}

impl Reading {
    /// Verifies lines and keeps what they say; whether nothing is wrong with them.
    fn take(&mut self, lines: &[(Seq, String)], realm: Realm) -> bool {
        let after = self.held.seq;
        each_record(lines, after, realm, &mut |record, data| self.keep(record, data)).is_ok()
    }

    fn keep(&mut self, record: Record, data: Option<Value>) {
        self.held.note(&record);
        self.weave(Link::of(&record));
        if !self.held.aside.contains(self.held.seq) {
            let by = self.writer(&record.head.by);
            self.held.entries.extend(record::entry_of(&record, data, by));
        }
        if let Body::Redacted { by } = record.body {
            self.redacted.push((record.id, record.head.code, by));
        } else if record.head.code == REDACTION {
            self.redactions.push(record);
        }
    }

    /// The writer of a record, as the records before share it.
    fn writer(&mut self, by: &By) -> Arc<By> {
        if let Some(known) = self.writers.iter().find(|known| ***known == *by) {
            return Arc::clone(known);
        }
        let new = Arc::new(by.clone());
        if self.writers.len() == WRITERS {
            self.writers.remove(0);
        }
        self.writers.push(Arc::clone(&new));
        new
    }

    fn weave(&mut self, link: Link) {
        let weave = &mut self.held.weave;
        self.is_out_of_order |= self.missing.contains_key(&link.id);
        for parent in link.prev.iter().chain(&link.seen) {
            if !weave.contains(*parent) {
                self.missing.insert(*parent, ());
            }
        }
        weave.add(link);
    }

    /// What only all records together can show; none when something is wrong.
    fn finish(mut self) -> Option<Held> {
        if self.is_out_of_order {
            self.held.weave.weave_anew();
        }
        let weave = &self.held.weave;
        if self.redacted.iter().any(|(_, _, by)| !weave.contains(*by)) {
            return None;
        }
        if !weave.broken().is_empty() {
            return None;
        }
        if !self.redactions.is_empty() {
            self.redact();
        }
        Some(self.held)
    }

    /// Puts what redactions say in the place of what they redact.
    fn redact(&mut self) {
        let redactions = record::redactions(&self.redactions);
        for entry in &mut self.held.entries {
            let Some(redaction) = redactions.get(&entry.id) else { continue };
            let code = match &entry.event {
                Some(event) => Some(event.kind().code()),
                None => {
                    let known = self.redacted.iter().find(|(id, _, _)| *id == entry.id);
                    known.map(|(_, code, _)| code.as_str())
                }
            };
            let event = code.and_then(|code| Event::from_parts(code, redaction.data.clone()).ok());
            *entry = Arc::new(Entry { event, ..Entry::clone(entry) });
        }
    }
}
