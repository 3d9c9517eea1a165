//! One decision out of a table, with its reasons and with what would change it.

use super::inputs::{Known, Reader, reached_on};
use super::{Decision, Reason, Status, Used};
use crate::rules::{Input, Row, Table, UNKNOWN, Value};
use crate::time::Date;

impl Used {
    fn of(input: &Input, value: &Value) -> Self {
        let key = if input.of.is_empty() { &input.id } else { &input.of };
        Self { fact: input.fact.code(), key: key.clone(), value: value.text() }
    }
}

/// The row of a table that counts.
pub(super) fn row<'t>(table: &'t Table, reader: &Reader<'_>) -> Option<&'t Row> {
    let values: Vec<_> = table.inputs.iter().map(|input| reader.read(input).values).collect();
    table.row_for(&values)
}

/// Decides by a table; `None` where no row fits, which a checked pack does not allow.
pub(super) fn by_table(table: &Table, reader: &Reader<'_>) -> Option<Decision<String>> {
    let known: Vec<Known> = table.inputs.iter().map(|input| reader.read(input)).collect();
    let values: Vec<Vec<Value>> = known.iter().map(|k| k.values.clone()).collect();
    let row = table.row_for(&values)?;
    let because = Reason {
        rule: row.id.clone(),
        status: Status::Met,
        used: used(table, row, &values),
        from: None,
    };
    let answer = row.answer.clone();
    Some(Decision {
        answer: answer.clone(),
        computed: answer,
        because: vec![because],
        would_change_if: {
            let mut all = changes(table, row, reader, &known, &values);
            together(table, row, &known, &values, &mut all);
            all
        },
        overridden_by: None,
    })
}

/// The facts that the row asks for; of a row that asks for none, all that is known.
fn used(table: &Table, row: &Row, values: &[Vec<Value>]) -> Vec<Used> {
    let mut all = Vec::new();
    for (input, values) in table.inputs.iter().zip(values) {
        let allowed = row.when.get(&input.id);
        for value in values {
            let is_used = match allowed {
                Some(allowed) => value.is_among(allowed),
                None => row.when.is_empty() && *value != Value::Unknown,
            };
            let used = Used::of(input, value);
            if is_used && !all.contains(&used) {
                all.push(used);
            }
        }
    }
    all
}

/// What would give another answer: each fact that is not known, with the values that
/// would; and the day on which time alone will.
fn changes(
    table: &Table,
    row: &Row,
    reader: &Reader<'_>,
    known: &[Known],
    values: &[Vec<Value>],
) -> Vec<Reason> {
    let mut all: Vec<Reason> = Vec::new();
    for (at, (input, known)) in table.inputs.iter().zip(known).enumerate() {
        if known.since.is_none() && known.values != [Value::Unknown] {
            continue;
        }
        let rows = table.rows_but(values, at);
        let other = |value: &Value| {
            let fits = |r: &&&Row| r.when.get(&input.id).is_none_or(|is| value.is_among(is));
            rows.iter().find(fits).copied().filter(|found| found.answer != row.answer)
        };
        if let Some(since) = known.since {
            all.extend(in_time(table, input, since, known, other));
        } else {
            for value in reader.tier.setting.rules.values_of(table, input) {
                let Some(found) = other(&value).filter(|_| value != Value::Unknown) else {
                    continue;
                };
                let used = Used::of(input, &value);
                let same = all.iter_mut().find(|r| {
                    r.rule == found.id && r.used.first().is_some_and(|u| u.key == used.key)
                });
                match same {
                    Some(reason) => reason.used.push(used),
                    None => all.push(Reason {
                        rule: found.id.clone(),
                        status: Status::NotKnown,
                        used: vec![used],
                        from: None,
                    }),
                }
            }
        }
    }
    all
}

/// What two facts that are not known would give together, where no single one does.
fn together(
    table: &Table,
    row: &Row,
    known: &[Known],
    values: &[Vec<Value>],
    all: &mut Vec<Reason>,
) {
    let answer_of = |id: &str| table.rows.iter().find(|r| r.id == id).map(|r| r.answer.as_str());
    let reached: Vec<&str> = all.iter().filter_map(|r| answer_of(&r.rule)).collect();
    let is_reached = |r: &&Row| r.answer == row.answer || reached.contains(&r.answer.as_str());
    let others = table.rows.iter().filter(|r| !is_reached(r));
    let pairs = others.filter_map(|other| {
        let used = pair(table, other, known, values)?;
        Some(Reason { rule: other.id.clone(), status: Status::NotKnown, used, from: None })
    });
    let mut pairs: Vec<Reason> = pairs.collect();
    all.append(&mut pairs);
}

/// The values of exactly two facts not known that lead to this row; `None` where it takes
/// more, or other facts.
fn pair(table: &Table, row: &Row, known: &[Known], values: &[Vec<Value>]) -> Option<Vec<Used>> {
    let mut open = Vec::new();
    for (at, input) in table.inputs.iter().enumerate() {
        let Some(allowed) = row.when.get(&input.id) else { continue };
        if values[at].iter().any(|value| value.is_among(allowed)) {
            continue;
        }
        let is_open = known[at].since.is_none() && values[at] == [Value::Unknown];
        if !is_open || input.fact.is_number() || open.len() == 2 {
            return None;
        }
        open.push((at, allowed));
    }
    let mut tried = values.to_vec();
    for (at, allowed) in &open {
        tried[*at] = vec![Value::code(allowed.first()?)];
    }
    let mut used = Vec::new();
    for (at, allowed) in open.iter().filter(|_| open.len() == 2) {
        for value in allowed.iter().filter(|code| *code != UNKNOWN).map(|code| Value::code(code)) {
            let mut tried = tried.clone();
            tried[*at] = vec![value.clone()];
            if table.row_for(&tried).is_some_and(|came| came.id == row.id) {
                used.push(Used::of(&table.inputs[*at], &value));
            }
        }
    }
    let is_both = used.first().map(|u| &u.key) != used.last().map(|u| &u.key);
    is_both.then_some(used)
}

fn in_time<'a>(
    table: &'a Table,
    input: &Input,
    since: Date,
    known: &Known,
    other: impl Fn(&Value) -> Option<&'a Row>,
) -> Option<Reason> {
    let Some(Value::Number(now)) = known.values.first() else { return None };
    let later = table.stretches(&input.id).into_iter().filter(|n| n > now);
    let (n, found) = later.filter_map(|n| Some((n, other(&Value::Number(n))?))).next()?;
    Some(Reason {
        rule: found.id.clone(),
        status: Status::NotMet,
        used: vec![Used::of(input, &Value::Number(n))],
        from: reached_on(input.fact, since, n),
    })
}
