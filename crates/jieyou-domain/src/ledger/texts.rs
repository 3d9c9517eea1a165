//! Texts that must say something, how long they may be, and days inside a fact.

use super::check::check_day;
use super::command::Rejection;
use super::decide::{EXTENSION_MAX, STORY_MAX, TEXT_MAX, TITLE_MAX};
use super::event::Event;
use crate::facts::*;
use crate::time::Date;

/// Refuses a text that says nothing or is longer than `max` characters.
pub(super) fn needs(field: &'static str, text: &str, max: usize) -> Result<(), Rejection> {
    if text.trim().is_empty() {
        return Err(Rejection::Missing(field));
    }
    fits(field, text, max)
}

/// Refuses a text longer than `max` characters.
pub(super) fn fits(field: &'static str, text: &str, max: usize) -> Result<(), Rejection> {
    let length = text.chars().count();
    if length > max { Err(Rejection::TooLong(field, length, max)) } else { Ok(()) }
}

/// A registration's own texts and day.
pub(super) fn check_registered(on: Date, facts: &Registered, today: Date) -> Result<(), Rejection> {
    check_day(on, None, today)?;
    needs("title", &facts.title, TITLE_MAX)?;
    fits("story", &facts.story, STORY_MAX)?;
    fits("spot", &facts.spot, 100)?;
    fits("number", &facts.number, 40)?;
    if facts.claims.is_empty() {
        return Err(Rejection::Missing("claims"));
    }
    if facts.claims.len() > CLAIMS_MAX {
        return Err(Rejection::TooLong("claims", facts.claims.len(), CLAIMS_MAX));
    }
    for claim in &facts.claims {
        needs("claims", &claim.text, 200)?;
    }
    if let Some(outside) = &facts.outside {
        fits("outside", &outside.number, 100)?;
    }
    if let Some(order) = &facts.order {
        fits("order", &order.doc, 100)?;
    }
    if let Some(must) = &facts.must_by {
        fits("must_by", &must.what, 200)?;
    }
    facts.answers.values().try_for_each(|answer| fits("answers", answer, 200))
}

/// More claims than these are several matters.
const CLAIMS_MAX: usize = 50;

/// Texts that must say something, lengths, and days that must follow the fact's own.
pub(super) fn check_texts(event: &Event, on: Date, today: Date) -> Result<(), Rejection> {
    let text = |field, text: &str| needs(field, text, TEXT_MAX);
    let free = |field, text: &str| fits(field, text, TEXT_MAX);
    let follows = |field, day: Date| {
        if day < on { Err(Rejection::DayBefore(field, on)) } else { Ok(()) }
    };
    match event {
        Event::HandledAtOnce(e) => text("what", &e.what),
        Event::Reported(e) => text("to", &e.to),
        Event::Classified(e) => {
            free("body", &e.body)?;
            free("why", &e.why).and_then(|()| free("post", &e.post))
        }
        Event::Notified(e) => {
            let all =
                [("proof", &e.proof), ("why", &e.why), ("basis", &e.basis), ("body", &e.body)];
            all.into_iter().try_for_each(|(field, said)| free(field, said))
        }
        Event::Objected(e) => text("to", &e.to).and_then(|()| text("why", &e.why)),
        Event::Accepted(e) => free("doc", &e.doc),
        Event::DutySet(e) => {
            text("body", &e.body)?;
            text("post", &e.post)?;
            free("leader", &e.leader)?;
            free("competent", &e.competent)
        }
        Event::Planned(e) => text("measure", &e.measure).and_then(|()| follows("due", e.due)),
        Event::Acted(e) => text("note", &e.note),
        Event::Extended(e) => {
            text("reason", &e.reason)?;
            text("approved_by", &e.approved_by)?;
            if e.days == 0 {
                return Err(Rejection::Missing("days"));
            }
            if e.days > EXTENSION_MAX {
                let size = |days: u32| usize::try_from(days).unwrap_or(usize::MAX);
                return Err(Rejection::TooLong("days", size(e.days), size(EXTENSION_MAX)));
            }
            Ok(())
        }
        Event::Replied(e) => {
            text("text", &e.text)?;
            free("doc", &e.doc)?;
            e.carry_out_by.map_or(Ok(()), |day| follows("carry_out_by", day))
        }
        Event::Delivered(e) => free("proof", &e.proof),
        Event::ReviewAsked(e) | Event::RecheckAsked(e) => free("note", &e.note),
        Event::ReviewAnswered(e) | Event::RecheckAnswered(e) => {
            text("text", &e.text).and_then(|()| free("doc", &e.doc))
        }
        Event::HearingHeld(e) => {
            follows("to", e.to)?;
            if e.to > today { Err(Rejection::InTheFuture { on: e.to, today }) } else { Ok(()) }
        }
        Event::Mediated(e) => {
            if let Some(day) = e.asked_on.filter(|day| *day > on) {
                return Err(Rejection::InTheFuture { on: day, today: on });
            }
            text("mediator", &e.mediator).and_then(|()| free("note", &e.note))
        }
        Event::Agreed(e) => {
            text("text", &e.text)?;
            for term in &e.terms {
                text("terms", &term.what)?;
                follows("terms", term.due)?;
            }
            Ok(())
        }
        Event::PackDropped(e) => text("id", &e.id).and_then(|()| free("why", &e.why)),
        Event::RightNoted(e) => text("ground", &e.ground).and_then(|()| free("note", &e.note)),
        Event::ProcedureSet(e) => free("why", &e.why),
        Event::FactsNoted(e) => {
            e.answers.values().try_for_each(|answer| fits("answers", answer, 200))?;
            free("note", &e.note)
        }
        Event::Judged(e) => text("why", &e.why).and_then(|()| text("post", &e.post)),
        Event::Reexamined(e) => {
            for row in [&e.findings, &e.opinion, &e.stance] {
                text("old", &row.old).and_then(|()| text("new", &row.new))?;
            }
            text("post", &e.post)
        }
        Event::Performed(e) | Event::NotPerformed(e) => free("note", &e.note),
        Event::HandedUp(e) => text("to", &e.to).and_then(|()| text("why", &e.why)),
        Event::Resolved(e) => text("how", &e.how).and_then(|()| free("evidence", &e.evidence)),
        Event::FollowedUp(e) => text("post", &e.post).and_then(|()| free("wish", &e.wish)),
        Event::Reopened(e) => text("note", &e.note),
        Event::TierSet(e) => text("why", &e.why).and_then(|()| text("post", &e.post)),
        Event::Split(_)
        | Event::Joined(_)
        | Event::Linked(_)
        | Event::Forwarded(_)
        | Event::AnswerCame(_)
        | Event::Referred(_)
        | Event::RouteEnded(_)
        | Event::Withdrawn(_)
        | Event::LawfullyClosed(_)
        | Event::SupportReferred(_)
        | Event::DelistAsked(_)
        | Event::DelistRefused(_)
        | Event::Delisted(_)
        | Event::Appointed(_)
        | Event::Hindered(_)
        | Event::OutsideNoted(_)
        | Event::SignedFor(_)
        | Event::Returned(_)
        | Event::Urged(_)
        | Event::FedBack(_)
        | Event::PassedOn(_)
        | Event::ContactHanded(_) => check_life(event, on),
        Event::Registered(_)
        | Event::Corrected(_)
        | Event::Struck(_)
        | Event::UnitProfiled(_)
        | Event::PlacesListed(_)
        | Event::PostsListed(_)
        | Event::PackAdopted(_)
        | Event::CalendarAdopted(_)
        | Event::SealedRecorded(_)
        | Event::SealedFollowed(_)
        | Event::SealedStruck(_) => Ok(()),
    }
}

