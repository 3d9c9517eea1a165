//! Reading a file into a plan, and carrying it out. Everything is validated first; a
//! plan that was made says exactly what will change.

use super::envelope::{Envelope, FORMAT, Purpose, UnitLabel, VERSION, sum};
use super::error::{ImportError, ImportFailed};
use super::merge::merge;
use crate::chain::{ChainFinding, Conflict, Link, Weave};
use crate::contact::Stored;
use crate::event_store::{EventStore, StoreError};
use crate::journal::{Held, Journal};
use crate::local::Imported;
use crate::record::{self, Line, Origin, Record, RecordError};
use jieyou_domain::json::{self, Fault, Fields, Read as _, Twice, Value};
use jieyou_domain::ledger::Event;
use jieyou_domain::{Date, Id, Realm, Subject, SubjectKind};

/// How often an import is merged again because another tab wrote.
const ATTEMPTS: usize = 32;

/// A validated file.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) records: Vec<Record>,
    pub(super) contacts: Vec<(String, String)>,
    pub(super) realm: Realm,
    pub(super) unit: Option<String>,
    /// The files that the ledger of a copy had read in.
    pub(super) imports: Vec<Imported>,
}

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
    /// Fields that will have been written twice, and are not already.
    pub conflicts: Vec<Conflict>,
    /// What a strict reader will object to, and does not already.
    pub findings: Vec<ChainFinding>,
    /// The matters of a file between two units.
    pub handed: Vec<Handed>,
    file: File,
}

