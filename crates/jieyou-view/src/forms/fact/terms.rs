//! The rows of an agreement: what, by when, who owes.

use crate::forms::build::Build;
use crate::forms::model::{Control, Draft};
use crate::forms::reader::{Days, Reader};
use crate::text::forms::acts as t;
use crate::text::words;
use jieyou_domain::facts::Owes;
use jieyou_domain::time::Date;
use serde_json::{Value, json};

/// More rows than these are a typing mistake.
const ROWS_MAX: usize = 60;
/// The fields of a row.
const FIELDS: [&str; 3] = ["what", "due", "owes"];

fn rows(draft: &Draft, key: &str) -> usize {
    draft.get(key).trim().parse().map_or(0, |n: usize| n.min(ROWS_MAX))
}

fn row_key(key: &str, row: usize, field: &str) -> String {
    format!("{key}{row}-{field}")
}

/// Adds the rows there are; the button that adds one stands before them.
pub(super) fn ask(build: &mut Build<'_>, key: &str, draft: &Draft) {
    let lang = build.lang();
    for row in 0..rows(draft, key) {
        let head = t::TERM.with(lang, &[&(row + 1).to_string()]);
        let owes = words::choices(&[Owes::Party, Owes::Office], Owes::code, words::owes, lang);
        let controls = [Control::Line(200), Control::Due, Control::Choice(owes)];
        let asks = [t::TERM_WHAT, t::TERM_DUE, t::TERM_OWES];
        for ((field, control), ask) in FIELDS.into_iter().zip(controls).zip(asks) {
            let label = format!("{head}{}", ask.label.to(lang));
            build.put(&row_key(key, row, field), label, "", control);
        }
    }
}

/// Puts rows into a draft.
pub(super) fn fill(terms: &[Value], key: &str, draft: &mut Draft) {
    draft.set(key, terms.len().to_string());
    for (row, term) in terms.iter().enumerate() {
        for field in FIELDS {
            let text = term.get(field).and_then(Value::as_str).unwrap_or_default();
            draft.set(row_key(key, row, field), text);
        }
    }
}

/// Reads the rows; one that says nothing is left out.
pub(super) fn read(reader: &mut Reader<'_>, key: &str, on: Option<Date>) -> Vec<Value> {
    let mut terms = Vec::new();
    for row in 0..rows(reader.draft, key) {
        let [what, due, owes] = FIELDS.map(|field| row_key(key, row, field));
        if [&what, &due].into_iter().all(|key| reader.raw(key).is_empty()) {
            continue;
        }
        let text = reader.needed(&what, &t::TERM_WHAT, 200);
        let day = reader.needed_day(&due, &t::TERM_DUE, Days::Due { from: on });
        let owes = reader.chosen(&owes, &t::TERM_OWES, Owes::from_code);
        if let (Some(day), Some(owes)) = (day, owes) {
            terms.push(json!({ "what": text, "due": day.to_string(), "owes": owes.code() }));
        }
    }
    terms
}
