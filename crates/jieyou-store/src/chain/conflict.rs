//! Two writes to one field that did not know of each other. A person decides; the
//! decision is a write that has seen both. Never picks a winner.

use super::Weave;
use jieyou_domain::compact::sort_by;
use jieyou_domain::ledger::{Entry, Event};
use jieyou_domain::{EntryId, Subject};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A field that one entry after another may write.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What a corrected entry should have said.
    Correction(Subject, EntryId),
    /// Who is responsible.
    Duty(Subject),
    /// What a claim is and which way it goes.
    Classification(Subject, u16),
    /// The unit's profile.
    Unit(Subject),
    /// The list a person decided on.
    Tier(Subject),
    /// The answer to a claim.
    Reply(Subject, u16),
    /// The rule pack in force.
    Pack(Subject),
    /// The calendar in force.
    Calendar(Subject),
    /// A matter's number: one label must not name two matters.
    Number(String),
}

impl Field {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Correction(..) => "field/correction",
            Self::Duty(_) => "field/duty",
            Self::Classification(..) => "field/classification",
            Self::Unit(_) => "field/unit",
            Self::Tier(_) => "field/tier",
            Self::Reply(..) => "field/reply",
            Self::Pack(_) => "field/pack",
            Self::Calendar(_) => "field/calendar",
            Self::Number(_) => "field/number",
        }
    }

    /// The field an entry writes, if it writes one.
    fn of(entry: &Entry, by_id: &ById<'_>, numbers: &BTreeMap<EntryId, &str>) -> Option<Self> {
        let subject = entry.subject;
        Some(match entry.event.as_ref()? {
            Event::Corrected(c) => Self::Correction(subject, root(c.entry, by_id)),
            Event::DutySet(_) => Self::Duty(subject),
            Event::Classified(c) => Self::Classification(subject, c.claim),
            Event::UnitProfiled(_) => Self::Unit(subject),
            Event::TierSet(_) => Self::Tier(subject),
            Event::Replied(r) => Self::Reply(subject, r.claim),
            Event::PackAdopted(_) => Self::Pack(subject),
            Event::CalendarAdopted(_) => Self::Calendar(subject),
            Event::Registered(r) => {
                let number = numbers.get(&entry.id).copied().unwrap_or(&r.number);
                if number.is_empty() {
                    return None;
                }
                Self::Number(number.to_owned())
            }
            _ => return None,
        })
    }
}

/// Writes to one field that did not know of each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// The field.
    pub field: Field,
    /// The writes, sorted; none of them reaches another, and no later write has seen
    /// them all.
    pub entries: Vec<EntryId>,
}

type ById<'a> = BTreeMap<EntryId, &'a Arc<Entry>>;

/// Finds the open conflicts. Entries that were struck do not count as writes.
pub fn conflicts<'a>(
    weave: &Weave,
    entries: impl IntoIterator<Item = &'a Arc<Entry>>,
) -> Vec<Conflict> {
    // One chain cannot disagree with itself.
    if weave.lanes.len() < 2 {
        return Vec::new();
    }
    let by_id: ById<'_> = entries.into_iter().map(|e| (e.id, e)).collect();
    let struck = struck(&by_id);
    let numbers = renumbered(&by_id, &struck);
    let mut fields: BTreeMap<Field, Vec<EntryId>> = BTreeMap::new();
    for entry in by_id.values().filter(|e| !struck.contains(&e.id)) {
        if let Some(field) = Field::of(entry, &by_id, &numbers) {
            fields.entry(field).or_default().push(entry.id);
        }
    }
    let open = fields.into_iter().map(|(field, writes)| {
        let last = |write: &EntryId| {
            !writes.iter().any(|other| other != write && weave.reaches(*other, *write))
        };
        Conflict { field, entries: writes.iter().copied().filter(last).collect() }
    });
    open.filter(|conflict| disagrees(conflict, &by_id)).collect()
}

/// Whether the last writes say different things. The same pack adopted on two computers
/// leaves nothing to decide; one number for two matters does.
fn disagrees(conflict: &Conflict, by_id: &ById<'_>) -> bool {
    let mut said = conflict.entries.iter().filter_map(|id| by_id.get(id)).map(|e| {
        let day = matches!(e.event, Some(Event::Replied(_))).then_some(e.on);
        (matches!(conflict.field, Field::Number(_)).then_some(e.id), day, &e.event)
    });
    let first = said.next();
    said.any(|other| Some(other) != first)
}

/// The entries taken back. A strike is later in fold order than what it strikes.
fn struck(by_id: &ById<'_>) -> BTreeSet<EntryId> {
    let mut strikes: Vec<_> = by_id
        .values()
        .filter_map(|e| match &e.event {
            Some(Event::Struck(s)) => Some((e.time, e.id, s.entry)),
            _ => None,
        })
        .collect();
    sort_by(&mut strikes, Ord::cmp);
    let mut struck = BTreeSet::new();
    for (_, id, target) in strikes.into_iter().rev() {
        if !struck.contains(&id) {
            struck.insert(target);
        }
    }
    struck
}

/// The numbers that corrections gave to registrations; the last in fold order stands.
fn renumbered<'a>(by_id: &ById<'a>, struck: &BTreeSet<EntryId>) -> BTreeMap<EntryId, &'a str> {
    let mut last = BTreeMap::new();
    for entry in by_id.values().filter(|e| !struck.contains(&e.id)) {
        let Some(Event::Corrected(c)) = &entry.event else { continue };
        let Event::Registered(registered) = c.event.as_ref() else { continue };
        let mark = (entry.time, entry.id);
        let known = last.entry(root(c.entry, by_id)).or_insert((mark, registered.number.as_str()));
        if known.0 < mark {
            *known = (mark, registered.number.as_str());
        }
    }
    last.into_iter().map(|(id, (_, number))| (id, number)).collect()
}

/// Follows a correction of a correction back to the entry that wrote the fact.
fn root(mut id: EntryId, by_id: &ById<'_>) -> EntryId {
    for _ in 0..=by_id.len() {
        match by_id.get(&id).map(|e| &e.event) {
            Some(Some(Event::Corrected(c))) => id = c.entry,
            _ => break,
        }
    }
    id
}
