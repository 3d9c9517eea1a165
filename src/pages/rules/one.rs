//! One rule: everything of it, what the unit sets itself, and its examples.

use super::examples::examples;
use super::proposal::{Seen, show, shown};
use super::{law, lost};
use crate::browser::page;
use crate::controls::{Child, El, FormState, all, button, div, el, form_view, nothing, when};
use crate::pages::work::in_context;
use crate::parts::{part, say};
use crate::routes::Route;
use crate::session::Session;
use crate::state::{State, derived};
use jieyou_view::forms::{FormContext, local};
use jieyou_view::screens::rules::local::may;
use jieyou_view::screens::rules::{LocalWay, Row, RuleView, rule};
use jieyou_view::text::rules as t;
use leptos::prelude::*;

/// The page of one rule.
pub(crate) fn rule_page(session: Session, id: String) -> AnyView {
    let name = id.clone();
    let view = move || session.book.with(|book| rule(book, &name, session.lang.get()));
    // A form under way is not drawn anew when the book changes: it belongs to the page.
    let way = session.book.with_untracked(|book| may(book, &id));
    let is_known = session.book.with_untracked(|book| book.rules().rule(&id).is_some());
    let draw = move || match view() {
        Some(view) => vec![head(session, &view).draw(), body(view)].draw(),
        None => lost(session),
    };
    let mut parts = vec![draw.draw()];
    if is_known {
        if way != LocalWay::Nothing {
            parts.push(local_section(session, id.clone(), way).draw());
        }
        parts.push(examples(session, &id).draw());
    }
    parts.draw()
}

fn head(session: Session, view: &RuleView) -> El {
    let back = el("a").attr("href", Route::Rules.href()).child(say(session, t::TITLE));
    div("header", "page-head")
        .child(div("p", "quiet screen-only").child(back))
        .child(div("h1", "page-head__title").child(view.duty.clone()))
        .child(div("p", "page-head__lead number").child(view.id.clone()))
}

fn body(view: RuleView) -> AnyView {
    let row = |row: Row| {
        let lines = all(row.lines, |line| el("p").child(line));
        div("div", "facts__row")
            .child(div("dt", "facts__name").child(row.name))
            .child(div("dd", "facts__value").child(lines))
    };
    let local = all(view.local, |line| div("p", "rule-row__local").child(line));
    vec![
        law(view.article, view.quote, view.level, view.verified).draw(),
        local.draw(),
        div("dl", "facts").child(all(view.rows, row)).draw(),
    ]
    .draw()
}

/// A number of the unit's own: asked for, then shown with what it would move.
fn local_section(session: Session, id: String, way: LocalWay) -> El {
    let (open, seen) = (State::new(false), State::new(Seen::Nothing));
    let word = if way == LocalWay::Shorter { t::SHORTEN } else { t::CHANGE };
    let form = move || {
        if open.get() {
            return untrack(|| local_form(session, &id, seen));
        }
        let ask = move |_| {
            open.set(true);
            page::focus("f-n");
        };
        button("button", say(session, word), ask).writes().draw()
    };
    let section =
        part(session, "rule-local", t::LOCAL).child(form).child(move || shown(session, seen));
    div("div", "screen-only").child(section)
}

fn local_form(session: Session, id: &str, seen: State<Seen>) -> AnyView {
    let draft = State::new(in_context(session, |cx| local::blank(cx, id)));
    let (problems, busy) = (State::new(Vec::new()), State::new(false));
    let name = id.to_owned();
    let form = derived(move |_| {
        let book = session.book.get();
        let cx = FormContext { book: &book, today: session.today.get(), lang: session.lang.get() };
        draft.with(|draft| local::form(&cx, draft, &name))
    });
    let day = Callback::new(move |from: i64| {
        let today = session.today.get_untracked();
        today.checked_add_signed(chrono::TimeDelta::days(from)).unwrap_or(today).to_string()
    });
    let name = id.to_owned();
    let send = move || {
        let examples = session.examples();
        let read = in_context(session, |cx| {
            draft.with_untracked(|draft| local::read(cx, draft, &name, &examples))
        });
        match read {
            Ok(proposal) => {
                problems.set(Vec::new());
                show(seen, Ok(proposal).into());
            }
            Err(found) => {
                seen.set(Seen::Nothing);
                problems.set(found);
                page::focus("error-summary");
            }
        }
    };
    let state = FormState { form, draft, problems, lang: session.lang, busy, day };
    let intro = move || form.with(|f| f.intro.clone());
    let hint = when(move || true, move || div("p", "quiet").child(intro));
    vec![hint, form_view(state, "", Box::new(send), None, nothing())].draw()
}
