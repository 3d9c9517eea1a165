//! The form for a year or a place's days: paste or choose a file, look, put into force.

use super::apply;
use crate::browser::{files, page, task};
use crate::controls::{Child, El, all, button, div, el, nothing};
use crate::parts::{moved_list, say};
use crate::session::Session;
use crate::state::State;
use jieyou_view::screens::calendar::{Input, Preview, begin, preview};
use jieyou_view::text::{Both, calendar as t, frame};
use leptos::prelude::*;

/// What came of looking.
#[derive(Clone)]
pub(super) enum Looked {
    Nothing,
    Refused(Vec<String>),
    Seen(Preview),
}

/// One form: for the nation's calendar or for a place's days.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) session: Session,
    is_place: bool,
    input: State<Input>,
    looked: State<Looked>,
    /// Whether what is unusual was compared with the notice.
    is_sure: State<bool>,
}

impl Desk {
    pub(super) fn new(session: Session, is_place: bool) -> Self {
        Self {
            session,
            is_place,
            input: State::new(blank(is_place)),
            looked: State::new(Looked::Nothing),
            is_sure: State::new(false),
        }
    }

    pub(super) fn clear(self) {
        self.input.set(blank(self.is_place));
        self.looked.set(Looked::Nothing);
    }

    /// Shows what came of looking.
    pub(super) fn show(self, looked: Looked) {
        self.is_sure.set(false);
        self.looked.set(looked);
        page::focus(&self.id("result"));
    }

    /// The id in the page of one of its parts.
    fn id(self, name: &str) -> String {
        format!("{}-{name}", if self.is_place { "loc" } else { "cal" })
    }

    /// Reads what stands in the form.
    fn look(self) {
        let session = self.session;
        self.input.update(begin);
        let (today, lang) = (session.today.get_untracked(), session.lang.get_untracked());
        let read = self.input.with_untracked(|input| {
            session.book.with_untracked(|book| preview(book, input, today, lang))
        });
        self.show(read.map_or_else(Looked::Refused, Looked::Seen));
    }

    /// Something was changed: what was seen no longer holds.
    fn edit(self, change: impl FnOnce(&mut Input)) {
        self.input.update(change);
        if !matches!(self.looked.get_untracked(), Looked::Nothing) {
            self.looked.set(Looked::Nothing);
        }
    }
}

fn blank(is_place: bool) -> Input {
    Input { place: is_place.then(String::new), ..Input::default() }
}

/// The form, and under it what came of looking.
pub(super) fn form(desk: Desk) -> El {
    let session = desk.session;
    let place =
        desk.is_place.then(|| line(desk, "place", t::PLACE, |i| i.place.get_or_insert_default()));
    let hint =
        div("p", "field__hint").attr("id", desk.id("hint")).child(say(session, t::SOURCE_HINT));
    let source = line(desk, "source", t::SOURCE, |i| &mut i.source).child(hint);
    let look = button("button button--primary", say(session, t::LOOK), move |_| desk.look());
    div("div", "flow")
        .child(place)
        .child(pasted(desk))
        .child(chosen(desk))
        .child(line(desk, "year", t::YEAR, |i| &mut i.year))
        .child(source)
        .child(el("p").child(look))
        .child(move || shown(desk))
}

type Part = fn(&mut Input) -> &mut String;

fn of(desk: Desk, part: Part) -> String {
    let mut input = desk.input.get();
    std::mem::take(part(&mut input))
}

fn label(desk: Desk, name: &str, text: Both) -> El {
    div("label", "field__label").attr("for", desk.id(name)).child(say(desk.session, text))
}

