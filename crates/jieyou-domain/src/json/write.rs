//! Writing JSON values, the counterpart of reading: one piece of code for every type of
//! field, where serde's derived code is made anew for every field of every struct.

use super::Value;
use crate::compact::Map;
use crate::time::Date;

/// What can be written as JSON.
pub trait Write {
    /// The value.
    fn write(&self) -> Value;

    /// Whether it says nothing, so that a field for it may be left out.
    fn is_nothing(&self) -> bool {
        false
    }
}

/// An object that is written.
#[derive(Debug, Default)]
pub struct Object(serde_json::Map<String, Value>);

impl Object {
    /// Adds a field.
    #[inline(never)]
    pub fn put<T: Write>(&mut self, name: &str, value: &T) {
        self.set(name, value.write());
    }

    /// Adds a field, unless it says nothing.
    #[inline(never)]
    pub fn put_said<T: Write>(&mut self, name: &str, value: &T) {
        if !value.is_nothing() {
            self.put(name, value);
        }
    }

    /// Adds a field that is written already.
    #[inline(never)]
    pub fn set(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// The object.
    pub fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// Says how a struct reads and writes, see [`reads!`](crate::reads). What may be left out
/// is left out where it says nothing.
#[macro_export]
macro_rules! reads_and_writes {
    ($name:ty { $($field:ident),* $(,)? $(; $($free:ident),+ $(,)?)? }) => {
        $crate::reads!($name { $($field),* $(; $($free),+)? });

        impl $crate::json::Write for $name {
            fn write(&self) -> $crate::json::Value {
                let mut object = $crate::json::Object::default();
                $(object.put(stringify!($field), &self.$field);)*
                $($(object.put_said(stringify!($free), &self.$free);)+)?
                object.done()
            }
        }
    };
}

/// A text.
#[inline(never)]
pub(crate) fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

macro_rules! as_value {
    ($($name:ty),*) => {$(
        impl Write for $name {
            fn write(&self) -> Value {
                Value::from(*self)
            }
        }
    )*};
}
as_value!(bool, u16, u32, u64);

impl Write for String {
    fn write(&self) -> Value {
        text(self)
    }

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Write for Date {
    fn write(&self) -> Value {
        Value::String(self.to_string())
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::write)
    }

    fn is_nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T: Write> Write for Box<T> {
    fn write(&self) -> Value {
        T::write(self)
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self) -> Value {
        let mut items = Vec::new();
        for item in self {
            items.push(item.write());
        }
        Value::Array(items)
    }

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Write for Map<String, String> {
    fn write(&self) -> Value {
        let mut object = Object::default();
        for (name, value) in self.iter() {
            object.put(name, value);
        }
        object.done()
    }

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}
