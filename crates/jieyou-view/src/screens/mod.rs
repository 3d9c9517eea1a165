//! Screen models: plain structs that follow from the book, the day and the language.
//! Strings and small enums only; no HTML, no clock, no store.

pub mod again;
pub mod alike;
mod assessments;
pub mod audit;
pub mod calendar;
pub mod conflict;
pub mod copies;
pub mod damaged;
pub mod day_sheet;
pub mod day_strip;
pub mod exchange;
pub mod gone;
pub mod import;
pub mod imports;
pub mod lamp;
pub mod list;
pub mod matter;
pub mod moved;
pub mod paste;
pub mod privacy;
pub mod rules;
#[cfg(test)]
mod samples;
pub mod sealed;
pub mod settings;
pub mod sheet;
pub mod today;
pub mod verdict;

pub use assessments::{Assessments, Held};

/// What a screen says when it has nothing to show, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyView {
    /// What is the case.
    pub text: &'static str,
    /// What to do.
    pub hint: &'static str,
    /// The button, if one: where it leads.
    pub next: Option<Next>,
    /// The words on the button; may be empty.
    pub button: &'static str,
}

/// Where the button of an empty screen leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// To writing the unit's profile.
    SetUp,
    /// To registering a matter.
    Register,
    /// To all matters, without filters.
    ClearFilters,
}
