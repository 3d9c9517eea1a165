//! What is true after a crash: records, chains, stores, the journal, export and import.
//!
//! The crate never repairs, guesses or replaces what it read, and holds no sentences
//! for people: errors are codes and values. It reads no clock and makes no randomness.
//!
//! Reading order: [`record`] (what a line is), [`chain`] (how lines hang together),
//! [`event_store`] (where they are kept), [`journal`] (how they are written),
//! [`backup`] (how they travel), [`audit`] (whether they are
//! what was printed), [`local`] (what of that holds here alone), [`contact`]
//! (what must be wiped one day).

pub mod audit;
pub mod backup;
pub mod chain;
pub mod clock;
pub mod contact;
pub mod contract;
pub mod event_store;
#[cfg(test)]
mod faults;
pub mod hash;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
pub mod journal;
pub mod local;
pub mod memory;
#[cfg(test)]
mod properties;
pub mod record;
#[cfg(test)]
mod samples;
pub mod script;

pub use backup::{Export, ImportError, ImportPlan, Purpose};
pub use contact::{Contact, Party};
pub use event_store::{Damage, EventStore, StoreError};
pub use journal::{Journal, NotOpened, SubmitError, raw_text};
pub use memory::Memory;
