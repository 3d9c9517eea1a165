//! 关闭并清空本机: asked twice in plain words, and said afterwards what is gone.

use crate::boot::lang;
use crate::browser::{page, task};
use crate::controls::{Child, El, all, button, div, el, nothing};
use crate::parts::{part, say};
use crate::session::{Going, Session};
use crate::state::State;
use jieyou_view::text::{frame, safety};
use leptos::prelude::*;

#[derive(Clone)]
enum Asked {
    /// Nothing yet; or why it may not be done, in words.
    Not(String),
    Looking,
    /// What would go; the second question is open.
    Sure(Going),
}

/// Where a ledger is cleared from this computer.
pub(super) fn section(session: Session) -> El {
    let asked = State::new(Asked::Not(String::new()));
    let begin = move |_| {
        asked.set(Asked::Looking);
        task::start(async move {
            asked.set(match session.look_at_clearing().await {
                Ok(going) => Asked::Sure(going),
                Err(why) => Asked::Not(why),
            });
            page::focus("clear-asked");
        });
    };
    let shown = move || match asked.get() {
        Asked::Looking => {
            el("p").attr("role", "status").child(say(session, safety::READING)).draw()
        }
        Asked::Not(why) => {
            let why = (!why.is_empty()).then(|| notice(why));
            let press = button("button", say(session, safety::CLEAR_BEGIN), begin);
            vec![why.draw(), el("p").child(press).draw()].draw()
        }
        Asked::Sure(going) => sure(session, asked, going),
    };
    part(session, "safety-clear", safety::CLEAR)
        .child(el("p").child(say(session, safety::CLEAR_HINT)))
        .child(shown)
}

fn notice(text: String) -> El {
    div("div", "notice")
        .attr("id", "clear-asked")
        .attr("tabindex", "-1")
        .attr("data-tone", "act")
        .attr("role", "alert")
        .child(div("p", "notice__text").child(text))
}

/// The second question: the unit's name or the number of matters is typed.
fn sure(session: Session, asked: State<Asked>, going: Going) -> AnyView {
    let lang = session.lang.get_untracked();
    let lines = all(going.lines(false, lang), |line| el("p").child(line));
    let (typed, said) = (State::new(String::new()), State::new(String::new()));
    let input = div("input", "field__input")
        .attr("id", "clear-typed")
        .attr("autocomplete", "off")
        .on("input", move |ev| {
            typed.set(event_target_value(&ev));
            said.set(String::new());
        });
    let label =
        div("label", "field__label").attr("for", "clear-typed").child(safety::CLEAR_TYPE.to(lang));
    let clear = move || {
        let typed = typed.get_untracked();
        let typed = typed.trim();
        if typed.is_empty() || typed != going.unit && typed != going.matters.to_string() {
            said.set(safety::CLEAR_WRONG.to(lang).to_owned());
            return;
        }
        asked.set(Asked::Looking);
        task::start(async move {
            if let Err(why) = session.clear().await {
                asked.set(Asked::Not(why));
                page::focus("clear-asked");
            }
        });
    };
    let wrong = move || match said.get() {
        said if said.is_empty() => nothing(),
        said => div("p", "field__error").attr("role", "alert").child(said).draw(),
    };
    let leave = button("button", safety::CLEAR_LEAVE.to(lang), move |_| {
        asked.set(Asked::Not(String::new()));
    })
    .attr("type", "button");
    let go = div("button", "button button--primary")
        .attr("type", "submit")
        .child(safety::CLEAR_DO.to(lang));
    let buttons = div("p", "cluster").child(go).child(leave);
    div("form", "flow")
        .attr("id", "clear-asked")
        .attr("tabindex", "-1")
        .on("submit", move |ev| {
            ev.prevent_default();
            clear();
        })
        .child(lines)
        .child(div("div", "field").child(label).child(wrong).child(input))
        .child(buttons)
        .draw()
}

/// A ledger was cleared: what is gone, where the copy is, and how to go on.
pub(crate) fn cleared_page(lines: &str) -> El {
    let lang = lang();
    let lines: Vec<String> = lines.lines().map(str::to_owned).collect();
    let on = button("button button--primary", safety::CLEARED_ON.to(lang), |_| page::reload());
    div("main", "boot flow")
        .attr("id", "main")
        .child(div("p", "boot__name").child(frame::texts(lang).app))
        .child(el("h1").child(safety::CLEARED.to(lang)))
        .child(all(lines, |line| el("p").child(line)))
        .child(el("p").child(on))
}
