//! Trying a decision table: a value for each input, the row that counts, and what would
//! change the answer. Nothing of it is stored. Examples of tables run the same way.

use super::Ran;
use super::tables::{answer, one, stretch};
use crate::forms::Draft;
use crate::text::tables as t;
use crate::text::{Lang, format, words};
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{
    Case, Input, InputFact, Row, RuleSet, Table, UNKNOWN, Value, Words, read_cases,
};

/// What came of a try.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    /// The row that counts; empty while something is not chosen.
    pub row: String,
    /// The answer with its row, or what is not chosen.
    pub line: String,
    /// Why.
    pub why: String,
    /// What follows.
    pub then: String,
    /// Each single change that gives another answer.
    pub changes: Vec<String>,
}

/// An example of a table in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseView {
    /// What it shows.
    pub title: String,
    /// What is given.
    pub given: String,
    /// The answer that is expected.
    pub expected: String,
}

/// What is chosen at first: what is not known, nothing, or the first there is; of the unit
/// the one whose ledger it is.
pub fn start(book: &Book, table: &str) -> Draft {
    let rules = book.rules();
    let Some(table) = rules.table(table) else { return Draft::default() };
    let mut draft = Draft::default();
    // Of what may have several values none is ticked: that is not known, too.
    let one_value = |i: &&Input| i.fact != InputFact::Against || table.per_claim;
    for input in table.inputs.iter().filter(one_value) {
        let values = rules.values_of(table, input);
        let own = book.unit().filter(|_| input.fact == InputFact::Unit).map(|u| u.kind.code());
        let plain = [own.unwrap_or(UNKNOWN), "0", "no", "none"];
        let code = plain.into_iter().find(|code| values.iter().any(|v| v.text() == **code));
        let code = code.map(str::to_owned).or_else(|| Some(values.first()?.text()));
        draft.set(&input.id, code.unwrap_or_default());
    }
    draft
}

/// The values there are to choose from, in words.
pub(crate) fn choices(
    rules: &RuleSet,
    table: &Table,
    input: &Input,
    lang: Lang,
) -> Vec<(String, String)> {
    let values = rules.values_of(table, input).into_iter();
    values.map(|v| (v.text(), one(rules, table, input, &v, lang))).collect()
}

/// What comes of what is chosen.
pub fn attempt(book: &Book, table: &str, draft: &Draft, lang: Lang) -> Option<Attempt> {
    let rules = book.rules();
    let table = rules.table(table)?;
    let values = case_of(table, draft).values(rules).ok();
    let found = values.and_then(|values| Some((table.row_for(&values)?, values)));
    let Some((row, values)) = found else {
        let is_open = |input: &&Input| {
            let values = rules.values_of(table, input);
            draft.codes(&input.id).all(|code| values.iter().all(|v| v.text() != code))
        };
        let open = table.inputs.iter().find(is_open);
        let name = open.map_or("", |i| words(&i.words, lang));
        return Some(Attempt { line: t::CHOOSE.with(lang, &[name]), ..Attempt::default() });
    };
    let found = table.answer(&row.answer);
    Some(Attempt {
        row: row.id.clone(),
        line: t::CAME.with(lang, &[&answer(table, &row.answer, lang), &row.id]),
        why: words(&row.why, lang).to_owned(),
        then: found.map_or_else(String::new, |a| words(&a.then, lang).to_owned()),
        changes: changes(rules, table, row, &values, lang),
    })
}

/// Each single change that gives another answer, by the row it leads to.
fn changes(
    rules: &RuleSet,
    table: &Table,
    row: &Row,
    values: &[Vec<Value>],
    lang: Lang,
) -> Vec<String> {
    let mut changes = Vec::new();
    let mut tried = values.to_vec();
    for (at, input) in table.inputs.iter().enumerate() {
        let mut others: Vec<(&Row, Vec<String>)> = Vec::new();
        for value in rules.values_of(table, input) {
            let said = one(rules, table, input, &value, lang);
            tried[at] = vec![value];
            let other = table.row_for(&tried).filter(|other| other.answer != row.answer);
            let Some(other) = other else { continue };
            match others.iter_mut().find(|(known, _)| known.id == other.id) {
                Some((_, values)) => values.push(said),
                None => others.push((other, vec![said])),
            }
        }
        tried[at].clone_from(&values[at]);
        for (other, values) in others {
            let (name, values) = (words(&input.words, lang), format::listed(&values, lang));
            let then = answer(table, &other.answer, lang);
            changes.push(t::CHANGE.with(lang, &[name, &values, &then, &other.id]));
        }
    }
    changes
}

