//! What is noted of ledgers outside their databases, so that one is missed when the browser
//! lost it (docs/adr/0038-a-torn-log.md). Nothing about a matter.

use crate::boot::{REAL, choose_made, new_database};
use crate::browser::{chosen, drafts, page, preferences, task};
use jieyou_domain::json::Write as _;
use jieyou_view::screens::copies::{Copied, to_go_by};
use jieyou_view::screens::gone::{Seen, Stage};
use std::cell::RefCell;

/// Preference of a ledger: what it holds.
const HOLDS: &str = "holds";
/// What was noted of the one in whose place it was begun.
const AFTER: &str = "after";
/// What is said once it is cleared: set while that is under way.
const CLEARING: &str = "clearing";

fn key(database: &str, name: &str) -> String {
    format!("{database}:{name}")
}

/// A ledger that is missed.
#[derive(Clone, Debug)]
pub(crate) struct Missed {
    /// Its database.
    pub(crate) database: String,
    /// What was noted of it, and of those before it that it was still to make up for: the
    /// last one first.
    pub(crate) seen: Vec<Seen>,
}

/// What is noted of a ledger in which there is something.
pub(crate) fn held(database: &str) -> Option<Seen> {
    preferences::get(&key(database, HOLDS)).filter(|seen: &Seen| seen.records > 0)
}

/// What was noted of the ledgers that this one is still to make up for.
pub(crate) fn before(database: &str) -> Vec<Seen> {
    preferences::get(&key(database, AFTER)).unwrap_or_default()
}

/// Those of them that are not made up for, and how far somebody is with each.
pub(crate) fn left(database: &str) -> Vec<(Seen, Stage)> {
    let stage = |seen: &Seen| match is_restored(database, seen) {
        true => Stage::Restored,
        false => Stage::Begun,
    };
    let all = before(database).into_iter().map(|seen| (stage(&seen), seen));
    all.filter(|(stage, seen)| !seen.is_made_up_for(*stage))
        .map(|(stage, seen)| (seen, stage))
        .collect()
}

/// Whether a copy of one of those was read into this ledger: its note names it then.
fn is_restored(database: &str, gone: &Seen) -> bool {
    let held = held(database).unwrap_or_default();
    let mut known = held.copy.iter().chain(&held.later);
    known.any(|copy| gone.copy.iter().chain(&gone.later).any(|c| c.hash == copy.hash))
}

/// Says no more of those before it.
pub(crate) fn forget_before(database: &str) {
    preferences::drop_one(&key(database, AFTER));
}

/// Everything noted of a ledger and of those before it; empty where nothing would be missed.
fn noted(database: &str) -> Vec<Seen> {
    held(database).into_iter().chain(before(database)).collect()
}

/// An older state of a ledger was put in its place, by whoever put the browser's files back:
/// says what is missing, and begins to note anew.
pub(crate) fn fell_behind(database: &str, seen: Seen) {
    let gone: Vec<Seen> = [seen].into_iter().chain(before(database)).collect();
    preferences::drop_one(&key(database, HOLDS));
    preferences::set(&key(database, AFTER), &gone.write());
}

/// Notes what a ledger holds, and its file copies. Whoever knows of fewer records than are
/// noted is behind, and notes nothing.
pub(crate) fn note(database: &str, mut seen: Seen, copies: &[Copied]) {
    let old = held(database);
    if old.as_ref().is_some_and(|old| old.records > seen.records) {
        return;
    }
    // The copy that it was restored from is in no list of its own: that stays named.
    let is_begun = |first: &Seen| {
        first.copy.as_ref().is_some_and(|copy| old.is_none() && seen.records >= copy.records)
    };
    let first = before(database).into_iter().next().filter(is_begun);
    let known = old.iter().chain(&first).flat_map(|seen| seen.copy.iter().chain(&seen.later));
    let is_other = |copy: &&Copied| copies.iter().all(|c| c.hash != copy.hash);
    let all: Vec<Copied> = known.filter(is_other).chain(copies).cloned().collect();
    (seen.copy, seen.later) = to_go_by(&all);
    if old.as_ref() != Some(&seen) {
        preferences::set(&key(database, HOLDS), &seen.write());
    }
}

/// The ledgers that are missed, when `here` are the ones that are there.
pub(crate) fn missed(here: &[String]) -> Vec<Missed> {
    let mut all: Vec<Missed> = Vec::new();
    for name in [HOLDS, AFTER] {
        for database in preferences::names(&key("", name)) {
            let is_known = all.iter().any(|known| known.database == database);
            if is_known || here.contains(&database) || !database.starts_with(REAL) {
                continue;
            }
            let seen = noted(&database);
            if !seen.is_empty() {
                all.push(Missed { database, seen });
            }
        }
    }
    all
}

/// Begins a new ledger in the place of one that is gone. What was noted of it and what was
/// typed and not sent goes along: matters that a copy brings have the same addresses.
pub(crate) fn begin_after(gone: &str) {
    let seen = noted(gone);
    if seen.is_empty() {
        // Another tab did it.
        return page::reload();
    }
    let database = new_database();
    drafts::move_all(gone, &database);
    // First, so that there is room for the same again.
    preferences::drop_all(gone);
    preferences::set(&key(&database, AFTER), &seen.write());
    choose_made(&database);
}

thread_local! {
    /// The ledgers that are missed beside the one that is open.
    static OTHERS: RefCell<Vec<Missed>> = const { RefCell::new(Vec::new()) };
}

/// Keeps in mind which are missed, when `here` are the ones that are there.
pub(crate) fn look(here: &[String]) {
    OTHERS.set(missed(here));
}

/// Those missed when this page was opened.
pub(crate) fn others() -> Vec<Missed> {
    OTHERS.with_borrow(Clone::clone)
}

/// Gives a ledger up.
pub(crate) fn give_up(database: String) {
    task::start(async move {
        drop_beside(&database).await;
        page::reload();
    });
}

/// Notes that a ledger is about to be cleared, and what is to be said once it is; or that it
/// is not.
pub(crate) fn clearing(database: &str, said: Option<&str>) {
    match said {
        Some(said) => preferences::set(&key(database, CLEARING), &said),
        None => preferences::drop_one(&key(database, CLEARING)),
    }
}

/// The ledgers that are being cleared.
pub(crate) fn being_cleared() -> Vec<String> {
    preferences::names(&key("", CLEARING))
}

/// Of a ledger that is not there: what is to be said where it was cleared, which a tab that
/// did not let go put off. Clears what lies beside it.
pub(crate) async fn cleared(database: &str) -> Option<String> {
    let said: String = preferences::get(&key(database, CLEARING))?;
    drop_beside(database).await;
    Some(said)
}

/// Drops everything that lies beside a ledger that is gone for good.
pub(crate) async fn drop_beside(database: &str) {
    drafts::drop_all(database);
    preferences::drop_all(database);
    chosen::forget(database).await;
}
