//! Writing an export. The lines are copied as they are stored; nothing is written anew.
//! A copy of a whole ledger is handed over part by part: it is never one text in memory.

use super::envelope::{
    ApartLine, ContactLine, FORMAT, Front, Local, Purpose, Summing, UnitLabel, VERSION,
};
use super::moment::at_one_moment;
use crate::chain::{Link, Weave};
use crate::event_store::{EventStore, StoreError};
use crate::journal::{Held, Journal, lost_of};
use crate::local;
use crate::record::{self, Body, Record};
use jieyou_domain::compact::Map;
use jieyou_domain::json::Write as _;
use jieyou_domain::ledger::Event;
use jieyou_domain::{Date, EntryId, Id, Subject};

/// How many contacts are written before the page may answer.
const CONTACTS_AT_ONCE: usize = 2_000;

/// What an export says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Export<'a> {
    /// The program and its version.
    pub app: &'a str,
    /// Today.
    pub exported_on: Date,
    /// What it is for.
    pub purpose: Purpose,
}

/// What is handed over of an export, one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// The file begins. What was handed over before is void: bodies were replaced while it
    /// was read.
    Begin,
    /// The next part of its text.
    Text(&'a str),
}

impl<S: EventStore> Journal<S> {
    /// Writes everything on disk as one text: what other tabs wrote is in it. Of a damaged
    /// ledger that is only read, what can be believed of it.
    ///
    /// # Errors
    ///
    /// Returns what the machine says, or what is wrong with the stored lines.
    pub async fn export(&self, export: Export<'_>) -> Result<String, StoreError> {
        let mut text = String::new();
        self.export_in_parts(export, &mut |part| match part {
            Part::Begin => text.clear(),
            Part::Text(next) => text.push_str(next),
        })
        .await?;
        Ok(text)
    }

    /// Like [`Self::export`], handed to `take` part by part. The file is whole only when this
    /// returns without an error.
    ///
    /// # Errors
    ///
    /// Returns what the machine says, or what is wrong with the stored lines.
    pub async fn export_in_parts(
        &self,
        export: Export<'_>,
        take: &mut dyn FnMut(Part<'_>),
    ) -> Result<(), StoreError> {
        at_one_moment(async || {
            let moment = self.moment().await?;
            take(Part::Begin);
            let local = self.local(&moment.held).await?;
            take(Part::Text(&front(export, self, &moment.held, &moment.held.weave, local)));
            let mut lines = Lines::default();
            self.walk(&moment.held, &mut |verified| {
                for ((_, line), record) in verified {
                    lines.add(line, &record);
                }
                take(Part::Text(&lines.text));
                lines.text.clear();
            })
            .await?;
            lines.begin_contacts();
            for (at, (subject, text)) in moment.contacts.iter().enumerate() {
                lines.contact(subject, text);
                if (at + 1).is_multiple_of(CONTACTS_AT_ONCE) {
                    take(Part::Text(&lines.text));
                    lines.text.clear();
                    self.breathe().await;
                }
            }
            take(Part::Text(&lines.end()));
            Ok(())
        })
        .await
    }

    /// Writes what another unit needs of `matters` as one text. Handed up, that is all
    /// that was recorded of them, with their contacts if `contacts` says so; fed back, it
    /// is what this unit wrote between the two: signed for, returned, urged, fed back.
    /// Never the ledger's own entries, never another matter, never 少记.
    ///
    /// # Errors
    ///
    /// Returns what the machine says, or what is wrong with the stored lines; `ReadOnly` of
    /// a damaged ledger: another unit would take a part for all of a matter.
    pub async fn hand_over(
        &self,
        export: Export<'_>,
        matters: &[Id],
        contacts: bool,
    ) -> Result<String, StoreError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly);
        }
        let subjects: Vec<String> =
            matters.iter().map(|id| Subject::matter(*id).to_string()).collect();
        let with_contacts = contacts && export.purpose == Purpose::HandedUp;
        at_one_moment(async || {
            let moment = self.moment().await?;
            let held = &*moment.held;
            let mut kept = (export.purpose == Purpose::FedBack).then(|| fed_back(held, matters));
            if let Some(kept) = &mut kept {
                self.add_why(held, kept).await?;
            }
            let (mut lines, mut weave) = (Lines::default(), Vec::new());
            self.walk(held, &mut |verified| {
                for ((seq, line), record) in verified {
                    // What was set aside is not this unit's to hand over.
                    let is_of_it = subjects.contains(&record.head.subject)
                        && !held.aside.contains(*seq)
                        && kept.as_ref().is_none_or(|kept| kept.contains_key(&record.id));
                    if is_of_it {
                        weave.push(Link::of(&record));
                        lines.add(line, &record);
                    }
                }
            })
            .await?;
            lines.begin_contacts();
            let mut handed: Vec<&String> = subjects.iter().filter(|_| with_contacts).collect();
            handed.sort_unstable();
            handed.dedup();
            for subject in handed {
                if let Some(contact) = moment.contacts.get(subject) {
                    lines.contact(subject, contact);
                }
            }
            let mut text = front(export, self, held, &Weave::new(weave), None);
            text.push_str(&lines.end());
            Ok(text)
        })
        .await
    }

    /// What holds for this ledger alone; goes into a copy for oneself.
    async fn local(&self, held: &Held) -> Result<Option<Local>, StoreError> {
        let imports = local::imports(&held.meta);
        let mut apart = Vec::new();
        for note in local::notes(&held.meta) {
            if let Some(lines) = self.store().kept(&note.key()).await? {
                apart.push(ApartLine { note: note.write().to_string(), lines });
            }
        }
        let lost = lost_of(&held.weave, local::lost(&held.meta));
        let is_empty = imports.is_empty() && apart.is_empty() && lost.is_empty();
        Ok((!is_empty).then_some(Local { imports, apart, lost }))
    }

    /// Adds to `kept` the records that say why a part of one of them is gone.
    async fn add_why(&self, held: &Held, kept: &mut Map<EntryId, ()>) -> Result<(), StoreError> {
        let mut why = Vec::new();
        self.walk(held, &mut |verified| {
            for (_, record) in verified {
                match record.body {
                    Body::Redacted { by } if kept.contains_key(&record.id) => why.push(by),
                    _ => {}
                }
                let about = record::redaction(&record).map(|(entry, _)| entry);
                if about.is_some_and(|entry| kept.contains_key(&entry)) {
                    why.push(record.id);
                }
            }
        })
        .await?;
        kept.extend(why.into_iter().map(|id| (id, ())));
        Ok(())
    }
}

