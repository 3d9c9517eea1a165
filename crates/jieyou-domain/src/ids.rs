//! Names of things: subjects, entries, realms. All are opaque and random or hashes;
//! none says anything about a person.

use crate::json::{Read, Value, Write, Wrong};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The alphabet of written ids: Crockford's base 32 in lower case, without i, l, o, u.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A random 80-bit id, written with 16 characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id([u8; 10]);

impl Id {
    /// Makes an id from ten random bytes. The caller provides the randomness.
    pub const fn from_bytes(bytes: [u8; 10]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for half in self.0.chunks(5) {
            let bits = half.iter().fold(0_u64, |acc, &b| (acc << 8) | u64::from(b));
            for shift in (0..8).rev() {
                let at = usize::try_from((bits >> (shift * 5)) & 31).unwrap_or_default();
                write!(f, "{}", char::from(ALPHABET[at]))?;
            }
        }
        Ok(())
    }
}

/// The text is not an id, a subject or a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id")
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let text = text.as_bytes();
        if text.len() != 16 {
            return Err(NotAnId);
        }
        let mut bytes = [0_u8; 10];
        for (half, out) in text.chunks(8).zip(bytes.chunks_mut(5)) {
            let mut bits = 0_u64;
            for c in half {
                let value = ALPHABET.iter().position(|a| a == c).ok_or(NotAnId)?;
                bits = (bits << 5) | u64::try_from(value).unwrap_or_default();
            }
            out.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        Ok(Self(bytes))
    }
}

/// The digits of written hashes.
const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// What a digit of a hash stands for.
fn digit(digit: u8) -> Result<u8, NotAnId> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(NotAnId),
    }
}

/// The identity of an entry: the SHA-256 of its record's head, in lower-case hex.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId([u8; 32]);

impl EntryId {
    /// Wraps a hash.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Mixes two hashes into one; the order does not matter.
    pub(crate) fn mixed(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a ^= b);
        self
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A ledger has some ten of these a matter, and writes each several times.
        let mut text = [0; 64];
        for (pair, byte) in text.chunks_exact_mut(2).zip(self.0) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 15)];
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for EntryId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text.len() != 64 {
            return Err(NotAnId);
        }
        let mut bytes = [0_u8; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

/// Whether a ledger is worked with or trained on. Stands in every record's head;
/// records of one realm never enter a ledger of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Realm {
    /// Real work.
    Real,
    /// Training; invented places, a clock that can be moved.
    Training,
}

crate::reads! { enum Realm { Real = "real", Training = "training" } }

/// What kind of thing an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// The ledger itself: its unit, places, posts, packs, calendar.
    Ledger,
    /// A matter (事项).
    Matter,
    /// A matter recorded by number only (少记): never in a list, never searched.
    Sealed,
}

impl SubjectKind {
    fn name(self) -> &'static str {
        match self {
            Self::Ledger => "ledger",
            Self::Matter => "matter",
            Self::Sealed => "sealed",
        }
    }
}

/// What an entry is about, written `matter:0123456789abcdef`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The kind.
    pub kind: SubjectKind,
    /// Which one.
    pub id: Id,
}

impl Subject {
    /// The subject of a matter.
    pub const fn matter(id: Id) -> Self {
        Self { kind: SubjectKind::Matter, id }
    }

    /// The subject of a matter recorded by number only.
    pub const fn sealed(id: Id) -> Self {
        Self { kind: SubjectKind::Sealed, id }
    }

    /// The subject of a ledger.
    pub const fn ledger(id: Id) -> Self {
        Self { kind: SubjectKind::Ledger, id }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.name(), self.id)
    }
}

impl FromStr for Subject {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (kind, id) = text.split_once(':').ok_or(NotAnId)?;
        let kind = match kind {
            "ledger" => SubjectKind::Ledger,
            "matter" => SubjectKind::Matter,
            "sealed" => SubjectKind::Sealed,
            _ => return Err(NotAnId),
        };
        Ok(Self { kind, id: id.parse()? })
    }
}

macro_rules! serde_as_text {
    ($($name:ty),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
        impl Write for $name {
            fn write(&self) -> Value {
                Value::String(self.to_string())
            }
        }
        impl Read for $name {
            #[inline(never)]
            fn read(value: Value) -> Result<Self, Wrong> {
                let read = value.as_str().and_then(|text| text.parse().ok());
                read.ok_or_else(|| Wrong::other(&value, "an id"))
            }
        }
    )*};
}
serde_as_text!(Id, EntryId, Subject);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_they_are_written() {
        let id = Id::from_bytes([0, 1, 2, 250, 251, 252, 253, 254, 255, 7]);
        assert_eq!(id.to_string().parse::<Id>(), Ok(id));
        assert_eq!(id.to_string().len(), 16);
        assert_eq!("0123456789abcdeu".parse::<Id>(), Err(NotAnId));
        let subject = Subject::matter(id);
        assert_eq!(subject.to_string().parse::<Subject>(), Ok(subject));
        let entry = EntryId::from_bytes([171; 32]);
        assert_eq!(entry.to_string().parse::<EntryId>(), Ok(entry));
        assert_eq!("AB".repeat(32).parse::<EntryId>(), Err(NotAnId));
    }
}
