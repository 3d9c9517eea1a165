//! Pages that are there to be printed: the citizen's slip, the blank receipt for sealed
//! letters, notices, what was decided and why, the ledger across. Each is shown first as it will
//! be on paper.

use super::audit::printed;
use super::ledger::chosen_columns;
use crate::browser::page;
use crate::controls::{Child, El, all, button, div, el, unless_empty};
use crate::parts::{sheet, verdict_sheet};
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::{Date, Id};
use jieyou_view::screens::copies;
use jieyou_view::screens::list::{self, LedgerSheet, ListQuery};
use jieyou_view::screens::sheet::{self as model, Paper};
use jieyou_view::screens::verdict;
use jieyou_view::text::{frame, paper, sealed_copy};
use leptos::prelude::*;

/// The slip of a matter.
pub(crate) fn slip_page(session: Session, id: Id) -> AnyView {
    let draw = move || {
        let lang = session.lang.get();
        let found =
            session.assessed.with(|all| session.book.with(|book| model::slip(book, all, id, lang)));
        let home = Route::Matter(id).href();
        match found {
            Some(slip) => {
                let t = paper::texts(lang);
                let missing = notice("note", slip.missing.clone());
                let tools = tools(session, home, t.one_page);
                vec![tools.draw(), missing.draw(), sheet(slip, realm(session)).draw()].draw()
            }
            None => no_such(session),
        }
    };
    draw.draw()
}

/// The decisions about a matter, with their reasons.
pub(crate) fn verdicts_page(session: Session, id: Id) -> AnyView {
    let draw = move || {
        let (day, lang) = (session.today.get(), session.lang.get());
        let found = session
            .assessed
            .with(|all| session.book.with(|book| verdict::verdict_sheet(book, all, id, day, lang)));
        let Some(sheet) = found else { return no_such(session) };
        let tools = tools(session, Route::Matter(id).href(), paper::texts(lang).pages);
        vec![tools, verdict_sheet(sheet, frame::texts(lang), realm(session))].draw()
    };
    draw.draw()
}

fn no_such(session: Session) -> AnyView {
    let t = frame::texts(session.lang.get());
    let ledger = Route::Ledger(String::new()).href();
    let back = div("a", "button").attr("href", ledger).child(t.nav_ledger);
    let title = div("h1", "page-head__title").child(t.not_found);
    vec![title, el("p").child(back)].draw()
}

/// Another paper of a matter; what nobody has decided yet is shown and not printed.
pub(crate) fn paper_page(session: Session, id: Id, which: Paper) -> AnyView {
    let draw = move || {
        let (day, lang) = (session.today.get(), session.lang.get());
        let found = session
            .assessed
            .with(|all| session.book.with(|book| model::paper(book, all, (id, which), day, lang)));
        let home = Route::Matter(id).href();
        let t = paper::texts(lang);
        let Some(sheets) = found else {
            let back = div("a", "button").attr("href", home).child(t.back);
            let title = div("h1", "page-head__title").child(t.no_paper);
            return vec![title, el("p").child(back)].draw();
        };
        let draft = sheets.first().map_or("", |s| s.draft);
        let hint = if sheets.len() > 1 { t.two_copies } else { t.one_page };
        let tools = if draft.is_empty() { tools(session, home, hint) } else { away(home, t.back) };
        let open = notice("act", draft.to_owned());
        let missing = notice("note", sheets.first().map_or("", |s| &s.missing).to_owned());
        let realm = realm(session);
        let sheets = all(sheets, |s| sheet(s, realm));
        let sheets = div("div", "flow").child(sheets);
        vec![tools.draw(), open.draw(), missing.draw(), sheets.draw()].draw()
    };
    draw.draw()
}

/// What is to be known before it is printed; nothing where that is nothing.
fn notice(tone: &'static str, text: String) -> Option<El> {
    unless_empty("p", "notice__text", text).map(|text| {
        div("div", "notice screen-only").attr("data-tone", tone).attr("role", "note").child(text)
    })
}

fn away(home: String, word: &'static str) -> El {
    let back = div("a", "button button--small").attr("href", home).child(word);
    div("div", "sheet-tools cluster screen-only").child(back)
}

