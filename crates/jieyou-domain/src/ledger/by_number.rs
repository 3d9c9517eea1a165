//! 少记: what is recorded by number only is refused wherever an open matter would hold it
//! (practice P0-2), unless a ledger of before says so already.

use super::action::WhyNot;
use super::book::Book;
use super::command::Rejection;
use super::state::State;
use crate::classify;
use crate::compact::Map;
use crate::facts::{Class, FactsNoted};

/// A report of wrongdoing, or a subject that the pack records by number only, is written
/// nowhere else.
pub(super) fn by_number_only(
    book: &Book,
    (class, category): (Option<Class>, Option<&str>),
    (old_class, old_category): (Option<Class>, Option<&str>),
) -> Result<(), Rejection> {
    let is_subject = category.and_then(|id| book.rules().category(id)).is_some_and(|c| c.by_number);
    let new_class = class == Some(Class::Accusation) && old_class != class;
    if new_class || is_subject && old_category != category {
        return Err(Rejection::NotNow(WhyNot::ByNumberOnly));
    }
    Ok(())
}

/// The same of answers to deciding questions.
pub(super) fn no_report(
    book: &Book,
    new: &Map<String, String>,
    stood: Option<&Map<String, String>>,
) -> Result<(), Rejection> {
    let is_old = |question: &String, answer: &String| {
        stood.and_then(|answers| answers.get(question)) == Some(answer)
    };
    let mut reports =
        new.iter().filter(|(q, a)| classify::leads_to_report(book.rules(), q, a) && !is_old(q, a));
    reports.next().map_or(Ok(()), |_| Err(Rejection::NotNow(WhyNot::ByNumberOnly)))
}

/// The same of facts found out later: of the whole matter, or of one claim.
pub(super) fn check_facts(book: &Book, state: &State, noted: &FactsNoted) -> Result<(), Rejection> {
    let stood = match noted.claim {
        Some(at) => state.claims.get(usize::from(at)).map(|c| &c.answers),
        None => Some(&state.answers),
    };
    no_report(book, &noted.answers, stood)
}
