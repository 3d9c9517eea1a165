//! The acts on a matter: one short form each. It asks only what the act needs, first of
//! all on which day; whether the act is possible is the ledger's to say.

mod blank;
mod claims;
mod fit;
mod performance;
#[cfg(test)]
mod tests;

pub use blank::blank;

use super::build::Build;
use super::context::FormContext;
use super::fact::{self, Section};
use super::model::{Control, Draft, Form, Problem, Submission};
use super::reader::{Days, Reader};
use crate::text::forms::acts as t;
use crate::text::words;
use jieyou_domain::ledger::{Action, Command, Event, EventType, Matter};
use jieyou_domain::time::Date;
use serde_json::Value;

/// What an act writes: one fact of a type, or what its own file makes of the claims and
/// promises there are.
enum Writes {
    One(EventType),
    Classifications,
    Acceptance,
    Replies,
    Performance,
}

fn writes(action: Action) -> Writes {
    Writes::One(match action {
        Action::Classify => return Writes::Classifications,
        Action::Accept => return Writes::Acceptance,
        Action::Reply => return Writes::Replies,
        Action::CheckPerformance => return Writes::Performance,
        Action::Act => EventType::Acted,
        Action::Report => EventType::Reported,
        Action::Notify => EventType::Notified,
        Action::Object => EventType::Objected,
        Action::SetDuty => EventType::DutySet,
        Action::Plan => EventType::Planned,
        Action::Mediate => EventType::Mediated,
        Action::Agree => EventType::Agreed,
        Action::Deliver => EventType::Delivered,
        Action::Extend => EventType::Extended,
        Action::AskReview => EventType::ReviewAsked,
        Action::AnswerReview => EventType::ReviewAnswered,
        Action::AskRecheck => EventType::RecheckAsked,
        Action::Hearing => EventType::HearingHeld,
        Action::AnswerRecheck => EventType::RecheckAnswered,
        Action::HandUp => EventType::HandedUp,
        Action::HandleAtOnce => EventType::HandledAtOnce,
        Action::Resolve => EventType::Resolved,
        Action::FollowUp => EventType::FollowedUp,
        Action::Reopen => EventType::Reopened,
        Action::SetTier => EventType::TierSet,
    })
}

/// The form of `action` on `matter` as it stands for `draft`.
pub fn form(action: Action, ctx: &FormContext<'_>, matter: &Matter, draft: &Draft) -> Form {
    let mut build = Build::new(ctx);
    build.need("on", &t::ON, Control::Date);
    match writes(action) {
        Writes::One(kind) => fact::ask(&mut build, kind, Section::WHOLE, draft),
        Writes::Classifications => claims::ask_classes(&mut build, matter, draft),
        Writes::Acceptance => claims::ask_acceptance(&mut build, matter, draft),
        Writes::Replies => claims::ask_replies(&mut build, matter, draft),
        Writes::Performance => performance::ask(&mut build, matter),
    }
    let mut form = build.form(words::action(action, ctx.lang), String::new(), t::SUBMIT);
    fit::fit(action, ctx, matter, draft, &mut form);
    form
}

/// Reads the draft into the command that records the act.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read(
    action: Action,
    ctx: &FormContext<'_>,
    matter: &Matter,
    draft: &Draft,
) -> Result<Submission, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let received = matter.received_on();
    let on = reader.needed_day("on", &t::ON, Days::Past { received });
    let events = match writes(action) {
        Writes::One(kind) => {
            fit::check(action, matter, &mut reader);
            let base = Value::Null;
            fact::read(&mut reader, kind, Section::WHOLE, on, base).into_iter().collect()
        }
        Writes::Classifications => claims::read_classes(&mut reader, matter, on),
        Writes::Acceptance => claims::read_acceptance(&mut reader, matter, on),
        Writes::Replies => claims::read_replies(&mut reader, matter, on),
        Writes::Performance => performance::read(&mut reader, matter, on),
    };
    reader.finish(record(matter, on, events))
}

/// The command that records `events`, all on one day; nothing without a day or an event.
fn record(matter: &Matter, on: Option<Date>, events: Vec<Event>) -> Option<Submission> {
    let on = on.filter(|_| !events.is_empty())?;
    let facts = events.into_iter().map(|event| (on, event)).collect();
    let command = Command::Record { matter: matter.id, facts };
    Some(Submission { command, contact: None })
}
