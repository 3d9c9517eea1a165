//! How a ledger travels: one JSON object, one record a line.
//!
//! An export is the stored lines, unchanged. An import is set union in one transaction;
//! everything is validated before anything is written, and nothing is ever replaced.

mod envelope;
mod error;
mod export;
mod import;
mod merge;
mod moment;
#[cfg(test)]
mod tests;
mod undo;

pub use envelope::{FORMAT, Purpose, UnitLabel, VERSION};
pub use error::{ImportError, ImportFailed};
pub use export::{Export, Part};
pub use import::{ContactCounts, Handed, ImportPlan};