impl ImportPlan {
    /// Reads and validates a file for the ledger in `held`.
    pub(crate) fn read(
        text: &str,
        held: &Held,
        lines: &[(u32, String)],
        realm: Realm,
        now_ms: u64,
    ) -> Result<Self, ImportError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let envelope = open(text)?;
        let (exported_on, purpose) = (envelope.exported_on, envelope.purpose);
        let unit = envelope.unit.clone();
        let file = validate(envelope, realm)?;
        if purpose != Purpose::Copy {
            if held.book.unit().is_none() {
                return Err(ImportError::NoUnit);
            }
            if !file.records.iter().all(is_of_matter) {
                return Err(ImportError::NotOfMatters);
            }
        }
        let merged = merge(held, lines, &file)?;
        let mut plan = Self {
            unit,
            exported_on,
            purpose,
            into_empty: held.seq == 0,
            new: merged.new,
            same: merged.same,
            back: merged.back,
            rebodied: merged.batch.replaced.len(),
            matters_new: 0,
            matters_changed: 0,
            contacts: merged.contacts,
            conflicts: merged.conflicts(held),
            findings: merged.findings(held, now_ms),
            handed: if purpose == Purpose::Copy { Vec::new() } else { handed(held, &file) },
            file,
        };
        (plan.matters_new, plan.matters_changed) = merged.matters(held);
        Ok(plan)
    }

    /// The files that the ledger of a copy had read in.
    pub(super) fn local(&self) -> &[Imported] {
        &self.file.imports
    }

    /// Whether importing would change nothing.
    pub fn is_empty(&self) -> bool {
        let contacts = self.contacts;
        let records = self.new + self.back + self.rebodied;
        records == 0 && contacts.new + contacts.changed + contacts.wiped == 0
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
        self.reload().await?;
        let loaded = self.store().load().await?;
        Ok(ImportPlan::read(text, self.held(), &loaded.records, self.realm(), now_ms)?)
    }

    /// Carries a plan out on the day `on`, in one transaction. Importing into an empty
    /// ledger keeps the records; the next own record starts a new origin. Into any other it
    /// is listed, so that it can be set aside again ([`Self::set_aside`]).
    ///
    /// # Errors
    ///
    /// Returns what the machine says; nothing changed then.
    pub async fn apply_import(&mut self, plan: &ImportPlan, on: Date) -> Result<(), ImportFailed> {
        if plan.file.realm != self.realm() {
            return Err(ImportError::OtherRealm { file: plan.file.realm }.into());
        }
        for _ in 0..ATTEMPTS {
            let loaded = self.store().load().await?;
            let merged = merge(self.held(), &loaded.records, &plan.file)?;
            let batch = self.listed(plan, merged, on);
            match self.store().append(self.held().seq, &batch).await {
                Ok(_) => return Ok(self.reload().await?),
                Err(StoreError::Moved) => self.reload().await?,
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

fn is_sealed(subject: &str) -> bool {
    subject.parse::<Subject>().is_ok_and(|s| s.kind == SubjectKind::Sealed)
}

/// Whether a record about something recorded by number only says what its type has fields
/// for, and nothing else.
fn is_exact(record: &Record) -> bool {
    let Some(data) = record.data() else { return true };
    let event = Event::from_parts(&record.head.code, data.clone());
    event.is_ok_and(|event| {
        let is_sealed = matches!(
            event,
            Event::SealedRecorded(_) | Event::SealedFollowed(_) | Event::SealedStruck(_)
        );
        is_sealed && event.data() == data
    })
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
fn open(text: &str) -> Result<Envelope, ImportError> {
    let file = json::value(text, Twice::Nowhere).map_err(|wrong| {
        let (line, column) = (wrong.line(), wrong.column());
        match wrong.fault() {
            Fault::Shape => ImportError::Shape { line, column },
            fault => ImportError::NotJson { line, column, is_cut_off: fault == Fault::CutOff },
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

/// Verifies every record, the sum and the tips.
fn validate(envelope: Envelope, realm: Realm) -> Result<File, ImportError> {
    if envelope.realm != realm {
        return Err(ImportError::OtherRealm { file: envelope.realm });
    }
    let mut records = Vec::with_capacity(envelope.records.len());
    for (line, number) in envelope.records.into_iter().zip(1..) {
        records.push(read_record(&line, number, realm)?);
    }
    let contacts: Vec<_> = envelope.contacts.into_iter().map(|c| (c.subject, c.text)).collect();
    let weave = Weave::new(records.iter().map(Link::of));
    let is_tip = |(origin, id)| weave.tip(origin).is_some_and(|link| link.id == id);
    let tips = || envelope.tips.iter().map(|(origin, id)| (*origin, *id));
    let pairs = contacts.iter().map(|(subject, text)| (subject.as_str(), text.as_str()));
    if sum(&records, pairs) != envelope.sum || !tips().all(is_tip) {
        let broken = weave.broken();
        let changed = records.iter().find(|record| broken.contains_key(&record.id));
        let last = tips().find(|tip| !is_tip(*tip));
        let suspect = match (changed, last) {
            (Some(record), _) => Some((record.head.origin, record.head.n.saturating_sub(1))),
            (None, Some((origin, _))) => weave.tip(origin).map(|link| (origin, link.n)),
            (None, None) => None,
        };
        return Err(ImportError::Sum { suspect });
    }
    for ((subject, text), number) in contacts.iter().zip(1..) {
        // Nobody is named beside what is recorded by number only.
        let stored = Stored::read(text).filter(|s| s.contact.is_none() || !is_sealed(subject));
        if stored.is_none() {
            return Err(ImportError::Contact { number });
        }
    }
    let unit = envelope.unit.map(|unit| unit.name);
    let imports = envelope.local.map(|local| local.imports).unwrap_or_default();
    Ok(File { records, contacts, realm, unit, imports })
}

fn read_record(line: &Line<'_>, number: usize, realm: Realm) -> Result<Record, ImportError> {
    let record = match Record::from_line(line) {
        Ok(record) => record,
        Err(RecordError::Newer { v }) => return Err(ImportError::Newer { version: v }),
        Err(why) => {
            return Err(ImportError::Record { number, place: place(&line.head), why });
        }
    };
    // 少记: words that this program cannot vouch for are not let in, whoever wrote them.
    if is_sealed(&record.head.subject) && !is_exact(&record) {
        return Err(ImportError::Newer { version: record.head.v });
    }
    if record.head.realm == realm {
        Ok(record)
    } else {
        Err(ImportError::OtherRealm { file: record.head.realm })
    }
}

fn place(head: &str) -> Option<(Origin, u64)> {
    let mut fields = Fields::of(json::value(head, Twice::Nowhere).ok()?).ok()?;
    Some((fields.take("origin").ok()?, fields.take("n").ok()?))
}
