//! 少记: what may be written, and that nothing else can.

use crate::classify::{Wrongdoing, wrongdoing};
use crate::facts::*;
use crate::ledger::*;
use crate::testing::*;
use crate::{EntryId, Id, Subject};
use std::sync::Arc;

const ID: Id = Id::from_bytes([5; 10]);

fn number(text: &str) -> ReceiptNumber {
    ReceiptNumber::new(text).unwrap()
}

fn facts(kind: SealedKind) -> SealedRecorded {
    SealedRecorded {
        number: ReceiptNumber::default(),
        kind,
        channel: Channel::Visit,
        organ: Organ::Police,
        handed_on: d("2026-07-13"),
        also: vec![Organ::CivilAffairs, Organ::Police, Organ::Women],
        receipt: ReceiptNumber::default(),
        receipt_on: None,
        services: vec![Service::Shelter, Service::School, Service::LegalAid],
    }
}

fn seal(l: &mut Ledger, facts: SealedRecorded) -> Result<(), Rejection> {
    l.run(Command::Seal { id: ID, on: d("2026-07-13"), facts }, "2026-07-13")
}

fn follow(l: &mut Ledger, on: &str, facts: SealedFollowed) -> Result<(), Rejection> {
    l.run(Command::FollowSealed { id: ID, on: d(on), facts }, "2026-12-31")
}

fn followed(receipt: &str, done: &[Service]) -> SealedFollowed {
    SealedFollowed {
        receipt: number(receipt),
        receipt_on: None,
        done: done.to_vec(),
        services: vec![],
    }
}

fn strike(l: &mut Ledger, entry: EntryId) -> Result<(), Rejection> {
    l.run(Command::StrikeSealed { id: ID, entry }, "2026-12-31")
}

fn sealed(l: &Ledger) -> Sealed {
    Sealed::clone(l.book.sealed_one(ID).unwrap())
}

/// E8: reported the same day, three services, one figure and no matter.
#[test]
fn reported_and_followed_up() {
    let mut l = Ledger::new(UnitKind::Village);
    seal(&mut l, facts(SealedKind::Minor)).unwrap();
    let known = sealed(&l);
    let (on, recorded) = known.recorded.as_ref().unwrap();
    assert_eq!((*on, recorded.number.as_str()), (d("2026-07-13"), "SJ-2026-0001"));
    assert_eq!(recorded.also, [Organ::CivilAffairs, Organ::Women]);
    assert_eq!(known.open, [Service::Shelter, Service::School, Service::LegalAid]);
    assert_eq!((l.book.sealed().count(), l.book.matters().count()), (1, 0));
    follow(&mut l, "2026-07-14", followed("GA-2026-31", &[Service::Shelter])).unwrap();
    // Written late, of the day before.
    follow(&mut l, "2026-07-13", followed("", &[Service::School])).unwrap();
    let known = sealed(&l);
    assert_eq!((known.receipt.as_str(), known.receipt_on), ("GA-2026-31", Some(d("2026-07-14"))));
    assert_eq!(known.open, [Service::LegalAid]);
    assert_eq!(
        known.done,
        [(d("2026-07-13"), Service::School), (d("2026-07-14"), Service::Shelter)]
    );
    assert_eq!(audit(&l.book), []);
    // Entries may come in any order.
    let mut back = l.entries.clone();
    back.reverse();
    assert_eq!(Book::new().apply_all(&back).sealed_one(ID), l.book.sealed_one(ID));
}

#[test]
fn a_village_takes_no_report_of_wrongdoing() {
    let mut l = Ledger::new(UnitKind::Village);
    let no = Err(Rejection::NotNow(WhyNot::NotAVillageStep));
    assert_eq!(seal(&mut l, facts(SealedKind::Accusation)), no);
    assert_eq!(
        crate::ledger::decide(
            &Book::new(),
            Command::Seal { id: ID, on: d("2026-07-13"), facts: facts(SealedKind::Accusation) },
            d("2026-07-13")
        )
        .map(drop),
        no,
        "a unit that has not said what it is"
    );
    seal(&mut Ledger::new(UnitKind::Township), facts(SealedKind::Accusation)).unwrap();
}

