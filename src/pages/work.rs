//! What every form page does: keep the draft, read it, ask the session, say what came
//! of it. A draft outlives the page until it is sent.

use crate::browser::{page, task};
use crate::controls::{Child, FormState, div, form_view, when};
use crate::session::Session;
use crate::state::{State, derived};
use chrono::Days;
use jieyou_domain::Subject;
use jieyou_domain::ledger::Command;
use jieyou_store::journal::SubmitError;
use jieyou_view::forms::{Draft, Form, FormContext, Problem, Submission, refusal};
use jieyou_view::text::{around, safety};
use leptos::prelude::*;
use std::sync::Arc;

type Draw = Box<dyn Fn(&FormContext<'_>, &Draft) -> Form + Send + Sync>;
type Read = Box<dyn Fn(&FormContext<'_>, &Draft) -> Result<Submission, Vec<Problem>> + Send>;

/// A form that asks the ledger to record something.
pub(crate) struct Work {
    /// Keys the draft that survives leaving the page.
    pub(crate) address: String,
    /// What stands in the form at first.
    pub(crate) blank: Draft,
    /// Makes the form for a draft.
    pub(crate) draw: Draw,
    /// Makes the command.
    pub(crate) read: Read,
    /// The field that begins the second page of a spread; may be empty.
    pub(crate) split_at: &'static str,
    /// Called once the command is on disk, unless the page was left.
    pub(crate) done: Arc<dyn Fn() + Send + Sync>,
    /// Where the form is left for; may be empty.
    pub(crate) cancel: String,
    /// 1 for a page of its own, 2 under a section's heading.
    pub(crate) level: u8,
}

/// Calls `act` with the context that forms are made from; follows no changes.
pub(crate) fn in_context<T>(session: Session, act: impl FnOnce(&FormContext<'_>) -> T) -> T {
    let book = session.book.get_untracked();
    let (today, lang) = (session.today.get_untracked(), session.lang.get_untracked());
    act(&FormContext { book: &book, today, lang })
}

/// Draws the form.
pub(crate) fn work(session: Session, work: Work) -> AnyView {
    work_with(session, work, StoredValue::new(Vec::new()))
}

/// Draws a form whose reading may leave further commands in `more`: they are recorded in
/// the same transaction, after the first.
pub(crate) fn work_with(session: Session, work: Work, more: StoredValue<Vec<Command>>) -> AnyView {
    let Work { address, blank, draw, read, split_at, done, cancel, level } = work;
    let state = begin(session, &address, blank, draw);
    let is_sent = keep(session, state.draft, address.clone());
    let send = move || {
        let result = in_context(session, |cx| state.draft.with_untracked(|d| read(cx, d)));
        let Submission { command, contact } = match result {
            Ok(submission) => submission,
            Err(found) => return show(state.problems, found),
        };
        state.busy.set(true);
        let contact = contact.and_then(|c| Some((subject(&command)?, c)));
        let (address, done) = (address.clone(), Arc::clone(&done));
        let further = more.get_value();
        task::start(async move {
            let result = if further.is_empty() {
                session.submit(command, contact).await
            } else {
                let all = std::iter::once(command).chain(further);
                session.submit_all(all.collect(), None).await
            };
            state.busy.set(false);
            if let Err(why) = result {
                return refused(session, state.problems, why);
            }
            let gone = is_sent.try_set_value(true);
            session.drafts.update_value(|all| drop(all.remove(&address)));
            let saved = saved(session);
            if level == 1 {
                session.say_on_arrival(saved);
            } else {
                session.say(saved);
            }
            if gone.is_none() {
                done();
            }
        });
    };
    let intro = move || state.form.with(|f| f.intro.clone());
    let title = move || state.form.with(|f| f.title.clone());
    // Under a section's own heading the form needs none.
    let title = (level == 1).then(|| div("h1", "page-head__title").child(title));
    let cancel = (!cancel.is_empty()).then(|| {
        let word = move || around::texts(session.lang.get()).cancel;
        div("a", "button").attr("href", cancel).child(word)
    });
    let lead = move || div("p", "page-head__lead").child(intro);
    let head =
        div("header", "page-head").child(title).child(when(move || !intro().is_empty(), lead));
    vec![head.draw(), form_view(state, split_at, Box::new(send), cancel)].draw()
}

/// What the form begins with: what was typed before, or filled in by the button that led
/// here, goes over the blank.
fn begin(session: Session, address: &str, blank: Draft, draw: Draw) -> FormState {
    let mut start = blank;
    if let Some(kept) = session.drafts.with_value(|d| d.get(address).cloned()) {
        start.0.extend(kept.0);
    }
    let draft = State::new(start);
    let form = derived(move |_| {
        let book = session.book.get();
        let cx = FormContext { book: &book, today: session.today.get(), lang: session.lang.get() };
        draft.with(|d| draw(&cx, d))
    });
    let day = Callback::new(move |before: u64| {
        let today = session.today.get_untracked();
        today.checked_sub_days(Days::new(before)).unwrap_or(today).to_string()
    });
    let (problems, busy) = (State::new(Vec::new()), State::new(false));
    FormState { form, draft, problems, lang: session.lang, busy, day }
}

/// Keeps the draft when the page is left, unless the answer says that it was sent.
fn keep(session: Session, draft: State<Draft>, address: String) -> StoredValue<bool> {
    let is_sent = StoredValue::new(false);
    on_cleanup(move || {
        if is_sent.try_get_value() != Some(false) {
            return;
        }
        if let Some(draft) = draft.try_get_untracked() {
            session.drafts.update_value(|all| drop(all.insert(address, draft)));
        }
    });
    is_sent
}

/// Says why nothing was recorded: at the field that is to blame, if one is.
fn refused(session: Session, problems: State<Vec<Problem>>, why: SubmitError) {
    let lang = session.lang.get_untracked();
    match why {
        SubmitError::Rejected(why) => {
            let found = refusal::problem(&why, lang).unwrap_or_else(|| Problem {
                field: String::new(),
                text: refusal::say(&why, lang),
            });
            show(problems, vec![found]);
        }
        SubmitError::Store(why) => session.say_not_stored(&why),
    }
}

/// Shows what is wrong and moves to it.
fn show(problems: State<Vec<Problem>>, found: Vec<Problem>) {
    if problems.try_set(found) {
        page::focus("error-summary");
    }
}

/// The matter a command is about, for its contact.
fn subject(command: &Command) -> Option<Subject> {
    match command {
        Command::Register { id, .. } => Some(Subject::matter(*id)),
        Command::Record { matter, .. } => Some(Subject::matter(*matter)),
        _ => None,
    }
}

/// "Saved on this computer, 14:02": said only after the disk answered.
pub(crate) fn saved(session: Session) -> String {
    let lang = session.lang.get_untracked();
    let time = session.time_of_day();
    if session.opened.with_value(|o| o.is_kept) {
        safety::saved(&time, lang)
    } else {
        safety::not_kept(lang)
    }
}
