//! What of files was not let in: noted, taken out as a text, let in later, dropped. Lines
//! in quarantine and lines that wait are no records: the book does not hold them.

use super::error::ImportFailed;
use super::far::FAR;
use super::import::{Front, ImportPlan};
use super::merge::Merged;
use super::sift::{self, File};
use crate::chain::Weave;
use crate::event_store::{Batch, EventStore, StoreError};
use crate::hash::Sum;
use crate::journal::{Journal, after_writing};
use crate::local::{self, Apart, Note, Stopped};
use crate::record::{Origin, Record};
use jieyou_domain::compact::{Map, sort_by};
use jieyou_domain::json::{self, Write as _};
use jieyou_domain::{Date, EntryId};

impl<S: EventStore> Journal<S> {
    /// What of the files read in was not let in, in order.
    pub fn notes(&self) -> Vec<Note> {
        local::notes(&self.held().meta)
    }

    /// The lines behind a note; none when they do not read any more.
    ///
    /// # Errors
    ///
    /// Returns what the machine says.
    pub async fn apart(&self, note: &Note) -> Result<Apart, StoreError> {
        let text = self.store().kept(&note.key()).await?;
        Ok(text.and_then(|text| json::read(&text).ok()).unwrap_or_default())
    }

    /// Drops a note and its lines for good.
    ///
    /// # Errors
    ///
    /// Returns what the machine says; nothing changed then.
    pub async fn drop_note(&mut self, n: u32) -> Result<(), StoreError> {
        self.refresh().await?;
        let (gone, left): (Vec<Note>, Vec<Note>) = self.notes().into_iter().partition(|x| x.n == n);
        let kept = gone.iter().map(|note| (note.key(), None)).collect();
        let batch = Batch { meta: vec![local::notes_text(&left)], kept, ..Batch::default() };
        self.append_beside(&batch).await?;
        self.refresh().await.map_err(after_writing)?;
        Ok(())
    }

    /// Says what letting in the lines that wait would do. Those whose day has not come
    /// still wait, unless the plan is told to accept them. Writes nothing.
    ///
    /// # Errors
    ///
    /// Returns what the machine says.
    pub async fn plan_waiting(
        &mut self,
        note: &Note,
        now_ms: u64,
    ) -> Result<ImportPlan, ImportFailed> {
        self.refresh().await?;
        let lines = self.apart(note).await?.lines;
        let mut file = File {
            records: Vec::with_capacity(lines.len()),
            far: Vec::new(),
            stopped: Vec::new(),
            contacts: Vec::new(),
            contacts_left: 0,
            tips: Vec::new(),
            realm: self.realm(),
            unit: None,
            imports: Vec::new(),
            keys: Vec::new(),
            carried: Vec::new(),
            lost: Vec::new(),
            aside: Map::new(),
            wrong: None,
        };
        for line in lines {
            match Record::read(&line.text) {
                Ok(record) => file.records.push(record),
                Err(why) => file.stopped.push(Stopped { why: why.code().to_owned(), ..line }),
            }
        }
        file.hold_back(self.held(), now_ms);
        let known = self.known_of(&file).await?;
        let front = Front { unit: None, exported_on: note.exported_on, purpose: note.purpose };
        let mut plan = ImportPlan::of(front, file, self.held(), &known, now_ms);
        (plan.name, plan.from) = (note.file.clone(), note.unit.clone());
        Ok(plan)
    }

    /// What the notes are after a merge: those that it settles, and what it does not let in.
    pub(super) async fn noted(
        &self,
        plan: &ImportPlan,
        merged: &Merged,
        loose: Vec<Stopped>,
        on: Date,
    ) -> Result<Batch, StoreError> {
        let (before, mut batch) = (self.notes(), Batch::default());
        let (mut there, mut all) = (Vec::new(), Vec::new());
        for note in &before {
            there.push((note.clone(), self.apart(note).await?));
        }
        for (note, text) in self.carried(plan, &before) {
            there.push((note.clone(), json::read(&text).unwrap_or_default()));
            batch.kept.push((note.key(), Some(text)));
        }
        let mut next = there.iter().map(|(note, _)| note.n).max().unwrap_or_default();
        for (mut note, apart) in there {
            if note.settled.is_none() && apart.is_in(&merged.weave) {
                if note.waits {
                    batch.kept.push((note.key(), None));
                    continue;
                }
                note.settled = Some(on);
            }
            all.push(note);
        }
        for (waits, apart) in plan.left(loose, &merged.weave) {
            if is_noted(&all, &apart) || apart.is_in(&merged.weave) {
                continue;
            }
            next += 1;
            let note = plan.note(next, waits, &apart, on);
            batch.kept.push((note.key(), Some(apart.write().to_string())));
            all.push(note);
        }
        if all != before {
            batch.meta.push(local::notes_text(&all));
        }
        Ok(batch)
    }

