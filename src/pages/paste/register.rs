//! Step four: everything that is ready, in one transaction.

use super::controls::{id_of, say};
use super::undo::{self, refused};
use super::{Paste, step};
use crate::browser::{page, task};
use crate::controls::{El, div, when};
use crate::pages::work::saved;
use crate::routes::Route;
use crate::state::State;
use jieyou_domain::Id;
use jieyou_view::forms::refusal;
use jieyou_view::screens::paste::commands;
use jieyou_view::screens::paste::undo::Pasted;
use jieyou_view::text::{frame, paste as t};

/// The button, and what came of it.
pub(super) fn section(paste: Paste) -> El {
    let session = paste.session;
    let done = State::new(String::new());
    let read = move |busy: bool| {
        if busy {
            return t::WORKING.to(session.lang.get()).to_owned();
        }
        paste.screen.with(|s| s.sheet.as_ref().map(|s| s.submit.clone())).unwrap_or_default()
    };
    let is_none = move || paste.screen.with(|s| s.sheet.as_ref().is_none_or(|s| s.taken == 0));
    let button = div("button", "button button--primary")
        .attr("type", "button")
        .attr("id", "paste-register")
        .writes()
        .live("aria-busy", move || paste.busy.get().to_string())
        .live("disabled", is_none)
        .on("click", move |_| send(paste, done))
        .child(move || read(paste.busy.get()));
    let shown = move || {
        let link = div("a", "button button--small")
            .attr("href", Route::Ledger(String::new()).href())
            .child(move || frame::texts(session.lang.get()).nav_ledger);
        div("div", "notice")
            .attr("data-tone", "note")
            .attr("id", "paste-done")
            .attr("tabindex", "-1")
            .child(div("p", "notice__text").child(move || done.get()))
            .child(link)
    };
    step(session, "paste-4", t::STEP_4)
        .child(div("p", "field__hint").child(say(session, t::STEP_4_HINT)))
        .child(div("p", "cluster").child(button))
        .child(when(move || done.with(|d| !d.is_empty()), shown))
}

/// Registers, unless a question for all rows is open; then leads to it.
fn send(paste: Paste, done: State<String>) {
    let session = paste.session;
    let open = paste.screen.with_untracked(|s| {
        s.sheet.as_ref().map(|s| (s.open.clone(), s.first_open.clone())).unwrap_or_default()
    });
    if !open.0.is_empty() {
        session.say_bad(open.0);
        return page::focus(&id_of(&open.1));
    }
    if paste.busy.get_untracked() {
        return;
    }
    paste.busy.set(true);
    task::start(async move {
        // The button says so before the work begins.
        page::sleep(30).await;
        write(paste, done).await;
        paste.busy.set(false);
    });
}

async fn write(paste: Paste, done: State<String>) {
    let session = paste.session;
    let lang = session.lang.get_untracked();
    let table = paste.table.get_untracked();
    let batch = paste.in_context(|cx| {
        let mut mint = || session.new_id();
        paste.draft.with_untracked(|draft| commands(cx, &table, draft, &mut mint))
    });
    let (commands, ids) = match batch {
        Ok(Some(batch)) => batch,
        Ok(None) => return,
        Err(why) => return session.say_bad(refusal::say(&why, lang)),
    };
    let mut all = undo::of_today(session);
    all.push(Pasted { time: session.time_of_day(), ids: ids.clone() });
    if let Err(why) = session.submit_all(commands, Some(undo::note(session, &all))).await {
        return refused(session, why);
    }
    let number = |id: Option<&Id>| {
        let book = session.book.get_untracked();
        let matter = id.and_then(|id| book.matter(*id));
        matter.map_or_else(String::new, |m| m.number().to_owned())
    };
    let (first, last) = (number(ids.first()), number(ids.last()));
    let said = t::done(ids.len(), &first, &last, &saved(session), lang);
    session.say(said.clone());
    paste.pasted.set(all);
    done.set(said);
    page::focus("paste-done");
}
