//! The journal: the only way to write. It decides, appends, and only then applies;
//! the book never shows what is not on disk.
//!
//! Any tab may write. When another was first, the tail is loaded and the command is
//! decided again on what is true now.

mod believed;
mod contacts;
mod held;
mod missing;
mod opening;
mod redact;
mod reread;
#[cfg(test)]
mod tests;
mod write;

pub use believed::{About, Believed};
pub(crate) use held::{Held, add_to_sum, read_lines};
pub(crate) use missing::{lost_of, missing};
pub(crate) use opening::unwatched;
pub use opening::{Pace, Progress, Step, Watch};
pub use redact::Redact;
pub(crate) use reread::after_writing;
pub(crate) use write::meta_after;

use crate::chain::{ChainFinding, Conflict, Weave, conflicts, find};
use crate::contact::Contact;
use crate::event_store::{Batch, EventStore, Loaded, Seq, StoreError, meta};
use jieyou_domain::facts::By;
use jieyou_domain::ledger::{Book, Command, Rejection, decide_all};
use jieyou_domain::{Date, EntryId, Realm, Subject};
use std::pin::Pin;
use std::sync::Arc;
use thiserror::Error;
use write::Draft;

/// How often a command is decided again because another tab was first.
const ATTEMPTS: usize = 32;

/// Texts that the app keeps beside the records stand under this prefix.
const APP: &str = "app.";

/// Why a command left no trace.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum SubmitError {
    /// The ledger refuses.
    #[error("submit/rejected")]
    Rejected(Rejection),
    /// The machine could not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A database that was not opened. The store is handed back, so that its lines can be
/// saved; they are never replaced.
#[derive(Debug)]
pub struct NotOpened<S> {
    /// The first thing wrong.
    pub error: StoreError,
    /// Everything wrong.
    pub all: Vec<StoreError>,
    /// Where the lines are.
    pub store: S,
}

/// One open ledger.
#[derive(Debug)]
pub struct Journal<S> {
    store: S,
    realm: Realm,
    held: Held,
    /// What was found where something stored cannot be believed: nothing is written then,
    /// and nothing read again.
    believed: Option<Believed>,
    pace: Pace,
}

impl<S: EventStore> Journal<S> {
    /// Opens a ledger: reads, verifies and folds everything. An empty store is an empty
    /// ledger; nothing is written before the first command.
    ///
    /// # Errors
    ///
    /// Returns the store together with what is wrong.
    pub async fn open(store: S, realm: Realm) -> Result<Self, NotOpened<S>> {
        Self::open_watched(store, realm, &mut opening::unwatched).await
    }

    /// Like [`Self::open`]; `watch` is told how far it is, and may say stop.
    ///
    /// # Errors
    ///
    /// Returns the store together with what is wrong; `Stopped` when `watch` said so.
    pub async fn open_watched(
        store: S,
        realm: Realm,
        watch: &mut Watch<'_>,
    ) -> Result<Self, NotOpened<S>> {
        match Held::read(&store, realm, watch).await {
            Ok(held) => Ok(Self { store, realm, held, believed: None, pace: opening::at_once }),
            Err(all) => {
                let error = all.first().cloned().unwrap_or(StoreError::Unavailable);
                Err(NotOpened { error, all, store })
            }
        }
    }

    /// What is true.
    pub fn book(&self) -> &Arc<Book> {
        &self.held.book
    }

    /// The key of the last record: changes with every record.
    pub fn seq(&self) -> Seq {
        self.held.seq
    }

    /// The milliseconds of the last record; 0 when there is none.
    pub fn last_ms(&self) -> u64 {
        self.held.meta.get(meta::LAST).and_then(|ms| ms.parse().ok()).unwrap_or_default()
    }

    /// Real or training.
    pub fn realm(&self) -> Realm {
        self.realm
    }

    /// The links between the records.
    pub fn weave(&self) -> &Weave {
        &self.held.weave
    }

    /// The store.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Lets the page answer by `pace` wherever the whole ledger is read again.
    pub fn set_pace(&mut self, pace: Pace) {
        self.pace = pace;
    }

    pub(crate) async fn breathe(&self) {
        (self.pace)().await;
    }

    pub(crate) fn held(&self) -> &Held {
        &self.held
    }

