//! Files that were read in: listed, set aside, taken back. Nothing is removed by that.

use super::import::ImportPlan;
use super::merge::Merged;
use super::sift::File;
use crate::event_store::{Batch, EventStore, Seq, StoreError, meta};
use crate::journal::{Journal, after_writing};
use crate::local::{self, Aside, Came, Imported, Runs};
use crate::record::Record;
use jieyou_domain::compact::Map;
use jieyou_domain::{Date, EntryId, Subject};

impl<S: EventStore> Journal<S> {
    /// The files that were read in, in order.
    pub fn imports(&self) -> Vec<Imported> {
        local::imports(&self.held().meta)
    }

    /// The batch of a merge, with the file in the list where it brought anything. A ledger
    /// that is restored keeps the list that its copy brought.
    pub(super) fn listed(&self, plan: &ImportPlan, merged: Merged, on: Date) -> Batch {
        let mut batch = merged.batch;
        if self.seq() == 0 {
            let imports = plan.file().imports_at(&merged.new);
            if !imports.is_empty() {
                batch.meta.push(local::text(&imports));
            }
            return batch;
        }
        if batch.records.is_empty() && merged.back == 0 {
            return batch;
        }
        let mut all = self.imports();
        let keys = (1..).take(batch.records.len()).map(|n| self.seq().saturating_add(n));
        all.push(Imported {
            n: all.last().map_or(1, |last| last.n.saturating_add(1)),
            on,
            unit: plan.from.clone(),
            exported_on: plan.exported_on,
            purpose: plan.purpose,
            file: plan.name.clone(),
            at: Some(plan.now_ms),
            contacts: u32::try_from(merged.contacts.new + merged.contacts.changed).ok(),
            new: Runs::new(keys.collect()),
            known: merged.known,
            aside: None,
        });
        batch.meta.push(local::text(&all));
        batch
    }

    /// How some records came here.
    ///
    /// # Errors
    ///
    /// Returns what the machine says.
    pub async fn came(&self, ids: &[EntryId]) -> Result<Vec<(EntryId, Came)>, StoreError> {
        let (imports, mut came, mut at) = (self.imports(), Vec::new(), 0);
        let own = self.held().meta.get(meta::ORIGIN);
        while came.len() < ids.len() {
            let lines = self.store().part(at).await?;
            let Some((last, _)) = lines.last() else { break };
            at = *last;
            for (seq, line) in &lines {
                let Ok(record) = Record::read(line) else { continue };
                if ids.contains(&record.id) {
                    let with = imports.iter().find(|import| import.new.contains(*seq));
                    let is_own = own.is_some_and(|own| *own == record.head.origin.to_string());
                    let how = match with {
                        Some(import) => Came::With(import.clone()),
                        None if is_own => Came::Here,
                        None => Came::Before,
                    };
                    came.push((record.id, how));
                }
            }
            self.breathe().await;
        }
        Ok(came)
    }

    /// The entries of the book that were written after a file was read in, about the same
    /// things, and that the book would keep without it: what builds on it.
    pub async fn building_on(&self, n: u32) -> Result<Vec<(Subject, EntryId)>, StoreError> {
        let Some(import) = self.imports().into_iter().find(|i| i.n == n) else {
            return Ok(Vec::new());
        };
        let loaded = self.store().load().await?;
        let last = import.new.last().unwrap_or(Seq::MAX);
        let mut about: Vec<String> = Vec::new();
        let mut building = Vec::new();
        for (seq, line) in &loaded.records {
            let Ok(record) = Record::read(line) else { continue };
            if import.new.contains(*seq) {
                about.push(record.head.subject);
            } else if *seq > last
                && !self.held().aside.contains(*seq)
                && about.contains(&record.head.subject)
                && let Some(subject) = record.head.subject()
            {
                building.push((subject, record.id));
            }
        }
        Ok(building)
    }

    /// Sets a file aside: its records stay, and the book does not hold them, but for those
    /// that another file brought as well.
    ///
    /// # Errors
    ///
    /// Returns what the machine says; nothing changed then.
    pub async fn set_aside(&mut self, n: u32, aside: Aside) -> Result<(), StoreError> {
        self.mark(n, Some(aside)).await
    }

    /// Takes a file back that was set aside.
    ///
    /// # Errors
    ///
    /// Returns what the machine says; nothing changed then.
    pub async fn take_back(&mut self, n: u32) -> Result<(), StoreError> {
        self.mark(n, None).await
    }

    async fn mark(&mut self, n: u32, aside: Option<Aside>) -> Result<(), StoreError> {
        // What another tab read in has to be known.
        self.refresh().await?;
        let mut all = self.imports();
        for import in all.iter_mut().filter(|import| import.n == n) {
            import.aside.clone_from(&aside);
        }
        let batch = Batch { meta: vec![local::text(&all)], ..Batch::default() };
        self.append_beside(&batch).await?;
        self.reload().await.map_err(after_writing)
    }
}

impl File {
    /// The files that the ledger of a copy had read in, said of the ledger that it restores:
    /// where a line is not let in, the keys behind it are others than there.
    fn imports_at(&self, new: &[EntryId]) -> Vec<Imported> {
        let given = self.keys.iter().map(|(_, id)| id);
        let is_whole = given.eq(new) && self.keys.iter().zip(1..).all(|((key, _), n)| *key == n);
        let last = Seq::try_from(new.len()).unwrap_or(Seq::MAX);
        let mut runs = self.imports.iter().flat_map(|import| [&import.new, &import.known]);
        // Nor does a list speak of records that are not written yet.
        if is_whole && runs.all(|runs| runs.last().is_none_or(|run| run <= last)) {
            return self.imports.clone();
        }
        let here: Map<EntryId, Seq> = new.iter().copied().zip(1..).collect();
        let keys: Vec<(Seq, Seq)> =
            self.keys.iter().filter_map(|(key, id)| Some((*key, *here.get(id)?))).collect();
        let runs = |there: &Runs| {
            let found = keys.iter().filter(|(key, _)| there.contains(*key));
            Runs::new(found.map(|(_, key)| *key).collect())
        };
        let mut imports = self.imports.clone();
        for import in &mut imports {
            (import.new, import.known) = (runs(&import.new), runs(&import.known));
        }
        imports
    }
}
