//! Words that follow the language, and the sections they head.

use crate::controls::{Child, El, div};
use crate::session::Session;
use jieyou_view::text::Both;
use jieyou_view::text::frame::{self, FrameText};
use leptos::prelude::*;

/// A word of the frame, e.g. `|t| t.nav_today`.
pub(crate) type Word = fn(&FrameText) -> &'static str;

/// The word in the language of the screen. Drawn by the same code, whichever word.
#[inline(never)]
pub(crate) fn word(session: Session, word: Word) -> AnyView {
    (move || word(frame::texts(session.lang.get()))).draw()
}

/// A text in the language of the screen.
#[inline(never)]
pub(crate) fn say(session: Session, text: Both) -> AnyView {
    (move || text.to(session.lang.get())).draw()
}

/// A section headed by a text.
pub(crate) fn part(session: Session, id: &'static str, title: Both) -> El {
    let title = div("h2", "section__title").attr("id", id).child(say(session, title));
    div("section", "section flow").attr("aria-labelledby", id).child(title)
}

/// A section with its heading, whose id is `id`.
pub(crate) fn section(session: Session, id: &'static str, title: Word) -> El {
    let title = div("h2", "section__title").attr("id", id).child(word(session, title));
    div("section", "section flow").attr("aria-labelledby", id).child(title)
}
