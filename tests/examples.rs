//! The examples of rules, which the app runs too: each rule on both sides of its boundary,
//! and on both sides of the days it is in force.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use crate::support::{CALENDAR, PACK};
use jieyou_domain::Date;
use jieyou_domain::rules::{Effect, Example, Got, Look, Rule, RuleSet, RuleTerm, read_examples};
use jieyou_domain::time::{Calendar, parse_date};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// Every example with its file's name.
fn examples() -> Vec<(String, Example)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/base/examples");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap();
        let all = read_examples(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        all.into_iter().map(move |e| (name.clone(), e)).collect::<Vec<_>>()
    };
    files.into_iter().flat_map(read).collect()
}

fn basis() -> (Arc<RuleSet>, Arc<Calendar>) {
    let rules = RuleSet::from_json(PACK).unwrap();
    (Arc::new(rules), Arc::new(Calendar::from_json(CALENDAR).unwrap()))
}

#[test]
fn every_example_comes_out_as_written() {
    let (rules, calendar) = basis();
    let (mut wrong, mut looks) = (String::new(), 0);
    let all = examples();
    for (file, example) in &all {
        let title = format!("{file}: {} “{}”", example.rule, example.title.zh);
        assert!(!example.title.zh.is_empty() && !example.title.en.is_empty(), "{title}: no title");
        assert!(!example.looks.is_empty(), "{title}: expects nothing");
        for look in &example.looks {
            looks += 1;
            match example.look(&rules, &calendar, look.on) {
                Ok(got) if got.is_as(look) => {}
                Ok(Got { is, due, hint, .. }) => {
                    writeln!(wrong, "{title}\n  {look:?}\n  got {is}, {due}, {hint:?}").unwrap();
                }
                Err(why) => writeln!(wrong, "{title}\n  {why}").unwrap(),
            }
        }
    }
    println!("{} rules, {} examples, {looks} looks", rules.rules.len(), all.len());
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// On the near side it runs, was met in time or is said; beyond it is late, over, gone or
/// never was.
#[test]
fn every_rule_has_examples_on_both_sides() {
    let (rules, _) = basis();
    let mut near: BTreeMap<String, usize> = BTreeMap::new();
    let mut beyond: BTreeMap<String, usize> = BTreeMap::new();
    for (_, example) in examples() {
        for look in &example.looks {
            let is = look.is.as_str();
            let is_near = matches!(is, "running" | "suspended" | "said" | "not started")
                || is.starts_with("met 2");
            // A count has no sides: two of them have.
            let seen = if is_near { &mut near } else { &mut beyond };
            *seen.entry(example.rule.clone()).or_default() += 1;
        }
    }
    let has = |seen: &BTreeMap<String, usize>, id: &str| seen.get(id).copied().unwrap_or(0);
    let missing = rules.rules.iter().filter(|r| match r.effect {
        Effect::Listed => false,
        Effect::Counts => has(&beyond, &r.id) < 2,
        // What acts on another clock shows both sides there, by the days.
        Effect::Extends | Effect::Suspends | Effect::Interrupts | Effect::Stays => {
            has(&near, &r.id) + has(&beyond, &r.id) < 2
        }
        Effect::Clock | Effect::Excuses | Effect::Says => {
            has(&near, &r.id) == 0 || has(&beyond, &r.id) == 0
        }
    });
    let missing: Vec<&str> = missing.map(|r| r.id.as_str()).collect();
    assert_eq!(missing, [""; 0], "no example on both sides");
}

/// An example moved so that what starts the rule lies on its first day finds it in force,
/// and a day earlier not; on its last day, and a day later not.
#[test]
fn every_rule_has_an_example_on_each_side_of_its_days() {
    let (rules, calendar) = basis();
    let all = examples();
    let (mut edges, mut missing) = (0, Vec::new());
    for rule in &rules.rules {
        if matches!(rule.effect, Effect::Counts | Effect::Listed) {
            continue;
        }
        // The rules it leans on were always there: only its own days are looked at.
        let mut alone = RuleSet::clone(&rules);
        for other in alone.rules.iter_mut().filter(|r| r.id != rule.id) {
            (other.from, other.to) = (parse_date("1949-10-01").unwrap(), None);
        }
        let alone = Arc::new(alone);
        let own: Vec<&Example> = all.iter().map(|(_, e)| e).filter(|e| e.rule == rule.id).collect();
        let mut check = |inside: Date, outside: Date, what: &str| {
            let found = own.iter().any(|e| {
                let base = serde_json::to_value(e).unwrap();
                e.looks.iter().filter_map(|l| l.on).any(|on| {
                    days(&base).into_iter().any(|day| {
                        acts(rule, &base, on, inside - day, &alone, &calendar)
                            && !acts(rule, &base, on, outside - day, &alone, &calendar)
                    })
                })
            });
            edges += 1;
            if !found {
                missing.push(format!("{} {what}", rule.id));
            }
        };
        check(rule.from, rule.from.pred_opt().unwrap(), "from");
        if let Some(to) = rule.to {
            check(to, to.succ_opt().unwrap(), "to");
        }
    }
    println!("{edges} edges of days in force");
    assert_eq!(missing, [""; 0]);
}

/// A number that is off by one is noticed by the examples of its rule.
#[test]
fn a_number_off_by_one_is_noticed() {
    let (rules, calendar) = basis();
    let all = examples();
    let mut missing = Vec::new();
    for (at, rule) in rules.rules.iter().enumerate() {
        let RuleTerm::Count { n, unit } = rule.term else { continue };
        let own: Vec<&Example> = all.iter().map(|(_, e)| e).filter(|e| e.rule == rule.id).collect();
        for n in [n - 1, n + 1] {
            let mut wrong = RuleSet::clone(&rules);
            wrong.rules[at].term = RuleTerm::Count { n, unit };
            let wrong = Arc::new(wrong);
            let is_noticed = own.iter().any(|e| {
                let got = |look: &Look| e.look(&wrong, &calendar, look.on);
                e.looks.iter().any(|look| got(look).is_ok_and(|got| !got.is_as(look)))
            });
            if !is_noticed {
                missing.push(format!("{} with {n}", rule.id));
            }
        }
    }
    assert_eq!(missing, [""; 0]);
}

/// Every day an example names.
fn days(value: &Value) -> BTreeSet<Date> {
    match value {
        Value::String(text) => parse_date(text).into_iter().collect(),
        Value::Array(items) => items.iter().flat_map(days).collect(),
        Value::Object(map) => map.values().flat_map(days).collect(),
        _ => BTreeSet::new(),
    }
}

fn shifted(value: &Value, by: chrono::TimeDelta) -> Value {
    match value {
        Value::String(text) => match parse_date(text).and_then(|d| d.checked_add_signed(by)) {
            Some(day) => Value::from(day.to_string()),
            None => value.clone(),
        },
        Value::Array(items) => items.iter().map(|v| shifted(v, by)).collect(),
        Value::Object(map) => {
            Value::Object(map.iter().map(|(k, v)| (k.clone(), shifted(v, by))).collect())
        }
        _ => value.clone(),
    }
}

/// Whether the rule does something on a day of the example, moved by so many days.
fn acts(
    rule: &Rule,
    example: &Value,
    on: Date,
    by: chrono::TimeDelta,
    rules: &Arc<RuleSet>,
    calendar: &Arc<Calendar>,
) -> bool {
    let example: Example = serde_json::from_value(shifted(example, by)).unwrap();
    let Some(on) = on.checked_add_signed(by) else { return false };
    let Ok(got) = example.look(rules, calendar, Some(on)) else { return false };
    match rule.effect {
        Effect::Clock => got.is != "nothing" && got.is != "not started",
        Effect::Says => got.is == "said",
        Effect::Excuses if example.look_at.is_empty() => got.is == "said",
        Effect::Excuses => got.is == "nothing",
        _ => got.obligation.is_some_and(|o| o.by.contains(&rule.id)),
    }
}
