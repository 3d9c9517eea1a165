//! Tidy checks: what the compiler cannot see, read from the sources.
//!
//! Each check says what is wrong, where, and what to do. Sources are read with a small
//! scanner that knows comments, strings and test code; it is no parser.

mod arrows;
mod documents;
mod files;
mod modules;
mod rules;
mod scan;
mod styles;
mod texts;
mod tree;
mod used;

/// Fails with every problem found, and with what to do about it.
#[track_caller]
fn settle(problems: &[String], advice: &str) {
    assert!(
        problems.is_empty(),
        "{} problem(s):\n  {}\nWhat to do: {advice}\n",
        problems.len(),
        problems.join("\n  ")
    );
}