/// A field of one line.
fn line(desk: Desk, name: &str, text: Both, part: Part) -> El {
    let input = div("input", "field__input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("id", desk.id(name))
        .attr("aria-describedby", (name == "source").then(|| desk.id("hint")))
        .prop("value", move || of(desk, part))
        .on("input", move |ev| desk.edit(|i| *part(i) = event_target_value(&ev)));
    div("div", "field").child(label(desk, name, text)).child(input)
}

/// The box for the notice.
fn pasted(desk: Desk) -> El {
    let area = div("textarea", "field__input")
        .attr("id", desk.id("text"))
        .attr("rows", "6")
        .attr("spellcheck", "false")
        .prop("value", move || of(desk, |i| &mut i.text))
        .on("input", move |ev| desk.edit(|i| i.text = event_target_value(&ev)))
        .on("change", move |_| desk.input.update(begin));
    div("div", "field").child(label(desk, "text", t::BOX)).child(area)
}

/// A file instead.
fn chosen(desk: Desk) -> El {
    let session = desk.session;
    let input = div("input", "field__input")
        .attr("type", "file")
        .attr("id", desk.id("file"))
        .attr("accept", ".txt,.json,text/plain,application/json")
        .on("change", move |ev| {
            let Some(input) = files::field(&ev) else { return };
            task::start(async move {
                match files::read_chosen(input).await {
                    None => {}
                    Some(Err(why)) => {
                        let notice = frame::not_text(&why, session.lang.get_untracked());
                        session.say_bad(notice.line(session.lang.get_untracked()));
                    }
                    Some(Ok(text)) => {
                        desk.edit(|i| i.text = text);
                        desk.look();
                    }
                }
            });
        });
    div("div", "field").child(label(desk, "file", t::FILE)).child(input)
}

fn shown(desk: Desk) -> AnyView {
    let result = |class| div("section", class).attr("id", desk.id("result")).attr("tabindex", "-1");
    match desk.looked.get() {
        Looked::Nothing => nothing(),
        Looked::Refused(wrong) => result("notice")
            .attr("data-tone", "act")
            .attr("role", "alert")
            .child(div("p", "notice__text").child(say(desk.session, t::REFUSED)))
            .child(div("ul", "notice__list").child(all(wrong, |line| el("li").child(line))))
            .draw(),
        Looked::Seen(seen) => seen_in(desk, seen, result("flow")).draw(),
    }
}

fn seen_in(desk: Desk, seen: Preview, result: El) -> El {
    let session = desk.session;
    let Preview { adopted, parts, odd, moved } = seen;
    let part = |(head, lines): (String, Vec<String>)| {
        let lines = all(lines, |line| el("li").child(line));
        div("div", "flow").child(el("p").child(el("b").child(head))).child(el("ul").child(lines))
    };
    let is_odd = !odd.is_empty();
    let odd = is_odd.then(|| {
        div("div", "notice flow")
            .attr("data-tone", "act")
            .child(div("p", "notice__text").child(say(session, t::ODD)))
            .child(div("ul", "notice__list").child(all(odd, |line| el("li").child(line))))
            .child(sure(desk))
    });
    let take = move |_| {
        if is_odd && !desk.is_sure.get_untracked() {
            session.say_bad(t::NOT_SURE.to(session.lang.get_untracked()));
            return page::focus(&desk.id("sure"));
        }
        apply(desk, adopted.clone());
    };
    let leave = move |_| desk.looked.set(Looked::Nothing);
    let buttons = div("p", "cluster")
        .child(button("button button--primary", say(session, t::APPLY), take).writes())
        .child(button("button", say(session, t::LEAVE), leave));
    result
        .child((!parts.is_empty()).then(|| el("p").child(say(session, t::READ))))
        .child(all(parts, part))
        .child(odd)
        .child(moved_list(moved, session.lang.get()))
        .child(buttons)
}

fn sure(desk: Desk) -> El {
    let input = div("input", "choice__input")
        .attr("type", "checkbox")
        .attr("id", desk.id("sure"))
        .prop("checked", move || desk.is_sure.get())
        .on("change", move |ev| desk.is_sure.set(event_target_checked(&ev)));
    let text = div("span", "choice__text").child(say(desk.session, t::SURE));
    div("label", "choice__item").child(input).child(text)
}
