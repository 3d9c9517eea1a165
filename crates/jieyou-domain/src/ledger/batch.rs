//! Many commands at once, all or none: a pasted ledger, or taking one back.

use super::book::Book;
use super::command::{Command, Drafted, Rejection};
use super::decide::decide;
use super::entry::{Entry, Stamp};
use crate::facts::By;
use crate::ids::EntryId;
use crate::time::Date;
use std::sync::Arc;

/// Checks `commands` in order, each against the book with the ones before it, so that
/// running numbers follow on. `today` is the civil date.
///
/// # Errors
///
/// Returns the place of the first command that is refused, and why; nothing is recorded
/// then.
pub fn decide_all(
    book: &Book,
    commands: Vec<Command>,
    today: Date,
) -> Result<Vec<Drafted>, (usize, Rejection)> {
    let mut trial = book.clone();
    let mut all = Vec::new();
    let last = commands.len().saturating_sub(1);
    for (at, command) in commands.into_iter().enumerate() {
        let drafted = decide(&trial, command, today).map_err(|why| (at, why))?;
        for d in drafted {
            if at < last {
                trial = trial.apply(&Arc::new(trial_entry(&d, all.len())));
            }
            all.push(d);
        }
    }
    Ok(all)
}

/// An entry that lives only while the commands are checked: after every real one.
fn trial_entry(drafted: &Drafted, at: usize) -> Entry {
    let count = u32::try_from(at).unwrap_or(u32::MAX);
    let mut id = [254_u8; 32];
    id[28..].copy_from_slice(&count.to_be_bytes());
    Entry {
        id: EntryId::from_bytes(id),
        time: Stamp { ms: u64::MAX, count },
        on: drafted.on,
        by: By::default().into(),
        subject: drafted.subject,
        event: Some(drafted.event.clone()),
    }
}
