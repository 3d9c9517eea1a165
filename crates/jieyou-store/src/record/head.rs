//! The head of a record: everything but the data. Its text is written once and never
//! again; the hash of that text is the record's identity.

use jieyou_domain::facts::By;
use jieyou_domain::json::{Fields, Read, Value, Wrong};
use jieyou_domain::ledger::Stamp;
use jieyou_domain::{Date, EntryId, Id, Realm, Subject};
use serde::{Deserialize, Serialize};

/// The version of the record's form that this program writes.
pub const VERSION: u32 = 1;

/// The random name of the database that wrote a record.
pub type Origin = Id;

/// The head of a record. Field order is the order on disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// The version of the record's form.
    pub v: u32,
    /// The database that wrote it.
    pub origin: Origin,
    /// Its number among the origin's records, from 1.
    pub n: u64,
    /// The hash of the origin's previous head; absent for the first.
    pub prev: Option<EntryId>,
    /// Other origins' tips folded since the previous record, sorted.
    pub seen: Vec<EntryId>,
    /// Real or training.
    pub realm: Realm,
    /// For order: `[milliseconds, count]`.
    #[serde(with = "time")]
    pub time: Stamp,
    /// The civil date of the fact.
    pub on: Date,
    /// Post and unit.
    pub by: By,
    /// What it is about. A text, because a newer program may know more kinds.
    pub subject: String,
    /// The event's type.
    #[serde(rename = "type")]
    pub code: String,
    /// The hash of the body's text.
    pub body_hash: EntryId,
}

impl Head {
    /// The subject, when this program knows its kind.
    pub fn subject(&self) -> Option<Subject> {
        self.subject.parse().ok()
    }

    /// Whether this program folds records of this version.
    pub const fn is_known_version(&self) -> bool {
        self.v <= VERSION
    }
}

mod time {
    use super::Stamp;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(time: &Stamp, s: S) -> Result<S::Ok, S::Error> {
        (time.ms, time.count).serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Stamp, D::Error> {
        <(u64, u32)>::deserialize(d).map(|(ms, count)| Stamp { ms, count })
    }
}

impl Read for Head {
    fn read(value: Value) -> Result<Self, Wrong> {
        let mut fields = Fields::of(value)?;
        let (ms, count) = fields.take("time")?;
        Ok(Self {
            v: fields.take("v")?,
            origin: fields.take("origin")?,
            n: fields.take("n")?,
            prev: fields.take("prev")?,
            seen: fields.take("seen")?,
            realm: fields.take("realm")?,
            time: Stamp { ms, count },
            on: fields.take("on")?,
            by: fields.take("by")?,
            subject: fields.take("subject")?,
            code: fields.take("type")?,
            body_hash: fields.take("body_hash")?,
        })
    }
}
