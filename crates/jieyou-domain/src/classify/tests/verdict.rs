//! What the tables of the pack come to about a matter, and what people decide instead.

use crate::Id;
use crate::classify::{Reason, Status, Verdict, verdicts};
use crate::facts::*;
use crate::ledger::{Command, Event, Rejection};
use crate::testing::*;

fn township(against: &[CounterParty], change: impl Fn(&mut Registered)) -> Ledger {
    let mut facts = registered(Channel::Visit, against[0]);
    facts.claims = against.iter().map(|a| claim(*a)).collect();
    change(&mut facts);
    Ledger::with(UnitKind::Township, "2026-03-02", facts)
}

fn all(l: &Ledger, today: &str) -> Vec<Verdict> {
    verdicts(l.matter(), &l.book, d(today), &l.assess(today))
}

#[track_caller]
fn one(l: &Ledger, today: &str, table: &str, claim: Option<usize>) -> Verdict {
    let found = all(l, today).into_iter().find(|v| v.table == table && v.claim == claim);
    found.unwrap_or_else(|| panic!("{table} {claim:?}"))
}

/// Table, answer and row.
#[track_caller]
fn check(l: &Ledger, today: &str, table: &str, claim: Option<usize>, want: (&str, &str)) {
    let Verdict { decision, .. } = one(l, today, table, claim);
    let got = (decision.answer.as_str(), decision.because[0].rule.as_str());
    assert_eq!(got, want, "{table} {claim:?} on {today}");
}

fn noted(claim: Option<u16>, answers: &[(&str, &str)]) -> Event {
    let answers = answers.iter().map(|(q, a)| ((*q).to_owned(), (*a).to_owned())).collect();
    Event::FactsNoted(FactsNoted { claim, answers, note: String::new() })
}

fn judged(table: &str, claim: Option<u16>, answer: &str) -> Event {
    let (table, answer) = (table.to_owned(), answer.to_owned());
    let (why, post) = ("会诊研究".to_owned(), "总召集人".to_owned());
    Event::Judged(Judged { table, claim, answer, why, post })
}

/// Whether a fact is named as one that would lead to a row.
fn leads(verdict: &Verdict, key: &str, value: &str, row: &str) -> bool {
    let fits = |r: &&Reason| r.rule == row && r.status == Status::NotKnown && r.from.is_none();
    let mut reasons = verdict.decision.would_change_if.iter().filter(fits);
    reasons.any(|r| r.used.iter().any(|u| u.key == key && u.value == value))
}

#[test]
fn every_table_speaks_for_its_matters_and_claims() {
    let l = township(&[CounterParty::Government, CounterParty::Employer], |_| ());
    let spoken: Vec<(String, Option<usize>)> =
        all(&l, "2026-03-02").into_iter().map(|v| (v.table, v.claim)).collect();
    let each = |t: &str| [(t.to_owned(), Some(0)), (t.to_owned(), Some(1))];
    let whole = |t: &str| (t.to_owned(), None);
    let mut want = vec![whole("kind")];
    want.extend(each("class").into_iter().chain(each("route")));
    want.extend(["first", "pending", "group", "bodies", "track", "rung"].map(whole));
    want.extend(each("merits"));
    want.extend(["support", "simple", "again"].map(whole));
    assert_eq!(spoken, want);
    // A dispute in a village: no class, no route, but where it goes if mediation fails.
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    let l = Ledger::with(UnitKind::Village, "2026-03-02", facts);
    let spoken: Vec<String> = all(&l, "2026-03-02").into_iter().map(|v| v.table).collect();
    let want =
        ["kind", "fallback", "first", "pending", "group", "bodies", "track", "rung", "again"];
    assert_eq!(spoken, want);
}

