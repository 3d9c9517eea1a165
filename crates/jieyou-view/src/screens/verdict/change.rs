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
    /// 「答“有”的，为…」
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
        let is_one = |all: &[&Used]| all.iter().all(|used| used.key == first.key);
        let own: Vec<&Used> = reason.used.iter().collect();
        match lines.iter_mut().find(|(a, all)| *a == answer && is_one(all)) {
            Some((_, values)) if is_one(&own) => values.extend(own),
            _ => lines.push((answer, own)),
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

/// What leads to an answer: 「答“是”的，为“两家以上”。」
fn line(all: &[&Used], answer: &str, table: &Table, book: &Book, lang: Lang) -> String {
    let first = all.first().map_or("", |used| used.key.as_str());
    let (own, second): (Vec<&Used>, Vec<&Used>) = all.iter().partition(|used| used.key == first);
    let mut said = condition(&own, table, book, lang);
    if let Some(used) = second.first() {
        let name = name(used, table, book, lang);
        let more = condition(&second, table, book, lang);
        said = both!("{}，而且“{}”{}", "{}, and “{}”: {}").with(lang, &[&said, &name, &more]);
    }
    both!("{}的，为“{}”。", "If {}: “{}”.").with(lang, &[&said, &answer_of(table, answer, lang)])
}

/// The values of one fact that lead there.
fn condition(all: &[&Used], table: &Table, book: &Book, lang: Lang) -> String {
    let Some(first) = all.first() else { return String::new() };
    if let Some(input) = input(first, table).filter(|i| i.fact.is_number()) {
        return format::listed(&stretches(all, input, table, book, lang), lang);
    }
    let quoted =
        |used: &&Used| both!("“{}”", "“{}”").with(lang, &[&say::input_value(used, book, lang)]);
    let values: Vec<String> = all.iter().take(VALUES).map(quoted).collect();
    let mut said = values.join(lang.pick("", " or "));
    if all.len() > VALUES {
        said.push_str(both!("等", " and others").to(lang));
    }
    let is_answer = first.fact == InputFact::Answer.code();
    if is_answer { both!("答{}", "the answer is {}") } else { both!("是{}", "it is {}") }
        .with(lang, &[&said])
}

/// Numbers as the stretches they stand for, those that touch as one: 「2至9户」.
fn stretches(all: &[&Used], input: &Input, table: &Table, book: &Book, lang: Lang) -> Vec<String> {
    let starts = book.rules().values_of(table, input).into_iter().filter_map(|v| match v {
        Value::Number(n) => Some(n),
        _ => None,
    });
    let starts: Vec<u32> = starts.collect();
    let mut found: Vec<(u32, Option<u32>)> = Vec::new();
    for from in all.iter().filter_map(|used| used.value.parse::<u32>().ok()) {
        let to = starts.iter().filter(|n| **n > from).min().map(|n| n - 1);
        match found.last_mut().filter(|last| last.1.is_some_and(|end| end + 1 == from)) {
            Some(last) => last.1 = to,
            // No household at all is no answer.
            None => found.push((from.max(1), to)),
        }
    }
    let unit = match input.fact {
        InputFact::Households => both!("户", " households"),
        InputFact::People => both!("人", " people"),
        _ => crate::text::Both::NONE,
    };
    let unit = unit.to(lang);
    let said = found.into_iter().map(|(from, to)| match to {
        Some(to) if to == from => format!("{from}{unit}"),
        Some(to) => {
            both!("{}至{}{}", "{} to {}{}").with(lang, &[&from.to_string(), &to.to_string(), unit])
        }
        None => both!("{}{}以上", "{}{} or more").with(lang, &[&from.to_string(), unit]),
    });
    said.collect()
}
