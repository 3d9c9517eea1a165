//! Every criterion of the base pack: met, not met, not known, and coming.

use crate::Date;
use crate::classify::{Reason, Status, TierFacts};
use crate::facts::*;
use crate::ledger::Event;
use crate::rules::{Criterion, RuleSet, Setting};
use crate::testing::*;

/// How one criterion stands for an open matter: asked as the only thing missing for
/// 一级, it is reported unless it is met.
#[track_caller]
fn reason(l: &Ledger, id: &str, today: &str) -> Reason {
    let pack = l.book.rules();
    let criterion = pack.criterion(id).unwrap().clone();
    let one = Criterion { part: crate::rules::ListPart::One, ..criterion };
    let rules = RuleSet { criteria: vec![one], ..RuleSet::clone(pack) };
    let unit = l.book.unit().unwrap().kind;
    let today: Date = d(today);
    let setting = Setting { unit, name: "", rules: &rules, calendar: l.book.calendar(), today };
    let assessment = crate::classify::assess(l.matter(), &l.book, today).unwrap();
    let kind = assessment.kind.answer;
    let facts = TierFacts::of(l.state(), kind, &assessment.obligations, setting, false);
    facts.part(crate::rules::ListPart::One).into_iter().next().unwrap().clone()
}

#[track_caller]
fn check(l: &Ledger, id: &str, today: &str, status: Status) {
    let reason = reason(l, id, today);
    assert_eq!(reason.status, status, "{reason:?}");
}

fn matter(change: impl Fn(&mut Registered)) -> Ledger {
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    change(&mut facts);
    Ledger::with(UnitKind::Village, "2026-03-02", facts)
}

fn answer(id: &'static str, value: &'static str) -> impl Fn(&mut Registered) {
    move |f| drop(f.answers.insert(id.to_owned(), value.to_owned()))
}

#[test]
fn a1_danger() {
    for (danger, status) in [
        (Danger::Yes, Status::Met),
        (Danger::No, Status::NotMet),
        (Danger::Unknown, Status::NotKnown),
    ] {
        check(&matter(|f| f.danger = danger), "A1", "2026-03-02", status);
    }
}

#[test]
fn a2_a5_b7_are_answers() {
    for (id, question) in [("A2", "livelihood"), ("A5", "supervised"), ("B7", "old_cause")] {
        check(&matter(answer(question, "yes")), id, "2026-03-02", Status::Met);
        check(&matter(answer(question, "no")), id, "2026-03-02", Status::NotMet);
        // A village is never asked whether a superior supervises.
        let silent = if id == "A5" { Status::NotMet } else { Status::NotKnown };
        check(&matter(|_| ()), id, "2026-03-02", silent);
    }
}

#[test]
fn b7_tells_an_old_cause_apart_and_reads_what_was_asked_before() {
    for (question, given, b7, is_old) in [
        ("old_cause", "age", Status::Met, true),
        ("old_cause", "other", Status::Met, false),
        ("cause_old", "yes", Status::Met, true),
        ("cause_old", "no", Status::NotKnown, false),
    ] {
        let l = matter(answer(question, given));
        check(&l, "B7", "2026-03-02", b7);
        assert_eq!(l.state().answer("old_cause") == Some("age"), is_old, "{question} {given}");
    }
    // One question: what is found out later takes the place of the first answer.
    let mut l = matter(answer("old_cause", "no"));
    let found = [("cause_old".to_owned(), "yes".to_owned())].into_iter().collect();
    let found = FactsNoted { claim: None, answers: found, note: String::new() };
    l.ok("2026-03-03", Event::FactsNoted(found));
    check(&l, "B7", "2026-03-03", Status::Met);
}