#[test]
fn a_claim_has_facts_of_its_own() {
    let mut l = township(&[CounterParty::Collective, CounterParty::Collective], |f| {
        f.category = Some("vill.member".into());
    });
    check(&l, "2026-03-02", "route", Some(0), ("r2", "RT-member"));
    check(&l, "2026-03-02", "route", Some(1), ("r2", "RT-member"));
    l.ok("2026-03-03", noted(Some(1), &[("vill_want", "undo")]));
    check(&l, "2026-03-03", "route", Some(0), ("r2", "RT-member"));
    check(&l, "2026-03-03", "route", Some(1), ("r5", "RT-undo"));
    // What is said of the whole matter holds for each claim that says nothing else.
    l.ok("2026-03-04", noted(None, &[("court", "ruling")]));
    check(&l, "2026-03-04", "route", Some(0), ("r1", "RT-ruling"));
    l.ok("2026-03-05", noted(Some(0), &[("court", "no")]));
    check(&l, "2026-03-05", "route", Some(0), ("r2", "RT-member"));
    check(&l, "2026-03-05", "route", Some(1), ("r1", "RT-ruling"));
    // A right is proposed by what is said of one claim, too.
    let mut l = township(&[CounterParty::Employer, CounterParty::Employer], |f| {
        f.category = Some("work.pay".into());
    });
    let award = |l: &Ledger| l.assess("2026-03-04").proposed.iter().any(|p| p.ground == "award");
    assert!(!award(&l));
    l.ok("2026-03-03", noted(Some(1), &[("court", "arbitration")]));
    check(&l, "2026-03-04", "route", Some(0), ("r5", "RT-wages"));
    check(&l, "2026-03-04", "route", Some(1), ("r2", "RT-arb"));
    assert!(award(&l));
}

#[test]
fn a_table_of_the_whole_matter_reads_every_claim() {
    let l = township(&[CounterParty::Institution, CounterParty::Government], |f| {
        f.answers.insert("earlier".into(), "first".into());
        f.answers.insert("several_bodies".into(), "no".into());
        f.answers.insert("rule_clear".into(), "yes".into());
        f.answers.insert("money_ready".into(), "yes".into());
    });
    check(&l, "2026-03-02", "route", Some(0), ("r6", "RT-6"));
    check(&l, "2026-03-02", "simple", None, ("may", "SI-easy"));
    let mut l = l;
    l.ok("2026-03-03", noted(Some(1), &[("gov_want", "honour")]));
    check(&l, "2026-03-03", "route", Some(1), ("r4", "RT-honour"));
    check(&l, "2026-03-03", "simple", None, ("not", "SI-route"));
}

#[test]
fn what_is_not_known_is_named_with_where_it_would_lead() {
    let l = township(&[CounterParty::Government], |_| ());
    let today = "2026-03-02";
    let class = one(&l, today, "class", Some(0));
    assert!(leads(&class, "aim", "suggest", "CL-suggest"));
    assert!(leads(&class, "aim", "report", "CL-report"));
    assert!(!leads(&class, "aim", "own", "CL-appeal"), "the same answer changes nothing");
    let route = one(&l, today, "route", Some(0));
    assert!(leads(&route, "court", "court", "RT-court"));
    assert!(leads(&route, "court", "arbitration", "RT-arb"));
    assert!(leads(&route, "court", "yes", "RT-case"));
    assert!(leads(&route, "gov_want", "disagree", "RT-decide"));
    assert!(leads(&route, "gov_want", "apply", "RT-apply"));
    assert!(leads(&route, "subject", "acq.pay", "RT-admin"));
    // A table above that asks for more is not known either.
    let rung = one(&l, today, "rung", None);
    assert!(leads(&rung, "bodies", "several", "RU-2"));
    // Once known, it is no longer asked.
    let l = township(&[CounterParty::Government], |f| {
        f.answers.insert("aim".into(), "own".into());
    });
    assert_eq!(one(&l, today, "class", Some(0)).decision.would_change_if, []);
}

