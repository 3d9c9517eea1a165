//! 粘贴旧台账: paste, say what each column is, check the rows, register, take back.

mod columns;
mod controls;
mod register;
mod rows;
mod undo;

use crate::browser::page;
use crate::controls::{Child, El, all, button, div, el, when};
use crate::session::Session;
use crate::state::{Followed, State, derived};
use controls::say;
use jieyou_domain::facts::ReplyBy;
use jieyou_view::forms::{Draft, FormContext};
use jieyou_view::screens::paste::undo::Pasted;
use jieyou_view::screens::paste::{Screen, Table, screen};
use jieyou_view::text::{Both, paste as t};
use leptos::prelude::*;
use std::sync::Arc;

/// Where the paste is kept while another page is open; nothing of it is written.
const KEPT: &str = "paste";

/// What every part of the page shares.
#[derive(Clone, Copy)]
struct Paste {
    session: Session,
    /// What stands in the box.
    text: State<String>,
    /// What was read from it.
    table: State<Arc<Table>>,
    /// What was chosen and corrected.
    draft: State<Draft>,
    /// What follows from all that.
    screen: Followed<Screen>,
    /// Pastes of today that may be taken back.
    pasted: State<Vec<Pasted>>,
    /// Whether something is being written.
    busy: State<bool>,
}

impl Paste {
    /// Puts an answer into the draft.
    fn set(self, key: &str, value: &str) {
        self.draft.update(|d| d.set(key, value));
    }

    /// Calls `act` with the context that the paste is read in; follows no changes.
    fn in_context<T>(self, act: impl FnOnce(&FormContext<'_>) -> T) -> T {
        super::work::in_context(self.session, act)
    }
}

/// The page.
pub(crate) fn paste_page(session: Session) -> AnyView {
    if session.is_read_only() {
        let title = div("h1", "page-head__title").child(say(session, t::TITLE));
        return vec![title, super::work::not_saved(session)].draw();
    }
    let paste = begin(session);
    keep(paste);
    let rules = || all(t::RULES, |rule| el("li").child(say(session, rule)));
    let head = div("header", "page-head")
        .child(div("h1", "page-head__title").child(say(session, t::TITLE)))
        .child(div("p", "page-head__lead").child(say(session, t::LEAD)))
        .child(div("ul", "paste__rules").child(rules()));
    let is_read = move || paste.table.with(|t| !t.is_empty());
    let is_settled = move || paste.screen.with(|s| s.sheet.is_some());
    vec![
        head.draw(),
        undo::section(paste),
        step_1(paste).draw(),
        when(is_read, move || columns::section(paste)),
        when(is_settled, move || rows::section(paste)),
        when(is_settled, move || register::section(paste)),
    ]
    .draw()
}

fn begin(session: Session) -> Paste {
    let mut start = Draft::default();
    start.set("reply_by", ReplyBy::InPerson.code());
    start.0.extend(session.drafts.begin(KEPT).draft.0);
    let text = State::new(start.get("text").to_owned());
    let table =
        if start.get("read") == "yes" { Table::read(start.get("text")) } else { Table::default() };
    let (table, draft) = (State::new(Arc::new(table)), State::new(start));
    let screen = derived(move |_| {
        let book = session.book.get();
        let cx = FormContext { book: &book, today: session.today.get(), lang: session.lang.get() };
        table.with(|table| draft.with(|draft| screen(&cx, table, draft)))
    });
    let pasted = State::new(undo::of_today(session));
    Paste { session, text, table, draft, screen, pasted, busy: State::new(false) }
}

/// Keeps what was pasted and chosen when the page is left.
fn keep(paste: Paste) {
    on_cleanup(move || {
        let Some(mut draft) = paste.draft.try_get_untracked() else { return };
        let text = paste.text.try_get_untracked().unwrap_or_default();
        draft.set("text", text);
        paste.session.drafts.leave(KEPT.to_owned(), draft);
    });
}

/// A step with its heading.
fn step(session: Session, id: &'static str, title: Both) -> El {
    let title = div("h2", "section__title").attr("id", id).child(say(session, title));
    div("section", "section flow").attr("aria-labelledby", id).child(title)
}

fn step_1(paste: Paste) -> El {
    let session = paste.session;
    let is_read = move || paste.table.with(|t| !t.is_empty());
    let label = div("label", "field__label").attr("for", "paste-text").child(say(session, t::BOX));
    let hint = div("p", "field__hint").attr("id", "paste-hint").child(say(session, t::BOX_HINT));
    let area = div("textarea", "field__input paste__box")
        .attr("id", "paste-text")
        .attr("rows", "6")
        .attr("wrap", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "paste-hint")
        .prop("value", move || paste.text.get())
        .on("input", move |ev| paste.text.set(event_target_value(&ev)));
    let word = move || {
        let text = if is_read() { t::READ_AGAIN } else { t::READ };
        text.to(session.lang.get())
    };
    let clear = move || button("button", say(session, t::CLEAR), move |_| clear(paste));
    let buttons = div("p", "cluster")
        .child(button("button button--primary", word, move |_| read(paste)))
        .child(when(is_read, clear));
    let field = div("div", "field").child(label).child(hint).child(area);
    step(session, "paste-1", t::STEP_1).child(field).child(buttons)
}

/// Reads what stands in the box.
fn read(paste: Paste) {
    let table = paste.text.with_untracked(|text| Table::read(text));
    if table.is_empty() {
        paste.session.say_bad(t::EMPTY.to(paste.session.lang.get_untracked()));
        return page::focus("paste-text");
    }
    paste.session.said.set(None);
    let is_new = paste.table.with_untracked(|old| **old != table);
    paste.draft.update(|d| {
        d.set("read", "yes");
        if is_new {
            d.set("settled", "");
        }
    });
    if is_new {
        paste.table.set(Arc::new(table));
    }
    page::focus("paste-2");
}

/// Begins again. What was registered stays registered.
fn clear(paste: Paste) {
    paste.text.set(String::new());
    paste.draft.update(|d| {
        let reply_by = d.get("reply_by").to_owned();
        *d = Draft::default();
        d.set("reply_by", reply_by);
    });
    paste.table.set(Arc::new(Table::default()));
    page::focus("paste-text");
}
