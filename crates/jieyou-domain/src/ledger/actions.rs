//! What may be done to a matter now, and for what may not, why not.
//!
//! The same checks stand behind the buttons and behind [`super::decide`].

use super::action::{Action, WhyNot};
use super::matter::Matter;
use super::state::{Stage, State, Trigger};
use crate::facts::{
    Class, CounterParty, Delivery, Kind, MediationResult, Outcome, ReopenReason, Source, UnitKind,
};

/// What the checks read besides the matter.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// What the unit is.
    pub unit: UnitKind,
    /// What the matter is.
    pub kind: Kind,
}

/// Says whether `action` is possible.
///
/// # Errors
///
/// Returns the first thing in the way, the weightiest first.
pub fn allowed(action: Action, matter: &Matter, frame: Frame) -> Result<(), WhyNot> {
    possible(action, &matter.state, matter.stage() >= Stage::Observing, frame)
}

/// Every action with its answer, in the order of a matter's life.
pub fn actions(matter: &Matter, frame: Frame) -> Vec<(Action, Result<(), WhyNot>)> {
    Action::ALL.into_iter().map(|a| (a, allowed(a, matter, frame))).collect()
}

/// [`allowed`] on a bare state; `settled` is whether it counts as settled or done.
pub(super) fn possible(
    action: Action,
    state: &State,
    settled: bool,
    frame: Frame,
) -> Result<(), WhyNot> {
    use Trigger as T;
    let no_if = |wrong: bool, why: WhyNot| if wrong { Err(why) } else { Ok(()) };
    let petition_step = || {
        no_if(frame.unit == UnitKind::Village, WhyNot::NotAVillageStep)?;
        no_if(frame.kind != Kind::Petition, WhyNot::OnlyPetitions)
    };
    let has = |t: Trigger| state.has(t);
    let now = |t: Trigger| state.has_now(t);
    if let Some(answer) = super::between::possible(action, state) {
        return answer;
    }
    if let Some(answer) = super::endings::possible(action, state, settled, frame) {
        return answer;
    }
    if frame.unit == UnitKind::Village && is_petition_step(action) {
        return Err(WhyNot::NotAVillageStep);
    }
    match action {
        // A citizen's rights run on whatever becomes of the matter here.
        Action::NoteRight => Ok(()),
        Action::SetProcedure => {
            petition_step()?;
            no_if(settled, WhyNot::Settled)?;
            super::rights::may_change(state)
        }
        // Whether a solution holds is asked where there is one; whether help is needed,
        // after 依法办结. Nobody is visited for having withdrawn.
        Action::FollowUp => {
            let asked = [Stage::Observing, Stage::Done, Stage::LawfullyClosed];
            no_if(!settled || !asked.contains(&state.stage()), WhyNot::NotSettled)
        }
        Action::Reopen => no_if(!settled, WhyNot::NotSettled),
        Action::Act | Action::Classify | Action::NoteFacts | Action::Judge => {
            no_if(settled, WhyNot::Settled)
        }
        Action::Reexamine => {
            no_if(settled, WhyNot::Settled)?;
            no_if(now(T::Reexamined), WhyNot::AlreadyDone)
        }
        // Referred or closed: what was promised is owed all the same.
        Action::CheckPerformance => {
            no_if(state.open_promises().next().is_none(), WhyNot::NoPromises)
        }
        // After a settlement nothing but the above, and the citizen's own remedies.
        _ if settled && !is_remedy(action) => Err(WhyNot::Settled),
        Action::Report => {
            no_if(!has(T::Danger), WhyNot::NoDanger)?;
            no_if(has(T::Reported), WhyNot::AlreadyDone)
        }
        Action::Notify => {
            petition_step()?;
            no_if(now(T::Notified), WhyNot::AlreadyDone)
        }
        Action::Object => {
            petition_step()?;
            no_if(!is_transferred(state), WhyNot::OnlyTransferred)?;
            no_if(has(T::Objected) || has(T::Accepted), WhyNot::AlreadyDone)
        }
        Action::Accept => {
            petition_step()?;
            no_if(!is_appeal(state), WhyNot::OnlyAppeals)?;
            no_if(now(T::Accepted), WhyNot::AlreadyDone)?;
            no_if(state.claims.iter().all(|c| c.route.is_none()), WhyNot::RouteFirst)
        }
        // Against itself a village has nothing to plan: it goes up.
        Action::SetDuty | Action::Plan => {
            no_if(may_not_handle(state, frame), WhyNot::VillageMayNotHandle)
        }
        Action::SetTier => Ok(()),
        Action::Mediate | Action::Agree => mediate(action, state, frame),
        Action::Reply => {
            petition_step()?;
            no_if(is_appeal(state) && !has(T::Accepted), WhyNot::NotAccepted)?;
            no_if(state.all_replied(), WhyNot::AlreadyDone)
        }
        Action::Deliver => {
            petition_step()?;
            deliver(state)
        }
        Action::Extend => {
            petition_step()?;
            no_if(!has(T::Accepted), WhyNot::NotAccepted)?;
            no_if(now(T::Extended) || state.all_replied(), WhyNot::AlreadyDone)
        }
        Action::AskReview => {
            petition_step()?;
            no_if(!has(T::Delivered), WhyNot::NotDelivered)?;
            no_if(follows(state, T::ReviewAsked, T::Delivered), WhyNot::AlreadyDone)
        }
        Action::AnswerReview => {
            petition_step()?;
            no_if(!has(T::ReviewAsked), WhyNot::NoReview)?;
            no_if(follows(state, T::ReviewAnswered, T::ReviewAsked), WhyNot::AlreadyDone)
        }
        Action::AskRecheck => {
            petition_step()?;
            no_if(!has(T::ReviewAsked), WhyNot::NoReview)?;
            no_if(!follows(state, T::ReviewDelivered, T::ReviewAsked), WhyNot::ReviewOpen)?;
            no_if(follows(state, T::RecheckAsked, T::ReviewDelivered), WhyNot::AlreadyDone)
        }
        Action::Hearing | Action::AnswerRecheck => {
            petition_step()?;
            no_if(!has(T::RecheckAsked), WhyNot::NoRecheck)?;
            no_if(follows(state, T::RecheckAnswered, T::RecheckAsked), WhyNot::AlreadyDone)
        }
        Action::HandUp => {
            no_if(frame.unit != UnitKind::Village, WhyNot::OnlyVillages)?;
            no_if(state.handed_up_on.is_some(), WhyNot::AlreadyDone)
        }
        Action::HandleAtOnce => {
            no_if(may_not_handle(state, frame), WhyNot::VillageMayNotHandle)?;
            no_if(now(T::Accepted) || now(T::Agreed), WhyNot::AlreadyDone)
        }
        Action::Resolve => resolve(state, frame),
        // Answered above.
        Action::SignFor
        | Action::Return
        | Action::Urge
        | Action::FeedBack
        | Action::PassOn
        | Action::Refer
        | Action::EndRoute
        | Action::Forward
        | Action::TakeAnswer
        | Action::Appoint
        | Action::ReferSupport
        | Action::NoteOutside
        | Action::SayCannot
        | Action::Link
        | Action::Split
        | Action::Join
        | Action::Withdraw
        | Action::CloseLawfully
        | Action::AskDelist
        | Action::RefuseDelist
        | Action::Delist => Ok(()),
    }
}

