//! 加封副本: saving one, and opening one that was chosen. A passphrase lives in its field
//! and nowhere else: no draft, no preference, no log.

use crate::browser::{page, task};
use crate::controls::{Child, El, button, div, el, unless_empty, when};
use crate::parts::say;
use crate::routes::Route;
use crate::session::Session;
use crate::state::State;
use jieyou_domain::Date;
use jieyou_view::text::sealed_copy::{self as text, Strength};
use jieyou_view::text::{Both, frame};
use leptos::prelude::*;
use std::sync::Arc;

/// How far a copy is.
#[derive(Clone)]
enum Step {
    Closed,
    Asking,
    Working,
    /// Handed to the browser on that day.
    Done(Date),
}

/// Saving a sealed copy: a button, and the form behind it.
pub(crate) fn save_sealed(session: Session) -> AnyView {
    let step = State::new(Step::Closed);
    let draw = move || match step.get() {
        Step::Asking => form(session, step).draw(),
        Step::Working => working(session, text::SEALING).draw(),
        Step::Closed => opener(session, step).draw(),
        Step::Done(day) => {
            let card = div("a", "button button--primary")
                .attr("id", "seal-card")
                .attr("href", Route::RecoveryCard(day).href())
                .child(say(session, text::CARD));
            vec![el("p").child(card), opener(session, step)].draw()
        }
    };
    draw.draw()
}

fn opener(session: Session, step: State<Step>) -> El {
    let open = move |_| {
        step.set(Step::Asking);
        page::focus("seal-pass");
    };
    let button = button("button", say(session, text::SAVE), open).attr("id", "seal-open");
    el("p").child(button).space().child(say(session, text::HINT))
}

fn working(session: Session, what: Both) -> El {
    el("p").attr("role", "status").child(say(session, what))
}

/// What is typed, and whether it is seen.
#[derive(Clone, Copy)]
struct Typed {
    session: Session,
    pass: State<String>,
    shown: State<bool>,
}

impl Typed {
    fn new(session: Session) -> Self {
        Self { session, pass: State::new(String::new()), shown: State::new(false) }
    }

    /// A field for a passphrase.
    fn field(self, id: &'static str, label: Both, value: State<String>) -> El {
        let shown = self.shown;
        div("input", "field__input")
            .attr("id", id)
            .live("type", move || if shown.get() { "text" } else { "password" })
            .attr("autocomplete", "off")
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .live("aria-label", move || label.to(self.session.lang.get()))
            .on("input", move |ev| value.set(event_target_value(&ev)))
    }

    fn label(self, id: &'static str, text: Both) -> El {
        div("label", "field__label").attr("for", id).child(say(self.session, text))
    }

    /// Shows what is typed.
    fn tick(self, id: &'static str) -> El {
        let shown = self.shown;
        let input = div("input", "choice__input")
            .attr("type", "checkbox")
            .attr("id", id)
            .prop("checked", move || shown.get())
            .on("change", move |_| shown.update(|on| *on = !*on));
        let text = div("span", "choice__text").child(say(self.session, text::SHOW));
        let item = div("label", "choice__item").child(input).child(text);
        div("div", "choice choice--stacked").child(item)
    }
}

fn form(session: Session, step: State<Step>) -> El {
    let typed = Typed::new(session);
    let again = State::new(String::new());
    let wrong = State::new("");
    let strength = move || Strength::of(&typed.pass.get()).say(session.lang.get());
    let seal = move || {
        let (pass, twice) = (typed.pass.get_untracked(), again.get_untracked());
        let problem = text::problem(&pass, &twice, session.lang.get_untracked());
        wrong.set(problem);
        if !problem.is_empty() {
            return page::focus("seal-pass");
        }
        step.set(Step::Working);
        task::start(async move { step.set(save(session, &pass).await) });
    };
    let warning = div("div", "notice")
        .attr("data-tone", "note")
        .attr("role", "note")
        .child(div("p", "notice__text").child(say(session, text::WARNING)));
    let first = div("div", "field")
        .live("data-invalid", move || !wrong.get().is_empty())
        .child(typed.label("seal-pass", text::PASSPHRASE))
        .child(hint(session, "seal-pass-h", text::PASSPHRASE_HINT))
        .child(move || unless_empty("p", "field__error", wrong.get()))
        .child(
            typed
                .field("seal-pass", text::PASSPHRASE, typed.pass)
                .attr("aria-describedby", "seal-pass-h seal-strength"),
        )
        .child(div("p", "field__hint").attr("id", "seal-strength").child(strength));
    let second = div("div", "field")
        .child(typed.label("seal-again", text::AGAIN))
        .child(typed.field("seal-again", text::AGAIN, again));
    let go = div("button", "button button--primary")
        .attr("type", "submit")
        .child(say(session, text::SEAL));
    let leave = button("button", say(session, text::LEAVE), move |_| step.set(Step::Closed))
        .attr("type", "button");
    div("form", "section flow")
        .attr("id", "seal-form")
        .on("submit", move |ev| {
            ev.prevent_default();
            seal();
        })
        .child(warning)
        .child(first)
        .child(second)
        .child(typed.tick("seal-show"))
        .child(div("p", "cluster").child(go).child(leave))
}

