//! Contacts of an open ledger: read, written, wiped one by one or many at once.

use super::{Journal, write};
use crate::contact::{Contact, Stored};
use crate::event_store::{Batch, EventStore, StoreError};
use jieyou_domain::Subject;

impl<S: EventStore> Journal<S> {
    /// The contact of a subject; none when there is none or it was wiped.
    pub fn contact(&self, subject: Subject) -> Option<Contact> {
        self.stored_contact(subject)?.contact
    }

    /// Whether the contact of a subject was wiped.
    pub fn is_wiped(&self, subject: Subject) -> bool {
        self.stored_contact(subject).is_some_and(|stored| stored.contact.is_none())
    }

    fn stored_contact(&self, subject: Subject) -> Option<Stored> {
        Stored::read(self.held.contacts.get(&subject.to_string())?)
    }

    /// Writes the contact of a subject, or wipes it and leaves a tombstone.
    ///
    /// # Errors
    ///
    /// Returns what the machine says; nothing changed then.
    pub async fn set_contact(
        &mut self,
        subject: Subject,
        contact: Option<Contact>,
        now_ms: u64,
    ) -> Result<(), StoreError> {
        // What another tab wrote has to be known: it may have wiped.
        self.refresh().await?;
        let contact = contact.filter(|_| write::may_be_named(subject));
        let at = self.held.clock.tick(now_ms);
        let text = Stored::after(self.stored_contact(subject).as_ref(), contact, at).text();
        let contacts = vec![(subject.to_string(), text)];
        let batch = Batch { contacts, ..Batch::default() };
        self.append_beside(&batch).await?;
        self.held.take_contacts(batch.contacts);
        Ok(())
    }

    /// The subjects that somebody can be reached of.
    pub fn contacts(&self) -> Vec<Subject> {
        let known =
            self.held.contacts.iter().filter(|(_, text)| {
                Stored::read(text).is_some_and(|stored| stored.contact.is_some())
            });
        known.filter_map(|(subject, _)| subject.parse().ok()).collect()
    }

    /// Wipes the contacts of many subjects at once, and leaves tombstones. Returns of how
    /// many.
    ///
    /// # Errors
    ///
    /// Returns what the machine says; nothing changed then.
    pub async fn wipe_contacts(
        &mut self,
        subjects: &[Subject],
        now_ms: u64,
    ) -> Result<usize, StoreError> {
        self.refresh().await?;
        let at = self.held.clock.tick(now_ms);
        let mut batch = Batch::default();
        for subject in subjects {
            let old = self.stored_contact(*subject).filter(|stored| stored.contact.is_some());
            if let Some(old) = old {
                let text = Stored::after(Some(&old), None, at).text();
                batch.contacts.push((subject.to_string(), text));
            }
        }
        self.append_beside(&batch).await?;
        let wiped = batch.contacts.len();
        self.held.take_contacts(batch.contacts);
        Ok(wiped)
    }
}