/// Steps of a petition, which a village never has, settled or not.
fn is_petition_step(action: Action) -> bool {
    matches!(
        action,
        Action::Notify
            | Action::Object
            | Action::Accept
            | Action::Reply
            | Action::Deliver
            | Action::Extend
    ) || is_remedy(action)
}

/// The citizen's remedies and their answers go on after a settlement.
fn is_remedy(action: Action) -> bool {
    matches!(
        action,
        Action::AskReview
            | Action::AnswerReview
            | Action::AskRecheck
            | Action::Hearing
            | Action::AnswerRecheck
            | Action::Deliver
    )
}

/// Whether the last `then` lies on or after the last `first`: of steps that may be
/// taken once more after each new answer.
pub(super) fn follows(state: &State, then: Trigger, first: Trigger) -> bool {
    state.last(then).is_some_and(|then| state.last(first).is_none_or(|first| then >= first))
}

fn is_appeal(state: &State) -> bool {
    state
        .claims
        .iter()
        .filter(|c| c.is_here())
        .any(|c| c.class.unwrap_or(Class::Appeal) == Class::Appeal)
}

fn is_transferred(state: &State) -> bool {
    let source = state.registered.as_ref().map(|r| r.channel.source());
    matches!(source, Some(Source::Transferred | Source::Assigned))
}

