//! What is refused, and that lateness never is.

use crate::Id;
use crate::facts::*;
use crate::ledger::*;
use crate::testing::*;

fn village() -> Ledger {
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    Ledger::with(UnitKind::Village, "2026-03-02", facts)
}

#[test]
fn late_is_fine_future_and_before_received_are_not() {
    let mut l = Ledger::new(UnitKind::Village);
    let facts = || registered(Channel::Visit, CounterParty::Neighbour);
    assert_eq!(
        l.register("2026-03-03", "2026-03-02", facts(), vec![]),
        Err(Rejection::InTheFuture { on: d("2026-03-03"), today: d("2026-03-02") })
    );
    l.register("2026-03-02", "2026-05-06", facts(), vec![]).unwrap();
    assert_eq!(l.state().registered.as_ref().unwrap().registered_on, d("2026-05-06"));
    l.ok("2026-03-02", acted(ActivityKind::Contact));
    assert_eq!(
        l.record("2026-03-01", acted(ActivityKind::Contact)),
        Err(Rejection::BeforeReceived { on: d("2026-03-01"), received: d("2026-03-02") })
    );
    assert!(matches!(
        l.record("2027-01-01", acted(ActivityKind::Contact)),
        Err(Rejection::InTheFuture { .. })
    ));
}

#[test]
fn what_was_done_before_the_settlement_may_be_written_after_it() {
    let mut l = village();
    l.ok("2026-03-10", agreed(&[]));
    l.ok("2026-03-12", resolved());
    l.ok("2026-03-05", acted(ActivityKind::Contact));
    l.ok("2026-03-06", mediated(MediationResult::Ongoing));
    l.ok("2026-03-06", planned("2026-03-20"));
    assert_eq!(l.matter().stage(), Stage::Observing);
}

#[test]
fn what_comes_first_has_the_earlier_day() {
    let facts = registered(Channel::Visit, CounterParty::Institution);
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    // The route was written down late; it has no day of its own.
    l.ok("2026-03-20", classified(0, Some(Route::R6)));
    l.ok("2026-03-10", accepted());
    l.not_now("2026-03-05", replied(0), WhyNot::NotAccepted);
    l.not_now("2026-03-05", accepted(), WhyNot::AlreadyDone);
    l.ok("2026-03-12", acted(ActivityKind::Hear));
    l.not_now("2026-03-11", replied(0), WhyNot::HearFirst);
    l.ok("2026-03-15", replied(0));
    l.not_now("2026-03-12", delivered(Delivery::Reply), WhyNot::NotReplied);
    l.ok("2026-03-15", delivered(Delivery::Reply));
    l.ok("2026-04-01", resolved());
    l.not_now("2026-03-05", accepted(), WhyNot::AlreadyDone);
    l.not_now("2026-03-20", Event::ReviewAnswered(answered()), WhyNot::NoReview);
}

#[test]
fn performance_comes_after_the_promise() {
    let mut l = village();
    l.ok("2026-03-10", agreed(&[("2026-03-20", Owes::Party)]));
    let key = l.state().promises[0].key.clone();
    l.not_now("2026-03-05", Event::Performed(checked(&key)), WhyNot::NoPromises);
    l.ok("2026-03-25", Event::Performed(checked(&key)));
    // Missed first, performed later; the first was written down last.
    l.ok("2026-03-21", Event::NotPerformed(checked(&key)));
    let promise = &l.state().promises[0];
    assert_eq!((promise.missed, promise.performed), (Some(d("2026-03-21")), Some(d("2026-03-25"))));
}

#[test]
fn texts_say_something_and_end() {
    let mut l = Ledger::new(UnitKind::Village);
    let facts = || registered(Channel::Visit, CounterParty::Neighbour);
    let mut check = |change: &dyn Fn(&mut Registered), want: Rejection| {
        let mut facts = facts();
        change(&mut facts);
        assert_eq!(l.register("2026-03-02", "2026-03-02", facts, vec![]), Err(want));
    };
    check(&|f| f.title = " 　".to_owned(), Rejection::Missing("title"));
    check(&|f| f.title = "沟".repeat(25), Rejection::TooLong("title", 25, TITLE_MAX));
    check(&|f| f.story = "沟".repeat(501), Rejection::TooLong("story", 501, STORY_MAX));
    check(&|f| f.claims.clear(), Rejection::Missing("claims"));
    check(&|f| f.claims[0].text.clear(), Rejection::Missing("claims"));
    check(
        &|f| f.claims = vec![claim(CounterParty::Family); 51],
        Rejection::TooLong("claims", 51, 50),
    );
    let mut fits = facts();
    (fits.title, fits.story) = ("沟".repeat(24), "沟".repeat(500));
    l.register("2026-03-02", "2026-03-02", fits, vec![]).unwrap();
    let long = Event::Accepted(Accepted { doc: "号".repeat(TEXT_MAX + 1) });
    assert!(l.record("2026-03-02", long).is_err());
    assert_eq!(
        l.record("2026-03-05", planned("2026-03-04")),
        Err(Rejection::DayBefore("due", d("2026-03-05")))
    );
    assert_eq!(
        l.record("2026-03-05", agreed(&[("2026-03-04", Owes::Party)])),
        Err(Rejection::DayBefore("terms", d("2026-03-05")))
    );
}

