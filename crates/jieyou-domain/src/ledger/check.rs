//! What stands against one fact: its day, its texts, and the facts around it.

use super::action::{Action, WhyNot};
use super::actions::{Frame, deliverable, possible};
use super::book::Book;
use super::by_number::by_number_only;
use super::command::Rejection;
use super::correct::{check_correction, check_strike};
use super::decide::ORDINARY_DAYS;
use super::event::Event;
use super::matter::Matter;
use super::state::{Stage, State, Trigger};
use super::texts::check_texts;
use crate::classify::{self, TierAnswer};
use crate::facts::*;
use crate::ids::EntryId;
use crate::time::Date;
use chrono::Days;

/// Checks one fact against the matter as it stands.
///
/// Lateness is no fault: what must come before is looked for among the facts up to
/// the fact's own day, and what may happen only once, in the whole of its round.
pub(super) fn check_one(
    book: &Book,
    matter: &Matter,
    on: Date,
    event: &Event,
    today: Date,
) -> Result<(), Rejection> {
    match event {
        Event::Corrected(c) => return check_correction(book, matter, c, today),
        Event::Struck(s) => return check_strike(book, matter, s),
        _ => {}
    }
    let Some(earliest) = matter.earliest() else { return Err(Rejection::NoSuchMatter) };
    check_day(on, Some(earliest), today)?;
    let action = action_of(event).ok_or(Rejection::NotRecordable)?;
    let frame = frame(book, matter);
    let around = Around::of(matter, on, None);
    let settled = around.then.stage() >= Stage::Observing;
    possible(action, &around.then, settled, frame).map_err(Rejection::NotNow)?;
    if possible(action, &around.round, settled, frame) == Err(WhyNot::AlreadyDone) {
        return Err(Rejection::NotNow(WhyNot::AlreadyDone));
    }
    check_texts(event, on, today)?;
    if let Event::TierSet(set) = event {
        check_tier(book, matter, set, today)?;
    }
    if let Event::DelistAsked(_) = event {
        check_observed(book, matter, on)?;
    }
    check_around(book, matter, &around, on, event)
}

/// What the facts around it and the pack say against a fact, written anew or corrected.
pub(super) fn check_around(
    book: &Book,
    matter: &Matter,
    around: &Around,
    on: Date,
    event: &Event,
) -> Result<(), Rejection> {
    if let Event::Classified(c) = event {
        let stood = matter.state.claims.get(usize::from(c.claim)).and_then(|c| c.class);
        let category = matter.state.category.as_deref();
        by_number_only(book, (c.class, c.category.as_deref()), (stood, category))?;
    }
    match event {
        Event::Hindered(h) => check_owed(book, &around.then, on, h)?,
        Event::RightNoted(noted) => super::rights::check_right(book, noted, on, around)?,
        Event::ProcedureSet(set) => super::rights::check_procedure(&around.then, set)?,
        Event::FactsNoted(noted) => {
            super::by_number::check_facts(book, &matter.state, noted)?;
            super::judge::check_facts_noted(book, &around.then, noted)?;
        }
        Event::Judged(judged) => super::judge::check_judged(book, &around.then, judged)?,
        _ => {}
    }
    if let Event::LawfullyClosed(c) = event {
        super::endings::check_window(book.calendar(), &around.then, on, c.ground)?;
    }
    check_facts(around, on, event)
}

pub(super) fn frame(book: &Book, matter: &Matter) -> Frame {
    let unit = book.unit().map_or(UnitKind::Village, |u| u.kind);
    Frame { unit, kind: classify::kind(&matter.state, unit, book).answer }
}

/// The matter around the day of one fact.
pub(super) struct Around {
    /// As it stood at the end of that day.
    pub(super) then: State,
    /// As it stood at the end of that day's round, up to today.
    round: State,
}

impl Around {
    /// `but` is left out: the entry that is being corrected. What a matter is has no
    /// day of its own, so classifications always count.
    pub(super) fn of(matter: &Matter, on: Date, but: Option<EntryId>) -> Self {
        let always = |event: &Event| matches!(event, Event::Classified(_));
        let then = matter.state_of(|f| Some(f.root.id) != but && (f.on <= on || always(f.event)));
        let next = matter.state.reopened.iter().map(|(day, _)| *day).filter(|day| *day > on).min();
        let round = matter.state_of(|f| {
            Some(f.root.id) != but && (next.is_none_or(|next| f.on < next) || always(f.event))
        });
        Self { then, round }
    }
}