/// A village is never 承办单位 of a claim against its committee or collective (P0-7).
pub(super) fn may_not_handle(state: &State, frame: Frame) -> bool {
    frame.unit == UnitKind::Village
        && state.claims_kept().any(|c| c.claim.against == CounterParty::Collective)
}

fn mediate(action: Action, state: &State, frame: Frame) -> Result<(), WhyNot> {
    if may_not_handle(state, frame) {
        return Err(WhyNot::VillageMayNotHandle);
    }
    // A refusal ends this round; after reopening both may want it.
    let refused = state.mediation.as_ref().is_some_and(|(_, m)| {
        m.result == MediationResult::Refused && state.has_now(Trigger::MediationEnded)
    });
    if refused && action == Action::Mediate {
        return Err(WhyNot::MediationRefused);
    }
    Ok(())
}

/// What may be delivered: the answer, or the superior's opinion that came after it.
pub(super) fn deliverable(state: &State, what: Delivery) -> Result<(), WhyNot> {
    let open = |answered: Trigger, delivered: bool, none: WhyNot| {
        if !state.has(answered) {
            Err(none)
        } else if delivered {
            Err(WhyNot::AlreadyDone)
        } else {
            Ok(())
        }
    };
    match what {
        Delivery::Reply if !state.has(Trigger::Replied) => Err(WhyNot::NotReplied),
        Delivery::Reply if !state.all_replied() => Err(WhyNot::NotAllReplied),
        Delivery::Reply if state.delivered_on.is_some() => Err(WhyNot::AlreadyDone),
        Delivery::Reply => Ok(()),
        Delivery::Review => open(
            Trigger::ReviewAnswered,
            follows(state, Trigger::ReviewDelivered, Trigger::ReviewAnswered),
            WhyNot::NoReview,
        ),
        Delivery::Recheck => {
            let told =
                |f: &super::state::Fact| f.trigger == Trigger::RecheckAnswered && f.told.is_some();
            open(Trigger::RecheckAnswered, state.facts.iter().any(told), WhyNot::NoRecheck)
        }
    }
}

fn deliver(state: &State) -> Result<(), WhyNot> {
    let reply = deliverable(state, Delivery::Reply);
    let opinions = [Delivery::Review, Delivery::Recheck];
    if opinions.into_iter().any(|what| deliverable(state, what).is_ok()) {
        return Ok(());
    }
    reply
}

fn resolve(state: &State, frame: Frame) -> Result<(), WhyNot> {
    if may_not_handle(state, frame) {
        return Err(WhyNot::VillageMayNotHandle);
    }
    if state.open_promises().next().is_some() {
        return Err(WhyNot::PromisesOpen);
    }
    let answered = state.all_replied() && state.delivered_on.is_some();
    // An agreement settles its round; reopened for want of carrying out, it stands.
    let stands = state.reopened.last().is_none_or(|(_, r)| r.reason == ReopenReason::NotCarriedOut);
    let agreed = if stands { !state.agreements.is_empty() } else { state.has_now(Trigger::Agreed) };
    if !answered && !agreed {
        if frame.kind == Kind::Petition && state.has_now(Trigger::Replied) {
            return Err(if state.all_replied() {
                WhyNot::NotDelivered
            } else {
                WhyNot::NotAllReplied
            });
        }
        return Err(WhyNot::NothingSettled);
    }
    if agreed {
        return Ok(());
    }
    // Who asks a superior to look again has not been satisfied; and who was refused has
    // agreed to nothing: that is 依法办结, not 化解 (practice P0-8).
    let asked = [Trigger::ReviewAsked, Trigger::RecheckAsked];
    let answers = [Trigger::ReviewDelivered, Trigger::RecheckAnswered];
    let open = asked.into_iter().zip(answers);
    if open
        .into_iter()
        .any(|(asked, answered)| state.has_now(asked) && !follows(state, answered, asked))
    {
        return Err(WhyNot::ReviewOpen);
    }
    let refused = |c: &super::state::ClaimState| {
        c.is_here() && c.reply.as_ref().is_some_and(|(_, r)| r.outcome == Outcome::NotSupported)
    };
    if state.claims.iter().any(refused) { Err(WhyNot::NotAgreed) } else { Ok(()) }
}
