//! Each finding once, and none where there is nothing to find.

use crate::facts::*;
use crate::ledger::*;
use crate::testing::*;
use crate::{Id, Subject};
use std::sync::Arc;

fn codes(l: &Ledger) -> Vec<FindingCode> {
    let mut codes: Vec<_> = audit(&l.book).into_iter().map(|f| f.code).collect();
    codes.sort_unstable();
    codes
}

fn with(change: impl Fn(&Ledger) -> Vec<Arc<Entry>>) -> Vec<FindingCode> {
    let mut l = Ledger::accepted("2026-03-02");
    assert_eq!(codes(&l), []);
    l.book = l.book.clone().apply_all(&change(&l));
    codes(&l)
}

fn register() -> Event {
    Event::Registered(registered(Channel::Visit, CounterParty::Neighbour))
}

#[test]
fn numbers_and_registrations() {
    let other = Subject::matter(Id::from_bytes([2; 10]));
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    facts.number = "QH-2026-0001".to_owned();
    let twin = entry(90, "2026-03-02", other, Event::Registered(facts));
    assert_eq!(with(|_| vec![twin.clone()]), [FindingCode::DuplicateNumber; 2]);
    let orphan = entry(90, "2026-03-02", other, at_once());
    let strike = entry(91, "2026-03-02", other, struck(orphan.id));
    assert_eq!(with(|_| vec![orphan.clone(), strike.clone()]), [FindingCode::NoRegistration]);
    assert_eq!(
        with(|l| vec![entry(90, "2026-03-02", Subject::matter(l.id), register())]),
        [FindingCode::RegisteredTwice]
    );
    // Struck on purpose is no finding.
    let take_back = |l: &Ledger| {
        let registration = l.matter().entries()[0].id;
        vec![entry(90, "2026-03-02", Subject::matter(l.id), struck(registration))]
    };
    assert_eq!(with(take_back), []);
}

#[test]
fn days_targets_and_newer_records() {
    let early =
        |l: &Ledger| vec![entry(90, "2026-03-01", Subject::matter(l.id), planned("2026-04-01"))];
    assert_eq!(with(early), [FindingCode::BeforeReceived]);
    let missing =
        |l: &Ledger| vec![entry(90, "2026-03-03", Subject::matter(l.id), struck(entry_id(7)))];
    assert_eq!(with(missing), [FindingCode::TargetMissing]);
    for at in [0, 3] {
        let newer = |l: &Ledger| {
            let mut entry = Entry::clone(&l.entries[at]);
            (entry.id, entry.event) = (entry_id(90), None);
            vec![Arc::new(entry)]
        };
        assert_eq!(with(newer), [FindingCode::NewerRecord]);
    }
}

#[test]
fn events_under_the_wrong_subject() {
    let under_ledger = |l: &Ledger| vec![entry(90, "2026-03-03", l.entries[0].subject, at_once())];
    assert_eq!(with(under_ledger), [FindingCode::WrongSubject]);
    let places = Event::PlacesListed(PlacesListed { places: vec![] });
    let under_matter =
        |l: &Ledger| vec![entry(90, "2026-03-03", Subject::matter(l.id), places.clone())];
    assert_eq!(with(under_matter), [FindingCode::WrongSubject]);
}

#[test]
fn texts_that_do_not_read() {
    let text = TextAdopted { name: "x".to_owned(), text: "{".to_owned() };
    let event = Event::CalendarAdopted(text);
    assert_eq!(
        with(|l| vec![entry(90, "2026-03-03", l.entries[0].subject, event.clone())]),
        [FindingCode::UnreadableText]
    );
}

#[test]
fn an_opinion_needs_the_citizen_heard_before_it() {
    // `decide` refuses this; an imported history may still say it.
    let facts = registered(Channel::Visit, CounterParty::Institution);
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    l.ok("2026-03-02", classified(0, Some(Route::R6)));
    l.ok("2026-03-02", accepted());
    l.not_now("2026-03-10", replied(0), WhyNot::HearFirst);
    let reply = entry(90, "2026-03-10", Subject::matter(l.id), replied(0));
    l.book = l.book.clone().apply(&reply);
    assert_eq!(codes(&l), [FindingCode::NotHeard]);
    l.ok("2026-03-11", acted(ActivityKind::Hear));
    assert_eq!(codes(&l), [FindingCode::NotHeard]);
    l.ok("2026-03-10", acted(ActivityKind::Hear));
    assert_eq!(codes(&l), []);
    // Heard about the old facts is not heard about the new ones.
    l.ok("2026-03-10", delivered(Delivery::Reply));
    l.ok("2026-03-12", resolved());
    l.ok("2026-04-01", reopened(ReopenReason::NewFacts));
    let reply = entry(91, "2026-04-02", Subject::matter(l.id), replied(0));
    l.book = l.book.clone().apply(&reply);
    assert_eq!(codes(&l), [FindingCode::NotHeard]);
    l.ok("2026-04-02", acted(ActivityKind::Hear));
    assert_eq!(codes(&l), []);
    for code in FindingCode::ALL {
        assert!(code.code().starts_with("audit/"));
    }
}
