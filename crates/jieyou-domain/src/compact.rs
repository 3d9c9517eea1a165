//! Sorting and reading in a form that stays small when built for the browser.
//!
//! The standard library's sort is made anew for every type it sorts, some 6 KB each, and
//! a JSON reader for every source it reads from. Here both are made once.

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Unexpected, Visitor};
use serde_json::Value;
use std::cmp::Ordering;

/// Sorts by `compare`; what is equal keeps its order.
pub fn sort_by<T>(items: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| slots[at].take()));
}

/// The sorted order of `len` things that are known by their places.
fn order(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Reads JSON.
///
/// In the browser through a [`Value`], from which the events are read too; there an error
/// names no line. Natively straight from the text.
///
/// # Errors
///
/// Returns what is wrong with the text.
pub fn read<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    #[cfg(target_arch = "wasm32")]
    return from_value(serde_json::from_str(text)?);
    #[cfg(not(target_arch = "wasm32"))]
    return serde_json::from_str(text);
}

/// Reads a value; a struct from an object only, never from a list.
///
/// # Errors
///
/// Returns what does not fit.
pub fn from_value<T: DeserializeOwned>(value: Value) -> serde_json::Result<T> {
    T::deserialize(Data(value))
}

/// A value as a source of data. `serde_json` would read every struct from a list too,
/// and the code for that is half of what it generates.
struct Data(Value);

type Error = serde_json::Error;

impl Data {
    fn map(
        self,
    ) -> Result<MapDeserializer<'static, impl Iterator<Item = (String, Self)>, Error>, Error> {
        match self.0 {
            Value::Object(map) => {
                Ok(MapDeserializer::new(map.into_iter().map(|(key, value)| (key, Self(value)))))
            }
            other => Err(wrong(&other, "an object")),
        }
    }

    fn seq(self) -> Result<SeqDeserializer<impl Iterator<Item = Self>, Error>, Error> {
        match self.0 {
            Value::Array(all) => Ok(SeqDeserializer::new(all.into_iter().map(Self))),
            other => Err(wrong(&other, "a list")),
        }
    }
}

fn wrong(value: &Value, expected: &'static str) -> Error {
    let found = match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(b) => Unexpected::Bool(*b),
        Value::Number(_) => Unexpected::Other("number"),
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    };
    serde::de::Error::invalid_type(found, &expected)
}

impl IntoDeserializer<'_, Error> for Data {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Data {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(_) => visitor.visit_seq(self.seq()?),
            Value::Object(_) => visitor.visit_map(self.map()?),
            Value::Null => visitor.visit_unit(),
            Value::Bool(is) => visitor.visit_bool(is),
            Value::Number(number) => number.deserialize_any(visitor),
            Value::String(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            other => Err(wrong(&other, "a string")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut all = self.seq()?;
        let read = visitor.visit_seq(&mut all)?;
        // A pair from a longer list is an error, as it is natively.
        all.end().map(|()| read)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(self.map()?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(self.map()?)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::String(code) => visitor.visit_enum(code.into_deserializer()),
            Value::Object(_) => visitor.visit_enum(MapAccessDeserializer::new(self.map()?)),
            other => Err(wrong(&other, "a string")),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit
        unit_struct tuple_struct ignored_any
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::RuleSet;

    /// What the browser reads is what every other build reads.
    #[test]
    fn a_pack_reads_the_same_both_ways() {
        let text = include_str!("../../../rules/base/pack.json");
        let direct: RuleSet = serde_json::from_str(text).expect("reads");
        let value = serde_json::from_str(text).expect("is JSON");
        assert_eq!(super::from_value::<RuleSet>(value).expect("reads"), direct);
    }

    #[test]
    fn equal_things_keep_their_order() {
        let mut all = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        super::sort_by(&mut all, |a, b| a.0.cmp(&b.0));
        assert_eq!(all, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
