//! Reading and writing JSON, in a form that stays small when built for the browser.
//!
//! A text becomes a [`Value`] once, and every type says how it reads from one. What serde
//! derives for a struct is made anew for every struct and every source: some
//! kilobytes each, half of them for forms that nobody writes. Natively it is derived too,
//! as the reference that the tests compare with.

mod fields;
#[cfg(test)]
mod tests;
mod text;
mod values;
mod write;
mod wrong;

pub use fields::Fields;
pub use serde_json::Value;
pub use text::{Twice, value};
pub use values::from_code;
pub(crate) use values::index;
pub(crate) use write::text as text_value;
pub use write::{Object, Write};
pub use wrong::{Fault, Wrong};

/// What can be read from JSON.
pub trait Read: Sized {
    /// Reads a value: a struct from an object only, never from a list.
    ///
    /// # Errors
    ///
    /// Returns what does not fit, and where.
    fn read(value: Value) -> Result<Self, Wrong>;
}

/// Reads a text. No object in it may have a name twice.
///
/// # Errors
///
/// Returns what is wrong, and where: the field, the line and the column.
pub fn read<T: Read>(text: &str) -> Result<T, Wrong> {
    T::read(value(text, Twice::Nowhere)?).map_err(|wrong| wrong.placed(text))
}

/// Says how a type reads: a struct from an object, an enum from the codes of its values.
///
/// The fields after the semicolon may be left out. `only` refuses fields that are not
/// named. The names are those in the file.
#[macro_export]
macro_rules! reads {
    ($name:ty { $($field:ident),* $(,)? $(; $($free:ident),+ $(,)?)? }) => {
        impl $crate::json::Read for $name {
            fn read(value: $crate::json::Value) -> Result<Self, $crate::json::Wrong> {
                let mut fields = $crate::json::Fields::of(value)?;
                Ok(Self {
                    $($field: fields.take(stringify!($field))?,)*
                    $($($free: fields.or_default(stringify!($free))?,)+)?
                })
            }
        }
    };
    ($name:ty, only { $($field:ident),* $(,)? $(; $($free:ident),+ $(,)?)? }) => {
        impl $crate::json::Read for $name {
            fn read(value: $crate::json::Value) -> Result<Self, $crate::json::Wrong> {
                let mut fields = $crate::json::Fields::of(value)?;
                fields.only(&[$(stringify!($field),)* $($(stringify!($free),)+)?])?;
                Ok(Self {
                    $($field: fields.take(stringify!($field))?,)*
                    $($($free: fields.or_default(stringify!($free))?,)+)?
                })
            }
        }
    };
    (enum $name:ty { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl $crate::json::Read for $name {
            fn read(value: $crate::json::Value) -> Result<Self, $crate::json::Wrong> {
                $crate::json::from_code(value, &[$($code),+], &[$(Self::$variant),+])
            }
        }
    };
}
