//! 「办不了，因为…」: what it does to each kind of deadline, late, corrected, taken back,
//! and where it is refused.

use crate::facts::*;
use crate::ledger::*;
use crate::rules::Standing;
use crate::testing::*;

fn hindered(rule: &str, key: &str, again_by: Option<&str>) -> Event {
    Event::Hindered(Hindered {
        rule: rule.to_owned(),
        key: key.to_owned(),
        cause: Hindrance::Absent,
        why: "反映人在外地，月底回来".to_owned(),
        again_by: again_by.map(d),
        post: "村文书".to_owned(),
    })
}

fn village() -> Ledger {
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    Ledger::with(UnitKind::Village, "2026-03-02", facts)
}

fn is_answered(l: &Ledger, rule: &str, today: &str) -> bool {
    l.one(rule, today).hindered.is_some()
}

#[test]
fn what_the_law_sets_stays_overdue_and_the_reason_stands_beside_it() {
    let mut l = Ledger::accepted("2026-03-02");
    assert!(l.one("XF-34a", "2026-05-10").is_breach());
    l.ok("2026-05-06", hindered("XF-34a", "", Some("2026-05-20")));
    let owed = l.one("XF-34a", "2026-05-10");
    assert!(owed.is_breach(), "the reason excuses nothing");
    let said = owed.hindered.expect("the reason stands beside it");
    assert_eq!((said.on, said.said.again_by), (d("2026-05-06"), Some(d("2026-05-20"))));
    let tier = l.assess("2026-05-10").tier.computed;
    assert_eq!(tier, crate::classify::TierAnswer::On(Tier::Three), "A3 is not talked away");
    // Said again, the last word stands; done, nothing of it is left.
    l.ok("2026-05-20", hindered("XF-34a", "", None));
    assert_eq!(l.one("XF-34a", "2026-05-21").hindered.unwrap().on, d("2026-05-20"));
    l.ok("2026-05-22", acted(ActivityKind::Hear));
    l.ok("2026-05-22", replied(0));
    let met = l.one("XF-34a", "2026-05-23");
    assert_eq!((met.standing, met.hindered), (Standing::MetLate(d("2026-05-22")), None));
}

#[test]
fn a_day_set_by_a_superior_stays_too() {
    let mut facts = registered(Channel::Assigned, CounterParty::Government);
    facts.order = Some(Order { doc: String::new(), feedback_by: Some(d("2026-03-20")) });
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    l.ok("2026-03-23", hindered("XF-22c", "", None));
    let owed = l.one("XF-22c", "2026-03-23");
    assert_eq!(owed.standing, Standing::Overdue);
    assert!(owed.hindered.is_some());
}

#[test]
fn the_offices_own_word_ends_and_a_later_start_begins_anew() {
    let mut l = village();
    assert_eq!(l.one("CN-contact", "2026-03-06").standing, Standing::Overdue);
    l.ok("2026-03-06", hindered("CN-contact", "", None));
    assert_eq!(l.one("CN-contact", "2026-03-06").standing, Standing::Ended);
    assert!(is_answered(&l, "CN-contact", "2026-03-06"));
    // Other duties are not touched, and nothing was done about the matter.
    assert_eq!(l.one("CN-plan", "2026-03-06").standing, Standing::Overdue);
    assert_eq!(l.state().last_activity, None);
    // Contacted after all: met, late.
    l.ok("2026-03-09", acted(ActivityKind::Contact));
    assert_eq!(l.one("CN-contact", "2026-03-09").standing, Standing::MetLate(d("2026-03-09")));
}

