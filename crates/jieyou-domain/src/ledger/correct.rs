//! What stands against a correction or a strike.

use super::action::{Action, WhyNot};
use super::actions::possible;
use super::book::Book;
use super::by_number::{by_number_only, no_report};
use super::check::{Around, action_of, check_around, check_day, frame};
use super::command::Rejection;
use super::decide::TEXT_MAX;
use super::effective::is_void;
use super::event::Event;
use super::matter::Matter;
use super::state::{PromiseState, Stage, promise_key};
use super::texts::{check_registered, check_texts, fits};
use crate::facts::*;
use crate::ids::EntryId;
use crate::time::Date;

/// Finds an entry of the matter by its id.
fn find(matter: &Matter, entry: EntryId) -> Result<&super::Entry, Rejection> {
    let found = matter.entries().iter().find(|e| e.id == entry);
    found.map(|e| e.as_ref()).ok_or(Rejection::NoSuchEntry)
}

/// What another unit wrote stays as it wrote it.
fn own(matter: &Matter, entry: &super::Entry) -> Result<(), Rejection> {
    if matter.is_own(entry) { Ok(()) } else { Err(Rejection::NotNow(WhyNot::NotOurs)) }
}

/// The entry that first wrote the fact that `entry` corrects, or `entry` itself.
fn root(matter: &Matter, entry: EntryId) -> Result<&super::Entry, Rejection> {
    let mut found = find(matter, entry)?;
    for _ in matter.entries() {
        let Some(Event::Corrected(below)) = &found.event else { break };
        found = find(matter, below.entry)?;
    }
    Ok(found)
}

/// Checks what an entry should have said.
pub(super) fn check_correction(
    book: &Book,
    matter: &Matter,
    c: &Corrected,
    today: Date,
) -> Result<(), Rejection> {
    fits("why", &c.why, TEXT_MAX)?;
    let entry = root(matter, c.entry)?;
    if is_void(matter.entries(), entry.id) || is_void(matter.entries(), c.entry) {
        return Err(Rejection::NoSuchEntry);
    }
    own(matter, entry)?;
    check_pair(matter, entry.id, &c.event)?;
    let Some(event) = &entry.event else { return Err(Rejection::NewerRecords) };
    if event.kind() != c.event.kind() || matches!(*c.event, Event::Corrected(_) | Event::Struck(_))
    {
        return Err(Rejection::OtherType);
    }
    if let Event::Registered(facts) = &*c.event {
        return check_registration(book, matter, entry.id, c.on, facts, today);
    }
    check_day(c.on, matter.earliest(), today)?;
    check_texts(&c.event, c.on, today)?;
    let around = Around::of(matter, c.on, Some(entry.id));
    if day_of(matter, entry.id) != Some(c.on)
        && let Some(action) = action_of(&c.event)
    {
        let settled = matches!(action, Action::FollowUp | Action::Reopen)
            && around.then.stage() >= Stage::Observing;
        possible(action, &around.then, settled, frame(book, matter)).map_err(Rejection::NotNow)?;
    }
    check_kept(matter, entry.id, &c.event)?;
    check_exchange(matter, entry.id, c)?;
    check_around(book, matter, &around, c.on, &c.event)
}

/// What stands on two matters is the same on both; only its words are corrected.
fn check_pair(matter: &Matter, entry: EntryId, event: &Event) -> Result<(), Rejection> {
    let old = super::effective(matter.entries()).into_iter().find(|f| f.root.id == entry);
    let is_same = match (old.map(|f| f.event), event) {
        (Some(Event::Split(old)), Event::Split(new)) => {
            (&old.claims, old.into, &old.number) == (&new.claims, new.into, &new.number)
        }
        (Some(Event::Joined(old)), Event::Joined(new)) => {
            (old.into, &old.number) == (new.into, &new.number)
        }
        (Some(Event::Linked(old)), Event::Linked(new)) => {
            (old.other, &old.number, old.how) == (new.other, &new.number, new.how)
        }
        _ => true,
    };
    if is_same { Ok(()) } else { Err(Rejection::NotRecordable) }
}

