//! The cases of decision tables, which the app runs too: each row is reached, and each
//! boundary of each row has a case on both sides that differs in that one input only.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use crate::support::PACK;
use jieyou_domain::rules::{Case, Input, Row, RuleSet, Table, Value, read_cases};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Every case with its file's name.
fn cases() -> Vec<(String, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/base/cases");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap();
        let all = read_cases(&text).unwrap_or_else(|e| panic!("{name}: {e:?}"));
        all.into_iter().map(move |c| (name.clone(), c)).collect::<Vec<_>>()
    };
    files.into_iter().flat_map(read).collect()
}

fn rules() -> RuleSet {
    RuleSet::from_json(PACK).unwrap()
}

#[test]
fn every_case_comes_out_as_written() {
    let rules = rules();
    let (mut wrong, mut seen) = (String::new(), BTreeMap::new());
    let all = cases();
    for (file, case) in &all {
        let title = format!("{file}: {:?}", case.given);
        assert_eq!(case.title.zh.is_empty(), case.title.en.is_empty(), "{title}: one language");
        assert!(!case.row.is_empty(), "{title}: names no row");
        *seen.entry(case.table.as_str()).or_insert(0) += 1;
        match case.run(&rules) {
            Ok(got) if got == (case.expect.as_str(), case.row.as_str()) => {}
            got => {
                let wanted = (&case.expect, &case.row);
                writeln!(wrong, "{title}\n  expected {wanted:?}, got {got:?}").unwrap();
            }
        }
    }
    println!("{} cases: {seen:?}", all.len());
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// A side of a boundary: values of one input inside the row, and values outside it.
struct Side {
    what: String,
    inside: Vec<Value>,
    outside: Vec<Value>,
}

/// The boundaries of a row in one input: both ends of each range, else what is named and
/// what is not.
fn sides(rules: &RuleSet, table: &Table, row: &Row, input: &Input) -> Vec<Side> {
    let allowed = row.when.get(&input.id).unwrap();
    let known = rules.values_of(table, input);
    let (inside, outside): (Vec<Value>, Vec<Value>) =
        known.into_iter().partition(|value| value.is_among(allowed));
    if !input.fact.is_number() {
        return vec![Side { what: input.id.clone(), inside, outside }];
    }
    let mut all = Vec::new();
    let number = |text: &str| text.parse::<u32>().ok();
    for range in allowed {
        let (low, high) = range.split_once("..").unwrap_or((range, range));
        let ends = [
            number(low).and_then(|n| Some((n, n.checked_sub(1)?))),
            number(high).map(|n| (n, n + 1)),
        ];
        for (near, beyond) in ends.into_iter().flatten() {
            all.push(Side {
                what: format!("{} {near}|{beyond}", input.id),
                inside: vec![Value::Number(near)],
                outside: vec![Value::Number(beyond)],
            });
        }
    }
    // A range without ends, such as one that is known at all.
    if all.is_empty() {
        all.push(Side { what: input.id.clone(), inside, outside });
    }
    all
}

/// The one value a case gives an input, and all it gives the others.
fn apart(table: &Table, case: &Case, input: &str) -> (String, Vec<String>) {
    let given = |id: &str| case.given.get(&id.to_owned()).cloned().unwrap_or_default();
    let others = table.inputs.iter().filter(|i| i.id != input);
    (given(input), others.map(|i| given(&i.id)).collect())
}

/// Whether an input's value, as written in a case, is one of these.
fn is_one(written: &str, values: &[Value]) -> bool {
    let plain = |value: &Value| match value {
        Value::Unknown => written.is_empty() || written == "unknown",
        Value::Number(n) => written == n.to_string() || written.is_empty() && *n == 0,
        Value::Code(code) => {
            written == code || written.is_empty() && matches!(code.as_str(), "no" | "none")
        }
    };
    values.iter().any(plain)
}

#[test]
fn every_boundary_has_a_case_on_both_sides() {
    let rules = rules();
    let all = cases();
    let (mut boundaries, mut missing) = (0, Vec::new());
    for table in &rules.tables {
        let own: Vec<&Case> = all.iter().map(|(_, c)| c).filter(|c| c.table == table.id).collect();
        for row in &table.rows {
            let hits: Vec<&&Case> = own.iter().filter(|c| c.row == row.id).collect();
            if hits.is_empty() {
                missing.push(format!("{}: no case", row.id));
            }
            for input in table.inputs.iter().filter(|i| row.when.get(&i.id).is_some()) {
                for side in sides(&rules, table, row, input) {
                    boundaries += 1;
                    let found = hits.iter().any(|hit| {
                        let (near, others) = apart(table, hit, &input.id);
                        is_one(&near, &side.inside)
                            && own.iter().any(|case| {
                                let (beyond, same) = apart(table, case, &input.id);
                                same == others && is_one(&beyond, &side.outside)
                            })
                    });
                    if !found {
                        missing.push(format!("{}: {}", row.id, side.what));
                    }
                }
            }
        }
    }
    println!("{boundaries} boundaries");
    assert_eq!(missing, [""; 0], "no pair of cases on both sides");
}

/// A row that answers otherwise, or is gone, is noticed by the cases of its table.
#[test]
fn a_row_that_is_wrong_is_noticed() {
    let rules = rules();
    let all = cases();
    let mut missing = Vec::new();
    for (at, table) in rules.tables.iter().enumerate() {
        for place in 0..table.rows.len() {
            let mut without = RuleSet::clone(&rules);
            let gone = without.tables[at].rows.remove(place);
            let is_noticed = all.iter().any(|(_, case)| {
                let wanted = Ok((case.expect.as_str(), case.row.as_str()));
                case.table == table.id && case.run(&without) != wanted
            });
            if !is_noticed {
                missing.push(gone.id);
            }
        }
    }
    assert_eq!(missing, [""; 0]);
}
