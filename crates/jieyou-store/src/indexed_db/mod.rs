//! A store in the browser's IndexedDB. Every write is one strict transaction, read back
//! afterwards. Inside a transaction nothing is awaited but its own requests: anything
//! else would let the browser commit half of it.

mod databases;
mod error;
mod fresh_log;
mod lines;
mod raw;

pub use databases::{delete_database, list_databases, peek};
pub use fresh_log::begin_log;
pub use raw::{raw, version};

use crate::event_store::{Batch, Damage, EventStore, FORMAT, Loaded, SEGMENT, Seq, StoreError};
use crate::{contact, record};
use error::{failed, not_opened};
use indexed_db_futures::database::Database;
use indexed_db_futures::internals::SystemRepr as _;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use jieyou_domain::compact::Map;
use lines::{beside, fill, kept, part, read, seal, single};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

const RECORDS: &str = "records";
const CONTACTS: &str = "contacts";
const META: &str = "meta";
/// Lines of sealed segments, joined by line breaks; by the segment's number from 1.
const SEGMENTS: &str = "segments";
const KEPT: &str = "kept";
const ALL: [&str; 5] = [RECORDS, CONTACTS, META, SEGMENTS, KEPT];
/// How many of them there are, by version of the layout.
const STORES: [usize; 3] = [0, 3, 5];

/// How many stores a version of the layout has.
fn stores(version: u32) -> usize {
    let at = usize::try_from(version).unwrap_or(usize::MAX).min(STORES.len() - 1);
    STORES[at]
}

/// The version of a database before an upgrade; 0 when it was not there.
fn old(event: &web_sys::IdbVersionChangeEvent) -> u32 {
    (0..FORMAT).rfind(|version| f64::from(*version) <= event.old_version()).unwrap_or_default()
}

/// What happened to a connection while nobody asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Opening waits for another tab that holds an older version open. It goes on by
    /// itself once that tab is closed.
    Blocked,
    /// The connection was closed: another tab upgrades or deletes the database, or the
    /// browser took it away. The page has to be loaded again.
    Closed,
}

/// What makes the stores of a new database; an error undoes it.
type Upgrade = dyn FnMut(web_sys::IdbVersionChangeEvent) -> Result<(), JsValue>;

/// One connection to one ledger's database. Closed when dropped.
#[derive(Debug)]
pub struct IndexedDb {
    db: Database,
    closed: Rc<Cell<bool>>,
    /// Called by the browser for as long as the connection is open.
    _on_close: Closure<dyn FnMut()>,
}

impl IndexedDb {
    /// Opens a database, and makes it when it is not there. `notice` is told what
    /// happens to the connection.
    ///
    /// # Errors
    ///
    /// Returns `NewerFormat` for the database of a newer program, `Unavailable` where
    /// the browser offers no storage.
    pub async fn open(name: &str, notice: impl Fn(Notice) + 'static) -> Result<Self, StoreError> {
        begin_log().await;
        Self::open_version(name, FORMAT, notice).await
    }

    /// Opens a database at a version of the layout; for tests of what a newer program
    /// leaves behind.
    #[doc(hidden)]
    pub async fn open_version(
        name: &str,
        version: u32,
        notice: impl Fn(Notice) + 'static,
    ) -> Result<Self, StoreError> {
        Self::open_with(name, version, Rc::new(notice)).await
    }

    async fn open_with(
        name: &str,
        version: u32,
        notice: Rc<dyn Fn(Notice)>,
    ) -> Result<Self, StoreError> {
        let request = Database::open(name).with_version(version).build().map_err(not_opened)?;
        let raw = request.as_sys().clone();
        // Not the library's listeners: those word every error there is, numbers with
        // fractions too, which is 14 KB of code for words that nobody sees.
        let blocked = Rc::clone(&notice);
        let on_blocked = Closure::<dyn FnMut()>::new(move || blocked(Notice::Blocked));
        let on_upgrade = Closure::<Upgrade>::new({
            let raw = raw.clone();
            move |event: web_sys::IdbVersionChangeEvent| {
                let db: web_sys::IdbDatabase = raw.result()?.unchecked_into();
                for store in ALL.iter().take(stores(version)).skip(stores(old(&event))) {
                    db.create_object_store(store)?;
                }
                Ok(())
            }
        });
        raw.set_onblocked(Some(on_blocked.as_ref().unchecked_ref()));
        raw.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
        let opened = request.await;
        raw.set_onblocked(None);
        raw.set_onupgradeneeded(None);
        let db = opened.map_err(not_opened)?;
        let closed = Rc::new(Cell::new(false));
        let on_close = Closure::<dyn FnMut()>::new({
            let (closed, db) = (Rc::clone(&closed), db.clone());
            move || {
                // Without this the other tab would wait for ever.
                db.as_sys().close();
                if !closed.replace(true) {
                    notice(Notice::Closed);
                }
            }
        });
        db.as_sys().set_onversionchange(Some(on_close.as_ref().unchecked_ref()));
        db.as_sys().set_onclose(Some(on_close.as_ref().unchecked_ref()));
        Ok(Self { db, closed, _on_close: on_close })
    }

