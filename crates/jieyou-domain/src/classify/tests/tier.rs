//! How criteria add up to a list.

use crate::Subject;
use crate::classify::{Status, TierAnswer};
use crate::facts::*;
use crate::ledger::Event;
use crate::testing::*;

fn on(tier: Tier) -> TierAnswer {
    TierAnswer::On(tier)
}

fn none(rule: &str) -> TierAnswer {
    TierAnswer::NoList(rule.to_owned())
}

fn matter(change: impl Fn(&mut Registered)) -> Ledger {
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    change(&mut facts);
    Ledger::with(UnitKind::Village, "2026-03-02", facts)
}

#[test]
fn two_is_the_default_one_of_a_or_two_of_b_make_three() {
    let old = |f: &mut Registered| drop(f.answers.insert("old_cause".into(), "yes".into()));
    let few = |f: &mut Registered| f.households = Some(5);
    let today = "2026-03-02";
    assert_eq!(matter(|_| ()).assess(today).tier.answer, on(Tier::Two));
    assert_eq!(matter(old).assess(today).tier.answer, on(Tier::Two));
    let both = matter(|f| {
        old(f);
        few(f);
    });
    let decision = both.assess(today).tier;
    assert_eq!(decision.answer, on(Tier::Three));
    let rules: Vec<_> = decision.because.iter().map(|r| r.rule.as_str()).collect();
    assert_eq!(rules, ["B5", "B7"]);
    assert_eq!(matter(|f| f.households = Some(10)).assess(today).tier.answer, on(Tier::Three));
}

#[test]
fn what_is_open_or_coming_is_said() {
    let l = matter(|f| f.must_by = Some(MustBy { on: d("2026-04-20"), what: "插秧".into() }));
    let change = l.assess("2026-03-02").tier.would_change_if;
    let at = |id: &str| change.iter().find(|r| r.rule == id).map(|r| (r.status, r.from));
    assert_eq!(at("A6"), Some((Status::NotMet, Some(d("2026-04-05")))));
    assert_eq!(at("B2"), Some((Status::NotMet, Some(d("2026-05-01")))));
    assert_eq!(at("B9"), Some((Status::NotMet, Some(d("2026-04-01")))));
    assert_eq!(at("A2"), Some((Status::NotKnown, None)));
    assert_eq!(at("A1"), None);
    assert_eq!(at("L1"), Some((Status::NotMet, None)), "what is missing for 一级");
}

#[test]
fn no_list_wins_except_over_danger() {
    let today = "2026-03-02";
    let inquiry = |danger: Danger| {
        matter(|f| (f.kind, f.danger, f.households) = (Some(Kind::Inquiry), danger, Some(20)))
    };
    assert_eq!(inquiry(Danger::No).assess(today).tier.answer, none("N1"));
    assert_eq!(inquiry(Danger::Unknown).assess(today).tier.answer, none("N1"));
    assert_eq!(inquiry(Danger::Yes).assess(today).tier.answer, on(Tier::Three));
    let l = matter(|f| (f.kind, f.class) = (Some(Kind::Petition), Some(Class::Suggestion)));
    assert_eq!(l.assess(today).tier.answer, none("N1"));
    // No command writes it any more; a ledger of before may have it.
    let mut l = matter(|f| f.kind = Some(Kind::Petition));
    let mut facts = l.state().registered.clone().unwrap();
    facts.class = Some(Class::Accusation);
    let first = l.matter().entries()[0].id;
    l.force(900, today, corrected(first, today, Event::Registered(facts)));
    assert_eq!(l.assess(today).tier.answer, none("N2"));
    let mut l = matter(|f| f.danger = Danger::Yes);
    l.ok(today, at_once());
    assert_eq!(l.assess(today).tier.answer, none("N3"));
    l.ok("2026-03-05", reopened(ReopenReason::Recurred));
    assert_eq!(l.assess("2026-03-05").tier.answer, on(Tier::Three));
    // One claim that is no suggestion keeps the matter on a list.
    let mut facts = registered(Channel::Net, CounterParty::Government);
    facts.claims.push(claim(CounterParty::Government));
    facts.class = Some(Class::Suggestion);
    let mut l = Ledger::with(UnitKind::Township, today, facts);
    assert_eq!(l.assess(today).tier.answer, none("N1"));
    l.ok(today, classified(1, None));
    assert_eq!(l.assess(today).tier.answer, on(Tier::Two));
}

#[test]
fn one_needs_settled_told_and_carried_out() {
    let mut l = matter(|f| (f.danger, f.households) = (Danger::Yes, Some(20)));
    l.ok("2026-03-03", agreed(&[("2026-03-10", Owes::Party)]));
    assert_eq!(l.assess("2026-03-04").tier.answer, on(Tier::Three));
    let key = l.state().promises[0].key.clone();
    l.ok("2026-03-10", Event::Performed(checked(&key)));
    assert_eq!(l.assess("2026-03-10").tier.answer, on(Tier::Three));
    l.ok("2026-03-11", resolved());
    let decision = l.assess("2026-03-11").tier;
    assert_eq!(decision.answer, on(Tier::One));
    assert!(decision.because.iter().all(|r| r.status == Status::Met));
    // Never 三级 again while it is settled, whatever the criteria say.
    for today in ["2026-03-12", "2026-12-31"] {
        assert_eq!(l.assess(today).tier.answer, on(Tier::One));
    }
}

