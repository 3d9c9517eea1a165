//! Which duties stand on 今日, in which group and order.

use super::{Absence, TodayFilter};
use crate::screens::{Assessments, Held};
use crate::text::{Lang, both};
use chrono::{Datelike as _, Days};
use jieyou_domain::Date;
use jieyou_domain::classify::Assessment;
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::{CounterParty, DeadlineKind, Owes, Tier, UnitKind};
use jieyou_domain::ledger::{AppointmentState, Book, ClaimState, Stage, State, Trigger};
use jieyou_domain::rules::{Obligation, Standing};

/// The groups, in the order of practice section 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Away,
    Urgent,
    Overdue,
    Today,
    Meetings,
    Rights,
    Waiting,
    Hindered,
    Missing,
    Week,
    Routine,
}

impl Group {
    pub(super) const ALL: [Self; 11] = [
        Self::Away,
        Self::Urgent,
        Self::Overdue,
        Self::Today,
        Self::Meetings,
        Self::Rights,
        Self::Waiting,
        Self::Hindered,
        Self::Missing,
        Self::Week,
        Self::Routine,
    ];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::Urgent => "urgent",
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Meetings => "meetings",
            Self::Rights => "rights",
            Self::Waiting => "waiting",
            Self::Hindered => "hindered",
            Self::Missing => "missing",
            Self::Week => "week",
            Self::Routine => "routine",
        }
    }

    pub(super) fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Away => {
                both!("您不在的这几天到期了这些", "Fell due while you were away").to(lang)
            }
            Self::Urgent => both!("紧急未报", "Danger not reported yet").to(lang),
            Self::Overdue => both!("已过期限", "Past their day").to(lang),
            Self::Today => both!("今天到期", "Due today").to(lang),
            Self::Meetings => both!("约好的", "Appointments").to(lang),
            Self::Rights => both!("群众的权利快到期", "Citizens' rights about to run out").to(lang),
            Self::Waiting => both!("等别人回音", "Waiting for others").to(lang),
            Self::Hindered => both!("说明了办不了的", "Said to be impossible for now").to(lang),
            Self::Missing => both!("缺责任、措施、时限", "Without duty, measure or limit").to(lang),
            Self::Week => both!("本周其余和快到期的", "Rest of the week, and soon due").to(lang),
            Self::Routine => both!("例行", "Routine").to(lang),
        }
    }
}

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

/// Appointments of which nothing was recorded are shown for so many days.
const MEETING_DAYS: i64 = 14;

/// The day a claim was sent on a statutory route that has no result yet.
fn open_route(claim: &ClaimState) -> Option<Date> {
    let (on, _) = claim.referred.as_ref()?;
    let ended = claim.route_result.as_ref().is_some_and(|(ended, _)| ended >= on);
    (!ended).then_some(*on)
}

fn place(
    book: &Book,
    state: &State,
    o: &Obligation,
    today: Date,
    away: Option<Absence>,
) -> Option<(Group, (u8, Option<Date>))> {
    let rule = book.rules().rule(&o.rule);
    let day = o.due.day();
    let by_day = (0, day);
    let by_kind = (kind_rank(o.kind), day);
    let is_away = |day: Option<Date>| away.zip(day).is_some_and(|(away, day)| away.covers(day));
    if o.standing == Standing::Closed {
        // A right may have rolled on, and was not lost before.
        let is_right = o.owes == Owes::Citizen;
        let last = if is_right { day.max(o.hint) } else { day };
        return is_away(last)
            .then_some((Group::Away, (if is_right { RIGHT_RANK } else { POWER_RANK }, day)));
    }
    // Danger stays on top, whatever was said.
    let is_danger = rule.is_some_and(|r| r.met_by.contains(&Trigger::Reported));
    if let Some(hindered) = &o.hindered
        && o.standing != Standing::Running
        && !is_danger
    {
        return match hindered.said.again_by {
            // What is no longer owed and was not to be looked at again is over.
            None if !o.standing.is_open() => None,
            Some(again) if is_away(Some(again)) => Some((Group::Away, by_kind)),
            Some(again) if again <= today => Some((Group::Today, by_kind)),
            again => Some((Group::Hindered, (0, again.or(day)))),
        };
    }
    let is_running = o.standing == Standing::Running;
    if !is_running && o.standing != Standing::Overdue {
        return None;
    }
    let near = o.is_soon(today) || day.is_none_or(|d| d <= end_of_week(today));
    if o.owes == Owes::Citizen {
        let untold = o.told == Some(false);
        return (is_running && (untold || o.is_soon(today)))
            .then_some((Group::Rights, (u8::from(!untold), day)));
    }
    if is_danger {
        return Some((Group::Urgent, by_day));
    }
    let is_missed = is_found_missed(state, o);
    if !is_running && !is_missed && is_away(day) {
        let rank = if o.elsewhere { ELSEWHERE_RANK } else { kind_rank(o.kind) };
        return Some((Group::Away, (rank, day)));
    }
    if o.kind == DeadlineKind::Routine {
        return (near || !is_running).then_some((Group::Routine, by_day));
    }
    if o.elsewhere || is_missed {
        return Some((Group::Waiting, by_day));
    }
    if !is_running {
        return Some((Group::Overdue, by_kind));
    }
    if day == Some(today) {
        return Some((Group::Today, by_kind));
    }
    near.then_some((Group::Week, by_day))
}

/// Behind the five kinds of what is owed here, in the list after an absence.
const ELSEWHERE_RANK: u8 = 5;
const MEETING_RANK: u8 = 6;
const RIGHT_RANK: u8 = 7;
const POWER_RANK: u8 = 8;

/// 法定 → 指定 → 约定 → 承诺.
fn kind_rank(kind: DeadlineKind) -> u8 {
    match kind {
        DeadlineKind::Statutory => 0,
        DeadlineKind::Ordered => 1,
        DeadlineKind::Agreed => 2,
        DeadlineKind::Promised => 3,
        DeadlineKind::Routine => 4,
    }
}

/// A party's promise that was looked at and found not performed: now it is the party's turn.
fn is_found_missed(state: &State, o: &Obligation) -> bool {
    o.owes == Owes::Party && state.promises.iter().any(|p| p.key == o.key && p.missed.is_some())
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
