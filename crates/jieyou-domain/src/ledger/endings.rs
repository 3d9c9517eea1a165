//! What stands against the acts of a matter's later life: other bodies, endings, exits.

use super::action::{Action, WhyNot};
use super::actions::{Frame, follows, may_not_handle};
use super::command::Rejection;
use super::event::Event;
use super::state::{Stage, State, Trigger};
use crate::facts::{Class, CloseGround, DelistRefused, Delisted, Kind, Owes, Route, UnitKind};
use crate::time::{Calendar, CountError, Date, Term, Unit, count};

/// 条例 35, 36: review and recheck are asked for within so many days.
const WINDOW: Term = Term { n: 30, unit: Unit::CalendarDays };
/// 行政诉讼法 46①: the longer of the ways that stand open where 条例 35 does not apply.
const OTHER_WINDOW: Term = Term { n: 6, unit: Unit::Months };

/// The answer where the act is one of these; nothing where others decide.
pub(super) fn possible(
    action: Action,
    state: &State,
    settled: bool,
    frame: Frame,
) -> Option<Result<(), WhyNot>> {
    let no_if = |wrong: bool, why: WhyNot| if wrong { Err(why) } else { Ok(()) };
    let stage = state.stage();
    Some(match action {
        // What is known besides may be noted at any time.
        Action::Link | Action::NoteOutside => Ok(()),
        // What was promised is watched where it was promised.
        // What is said against the village's own committee or collective it neither sends
        // away nor takes back; splitting tells the two apart.
        Action::Refer | Action::Withdraw if may_not_handle(state, frame) => {
            no_if(settled, WhyNot::Settled).and(Err(WhyNot::VillageMayNotHandle))
        }
        Action::Join => no_if(settled, WhyNot::Settled)
            .and_then(|()| no_if(state.open_promises().next().is_some(), WhyNot::PromisesOpen)),
        Action::Split => no_if(settled, WhyNot::Settled).and_then(|()| {
            let here = state.claims.iter().filter(|c| c.is_here()).count();
            no_if(here < 2, WhyNot::LastClaim)
        }),
        Action::Appoint | Action::ReferSupport => {
            let is_off = matches!(stage, Stage::Joined | Stage::Returned | Stage::Delisted);
            no_if(is_off, WhyNot::Settled)
        }
        Action::Forward => no_if(frame.unit == UnitKind::Village, WhyNot::NotAVillageStep)
            .and_then(|()| no_if(settled, WhyNot::Settled))
            .and_then(|()| no_if(state.forwarded.is_some(), WhyNot::AlreadyDone)),
        Action::TakeAnswer => no_if(state.forwarded.is_none(), WhyNot::NotForwarded),
        Action::Refer => no_if(settled, WhyNot::Settled)
            .and_then(|()| no_if(!state.has_claims_here(), WhyNot::ClaimGone)),
        Action::EndRoute => {
            let open = |c: &super::state::ClaimState| {
                c.referred
                    .as_ref()
                    .is_some_and(|(on, _)| c.route_result.as_ref().is_none_or(|(end, _)| end < on))
            };
            no_if(!state.claims.iter().any(open), WhyNot::NoRoute)
        }
        Action::Withdraw => no_if(settled || !state.has_claims_here(), WhyNot::Settled),
        Action::CloseLawfully => close(state, settled, frame),
        Action::AskDelist => no_if(stage != Stage::Observing, WhyNot::NotObserved)
            .and_then(|()| no_if(state.delist_asked.is_some(), WhyNot::AlreadyDone)),
        Action::RefuseDelist | Action::Delist => {
            no_if(stage == Stage::Delisted, WhyNot::AlreadyDone)
                .and_then(|()| no_if(stage != Stage::Observing, WhyNot::NotObserved))
                .and_then(|()| no_if(state.delist_asked.is_none(), WhyNot::NotAsked))
        }
        _ => return None,
    })
}

