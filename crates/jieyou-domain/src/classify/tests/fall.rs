//! A fall from 三级 waits for a person, and a person's decision for the next consult.

use crate::classify::{Assessment, TierAnswer};
use crate::facts::*;
use crate::ledger::Event;
use crate::rules::{RuleSet, Setting, next_consult};
use crate::testing::*;

pub(super) fn matter(change: impl Fn(&mut Registered)) -> Ledger {
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    change(&mut facts);
    Ledger::with(UnitKind::Village, "2026-03-02", facts)
}

pub(super) fn answer(id: &'static str, value: &'static str) -> impl Fn(&mut Registered) {
    move |f| drop(f.answers.insert(id.to_owned(), value.to_owned()))
}

pub(super) fn noted(question: &str, answer: &str) -> Event {
    let answers = [(question.to_owned(), answer.to_owned())].into_iter().collect();
    Event::FactsNoted(FactsNoted { claim: None, answers, note: String::new() })
}

fn confirmed(tier: Tier) -> Event {
    lowered(tier, &[])
}

/// Confirmed against criteria that are still met.
pub(super) fn lowered(tier: Tier, despite: &[&str]) -> Event {
    Event::TierSet(TierSet {
        tier,
        why: "欠款已付清".to_owned(),
        post: "包案领导".to_owned(),
        confirms: true,
        despite: despite.iter().map(|id| (*id).to_owned()).collect(),
    })
}

/// The list, and of a fall that waits its last day and the criteria met then.
fn stands(a: &Assessment) -> (String, Option<(String, Vec<String>)>) {
    let list = match &a.tier.answer {
        TierAnswer::On(tier) => tier.code(),
        TierAnswer::NoList(by) => by,
    };
    let fall = a.tier_notes.fall.as_ref();
    (list.to_owned(), fall.map(|f| (f.last.to_string(), f.because.clone())))
}

#[track_caller]
pub(super) fn check(l: &Ledger, today: &str, list: &str, fall: Option<(&str, &[&str])>) {
    let fall = fall.map(|(last, because)| {
        (last.to_owned(), because.iter().map(|id| (*id).to_owned()).collect())
    });
    assert_eq!(stands(&l.assess(today)), (list.to_owned(), fall), "{today}");
}

#[test]
fn a_fall_waits_until_somebody_confirms_it() {
    let mut l = matter(answer("livelihood", "yes"));
    check(&l, "2026-03-09", "3", None);
    l.ok("2026-03-10", noted("livelihood", "no"));
    check(&l, "2026-03-10", "3", Some(("2026-03-09", &["A2"])));
    let waits = l.assess("2026-03-31").tier;
    assert_eq!(waits.computed, TierAnswer::On(Tier::Two));
    assert!(waits.overridden_by.is_none(), "nobody decided anything");
    l.ok("2026-04-01", confirmed(Tier::Two));
    let a = l.assess("2026-04-01");
    assert_eq!(stands(&a), ("2".to_owned(), None));
    assert_eq!((a.tier.overridden_by, a.tier_notes.until), (None, None));
    // Nothing is left to be confirmed at a consult.
    check(&l, "2026-04-20", "2", None);
    assert_eq!(l.assess("2026-04-20").tier_notes.lapsed, None);
}

#[test]
fn a_confirmed_fall_stands_over_no_later_rise() {
    let mut l = matter(answer("livelihood", "yes"));
    l.ok("2026-03-10", noted("livelihood", "no"));
    l.ok("2026-03-11", confirmed(Tier::Two));
    l.ok("2026-03-20", noted("livelihood", "yes"));
    check(&l, "2026-03-20", "3", None);
    l.ok("2026-03-24", noted("livelihood", "no"));
    check(&l, "2026-03-24", "3", Some(("2026-03-23", &["A2"])));
}

#[test]
fn what_was_corrected_on_the_day_was_no_fall() {
    let mut l = matter(answer("livelihood", "yes"));
    l.ok("2026-03-02", noted("livelihood", "no"));
    check(&l, "2026-03-02", "2", None);
    check(&l, "2026-03-03", "2", None);
}

#[test]
fn criteria_that_lapse_by_work_leave_the_fall_waiting() {
    let mut l = matter(|_| ());
    // B9 from 04-01, B2 from 05-01.
    check(&l, "2026-04-30", "2", None);
    check(&l, "2026-05-01", "3", None);
    l.ok("2026-05-06", acted(ActivityKind::Contact));
    check(&l, "2026-05-06", "3", Some(("2026-05-05", &["B2", "B9"])));
    // A late entry shows that it never was there: B9 lapsed a day before B2 came.
    l.ok("2026-04-30", acted(ActivityKind::SiteVisit));
    check(&l, "2026-05-06", "2", None);
}

