//! A lower list by hand: asked for, confirmed, and against what it does not count.

use super::fall::{answer, check, lowered, matter, noted};
use crate::facts::*;
use crate::ledger::Rejection;
use crate::testing::*;

/// The criteria against which a lower list does not count.
fn void(l: &Ledger, today: &str) -> Vec<String> {
    l.assess(today).tier_notes.void.map(|void| void.against).unwrap_or_default()
}

#[test]
fn a_lower_list_that_nobody_confirmed_is_asked_for() {
    let mut l = matter(answer("livelihood", "yes"));
    l.ok("2026-03-03", tier_set(Tier::Two));
    check(&l, "2026-03-03", "3", None);
    let notes = l.assess("2026-03-10").tier_notes;
    let (by, until) = notes.asked.unwrap();
    assert_eq!((by.post.as_str(), until), ("总召集人", Some(d("2026-03-10"))));
    // Nobody confirmed it by the consult: it has lapsed, and changed nothing.
    let notes = l.assess("2026-03-11").tier_notes;
    assert_eq!((notes.asked, notes.lapsed.unwrap().1), (None, d("2026-03-10")));
    check(&l, "2026-03-11", "3", None);
    // What was asked for confirms no fall either.
    l.ok("2026-03-16", noted("livelihood", "no"));
    l.ok("2026-03-16", tier_set(Tier::Two));
    check(&l, "2026-03-17", "3", Some(("2026-03-15", &["A2"])));
    l.ok("2026-03-17", lowered(Tier::Two, &[]));
    check(&l, "2026-03-17", "2", None);
    assert_eq!(l.assess("2026-03-17").tier_notes.asked, None);
}

#[test]
fn what_a_person_raised_is_lowered_by_confirming_only() {
    let mut l = matter(|_| ());
    l.ok("2026-03-03", tier_set(Tier::Three));
    l.ok("2026-03-05", tier_set(Tier::Two));
    check(&l, "2026-03-05", "3", None);
    assert!(l.assess("2026-03-05").tier_notes.asked.is_some());
    l.ok("2026-03-06", lowered(Tier::Two, &[]));
    check(&l, "2026-03-06", "2", None);
}

#[test]
fn danger_is_lowered_by_nobody() {
    let mut l = matter(|f| f.danger = Danger::Yes);
    l.ok("2026-03-03", tier_set(Tier::Two));
    check(&l, "2026-03-03", "3", None);
    assert_eq!(void(&l, "2026-03-03"), ["A1"]);
    l.ok("2026-03-04", lowered(Tier::Two, &["A1"]));
    check(&l, "2026-03-04", "3", None);
    assert_eq!(void(&l, "2026-03-04"), ["A1"]);
}

#[test]
fn what_is_met_anew_raises_at_once_over_what_was_confirmed() {
    let mut l = matter(answer("livelihood", "yes"));
    l.ok("2026-03-03", lowered(Tier::Two, &["A2"]));
    // Beyond the consult too: it was confirmed.
    check(&l, "2026-03-31", "2", None);
    let a = l.assess("2026-03-31");
    assert!(a.tier.overridden_by.is_some() && a.tier_notes.until.is_none());
    // B9 comes with the day, B7 with an answer.
    check(&l, "2026-04-01", "3", None);
    assert_eq!(void(&l, "2026-04-01"), ["B9"]);
    let mut l = matter(answer("livelihood", "yes"));
    l.ok("2026-03-03", lowered(Tier::Two, &["A2"]));
    l.ok("2026-03-04", noted("old_cause", "age"));
    check(&l, "2026-03-04", "3", None);
    assert_eq!(void(&l, "2026-03-04"), ["B7"]);
}

#[test]
fn what_ceased_and_is_met_again_raises_and_its_fall_waits() {
    let mut l = matter(answer("livelihood", "yes"));
    l.ok("2026-03-03", lowered(Tier::Two, &["A2"]));
    // Said again, it is nothing new.
    l.ok("2026-03-04", noted("livelihood", "yes"));
    check(&l, "2026-03-04", "2", None);
    l.ok("2026-03-05", noted("livelihood", "no"));
    check(&l, "2026-03-05", "2", None);
    l.ok("2026-03-09", noted("livelihood", "yes"));
    check(&l, "2026-03-09", "3", None);
    assert_eq!(void(&l, "2026-03-09"), ["A2"]);
    l.ok("2026-03-11", noted("livelihood", "no"));
    check(&l, "2026-03-11", "3", Some(("2026-03-10", &["A2"])));
}

#[test]
fn what_was_not_known_when_it_was_confirmed_counts() {
    // A number that is corrected has no day of its own: what the lowering names decides.
    let mut l = matter(|f| f.households = Some(12));
    l.ok("2026-03-03", lowered(Tier::Two, &["A2"]));
    check(&l, "2026-03-03", "3", None);
    assert_eq!(void(&l, "2026-03-03"), ["A7"]);
    l.ok("2026-03-04", lowered(Tier::Two, &["A7"]));
    check(&l, "2026-03-04", "2", None);
}

#[test]
fn a_criterion_is_named_by_its_id() {
    let mut l = matter(|_| ());
    let said = l.record("2026-03-03", lowered(Tier::Two, &["张某"]));
    assert_eq!(said, Err(Rejection::Missing("despite")));
}

#[test]
fn how_many_of_b_must_cease() {
    let too_many =
        |change: fn(&mut Registered)| l_of(change).assess("2026-03-02").tier_notes.too_many;
    assert_eq!(too_many(|f| answer("livelihood", "yes")(f)), 0);
    assert_eq!(too_many(|f| (f.households, f.danger) = (Some(6), Danger::Yes)), 0);
    let two = |f: &mut Registered| {
        f.households = Some(6);
        answer("old_cause", "age")(f);
    };
    assert_eq!(too_many(two), 1);
    let three = |f: &mut Registered| {
        f.households = Some(6);
        f.claims[0].against = CounterParty::Collective;
        answer("old_cause", "other")(f);
    };
    assert_eq!(too_many(three), 2);
}

fn l_of(change: fn(&mut Registered)) -> Ledger {
    matter(change)
}
