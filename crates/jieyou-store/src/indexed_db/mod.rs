//! A store in the browser's IndexedDB. Every write is one strict transaction, read back
//! afterwards. Inside a transaction nothing is awaited but its own requests: anything
//! else would let the browser commit half of it.

mod databases;
mod error;

pub use databases::{delete_database, list_databases, peek};

use crate::event_store::{Batch, Damage, EventStore, FORMAT, Loaded, Seq, StoreError};
use crate::{contact, record};
use error::{failed, not_opened};
use indexed_db_futures::database::Database;
use indexed_db_futures::internals::SystemRepr as _;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use indexed_db_futures::{KeyRange, error::Error};
use jieyou_domain::compact::Map;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

const RECORDS: &str = "records";
const CONTACTS: &str = "contacts";
const META: &str = "meta";
const ALL: [&str; 3] = [RECORDS, CONTACTS, META];

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
                if event.old_version() < 1.0 {
                    let db: web_sys::IdbDatabase = raw.result()?.unchecked_into();
                    for store in ALL {
                        db.create_object_store(store)?;
                    }
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

    fn transaction(&self, mode: TransactionMode) -> Result<Transaction<'_>, StoreError> {
        if self.closed.get() {
            return Err(StoreError::Unavailable);
        }
        let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let built = self.db.transaction(ALL).with_mode(mode).with_options(options).build();
        built.map_err(|e| failed(&e))
    }

    async fn write(&self, expected: Seq, batch: &Batch) -> Result<Seq, StoreError> {
        let tx = self.transaction(TransactionMode::Readwrite)?;
        // When this fails the transaction is dropped, which rolls it back.
        let last = fill(&tx, expected, batch).await.map_err(|e| failed(&e))?;
        let raw = AsRef::<web_sys::IdbTransaction>::as_ref(tx.as_sys()).clone();
        match tx.commit().await {
            Ok(()) => Ok(last),
            // A full disk shows only at the end, and only in the transaction itself.
            Err(e) => Err(raw.error().map_or_else(|| failed(&e), |e| failed(&e.into()))),
        }
    }

    /// Reads back what a batch wrote.
    async fn check(&self, expected: Seq, last: Seq, batch: &Batch) -> Result<(), StoreError> {
        let stored = self.load_after(expected).await?;
        let differs = |at| StoreError::Damaged { at, why: Damage::ReadBack };
        let mut lines = stored.records.iter();
        for (line, at) in batch.records.iter().zip(expected + 1..=last) {
            match lines.next() {
                Some((seq, text)) if *seq == at && text == line => {}
                _ => return Err(differs(at)),
            }
        }
        for (subject, text) in &batch.contacts {
            // Another tab may have written a better one meanwhile; a worse one is wrong.
            if contact::prefer(stored.contacts.get(subject).map(String::as_str), text) {
                return Err(differs(last));
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

    async fn append(&self, expected: Seq, batch: &Batch) -> Result<Seq, StoreError> {
        let last = self.write(expected, batch).await?;
        self.check(expected, last, batch).await?;
        Ok(last)
    }

    async fn size(&self) -> Result<Seq, StoreError> {
        let tx = self.transaction(TransactionMode::Readonly)?;
        let count = async { tx.object_store(RECORDS)?.count().primitive()?.await };
        count.await.map_err(|e| failed(&e))
    }
}

/// Puts a batch into a transaction.
async fn fill(tx: &Transaction<'_>, expected: Seq, batch: &Batch) -> Result<Seq, Error> {
    let records = tx.object_store(RECORDS)?;
    let mut requests = Vec::with_capacity(batch.records.len());
    let mut last = expected;
    for line in &batch.records {
        last += 1;
        requests.push(records.add(line.as_str()).with_key(last).without_key_type().primitive()?);
    }
    for request in requests {
        request.await?;
    }
    for (seq, line) in &batch.replaced {
        let old: Option<String> = records.get(*seq).primitive()?.await?;
        if record::replaces(old.as_deref(), line) {
            records.put(line.as_str()).with_key(*seq).without_key_type().primitive()?.await?;
        }
    }
    let contacts = tx.object_store(CONTACTS)?;
    for (subject, text) in &batch.contacts {
        let old: Option<String> = contacts.get(subject.as_str()).primitive()?.await?;
        if contact::prefer(old.as_deref(), text) {
            put(&contacts, subject, text).await?;
        }
    }
    let meta = tx.object_store(META)?;
    for (key, text) in &batch.meta {
        put(&meta, key, text).await?;
    }
    Ok(last)
}

async fn put(store: &ObjectStore<'_>, key: &str, text: &str) -> Result<(), Error> {
    store.put(text).with_key(key.to_owned()).without_key_type().primitive()?.await
}

async fn read(tx: &Transaction<'_>, after: Seq) -> Result<Loaded, Error> {
    let records = tx.object_store(RECORDS)?;
    let range = || KeyRange::LowerBound(after, true);
    let keys = records.get_all_keys::<Seq>().with_query::<Seq, _>(range()).primitive()?;
    let lines = records.get_all::<String>().with_query::<Seq, _>(range()).primitive()?;
    let (meta, contacts) = (texts(tx, META)?, texts(tx, CONTACTS)?);
    let keys = keys.await?.collect::<Result<Vec<_>, _>>()?;
    let lines = lines.await?.collect::<Result<Vec<_>, _>>()?;
    Ok(Loaded {
        records: keys.into_iter().zip(lines).collect(),
        meta: meta.await?,
        contacts: contacts.await?,
    })
}

/// Asks for all texts of a store at once, and waits when polled.
fn texts(
    tx: &Transaction<'_>,
    store: &str,
) -> Result<impl Future<Output = Result<Map<String, String>, Error>> + use<>, Error> {
    let store = tx.object_store(store)?;
    let keys = store.get_all_keys::<String>().primitive()?;
    let values = store.get_all::<String>().primitive()?;
    Ok(async move {
        let keys = keys.await?.collect::<Result<Vec<_>, _>>()?;
        let values = values.await?.collect::<Result<Vec<_>, _>>()?;
        Ok(keys.into_iter().zip(values).collect())
    })
}
