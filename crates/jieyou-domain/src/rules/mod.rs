//! Rule packs as data, and the engine that turns facts into obligations.
//!
//! A pack says what is owed; the engine only counts. Adding a rule is adding a row
//! to a pack with its citation and examples, never code here.

mod engine;
mod obligation;
mod pack;
#[cfg(test)]
mod tests;

pub use engine::{Decided, Setting, applies, obligations};
pub use obligation::{Due, Note, Obligation, Standing};
pub use pack::{
    Category, Cite, Criterion, ListPart, PackError, Pick, Question, QuestionKind, Roll, Rule,
    RuleSet, RuleTerm, SpecialTerm, Test, Verified, When, Words,
};