/// What the other unit answered to stays on its day; no act of this unit comes to lie
/// before it signed.
fn check_exchange(matter: &Matter, entry: EntryId, c: &Corrected) -> Result<(), Rejection> {
    let facts = super::effective(matter.entries());
    match &*c.event {
        Event::HandedUp(_) if day_of(matter, entry) != Some(c.on) && is_answered(matter, entry) => {
            Err(Rejection::NotNow(WhyNot::AlreadyDone))
        }
        Event::SignedFor(_) => {
            let from = matter.earliest();
            let others = facts.iter().filter(|f| f.root.id != entry && matter.is_own(f.root));
            let first = others.map(|f| f.on).filter(|on| from.is_none_or(|from| *on >= from)).min();
            match first.filter(|first| *first < c.on) {
                Some(first) => Err(Rejection::DayBefore("on", first)),
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// Whether the other unit signed for, returned or answered what this entry handed up.
fn is_answered(matter: &Matter, entry: EntryId) -> bool {
    let Some(on) = day_of(matter, entry) else { return false };
    super::effective(matter.entries()).iter().any(|f| {
        let is_answer =
            matches!(f.event, Event::SignedFor(_) | Event::Returned(_) | Event::FedBack(_));
        is_answer && f.on >= on && !matter.is_own(f.root)
    })
}

/// Takes back what this unit wrote, once; never what another unit already answered to, or
/// what another matter stands on.
pub(super) fn check_strike(book: &Book, matter: &Matter, s: &Struck) -> Result<(), Rejection> {
    fits("why", &s.why, TEXT_MAX)?;
    let entry = find(matter, s.entry)?;
    own(matter, entry)?;
    let exchange = &matter.state.exchange;
    let wrong = is_void(matter.entries(), s.entry)
        || match &entry.event {
            Some(Event::HandedUp(_)) => is_answered(matter, entry.id),
            Some(Event::Registered(_)) => {
                let is_there = matter.state.handed_up_on.is_some()
                    || !exchange.is_upper && exchange.signed.is_some();
                let joined =
                    |m: &Matter| m.state.joined.as_ref().is_some_and(|(_, j)| j.into == matter.id);
                is_there && exchange.returned.is_none() || book.matters().any(|m| joined(m))
            }
            _ => false,
        };
    if wrong { Err(Rejection::NotNow(WhyNot::AlreadyDone)) } else { Ok(()) }
}

/// The day of a fact as it stands.
fn day_of(matter: &Matter, root: EntryId) -> Option<Date> {
    super::effective(matter.entries()).iter().find(|f| f.root.id == root).map(|f| f.on)
}

/// A corrected registration: no fact may come to lie before it, and no claim that
/// something was said about may vanish.
fn check_registration(
    book: &Book,
    matter: &Matter,
    entry: EntryId,
    on: Date,
    facts: &Registered,
    today: Date,
) -> Result<(), Rejection> {
    check_registered(on, facts, today)?;
    let old = matter.state.registered.as_ref();
    let stood = (old.and_then(|r| r.class), old.and_then(|r| r.category.as_deref()));
    by_number_only(book, (facts.class, facts.category.as_deref()), stood)?;
    no_report(book, &facts.answers, old.map(|r| &r.answers))?;
    let all = super::effective(matter.entries());
    let others = all.iter().filter(|f| f.root.id != entry);
    if let Some(first) = others.clone().map(|f| f.on).min().filter(|first| *first < on) {
        return Err(Rejection::DayBefore("received_on", first));
    }
    let named = others.filter_map(|f| match f.event {
        Event::Replied(r) => Some(r.claim),
        Event::Classified(c) => Some(c.claim),
        Event::Referred(r) => Some(r.claim),
        Event::RouteEnded(r) => Some(r.claim),
        Event::Withdrawn(w) => w.claim,
        Event::Split(s) => s.claims.iter().copied().max(),
        _ => None,
    });
    if named.max().is_some_and(|claim| usize::from(claim) >= facts.claims.len()) {
        return Err(Rejection::Missing("claims"));
    }
    Ok(())
}

/// A corrected agreement or answer keeps the promises that something was said about.
fn check_kept(matter: &Matter, entry: EntryId, event: &Event) -> Result<(), Rejection> {
    let (kept, field) = match event {
        Event::Agreed(a) => (a.terms.len(), "terms"),
        Event::Replied(r) => (usize::from(r.carry_out_by.is_some()), "carry_out_by"),
        _ => return Ok(()),
    };
    let keys: Vec<String> = (0..kept).map(|at| promise_key(entry, at)).collect();
    let stem = promise_key(entry, 0);
    let stem = stem.trim_end_matches('0');
    let lost = |p: &PromiseState| {
        p.key.starts_with(stem)
            && !keys.contains(&p.key)
            && (p.performed.is_some() || p.missed.is_some())
    };
    if matter.state.promises.iter().any(lost) {
        return Err(Rejection::Missing(field));
    }
    Ok(())
}