fn case_of(table: &Table, draft: &Draft) -> Case {
    let mut case = Case {
        table: table.id.clone(),
        title: Words::default(),
        given: Default::default(),
        expect: String::new(),
        row: String::new(),
    };
    for input in &table.inputs {
        let given = draft.get(&input.id);
        if !given.is_empty() {
            case.given.insert(input.id.clone(), given.to_owned());
        }
    }
    case
}

/// The examples of tables: those in files, and those inside packs.
pub fn cases<'a>(files: impl Iterator<Item = &'a str>, rules: &RuleSet) -> Vec<Case> {
    let read = files.filter_map(|text| read_cases(text).ok()).flatten();
    read.chain(rules.cases.iter().cloned()).filter(|c| rules.table(&c.table).is_some()).collect()
}

/// An example in words.
pub fn case_view(case: &Case, book: &Book, lang: Lang) -> CaseView {
    let rules = book.rules();
    let Some(table) = rules.table(&case.table) else {
        return CaseView { title: String::new(), given: String::new(), expected: String::new() };
    };
    let values = case.values(rules).unwrap_or_default();
    let given = table.inputs.iter().zip(&values).filter(|(i, _)| case.given.get(&i.id).is_some());
    let given = given.map(|(input, values)| {
        let said = values.iter().map(|v| match v {
            // The number itself, not its stretch.
            Value::Number(n) => n.to_string(),
            _ => one(rules, table, input, v, lang),
        });
        let said: Vec<String> = said.collect();
        format::labelled(words(&input.words, lang), &format::listed(&said, lang), lang)
    });
    let given: Vec<String> = given.collect();
    CaseView {
        title: words(&case.title, lang).to_owned(),
        given: given.join(lang.pick("；", "; ")),
        expected: answer(table, &case.expect, lang),
    }
}

/// What is chosen when an example is tried.
pub fn taken(case: &Case, book: &Book) -> Draft {
    let rules = book.rules();
    let mut draft = start(book, &case.table);
    let (Some(table), Ok(all)) = (rules.table(&case.table), case.values(rules)) else {
        return draft;
    };
    for (input, values) in table.inputs.iter().zip(&all) {
        let code = |v: &Value| match v {
            Value::Number(n) => stretch(rules, table, input, *n).0.to_string(),
            _ => v.text(),
        };
        let codes: Vec<String> = values.iter().map(code).collect();
        draft.set(&input.id, codes.join(" "));
    }
    draft
}

/// Runs examples.
pub fn run_cases(cases: &[Case], book: &Book, lang: Lang) -> Ran {
    let rules = book.rules();
    let mut wrong = Vec::new();
    for case in cases {
        let came = case.run(rules);
        let is_right = came.as_ref().is_ok_and(|(answer, row)| {
            *answer == case.expect && (case.row.is_empty() || *row == case.row)
        });
        let (Some(table), false) = (rules.table(&case.table), is_right) else { continue };
        let found = match came {
            Ok((code, row)) => named(answer(table, code, lang), row, lang),
            Err(why) => crate::text::rules::BROKEN.with(lang, &[&why]),
        };
        let view = case_view(case, book, lang);
        let title = if view.title.is_empty() { view.given } else { view.title };
        let title = t::OF_TABLE.with(lang, &[words(&table.name, lang), &title]);
        let expected = named(view.expected, &case.row, lang);
        wrong.push((case.table.clone(), t::WRONG.with(lang, &[&title, &expected, &found])));
    }
    let n = cases.len().to_string();
    let sum = match wrong.len() {
        0 => t::ALL_RIGHT.with(lang, &[&n]),
        bad => t::SOME_WRONG.with(lang, &[&n, &bad.to_string()]),
    };
    Ran { sum, wrong }
}

/// An answer with its row, where that is looked at.
fn named(answer: String, row: &str, lang: Lang) -> String {
    if row.is_empty() { answer } else { t::WITH_ROW.with(lang, &[&answer, row]) }
}
