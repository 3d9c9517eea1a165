//! The one-line form of a record, in the database and in an export.
//!
//! `{"head":"…","body":"…"}`, or instead of the body `"withheld":true` or
//! `"redacted":"<id of the redaction record>"`; exactly one of the three.

use super::{Body, Record, RecordError};
use jieyou_domain::EntryId;
use jieyou_domain::json::{Fields, Read, Value, Wrong};
use serde::Serialize;
use std::borrow::Cow;

#[derive(Serialize)]
pub(crate) struct Line<'a> {
    pub(crate) head: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    redacted: Option<EntryId>,
}

impl Read for Line<'_> {
    fn read(value: Value) -> Result<Self, Wrong> {
        let mut fields = Fields::of(value)?;
        let body: Option<String> = fields.take("body")?;
        Ok(Self {
            head: Cow::Owned(fields.take("head")?),
            body: body.map(Cow::Owned),
            withheld: fields.take("withheld")?,
            redacted: fields.take("redacted")?,
        })
    }
}

impl<'a> Line<'a> {
    /// Whether a value has the shape of a line.
    pub(crate) fn fits(value: &Value) -> bool {
        let is_free = |name, fits: fn(&Value) -> bool| value.get(name).is_none_or(fits);
        let is_id = |id: &Value| id.as_str().is_some_and(|id| id.parse::<EntryId>().is_ok());
        value.get("head").is_some_and(Value::is_string)
            && is_free("body", |v| v.is_null() || v.is_string())
            && is_free("withheld", |v| v.is_null() || v.is_boolean())
            && value.get("redacted").is_none_or(|v| v.is_null() || is_id(v))
    }

    /// The head alone, as if the body had been withheld.
    pub(crate) fn bare(&self) -> Line<'_> {
        let head = Cow::Borrowed(self.head.as_ref());
        Line { head, body: None, withheld: Some(true), redacted: None }
    }

    pub(super) fn of(record: &'a Record) -> Self {
        let mut line = Self {
            head: Cow::Borrowed(&record.head_text),
            body: None,
            withheld: None,
            redacted: None,
        };
        match &record.body {
            Body::Present(text) => line.body = Some(Cow::Borrowed(text)),
            Body::Withheld => line.withheld = Some(true),
            Body::Redacted { by } => line.redacted = Some(*by),
        }
        line
    }

    pub(crate) fn text(&self) -> String {
        // A plain struct of texts: writing it cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The head's text and the body, copied.
    pub(super) fn texts(&self) -> Result<(String, Body), RecordError> {
        let text = self.body.as_deref().map(str::to_owned);
        Ok((self.head.as_ref().to_owned(), body(text, self.withheld, self.redacted)?))
    }

    /// The head's text and the body.
    pub(super) fn into_texts(self) -> Result<(String, Body), RecordError> {
        let text = self.body.map(Cow::into_owned);
        Ok((self.head.into_owned(), body(text, self.withheld, self.redacted)?))
    }
}

fn body(
    text: Option<String>,
    withheld: Option<bool>,
    redacted: Option<EntryId>,
) -> Result<Body, RecordError> {
    match (text, withheld, redacted) {
        (Some(text), None | Some(false), None) => Ok(Body::Present(text)),
        (None, Some(true), None) => Ok(Body::Withheld),
        (None, None | Some(false), Some(by)) => Ok(Body::Redacted { by }),
        (None, None | Some(false), None) => Err(RecordError::BodyMissing),
        _ => Err(RecordError::Line),
    }
}

/// Says whether `new` replaces `old` where both are the body of one record:
/// redacted beats present beats withheld. Of two redactions the greater id stays,
/// so that every order of merging ends with the same line.
pub fn prefer(old: &Body, new: &Body) -> bool {
    rank(new) > rank(old)
}

fn rank(body: &Body) -> (u8, Option<EntryId>) {
    match body {
        Body::Withheld => (0, None),
        Body::Present(_) => (1, None),
        Body::Redacted { by } => (2, Some(*by)),
    }
}

/// Says whether the line `new` may stand in the place of `old`: the same head with a
/// body that merging prefers.
pub fn replaces(old: Option<&str>, new: &str) -> bool {
    let read = |text| Record::read(text).ok();
    match (old.and_then(read), read(new)) {
        (Some(old), Some(new)) => old.id == new.id && prefer(&old.body, &new.body),
        _ => false,
    }
}
