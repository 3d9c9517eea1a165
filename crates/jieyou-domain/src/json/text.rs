//! From a text to a value. Everything goes through one visitor: `serde_json` makes its
//! reader anew for every type that is read from a text.

use super::wrong::{Part, Wrong};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// Where an object may have a name twice; the last one counts then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twice {
    /// Nowhere.
    Nowhere,
    /// Below the outermost object.
    Inside,
}

/// Reads a text as JSON.
///
/// # Errors
///
/// Returns what is wrong with the text, and where.
pub fn value(text: &str, twice: Twice) -> Result<Value, Wrong> {
    parse(text, Node { twice: Some(twice), stop: None }).map_err(|e| Wrong::parser(&e))
}

/// The line and the column where the value ends that `path` leads to, from the inside out.
pub(super) fn place(text: &str, path: &[Part]) -> (usize, usize) {
    match parse(text, Node { twice: None, stop: Some(path) }) {
        Ok(_) => (0, 0),
        Err(e) => (e.line(), e.column()),
    }
}

fn parse(text: &str, node: Node<'_>) -> serde_json::Result<Value> {
    let mut source = serde_json::Deserializer::from_str(text);
    let value = node.deserialize(&mut source)?;
    source.end()?;
    Ok(value)
}

/// How a value is read: what may stand in it twice, and where to stop.
#[derive(Clone, Copy)]
struct Node<'p> {
    /// Nothing when nobody minds.
    twice: Option<Twice>,
    /// What is left of the way to the value sought, from the inside out.
    stop: Option<&'p [Part]>,
}

impl Node<'_> {
    fn child(self, is_it: impl Fn(&Part) -> bool) -> Self {
        let stop = self.stop.and_then(|path| path.split_last());
        Self {
            twice: self.twice.filter(|twice| *twice == Twice::Nowhere),
            stop: stop.filter(|(part, _)| is_it(part)).map(|(_, rest)| rest),
        }
    }

    fn end<E: serde::de::Error>(self, value: Value) -> Result<Value, E> {
        if self.stop.is_some_and(<[Part]>::is_empty) { Err(E::custom("here")) } else { Ok(value) }
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Value, E> {
        self.end(Value::Null)
    }

    fn visit_bool<E: serde::de::Error>(self, is: bool) -> Result<Value, E> {
        self.end(Value::Bool(is))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        self.end(Value::from(number))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Value, E> {
        self.end(Value::from(number))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        self.end(Value::from(number))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        self.end(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        loop {
            let at = items.len();
            let node = self.child(|part| matches!(part, Part::Item(item) if *item == at));
            match list.next_element_seed(node)? {
                Some(item) => items.push(item),
                None => return self.end(Value::Array(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            let node = self.child(|part| matches!(part, Part::Field(field) if *field == name));
            let value = object.next_value_seed(node)?;
            if self.twice.is_some() && fields.contains_key(&name) {
                return Err(A::Error::custom(format!("duplicate field `{name}`")));
            }
            fields.insert(name, value);
        }
        self.end(Value::Object(fields))
    }
}
