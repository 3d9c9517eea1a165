//! What is written down: the words of the ledger as types.
//!
//! Facts only. Nothing here is computed; tiers, deadlines and stages follow from
//! these by [`crate::rules`] and [`crate::classify`]. The serde form is the file
//! format: names are never changed, new fields are optional.

#[macro_use]
mod words;
mod events;
mod exchange;
mod judge;
mod law;
mod life;
mod life_words;
mod read;
mod sealed;
mod unit;

pub use events::*;
pub use exchange::*;
pub use judge::*;
pub use law::*;
pub use life::*;
pub use life_words::*;
pub use sealed::*;
pub use unit::*;
pub use words::*;
