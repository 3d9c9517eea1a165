//! Records: what is stored, exported and hashed, as the exact text first written.
//!
//! Reading verifies and never repairs. A text that was read is never written anew:
//! unknown fields survive because nobody re-serialises them.

mod fold;
mod head;
mod hide;
mod line;
#[cfg(test)]
mod tests;

pub use fold::{REDACTION, entries};
pub(crate) use fold::{entry, entry_of, notes, redaction, redactions};
pub use head::{Head, Origin, VERSION};
pub(crate) use hide::without;
pub use hide::{Hidden, Hide, Piece, hide};
pub use line::{prefer, replaces};

use crate::hash::{hash, hex};
use jieyou_domain::EntryId;
use jieyou_domain::json::{self, Fields, Read as _, Twice};
pub(crate) use line::Line;
use serde::Serialize;
use serde_json::Value;
use thiserror::Error;

/// The body of a record: the event's data with a random salt, or why it is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Here, as the exact text.
    Present(String),
    /// Left out by the policy of an export.
    Withheld,
    /// Deleted because of personal data; `by` is the record that says so.
    Redacted {
        /// The redaction record.
        by: EntryId,
    },
}

/// A verified record.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The hash of the head's text.
    pub id: EntryId,
    /// The head, read.
    pub head: Head,
    /// The head's exact text.
    pub head_text: String,
    /// The body.
    pub body: Body,
}

/// Why a line is not a record.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RecordError {
    /// Not the JSON object of a stored record.
    #[error("record/line")]
    Line,
    /// The head does not read.
    #[error("record/head")]
    Head,
    /// The head does not read and says that a newer program wrote it.
    #[error("record/newer")]
    Newer {
        /// Its version.
        v: u32,
    },
    /// The body's text has another hash than the head says: a byte was changed.
    #[error("record/body-hash")]
    BodyHash,
    /// The body is missing, and neither withheld nor redacted.
    #[error("record/body-missing")]
    BodyMissing,
    /// The body is not a salt and data.
    #[error("record/body")]
    Body,
}

impl RecordError {
    /// The stable code, listed in `docs/codes.md`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Line => "record/line",
            Self::Head => "record/head",
            Self::Newer { .. } => "record/newer",
            Self::BodyHash => "record/body-hash",
            Self::BodyMissing => "record/body-missing",
            Self::Body => "record/body",
        }
    }
}

#[derive(Serialize)]
struct BodyText {
    salt: String,
    data: Value,
}

impl Record {
    /// Writes a new record. `head.body_hash` is filled in.
    pub fn write(mut head: Head, data: Value, salt: [u8; 16]) -> Self {
        let body = BodyText { salt: hex(&salt), data };
        // Plain structs with text keys: writing them cannot fail.
        let body_text = serde_json::to_string(&body).unwrap_or_default();
        head.body_hash = hash(&body_text);
        let head_text = serde_json::to_string(&head).unwrap_or_default();
        Self { id: hash(&head_text), head, head_text, body: Body::Present(body_text) }
    }

    /// Reads a stored or exported line and verifies it.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the line.
    pub fn read(line: &str) -> Result<Self, RecordError> {
        Self::read_with_data(line).map(|(record, _)| record)
    }

    /// Like [`Self::read`], with the event's data: verifying reads it.
    pub(crate) fn read_with_data(line: &str) -> Result<(Self, Option<Value>), RecordError> {
        let line: Line<'_> = json::read(line).map_err(|_e| RecordError::Line)?;
        let (head_text, body) = line.into_texts()?;
        Self::verified(head_text, body)
    }

    pub(crate) fn from_line(line: &Line<'_>) -> Result<Self, RecordError> {
        let (head_text, body) = line.texts()?;
        Self::verified(head_text, body).map(|(record, _)| record)
    }

    fn verified(head_text: String, body: Body) -> Result<(Self, Option<Value>), RecordError> {
        let head = read_head(&head_text)?;
        if let Body::Present(text) = &body
            && hash(text) != head.body_hash
        {
            return Err(RecordError::BodyHash);
        }
        let record = Self { id: hash(&head_text), head, head_text, body };
        let data = record.data();
        let known = record.head.is_known_version();
        if known && matches!(record.body, Body::Present(_)) && data.is_none() {
            return Err(RecordError::Body);
        }
        Ok((record, data))
    }

    /// The stored and exported form: one JSON object without line breaks.
    pub fn line(&self) -> String {
        Line::of(self).text()
    }

    /// The event's data, when the body is here.
    pub fn data(&self) -> Option<Value> {
        match &self.body {
            Body::Present(text) => read_body(text).ok().map(|body| body.data),
            Body::Withheld | Body::Redacted { .. } => None,
        }
    }
}

/// Reads a head. One that does not read may still say that it is too new to read.
fn read_head(text: &str) -> Result<Head, RecordError> {
    let head = json::value(text, Twice::Nowhere).map_err(|_e| RecordError::Head)?;
    let v = head.get("v").and_then(Value::as_u64).and_then(|v| u32::try_from(v).ok());
    Head::read(head).map_err(|_e| match v {
        Some(v) if v > VERSION => RecordError::Newer { v },
        Some(_) | None => RecordError::Head,
    })
}

/// Reads a body. Inside the data a name may stand twice: so it was always read.
fn read_body(text: &str) -> Result<BodyText, json::Wrong> {
    let mut fields = Fields::of(json::value(text, Twice::Inside)?)?;
    Ok(BodyText { salt: fields.take("salt")?, data: fields.raw("data")? })
}
