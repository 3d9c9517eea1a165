//! What is chosen to try a decision table with. Nothing of it is recorded.

use super::build::Build;
use super::context::FormContext;
use super::model::{Control, Form};
use crate::screens::rules::choices;
use crate::text::{tables as t, words};
use jieyou_domain::rules::InputFact;

/// So many values are chips; more are a list.
const CHIPS: usize = 6;

/// The form: one field an input, in the order of the columns.
pub fn form(ctx: &FormContext<'_>, table: &str) -> Form {
    let (rules, lang) = (ctx.book.rules(), ctx.lang);
    let Some(table) = rules.table(table) else { return Form::default() };
    let mut build = Build::of_unit(ctx);
    for input in &table.inputs {
        let values = choices(rules, table, input, lang);
        let control = match input.fact {
            // Of a whole matter each claim has its own.
            InputFact::Against if !table.per_claim => Control::Many(values),
            _ if values.len() <= CHIPS => Control::Choice(values),
            _ => Control::Select(values),
        };
        build.put(&input.id, words(&input.words, lang).to_owned(), "", control);
    }
    build.form("", t::TRY_HINT.to(lang).to_owned(), t::ANEW)
}
