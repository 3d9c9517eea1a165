//! 导入记录: the files that were read in, what of them was not let in, and where one ledger
//! was written on in two places.

use crate::forms::correct::written_on;
use crate::text::{Both, Lang, format, merge};
use jieyou_domain::compact::Map;
use jieyou_domain::ledger::{Book, Entry};
use jieyou_domain::time::time_at;
use jieyou_domain::{Date, EntryId, Id, Subject, SubjectKind};
use jieyou_store::backup::Purpose;
use jieyou_store::chain::ChainFinding;
use jieyou_store::local::{Apart, Imported, Note, Stopped};
use jieyou_store::record::Origin;
use std::sync::Arc;

/// A file that was read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its number.
    pub n: u32,
    /// Whose it was, of which day, and its name.
    pub title: String,
    /// When it was read in, and what it brought.
    pub counts: String,
    /// When, by whom and why it was taken back; empty where it was not.
    pub aside: String,
    /// That contacts stay where it is taken back; empty where it brought none.
    pub contacts: String,
}

/// What of a file was not let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// What stands behind it.
    pub note: Note,
    /// Whose file it was, and of which day.
    pub title: String,
    /// How many, and when.
    pub counts: String,
    /// That another file filled it; empty where none did.
    pub settled: String,
}

/// The files, the last one first.
pub fn imports(all: &[Imported], today: Date, lang: Lang) -> Vec<ImportRow> {
    let row = |import: &Imported| {
        let mut day = format::date(import.on, today, lang);
        if let Some(ms) = import.at {
            day.push(' ');
            day.push_str(&time_at(ms));
        }
        let counts = [import.new.len(), import.known.len()];
        let [new, known] = counts.map(|n| n.to_string());
        let aside = import.aside.as_ref().map(|aside| {
            let day = format::date(aside.on, today, lang);
            let is_back = import.is_back(all);
            let text = if is_back { merge::ASIDE_BACK } else { merge::ASIDE };
            text.with(lang, &[&day, &aside.post, &aside.why])
        });
        let contacts = import.contacts.filter(|n| *n > 0);
        ImportRow {
            n: import.n,
            title: title(import, today, lang),
            counts: merge::COUNTS.with(lang, &[&day, &new, &known]),
            aside: aside.unwrap_or_default(),
            contacts: contacts
                .map(|n| merge::ASIDE_CONTACTS.with(lang, &[&n.to_string()]))
                .unwrap_or_default(),
        }
    };
    all.iter().rev().map(row).collect()
}

/// Whose file it was, of which day, and its name where that was noted.
pub(super) fn title(import: &Imported, today: Date, lang: Lang) -> String {
    let file = (import.purpose, import.unit.as_str(), import.exported_on, import.file.as_str());
    of_file(file, today, lang)
}

fn of_file(file: (Purpose, &str, Date, &str), today: Date, lang: Lang) -> String {
    let (purpose, unit, day, name) = file;
    let text = match purpose {
        Purpose::Copy => merge::A_COPY,
        Purpose::HandedUp => merge::HANDED_UP,
        Purpose::FedBack => merge::FED_BACK,
    };
    let unit = if unit.is_empty() { merge::NO_UNIT.to(lang) } else { unit };
    let title = text.with(lang, &[unit, &format::date(day, today, lang)]);
    if name.is_empty() { title } else { format!("{title} · {name}") }
}

/// What was not let in: in quarantine, or waiting.
pub fn notes(all: &[Note], waits: bool, today: Date, lang: Lang) -> Vec<NoteRow> {
    let row = |note: &Note| {
        let (n, on) = (note.count.to_string(), format::date(note.on, today, lang));
        let until = note.until.map(|day| format::date_full(day, lang)).unwrap_or_default();
        let counts = match waits {
            true => merge::WAITS.with(lang, &[&n, &until]),
            false => merge::QUARANTINED.with(lang, &[&on, &n]),
        };
        let settled =
            note.settled.map(|day| merge::SETTLED.with(lang, &[&format::date(day, today, lang)]));
        let file = (note.purpose, note.unit.as_str(), note.exported_on, note.file.as_str());
        let title = of_file(file, today, lang);
        NoteRow { note: note.clone(), title, counts, settled: settled.unwrap_or_default() }
    };
    all.iter().filter(|note| note.waits == waits).map(row).collect()
}

