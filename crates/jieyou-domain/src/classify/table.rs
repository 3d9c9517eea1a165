//! One decision out of a table, with its reasons and with what would change it.

use super::inputs::{Known, Reader, reached_on};
use super::{Decision, Reason, Status, Used};
use crate::rules::{Input, Row, Table, Value};
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
        would_change_if: changes(table, row, reader, &known, &values),
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
