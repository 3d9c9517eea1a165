//! The rule packs of a ledger: a base, and over it what the unit has of its own.

use super::book::Trouble;
use super::event::Event;
use crate::ids::EntryId;
use crate::rules::{PackError, RuleSet};
use std::sync::Arc;

/// The packs in force, the base first.
#[derive(Clone, Debug, Default)]
pub(super) struct Packs {
    all: Arc<Vec<RuleSet>>,
    /// The entries that adopted them, in the same order.
    entries: Arc<Vec<EntryId>>,
    last: Option<EntryId>,
    /// What was read, so that a text is read once whatever else is adopted.
    read: Arc<Vec<(EntryId, Result<RuleSet, PackError>)>>,
}

impl Packs {
    pub(super) fn all(&self) -> &[RuleSet] {
        &self.all
    }

    pub(super) fn entry(&self, at: usize) -> Option<EntryId> {
        self.entries.get(at).copied()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The entry that changed them last.
    pub(super) fn last(&self) -> Option<EntryId> {
        self.last
    }

    /// Reads what was adopted and not dropped since, in the order of the ledger. What does
    /// not read or does not fit stays out of force, and is returned.
    pub(super) fn read(&mut self, events: &[(EntryId, &Event)]) -> Vec<(EntryId, Trouble)> {
        let mut troubles = Vec::new();
        let mut base: Option<(EntryId, RuleSet)> = None;
        let mut over: Vec<(EntryId, RuleSet)> = Vec::new();
        self.last = None;
        for (id, event) in events {
            match event {
                Event::PackAdopted(adopted) => match self.of(*id, &adopted.text) {
                    Ok(pack) if pack.over.is_empty() => {
                        // What did not read before a base that does is past.
                        troubles.clear();
                        base = Some((*id, pack));
                    }
                    Ok(pack) => {
                        over.retain(|(_, old)| old.id != pack.id);
                        over.push((*id, pack));
                    }
                    Err(e) => {
                        troubles.push((*id, Trouble::Pack(e)));
                        continue;
                    }
                },
                Event::PackDropped(dropped) => over.retain(|(_, old)| old.id != dropped.id),
                _ => continue,
            }
            self.last = Some(*id);
        }
        let Some((entry, base)) = base else {
            *self = Self::default();
            return troubles;
        };
        let (mut all, mut entries, mut rules) = (vec![base.clone()], vec![entry], base);
        for (id, pack) in over {
            match rules.with(&pack) {
                Ok(with) => {
                    rules = with;
                    all.push(pack);
                    entries.push(id);
                }
                Err(e) => troubles.push((id, Trouble::Pack(e))),
            }
        }
        (self.all, self.entries) = (Arc::new(all), Arc::new(entries));
        troubles
    }

    /// The pack of an entry.
    fn of(&mut self, id: EntryId, text: &str) -> Result<RuleSet, PackError> {
        if let Some((_, read)) = self.read.iter().find(|(known, _)| *known == id) {
            return read.clone();
        }
        let read = RuleSet::from_json(text);
        Arc::make_mut(&mut self.read).push((id, read.clone()));
        read
    }

    /// All of them together.
    pub(super) fn rules(&self) -> RuleSet {
        together(self.all.iter())
    }

    pub(super) fn without(&self, id: &str) -> RuleSet {
        together(self.all.iter().filter(|p| p.over.is_empty() || p.id != id))
    }

    pub(super) fn with(&self, pack: &RuleSet) -> Result<RuleSet, PackError> {
        if pack.over.is_empty() {
            let over = self.all.iter().filter(|p| !p.over.is_empty());
            return Ok(together(std::iter::once(pack).chain(over)));
        }
        if self.all.is_empty() {
            return Err(PackError::NotOver(pack.over.clone()));
        }
        self.without(&pack.id).with(pack)
    }
}

/// The first, and laid over it what fits.
fn together<'a>(packs: impl Iterator<Item = &'a RuleSet>) -> RuleSet {
    packs.fold(RuleSet::default(), |all, pack| {
        if pack.over.is_empty() { pack.clone() } else { all.with(pack).unwrap_or(all) }
    })
}
