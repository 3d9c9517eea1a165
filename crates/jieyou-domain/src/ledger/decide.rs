//! Commands in, events or a rejection out. Refuses contradictions, never lateness.

use super::actions::{Action, Frame, WhyNot, allowed};
use super::book::Book;
use super::command::{Command, Drafted, Rejection};
use super::event::Event;
use super::matter::Matter;
use crate::classify;
use crate::facts::*;
use crate::ids::{EntryId, Id, Subject};
use crate::rules::RuleSet;
use crate::time::{Calendar, Date};
use chrono::{Datelike as _, Days};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 24;
/// The longest course of events, in characters.
pub const STORY_MAX: usize = 500;
/// The longest of any other text, in characters.
pub const TEXT_MAX: usize = 1000;
/// 条例 34: extended by at most so many days.
const EXTENSION_MAX: u32 = 30;
/// 条例 34: decided before this many days from acceptance have passed.
const ORDINARY_DAYS: u64 = 60;

/// Checks `command` against what has happened so far. `today` is the civil date.
///
/// # Errors
///
/// Returns why nothing is recorded; the book is never changed here.
pub fn decide(book: &Book, command: Command, today: Date) -> Result<Vec<Drafted>, Rejection> {
    let drafted = match command {
        Command::ProfileUnit(unit) => {
            check_unit(&unit)?;
            ledger(today, Event::UnitProfiled(unit))
        }
        Command::ListPlaces(listed) => ledger(today, Event::PlacesListed(listed)),
        Command::ListPosts(listed) => ledger(today, Event::PostsListed(listed)),
        Command::AdoptPack(text) => {
            RuleSet::from_json(&text.text).map_err(Rejection::BadPack)?;
            ledger(today, Event::PackAdopted(text))
        }
        Command::AdoptCalendar(text) => {
            Calendar::from_json(&text.text).map_err(Rejection::BadCalendar)?;
            ledger(today, Event::CalendarAdopted(text))
        }
        Command::Register { id, on, facts, then } => register(book, id, on, *facts, then, today)?,
        Command::Record { matter, facts } => record(book, matter, facts, today)?,
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
    ] {
        fits(field, text, 200)?;
    }
    Ok(())
}

fn needs(field: &'static str, text: &str, max: usize) -> Result<(), Rejection> {
    if text.trim().is_empty() {
        return Err(Rejection::Missing(field));
    }
    fits(field, text, max)
}

fn fits(field: &'static str, text: &str, max: usize) -> Result<(), Rejection> {
    let length = text.chars().count();
    if length > max { Err(Rejection::TooLong(field, length, max)) } else { Ok(()) }
}

fn register(
    book: &Book,
    id: Id,
    on: Date,
    mut facts: Registered,
    then: Vec<(Date, Event)>,
    today: Date,
) -> Result<Vec<Drafted>, Rejection> {
    if book.matter(id).is_some() {
        return Err(Rejection::IdTaken);
    }
    facts.registered_on = today;
    check_registered(on, &facts, today)?;
    if facts.number.trim().is_empty() {
        facts.number = next_number(book, today);
    }
    let subject = Subject::matter(id);
    let event = Event::Registered(facts);
    let mut trial = Matter::new(id);
    trial.take(std::sync::Arc::new(trial_entry(&trial, 0, on, subject, &event)));
    let mut drafted = vec![Drafted { on, subject, event }];
    drafted.extend(record_on(book, trial, subject, then, today)?);
    Ok(drafted)
}

fn check_registered(on: Date, facts: &Registered, today: Date) -> Result<(), Rejection> {
    check_day(on, None, today)?;
    needs("title", &facts.title, TITLE_MAX)?;
    fits("story", &facts.story, STORY_MAX)?;
    fits("spot", &facts.spot, 100)?;
    if facts.claims.is_empty() {
        return Err(Rejection::Missing("claims"));
    }
    for claim in &facts.claims {
        needs("claims", &claim.text, 200)?;
    }
    Ok(())
}

fn check_day(on: Date, received: Option<Date>, today: Date) -> Result<(), Rejection> {
    if on > today {
        return Err(Rejection::InTheFuture { on, today });
    }
    match received {
        Some(received) if on < received => Err(Rejection::BeforeReceived { on, received }),
        _ => Ok(()),
    }
}

