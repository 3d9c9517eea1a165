//! The way of a matter between two units: how it stands, and the file to take there.

use crate::browser::{files, task};
use crate::controls::{Child, El, all, button, div, el};
use crate::session::Session;
use crate::state::State;
use jieyou_domain::facts::ContactHanded;
use jieyou_domain::ledger::{Command, Event};
use jieyou_domain::{Id, Subject};
use jieyou_store::journal::SubmitError;
use jieyou_view::forms::refusal;
use jieyou_view::screens::exchange::{Bundle, bundles};
use jieyou_view::screens::matter::HandOverView;
use jieyou_view::text::frame;
use leptos::prelude::*;

/// Saving the file. The contact travels only where that is ticked, and is an entry.
pub(crate) fn hand_over(session: Session, id: Id, file: HandOverView) -> El {
    let t = frame::texts(session.lang.get_untracked());
    let with_contact = State::new(false);
    let busy = State::new(false);
    let has_contact = file.is_up && session.contact(Subject::matter(id)).is_some();
    let tick = has_contact.then(|| {
        let input = div("input", "choice__input")
            .attr("type", "checkbox")
            .attr("id", "hand-contact")
            .prop("checked", move || with_contact.get())
            .on("change", move |_| with_contact.update(|on| *on = !*on));
        let text = div("span", "choice__text").child(t.m_between_contact);
        let item = div("label", "choice__item").child(input).child(text);
        div("div", "choice choice--stacked").child(item)
    });
    let hint = div("p", "field__hint").child(file.hint);
    let word = file.word;
    let save = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (file, contact) = (file.clone(), has_contact && with_contact.get_untracked());
        task::start(async move {
            save(session, id, &file, contact).await;
            busy.set(false);
        });
    };
    let press = button("button button--primary", word, save)
        .live("aria-busy", move || busy.get().to_string());
    div("div", "flow screen-only").writes().child(hint).child(tick).child(el("p").child(press))
}

async fn save(session: Session, id: Id, file: &HandOverView, contact: bool) {
    let lang = session.lang.get_untracked();
    if contact {
        let purpose = frame::texts(lang).m_between_purpose.to_owned();
        let event = Event::ContactHanded(ContactHanded { to: file.to.clone(), purpose });
        let facts = vec![(session.today.get_untracked(), event)];
        if let Err(why) = session.submit(Command::Record { matter: id, facts }, None).await {
            return match why {
                SubmitError::Rejected(why) => session.say_bad(refusal::say(&why, lang)),
                SubmitError::Store(why) => session.say_not_stored(&why),
            };
        }
    }
    let number = session
        .book
        .with_untracked(|b| b.matter(id).map(|m| m.number().to_owned()).unwrap_or_default());
    hand(session, &[id], file.is_up, contact, (&number, file.file)).await;
}

/// Writes the file and hands it to the browser; its name begins with the number of the
/// only matter, if there is one.
async fn hand(
    session: Session,
    matters: &[Id],
    is_up: bool,
    contact: bool,
    (number, file): (&str, &str),
) {
    let lang = session.lang.get_untracked();
    match session.hand_over(matters, is_up, contact).await {
        Ok(text) => {
            let name = session.file_name(file, "json");
            let name = if number.is_empty() { name } else { format!("{number}-{name}") };
            match files::download(&name, "application/json", &text) {
                Ok(()) => session.say(frame::handed_over(&name, lang)),
                Err(why) => session.say_bad(why),
            }
        }
        Err(why) => session.say_not_stored(&why),
    }
}

/// A button for every file that waits to be taken to another unit.
pub(crate) fn bundled(session: Session) -> AnyView {
    let draw = move || {
        let lang = session.lang.get();
        let waiting = session.book.with(|b| bundles(b, lang));
        all(waiting, |bundle| {
            let Bundle { word, matters, is_up, file } = bundle;
            let save = move |_| {
                let matters = matters.clone();
                task::start(async move {
                    hand(session, &matters, is_up, false, ("", file)).await;
                });
            };
            el("p").writes().child(button("button button--small", word, save))
        })
    };
    draw.draw()
}
