//! 导入记录: files that were read in can be taken back and let in again; what of them was
//! not let in is saved, let in or dropped here.

use crate::browser::{files, task};
use crate::controls::{Child, El, all, button, div, el, nothing, unless_empty, when};
use crate::parts::{part, say};
use crate::routes::Route;
use crate::session::{ReadIn, Session};
use crate::state::State;
use jieyou_domain::json::Write as _;
use jieyou_domain::{EntryId, Subject};
use jieyou_store::event_store::StoreError;
use jieyou_store::local::{Aside, Note};
use jieyou_view::screens::imports::{
    ImportRow, NoteRow, building, forks, imports, notes, since, stopped,
};
use jieyou_view::text::{Both, frame, merge, say as words};
use leptos::prelude::*;

/// Everything about files that were read in.
pub(crate) fn imports_page(session: Session) -> AnyView {
    let read: State<ReadIn> = State::new(ReadIn::default());
    let again = Callback::new(move |()| {
        task::start(async move {
            let found = session.read_in().await;
            read.try_set(found);
        });
    });
    again.run(());
    let head = div("header", "page-head")
        .child(div("h1", "page-head__title").child(say(session, merge::IMPORTS)))
        .child(div("p", "page-head__lead").child(say(session, merge::IMPORTS_LEAD)));
    let shown = move || {
        let (found, day, lang) = (read.get(), session.today.get(), session.lang.get());
        let book = session.book.get_untracked();
        let rows = imports(&found.imports, day, lang);
        let none = rows.is_empty().then(|| div("p", "quiet").child(merge::NO_IMPORTS.to(lang)));
        let files = all(rows, |row| file(session, row, again));
        let held = |waits: bool| {
            let rows = notes(&found.notes, waits, day, lang);
            let (id, title, lead) = match waits {
                true => ("im-waiting", merge::WAITING, merge::WAITING_LEAD),
                false => ("im-quarantine", merge::QUARANTINE, merge::QUARANTINE_LEAD),
            };
            (!rows.is_empty()).then(|| {
                part(session, id, title)
                    .child(el("p").child(lead.to(lang)))
                    .child(all(rows, |row| note(session, row, again)))
            })
        };
        let forked = forks(&found.findings, &book, day, lang);
        let forked = (!forked.is_empty()).then(|| {
            part(session, "im-forks", merge::FORKS)
                .child(el("p").child(merge::FORKS_LEAD.to(lang)))
                .child(div("ul", "flow").child(all(forked, |line| el("li").child(line))))
        });
        let files = part(session, "im-files", merge::IMPORTS).child(none).child(files);
        vec![held(false), held(true), forked, Some(files)]
    };
    vec![head.draw(), shown.draw()].draw()
}

/// A file, with the button that takes it back or lets it in again.
fn file(session: Session, row: ImportRow, again: Callback<()>) -> El {
    let n = row.n;
    let asked: State<Option<Vec<(Subject, EntryId)>>> = State::new(None);
    let press = move |_| {
        task::start(async move {
            match session.building_on(n).await {
                Ok(found) => drop(asked.try_set(Some(found))),
                Err(why) => session.say_not_stored(&why),
            }
        });
    };
    let restore = move |_| {
        task::start(async move {
            let done = session.mark_import(n, None).await;
            said(session, done, merge::DONE_RESTORED, again);
        });
    };
    let act = if row.aside.is_empty() {
        button("button button--small", say(session, merge::TAKE_BACK), press)
    } else {
        button("button button--small", say(session, merge::RESTORE), restore)
    };
    // What stays is said before and after.
    let contacts = row.contacts;
    let stays = (!row.aside.is_empty()).then(|| unless_empty("p", "quiet", contacts.clone()));
    let form = move || match asked.get() {
        Some(found) => {
            let stays = unless_empty("p", "notice__text", contacts.clone());
            untrack(|| asking(session, n, &found, again)).child(stays).draw()
        }
        None => nothing(),
    };
    div("div", "imported flow")
        .attr("data-import", n.to_string())
        .child(div("p", "imported__title").child(row.title))
        .child(el("p").child(row.counts))
        .child(unless_empty("p", "imported__aside", row.aside))
        .child(stays)
        .child(el("p").writes().child(act))
        .child(form)
}

fn said(session: Session, done: Result<(), StoreError>, text: Both, again: Callback<()>) {
    match done {
        Ok(()) => {
            session.say(text.to(session.lang.get_untracked()));
            again.run(());
        }
        Err(why) => session.say_not_stored(&why),
    }
}

