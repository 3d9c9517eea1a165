//! A pack over the base pack with a table for everything a table may read, so that
//! properties hold for any pack and not only for the tables that happen to be shipped.

use crate::support::PACK;
use jieyou_domain::rules::{InputFact, RuleSet, Table, Value};
use serde_json::{Value as Json, json};
use std::sync::OnceLock;

/// What a fact of a table is about.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum About {
    /// The matter, its claims, its subject.
    Matter,
    /// What the office owes and did.
    Duty,
    /// Which unit keeps the ledger.
    Unit,
    /// Numbers of households and people; never a list.
    Counts,
    /// What questions, criteria and tables came to.
    Decided,
}

/// Says of every fact what it is about. A new one has to be put here; one that is about a
/// person has no place.
pub(super) const fn about(fact: InputFact) -> About {
    match fact {
        InputFact::Answer
        | InputFact::Table
        | InputFact::Criterion
        | InputFact::Met
        | InputFact::Unmet => About::Decided,
        InputFact::Unit => About::Unit,
        InputFact::Source
        | InputFact::Against
        | InputFact::Subject
        | InputFact::Danger
        | InputFact::Linked => About::Matter,
        InputFact::Returned
        | InputFact::Settled
        | InputFact::Limits
        | InputFact::DaysOpen
        | InputFact::MonthsOpen
        | InputFact::DaysStuck => About::Duty,
        InputFact::Households | InputFact::People => About::Counts,
    }
}

/// Every fact, with which of it is read and whether for each claim.
const READ: [(InputFact, &str, bool); 28] = [
    (InputFact::Answer, "several_bodies", false),
    (InputFact::Answer, "old_cause", true),
    (InputFact::Answer, "thing", false),
    (InputFact::Answer, "work_left", false),
    (InputFact::Table, "kind", false),
    (InputFact::Table, "kind", true),
    (InputFact::Criterion, "A2", false),
    (InputFact::Criterion, "A3", false),
    (InputFact::Criterion, "B9", false),
    (InputFact::Met, "A", false),
    (InputFact::Met, "B", false),
    (InputFact::Met, "N", false),
    (InputFact::Unmet, "One", false),
    (InputFact::Unit, "", false),
    (InputFact::Source, "", false),
    (InputFact::Against, "", false),
    (InputFact::Against, "", true),
    (InputFact::Subject, "", false),
    (InputFact::Danger, "", false),
    (InputFact::Returned, "", false),
    (InputFact::Settled, "", true),
    (InputFact::Linked, "", false),
    (InputFact::Limits, "", false),
    (InputFact::DaysOpen, "", false),
    (InputFact::MonthsOpen, "", false),
    (InputFact::DaysStuck, "", true),
    (InputFact::Households, "", false),
    (InputFact::People, "", false),
];

/// Where numbers change what follows.
const RANGES: [&str; 6] = ["0", "1", "2..9", "10..29", "30..59", "60.."];

fn words(text: &str) -> Json {
    json!({ "zh": text, "en": text })
}

/// A table that answers with the value of its one input.
fn table(base: &RuleSet, at: usize, (fact, of, per_claim): (InputFact, &str, bool)) -> Json {
    let name = format!("wide-{at}");
    let mut table = json!({
        "id": name, "name": words(&name), "per_claim": per_claim, "answers": [], "rows": [],
        "inputs": [{ "id": "read", "fact": fact.code(), "of": of, "words": words(fact.code()) }],
    });
    let read: Table = serde_json::from_value(table.clone()).unwrap();
    let mut values: Vec<String> = if fact.is_number() {
        RANGES.map(str::to_owned).to_vec()
    } else {
        base.values_of(&read, &read.inputs[0]).iter().map(Value::text).collect()
    };
    let may_be_unknown = base.values_of(&read, &read.inputs[0]).contains(&Value::Unknown);
    if may_be_unknown && !values.contains(&Value::Unknown.text()) {
        values.push(Value::Unknown.text());
    }
    let code = |n: usize| format!("v{n}");
    let row = |(n, value): (usize, &String)| {
        let id = format!("{name}-{n}");
        json!({ "id": id, "when": { "read": [value] }, "answer": code(n), "why": words(value) })
    };
    let answer = |(n, value): (usize, &String)| json!({ "code": code(n), "words": words(value) });
    table["rows"] = values.iter().enumerate().map(row).collect();
    table["answers"] = values.iter().enumerate().map(answer).collect();
    table
}

/// The text of the pack.
pub(super) fn text() -> &'static str {
    static ONE: OnceLock<String> = OnceLock::new();
    ONE.get_or_init(|| {
        let base = RuleSet::from_json(PACK).unwrap();
        let tables = READ.iter().enumerate().map(|(at, read)| table(&base, at, *read));
        let tables: Vec<Json> = tables.collect();
        let pack = json!({
            "format": "jieyou-pack", "version": 3, "id": "wide", "over": base.id,
            "name": words("wide"), "edition": "2026-03-01", "tables": tables,
        });
        pack.to_string()
    })
}

/// The base pack with it.
pub(super) fn pack() -> &'static RuleSet {
    static ONE: OnceLock<RuleSet> = OnceLock::new();
    ONE.get_or_init(|| {
        let base = RuleSet::from_json(PACK).unwrap();
        base.with(&RuleSet::from_json(text()).unwrap()).unwrap()
    })
}

#[test]
fn it_reads_everything_a_table_may_read() {
    let mut codes: Vec<&str> = READ.iter().map(|(fact, ..)| fact.code()).collect();
    codes.dedup();
    // As many as `about` has words for.
    assert_eq!(codes.len(), 19);
    assert_eq!(pack().tables.iter().filter(|t| t.id.starts_with("wide")).count(), READ.len());
}

#[test]
fn nothing_a_table_reads_is_about_a_person() {
    let of = |code: &str| READ.iter().find(|(fact, ..)| fact.code() == code).unwrap().0;
    assert_eq!(about(of("households")), About::Counts);
    assert_eq!(about(of("linked")), About::Matter);
    let named = ["name", "address", "phone", "petitioner", "visits", "times", "person", "age"];
    for (fact, ..) in READ {
        assert!(!named.iter().any(|n| fact.code().split('_').any(|part| part == *n)), "{fact:?}");
    }
}
