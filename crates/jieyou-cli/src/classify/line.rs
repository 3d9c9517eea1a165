//! Decisions as one line of columns.

use super::Decided;
use jieyou_domain::classify::{Decision, Reason, TierAnswer, Verdict};
use jieyou_domain::facts::{Kind, Tier};
use jieyou_domain::rules::RuleSet;

/// Nothing is decided here.
const NONE: &str = "-";

/// The line, without its end.
pub(super) fn of(decided: &Decided<'_>) -> String {
    let Decided { assessment, rules, .. } = decided;
    let door = if assessment.kind.answer == Kind::Dispute { "fallback" } else { "route" };
    let kind = words(rules, "kind", assessment.kind.answer.code());
    let columns = [
        decided.number.to_owned(),
        kind + star(&assessment.kind),
        answers(decided, "class"),
        answers(decided, door),
        tier(decided),
        answers(decided, "track"),
        answers(decided, "rung"),
        subject(decided),
        reasons(decided, ["kind", "class", door, "track", "rung"]),
    ];
    columns.map(|column| column.replace(['\t', '\n', '\r'], " ")).join("\t")
}

/// The likeliest subject, and the words that led to it.
fn subject(decided: &Decided<'_>) -> String {
    let Some(first) = decided.suggestions.first() else { return NONE.to_owned() };
    let category = decided.rules.category(&first.category);
    let name = category.map_or(first.category.as_str(), |c| c.words.zh.as_str());
    format!("{name} ({})", first.words.join(", "))
}

fn star<T>(decision: &Decision<T>) -> &'static str {
    if decision.overridden_by.is_some() { "*" } else { "" }
}

/// The words of an answer; its code where the pack has none.
fn words(rules: &RuleSet, table: &str, code: &str) -> String {
    let answer = rules.table(table).and_then(|t| t.answer(code));
    answer.map_or(code, |a| a.words.zh.as_str()).to_owned()
}

fn of_table<'a>(decided: &'a Decided<'_>, table: &'a str) -> impl Iterator<Item = &'a Verdict> {
    decided.verdicts.iter().filter(move |v| v.table == table)
}

/// What a table came to, claim by claim where there are several.
fn answers(decided: &Decided<'_>, table: &str) -> String {
    let one = |v: &Verdict| words(decided.rules, table, &v.decision.answer) + star(&v.decision);
    let all: Vec<&Verdict> = of_table(decided, table).collect();
    match all.as_slice() {
        [] => NONE.to_owned(),
        [only] => one(only),
        several => {
            let of_claim = |v: &&Verdict| format!("{}: {}", v.claim.unwrap_or(0) + 1, one(v));
            several.iter().map(of_claim).collect::<Vec<_>>().join(" ")
        }
    }
}

fn tier(decided: &Decided<'_>) -> String {
    let tier = &decided.assessment.tier;
    let code = match &tier.answer {
        TierAnswer::On(tier) => tier.code(),
        TierAnswer::NoList(_) => "none",
    };
    let mut said = words(decided.rules, "tier", code) + star(tier);
    if let Some(fall) = &decided.assessment.tier_notes.fall {
        let to = words(decided.rules, "tier", Tier::Two.code());
        said += &format!(" ({} -> {to}?)", fall.last);
    }
    said
}

/// Every reason once, as its id and why.
fn reasons(decided: &Decided<'_>, tables: [&str; 5]) -> String {
    let mut all: Vec<String> = Vec::new();
    let mut put = |reason: &Reason| {
        let said = format!("{} {}", reason.rule, why(decided.rules, &reason.rule));
        if !all.contains(&said) {
            all.push(said);
        }
    };
    decided.assessment.tier.because.iter().for_each(&mut put);
    let verdicts = tables.iter().flat_map(|table| of_table(decided, table));
    verdicts.flat_map(|v| &v.decision.because).for_each(&mut put);
    if all.is_empty() { NONE.to_owned() } else { all.join("; ") }
}

/// The words of a criterion or of a row.
pub(super) fn why<'a>(rules: &'a RuleSet, id: &str) -> &'a str {
    let criterion = rules.criterion(id).map(|c| c.words.zh.as_str());
    let row = || rules.row(id).map(|(_, row)| row.why.zh.as_str());
    criterion.or_else(row).unwrap_or_default()
}
