//! The clocks of a petition (条例 22–36).

use crate::facts::*;
use crate::ledger::Event;
use crate::rules::{Due, Note, Standing};
use crate::testing::*;
use crate::time::StepKind;

fn at(unit: UnitKind, channel: Channel) -> Ledger {
    Ledger::with(unit, "2026-03-02", registered(channel, CounterParty::Institution))
}

#[test]
fn the_fifteen_days_have_three_addressees() {
    use UnitKind::{Department, PetitionOffice, Township, Village};
    for (unit, channel, rule) in [
        (Township, Channel::Visit, Some("XF-23b")),
        (Department, Channel::Letter, Some("XF-23b")),
        (Township, Channel::Transferred, Some("XF-23c")),
        (Department, Channel::Assigned, Some("XF-23c")),
        (PetitionOffice, Channel::Visit, Some("XF-22")),
        (PetitionOffice, Channel::Transferred, Some("XF-22")),
        (Township, Channel::Sweep, None),
        (Township, Channel::Hotline, None),
        (Village, Channel::Visit, None),
    ] {
        let mut facts = registered(channel, CounterParty::Institution);
        facts.kind = Some(Kind::Petition);
        let mut l = Ledger::with(unit, "2026-03-02", facts);
        for clock in ["XF-22", "XF-23b", "XF-23c"] {
            let owed = l.owed(clock, "2026-03-02");
            assert_eq!(
                owed.len(),
                usize::from(rule == Some(clock)),
                "{unit:?} {channel:?} {clock}"
            );
        }
        let Some(rule) = rule else { continue };
        assert_eq!(l.due(rule, "2026-03-02"), "2026-03-17");
        assert_eq!(l.one(rule, "2026-03-17").standing, Standing::Running);
        assert!(l.one(rule, "2026-03-18").is_breach());
        l.ok("2026-03-17", notified());
        assert_eq!(l.one(rule, "2026-03-18").standing, Standing::Met(d("2026-03-17")));
    }
}

#[test]
fn who_cannot_be_reached_is_not_owed_a_notice() {
    let mut facts = registered(Channel::Letter, CounterParty::Institution);
    facts.reply_by = ReplyBy::NoContact;
    let l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    assert!(l.owed("XF-23b", "2026-03-02").is_empty());
    assert!(l.owed("CN-contact", "2026-03-02").is_empty());
}

#[test]
fn a_late_notice_is_met_late() {
    let mut l = at(UnitKind::Township, Channel::Visit);
    l.ok("2026-03-18", notified());
    assert_eq!(l.one("XF-23b", "2026-03-20").standing, Standing::MetLate(d("2026-03-18")));
}

#[test]
fn the_power_to_object_runs_out_and_is_no_breach() {
    let mut l = at(UnitKind::Township, Channel::Assigned);
    assert_eq!(l.due("XF-23d", "2026-03-02"), "2026-03-09");
    assert_eq!(l.one("XF-23d", "2026-03-09").standing, Standing::Running);
    let gone = l.one("XF-23d", "2026-03-10");
    assert_eq!(gone.standing, Standing::Closed);
    assert!(!gone.is_breach());
    l.ok("2026-03-09", objected());
    assert_eq!(l.one("XF-23d", "2026-03-10").standing, Standing::Met(d("2026-03-09")));
    assert_eq!(l.one("XF-23c", "2026-03-30").standing, Standing::Ended);
}

#[test]
fn sixty_days_wait_for_acceptance_and_are_for_the_sixth_item() {
    let mut l = at(UnitKind::Township, Channel::Visit);
    assert!(l.owed("XF-34a", "2026-03-02").is_empty());
    for route in [Route::R1, Route::R2, Route::R3, Route::R4, Route::R5] {
        l.ok("2026-03-02", classified(0, Some(route)));
        assert!(l.owed("XF-34a", "2026-03-02").is_empty());
    }
    l.ok("2026-03-02", classified(0, Some(Route::R6)));
    let pending = l.one("XF-34a", "2026-03-02");
    assert_eq!((pending.due, pending.standing), (Due::NotStarted, Standing::NotStarted));
    l.ok("2026-03-05", accepted());
    assert_eq!(l.due("XF-34a", "2026-03-05"), "2026-05-04");
    assert_eq!(l.one("XF-34a", "2026-05-04").standing, Standing::Running);
    assert!(l.one("XF-34a", "2026-05-05").is_breach());
    l.ok("2026-05-05", acted(ActivityKind::Hear));
    l.ok("2026-05-05", replied(0));
    assert_eq!(l.one("XF-34a", "2026-05-06").standing, Standing::MetLate(d("2026-05-05")));
}

#[test]
fn the_route_of_one_claim_says_nothing_about_another() {
    let mut facts = registered(Channel::Visit, CounterParty::Institution);
    facts.claims.push(claim(CounterParty::Institution));
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    l.ok("2026-03-02", classified(0, Some(Route::R4)));
    let Event::Classified(mut c) = classified(1, None) else { unreachable!() };
    c.class = Some(Class::Suggestion);
    l.ok("2026-03-02", Event::Classified(c));
    assert!(l.owed("XF-34a", "2026-03-02").is_empty());
}

#[test]
fn an_extension_reaches_day_ninety() {
    let mut l = Ledger::accepted("2026-03-02");
    assert_eq!(l.due("XF-34a", "2026-03-02"), "2026-05-01");
    l.ok("2026-05-01", extended(30));
    let clock = l.one("XF-34a", "2026-05-02");
    assert_eq!(clock.due, Due::On(d("2026-05-31")));
    assert!(clock.steps.iter().any(|s| s.kind == StepKind::Extended));
    assert_eq!(clock.standing, Standing::Running);
    assert!(l.one("XF-34a", "2026-06-01").is_breach());
}

