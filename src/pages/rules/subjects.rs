//! The subjects: the tree, how many matters of each, and forms for what a unit sets.

use super::setting::Setting;
use super::tables::head;
use crate::controls::{Child, El, all, div, el};
use crate::parts::{part, say};
use crate::session::Session;
use jieyou_view::forms::category;
use jieyou_view::screens::rules::{SubjectGroup, SubjectRow, SubjectsView, subjects};
use jieyou_view::text::subjects as t;
use leptos::prelude::*;

/// The page.
pub(crate) fn subjects_page(session: Session) -> AnyView {
    let set = Setting::new(session, category::blank, category::form, category::read);
    let view = move || {
        let lang = session.lang.get();
        session.assessed.with(|all| session.book.with(|book| subjects(book, all, lang)))
    };
    let drawn = move || {
        let view = view();
        let groups = all(view.groups.clone(), |g| group(session, g, set));
        let paste = set.button(t::PASTE, category::PASTE.to_owned());
        let tree = part(session, "subjects-all", t::TREE).child(paste).child(groups);
        vec![counts(session, view), tree]
    };
    vec![
        head(session, t::TITLE, t::LEAD).draw(),
        drawn.draw(),
        set.section(t::FORM, t::LEAD).draw(),
    ]
    .draw()
}

fn counts(session: Session, view: SubjectsView) -> El {
    let row = |(name, n): (String, String)| {
        el("tr")
            .child(div("th", "count-table__name").attr("scope", "row").child(name))
            .child(div("td", "count-table__n").child(n))
    };
    let heads = [(t::TITLE, "count-table__name"), (t::COUNT, "count-table__n")];
    let heads =
        all(heads, |(text, class)| div("th", class).attr("scope", "col").child(say(session, text)));
    let sum = el("tr")
        .child(div("th", "count-table__name").attr("scope", "row").child(say(session, t::SUM)))
        .child(div("td", "count-table__n").child(view.sum));
    let table = div("table", "count-table")
        .child(el("thead").child(el("tr").child(heads)))
        .child(el("tbody").child(all(view.counts, row)))
        .child(el("tfoot").child(sum));
    part(session, "subjects-counts", t::COUNTS).child(table)
}

fn group(session: Session, group: SubjectGroup, set: Setting) -> El {
    let title = div("h3", "rule-group__title")
        .child(group.name)
        .space()
        .child(div("span", "number quiet").child(group.id));
    let rows = all(group.rows, |r| row(session, r, set));
    div("section", "rule-group").child(title).child(div("ul", "rule-group__list").child(rows))
}

fn row(session: Session, row: SubjectRow, set: Setting) -> El {
    let is_set = row.is_set.then(|| div("span", "rule-row__local").child(say(session, t::SET)));
    let head = div("p", "rule-row__head")
        .child(row.name)
        .space()
        .child(div("span", "number quiet").child(row.id.clone()))
        .space()
        .child(is_set);
    let facts = all(row.facts, |fact| div("p", "rule-row__facts").child(fact));
    div("li", "rule-row").child(head).child(facts).child(set.button(t::CHANGE, row.id))
}
