//! Commands in, events or a rejection out. Refuses contradictions, never lateness.

use super::book::Book;
use super::by_number::{by_number_only, no_report};
use super::check::check_one;
use super::command::{Command, Drafted, Rejection};
use super::event::Event;
use super::matter::Matter;
use super::texts::{check_registered, fits, needs};
use super::{relate, seal};
use crate::facts::*;
use crate::ids::{EntryId, Id, Subject};
use crate::rules::{PackError, RuleSet};
use crate::time::{Date, check_calendar};
use chrono::Datelike as _;

/// The longest title, in characters.
pub const TITLE_MAX: usize = 24;
/// The longest course of events, in characters.
pub const STORY_MAX: usize = 500;
/// The longest of any other text, in characters.
pub const TEXT_MAX: usize = 1000;
/// 条例 34: extended by at most so many days.
pub(super) const EXTENSION_MAX: u32 = 30;
/// 条例 34: decided before this many days from acceptance have passed.
pub(super) const ORDINARY_DAYS: u64 = 60;

/// Checks `command` against what has happened so far. `today` is the civil date.
///
/// # Errors
///
/// Returns why nothing is recorded; the book is never changed here.
pub fn decide(book: &Book, command: Command, today: Date) -> Result<Vec<Drafted>, Rejection> {
    let about_ledger = matches!(
        command,
        Command::ProfileUnit(_)
            | Command::ListPlaces(_)
            | Command::ListPosts(_)
            | Command::AdoptPack(_)
            | Command::AdoptCalendar(_)
            | Command::DropPack(_)
    );
    if about_ledger && book.ledger_entries().iter().any(|e| e.event.is_none()) {
        return Err(Rejection::NewerRecords);
    }
    let drafted = match command {
        Command::ProfileUnit(unit) => {
            check_unit(&unit)?;
            ledger(today, Event::UnitProfiled(unit))
        }
        Command::ListPlaces(listed) => {
            listed.places.iter().try_for_each(|p| needs("place.name", &p.name, 60))?;
            ledger(today, Event::PlacesListed(listed))
        }
        Command::ListPosts(listed) => {
            listed.posts.iter().try_for_each(|p| needs("post.name", &p.name, 60))?;
            ledger(today, Event::PostsListed(listed))
        }
        Command::AdoptPack(text) => {
            let pack = RuleSet::from_json(&text.text).map_err(Rejection::BadPack)?;
            book.rules_with(&pack).map_err(Rejection::BadPack)?;
            ledger(today, Event::PackAdopted(text))
        }
        Command::AdoptCalendar(text) => {
            check_calendar(&text.text, book.calendar()).map_err(Rejection::BadCalendar)?;
            ledger(today, Event::CalendarAdopted(text))
        }
        Command::DropPack(dropped) => {
            if !book.packs().iter().any(|p| p.id == dropped.id && !p.over.is_empty()) {
                return Err(Rejection::BadPack(PackError::NotOver(dropped.id)));
            }
            fits("why", &dropped.why, TEXT_MAX)?;
            ledger(today, Event::PackDropped(dropped))
        }
        Command::Register { id, on, facts, then } => {
            by_number_only(book, (facts.class, facts.category.as_deref()), (None, None))?;
            no_report(book, &facts.answers, None)?;
            let (links, then) = then.into_iter().partition(|(_, event)| relate::is_pair(event));
            let (mut all, mut trial) = register(book, id, on, *facts, then, today)?;
            all.extend(relate::link_new(book, &mut trial, links, today)?);
            all
        }
        Command::Record { matter, facts } => record(book, matter, facts, today)?,
        Command::Split { matter, id, on, claims, title, why } => {
            relate::split(book, relate::Splitting { matter, id, on, claims, title, why }, today)?
        }
        Command::Link { matter, other, on, how, note } => {
            relate::link(book, relate::Linking { matter, other, on, how, note }, today)?
        }
        Command::Seal { id, on, facts } => seal::record(book, id, on, facts, today)?,
        Command::FollowSealed { id, on, facts } => seal::follow(book, id, on, facts, today)?,
        Command::StrikeSealed { id, entry } => seal::strike(book, id, entry, today)?,
    };
    Ok(drafted.into_iter().map(|d| Drafted { event: d.event.masked(), ..d }).collect())
}

/// The ledger's own subject: one per ledger, so its id says nothing.
const LEDGER: Subject = Subject::ledger(Id::from_bytes([0; 10]));

fn ledger(on: Date, event: Event) -> Vec<Drafted> {
    vec![Drafted { on, subject: LEDGER, event }]
}

fn check_unit(unit: &UnitProfile) -> Result<(), Rejection> {
    needs("unit.name", &unit.name, 60)?;
    needs("unit.code", &unit.code, 8)?;
    for (field, text) in [
        ("unit.reception", &unit.reception),
        ("unit.review_body", &unit.review_body),
        ("unit.recheck_body", &unit.recheck_body),
        ("unit.upper", &unit.upper),
        ("unit.phone", &unit.phone),
        ("unit.help", &unit.help),
    ] {
        fits(field, text, 200)?;
    }
    unit.addresses.values().try_for_each(|text| fits("unit.addresses", text, 100))
}

