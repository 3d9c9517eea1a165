//! What stands against noting a right, and against the simplified procedure.

use super::action::WhyNot;
use super::book::Book;
use super::check::Around;
use super::command::Rejection;
use super::state::{State, Trigger};
use crate::facts::{ProcedureSet, RightNoted, Route, Source};
use crate::rules::{AskKind, Ground};
use crate::time::{Date, parse_date};

/// Checks a ground and its days against the pack: the names are known, the days exist, and
/// none lies after the day it was written down.
pub(super) fn check_right(
    book: &Book,
    noted: &RightNoted,
    on: Date,
    around: &Around,
) -> Result<(), Rejection> {
    let known = around.then.rights.get(&noted.ground).is_some();
    let Some(ground) = book.rules().ground(&noted.ground) else {
        // One of an earlier pack may still be ruled out or told.
        return if known { Ok(()) } else { Err(Rejection::Missing("ground")) };
    };
    if noted.ruled_out {
        return super::texts::needs("note", &noted.note, super::TEXT_MAX);
    }
    if noted.days.is_empty() && !known {
        return Err(Rejection::Missing("days"));
    }
    for (name, value) in noted.days.iter() {
        if !ground.knows(name) {
            return Err(Rejection::Missing("days"));
        }
        let day = parse_date(value);
        let is_yes = ground.asks.iter().any(|a| a.key == *name && a.kind == AskKind::Yes);
        match day {
            Some(day) if day > on && !lies_ahead(ground, name) => {
                return Err(Rejection::InTheFuture { on: day, today: on });
            }
            Some(day) => {
                let last = noted.days.get(&format!("{name}_to")).and_then(|last| parse_date(last));
                if last.is_some_and(|last| last < day) {
                    return Err(Rejection::DayBefore("days", day));
                }
            }
            None if is_yes && value == "yes" => {}
            None => return Err(Rejection::Missing("days")),
        }
    }
    Ok(())
}

/// Whether a day may lie after the day it was written down.
fn lies_ahead(ground: &Ground, name: &str) -> bool {
    ground.asks.iter().any(|a| a.key == name && a.kind == AskKind::By)
}

/// Whether the procedure may be changed at all (简易办理办法 4, 5): out of the simplified
/// one always, into it only what qualifies.
pub(super) fn may_change(state: &State) -> Result<(), WhyNot> {
    if state.is_simple() {
        return Ok(());
    }
    let Some(registered) = &state.registered else { return Err(WhyNot::OnlyPetitions) };
    let answered = |question: &str, is: &str| state.answer(question) == Some(is);
    let earlier = state.answer("earlier");
    if state.has(Trigger::Reopened) || earlier.is_some_and(|answer| answer != "first") {
        return Err(WhyNot::OnlyFirst);
    }
    if registered.channel.source() == Source::Assigned {
        return Err(WhyNot::NotAssigned);
    }
    if answered("several_bodies", "yes") {
        return Err(WhyNot::SeveralBodies);
    }
    let ordinary = |route: Option<Route>| route.is_none_or(|r| r == Route::R6);
    if !state.claims_kept().all(|c| ordinary(c.route)) {
        return Err(WhyNot::OnlyOrdinaryRoute);
    }
    Ok(())
}

/// Checks one change of the procedure.
pub(super) fn check_procedure(then: &State, set: &ProcedureSet) -> Result<(), Rejection> {
    if set.simple == then.is_simple() {
        return Err(Rejection::NotNow(WhyNot::SameProcedure));
    }
    if set.simple && set.ground.is_none() {
        return Err(Rejection::Missing("ground"));
    }
    if set.simple { Ok(()) } else { super::texts::needs("why", &set.why, super::TEXT_MAX) }
}
