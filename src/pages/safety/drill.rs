//! The recovery drill: a copy is restored in memory and compared with the open ledger.

use super::copies::file;
use super::wrong;
use crate::browser::{files, page, task};
use crate::controls::{Child, El, all, button, div, el, nothing, when};
use crate::pages::sealed_copy::{Unsealing, unseal};
use crate::parts::{part, say};
use crate::session::Session;
use crate::state::State;
use jieyou_view::screens::copies::{Trouble, is_no_copy};
use jieyou_view::screens::lamp::Place;
use jieyou_view::text::{copies, frame, safety, say::Notice};
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone)]
enum Ran {
    Nothing,
    Running,
    /// Its passphrase is asked for.
    Sealed(Arc<Vec<u8>>),
    Restores(Vec<String>),
    Fails {
        why: Notice,
        /// Whether the file is to blame.
        is_no_copy: bool,
    },
}

/// Where it is run.
pub(super) fn section(session: Session) -> El {
    let ran = State::new(Ran::Nothing);
    let chosen = move || {
        let run = move |_| {
            ran.set(Ran::Running);
            task::start(async move {
                let lang = session.lang.get_untracked();
                let came = match session.read_chosen().await {
                    Ok(bytes) => run(session, bytes).await,
                    Err(why) => Ran::Fails {
                        is_no_copy: why == Trouble::Gone,
                        why: copies::trouble(&why, lang),
                    },
                };
                if matches!(came, Ran::Fails { is_no_copy: true, .. }) {
                    session.chosen_is_no_copy().await;
                }
                show(ran, came);
            });
        };
        el("p").child(button("button", say(session, safety::DRILL_CHOSEN), run))
    };
    let has_chosen =
        move || matches!(session.copies.place.get(), Place::Asks(_) | Place::Allowed(_));
    let read = move |input| {
        ran.set(Ran::Running);
        task::start(async move {
            let lang = session.lang.get_untracked();
            let came = match files::read_bytes(input).await {
                None => Ran::Nothing,
                Some(Ok(chosen)) if chosen.is_sealed => Ran::Sealed(Arc::new(chosen.bytes)),
                Some(Ok(chosen)) => run(session, chosen.bytes).await,
                Some(Err(words)) => Ran::Fails {
                    why: copies::trouble(&Trouble::NotRead(words), lang),
                    is_no_copy: false,
                },
            };
            show(ran, came);
        });
    };
    part(session, "safety-drill", safety::DRILL)
        .child(when(has_chosen, chosen))
        .child(file(session, "drill-file", (safety::DRILL_FILE, safety::DRILL_HINT), read))
        .child(move || shown(session, ran))
}

fn show(ran: State<Ran>, came: Ran) {
    let is_something = !matches!(came, Ran::Nothing);
    ran.set(came);
    if is_something {
        page::focus("drill-result");
    }
}

async fn run(session: Session, bytes: Vec<u8>) -> Ran {
    let lang = session.lang.get_untracked();
    let text = match files::text(bytes) {
        Ok(text) => text,
        Err(why) => return Ran::Fails { why: frame::not_text(&why, lang), is_no_copy: true },
    };
    match session.drill(&text).await {
        Ok(drilled) => {
            let is_read_only = session.is_read_only();
            Ran::Restores(copies::drilled(&drilled, is_read_only, session.real_today(), lang))
        }
        Err(why) => {
            Ran::Fails { is_no_copy: is_no_copy(&why), why: copies::drill_failed(&why, lang) }
        }
    }
}

fn shown(session: Session, ran: State<Ran>) -> AnyView {
    let result = || div("div", "flow").attr("id", "drill-result").attr("tabindex", "-1");
    match ran.get() {
        Ran::Nothing => nothing(),
        Ran::Running => el("p").attr("role", "status").child(say(session, safety::READING)).draw(),
        Ran::Sealed(sealed) => {
            let then = move |opened: Option<Vec<u8>>| {
                let Some(bytes) = opened else { return ran.set(Ran::Nothing) };
                ran.set(Ran::Running);
                task::start(async move { show(ran, run(session, bytes).await) });
            };
            let then = Arc::new(then);
            untrack(|| unseal(session, Unsealing::ToLook, "drill-result", sealed, then))
        }
        Ran::Restores(lines) => {
            let mut lines = lines.into_iter();
            let first = el("b").child(lines.next());
            let rest = all(lines.collect::<Vec<_>>(), |line| el("p").child(line));
            result().attr("role", "status").child(el("p").child(first)).child(rest).draw()
        }
        Ran::Fails { why, .. } => result().child(wrong(why)).draw(),
    }
}
