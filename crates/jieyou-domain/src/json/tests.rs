//! What is read here is what serde's derived code reads, and what is refused is refused.

use super::{Fault, Read, Twice, Value, read, value};
use crate::facts::MustBy;
use crate::ledger::Event;
use crate::rules::{Rule, RuleSet};
use crate::time::Year;
use serde_json::{Map, json};
use std::fmt::Debug;

const PACK: &str = include_str!("../../../../rules/base/pack.json");
const EVENTS: &str = include_str!("../../../../tests/golden/events.json");

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("is JSON")
}

/// Every way in which one place of `value` may be wrong, or odd.
fn spoilt(value: &Value) -> Vec<Value> {
    let wrong = [json!(null), json!(true), json!(7), json!(-1), json!(1.5), json!(5e9), json!("")];
    let others = [json!("x"), json!([]), json!({}), json!(5_000_000_000_u64), json!([1, 2, 3])];
    // The derived code reads a struct from a list too; nobody writes that.
    let fits = |other: &Value| !(value.is_object() && other.is_array());
    let mut all: Vec<Value> = wrong.into_iter().chain(others).filter(fits).collect();
    match value {
        Value::Object(fields) => {
            let with = |name: &str, value: Option<Value>| {
                let mut fields = fields.clone();
                match value {
                    Some(value) => drop(fields.insert(name.to_owned(), value)),
                    None => drop(fields.remove(name)),
                }
                Value::Object(fields)
            };
            all.push(with("stranger", Some(json!(1))));
            for (name, inner) in fields {
                all.push(with(name, None));
                all.extend(spoilt(inner).into_iter().map(|inner| with(name, Some(inner))));
            }
        }
        Value::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                all.extend(spoilt(inner).into_iter().map(|inner| {
                    let mut items = items.clone();
                    items[at] = inner;
                    Value::Array(items)
                }));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    all
}

/// Compares the two readers on `value` and on everything that is nearly `value`.
fn check<T: PartialEq + Debug>(
    value: &Value,
    here: impl Fn(Value) -> Option<T>,
    derived: impl Fn(Value) -> Option<T>,
) {
    assert!(here(value.clone()).is_some(), "does not read: {value}");
    for value in std::iter::once(value.clone()).chain(spoilt(value)) {
        assert_eq!(here(value.clone()), derived(value.clone()), "{value}");
    }
}

fn check_type<T: Read + serde::de::DeserializeOwned + PartialEq + Debug>(value: &Value) {
    check(value, |v| T::read(v).ok(), |v| serde_json::from_value(v).ok());
}

#[test]
fn events_read_as_the_derived_code_reads_them() {
    let Value::Array(events) = parsed(EVENTS) else { panic!("a list") };
    assert!(events.len() > 30);
    for event in events {
        let code = event["type"].as_str().expect("a type");
        let here = |data| Event::from_parts(code, data).ok();
        check(&event["data"], here, |data| Event::derived(code, data));
    }
}

#[test]
fn events_are_written_as_the_derived_code_writes_them() {
    let Value::Array(events) = parsed(EVENTS) else { panic!("a list") };
    for event in events {
        let code = event["type"].as_str().expect("a type");
        for data in std::iter::once(event["data"].clone()).chain(spoilt(&event["data"])) {
            // Among them are empty texts and lists where nothing would stand.
            if let Ok(event) = Event::from_parts(code, data) {
                assert_eq!(event.data().to_string(), event.derived_data().to_string());
            }
        }
    }
}

#[test]
fn a_pack_reads_as_the_derived_code_reads_it() {
    let pack = parsed(PACK);
    let list = |name: &str| pack[name].as_array().expect("a list").clone();
    assert_eq!(read::<RuleSet>(PACK).ok(), serde_json::from_str(PACK).ok());
    list("rules").iter().for_each(check_type::<Rule>);
    list("criteria").iter().for_each(check_type::<crate::rules::Criterion>);
    list("questions").iter().for_each(check_type::<crate::rules::Question>);
    list("grounds").iter().for_each(check_type::<crate::rules::Ground>);
    list("categories").iter().for_each(check_type::<crate::rules::Category>);
    let mut short = pack.as_object().expect("an object").clone();
    for (_, value) in &mut short {
        if let Value::Array(items) = value {
            *items = vec![json!({})];
        }
    }
    short.insert("rules".to_owned(), json!([]));
    short.insert("criteria".to_owned(), json!([]));
    short.insert("questions".to_owned(), json!([]));
    short.insert("grounds".to_owned(), json!([]));
    short.insert("tables".to_owned(), json!(list("tables")[..1]));
    short.insert("categories".to_owned(), json!(list("categories")[..1]));
    short.insert("alike".to_owned(), json!(["账帐"]));
    // Every place is spoilt in a copy of the whole: not of what was learned, and one group.
    short.remove("leans");
    let groups = pack["groups"].as_object().expect("groups").iter().take(1);
    let groups: Map<String, Value> = groups.map(|(id, _)| (id.clone(), json!(["水"]))).collect();
    short.insert("groups".to_owned(), Value::Object(groups));
    check_type::<RuleSet>(&Value::Object(short));
}

#[test]
fn a_calendar_reads_as_the_derived_code_reads_it() {
    let year = json!({"off": ["2026-01-01", "2026-01-02"], "work": [], "source": "x"});
    check_type::<Year>(&year);
}

#[test]
fn texts_are_the_values_that_the_parser_reads() {
    for text in [PACK, EVENTS, r#"[0, -1, 1.5, 1e3, "\u00e9", null, true, [], {}, "\ud83d\ude00"]"#]
    {
        assert_eq!(value(text, Twice::Nowhere).expect("reads"), parsed(text));
    }
    for text in ["", "{", "[1,]", "{} {}", "nul", "\"\\ud83d\"", "{1: 2}", "01"] {
        assert!(value(text, Twice::Inside).is_err(), "{text}");
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
    }
    assert_eq!(value("{\"a\": [", Twice::Nowhere).expect_err("cut").fault(), Fault::CutOff);
    assert_eq!(value("{\"a\" 1}", Twice::Nowhere).expect_err("wrong").fault(), Fault::NotJson);
}

#[test]
fn no_name_stands_twice() {
    let (outer, inner) = (r#"{"a": 1, "a": 2}"#, r#"{"a": {"b": 1, "b": 2}}"#);
    let twice = value(outer, Twice::Inside).expect_err("twice");
    assert_eq!(twice.to_string(), "duplicate field `a` at line 1 column 16");
    assert!(value(inner, Twice::Nowhere).is_err());
    assert_eq!(value(inner, Twice::Inside), Ok(json!({"a": {"b": 2}})));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let text = |what: &str| format!("{{\n  \"on\": {what},\n  \"what\": \"x\"\n}}");
    let says = |text: &str| read::<MustBy>(text).expect_err("is wrong").to_string();
    assert_eq!(read::<MustBy>(&text("\"2026-02-12\"")).map(|m| m.what), Ok("x".to_owned()));
    assert_eq!(
        says(&text("\"2026-2-12\"")),
        "on: `2026-2-12` where a day such as 2026-02-12 belongs at line 2 column 19"
    );
    assert_eq!(
        says(&text("[]")),
        "on: a list where a day such as 2026-02-12 belongs at line 2 column 10"
    );
    assert_eq!(says("{\n}"), "missing field `on` at line 2 column 1");
    assert_eq!(says("[]"), "a list where an object belongs at line 1 column 2");
    let rule = PACK.replacen("\"roll\": \"hint\"", "\"roll\": \"hunt\"", 1);
    let why = read::<RuleSet>(&rule).expect_err("is wrong").to_string();
    assert!(why.starts_with("rules[") && why.contains("].roll: unknown code `hunt`"), "{why}");
}

#[test]
fn a_body_that_is_no_object_is_refused() {
    assert!(Map::read(json!([])).is_err());
    assert!(<(u32, Option<u32>)>::read(json!([1])).is_err());
    assert_eq!(<(u32, Option<u32>)>::read(json!([1, null])), Ok((1, None)));
}