/// The same for the later life and the way between units.
fn check_life(event: &Event, on: Date) -> Result<(), Rejection> {
    let text = |field, text: &str| needs(field, text, TEXT_MAX);
    let free = |field, text: &str| fits(field, text, TEXT_MAX);
    let follows = |field, day: Date| {
        if day < on { Err(Rejection::DayBefore(field, on)) } else { Ok(()) }
    };
    match event {
        Event::Split(e) => free("why", &e.why),
        Event::Joined(e) => free("why", &e.why),
        Event::Linked(e) => free("note", &e.note),
        Event::Forwarded(e) => {
            text("to", &e.to)?;
            free("doc", &e.doc)?;
            e.feedback_by.map_or(Ok(()), |day| follows("feedback_by", day))
        }
        Event::AnswerCame(e) => text("from", &e.from).and_then(|()| text("text", &e.text)),
        Event::Referred(e) => {
            text("body", &e.body)?;
            let all = [("proof", &e.proof), ("why", &e.why), ("post", &e.post)];
            all.into_iter().try_for_each(|(field, said)| free(field, said))
        }
        Event::RouteEnded(e) => text("text", &e.text),
        Event::Withdrawn(e) => text("words", &e.words).and_then(|()| text("present", &e.present)),
        Event::LawfullyClosed(e) => text("text", &e.text),
        Event::SupportReferred(e) => text("to", &e.to).and_then(|()| free("note", &e.note)),
        Event::DelistAsked(e) => text("post", &e.post).and_then(|()| text("evidence", &e.evidence)),
        Event::DelistRefused(e) => text("post", &e.post).and_then(|()| text("why", &e.why)),
        Event::Delisted(e) => text("post", &e.post).and_then(|()| free("note", &e.note)),
        Event::Appointed(e) => {
            follows("day", e.day)?;
            fits("time", &e.time, 20)?;
            free("place", &e.place).and_then(|()| free("who", &e.who))
        }
        Event::Hindered(e) => {
            text("why", &e.why)?;
            text("post", &e.post)?;
            e.again_by.map_or(Ok(()), |day| follows("again_by", day))
        }
        Event::OutsideNoted(e) => {
            fits("number", &e.number, 100)?;
            if e.mark == OutsideMark::Entered { text("number", &e.number) } else { Ok(()) }
        }
        Event::SignedFor(e) => fits("number", &e.number, 40),
        Event::Returned(e) => text("why", &e.why),
        Event::Urged(e) => text("to", &e.to).and_then(|()| free("text", &e.text)),
        Event::FedBack(e) => text("text", &e.text),
        Event::PassedOn(e) => text("text", &e.text),
        Event::ContactHanded(e) => text("to", &e.to).and_then(|()| text("purpose", &e.purpose)),
        _ => Ok(()),
    }
}
