//! Two writes to one field that did not know of each other. A person decides; the
//! decision is a write that has seen both. Never picks a winner.

use super::Weave;
use jieyou_domain::compact::{Map, sort_by};
use jieyou_domain::ledger::{Entry, Event};
use jieyou_domain::rules::RuleSet;
use jieyou_domain::time::{CalendarText, Part};
use jieyou_domain::{EntryId, Subject};
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
    /// What a person decided in place of a decision table: table, and claim where it
    /// decides each.
    Judgement(Subject, String, Option<u16>),
    /// The answer to a claim.
    Reply(Subject, u16),
    /// The base pack in force, or an overlay, by its id.
    Pack(Subject, String),
    /// A part of the calendar in force: all of it, single years, or what a place adds.
    Calendar(Subject, Part),
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
            Self::Judgement(..) => "field/judgement",
            Self::Reply(..) => "field/reply",
            Self::Pack(..) => "field/pack",
            Self::Calendar(..) => "field/calendar",
            Self::Number(_) => "field/number",
        }
    }

    /// The field an entry writes, if it writes one.
    fn of(entry: &Entry, by_id: &ById<'_>, numbers: &Map<EntryId, &str>) -> Option<Self> {
        let subject = entry.subject;
        Some(match entry.event.as_ref()? {
            Event::Corrected(c) => Self::Correction(subject, root(c.entry, by_id)),
            Event::DutySet(_) => Self::Duty(subject),
            Event::Classified(c) => Self::Classification(subject, c.claim),
            Event::UnitProfiled(_) => Self::Unit(subject),
            Event::TierSet(_) => Self::Tier(subject),
            Event::Judged(j) => Self::Judgement(subject, j.table.clone(), j.claim),
            Event::Replied(r) => Self::Reply(subject, r.claim),
            Event::PackAdopted(adopted) => {
                // One that does not read is not in force.
                let pack = RuleSet::from_json(&adopted.text).ok()?;
                let id = if pack.over.is_empty() { String::new() } else { pack.id };
                Self::Pack(subject, id)
            }
            Event::PackDropped(dropped) => Self::Pack(subject, dropped.id.clone()),
            Event::CalendarAdopted(adopted) => {
                // One that does not read is not in force.
                Self::Calendar(subject, CalendarText::read(&adopted.text).ok()?.part())
            }
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

type ById<'a> = Map<EntryId, &'a Arc<Entry>>;

/// Finds the open conflicts. Entries that were struck do not count as writes, unless people
/// who decided differently struck each other's choice.
pub fn conflicts<'a>(
    weave: &Weave,
    entries: impl IntoIterator<Item = &'a Arc<Entry>>,
) -> Vec<Conflict> {
    // One chain cannot disagree with itself.
    if weave.lanes.len() < 2 {
        return Vec::new();
    }
    // Of another unit's chain only a part is here: what its records had seen is not
    // known, and what they say against each other is that unit's to settle.
    let partial = weave.partial();
    let is_whole =
        |e: &&Arc<Entry>| weave.link(e.id).is_none_or(|link| !partial.contains_key(&link.origin));
    let by_id: ById<'_> = entries.into_iter().filter(is_whole).map(|e| (e.id, e)).collect();
    let struck = struck(&by_id);
    let numbers = renumbered(&by_id, &struck);
    let is_struck = |id: &EntryId| struck.contains_key(id);
    let mut writes: Vec<(Field, EntryId)> = by_id
        .values()
        .filter_map(|entry| Some((Field::of(entry, &by_id, &numbers)?, entry.id)))
        // A matter that was taken back needs no number.
        .filter(|(field, id)| !is_struck(id) || !matches!(field, Field::Number(_)))
        .collect();
    sort_by(&mut writes, Ord::cmp);
    let several = writes.chunk_by(|a, b| a.0 == b.0).filter(|writes| writes.len() > 1);
    let open = several.map(|writes| {
        let ids = || writes.iter().map(|(_, id)| *id);
        let standing: Vec<EntryId> = ids().filter(|id| !is_struck(id)).collect();
        let last = |write: &EntryId| {
            !standing.iter().any(|other| other != write && weave.reaches(*other, *write))
        };
        let is_crossed = |id: &EntryId| is_crossed(*id, ids(), &standing, &struck, weave);
        let mut entries: Vec<EntryId> = ids().filter(is_crossed).collect();
        if entries.is_empty() {
            entries = standing.iter().copied().filter(last).collect();
        }
        Conflict { field: writes[0].0.clone(), entries }
    });
    open.filter(|conflict| disagrees(conflict, &by_id)).collect()
}

/// Whether this write was struck in favour of another, and that one in favour of this,
/// neither strike knowing of the other: two people decided differently, and nobody has
/// written since.
fn is_crossed(
    write: EntryId,
    mut others: impl Iterator<Item = EntryId>,
    standing: &[EntryId],
    struck: &Map<EntryId, EntryId>,
    weave: &Weave,
) -> bool {
    let Some(strike) = struck.get(&write) else { return false };
    others.any(|other| {
        struck.get(&other).is_some_and(|against| {
            weave.reaches(*strike, other)
                && weave.reaches(*against, write)
                && !weave.reaches(*strike, *against)
                && !weave.reaches(*against, *strike)
                && !standing
                    .iter()
                    .any(|later| weave.reaches(*later, *strike) && weave.reaches(*later, *against))
        })
    })
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

/// The entries taken back, each with the strike that does it. A strike is later in fold
/// order than what it strikes.
fn struck(by_id: &ById<'_>) -> Map<EntryId, EntryId> {
    let mut strikes: Vec<_> = by_id
        .values()
        .filter_map(|e| match &e.event {
            Some(Event::Struck(s)) => Some((e.time, e.id, s.entry)),
            _ => None,
        })
        .collect();
    sort_by(&mut strikes, Ord::cmp);
    let mut struck = Map::new();
    for (_, id, target) in strikes.into_iter().rev() {
        if !struck.contains_key(&id) {
            struck.insert(target, id);
        }
    }
    struck
}

/// The numbers that corrections gave to registrations; the last in fold order stands.
fn renumbered<'a>(by_id: &ById<'a>, struck: &Map<EntryId, EntryId>) -> Map<EntryId, &'a str> {
    let mut given = Vec::new();
    for entry in by_id.values().filter(|e| !struck.contains_key(&e.id)) {
        let Some(Event::Corrected(c)) = &entry.event else { continue };
        let Event::Registered(registered) = c.event.as_ref() else { continue };
        let number = registered.number.as_str();
        given.push(((entry.time, entry.id), root(c.entry, by_id), number));
    }
    sort_by(&mut given, |a, b| a.0.cmp(&b.0));
    given.into_iter().map(|(_, root, number)| (root, number)).collect()
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
