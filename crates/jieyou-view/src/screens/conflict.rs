//! 不一致: what two computers wrote without knowing of each other, side by side, and what
//! a person's decision is in commands. Never picks one.

mod decide;

pub use decide::{decision, renumbered};

use super::settings::profile;
use crate::forms::correct::written_on;
use crate::text::{Lang, both, entry::whole, format, merge, say, words};
use jieyou_domain::ledger::{Action, Book, Entry, Event, Matter, effective};
use jieyou_domain::rules::RuleSet;
use jieyou_domain::time::time_at;
use jieyou_domain::{Date, EntryId, Id, Subject, SubjectKind};
use jieyou_store::chain::{Conflict, Field};
use jieyou_store::local::Came;
use std::sync::Arc;

/// One field that was written twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictView {
    /// The same as long as the same writes stand against each other.
    pub key: String,
    /// The stable code.
    pub code: &'static str,
    /// What it is about.
    pub title: String,
    /// The matter, if one, with its number and title.
    pub matter: Option<(Id, String)>,
    /// What is shown now, and what deciding does.
    pub lead: String,
    /// What was written.
    pub writes: Vec<WriteView>,
    /// Whether a reason is asked for: it is kept with the decision.
    pub asks_why: bool,
    /// Where neither holds: the form to go to.
    pub neither: Option<Neither>,
}

/// One of the writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteView {
    /// The entry.
    pub entry: EntryId,
    /// Who wrote it, and when.
    pub by: String,
    /// On which computer, or with which file it came; empty while that is not known.
    pub from: String,
    /// Whether the ledger goes by it now; empty where it goes by another one.
    pub now: &'static str,
    /// What it says: a line, and whether another one says otherwise.
    pub lines: Vec<(String, bool)>,
}

/// The form for what neither write says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neither {
    /// An act of a matter.
    Act(Id, Action),
    /// The correction of an entry.
    Correct(Id, EntryId),
    /// The settings.
    Settings,
    /// The rules.
    Rules,
    /// The calendar.
    Calendar,
}

/// What a field is about; a number is about several matters.
pub(super) fn subject(field: &Field) -> Option<Subject> {
    match field {
        Field::Correction(subject, _)
        | Field::Duty(subject)
        | Field::Classification(subject, _)
        | Field::Unit(subject)
        | Field::Tier(subject)
        | Field::Judgement(subject, ..)
        | Field::Reply(subject, _)
        | Field::Pack(subject, _)
        | Field::Calendar(subject, _) => Some(*subject),
        Field::Number(_) => None,
    }
}

/// A write with the matter it is about, if one.
type Write<'a> = (Option<&'a Arc<Matter>>, &'a Arc<Entry>);

/// The writes that the book holds.
fn writes<'a>(conflict: &Conflict, book: &'a Book) -> Vec<Write<'a>> {
    let of = |entries: &'a [Arc<Entry>], id: EntryId| entries.iter().find(|e| e.id == id);
    let find = |id: &EntryId| match subject(&conflict.field) {
        Some(s) if s.kind == SubjectKind::Matter => {
            let matter = book.matter(s.id)?;
            Some((Some(matter), of(matter.entries(), *id)?))
        }
        Some(_) => Some((None, of(book.ledger_entries(), *id)?)),
        None => book.all_matters().find_map(|m| Some((Some(m), of(m.entries(), *id)?))),
    };
    conflict.entries.iter().filter_map(find).collect()
}

/// The matters that a conflict is about.
pub fn matters_of(conflict: &Conflict, book: &Book) -> Vec<Id> {
    match subject(&conflict.field) {
        Some(s) if s.kind == SubjectKind::Matter => vec![s.id],
        Some(_) => Vec::new(),
        None => writes(conflict, book).iter().filter_map(|(m, _)| Some(m.as_ref()?.id)).collect(),
    }
}

/// Words the conflicts, in their order; `came` says how their entries came here.
pub fn conflicts(
    all: &[Conflict],
    came: &[(EntryId, Came)],
    book: &Book,
    today: Date,
    lang: Lang,
) -> Vec<ConflictView> {
    all.iter().filter_map(|conflict| view(conflict, came, book, today, lang)).collect()
}

