//! Files of the ledger: saved as a copy, read in with a preview first.

mod contacts;

use super::between::bundled;
use super::conflicts::to_decide;
use super::safety::{save_believed, save_copy};
use super::sealed_copy::{Unsealing, save_sealed, unseal};
use crate::browser::{files, page, task};
use crate::controls::{Child, El, all, button, div, el, nothing, when};
use crate::missed;
use crate::parts::{say, section, word};
use crate::routes::Route;
use crate::session::{Session, Way};
use crate::state::State;
use jieyou_store::backup::ImportPlan;
use jieyou_view::forms::setup_file;
use jieyou_view::screens::import::{ImportView, preview};
use jieyou_view::text::forms::setup;
use jieyou_view::text::{frame, gone as t, merge, safety, say as words};
use leptos::prelude::*;
use std::sync::Arc;

/// Where files are handled.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    /// In the settings.
    Settings,
    /// Before there is a unit: a township's set-up file may fill the first form in; called
    /// when it has.
    FirstPage(Callback<()>),
}

/// Saving the ledger to a file, and reading one in with a preview first.
pub(crate) fn files_section(session: Session, place: Place) -> El {
    match place {
        Place::Settings => section(session, "set-files", |t| t.set_files)
            .child(save(session))
            .child(el("div").writes().child(save_sealed(session)))
            .child(bundled(session))
            .child(el("div").writes().child(read(session, None)))
            .child(history(session)),
        Place::FirstPage(filled) => {
            section(session, "set-files", |t| t.setup_import).child(read(session, Some(filled)))
        }
    }
}

/// To the files that were read in.
fn history(session: Session) -> El {
    let link = div("a", "button button--small")
        .attr("href", Route::Imports.href())
        .child(say(session, merge::IMPORTS));
    el("p").child(link)
}

fn save(session: Session) -> El {
    if session.is_read_only() {
        return save_believed(session);
    }
    let busy = State::new(false);
    let save = move |_| {
        if !busy.get_untracked() {
            busy.set(true);
            task::start(async move {
                save_copy(session, Way::Download).await;
                busy.set(false);
            });
        }
    };
    let label = move || {
        let t = frame::texts(session.lang.get());
        if busy.get() { t.saving } else { t.export }
    };
    let button = button("button button--primary", label, save)
        .live("aria-busy", move || busy.get().to_string());
    let more = div("a", "button button--small")
        .attr("href", Route::Safety.href())
        .child(say(session, safety::TITLE));
    let line = el("p").child(button).space().child(word(session, |t| t.export_hint));
    div("div", "flow").child(line).child(el("p").child(more))
}

/// A file read, and what would come of it.
#[derive(Clone)]
enum Looked {
    Nothing,
    Reading,
    Plan(Plan, ImportView),
    /// Its bytes and its name.
    Sealed(Arc<Vec<u8>>, String),
    Refused(words::Notice),
    /// It was read in: what is to be decided now is said.
    Done,
}

type Plan = StoredValue<ImportPlan, LocalStorage>;
type Look = State<Looked>;

fn read(session: Session, filled: Option<Callback<()>>) -> AnyView {
    let looked = State::new(Looked::Nothing);
    let label =
        div("label", "field__label").attr("for", "import-file").child(word(session, |t| t.import));
    let hint =
        div("p", "field__hint").attr("id", "import-hint").child(word(session, |t| t.import_hint));
    let input = div("input", "field__input")
        .attr("type", "file")
        .attr("id", "import-file")
        .attr("accept", ".json,.age,application/json")
        .attr("aria-describedby", "import-hint")
        .on("change", move |ev| {
            let Some(input) = files::field(&ev) else { return };
            looked.set(Looked::Reading);
            let name = files::name(&input);
            task::start(async move {
                let found = match files::read_bytes(input).await {
                    None => Looked::Nothing,
                    Some(Err(why)) => {
                        let why = frame::NotText::Unread(why);
                        Looked::Refused(frame::not_text(&why, session.lang.get_untracked()))
                    }
                    Some(Ok(chosen)) if chosen.is_sealed => {
                        Looked::Sealed(Arc::new(chosen.bytes), name)
                    }
                    Some(Ok(chosen)) => look_into(session, chosen.bytes, name, filled).await,
                };
                show(looked, found);
            });
        });
    let field = div("div", "field").child(label).child(hint).child(input);
    vec![field.draw(), (move || shown(session, looked, filled)).draw()].draw()
}

fn show(looked: Look, found: Looked) {
    let is_nothing = matches!(found, Looked::Nothing);
    looked.set(found);
    if !is_nothing {
        page::focus("import-result");
    }
}

/// What is in a file that is not sealed, or was opened.
async fn look_into(
    session: Session,
    bytes: Vec<u8>,
    name: String,
    filled: Option<Callback<()>>,
) -> Looked {
    match files::text(bytes) {
        Err(why) => Looked::Refused(frame::not_text(&why, session.lang.get_untracked())),
        Ok(text) if fills(session, &text, filled) => Looked::Nothing,
        Ok(text) => plan(session, text, name).await,
    }
}

