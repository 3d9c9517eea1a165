//! Rule packs as data, and the engine that turns facts into obligations.
//!
//! A pack says what is owed; the engine only counts. Adding a rule is adding a row
//! to a pack with its citation and examples, never code here.

mod case;
mod consult;
mod engine;
mod example;
mod obligation;
mod pack;
#[cfg(test)]
mod tests;

pub use case::{Case, read_cases};
pub use consult::{CONSULT_DAY, next_consult};
pub use engine::{Decided, Said, Setting, applies, holds, obligations, said};
pub use example::{Counting, Example, Got, Happened, Look, read_examples};
pub use obligation::{Due, Note, Obligation, Standing};
pub(crate) use pack::group;
pub use pack::{
    Ask, AskKind, CONSULT, Category, Cite, Codes, Criterion, Effect, Fold, Ground, Hit, Input,
    InputFact, Lint, ListPart, Need, Override, PackError, Pick, Proposal, Question, QuestionKind,
    Roll, Row, Rule, RuleSet, RuleTerm, SetBy, Sign, SpecialTerm, Table, TableAnswer, Test,
    UNKNOWN, Unnamed, UsualRoute, Value, Verified, When, Words,
};
