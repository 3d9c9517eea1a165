//! Forms: what to ask, and how a draft becomes a command.
//!
//! A form is data and follows from the draft itself (the deciding questions appear
//! by what was answered); the app draws any form with one component.

pub mod acts;
pub mod attempt;
mod build;
pub mod category;
pub mod contact;
mod context;
pub mod correct;
mod fact;
mod kept;
pub mod local;
mod model;
mod reader;
pub mod refusal;
pub mod register;
#[cfg(test)]
pub(crate) mod samples;
pub mod sealed;
pub mod setup;
pub mod setup_file;
pub mod standard;
mod subject;
mod watch;
mod wording;

pub use context::FormContext;
pub use kept::{Kept, keep, left};
pub use model::{
    Argued, BAD_DATE, Control, Draft, Field, Form, PHONE, Problem, Proposal, Shelf, Submission,
};
pub use watch::{Watch, masked, move_phone, put_in, watch};
pub use wording::{WordingHint, reword, wording};
