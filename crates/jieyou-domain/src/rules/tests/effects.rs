//! Rules that act on rules, with planted ones that say nothing about any law; and packs
//! over packs.

use crate::facts::*;
use crate::ledger::*;
use crate::rules::*;
use crate::testing::*;
use crate::time::StepKind;
use serde_json::{Value, json};

/// A rule of a planted pack: what every rule must say, and over it what is given.
fn rule(id: &str, more: &Value) -> Value {
    let words = json!({ "zh": id, "en": id });
    let mut rule = json!({
        "id": id, "kind": "promised", "owes": "citizen", "duty": words, "expiry": words,
        "cite": { "instrument": "i", "article": "1", "quote": "q", "verified": "Local" },
        "from": "2020-01-01",
    });
    for (key, value) in more.as_object().unwrap() {
        rule[key] = value.clone();
    }
    rule
}

fn pack(rules: &[Value], more: &Value) -> String {
    let words = json!({ "zh": "甲", "en": "a" });
    let mut pack = json!({
        "format": "jieyou-pack", "version": 2, "id": "planted", "over": "base-cn",
        "name": words, "edition": "2026-01-04", "rules": rules,
        "grounds": [{ "id": "t", "name": words, "propose": [
            { "when": { "category": ["work"] }, "why": words },
        ], "asks": [
            { "key": "known", "words": words }, { "key": "demand", "words": words },
            { "key": "ill", "kind": "span", "words": words },
            { "key": "barred", "kind": "yes", "words": words },
            { "key": "sued", "words": words },
        ] }],
    });
    for (key, value) in more.as_object().unwrap() {
        pack[key] = value.clone();
    }
    pack.to_string()
}

/// Three years from `t.known`, and what acts on them.
fn limits() -> Vec<Value> {
    vec![
        rule(
            "T-1",
            &json!({ "starts": ["right"], "start_key": "t.known", "roll": "hint",
                "term": { "n": 3, "unit": "years" }, "met_by": ["right"], "met_keys": ["t.sued"] }),
        ),
        rule(
            "T-2",
            &json!({ "effect": "interrupts", "of": ["T-1"], "starts": ["right", "mediation_asked"],
                "start_key": "t.demand", "ends_by": ["mediation_ended", "agreed"] }),
        ),
        rule(
            "T-3",
            &json!({ "effect": "stays", "of": ["T-1"], "starts": ["right"], "start_key": "t.ill",
                "term": { "n": 6, "unit": "months" } }),
        ),
        rule(
            "T-4",
            &json!({ "effect": "excuses", "of": ["T-1"], "starts": ["right"],
                "start_key": "t.barred" }),
        ),
    ]
}

fn adopt(l: &mut Ledger, text: &str) -> Result<(), Rejection> {
    let text = TextAdopted { name: "planted".to_owned(), text: text.to_owned() };
    l.run(Command::AdoptPack(text), "2026-03-01")
}

fn ledger(kind: UnitKind) -> Ledger {
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    facts.category = Some("work.pay".to_owned());
    let mut l = Ledger::with(kind, "2026-03-02", facts);
    adopt(&mut l, &pack(&limits(), &json!({}))).unwrap();
    l
}

fn noted(days: &[(&str, &str)]) -> Event {
    let days = days.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    let note = String::new();
    Event::RightNoted(RightNoted {
        ground: "t".to_owned(),
        ruled_out: false,
        days,
        told: None,
        note,
    })
}

#[test]
fn nothing_runs_before_a_day_is_named_and_the_earliest_day_counts() {
    let mut l = ledger(UnitKind::Village);
    assert!(l.owed("T-1", "2026-03-02").is_empty(), "nothing is assumed from silence");
    let assessed = l.assess("2026-03-02");
    assert_eq!((assessed.proposed[0].ground.as_str(), assessed.proposed[0].reason), ("t", 0));
    assert_eq!(assessed.unasked(l.state()).count(), 1);
    l.ok("2026-03-02", noted(&[("known", "2025-05-01")]));
    assert_eq!(l.assess("2026-03-02").unasked(l.state()).count(), 0);
    assert_eq!(l.due("T-1", "2026-03-02"), "2028-05-01");
    assert_eq!(l.one("T-1", "2026-03-02").told, Some(false));
    l.ok("2026-03-03", noted(&[("known", "2025-04-20")]));
    assert_eq!(l.due("T-1", "2026-03-03"), "2028-04-20", "the earlier one is the safe one");
    // Used in time, it is met.
    l.ok("2026-03-04", noted(&[("sued", "2026-03-04")]));
    assert_eq!(l.one("T-1", "2026-03-05").standing, Standing::Met(d("2026-03-04")));
}

