//! Corrections, strikes, and reopening: nothing is edited, everything counts.

use crate::facts::*;
use crate::ledger::*;
use crate::testing::*;

fn village() -> Ledger {
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    Ledger::with(UnitKind::Village, "2026-03-02", facts)
}

#[test]
fn a_correction_of_a_correction_corrects_the_fact() {
    let mut l = village();
    let first = l.ok("2026-03-03", planned("2026-03-20"));
    let second = l.ok("2026-03-05", corrected(first, "2026-03-03", planned("2026-03-21")));
    let third = l.ok("2026-03-06", corrected(second, "2026-03-04", planned("2026-03-22")));
    assert_eq!(l.state().plans.len(), 1);
    assert_eq!(
        (l.state().plans[0].0, l.state().plans[0].1.due),
        (d("2026-03-04"), d("2026-03-22"))
    );
    // Taken back, the one below stands again.
    let strike = l.ok("2026-03-07", struck(third));
    assert_eq!(l.state().plans[0].1.due, d("2026-03-21"));
    l.ok("2026-03-08", struck(strike));
    assert_eq!(l.state().plans[0].1.due, d("2026-03-22"));
    l.not_now("2026-03-08", struck(strike), WhyNot::AlreadyDone);
    l.ok("2026-03-09", struck(first));
    assert!(l.state().plans.is_empty());
    assert_eq!(
        l.record("2026-03-09", corrected(first, "2026-03-03", planned("2026-03-21"))),
        Err(Rejection::NoSuchEntry)
    );
    assert_eq!(l.record("2026-03-09", struck(entry_id(99))), Err(Rejection::NoSuchEntry));
}

#[test]
fn a_correction_is_of_the_same_type() {
    let mut l = village();
    let first = l.ok("2026-03-03", planned("2026-03-20"));
    let other = corrected(first, "2026-03-03", acted(ActivityKind::Hear));
    assert_eq!(l.record("2026-03-03", other), Err(Rejection::OtherType));
    let nested = corrected(first, "2026-03-03", struck(first));
    assert_eq!(l.record("2026-03-03", nested), Err(Rejection::OtherType));
}

#[test]
fn a_corrected_day_of_receipt_moves_every_clock() {
    let facts = registered(Channel::Visit, CounterParty::Institution);
    let mut l = Ledger::new(UnitKind::Township);
    l.register("2026-03-02", "2026-03-09", facts.clone(), vec![]).unwrap();
    assert_eq!(l.due("XF-23b", "2026-03-09"), "2026-03-17");
    let entry = l.matter().entries()[0].id;
    l.ok("2026-03-10", corrected(entry, "2026-02-24", Event::Registered(facts.clone())));
    assert_eq!(l.due("XF-23b", "2026-03-09"), "2026-03-11");
    // What no form asks for is kept.
    let kept = l.state().registered.clone().unwrap();
    assert_eq!((kept.registered_on, kept.number.as_str()), (d("2026-03-09"), "QH-2026-0001"));
    l.ok("2026-02-25", notified());
    assert_eq!(
        l.record("2026-03-10", corrected(entry, "2026-02-26", Event::Registered(facts))),
        Err(Rejection::DayBefore("received_on", d("2026-02-25")))
    );
}

#[test]
fn a_correction_contradicts_nothing() {
    let mut l = Ledger::accepted("2026-03-02");
    let reply = l.ok("2026-03-10", replied(0));
    assert_eq!(
        l.record("2026-03-11", corrected(reply, "2026-03-10", replied(4))),
        Err(Rejection::Missing("claim"))
    );
    l.ok("2026-03-11", corrected(reply, "2026-03-09", replied(0)));
    let entry = l.matter().entries()[0].id;
    let mut none = registered(Channel::Visit, CounterParty::Institution);
    none.claims.clear();
    assert_eq!(
        l.record("2026-03-11", corrected(entry, "2026-03-02", Event::Registered(none))),
        Err(Rejection::Missing("claims"))
    );
    let mut l = Ledger::accepted("2026-03-02");
    let extension = l.ok("2026-03-10", extended(10));
    l.not_now(
        "2026-06-01",
        corrected(extension, "2026-05-02", extended(10)),
        WhyNot::SixtyDaysOver,
    );
    l.ok("2026-06-01", corrected(extension, "2026-05-01", extended(20)));
    assert_eq!(l.due("XF-34a", "2026-06-01"), "2026-05-21");
}

