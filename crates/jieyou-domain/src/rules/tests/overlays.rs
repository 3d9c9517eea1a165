//! Packs over the base: the example of the documents, what may not be set, what a careful
//! reader asks, and a bad pack in the records.

use crate::facts::*;
use crate::ledger::*;
use crate::rules::*;
use crate::testing::*;
use serde_json::{Value, json};
use std::sync::Arc;

const DOCUMENTED: &str = include_str!("../../../../../docs/rules/overlay-example.json");

fn base() -> RuleSet {
    RuleSet::from_json(PACK).unwrap()
}

/// An overlay with nothing but what is given.
fn overlay(more: &Value) -> RuleSet {
    let mut pack = json!({
        "format": "jieyou-pack", "version": 2, "id": "local-QH", "over": base().id,
        "name": { "zh": "甲", "en": "a" }, "edition": "2026-01-04",
    });
    for (key, value) in more.as_object().unwrap() {
        pack[key] = value.clone();
    }
    RuleSet::from_json(&pack.to_string()).unwrap()
}

fn number(rule: &str, n: u32, from: &str) -> Value {
    json!({ "rule": rule, "term": { "n": n, "unit": "calendar_days" }, "from": from,
        "cite": { "instrument": "县办法", "article": "9", "quote": "三十日", "verified": "V1" } })
}

/// A promised clock of five working days.
fn clock(id: &str, more: &Value) -> Value {
    let words = json!({ "zh": id, "en": id });
    let mut rule = json!({
        "id": id, "kind": "promised", "owes": "office", "duty": words, "expiry": words,
        "cite": { "instrument": "i", "article": "1", "quote": "q", "verified": "Local" },
        "from": "2020-01-01", "starts": ["received"], "met_by": ["contacted"],
        "term": { "n": 5, "unit": "working_days" },
    });
    for (key, value) in more.as_object().unwrap() {
        rule[key] = value.clone();
    }
    rule
}

#[test]
fn the_documented_pack_reads_and_its_examples_come_out() {
    let pack = RuleSet::from_json(DOCUMENTED).unwrap();
    let rules = Arc::new(base().with(&pack).unwrap());
    assert_eq!(pack.lint(|_| false), [], "its rule has examples of its own");
    assert!(rules.rule("LX-visit").is_none(), "switched off");
    let calendar = Arc::new(crate::time::Calendar::from_json(CALENDAR).unwrap());
    let mut looks = 0;
    for example in &pack.examples {
        for look in &example.looks {
            let got = example.look(&rules, &calendar, look.on).unwrap();
            assert!(got.is_as(look), "{}: {look:?}, got {} {}", example.title.zh, got.is, got.due);
            looks += 1;
        }
    }
    assert_eq!(looks, 5);
}

#[test]
fn a_local_number_counts_for_what_starts_while_it_is_in_force() {
    let set = json!({ "overrides": [number("XF-34a", 45, "2026-03-01")] });
    let rules = base().with(&overlay(&set)).unwrap();
    let rule = rules.rule("XF-34a").unwrap();
    let days = |start: &str| match rules.term_on(rule, d(start)) {
        (RuleTerm::Count { n, .. }, by) => (n, by.is_some()),
        other => panic!("{other:?}"),
    };
    assert_eq!(days("2026-02-28"), (60, false));
    assert_eq!(days("2026-03-01"), (45, true));
}

#[test]
fn what_a_citizen_has_by_law_is_not_shortened() {
    let refused = |more: Value| base().with(&overlay(&more)).unwrap_err();
    assert_eq!(
        refused(json!({ "overrides": [number("XF-35a", 20, "2026-01-01")] })),
        PackError::RightStays("XF-35a".to_owned())
    );
    assert_eq!(
        refused(json!({ "overrides": [number("XF-0", 20, "2026-01-01")] })),
        PackError::NoSuchRule("XF-0".to_owned())
    );
    let months = json!({ "rule": "XF-34a", "term": { "n": 1, "unit": "months" }, "from": "2026-01-01",
        "cite": { "instrument": "i", "article": "1", "quote": "q", "verified": "V1" } });
    assert_eq!(
        refused(json!({ "overrides": [months] })),
        PackError::NotStricter("XF-34a".to_owned()),
        "another unit cannot be compared"
    );
    assert_eq!(
        refused(json!({ "rules": [clock("XF-22", &json!({}))] })),
        PackError::Twice("XF-22".to_owned())
    );
}

