//! In which group of 今日 an obligation stands.

use super::Absence;
use super::gather::end_of_week;
use super::group::Group;
use jieyou_domain::Date;
use jieyou_domain::facts::{DeadlineKind, Owes};
use jieyou_domain::ledger::{Book, State, Trigger};
use jieyou_domain::rules::{Obligation, Standing};

/// A group, and where in it: a rank, then the day.
type Place = (Group, (u8, Option<Date>));

/// The group of what is owed and its rank there; nothing where it is no business of today.
pub(super) fn place(
    book: &Book,
    state: &State,
    o: &Obligation,
    today: Date,
    away: Option<Absence>,
) -> Option<Place> {
    let rule = book.rules().rule(&o.rule);
    let day = o.due.day();
    let by_day = (0, day);
    let by_kind = (kind_rank(o.kind), day);
    // Danger stays on top, whatever was said.
    let is_danger = rule.is_some_and(|r| r.met_by.contains(&Trigger::Reported));
    let is_running = match o.standing {
        Standing::Closed => return closed(o, away),
        Standing::Running => true,
        _ if o.hindered.is_some() && !is_danger => return hindered(o, today, away),
        Standing::Overdue => false,
        _ => return None,
    };
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
    if !is_running && !is_missed && covers(away, day) {
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

fn covers(away: Option<Absence>, day: Option<Date>) -> bool {
    away.zip(day).is_some_and(|(away, day)| away.covers(day))
}

/// A right or a power that ran out is said once, after the absence in which it did.
fn closed(o: &Obligation, away: Option<Absence>) -> Option<Place> {
    let day = o.due.day();
    let is_right = o.owes == Owes::Citizen;
    // A right may have rolled on, and was not lost before.
    let last = if is_right { day.max(o.hint) } else { day };
    let rank = if is_right { RIGHT_RANK } else { POWER_RANK };
    covers(away, last).then_some((Group::Away, (rank, day)))
}

/// What was said to be impossible waits below for its day, and is on top again from then.
fn hindered(o: &Obligation, today: Date, away: Option<Absence>) -> Option<Place> {
    let by_kind = (kind_rank(o.kind), o.due.day());
    match o.hindered.as_ref().and_then(|h| h.said.again_by) {
        // What is no longer owed and was not to be looked at again is over.
        None if !o.standing.is_open() => None,
        again if covers(away, again) => Some((Group::Away, by_kind)),
        Some(again) if again <= today => Some((Group::Today, by_kind)),
        again => Some((Group::Hindered, (0, again.or(o.due.day())))),
    }
}

/// Behind the five kinds of what is owed here, in the list after an absence.
const ELSEWHERE_RANK: u8 = 5;
pub(super) const MEETING_RANK: u8 = 6;
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