#[test]
fn the_earlier_of_statutory_and_ordered_governs() {
    for (ordered, governed) in [("2026-04-01", "XF-34a"), ("2026-06-01", "XF-22c")] {
        let mut facts = registered(Channel::Assigned, CounterParty::Institution);
        facts.order = Some(Order { doc: String::new(), feedback_by: Some(d(ordered)) });
        let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
        l.ok("2026-03-02", classified(0, Some(Route::R6)));
        l.ok("2026-03-02", accepted());
        // Neither day moves the other.
        assert_eq!(l.due("XF-34a", "2026-03-03"), "2026-05-01");
        assert_eq!(l.due("XF-22c", "2026-03-03"), ordered);
        for rule in ["XF-34a", "XF-22c"] {
            let behind = l.one(rule, "2026-03-03").notes.contains(&Note::EarlierGoverns);
            assert_eq!(behind, rule == governed, "{rule}");
        }
        l.ok("2026-03-20", acted(ActivityKind::Hear));
        l.ok("2026-03-20", replied(0));
        l.ok("2026-03-20", delivered(Delivery::Reply));
        // A day set by a superior never shortens the citizen's.
        assert_eq!(l.due("XF-35a", "2026-03-20"), "2026-04-19");
    }
}

#[test]
fn a_citizens_window_shows_the_safe_day_and_a_hint() {
    let mut l = Ledger::accepted("2026-03-02");
    l.ok("2026-03-20", replied(0));
    l.ok("2026-03-20", delivered(Delivery::Reply));
    // 2026-04-19 is a Sunday.
    let window = l.one("XF-35a", "2026-03-21");
    assert_eq!(
        (window.due.clone(), window.hint),
        (Due::On(d("2026-04-19")), Some(d("2026-04-20")))
    );
    assert_eq!(window.told, Some(true));
    assert_eq!(l.one("XF-35a", "2026-04-19").standing, Standing::Running);
    // Whether it rolls is open, so it is not called lost on the day it may roll to.
    assert_eq!(l.one("XF-35a", "2026-04-20").standing, Standing::Running);
    let closed = l.one("XF-35a", "2026-04-21");
    assert_eq!(closed.standing, Standing::Closed);
    assert!(!closed.is_breach());
    l.ok("2026-04-19", Event::ReviewAsked(Asked::default()));
    assert_eq!(l.one("XF-35a", "2026-04-20").standing, Standing::Met(d("2026-04-19")));
    assert_eq!(l.due("XF-35b", "2026-04-20"), "2026-05-19");
    let late = l.one("XF-35b", "2026-05-20");
    assert_eq!(late.standing, Standing::Overdue);
    assert!(!late.is_breach(), "the reviewing body is late, not this unit");
}

#[test]
fn a_window_into_an_unpublished_year_keeps_its_certain_day() {
    let mut l = Ledger::accepted("2026-11-02");
    l.ok("2026-12-04", replied(0));
    l.ok("2026-12-04", delivered(Delivery::Reply));
    // 2027-01-03 is a Sunday of a year without an arrangement: certain day, no hint.
    let window = l.one("XF-35a", "2026-12-05");
    assert_eq!((window.due, window.hint), (Due::On(d("2027-01-03")), None));
}

#[test]
fn a_hearing_stops_only_the_recheck() {
    let mut l = Ledger::accepted("2026-03-02");
    l.ok("2026-03-10", replied(0));
    l.ok("2026-03-10", delivered(Delivery::Reply));
    l.ok("2026-03-11", Event::ReviewAsked(Asked::default()));
    l.ok("2026-03-20", Event::ReviewAnswered(answered()));
    l.ok("2026-03-20", delivered(Delivery::Review));
    assert_eq!(l.due("XF-36a", "2026-03-20"), "2026-04-19");
    l.ok("2026-04-01", Event::RecheckAsked(Asked::default()));
    let before: Vec<_> = l.assess("2026-04-10").obligations;
    assert_eq!(l.due("XF-36b", "2026-04-10"), "2026-05-01");
    l.ok("2026-04-08", Event::HearingHeld(HearingHeld { to: d("2026-04-10") }));
    let clock = l.one("XF-36b", "2026-04-10");
    assert_eq!((clock.due, clock.standing), (Due::On(d("2026-05-04")), Standing::Suspended));
    assert_eq!(l.one("XF-36b", "2026-04-11").standing, Standing::Running);
    for (old, new) in before.iter().zip(l.assess("2026-04-10").obligations) {
        assert!(old.rule == "XF-36b" || old.due == new.due, "{}", old.rule);
    }
    // A hearing after the last day suspends nothing any more.
    l.ok("2026-05-10", Event::HearingHeld(HearingHeld { to: d("2026-05-11") }));
    assert_eq!(l.one("XF-36b", "2026-05-10").standing, Standing::Overdue);
    l.ok("2026-05-12", Event::RecheckAnswered(answered()));
    assert_eq!(l.one("XF-36b", "2026-05-13").standing, Standing::MetLate(d("2026-05-12")));
}

#[test]
fn review_and_recheck_are_for_the_sixth_item() {
    let mut l = at(UnitKind::Township, Channel::Visit);
    l.ok("2026-03-02", classified(0, Some(Route::R4)));
    l.ok("2026-03-02", accepted());
    l.ok("2026-03-10", replied(0));
    l.ok("2026-03-10", delivered(Delivery::Reply));
    l.ok("2026-03-11", Event::ReviewAsked(Asked::default()));
    for rule in ["XF-35a", "XF-35b", "XF-36a", "XF-36b"] {
        assert!(l.owed(rule, "2026-03-12").is_empty(), "{rule}");
    }
}