    /// What the ledger of a copy had noted, where the whole of it is restored: behind what
    /// of a file before was stopped altogether.
    fn carried(&self, plan: &ImportPlan, before: &[Note]) -> Vec<(Note, String)> {
        if self.seq() != 0 {
            return Vec::new();
        }
        let last = before.last().map_or(0, |note| note.n);
        let carried = plan.file().carried.iter().cloned();
        carried
            .map(|(note, text)| (Note { n: note.n.saturating_add(last), ..note }, text))
            .collect()
    }
}

/// Whether the same lines are noted already.
fn is_noted(notes: &[Note], apart: &Apart) -> bool {
    let mark = apart.mark();
    apart.lines.is_empty() || notes.iter().any(|note| note.settled.is_none() && note.mark == mark)
}

impl ImportPlan {
    /// The note of what it does not let in.
    fn note(&self, n: u32, waits: bool, apart: &Apart, on: Date) -> Note {
        Note {
            n,
            waits,
            on,
            file: self.name.clone(),
            unit: self.from.clone(),
            exported_on: self.exported_on,
            purpose: self.purpose,
            count: u32::try_from(apart.lines.len()).unwrap_or(u32::MAX),
            until: self.far_until.filter(|_| waits),
            mark: apart.mark(),
            settled: None,
        }
    }

    /// What it does not let in: what waits and what is stopped, `loose` with it.
    fn left(&self, loose: Vec<Stopped>, weave: &Weave) -> Vec<(bool, Apart)> {
        let file = self.file();
        let far = file.far.iter().filter(|_| !self.accept_far);
        let far = far.map(|record| sift::of(record, 0, true, FAR, record.line())).collect();
        let stopped = file.stopped_beside(weave, loose);
        vec![
            (false, Apart { tips: file.tips.clone(), lines: stopped }),
            (true, Apart { tips: Vec::new(), lines: far }),
        ]
    }

    /// Sees whether what it does not let in is noted, or here, already.
    pub(super) fn look_up(&mut self, notes: &[Note], weave: &Weave) {
        let left = self.left(self.loose.clone(), weave);
        self.is_noted = left.iter().all(|(_, apart)| is_noted(notes, apart) || apart.is_in(weave));
    }
}

impl File {
    /// What is stopped beside `loose`, for a ledger of `weave`: a wrong copy of what is here,
    /// or comes with another line, is not kept.
    pub(super) fn stopped_beside(&self, weave: &Weave, loose: Vec<Stopped>) -> Vec<Stopped> {
        let is_here = |line: &Stopped| line.id.is_some_and(|id| weave.contains(id));
        let stopped = self.stopped.iter().filter(|line| !is_here(line));
        stopped.cloned().chain(loose).collect()
    }
}

impl Apart {
    /// The hash of all lines.
    fn mark(&self) -> EntryId {
        let mut sum = Sum::default();
        for line in &self.lines {
            sum.add(&line.text);
        }
        sum.finish()
    }

    /// Whether everything that it stands for is among the records.
    fn is_in(&self, weave: &Weave) -> bool {
        let mut places: Vec<(Origin, u64)> = Vec::new();
        let mut is_torn = false;
        for line in &self.lines {
            match (line.id, line.origin.zip(line.n)) {
                (Some(id), _) if !weave.contains(id) => return false,
                (Some(_), _) => {}
                (None, Some(place)) => places.push(place),
                (None, None) => is_torn = true,
            }
        }
        let tips = || self.tips.iter().map(|id| weave.link(*id));
        if !places.is_empty() || is_torn {
            // Nothing tells what is missing where the file named no last record.
            if self.tips.is_empty() || tips().any(|tip| tip.is_none()) {
                return false;
            }
        }
        let of_tips: Map<Origin, ()> = tips().flatten().map(|tip| (tip.origin, ())).collect();
        let known = places.len();
        places.retain(|(origin, _)| of_tips.contains_key(origin));
        // A changed head may name an origin that never was.
        is_torn |= places.len() < known;
        is_filled(weave, places) && (!is_torn || self.tips.iter().all(|tip| is_whole(weave, *tip)))
    }
}

/// Whether there is a record at every place.
fn is_filled(weave: &Weave, mut places: Vec<(Origin, u64)>) -> bool {
    sort_by(&mut places, Ord::cmp);
    places.dedup();
    let mut found: Vec<(Origin, u64)> = weave
        .links()
        .map(|link| (link.origin, link.n))
        .filter(|place| places.binary_search(place).is_ok())
        .collect();
    sort_by(&mut found, Ord::cmp);
    found.dedup();
    found.len() == places.len()
}

/// Whether a chain is here from its first record up to `tip`.
fn is_whole(weave: &Weave, tip: EntryId) -> bool {
    let mut at = weave.link(tip);
    while let Some(link) = at {
        let Some(prev) = link.prev else { return true };
        at = weave.link(prev);
    }
    false
}
