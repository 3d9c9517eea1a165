//! Taking back a paste of today: what would go and what stays is said first.

use super::controls::say;
use super::{Paste, step};
use crate::browser::{page, task};
use crate::controls::{Child, El, all, button, div, el, unless_empty, when};
use crate::pages::work::saved;
use crate::routes::Route;
use crate::session::Session;
use crate::state::State;
use jieyou_domain::{Id, Subject};
use jieyou_store::journal::SubmitError;
use jieyou_view::forms::{FormContext, refusal};
use jieyou_view::screens::paste::undo::{self, NOTE, Pasted, UndoView};
use jieyou_view::text::paste as t;
use leptos::prelude::*;

/// The pastes of today.
pub(super) fn of_today(session: Session) -> Vec<Pasted> {
    undo::read(&session.recall(NOTE), session.today.get_untracked())
}

/// The note about them, as it is kept beside the ledger.
pub(super) fn note(session: Session, all: &[Pasted]) -> (&'static str, String) {
    (NOTE, undo::write(all, session.today.get_untracked()))
}

/// Says why nothing was written.
pub(super) fn refused(session: Session, why: SubmitError) {
    match why {
        SubmitError::Rejected(why) => {
            session.say_bad(refusal::say(&why, session.lang.get_untracked()));
        }
        SubmitError::Store(why) => session.say_not_stored(&why),
    }
}

/// Pastes of today, each with a button; nothing where there is none.
pub(super) fn section(paste: Paste) -> AnyView {
    let asked = State::new(None);
    let views = move || {
        let pasted = paste.pasted.get();
        let all: Vec<(Pasted, UndoView)> =
            pasted.into_iter().map(|p| (p.clone(), look(paste.session, &p))).collect();
        all.into_iter().filter(|(_, view)| !view.lead.is_empty()).collect::<Vec<_>>()
    };
    let items = move || all(views(), |(pasted, view)| item(paste, asked, pasted, view));
    let shown = move || {
        step(paste.session, "paste-undo", t::UNDO_TITLE).child(div("ul", "flow").child(items))
    };
    when(move || !views().is_empty(), shown)
}

/// What taking one back would do; follows the book.
fn look(session: Session, pasted: &Pasted) -> UndoView {
    let book = session.book.get();
    let cx = FormContext { book: &book, today: session.today.get(), lang: session.lang.get() };
    undo::undo(&cx, pasted, &|id| has_contact(session, id))
}

fn has_contact(session: Session, id: Id) -> bool {
    session.contact(Subject::matter(id)).is_some()
}

fn item(paste: Paste, asked: State<Option<String>>, pasted: Pasted, view: UndoView) -> El {
    let session = paste.session;
    let key = pasted.ids.first().map(Id::to_string).unwrap_or_default();
    let is_asked = asked.get().as_deref() == Some(&key);
    let line = div("p", "paste__name").child(view.lead);
    if !is_asked {
        let ask = move |_| {
            asked.set(Some(key.clone()));
            page::focus("paste-sure");
        };
        let ask = button("button button--small", say(session, t::UNDO), ask);
        return el("li").child(line).child(el("p").writes().child(ask));
    }
    let stays = (!view.stays.is_empty()).then(|| {
        let links = all(view.stays, |(id, words)| {
            el("li").child(el("a").attr("href", Route::Matter(id).href()).child(words))
        });
        vec![
            el("p").child(say(session, t::UNDO_STAYS)).draw(),
            div("ul", "flow").child(links).draw(),
        ]
    });
    let sure = (view.count > 0).then(|| {
        let go = move |_| take_back(paste, pasted.clone());
        button("button button--primary", say(session, t::UNDO_SURE), go)
            .live("aria-busy", move || paste.busy.get().to_string())
    });
    let not = button("button", say(session, t::UNDO_NOT), move |_| asked.set(None));
    let asks = unless_empty("p", "notice__text", view.asks)
        .map(|p| p.attr("id", "paste-sure").attr("tabindex", "-1"));
    el("li").child(line).child(asks).child(stays).child(div("p", "cluster").child(sure).child(not))
}

fn take_back(paste: Paste, pasted: Pasted) {
    if paste.busy.get_untracked() {
        return;
    }
    paste.busy.set(true);
    task::start(async move {
        page::sleep(30).await;
        let session = paste.session;
        let commands =
            paste.in_context(|cx| undo::commands(cx, &pasted, &|id| has_contact(session, id)));
        let count = commands.len();
        let mut left = of_today(session);
        left.retain(|p| *p != pasted);
        let result = session.submit_all(commands, Some(note(session, &left))).await;
        paste.busy.set(false);
        if let Err(why) = result {
            return refused(session, why);
        }
        paste.pasted.set(left);
        page::focus("paste-text");
        session.say(t::undone(count, &saved(session), session.lang.get_untracked()));
    });
}
