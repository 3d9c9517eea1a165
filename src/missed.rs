//! What is noted of ledgers outside their databases, so that one is missed when the browser
//! lost it (docs/adr/0038-a-torn-log.md). Nothing about a matter.

use crate::boot::{REAL, choose_made, new_database};
use crate::browser::{chosen, drafts, page, preferences};
use jieyou_domain::json::Write as _;
use jieyou_view::screens::gone::Seen;

/// Preference of a ledger: what it holds.
const HOLDS: &str = "holds";
/// What was noted of the one in whose place it was begun.
const AFTER: &str = "after";
/// What is said once it is cleared: set while that is under way.
const CLEARING: &str = "clearing";

fn key(database: &str, name: &str) -> String {
    format!("{database}:{name}")
}

/// What is noted of a ledger in which there is something.
pub(crate) fn held(database: &str) -> Option<Seen> {
    preferences::get(&key(database, HOLDS)).filter(|seen: &Seen| seen.records > 0)
}

/// What was noted of the ledger in whose place this one was begun.
pub(crate) fn before(database: &str) -> Option<Seen> {
    preferences::get(&key(database, AFTER))
}

/// Says no more of the one before it.
pub(crate) fn forget_before(database: &str) {
    preferences::drop_one(&key(database, AFTER));
}

/// What would be missed if a ledger were gone: what is in it, or in the one whose copy it
/// waits for.
pub(crate) fn noted(database: &str) -> Option<Seen> {
    held(database).or_else(|| before(database))
}

/// Notes what a ledger holds. Records never become fewer: who knows of fewer than are noted
/// is behind, and notes nothing. The copy to go by stays until there is a better one.
pub(crate) fn note(database: &str, seen: Seen) {
    let old = held(database);
    if old.as_ref().is_some_and(|old| old.records > seen.records) {
        return;
    }
    let mut new = seen;
    if new.copy.is_none() {
        let known = old.clone().or_else(|| before(database));
        new.copy = known.and_then(|known| known.copy);
    }
    if old.as_ref() != Some(&new) {
        preferences::set(&key(database, HOLDS), &new.write());
    }
}

/// The ledgers that are missed, when `here` are the ones that are there.
pub(crate) fn missed(here: &[String]) -> Vec<(String, Seen)> {
    let mut all = Vec::new();
    for name in [HOLDS, AFTER] {
        for database in preferences::names(&key("", name)) {
            let is_known = all.iter().any(|(known, _)| *known == database);
            if is_known || here.contains(&database) || !database.starts_with(REAL) {
                continue;
            }
            all.extend(noted(&database).map(|seen| (database, seen)));
        }
    }
    all
}

/// Begins a new ledger in the place of one that is gone. What was noted of it and what was
/// typed and not sent goes along: matters that a copy brings have the same addresses.
pub(crate) fn begin_after(gone: &str) {
    // Another tab may have done it.
    let Some(seen) = noted(gone) else { return page::reload() };
    let database = new_database();
    let after = key(&database, AFTER);
    preferences::set(&after, &seen.clone().write());
    // Nothing goes where nothing can be noted.
    if preferences::get::<Seen>(&after).as_ref() == Some(&seen) {
        drafts::move_all(gone, &database);
        preferences::drop_all(gone);
    }
    choose_made(&database);
}

/// Notes that a ledger is about to be cleared, and what is to be said once it is; or that it
/// is not.
pub(crate) fn clearing(database: &str, said: Option<&str>) {
    match said {
        Some(said) => preferences::set(&key(database, CLEARING), &said),
        None => preferences::drop_one(&key(database, CLEARING)),
    }
}

/// Of a ledger that is not there: whether it was cleared, which a tab that did not let go
/// put off. Clears what lies beside it; what is to be said.
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
