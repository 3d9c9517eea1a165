//! Files that were read in: taken back, let in again, what of them was not let in; and what
//! two computers wrote differently. The journal does it; here its answer is shown.

use super::Session;
use crate::backend::Backend;
use crate::browser::task;
use jieyou_domain::{EntryId, Subject};
use jieyou_store::Journal;
use jieyou_store::backup::ImportFailed;
use jieyou_store::chain::ChainFinding;
use jieyou_store::event_store::StoreError;
use jieyou_store::local::{Apart, Aside, Imported, Note};
use jieyou_view::text::merge;

/// What the page of files read in shows.
#[derive(Clone, Default)]
pub(crate) struct ReadIn {
    /// The files.
    pub(crate) imports: Vec<Imported>,
    /// What of them was not let in.
    pub(crate) notes: Vec<Note>,
    /// What a strict reader objects to.
    pub(crate) findings: Vec<ChainFinding>,
}

/// How many records of files wait for their day, and how many were not let in.
pub(super) fn apart(journal: &Journal<Backend>) -> (u32, u32) {
    let mut apart = (0, 0);
    for note in journal.notes().into_iter().filter(|note| note.settled.is_none()) {
        *(if note.waits { &mut apart.0 } else { &mut apart.1 }) += note.count;
    }
    apart
}

/// How many of the files are taken back.
pub(super) fn aside(imports: &[Imported]) -> usize {
    imports.iter().filter(|import| import.aside.is_some()).count()
}

impl Session {
    /// The files that were read in, and what came of them.
    pub(crate) async fn read_in(self) -> ReadIn {
        let journal = self.take().await;
        let read = ReadIn {
            imports: journal.imports(),
            notes: journal.notes(),
            findings: journal.findings(self.now()),
        };
        self.give_back(journal).await;
        read
    }

    /// What was recorded since on the matters of a file.
    pub(crate) async fn building_on(self, n: u32) -> Result<Vec<(Subject, EntryId)>, StoreError> {
        let journal = self.take().await;
        let result = journal.building_on(n).await;
        self.give_back(journal).await;
        result
    }

    /// Takes a file back, or lets it in again.
    pub(crate) async fn mark_import(self, n: u32, aside: Option<Aside>) -> Result<(), StoreError> {
        let mut journal = self.take().await;
        let result = match aside {
            Some(aside) => journal.set_aside(n, aside).await,
            None => journal.take_back(n).await,
        };
        self.after_merging(result.is_ok());
        self.give_back(journal).await;
        result
    }

    /// The lines behind a note.
    pub(crate) async fn apart(self, note: &Note) -> Result<Apart, StoreError> {
        let journal = self.take().await;
        let result = journal.apart(note).await;
        self.give_back(journal).await;
        result
    }

    /// Drops a note with its lines.
    pub(crate) async fn drop_note(self, n: u32) -> Result<(), StoreError> {
        let mut journal = self.take().await;
        let result = journal.drop_note(n).await;
        self.after_merging(result.is_ok());
        self.give_back(journal).await;
        result
    }

    /// Lets lines in that wait; how many, or that their day has not come and nobody
    /// accepts them.
    pub(crate) async fn let_in(self, note: &Note, accept: bool) -> Result<usize, ImportFailed> {
        let mut journal = self.take().await;
        let result = self.let_in_with(&mut journal, note, accept).await;
        self.after_merging(result.is_ok());
        self.give_back(journal).await;
        result
    }

    async fn let_in_with(
        self,
        journal: &mut Journal<Backend>,
        note: &Note,
        accept: bool,
    ) -> Result<usize, ImportFailed> {
        let mut plan = journal.plan_waiting(note, self.now()).await?;
        plan.accept_far = accept;
        if plan.far > 0 && !accept {
            return Ok(0);
        }
        journal.apply_import(&plan, self.today.get_untracked()).await?;
        Ok(plan.new + plan.far)
    }

    /// Lets in what waited for a day that has come, and looks for what is to be decided.
    pub(super) fn let_in_due(self) {
        task::start(async move {
            let mut journal = self.take().await;
            let today = self.today.get_untracked();
            let is_due = |note: &Note| note.waits && note.until.is_some_and(|until| until <= today);
            let due: Vec<Note> = journal.notes().into_iter().filter(is_due).collect();
            let mut n = 0;
            for note in &due {
                // What does not come in now still waits.
                n += self.let_in_with(&mut journal, note, false).await.unwrap_or_default();
            }
            self.after_merging(n > 0);
            self.look_for_conflicts(&journal).await;
            self.give_back(journal).await;
            if n > 0 {
                let lang = self.lang.get_untracked();
                self.say(merge::LET_IN_DONE.with(lang, &[&n.to_string()]));
            }
        });
    }

    /// Whether a file that was read in is taken back; follows the book.
    pub(crate) fn is_aside(self) -> bool {
        self.inner().merged.get().2 > 0
    }

    /// Tells other tabs.
    fn after_merging(self, is_written: bool) {
        if is_written && let Some(tabs) = &*self.inner().tabs.borrow() {
            tabs.say_written();
        }
    }

    /// Looks for what is to be decided whatever was there before: of the ledger's own writes
    /// only taking something back can open it again.
    pub(crate) async fn look_again(self) {
        let journal = self.take().await;
        self.inner().merged.take();
        self.look_for_conflicts(&journal).await;
        self.give_back(journal).await;
    }

    /// Looks for what is to be decided, where something may have come or gone: a look at
    /// every entry, which a large ledger is spared after its own writes.
    pub(super) async fn look_for_conflicts(self, journal: &Journal<Backend>) {
        let imports = journal.imports();
        let merged = (journal.weave().tips().count(), imports.len(), aside(&imports));
        let is_same = self.inner().merged.replace(merged) == merged;
        if is_same && self.conflicts.with_untracked(Vec::is_empty) {
            return;
        }
        let missing = u32::try_from(journal.missing()).unwrap_or(u32::MAX);
        if self.inner().missing.get_untracked() != missing {
            self.inner().missing.set(missing);
        }
        let found = journal.conflicts();
        if self.conflicts.with_untracked(|known| *known != found) {
            let ids: Vec<EntryId> = found.iter().flat_map(|c| c.entries.clone()).collect();
            // Where that cannot be read the two sides stand there without it.
            self.came.set(journal.came(&ids).await.unwrap_or_default());
            self.conflicts.set(found);
        }
    }
}
