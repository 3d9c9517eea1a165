//! `jieyou classify`: what each matter is, which way it goes and on which list it stands,
//! with reasons; out of an exported ledger, or out of facts, a matter a line.
//!
//! It decides nothing itself: it writes what the core computes.

mod facts;
mod json;
mod line;

use crate::sample::PACK;
use crate::{Exit, Failure, check, due, options};
use chrono::Datelike as _;
use facts::Facts;
use jieyou_domain::classify::{
    Assessment, Suggestion, Verdict, assess, preview, subject_text, verdicts,
};
use jieyou_domain::facts::{UnitKind, UnitProfile};
use jieyou_domain::ids::Id;
use jieyou_domain::ledger::{Book, Entry, Event, Matter, Stamp};
use jieyou_domain::rules::RuleSet;
use jieyou_domain::time::{Calendar, parse_date};
use jieyou_domain::{Date, EntryId, Subject};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::sync::Arc;

/// What is decided about one matter.
struct Decided<'a> {
    number: &'a str,
    received_on: Date,
    today: Date,
    assessment: Assessment,
    verdicts: Vec<Verdict>,
    /// The subject that a person chose.
    subject: Option<&'a str>,
    /// The subjects that its words speak of, the likeliest first.
    suggestions: Vec<Suggestion>,
    rules: &'a RuleSet,
}

/// How to decide, and how to write.
struct Way {
    today: Option<Date>,
    is_json: bool,
    rules: Option<Arc<RuleSet>>,
    calendar: Option<Arc<Calendar>>,
}

pub(crate) fn command(
    arguments: &[String],
    input: impl Read,
    output: &mut impl Write,
    errors: &mut impl Write,
) -> Result<Exit, Failure> {
    let mut arguments = arguments.to_vec();
    let given = arguments.len();
    arguments.retain(|a| a != "--json");
    let is_json = arguments.len() < given;
    let names = ["--today", "--calendar", "--pack"];
    let ([today, calendar, pack], left) = options(&arguments, names)?;
    let [path] = left.as_slice() else {
        return Err(Failure::Usage("name one file".to_owned()));
    };
    let day = |text: String| {
        let wrong = || Failure::Usage("--today needs a date, as 2026-04-16".to_owned());
        parse_date(&text).ok_or_else(wrong)
    };
    let today = today.map(day).transpose()?;
    let calendar = calendar.map(|file| due::calendar(Some(&file)).map(Arc::new)).transpose()?;
    let rules = pack.map(|file| rules(&file).map(Arc::new)).transpose()?;
    let text = if path == "-" { text_of(input, path)? } else { read(path)? };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let way = Way { today, is_json, rules, calendar };
    if is_ledger(text) {
        ledger(path, text, &way, output)
    } else {
        lines(path, text, &way, output, errors)
    }
}

fn read(path: &str) -> Result<String, Failure> {
    let file = std::fs::File::open(path);
    text_of(file.map_err(|e| Failure::Other(format!("{path}: io/failed: {e}")))?, path)
}

fn text_of(mut input: impl Read, path: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let not_text = |e: std::string::FromUtf8Error| {
        let at = e.utf8_error().valid_up_to() + 1;
        Failure::Other(format!("{path}: file/not-utf8: byte {at}"))
    };
    String::from_utf8(bytes).map_err(not_text)
}

/// The pack of a file; one that is laid over another, over the built-in one.
fn rules(path: &str) -> Result<RuleSet, Failure> {
    let refused = |e| Failure::Other(format!("{path}: the pack is refused: {e:?}"));
    let pack = RuleSet::from_json(&read(path)?).map_err(refused)?;
    if pack.over.is_empty() {
        return Ok(pack);
    }
    built_in()?.with(&pack).map_err(refused)
}

fn built_in() -> Result<RuleSet, Failure> {
    RuleSet::from_json(PACK).map_err(|e| Failure::Other(format!("the built-in pack: {e:?}")))
}

/// Whether a text is a ledger, whole or cut off, and not a matter a line.
fn is_ledger(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Label {
        #[serde(rename = "format")]
        _format: String,
    }
    let first = text.lines().next().unwrap_or_default();
    first.starts_with("{\"format\"") || serde_json::from_str::<Label>(text).is_ok()
}

