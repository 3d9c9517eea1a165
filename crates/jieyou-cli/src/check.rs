//! `jieyou check`: what is wrong with files, if anything.
//!
//! A finding is a line on standard output: the file, a code, and what it is about.

use crate::wait::wait;
use crate::{Exit, Failure, options};
use jieyou_domain::ledger::{Book, FindingCode, audit};
use jieyou_domain::{EntryId, Realm};
use jieyou_store::backup::{Broken, ImportFailed, ImportPlan};
use jieyou_store::chain::ChainFinding;
use jieyou_store::{ImportError, Journal, Memory};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::Write;

mod head;

/// What checking one file came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Each thing found: code first, then what it is about.
    pub findings: Vec<String>,
    /// How many matters the file holds.
    pub matters: usize,
    /// How many records.
    pub records: usize,
}

pub(crate) fn command(arguments: &[String], output: &mut impl Write) -> Result<Exit, Failure> {
    let ([head], files) = options(arguments, ["--head"])?;
    if files.is_empty() {
        return Err(Failure::Usage("name at least one file".to_owned()));
    }
    let asked = match &head {
        Some(text) => head::asked(text)?,
        None => Vec::new(),
    };
    let mut exit = Exit::Good;
    for path in &files {
        let checked = match std::fs::read(path) {
            Ok(bytes) if head.is_some() => head::check(&bytes, &asked, output, path)?,
            Ok(bytes) => check(&bytes),
            Err(e) => Checked { findings: vec![format!("io/failed: {e}")], ..Checked::default() },
        };
        for finding in &checked.findings {
            writeln!(output, "{path}: {finding}")?;
        }
        if checked.findings.is_empty() {
            let (matters, records) = (checked.matters, checked.records);
            writeln!(output, "{path}: ok, {matters} matters, {records} records")?;
        } else {
            exit = Exit::Bad;
        }
    }
    Ok(exit)
}

/// Opens an exported ledger; or says what is wrong with it, code first.
pub(crate) fn open(text: &str) -> Result<(Journal<Memory>, ImportPlan), String> {
    let opened = wait(Journal::open(Memory::new(), realm(text)));
    let mut journal = opened.map_err(|refused| refused.error.to_string())?;
    // The program has no clock; that a stamp lies in the future is for the app to say.
    let plan = wait(journal.plan_import(text, u64::MAX)).map_err(|failed| match failed {
        ImportFailed::File(e) => refusal(&e),
        e => e.to_string(),
    })?;
    // The app lets the rest of such a file in; a check does not.
    if let Some(wrong) = &plan.wrong {
        return Err(refusal(wrong));
    }
    if let Some(line) = plan.stopped.first() {
        return Err(format!("{}: a record that the others do not hang together with", line.why));
    }
    wait(journal.apply_import(&plan, plan.exported_on)).map_err(|e| e.to_string())?;
    Ok((journal, plan))
}

/// Checks one file: its format, its chains, that every record replays, and what an audit
/// of the ledger says.
pub fn check(bytes: &[u8]) -> Checked {
    let only = |finding: String| Checked { findings: vec![finding], ..Checked::default() };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) => return only(format!("file/not-utf8: byte {}", e.valid_up_to() + 1)),
    };
    let (journal, _) = match open(text) {
        Ok(opened) => opened,
        Err(finding) => return only(finding),
    };
    let book = journal.book();
    let mut findings = Vec::new();
    findings.extend(journal.findings(u64::MAX).iter().map(about_chain));
    findings.extend(journal.conflicts().iter().map(|c| format!("chain/conflict: {c:?}")));
    findings.extend(about_book(book));
    let matters = book.matters().count();
    Checked { findings, matters, records: usize::try_from(journal.seq()).unwrap_or(usize::MAX) }
}

