//! 台账 on paper: the list as it is filtered and sorted, with the columns chosen, on A4
//! across. No contact and no course of events stands on it: the table has neither.

use super::export::{Column, export};
use super::query::ListQuery;
use crate::screens::Assessments;
use crate::text::{Lang, both, format, words};
use jieyou_domain::Date;
use jieyou_domain::ledger::Book;

/// The printed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerSheet {
    /// Its title.
    pub title: &'static str,
    /// Who keeps it.
    pub unit: String,
    /// What of the ledger it shows; empty for all of it.
    pub scope: String,
    /// 「共12件」
    pub count: String,
    /// 「制表日期：2026年4月16日」
    pub made: String,
    /// The heads: code and words.
    pub head: Vec<(&'static str, &'static str)>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Builds it. The window of the screen is ignored.
pub fn sheet(
    book: &Book,
    all: &Assessments,
    today: Date,
    query: &ListQuery,
    columns: &[Column],
    lang: Lang,
) -> LedgerSheet {
    let table = export(book, all, today, query, columns, lang);
    let made = both!("制表日期：{}", "Made on {}");
    LedgerSheet {
        title: both!("信访和矛盾纠纷事项台账", "Ledger of petitions and disputes").to(lang),
        unit: book.unit().map(|u| u.name.clone()).unwrap_or_default(),
        scope: scope(book, query, lang),
        count: both!("共{}件", "{} in all").with(lang, &[&table.rows.len().to_string()]),
        made: made.with(lang, &[&format::date_full(today, lang)]),
        head: columns.iter().map(|c| c.code()).zip(table.head).collect(),
        rows: table.rows,
    }
}

/// The filters in words. What was searched for is not repeated: it may be anything.
fn scope(book: &Book, query: &ListQuery, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(query.tier.map(|t| t.word(lang).to_owned()));
    parts.extend(query.stage.map(|s| words::stage(s, lang).to_owned()));
    parts.extend(query.place.as_deref().and_then(|id| book.place(id)).map(|p| p.name.clone()));
    parts.extend(query.due.map(|d| d.word(lang).to_owned()));
    parts.extend(query.decided.map(|d| d.word(lang).to_owned()));
    if !query.text.trim().is_empty() {
        parts.push(both!("按搜索结果", "as searched").to(lang).to_owned());
    }
    if parts.is_empty() {
        return String::new();
    }
    both!("范围：{}", "Only: {}").with(lang, &[&format::listed(&parts, lang)])
}
