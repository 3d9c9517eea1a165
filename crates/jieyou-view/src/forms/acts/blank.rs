//! What stands in an act's form before anything is typed: only what is known or usual.

use super::fit::{deliverable, notices};
use super::{claims, classes, facts};
use crate::forms::context::FormContext;
use crate::forms::fact::{self, Section};
use crate::forms::model::Draft;
use jieyou_domain::classify::assess;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Action, Event, Matter, effective};

/// The draft of `action` before anything is typed.
pub fn blank(action: Action, ctx: &FormContext<'_>, matter: &Matter) -> Draft {
    let mut draft = Draft::default();
    draft.set("on", ctx.today.to_string());
    let state = &matter.state;
    match action {
        Action::HandleAtOnce => draft.set("told", Told::InPerson.code()),
        Action::Notify => {
            if let Some(notice) = notices(ctx, matter).first() {
                draft.set("notice", notice.code());
            }
            draft.set("told", Told::Written.code());
        }
        Action::Deliver => {
            if let Some(what) = deliverable(matter).first() {
                draft.set("what", what.code());
            }
            draft.set("told", Told::Written.code());
        }
        Action::Classify => classes::fill(ctx, matter, &mut draft),
        Action::NoteFacts => facts::fill(ctx, matter, &mut draft),
        Action::Reply => claims::fill_replies(ctx, matter, &mut draft),
        Action::Accept => claims::fill_acceptance(ctx, matter, &mut draft),
        Action::SetDuty => set_duty(ctx, matter, &mut draft),
        Action::NoteRight => {
            draft.set("applies", "applies");
            // Where only one is proposed and not noted yet, that is meant.
            let assessment = assess(matter, ctx.book, ctx.today);
            let mut open = assessment.iter().flat_map(|a| a.unasked(state));
            if let (Some(only), None) = (open.next(), open.next()) {
                draft.set("ground", &only.ground);
            }
        }
        Action::SetProcedure if !state.is_simple() => draft.set("simple", "yes"),
        Action::Mediate => draft.set("result", MediationResult::Ongoing.code()),
        Action::Agree => {
            // People's mediation may be oral; within a petition it must be written.
            let form = if ctx.is_village() { AgreementForm::Oral } else { AgreementForm::Written };
            draft.set("form", form.code());
            draft.set("terms", "1");
            // Where one was broken, a new agreement usually takes its place.
            if state.open_promises().any(|p| p.missed.is_some()) {
                draft.set("replaces", "yes");
            }
        }
        Action::CheckPerformance => {
            let mut open = state.open_promises();
            if let (Some(only), None) = (open.next(), open.next()) {
                draft.set("promise", &only.key);
            }
        }
        Action::SayCannot => {
            draft.set("owed", super::owed::only(ctx, matter).unwrap_or_default());
        }
        Action::Reexamine => before(matter, &mut draft),
        Action::Act
        | Action::Report
        | Action::Object
        | Action::Plan
        | Action::Extend
        | Action::AskReview
        | Action::AnswerReview
        | Action::AskRecheck
        | Action::Hearing
        | Action::AnswerRecheck
        | Action::Resolve
        | Action::FollowUp
        | Action::Reopen
        | Action::SetProcedure
        | Action::SetTier => {}
        action => super::life::fill(ctx, action, matter, &mut draft),
    }
    draft
}

/// The duty in force; the unit itself as 承办单位 where there is none, but never a
/// village against its own committees or collective.
fn set_duty(ctx: &FormContext<'_>, matter: &Matter, draft: &mut Draft) {
    if let Some((_, duty)) = &matter.state.duty {
        let asked_again = DutySet { no_interest: false, ..duty.clone() };
        fact::fill(&Event::DutySet(asked_again), Section::WHOLE, draft);
        return;
    }
    let ours = matter.state.claims.iter().any(|c| c.claim.against == CounterParty::Collective);
    if let Some(unit) = ctx.book.unit().filter(|_| !(ctx.is_village() && ours)) {
        draft.set("body", &unit.name);
    }
}

/// What was found, decided and said before: the last words of each in the matter's own
/// records.
fn before(matter: &Matter, draft: &mut Draft) {
    use ActivityKind as A;
    let facts = effective(matter.entries());
    let last = |word: fn(&Event) -> Option<String>| {
        facts.iter().rev().find_map(|fact| word(fact.event)).unwrap_or_default()
    };
    let found = last(|event| match event {
        Event::Acted(a) if matches!(a.activity, A::Investigate | A::SiteVisit) => {
            Some(a.note.clone())
        }
        _ => None,
    });
    let opinion = last(|event| match event {
        Event::Replied(r) => Some(r.text.clone()),
        Event::Agreed(a) => Some(a.text.clone()),
        Event::HandledAtOnce(h) => Some(h.what.clone()),
        _ => None,
    });
    let mut stance = last(|event| match event {
        Event::Acted(a) if a.activity == A::LeaderHeard => Some(a.note.clone()),
        _ => None,
    });
    if stance.is_empty() {
        stance = last(|event| match event {
            Event::Planned(p) => Some(p.measure.clone()),
            _ => None,
        });
    }
    for (key, text) in [("findings.old", found), ("opinion.old", opinion), ("stance.old", stance)] {
        draft.set(key, text);
    }
}