#[test]
fn two_numbers_for_the_same_days_are_refused() {
    let two = |from: &str| {
        let mut first = number("XF-34a", 45, "2026-01-01");
        first["to"] = json!("2026-06-30");
        json!({ "format": "jieyou-pack", "version": 2, "id": "x", "over": "base-cn",
            "name": { "zh": "甲" }, "edition": "e",
            "overrides": [first, number("XF-34a", 30, from)] })
    };
    let read = |from: &str| RuleSet::from_json(&two(from).to_string());
    assert_eq!(read("2026-06-30").unwrap_err(), PackError::Overlap("XF-34a".to_owned()));
    assert!(read("2026-07-01").is_ok());
}

#[test]
fn a_careful_reader_finds_gaps_missing_examples_and_what_loosens() {
    let rules = json!([
        clock("T-1", &json!({ "to": "2026-05-31" })),
        clock("T-2", &json!({ "follows": "T-1", "from": "2026-06-03" })),
        clock("T-3", &json!({ "effect": "excuses", "of": ["XF-34a"] })),
    ]);
    let planted = overlay(&json!({ "rules": rules }));
    let found = planted.lint(|id| id == "T-1");
    let named = |id: &str| id.to_owned();
    assert_eq!(
        found,
        [
            Lint::Gap(named("T-1, T-2")),
            Lint::NoExample(named("T-2")),
            Lint::NoExample(named("T-3")),
            Lint::Loosens(named("T-3")),
        ]
    );
    let closed = json!([
        clock("T-1", &json!({ "to": "2026-05-31" })),
        clock("T-2", &json!({ "follows": "T-1", "from": "2026-06-01" })),
    ]);
    assert_eq!(overlay(&json!({ "rules": closed })).lint(|_| true), []);
}

/// What another program, or a hand, wrote into the records.
#[test]
fn a_bad_overlay_in_the_records_leaves_the_rules() {
    let l = Ledger::accepted("2026-03-02");
    let before = Arc::clone(l.book.rules());
    let subject = crate::Subject::ledger(crate::Id::from_bytes([0; 10]));
    let adopted = |n: u32, text: &str| {
        let text = TextAdopted { name: "x".to_owned(), text: text.to_owned() };
        entry(n, "2026-03-03", subject, Event::PackAdopted(text))
    };
    let lengthens = json!({ "format": "jieyou-pack", "version": 2, "id": "bad", "over": "base-cn",
        "name": { "zh": "甲" }, "edition": "e", "overrides": [number("XF-34a", 90, "2026-01-01")] });
    let book = l.book.clone().apply(&adopted(900, "{"));
    let book = book.apply(&adopted(901, &lengthens.to_string()));
    assert_eq!(*book.rules(), before);
    let troubles: Vec<_> = book.troubles().map(|(_, trouble)| trouble.clone()).collect();
    assert_eq!(troubles.len(), 2, "{troubles:?}");
    assert!(troubles.contains(&Trouble::Pack(PackError::NotStricter("XF-34a".to_owned()))));
    assert_eq!(book.pack_text(0), Some(PACK));
    assert_eq!(book.pack_text(1), None);
}

#[test]
fn the_order_of_arrival_of_packs_makes_no_difference() {
    let mut l = Ledger::accepted("2026-03-02");
    for n in [50, 40] {
        let set = overlay_text(&json!({ "overrides": [number("XF-34a", n, "2026-01-01")] }));
        let text = TextAdopted { name: "x".to_owned(), text: set };
        l.run(Command::AdoptPack(text), "2026-03-03").unwrap();
    }
    assert_eq!(l.due("XF-34a", "2026-03-03"), "2026-04-11");
    assert_eq!(l.book.packs().len(), 2, "one id, one pack");
    let dropped = PackDropped { id: "local-QH".to_owned(), why: String::new() };
    l.run(Command::DropPack(dropped), "2026-03-04").unwrap();
    assert_eq!(l.due("XF-34a", "2026-03-04"), "2026-05-01");
    let n = l.entries.len();
    for turn in 0..n {
        let turned = l.entries[turn..].iter().chain(&l.entries[..turn]);
        let book = turned.fold(Book::new(), |book, entry| book.apply(entry));
        assert_eq!((book.rules(), book.packs()), (l.book.rules(), l.book.packs()), "from {turn}");
    }
}

fn overlay_text(more: &Value) -> String {
    let pack = overlay(more);
    serde_json::to_string(&pack).unwrap()
}

#[test]
fn a_base_with_a_longer_number_of_law_is_pointed_out() {
    let base = RuleSet::from_json(PACK).unwrap();
    let with = |n: u32| {
        let mut other = base.clone();
        let rule = other.rules.iter_mut().find(|r| r.id == "XF-34a").unwrap();
        rule.term = RuleTerm::Count { n, unit: crate::time::Unit::CalendarDays };
        other.longer_than(&base)
    };
    assert_eq!(with(61), [Lint::Loosens("XF-34a".to_owned())]);
    assert_eq!((with(60), with(59)), (vec![], vec![]));
}
