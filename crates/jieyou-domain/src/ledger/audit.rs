//! What a strict reader would object to in a book, wherever its entries came from.

use super::book::Book;
use super::event::Event;
use super::matter::Matter;
use super::sealed::Sealed;
use crate::compact::{Map, sort_by};
use crate::facts::Route;
use crate::ids::{EntryId, Id};
use crate::time::Date;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingCode {
    /// Two matters carry one number.
    DuplicateNumber,
    /// Facts about a matter whose registration is not here.
    NoRegistration,
    /// A second registration of one matter; the first stands.
    RegisteredTwice,
    /// A fact dated before the matter was received.
    BeforeReceived,
    /// A correction or strike of an entry that is not here.
    TargetMissing,
    /// Written by a newer program; kept, not read.
    NewerRecord,
    /// An event about a matter written under the ledger, or the other way round.
    WrongSubject,
    /// An adopted pack or calendar that does not read; the one before stays.
    UnreadableText,
    /// An answer to a petition under 31(六) without the citizen having been heard.
    NotHeard,
}

impl FindingCode {
    /// Every code.
    pub const ALL: [Self; 9] = [
        Self::DuplicateNumber,
        Self::NoRegistration,
        Self::RegisteredTwice,
        Self::BeforeReceived,
        Self::TargetMissing,
        Self::NewerRecord,
        Self::WrongSubject,
        Self::UnreadableText,
        Self::NotHeard,
    ];

    /// Stable; documented in docs/codes.md.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DuplicateNumber => "audit/duplicate-number",
            Self::NoRegistration => "audit/no-registration",
            Self::RegisteredTwice => "audit/registered-twice",
            Self::BeforeReceived => "audit/before-received",
            Self::TargetMissing => "audit/target-missing",
            Self::NewerRecord => "audit/newer-record",
            Self::WrongSubject => "audit/wrong-subject",
            Self::UnreadableText => "audit/unreadable-text",
            Self::NotHeard => "audit/not-heard",
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: FindingCode,
    /// About which matter, if one.
    pub matter: Option<Id>,
    /// Which entry shows it, if one.
    pub entry: Option<EntryId>,
    /// The matter's number, for people.
    pub number: String,
}

/// Reports what a strict reader would object to, in the order of matters.
pub fn audit(book: &Book) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut numbered: Vec<&Matter> = Vec::new();
    for sealed in book.all_sealed() {
        audit_sealed(sealed, &mut findings);
    }
    for matter in book.all_matters() {
        audit_matter(matter, &mut findings);
        if matter.is_registered() {
            numbered.push(matter);
        }
    }
    sort_by(&mut numbered, |a, b| a.number().cmp(b.number()));
    for matters in numbered.chunk_by(|a, b| a.number() == b.number()).filter(|m| m.len() > 1) {
        findings.extend(matters.iter().map(|m| finding(FindingCode::DuplicateNumber, m, None)));
    }
    let about_ledger =
        |code, entry| Finding { code, matter: None, entry: Some(entry), number: String::new() };
    for entry in book.ledger_entries() {
        match &entry.event {
            None => findings.push(about_ledger(FindingCode::NewerRecord, entry.id)),
            Some(event) if !is_about_ledger(event) => {
                findings.push(about_ledger(FindingCode::WrongSubject, entry.id));
            }
            Some(_) => {}
        }
    }
    let unreadable = book.troubles().map(|(id, _)| about_ledger(FindingCode::UnreadableText, *id));
    findings.extend(unreadable);
    findings
}

fn finding(code: FindingCode, matter: &Matter, entry: Option<EntryId>) -> Finding {
    Finding { code, matter: Some(matter.id), entry, number: matter.number().to_owned() }
}

