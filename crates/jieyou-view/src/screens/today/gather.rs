//! Which duties stand on 今日, in which group and order.

use super::group::Group;
use super::place::{MEETING_RANK, place};
use super::{Absence, TodayFilter};
use crate::screens::{Assessments, Held};
use chrono::{Datelike as _, Days};
use jieyou_domain::Date;
use jieyou_domain::classify::Assessment;
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::{CounterParty, Tier, UnitKind};
use jieyou_domain::ledger::{AppointmentState, Book, ClaimState, Stage, State, Trigger};
use jieyou_domain::rules::{Obligation, Setting, next_consult};

/// What a matter of 二级 or 三级 still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Duty,
    Competent,
    Leader,
    Plan,
}

/// What a row is about.
#[derive(Clone, Debug)]
pub(super) enum About<'a> {
    Owed(&'a Obligation),
    /// Handed up, no result yet.
    HandedUp(Date),
    /// Sent on to another body, no answer yet.
    Forwarded(Date),
    /// On a statutory route, no result yet.
    OnRoute(Date),
    /// The result came back; the citizen is to be told.
    ToTell(Date),
    /// Sent back by the unit it was handed up to.
    SentBack(Date),
    /// The unit that handed it up asks for an answer.
    Urged(Date),
    /// Delisting was applied for.
    ToDecide(Date),
    /// An appointment of today, or one before of which nothing is recorded.
    Meeting(&'a AppointmentState),
    Missing(Vec<Gap>),
    /// A fall from 三级 that the consult of this day confirms; whether a person asked for it.
    Fall(Date, bool),
}

/// One row to be.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) group: Group,
    pub(super) held: &'a Held,
    pub(super) about: About<'a>,
    rank: (u8, Option<Date>),
}

/// Everything that stands on the screen, sorted.
pub(super) fn gather<'a>(
    book: &Book,
    all: &'a Assessments,
    today: Date,
    filter: &TodayFilter,
) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    for held in all.iter() {
        let Some(assessment) = &held.assessment else { continue };
        if is_wanted(&held.matter.state, assessment, filter) {
            of_matter(book, held, assessment, today, filter, &mut found);
        }
    }
    sort_by(&mut found, |a, b| {
        (a.group, a.rank, a.held.number_key()).cmp(&(b.group, b.rank, b.held.number_key()))
    });
    found
}

/// Whether anything fell due in the absence of `filter`.
pub fn is_listed(book: &Book, all: &Assessments, today: Date, filter: &TodayFilter) -> bool {
    gather(book, all, today, filter).iter().any(|c| c.group == Group::Away)
}

fn is_wanted(state: &State, assessment: &Assessment, filter: &TodayFilter) -> bool {
    let duty = state.duty.as_ref().map(|(_, d)| d);
    if let Some(post) = &filter.post
        && duty.is_some_and(|d| d.post != *post && d.leader != *post)
    {
        return false;
    }
    let led = duty.is_some_and(|d| !d.leader.is_empty());
    !filter.leader || led || assessment.tier.answer.tier() == Some(Tier::Three)
}

fn of_matter<'a>(
    book: &Book,
    held: &'a Held,
    assessment: &'a Assessment,
    today: Date,
    filter: &TodayFilter,
    found: &mut Vec<Candidate<'a>>,
) {
    let first = found.len();
    for o in &assessment.obligations {
        if let Some((group, rank)) = place(book, &held.matter.state, o, today, filter.away) {
            found.push(Candidate { group, held, about: About::Owed(o), rank });
        }
    }
    let is_owed = found[first..].iter().any(|c| match c.about {
        About::Owed(o) => {
            book.rules().rule(&o.rule).is_some_and(|r| r.starts.contains(&Trigger::HandedUp))
        }
        _ => false,
    });
    between(held, is_owed, found);
    meetings(held, today, filter.away, found);
    found.extend(fall(book, held, assessment, today));
    let plan_shown = found[first..].iter().any(|c| match c.about {
        About::Owed(o) => {
            book.rules().rule(&o.rule).is_some_and(|r| r.met_by.contains(&Trigger::Planned))
        }
        _ => false,
    });
    let gaps = gaps(book, held, assessment, plan_shown);
    if !gaps.is_empty() {
        let rank = u8::from(assessment.tier.answer.tier() != Some(Tier::Three));
        let rank = (rank, held.matter.received_on());
        found.push(Candidate { group: Group::Missing, held, about: About::Missing(gaps), rank });
    }
}