fn view(
    conflict: &Conflict,
    came: &[(EntryId, Came)],
    book: &Book,
    today: Date,
    lang: Lang,
) -> Option<ConflictView> {
    let field = &conflict.field;
    let writes = writes(conflict, book);
    let (first, _) = writes.first()?;
    let is_number = matches!(field, Field::Number(_));
    let matter = first.filter(|_| !is_number).map(|m| (m.id, named(m)));
    let in_force = in_force(field, &writes);
    let struck = first.map(|matter| decide::struck(matter)).unwrap_or_default();
    let is_crossed = conflict.entries.iter().all(|id| struck.contains_key(id));
    let mut said: Vec<Vec<String>> = writes.iter().map(|w| lines(field, *w, book, lang)).collect();
    tell_apart(&mut said, &writes, lang);
    let differs = |line: &String| said.iter().any(|other| !other.contains(line));
    let write = |((_, entry), said): (&Write<'_>, &Vec<String>)| WriteView {
        entry: entry.id,
        by: written(entry, today, lang),
        from: from(entry.id, came, today, lang),
        now: match entry.id {
            id if in_force == Some(id) => merge::SHOWN.to(lang),
            id if struck.contains_key(&id) => merge::TAKEN_BACK.to(lang),
            _ => "",
        },
        lines: said.iter().map(|line| (line.clone(), differs(line))).collect(),
    };
    let title = what(field, book, lang);
    Some(ConflictView {
        key: key(conflict),
        code: field.code(),
        title,
        matter,
        lead: if is_crossed { merge::CROSSED } else { merge::lead(field) }.to(lang).to_owned(),
        writes: writes.iter().zip(&said).map(write).collect(),
        asks_why: asks_why(field),
        neither: neither(field, *first, conflict),
    })
}

/// What was written differently; of a correction which entry it corrects.
pub(super) fn what(field: &Field, book: &Book, lang: Lang) -> String {
    let corrected = match field {
        Field::Number(number) => return merge::NUMBER_OF.with(lang, &[number]),
        Field::Correction(subject, root) => {
            let entries = book.matter(subject.id).map(|m| m.entries()).unwrap_or_default();
            entries.iter().find(|e| e.id == *root)
        }
        _ => None,
    };
    let kind = corrected.and_then(|e| Some((e.on, e.event.as_ref()?.kind())));
    match kind {
        Some((on, kind)) => {
            let day = format::date_full(on, lang);
            merge::CORRECTION_OF.with(lang, &[&day, words::event_type(kind, lang)])
        }
        None => say::field(field, lang).to_owned(),
    }
}

/// The same as long as the same writes stand against each other.
pub fn key(conflict: &Conflict) -> String {
    let code = conflict.field.code().to_owned();
    conflict.entries.iter().fold(code, |key, id| format!("{key} {id}"))
}

pub(super) fn named(matter: &Matter) -> String {
    let title = matter.state.registered.as_ref().map_or("", |r| r.title.as_str());
    format!("{} {title}", matter.number())
}