/// The lines behind a note, one by one.
pub fn stopped(apart: &Apart, lang: Lang) -> Vec<String> {
    let line = |line: &Stopped| {
        let why = merge::why(&line.why, lang);
        match (line.number, line.n) {
            (0, Some(n)) => merge::STOPPED_AT.with(lang, &[&n.to_string(), why]),
            (number, _) => merge::STOPPED.with(lang, &[&number.to_string(), why]),
        }
    };
    apart.lines.iter().map(line).collect()
}

/// How many lines are stopped for which reason, in one sentence.
pub fn reasons(lines: &[Stopped], lang: Lang) -> String {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for line in lines {
        match counted.iter_mut().find(|(why, _)| *why == line.why) {
            Some((_, n)) => *n += 1,
            None => counted.push((&line.why, 1)),
        }
    }
    let said: Vec<String> = counted
        .into_iter()
        .map(|(why, n)| merge::OF_KIND.with(lang, &[merge::why(why, lang), &n.to_string()]))
        .collect();
    format::listed(&said, lang)
}

/// What was recorded since a file was read in, in sentences: the last one stands before the
/// list of matters, where there are any.
pub fn since(on: &[(Subject, EntryId)], lang: Lang) -> Vec<String> {
    let matters = on.iter().filter(|(s, _)| s.kind == SubjectKind::Matter).count();
    let said = |n: usize, text: Both| (n > 0).then(|| text.with(lang, &[&n.to_string()]));
    if on.is_empty() {
        return vec![merge::NOTHING_BUILDS.to(lang).to_owned()];
    }
    let beside = said(on.len() - matters, merge::BUILDING_BESIDE);
    beside.into_iter().chain(said(matters, merge::BUILDING)).collect()
}

/// Matters with what was recorded on them since a file was read in: the matter, its number
/// and title.
pub fn building(on: &[(Subject, EntryId)], book: &Book) -> Vec<(Id, String)> {
    let mut seen: Vec<(Id, String)> = Vec::new();
    for (subject, _) in on.iter().filter(|(s, _)| s.kind == SubjectKind::Matter) {
        if !seen.iter().any(|(id, _)| *id == subject.id)
            && let Some(matter) = book.matter(subject.id)
        {
            let title = matter.state.registered.as_ref().map_or("", |r| r.title.as_str());
            seen.push((subject.id, format!("{} {title}", matter.number())));
        }
    }
    seen
}

/// Where one ledger was written on in two places: one line an origin.
pub fn forks(findings: &[ChainFinding], book: &Book, today: Date, lang: Lang) -> Vec<String> {
    let mut first: Map<Origin, (u64, &[EntryId])> = Map::new();
    for finding in findings {
        if let ChainFinding::Fork { origin, n, records } = finding {
            let known = first.get_or_insert_with(*origin, || (*n, records));
            if *n < known.0 {
                *known = (*n, records);
            }
        }
    }
    let line = |(origin, (n, records)): (&Origin, &(u64, &[EntryId]))| {
        let wrote = records.iter().find_map(|id| entry(*id, book));
        let who = wrote.map_or(merge::NO_UNIT.to(lang), |e| e.by.unit.as_str());
        let day = wrote.and_then(|e| written_on(e));
        let day = day.map(|day| format::date(day, today, lang)).unwrap_or_default();
        let mark: String = origin.to_string().chars().take(4).collect();
        merge::FORK.with(lang, &[who, &mark, &day, &n.to_string(), &records.len().to_string()])
    };
    first.iter().map(line).collect()
}

fn entry(id: EntryId, book: &Book) -> Option<&Arc<Entry>> {
    let of_matters = book.all_matters().flat_map(|matter| matter.entries());
    of_matters.chain(book.ledger_entries()).find(|entry| entry.id == id)
}

#[cfg(test)]
mod tests;