/// Whether a text is a township's set-up file; it fills the first form in.
fn fills(session: Session, text: &str, filled: Option<Callback<()>>) -> bool {
    let (Some(filled), Some((fields, by))) = (filled, setup_file::read(text)) else { return false };
    session.drafts.fill("setup".to_owned(), &fields);
    filled.run(());
    session.say(setup::CODES_READ.with(session.lang.get_untracked(), &[&by]));
    true
}

/// What reading a text in would do.
async fn plan(session: Session, text: String, name: String) -> Looked {
    let lang = session.lang.get_untracked();
    match session.plan_import(&text).await {
        Ok(mut plan) => {
            plan.name = name;
            let today = session.today.get_untracked();
            let mut view = session.book.with_untracked(|b| preview(&plan, b, today, lang));
            let gone = missed::before(&session.database());
            if let (Some(gone), Some(theirs)) = (gone.first(), &plan.unit)
                && gone.unit != theirs.name
            {
                view.lines.insert(0, t::other_unit(&gone.unit, &theirs.name, lang));
            }
            Looked::Plan(StoredValue::new_local(plan), view)
        }
        Err(why) => Looked::Refused(words::import_failed(&why, lang)),
    }
}

fn apply(session: Session, looked: Look, plan: Plan) {
    looked.set(Looked::Reading);
    task::start(async move {
        let lang = session.lang.get_untracked();
        let Some(plan) = plan.try_get_value() else { return };
        let found = match session.apply_import(&plan).await {
            Ok(()) => {
                session.say(frame::texts(lang).imported);
                session.ensure_basis();
                session.ask_to_keep(false);
                Looked::Done
            }
            Err(why) => Looked::Refused(words::import_failed(&why, lang)),
        };
        looked.set(found);
    });
}

fn shown(session: Session, looked: Look, filled: Option<Callback<()>>) -> AnyView {
    let t = frame::texts(session.lang.get());
    match looked.get() {
        Looked::Nothing => nothing(),
        Looked::Done => to_decide(session, None),
        Looked::Reading => el("p").attr("role", "status").child(t.reading).draw(),
        Looked::Sealed(sealed, name) => {
            let then = move |opened: Option<Vec<u8>>| {
                let Some(bytes) = opened else { return looked.set(Looked::Nothing) };
                looked.set(Looked::Reading);
                let name = name.clone();
                task::start(async move {
                    show(looked, look_into(session, bytes, name, filled).await);
                });
            };
            // Its fields stay as they are when the language changes.
            untrack(|| {
                unseal(session, Unsealing::ToReadIn, "import-result", sealed, Arc::new(then))
            })
        }
        Looked::Refused(notice) => {
            let line = |text: AnyView| div("p", "notice__text").child(text);
            div("div", "notice")
                .attr("data-tone", "act")
                .attr("role", "alert")
                .attr("id", "import-result")
                .attr("tabindex", "-1")
                .child(line(el("b").child(notice.title).draw()))
                .child(line(notice.detail.draw()))
                .child(line(notice.next.draw()))
                .draw()
        }
        Looked::Plan(plan, seen) => planned(session, looked, plan, seen),
    }
}

/// What reading a file in would do; what is not chosen yet is asked for first.
fn planned(session: Session, looked: Look, plan: Plan, seen: ImportView) -> AnyView {
    let lang = session.lang.get_untracked();
    let t = frame::texts(lang);
    let unchosen = State::new(false);
    let go = move |accept_far: bool| {
        unchosen.set(contacts::is_open(plan));
        if !unchosen.get_untracked() {
            plan.update_value(|plan| plan.accept_far = accept_far);
            apply(session, looked, plan);
        }
    };
    // Nothing new, or another unit's ledger: there is nothing to read in.
    let take = seen
        .can_apply
        .then(|| button("button button--primary", t.import_apply, move |_| go(false)));
    let accept = seen
        .can_accept
        .then(|| button("button", say(session, merge::PREVIEW_ACCEPT), move |_| go(true)));
    let leave = button("button", t.import_cancel, move |_| looked.set(Looked::Nothing));
    let buttons = div("p", "cluster").child(take).child(accept).child(leave);
    let choose = move || {
        div("p", "field__error").attr("role", "alert").child(merge::CONTACTS_CHOOSE.to(lang))
    };
    let contacts = contacts::contacts(plan, seen.contacts.clone(), lang);
    let wrong = when(move || unchosen.get(), choose);
    let seen = seen_in(seen).child(contacts);
    div("div", "flow").child(seen).child(wrong).child(buttons).draw()
}

fn seen_in(seen: ImportView) -> El {
    let sums = all(seen.sums, |(row, n, what)| {
        div("li", "preview-sum__item")
            .attr("data-row", row)
            .child(div("b", "preview-sum__n").child(n.to_string()))
            .space()
            .child(what)
    });
    let rows = all(seen.rows, |(row, mark, text)| {
        div("li", "preview-table__row")
            .attr("data-row", row)
            .child(div("span", "preview-table__mark").child(mark))
            .space()
            .child(text)
    });
    div("section", "flow")
        .attr("id", "import-result")
        .attr("tabindex", "-1")
        .child(el("p").child(seen.head))
        .child(div("ul", "preview-sum").child(sums))
        .child(all(seen.lines, |l| el("p").child(l)))
        .child(div("ul", "flow").child(rows))
}
