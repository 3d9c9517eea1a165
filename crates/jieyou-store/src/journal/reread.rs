//! After a write that could not be read back: nothing is claimed until it was looked for.
//!
//! A transaction that ended well is on disk, whatever a failed reading says afterwards. To
//! call it not saved would make a person write it twice; to call it saved would be a guess.

use super::held::Held;
use super::{APP, Journal};
use crate::contact;
use crate::event_store::{Batch, EventStore, StoreError, meta};
use crate::record::Record;

impl<S: EventStore> Journal<S> {
    /// Looks whether a batch that could not be read back is there after all; what is there
    /// was written. After any other error nothing was.
    pub(super) async fn look_again(
        &mut self,
        error: StoreError,
        batch: &Batch,
        records: &[Record],
    ) -> Result<(), StoreError> {
        if !matches!(error, StoreError::Unread | StoreError::Damaged { .. }) {
            return Err(error);
        }
        self.refresh().await.map_err(after_writing)?;
        if self.held.holds(batch, records) { Ok(()) } else { Err(error) }
    }

    /// Writes a batch without records.
    pub(crate) async fn append_beside(&mut self, batch: &Batch) -> Result<(), StoreError> {
        match self.append(batch).await {
            Ok(_) => Ok(()),
            Err(error) => self.look_again(error, batch, &[]).await,
        }
    }
}

/// What a failed reading means after something was written: whether it is there is not
/// known, unless the reading says what is wrong with it.
pub(crate) fn after_writing(error: StoreError) -> StoreError {
    match error {
        damaged @ StoreError::Damaged { .. } => damaged,
        _ => StoreError::Unread,
    }
}

impl Held {
    /// Whether what a batch wrote is here; `records` are those behind its lines.
    fn holds(&self, batch: &Batch, records: &[Record]) -> bool {
        let is_own =
            |key: &str| key.starts_with(APP) || [meta::IMPORTS, meta::NOTES].contains(&key);
        let mut texts = batch.meta.iter().filter(|(key, _)| is_own(key));
        records.iter().all(|record| self.weave.contains(record.id))
            && batch.contacts.iter().all(|(subject, text)| !self.would_take(subject, text))
            && texts.all(|(key, text)| self.meta.get(key) == Some(text))
    }

    fn would_take(&self, subject: &String, text: &str) -> bool {
        contact::prefer(self.contacts.get(subject).map(String::as_str), text)
    }

    /// Takes contacts that are on disk, as the disk takes them.
    pub(super) fn take_contacts(&mut self, written: Vec<(String, String)>) {
        for (subject, text) in written {
            if self.would_take(&subject, &text) {
                self.contacts.insert(subject, text);
            }
        }
    }
}
