//! Contacts: how a notice reaches the parties. They live beside the records, never in
//! them, so that they can be wiped. No contact is ever searched or counted.
//!
//! What is stored for a subject is one text. Two texts of one subject merge by a total
//! order, so any order of merging ends the same: a later round beats an earlier one, a
//! wipe beats every text of its round, a later text beats an earlier one. Only who has
//! seen a wipe opens the next round; so no import revives what was wiped.

use jieyou_domain::json::read;
use jieyou_domain::ledger::Stamp;
use jieyou_domain::reads;
use serde::{Deserialize, Serialize};

/// One party of a matter, by role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The role: 反映人, 对方 …
    pub role: String,
    /// The name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Where a letter reaches them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The telephone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

/// How to reach the parties of one matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The parties.
    pub parties: Vec<Party>,
}

/// What is stored for a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// How often the contact was wiped and knowingly written again.
    pub round: u32,
    /// When it was written: `[milliseconds, count]`.
    pub at: (u64, u32),
    /// The contact; absent when it was wiped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
}

reads!(Party { role; name, address, phone });
reads!(Contact { parties });
reads!(Stored { round, at; contact });

impl Stored {
    /// Reads a stored text.
    pub fn read(text: &str) -> Option<Self> {
        read(text).ok()
    }

    /// What follows on what is stored: a contact, or nothing to wipe it.
    pub fn after(old: Option<&Self>, contact: Option<Contact>, at: Stamp) -> Self {
        let round = match old {
            Some(old) if old.contact.is_none() && contact.is_some() => old.round.saturating_add(1),
            Some(old) => old.round,
            None => 0,
        };
        Self { round, at: (at.ms, at.count), contact }
    }

    /// The text to store.
    pub fn text(&self) -> String {
        // A plain struct of texts and numbers: writing it cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    fn rank(&self) -> (u32, bool, (u64, u32)) {
        (self.round, self.contact.is_none(), self.at)
    }
}

/// Says whether `new` replaces what is stored. Unreadable text never replaces anything.
pub fn prefer(old: Option<&str>, new: &str) -> bool {
    let Some(newer) = Stored::read(new) else { return false };
    match old.and_then(|old| Stored::read(old).map(|read| (read, old))) {
        Some((older, old)) => (newer.rank(), new) > (older.rank(), old),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(name: &str) -> Option<Contact> {
        let party = Party { role: "反映人".into(), name: name.into(), ..Party::default() };
        Some(Contact { parties: vec![party] })
    }

    fn at(ms: u64) -> Stamp {
        Stamp { ms, count: 0 }
    }

    #[test]
    fn a_wipe_stands_until_somebody_who_knows_writes_again() {
        let first = Stored::after(None, contact("甲"), at(1));
        let wiped = Stored::after(Some(&first), None, at(2));
        // Edited later on a computer that does not know of the wipe.
        let edited = Stored::after(Some(&first), contact("乙"), at(9));
        assert!(prefer(Some(&first.text()), &wiped.text()));
        assert!(prefer(Some(&edited.text()), &wiped.text()));
        assert!(!prefer(Some(&wiped.text()), &edited.text()));
        let again = Stored::after(Some(&wiped), contact("丙"), at(3));
        assert!(prefer(Some(&wiped.text()), &again.text()));
        assert!(!prefer(Some(&again.text()), &wiped.text()));
        assert!(!prefer(Some(&again.text()), &again.text()));
        assert!(!prefer(None, "not a contact"));
        assert!(!wiped.text().contains("contact"));
    }
}
