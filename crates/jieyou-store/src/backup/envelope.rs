//! The object around the records of an export.

use crate::hash::Sum;
use crate::local::{Imported, Lost};
use crate::record::{Body, Line, Origin, Record};
use jieyou_domain::compact::Map;
use jieyou_domain::facts::{UnitKind, UnitProfile};
use jieyou_domain::json::{Read, Value, Write, Wrong};
use jieyou_domain::{Date, EntryId, Realm, reads};
use serde::Serialize;

/// The name of the file format.
pub const FORMAT: &str = "jieyou-ledger";

/// The version of the file format that this program writes.
pub const VERSION: u32 = 1;

/// What an export is for; decides what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A copy for oneself: with contacts.
    Copy,
    /// Some matters for the unit they are handed up to: all that was recorded of them,
    /// contacts only where that was ticked.
    HandedUp,
    /// What came of such matters, for the unit that handed them up: only that.
    FedBack,
}

/// Which unit's ledger it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnitLabel {
    /// What the unit is.
    pub kind: UnitKind,
    /// Its name.
    pub name: String,
    /// The code in front of its matters' numbers.
    pub code: String,
}

impl UnitLabel {
    pub(super) fn of(unit: &UnitProfile) -> Self {
        Self { kind: unit.kind, name: unit.name.clone(), code: unit.code.clone() }
    }
}

/// Everything in front of the records.
#[derive(Serialize)]
pub(super) struct Front<'a> {
    pub(super) format: &'a str,
    pub(super) version: u32,
    pub(super) app: &'a str,
    pub(super) exported_on: Date,
    pub(super) realm: Realm,
    pub(super) purpose: Purpose,
    pub(super) unit: Option<UnitLabel>,
    pub(super) tips: Map<Origin, EntryId>,
    /// What holds for the ledger alone; of effect only where a copy is restored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) local: Option<Local>,
}

/// What holds for one ledger alone.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Local {
    /// The files that were read in.
    pub(super) imports: Vec<Imported>,
    /// What of them was not let in, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) apart: Vec<ApartLine>,
    /// How far chains reached that are not in it as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) lost: Vec<Lost>,
}

/// What of a file was not let in: the exact texts stored of it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ApartLine {
    pub(super) note: String,
    pub(super) lines: String,
}

/// A contact in an export: the subject and the exact text stored for it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ContactLine {
    pub(super) subject: String,
    pub(super) text: String,
}

/// A line of a file that has the shape of a record's, or its text.
pub(super) struct Given(pub(super) Result<Line<'static>, String>);

impl Read for Given {
    fn read(value: Value) -> Result<Self, Wrong> {
        if Line::fits(&value) {
            return Ok(Self(Ok(Line::read(value)?)));
        }
        Ok(Self(Err(value.to_string())))
    }
}

/// An export as it is read. Unknown fields are left alone.
pub(super) struct Envelope {
    pub(super) exported_on: Date,
    pub(super) realm: Realm,
    pub(super) purpose: Purpose,
    pub(super) unit: Option<UnitLabel>,
    pub(super) tips: Map<Origin, EntryId>,
    pub(super) records: Vec<Given>,
    pub(super) contacts: Vec<ContactLine>,
    pub(super) sum: EntryId,
    pub(super) local: Option<Local>,
}

impl Purpose {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::HandedUp => "handed_up",
            Self::FedBack => "fed_back",
        }
    }
}

impl Write for Purpose {
    fn write(&self) -> Value {
        Value::String(self.code().to_owned())
    }
}

reads! { enum Purpose { Copy = "copy", HandedUp = "handed_up", FedBack = "fed_back" } }
reads!(UnitLabel { kind, name, code });
reads!(ContactLine { subject, text });
reads!(ApartLine { note, lines });
reads!(Local { ; imports, apart, lost });
reads!(Envelope { exported_on, realm, purpose, tips, records, sum; unit, contacts, local });

/// The sum of an export: over the ids in order, the state of a body that is not there,
/// and the contacts.
#[derive(Default)]
pub(super) struct Summing(Sum);

impl Summing {
    pub(super) fn record(&mut self, record: &Record) {
        self.0.add(&record.id.to_string());
        match &record.body {
            Body::Present(_) => {}
            Body::Withheld => self.0.add("withheld"),
            Body::Redacted { by } => self.0.add(&by.to_string()),
        }
    }

    pub(super) fn contact(&mut self, subject: &str, text: &str) {
        self.0.add(subject);
        self.0.add(text);
    }

    pub(super) fn finish(self) -> EntryId {
        self.0.finish()
    }
}

/// The sum of a whole export.
pub(super) fn sum<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    contacts: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> EntryId {
    let mut sum = Summing::default();
    records.into_iter().for_each(|record| sum.record(record));
    contacts.into_iter().for_each(|(subject, text)| sum.contact(subject, text));
    sum.finish()
}