/// Everything in front of the lines.
fn front<S: EventStore>(
    export: Export<'_>,
    journal: &Journal<S>,
    held: &Held,
    weave: &Weave,
    local: Option<Local>,
) -> String {
    let mut tips = Map::new();
    for origin in weave.tips().map(|link| link.origin) {
        if let Some(tip) = weave.tip(origin) {
            tips.insert(origin, tip.id);
        }
    }
    let front = Front {
        format: FORMAT,
        version: VERSION,
        app: export.app,
        exported_on: export.exported_on,
        realm: journal.realm(),
        purpose: export.purpose,
        unit: held.book.unit().map(|unit| UnitLabel::of(unit)),
        tips,
        local,
    };
    // Plain structs with text keys: writing them cannot fail.
    let mut text = serde_json::to_string(&front).unwrap_or_default();
    text.truncate(text.len().saturating_sub(1));
    text.push_str(",\"records\":[");
    text
}

/// The lines of an export as they are written, and its sum so far.
#[derive(Default)]
struct Lines {
    /// What was not handed over yet.
    text: String,
    is_begun: bool,
    sum: Summing,
}

impl Lines {
    fn add(&mut self, line: &str, record: &Record) {
        self.sum.record(record);
        self.push(line);
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(if self.is_begun { ",\n" } else { "\n" });
        self.text.push_str(line);
        self.is_begun = true;
    }

    fn begin_contacts(&mut self) {
        self.text.push_str("\n],\"contacts\":[");
        self.is_begun = false;
    }

    /// Contacts come by subject, smallest first.
    fn contact(&mut self, subject: &str, text: &str) {
        self.sum.contact(subject, text);
        let (subject, text) = (subject.to_owned(), text.to_owned());
        let line = serde_json::to_string(&ContactLine { subject, text });
        self.push(&line.unwrap_or_default());
    }

    /// The rest of the file: what was not handed over yet, and the sum.
    fn end(mut self) -> String {
        self.text.push_str("\n],\"sum\":\"");
        self.text.push_str(&self.sum.finish().to_string());
        self.text.push_str("\"}\n");
        self.text
    }
}

/// What this unit wrote between the two units about `matters`, its corrections and
/// strikes with it.
fn fed_back(held: &Held, matters: &[Id]) -> Map<EntryId, ()> {
    let mut kept = Map::new();
    for matter in matters.iter().filter_map(|id| held.book.matter(*id)) {
        for entry in matter.entries().iter().filter(|e| matter.is_own(e)) {
            let is_kept = match &entry.event {
                Some(Event::Corrected(c)) => is_between(&c.event),
                Some(Event::Struck(s)) => kept.contains_key(&s.entry),
                Some(event) => is_between(event),
                None => false,
            };
            if is_kept {
                kept.insert(entry.id, ());
            }
        }
    }
    kept
}

fn is_between(event: &Event) -> bool {
    matches!(event, Event::SignedFor(_) | Event::Returned(_) | Event::FedBack(_) | Event::Urged(_))
}