/// Registers a matter; the trial matter comes with it, so that more can be tried on it.
pub(super) fn register(
    book: &Book,
    id: Id,
    on: Date,
    mut facts: Registered,
    then: Vec<(Date, Event)>,
    today: Date,
) -> Result<(Vec<Drafted>, Matter), Rejection> {
    if book.matter(id).is_some() || book.sealed_one(id).is_some() {
        return Err(Rejection::IdTaken);
    }
    facts.registered_on = today;
    check_registered(on, &facts, today)?;
    if facts.number.trim().is_empty() {
        facts.number = next_number(book, today);
    }
    let subject = Subject::matter(id);
    let event = Event::Registered(facts);
    let mut trial = Matter::new(id, book.seat().clone());
    trial.take(std::sync::Arc::new(trial_entry(&trial, 0, on, subject, &event)));
    let mut drafted = vec![Drafted { on, subject, event }];
    drafted.extend(record_on(book, &mut trial, subject, then, today)?);
    Ok((drafted, trial))
}

/// The next free number: unit code, year of `today`, running number.
///
/// Counts on from the greatest number of that code and year; a gap is never filled,
/// so that a number once printed stays with its matter.
pub fn next_number(book: &Book, today: Date) -> String {
    let code = book.unit().map_or("", |u| u.code.as_str());
    let year = today.year();
    let head = if code.is_empty() { format!("{year}-") } else { format!("{code}-{year}-") };
    let used = book.all_matters().flat_map(|m| m.entries()).filter_map(|e| {
        let event = match &e.event {
            Some(Event::Corrected(c)) => &*c.event,
            Some(event) => event,
            None => return None,
        };
        let number = match event {
            Event::Registered(facts) => &facts.number,
            Event::SignedFor(facts) => &facts.number,
            _ => return None,
        };
        let digits = number.strip_prefix(&head)?;
        // What is longer is no running number of ours.
        digits.parse::<u32>().ok().filter(|_| digits.len() <= 8)
    });
    format!("{head}{:04}", used.max().unwrap_or(0).saturating_add(1))
}

/// Records facts one after the other, each checked against the book with the ones
/// before it, so that classifying and accepting in one act works.
fn record(
    book: &Book,
    id: Id,
    facts: Vec<(Date, Event)>,
    today: Date,
) -> Result<Vec<Drafted>, Rejection> {
    let matter = book.matter(id).ok_or(Rejection::NoSuchMatter)?;
    if matter.has_unknown() {
        return Err(Rejection::NewerRecords);
    }
    let mut pairs = Vec::new();
    for (_, event) in &facts {
        match event {
            // Written on both matters or on none: by commands of their own.
            event if relate::is_pair(event) => return Err(Rejection::NotRecordable),
            Event::Struck(s) => pairs.extend(relate::pair(book, matter, s, today)?),
            _ => {}
        }
    }
    let mut trial = Matter::clone(matter);
    let mut drafted = record_on(book, &mut trial, Subject::matter(id), facts, today)?;
    drafted.extend(pairs);
    Ok(drafted)
}

pub(super) fn record_on(
    book: &Book,
    trial: &mut Matter,
    subject: Subject,
    facts: Vec<(Date, Event)>,
    today: Date,
) -> Result<Vec<Drafted>, Rejection> {
    let mut drafted = Vec::new();
    for (on, event) in facts {
        let event = completed(book, trial, event, today);
        check_one(book, trial, on, &event, today)?;
        let at = trial.entries().len();
        trial.take(std::sync::Arc::new(trial_entry(trial, at, on, subject, &event)));
        drafted.push(Drafted { on, subject, event });
    }
    Ok(drafted)
}

/// Fills in what no form asks for. A corrected registration keeps the day it was written
/// down, and its number where none is given; a matter signed for gets the next number,
/// or the one it had before; one handed up says the name of its place.
fn completed(book: &Book, matter: &Matter, mut event: Event, today: Date) -> Event {
    match &mut event {
        Event::Corrected(c) => match &mut *c.event {
            Event::Registered(facts) => {
                if let Some(old) = &matter.state.registered {
                    facts.registered_on = old.registered_on;
                    facts.split_from = old.split_from;
                    if facts.number.trim().is_empty() {
                        facts.number.clone_from(&old.number);
                    }
                }
            }
            Event::SignedFor(facts) if facts.number.trim().is_empty() => {
                if let Some((_, old)) = &matter.state.exchange.signed {
                    facts.number.clone_from(&old.number);
                }
            }
            Event::HandedUp(facts) => name_place(book, matter, facts),
            _ => {}
        },
        Event::SignedFor(facts) if facts.number.trim().is_empty() => {
            let before = matter.entries().iter().rev().find_map(|e| match &e.event {
                Some(Event::SignedFor(old)) => Some(old.number.clone()),
                _ => None,
            });
            facts.number = before.unwrap_or_else(|| next_number(book, today));
        }
        Event::HandedUp(facts) => name_place(book, matter, facts),
        _ => {}
    }
    event
}

fn name_place(book: &Book, matter: &Matter, facts: &mut HandedUp) {
    let id = matter.state.registered.as_ref().and_then(|r| r.place.as_deref());
    if facts.place.is_empty()
        && let Some(place) = id.and_then(|id| book.place(id))
    {
        facts.place.clone_from(&place.name);
    }
}

/// An entry that lives only while one command is checked.
fn trial_entry(
    trial: &Matter,
    at: usize,
    on: Date,
    subject: Subject,
    event: &Event,
) -> super::Entry {
    let mut id = [255_u8; 32];
    id[24..].copy_from_slice(&u64::try_from(at).unwrap_or(u64::MAX).to_be_bytes());
    let mut time = trial.entries().last().map(|e| e.time).unwrap_or_default();
    time.count = time.count.saturating_add(1);
    super::Entry {
        id: EntryId::from_bytes(id),
        time,
        on,
        by: By::default().into(),
        subject,
        event: Some(event.clone()),
    }
}
