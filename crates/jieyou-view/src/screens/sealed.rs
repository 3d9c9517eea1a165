//! 少记: one figure, and what is still to be followed up, by number.

use crate::text::{Lang, both, format, words};
use jieyou_domain::Id;
use jieyou_domain::facts::{Organ, Service};
use jieyou_domain::ledger::{Book, Sealed};

/// The screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedScreen {
    /// How many there are, as a sentence.
    pub figure: String,
    /// Each, by number; the latest first.
    pub rows: Vec<SealedRow>,
}

/// One of them. Nothing here says who or what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRow {
    /// Which.
    pub id: Id,
    /// Its number.
    pub number: String,
    /// Day and organ.
    pub line: String,
    /// What is open; empty when nothing is.
    pub open: String,
    /// The entry that recorded it, to take it back.
    pub entry: jieyou_domain::EntryId,
}

/// Builds the screen.
pub fn sealed(book: &Book, lang: Lang) -> SealedScreen {
    let mut all: Vec<&Sealed> = book.sealed().map(|s| &**s).collect();
    let key = |s: &Sealed| s.recorded.as_ref().map(|(_, r)| r.number.clone());
    jieyou_domain::compact::sort_by(&mut all, |a, b| key(b).cmp(&key(a)));
    let n = all.len().to_string();
    SealedScreen {
        figure: both!("少记共{}件。", "{} recorded by number only.").with(lang, &[&n]),
        rows: all.into_iter().filter_map(|s| row(s, lang)).collect(),
    }
}

fn row(s: &Sealed, lang: Lang) -> Option<SealedRow> {
    let (on, r) = s.recorded.as_ref()?;
    let entry = s.entries().first()?.id;
    let organs: Vec<&str> =
        std::iter::once(&r.organ).chain(&r.also).map(|o: &Organ| words::organ(*o, lang)).collect();
    let line = both!("{}收到，{}报告、移交{}", "received {}, handed over {} to {}").with(
        lang,
        &[
            &format::date_full(*on, lang),
            &format::date_full(r.handed_on, lang),
            &format::listed(&organs, lang),
        ],
    );
    Some(SealedRow {
        id: s.id,
        number: r.number.as_str().to_owned(),
        line,
        open: open(s, lang),
        entry,
    })
}

fn open(s: &Sealed, lang: Lang) -> String {
    let services: Vec<&str> = s.open.iter().map(|v: &Service| words::service(*v, lang)).collect();
    let mut parts = Vec::new();
    if s.receipt.as_str().is_empty() {
        parts.push(both!("回执还没有登记", "no receipt yet").to(lang).to_owned());
    }
    if !services.is_empty() {
        let list = format::listed(&services, lang);
        parts.push(both!("待落实：{}", "to follow up: {}").with(lang, &[&list]));
    }
    parts.join(lang.pick("；", "; "))
}

/// The line on 今日: a figure and nothing else; empty when nothing is open.
pub fn reminder(book: &Book, lang: Lang) -> String {
    let is_open = |s: &&std::sync::Arc<Sealed>| !s.open.is_empty() || s.receipt.as_str().is_empty();
    let n = book.sealed().filter(is_open).count();
    if n == 0 {
        return String::new();
    }
    both!("少记事项有{}件的跟进还没落实。", "{} recorded by number only still to be followed up.")
        .with(lang, &[&n.to_string()])
}
