//! The first page of an empty ledger: which unit. Or bring a file, or train first.

use super::files::{Place, files_section};
use super::gone::gone_before;
use super::work::{Work, in_context, saved, work_with};
use crate::boot;
use crate::browser::page;
use crate::controls::{Child, button, el};
use crate::missed;
use crate::parts::{say, section, word};
use crate::routes::Route;
use crate::session::Session;
use crate::state::State;
use jieyou_view::forms::{Draft, FormContext, setup};
use jieyou_view::text::gone;
use leptos::prelude::*;
use std::sync::Arc;

/// Asks for the unit's profile.
pub(crate) fn setup_page(session: Session) -> AnyView {
    let (more, notes) = (StoredValue::new(Vec::new()), StoredValue::new(String::new()));
    let done = move || {
        session.ensure_basis();
        let said = notes.get_value();
        if !said.is_empty() {
            session.say_on_arrival(format!("{} {said}", saved(session)));
        }
        page::go(&Route::Today.href());
        page::focus_heading();
    };
    let read = move |cx: &FormContext<'_>, draft: &Draft| {
        let first = setup::read_first(cx, draft, &mut || session.new_id())?;
        more.set_value(first.more);
        notes.set_value(first.notes.join(" "));
        Ok(first.submission)
    };
    // A township's file fills the form in: then it is drawn anew.
    let round = State::new(0_u32);
    let filled = Callback::new(move |()| round.update(|r| *r += 1));
    // After a ledger was lost its copy comes first, and the form only where there is none.
    let lost = gone_before(session);
    let level = if lost.is_some() { 2 } else { 1 };
    let form = move || {
        round.track();
        let form = Work {
            address: "setup".to_owned(),
            draw: Box::new(setup::first_form),
            read: Box::new(read),
            done: Arc::new(done),
            level,
            ..unit_form(session)
        };
        untrack(|| work_with(session, form, more))
    };
    let train = (!session.is_training()).then(|| {
        el("p")
            .child(button("button", word(session, |t| t.setup_train), |_| boot::train()))
            .space()
            .child(word(session, |t| t.set_training_hint))
    });
    let other = section(session, "setup-other", |t| t.setup_other).child(train);
    let files = files_section(session, Place::FirstPage(filled));
    match lost {
        Some(lost) => {
            let anew = el("summary").child(say(session, gone::ANEW));
            // A file that fills the form in opens it.
            let open = move || (round.get() > 0).then_some("");
            let form = el("details").live("open", open).child(anew).child(form);
            vec![lost.draw(), files.draw(), form.draw(), other.draw()].draw()
        }
        None => vec![form.draw(), other.child(files).draw()].draw(),
    }
}

/// The form of the unit's profile, under a section's heading.
pub(super) fn unit_form(session: Session) -> Work {
    Work {
        address: "unit".to_owned(),
        blank: in_context(session, |cx| {
            // A copy that is found later is let in only where name and code are the same.
            let gone = missed::before(&session.database()).into_iter().next();
            let mut blank = match &gone {
                Some(gone) => setup::unit_blank(cx, &gone.code),
                None => setup::unit_blank(cx, &session.new_code()),
            };
            if let (Some(gone), None) = (gone, cx.book.unit()) {
                blank.set("name", &gone.unit);
            }
            blank
        }),
        draw: Box::new(setup::unit_form),
        read: Box::new(setup::read_unit),
        split_at: "",
        done: Arc::new(|| {}),
        cancel: String::new(),
        level: 2,
    }
}
