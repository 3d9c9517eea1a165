//! Promises, habits and rounds; what meets, ends and restarts them.

use crate::facts::*;
use crate::ledger::Event;
use crate::rules::{Due, Standing};
use crate::testing::*;

fn village(against: CounterParty, danger: Danger) -> Ledger {
    let mut facts = registered(Channel::Visit, against);
    facts.danger = danger;
    Ledger::with(UnitKind::Village, "2026-03-02", facts)
}

#[test]
fn danger_is_reported_the_same_day_by_the_law_of_the_unit() {
    let l = village(CounterParty::Neighbour, Danger::Yes);
    assert_eq!(l.due("TJ-25", "2026-03-02"), "2026-03-02");
    assert_eq!(l.one("TJ-25", "2026-03-02").standing, Standing::Running);
    assert!(l.one("TJ-25", "2026-03-03").is_breach());
    assert!(l.owed("XF-25", "2026-03-02").is_empty());
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    facts.danger = Danger::Yes;
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    assert!(l.owed("TJ-25", "2026-03-02").is_empty());
    l.ok("2026-03-03", Event::Reported(Reported { to: "派出所".to_owned() }));
    assert_eq!(l.one("XF-25", "2026-03-03").standing, Standing::MetLate(d("2026-03-03")));
}

#[test]
fn work_done_before_the_matter_was_written_down_counts() {
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    let mut l = Ledger::new(UnitKind::Village);
    l.register("2026-03-02", "2026-03-09", facts, vec![]).unwrap();
    assert_eq!(l.due("CN-contact", "2026-03-09"), "2026-03-11");
    l.ok("2026-03-03", acted(ActivityKind::Contact));
    l.ok("2026-03-04", planned("2026-03-20"));
    assert_eq!(l.one("CN-contact", "2026-03-20").standing, Standing::Met(d("2026-03-03")));
    assert_eq!(l.one("CN-plan", "2026-03-20").standing, Standing::Met(d("2026-03-04")));
}

#[test]
fn local_promises_are_late_but_never_a_breach() {
    let mut l = village(CounterParty::Neighbour, Danger::No);
    for (rule, last, next) in
        [("CN-contact", "2026-03-04", "2026-03-05"), ("CN-plan", "2026-03-05", "2026-03-06")]
    {
        assert_eq!(l.due(rule, last), last);
        assert_eq!(l.one(rule, last).standing, Standing::Running);
        assert_eq!(l.one(rule, next).standing, Standing::Overdue);
        assert!(!l.one(rule, next).is_breach());
    }
    l.ok("2026-03-05", planned("2026-03-20"));
    assert_eq!(l.due("CN-planlimit", "2026-03-06"), "2026-03-20");
    l.ok("2026-03-10", planned("2026-03-25"));
    assert_eq!(l.due("CN-planlimit", "2026-03-10"), "2026-03-25");
    assert_eq!(l.one("CN-planlimit", "2026-03-26").standing, Standing::Overdue);
    l.ok("2026-03-25", agreed(&[]));
    assert_eq!(l.one("CN-planlimit", "2026-03-26").standing, Standing::Met(d("2026-03-25")));
}

#[test]
fn a_village_hands_up_what_is_about_itself_the_same_day() {
    let mut l = village(CounterParty::Collective, Danger::No);
    assert_eq!(l.due("CN-handup-own", "2026-03-02"), "2026-03-02");
    assert_eq!(l.one("CN-handup-own", "2026-03-03").standing, Standing::Overdue);
    l.ok("2026-03-02", handed_up());
    assert_eq!(l.one("CN-handup-own", "2026-03-03").standing, Standing::Met(d("2026-03-02")));
    assert_eq!(l.one("CN-contact", "2026-03-09").standing, Standing::Ended);
}

#[test]
fn failed_mediation_goes_up_in_one_working_day() {
    let mut l = village(CounterParty::Neighbour, Danger::No);
    l.ok("2026-03-03", mediated(MediationResult::Ongoing));
    assert!(l.owed("CN-handup", "2026-03-03").is_empty());
    l.ok("2026-03-06", mediated(MediationResult::Failed));
    assert_eq!(l.due("CN-handup", "2026-03-06"), "2026-03-09");
    assert_eq!(l.one("LX-mediate", "2026-03-06").standing, Standing::Met(d("2026-03-06")));
    l.ok("2026-03-10", handed_up());
    assert_eq!(l.one("CN-handup", "2026-03-10").standing, Standing::MetLate(d("2026-03-10")));
}

#[test]
fn a_month_of_mediation_is_not_said_of_labour_or_medical_disputes() {
    for (against, any) in [
        (CounterParty::Neighbour, true),
        (CounterParty::Employer, false),
        (CounterParty::Institution, false),
    ] {
        let mut l = village(against, Danger::No);
        l.ok("2026-03-03", mediated(MediationResult::Ongoing));
        assert_eq!(!l.owed("LX-mediate", "2026-03-03").is_empty(), any, "{against:?}");
    }
}

