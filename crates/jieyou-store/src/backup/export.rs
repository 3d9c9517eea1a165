//! Writing an export. The lines are copied as they are stored; nothing is written anew.

use super::envelope::{ContactLine, FORMAT, Front, Local, Purpose, UnitLabel, VERSION, sum};
use crate::chain::{Link, Weave};
use crate::event_store::{Damage, EventStore, Seq, StoreError};
use crate::journal::{Held, Journal};
use crate::local;
use crate::record::Record;
use jieyou_domain::compact::Map;
use jieyou_domain::ledger::Event;
use jieyou_domain::{Date, EntryId, Id, Subject};

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

impl<S: EventStore> Journal<S> {
    /// Writes everything on disk as one text: what other tabs wrote is in it.
    ///
    /// # Errors
    ///
    /// Returns what the machine says, or what is wrong with the stored lines.
    pub async fn export(&self, export: Export<'_>) -> Result<String, StoreError> {
        let loaded = self.store().load().await?;
        let held = Held::build(&loaded, self.realm()).map_err(|mut all| all.swap_remove(0))?;
        let lines = read(&loaded.records)?;
        Ok(self.text(export, &held, &lines, &loaded.contacts))
    }

    /// Writes what another unit needs of `matters` as one text. Handed up, that is all
    /// that was recorded of them, with their contacts if `contacts` says so; fed back, it
    /// is what this unit wrote between the two: signed for, returned, urged, fed back.
    /// Never the ledger's own entries, never another matter, never 少记.
    ///
    /// # Errors
    ///
    /// Returns what the machine says, or what is wrong with the stored lines.
    pub async fn hand_over(
        &self,
        export: Export<'_>,
        matters: &[Id],
        contacts: bool,
    ) -> Result<String, StoreError> {
        let loaded = self.store().load().await?;
        let held = Held::build(&loaded, self.realm()).map_err(|mut all| all.swap_remove(0))?;
        let subjects: Vec<String> =
            matters.iter().map(|id| Subject::matter(*id).to_string()).collect();
        // What was set aside is not this unit's to hand over.
        let standing = loaded.records.into_iter().filter(|(seq, _)| !held.aside.contains(*seq));
        let standing: Vec<(Seq, String)> = standing.collect();
        let mut lines = read(&standing)?;
        lines.retain(|(record, _)| subjects.contains(&record.head.subject));
        if export.purpose == Purpose::FedBack {
            let kept = fed_back(&held, matters);
            lines.retain(|(record, _)| kept.contains_key(&record.id));
        }
        let mut handed = Map::new();
        if contacts && export.purpose == Purpose::HandedUp {
            for subject in subjects {
                if let Some(contact) = loaded.contacts.get(&subject) {
                    handed.insert(subject, contact.clone());
                }
            }
        }
        Ok(self.text(export, &held, &lines, &handed))
    }

    fn text(
        &self,
        export: Export<'_>,
        held: &Held,
        lines: &[(Record, &String)],
        contacts: &Map<String, String>,
    ) -> String {
        let weave = Weave::new(lines.iter().map(|(record, _)| Link::of(record)));
        let mut tips = Map::new();
        for origin in weave.tips().map(|link| link.origin) {
            if let Some(tip) = weave.tip(origin) {
                tips.insert(origin, tip.id);
            }
        }
        let imports = local::imports(&held.meta);
        let front = Front {
            format: FORMAT,
            version: VERSION,
            app: export.app,
            exported_on: export.exported_on,
            realm: self.realm(),
            purpose: export.purpose,
            unit: held.book.unit().map(|unit| UnitLabel::of(unit)),
            tips,
            local: (export.purpose == Purpose::Copy && !imports.is_empty())
                .then_some(Local { imports }),
        };
        let pairs = contacts.iter().map(|(s, t)| (s.as_str(), t.as_str()));
        let sum = sum(lines.iter().map(|(record, _)| record), pairs);
        // Plain structs with text keys: writing them cannot fail.
        let mut text = serde_json::to_string(&front).unwrap_or_default();
        text.truncate(text.len().saturating_sub(1));
        text.push_str(",\"records\":[");
        push_lines(&mut text, lines.iter().map(|(_, line)| (*line).clone()));
        text.push_str("],\"contacts\":[");
        push_lines(
            &mut text,
            contacts.iter().map(|(subject, text)| {
                let (subject, text) = (subject.clone(), text.clone());
                serde_json::to_string(&ContactLine { subject, text }).unwrap_or_default()
            }),
        );
        text.push_str("],\"sum\":\"");
        text.push_str(&sum.to_string());
        text.push_str("\"}\n");
        text
    }
}

/// The records behind stored lines.
fn read(lines: &[(Seq, String)]) -> Result<Vec<(Record, &String)>, StoreError> {
    let mut records = Vec::with_capacity(lines.len());
    for (at, line) in lines {
        let damaged = |e| StoreError::Damaged { at: *at, why: Damage::Record(e) };
        records.push((Record::read(line).map_err(damaged)?, line));
    }
    Ok(records)
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

fn push_lines(text: &mut String, lines: impl Iterator<Item = String>) {
    for (at, line) in lines.enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        text.push_str(&line);
    }
    text.push('\n');
}
