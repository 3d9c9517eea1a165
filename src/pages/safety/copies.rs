//! Saving a copy, to a chosen file or as a download, and verifying one. "Saved" is said of
//! a file that was read back, and of no other.

use super::wrong;
use crate::browser::{files, task};
use crate::controls::{Child, El, button, div, el, nothing, when};
use crate::pages::sealed_copy::save_sealed;
use crate::parts::{part, say};
use crate::session::{Handed, Session, Way};
use crate::state::{Followed, State};
use jieyou_view::screens::copies::Trouble;
use jieyou_view::screens::lamp::{Lamp, Place};
use jieyou_view::text::{Both, copies, safety};
use leptos::prelude::*;

/// The way a copy goes when nobody says which.
pub(super) fn way(session: Session) -> Way {
    match session.copies.place.get_untracked() {
        Place::Impossible => Way::Download,
        Place::Open => Way::Choose,
        Place::Asks(_) | Place::Allowed(_) => Way::Chosen,
    }
}

/// Saves a copy and says what came of it; whether another press is needed.
pub(crate) async fn save_copy(session: Session, way: Way) -> bool {
    let lang = session.lang.get_untracked();
    match session.save_copy(way).await {
        Ok(Handed::Written(copy)) => session.say(copies::written(&copy, lang)),
        Ok(Handed::Download(name, None)) => session.say(copies::handed_over(&name, lang)),
        Ok(Handed::Download(name, Some(why))) => {
            let mut said = copies::trouble(&why, lang).line(lang);
            said.push_str(safety::INSTEAD.to(lang));
            said.push_str(&copies::handed_over(&name, lang));
            session.say_bad(said);
        }
        Ok(Handed::Ready) => {
            session.say(safety::CHOOSE_READY.to(lang));
            return true;
        }
        Ok(Handed::Left) => session.say(safety::NOT_CHOSEN.to(lang)),
        Ok(Handed::Failed(words)) => {
            session.say_bad(copies::trouble(&Trouble::NotWritten(words), lang).line(lang));
        }
        Err(why) => session.say_not_stored(&why),
    }
    false
}

/// Saves a copy from a press.
pub(super) fn press(session: Session, way: Way) {
    task::start(async move {
        save_copy(session, way).await;
    });
}

/// Where copies are saved and verified.
pub(super) fn section(session: Session, lamp: Followed<Lamp>) -> El {
    let later = move || {
        button("button button--small", say(session, safety::PUT_OFF), move |_| session.put_off())
    };
    part(session, "safety-copies", safety::COPIES)
        .child(el("p").child(say(session, safety::COPIES_HINT)))
        .child(buttons(session))
        .child(when(move || lamp.with(|l| l.may_put_off), later))
        .child(save_sealed(session))
        .child(check(session))
}

fn buttons(session: Session) -> AnyView {
    let busy = State::new(false);
    let ready = State::new(false);
    let save = move |class, word: Both, way| {
        let act = move |_| {
            if busy.get_untracked() {
                return;
            }
            busy.set(true);
            task::start(async move {
                ready.set(save_copy(session, way).await);
                busy.set(false);
            });
        };
        let label = move || {
            let text = match way {
                _ if busy.get() => safety::SAVING,
                Way::Choose if ready.get() => safety::CHOOSE_READY,
                _ => word,
            };
            text.to(session.lang.get())
        };
        button(class, label, act).live("aria-busy", move || busy.get().to_string())
    };
    let (main, small) = ("button button--primary", "button");
    let draw = move || match session.copies.place.get() {
        Place::Impossible => vec![save(main, safety::SAVE, Way::Download).draw()].draw(),
        Place::Open => vec![
            save(main, safety::CHOOSE, Way::Choose).draw(),
            save(small, safety::DOWNLOAD, Way::Download).draw(),
        ]
        .draw(),
        Place::Asks(_) | Place::Allowed(_) => {
            let forget = button(small, say(session, safety::FORGET), move |_| {
                task::start(async move {
                    session.forget_chosen().await;
                    session.say(safety::FORGOTTEN.to(session.lang.get_untracked()));
                });
            });
            vec![
                save(main, safety::SAVE, Way::Chosen).draw(),
                save(small, safety::CHOOSE_OTHER, Way::Choose).draw(),
                save(small, safety::DOWNLOAD, Way::Download).draw(),
                forget.draw(),
            ]
            .draw()
        }
    };
    div("div", "cluster").child(draw).draw()
}

/// A file is chosen, read, and compared with what was handed over.
fn check(session: Session) -> El {
    let found: State<Option<Result<String, Trouble>>> = State::new(None);
    let read = move |input| {
        task::start(async move {
            let (lang, today) = (session.lang.get_untracked(), session.real_today());
            found.set(match files::read_bytes(input).await {
                None => None,
                Some(Err(words)) => Some(Err(Trouble::NotRead(words))),
                Some(Ok(chosen)) => {
                    let copy = session.verify_copy(&chosen.bytes).await;
                    // What was said of it before may not be true any more.
                    session.arrive();
                    Some(copy.map(|copy| copies::verified(&copy, today, lang)))
                }
            });
        });
    };
    let shown = move || match found.get() {
        None => nothing(),
        Some(Ok(said)) => el("p").attr("role", "status").child(said).draw(),
        Some(Err(why)) => wrong(copies::trouble(&why, session.lang.get())),
    };
    div("div", "flow")
        .child(file(session, "copy-check", (safety::CHECK, safety::CHECK_HINT), read))
        .child(shown)
}

/// A field for choosing a file.
pub(super) fn file(
    session: Session,
    id: &'static str,
    (name, hint): (Both, Both),
    read: impl Fn(files::Field) + Send + 'static,
) -> El {
    let input =
        div("input", "field__input").attr("type", "file").attr("id", id).on("change", move |ev| {
            if let Some(input) = files::field(&ev) {
                read(input);
            }
        });
    div("div", "field")
        .child(div("label", "field__label").attr("for", id).child(say(session, name)))
        .child(div("p", "field__hint").child(say(session, hint)))
        .child(input)
}