/// The next free number: unit code, year of `today`, running number.
///
/// Counts on from the greatest number of that code and year; a gap is never filled,
/// so that a number once printed stays with its matter.
pub fn next_number(book: &Book, today: Date) -> String {
    let code = book.unit().map_or("", |u| u.code.as_str());
    let head = format!("{code}-{}-", today.year());
    let used = book.all_matters().flat_map(|m| m.entries()).filter_map(|e| match &e.event {
        Some(Event::Registered(r)) => r.number.strip_prefix(&head)?.parse::<u32>().ok(),
        _ => None,
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
    record_on(book, Matter::clone(matter), Subject::matter(id), facts, today)
}

fn record_on(
    book: &Book,
    mut trial: Matter,
    subject: Subject,
    facts: Vec<(Date, Event)>,
    today: Date,
) -> Result<Vec<Drafted>, Rejection> {
    let mut drafted = Vec::new();
    for (at, (on, event)) in facts.into_iter().enumerate() {
        check_one(book, &trial, on, &event, today)?;
        trial.take(std::sync::Arc::new(trial_entry(&trial, at + 1, on, subject, &event)));
        drafted.push(Drafted { on, subject, event });
    }
    Ok(drafted)
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
    id[31] = u8::try_from(at).unwrap_or(u8::MAX);
    let mut time = trial.entries().last().map(|e| e.time).unwrap_or_default();
    time.count = time.count.saturating_add(1);
    super::Entry {
        id: EntryId::from_bytes(id),
        time,
        on,
        by: By::default(),
        subject,
        event: Some(event.clone()),
    }
}

fn check_one(
    book: &Book,
    matter: &Matter,
    on: Date,
    event: &Event,
    today: Date,
) -> Result<(), Rejection> {
    match event {
        Event::Corrected(c) => return check_correction(matter, c, today),
        Event::Struck(s) => return find(matter, s.entry).map(|_| ()),
        _ => {}
    }
    let Some(received) = matter.received_on() else { return Err(Rejection::NoSuchMatter) };
    check_day(on, Some(received), today)?;
    let unit = book.unit().map_or(UnitKind::Village, |u| u.kind);
    let kind = classify::kind(&matter.state, unit).answer;
    let action = action_of(event).ok_or(Rejection::NotRecordable)?;
    allowed(action, matter, Frame { unit, kind }).map_err(Rejection::NotNow)?;
    check_texts(event, Some(on), today)?;
    check_facts(matter, on, event)
}

fn find(matter: &Matter, entry: EntryId) -> Result<&super::Entry, Rejection> {
    let found = matter.entries().iter().find(|e| e.id == entry);
    found.map(|e| e.as_ref()).ok_or(Rejection::NoSuchEntry)
}

fn check_correction(matter: &Matter, c: &Corrected, today: Date) -> Result<(), Rejection> {
    let mut entry = find(matter, c.entry)?;
    // A correction of a correction corrects the entry below both.
    while let Some(Event::Corrected(below)) = &entry.event {
        entry = find(matter, below.entry)?;
    }
    let Some(event) = &entry.event else { return Err(Rejection::NewerRecords) };
    if event.kind() != c.event.kind() || matches!(*c.event, Event::Corrected(_) | Event::Struck(_))
    {
        return Err(Rejection::OtherType);
    }
    if let Event::Registered(facts) = &*c.event {
        check_registered(c.on, facts, today)?;
        if let Some(first) = first_other_day(matter, entry.id).filter(|first| *first < c.on) {
            return Err(Rejection::DayBefore("received_on", first));
        }
        return Ok(());
    }
    check_day(c.on, matter.received_on(), today)?;
    check_texts(&c.event, Some(c.on), today)
}

/// The earliest day of the other facts: the matter cannot be received after it.
fn first_other_day(matter: &Matter, registration: EntryId) -> Option<Date> {
    let facts = super::effective(matter.entries());
    facts.iter().filter(|f| f.root.id != registration).map(|f| f.on).min()
}

fn action_of(event: &Event) -> Option<Action> {
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
        Event::UnitProfiled(_)
        | Event::PlacesListed(_)
        | Event::PostsListed(_)
        | Event::PackAdopted(_)
        | Event::CalendarAdopted(_)
        | Event::Registered(_)
        | Event::Corrected(_)
        | Event::Struck(_) => return None,
    })
}

