//! What is taken away for good: parts of entries, contacts.

use super::Session;
use crate::browser::random;
use jieyou_domain::facts::By;
use jieyou_domain::{Id, Subject};
use jieyou_store::event_store::StoreError;
use jieyou_store::journal::{Redact, SubmitError};

impl Session {
    /// Redacts a part of what was written about a matter; of how many entries. Drafts about
    /// the matter go with it: they may hold the old text.
    ///
    /// # Errors
    ///
    /// Returns why nothing was written.
    pub(crate) async fn redact(
        self,
        matter: Id,
        what: &Redact,
        post: &str,
    ) -> Result<usize, SubmitError> {
        let mut journal = self.take().await;
        let by = By { post: post.to_owned(), ..self.by() };
        let when = (self.today.get_untracked(), by, self.now());
        let result = journal.redact(matter, what, when, random::fill).await;
        if result.is_ok() {
            self.drafts.forget_about(&matter.to_string());
        }
        self.after_writing(&journal, result.is_ok(), false);
        self.give_back(journal).await;
        result.map(|records| records.len())
    }

    /// The subjects that somebody can be reached of.
    pub(crate) fn contacts(self) -> Vec<Subject> {
        self.inner().journal.borrow().as_ref().map(|j| j.contacts()).unwrap_or_default()
    }

    /// Wipes the contacts of many matters for good; of how many.
    pub(crate) async fn wipe_contacts(self, subjects: &[Subject]) -> Result<usize, StoreError> {
        let mut journal = self.take().await;
        let result = journal.wipe_contacts(subjects, self.now()).await;
        self.after_writing(&journal, result.is_ok(), false);
        self.give_back(journal).await;
        result
    }
}
