//! Commands about matters recorded by number only (practice P0-2). No text passes here:
//! the facts have no place for one.

use super::action::WhyNot;
use super::book::Book;
use super::check::check_day;
use super::command::{Drafted, Rejection};
use super::event::Event;
use super::sealed::Sealed;
use crate::facts::*;
use crate::ids::{EntryId, Id, Subject};
use crate::time::Date;
use chrono::Datelike as _;

fn drafted(id: Id, on: Date, event: Event) -> Vec<Drafted> {
    vec![Drafted { on, subject: Subject::sealed(id), event }]
}

fn found(book: &Book, id: Id) -> Result<&Sealed, Rejection> {
    let sealed = book.sealed_one(id).ok_or(Rejection::NoSuchMatter)?;
    if sealed.has_unknown() { Err(Rejection::NewerRecords) } else { Ok(sealed) }
}

/// A village takes no report of wrongdoing: it says where to hand it in.
pub(super) fn record(
    book: &Book,
    id: Id,
    on: Date,
    mut facts: SealedRecorded,
    today: Date,
) -> Result<Vec<Drafted>, Rejection> {
    if book.sealed_one(id).is_some() || book.matter(id).is_some() {
        return Err(Rejection::IdTaken);
    }
    let is_village = book.unit().is_none_or(|u| u.kind == UnitKind::Village);
    if is_village && facts.kind == SealedKind::Accusation {
        return Err(Rejection::NotNow(WhyNot::NotAVillageStep));
    }
    check_day(on, None, today)?;
    check_day(facts.handed_on, Some(on), today)?;
    receipt(&facts.receipt, facts.receipt_on, facts.handed_on, today)?;
    facts.also.retain(|organ| *organ != facts.organ);
    if facts.number.as_str().is_empty() {
        facts.number = next_number(book, today);
    }
    Ok(drafted(id, on, Event::SealedRecorded(facts)))
}

fn receipt(
    number: &ReceiptNumber,
    on: Option<Date>,
    from: Date,
    today: Date,
) -> Result<(), Rejection> {
    if on.is_some() && number.as_str().is_empty() {
        return Err(Rejection::Missing("receipt"));
    }
    on.map_or(Ok(()), |on| {
        if on < from {
            Err(Rejection::DayBefore("receipt_on", from))
        } else {
            check_day(on, None, today)
        }
    })
}

/// `SJ`, year, running number: no unit's letters, so that it is never taken for a
/// matter's number.
fn next_number(book: &Book, today: Date) -> ReceiptNumber {
    let head = format!("SJ-{}-", today.year());
    // A number once given stays with its matter, also when that was taken back.
    let used = book.all_sealed().flat_map(|s| s.entries()).filter_map(|e| match &e.event {
        Some(Event::SealedRecorded(facts)) => {
            facts.number.as_str().strip_prefix(&head)?.parse::<u32>().ok()
        }
        _ => None,
    });
    let next = used.max().unwrap_or(0).saturating_add(1);
    ReceiptNumber::new(&format!("{head}{next:04}")).unwrap_or_default()
}

pub(super) fn follow(
    book: &Book,
    id: Id,
    on: Date,
    facts: SealedFollowed,
    today: Date,
) -> Result<Vec<Drafted>, Rejection> {
    let sealed = found(book, id)?;
    let (received, recorded) = sealed.recorded.as_ref().ok_or(Rejection::NoSuchMatter)?;
    check_day(on, Some(*received), today)?;
    receipt(&facts.receipt, facts.receipt_on, recorded.handed_on, today)?;
    let is_empty =
        facts.receipt.as_str().is_empty() && facts.done.is_empty() && facts.services.is_empty();
    if is_empty {
        return Err(Rejection::Missing("receipt"));
    }
    Ok(drafted(id, on, Event::SealedFollowed(facts)))
}

pub(super) fn strike(
    book: &Book,
    id: Id,
    entry: EntryId,
    today: Date,
) -> Result<Vec<Drafted>, Rejection> {
    let sealed = found(book, id)?;
    let written = |e: &&std::sync::Arc<super::Entry>| {
        e.id == entry && !matches!(e.event, Some(Event::SealedStruck(_)))
    };
    if !sealed.entries().iter().any(|e| written(&e)) {
        return Err(Rejection::NoSuchEntry);
    }
    if sealed.is_struck(entry) {
        return Err(Rejection::NotNow(WhyNot::AlreadyDone));
    }
    Ok(drafted(id, today, Event::SealedStruck(SealedStruck { entry })))
}
