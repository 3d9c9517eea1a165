//! Examples of decision tables: the values of the inputs, and the answer. They run as
//! tests and in the app.

use super::pack::{RuleSet, UNKNOWN, Value, Words};
use crate::compact::Map;
use serde::{Deserialize, Serialize};

/// An example of a decision table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The table.
    pub table: String,
    /// What it shows; may be empty.
    #[serde(default)]
    pub title: Words,
    /// Values by input; one that is not named is not known, 0, `no` or `none`. Several
    /// values stand separated by spaces.
    #[serde(default)]
    pub given: Map<String, String>,
    /// The answer's code.
    pub expect: String,
    /// The row that answers; empty when not looked at.
    #[serde(default)]
    pub row: String,
}

crate::reads!(Case, only { table, expect; title, given, row });

/// Reads a file of examples: `{"cases": […]}`.
///
/// # Errors
///
/// Returns what is wrong, and where.
pub fn read_cases(text: &str) -> Result<Vec<Case>, crate::json::Wrong> {
    struct File {
        cases: Vec<Case>,
    }
    crate::reads!(File, only { cases });
    crate::json::read::<File>(text).map(|file| file.cases)
}

impl Case {
    /// The answer and the row that gives it under these rules.
    ///
    /// # Errors
    ///
    /// Returns what the table does not know.
    pub fn run<'a>(&self, rules: &'a RuleSet) -> Result<(&'a str, &'a str), String> {
        let table = rules.table(&self.table).ok_or_else(|| self.table.clone())?;
        let row = table.row_for(&self.values(rules)?).ok_or_else(|| table.id.clone())?;
        Ok((&row.answer, &row.id))
    }

    /// The values of the table's inputs, in their order.
    ///
    /// # Errors
    ///
    /// Returns what the table does not know.
    pub fn values(&self, rules: &RuleSet) -> Result<Vec<Vec<Value>>, String> {
        let table = rules.table(&self.table).ok_or_else(|| self.table.clone())?;
        if let Some(id) = self.given.keys().find(|id| table.input(id).is_none()) {
            return Err(format!("{}: {id}", table.id));
        }
        let values = table.inputs.iter().map(|input| {
            let known = rules.values_of(table, input);
            let Some(given) = self.given.get(&input.id) else {
                // What is always known is said, unless there is a plain nothing.
                let plain =
                    [Value::Unknown, Value::Number(0), Value::code("no"), Value::code("none")];
                let found = plain.into_iter().find(|value| known.contains(value));
                return found.map(|v| vec![v]).ok_or_else(|| format!("{}.{}", table.id, input.id));
            };
            let read = given.split(' ').map(|text| match text.parse() {
                _ if text == UNKNOWN => Ok(Value::Unknown),
                Ok(n) if input.fact.is_number() => Ok(Value::Number(n)),
                _ if known.contains(&Value::code(text)) => Ok(Value::code(text)),
                _ => Err(format!("{}.{}: {text}", table.id, input.id)),
            });
            read.collect()
        });
        values.collect()
    }
}