#[test]
fn days_on_a_route_or_before_it_came_back_do_not_count() {
    let open = || {
        let mut facts = registered(Channel::Visit, CounterParty::Institution);
        facts.answers.insert("livelihood".into(), "yes".into());
        let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
        l.ok("2026-03-03", notified());
        l.ok("2026-03-04", classified(0, Some(Route::R1)));
        l
    };
    let mut l = open();
    l.ok("2026-03-05", referred(0));
    check(&l, "2026-03-20", "N4", None);
    l.ok("2026-03-25", route_ended(0, RouteResult::NotCarriedOut));
    check(&l, "2026-03-25", "3", None);
    l.ok("2026-03-25", noted("livelihood", "no"));
    check(&l, "2026-03-25", "2", None);
    check(&l, "2026-03-26", "2", None);
    // Answered before it went there: the same.
    let mut l = open();
    l.ok("2026-03-04", noted("livelihood", "no"));
    l.ok("2026-03-05", referred(0));
    l.ok("2026-03-25", route_ended(0, RouteResult::NotCarriedOut));
    check(&l, "2026-03-26", "2", None);
}

#[test]
fn a_matter_that_was_resolved_falls_by_itself() {
    let mut l = matter(answer("livelihood", "yes"));
    l.ok("2026-03-09", agreed(&[]));
    l.ok("2026-03-10", noted("livelihood", "no"));
    l.ok("2026-03-11", resolved());
    check(&l, "2026-03-11", "1", None);
    l.ok("2026-03-20", reopened(ReopenReason::NewFacts));
    check(&l, "2026-03-20", "2", None);
}

#[test]
fn a_criterion_counts_from_the_day_it_was_met() {
    // Idle until 04-03, the plan moved twice after that: never both at once.
    let mut l = matter(|_| ());
    l.ok("2026-03-02", planned("2026-04-10"));
    l.ok("2026-04-03", planned("2026-04-12"));
    l.ok("2026-04-04", planned("2026-04-14"));
    check(&l, "2026-04-04", "2", None);
    // Written down late: 60 days since it was registered, not since it was received.
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    let mut l = Ledger::new(UnitKind::Village);
    l.register("2026-03-02", "2026-04-20", facts, Vec::new()).unwrap();
    l.ok("2026-05-06", acted(ActivityKind::Contact));
    check(&l, "2026-05-07", "2", None);
}

#[test]
fn leaders_consult_by_the_tenth_or_the_next_working_day() {
    let l = matter(|_| ());
    let check = |rules: &RuleSet, on: &str, day: &str| {
        let calendar = l.book.calendar();
        let unit = UnitKind::Village;
        let setting = Setting { unit, name: "", rules, calendar, today: d(on) };
        assert_eq!(next_consult(d(on), setting), Some(d(day)), "{on}");
    };
    let rules = l.book.rules();
    check(rules, "2026-03-02", "2026-03-10");
    check(rules, "2026-03-09", "2026-03-10");
    check(rules, "2026-03-10", "2026-04-10");
    // 05-10 is a Sunday; on that day the consult is still to come.
    check(rules, "2026-05-10", "2026-05-11");
    check(rules, "2026-05-11", "2026-06-10");
    // 10-10 is a Saturday on which people work.
    check(rules, "2026-09-11", "2026-10-10");
    // 2027 is not published: the day as it falls.
    check(rules, "2026-12-10", "2027-01-10");
    let late = RuleSet { consult: Some(28), ..RuleSet::clone(rules) };
    check(&late, "2026-02-01", "2026-02-28");
    // A Saturday: the Monday after.
    check(&late, "2026-03-28", "2026-03-30");
}

#[test]
fn a_raise_stands_until_the_consult_and_then_waits_for_a_person() {
    let mut l = matter(|_| ());
    l.ok("2026-03-03", tier_set(Tier::Three));
    let a = l.assess("2026-03-10");
    assert_eq!(a.tier.answer, TierAnswer::On(Tier::Three));
    assert_eq!((a.tier_notes.until, &a.tier_notes.lapsed), (Some(d("2026-03-10")), &None));
    let a = l.assess("2026-03-11");
    assert_eq!(stands(&a), ("3".to_owned(), Some(("2026-03-10".to_owned(), Vec::new()))));
    assert_eq!((a.tier.overridden_by, a.tier_notes.until), (None, None));
    let (by, day) = a.tier_notes.lapsed.unwrap();
    assert_eq!((by.on, day), (d("2026-03-03"), d("2026-03-10")));
    assert_eq!((by.post.as_str(), by.why.as_str()), ("总召集人", "会诊决定"));
    // Decided again at the consult, it stands until the one after.
    l.ok("2026-03-10", tier_set(Tier::Three));
    let a = l.assess("2026-04-10");
    assert_eq!((stands(&a).0.as_str(), a.tier_notes.until), ("3", Some(d("2026-04-10"))));
    assert!(a.tier_notes.lapsed.is_none());
    check(&l, "2026-04-11", "3", Some(("2026-04-10", &[])));
    l.ok("2026-04-11", confirmed(Tier::Two));
    check(&l, "2026-04-11", "2", None);
}