#[test]
fn numbers_run_on_and_are_never_filled_in() {
    let mut l = Ledger::new(UnitKind::Village);
    let facts = || registered(Channel::Visit, CounterParty::Neighbour);
    let mut next = |at: u8, number: &str, today: &str| {
        l.id = Id::from_bytes([at; 10]);
        let mut facts = facts();
        facts.number = number.to_owned();
        l.register(today, today, facts, vec![]).unwrap();
        l.matter().number().to_owned()
    };
    assert_eq!(next(1, "", "2026-03-02"), "QH-2026-0001");
    assert_eq!(next(2, "QH-2026-0007", "2026-03-02"), "QH-2026-0007");
    assert_eq!(next(3, "", "2026-03-02"), "QH-2026-0008");
    assert_eq!(next(4, "QH-2026-99999999999", "2026-03-02"), "QH-2026-99999999999");
    assert_eq!(next(5, "", "2026-12-31"), "QH-2026-0009");
    assert_eq!(next(6, "", "2027-01-01"), "QH-2027-0001");
    // A matter renumbered by a correction counts too.
    let entry = l.matter().entries()[0].id;
    let mut again = facts();
    again.number = "QH-2027-0040".to_owned();
    l.run(
        Command::Record {
            matter: l.id,
            facts: vec![(
                d("2027-01-01"),
                corrected(entry, "2027-01-01", Event::Registered(again)),
            )],
        },
        "2027-01-01",
    )
    .unwrap();
    assert_eq!(l.matter().number(), "QH-2027-0040");
    assert_eq!(next_number(&l.book, d("2027-01-02")), "QH-2027-0041");
}

#[test]
fn one_command_may_hold_several_facts_and_writes_all_or_none() {
    let mut l = Ledger::new(UnitKind::Village);
    let facts = || registered(Channel::Visit, CounterParty::Neighbour);
    let day = d("2026-03-02");
    let bad = vec![(day, at_once()), (day, resolved())];
    assert!(l.register("2026-03-02", "2026-03-02", facts(), bad).is_err());
    assert!(l.book.matter(l.id).is_none());
    l.register("2026-03-02", "2026-03-02", facts(), vec![(day, at_once())]).unwrap();
    assert_eq!(l.matter().stage(), Stage::Done);
    assert_eq!(l.register("2026-03-02", "2026-03-02", facts(), vec![]), Err(Rejection::IdTaken));
    l.id = Id::from_bytes([2; 10]);
    let then = vec![(day, agreed(&[("2026-03-10", Owes::Party)]))];
    l.register("2026-03-02", "2026-03-02", facts(), then).unwrap();
    assert_eq!(l.matter().stage(), Stage::Performing);
    l.id = Id::from_bytes([3; 10]);
    assert_eq!(l.record("2026-03-02", at_once()), Err(Rejection::NoSuchMatter));
    let twice = vec![(day, Event::Registered(facts()))];
    assert_eq!(
        l.register("2026-03-02", "2026-03-02", facts(), twice),
        Err(Rejection::NotRecordable)
    );
}

#[test]
fn classifying_and_accepting_is_one_command() {
    let facts = registered(Channel::Visit, CounterParty::Institution);
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    let day = d("2026-03-03");
    let both = vec![(day, classified(0, Some(Route::R6))), (day, accepted())];
    l.run(Command::Record { matter: l.id, facts: both }, "2026-03-03").unwrap();
    assert_eq!(l.state().accepted_on, Some(day));
}

