//! Why: rows of tables and criteria, with the words they rest on and the facts used.

use super::About;
use crate::text::{Lang, both, format, say, words};
use jieyou_domain::classify::{Decision, Reason, Status};
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{Cite, Table, TableAnswer};

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BecauseView {
    /// `K3`, `A1`; empty for the answer's own source.
    pub id: String,
    /// `data-met`.
    pub met: &'static str,
    /// The word on it; empty for the row that decides.
    pub mark: &'static str,
    /// The reason in words.
    pub why: String,
    /// Where it comes from.
    pub source: Option<SourceView>,
    /// The facts used, and the day it comes true; may be empty.
    pub facts: String,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceView {
    /// The instrument and its article.
    pub cite: String,
    /// Its words.
    pub quote: String,
    /// `data-level`.
    pub level: &'static str,
    /// How well they were verified.
    pub verified: &'static str,
}

/// A citation in words.
pub(super) fn source(cite: &Cite, lang: Lang) -> SourceView {
    let (level, verified) = say::level(cite.verified, lang);
    SourceView { cite: say::cite(cite, lang), quote: cite.quote.clone(), level, verified }
}

/// The answer in the table's own words; a code that a newer pack dropped stands as it is.
pub(crate) fn answer_of(table: &Table, code: &str, lang: Lang) -> String {
    table.answer(code).map_or(code, |a| words(&a.words, lang)).to_owned()
}

/// Why, in a sentence: of the first reason that is met.
pub(crate) fn why_of(because: &[Reason], book: &Book, lang: Lang) -> String {
    let met = because.iter().find(|r| r.status == Status::Met);
    met.map(|r| row_words(&r.rule, book, lang)).unwrap_or_default()
}

fn row_words(id: &str, book: &Book, lang: Lang) -> String {
    let why = book.rules().row(id).map_or(id, |(_, row)| words(&row.why, lang));
    why.trim_end_matches(['。', '.']).to_owned()
}

/// The rows that decided, then the answer's own source where that is another one.
pub(super) fn rows<T>(
    decision: &Decision<T>,
    answer: Option<&TableAnswer>,
    about: About<'_>,
) -> Vec<BecauseView> {
    let (book, lang) = (about.frame.book, about.frame.lang);
    let mut rows: Vec<BecauseView> = decision
        .because
        .iter()
        .map(|r| BecauseView {
            id: r.rule.clone(),
            met: say::met(r.status),
            mark: "",
            why: row_words(&r.rule, book, lang),
            source: row_source(&r.rule, book, lang),
            facts: facts(r, about),
        })
        .collect();
    rows.extend(answer_source(answer, &rows, lang));
    rows
}

/// The source of a row.
pub(super) fn row_source(id: &str, book: &Book, lang: Lang) -> Option<SourceView> {
    let (_, row) = book.rules().row(id)?;
    row.cite.as_ref().map(|c| source(c, lang))
}

/// The source of the answer, unless a row says the same.
pub(super) fn answer_source(
    answer: Option<&TableAnswer>,
    rows: &[BecauseView],
    lang: Lang,
) -> Option<BecauseView> {
    let own = source(answer?.cite.as_ref()?, lang);
    let is_said = rows.iter().any(|r| r.source.as_ref() == Some(&own));
    (!is_said).then(|| BecauseView {
        id: String::new(),
        met: "",
        mark: "",
        why: both!("出处", "Source").to(lang).to_owned(),
        source: Some(own),
        facts: String::new(),
    })
}

/// The facts a reason was found from.
pub(super) fn facts(reason: &Reason, about: About<'_>) -> String {
    let (book, lang) = (about.frame.book, about.frame.lang);
    let used: Vec<String> = reason.used.iter().map(|u| say::used(u, book, lang)).collect();
    if used.is_empty() {
        return String::new();
    }
    both!("依据：{}。", "From: {}.").with(lang, &[&used.join(lang.pick("；", "; "))])
}

/// A criterion, how it stands, and when it will come true.
pub(super) fn criterion(reason: &Reason, about: About<'_>) -> BecauseView {
    let (book, lang) = (about.frame.book, about.frame.lang);
    let mut facts = facts(reason, about);
    if let Some(from) = reason.from {
        let day = format::date_full(from, lang);
        let comes = both!("到{}还没有变化，就符合。", "Met from {} if nothing changes.");
        if !facts.is_empty() && lang == Lang::En {
            facts.push(' ');
        }
        facts.push_str(&comes.with(lang, &[&day]));
    }
    BecauseView {
        id: reason.rule.clone(),
        met: say::met(reason.status),
        mark: say::mark(reason.status, lang),
        why: criterion_words(&reason.rule, book, lang),
        source: None,
        facts,
    }
}

/// A criterion in words.
pub(super) fn criterion_words(id: &str, book: &Book, lang: Lang) -> String {
    book.rules().criterion(id).map_or(id, |c| words(&c.words, lang)).to_owned()
}