/// Nobody puts an open matter on 一级, nor one on a list that is on none.
fn check_tier(book: &Book, matter: &Matter, set: &TierSet, today: Date) -> Result<(), Rejection> {
    if set.tier == Tier::One {
        return Err(Rejection::NotNow(WhyNot::NotSettled));
    }
    // Ids of criteria, no place for words.
    if set.despite.iter().any(|id| book.rules().criterion(id).is_none()) {
        return Err(Rejection::Missing("despite"));
    }
    let on_none = classify::assess(matter, book, today)
        .is_some_and(|a| matches!(a.tier.computed, TierAnswer::NoList(_)));
    if on_none { Err(Rejection::NotNow(WhyNot::OnNoList)) } else { Ok(()) }
}

/// Delisting is applied for when what the pack lets it meet has come due.
fn check_observed(book: &Book, matter: &Matter, on: Date) -> Result<(), Rejection> {
    let Some(assessment) = classify::assess(matter, book, on) else { return Ok(()) };
    let observing = assessment.obligations.iter().any(|o| {
        let rule = book.rules().rule(&o.rule);
        rule.is_some_and(|r| r.met_by.contains(&Trigger::DelistAsked))
            && o.standing.is_open()
            && o.due.day().is_some_and(|due| on < due)
    });
    if observing { Err(Rejection::NotNow(WhyNot::StillObserving)) } else { Ok(()) }
}

/// Only what this office owes that day can be answered with a reason: no right of a
/// citizen, no promise of a party, no power that simply lapses.
fn check_owed(book: &Book, then: &State, on: Date, h: &Hindered) -> Result<(), Rejection> {
    let assessment = classify::assess_state(then, book, on);
    let owed = assessment.is_some_and(|a| {
        let mut owed = a.obligations.iter().filter(|o| o.may_be_hindered(book.rules()));
        owed.any(|o| o.rule == h.rule && o.key == h.key)
    });
    if owed { Ok(()) } else { Err(Rejection::NotNow(WhyNot::NothingOwed)) }
}

/// Refuses a day after today, or before the day received.
pub(super) fn check_day(on: Date, received: Option<Date>, today: Date) -> Result<(), Rejection> {
    if on > today {
        return Err(Rejection::InTheFuture { on, today });
    }
    match received {
        Some(received) if on < received => Err(Rejection::BeforeReceived { on, received }),
        _ => Ok(()),
    }
}

