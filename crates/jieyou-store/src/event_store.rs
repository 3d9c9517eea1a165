//! Where lines are kept: one database, one ledger. A store knows nothing of what the
//! lines say; it never changes one, except a body that merging replaces.

use crate::record::RecordError;
use jieyou_domain::compact::Map;
use thiserror::Error;

/// The key of a record in its database: 1, 2, 3 … without a hole.
pub type Seq = u32;

/// The version of the database's layout. Version 1 had no segments and nothing kept.
pub const FORMAT: u32 = 2;

/// How many lines a sealed segment holds: the n-th holds the keys up to `n * SEGMENT`.
/// A million lines read one by one take nine times as long as in segments of a thousand.
pub const SEGMENT: Seq = 1000;

/// The names of databases.
pub mod name {
    use jieyou_domain::Id;

    /// In front of the name of every real ledger.
    pub const REAL: &str = "jieyou-real-";
    /// The training ledger of a village.
    pub const TRAINING_VILLAGE: &str = "jieyou-training-village";
    /// The training ledger of a township.
    pub const TRAINING_TOWNSHIP: &str = "jieyou-training-township";

    /// The name of a real ledger.
    pub fn real(id: Id) -> String {
        format!("{REAL}{id}")
    }
}

/// Keys of the texts beside the records.
pub mod meta {
    /// `real` or `training`.
    pub const REALM: &str = "realm";
    /// The origin that the next record continues.
    pub const ORIGIN: &str = "origin";
    /// The running sum of all record ids in key order, to notice a changed head.
    pub const SUM: &str = "sum";
    /// The layout's version.
    pub const FORMAT: &str = "format";
    /// The unit's name, for a list of ledgers.
    pub const UNIT: &str = "unit";
    /// The milliseconds of the last record, for a list of ledgers.
    pub const LAST: &str = "last";
    /// The files that were read in, see [`crate::local`].
    pub const IMPORTS: &str = "imports";
    /// What of files was not let in, see [`crate::local::Note`].
    pub const NOTES: &str = "notes";
    /// How far chains reached that are not here as a whole, see [`crate::local::Lost`].
    pub const LOST: &str = "lost";
    /// How often bodies of known records were replaced: another tab has to read them again.
    pub const BODIES: &str = "bodies";
}

/// Everything in a database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The lines, by key.
    pub records: Vec<(Seq, String)>,
    /// The texts beside them.
    pub meta: Map<String, String>,
    /// Contacts by subject, as stored.
    pub contacts: Map<String, String>,
}

/// What one transaction writes: all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// New lines, in order.
    pub records: Vec<String>,
    /// Lines of known records whose body changed, by key.
    pub replaced: Vec<(Seq, String)>,
    /// Contacts by subject. A store keeps what [`crate::contact::prefer`] prefers.
    pub contacts: Vec<(String, String)>,
    /// Texts by key; the last write stands.
    pub meta: Vec<(String, String)>,
    /// Large texts by key, which are read only when asked for; `None` drops one.
    pub kept: Vec<(String, Option<String>)>,
}

/// Something is wrong with what a database holds.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Damage {
    /// A line is not a record.
    #[error("damage/record: {0}")]
    Record(#[from] RecordError),
    /// A key is missing.
    #[error("damage/hole")]
    Hole,
    /// A record of the other realm.
    #[error("damage/other-realm")]
    OtherRealm,
    /// A record's `prev` names another hash than the record before it has: one of the
    /// two was changed.
    #[error("damage/broken-link")]
    BrokenLink,
    /// The records do not add up to the running sum: a head was changed.
    #[error("damage/sum")]
    Sum,
    /// What was written does not read back the same.
    #[error("damage/read-back")]
    ReadBack,
}

impl Damage {
    /// The stable code, listed in `docs/codes.md`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Record(why) => why.code(),
            Self::Hole => "damage/hole",
            Self::OtherRealm => "damage/other-realm",
            Self::BrokenLink => "damage/broken-link",
            Self::Sum => "damage/sum",
            Self::ReadBack => "damage/read-back",
        }
    }
}