#[test]
fn promises_keep_their_key_through_corrections() {
    let mut l = village();
    let entry =
        l.ok("2026-03-03", agreed(&[("2026-03-10", Owes::Party), ("2026-03-20", Owes::Party)]));
    let keys: Vec<String> = l.state().promises.iter().map(|p| p.key.clone()).collect();
    l.ok("2026-03-20", Event::Performed(checked(&keys[1])));
    assert_eq!(
        l.record(
            "2026-03-21",
            corrected(entry, "2026-03-03", agreed(&[("2026-03-10", Owes::Party)]))
        ),
        Err(Rejection::Missing("terms"))
    );
    let again = agreed(&[("2026-03-12", Owes::Party), ("2026-03-22", Owes::Party)]);
    let second = l.ok("2026-03-21", corrected(entry, "2026-03-04", again.clone()));
    l.ok("2026-03-21", corrected(second, "2026-03-04", again));
    let after: Vec<String> = l.state().promises.iter().map(|p| p.key.clone()).collect();
    assert_eq!(keys, after);
    assert_eq!(l.state().promises[1].performed, Some(d("2026-03-20")));
    assert_eq!(l.state().promises[0].due, d("2026-03-12"));
}

#[test]
fn a_struck_registration_takes_the_matter_off_the_book() {
    let mut l = village();
    let entry = l.matter().entries()[0].id;
    let strike = l.ok("2026-03-03", struck(entry));
    assert_eq!(l.book.matters().count(), 0);
    assert_eq!(l.record("2026-03-03", at_once()), Err(Rejection::NoSuchMatter));
    l.ok("2026-03-03", struck(strike));
    assert_eq!(l.book.matters().count(), 1);
}

#[test]
fn handled_at_once_may_come_back() {
    let mut l = village();
    l.ok("2026-03-02", at_once());
    l.ok("2026-03-02", reopened(ReopenReason::Recurred));
    assert_eq!(l.matter().stage(), Stage::Open);
    // The plan of the new round is owed, although both lie on one day.
    assert_eq!(l.due("CN-plan", "2026-03-03"), "2026-03-05");
    assert!(l.one("CN-plan", "2026-03-03").standing.is_open());
    l.ok("2026-03-04", at_once());
    assert_eq!(l.matter().stage(), Stage::Done);
}

#[test]
fn a_new_round_is_answered_anew_unless_only_carrying_out_was_missing() {
    for (reason, again) in [(ReopenReason::NotCarriedOut, false), (ReopenReason::NewFacts, true)] {
        let mut l = Ledger::accepted("2026-03-02");
        l.ok("2026-03-10", replied(0));
        l.ok("2026-03-10", delivered(Delivery::Reply));
        l.ok("2026-03-12", resolved());
        l.ok("2026-06-01", reopened(reason));
        if again {
            l.not_now("2026-06-02", resolved(), WhyNot::NothingSettled);
            l.ok("2026-06-02", accepted());
            assert_eq!(l.due("XF-34a", "2026-06-02"), "2026-08-01");
            // What is new is heard anew.
            l.not_now("2026-06-05", replied(0), WhyNot::HearFirst);
            l.ok("2026-06-05", acted(ActivityKind::Hear));
            l.ok("2026-06-05", replied(0));
            l.ok("2026-06-06", delivered(Delivery::Reply));
            assert_eq!(l.due("XF-35a", "2026-06-06"), "2026-07-06");
        } else {
            l.not_now("2026-06-02", replied(0), WhyNot::AlreadyDone);
            assert_eq!(l.due("XF-34a", "2026-06-02"), "2026-05-01");
        }
        l.ok("2026-06-07", resolved());
        assert_eq!(l.due("LX-observe", "2026-06-07"), "2026-12-07");
    }
}