#[test]
fn days_receipts_and_repeats_are_checked() {
    let mut l = Ledger::new(UnitKind::Township);
    let with = |change: &dyn Fn(&mut SealedRecorded)| {
        let mut facts = facts(SealedKind::Violence);
        change(&mut facts);
        facts
    };
    assert!(matches!(
        seal(&mut l, with(&|f| f.handed_on = d("2026-07-12"))),
        Err(Rejection::BeforeReceived { .. })
    ));
    assert!(matches!(
        seal(&mut l, with(&|f| f.handed_on = d("2026-07-14"))),
        Err(Rejection::InTheFuture { .. })
    ));
    assert_eq!(
        seal(&mut l, with(&|f| f.receipt_on = Some(d("2026-07-13")))),
        Err(Rejection::Missing("receipt"))
    );
    assert_eq!(
        seal(
            &mut l,
            with(&|f| {
                (f.receipt, f.receipt_on) = (number("7"), Some(d("2026-07-10")));
            })
        ),
        Err(Rejection::DayBefore("receipt_on", d("2026-07-13")))
    );
    seal(&mut l, with(&|_| ())).unwrap();
    assert_eq!(seal(&mut l, with(&|_| ())), Err(Rejection::IdTaken));
    l.id = ID;
    let matter = registered(Channel::Visit, CounterParty::Neighbour);
    assert_eq!(l.register("2026-07-13", "2026-07-13", matter, vec![]), Err(Rejection::IdTaken));
    assert_eq!(follow(&mut l, "2026-07-14", followed("", &[])), Err(Rejection::Missing("receipt")));
    assert!(matches!(
        follow(&mut l, "2026-07-12", followed("7", &[])),
        Err(Rejection::BeforeReceived { .. })
    ));
    let nobody = Command::FollowSealed {
        id: Id::from_bytes([6; 10]),
        on: d("2026-07-14"),
        facts: followed("7", &[]),
    };
    assert_eq!(l.run(nobody, "2026-07-14"), Err(Rejection::NoSuchMatter));
}

#[test]
fn taken_back_its_number_is_not_given_again() {
    let mut l = Ledger::new(UnitKind::Village);
    seal(&mut l, facts(SealedKind::Violence)).unwrap();
    let first = l.entries.last().unwrap().id;
    follow(&mut l, "2026-07-14", followed("7", &[Service::School])).unwrap();
    let second = l.entries.last().unwrap().id;
    strike(&mut l, second).unwrap();
    assert_eq!((sealed(&l).receipt.as_str(), sealed(&l).open.len()), ("", 3));
    let again = Err(Rejection::NotNow(WhyNot::AlreadyDone));
    assert_eq!(strike(&mut l, second), again);
    assert_eq!(strike(&mut l, entry_id(77)), Err(Rejection::NoSuchEntry));
    strike(&mut l, first).unwrap();
    assert_eq!(l.book.sealed().count(), 0);
    assert_eq!(follow(&mut l, "2026-07-15", followed("8", &[])), Err(Rejection::NoSuchMatter));
    let other = Command::Seal {
        id: Id::from_bytes([6; 10]),
        on: d("2026-07-13"),
        facts: facts(SealedKind::Minor),
    };
    l.run(other, "2026-07-15").unwrap();
    let number = l.book.sealed().next().unwrap().recorded.as_ref().unwrap().1.number.clone();
    assert_eq!(number.as_str(), "SJ-2026-0002");
}

#[test]
fn nothing_can_be_told_in_a_receipt_number() {
    for text in ["", "7", "SJ-2026-0001", "GA/2026.31", "12388-2026-77", "20261122-13800"] {
        assert_eq!(ReceiptNumber::new(text).map(|n| n.as_str().to_owned()), Some(text.to_owned()));
    }
    for text in [
        "张三1",
        "zhangsan1",
        "Wang7",
        "A",
        "-",
        "1 2",
        "第7号",
        "１２",
        "1234567890123456789012345",
        "23010219900307123X",
        "230102-19900307-1234",
        "230102/19900307/1234",
        "6222.0212.3456.7890.128",
        "13912345678",
        "139-1234-5678",
        "A/139.1234.5678",
    ] {
        assert_eq!(ReceiptNumber::new(text), None, "{text}");
    }
}

