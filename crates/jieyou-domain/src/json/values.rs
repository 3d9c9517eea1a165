//! How the plain types read.

use super::{Read, Value, Wrong};
use crate::time::{Date, parse_date};

/// The place of `code` among `codes`.
#[inline(never)]
pub(crate) fn index(codes: &[&str], code: &str) -> Option<usize> {
    codes.iter().position(|known| *known == code)
}

/// Reads one of `codes`, and returns its place among them.
#[inline(never)]
fn word(value: &Value, codes: &[&str]) -> Result<usize, Wrong> {
    let Value::String(code) = value else { return Err(Wrong::other(value, "a code")) };
    index(codes, code).ok_or_else(|| Wrong::unknown("code", code, codes))
}

/// Reads one of `all` by its code.
///
/// # Errors
///
/// Returns what stands there instead.
pub fn from_code<T: Clone>(value: Value, codes: &[&str], all: &[T]) -> Result<T, Wrong> {
    let at = word(&value, codes)?;
    all.get(at).cloned().ok_or_else(|| Wrong::other(&value, "a code"))
}

#[inline(never)]
fn number(value: &Value, most: u64) -> Result<u64, Wrong> {
    let number = value.as_u64().filter(|number| *number <= most);
    number.ok_or_else(|| Wrong::other(value, "a whole number that is not too large"))
}

macro_rules! numbers {
    ($($name:ident),*) => {$(
        impl Read for $name {
            fn read(value: Value) -> Result<Self, Wrong> {
                let read = number(&value, u64::from($name::MAX))?;
                $name::try_from(read).map_err(|_e| Wrong::other(&value, "a smaller number"))
            }
        }
    )*};
}
numbers!(u16, u32);

impl Read for u64 {
    fn read(value: Value) -> Result<Self, Wrong> {
        number(&value, Self::MAX)
    }
}

impl Read for Value {
    fn read(value: Value) -> Result<Self, Wrong> {
        Ok(value)
    }
}

impl Read for String {
    #[inline(never)]
    fn read(value: Value) -> Result<Self, Wrong> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(Wrong::other(&other, "a text")),
        }
    }
}

impl Read for bool {
    #[inline(never)]
    fn read(value: Value) -> Result<Self, Wrong> {
        value.as_bool().ok_or_else(|| Wrong::other(&value, "true or false"))
    }
}

impl Read for Date {
    #[inline(never)]
    fn read(value: Value) -> Result<Self, Wrong> {
        let date = value.as_str().and_then(parse_date);
        date.ok_or_else(|| Wrong::other(&value, "a day such as 2026-02-12"))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Value) -> Result<Self, Wrong> {
        if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(value: Value) -> Result<Self, Wrong> {
        T::read(value).map(Self::new)
    }
}

#[inline(never)]
fn items(value: Value) -> Result<Vec<Value>, Wrong> {
    match value {
        Value::Array(items) => Ok(items),
        other => Err(Wrong::other(&other, "a list")),
    }
}

/// Hands over every item of a list. One loop for all types of items.
#[inline(never)]
fn each(value: Value, read: &mut dyn FnMut(Value) -> Result<(), Wrong>) -> Result<(), Wrong> {
    for (at, item) in items(value)?.into_iter().enumerate() {
        read(item).map_err(|wrong| wrong.item(at))?;
    }
    Ok(())
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value) -> Result<Self, Wrong> {
        let mut all = Self::new();
        each(value, &mut |item| T::read(item).map(|item| all.push(item)))?;
        Ok(all)
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(value: Value) -> Result<Self, Wrong> {
        let (a, b) = pair(value)?;
        Ok((A::read(a).map_err(|wrong| wrong.item(0))?, B::read(b).map_err(|wrong| wrong.item(1))?))
    }
}

#[inline(never)]
fn pair(value: Value) -> Result<(Value, Value), Wrong> {
    let [a, b] = <[Value; 2]>::try_from(items(value)?)
        .map_err(|items| Wrong::other(&Value::Array(items), "a list of two"))?;
    Ok((a, b))
}

impl Read for serde_json::Map<String, Value> {
    fn read(value: Value) -> Result<Self, Wrong> {
        match value {
            Value::Object(fields) => Ok(fields),
            other => Err(Wrong::other(&other, "an object")),
        }
    }
}
