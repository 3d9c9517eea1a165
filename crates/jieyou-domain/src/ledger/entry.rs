//! An entry: an event with who, when, about what, and its identity.

use super::event::Event;
use crate::facts::By;
use crate::ids::{EntryId, Subject};
use crate::time::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A hybrid logical clock reading: orders entries of several computers.
///
/// Written as `ms.count`; compares first by milliseconds, then by count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01 UTC, as the writer's computer believed.
    pub ms: u64,
    /// Tie-breaker within one millisecond.
    pub count: u32,
}

/// One fact as folded: from a verified record.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The hash of the record's head.
    pub id: EntryId,
    /// For order.
    pub time: Stamp,
    /// The civil date of the fact.
    pub on: Date,
    /// Post and unit that wrote it; few write many entries, so they share it.
    pub by: Arc<By>,
    /// What it is about.
    pub subject: Subject,
    /// The fact. `None` for a type of a newer program: kept, not folded, and it
    /// blocks commands on that subject.
    pub event: Option<Event>,
}
