//! The one test binary.

mod cases;
mod cli;
mod examples;
mod golden;
mod properties;
mod scenarios;
mod schema;
mod subjects;
mod support;
mod tidy;
mod training;
