//! 查账: what is on disk, and files, against printed codes.

use super::Session;
use crate::browser::page;
use jieyou_store::audit::{Asked, Head, Report, Writer};
use jieyou_store::backup::ImportError;
use jieyou_store::event_store::StoreError;
use jieyou_store::journal::Progress;
use std::pin::Pin;

impl Session {
    /// The last records of all chains, each with who wrote it.
    pub(crate) fn heads(self) -> Vec<(Head, Writer)> {
        let inner = self.inner();
        if let Some(journal) = inner.journal.borrow().as_ref() {
            *inner.heads.borrow_mut() = journal.heads();
        }
        inner.heads.borrow().clone()
    }

    /// Reads everything on disk anew, and lights the lamp where something does not check.
    /// `tell` is told how far it is, and says whether to go on.
    pub(crate) async fn audit(
        self,
        asked: Vec<Asked>,
        tell: impl Fn(usize, usize) -> bool,
    ) -> Result<Report, StoreError> {
        let journal = self.take().await;
        let mut watch = |progress: Progress| {
            let goes_on = tell(progress.done, progress.all);
            let breath = async move {
                page::sleep(0).await;
                goes_on
            };
            Box::pin(breath) as Pin<Box<dyn Future<Output = bool>>>
        };
        let result = journal.audit(asked, &mut watch).await;
        self.give_back(journal).await;
        if let Ok(report) = &result {
            self.damaged.set(!report.is_sound());
        }
        result
    }

    /// Audits a file, and compares it with the ledger here.
    pub(crate) async fn audit_file(
        self,
        text: &str,
        asked: Vec<Asked>,
    ) -> Result<Report, ImportError> {
        let journal = self.take().await;
        let result = journal.audit_file(text, asked);
        self.give_back(journal).await;
        result
    }
}