#[test]
fn a3_own_limits_and_the_day_they_are_missed() {
    let facts = registered(Channel::Visit, CounterParty::Institution);
    let l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    assert_eq!(reason(&l, "A3", "2026-03-10").from, Some(d("2026-03-18")));
    check(&l, "A3", "2026-03-17", Status::NotMet);
    check(&l, "A3", "2026-03-18", Status::Met);
    // The power to object and the reviewing body's limit are none of it.
    let facts = registered(Channel::Assigned, CounterParty::Institution);
    let l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    check(&l, "A3", "2026-03-12", Status::NotMet);
    assert_eq!(reason(&l, "A3", "2026-03-03").from, Some(d("2026-03-18")));
    let mut l = Ledger::accepted("2026-03-02");
    l.ok("2026-03-02", notified());
    l.ok("2026-03-10", replied(0));
    l.ok("2026-03-10", delivered(Delivery::Reply));
    l.ok("2026-03-11", Event::ReviewAsked(Asked::default()));
    check(&l, "A3", "2026-06-11", Status::NotMet);
}

#[test]
fn a4_what_an_office_owes() {
    let mut l = matter(|_| ());
    l.ok("2026-03-03", agreed(&[("2026-03-10", Owes::Party), ("2026-03-20", Owes::Office)]));
    check(&l, "A4", "2026-03-20", Status::NotMet);
    assert_eq!(reason(&l, "A4", "2026-03-20").from, Some(d("2026-03-21")));
    check(&l, "A4", "2026-03-21", Status::Met);
    let key = l.state().promises[1].key.clone();
    l.ok("2026-03-21", Event::Performed(checked(&key)));
    check(&l, "A4", "2026-03-22", Status::NotMet);
}

#[test]
fn a6_a_day_that_comes_near_and_passes() {
    check(&matter(|_| ()), "A6", "2026-03-02", Status::NotKnown);
    let l = matter(|f| f.must_by = Some(MustBy { on: d("2026-04-20"), what: "插秧".into() }));
    assert_eq!(reason(&l, "A6", "2026-04-04").from, Some(d("2026-04-05")));
    check(&l, "A6", "2026-04-04", Status::NotMet);
    check(&l, "A6", "2026-04-05", Status::Met);
    check(&l, "A6", "2026-04-20", Status::Met);
    check(&l, "A6", "2026-04-21", Status::NotMet);
}

/// Days of a decision of the government, noted on `on`; its rights told or not.
fn right(l: &mut Ledger, on: &str, told: Option<Told>, days: &[(&str, &str)]) {
    let days = days.iter().map(|(name, day)| ((*name).to_owned(), (*day).to_owned())).collect();
    let (ground, note) = ("act".to_owned(), String::new());
    l.ok(on, Event::RightNoted(RightNoted { ground, ruled_out: false, days, told, note }));
}

#[test]
fn a6_a_right_that_lapses_untold() {
    let mut l = matter(|_| ());
    right(&mut l, "2026-03-02", None, &[("known", "2026-02-20")]);
    // 60 days from 02-20 end on 04-21, the first of the rights from that day.
    let a6 = reason(&l, "A6", "2026-04-05");
    assert_eq!((a6.status, a6.from), (Status::NotKnown, Some(d("2026-04-06"))), "{a6:?}");
    let a6 = reason(&l, "A6", "2026-04-06");
    assert_eq!(a6.status, Status::Met);
    let named = |u: &crate::classify::Used| u.fact == "untold" && u.value == "2026-04-21";
    assert!(a6.used.iter().any(named), "{a6:?}");
    assert_eq!(l.assess("2026-04-06").tier.answer.tier(), Some(Tier::Three));
    // Lapsed, it stays until it is told.
    check(&l, "A6", "2026-04-25", Status::Met);
    right(&mut l, "2026-04-26", Some(Told::Written), &[]);
    check(&l, "A6", "2026-04-26", Status::NotKnown);
    // And the list does not fall by itself.
    let fall = l.assess("2026-04-26").tier_notes.fall.unwrap();
    assert_eq!((fall.last, fall.because[0].as_str()), (d("2026-04-25"), "A6"));
    // Told in time, nothing of it; lapsed before the matter came, nobody here could tell.
    let mut l = matter(|_| ());
    right(&mut l, "2026-03-02", Some(Told::Written), &[("known", "2026-02-20")]);
    check(&l, "A6", "2026-04-10", Status::NotKnown);
    let mut l = matter(|_| ());
    right(&mut l, "2026-03-02", None, &[("known", "2025-06-02")]);
    check(&l, "A6", "2026-03-02", Status::NotKnown);
}

