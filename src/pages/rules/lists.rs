//! The three lists: where they come from, the criteria and what each reads, what a list
//! asks of the office, and a form for the numbers.

use super::setting::Setting;
use super::tables::{cited, head};
use crate::controls::{Child, El, all, div, el, unless_empty};
use crate::parts::{part, say, seal};
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::rules::CONSULT;
use jieyou_view::forms::standard;
use jieyou_view::screens::rules::{CriterionView, ListsView, PartView, TierView, lists};
use jieyou_view::text::lists as t;
use leptos::prelude::*;

/// The page.
pub(crate) fn lists_page(session: Session) -> AnyView {
    let set = Setting::new(session, standard::blank, standard::form, standard::read);
    let view = move || {
        let lang = session.lang.get();
        session.assessed.with(|all| session.book.with(|book| lists(book, all, lang)))
    };
    let drawn = move || body(session, view(), set);
    vec![
        head(session, t::TITLE, t::LEAD).draw(),
        drawn.draw(),
        set.section(t::FORM, t::FORM_HINT).draw(),
    ]
    .draw()
}

fn body(session: Session, view: ListsView, set: Setting) -> Vec<El> {
    let share = part(session, "lists-share", t::SHARE).child(el("p").child(view.share));
    let ask = view.ask.then(|| {
        let text = div("p", "notice__text").child(say(session, t::SHARE_ASK));
        div("div", "notice").attr("data-tone", "note").child(text)
    });
    let tiers = part(session, "lists-tiers", t::TIERS)
        .child(div("ul", "rule-packs").child(all(view.tiers, |v| tier(session, v))));
    let mut sections = vec![share.child(ask), tiers];
    sections.extend(view.parts.into_iter().map(|v| criteria(v, set)));
    let never = part(session, "lists-never", t::NEVER).child(el("p").child(view.never));
    let consult = part(session, "lists-consult", t::CONSULT)
        .child(all(view.consult, |line| el("p").child(line)))
        .child(set.button(t::CHANGE, CONSULT.to_owned()));
    sections.extend([never, consult]);
    sections
}

fn tier(session: Session, view: TierView) -> El {
    let rule = |(id, text): (String, String)| {
        el("li").child(el("a").attr("href", Route::Rule(id).href()).child(text))
    };
    let list = |name, items: Vec<AnyView>| {
        let name = div("p", "quiet").child(say(session, name));
        (!items.is_empty()).then(|| vec![name, el("ul").child(items)])
    };
    let needs = all(view.needs, |need| el("li").child(need));
    let rules = all(view.rules, rule);
    div("li", "rule-packs__item flow")
        .child(el("p").child(seal(&view.seal)))
        .child(view.source.map(cited))
        .child(unless_empty("p", "", view.then))
        .child(list(t::DUTIES, needs))
        .child(list(t::RULES, rules))
}

fn criteria(view: PartView, set: Setting) -> El {
    let row = |row: CriterionView| {
        let head = div("p", "rule-row__head")
            .child(div("span", "number").child(row.id.clone()))
            .space()
            .child(row.words);
        let reads = div("p", "rule-row__facts").child(row.reads);
        let change = row.has_number.then(|| set.button(t::CHANGE, row.id));
        div("li", "rule-row")
            .child(head)
            .child(reads)
            .child(unless_empty("p", "rule-row__local", row.set))
            .child(change)
    };
    div("section", "rule-group")
        .child(div("h2", "rule-group__title").child(view.title))
        .child(div("ul", "rule-group__list").child(all(view.rows, row)))
}
