//! What would change a decision: facts that are not known yet, and time.

use super::{About, answer_of, offer};
use crate::screens::today::ActView;
use crate::text::{Lang, both, format, say, words};
use jieyou_domain::classify::{Reason, Status, Used, Verdict};
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{Input, InputFact, Table, Value};

/// A fact that is not known, and what it would change.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeView {
    /// The fact: a question's words, or a column's.
    pub fact: String,
    /// 「是“有”，就成为…」
    pub lines: Vec<String>,
    /// Where it is noted down.
    pub ask: Option<ActView>,
}

/// More values than these are not listed one by one.
const VALUES: usize = 4;

/// An answer, and the values of a fact that lead to it.
type Leads<'a> = (&'a str, Vec<&'a Used>);

/// By the fact that is not known; and what time alone would change.
pub(super) fn changes(
    verdict: &Verdict,
    table: &Table,
    about: About<'_>,
) -> (Vec<ChangeView>, Vec<String>) {
    let (book, lang) = (about.frame.book, about.frame.lang);
    let mut found: Vec<(&Used, Vec<Leads<'_>>)> = Vec::new();
    let mut in_time = Vec::new();
    for reason in &verdict.decision.would_change_if {
        let answer = answer_by(reason, table);
        if let Some(from) = reason.from {
            let day = format::date_full(from, lang);
            let text = both!(
                "到{}还没有变化，就成为“{}”。",
                "From {}, if nothing changes, it becomes “{}”."
            );
            in_time.push(text.with(lang, &[&day, &answer_of(table, answer, lang)]));
            continue;
        }
        let Some(first) = reason.used.first().filter(|_| reason.status == Status::NotKnown) else {
            continue;
        };
        // What is not asked of such a matter would not change it either.
        let question = book.rules().questions.iter().find(|q| q.id == first.key);
        let question = question.filter(|_| first.fact == InputFact::Answer.code());
        if question.is_some_and(|q| !offer::is_asked(q, about)) {
            continue;
        }
        let at = found.iter().position(|(u, _)| u.key == first.key && u.fact == first.fact);
        let at = at.unwrap_or_else(|| {
            found.push((first, Vec::new()));
            found.len() - 1
        });
        let lines = &mut found[at].1;
        match lines.iter_mut().find(|(a, _)| *a == answer) {
            Some((_, values)) => values.extend(&reason.used),
            None => lines.push((answer, reason.used.iter().collect())),
        }
    }
    let views = found.into_iter().map(|(used, lines)| ChangeView {
        fact: name(used, table, book, lang),
        lines: lines.into_iter().map(|(a, all)| line(&all, a, table, book, lang)).collect(),
        ask: offer::ask(used, verdict.claim, about),
    });
    (views.collect(), in_time)
}

fn answer_by<'t>(reason: &Reason, table: &'t Table) -> &'t str {
    table.rows.iter().find(|r| r.id == reason.rule).map_or("", |r| r.answer.as_str())
}

fn input<'t>(used: &Used, table: &'t Table) -> Option<&'t Input> {
    let mut all = table.inputs.iter();
    all.find(|i| i.fact.code() == used.fact && (i.of == used.key || i.id == used.key))
}

fn name(used: &Used, table: &Table, book: &Book, lang: Lang) -> String {
    let question = book.rules().questions.iter().find(|q| q.id == used.key);
    match question.filter(|_| used.fact == InputFact::Answer.code()) {
        Some(question) => words(&question.words, lang).to_owned(),
        None => {
            let input = input(used, table);
            input.map_or_else(|| used.key.clone(), |i| words(&i.words, lang).to_owned())
        }
    }
}

fn line(all: &[&Used], answer: &str, table: &Table, book: &Book, lang: Lang) -> String {
    let values: Vec<String> =
        all.iter().take(VALUES).map(|used| value(used, table, book, lang)).collect();
    let mut said = values.join(lang.pick("、", ", "));
    if all.len() > VALUES {
        said.push_str(both!("等", " and others").to(lang));
    }
    both!("是“{}”，就成为“{}”。", "If “{}”, it becomes “{}”.")
        .with(lang, &[&said, &answer_of(table, answer, lang)])
}

/// A value in words; of a number the stretch it stands for.
fn value(used: &Used, table: &Table, book: &Book, lang: Lang) -> String {
    let number = input(used, table).filter(|i| i.fact.is_number());
    let (Some(input), Ok(from)) = (number, used.value.parse::<u32>()) else {
        return say::input_value(used, book, lang);
    };
    let next = book.rules().values_of(table, input).into_iter().filter_map(|v| match v {
        Value::Number(n) if n > from => Some(n),
        _ => None,
    });
    // No household at all is no answer.
    let from = from.max(1);
    match next.min().map(|n| n - 1) {
        Some(to) if to == from => from.to_string(),
        Some(to) => both!("{}到{}", "{} to {}").with(lang, &[&from.to_string(), &to.to_string()]),
        None => both!("{}以上", "{} or more").with(lang, &[&from.to_string()]),
    }
}
