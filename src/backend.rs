//! Where a ledger is kept: on disk, or, where the browser allows nothing, in memory
//! until the page is closed. The screen says which.

use crate::boot::lang;
use crate::browser::{opening, page};
use jieyou_domain::compact::Map;
use jieyou_store::event_store::{Batch, EventStore, Loaded, Seq, StoreError};
use jieyou_store::indexed_db::{IndexedDb, Notice};
use jieyou_store::memory::Memory;
use jieyou_view::text::say;

/// The store behind this page.
#[derive(Debug)]
pub(crate) enum Backend {
    /// The browser's database.
    Disk(IndexedDb),
    /// Nothing is kept.
    Memory(Memory),
    /// The browser's database, which is read only: something in it cannot be believed.
    Locked(IndexedDb),
}

impl Backend {
    /// Opens a database; falls back to memory only where there is none at all.
    pub(crate) async fn open(database: &str) -> Result<Self, StoreError> {
        let notice = |notice| match notice {
            // Goes on by itself, once the other tab is closed.
            Notice::Blocked => {
                let notice = say::store_error(&StoreError::Blocked, lang());
                opening::say(&[notice.title, notice.next].join(" "));
            }
            Notice::Closed => page::tell("jieyou-closed"),
        };
        match IndexedDb::open(database, notice).await {
            Ok(disk) => Ok(Self::Disk(disk)),
            Err(StoreError::Unavailable) => Ok(Self::Memory(Memory::default())),
            Err(e) => Err(e),
        }
    }

    /// Whether what is written outlives the page.
    pub(crate) fn is_kept(&self) -> bool {
        matches!(self, Self::Disk(_) | Self::Locked(_))
    }

    /// Whether what is written now is kept: the connection was not closed meanwhile.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self, Self::Disk(store) if store.is_open())
    }

    /// The same store, of which nothing can be changed any more.
    pub(crate) fn locked(self) -> Self {
        match self {
            Self::Disk(store) => Self::Locked(store),
            other => other,
        }
    }
}

impl EventStore for Backend {
    async fn load_after(&self, seq: Seq) -> Result<Loaded, StoreError> {
        match self {
            Self::Disk(store) | Self::Locked(store) => store.load_after(seq).await,
            Self::Memory(store) => store.load_after(seq).await,
        }
    }

    async fn texts(&self) -> Result<Map<String, String>, StoreError> {
        match self {
            Self::Disk(store) | Self::Locked(store) => store.texts().await,
            Self::Memory(store) => store.texts().await,
        }
    }

    async fn part(&self, after: Seq) -> Result<Vec<(Seq, String)>, StoreError> {
        match self {
            Self::Disk(store) | Self::Locked(store) => store.part(after).await,
            Self::Memory(store) => store.part(after).await,
        }
    }

    async fn seal(&self) -> Result<bool, StoreError> {
        match self {
            Self::Disk(store) => store.seal().await,
            Self::Locked(_) => Ok(false),
            Self::Memory(store) => store.seal().await,
        }
    }

    async fn kept(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self {
            Self::Disk(store) | Self::Locked(store) => store.kept(key).await,
            Self::Memory(store) => store.kept(key).await,
        }
    }

    async fn append(&self, expected: Seq, batch: &Batch) -> Result<Seq, StoreError> {
        match self {
            Self::Disk(store) => store.append(expected, batch).await,
            Self::Locked(_) => Err(StoreError::ReadOnly),
            Self::Memory(store) => store.append(expected, batch).await,
        }
    }

    async fn size(&self) -> Result<Seq, StoreError> {
        match self {
            Self::Disk(store) | Self::Locked(store) => store.size().await,
            Self::Memory(store) => store.size().await,
        }
    }
}