#[test]
fn a_route_is_for_appeals() {
    let facts = registered(Channel::Visit, CounterParty::Institution);
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    let Event::Classified(mut c) = classified(0, Some(Route::R6)) else { unreachable!() };
    c.class = Some(Class::Suggestion);
    l.not_now("2026-03-03", Event::Classified(c), WhyNot::OnlyAppeals);
    assert_eq!(
        l.record("2026-03-03", classified(1, Some(Route::R6))),
        Err(Rejection::Missing("claim"))
    );
}

#[test]
fn time_is_extended_by_thirty_days_within_sixty() {
    let mut l = Ledger::accepted("2026-03-02");
    assert_eq!(l.record("2026-03-05", extended(31)), Err(Rejection::TooLong("days", 31, 30)));
    assert_eq!(l.record("2026-03-05", extended(0)), Err(Rejection::Missing("days")));
    l.not_now("2026-05-02", extended(30), WhyNot::SixtyDaysOver);
    l.ok("2026-05-01", extended(30));
    l.not_now("2026-05-01", extended(1), WhyNot::AlreadyDone);
}

#[test]
fn numbers_of_cards_are_masked_in_every_text() {
    let number = "23012419900307241X";
    let mut l = Ledger::new(UnitKind::Village);
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    facts.story = format!("身份证{number}");
    facts.claims[0].text = number.to_owned();
    facts.answers.insert("work_months".to_owned(), number.to_owned());
    let day = d("2026-03-02");
    let note = Acted { activity: ActivityKind::Contact, note: number.to_owned() };
    l.register("2026-03-02", "2026-03-02", facts, vec![(day, Event::Acted(note))]).unwrap();
    let last = l.entries.last().unwrap().id;
    let note = Acted { activity: ActivityKind::Hear, note: number.to_owned() };
    l.ok("2026-03-02", corrected(last, "2026-03-02", Event::Acted(note)));
    for entry in l.entries.iter().skip(3) {
        let text = entry.event.as_ref().unwrap().data().to_string();
        assert!(!text.contains("1990"), "{text}");
    }
}

#[test]
fn ids_are_not_masked_for_looking_like_a_card() {
    // 4111 1111 1111 1111 passes the check of card numbers.
    let id = "4111111111111111".repeat(4).parse().unwrap();
    let note = Acted { activity: ActivityKind::Hear, note: "4111111111111111".to_owned() };
    let Event::Corrected(c) = corrected(id, "2026-03-02", Event::Acted(note)).masked() else {
        unreachable!()
    };
    assert_eq!(c.entry, id);
    assert!(!c.event.data().to_string().contains("4111"));
    let kept = Event::Performed(checked("4111111111111111.0"));
    assert_eq!(kept.clone().masked(), kept);
}

#[test]
fn what_a_newer_program_wrote_blocks_commands() {
    let mut l = village();
    let mut entry = Entry::clone(l.entries.last().unwrap());
    (entry.id, entry.time.ms, entry.event) = (entry_id(900), 900, None);
    l.book = l.book.clone().apply(&std::sync::Arc::new(entry.clone()));
    assert_eq!(l.record("2026-03-03", at_once()), Err(Rejection::NewerRecords));
    let places = || Command::ListPlaces(PlacesListed { places: vec![] });
    l.run(places(), "2026-03-03").unwrap();
    (entry.subject, entry.id) = (l.entries[0].subject, entry_id(901));
    l.book = l.book.clone().apply(&std::sync::Arc::new(entry));
    assert_eq!(l.run(places(), "2026-03-03"), Err(Rejection::NewerRecords));
}

#[test]
fn packs_and_calendars_that_do_not_read_are_refused() {
    let mut l = Ledger::new(UnitKind::Village);
    let text = || TextAdopted { name: "x".to_owned(), text: "{}".to_owned() };
    assert!(matches!(l.run(Command::AdoptPack(text()), "2026-03-02"), Err(Rejection::BadPack(_))));
    assert!(matches!(
        l.run(Command::AdoptCalendar(text()), "2026-03-02"),
        Err(Rejection::BadCalendar(_))
    ));
    let three = r#"{"kind":"years","days":{"2027":{"off":["2027-01-01","2027-05-01","2027-10-01"],"work":[],"source":"x"}}}"#;
    let before = l.book.calendar().clone();
    let three = TextAdopted { name: "x".to_owned(), text: three.to_owned() };
    assert_eq!(
        l.run(Command::AdoptCalendar(three), "2026-03-02"),
        Err(Rejection::BadCalendar(crate::time::CalendarError::NotOff(d("2027-05-02"))))
    );
    assert_eq!(*l.book.calendar(), before);
}