#[test]
fn what_time_alone_will_change_has_its_day() {
    let mut l = township(&[CounterParty::Government], |_| ());
    let coming = |l: &Ledger, today: &str, table: &str| {
        let decision = one(l, today, table, None).decision;
        let mut change = decision.would_change_if.into_iter();
        change.find_map(|r| Some((r.rule, r.from?.to_string())))
    };
    let to = |row: &str, day: &str| Some((row.to_owned(), day.to_owned()));
    assert_eq!(coming(&l, "2026-03-02", "rung"), to("RU-3-stuck", "2026-03-17"));
    check(&l, "2026-03-16", "rung", None, ("1", "RU-1"));
    check(&l, "2026-03-17", "rung", None, ("3", "RU-3-stuck"));
    assert_eq!(coming(&l, "2026-03-17", "rung"), to("RU-4-stuck", "2026-04-01"));
    check(&l, "2026-03-31", "rung", None, ("3", "RU-3-stuck"));
    check(&l, "2026-04-01", "rung", None, ("4", "RU-4-stuck"));
    l.ok("2026-04-02", acted(ActivityKind::Contact));
    check(&l, "2026-04-02", "rung", None, ("1", "RU-1"));
    assert_eq!(coming(&l, "2026-04-02", "rung"), to("RU-3-stuck", "2026-04-17"));
    // Half a year is counted by months: 03-02 to 09-02.
    check(&l, "2026-09-01", "pending", None, ("not_pending", "PE-young"));
    assert_eq!(coming(&l, "2026-09-01", "pending"), to("PE-pending", "2026-09-02"));
    check(&l, "2026-09-02", "pending", None, ("pending", "PE-pending"));
}

#[test]
fn a_verdict_of_a_person_shows_and_goes_back_to_the_rules() {
    let mut l = township(&[CounterParty::Government], |_| ());
    l.ok("2026-03-03", noted(None, &[("several_bodies", "yes")]));
    check(&l, "2026-03-03", "track", None, ("hard", "TR-bodies"));
    assert!(!one(&l, "2026-03-03", "track", None).is_confirmed);
    l.ok("2026-03-04", judged("track", None, "historic"));
    let track = one(&l, "2026-03-04", "track", None);
    assert_eq!(
        (track.decision.answer.as_str(), track.decision.computed.as_str()),
        ("historic", "hard")
    );
    let by = track.decision.overridden_by.clone().unwrap();
    assert_eq!(
        (by.on, by.post.as_str(), by.why.as_str()),
        (d("2026-03-04"), "总召集人", "会诊研究")
    );
    assert!(track.is_confirmed);
    assert_eq!(track.decision.because[0].rule, "TR-bodies", "the reasons of the rules stay");
    // What it asks is what the answer in force asks.
    assert_eq!(track.needs.len(), 3);
    // Confirmed, it is nobody's other opinion.
    l.ok("2026-03-05", judged("track", None, "hard"));
    let track = one(&l, "2026-03-05", "track", None);
    assert!(track.is_confirmed && track.decision.overridden_by.is_none());
    l.ok("2026-03-06", judged("track", None, ""));
    let track = one(&l, "2026-03-06", "track", None);
    assert!(!track.is_confirmed && track.decision.overridden_by.is_none());
    check(&l, "2026-03-06", "track", None, ("hard", "TR-bodies"));
}

#[test]
fn what_a_person_classified_is_read_by_the_tables_below() {
    let mut l = township(&[CounterParty::Government], |f| {
        f.answers.insert("gov_want".into(), "honour".into());
        f.answers.insert("earlier".into(), "first".into());
        f.answers.insert("several_bodies".into(), "no".into());
        f.answers.insert("rule_clear".into(), "yes".into());
        f.answers.insert("money_ready".into(), "yes".into());
    });
    check(&l, "2026-03-02", "simple", None, ("not", "SI-route"));
    l.ok("2026-03-03", classified(0, Some(Route::R6)));
    let route = one(&l, "2026-03-03", "route", Some(0));
    assert_eq!((route.decision.answer.as_str(), route.decision.computed.as_str()), ("r6", "r4"));
    assert!(route.is_confirmed && route.decision.overridden_by.is_some());
    check(&l, "2026-03-03", "simple", None, ("may", "SI-easy"));
}