/// The machine could not do it. Nothing was changed, but for `Unread` and for `Damaged`
/// where reading back says so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// No room left.
    #[error("store/full")]
    Full,
    /// Another tab holds an older version of the database open.
    #[error("store/blocked")]
    Blocked,
    /// Another tab wrote first.
    #[error("store/moved")]
    Moved,
    /// A newer program made this database.
    #[error("store/newer-format")]
    NewerFormat,
    /// What is stored cannot be believed.
    #[error("store/damaged at {at}: {why}")]
    Damaged {
        /// The key of the record.
        at: Seq,
        /// What is wrong.
        why: Damage,
    },
    /// There is no storage here, or the connection was closed for another tab.
    #[error("store/unavailable")]
    Unavailable,
    /// A person stopped it.
    #[error("store/stopped")]
    Stopped,
    /// The computer's date lies before what was written already, and nobody said that it is
    /// right.
    #[error("store/clock")]
    Clock,
    /// The ledger is open to be read only.
    #[error("store/read-only")]
    ReadOnly,
    /// It was written, as far as the machine says, and could not be read back. The one
    /// error after which something may have changed.
    #[error("store/unread")]
    Unread,
    /// Anything else, in the browser's words.
    #[error("store/other: {0}")]
    Other(String),
}

impl StoreError {
    /// The stable code, listed in `docs/codes.md`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Full => "store/full",
            Self::Blocked => "store/blocked",
            Self::Moved => "store/moved",
            Self::NewerFormat => "store/newer-format",
            Self::Damaged { .. } => "store/damaged",
            Self::Unavailable => "store/unavailable",
            Self::Stopped => "store/stopped",
            Self::Clock => "store/clock",
            Self::ReadOnly => "store/read-only",
            Self::Unread => "store/unread",
            Self::Other(_) => "store/other",
        }
    }
}

/// A database of one ledger.
#[expect(async_fn_in_trait, reason = "one thread, one generic parameter, no dyn")]
pub trait EventStore {
    /// Reads everything.
    ///
    /// # Errors
    ///
    /// Returns what the machine says.
    async fn load(&self) -> Result<Loaded, StoreError> {
        self.load_after(0).await
    }

    /// Reads the lines after a key, and all contacts and texts, at one moment.
    ///
    /// # Errors
    ///
    /// Returns what the machine says.
    async fn load_after(&self, seq: Seq) -> Result<Loaded, StoreError>;

    /// Reads the texts beside the lines.
    ///
    /// # Errors
    ///
    /// Returns what the machine says.
    async fn texts(&self) -> Result<Map<String, String>, StoreError> {
        Ok(self.load_after(Seq::MAX).await?.meta)
    }

    /// Reads the next lines after a key, at most [`SEGMENT`] of them; none are left where
    /// there are none. For reading a ledger part by part: no part of it moves.
    ///
    /// # Errors
    ///
    /// Returns what the machine says.
    async fn part(&self, after: Seq) -> Result<Vec<(Seq, String)>, StoreError>;

    /// Puts the oldest lines that lie singly into a segment, where there are two segments'
    /// worth of them. Returns whether there is more to do. What is read stays the same.
    ///
    /// # Errors
    ///
    /// Returns what the machine says; nothing changed then.
    async fn seal(&self) -> Result<bool, StoreError>;

    /// A large text, by its key.
    ///
    /// # Errors
    ///
    /// Returns what the machine says.
    async fn kept(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Writes a batch in one transaction: the lines under the keys after `expected`.
    /// Returns the last key once everything was read back.
    ///
    /// # Errors
    ///
    /// Returns `Moved` when one of those keys is taken, else what the machine says.
    /// Nothing is written then, except where it is `Unread` or reads back differently.
    async fn append(&self, expected: Seq, batch: &Batch) -> Result<Seq, StoreError>;

    /// How many records there are.
    ///
    /// # Errors
    ///
    /// Returns what the machine says.
    async fn size(&self) -> Result<Seq, StoreError>;
}
