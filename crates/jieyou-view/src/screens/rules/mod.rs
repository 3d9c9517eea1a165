//! 规则: what days are counted by, rule by rule; examples that run; packs that are compared
//! before they are put into force.

mod attempt;
mod cond;
mod differ;
mod lists;
pub mod local;
mod one;
mod play;
mod propose;
mod refused;
pub mod standard;
pub mod subjects;
mod tables;
#[cfg(test)]
mod tests;

pub(crate) use attempt::choices;
pub use attempt::{Attempt, CaseView, attempt, case_view, cases, run_cases, start, taken};
pub use differ::Change;
pub use lists::{CriterionView, ListsView, PartView, TierView, lists, numbers};
pub use one::{LocalWay, Row, RuleView, rule};
pub use play::{
    Basis, ClockView, ExampleView, LookView, Ran, clock, example, examples, next_change, run,
    run_all,
};
pub use propose::{Ask, Proposal, Trial, adopting, dropping, dropping_own, saved};
pub use subjects::{SubjectGroup, SubjectRow, SubjectsView, subjects};
pub use tables::{AnswerView, Check, RowView, Source, TableLine, TableView, table, tables};

use crate::forms::refusal;
use crate::text::rules as t;
use crate::text::{Lang, both, format, say, words};
use jieyou_domain::ledger::{Book, Rejection, Trouble};
use jieyou_domain::rules::{Override, Rule, RuleSet, Verified};

/// The rules on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Rules by instrument.
    pub groups: Vec<Group>,
    /// How many rules are shown.
    pub found: String,
}

/// A pack in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackView {
    /// Its id.
    pub id: String,
    /// Name, edition, what is in it.
    pub line: String,
    /// Whether it can be taken off.
    pub is_overlay: bool,
}

/// The rules of one instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The instrument.
    pub name: String,
    /// Its rules.
    pub rows: Vec<RuleRow>,
}

/// A rule in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRow {
    /// Its id.
    pub id: String,
    /// What it does.
    pub duty: String,
    /// Kind, who owes, term, in force.
    pub facts: String,
    /// The article.
    pub article: String,
    /// Its words, in Chinese.
    pub quote: String,
    /// `data-level`.
    pub level: &'static str,
    /// How well the words were checked.
    pub verified: &'static str,
    /// Numbers set otherwise.
    pub local: Vec<String>,
}

/// The packs in force, the base first.
pub fn packs(book: &Book, lang: Lang) -> Vec<PackView> {
    book.packs().iter().map(|p| pack(p, lang)).collect()
}

/// Adopted texts that do not read or do not fit.
pub fn troubles(book: &Book, lang: Lang) -> Vec<String> {
    book.troubles().map(|(_, wrong)| trouble(wrong, lang)).collect()
}

/// How well words are checked: `data-level` and what it means.
pub fn levels(lang: Lang) -> [(&'static str, &'static str); 4] {
    let all = [Verified::V2, Verified::V1, Verified::P, Verified::Local];
    all.map(|level| say::level(level, lang))
}

/// The rules as they stand; `query` narrows them.
pub fn screen(book: &Book, query: &str, lang: Lang) -> Screen {
    let rules = book.rules();
    let mut groups: Vec<Group> = Vec::new();
    let query = query.trim().to_ascii_lowercase();
    let mut n = 0;
    for rule in rules.rules.iter().filter(|r| fits(r, &query)) {
        n += 1;
        let row = row(rule, rules, lang);
        match groups.iter_mut().find(|g| g.name == rule.cite.instrument) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { name: rule.cite.instrument.clone(), rows: vec![row] }),
        }
    }
    let none = if rules.rules.is_empty() { t::NO_RULES } else { t::NONE_FOUND };
    let none = none.to(lang).to_owned();
    Screen { groups, found: if n == 0 { none } else { t::FOUND.with(lang, &[&n.to_string()]) } }
}

fn trouble(trouble: &Trouble, lang: Lang) -> String {
    match trouble {
        Trouble::Pack(e) => refusal::say(&Rejection::BadPack(e.clone()), lang),
        Trouble::Calendar(_) => say::trouble(trouble, lang).to_owned(),
    }
}

/// Whether a rule has the words that are looked for.
fn fits(rule: &Rule, query: &str) -> bool {
    let cite = &rule.cite;
    let texts = [&rule.id, &rule.duty.zh, &rule.duty.en, &cite.instrument, &cite.quote];
    query.is_empty() || texts.iter().any(|text| text.to_ascii_lowercase().contains(query))
}

fn pack(pack: &RuleSet, lang: Lang) -> PackView {
    let n = |n: usize| n.to_string();
    let text = if pack.over.is_empty() { t::BASE } else { t::OVERLAY };
    let name = words(&pack.name, lang);
    let (rules, set, off) = (n(pack.rules.len()), n(pack.overrides.len()), n(pack.off.len()));
    PackView {
        id: pack.id.clone(),
        line: text.with(lang, &[name, &pack.edition, &rules, &set, &off]),
        is_overlay: !pack.over.is_empty(),
    }
}

fn row(rule: &Rule, rules: &RuleSet, lang: Lang) -> RuleRow {
    let (level, verified) = say::level(rule.cite.verified, lang);
    let facts = [
        t::effect(rule.effect, lang).to_owned(),
        words::deadline_kind(rule.kind, lang).to_owned(),
        words::owes(rule.owes, lang).to_owned(),
        t::term(rule.term, rule.kind, lang),
        one::in_force(rule, lang),
    ];
    let facts: Vec<String> = facts.into_iter().filter(|text| !text.is_empty()).collect();
    RuleRow {
        id: rule.id.clone(),
        duty: words(&rule.duty, lang).to_owned(),
        facts: facts.join(lang.pick("；", "; ")),
        article: say::cite(&rule.cite, lang),
        quote: rule.cite.quote.clone(),
        level,
        verified,
        local: set_here(rule, rules, lang),
    }
}

/// Numbers of a rule that the unit has set otherwise.
pub(super) fn set_here(rule: &Rule, rules: &RuleSet, lang: Lang) -> Vec<String> {
    let own = rules.overrides.iter().filter(|o| o.rule == rule.id);
    let line = |o: &Override| {
        let term = t::term(o.term, rule.kind, lang);
        let source = format!("{}{}", say::cite(&o.cite, lang), quoted(&o.cite.quote));
        let until = o.to.map_or_else(String::new, |to| {
            both!("（到{}为止）", " (until {})").with(lang, &[&format::date_full(to, lang)])
        });
        t::SET.with(lang, &[&term, &format::date_full(o.from, lang), &source]) + &until
    };
    own.map(line).collect()
}

fn quoted(quote: &str) -> String {
    format!("“{quote}”")
}
