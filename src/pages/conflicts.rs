//! 不一致，待裁定: what two computers wrote differently, side by side; a person decides.

use super::work::{saved, subject, undo};
use crate::browser::{page, task};
use crate::controls::{Child, El, all, button, div, each, el, entry, unless_empty, when};
use crate::parts::say;
use crate::routes::Route;
use crate::session::Session;
use crate::state::{State, derived};
use jieyou_domain::{EntryId, Id};
use jieyou_store::chain::Conflict;
use jieyou_view::screens::conflict::{
    self as screen, ConflictView, Neither, WriteView, conflicts, decision, renumbered,
};
use jieyou_view::text::{merge, paper, say as words};
use leptos::prelude::*;

/// The matters that got another number while the page was open.
type Done = State<Vec<(Id, String)>>;

/// Everything that is to be decided.
pub(crate) fn conflicts_page(session: Session) -> AnyView {
    let views = derived(move |_| {
        let (day, lang) = (session.today.get(), session.lang.get());
        let came = session.came.get();
        let view = |all: &Vec<_>| session.book.with(|b| conflicts(all, &came, b, day, lang));
        session.conflicts.with(view)
    });
    let done = State::new(Vec::new());
    let is_none = move || views.with(Vec::is_empty);
    let lead = move || div("p", "page-head__lead").child(say(session, merge::CONFLICTS_LEAD));
    let head = div("header", "page-head")
        .child(div("h1", "page-head__title").child(say(session, merge::CONFLICTS)))
        .child(when(move || !is_none(), lead));
    let none = move || div("p", "quiet").child(say(session, merge::NO_CONFLICTS));
    let list = each(move || {
        // What holds, and what the matter is called, may change while the same writes stand
        // against each other.
        let key = |view: &ConflictView| {
            let key = format!("{} {:?} {:?}", view.key, session.lang.get(), view.matter);
            view.writes.iter().fold(key, |key, write| key + write.now)
        };
        let draw = |view: ConflictView| entry(key(&view), move || one(session, done, view));
        views.get().into_iter().map(draw).collect()
    });
    let papers = move || all(done.get(), |(id, text)| exchange(session, id, text));
    vec![head.draw(), papers.draw(), when(is_none, none), list].draw()
}

/// A matter that has another number now, and its receipt to print.
fn exchange(session: Session, id: Id, text: String) -> El {
    let slip = div("a", "button button--small")
        .attr("href", Route::Slip(id).href())
        .child(paper::texts(session.lang.get()).slip);
    div("div", "notice")
        .attr("data-tone", "act")
        .attr("role", "note")
        .child(div("p", "notice__text").child(text))
        .child(slip)
}

/// One of them.
fn one(session: Session, done: Done, view: ConflictView) -> El {
    let lang = session.lang.get_untracked();
    let id =
        format!("conflict-{}", view.writes.first().map_or(String::new(), |w| w.entry.to_string()));
    let why = State::new(String::new());
    let wrong = State::new(false);
    let matter = view.matter.map(|(id, name)| {
        el("p").child(div("a", "agenda__link").attr("href", Route::Matter(id).href()).child(name))
    });
    let field = view.asks_why.then(|| reason(session, &id, why, wrong).writes());
    let is_number = view.code == "field/number";
    let choose = if is_number { merge::CHOOSE_NUMBER } else { merge::CHOOSE };
    let (asks, key) = (view.asks_why, view.key);
    let decide = Callback::new(move |chosen: EntryId| {
        let said = why.get_untracked().trim().to_owned();
        wrong.set(asks && said.is_empty());
        if !wrong.get_untracked() {
            carry_out(session, done, key.clone(), chosen, said);
        }
    });
    let writes = all(view.writes, move |write| {
        let entry = write.entry;
        let press = move |_| decide.run(entry);
        let choose = button("button button--small", choose.to(lang), press);
        written(write).child(el("p").writes().child(choose))
    });
    let neither = view.neither.map(|to| {
        let word = if is_number { merge::NEITHER_NUMBER } else { merge::NEITHER };
        let href = form_of(to).href();
        el("p").writes().child(
            div("a", "button button--small button--quiet").attr("href", href).child(word.to(lang)),
        )
    });
    div("section", "section flow")
        .attr("data-conflict", view.code)
        .attr("aria-labelledby", id.clone())
        .child(div("h2", "section__title").attr("id", id).child(view.title))
        .child(matter)
        .child(el("p").child(view.lead))
        .child(field)
        .child(div("div", "versus").child(writes))
        .child(neither)
}