#[test]
fn a6_is_answered_by_there_being_none_and_found_out_later() {
    check(&matter(answer("must", "no")), "A6", "2026-03-02", Status::NotMet);
    let mut l = matter(answer("must", "yes"));
    let open = reason(&l, "A6", "2026-03-02");
    assert_eq!((open.status, open.used[0].key.as_str()), (Status::NotKnown, "must"));
    l.ok("2026-03-03", noted(&[("must_on", "2026-04-20")]));
    let day = reason(&l, "A6", "2026-04-04");
    assert_eq!((day.status, day.from), (Status::NotMet, Some(d("2026-04-05"))));
    let used: Vec<(&str, &str)> = day.used.iter().map(|u| (u.fact, u.value.as_str())).collect();
    assert_eq!(used, [("must_by", "2026-04-20"), ("answer", "unknown")], "what is lost is open");
    check(&l, "A6", "2026-04-05", Status::Met);
    // What was written down first gives way to what was found out.
    let mut l = matter(|f| f.must_by = Some(MustBy { on: d("2026-03-10"), what: "插秧".into() }));
    check(&l, "A6", "2026-03-02", Status::Met);
    l.ok("2026-03-03", noted(&[("must", "no")]));
    check(&l, "A6", "2026-03-03", Status::NotMet);
}

fn noted(answers: &[(&str, &str)]) -> Event {
    let answers = answers.iter().map(|(id, answer)| ((*id).to_owned(), (*answer).to_owned()));
    Event::FactsNoted(FactsNoted { claim: None, answers: answers.collect(), note: String::new() })
}

#[test]
fn a7_b5_how_many_are_concerned() {
    use Status::{Met, NotKnown, NotMet};
    for (households, people, a7, b5) in [
        (Some(10), None, Met, NotKnown),
        (Some(9), Some(29), NotMet, Met),
        (Some(4), Some(30), Met, NotMet),
        (Some(5), None, NotKnown, Met),
        (Some(4), Some(9), NotMet, NotMet),
        (None, Some(10), NotKnown, Met),
        (None, None, NotKnown, NotKnown),
    ] {
        let l = matter(|f| (f.households, f.people) = (households, people));
        check(&l, "A7", "2026-03-02", a7);
        check(&l, "B5", "2026-03-02", b5);
    }
}

#[test]
fn b1_nobody_fixed_after_five_working_days() {
    let duty = |competent: &str| {
        Event::DutySet(DutySet {
            body: "村委会".to_owned(),
            post: "调解员".to_owned(),
            leader: String::new(),
            competent: competent.to_owned(),
            no_interest: true,
        })
    };
    let mut l = matter(answer("several_bodies", "yes"));
    assert_eq!(reason(&l, "B1", "2026-03-09").from, Some(d("2026-03-10")));
    check(&l, "B1", "2026-03-09", Status::NotMet);
    check(&l, "B1", "2026-03-10", Status::Met);
    l.ok("2026-03-10", duty(""));
    check(&l, "B1", "2026-03-11", Status::Met);
    l.ok("2026-03-11", duty("水利局"));
    check(&l, "B1", "2026-03-12", Status::NotMet);
    check(&matter(answer("several_bodies", "no")), "B1", "2026-06-01", Status::NotMet);
    // Whether several are concerned is the other half: time alone settles nothing.
    for today in ["2026-03-02", "2026-03-10"] {
        let open = reason(&matter(|_| ()), "B1", today);
        assert_eq!((open.status, open.from), (Status::NotKnown, None));
    }
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    answer("several_bodies", "yes")(&mut facts);
    let l = Ledger::with(UnitKind::Village, "2026-12-30", facts);
    check(&l, "B1", "2027-02-01", Status::NotKnown);
}

