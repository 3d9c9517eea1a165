//! What must be done before a certain day, as far as it is known: answered, or written with
//! the registration. It never guesses a day.

use super::Used;
use crate::ledger::State;
use crate::rules::{Test, UNKNOWN};
use crate::time::{Date, parse_date};

/// The facts used, the day, and whether there is none.
pub(super) fn must_by(state: &State, test: &Test) -> (Vec<Used>, Option<Date>, bool) {
    let Test::MustByWithin { question, on, what, .. } = test else {
        return (Vec::new(), None, false);
    };
    let said = |key: &str, value: &str| Used { key: key.to_owned(), ..Used::new("answer", value) };
    let is_there = state.answer(question);
    if is_there == Some("no") {
        return (vec![said(question, "no")], None, true);
    }
    let written = state.registered.as_ref().and_then(|r| r.must_by.as_ref());
    // What was found out later says more than the registration.
    let day = state.answer(on).and_then(parse_date);
    let Some(day) = day.or(written.map(|must| must.on)) else {
        return (is_there.map(|yes| said(question, yes)).into_iter().collect(), None, false);
    };
    let mut used = vec![Used::new("must_by", day)];
    if written.is_none() && !what.is_empty() {
        used.push(said(what, state.answer(what).unwrap_or(UNKNOWN)));
    }
    (used, Some(day), false)
}