/// The blank receipt for sealed letters. Nothing of it is stored.
pub(crate) fn sealed_receipt_page(session: Session) -> AnyView {
    let draw = move || {
        let lang = session.lang.get();
        let blank = session.book.with(|book| model::sealed(book, lang));
        let tools = tools(session, String::new(), paper::texts(lang).one_page);
        vec![tools.draw(), sheet(blank, realm(session)).draw()].draw()
    };
    draw.draw()
}

/// The recovery card of the sealed copy that was saved on a day.
pub(crate) fn recovery_card_page(session: Session, on: Date) -> AnyView {
    let draw = move || {
        let lang = session.lang.get();
        let file = session.copies.list.with(|list| copies::sealed_on(list, on));
        let card = session.book.with(|book| model::recovery(book, &file, on, lang));
        let tools = tools(session, Route::Safety.href(), sealed_copy::CARD_HINT.to(lang));
        vec![tools.draw(), sheet(card, realm(session)).draw()].draw()
    };
    draw.draw()
}

/// The ledger on A4 across, as the list was filtered.
pub(crate) fn ledger_print_page(session: Session, query: &str) -> AnyView {
    let asked = ListQuery::from_query(query);
    let home = Route::Ledger(query.to_owned()).href();
    let draw = move || {
        let (day, lang) = (session.today.get(), session.lang.get());
        let columns = chosen_columns(session);
        let made = session.assessed.with(|all| {
            session.book.with(|book| list::sheet(book, all, day, &asked, columns.all(), lang))
        });
        let tools = tools(session, home.clone(), paper::texts(lang).across);
        let sheet = ledger_sheet(made, realm(session)).child(printed(session));
        vec![tools.draw(), sheet.draw()].draw()
    };
    draw.draw()
}

/// What is said on every sheet of a training ledger.
pub(super) fn realm(session: Session) -> &'static str {
    if session.is_training() { paper::texts(session.lang.get()).training } else { "" }
}

/// Print, back, and what the paper will be. Without a home it goes back to wherever the
/// page was reached from.
fn tools(session: Session, home: String, hint: &'static str) -> El {
    let t = paper::texts(session.lang.get());
    let back = match home.is_empty() {
        true => button("button button--small", t.back, |_| page::back(&Route::Today.href())),
        false => div("a", "button button--small").attr("href", home).child(t.back),
    };
    let print = button("button button--primary button--small", t.print, |_| page::print());
    div("div", "sheet-tools cluster screen-only")
        .child(print)
        .child(back)
        .child(div("p", "sheet-tools__hint").child(hint))
}

fn ledger_sheet(s: LedgerSheet, realm: &'static str) -> El {
    let codes: Vec<&'static str> = s.head.iter().map(|(code, _)| *code).collect();
    let is_wide = codes.len() > 14;
    let head = all(s.head, |(code, word)| {
        el("th").attr("scope", "col").attr("data-column", code).child(word)
    });
    let rows = all(s.rows, |row| {
        let cells = codes.iter().zip(row);
        el("tr").child(all(cells, |(code, text)| el("td").attr("data-column", *code).child(text)))
    });
    let line = div("p", "ledger-sheet__line")
        .child(div("span", "ledger-sheet__unit").child(s.unit))
        .child(unless_empty("span", "ledger-sheet__scope", s.scope))
        .child(div("span", "ledger-sheet__count").child(s.count))
        .child(div("span", "ledger-sheet__made").child(s.made));
    // On a narrow screen the table is scrolled, also by keyboard.
    let table = div("div", "ledger-sheet__scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", s.title)
        .child(
            div("table", "ledger-sheet__table")
                .child(el("thead").child(el("tr").child(head)))
                .child(el("tbody").child(rows)),
        );
    div("article", "ledger-sheet")
        .attr("data-columns", if is_wide { "many" } else { "few" })
        .child(div("h1", "ledger-sheet__title").child(s.title))
        .child(unless_empty("p", "slip__realm", realm))
        .child(line)
        .child(table)
}