/// Every value of such an event is a day, a code, an id or a receipt number.
#[test]
fn no_event_about_it_has_a_place_for_words() {
    let written = [
        Event::SealedRecorded(SealedRecorded {
            receipt: number("7"),
            receipt_on: Some(d("2026-07-13")),
            number: number("SJ-2026-0001"),
            ..facts(SealedKind::Minor)
        }),
        Event::SealedFollowed(SealedFollowed {
            receipt_on: Some(d("2026-07-14")),
            services: vec![Service::Living],
            ..followed("7", &[Service::School])
        }),
        Event::SealedStruck(SealedStruck { entry: entry_id(7) }),
    ];
    for event in written {
        let data = event.data();
        let fields: Vec<String> = data.as_object().unwrap().keys().cloned().collect();
        for field in fields {
            let mut said = data.clone();
            said[&field] = "张三家里的事".into();
            let read = Event::from_parts(event.kind().code(), said);
            assert!(matches!(read, Err(EventError::Malformed(_))), "{field}");
        }
        // What else stands in a record is not read into the fact.
        let mut more = data.clone();
        more["note"] = "张三家里的事".into();
        if let Ok(read) = Event::from_parts(event.kind().code(), more) {
            assert_eq!(read.data(), data);
        }
    }
}

#[test]
fn what_belongs_here_is_written_nowhere_else() {
    let no = Err(Rejection::NotNow(WhyNot::ByNumberOnly));
    for kind in [UnitKind::Village, UnitKind::Township] {
        let mut l = Ledger::new(kind);
        let mut try_it = |change: &dyn Fn(&mut Registered)| {
            let mut facts = registered(Channel::Visit, CounterParty::Government);
            change(&mut facts);
            l.register("2026-03-02", "2026-03-02", facts, vec![])
        };
        assert_eq!(try_it(&|f| f.class = Some(Class::Accusation)), no);
        assert_eq!(try_it(&|f| f.category = Some("fam.harm".to_owned())), no);
        try_it(&|f| f.category = Some("fam.old".to_owned())).unwrap();
        let Event::Classified(c) = classified(0, None) else { unreachable!() };
        let accusation =
            Event::Classified(Classified { class: Some(Class::Accusation), ..c.clone() });
        l.not_now("2026-03-03", accusation.clone(), WhyNot::ByNumberOnly);
        let harm = Some("fam.harm".to_owned());
        let subject = Event::Classified(Classified { category: harm.clone(), ..c.clone() });
        l.not_now("2026-03-03", subject, WhyNot::ByNumberOnly);
        // Nor by way of a correction.
        let plain = l.ok("2026-03-03", Event::Classified(c));
        l.not_now(
            "2026-03-04",
            corrected(plain, "2026-03-03", accusation.clone()),
            WhyNot::ByNumberOnly,
        );
        let first = l.matter().entries()[0].id;
        let mut facts = l.state().registered.clone().unwrap();
        facts.category = harm;
        l.not_now(
            "2026-03-04",
            corrected(first, "2026-03-02", Event::Registered(facts)),
            WhyNot::ByNumberOnly,
        );
        // Where it stood before, the entry may still be corrected.
        let entry = l.force(900, "2026-03-05", accusation.clone());
        l.ok("2026-03-06", corrected(entry, "2026-03-04", accusation));
        // And no event about it under a matter.
        let event = Event::SealedRecorded(self::facts(SealedKind::Minor));
        assert_eq!(l.record("2026-07-13", event), Err(Rejection::NotRecordable));
    }
}

fn aim(claim: Option<u16>, answer: &str) -> Event {
    let answers = [("aim".to_owned(), answer.to_owned())].into_iter().collect();
    Event::FactsNoted(FactsNoted { claim, answers, note: String::new() })
}

