//! Reports of wrongdoing (检举控告) among the claims of a matter: they are recorded by number
//! only (practice P0-2), so that an open matter that holds one has to be put right.

use crate::facts::Class;
use crate::ledger::{ClaimState, State};
use crate::rules::{InputFact, RuleSet, Value};

/// How much of a matter reports wrongdoing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrongdoing {
    /// Nothing of it.
    None,
    /// Some of its claims.
    Part,
    /// All that stands here.
    Whole,
}

/// Whether an answer to a question makes a claim a report of wrongdoing, as the table of
/// classes has it.
pub fn leads_to_report(rules: &RuleSet, question: &str, answer: &str) -> bool {
    let Some(table) = rules.table("class") else { return false };
    let value = Value::code(answer);
    let mut inputs =
        table.inputs.iter().filter(|i| i.fact == InputFact::Answer && i.of == question);
    inputs.any(|input| {
        let mut rows = table.rows.iter().filter(|r| r.answer == Class::Accusation.code());
        rows.any(|row| row.when.get(&input.id).is_some_and(|is| value.is_among(is)))
    })
}

/// What of a matter reports wrongdoing: by the class that a person chose, else by what was
/// answered about the claim or the whole.
pub fn wrongdoing(state: &State, rules: &RuleSet) -> Wrongdoing {
    let said = |answers: &crate::compact::Map<String, String>| {
        answers.iter().any(|(question, answer)| leads_to_report(rules, question, answer))
    };
    let whole = said(&state.answers);
    let reports = |(at, claim): (usize, &ClaimState)| match claim.class {
        Some(class) => class == Class::Accusation,
        None => {
            said(&claim.answers)
                || state.answers.iter().any(|(question, _)| {
                    let answer = state.claim_answer(at, question).unwrap_or_default();
                    leads_to_report(rules, question, answer)
                })
        }
    };
    let kept = || state.claims.iter().enumerate().filter(|(_, c)| c.moved.is_none());
    match (kept().count(), kept().filter(|c| reports(*c)).count()) {
        (0, _) if whole => Wrongdoing::Whole,
        (_, 0) => Wrongdoing::None,
        (all, some) if some < all => Wrongdoing::Part,
        _ => Wrongdoing::Whole,
    }
}