/// The realm that the file says; real where it says nothing that can be read.
fn realm(text: &str) -> Realm {
    #[derive(Deserialize)]
    struct Label {
        realm: Realm,
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str::<Label>(text).map_or(Realm::Real, |label| label.realm)
}

fn refusal(error: &ImportError) -> String {
    let code = error.code();
    let words = match error {
        ImportError::NotJson { how: Broken::Empty, .. } => "the file is empty".to_owned(),
        ImportError::NotJson { line, column, how: Broken::CutOff } => {
            format!("the file ends too early, at {line}:{column}; it may have been cut off")
        }
        ImportError::NotJson { line, column, .. } => format!("not JSON at {line}:{column}"),
        ImportError::OtherProgram => "not a ledger of this program".to_owned(),
        ImportError::Newer { version } => {
            format!("version {version} was written by a newer program")
        }
        ImportError::Shape { line, column } => {
            format!("not the shape of a ledger at {line}:{column}")
        }
        ImportError::OtherRealm { .. } => "a record of another realm than the file says".to_owned(),
        ImportError::Record { number, why, .. } => format!("record {number} of the file: {why}"),
        ImportError::Sum { suspect: Some((origin, n)) } => {
            format!("changed after it was written, most likely at record {n} of {origin}")
        }
        ImportError::Sum { suspect: None } => "changed after it was written".to_owned(),
        ImportError::NoUnit => "a file between two units, not a whole ledger".to_owned(),
        ImportError::NotOfMatters => {
            "a file between two units that holds more than matters".to_owned()
        }
        ImportError::Contact { number } => format!("contact {number} does not read"),
    };
    format!("{code}: {words}")
}

fn about_chain(finding: &ChainFinding) -> String {
    let code = finding.code();
    let words = match finding {
        ChainFinding::Fork { origin, n, .. } => {
            format!("number {n} of {origin} was written twice; a copy was written on")
        }
        ChainFinding::Gap { origin, n } => {
            format!("the record before number {n} of {origin} is not in the file")
        }
        ChainFinding::BrokenLink { origin, n } => {
            format!("number {n} of {origin} does not follow on the record before it")
        }
        ChainFinding::SeenMissing { record, .. } => {
            format!("record {record} had seen one that is not in the file")
        }
        ChainFinding::Partial { origin, records } => {
            format!("{records} records of origin {origin}, which came with matters of another unit")
        }
        ChainFinding::FarFuture { record, .. } => {
            format!("record {record} lies in the future")
        }
    };
    format!("{code}: {words}")
}

fn about_book(book: &Book) -> Vec<String> {
    let entries: BTreeMap<EntryId, String> = book
        .all_matters()
        .flat_map(|m| m.entries())
        .map(|e| (e.id, format!("entry of {}", e.on)))
        .collect();
    let mut findings = Vec::new();
    for finding in audit(book) {
        let mut words = explain(finding.code).to_owned();
        if !finding.number.is_empty() {
            words.push_str(", ");
            words.push_str(&finding.number);
        }
        if let Some(entry) = finding.entry {
            let day = entries.get(&entry).map_or("ledger entry", String::as_str);
            words.push_str(&format!(", {day} ({entry})"));
        }
        findings.push(format!("{}: {words}", finding.code.code()));
    }
    // The audit reads matters; what a newer program wrote about the ledger stands here.
    for entry in book.ledger_entries().iter().filter(|e| e.event.is_none()) {
        let code = FindingCode::NewerRecord;
        findings.push(format!("{}: {}, ledger entry ({})", code.code(), explain(code), entry.id));
    }
    findings
}

fn explain(code: FindingCode) -> &'static str {
    match code {
        FindingCode::DuplicateNumber => "two matters carry one number",
        FindingCode::NoRegistration => "facts about a matter whose registration is not here",
        FindingCode::RegisteredTwice => "one matter was registered twice; the first stands",
        FindingCode::BeforeReceived => "a fact is dated before the matter was received",
        FindingCode::TargetMissing => "what is corrected or taken back is not here",
        FindingCode::NewerRecord => "written by a newer program; kept, not read",
        FindingCode::WrongSubject => "an event stands under the wrong kind of subject",
        FindingCode::UnreadableText => "an adopted pack or calendar does not read",
        FindingCode::NotHeard => "answered under art. 31(6) without the citizen being heard",
    }
}
