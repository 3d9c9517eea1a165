//! Many commands at once, with a text that is kept beside the ledger.

use super::Session;
use crate::browser::{clock, random};
use jieyou_domain::EntryId;
use jieyou_domain::ledger::Command;
use jieyou_store::journal::SubmitError;

impl Session {
    /// Asks the ledger to record many things at once, all or none in one transaction, with
    /// a text that is kept beside it: key and text.
    ///
    /// # Errors
    ///
    /// Returns why nothing was written.
    pub(crate) async fn submit_all(
        self,
        commands: Vec<Command>,
        note: Option<(&'static str, String)>,
    ) -> Result<Vec<EntryId>, SubmitError> {
        self.check_clock()?;
        let mut journal = self.take().await;
        let (today, by, now) = (self.today.get_untracked(), self.by(), clock::now_ms());
        let first_matter = self.book.with_untracked(|b| b.matters().next().is_none());
        let result = journal.submit_all(commands, note, today, by, now, random::fill).await;
        self.written(&result);
        self.after_writing(&journal, result.is_ok(), first_matter);
        self.give_back(journal).await;
        result
    }

    /// A text kept beside the ledger; empty when there is none.
    pub(crate) fn recall(self, key: &str) -> String {
        let inner = self.inner();
        let journal = inner.journal.borrow();
        journal.as_ref().and_then(|j| j.recall(key)).unwrap_or_default().to_owned()
    }
}