/// Texts that must say something, and days that must follow the fact's own.
fn check_texts(event: &Event, on: Option<Date>, today: Date) -> Result<(), Rejection> {
    let text = |field, text: &str| needs(field, text, TEXT_MAX);
    let follows = |field, day: Date| match on {
        Some(on) if day < on => Err(Rejection::DayBefore(field, on)),
        _ => Ok(()),
    };
    match event {
        Event::HandledAtOnce(e) => text("what", &e.what),
        Event::Reported(e) => text("to", &e.to),
        Event::Objected(e) => text("to", &e.to).and_then(|()| text("why", &e.why)),
        Event::DutySet(e) => text("body", &e.body).and_then(|()| text("post", &e.post)),
        Event::Planned(e) => text("measure", &e.measure).and_then(|()| follows("due", e.due)),
        Event::Acted(e) => text("note", &e.note),
        Event::Extended(e) => {
            text("reason", &e.reason)?;
            text("approved_by", &e.approved_by)?;
            if e.days == 0 || e.days > EXTENSION_MAX {
                return Err(Rejection::TooLong(
                    "days",
                    usize::try_from(e.days).unwrap_or(usize::MAX),
                    usize::try_from(EXTENSION_MAX).unwrap_or_default(),
                ));
            }
            Ok(())
        }
        Event::Replied(e) => {
            text("text", &e.text)?;
            e.carry_out_by.map_or(Ok(()), |day| follows("carry_out_by", day))
        }
        Event::ReviewAnswered(e) | Event::RecheckAnswered(e) => text("text", &e.text),
        Event::HearingHeld(e) => {
            follows("to", e.to)?;
            if e.to > today { Err(Rejection::InTheFuture { on: e.to, today }) } else { Ok(()) }
        }
        Event::Mediated(e) => text("mediator", &e.mediator),
        Event::Agreed(e) => {
            text("text", &e.text)?;
            for term in &e.terms {
                text("terms", &term.what)?;
                follows("terms", term.due)?;
            }
            Ok(())
        }
        Event::HandedUp(e) => text("to", &e.to).and_then(|()| text("why", &e.why)),
        Event::Resolved(e) => text("how", &e.how),
        Event::FollowedUp(e) => text("post", &e.post),
        Event::Reopened(e) => text("note", &e.note),
        Event::TierSet(e) => text("why", &e.why).and_then(|()| text("post", &e.post)),
        Event::Registered(_)
        | Event::Corrected(_)
        | Event::Struck(_)
        | Event::Classified(_)
        | Event::Notified(_)
        | Event::Accepted(_)
        | Event::Delivered(_)
        | Event::ReviewAsked(_)
        | Event::RecheckAsked(_)
        | Event::Performed(_)
        | Event::NotPerformed(_)
        | Event::UnitProfiled(_)
        | Event::PlacesListed(_)
        | Event::PostsListed(_)
        | Event::PackAdopted(_)
        | Event::CalendarAdopted(_) => Ok(()),
    }
}

/// Contradictions with what the matter's own facts say.
fn check_facts(matter: &Matter, on: Date, event: &Event) -> Result<(), Rejection> {
    let state = &matter.state;
    match event {
        Event::Classified(c) if usize::from(c.claim) >= state.claims.len() => {
            Err(Rejection::Missing("claim"))
        }
        Event::Replied(r) => match state.claims.get(usize::from(r.claim)) {
            None => Err(Rejection::Missing("claim")),
            Some(c) if c.reply.is_some() => Err(Rejection::NotNow(WhyNot::AlreadyDone)),
            Some(_) => Ok(()),
        },
        Event::Extended(_) => {
            let last = state.accepted_on.and_then(|d| d.checked_add_days(Days::new(ORDINARY_DAYS)));
            if last.is_some_and(|last| on > last) {
                return Err(Rejection::NotNow(WhyNot::SixtyDaysOver));
            }
            Ok(())
        }
        Event::Performed(p) | Event::NotPerformed(p) => {
            match state.promises.iter().find(|x| x.key == p.promise) {
                None => Err(Rejection::Missing("promise")),
                Some(x) if x.performed.is_some() => Err(Rejection::NotNow(WhyNot::AlreadyDone)),
                Some(_) => Ok(()),
            }
        }
        _ => Ok(()),
    }
}