/// Before a file is taken back: what builds on it, by which post, and why.
fn asking(session: Session, n: u32, found: &[(Subject, EntryId)], again: Callback<()>) -> El {
    let lang = session.lang.get_untracked();
    let (post, why) = (State::new(session.post()), State::new(String::new()));
    let wrong = State::new(false);
    let matters = building(found, &session.book.get_untracked());
    let links = all(matters, |(id, name)| {
        let link = div("a", "agenda__link").attr("href", Route::Matter(id).href());
        el("li").child(link.child(name))
    });
    let go = move |_| {
        let aside = Aside {
            on: session.today.get_untracked(),
            post: post.get_untracked().trim().to_owned(),
            why: why.get_untracked().trim().to_owned(),
        };
        wrong.set(aside.post.is_empty() || aside.why.is_empty());
        if wrong.get_untracked() {
            return;
        }
        task::start(async move {
            let done = session.mark_import(n, Some(aside)).await;
            said(session, done, merge::DONE_ASIDE, again);
        });
    };
    let missing =
        move || div("p", "field__error").attr("role", "alert").child(merge::ASIDE_MISSING.to(lang));
    div("div", "flow")
        .child(el("p").child(merge::ASIDE_LEAD.to(lang)))
        .child(all(since(found, lang), |line| el("p").child(line)))
        .child(div("ul", "flow").child(links))
        .child(when(move || wrong.get(), missing))
        .child(text_field(&format!("aside-post-{n}"), merge::POST.to(lang), post))
        .child(text_field(&format!("aside-why-{n}"), merge::ASIDE_WHY.to(lang), why))
        .child(el("p").child(button("button button--grave", merge::TAKE_BACK.to(lang), go)))
}

fn text_field(id: &str, name: &'static str, value: State<String>) -> El {
    let label = div("label", "field__label").attr("for", id.to_owned()).child(name);
    let input = div("input", "field__input")
        .attr("type", "text")
        .attr("id", id.to_owned())
        .attr("maxlength", "200")
        .prop("value", move || value.get())
        .on("input", move |ev| value.set(event_target_value(&ev)));
    div("div", "field").child(label).child(input)
}

/// What of a file was not let in, with what can be done about it.
fn note(session: Session, row: NoteRow, again: Callback<()>) -> El {
    let lang = session.lang.get_untracked();
    let note = StoredValue::new(row.note.clone());
    let lines: State<Vec<String>> = State::new(Vec::new());
    let small = |word: Both, press: Box<dyn Fn() + Send>| {
        button("button button--small", word.to(lang), move |_| press())
    };
    let look = small(
        merge::LOOK,
        Box::new(move || {
            with_lines(session, note, move |text| {
                lines.try_set(stopped(&text, lang));
            });
        }),
    );
    let save = small(
        merge::SAVE_LINES,
        Box::new(move || {
            with_lines(session, note, move |apart| {
                let name = session.file_name("quarantine", "json");
                let text = apart.write().to_string();
                match files::download(&name, "application/json", &text) {
                    Ok(()) => session.say(frame::handed_over(&name, lang)),
                    Err(why) => session.say_bad(why),
                }
            });
        }),
    );
    let let_in = row
        .note
        .waits
        .then(|| small(merge::LET_IN, Box::new(move || accept(session, note, again))).writes());
    let listed = move || all(lines.get(), |line| el("li").child(line));
    let buttons = div("p", "cluster")
        .child(let_in)
        .child(look)
        .child(save)
        .child(drop_it(session, note, again));
    div("div", "imported flow")
        .attr("data-note", row.note.key())
        .child(div("p", "imported__title").child(row.title))
        .child(el("p").child(row.counts))
        .child(unless_empty("p", "imported__aside", row.settled))
        .child(buttons)
        .child(div("ul", "flow").child(listed))
}

type Kept = StoredValue<Note>;

/// Reads the lines behind a note.
fn with_lines(
    session: Session,
    note: Kept,
    then: impl FnOnce(jieyou_store::local::Apart) + 'static,
) {
    let note = note.get_value();
    task::start(async move {
        match session.apart(&note).await {
            Ok(apart) => then(apart),
            Err(why) => session.say_not_stored(&why),
        }
    });
}

fn accept(session: Session, note: Kept, again: Callback<()>) {
    let note = note.get_value();
    task::start(async move {
        let lang = session.lang.get_untracked();
        match session.let_in(&note, true).await {
            Ok(n) => {
                session.say(merge::LET_IN_DONE.with(lang, &[&n.to_string()]));
                again.run(());
            }
            Err(why) => session.say_bad(words::import_failed(&why, lang).line(lang)),
        }
    });
}

/// Drops the lines, asked twice.
fn drop_it(session: Session, note: Kept, again: Callback<()>) -> El {
    let asked = State::new(false);
    let press = move |_| {
        if !asked.get_untracked() {
            return asked.set(true);
        }
        let n = note.get_value().n;
        task::start(async move {
            let done = session.drop_note(n).await;
            said(session, done, merge::DROPPED_DONE, again);
        });
    };
    let word = move || {
        let text = if asked.get() { merge::DROP_SURE } else { merge::DROP };
        text.to(session.lang.get())
    };
    button("button button--grave button--small", word, press).writes()
}