#[test]
fn telling_counts_for_every_day_of_the_ground() {
    let mut l = ledger(UnitKind::Township);
    l.ok("2026-03-02", noted(&[("known", "2025-05-01")]));
    let Event::RightNoted(told) = noted(&[]) else { unreachable!() };
    l.ok("2026-03-05", Event::RightNoted(RightNoted { told: Some(Told::Written), ..told }));
    assert_eq!(l.one("T-1", "2026-03-05").told, Some(true));
}

#[test]
fn what_is_ruled_out_runs_no_more_and_may_come_back() {
    let mut l = ledger(UnitKind::Village);
    l.ok("2026-03-02", noted(&[("known", "2025-05-01")]));
    let Event::RightNoted(out) = noted(&[]) else { unreachable!() };
    let out = RightNoted { ruled_out: true, ..out };
    assert_eq!(
        l.record("2026-03-03", Event::RightNoted(out.clone())),
        Err(Rejection::Missing("note")),
        "why it does not apply is said"
    );
    l.ok("2026-03-03", Event::RightNoted(RightNoted { note: "不是用工".to_owned(), ..out }));
    assert!(l.owed("T-1", "2026-03-03").is_empty());
    l.ok("2026-03-04", noted(&[("known", "2025-06-01")]));
    assert_eq!(l.due("T-1", "2026-03-04"), "2028-05-01");
}

#[test]
fn days_that_cannot_be_are_refused() {
    let mut l = ledger(UnitKind::Village);
    let mut refused = |days: &[(&str, &str)]| l.record("2026-03-02", noted(days)).unwrap_err();
    assert_eq!(refused(&[("mood", "2026-01-01")]), Rejection::Missing("days"));
    assert_eq!(refused(&[("known", "yes")]), Rejection::Missing("days"));
    assert_eq!(refused(&[]), Rejection::Missing("days"));
    let (on, today) = (d("2026-03-03"), d("2026-03-02"));
    assert_eq!(refused(&[("known", "2026-03-03")]), Rejection::InTheFuture { on, today });
    let span = [("ill", "2026-02-02"), ("ill_to", "2026-02-01")];
    assert_eq!(refused(&span), Rejection::DayBefore("days", d("2026-02-02")));
}

#[test]
fn an_interruption_starts_it_anew_and_its_end_once_more() {
    let mut l = ledger(UnitKind::Village);
    l.ok("2026-03-02", noted(&[("known", "2025-05-01"), ("demand", "2026-01-15")]));
    let o = l.one("T-1", "2026-03-02");
    assert_eq!((o.due.day(), o.by), (Some(d("2029-01-15")), vec!["T-2".to_owned()]));
    let kinds: Vec<StepKind> = o.steps.iter().map(|s| s.kind).collect();
    let start = [StepKind::Start, StepKind::Interrupted, StepKind::Start];
    assert_eq!(kinds[..3], start, "from the demand it counts again");
    // Mediation asked for interrupts; once it has ended, the time counts from its end.
    let mediated = |result| Mediated {
        mediator: "调委会".to_owned(),
        result,
        note: String::new(),
        remedies_told: true,
        asked_on: Some(d("2026-03-02")),
    };
    l.ok("2026-03-10", Event::Mediated(mediated(MediationResult::Ongoing)));
    assert_eq!(l.due("T-1", "2026-03-10"), "2029-03-02");
    let ended = Mediated { asked_on: None, ..mediated(MediationResult::Failed) };
    l.ok("2026-04-01", Event::Mediated(ended));
    assert_eq!(l.due("T-1", "2026-04-01"), "2029-04-01");
}

#[test]
fn what_comes_too_late_interrupts_nothing() {
    let mut l = ledger(UnitKind::Village);
    l.ok("2026-03-02", noted(&[("known", "2023-01-10"), ("demand", "2026-01-11")]));
    assert_eq!(l.due("T-1", "2026-03-02"), "2026-01-10");
    l.ok("2026-03-02", noted(&[("demand", "2026-01-10")]));
    assert_eq!(l.due("T-1", "2026-03-02"), "2029-01-11", "and then the second one counts too");
}