#[test]
fn that_wrongdoing_is_reported_is_noted_of_no_matter() {
    let why = WhyNot::ByNumberOnly;
    for kind in [UnitKind::Village, UnitKind::Township] {
        let mut l = Ledger::new(kind);
        let mut facts = registered(Channel::Visit, CounterParty::Government);
        facts.claims.push(claim(CounterParty::Government));
        let mut reported = facts.clone();
        reported.answers.insert("aim".to_owned(), "report".to_owned());
        let on = "2026-03-02";
        let no = Err(Rejection::NotNow(why));
        assert_eq!(l.register(on, on, reported.clone(), vec![]), no);
        l.register(on, on, facts, vec![]).unwrap();
        let written = l.entries.len();
        for claim in [None, Some(1)] {
            l.not_now("2026-03-03", aim(claim, "report"), why);
        }
        assert_eq!(l.entries.len(), written);
        let own = l.ok("2026-03-03", aim(None, "own"));
        l.not_now("2026-03-04", corrected(own, "2026-03-03", aim(None, "report")), why);
        let first = l.matter().entries()[0].id;
        reported.number = l.state().registered.clone().unwrap().number;
        let entry = corrected(first, on, Event::Registered(reported));
        l.not_now("2026-03-04", entry, why);
        // Where an import brought it, the entry may be put right, and be corrected otherwise.
        let came = l.force(900, "2026-03-05", aim(Some(0), "report"));
        let rules = std::sync::Arc::clone(l.book.rules());
        assert_eq!(wrongdoing(l.state(), &rules), Wrongdoing::Part);
        l.ok("2026-03-06", corrected(came, "2026-03-04", aim(Some(0), "report")));
        l.ok("2026-03-07", corrected(came, "2026-03-04", aim(Some(0), "own")));
        assert_eq!(wrongdoing(l.state(), &rules), Wrongdoing::None);
        l.force(901, "2026-03-08", aim(None, "report"));
        assert_eq!(wrongdoing(l.state(), &rules), Wrongdoing::Part, "the first says otherwise");
        l.ok("2026-03-09", aim(Some(0), ""));
        assert_eq!(wrongdoing(l.state(), &rules), Wrongdoing::Whole);
    }
}

#[test]
fn words_that_came_in_from_elsewhere_are_found() {
    let mut l = Ledger::new(UnitKind::Village);
    seal(&mut l, facts(SealedKind::Minor)).unwrap();
    let subject = Subject::sealed(ID);
    let found = |entry: Arc<Entry>| {
        let book = l.book.clone().apply(&entry);
        assert_eq!(book.matters().count(), 0);
        let mut codes: Vec<_> = audit(&book).iter().map(|f| f.code).collect();
        codes.dedup();
        codes
    };
    let talk = entry(90, "2026-07-14", subject, acted(ActivityKind::Contact));
    assert_eq!(found(talk), [FindingCode::WrongSubject]);
    let gone = Event::SealedStruck(SealedStruck { entry: entry_id(77) });
    assert_eq!(found(entry(90, "2026-07-14", subject, gone)), [FindingCode::TargetMissing]);
    let orphan = Subject::sealed(Id::from_bytes([6; 10]));
    let event = Event::SealedFollowed(followed("7", &[]));
    assert_eq!(found(entry(90, "2026-07-14", orphan, event)), [FindingCode::NoRegistration]);
    let mut newer = Entry::clone(l.entries.last().unwrap());
    (newer.id, newer.event) = (entry_id(90), None);
    assert_eq!(found(Arc::new(newer)), [FindingCode::NewerRecord]);
    // And under a matter.
    let mut l = Ledger::with(
        UnitKind::Village,
        "2026-03-02",
        registered(Channel::Visit, CounterParty::Neighbour),
    );
    l.force(90, "2026-07-14", Event::SealedRecorded(facts(SealedKind::Minor)));
    assert_eq!(audit(&l.book)[0].code, FindingCode::WrongSubject);
}