/// What waits for others, and what came back.
///
/// `is_owed`: the signature that is waited for stands there already, with its day.
fn between<'a>(held: &'a Held, is_owed: bool, found: &mut Vec<Candidate<'a>>) {
    let state = &held.matter.state;
    let stage = held.matter.stage();
    let mut add = |group, about, on| {
        found.push(Candidate { group, held, about, rank: (0, Some(on)) });
    };
    let exchange = &state.exchange;
    if stage == Stage::HandedUp
        && !is_owed
        && let Some(on) = state.handed_up_on
    {
        add(Group::Waiting, About::HandedUp(on), on);
    }
    if stage == Stage::FedBack
        && let Some((on, _)) = &exchange.fed_back
    {
        add(Group::Today, About::ToTell(*on), *on);
    }
    if let Some((on, _)) = &exchange.returned
        && !exchange.is_upper
        && stage < Stage::Observing
        && state.last_activity.is_none_or(|last| last <= *on)
    {
        add(Group::Today, About::SentBack(*on), *on);
    }
    // Until something is done or fed back after the urging.
    if exchange.is_upper
        && let Some(on) = exchange.urged.last()
        && stage < Stage::Observing
        && exchange.fed_back.as_ref().is_none_or(|(fed, _)| fed < on)
        && state.last_activity.is_none_or(|last| last < *on)
    {
        add(Group::Today, About::Urged(*on), *on);
    }
    if let Some((on, _)) = &state.forwarded
        && stage < Stage::Observing
    {
        add(Group::Waiting, About::Forwarded(*on), *on);
    }
    // Also of one claim on its route while the rest goes on here.
    if stage <= Stage::LegalRoute
        && let Some(on) = state.claims.iter().filter_map(open_route).min()
    {
        add(Group::Routine, About::OnRoute(on), on);
    }
    if let Some((on, _)) = &state.delist_asked
        && stage == Stage::Observing
    {
        add(Group::Today, About::ToDecide(*on), *on);
    }
}

/// Appointments of today and of this week, and those of which nothing is recorded.
fn meetings<'a>(
    held: &'a Held,
    today: Date,
    away: Option<Absence>,
    found: &mut Vec<Candidate<'a>>,
) {
    if held.matter.stage() >= Stage::LawfullyClosed {
        return;
    }
    for meeting in held.matter.state.appointments.iter().filter(|m| !m.is_kept) {
        let day = meeting.appointed.day;
        let group = if away.is_some_and(|away| away.covers(day)) {
            Group::Away
        } else if day <= today && (today - day).num_days() <= MEETING_DAYS {
            Group::Meetings
        } else if day > today && day <= end_of_week(today) {
            Group::Week
        } else {
            continue;
        };
        let rank = (u8::from(group == Group::Away) * MEETING_RANK, Some(day));
        found.push(Candidate { group, held, about: About::Meeting(meeting), rank });
    }
}

/// A fall that waits for a consult within a week.
fn fall<'a>(
    book: &Book,
    held: &'a Held,
    assessment: &Assessment,
    today: Date,
) -> Option<Candidate<'a>> {
    let notes = &assessment.tier_notes;
    if notes.fall.is_none() && notes.asked.is_none() {
        return None;
    }
    let profile = book.unit()?;
    let setting = Setting {
        unit: profile.kind,
        name: profile.name.as_str(),
        rules: book.rules(),
        calendar: book.calendar(),
        today,
    };
    let day = next_consult(today.pred_opt()?, setting)?;
    let about = About::Fall(day, notes.asked.is_some());
    let rank = (0, Some(day));
    let is_near = (day - today).num_days() <= CONSULT_DAYS;
    is_near.then_some(Candidate { group: Group::Week, held, about, rank })
}

/// So many days before a consult what waits for it is shown.
const CONSULT_DAYS: i64 = 7;

/// Appointments of which nothing was recorded are shown for so many days.
const MEETING_DAYS: i64 = 14;

/// The day a claim was sent on a statutory route that has no result yet.
fn open_route(claim: &ClaimState) -> Option<Date> {
    let (on, _) = claim.referred.as_ref()?;
    let ended = claim.route_result.as_ref().is_some_and(|(ended, _)| ended >= on);
    (!ended).then_some(*on)
}

/// The Sunday of the week of `today`.
pub(crate) fn end_of_week(today: Date) -> Date {
    let left = 7 - u64::from(today.weekday().number_from_monday());
    today.checked_add_days(Days::new(left)).unwrap_or(today)
}

/// What 二级 and 三级 must have and this matter has not (practice P1-3).
fn gaps(book: &Book, held: &Held, assessment: &Assessment, plan_shown: bool) -> Vec<Gap> {
    let state = &held.matter.state;
    let tier = assessment.tier.answer.tier();
    let is_village = book.unit().is_some_and(|u| u.kind == UnitKind::Village);
    // Against the committee or the collective: it goes up, nobody here gets the duty.
    let goes_up =
        is_village && state.claims.iter().any(|c| c.claim.against == CounterParty::Collective);
    if !matches!(tier, Some(Tier::Two | Tier::Three))
        || held.matter.stage() >= Stage::ToSign
        || goes_up
    {
        return Vec::new();
    }
    let mut gaps = Vec::new();
    match &state.duty {
        None => gaps.push(Gap::Duty),
        Some((_, duty)) if duty.competent.is_empty() && !is_village => gaps.push(Gap::Competent),
        Some(_) => {}
    }
    let led = state.duty.as_ref().is_some_and(|(_, d)| !d.leader.is_empty());
    if tier == Some(Tier::Three) && !led {
        gaps.push(Gap::Leader);
    }
    let settled = !state.agreements.is_empty() || state.all_replied();
    if state.plans.is_empty() && !settled && !plan_shown {
        gaps.push(Gap::Plan);
    }
    gaps
}
