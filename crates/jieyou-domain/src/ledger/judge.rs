//! What stands against noting facts and against a verdict of a person.

use super::book::Book;
use super::command::Rejection;
use super::state::State;
use crate::facts::{FactsNoted, Judged};
use crate::rules::QuestionKind;
use crate::time::parse_date;

/// Questions are the pack's, and answers fit them.
pub(super) fn check_facts_noted(
    book: &Book,
    then: &State,
    noted: &FactsNoted,
) -> Result<(), Rejection> {
    check_claim(then, noted.claim)?;
    if noted.answers.is_empty() {
        return Err(Rejection::Missing("answers"));
    }
    for (id, answer) in noted.answers.iter() {
        let question = book.rules().questions.iter().find(|q| q.id == *id);
        let fits = question.is_some_and(|q| match q.kind {
            QuestionKind::Choice => q.choices.iter().any(|(code, _)| code == answer),
            QuestionKind::Date => parse_date(answer).is_some(),
            QuestionKind::Text => true,
        });
        if !fits && !answer.is_empty() {
            return Err(Rejection::Missing("answers"));
        }
    }
    Ok(())
}

/// The table is the pack's, leaves the decision to it, and knows the answer.
pub(super) fn check_judged(book: &Book, then: &State, judged: &Judged) -> Result<(), Rejection> {
    let Some(table) = book.rules().table(&judged.table) else {
        return Err(Rejection::Missing("table"));
    };
    // These have events of their own.
    if matches!(table.id.as_str(), "kind" | "class" | "route" | "tier") {
        return Err(Rejection::Missing("table"));
    }
    if table.per_claim != judged.claim.is_some() {
        return Err(Rejection::Missing("claim"));
    }
    check_claim(then, judged.claim)?;
    if !judged.answer.is_empty() && table.answer(&judged.answer).is_none() {
        return Err(Rejection::Missing("answer"));
    }
    Ok(())
}

fn check_claim(then: &State, claim: Option<u16>) -> Result<(), Rejection> {
    let is_known = claim.is_none_or(|at| usize::from(at) < then.claims.len());
    if is_known { Ok(()) } else { Err(Rejection::Missing("claim")) }
}
