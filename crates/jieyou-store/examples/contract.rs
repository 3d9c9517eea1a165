//! The contract of the stores, run on IndexedDB in a real browser: `run()` resolves to
//! `{"passed":[names],"failed":[{"name","why"}]}`. On other machines there is nothing
//! to run.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use jieyou_store::StoreError;
    use jieyou_store::contract::{Outcome, check_all};
    use jieyou_store::event_store::{Batch, EventStore as _};
    use jieyou_store::indexed_db::{IndexedDb, Notice, delete_database, list_databases, peek};
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::prelude::wasm_bindgen;

    const PREFIX: &str = "jieyou-contract-";

    /// Runs all checks on fresh databases and deletes them afterwards.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub async fn run() -> String {
        let mut outcomes = Vec::new();
        outcomes.push(("no_database_is_left_over", clear().await));
        let open =
            |name: String| async move { IndexedDb::open(&format!("{PREFIX}{name}"), |_| {}).await };
        outcomes.extend(check_all(open).await);
        outcomes.push(("an_open_connection_makes_way", makes_way().await));
        outcomes.push(("a_newer_layout_is_refused", refuses_newer().await));
        outcomes.push(("an_older_layout_is_upgraded", upgrades_older().await));
        outcomes.push(("a_list_shows_what_is_there", lists().await));
        outcomes.push(("every_database_is_deleted", clear().await));
        report(&outcomes)
    }

    fn report(outcomes: &[Outcome]) -> String {
        let passed: Vec<_> = outcomes.iter().filter(|o| o.1.is_ok()).map(|o| o.0).collect();
        let failed: Vec<_> = outcomes
            .iter()
            .filter_map(|(name, outcome)| Some((name, outcome.as_ref().err()?)))
            .map(|(name, why)| serde_json::json!({ "name": name, "why": why }))
            .collect();
        serde_json::json!({ "passed": passed, "failed": failed }).to_string()
    }

    fn said(error: StoreError) -> String {
        format!("{error:?}")
    }

    fn expect(is_so: bool, what: &str) -> Result<(), String> {
        if is_so { Ok(()) } else { Err(what.to_owned()) }
    }

    async fn clear() -> Result<(), String> {
        for name in list_databases(PREFIX).await.map_err(said)? {
            delete_database(&name).await.map_err(said)?;
        }
        expect(list_databases(PREFIX).await.map_err(said)?.is_empty(), "some are left")
    }

    async fn makes_way() -> Result<(), String> {
        let name = format!("{PREFIX}makes-way");
        let notices = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&notices);
        let open = IndexedDb::open(&name, move |notice| heard.borrow_mut().push(notice));
        let store = open.await.map_err(said)?;
        delete_database(&name).await.map_err(said)?;
        expect(*notices.borrow() == [Notice::Closed], "nobody was told")?;
        let refused = store.append(0, &Batch::default()).await;
        expect(refused == Err(StoreError::Unavailable), "a closed connection wrote")
    }

    async fn refuses_newer() -> Result<(), String> {
        let name = format!("{PREFIX}newer");
        drop(IndexedDb::open_version(&name, 9, |_| {}).await.map_err(said)?);
        let refused = IndexedDb::open(&name, |_| {}).await.map(|_| ());
        expect(refused == Err(StoreError::NewerFormat), "an old program opened it")
    }

    async fn upgrades_older() -> Result<(), String> {
        let name = format!("{PREFIX}older");
        let older = IndexedDb::open_version(&name, 1, |_| {}).await.map_err(said)?;
        drop(older);
        let store = IndexedDb::open(&name, |_| {}).await.map_err(said)?;
        let records = (0..2_000).map(|n| n.to_string()).collect();
        let batch = Batch { records, ..Batch::default() };
        store.append(0, &batch).await.map_err(said)?;
        store.seal().await.map_err(said)?;
        expect(store.kept("none").await.map_err(said)?.is_none(), "something is kept")?;
        expect(store.load().await.map_err(said)?.records.len() == 2_000, "lines are lost")
    }

    async fn lists() -> Result<(), String> {
        let name = format!("{PREFIX}listed");
        let store = IndexedDb::open(&name, |_| {}).await.map_err(said)?;
        let records = vec!["a".to_owned(), "b".to_owned()];
        let meta = vec![("unit".to_owned(), "双柳村".to_owned())];
        let batch = Batch { records, meta, ..Batch::default() };
        store.append(0, &batch).await.map_err(said)?;
        expect(list_databases(PREFIX).await.map_err(said)?.contains(&name), "not listed")?;
        let (loaded, n) = peek(&name).await.map_err(said)?;
        expect(n == 2 && loaded.records.is_empty(), "counted wrongly")?;
        expect(loaded.meta.get("unit").is_some_and(|unit| unit == "双柳村"), "no unit")
    }
}
