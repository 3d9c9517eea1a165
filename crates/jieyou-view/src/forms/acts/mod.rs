//! The acts on a matter: one short form each. It asks only what the act needs, first of
//! all on which day; whether the act is possible is the ledger's to say.

mod blank;
mod claims;
mod classes;
pub(super) mod facts;
mod fit;
mod life;
mod owed;
mod performance;
pub(super) mod right;
#[cfg(test)]
mod tests;
mod tier;
pub(super) mod verdict;

pub use blank::blank;
pub use facts::FOCUS;
pub(crate) use facts::answer_key;
pub(crate) use owed::code as duty_code;

use super::build::Build;
use super::context::FormContext;
use super::fact::{self, Section};
use super::model::{Control, Draft, Form, Problem, Submission};
use super::reader::{Days, Reader};
use crate::text::forms::{acts as t, law, life as life_texts};
use crate::text::words;
use jieyou_domain::Id;
use jieyou_domain::ledger::{Action, Command, Event, EventType, Matter};
use jieyou_domain::time::Date;

/// What an act writes: one fact of a type, or what its own file makes of the claims and
/// promises there are.
enum Writes {
    One(EventType),
    Classifications,
    Acceptance,
    Replies,
    Performance,
    /// Answers to deciding questions.
    Facts,
    /// What a person decides about a decision table.
    Verdict,
    /// A ground and its days.
    Right,
    /// Why one of the duties cannot be done.
    Hindrance,
    /// A fact about one claim.
    OfClaim(EventType),
    /// Claims that become a matter of their own.
    Split,
    /// Two matters.
    Other,
}

fn writes(action: Action) -> Writes {
    Writes::One(match action {
        Action::Classify => return Writes::Classifications,
        Action::Accept => return Writes::Acceptance,
        Action::Reply => return Writes::Replies,
        Action::CheckPerformance => return Writes::Performance,
        Action::SayCannot => return Writes::Hindrance,
        Action::Refer => return Writes::OfClaim(EventType::Referred),
        Action::EndRoute => return Writes::OfClaim(EventType::RouteEnded),
        Action::Withdraw => return Writes::OfClaim(EventType::Withdrawn),
        Action::NoteRight => return Writes::Right,
        Action::SetProcedure => EventType::ProcedureSet,
        Action::NoteFacts => return Writes::Facts,
        Action::Judge => return Writes::Verdict,
        Action::Reexamine => EventType::Reexamined,
        Action::Split => return Writes::Split,
        Action::Join | Action::Link => return Writes::Other,
        Action::Forward => EventType::Forwarded,
        Action::TakeAnswer => EventType::AnswerCame,
        Action::Appoint => EventType::Appointed,
        Action::ReferSupport => EventType::SupportReferred,
        Action::NoteOutside => EventType::OutsideNoted,
        Action::SignFor => EventType::SignedFor,
        Action::Return => EventType::Returned,
        Action::Urge => EventType::Urged,
        Action::FeedBack => EventType::FedBack,
        Action::PassOn => EventType::PassedOn,
        Action::CloseLawfully => EventType::LawfullyClosed,
        Action::AskDelist => EventType::DelistAsked,
        Action::RefuseDelist => EventType::DelistRefused,
        Action::Delist => EventType::Delisted,
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
    let on = match action {
        Action::Appoint => &life_texts::MADE_ON,
        Action::NoteRight => &law::NOTED_ON,
        Action::Deliver => &law::DELIVERED_ON,
        _ => &t::ON,
    };
    build.need("on", on, Control::Date);
    match writes(action) {
        Writes::One(kind) => {
            fact::ask(&mut build, kind, Section::WHOLE, draft);
            if action == Action::SetTier {
                tier::ask(&mut build, matter, draft);
            }
        }
        Writes::Classifications => classes::ask(&mut build, matter, draft),
        Writes::Acceptance => claims::ask_acceptance(&mut build, matter, draft),
        Writes::Replies => claims::ask_replies(&mut build, matter, draft),
        Writes::Performance => performance::ask(&mut build, matter),
        Writes::Facts => facts::ask(&mut build, matter, draft),
        Writes::Verdict => verdict::ask(&mut build, matter, draft),
        Writes::Right => right::ask(&mut build, matter, draft, None),
        Writes::Hindrance => owed::ask(&mut build, matter),
        Writes::OfClaim(kind) => life::ask_of_claim(&mut build, kind, matter, draft),
        Writes::Split => life::ask_split(&mut build, matter),
        Writes::Other => life::ask_other(&mut build, action, matter, draft),
    }
    let mut form = build.form(words::action(action, ctx.lang), String::new(), t::SUBMIT);
    fit::fit(action, ctx, matter, draft, &mut form);
    form.about = about(matter);
    form
}

/// Which matter the form is about.
fn about(matter: &Matter) -> String {
    let title = matter.state.registered.as_ref().map_or("", |r| r.title.as_str());
    format!("{} {title}", matter.number()).trim().to_owned()
}

/// Reads the draft into the command that records the act. `id` is for a matter that is
/// split off.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read(
    action: Action,
    ctx: &FormContext<'_>,
    matter: &Matter,
    draft: &Draft,
    id: Id,
) -> Result<Submission, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let received = matter.received_on();
    let on = reader.needed_day("on", &t::ON, Days::Past { received });
    let events = match writes(action) {
        Writes::One(kind) => {
            fit::check(action, matter, &mut reader);
            let base = match action {
                Action::SetTier => tier::base(&mut reader, matter, draft),
                _ => life::base(kind),
            };
            fact::read(&mut reader, kind, Section::WHOLE, on, base).into_iter().collect()
        }
        Writes::OfClaim(kind) => {
            let read = life::read_of_claim(&mut reader, kind, matter, on);
            return reader.finish(read);
        }
        Writes::Split => {
            let read = life::read_split(&mut reader, matter, on, id);
            return reader.finish(read);
        }
        Writes::Other => {
            let read = life::read_other(&mut reader, action, matter, on);
            return reader.finish(read);
        }
        Writes::Classifications => classes::read(&mut reader, matter, on),
        Writes::Acceptance => claims::read_acceptance(&mut reader, matter, on),
        Writes::Replies => claims::read_replies(&mut reader, matter, on),
        Writes::Performance => performance::read(&mut reader, matter, on),
        Writes::Facts => facts::read(&mut reader, matter),
        Writes::Verdict => verdict::read(&mut reader, matter).into_iter().collect(),
        Writes::Right => right::read(&mut reader, matter, on, None).into_iter().collect(),
        Writes::Hindrance => owed::read(&mut reader, matter, on),
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
