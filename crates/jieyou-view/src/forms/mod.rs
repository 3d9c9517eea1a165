//! Forms: what to ask, and how a draft becomes a command.
//!
//! A form is data and follows from the draft itself (the deciding questions appear
//! by what was answered); the app draws any form with one component.

mod build;
mod context;
mod model;
mod reader;
pub mod register;
#[cfg(test)]
mod samples;

pub use context::FormContext;
pub use model::{Control, Draft, Field, Form, Problem, Shelf, Submission};
