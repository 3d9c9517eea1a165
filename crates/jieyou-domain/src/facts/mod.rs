//! What is written down: the words of the ledger as types.
//!
//! Facts only. Nothing here is computed; tiers, deadlines and stages follow from
//! these by [`crate::rules`] and [`crate::classify`]. The serde form is the file
//! format: names are never changed, new fields are optional.

mod events;
mod read;
mod unit;
mod words;

pub use events::*;
pub use unit::*;
pub use words::*;
