//! A person's decision about a conflict, as commands. What does not hold is taken back, with
//! the reason; what has no strike is written again.

use super::writes;
use crate::text::{Lang, merge};
use jieyou_domain::compact::Map;
use jieyou_domain::facts::{Corrected, Struck};
use jieyou_domain::ledger::{Book, Command, Event, Matter, effective, next_number};
use jieyou_domain::{Date, EntryId, Id, receipt};
use jieyou_store::chain::{Conflict, Field};

/// The commands by which `chosen` holds. Their entries have seen all writes, so that the
/// conflict is closed in every ledger that reads them.
pub fn decision(
    conflict: &Conflict,
    chosen: EntryId,
    why: &str,
    book: &Book,
    today: Date,
) -> Vec<Command> {
    let writes = writes(conflict, book);
    let others = || writes.iter().filter(|(_, entry)| entry.id != chosen);
    match &conflict.field {
        Field::Number(_) => {
            let first = next_number(book, today);
            let renumbered = others().zip(0..).filter_map(|((matter, entry), at)| {
                let matter = matter.as_ref()?;
                renumber(matter, entry.id, counted_on(&first, at), why, today)
            });
            renumbered.collect()
        }
        Field::Unit(_) | Field::Pack(..) | Field::Calendar(..) => {
            let event = |id: EntryId| writes.iter().find(|w| w.1.id == id)?.1.event.as_ref();
            let others = others().filter_map(|(_, entry)| entry.event.as_ref());
            event(chosen).map(|event| again(event, others, book)).unwrap_or_default()
        }
        _ => {
            let Some((Some(matter), _)) = writes.first() else { return Vec::new() };
            let facts = strikes(matter, &conflict.entries, chosen, why);
            let facts = facts.into_iter().map(|struck| (today, Event::Struck(struck))).collect();
            vec![Command::Record { matter: matter.id, facts }]
        }
    }
}

/// What a decision about a number says of the papers: the matters that have another one
/// now, with what to do. `book` is from before the decision.
pub fn renumbered(commands: &[Command], book: &Book, lang: Lang) -> Vec<(Id, String)> {
    let of = |command: &Command| {
        let Command::Record { matter, facts } = command else { return None };
        let (_, Event::Corrected(c)) = facts.first()? else { return None };
        let Event::Registered(r) = c.event.as_ref() else { return None };
        let (before, now) = (book.matter(*matter)?.number(), r.number.as_str());
        let parts = [r.title.as_str(), before, now, &receipt::receipt(now)];
        Some((*matter, merge::RENUMBERED.with(lang, &parts)))
    };
    commands.iter().filter_map(of).collect()
}

/// The entries of a matter that were taken back, each with the strike that does it.
pub(super) fn struck(matter: &Matter) -> Map<EntryId, EntryId> {
    // A strike is later in fold order than what it strikes.
    let mut struck: Map<EntryId, EntryId> = Map::new();
    for entry in matter.entries().iter().rev() {
        if let Some(Event::Struck(s)) = &entry.event
            && !struck.contains_key(&entry.id)
        {
            struck.insert(s.entry, entry.id);
        }
    }
    struck
}

/// Takes back what does not hold, and what stands against what does.
fn strikes(matter: &Matter, entries: &[EntryId], chosen: EntryId, why: &str) -> Vec<Struck> {
    let struck = struck(matter);
    let target = |id: &EntryId| match (*id == chosen, struck.get(id)) {
        (true, strike) => strike.copied(),
        (false, None) => Some(*id),
        (false, Some(_)) => None,
    };
    let targets = entries.iter().filter_map(target);
    targets.map(|entry| Struck { entry, why: why.to_owned(), stands: Some(chosen) }).collect()
}

/// The number `at` places after `first`.
pub(super) fn counted_on(first: &str, at: u32) -> String {
    let digits = first.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |last| last + 1);
    let (head, number) = first.split_at(digits);
    let next = number.parse::<u32>().unwrap_or_default().saturating_add(at);
    format!("{head}{next:0width$}", width = number.len())
}

fn renumber(
    matter: &Matter,
    registration: EntryId,
    number: String,
    why: &str,
    today: Date,
) -> Option<Command> {
    let facts = effective(matter.entries());
    let fact = facts.iter().find(|fact| fact.root.id == registration)?;
    let Event::Registered(registered) = fact.event else { return None };
    let mut registered = registered.clone();
    registered.number = number;
    let event = Box::new(Event::Registered(registered));
    let corrected = Corrected { entry: registration, on: fact.on, event, why: why.to_owned() };
    let facts = vec![(today, Event::Corrected(corrected))];
    Some(Command::Record { matter: matter.id, facts })
}

/// Writes again what holds. A pack that is taken off has to be in force for that.
fn again<'a>(
    chosen: &Event,
    mut others: impl Iterator<Item = &'a Event>,
    book: &Book,
) -> Vec<Command> {
    match chosen {
        Event::UnitProfiled(unit) => vec![Command::ProfileUnit(unit.clone())],
        Event::PackAdopted(text) => vec![Command::AdoptPack(text.clone())],
        Event::CalendarAdopted(text) => vec![Command::AdoptCalendar(text.clone())],
        Event::PackDropped(dropped) => {
            let is_on = book.packs().iter().any(|pack| pack.id == dropped.id);
            let adopted = others.find_map(|other| match other {
                Event::PackAdopted(text) if !is_on => Some(Command::AdoptPack(text.clone())),
                _ => None,
            });
            adopted.into_iter().chain([Command::DropPack(dropped.clone())]).collect()
        }
        _ => Vec::new(),
    }
}
