//! Reading a file into a plan, and carrying it out. Everything is verified first; a plan
//! that was made says exactly what will change, and what is not let in.

use super::contacts::{Decided, Differing};
use super::envelope::{Envelope, FORMAT, Purpose, UnitLabel, VERSION};
use super::error::{Broken, ImportError, ImportFailed};
use super::merge::{Known, unite};
use super::sift::{File, sift};
use crate::chain::{ChainFinding, Conflict};
use crate::event_store::{EventStore, StoreError};
use crate::journal::{Held, Journal, after_writing};
use crate::local::{self, Stopped};
use crate::record::{self, Record};
use jieyou_domain::json::{self, Fault, Read as _, Twice, Value};
use jieyou_domain::ledger::Event;
use jieyou_domain::{Date, Id, Realm, SubjectKind};

/// How often an import is merged again because another tab wrote.
const ATTEMPTS: usize = 32;

/// The type of the record that says which unit a ledger is of.
const PROFILED: &str = "unit.profiled";

/// So many new records are read again part by part, with all the others, not in one piece.
const LONG: usize = 2_000;

/// What happens to contacts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContactCounts {
    /// Not here yet.
    pub new: usize,
    /// Later in the file than here.
    pub changed: usize,
    /// The same, or better here: a tombstone, or a later text.
    pub kept: usize,
    /// Wiped here because they were wiped there.
    pub wiped: usize,
}

/// What importing a file would do.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// The unit whose file it is.
    pub unit: Option<UnitLabel>,
    /// The day it was written.
    pub exported_on: Date,
    /// What it was written for.
    pub purpose: Purpose,
    /// Whether the ledger is empty: then this restores it.
    pub into_empty: bool,
    /// Records that are not here.
    pub new: usize,
    /// Records that are here already.
    pub same: usize,
    /// Records that are here, were set aside, and stand again with this file.
    pub back: usize,
    /// Records here whose body changes: one that was withheld arrives, or one is
    /// redacted.
    pub rebodied: usize,
    /// Matters that are not here.
    pub matters_new: usize,
    /// Matters here that get new records.
    pub matters_changed: usize,
    /// What happens to contacts.
    pub contacts: ContactCounts,
    /// The contacts here that the file replaces or wipes, unless a person keeps them.
    pub differing: Vec<Differing>,
    /// Fields that will have been written twice, and are not already.
    pub conflicts: Vec<Conflict>,
    /// What a strict reader will object to, and does not already.
    pub findings: Vec<ChainFinding>,
    /// How many records of this unit the ledger will lack, at least, where the file is of a
    /// whole ledger; what waits or is stopped is among them.
    pub missing: usize,
    /// The matters of a file between two units.
    pub handed: Vec<Handed>,
    /// The file's name, where somebody says it.
    pub name: String,
    /// The milliseconds at which it was made.
    pub(super) now_ms: u64,
    /// The unit whose file it is, by name; may be empty.
    pub from: String,
    /// What is wrong with the file; the rest of it can be read in.
    pub wrong: Option<ImportError>,
    /// The lines that are not let in.
    pub stopped: Vec<Stopped>,
    /// How many contacts are not let in, because nothing vouches for them.
    pub contacts_left: usize,
    /// How many records wait, because their day lies far ahead.
    pub far: usize,
    /// The day on which none of them does any more.
    pub far_until: Option<Date>,
    /// Whether a person says that they are let in all the same.
    pub accept_far: bool,
    /// Whether the file and this ledger have a profile of a unit in common: both are of one.
    pub is_of_one_unit: bool,
    /// Whether what is not let in is noted, or here, already.
    pub(super) is_noted: bool,
    /// What the union stops, beside what the file stops.
    pub(super) loose: Vec<Stopped>,
    file: File,
}

/// What stands in front of a file's records.
pub(super) struct Front {
    pub(super) unit: Option<UnitLabel>,
    pub(super) exported_on: Date,
    pub(super) purpose: Purpose,
}

