//! A ledger that cannot be read: its raw data first, nothing replaced.

use crate::boot::{self, lang};
use crate::browser::{clock, files, page};
use crate::controls::{El, all, button, div, el};
use crate::state::State;
use jieyou_store::event_store::StoreError;
use jieyou_view::text::{frame, say};

fn details(codes: String) -> El {
    div("details", "crash__details")
        .child(el("summary").child(frame::crash().details))
        .child(div("pre", "keep").child(codes))
}

fn crash(title: &'static str) -> El {
    div("main", "crash").attr("id", "main").child(div("h1", "crash__title").child(title))
}

/// The ledger does not add up.
pub(crate) fn damaged_page(errors: &[StoreError], raw: String) -> El {
    let lang = lang();
    let t = frame::texts(lang);
    let said = State::new(String::new());
    let save = move |_| {
        let name = frame::file_name("raw", clock::today(), "txt", lang);
        said.set(match files::download(&name, "text/plain;charset=utf-8", &raw) {
            Ok(()) => frame::handed_over(&name, lang),
            Err(why) => why,
        });
    };
    let codes = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let actions = div("div", "crash__actions cluster")
        .child(button("button button--primary", t.damaged_save, save))
        .child(button("button", t.damaged_new, |_| boot::choose_new()))
        .child(button("button", t.reload, |_| page::reload()));
    crash(t.damaged_title)
        .child(div("p", "crash__text").child(t.damaged_text))
        .child(actions)
        .child(el("p").attr("role", "status").child(move || said.get()))
        .child(details(codes))
}

/// The ledger cannot be opened at all.
pub(crate) fn not_opened_page(error: &StoreError) -> El {
    let lang = lang();
    let t = frame::texts(lang);
    let notice = say::store_error(error, lang);
    let reload = button("button button--primary", t.reload, |_| page::reload());
    crash(t.not_opened_title)
        .child(all([notice.title, notice.detail, notice.next], |l| {
            div("p", "crash__text").child(l)
        }))
        .child(div("div", "crash__actions cluster").child(reload))
        .child(details(error.to_string()))
}