#[test]
fn a_persons_decision_shows_and_ends_with_the_round() {
    let mut l = matter(|_| ());
    l.ok("2026-03-03", tier_set(Tier::Three));
    let decision = l.assess("2026-03-04").tier;
    assert_eq!((&decision.answer, &decision.computed), (&on(Tier::Three), &on(Tier::Two)));
    let by = decision.overridden_by.unwrap();
    assert_eq!((by.on, by.post.as_str()), (d("2026-03-03"), "总召集人"));
    l.ok("2026-03-06", tier_set(Tier::Three));
    l.ok("2026-03-07", agreed(&[]));
    l.ok("2026-03-08", resolved());
    assert_eq!(l.assess("2026-03-08").tier.answer, on(Tier::One));
    l.ok("2026-05-01", reopened(ReopenReason::NewFacts));
    let decision = l.assess("2026-05-01").tier;
    assert!(decision.overridden_by.is_none());
    // 60 days since registration: one of list B, so 二级.
    assert_eq!(decision.answer, on(Tier::Two));
}

#[test]
fn the_worked_examples_stand_on_their_lists() {
    let case = |unit, on: &str, channel, against, change: &dyn Fn(&mut Registered)| {
        let mut facts = registered(channel, against);
        change(&mut facts);
        Ledger::with(unit, on, facts).assess(on).tier.answer
    };
    use UnitKind::{Township, Village};
    let visit = Channel::Visit;
    let e1 = case(Village, "2026-04-16", visit, CounterParty::Neighbour, &|_| ());
    assert_eq!(e1, on(Tier::Two));
    let e2 = case(Township, "2026-09-18", visit, CounterParty::Employer, &|f| {
        f.people = Some(14);
        f.answers.insert("livelihood".into(), "yes".into());
    });
    assert_eq!(e2, on(Tier::Three));
    let e4 = case(Township, "2026-05-11", visit, CounterParty::Government, &|f| {
        f.households = Some(8);
    });
    assert_eq!(e4, on(Tier::Three));
    let e10 = case(Township, "2026-04-08", visit, CounterParty::Collective, &|f| {
        f.households = Some(5);
    });
    assert_eq!(e10, on(Tier::Three));
}

/// A township's petition that says what is wanted, and against whom it is.
fn petition(aim: &str, change: impl Fn(&mut Registered)) -> Ledger {
    let mut facts = registered(Channel::Visit, CounterParty::Government);
    facts.answers.insert("aim".into(), aim.into());
    change(&mut facts);
    Ledger::with(UnitKind::Township, "2026-03-02", facts)
}

#[test]
fn a_suggestion_is_off_the_lists_before_anybody_classed_it() {
    let today = "2026-03-02";
    let answer = |l: &Ledger| l.assess(today).tier.answer;
    assert_eq!(answer(&petition("suggest", |_| ())), none("N1"));
    // A report of wrongdoing is refused; one that came in a file is off the lists.
    let mut report = petition("own", |_| ());
    let answers = [("aim".to_owned(), "report".to_owned())].into_iter().collect();
    let noted = Event::FactsNoted(FactsNoted { claim: None, answers, note: String::new() });
    let subject = Subject::matter(report.id);
    report.book = report.book.apply(&entry_of(900, "青禾镇", today, subject, noted));
    assert_eq!(answer(&report), none("N2"));
    assert_eq!(answer(&petition("own", |_| ())), on(Tier::Two));
    // A danger is met all the same, and a dispute has no class.
    assert_eq!(answer(&petition("suggest", |f| f.danger = Danger::Yes)), on(Tier::Three));
    assert_eq!(answer(&petition("suggest", |f| f.kind = Some(Kind::Dispute))), on(Tier::Two));
    // Who decides otherwise puts it on a list.
    let appeal = petition("suggest", |f| f.class = Some(Class::Appeal));
    assert_eq!(answer(&appeal), on(Tier::Two));
    // The page says that nobody decided on the class yet.
    let used = |l: &Ledger| l.assess(today).tier.because[0].used[1].clone();
    let proposed = used(&petition("suggest", |_| ()));
    assert_eq!((proposed.fact, proposed.key.as_str()), ("class", "proposed"));
    let decided = used(&petition("own", |f| f.class = Some(Class::Suggestion)));
    assert_eq!((decided.key.as_str(), decided.value.as_str()), ("", "suggestion"));
}

#[test]
fn a_proposed_class_takes_the_habits_of_the_lists_and_no_limit_of_law() {
    let l = petition("suggest", |_| ());
    assert!(l.owed("CN-plan", "2026-03-02").is_empty());
    assert!(l.owed("LX-idle", "2026-03-02").is_empty());
    assert_eq!(l.owed("XF-23b", "2026-03-02").len(), 1);
    assert_eq!(petition("own", |_| ()).owed("CN-plan", "2026-03-02").len(), 1);
}

#[test]
fn one_claim_that_is_no_suggestion_keeps_it_on_a_list() {
    let mut l = petition("suggest", |f| f.claims.push(claim(CounterParty::Government)));
    assert_eq!(l.assess("2026-03-02").tier.answer, none("N1"));
    let answers = [("aim".to_owned(), "own".to_owned())].into_iter().collect();
    l.ok(
        "2026-03-03",
        Event::FactsNoted(FactsNoted { claim: Some(1), answers, note: String::new() }),
    );
    assert_eq!(l.assess("2026-03-03").tier.answer, on(Tier::Two));
}