/// The entry that the ledger goes by, as it folds: of the facts of a matter that stand, the
/// last by day. None where all were taken back, or where none of them counts by itself.
fn in_force(field: &Field, writes: &[Write<'_>]) -> Option<EntryId> {
    let (matter, first) = writes.first()?;
    let Some(matter) = matter else {
        // What is about the ledger is written again, never taken back: the last one holds.
        return writes.iter().map(|(_, e)| (e.time, e.id)).max().map(|last| last.1);
    };
    let facts = effective(matter.entries());
    let same = |of: &Event| match (of, first.event.as_ref()) {
        (Event::Classified(a), Some(Event::Classified(b))) => a.claim == b.claim,
        (Event::Replied(a), Some(Event::Replied(b))) => a.claim == b.claim,
        (Event::Judged(a), Some(Event::Judged(b))) => (&a.table, a.claim) == (&b.table, b.claim),
        (Event::TierSet(tier), Some(Event::TierSet(_))) => !tier.is_asked(),
        (Event::DutySet(_), Some(Event::DutySet(_))) => true,
        _ => false,
    };
    match field {
        Field::Correction(_, root) => facts.iter().find(|f| f.root.id == *root)?.corrected_by,
        _ => facts.iter().rfind(|f| same(f.event)).map(|f| f.root.id),
    }
}

/// Who wrote it, on which day and at what time.
pub(crate) fn written(entry: &Entry, today: Date, lang: Lang) -> String {
    let day = written_on(entry).map(|day| format::date(day, today, lang)).unwrap_or_default();
    let who = [entry.by.unit.as_str(), entry.by.post.as_str()];
    let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
    let who = if who.is_empty() { merge::NO_AUTHOR.to(lang).to_owned() } else { who.join(" ") };
    merge::WRITTEN.with(lang, &[&who, &day, &time_at(entry.time.ms)])
}

/// On which computer it was written, or with which file it came.
fn from(id: EntryId, came: &[(EntryId, Came)], today: Date, lang: Lang) -> String {
    match came.iter().find(|(known, _)| *known == id).map(|(_, how)| how) {
        Some(Came::Here) => merge::CAME_HERE.to(lang).to_owned(),
        Some(Came::With(import)) => {
            merge::CAME_WITH.with(lang, &[&super::imports::title(import, today, lang)])
        }
        Some(Came::Before) => merge::CAME_BEFORE.to(lang).to_owned(),
        None => String::new(),
    }
}

/// What a write says, field by field.
fn lines(field: &Field, (matter, wrote): Write<'_>, book: &Book, lang: Lang) -> Vec<String> {
    let Some(event) = &wrote.event else { return Vec::new() };
    match (field, event, matter) {
        (Field::Number(_), _, Some(matter)) => {
            let received = matter.received_on().map(|on| {
                let name = both!("收到", "Received").to(lang);
                format::labelled(name, &format::date_full(on, lang), lang)
            });
            std::iter::once(named(matter)).chain(received).collect()
        }
        (_, Event::UnitProfiled(unit), _) => {
            let row = |(name, value): (&str, String)| format::labelled(name, &value, lang);
            profile(unit, lang).into_iter().map(row).collect()
        }
        (_, Event::PackAdopted(text), _) => {
            let read = RuleSet::from_json(&text.text).ok();
            let edition = read.map(|pack| {
                let name = crate::text::words(&pack.name, lang).to_owned();
                merge::EDITION.with(lang, &[&name, &pack.edition, &pack.rules.len().to_string()])
            });
            std::iter::once(text.name.clone()).chain(edition).collect()
        }
        (_, Event::PackDropped(dropped), _) => {
            vec![merge::DROPPED.with(lang, &[&dropped.id]), dropped.why.clone()]
        }
        (_, Event::CalendarAdopted(text), _) => vec![text.name.clone()],
        (_, Event::Corrected(c), Some(matter)) => {
            let why = format::labelled(both!("更正理由", "Why").to(lang), &c.why, lang);
            let said = whole(&c.event, matter, book, lang);
            let why = Some(why).filter(|_| !c.why.is_empty());
            std::iter::once(merge::day(c.on, lang)).chain(said).chain(why).collect()
        }
        (_, event, Some(matter)) => {
            let said = whole(event, matter, book, lang);
            std::iter::once(merge::day(wrote.on, lang)).chain(said).collect()
        }
        (_, _, None) => Vec::new(),
    }
}

/// Nobody decides between two that look the same: what no line says is at least pointed at.
fn tell_apart(said: &mut [Vec<String>], writes: &[Write<'_>], lang: Lang) {
    let is_alone = |lines: &Vec<String>| said.iter().filter(|other| *other == lines).count() == 1;
    if said.iter().all(is_alone) {
        return;
    }
    for (lines, (_, entry)) in said.iter_mut().zip(writes) {
        let mark: String = entry.id.to_string().chars().take(8).collect();
        lines.push(merge::OTHERWISE.with(lang, &[&mark]));
    }
}

/// The unit, packs and calendars are written again as they are: their events have no field
/// for a reason.
fn asks_why(field: &Field) -> bool {
    !matches!(field, Field::Unit(_) | Field::Pack(..) | Field::Calendar(..))
}

fn neither(field: &Field, first: Option<&Arc<Matter>>, conflict: &Conflict) -> Option<Neither> {
    let act = |subject: &Subject, action| Some(Neither::Act(subject.id, action));
    match field {
        Field::Correction(subject, root) => Some(Neither::Correct(subject.id, *root)),
        Field::Duty(subject) => act(subject, Action::SetDuty),
        Field::Classification(subject, _) => act(subject, Action::Classify),
        Field::Tier(subject) => act(subject, Action::SetTier),
        Field::Judgement(subject, ..) => act(subject, Action::Judge),
        // One answer has to stand; then it can be corrected.
        Field::Reply(..) => None,
        Field::Number(_) => Some(Neither::Correct(first?.id, *conflict.entries.first()?)),
        Field::Unit(_) => Some(Neither::Settings),
        Field::Pack(..) => Some(Neither::Rules),
        Field::Calendar(..) => Some(Neither::Calendar),
    }
}

/// What 今日 says of open conflicts; empty without.
pub fn reminder(all: &[Conflict], lang: Lang) -> String {
    if all.is_empty() {
        return String::new();
    }
    merge::REMINDER.with(lang, &[&all.len().to_string()])
}

/// What the page of a matter says of those that concern it; empty without.
pub fn reminder_of(all: &[Conflict], id: Id, book: &Book, lang: Lang) -> String {
    let n = all.iter().filter(|conflict| matters_of(conflict, book).contains(&id)).count();
    if n == 0 {
        return String::new();
    }
    merge::REMINDER_OF.with(lang, &[&n.to_string()])
}

#[cfg(test)]
mod every_field;
#[cfg(test)]
pub(crate) mod tests;
#[cfg(test)]
mod traces;
