//! What every form page does: keep the draft, read it, ask the session, say what came
//! of it. A draft outlives the page until it is sent.

use crate::browser::{page, task};
use crate::controls::{Child, El, FormState, button, div, form_view, nothing, when};
use crate::drafts::{Keep, Resumed};
use crate::parts::say;
use crate::routes::Route;
use crate::session::Session;
use crate::state::{State, derived, outward};
use chrono::TimeDelta;
use jieyou_domain::ledger::{Command, Event};
use jieyou_domain::{EntryId, Subject};
use jieyou_store::journal::SubmitError;
use jieyou_view::forms::{self, Draft, Field, Form, FormContext, Problem, Submission, refusal};
use jieyou_view::text::{around, damaged, safety};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
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
    work_under(session, work, more, |_| nothing())
}

/// The same with something above the button that sends, which follows what is typed.
pub(crate) fn work_under(
    session: Session,
    work: Work,
    more: StoredValue<Vec<Command>>,
    above: impl FnOnce(FormState) -> AnyView,
) -> AnyView {
    let Work { address, blank, draw, read, split_at, done, cancel, level } = work;
    let (state, resumed) = begin(session, &address, blank.clone(), draw);
    if session.is_read_only() {
        return put_away(session, state, level);
    }
    let is_sent = keep(session, state, &address, blank.clone());
    let again = resumed_notice(session, state, resumed, (address.clone(), blank));
    let send = move || {
        let result = in_context(session, |cx| state.draft.with_untracked(|d| read(cx, d)));
        let Submission { command, contact } = match result {
            Ok(submission) => submission,
            Err(found) => return show(state.problems, found),
        };
        state.busy.set(true);
        let about = subject(&command);
        let strikes = strikes(&command);
        let contact = contact.and_then(|c| Some((about?, c)));
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
            let written = match result {
                Ok(written) => written,
                Err(why) => return refused(session, state.problems, why),
            };
            if strikes {
                session.look_again().await;
            }
            let gone = is_sent.try_set_value(true);
            session.drafts.forget(&address);
            let saved = saved(session);
            if level == 1 {
                session.say_recorded(saved, undo(session, about, &written));
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
    let about = move || state.form.with(|f| f.about.clone());
    let subject = move || div("p", "page-head__lead").child(about);
    let head = div("header", "page-head")
        .child(title)
        .child(when(move || !about().is_empty(), subject))
        .child(when(move || !intro().is_empty(), lead));
    vec![head.draw(), again, form_view(state, split_at, Box::new(send), cancel, above(state))]
        .draw()
}

/// In the place of a form while the ledger is only read. Under a section's heading nothing:
/// the notice on every page says why.
fn put_away(session: Session, state: FormState, level: u8) -> AnyView {
    if level > 1 {
        return nothing();
    }
    let title = move || state.form.with(|f| f.title.clone());
    vec![div("h1", "page-head__title").child(title), not_saved(session)].draw()
}

/// In the place of a form, while the ledger is only read.
pub(super) fn not_saved(session: Session) -> El {
    let text = div("p", "notice__text").child(say(session, damaged::NOT_SAVED));
    div("div", "notice").attr("data-tone", "act").attr("role", "note").child(text)
}

/// What the form begins with: what was typed before, or filled in by the button that led
/// here, goes over the blank.
fn begin(
    session: Session,
    address: &str,
    blank: Draft,
    draw: Draw,
) -> (FormState, Option<Resumed>) {
    let mut start = blank;
    let begun = session.drafts.begin(address);
    start.0.extend(begun.draft.0);
    let draft = State::new(start);
    let form = derived(move |_| {
        let book = session.book.get();
        let cx = FormContext { book: &book, today: session.today.get(), lang: session.lang.get() };
        draft.with(|d| draw(&cx, d))
    });
    let day = Callback::new(move |from: i64| {
        let today = session.today.get_untracked();
        today.checked_add_signed(TimeDelta::days(from)).unwrap_or(today).to_string()
    });
    let (problems, busy) = (State::new(Vec::new()), State::new(false));
    (FormState { form, draft, problems, lang: session.lang, busy, day }, begun.resumed)
}

/// Keeps the draft while it is typed and when the page is left, unless the answer says
/// that it was sent.
fn keep(session: Session, state: FormState, address: &str, blank: Draft) -> StoredValue<bool> {
    let is_sent = StoredValue::new(false);
    let asked = RefCell::new(Vec::new());
    let keep: Keep = Rc::new(move || {
        if is_sent.try_get_value() != Some(false) {
            return None;
        }
        let draft = state.draft.try_get_untracked()?;
        let form = state.form.try_get_untracked()?;
        let today = session.today.get_untracked();
        let kept = forms::keep(&draft, &blank, &form, &mut asked.borrow_mut(), today);
        Some((forms::left(draft), kept))
    });
    let address = address.to_owned();
    outward(move |is_first| {
        state.draft.track();
        if !is_first {
            session.drafts.typed(&address, &keep);
        }
    });
    on_cleanup(move || session.drafts.flush());
    is_sent
}

/// Above a form that begins with what was typed before: go on, or begin anew.
fn resumed_notice(
    session: Session,
    state: FormState,
    resumed: Option<Resumed>,
    (address, blank): (String, Draft),
) -> AnyView {
    let Some(resumed) = resumed else { return nothing() };
    let (shown, asked) = (State::new(true), State::new(false));
    let first = move || {
        let key = state.form.with_untracked(|f| f.fields.first().map(|x| x.key.clone()));
        page::focus(&format!("f-{}", key.unwrap_or_default()));
    };
    let go_on = move |_| {
        shown.set(false);
        first();
    };
    let anew = StoredValue::new((address, blank));
    let clear = move |_| {
        if !asked.get_untracked() {
            return asked.set(true);
        }
        let (address, blank) = anew.get_value();
        state.problems.set(Vec::new());
        state.draft.set(blank);
        session.drafts.forget(&address);
        shown.set(false);
        first();
    };
    let notice = move || {
        let t = move || around::texts(session.lang.get());
        let text = move || {
            let asks = state.form.with(|f| f.fields.iter().any(Field::is_contact));
            around::resumed(resumed.on, asks && !resumed.is_whole, session.lang.get())
        };
        let word = move || if asked.get() { t().anew_sure } else { t().anew };
        div("div", "notice screen-only")
            .attr("data-resumed", true)
            .attr("data-tone", "note")
            .attr("role", "note")
            .child(div("p", "notice__text").child(text))
            .child(button("button button--small", move || t().go_on, go_on))
            .child(button("button button--small", word, clear))
    };
    when(move || shown.get(), notice)
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

/// The address under which what was just recorded is taken back; empty where it is not. A
/// decision is a strike that can be taken back.
pub(super) fn undo(session: Session, about: Option<Subject>, written: &[EntryId]) -> String {
    let (Some(about), Some(first)) = (about, written.first()) else { return String::new() };
    let is_struck = session.book.with_untracked(|book| {
        let entries = book.matter(about.id).map(|matter| matter.entries()).unwrap_or_default();
        let written = entries.iter().find(|entry| entry.id == *first);
        written.is_none_or(
            |entry| matches!(&entry.event, Some(Event::Struck(s)) if s.stands.is_none()),
        )
    });
    if is_struck { String::new() } else { Route::Strike(about.id, *first).href() }
}

/// Whether a command takes something back: where that was a decision, what was decided is
/// open again.
fn strikes(command: &Command) -> bool {
    let Command::Record { facts, .. } = command else { return false };
    facts.iter().any(|(_, event)| matches!(event, Event::Struck(_)))
}

/// The matter a command is about, for its contact.
pub(super) fn subject(command: &Command) -> Option<Subject> {
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
    if session.is_kept() { safety::saved(&time, lang) } else { safety::not_kept(lang) }
}