#[test]
fn needs_are_ticked_by_facts_of_this_round() {
    let mut l = township(&[CounterParty::Government], |_| ());
    l.ok("2026-03-03", noted(None, &[("several_bodies", "yes")]));
    let needs = |l: &Ledger| one(l, "2026-05-01", "track", None).needs;
    assert_eq!(needs(&l), [Some(false), None, None, Some(false)]);
    l.ok("2026-03-04", planned("2026-04-01"));
    assert_eq!(needs(&l), [Some(false), None, None, Some(true)]);
    l.ok("2026-03-05", agreed(&[]));
    l.ok("2026-03-05", resolved());
    l.ok("2026-03-20", reopened(ReopenReason::Recurred));
    assert_eq!(needs(&l), [Some(false), None, None, Some(false)], "a new round, a new plan");
    check(&l, "2026-05-01", "first", None, ("again_here", "FI-returned"));
    check(&l, "2026-05-01", "again", None, ("propose", "AG-back"));
}

fn settle(l: &mut Ledger) {
    l.ok("2026-03-11", agreed(&[]));
    l.ok("2026-03-11", resolved());
}

/// A second matter of the same day, or later, linked with the first as the same.
fn twin(l: &mut Ledger, on: &str) -> Id {
    let second = Id::from_bytes([2; 10]);
    let first = std::mem::replace(&mut l.id, second);
    let mut facts = registered(Channel::Visit, CounterParty::Government);
    facts.answers.insert("earlier".into(), "first".into());
    l.register(on, on, facts, vec![]).unwrap();
    let (how, note) = (LinkKind::Same, String::new());
    let command = Command::Link { matter: second, other: first, on: d(on), how, note };
    l.run(command, on).unwrap();
    first
}

#[test]
fn a_matter_is_back_only_where_the_same_was_answered_before_it_came() {
    let told = |f: &mut Registered| drop(f.answers.insert("earlier".into(), "first".into()));
    let mut l = township(&[CounterParty::Government], told);
    let first = twin(&mut l, "2026-03-02");
    for id in [l.id, first] {
        l.id = id;
        check(&l, "2026-03-10", "first", None, ("first", "FI-first"));
        check(&l, "2026-03-10", "again", None, ("not", "AG-no"));
    }
    // Answered while both were open, neither is an earlier round of the other.
    settle(&mut l);
    l.id = Id::from_bytes([2; 10]);
    check(&l, "2026-03-12", "first", None, ("first", "FI-first"));
    // What comes after it was settled is back; what it comes back to is not.
    let mut l = township(&[CounterParty::Government], told);
    settle(&mut l);
    let first = twin(&mut l, "2026-03-12");
    check(&l, "2026-03-12", "first", None, ("again_here", "FI-linked"));
    check(&l, "2026-03-12", "again", None, ("propose", "AG-back"));
    l.id = first;
    check(&l, "2026-03-12", "first", None, ("first", "FI-first"));
}

#[test]
fn what_was_not_asked_is_asked_before_a_second_look_is_ruled_out() {
    let l = township(&[CounterParty::Government], |_| ());
    check(&l, "2026-03-02", "again", None, ("ask", "AG-ask"));
}

#[test]
fn what_may_not_be_supported_is_not_simplified() {
    let mut l = township(&[CounterParty::Government], |f| {
        f.answers.insert("earlier".into(), "first".into());
        f.answers.insert("several_bodies".into(), "no".into());
        f.answers.insert("rule_clear".into(), "yes".into());
        f.answers.insert("money_ready".into(), "yes".into());
    });
    check(&l, "2026-03-02", "simple", None, ("may", "SI-easy"));
    l.ok("2026-03-03", noted(Some(0), &[("facts_clear", "no")]));
    check(&l, "2026-03-03", "simple", None, ("not", "SI-merits"));
}

#[test]
fn hardship_is_decided_apart_from_the_merits() {
    let mut l = township(&[CounterParty::Government], |_| ());
    check(&l, "2026-03-02", "support", None, ("ask", "SU-ask"));
    l.ok("2026-03-03", noted(None, &[("hardship", "yes")]));
    l.ok("2026-03-03", noted(Some(0), &[("facts_clear", "no")]));
    check(&l, "2026-03-03", "support", None, ("refer", "SU-yes"));
    check(&l, "2026-03-03", "merits", Some(0), ("not_supported", "ME-facts"));
    l.ok("2026-03-04", noted(None, &[("hardship", "no")]));
    check(&l, "2026-03-04", "support", None, ("not", "SU-no"));
}

