//! Which way a claim goes and why: the article with its words, the facts, who decides there.

use super::{Way, words_of};
use crate::screens::sheet::{SheetLine, rights};
use crate::text::{Both, Lang, both, say, words};
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{Cite, Verified};

/// The way, its source with the words of it, why this one, and who decides there.
pub(super) fn which(way: &Way<'_>, is_dispute: bool, book: &Book, lang: Lang) -> Vec<SheetLine> {
    let of = |label: Both, text: String| SheetLine::of(label.to(lang), text);
    let mut lines = vec![of(both!("途径", "Way"), name(way, is_dispute, lang))];
    if is_dispute {
        lines.push(of(both!("依据", "Under"), MEDIATION.to(lang).to_owned()));
    } else if let Some(cite) = way.answer.and_then(|a| a.cite.as_ref()) {
        lines.push(of(both!("依据", "Under"), source(cite, lang)));
    }
    let why = way.row.map_or("", |row| words_of(&row.why, lang));
    let why = if way.why.is_empty() { why } else { way.why.as_str() };
    // A line to write on where a ledger of before says nothing.
    if !why.is_empty() || !is_dispute {
        lines.push(of(both!("为什么", "Why"), why.to_owned()));
    }
    let facts: Vec<String> = way.used.iter().map(|u| say::used(u, book, lang)).collect();
    if !facts.is_empty() && !is_dispute {
        let facts = facts.join(lang.pick("；", "; "));
        lines.push(of(both!("根据的情况", "Facts it rests on"), facts));
    }
    // A line to write on where nothing is known.
    lines.push(of(both!("由谁办", "Who decides"), body(way, book, lang)));
    // Where nobody said under which item it is sent, nothing is said of the others.
    if !is_dispute && way.answer.is_some() {
        lines.push(of(both!("程序", "Procedure"), NOT_SIX.to(lang).to_owned()));
    }
    if !is_dispute {
        lines.push(of(both!("不同意的", "If you disagree"), DISAGREE.to(lang).to_owned()));
    }
    lines
}

/// The item and what it is called; of a dispute that it is one of several to choose from.
fn name(way: &Way<'_>, is_dispute: bool, lang: Lang) -> String {
    let told = way.state.referred.as_ref();
    let named = way.answer.map_or("", |a| words_of(&a.words, lang));
    let legal = told.map_or("", |(_, r)| words::legal_way(r.way, lang));
    let both: Vec<&str> = [named, legal].into_iter().filter(|w| !w.is_empty()).collect();
    let name = both.join(lang.pick("；", "; "));
    if is_dispute && !way.is_decided {
        return both!("{}（建议，您可以另选）", "{} (a proposal; you may choose another)")
            .with(lang, &[&name]);
    }
    name
}

/// Mediation Law 3(3) and 26, as far as their words were checked.
const MEDIATION: Both = both!(
    "《人民调解法》第26条「调解不成的，应当终止调解，并依据有关法律」告知途径；第3条「不得因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利」",
    "Mediation Law 26: failed mediation is ended and the ways are told; 3(3): mediation must keep nobody from arbitration, administrative or judicial ways"
);
/// Whoever is sent elsewhere may have that looked at again; no limit there waits for it.
pub(in crate::screens::sheet) const DISAGREE: Both = both!(
    "对这样定有不同意见的，请向本单位说明理由，本单位重新核定并告诉您。那边的期限不因此停，请照期限去办。",
    "If you see it otherwise, tell this unit why; it looks at it again and tells you. The limits there go on meanwhile, so keep to them."
);
/// Only what goes item (六) has the sixty days, a written opinion, review and recheck.
const NOT_SIX: Both = both!(
    "按这条途径自己的程序和期限办；60日办结、处理意见书和复查复核，是第31条第（六）项事项的程序（条例第31、34至36条）。",
    "By the procedure and limits of that route; the 60 days, the written opinion, review and recheck are for item (6) (Regulations 31, 34-36)."
);

/// The article with its words, and how well they were checked where that was not in full.
pub(crate) fn source(cite: &Cite, lang: Lang) -> String {
    let quote = both!("{}「{}」", "{}: “{}”");
    let text = quote.with(lang, &[&say::cite(cite, lang), &cite.quote]);
    if matches!(cite.verified, Verified::P | Verified::Local) {
        let level = say::level(cite.verified, lang).1;
        return both!("{}（{}）", "{} ({})").with(lang, &[&text, level]);
    }
    text
}

/// The body, with where it is as far as the unit's profile says.
fn body(way: &Way<'_>, book: &Book, lang: Lang) -> String {
    let told = way.state.referred.as_ref().map_or("", |(_, r)| r.body.as_str());
    let row = way.row.map_or("", |row| words_of(&row.body, lang));
    let names = [told, way.state.body.as_str(), row];
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    let at = way.row.map_or("", |row| row.at.as_str());
    match rights::address(at, book).filter(|address| address != name) {
        Some(address) if name.is_empty() => address,
        Some(address) => both!("{}（{}）", "{} ({})").with(lang, &[name, &address]),
        None => name.to_owned(),
    }
}