fn hint(session: Session, id: &'static str, text: Both) -> El {
    div("p", "field__hint").attr("id", id).child(say(session, text))
}

/// Writes the ledger, seals it, and hands it to the browser.
async fn save(session: Session, passphrase: &str) -> Step {
    let lang = session.lang.get_untracked();
    let whole = match session.export().await {
        Ok(whole) => whole,
        Err(why) => {
            session.say_not_stored(&why);
            return Step::Asking;
        }
    };
    let day = session.real_today();
    let name = session.file_name("sealed", "age");
    let plain = match whole.parts.bytes().await {
        Ok(plain) => plain,
        Err(why) => {
            session.say_bad(why);
            return Step::Asking;
        }
    };
    let handed = match session.seal_copy(&plain, passphrase).await {
        Ok(sealed) => {
            session.hand_sealed(&name, &sealed, whole.records).await.map(|()| sealed.len())
        }
        Err(code) => Err(text::refused(&code, lang).line(lang)),
    };
    match handed {
        Ok(size) => {
            session.say(text::handed_over(&name, size, lang));
            page::focus("seal-card");
            Step::Done(day)
        }
        Err(why) => {
            session.say_bad(why);
            Step::Asking
        }
    }
}

/// What a sealed file is opened for.
#[derive(Clone, Copy)]
pub(crate) enum Unsealing {
    ToReadIn,
    /// To be audited or drilled with: nothing is read in.
    ToLook,
}

/// Asks for the passphrase of a file that was chosen, and goes on with what was in it.
/// `id` is that of the place where pages show what came of a file.
pub(crate) fn unseal(
    session: Session,
    what: Unsealing,
    id: &'static str,
    sealed: Arc<Vec<u8>>,
    then: Arc<dyn Fn(Option<Vec<u8>>) + Send + Sync>,
) -> AnyView {
    let typed = Typed::new(session);
    let busy = State::new(false);
    let wrong = State::new(String::new());
    let leave = Arc::clone(&then);
    let open = move || {
        let (pass, lang) = (typed.pass.get_untracked(), session.lang.get_untracked());
        if busy.get_untracked() {
            return;
        }
        if pass.is_empty() {
            wrong.set(text::NO_PASSPHRASE.to(lang).to_owned());
            return page::focus("unseal-pass");
        }
        busy.set(true);
        let (sealed, then) = (Arc::clone(&sealed), Arc::clone(&then));
        task::start(async move {
            match session.open_copy(&sealed, &pass).await {
                Ok(bytes) => then(Some(bytes)),
                Err(code) => {
                    wrong.set(text::refused(&code, lang).line(lang));
                    busy.set(false);
                    page::focus("unseal-pass");
                }
            }
        });
    };
    let refused = move || Some(wrong.get()).filter(|said| !said.is_empty()).map(notice_of);
    let field = div("div", "field")
        .child(typed.label("unseal-pass", text::PASSPHRASE))
        .child(typed.field("unseal-pass", text::PASSPHRASE, typed.pass));
    let go = div("button", "button button--primary")
        .attr("type", "submit")
        .live("aria-busy", move || busy.get().to_string())
        .child(say(session, text::OPEN));
    let chosen = match what {
        Unsealing::ToReadIn => text::CHOSEN,
        Unsealing::ToLook => text::CHOSEN_TO_LOOK,
    };
    let word = move || match (what, session.lang.get()) {
        (Unsealing::ToReadIn, lang) => frame::texts(lang).import_cancel,
        (Unsealing::ToLook, lang) => text::NOT_NOW.to(lang),
    };
    let away = button("button", word, move |_| leave(None)).attr("type", "button");
    let forgotten = el("details")
        .child(el("summary").child(say(session, text::FORGOTTEN)))
        .child(el("p").child(say(session, text::FORGOTTEN_TEXT)));
    div("form", "section flow")
        .attr("id", id)
        .attr("tabindex", "-1")
        .on("submit", move |ev| {
            ev.prevent_default();
            open();
        })
        .child(el("p").child(say(session, chosen)))
        .child(refused)
        .child(field)
        .child(typed.tick("unseal-show"))
        .child(when(move || busy.get(), move || working(session, text::OPENING)))
        .child(div("p", "cluster").child(go).child(away))
        .child(forgotten)
        .draw()
}

fn notice_of(said: String) -> El {
    div("div", "notice")
        .attr("data-tone", "act")
        .attr("role", "alert")
        .child(div("p", "notice__text").child(said))
}