impl ImportPlan {
    /// Reads and sifts a file for the ledger in `held`.
    fn read(
        text: &str,
        held: &Held,
        realm: Realm,
        now_ms: u64,
    ) -> Result<(Front, File), ImportError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let envelope = open(text)?;
        let (exported_on, purpose) = (envelope.exported_on, envelope.purpose);
        let unit = envelope.unit.clone();
        let mut file = sift(envelope, held, realm)?;
        if purpose != Purpose::Copy {
            if held.book.unit().is_none() {
                return Err(ImportError::NoUnit);
            }
            if !file.records.iter().all(is_of_matter) {
                return Err(ImportError::NotOfMatters);
            }
        }
        file.hold_back(held, now_ms);
        Ok((Front { unit, exported_on, purpose }, file))
    }

    /// What merging a sifted file would do.
    pub(super) fn of(front: Front, file: File, held: &Held, known: &Known, now_ms: u64) -> Self {
        let (merged, loose) = unite(held, known, &file, false, None);
        let Front { unit, exported_on, purpose } = front;
        let stopped = file.stopped_beside(&merged.weave, loose.clone());
        let (matters_new, matters_changed) = merged.matters(held);
        let mut plan = Self {
            exported_on,
            purpose,
            into_empty: held.seq == 0,
            new: merged.new.len(),
            same: merged.same,
            back: merged.back,
            rebodied: merged.batch.replaced.len(),
            matters_new,
            matters_changed,
            contacts: merged.contacts,
            differing: merged.differing.clone(),
            conflicts: merged.conflicts(held),
            findings: merged.findings(held, now_ms),
            missing: if purpose == Purpose::Copy { merged.missing(held, &file) } else { 0 },
            handed: if purpose == Purpose::Copy { Vec::new() } else { handed(held, &file) },
            name: String::new(),
            now_ms,
            from: unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default(),
            unit,
            wrong: file.wrong.clone(),
            stopped,
            contacts_left: file.contacts_left,
            far: file.far.len(),
            far_until: file.until(),
            accept_far: false,
            is_of_one_unit: file
                .records
                .iter()
                .any(|record| record.head.code == PROFILED && held.weave.contains(record.id)),
            is_noted: true,
            loose,
            file,
        };
        plan.look_up(&local::notes(&held.meta), &merged.weave);
        plan
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Whether importing would change nothing.
    pub fn is_empty(&self) -> bool {
        let contacts = self.contacts;
        let records = self.new + self.back + self.rebodied;
        records == 0 && self.is_noted && contacts.new + contacts.changed + contacts.wiped == 0
    }
}

impl<S: EventStore> Journal<S> {
    /// Reads a file and says what importing it would do. Writes nothing.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the file, or what the machine says.
    pub async fn plan_import(
        &mut self,
        text: &str,
        now_ms: u64,
    ) -> Result<ImportPlan, ImportFailed> {
        self.refresh().await?;
        let (front, file) = ImportPlan::read(text, self.held(), self.realm(), now_ms)?;
        let known = self.known_of(&file).await?;
        Ok(ImportPlan::of(front, file, self.held(), &known, now_ms))
    }

