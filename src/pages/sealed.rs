//! 少记: one figure, each by number, and what is still to be followed up.

use super::work::{Work, in_context, work};
use crate::browser::{page, task};
use crate::controls::{Child, El, all, button, div, el};
use crate::routes::Route;
use crate::session::Session;
use crate::state::State;
use jieyou_domain::Id;
use jieyou_domain::ledger::Command;
use jieyou_store::journal::SubmitError;
use jieyou_view::forms::{Draft, Form, refusal, sealed as forms};
use jieyou_view::screens::sealed::{SealedRow, sealed};
use jieyou_view::text::frame;
use leptos::prelude::*;
use std::sync::Arc;

/// All of them, by number.
pub(crate) fn sealed_page(session: Session) -> AnyView {
    let draw = move || {
        let lang = session.lang.get();
        let t = frame::texts(lang);
        let screen = session.book.with(|b| sealed(b, lang));
        let title = div("h1", "page-head__title").child(t.sealed);
        let head = div("header", "page-head")
            .child(title)
            .child(div("p", "page-head__lead").child(screen.figure));
        let new = div("a", "button button--primary")
            .attr("href", Route::SealedNew.href())
            .child(t.sealed_new);
        let none = screen.rows.is_empty().then(|| div("p", "quiet").child(t.sealed_none));
        let rows = div("ul", "flow").child(all(screen.rows, |r| row(session, r)));
        vec![head, el("p").writes().child(new), el("div").child(none).child(rows)].draw()
    };
    draw.draw()
}

fn row(session: Session, row: SealedRow) -> El {
    let t = frame::texts(session.lang.get_untracked());
    let asked = State::new(false);
    let (id, entry) = (row.id, row.entry);
    let strike = move |_| {
        if !asked.get_untracked() {
            asked.set(true);
            return;
        }
        task::start(async move {
            let lang = session.lang.get_untracked();
            match session.submit(Command::StrikeSealed { id, entry }, None).await {
                Ok(_) => session.say(super::work::saved(session)),
                Err(SubmitError::Rejected(why)) => session.say_bad(refusal::say(&why, lang)),
                Err(SubmitError::Store(why)) => session.say_not_stored(&why),
            }
        });
    };
    let word = move || if asked.get() { t.sealed_strike_sure } else { t.sealed_strike };
    let follow = div("a", "button button--small")
        .attr("href", Route::SealedFollow(id).href())
        .child(t.sealed_follow);
    let open = (!row.open.is_empty()).then(|| el("p").child(row.open));
    div("li", "section")
        .child(div("p", "number").child(row.number))
        .child(el("p").child(row.line))
        .child(open)
        .child(div("p", "cluster screen-only").writes().child(follow).child(button(
            "button button--quiet button--small",
            word,
            strike,
        )))
}

/// Recording one.
pub(crate) fn sealed_new_page(session: Session) -> AnyView {
    let id = session.new_id();
    let form = Work {
        address: Route::SealedNew.href(),
        blank: in_context(session, forms::blank),
        draw: Box::new(forms::form),
        read: Box::new(move |cx, draft| forms::read(cx, draft, id)),
        split_at: "",
        done: Arc::new(|| page::go(&Route::Sealed.href())),
        cancel: Route::Sealed.href(),
        level: 1,
    };
    work(session, form)
}

/// How one of them went on.
pub(crate) fn sealed_follow_page(session: Session, id: Id) -> AnyView {
    let form = Work {
        address: Route::SealedFollow(id).href(),
        blank: in_context(session, forms::follow_blank),
        draw: Box::new(move |cx, _: &Draft| {
            cx.book.sealed_one(id).map_or_else(Form::default, |s| forms::follow_form(cx, s))
        }),
        read: Box::new(move |cx, draft| match cx.book.sealed_one(id) {
            Some(sealed) => forms::read_follow(cx, sealed, draft),
            None => Err(Vec::new()),
        }),
        split_at: "",
        done: Arc::new(|| page::go(&Route::Sealed.href())),
        cancel: Route::Sealed.href(),
        level: 1,
    };
    work(session, form)
}
