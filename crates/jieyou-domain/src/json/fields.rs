//! The fields of an object. There is one piece of code for every type of field, not for
//! every field of every struct.

use super::{Read, Value, Wrong};
use serde_json::Map;

/// The fields of an object, taken out by name.
#[derive(Debug)]
pub struct Fields {
    all: Map<String, Value>,
    /// Whether the field last asked for is missing.
    is_missing: bool,
}

impl Fields {
    /// The fields of a value.
    ///
    /// # Errors
    ///
    /// Returns what stands there when it is not an object.
    #[inline(never)]
    pub fn of(value: Value) -> Result<Self, Wrong> {
        match value {
            Value::Object(all) => Ok(Self { all, is_missing: false }),
            other => Err(Wrong::other(&other, "an object")),
        }
    }

    /// Checks that there are no other fields.
    ///
    /// # Errors
    ///
    /// Returns the first field that is not among `names`.
    #[inline(never)]
    pub fn only(&self, names: &[&str]) -> Result<(), Wrong> {
        let unknown = self.all.keys().find(|name| !names.contains(&name.as_str()));
        unknown.map_or(Ok(()), |name| Err(Wrong::unknown("field", name, names)))
    }

    /// Whether a field is here.
    pub fn has(&self, name: &str) -> bool {
        self.all.contains_key(name)
    }

    /// Takes a field. One that may be nothing may be left out.
    ///
    /// # Errors
    ///
    /// Returns that it is missing, or what does not fit.
    #[inline(never)]
    pub fn take<T: Read>(&mut self, name: &str) -> Result<T, Wrong> {
        T::read(self.value(name)).map_err(|wrong| self.wrong(wrong, name))
    }

    /// Takes a field that may be left out.
    ///
    /// # Errors
    ///
    /// Returns what does not fit.
    #[inline(never)]
    pub fn or_default<T: Read + Default>(&mut self, name: &str) -> Result<T, Wrong> {
        let value = self.value(name);
        if self.is_missing {
            return Ok(T::default());
        }
        T::read(value).map_err(|wrong| self.wrong(wrong, name))
    }

    /// Takes a field as it is.
    ///
    /// # Errors
    ///
    /// Returns that it is missing.
    pub fn raw(&mut self, name: &str) -> Result<Value, Wrong> {
        let value = self.value(name);
        if self.is_missing { Err(missing(name)) } else { Ok(value) }
    }

    /// The value of a field, or null.
    #[inline(never)]
    fn value(&mut self, name: &str) -> Value {
        let value = self.all.get_mut(name);
        self.is_missing = value.is_none();
        value.map(Value::take).unwrap_or_default()
    }

    #[inline(never)]
    fn wrong(&self, wrong: Wrong, name: &str) -> Wrong {
        if self.is_missing { missing(name) } else { wrong.field(name) }
    }
}

fn missing(name: &str) -> Wrong {
    Wrong::new(format!("missing field `{name}`"))
}
