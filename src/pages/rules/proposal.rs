//! What would follow if rules were put into force or taken off, and the button that does it.

use crate::browser::{page, task};
use crate::controls::{Child, El, all, button, div, el, nothing};
use crate::parts::{moved_list, relisted, say};
use crate::session::Session;
use crate::state::State;
use jieyou_view::screens::rules::{Change, Proposal, Trial};
use jieyou_view::text::rules as t;
use leptos::prelude::*;

/// What came of checking.
#[derive(Clone)]
pub(super) enum Seen {
    Nothing,
    Refused(String),
    Proposed(Box<Proposal>),
}

impl From<Result<Proposal, String>> for Seen {
    fn from(read: Result<Proposal, String>) -> Self {
        read.map_or_else(Self::Refused, |proposal| Self::Proposed(Box::new(proposal)))
    }
}

const RESULT: &str = "rules-seen";

/// Shows what came of checking.
pub(super) fn show(seen: State<Seen>, found: Seen) {
    seen.set(found);
    page::focus(RESULT);
}

/// Calls `act` with what a proposal is worked out from.
pub(super) fn trial<T>(session: Session, act: impl FnOnce(Trial<'_>) -> T) -> T {
    let examples = session.examples();
    let (today, lang) = (session.today.get_untracked(), session.lang.get_untracked());
    session.book.with_untracked(|book| act(Trial { book, examples: &examples, today, lang }))
}

/// Draws it.
pub(super) fn shown(session: Session, seen: State<Seen>) -> AnyView {
    let result = |class| div("section", class).attr("id", RESULT).attr("tabindex", "-1");
    match seen.get() {
        Seen::Nothing => nothing(),
        Seen::Refused(why) => result("notice")
            .attr("data-tone", "act")
            .attr("role", "alert")
            .child(div("p", "notice__text").child(why))
            .draw(),
        Seen::Proposed(proposal) => proposed(session, seen, *proposal, result("flow")).draw(),
    }
}

fn proposed(session: Session, seen: State<Seen>, proposal: Proposal, result: El) -> El {
    let Proposal { head, changes, lints, lists, moved, text, ask } = proposal;
    let is_drop = text.is_empty();
    let apply = move |_| {
        let command = ask.clone().command();
        task::start(async move {
            if session.adopt(vec![command]).await {
                session.say(t::DONE.to(session.lang.get_untracked()));
                seen.set(Seen::Nothing);
                page::focus("main");
            }
        });
    };
    let title = |text| div("h3", "rule-group__title").child(say(session, text));
    let same = changes.is_empty().then(|| el("p").child(say(session, t::SAME)));
    let lints = (!lints.is_empty()).then(|| {
        let list = el("ul").child(all(lints, |line| el("li").child(line)));
        div("div", "notice flow").attr("data-tone", "note").child(title(t::LINTS)).child(list)
    });
    let text = (!is_drop).then(|| {
        div("details", "rule-text")
            .child(el("summary").child(say(session, t::TEXT)))
            .child(div("pre", "rule-text__pre").attr("tabindex", "0").child(text))
    });
    let yes = if is_drop { t::DROP } else { t::ADOPT };
    let leave = move |_| seen.set(Seen::Nothing);
    let buttons = div("p", "cluster")
        .child(button("button button--primary", say(session, yes), apply).writes())
        .child(button("button", say(session, t::LEAVE), leave));
    result
        .child(el("p").child(el("b").child(head)))
        .child(title(t::CHANGES))
        .child(same)
        .child(div("ul", "rule-changes").child(all(changes, change)))
        .child(lints)
        .child(relisted(lists, session.lang.get()))
        .child(moved_list(moved, session.lang.get()))
        .child(text)
        .child(buttons)
}

fn change(change: Change) -> El {
    div("li", "rule-changes__item")
        .attr("data-row", change.row)
        .child(el("b").child(change.mark))
        .space()
        .child(change.text)
}