#[test]
fn b2_b9_time_passes() {
    let mut l = matter(|_| ());
    check(&l, "B2", "2026-04-30", Status::NotMet);
    assert_eq!(reason(&l, "B2", "2026-04-30").from, Some(d("2026-05-01")));
    check(&l, "B2", "2026-05-01", Status::Met);
    check(&l, "B9", "2026-03-31", Status::NotMet);
    check(&l, "B9", "2026-04-01", Status::Met);
    l.ok("2026-03-20", acted(ActivityKind::SiteVisit));
    assert_eq!(reason(&l, "B9", "2026-04-01").from, Some(d("2026-04-19")));
    l.ok("2026-03-21", agreed(&[]));
    l.ok("2026-03-22", resolved());
    l.ok("2026-06-01", reopened(ReopenReason::Recurred));
    check(&l, "B9", "2026-06-02", Status::NotMet);
}

#[test]
fn b3_limits_moved_or_promises_broken_twice() {
    let mut l = matter(|_| ());
    l.ok("2026-03-03", planned("2026-03-20"));
    l.ok("2026-03-04", planned("2026-03-25"));
    // Another measure for the same day moves nothing.
    l.ok("2026-03-05", planned("2026-03-25"));
    check(&l, "B3", "2026-03-06", Status::NotMet);
    l.ok("2026-03-06", planned("2026-03-30"));
    check(&l, "B3", "2026-03-06", Status::Met);
    let mut l = matter(|_| ());
    l.ok("2026-03-03", agreed(&[("2026-03-05", Owes::Party), ("2026-03-06", Owes::Party)]));
    let keys: Vec<_> = l.state().promises.iter().map(|p| p.key.clone()).collect();
    l.ok("2026-03-07", Event::NotPerformed(checked(&keys[0])));
    l.ok("2026-03-08", Event::NotPerformed(checked(&keys[0])));
    check(&l, "B3", "2026-03-08", Status::NotMet);
    l.ok("2026-03-08", Event::NotPerformed(checked(&keys[1])));
    check(&l, "B3", "2026-03-08", Status::Met);
}

#[test]
fn b4_only_a_solution_that_failed() {
    for (why, status) in [
        (ReopenReason::NotCarriedOut, Status::Met),
        (ReopenReason::Recurred, Status::Met),
        (ReopenReason::NewFacts, Status::NotMet),
        (ReopenReason::WrongClosing, Status::NotMet),
    ] {
        let mut l = matter(|_| ());
        check(&l, "B4", "2026-03-02", Status::NotMet);
        l.ok("2026-03-03", agreed(&[]));
        l.ok("2026-03-04", resolved());
        l.ok("2026-03-05", reopened(why));
        check(&l, "B4", "2026-03-05", status);
    }
}

#[test]
fn b6_b8_orders_and_counter_parties() {
    let order = |day| Some(Order { doc: String::new(), feedback_by: day });
    check(&matter(|f| f.order = order(Some(d("2026-04-01")))), "B6", "2026-03-02", Status::Met);
    check(&matter(|f| f.order = order(None)), "B6", "2026-03-02", Status::NotMet);
    for against in CounterParty::ALL {
        let l = matter(|f| f.claims[0].against = *against);
        let ours = matches!(against, CounterParty::Collective | CounterParty::Government);
        check(&l, "B8", "2026-03-02", if ours { Status::Met } else { Status::NotMet });
    }
    let township = |ours: &'static str, also: bool| {
        let mut facts = registered(Channel::Visit, CounterParty::Government);
        answer("gov_ours", ours)(&mut facts);
        facts.claims.extend(also.then(|| claim(CounterParty::Collective)));
        Ledger::with(UnitKind::Township, "2026-03-02", facts)
    };
    check(&township("yes", false), "B8", "2026-03-02", Status::Met);
    check(&township("no", false), "B8", "2026-03-02", Status::NotMet);
    check(&township("no", true), "B8", "2026-03-02", Status::Met);
}
