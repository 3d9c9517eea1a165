//! The decision tables: all of them, and one as a table that can be tried and whose
//! examples run.

use super::attempt::{Try, cases, try_section};
use super::{law, lost};
use crate::browser::page;
use crate::controls::{Child, El, all, button, div, el, unless_empty};
use crate::parts::{part, say, tag, word};
use crate::routes::Route;
use crate::session::Session;
use jieyou_view::screens::rules::{
    AnswerView, Check, Row, RowView, Source, TableLine, TableView, table, tables,
};
use jieyou_view::text::Both;
use jieyou_view::text::{rules as rules_text, tables as t};
use leptos::prelude::*;

/// The page of all tables.
pub(crate) fn tables_page(session: Session) -> AnyView {
    let shown = move || {
        let lines = session.book.with(|book| tables(book, session.lang.get()));
        if lines.is_empty() {
            return el("p").child(say(session, t::NONE)).draw();
        }
        div("ul", "rule-packs").child(all(lines, line)).draw()
    };
    vec![head(session, t::TITLE, t::LEAD).draw(), shown.draw(), cases(session, None).draw()].draw()
}

/// Title, what it is, the way back and the button that prints.
pub(super) fn head(session: Session, title: Both, lead: Both) -> El {
    let back = el("a").attr("href", Route::Rules.href()).child(say(session, rules_text::TITLE));
    let print = button("button button--small", word(session, |t| t.print), |_| page::print());
    div("header", "page-head")
        .child(div("p", "quiet screen-only").child(back))
        .child(div("h1", "page-head__title").child(say(session, title)))
        .child(div("p", "page-head__lead").child(say(session, lead)))
        .child(div("p", "screen-only").child(print))
}

fn line(line: TableLine) -> El {
    let link = el("a").attr("href", Route::Table(line.id).href()).child(line.name);
    div("li", "rule-packs__item")
        .child(div("p", "rule-row__head").child(link))
        .child(div("p", "rule-row__facts").child(line.facts))
        .child(div("p", "rule-row__facts").child(line.inputs))
        .child(all(line.checks, check))
}

fn check(check: Check) -> El {
    let state = if check.is_fine { "met" } else { "overdue" };
    div("p", "rule-table__check").child(tag(check.text, state))
}

/// The page of one table.
pub(crate) fn table_page(session: Session, id: String) -> AnyView {
    let Some(name) = session
        .book
        .with_untracked(|book| table(book, &id, session.lang.get_untracked()).map(|v| v.name))
    else {
        return lost(session);
    };
    let tried = Try::new(session, &id);
    let title = div("h1", "page-head__title").child(name);
    let back = el("a").attr("href", Route::Tables.href()).child(say(session, t::TITLE));
    let print = button("button button--small", word(session, |t| t.print), |_| page::print());
    let head = div("header", "page-head")
        .child(div("p", "quiet screen-only").child(back))
        .child(title)
        .child(div("p", "screen-only").child(print));
    let of = id.clone();
    let view = move || session.book.with(|book| table(book, &of, session.lang.get()));
    let rows = move || view().map(|view| rows(session, view, tried));
    vec![
        head.draw(),
        rows.draw(),
        try_section(session, tried).draw(),
        cases(session, Some(tried)).draw(),
    ]
    .draw()
}

fn rows(session: Session, view: TableView, tried: Try) -> Vec<AnyView> {
    let lang = session.lang.get_untracked();
    let fact = |row: Row| {
        let lines = all(row.lines, |line| el("p").child(line));
        div("div", "facts__row")
            .child(div("dt", "facts__name").child(row.name))
            .child(div("dd", "facts__value").child(lines))
    };
    let facts = div("dl", "facts").child(all(view.facts, fact));
    let head = |text: String| el("th").attr("scope", "col").child(text);
    let mut heads = vec![t::ROW.to(lang).to_owned()];
    heads.extend(view.heads.iter().cloned());
    heads.extend([t::ANSWER, t::WHY, t::SOURCE].map(|text| text.to(lang).to_owned()));
    let names = view.heads;
    let body = all(view.rows, |r| row(r, &names, tried, lang));
    let table = div("table", "rule-table")
        .child(div("caption", "visually-hidden").child(view.name))
        .child(el("thead").child(el("tr").child(all(heads, head))))
        .child(el("tbody").child(body));
    // A wide table is moved by keys too.
    let frame = div("div", "rule-table__frame")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", t::ROWS.to(lang))
        .child(table);
    let rows = part(session, "table-rows", t::ROWS).child(all(view.checks, check)).child(frame);
    let answers = part(session, "table-answers", t::ANSWERS)
        .child(div("ul", "rule-packs").child(all(view.answers, |a| answer(a, lang))));
    vec![facts.draw(), rows.draw(), answers.draw()]
}

fn row(row: RowView, names: &[String], tried: Try, lang: jieyou_view::Lang) -> El {
    let asks = row.cells.iter().any(|cell| !cell.is_empty());
    let cell = |(at, text): (usize, String)| {
        let name = names.get(at).cloned().unwrap_or_default();
        let is_asked = !text.is_empty();
        let text = if is_asked { text } else { t::ANY.to(lang).to_owned() };
        div("td", "rule-table__cell")
            .attr("data-label", name)
            .attr("data-any", (!is_asked).then_some("yes"))
            .child(text)
    };
    let cells = all(row.cells.into_iter().enumerate(), cell);
    let id = row.id.clone();
    let rest = (!asks).then(|| div("span", "rule-table__rest").child(t::REST.to(lang)));
    let head = div("th", "rule-table__head").attr("scope", "row").child(row.id).space().child(rest);
    let named = |name: Both, child: AnyView| {
        div("td", "rule-table__cell").attr("data-label", name.to(lang)).child(child)
    };
    div("tr", "rule-table__row")
        .live("aria-current", move || tried.is_row(&id).then_some("true"))
        .child(head)
        .child(cells)
        .child(named(t::ANSWER, el("b").child(row.answer).draw()))
        .child(named(t::WHY, row.why.draw()))
        .child(named(t::SOURCE, row.source.map(short).draw()))
}

/// The article; level and words on asking, and on paper not at all.
fn short(source: Source) -> El {
    let level = div("span", "day-strip__level").attr("data-level", source.level);
    let level = div("p", "rule-table__level").child(level.child(source.verified));
    let article = el("span").attr("lang", "zh-CN").child(source.article);
    let quote = div("blockquote", "day-strip__quote").attr("lang", "zh-CN").child(source.quote);
    div("details", "rule-table__source")
        .child(el("summary").child(article))
        .child(level)
        .child(quote)
}

fn answer(answer: AnswerView, lang: jieyou_view::Lang) -> El {
    let needs = (!answer.needs.is_empty()).then(|| {
        let list = el("ul").child(all(answer.needs, |need| el("li").child(need)));
        let name = div("p", "quiet").child(t::NEEDS.to(lang));
        vec![name, list]
    });
    div("li", "rule-packs__item")
        .child(div("p", "rule-row__head").child(answer.words))
        .child(unless_empty("p", "", answer.then))
        .child(needs)
        .child(answer.source.map(cited))
}

/// Article, level and words.
pub(super) fn cited(source: Source) -> El {
    law(source.article, source.quote, source.level, source.verified)
}