    /// Whether nobody closed the connection: another tab that deletes the database, or the
    /// browser.
    pub fn is_open(&self) -> bool {
        !self.closed.get()
    }

    fn transaction(&self, mode: TransactionMode) -> Result<Transaction<'_>, StoreError> {
        if self.closed.get() {
            return Err(StoreError::Unavailable);
        }
        let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let built = self.db.transaction(ALL).with_mode(mode).with_options(options).build();
        built.map_err(|e| failed(&e))
    }

    /// Ends a transaction that wrote.
    async fn commit(tx: Transaction<'_>) -> Result<(), StoreError> {
        let raw = AsRef::<web_sys::IdbTransaction>::as_ref(tx.as_sys()).clone();
        // A full disk shows only at the end, and only in the transaction itself.
        let why = |e| raw.error().map_or_else(|| failed(&e), |e| failed(&e.into()));
        tx.commit().await.map_err(why)
    }

    async fn write(&self, expected: Seq, batch: &Batch) -> Result<Seq, StoreError> {
        // Where it failed before, as on a full disk.
        begin_log().await;
        let tx = self.transaction(TransactionMode::Readwrite)?;
        // When this fails the transaction is dropped, which rolls it back.
        let last = fill(&tx, expected, batch).await.map_err(|e| failed(&e))?;
        let last = last.ok_or(StoreError::Moved)?;
        Self::commit(tx).await?;
        Ok(last)
    }

    /// Reads back what a batch wrote.
    async fn check(&self, expected: Seq, last: Seq, batch: &Batch) -> Result<(), StoreError> {
        // Only what was written: all contacts of a large ledger take long to read.
        let tx = self.transaction(TransactionMode::Readonly)?;
        let stored = lines::after(&tx, expected).await.map_err(|e| failed(&e))?;
        let differs = |at| StoreError::Damaged { at, why: Damage::ReadBack };
        let mut lines = stored.iter();
        for (line, at) in batch.records.iter().zip(expected + 1..=last) {
            match lines.next() {
                Some((seq, text)) if *seq == at && text == line => {}
                _ => return Err(differs(at)),
            }
        }
        for (subject, text) in &batch.contacts {
            // Another tab may have written a better one meanwhile; a worse one is wrong.
            let stored = lines::contact(&tx, subject).await.map_err(|e| failed(&e))?;
            if contact::prefer(stored.as_deref(), text) {
                return Err(differs(last));
            }
        }
        for (seq, line) in &batch.replaced {
            let stored = single(&tx, *seq).await.map_err(|e| failed(&e))?;
            if record::replaces(stored.as_deref(), line) {
                return Err(differs(*seq));
            }
        }
        Ok(())
    }
}

impl Drop for IndexedDb {
    fn drop(&mut self) {
        self.closed.set(true);
        self.db.as_sys().set_onversionchange(None);
        self.db.as_sys().set_onclose(None);
        self.db.as_sys().close();
    }
}

impl EventStore for IndexedDb {
    async fn load_after(&self, seq: Seq) -> Result<Loaded, StoreError> {
        let tx = self.transaction(TransactionMode::Readonly)?;
        read(&tx, seq).await.map_err(|e| failed(&e))
    }

    async fn texts(&self) -> Result<Map<String, String>, StoreError> {
        // Without the contacts, of which there may be many.
        let tx = self.transaction(TransactionMode::Readonly)?;
        beside(&tx).await.map_err(|e| failed(&e))
    }

    async fn part(&self, after: Seq) -> Result<Vec<(Seq, String)>, StoreError> {
        let tx = self.transaction(TransactionMode::Readonly)?;
        part(&tx, after).await.map_err(|e| failed(&e))
    }

    async fn seal(&self) -> Result<bool, StoreError> {
        let tx = self.transaction(TransactionMode::Readwrite)?;
        let left = seal(&tx).await.map_err(|e| failed(&e))?;
        let Some(left) = left else { return Ok(false) };
        Self::commit(tx).await?;
        Ok(left >= 2 * SEGMENT)
    }

    async fn kept(&self, key: &str) -> Result<Option<String>, StoreError> {
        let tx = self.transaction(TransactionMode::Readonly)?;
        kept(&tx, key).await.map_err(|e| failed(&e))
    }

    async fn append(&self, expected: Seq, batch: &Batch) -> Result<Seq, StoreError> {
        let last = self.write(expected, batch).await?;
        match self.check(expected, last, batch).await {
            Ok(()) => Ok(last),
            Err(differs @ StoreError::Damaged { .. }) => Err(differs),
            // It is on disk; whoever wrote must not be told that nothing was written.
            Err(_) => Err(StoreError::Unread),
        }
    }

    async fn size(&self) -> Result<Seq, StoreError> {
        let tx = self.transaction(TransactionMode::Readonly)?;
        lines::size(&tx).await.map_err(|e| failed(&e))
    }
}
