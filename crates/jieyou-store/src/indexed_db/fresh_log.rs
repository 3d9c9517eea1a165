//! Keeps a write that was cut off from taking every ledger with it.
//!
//! Chromium keeps all databases of an address in one LevelDB, which writes everything to a
//! log first. A pulled plug, a killed browser or a full disk may leave half a record at the
//! log's end. LevelDB takes it for the end when it opens again, and goes on writing right
//! behind it; at the opening after that the log does not add up, and Chromium deletes all
//! databases of the address without a word. So a log that may end so must not be written to
//! for long: deleting a database makes Chromium put the log away and begin a new one
//! (`BackingStore::DeleteDatabase` compacts). Other browsers are not harmed by a database
//! that comes and goes. See docs/adr/0038-a-torn-log.md; shown by `tests/e2e/kill.mjs`.

use super::{FORMAT, IndexedDb, delete_database};
use std::cell::Cell;
use std::rc::Rc;

/// The database that is made and deleted. No ledger's name begins so.
const PASSING: &str = "jieyou.passing";

thread_local! {
    /// Whether this page has done it. A browser that fails to write closes all connections,
    /// after which the page is loaded again.
    static IS_FRESH: Cell<bool> = const { Cell::new(false) };
}

/// Makes the browser begin a new log, once a page; every ledger's connection does so first.
/// Called before databases are listed, a browser that throws them away does so before the
/// list, not behind it. What goes wrong is not told: what is opened next meets it too, and
/// the next write tries again.
pub async fn begin_log() {
    // Not twice at the same time.
    if IS_FRESH.replace(true) {
        return;
    }
    let made = IndexedDb::open_with(PASSING, FORMAT, Rc::new(|_| {})).await.map(drop);
    let gone = delete_database(PASSING).await;
    IS_FRESH.set(made.is_ok() && gone.is_ok());
}