#[test]
fn an_obstacle_stays_it_in_the_last_months_only() {
    let mut l = ledger(UnitKind::Village);
    l.ok("2026-03-02", noted(&[("known", "2023-05-01")]));
    let ill = |from, to| noted(&[("ill", from), ("ill_to", to)]);
    l.ok("2026-03-03", ill("2025-09-01", "2025-11-01"));
    assert_eq!(l.due("T-1", "2026-03-03"), "2026-05-01", "over before the last six months");
    l.ok("2026-03-04", ill("2025-09-01", "2025-12-01"));
    let o = l.one("T-1", "2026-03-04");
    assert_eq!((o.due.day(), o.by), (Some(d("2026-06-01")), vec!["T-3".to_owned()]));
}

#[test]
fn an_excuse_leaves_nothing_owed_and_is_said() {
    let mut l = ledger(UnitKind::Village);
    l.ok("2026-03-02", noted(&[("known", "2025-05-01")]));
    l.ok("2026-03-03", noted(&[("barred", "yes")]));
    assert!(l.owed("T-1", "2026-03-03").is_empty());
    let said = l.assess("2026-03-03").said;
    assert!(said.iter().any(|s| s.rule == "T-4" && s.since == Some(d("2026-03-03"))), "{said:?}");
}

#[test]
fn an_extension_counts_when_it_was_decided_in_time_and_never_for_more() {
    let rules = [
        rule(
            "T-5",
            &json!({ "owes": "office", "starts": ["accepted"], "met_by": ["all_replied"],
                "term": { "n": 40, "unit": "calendar_days" } }),
        ),
        rule(
            "T-6",
            &json!({ "effect": "extends", "of": ["T-5"], "owes": "office", "starts": ["extended"],
                "term": { "n": 10, "unit": "calendar_days" } }),
        ),
    ];
    let extended = |days| {
        Event::Extended(Extended {
            days,
            reason: "要测绘".to_owned(),
            approved_by: "镇长".to_owned(),
        })
    };
    for (on, days, due) in [
        ("2026-04-11", 30, "2026-04-21"),
        ("2026-04-11", 4, "2026-04-15"),
        ("2026-04-12", 9, "2026-04-11"),
    ] {
        let mut l = Ledger::accepted("2026-03-02");
        adopt(&mut l, &pack(&rules, &json!({}))).unwrap();
        l.ok(on, extended(days));
        assert_eq!(l.due("T-5", on), due, "{on}, {days} days");
    }
}

#[test]
fn the_simplified_procedure_has_its_exclusions_and_a_way_out() {
    let simple = |simple, ground| {
        Event::ProcedureSet(ProcedureSet { simple, ground, why: "说明".to_owned() })
    };
    let clear = Some(SimpleGround::Clear);
    let mut l = Ledger::accepted("2026-03-02");
    assert_eq!(l.record("2026-03-02", simple(true, None)), Err(Rejection::Missing("ground")));
    l.ok("2026-03-02", simple(true, clear));
    assert!(l.state().is_simple());
    l.not_now("2026-03-03", simple(true, clear), WhyNot::SameProcedure);
    l.ok("2026-03-04", simple(false, None));
    assert!(!l.state().is_simple());
    assert_eq!(l.due("XF-34a", "2026-03-05"), "2026-05-01", "the sixty days run on as before");
    let of = |channel, answers: &[(&str, &str)], route| {
        let mut facts = registered(channel, CounterParty::Institution);
        facts.answers = answers.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
        l.ok("2026-03-02", classified(0, Some(route)));
        l
    };
    let refused = |mut l: Ledger, why| l.not_now("2026-03-02", simple(true, clear), why);
    refused(of(Channel::Assigned, &[], Route::R6), WhyNot::NotAssigned);
    refused(of(Channel::Visit, &[("earlier", "undone")], Route::R6), WhyNot::OnlyFirst);
    refused(of(Channel::Visit, &[("several_bodies", "yes")], Route::R6), WhyNot::SeveralBodies);
    refused(of(Channel::Visit, &[], Route::R4), WhyNot::OnlyOrdinaryRoute);
    let mut village = ledger(UnitKind::Village);
    village.not_now("2026-03-02", simple(true, clear), WhyNot::NotAVillageStep);
}

