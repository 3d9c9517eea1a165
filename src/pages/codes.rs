//! A township gives villages their codes, each as a small file.

use super::work::in_context;
use crate::browser::{files, preferences};
use crate::controls::{El, FormState, div, form_view, nothing};
use crate::parts::section;
use crate::session::Session;
use crate::state::{State, derived};
use jieyou_domain::facts::UnitKind;
use jieyou_view::forms::{Draft, FormContext, setup_file};
use jieyou_view::text::frame;
use leptos::prelude::*;

/// The section of the settings; a village has none.
pub(crate) fn codes_section(session: Session) -> Option<El> {
    let is_above =
        session.book.with_untracked(|b| b.unit().is_some_and(|u| u.kind != UnitKind::Village));
    if !is_above {
        return None;
    }
    let given = State::new(
        preferences::get::<Vec<setup_file::Given>>(&session.key("codes")).unwrap_or_default(),
    );
    let draft = State::new(Draft::default());
    let form = derived(move |_| {
        let book = session.book.get();
        let cx = FormContext { book: &book, today: session.today.get(), lang: session.lang.get() };
        given.with(|given| setup_file::form(&cx, given))
    });
    let (problems, busy) = (State::new(Vec::new()), State::new(false));
    let day = Callback::new(|_: i64| String::new());
    let state = FormState { form, draft, problems, lang: session.lang, busy, day };
    let send = move || {
        let written = in_context(session, |cx| {
            draft.with_untracked(|d| given.with_untracked(|g| setup_file::write(cx, d, g)))
        });
        match written {
            Ok((one, text)) => hand_out(session, given, draft, one, &text),
            Err(found) => problems.set(found),
        }
    };
    let intro = move || state.form.with(|f| f.intro.clone());
    let view = form_view(state, "", Box::new(send), None, nothing());
    Some(
        section(session, "set-codes", |t| t.set_codes)
            .child(div("p", "quiet").child(intro))
            .child(view),
    )
}

fn hand_out(
    session: Session,
    given: State<Vec<setup_file::Given>>,
    draft: State<Draft>,
    one: setup_file::Given,
    text: &str,
) {
    let lang = session.lang.get_untracked();
    let name = session.file_name("setup", "json");
    let name = format!("{}-{name}", one.0);
    match files::download(&name, "application/json", text) {
        Ok(()) => {
            given.update(|all| {
                all.retain(|(known, _)| *known != one.0);
                all.push(one);
            });
            preferences::set(&session.key("codes"), &given.get_untracked());
            draft.set(Draft::default());
            session.say(frame::handed_over(&name, lang));
        }
        Err(why) => session.say_bad(why),
    }
}