fn ledger(path: &str, text: &str, way: &Way, output: &mut impl Write) -> Result<Exit, Failure> {
    let not_well = |finding: String| Failure::Other(format!("{path}: {finding}"));
    let (journal, plan) = check::open(text).map_err(not_well)?;
    let mut book = journal.book().as_ref().clone();
    if way.rules.is_some() || way.calendar.is_some() {
        let rules = way.rules.clone().unwrap_or_else(|| Arc::clone(book.rules()));
        let calendar = way.calendar.clone().unwrap_or_else(|| Arc::clone(book.calendar()));
        book = book.with_basis(rules, calendar);
    }
    let today = way.today.unwrap_or(plan.exported_on);
    let mut matters: Vec<&Arc<Matter>> = book.matters().collect();
    // The running numbers of one year in their order, past 9999 too.
    matters.sort_by_key(|m| (m.received_on().map(|on| on.year()), m.number().len(), m.number()));
    for matter in matters {
        let Some(assessment) = assess(matter, &book, today) else {
            return Err(not_well("input/no-unit: the ledger says of no unit that keeps it".into()));
        };
        let verdicts = verdicts(matter, &book, today, &assessment);
        let received_on = matter.received_on().unwrap_or(today);
        let decided = Decided {
            number: matter.number(),
            received_on,
            today,
            assessment,
            verdicts,
            subject: matter.state.category.as_deref(),
            suggestions: book.suggester().of(&matter.state),
            rules: book.rules(),
        };
        write(&decided, way, output)?;
    }
    Ok(Exit::Good)
}

fn lines(
    path: &str,
    text: &str,
    way: &Way,
    output: &mut impl Write,
    errors: &mut impl Write,
) -> Result<Exit, Failure> {
    let rules = match &way.rules {
        Some(rules) => Arc::clone(rules),
        None => Arc::new(built_in()?),
    };
    let calendar = match &way.calendar {
        Some(calendar) => Arc::clone(calendar),
        None => Arc::new(due::calendar(None)?),
    };
    let mut books: BTreeMap<&str, Book> = BTreeMap::new();
    let mut exit = Exit::Good;
    for (at, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match Facts::read(line, &format!("{at}")) {
            Ok(facts) => {
                let unit = facts.unit;
                let empty = || unit_book(unit, Arc::clone(&rules), Arc::clone(&calendar));
                let book = books.entry(unit.code()).or_insert_with(empty);
                one(&facts, book, way, output)?;
            }
            Err(wrong) => {
                exit = Exit::Bad;
                writeln!(errors, "{path}:{at}: {wrong}")?;
            }
        }
    }
    Ok(exit)
}

/// Decides what one line tells.
fn one(facts: &Facts, book: &Book, way: &Way, output: &mut impl Write) -> Result<(), Failure> {
    let (told, today) = (&facts.registered, way.today.unwrap_or(facts.received_on));
    let found = preview(book, facts.received_on, told.clone(), today);
    // There is a unit and a registration, so there is something to decide.
    let Some((assessment, verdicts)) = found else { return Ok(()) };
    let claims: Vec<&str> = told.claims.iter().map(|c| c.text.as_str()).collect();
    let text = subject_text(&told.title, &told.story, &claims.join("\n"), &told.spot);
    let decided = Decided {
        number: &told.number,
        received_on: facts.received_on,
        today,
        assessment,
        verdicts,
        subject: told.category.as_deref(),
        suggestions: book.suggester().suggest(&text),
        rules: book.rules(),
    };
    write(&decided, way, output)
}

/// An empty book of a unit of a kind.
fn unit_book(kind: UnitKind, rules: Arc<RuleSet>, calendar: Arc<Calendar>) -> Book {
    let profile = UnitProfile {
        kind,
        name: kind.code().to_owned(),
        code: String::new(),
        reception: String::new(),
        review_body: String::new(),
        recheck_body: String::new(),
        phone: String::new(),
        help: String::new(),
        addresses: Default::default(),
        upper: String::new(),
    };
    let entry = Entry {
        id: EntryId::from_bytes([0; 32]),
        time: Stamp::default(),
        on: Date::default(),
        by: Default::default(),
        subject: Subject::ledger(Id::from_bytes([0; 10])),
        event: Some(Event::UnitProfiled(profile)),
    };
    Book::on_basis(rules, calendar).apply(&Arc::new(entry))
}

fn write(decided: &Decided<'_>, way: &Way, output: &mut impl Write) -> Result<(), Failure> {
    let line = if way.is_json { json::of(decided).to_string() } else { line::of(decided) };
    writeln!(output, "{line}")?;
    Ok(())
}