#[test]
fn an_overlay_is_laid_over_its_base_and_taken_off_again() {
    let mut l = Ledger::accepted("2026-03-02");
    let set = |n: u32| {
        json!({ "rules": [], "overrides": [{ "rule": "XF-34a", "from": "2026-01-01",
            "term": { "n": n, "unit": "calendar_days" },
            "cite": { "instrument": "某省办法", "article": "9", "quote": "三十日", "verified": "V1" } }] })
    };
    let refused = |l: &mut Ledger, text: &str| match adopt(l, text) {
        Err(Rejection::BadPack(e)) => e,
        other => panic!("{other:?}"),
    };
    let e = refused(&mut l, &pack(&[], &set(61)));
    assert_eq!(e, PackError::NotStricter("XF-34a".to_owned()));
    assert_eq!(l.due("XF-34a", "2026-03-02"), "2026-05-01", "what was in force stays");
    let promised = pack(&[], &set(30)).replace("\"V1\"", "\"Local\"");
    let e = refused(&mut l, &promised);
    assert_eq!(e, PackError::NotLaw("XF-34a".to_owned()), "a promise sets no limit of law");
    adopt(&mut l, &pack(&[], &set(30))).unwrap();
    assert_eq!(l.due("XF-34a", "2026-03-02"), "2026-04-01");
    assert_eq!(l.book.packs().len(), 2);
    // The other way round of arrival gives the same book.
    let turned = Book::new().apply_all(l.entries.iter().rev());
    assert_eq!((turned.rules(), turned.packs()), (l.book.rules(), l.book.packs()));
    let drop =
        |id: &str| Command::DropPack(PackDropped { id: id.to_owned(), why: "废止".to_owned() });
    assert!(l.run(drop("base-cn"), "2026-03-05").is_err(), "the base is no overlay");
    l.run(drop("planted"), "2026-03-05").unwrap();
    assert_eq!(l.due("XF-34a", "2026-03-05"), "2026-05-01");
    assert_eq!(
        refused(&mut l, &pack(&[], &json!({ "over": "other" }))),
        PackError::NotOver("other".to_owned())
    );
    assert_eq!(
        refused(&mut l, &pack(&[], &json!({ "off": ["XF-22"] }))),
        PackError::LawStays("XF-22".to_owned())
    );
    adopt(&mut l, &pack(&[], &json!({ "off": ["CN-contact"] }))).unwrap();
    assert!(l.owed("CN-contact", "2026-03-05").is_empty());
}

#[test]
fn a_careless_pack_is_refused_with_its_place() {
    let refused = |rules: &[Value], more: Value| {
        let text = pack(rules, &more).replace("\"base-cn\"", "\"\"");
        RuleSet::from_json(&text).unwrap_err()
    };
    let clock = json!({ "starts": ["accepted"], "term": { "n": 4, "unit": "working_days" } });
    let with = |key: &str, value: Value| {
        let mut clock = clock.clone();
        clock[key] = value;
        vec![rule("T-9", &clock)]
    };
    let unreadable = |rules: Vec<Value>, place: &str, what: &str| match refused(&rules, json!({})) {
        PackError::Unreadable(said) => {
            assert!(said.contains(place) && said.contains(what), "{said}");
        }
        other => panic!("{other:?}"),
    };
    unreadable(with("starts", json!(["noticed"])), "rules[0].starts[0]", "`noticed`");
    unreadable(with("term", json!({ "n": -4, "unit": "working_days" })), "rules[0].term.n", "-4");
    let t9 = || "T-9".to_owned();
    assert_eq!(refused(&with("starts", json!([])), json!({})), PackError::NoClock(t9()));
    let uncited = json!({ "instrument": "i", "article": " ", "quote": "q", "verified": "V1" });
    assert_eq!(refused(&with("cite", uncited), json!({})), PackError::Uncited(t9()));
    assert_eq!(refused(&with("kind", json!("statutory")), json!({})), PackError::NotLaw(t9()));
    assert_eq!(
        refused(&with("of", json!(["T-0"])), json!({})),
        PackError::NoSuchRule("T-9: T-0".to_owned())
    );
    assert_eq!(
        refused(&with("start_key", json!("t.mood")), json!({})),
        PackError::NoSuchGround("T-9: t.mood".to_owned())
    );
    let mut two = with("to", json!("2026-06-30"));
    let mut next = clock;
    (next["follows"], next["from"]) = (json!("T-9"), json!("2026-06-30"));
    two.push(rule("T-10", &next));
    assert_eq!(refused(&two, json!({})), PackError::Overlap("T-9, T-10".to_owned()));
    two[1]["from"] = json!("2026-07-02");
    let text = pack(&two, &json!({})).replace("\"base-cn\"", "\"\"");
    let lint = RuleSet::from_json(&text).unwrap().lint(|_| true);
    assert_eq!(lint, [Lint::Gap("T-9, T-10".to_owned())], "1 July lies between them");
}
