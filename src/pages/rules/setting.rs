//! What a unit sets itself by a form: opened by a button beside what is set, then shown
//! with what would follow.

use super::proposal::{Seen, show, shown};
use crate::browser::page;
use crate::controls::{Child, El, FormState, button, div, el, form_view, nothing, unless_empty};
use crate::pages::work::in_context;
use crate::parts::{part, say};
use crate::session::Session;
use crate::state::{State, derived};
use jieyou_domain::rules::Example;
use jieyou_view::forms::{Draft, Form, FormContext, Problem};
use jieyou_view::screens::rules::Proposal;
use jieyou_view::text::Both;
use leptos::prelude::*;

type Blank = fn(&FormContext<'_>, &str) -> Draft;
type Draw = fn(&FormContext<'_>, &Draft) -> Form;
type Read = fn(&FormContext<'_>, &Draft, &[Example]) -> Result<Proposal, Vec<Problem>>;

const FORM: &str = "setting";

/// A form for what is set here.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    session: Session,
    /// What is set; empty while nothing is.
    about: State<String>,
    seen: State<Seen>,
    forms: (Blank, Draw, Read),
}

impl Setting {
    pub(super) fn new(session: Session, blank: Blank, draw: Draw, read: Read) -> Self {
        let (about, seen) = (State::new(String::new()), State::new(Seen::Nothing));
        Self { session, about, seen, forms: (blank, draw, read) }
    }

    /// The button that leads to the form for `id`.
    pub(super) fn button(self, text: Both, id: String) -> El {
        let open = move |_| {
            self.seen.set(Seen::Nothing);
            // Once more from the start, also for the same.
            self.about.set(String::new());
            self.about.set(id.clone());
            page::focus(FORM);
        };
        let button = button("button button--small", say(self.session, text), open);
        div("p", "screen-only").writes().child(button)
    }

    /// The section with the form; what it would do stands under it.
    pub(super) fn section(self, title: Both, hint: Both) -> El {
        let form = move || {
            let id = self.about.get();
            if id.is_empty() { nothing() } else { untrack(|| self.form(&id)) }
        };
        let section = part(self.session, "setting-title", title)
            .child(el("p").child(say(self.session, hint)))
            .child(form)
            .child(move || shown(self.session, self.seen));
        div("div", "screen-only").attr("id", FORM).attr("tabindex", "-1").child(section)
    }

    fn form(self, id: &str) -> AnyView {
        let Self { session, seen, forms: (blank, draw, read), .. } = self;
        let draft = State::new(in_context(session, |cx| blank(cx, id)));
        let (problems, busy) = (State::new(Vec::new()), State::new(false));
        let form = derived(move |_| {
            let book = session.book.get();
            let (today, lang) = (session.today.get(), session.lang.get());
            draft.with(|draft| draw(&FormContext { book: &book, today, lang }, draft))
        });
        let send = move || {
            let examples = session.examples();
            let read = in_context(session, |cx| draft.with_untracked(|d| read(cx, d, &examples)));
            match read {
                Ok(proposal) => {
                    problems.set(Vec::new());
                    show(seen, Ok(proposal).into());
                }
                Err(found) => {
                    seen.set(Seen::Nothing);
                    problems.set(found);
                    page::focus("error-summary");
                }
            }
        };
        let day = Callback::new(|_: i64| String::new());
        let state = FormState { form, draft, problems, lang: session.lang, busy, day };
        let head = move || {
            let Form { title, intro, .. } = form.get();
            let intro = unless_empty("p", "quiet", intro);
            vec![div("p", "rule-row__head").child(title).draw(), intro.draw()]
        };
        vec![head.draw(), form_view(state, "", Box::new(send), None, nothing())].draw()
    }
}