pub(super) fn action_of(event: &Event) -> Option<Action> {
    Some(match event {
        Event::HandledAtOnce(_) => Action::HandleAtOnce,
        Event::Reported(_) => Action::Report,
        Event::Classified(_) => Action::Classify,
        Event::Notified(_) => Action::Notify,
        Event::Objected(_) => Action::Object,
        Event::Accepted(_) => Action::Accept,
        Event::DutySet(_) => Action::SetDuty,
        Event::Planned(_) => Action::Plan,
        Event::Acted(_) => Action::Act,
        Event::Extended(_) => Action::Extend,
        Event::Replied(_) => Action::Reply,
        Event::Delivered(_) => Action::Deliver,
        Event::ReviewAsked(_) => Action::AskReview,
        Event::ReviewAnswered(_) => Action::AnswerReview,
        Event::RecheckAsked(_) => Action::AskRecheck,
        Event::HearingHeld(_) => Action::Hearing,
        Event::RecheckAnswered(_) => Action::AnswerRecheck,
        Event::Mediated(_) => Action::Mediate,
        Event::Agreed(_) => Action::Agree,
        Event::Performed(_) | Event::NotPerformed(_) => Action::CheckPerformance,
        Event::HandedUp(_) => Action::HandUp,
        Event::Resolved(_) => Action::Resolve,
        Event::FollowedUp(_) => Action::FollowUp,
        Event::Reopened(_) => Action::Reopen,
        Event::TierSet(_) => Action::SetTier,
        Event::Split(_) => Action::Split,
        Event::Joined(_) => Action::Join,
        Event::Linked(_) | Event::ContactHanded(_) => Action::Link,
        Event::Forwarded(_) => Action::Forward,
        Event::AnswerCame(_) => Action::TakeAnswer,
        Event::Referred(_) => Action::Refer,
        Event::RouteEnded(_) => Action::EndRoute,
        Event::Withdrawn(_) => Action::Withdraw,
        Event::LawfullyClosed(_) => Action::CloseLawfully,
        Event::SupportReferred(_) => Action::ReferSupport,
        Event::DelistAsked(_) => Action::AskDelist,
        Event::DelistRefused(_) => Action::RefuseDelist,
        Event::Delisted(_) => Action::Delist,
        Event::Appointed(_) => Action::Appoint,
        Event::Hindered(_) => Action::SayCannot,
        Event::OutsideNoted(_) => Action::NoteOutside,
        Event::FactsNoted(_) => Action::NoteFacts,
        Event::Judged(_) => Action::Judge,
        Event::Reexamined(_) => Action::Reexamine,
        Event::RightNoted(_) => Action::NoteRight,
        Event::ProcedureSet(_) => Action::SetProcedure,
        Event::SignedFor(_) => Action::SignFor,
        Event::Returned(_) => Action::Return,
        Event::Urged(_) => Action::Urge,
        Event::FedBack(_) => Action::FeedBack,
        Event::PassedOn(_) => Action::PassOn,
        Event::SealedRecorded(_)
        | Event::SealedFollowed(_)
        | Event::SealedStruck(_)
        | Event::UnitProfiled(_)
        | Event::PlacesListed(_)
        | Event::PostsListed(_)
        | Event::PackAdopted(_)
        | Event::CalendarAdopted(_)
        | Event::PackDropped(_)
        | Event::Registered(_)
        | Event::Corrected(_)
        | Event::Struck(_) => return None,
    })
}

/// Contradictions with what the matter's own facts say.
fn check_facts(around: &Around, on: Date, event: &Event) -> Result<(), Rejection> {
    let (then, round) = (&around.then, &around.round);
    let done = || Err(Rejection::NotNow(WhyNot::AlreadyDone));
    match event {
        Event::Classified(c) if usize::from(c.claim) >= then.claims.len() => {
            Err(Rejection::Missing("claim"))
        }
        // 条例 31 has routes for 申诉求决 only.
        Event::Classified(c)
            if c.route.is_some() && c.class.is_some_and(|class| class != Class::Appeal) =>
        {
            Err(Rejection::NotNow(WhyNot::OnlyAppeals))
        }
        Event::DutySet(d) if !d.no_interest => Err(Rejection::NotNow(WhyNot::Interest)),
        Event::Replied(r) => match round.claims.get(usize::from(r.claim)) {
            None => Err(Rejection::Missing("claim")),
            Some(c) if c.reply.is_some() => done(),
            Some(c) if !c.is_here() => Err(Rejection::NotNow(WhyNot::ClaimGone)),
            Some(c) if c.route == Some(Route::R6) && !then.has_now(Trigger::Heard) => {
                Err(Rejection::NotNow(WhyNot::HearFirst))
            }
            Some(_) => Ok(()),
        },
        Event::Delivered(d) => {
            deliverable(then, d.what).map_err(Rejection::NotNow)?;
            if deliverable(round, d.what) == Err(WhyNot::AlreadyDone) { done() } else { Ok(()) }
        }
        Event::Extended(_) => {
            let last = then.accepted_on.and_then(|d| d.checked_add_days(Days::new(ORDINARY_DAYS)));
            if last.is_some_and(|last| on > last) {
                return Err(Rejection::NotNow(WhyNot::SixtyDaysOver));
            }
            Ok(())
        }
        Event::Performed(p) | Event::NotPerformed(p) => {
            if !then.promises.iter().any(|x| x.key == p.promise) {
                return Err(Rejection::Missing("promise"));
            }
            let performed = round.promises.iter().find(|x| x.key == p.promise);
            match performed.and_then(|x| x.performed) {
                // That it was missed first and performed later may be written late.
                Some(day) if matches!(event, Event::NotPerformed(_)) && on < day => Ok(()),
                Some(_) => done(),
                None => Ok(()),
            }
        }
        _ => super::endings::check(then, round, event),
    }
}
