//! Whoever decides between two versions sees where they differ, whatever the field: every
//! field of every event is changed, one at a time, and what is said must change with it.

use super::tests::{desks, submit};
use crate::screens::samples::{day, id, plain};
use crate::text::{Lang, entry::whole};
use jieyou_domain::facts::{Claim, CounterParty};
use jieyou_domain::ledger::{Command, Event};
use serde_json::Value;
use std::collections::BTreeSet;

const EVENTS: &str = include_str!("../../../../../tests/golden/events.json");
const SCHEMA: &str = include_str!("../../../../../docs/ledger.schema.json");

/// What names something else and no form changes: the number beside it is said.
const NAMES: [&str; 6] = [
    "matter.registered/split_from",
    "matter.split/into",
    "matter.joined/into",
    "matter.linked/other",
    "matter.hindered/rule",
    "matter.hindered/key",
];

/// Other values that could stand in place of this one; they need not read.
fn others(value: &Value, codes: &[Vec<Value>]) -> Vec<Value> {
    match value {
        Value::Bool(is) => vec![(!is).into()],
        Value::Number(n) => vec![(n.as_u64().unwrap() + 1).into()],
        Value::String(text) => {
            let lists = codes.iter().filter(|list| list.contains(value));
            let mut all: Vec<Value> = lists.flatten().filter(|v| *v != value).cloned().collect();
            let is_day = text.len() == 10 && text.starts_with("20");
            all.push(if is_day { "2026-12-31".into() } else { format!("{text}改").into() });
            all
        }
        Value::Array(items) => {
            let mut all = vec![Value::Array(items[1..].to_vec())];
            for (at, item) in items.iter().enumerate() {
                for other in others(item, codes) {
                    let mut items = items.clone();
                    items[at] = other;
                    all.push(Value::Array(items));
                }
            }
            all
        }
        Value::Object(fields) => {
            let changed = fields.keys().flat_map(|key| changes(value, key, codes));
            changed.collect()
        }
        Value::Null => Vec::new(),
    }
}

/// The object with one field changed or left out.
fn changes(object: &Value, key: &str, codes: &[Vec<Value>]) -> Vec<Value> {
    let mut without = object.clone();
    without.as_object_mut().unwrap().remove(key);
    let with = others(&object[key], codes).into_iter().map(|other| {
        let mut changed = object.clone();
        changed[key] = other;
        changed
    });
    with.chain([without]).collect()
}

/// Every list of values in the schema.
fn lists(schema: &Value, into: &mut Vec<Vec<Value>>) {
    match schema {
        Value::Array(items) => items.iter().for_each(|item| lists(item, into)),
        Value::Object(fields) => {
            into.extend(fields.get("enum").and_then(Value::as_array).cloned());
            fields.values().for_each(|value| lists(value, into));
        }
        _ => {}
    }
}

#[test]
fn a_change_of_any_field_of_any_event_of_a_matter_is_seen() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut codes = Vec::new();
    lists(&schema, &mut codes);
    let (mut one, _) = desks();
    let mut facts = plain("四项诉求", "甲", CounterParty::Government);
    let claim = |text: &str| Claim { text: text.into(), against: CounterParty::Government };
    facts.claims.extend(["乙", "丙", "丁"].map(claim));
    let on = day("2026-04-16");
    let register = Command::Register { id: id(9), on, facts: Box::new(facts), then: Vec::new() };
    submit(&mut one, "信访专干", vec![register]).unwrap();
    let matter = one.book().matter(id(9)).unwrap();
    let said = |event: &Event| whole(event, matter, one.book(), Lang::Zh);
    let samples: Vec<Value> = serde_json::from_str(EVENTS).unwrap();
    let (mut seen, mut blind) = (BTreeSet::new(), BTreeSet::new());
    for sample in &samples {
        let (code, data) = (sample["type"].as_str().unwrap(), &sample["data"]);
        let event = Event::from_parts(code, data.clone()).unwrap();
        // What is about entries is worded by what it is about.
        if !code.starts_with("matter.") || matches!(event, Event::Corrected(_) | Event::Struck(_)) {
            continue;
        }
        let before = said(&event);
        for key in data.as_object().unwrap().keys() {
            for changed in changes(data, key, &codes) {
                let Ok(other) = Event::from_parts(code, changed) else { continue };
                if other == event {
                    continue;
                }
                seen.insert(format!("{code}/{key}"));
                if said(&other) == before {
                    blind.insert(format!("{code}/{key}: {:?}", other.data()[key]));
                }
            }
        }
    }
    blind.retain(|field| !NAMES.iter().any(|name| field.starts_with(&format!("{name}:"))));
    assert!(blind.is_empty(), "differ and look the same: {blind:#?}");
    for field in schema["$defs"].as_object().unwrap() {
        let (code, of) = field;
        let fields = of["properties"].as_object().into_iter().flat_map(|all| all.keys());
        let is_worded = code.starts_with("matter.")
            && !matches!(code.as_str(), "matter.corrected" | "matter.struck");
        for key in fields.filter(|_| is_worded) {
            let field = format!("{code}/{key}");
            let is_name = NAMES.contains(&field.as_str());
            assert!(is_name || seen.contains(&field), "no sample changes {field}");
        }
    }
}
