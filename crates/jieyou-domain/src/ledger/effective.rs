//! What remains of a matter's entries after corrections and strikes.

use super::entry::Entry;
use super::event::Event;
use crate::compact::{Map, sort_by};
use crate::ids::EntryId;
use crate::time::Date;
use std::sync::Arc;

/// A fact as it stands: the root entry with the last correction laid over it.
#[derive(Clone, Debug, PartialEq)]
pub struct Effective<'a> {
    /// The entry that first wrote the fact; its id names the fact.
    pub root: &'a Arc<Entry>,
    /// The day of the fact as it stands.
    pub on: Date,
    /// The fact as it stands.
    pub event: &'a Event,
    /// The correction in force, if any.
    pub corrected_by: Option<EntryId>,
}

/// Returns the facts in force, ordered by day, then by fold order; the
/// registration is first whatever its day.
///
/// A strike takes back any entry, also a correction or another strike. Of several
/// corrections of one entry the last in fold order stands.
pub fn effective(entries: &[Arc<Entry>]) -> Vec<Effective<'_>> {
    let by_id: Map<EntryId, &Arc<Entry>> = entries.iter().map(|e| (e.id, e)).collect();
    let void = voided(entries);
    let mut correction: Map<EntryId, &Arc<Entry>> = Map::new();
    for entry in entries.iter().filter(|e| !void.contains_key(&e.id)) {
        if let Some(Event::Corrected(c)) = &entry.event
            && let Some(root) = root_of(c.entry, &by_id)
        {
            correction.insert(root, entry);
        }
    }
    let mut facts: Vec<Effective<'_>> = Vec::new();
    for entry in entries.iter().filter(|e| !void.contains_key(&e.id)) {
        let Some(event) = &entry.event else { continue };
        if matches!(event, Event::Corrected(_) | Event::Struck(_)) {
            continue;
        }
        facts.push(match correction.get(&entry.id).map(|c| (c.id, &c.event)) {
            Some((id, Some(Event::Corrected(c)))) if c.event.kind() == event.kind() => {
                Effective { root: entry, on: c.on, event: &c.event, corrected_by: Some(id) }
            }
            _ => Effective { root: entry, on: entry.on, event, corrected_by: None },
        });
    }
    // Entries come in fold order and the sort is stable.
    let key = |f: &Effective<'_>| (!matches!(f.event, Event::Registered(_)), f.on);
    sort_by(&mut facts, |a, b| key(a).cmp(&key(b)));
    facts
}

/// Whether the entry `id` was taken back.
pub(super) fn is_void(entries: &[Arc<Entry>], id: EntryId) -> bool {
    voided(entries).contains_key(&id)
}

/// A strike is always later in fold order than what it strikes, so one pass from
/// the end settles strikes of strikes.
fn voided(entries: &[Arc<Entry>]) -> Map<EntryId, ()> {
    let mut void = Map::new();
    for entry in entries.iter().rev() {
        if let Some(Event::Struck(s)) = &entry.event
            && !void.contains_key(&entry.id)
        {
            void.insert(s.entry, ());
        }
    }
    // What another unit signed for stands: it is that unit's matter as well.
    let stands = |e: &&Arc<Entry>| !void.contains_key(&e.id);
    let signs = |e: &Entry| matches!(e.event, Some(Event::SignedFor(_)));
    let returns = |e: &Entry| matches!(e.event, Some(Event::Returned(_)));
    let last = entries.iter().filter(stands).rfind(|e| signs(e) || returns(e));
    if let Some(signed) = last.filter(|e| signs(e)) {
        for entry in entries {
            if matches!(entry.event, Some(Event::Registered(_))) && entry.by.unit != signed.by.unit
            {
                void.remove(&entry.id);
            }
        }
    }
    void
}

/// Follows a correction of a correction back to the entry that wrote the fact.
fn root_of(mut id: EntryId, by_id: &Map<EntryId, &Arc<Entry>>) -> Option<EntryId> {
    for _ in 0..=by_id.len() {
        match by_id.get(&id).map(|e| &e.event) {
            Some(Some(Event::Corrected(c))) => id = c.entry,
            Some(_) => return Some(id),
            None => return None,
        }
    }
    None
}