fn audit_matter(matter: &Matter, findings: &mut Vec<Finding>) {
    use super::state::Trigger;
    let mut add = |code, entry| findings.push(finding(code, matter, entry));
    let facts = super::effective(matter.entries());
    let registrations = facts.iter().filter(|f| matches!(f.event, Event::Registered(_)));
    let registrations: Vec<EntryId> = registrations.map(|f| f.root.id).collect();
    for id in registrations.iter().skip(1) {
        add(FindingCode::RegisteredTwice, Some(*id));
    }
    let written = matter.entries().iter().any(|e| matches!(e.event, Some(Event::Registered(_))));
    if !written {
        add(FindingCode::NoRegistration, matter.entries().first().map(|e| e.id));
    }
    let here: Map<EntryId, ()> = matter.entries().iter().map(|e| (e.id, ())).collect();
    for entry in matter.entries() {
        let target = match &entry.event {
            None => {
                add(FindingCode::NewerRecord, Some(entry.id));
                continue;
            }
            Some(Event::Corrected(c)) => c.entry,
            Some(Event::Struck(s)) => s.entry,
            Some(e) if is_about_ledger(e) || is_sealed(e) => {
                add(FindingCode::WrongSubject, Some(entry.id));
                continue;
            }
            Some(_) => continue,
        };
        if !here.contains_key(&target) {
            add(FindingCode::TargetMissing, Some(entry.id));
        }
    }
    // What was handed up has a life before that at the other unit.
    let is_upper = matter.state.exchange.is_upper;
    let handed = facts.iter().filter(|f| matches!(f.event, Event::HandedUp(_)));
    let handed = handed.map(|f| f.on).min().filter(|_| is_upper);
    if let Some(first) = handed.or(matter.received_on()) {
        let ours = facts.iter().filter(|f| !is_upper || matter.is_own(f.root));
        for fact in ours.filter(|f| f.on < first) {
            add(FindingCode::BeforeReceived, Some(fact.root.id));
        }
    }
    // 条例 31(六): heard first, in the round of the answer, then answered.
    let all = &matter.state.facts;
    let heard = |by: Date| {
        let opened = all.iter().filter(|f| f.trigger == Trigger::Reopened && f.on <= by);
        let from = opened.map(|f| f.on).max();
        all.iter().any(|f| {
            f.trigger == Trigger::Heard && f.on <= by && from.is_none_or(|from| from <= f.on)
        })
    };
    let sixth = matter.state.claims.iter().filter(|c| c.route == Some(Route::R6));
    if sixth.filter_map(|c| c.reply.as_ref()).any(|(on, _)| !heard(*on)) {
        add(FindingCode::NotHeard, None);
    }
}

/// Of a matter recorded by number only nothing is told but that something is odd.
fn audit_sealed(sealed: &Sealed, findings: &mut Vec<Finding>) {
    let number = String::new;
    let mut add = |code, entry| {
        findings.push(Finding { code, matter: None, entry: Some(entry), number: number() });
    };
    let is_recorded = |e: &Event| matches!(e, Event::SealedRecorded(_));
    let entries = sealed.entries();
    if !entries.iter().any(|e| e.event.as_ref().is_some_and(is_recorded))
        && let Some(first) = entries.first()
    {
        add(FindingCode::NoRegistration, first.id);
    }
    for entry in entries {
        match &entry.event {
            None => add(FindingCode::NewerRecord, entry.id),
            // Words about it that came in from elsewhere.
            Some(event) if !is_sealed(event) => add(FindingCode::WrongSubject, entry.id),
            Some(Event::SealedStruck(s)) if !entries.iter().any(|e| e.id == s.entry) => {
                add(FindingCode::TargetMissing, entry.id);
            }
            Some(_) => {}
        }
    }
}

fn is_sealed(event: &Event) -> bool {
    matches!(event, Event::SealedRecorded(_) | Event::SealedFollowed(_) | Event::SealedStruck(_))
}

fn is_about_ledger(event: &Event) -> bool {
    matches!(
        event,
        Event::UnitProfiled(_)
            | Event::PlacesListed(_)
            | Event::PostsListed(_)
            | Event::PackAdopted(_)
            | Event::CalendarAdopted(_)
    )
}
