//! What every form page does: keep the draft, read it, ask the session, say what came
//! of it. A draft outlives the page until it is sent.

use crate::browser::{page, task};
use crate::controls::FormView;
use crate::session::Session;
use chrono::Days;
use jieyou_domain::ledger::Command;
use jieyou_store::journal::SubmitError;
use jieyou_view::forms::{Draft, Form, FormContext, Problem, Submission, refusal};
use jieyou_view::text::{around, safety, say};
use leptos::prelude::*;

type Draw = Box<dyn Fn(&FormContext<'_>, &Draft) -> Form + Send + Sync>;
type Read = Box<dyn Fn(&FormContext<'_>, &Draft) -> Result<Submission, Vec<Problem>>>;

/// Calls `act` with the context that forms are made from.
pub(crate) fn with_context<T>(session: Session, act: impl FnOnce(&FormContext<'_>) -> T) -> T {
    let (today, lang) = (session.today.get(), session.lang.get());
    session.book.with(|book| act(&FormContext { book, today, lang }))
}

/// Like [`with_context`], without following changes.
pub(crate) fn in_context<T>(session: Session, act: impl FnOnce(&FormContext<'_>) -> T) -> T {
    untrack(|| with_context(session, act))
}

/// A form that asks the ledger to record something.
///
/// `address` keys the draft that survives leaving the page; `done` is called with the
/// command once it is on disk.
#[component]
pub(crate) fn Work(
    address: String,
    blank: Draft,
    draw: Draw,
    read: Read,
    #[prop(default = "")] split_at: &'static str,
    on_done: Callback<Command>,
    #[prop(into)] cancel: String,
    #[prop(default = 1)] level: u8,
) -> impl IntoView {
    let session = Session::get();
    // What was typed before, or filled in by the button that led here, goes over the blank.
    let mut start = blank;
    if let Some(kept) = session.drafts.with_value(|d| d.get(&address).cloned()) {
        start.0.extend(kept.0);
    }
    let draft = RwSignal::new(start);
    let is_sent = StoredValue::new(false);
    let problems = RwSignal::new(Vec::<Problem>::new());
    let busy = RwSignal::new(false);
    let form = Memo::new(move |_| with_context(session, |cx| draft.with(|d| draw(cx, d))));
    let key = StoredValue::new(address);
    on_cleanup(move || {
        if is_sent.try_get_value() != Some(false) {
            return;
        }
        if let (Some(draft), Some(key)) = (draft.try_get_untracked(), key.try_get_value()) {
            session.drafts.update_value(|all| {
                all.insert(key, draft);
            });
        }
    });
    let read = StoredValue::new_local(read);
    let submit = Callback::new(move |()| {
        let result =
            in_context(session, |cx| draft.with_untracked(|d| read.with_value(|read| read(cx, d))));
        let Submission { command, contact } = match result {
            Ok(submission) => submission,
            Err(found) => return show(problems, found),
        };
        busy.set(true);
        let told = command.clone();
        let contact = contact.zip(crate::pages::work::subject(&command)).map(|(c, s)| (s, c));
        task::start(async move {
            let result = session.submit(command, contact).await;
            let _gone = busy.try_set(false);
            match result {
                Ok(_) => {
                    let _gone = is_sent.try_set_value(true);
                    if let Some(key) = key.try_get_value() {
                        session.drafts.update_value(|all| drop(all.remove(&key)));
                    }
                    if level == 1 {
                        session.say_on_arrival(saved(session));
                    } else {
                        session.say(saved(session));
                    }
                    let _gone = on_done.try_run(told);
                }
                Err(SubmitError::Rejected(why)) => {
                    let lang = session.lang.get_untracked();
                    let found = refusal::problem(&why, lang).unwrap_or_else(|| Problem {
                        field: String::new(),
                        text: refusal::say(&why, lang),
                    });
                    show(problems, vec![found]);
                }
                Err(SubmitError::Store(why)) => {
                    let lang = session.lang.get_untracked();
                    session.say_bad(say::store_error(&why, lang).line(lang));
                }
            }
        });
    });
    let today = Signal::derive(move || {
        let today = session.today.get();
        let before = today.checked_sub_days(Days::new(1)).unwrap_or(today);
        (today.to_string(), before.to_string())
    });
    let intro = move || form.with(|f| f.intro.clone());
    let title = move || form.with(|f| f.title.clone());
    // Under a section's own heading the form needs none.
    let head = (level == 1).then(|| view! { <h1 class="page-head__title">{title}</h1> });
    let cancel = (!cancel.is_empty()).then(|| {
        view! {
            <a class="button" href=cancel>{move || around::texts(session.lang.get()).cancel}</a>
        }
    });
    view! {
        <header class="page-head">
            {head}
            <Show when=move || !intro().is_empty()>
                <p class="page-head__lead">{intro}</p>
            </Show>
        </header>
        <FormView form draft problems lang=session.lang today busy split_at on_submit=submit>
            {cancel}
        </FormView>
    }
}

/// Shows what is wrong and moves to it.
fn show(problems: RwSignal<Vec<Problem>>, found: Vec<Problem>) {
    if problems.try_set(found).is_none() {
        page::focus("error-summary");
    }
}

/// The matter a command is about, for its contact.
fn subject(command: &Command) -> Option<jieyou_domain::Subject> {
    match command {
        Command::Register { id, .. } => Some(jieyou_domain::Subject::matter(*id)),
        Command::Record { matter, .. } => Some(jieyou_domain::Subject::matter(*matter)),
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