/// The reason, kept with the decision.
fn reason(session: Session, id: &str, why: State<String>, wrong: State<bool>) -> El {
    let id = format!("{id}-why");
    let missing = move || {
        let text = merge::WHY_MISSING.to(session.lang.get_untracked());
        div("p", "field__error").attr("role", "alert").child(text)
    };
    let label =
        div("label", "field__label").attr("for", id.clone()).child(say(session, merge::WHY));
    let input = div("input", "field__input")
        .attr("type", "text")
        .attr("id", id)
        .attr("maxlength", "200")
        .live("aria-invalid", move || wrong.get().then_some("true"))
        .on("input", move |ev| why.set(event_target_value(&ev)));
    div("div", "field").child(label).child(when(move || wrong.get(), missing)).child(input)
}

/// What was written, line by line; what the others say otherwise stands out.
fn written(write: WriteView) -> El {
    let lines = all(write.lines, |(line, differs)| {
        div("li", "versus__line said").attr("data-differs", differs).child(line)
    });
    div("div", "versus__side flow")
        .child(div("p", "versus__by").child(write.by))
        .child(unless_empty("p", "quiet", write.from))
        .child(unless_empty("p", "versus__now", write.now))
        .child(div("ul", "versus__lines").child(lines))
}

fn form_of(neither: Neither) -> Route {
    match neither {
        Neither::Act(id, action) => Route::Act(id, action),
        Neither::Correct(id, entry) => Route::Correct(id, entry),
        Neither::Settings => Route::Settings,
        Neither::Rules => Route::Rules,
        Neither::Calendar => Route::Calendar,
    }
}

fn carry_out(session: Session, done: Done, key: String, chosen: EntryId, why: String) {
    let is_it = |conflict: &&Conflict| screen::key(conflict) == key;
    let found = session.conflicts.with_untracked(|all| all.iter().find(is_it).cloned());
    let Some(conflict) = found else { return };
    let (book, today) = (session.book.get_untracked(), session.today.get_untracked());
    let commands = decision(&conflict, chosen, &why, &book, today);
    let about = commands.first().and_then(subject);
    let papers = renumbered(&commands, &book, session.lang.get_untracked());
    task::start(async move {
        match session.submit_all(commands, None).await {
            Ok(written) => {
                session.say_recorded(saved(session), undo(session, about, &written));
                // Under what is said already: the page may have been left.
                done.update(|all| all.extend(papers));
            }
            Err(why) => {
                session.say_bad(words::submit_error(&why, session.lang.get_untracked()));
            }
        }
        page::focus_heading();
    });
}

/// A line that something is to be decided: of one matter, or of the whole ledger.
pub(super) fn to_decide(session: Session, id: Option<Id>) -> AnyView {
    let text = move || {
        let lang = session.lang.get();
        session.conflicts.with(|all| match id {
            Some(id) => session.book.with(|book| screen::reminder_of(all, id, book, lang)),
            None => screen::reminder(all, lang),
        })
    };
    let notice = move || {
        let text = text();
        (!text.is_empty()).then(|| {
            let go = div("a", "button button--small")
                .attr("href", Route::Conflicts.href())
                .child(say(session, merge::GO_DECIDE));
            div("div", "notice screen-only")
                .attr("data-tone", "act")
                .attr("role", "note")
                .child(div("p", "notice__text").child(text))
                .child(go)
        })
    };
    notice.draw()
}
