//! How a ledger travels: one JSON object, one record a line.
//!
//! An export is the stored lines, unchanged. An import is set union in one transaction;
//! everything is verified before anything is written, nothing is ever replaced, and what
//! cannot be believed is kept apart.

mod audit;
mod contacts;
mod drill;
mod envelope;
mod error;
mod export;
mod far;
mod import;
mod merge;
mod moment;
mod note;
#[cfg(test)]
mod resum;
mod sift;
#[cfg(test)]
mod sift_tests;
#[cfg(test)]
mod tests;
mod undo;

pub use audit::audit_file;
pub use contacts::Differing;
pub use drill::{DrillFailed, Drilled};
pub use envelope::{FORMAT, Purpose, UnitLabel, VERSION};
pub use error::{Broken, ImportError, ImportFailed};
pub use export::{Export, Part};
pub use import::{ContactCounts, Handed, ImportPlan};
#[cfg(test)]
pub(crate) use resum::resummed;
