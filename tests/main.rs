//! The one test binary.

mod golden;
mod schema;