    /// Carries a plan out on the day `on`, in one transaction. Importing into an empty
    /// ledger keeps the records; the next own record starts a new origin. Into any other it
    /// is listed, so that it can be set aside again ([`Self::set_aside`]).
    ///
    /// # Errors
    ///
    /// Returns what the machine says; nothing changed then, unless it is `Unread`.
    pub async fn apply_import(&mut self, plan: &ImportPlan, on: Date) -> Result<(), ImportFailed> {
        if plan.file.realm != self.realm() {
            return Err(ImportError::OtherRealm { file: plan.file.realm }.into());
        }
        for _ in 0..ATTEMPTS {
            let known = self.known_of(&plan.file).await?;
            let decided = Decided { all: &plan.differing, now_ms: plan.now_ms };
            let (merged, loose) =
                unite(self.held(), &known, &plan.file, plan.accept_far, Some(&decided));
            let noted = self.noted(plan, &merged, loose, on).await?;
            let mut batch = self.listed(plan, merged, on);
            batch.meta.extend(noted.meta);
            batch.kept.extend(noted.kept);
            match self.store().append(self.held().seq, &batch).await {
                Ok(_) => {
                    let is_long = batch.records.len() > LONG;
                    let read =
                        if is_long { self.reload().await } else { self.refresh().await.map(drop) };
                    return Ok(read.map_err(after_writing)?);
                }
                Err(StoreError::Moved) => drop(self.refresh().await?),
                // Merged once more: what is there after all is not written twice.
                Err(StoreError::Unread | StoreError::Damaged { .. }) => {
                    self.reload().await.map_err(after_writing)?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Moved.into())
    }
}

/// A matter in a file between two units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Which.
    pub id: Id,
    /// Its number and title in the file; empty where the file does not say.
    pub number: String,
    /// Its title.
    pub title: String,
    /// To whom it was handed up last, as the other unit wrote it; may be empty.
    pub to: String,
    /// Whether it stands in this ledger already.
    pub is_here: bool,
}

fn is_of_matter(record: &Record) -> bool {
    record.head.subject().is_some_and(|subject| subject.kind == SubjectKind::Matter)
}

/// The matters of a file, in the order of their records.
fn handed(held: &Held, file: &File) -> Vec<Handed> {
    let mut all: Vec<Handed> = Vec::new();
    for entry in record::entries(&file.records) {
        let id = entry.subject.id;
        let at = all.iter().position(|h| h.id == id).unwrap_or_else(|| {
            let is_here = held.book.matter(id).is_some_and(|m| m.is_registered());
            let (number, title, to) = Default::default();
            all.push(Handed { id, number, title, to, is_here });
            all.len() - 1
        });
        if let Some(Event::HandedUp(up)) = &entry.event {
            all[at].to.clone_from(&up.to);
        }
        let registered = match &entry.event {
            Some(Event::Registered(r)) => Some(r),
            Some(Event::Corrected(c)) => match &*c.event {
                Event::Registered(r) => Some(r),
                _ => None,
            },
            _ => None,
        };
        if let Some(r) = registered {
            all[at].number.clone_from(&r.number);
            all[at].title.clone_from(&r.title);
        }
    }
    all
}

/// Reads the object, and says whose it is when it does not read.
pub(super) fn open(text: &str) -> Result<Envelope, ImportError> {
    let file = json::value(text, Twice::Nowhere).map_err(|wrong| {
        let (line, column) = (wrong.line(), wrong.column());
        match wrong.fault() {
            Fault::Shape => ImportError::Shape { line, column },
            fault => ImportError::NotJson { line, column, how: broken(text, fault) },
        }
    })?;
    let version = file.get("version").and_then(Value::as_u64);
    let version = version.and_then(|version| u32::try_from(version).ok());
    match version {
        Some(version) if file["format"] == FORMAT => {
            if version > VERSION {
                return Err(ImportError::Newer { version });
            }
        }
        Some(_) | None => return Err(ImportError::OtherProgram),
    }
    Envelope::read(file).map_err(|wrong| {
        let wrong = wrong.placed(text);
        ImportError::Shape { line: wrong.line(), column: wrong.column() }
    })
}

/// In which way a text is no JSON. What every export begins with tells a damaged one from
/// a file of something else.
fn broken(text: &str, fault: Fault) -> Broken {
    let is_ours = || text.lines().take(3).any(|line| line.contains(FORMAT));
    match fault {
        _ if text.trim().is_empty() => Broken::Empty,
        Fault::CutOff => Broken::CutOff,
        _ if is_ours() => Broken::Line,
        _ => Broken::Foreign,
    }
}
