//! The days of the worked examples (practice section 16).

use crate::facts::*;
use crate::ledger::Event;
use crate::rules::Standing;
use crate::testing::*;

#[test]
fn e1_drainage_between_neighbours() {
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    let mut l = Ledger::with(UnitKind::Village, "2026-04-16", facts);
    assert_eq!(l.due("CN-contact", "2026-04-16"), "2026-04-20");
    assert_eq!(l.due("CN-plan", "2026-04-16"), "2026-04-21");
    l.ok("2026-04-16", mediated(MediationResult::Ongoing));
    assert_eq!(l.due("LX-mediate", "2026-04-16"), "2026-05-16");
    l.ok("2026-04-20", agreed(&[("2026-04-30", Owes::Party), ("2026-05-15", Owes::Party)]));
    let promises = l.owed("YD-party", "2026-05-01");
    let days: Vec<_> = promises.iter().filter_map(|o| o.due.day()).collect();
    assert_eq!(days, [d("2026-04-30"), d("2026-05-15")]);
    assert_eq!(promises[0].standing, Standing::Overdue);
    assert!(!promises[0].is_breach(), "what parties agreed is never in red");
    assert_eq!(promises[1].standing, Standing::Running);
    // Each is met by the fact that names it, and by no other.
    l.ok("2026-04-30", Event::Performed(checked(&promises[0].key)));
    l.ok("2026-05-16", Event::Performed(checked(&promises[1].key)));
    let standings: Vec<_> = l.owed("YD-party", "2026-05-20").iter().map(|o| o.standing).collect();
    let (first, second) = (d("2026-04-30"), d("2026-05-16"));
    assert_eq!(standings, [Standing::Met(first), Standing::MetLate(second)]);
    let mut l2 = Ledger::with(
        UnitKind::Village,
        "2026-04-16",
        registered(Channel::Visit, CounterParty::Neighbour),
    );
    l2.ok("2026-04-20", agreed(&[]));
    l2.ok("2026-05-15", resolved());
    assert_eq!(l2.due("LX-follow1", "2026-05-15"), "2026-06-15");
    assert_eq!(l2.due("LX-observe", "2026-05-15"), "2026-11-15");
    // No clock of 条例 22–36 runs in a village.
    assert!(l.assess("2026-05-01").obligations.iter().all(|o| !o.rule.starts_with("XF-")));
}

#[test]
fn e2_wages_before_mid_autumn() {
    let mut facts = registered(Channel::Visit, CounterParty::Employer);
    facts.people = Some(14);
    facts.answers.insert("livelihood".to_owned(), "yes".to_owned());
    let mut l = Ledger::with(UnitKind::Township, "2026-09-18", facts);
    l.ok("2026-09-18", classified(0, Some(Route::R5)));
    // Sunday 09-20 is a working day; the fifteen days end on a Saturday and stay there.
    assert_eq!(l.due("CN-plan", "2026-09-18"), "2026-09-22");
    assert_eq!(l.due("XF-23b", "2026-09-18"), "2026-10-03");
    assert!(l.owed("XF-34a", "2026-09-18").is_empty(), "sixty days are for 31(六) only");
}

#[test]
fn e4_and_e10_fifteen_days_and_the_plan() {
    for (on, against, fifteen, plan) in [
        ("2026-05-11", CounterParty::Government, "2026-05-26", "2026-05-14"),
        ("2026-04-08", CounterParty::Collective, "2026-04-23", "2026-04-13"),
    ] {
        let l = Ledger::with(UnitKind::Township, on, registered(Channel::Visit, against));
        assert_eq!(l.due("XF-23b", on), fifteen);
        assert_eq!(l.due("CN-plan", on), plan);
    }
}

#[test]
fn e6_a_suggestion_is_told_and_has_no_sixty_days() {
    let mut facts = registered(Channel::Net, CounterParty::Government);
    facts.class = Some(Class::Suggestion);
    let l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    assert_eq!(l.due("XF-23b", "2026-03-02"), "2026-03-17");
    assert!(l.owed("XF-34a", "2026-03-02").is_empty());
    assert!(l.owed("CN-plan", "2026-03-02").is_empty(), "on no list, no plan");
}
