//! 规则: the packs in force and every rule of them; one rule with its examples; packs taken
//! in, taken off and saved.

mod attempt;
mod examples;
mod lists;
mod load;
mod one;
mod proposal;
mod setting;
mod subjects;
mod tables;

pub(crate) use lists::lists_page;
pub(crate) use one::rule_page;
pub(crate) use subjects::subjects_page;
pub(crate) use tables::{table_page, tables_page};

use crate::browser::page;
use crate::controls::{Child, El, all, button, div, el, nothing, unless_empty};
use crate::parts::{part, say, word};
use crate::routes::Route;
use crate::session::Session;
use crate::state::State;
use jieyou_view::screens::rules::{Basis, Group, Ran, RuleRow, levels, run_all, screen};
use jieyou_view::text::rules as t;
use jieyou_view::text::{
    calendar, frame, lists as lists_text, subjects as subjects_text, tables as tables_text,
};
use leptos::prelude::*;

/// The page of all rules.
pub(crate) fn rules_page(session: Session) -> AnyView {
    let print = button("button button--small", word(session, |t| t.print), |_| page::print());
    let link = div("a", "button button--small")
        .attr("href", Route::Calendar.href())
        .child(say(session, calendar::TITLE));
    let leads = [
        (Route::Tables, tables_text::TITLE),
        (Route::Lists, lists_text::TITLE),
        (Route::Subjects, subjects_text::TITLE),
    ];
    let leads = all(leads, |(to, text)| {
        div("a", "button button--small").attr("href", to.href()).child(say(session, text))
    });
    let head = div("header", "page-head")
        .child(div("h1", "page-head__title").child(say(session, t::TITLE)))
        .child(div("p", "page-head__lead").child(say(session, t::LEAD)))
        .child(div("p", "cluster screen-only").child(print).child(link).child(leads));
    vec![head, load::packs(session), run_section(session), list(session)].draw()
}

/// Every rule, by instrument. The box to search in is not drawn anew.
fn list(session: Session) -> El {
    let query = State::new(String::new());
    let label =
        div("label", "field__label").attr("for", "rules-find").child(say(session, t::SEARCH));
    let input = div("input", "field__input")
        .attr("type", "search")
        .attr("id", "rules-find")
        .on("input", move |ev| query.set(event_target_value(&ev)));
    let shown = move || {
        let lang = session.lang.get();
        let s = session.book.with(|book| query.with(|query| screen(book, query, lang)));
        let level = |(code, meaning): (&'static str, &'static str)| {
            let mark = div("span", "day-strip__level").attr("data-level", code).child(meaning);
            el("li").child(mark)
        };
        vec![
            div("p", "quiet").attr("role", "status").child(s.found),
            div("ul", "rule-levels")
                .attr("aria-label", t::LEVELS.to(lang))
                .child(all(levels(lang), level)),
            el("div").child(all(s.groups, group)),
        ]
    };
    part(session, "rules-all", t::TITLE)
        .child(div("div", "field screen-only").child(label).child(input))
        .child(shown)
}

fn group(group: Group) -> El {
    let title = div("h3", "rule-group__title").attr("lang", "zh-CN").child(group.name);
    div("section", "rule-group")
        .child(title)
        .child(div("ul", "rule-group__list").child(all(group.rows, row)))
}

fn row(row: RuleRow) -> El {
    let link = el("a").attr("href", Route::Rule(row.id.clone()).href()).child(row.duty);
    let head =
        div("p", "rule-row__head").child(div("span", "number").child(row.id)).space().child(link);
    div("li", "rule-row")
        .child(head)
        .child(div("p", "rule-row__facts").child(row.facts))
        .child(law(row.article, row.quote, row.level, row.verified))
        .child(all(row.local, |line| div("p", "rule-row__local").child(line)))
}

/// Article, level and quotation.
fn law(article: String, quote: String, level: &'static str, verified: &'static str) -> El {
    let level = div("span", "day-strip__level").attr("data-level", level).child(verified);
    let article = el("span").attr("lang", "zh-CN").child(article);
    div("div", "day-strip__law")
        .child(div("p", "day-strip__article").child(article).space().child(level))
        .child(div("blockquote", "day-strip__quote").attr("lang", "zh-CN").child(quote))
}

/// Runs every example there is.
fn run_section(session: Session) -> El {
    let ran: State<Option<Ran>> = State::new(None);
    let run = move |_| {
        let examples = session.examples();
        let lang = session.lang.get_untracked();
        let found = session.book.with_untracked(|book| run_all(&examples, Basis::of(book, lang)));
        ran.set(Some(found));
        page::focus("rules-ran");
    };
    let wrong = |(rule, text): (String, String)| {
        let link = el("a").attr("href", Route::Rule(rule.clone()).href()).child(rule);
        el("li").child(link).space().child(text)
    };
    let shown = move || match ran.get() {
        None => nothing(),
        Some(ran) => div("div", "flow")
            .attr("id", "rules-ran")
            .attr("tabindex", "-1")
            .child(unless_empty("p", "rule-row__head", ran.sum))
            .child(el("ul").child(all(ran.wrong, wrong)))
            .draw(),
    };
    part(session, "rules-examples", t::EXAMPLES)
        .child(el("p").child(button("button", say(session, t::RUN_ALL), run)))
        .child(shown)
}

/// No such page.
fn lost(session: Session) -> AnyView {
    let back = div("a", "button").attr("href", Route::Rules.href()).child(say(session, t::TITLE));
    let title = frame::texts(session.lang.get()).not_found;
    vec![div("h1", "page-head__title").child(title), el("p").child(back)].draw()
}