#[test]
fn what_an_office_granted_is_owed_by_its_day() {
    let mut l = Ledger::accepted("2026-03-02");
    let Event::Replied(mut reply) = replied(0) else { unreachable!() };
    reply.carry_out_by = Some(d("2026-04-10"));
    l.ok("2026-03-20", Event::Replied(reply));
    let granted = l.one("YD-office", "2026-04-11");
    assert_eq!((granted.due, granted.standing), (Due::On(d("2026-04-10")), Standing::Overdue));
    l.ok("2026-04-11", Event::Performed(checked(&granted.key)));
    let kept = l.one("YD-office", "2026-04-12");
    assert_eq!(kept.standing, Standing::MetLate(d("2026-04-11")));
}

#[test]
fn reopening_restarts_plan_and_observation() {
    let mut l = village(CounterParty::Neighbour, Danger::No);
    l.ok("2026-03-03", planned("2026-03-20"));
    l.ok("2026-03-10", agreed(&[]));
    l.ok("2026-03-12", resolved());
    // A Sunday: the follow-up rolls, the observation does not.
    assert_eq!(l.due("LX-follow1", "2026-03-12"), "2026-04-13");
    assert_eq!(l.due("LX-observe", "2026-03-12"), "2026-09-12");
    l.ok("2026-04-13", followed_up());
    assert_eq!(l.one("LX-follow1", "2026-04-13").standing, Standing::Met(d("2026-04-13")));
    l.ok("2026-05-11", reopened(ReopenReason::Recurred));
    assert_eq!(l.one("LX-observe", "2026-05-11").standing, Standing::Ended);
    assert_eq!(l.due("CN-plan", "2026-05-11"), "2026-05-14");
    assert_eq!(l.one("CN-plan", "2026-05-15").standing, Standing::Overdue);
    l.ok("2026-05-13", planned("2026-05-30"));
    assert_eq!(l.one("CN-plan", "2026-05-15").standing, Standing::Met(d("2026-05-13")));
    l.ok("2026-05-20", agreed(&[]));
    l.ok("2026-05-20", resolved());
    assert_eq!(l.due("LX-observe", "2026-05-20"), "2026-11-20");
    assert_eq!(l.one("LX-observe", "2026-11-20").standing, Standing::Running);
    // It stays until delisting is applied for; a refusal leaves it open.
    let over = l.one("LX-observe", "2026-11-21");
    assert_eq!((over.standing, over.is_breach()), (Standing::Overdue, false));
    l.ok("2026-11-23", delist_asked("村文书"));
    assert_eq!(l.one("LX-observe", "2026-11-23").standing, Standing::MetLate(d("2026-11-23")));
    l.ok("2026-11-24", delist_refused("综治主任"));
    assert_eq!(l.one("LX-observe", "2026-11-24").standing, Standing::Overdue);
}

#[test]
fn a_habit_that_rolls_into_an_unpublished_year_keeps_its_certain_day() {
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    let mut l = Ledger::with(UnitKind::Village, "2026-12-01", facts);
    l.ok("2026-12-02", agreed(&[]));
    l.ok("2026-12-03", resolved());
    // 2027-01-03 is a Sunday.
    let due = l.one("LX-follow1", "2026-12-03").due;
    assert_eq!(due, Due::Unanswerable { year: 2027, unrolled: Some(d("2027-01-03")) });
    // A working-day count that leaves the published years has no day at all.
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    let l = Ledger::with(UnitKind::Village, "2026-12-31", facts);
    let due = l.one("CN-contact", "2026-12-31").due;
    assert_eq!(due, Due::Unanswerable { year: 2027, unrolled: None });
}

#[test]
fn the_last_word_and_the_last_act_are_counted_from() {
    let mut l = village(CounterParty::Neighbour, Danger::No);
    assert_eq!(l.due("CN-tell", "2026-03-02"), "2026-04-01");
    assert_eq!(l.due("LX-idle", "2026-03-02"), "2026-03-16");
    l.ok("2026-03-10", acted(ActivityKind::Progress));
    l.ok("2026-03-11", planned("2026-06-30"));
    assert_eq!(l.due("CN-tell", "2026-03-11"), "2026-04-09");
    assert_eq!(l.due("LX-idle", "2026-03-11"), "2026-03-25");
    assert_eq!(l.one("LX-idle", "2026-03-25").standing, Standing::Running);
    let idle = l.one("LX-idle", "2026-03-26");
    assert_eq!((idle.standing, idle.is_breach()), (Standing::Overdue, false));
    // On the third list they are nearer, from the same days.
    l.ok("2026-03-12", tier_set(Tier::Three));
    assert!(l.owed("CN-tell", "2026-03-12").is_empty());
    assert_eq!(l.due("CN-tell3", "2026-03-12"), "2026-03-25");
    assert_eq!(l.due("LX-idle3", "2026-03-12"), "2026-03-18");
    // Written down late, the days before count; what was done since is not met by it.
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    let mut late = Ledger::new(UnitKind::Village);
    late.register("2026-03-02", "2026-03-10", facts, vec![]).unwrap();
    late.ok("2026-03-05", acted(ActivityKind::Progress));
    assert_eq!(late.due("CN-tell", "2026-03-11"), "2026-04-09");
    assert_eq!(late.one("CN-tell", "2026-03-11").standing, Standing::Running);
    for event in [handed_up(), withdrawn(None)] {
        let mut l = village(CounterParty::Neighbour, Danger::No);
        l.ok("2026-03-10", event);
        let open = |rule: &str| l.owed(rule, "2026-05-06").iter().any(|o| o.standing.is_open());
        assert!(!open("CN-tell") && !open("LX-idle"));
    }
}