    /// Writes a batch after the last record known.
    async fn append(&self, batch: &Batch) -> Result<Seq, StoreError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly);
        }
        self.store.append(self.held.seq, batch).await
    }

    /// Decides a command and writes what follows from it.
    ///
    /// `random` fills a slice with random bytes.
    ///
    /// # Errors
    ///
    /// Returns why nothing was written.
    pub async fn submit(
        &mut self,
        command: Command,
        today: Date,
        by: By,
        now_ms: u64,
        mut random: impl FnMut(&mut [u8]),
    ) -> Result<Vec<EntryId>, SubmitError> {
        let draft = Draft { commands: vec![command], contact: None, note: None, today, by, now_ms };
        self.submit_draft(draft, &mut random).await
    }

    /// Like [`Self::submit`], with a contact of `contact.0` in the same transaction.
    ///
    /// # Errors
    ///
    /// Returns why nothing was written.
    pub async fn submit_with_contact(
        &mut self,
        command: Command,
        contact: (Subject, Contact),
        today: Date,
        by: By,
        now_ms: u64,
        mut random: impl FnMut(&mut [u8]),
    ) -> Result<Vec<EntryId>, SubmitError> {
        let (commands, contact) = (vec![command], Some(contact));
        let draft = Draft { commands, contact, note: None, today, by, now_ms };
        self.submit_draft(draft, &mut random).await
    }

    /// Like [`Self::submit`], with many commands in order, all or none in one transaction.
    /// `note` is a text that the app keeps with the ledger ([`Self::recall`]), key and
    /// text, written in the same transaction.
    ///
    /// # Errors
    ///
    /// Returns why nothing was written.
    pub async fn submit_all(
        &mut self,
        commands: Vec<Command>,
        note: Option<(&str, String)>,
        today: Date,
        by: By,
        now_ms: u64,
        mut random: impl FnMut(&mut [u8]),
    ) -> Result<Vec<EntryId>, SubmitError> {
        let note = note.map(|(key, text)| (format!("{APP}{key}"), text));
        let draft = Draft { commands, contact: None, note, today, by, now_ms };
        self.submit_draft(draft, &mut random).await
    }

    async fn submit_draft(
        &mut self,
        draft: Draft,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Vec<EntryId>, SubmitError> {
        if draft.contact.is_some() {
            // What another tab wrote has to be known: it may have wiped.
            self.refresh().await?;
        }
        for _ in 0..ATTEMPTS {
            let drafted = decide_all(&self.held.book, draft.commands.clone(), draft.today)
                .map_err(|(_, why)| SubmitError::Rejected(why))?;
            let (records, batch) = self.held.write(drafted, &draft, self.realm, random);
            match self.append(&batch).await {
                Ok(_) => {
                    self.held.extend(&records);
                    self.held.meta.extend(batch.meta);
                    self.held.take_contacts(batch.contacts);
                    return Ok(records.iter().map(|record| record.id).collect());
                }
                Err(StoreError::Moved) => drop(self.refresh().await?),
                Err(error) => {
                    self.look_again(error, &batch, &records).await?;
                    return Ok(records.iter().map(|record| record.id).collect());
                }
            }
        }
        Err(StoreError::Moved.into())
    }

    /// Takes in what other tabs wrote. Returns whether anything was new.
    ///
    /// # Errors
    ///
    /// Returns what is wrong; the book stays as it was.
    pub async fn refresh(&mut self) -> Result<bool, StoreError> {
        if self.is_read_only() {
            return Ok(false);
        }
        let tail = self.store.load_after(self.held.seq).await?;
        let is_new = !tail.records.is_empty()
            || tail.contacts != self.held.contacts
            || tail.meta != self.held.meta;
        if !self.held.take(&tail, self.realm)? {
            self.reload().await?;
        }
        Ok(is_new)
    }

    /// Reads and folds everything again.
    ///
    /// # Errors
    ///
    /// Returns what is wrong; the book stays as it was.
    pub async fn reload(&mut self) -> Result<(), StoreError> {
        if self.is_read_only() {
            return Ok(());
        }
        let pace = self.pace;
        let mut watch = move |_: Progress| -> Pin<Box<dyn Future<Output = bool>>> {
            Box::pin(async move {
                pace().await;
                true
            })
        };
        let read = Held::read(&self.store, self.realm, &mut watch).await;
        self.held = read.map_err(|mut all| all.swap_remove(0))?;
        Ok(())
    }

    /// A text that the app keeps with this ledger.
    pub fn recall(&self, key: &str) -> Option<&str> {
        self.held.meta.get(&format!("{APP}{key}")).map(String::as_str)
    }

    /// Keeps a text with this ledger: when the last copy was verified, for instance.
    /// It is no record and is not exported.
    ///
    /// # Errors
    ///
    /// Returns what the machine says; nothing changed then.
    pub async fn remember(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        let meta = vec![(format!("{APP}{key}"), text.to_owned())];
        let batch = Batch { meta, ..Batch::default() };
        self.append_beside(&batch).await?;
        self.held.meta.extend(batch.meta);
        Ok(())
    }

    /// Fields written twice without either writer knowing of the other.
    pub fn conflicts(&self) -> Vec<Conflict> {
        conflicts(&self.held.weave, &self.held.entries)
    }

    /// What a strict reader would object to in the chains.
    pub fn findings(&self, now_ms: u64) -> Vec<ChainFinding> {
        find(&self.held.weave, now_ms)
    }
}

/// Everything in a database as text, line by line, whatever it is worth: the first thing
/// a page about damage offers.
pub fn raw_text(loaded: &Loaded) -> String {
    let mut text = String::new();
    for (_, line) in &loaded.records {
        text.push_str(line);
        text.push('\n');
    }
    for (subject, contact) in loaded.contacts.iter() {
        text.push_str(subject);
        text.push('\t');
        text.push_str(contact);
        text.push('\n');
    }
    text
}