#[test]
fn a_habit_runs_again_from_the_next_activity_also_of_the_same_day() {
    let mut l = village();
    l.ok("2026-03-17", hindered("LX-idle", "", None));
    assert_eq!(l.one("LX-idle", "2026-03-17").standing, Standing::Ended);
    l.ok("2026-03-17", acted(ActivityKind::SiteVisit));
    let again = l.one("LX-idle", "2026-03-18");
    assert_eq!((again.standing, again.hindered), (Standing::Running, None));
    // Said on that day after the visit, it is about the new days.
    l.ok("2026-03-17", hindered("LX-idle", "", None));
    assert_eq!(l.one("LX-idle", "2026-03-18").standing, Standing::Ended);
}

#[test]
fn a_promise_of_the_office_is_answered_one_by_one_and_stays_open() {
    let mut l = village();
    let terms = [("2026-03-10", Owes::Office), ("2026-03-12", Owes::Office)];
    l.ok("2026-03-04", agreed(&terms));
    let key = l.state().promises[0].key.clone();
    l.ok("2026-03-11", hindered("YD-office", &key, Some("2026-03-20")));
    let owed = l.owed("YD-office", "2026-03-13");
    let standing: Vec<Standing> = owed.iter().map(|o| o.standing).collect();
    assert_eq!(standing, [Standing::Ended, Standing::Overdue]);
    // It was not carried out: no resolution yet.
    l.not_now("2026-03-13", resolved(), WhyNot::PromisesOpen);
}

#[test]
fn written_late_corrected_and_taken_back() {
    let mut l = village();
    l.ok("2026-03-10", acted(ActivityKind::Contact));
    // On the 6th nobody had been reached: that may still be said.
    let entry = l.ok("2026-03-06", hindered("CN-contact", "", None));
    assert_eq!(l.one("CN-contact", "2026-03-11").standing, Standing::MetLate(d("2026-03-10")));
    l.not_now("2026-03-10", hindered("CN-contact", "", None), WhyNot::NothingOwed);
    l.ok("2026-03-11", corrected(entry, "2026-03-06", hindered("CN-plan", "", None)));
    assert!(is_answered(&l, "CN-plan", "2026-03-11"));
    let wrong = corrected(entry, "2026-03-06", hindered("XF-35a", "", None));
    assert_eq!(l.record("2026-03-11", wrong), Err(Rejection::NotNow(WhyNot::NothingOwed)));
    l.ok("2026-03-11", struck(entry));
    assert_eq!(l.one("CN-plan", "2026-03-11").standing, Standing::Overdue);
}

#[test]
fn nobody_elses_days_are_answered_and_no_power() {
    let mut l = village();
    l.ok("2026-03-04", agreed(&[("2026-03-10", Owes::Party)]));
    let key = l.state().promises[0].key.clone();
    l.not_now("2026-03-11", hindered("YD-party", &key, None), WhyNot::NothingOwed);
    l.not_now("2026-03-11", hindered("XF-34a", "", None), WhyNot::NothingOwed);
    // The citizen's right to a review; the power to object.
    let mut l = Ledger::accepted("2026-03-02");
    l.ok("2026-03-20", acted(ActivityKind::Hear));
    l.ok("2026-03-20", replied(0));
    l.ok("2026-03-20", delivered(Delivery::Reply));
    l.not_now("2026-03-23", hindered("XF-35a", "", None), WhyNot::NothingOwed);
    let facts = registered(Channel::Transferred, CounterParty::Government);
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    assert_eq!(l.one("XF-23d", "2026-03-04").standing, Standing::Running);
    l.not_now("2026-03-04", hindered("XF-23d", "", None), WhyNot::NothingOwed);
}

#[test]
fn it_says_why_who_and_no_day_before() {
    let mut l = village();
    let early = hindered("CN-contact", "", Some("2026-03-05"));
    let before = Err(Rejection::DayBefore("again_by", d("2026-03-06")));
    assert_eq!(l.record("2026-03-06", early), before);
    let Event::Hindered(mut silent) = hindered("CN-contact", "", None) else { unreachable!() };
    silent.why = " ".to_owned();
    let missing = Err(Rejection::Missing("why"));
    assert_eq!(l.record("2026-03-06", Event::Hindered(silent)), missing);
}
