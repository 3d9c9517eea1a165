//! A fact as a script says it, and how it is read.

use super::ScriptWhy;
use jieyou_domain::EntryId;
use jieyou_domain::json::{Read, Wrong};
use jieyou_domain::ledger::{Event, EventError, Matter};
use serde::Serialize;
use serde_json::{Map, Value};

/// A fact about a matter: its type without `matter.` and its data, as one field
/// (`{"mediated": {…}}`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Said(Map<String, Value>);

impl Read for Said {
    fn read(value: Value) -> Result<Self, Wrong> {
        Map::read(value).map(Self)
    }
}

impl Said {
    /// A fact as a script says it.
    pub fn of(event: &Event) -> Self {
        let code = event.kind().code();
        let name = code.strip_prefix("matter.").unwrap_or(code);
        Self(Map::from_iter([(name.to_owned(), event.data())]))
    }

    fn parts(&self) -> Option<(String, &Value)> {
        let mut fields = self.0.iter();
        let (name, data) = fields.next()?;
        fields.next().is_none().then(|| (format!("matter.{name}"), data))
    }

    /// Reads the fact, places resolved within `matter` (or taken on trust without one).
    pub(super) fn event(&self, matter: Option<&Matter>) -> Result<Event, ScriptWhy> {
        let Some((code, data)) = self.parts() else { return Err(ScriptWhy::NothingSaid) };
        let mut data = data.clone();
        if let Value::Object(fields) = &mut data {
            resolve(fields, matter)?;
        }
        let event = Event::from_parts(&code, data.clone()).map_err(|e| match e {
            EventError::UnknownType => ScriptWhy::UnknownType(code.clone()),
            EventError::Malformed(why) => ScriptWhy::Unreadable(format!("{code}: {why}")),
        })?;
        if matches!(event, Event::Registered(_)) {
            return Err(ScriptWhy::UnknownType(code));
        }
        known_fields(&data, &event.data())?;
        Ok(event)
    }
}

/// Puts the keys and ids of `matter` where places such as `@0` stand.
fn resolve(fields: &mut Map<String, Value>, matter: Option<&Matter>) -> Result<(), ScriptWhy> {
    for name in ["promise", "entry"] {
        let Some(Value::String(text)) = fields.get_mut(name) else { continue };
        let Some(at) = text.strip_prefix('@') else { continue };
        let wrong = || ScriptWhy::NoSuchPlace(format!("{name} @{at}"));
        let at: usize = at.parse().map_err(|_e| wrong())?;
        *text = match (name, matter) {
            ("promise", Some(m)) => m.state.promises.get(at).ok_or_else(wrong)?.key.clone(),
            (_, Some(m)) => m.entries().get(at).ok_or_else(wrong)?.id.to_string(),
            (_, None) => EntryId::from_bytes([0; 32]).to_string(),
        };
    }
    Ok(())
}

/// Fails on a field of `said` that did not survive reading: a slip of the pen.
pub(super) fn known_fields(said: &Value, read: &Value) -> Result<(), ScriptWhy> {
    match (said, read) {
        (Value::Object(said), Value::Object(read)) => {
            for (name, value) in said {
                match read.get(name) {
                    Some(read) => known_fields(value, read)?,
                    None if is_blank(value) => {}
                    None => return Err(ScriptWhy::UnknownField(name.clone())),
                }
            }
            Ok(())
        }
        (Value::Array(said), Value::Array(read)) => {
            said.iter().zip(read).try_for_each(|(said, read)| known_fields(said, read))
        }
        _ => Ok(()),
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
