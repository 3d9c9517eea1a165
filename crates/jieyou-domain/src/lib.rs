//! What is true without a computer: civil dates, the official calendar, rules,
//! deadlines, classification and the ledger.
//!
//! The crate reads no clock, does no input or output and holds no sentences for
//! people. `today` is always an argument: the civil date at UTC+8. Rule packs and
//! calendars come in as JSON text.
//!
//! Reading order: [`time`] (dates and counting), [`facts`] (what is written down),
//! [`ledger`] (events, `decide`, `apply`, `audit`), [`rules`] (packs and the deadline
//! engine), [`classify`] (kind and tier, with reasons),
//! [`receipt`] (the number on the citizen's slip).

pub mod classify;
pub mod compact;
pub mod facts;
pub mod ids;
pub mod json;
pub mod ledger;
pub mod mask;
pub mod receipt;
pub mod rules;
#[cfg(test)]
mod testing;
pub mod time;

pub use ids::{EntryId, Id, Realm, Subject, SubjectKind};
pub use time::Date;
