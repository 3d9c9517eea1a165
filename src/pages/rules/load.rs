//! The packs in force: saved, taken off; and another one taken in, checked first.

use super::proposal::{Seen, show, shown, trial};
use crate::browser::{files, task};
use crate::controls::{Child, El, all, button, div, el};
use crate::parts::{part, say};
use crate::session::Session;
use crate::state::State;
use jieyou_view::screens::rules::{self as screen, PackView, adopting, dropping, saved};
use jieyou_view::text::{frame, rules as t};
use leptos::prelude::*;

/// The section: what is in force, and the box for another.
pub(super) fn packs(session: Session) -> El {
    let seen = State::new(Seen::Nothing);
    let trouble = |line: String| {
        let text = div("p", "notice__text").child(line);
        div("div", "notice").attr("data-tone", "act").child(text)
    };
    let in_force = move || {
        let (book, lang) = (session.book.get(), session.lang.get());
        let rows = all(screen::packs(&book, lang), |p| pack(session, seen, p));
        let list = div("ul", "rule-packs").child(rows);
        vec![list.draw(), all(screen::troubles(&book, lang), trouble).draw()]
    };
    let load = div("details", "rule-load screen-only")
        .child(div("summary", "rule-load__title").child(say(session, t::LOAD)))
        .child(boxes(session, seen))
        .writes();
    part(session, "rules-packs", t::PACKS)
        .child(in_force)
        .child(load)
        .child(move || shown(session, seen))
}

fn pack(session: Session, seen: State<Seen>, pack: PackView) -> El {
    let id = pack.id.clone();
    let save = move |_| {
        let found = session.book.with_untracked(|book| saved(book, &id));
        let Some((name, text)) = found else { return };
        if let Err(why) = files::download(&name, "application/json", &text) {
            session.say_bad(why);
        }
    };
    let save = button("button button--small", say(session, t::SAVE), save);
    let off = pack.is_overlay.then(|| drop_form(session, seen, pack.id));
    div("li", "rule-packs__item")
        .child(el("p").child(pack.line))
        .child(div("div", "cluster screen-only").child(save).child(off))
}

/// Why an overlay is taken off, and the button that shows what would follow.
fn drop_form(session: Session, seen: State<Seen>, id: String) -> Vec<El> {
    let why = State::new(String::new());
    let field = format!("why-{id}");
    let label = div("label", "field__label").attr("for", field.clone()).child(say(session, t::WHY));
    let input = div("input", "field__input")
        .attr("type", "text")
        .attr("id", field)
        .attr("maxlength", "200")
        .on("input", move |ev| why.set(event_target_value(&ev)));
    let look = move |_| {
        let found = why.with_untracked(|why| trial(session, |trial| dropping(trial, &id, why)));
        if let Some(found) = found {
            show(seen, Seen::Proposed(Box::new(found)));
        }
    };
    let button = button("button button--small", say(session, t::DROP), look);
    vec![div("div", "field rule-packs__why").writes().child(label).child(input), button.writes()]
}

/// Paste or choose a file; then check.
fn boxes(session: Session, seen: State<Seen>) -> El {
    let text = State::new(String::new());
    let look = move |name: &str| {
        let read = text.with_untracked(|text| {
            if text.trim().is_empty() {
                return Err(t::NO_TEXT.to(session.lang.get_untracked()).to_owned());
            }
            trial(session, |trial| adopting(trial, name, text))
        });
        show(seen, read.into());
    };
    let label = |field: &'static str, text| {
        div("label", "field__label").attr("for", field).child(say(session, text))
    };
    let area = div("textarea", "field__input")
        .attr("id", "rules-text")
        .attr("rows", "6")
        .attr("spellcheck", "false")
        .prop("value", move || text.get())
        .on("input", move |ev| {
            text.set(event_target_value(&ev));
            seen.set(Seen::Nothing);
        });
    let file = div("input", "field__input")
        .attr("type", "file")
        .attr("id", "rules-file")
        .attr("accept", ".json,application/json")
        .on("change", move |ev| {
            let Some(input) = files::field(&ev) else { return };
            task::start(async move {
                match files::read_chosen(input).await {
                    None => {}
                    Some(Err(why)) => {
                        let lang = session.lang.get_untracked();
                        show(seen, Seen::Refused(frame::not_text(&why, lang).line(lang)));
                    }
                    Some(Ok(read)) => {
                        text.set(read);
                        look("file");
                    }
                }
            });
        });
    let check = button("button button--primary", say(session, t::CHECK), move |_| look("pasted"));
    div("div", "flow")
        .child(el("p").child(say(session, t::LOAD_HINT)))
        .child(div("div", "field").child(label("rules-text", t::BOX)).child(area))
        .child(div("div", "field").child(label("rules-file", t::FILE)).child(file))
        .child(el("p").child(check))
}