/// 依法办结: answered and delivered, and nothing left to ask for. Whether the days of a
/// window are over is looked at with the day of the act.
fn close(state: &State, settled: bool, frame: Frame) -> Result<(), WhyNot> {
    let no_if = |wrong: bool, why: WhyNot| if wrong { Err(why) } else { Ok(()) };
    no_if(frame.unit == UnitKind::Village, WhyNot::NotAVillageStep)?;
    no_if(frame.kind != Kind::Petition, WhyNot::OnlyPetitions)?;
    no_if(settled, WhyNot::Settled)?;
    no_if(may_not_handle(state, frame), WhyNot::VillageMayNotHandle)?;
    no_if(!state.all_replied(), WhyNot::NotAllReplied)?;
    no_if(state.delivered_on.is_none(), WhyNot::NotDelivered)?;
    // What was granted is carried out; it is not closed away.
    let mut owed = state.open_promises().filter(|p| p.owes == Owes::Office);
    no_if(owed.next().is_some(), WhyNot::PromisesOpen)?;
    let asked_review = state.has_now(Trigger::ReviewAsked);
    let review_open =
        asked_review && !follows(state, Trigger::ReviewDelivered, Trigger::ReviewAsked);
    let asked_recheck = state.has_now(Trigger::RecheckAsked);
    let recheck_open =
        asked_recheck && !follows(state, Trigger::RecheckAnswered, Trigger::RecheckAsked);
    no_if(review_open || recheck_open, WhyNot::ReviewOpen)
}

/// Contradictions of an ending or exit with what the matter's own facts say.
pub(super) fn check(then: &State, round: &State, event: &Event) -> Result<(), Rejection> {
    let no = |why: WhyNot| Err(Rejection::NotNow(why));
    let claim = |at: u16| round.claims.get(usize::from(at)).ok_or(Rejection::Missing("claim"));
    match event {
        Event::Referred(r) => {
            if claim(r.claim)?.is_here() {
                Ok(())
            } else {
                no(WhyNot::ClaimGone)
            }
        }
        Event::RouteEnded(r) => {
            if claim(r.claim)?.referred.is_some() {
                Ok(())
            } else {
                no(WhyNot::NoRoute)
            }
        }
        Event::Withdrawn(w) => {
            if !w.told_may_return {
                return no(WhyNot::TellMayReturn);
            }
            match w.claim {
                Some(at) if !claim(at)?.is_here() => no(WhyNot::ClaimGone),
                _ => Ok(()),
            }
        }
        Event::SupportReferred(s) if !s.consent => no(WhyNot::ConsentFirst),
        Event::Delisted(Delisted { post, .. })
        | Event::DelistRefused(DelistRefused { post, .. }) => {
            let asked = then.delist_asked.as_ref().map(|(_, a)| a.post.trim());
            if asked == Some(post.trim()) { no(WhyNot::SamePost) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

/// 依法办结 needs the last remedy used, or the day of the next one over; and a right
/// whose day the citizen was not told does not run out here.
pub(super) fn check_window(
    calendar: &Calendar,
    then: &State,
    on: Date,
    ground: CloseGround,
) -> Result<(), Rejection> {
    let open = Err(Rejection::NotNow(WhyNot::RemediesOpen));
    let mut appeals =
        then.claims.iter().filter(|c| c.is_here() && c.class.is_none_or(|x| x == Class::Appeal));
    if then.has_now(Trigger::RecheckAnswered) || appeals.clone().next().is_none() {
        return Ok(());
    }
    if ground == CloseGround::RemediesUsed {
        return open;
    }
    let answers = then
        .this_round()
        .iter()
        .filter(|f| matches!(f.trigger, Trigger::Delivered | Trigger::ReviewDelivered));
    let Some(last) = answers.max_by_key(|f| f.on) else {
        return Err(Rejection::NotNow(WhyNot::NotDelivered));
    };
    let other = appeals.any(|c| c.route.is_some_and(|route| route != Route::R6));
    let term = if other { OTHER_WINDOW } else { WINDOW };
    let ends = match count(last.on, term, true, &[], calendar) {
        Ok(counted) => Some(counted.due),
        Err(CountError::YearNotPublished { unrolled, .. }) => unrolled,
        Err(CountError::OutOfRange) => None,
    };
    let over = last.told == Some(true) && ends.is_some_and(|ends| on > ends);
    if over { Ok(()) } else { open }
}
