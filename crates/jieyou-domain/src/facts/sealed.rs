//! 少记 (practice P0-2): what may be kept of a report of wrongdoing, of domestic or sexual
//! violence, of harm to minors. There is no field here that takes free text: what is not
//! written cannot leak.

use crate::ids::EntryId;
use crate::json::{Read, Value, Write, Wrong};
use crate::time::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

words! {
    /// Why a matter is recorded by number only.
    SealedKind {
        /// 检举控告
        Accusation = "accusation",
        /// 家庭暴力、性侵害
        Violence = "violence",
        /// 未成年人受到侵害
        Minor = "minor",
    }
}

words! {
    /// The organ a matter was reported or handed to.
    Organ {
        /// 公安机关
        Police = "police",
        /// 纪检监察机关
        Discipline = "discipline",
        /// 巡察组
        Inspection = "inspection",
        /// 检察机关
        Procuratorate = "procuratorate",
        /// 民政部门
        CivilAffairs = "civil_affairs",
        /// 教育部门
        Education = "education",
        /// 妇联
        Women = "women",
        /// 信访部门
        Petition = "petition",
    }
}

words! {
    /// A service to follow up.
    Service {
        /// 临时住处
        Shelter = "shelter",
        /// 就医
        Medical = "medical",
        /// 上学
        School = "school",
        /// 法律援助
        LegalAid = "legal_aid",
        /// 人身安全保护令
        Protection = "protection",
        /// 生活救助
        Living = "living",
    }
}

/// The longest receipt number, in characters.
pub const RECEIPT_MAX: usize = 24;

/// The most Latin letters in it: the short name of an organ, and no name of a person.
const LETTERS_MAX: usize = 3;

/// The number on a receipt: digits, at most three Latin letters, and `-`, `/`, `.`, at most
/// [`RECEIPT_MAX`] characters, with a digit among them. Nothing can be told in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReceiptNumber(String);

impl ReceiptNumber {
    /// Takes a number; an empty one says that there is none yet. What looks like an
    /// identity, card or mobile number is refused, however it is grouped.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let joined: String = text.chars().filter(|c| !"-/.".contains(*c)).collect();
        if crate::mask::has_hidden_number(text)
            || crate::mask::has_hidden_number(&joined)
            || has_mobile(text)
        {
            return None;
        }
        let fits = text.chars().all(|c| c.is_ascii_alphanumeric() || "-/.".contains(c));
        let letters = text.chars().filter(char::is_ascii_alphabetic).count();
        let numeric = text.is_empty() || text.chars().any(|c| c.is_ascii_digit());
        (fits && numeric && letters <= LETTERS_MAX && text.len() <= RECEIPT_MAX)
            .then(|| Self(text.to_owned()))
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A mobile number, in one piece or as 3-4-4.
fn has_mobile(text: &str) -> bool {
    let is_mobile = |digits: &str| {
        digits.len() == 11
            && digits.starts_with('1')
            && !matches!(digits.as_bytes()[1], b'0'..=b'2')
    };
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    groups.iter().any(|g| is_mobile(g))
        || groups.windows(3).any(|three| {
            let lengths = (three[0].len(), three[1].len(), three[2].len());
            lengths == (3, 4, 4) && is_mobile(&three.concat())
        })
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Read for ReceiptNumber {
    fn read(value: Value) -> Result<Self, Wrong> {
        value.as_str().and_then(Self::new).ok_or_else(|| Wrong::other(&value, "a receipt number"))
    }
}

impl Write for ReceiptNumber {
    fn write(&self) -> Value {
        Value::String(self.0.clone())
    }

    fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for ReceiptNumber {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ReceiptNumber {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(d)?).ok_or_else(|| D::Error::custom("a receipt number"))
    }
}

/// A matter recorded by number only. The entry's `on` is the day it was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedRecorded {
    /// Its running number, e.g. `SJ-2026-0001`; digits and the ledger's own letters.
    pub number: ReceiptNumber,
    /// Why by number only.
    pub kind: SealedKind,
    /// How it came in.
    pub channel: super::words::Channel,
    /// The organ it was handed to or reported to first.
    pub organ: Organ,
    /// The day it was handed over or reported.
    pub handed_on: Date,
    /// Further organs told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Organ>,
    /// The receipt's number; empty while there is none.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub receipt: ReceiptNumber,
    /// The receipt's day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_on: Option<Date>,
    /// Services to follow up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Service>,
}

fn is_nothing(number: &ReceiptNumber) -> bool {
    number.0.is_empty()
}

/// How it went on: a receipt that came later, services that are in place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedFollowed {
    /// The receipt's number, if it came now.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub receipt: ReceiptNumber,
    /// The receipt's day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_on: Option<Date>,
    /// Services that are in place now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<Service>,
    /// Services asked for from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Service>,
}

/// An entry about a matter recorded by number only taken back: written by mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedStruck {
    /// The entry.
    pub entry: EntryId,
}