#[test]
fn verdicts_that_fit_no_table_are_refused() {
    let mut l = township(&[CounterParty::Government], |_| ());
    let refused = |l: &mut Ledger, event: Event| {
        let command = Command::Record { matter: l.id, facts: vec![(d("2026-03-03"), event)] };
        l.run(command, "2026-03-03").unwrap_err()
    };
    let missing = |what| Rejection::Missing(what);
    assert_eq!(refused(&mut l, judged("mood", None, "good")), missing("table"));
    for table in ["kind", "class", "route", "tier"] {
        assert_eq!(refused(&mut l, judged(table, None, "1")), missing("table"));
    }
    assert_eq!(refused(&mut l, judged("track", Some(0), "easy")), missing("claim"));
    assert_eq!(refused(&mut l, judged("merits", None, "supported")), missing("claim"));
    assert_eq!(refused(&mut l, judged("merits", Some(1), "supported")), missing("claim"));
    assert_eq!(refused(&mut l, judged("track", None, "soft")), missing("answer"));
    assert_eq!(refused(&mut l, noted(None, &[("mood", "good")])), missing("answers"));
    assert_eq!(refused(&mut l, noted(None, &[("court", "maybe")])), missing("answers"));
    assert_eq!(refused(&mut l, noted(None, &[])), missing("answers"));
    l.ok("2026-03-03", judged("merits", Some(0), "supported"));
}

#[test]
fn a_fact_about_one_claim_makes_no_report_of_the_others() {
    let mut l = township(&[CounterParty::Government, CounterParty::Government], |_| ());
    l.force(900, "2026-03-03", noted(Some(1), &[("aim", "report")]));
    check(&l, "2026-03-03", "class", Some(0), ("appeal", "CL-appeal"));
    check(&l, "2026-03-03", "class", Some(1), ("accusation", "CL-report"));
    check(&l, "2026-03-03", "route", Some(1), ("s30", "RT-30"));
}

#[test]
fn a_referral_decides_the_route_of_its_claim() {
    let mut l = township(&[CounterParty::Government, CounterParty::Government], |_| ());
    check(&l, "2026-03-02", "route", Some(0), ("r6", "RT-6"));
    let Event::Referred(sent) = referred(0) else { unreachable!() };
    let (why, post) = ("本人要起诉".to_owned(), "信访专干".to_owned());
    l.ok("2026-03-03", Event::Referred(Referred { why, post, ..sent.clone() }));
    let route = one(&l, "2026-03-03", "route", Some(0));
    assert_eq!((route.decision.answer.as_str(), route.is_confirmed), ("r1", true));
    let by = route.decision.overridden_by.unwrap();
    assert_eq!(
        (by.on, by.post.as_str(), by.why.as_str()),
        (d("2026-03-03"), "信访专干", "本人要起诉")
    );
    assert_eq!(route.needs[0], Some(true), "told by the referral itself");
    assert!(!one(&l, "2026-03-03", "route", Some(1)).is_confirmed);
    // Back from there, the claim is as it was before.
    l.ok("2026-03-05", route_ended(0, RouteResult::NotTaken));
    assert!(!one(&l, "2026-03-05", "route", Some(0)).is_confirmed);
    // What was classified and goes that way keeps its own reason.
    l.ok("2026-03-06", noted(Some(1), &[("court", "yes")]));
    l.ok("2026-03-06", Event::Referred(Referred { claim: 1, ..sent.clone() }));
    let route = one(&l, "2026-03-06", "route", Some(1));
    assert_eq!((route.is_confirmed, route.decision.overridden_by), (true, None));
    // Another way says nothing of the item unless that is said.
    let other = Referred { way: LegalWay::Other, ..sent };
    assert_eq!(other.item(), None);
    assert_eq!(Referred { route: Some(Route::R4), ..other }.item(), Some(Route::R4));
}
