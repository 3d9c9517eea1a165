//! 节假日历: the years and where they came from, one of them unfolded, a year added or put
//! right, what a place adds.

mod form;
mod years;

use crate::browser::{page, task};
use crate::controls::{Child, El, all, button, div, el};
use crate::parts::{part, say};
use crate::session::Session;
use form::{Desk, Looked, form};
use jieyou_view::screens::calendar::{LocalView, Screen, screen, taking_off};
use jieyou_view::text::calendar as t;
use leptos::prelude::*;

/// The page as it stands now; follows what it is made from.
fn now(session: Session) -> Screen {
    session.book.with(|book| screen(book, session.today.get(), session.lang.get()))
}

/// The page.
pub(crate) fn calendar_page(session: Session) -> AnyView {
    let head = div("header", "page-head")
        .child(div("h1", "page-head__title").child(say(session, t::TITLE)))
        .child(div("p", "page-head__lead").child(say(session, t::LEAD)));
    let state = move || all(now(session).state, |line| el("li").child(line));
    let state = div("div", "notice")
        .attr("data-tone", "note")
        .child(div("ul", "notice__list").child(state));
    let add = part(session, "cal-add", t::ADD)
        .child(el("p").child(say(session, t::ADD_HINT)))
        .child(form(Desk::new(session, false)));
    vec![
        head.draw(),
        state.draw(),
        years::section(session).draw(),
        div("div", "screen-only").writes().child(add).draw(),
        places(session).draw(),
    ]
    .draw()
}

/// What places add, and the form for more.
fn places(session: Session) -> El {
    let desk = Desk::new(session, true);
    let locals = move || {
        let locals = now(session).locals;
        let none = locals.is_empty().then(|| el("p").child(say(session, t::NO_PLACES)));
        vec![none.draw(), all(locals, |local| place(desk, local)).draw()]
    };
    part(session, "cal-places", t::PLACES)
        .child(el("p").child(say(session, t::PLACES_HINT)))
        .child(locals)
        .child(div("div", "screen-only").writes().child(form(desk)))
}

fn place(desk: Desk, local: LocalView) -> El {
    let session = desk.session;
    let id = local.id;
    let off = move |_| {
        let (today, lang) = (session.today.get_untracked(), session.lang.get_untracked());
        let seen = session.book.with_untracked(|book| taking_off(book, &id, today, lang));
        if let Some(seen) = seen {
            desk.show(Looked::Seen(seen));
        }
    };
    let lines = all(local.lines, |line| el("p").attr("lang", "zh-CN").child(line));
    div("div", "year-place flow")
        .child(div("h3", "year-place__name").child(local.name))
        .child(lines)
        .child(button("button button--small", say(session, t::TAKE_OFF), off).writes())
}

/// Puts a text into force.
fn apply(desk: Desk, adopted: jieyou_domain::facts::TextAdopted) {
    let session = desk.session;
    task::start(async move {
        let command = jieyou_domain::ledger::Command::AdoptCalendar(adopted);
        if session.adopt(vec![command]).await {
            session.say(t::DONE.to(session.lang.get_untracked()));
            desk.clear();
            page::focus("main");
        }
    });
}
