//! Auditing what is on disk, part by part, and a file.

use super::{Asked, Auditor, Head, Report, Writer, heads};
use crate::backup::{ImportError, audit_file};
use crate::event_store::{EventStore, Seq, StoreError, meta};
use crate::journal::{Journal, Progress, Step, Watch, add_to_sum};
use jieyou_domain::EntryId;

impl<S: EventStore> Journal<S> {
    /// The last records of all chains, as they are known here, each with who wrote it.
    pub fn heads(&self) -> Vec<(Head, Writer)> {
        heads(&self.held().weave).into_iter().map(|head| (head, self.writer(&head))).collect()
    }

    fn writer(&self, head: &Head) -> Writer {
        let held = self.held();
        let own = held.meta.get(meta::ORIGIN).and_then(|origin| origin.parse().ok());
        if own == Some(head.origin) {
            return Writer::Here;
        }
        let entry = held.entries.iter().rfind(|entry| entry.id == head.id);
        let unit = entry.map(|entry| entry.by.unit.clone()).unwrap_or_default();
        match self.book().unit() {
            Some(own) if own.name == unit => Writer::SameUnit,
            _ => Writer::Unit(unit),
        }
    }

    /// Audits a file, and compares it with the chains here.
    ///
    /// # Errors
    ///
    /// Returns why it is no file of this program.
    pub fn audit_file(&self, text: &str, asked: Vec<Asked>) -> Result<Report, ImportError> {
        audit_file(text, asked, Some(&self.held().weave))
    }

    /// Reads everything on disk anew, verifies it, and compares it with printed codes.
    /// `watch` is told how far it is.
    ///
    /// # Errors
    ///
    /// Returns what the machine says, or that it was stopped.
    pub async fn audit(
        &self,
        asked: Vec<Asked>,
        watch: &mut Watch<'_>,
    ) -> Result<Report, StoreError> {
        let store = self.store();
        let all = usize::try_from(store.size().await?).unwrap_or(usize::MAX);
        let mut reading = Reading::default();
        loop {
            let lines = store.part(reading.seq).await?;
            if lines.is_empty() {
                break;
            }
            reading.take(&lines);
            let done = usize::try_from(reading.seq).unwrap_or(usize::MAX);
            if !watch(Progress { step: Step::Reading, done, all }).await {
                return Err(StoreError::Stopped);
            }
        }
        let rest = store.load_after(reading.seq).await?;
        reading.take(&rest.records);
        let sum = reading.sum.map(|sum| sum.to_string()).unwrap_or_default();
        let stored = rest.meta.get(meta::SUM).map(String::as_str).unwrap_or_default();
        let adds_up = sum == stored && !reading.has_hole;
        Ok(reading.auditor.finish(asked, None, adds_up))
    }
}

#[derive(Default)]
struct Reading {
    seq: Seq,
    has_hole: bool,
    sum: Option<EntryId>,
    auditor: Auditor,
}

impl Reading {
    fn take(&mut self, lines: &[(Seq, String)]) {
        for (seq, line) in lines {
            self.has_hole |= *seq != self.seq + 1;
            self.seq = *seq;
            if let Some(id) = self.auditor.take(line) {
                self.sum = Some(add_to_sum(self.sum, id));
            }
        }
    }
}
