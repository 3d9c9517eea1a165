//! Decision tables as tables: what each asks, row by row, in words.

use super::Row;
use super::cond::{conditions, triggers};
use crate::text::tables as t;
use crate::text::{Lang, format, say, words};
use jieyou_domain::classify::Used;
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{
    self as domain, Cite, Hit, Input, RuleSet, Table, TableAnswer, UNKNOWN, Value, When,
};

/// A table in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Inputs and rows, counted; claim by claim or not; for which matters.
    pub facts: String,
    /// The inputs.
    pub inputs: String,
    /// What came of checking it.
    pub checks: Vec<Check>,
}

/// What came of checking a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Whether there is nothing to mend.
    pub is_fine: bool,
    /// In words.
    pub text: String,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableView {
    /// Its name.
    pub name: String,
    /// For which matters, and how it decides.
    pub facts: Vec<Row>,
    /// The inputs, in order.
    pub heads: Vec<String>,
    /// The rows, in order.
    pub rows: Vec<RowView>,
    /// The answers.
    pub answers: Vec<AnswerView>,
    /// What came of checking it.
    pub checks: Vec<Check>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// Its id.
    pub id: String,
    /// What it asks of each input; empty where it does not ask.
    pub cells: Vec<String>,
    /// The answer, with the body where the row knows it.
    pub answer: String,
    /// Why.
    pub why: String,
    /// Where it comes from.
    pub source: Option<Source>,
}

/// An answer of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerView {
    /// In words.
    pub words: String,
    /// What follows.
    pub then: String,
    /// What it asks of the office.
    pub needs: Vec<String>,
    /// Where it comes from.
    pub source: Option<Source>,
}

/// Where something comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Instrument and article.
    pub article: String,
    /// Its words, in Chinese.
    pub quote: String,
    /// `data-level`.
    pub level: &'static str,
    /// How well the words were checked.
    pub verified: &'static str,
}

/// Every table of the packs in force.
pub fn tables(book: &Book, lang: Lang) -> Vec<TableLine> {
    let rules = book.rules();
    let line = |table: &Table| {
        let heads: Vec<&str> = table.inputs.iter().map(|i| words(&i.words, lang)).collect();
        let size = [table.inputs.len().to_string(), table.rows.len().to_string()];
        let parts = [
            t::SIZE.with(lang, &[&size[0], &size[1]]),
            scope(table).to(lang).to_owned(),
            format::labelled(t::FOR.to(lang), &matters(&table.when, rules, lang).join("；"), lang),
        ];
        TableLine {
            id: table.id.clone(),
            name: words(&table.name, lang).to_owned(),
            facts: parts.join(lang.pick("；", "; ")),
            inputs: format::listed(&heads, lang),
            checks: checks(rules, table, lang),
        }
    };
    rules.tables.iter().map(line).collect()
}

/// One of them.
pub fn table(book: &Book, id: &str, lang: Lang) -> Option<TableView> {
    let rules = book.rules();
    let table = rules.table(id)?;
    let row = |row: &domain::Row| {
        let cells = table.inputs.iter().map(|input| {
            let allowed = row.when.get(&input.id);
            allowed.map_or_else(String::new, |all| cell(rules, table, input, all, lang))
        });
        let answer = answer(table, &row.answer, lang);
        let body = words(&row.body, lang);
        RowView {
            id: row.id.clone(),
            cells: cells.collect(),
            answer: if body.is_empty() { answer } else { format::labelled(&answer, body, lang) },
            why: words(&row.why, lang).to_owned(),
            source: row.cite.as_ref().map(|cite| source(cite, lang)),
        }
    };
    Some(TableView {
        name: words(&table.name, lang).to_owned(),
        facts: vec![
            Row { name: t::FOR.to(lang), lines: matters(&table.when, rules, lang) },
            Row { name: t::ANSWER.to(lang), lines: vec![scope(table).to(lang).to_owned()] },
        ],
        heads: table.inputs.iter().map(|i| words(&i.words, lang).to_owned()).collect(),
        rows: table.rows.iter().map(row).collect(),
        answers: table.answers.iter().map(|a| answer_view(a, rules, lang)).collect(),
        checks: checks(rules, table, lang),
    })
}

fn scope(table: &Table) -> crate::text::Both {
    if table.per_claim { t::PER_CLAIM } else { t::PER_MATTER }
}

fn matters(when: &When, rules: &RuleSet, lang: Lang) -> Vec<String> {
    let mut lines = conditions(when, rules, lang);
    if lines.is_empty() {
        lines.push(t::EVERY.to(lang).to_owned());
    }
    lines
}

/// What is to be mended; a table in force has no gap and no overlap, or says so here.
fn checks(rules: &RuleSet, table: &Table, lang: Lang) -> Vec<Check> {
    let mut wrong: Vec<String> = rules
        .recheck(table)
        .err()
        .map(|e| super::refused::error(&e, rules, lang))
        .into_iter()
        .collect();
    wrong.extend(rules.shadowed(table).into_iter().map(|row| never(table, row, lang)));
    if wrong.is_empty() {
        let fine = if table.hit == Hit::Unique { t::CHECKED_UNIQUE } else { t::CHECKED_FIRST };
        return vec![Check { is_fine: true, text: fine.to(lang).to_owned() }];
    }
    wrong.into_iter().map(|text| Check { is_fine: false, text }).collect()
}

/// A row that never counts, in words.
pub(super) fn never(table: &Table, row: &domain::Row, lang: Lang) -> String {
    t::NEVER.with(lang, &[&row.id, &answer(table, &row.answer, lang)])
}

fn answer_view(answer: &TableAnswer, rules: &RuleSet, lang: Lang) -> AnswerView {
    let need = |need: &domain::Need| {
        let by = triggers(&need.by, &[], rules, lang);
        let shown = if by.is_empty() {
            String::new()
        } else {
            t::SHOWN_BY.with(lang, &[&format::listed(&by, lang)])
        };
        words(&need.words, lang).to_owned() + &shown
    };
    AnswerView {
        words: words(&answer.words, lang).to_owned(),
        then: words(&answer.then, lang).to_owned(),
        needs: answer.needs.iter().map(need).collect(),
        source: answer.cite.as_ref().map(|cite| source(cite, lang)),
    }
}

pub(super) fn source(cite: &Cite, lang: Lang) -> Source {
    let (level, verified) = say::level(cite.verified, lang);
    Source { article: say::cite(cite, lang), quote: cite.quote.clone(), level, verified }
}

/// An answer of a table in words.
pub(super) fn answer(table: &Table, code: &str, lang: Lang) -> String {
    table.answer(code).map_or(code, |a| words(&a.words, lang)).to_owned()
}

/// What a row asks of an input.
fn cell(rules: &RuleSet, table: &Table, input: &Input, all: &[String], lang: Lang) -> String {
    let all: Vec<String> = all.iter().map(|v| written(rules, table, input, v, lang)).collect();
    format::joined(&all, " / ", lang)
}

/// A value as rows write it.
pub(super) fn written(
    rules: &RuleSet,
    table: &Table,
    input: &Input,
    value: &str,
    lang: Lang,
) -> String {
    if input.fact.is_number() && value != UNKNOWN {
        return range(value, lang);
    }
    let value = Value::code(value);
    one(rules, table, input, &value, lang)
}

/// A number, or from and to.
fn range(text: &str, lang: Lang) -> String {
    match text.split_once("..") {
        None => text.to_owned(),
        Some((from, to)) if from == to => from.to_owned(),
        Some(("" | "0", to)) if !to.is_empty() => t::AND_LESS.with(lang, &[to]),
        Some((from, "")) => t::AND_MORE.with(lang, &[from]),
        Some((from, to)) => t::FROM_TO.with(lang, &[from, to]),
    }
}

/// A value that an input may have; of a number the stretch that the rows tell apart.
pub(super) fn one(
    rules: &RuleSet,
    table: &Table,
    input: &Input,
    value: &Value,
    lang: Lang,
) -> String {
    if let Value::Number(n) = value {
        let (from, to) = stretch(rules, table, input, *n);
        let to = to.map_or_else(String::new, |to| to.to_string());
        return range(&format!("{from}..{to}"), lang);
    }
    let key = if input.of.is_empty() { &input.id } else { &input.of };
    let used = Used { fact: input.fact.code(), key: key.clone(), value: value.text() };
    say::value_in(&used, rules, lang)
}

/// The stretch of numbers that a number lies in.
pub(super) fn stretch(rules: &RuleSet, table: &Table, input: &Input, n: u32) -> (u32, Option<u32>) {
    let values = rules.values_of(table, input);
    let numbers = || {
        values.iter().filter_map(|v| match v {
            Value::Number(n) => Some(*n),
            _ => None,
        })
    };
    let from = numbers().rfind(|first| *first <= n).unwrap_or(n);
    (from, numbers().find(|first| *first > n).map(|next| next - 1))
}
