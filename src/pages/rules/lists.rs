//! The three lists: where they come from, the criteria and what each reads, what a list
//! asks of the office, and a form for the numbers.

use super::proposal::{Seen, show, shown};
use super::tables::{cited, head};
use crate::browser::page;
use crate::controls::{
    Child, El, FormState, all, button, div, el, form_view, nothing, unless_empty,
};
use crate::pages::work::in_context;
use crate::parts::{part, say, seal};
use crate::routes::Route;
use crate::session::Session;
use crate::state::{State, derived};
use jieyou_domain::rules::CONSULT;
use jieyou_view::forms::{FormContext, standard};
use jieyou_view::screens::rules::{CriterionView, ListsView, PartView, TierView, lists};
use jieyou_view::text::lists as t;
use leptos::prelude::*;

/// The page.
pub(crate) fn lists_page(session: Session) -> AnyView {
    // What is set: a criterion or the consult; empty while nothing is.
    let about = State::new(String::new());
    let seen = State::new(Seen::Nothing);
    let view = move || {
        let lang = session.lang.get();
        session.assessed.with(|all| session.book.with(|book| lists(book, all, lang)))
    };
    let drawn = move || body(session, view(), about);
    vec![
        head(session, t::TITLE, t::LEAD).draw(),
        drawn.draw(),
        form_section(session, about, seen).draw(),
    ]
    .draw()
}

fn body(session: Session, view: ListsView, about: State<String>) -> Vec<El> {
    let share = part(session, "lists-share", t::SHARE).child(el("p").child(view.share));
    let ask = view.ask.then(|| {
        let text = div("p", "notice__text").child(say(session, t::SHARE_ASK));
        div("div", "notice").attr("data-tone", "note").child(text)
    });
    let tiers = part(session, "lists-tiers", t::TIERS)
        .child(div("ul", "rule-packs").child(all(view.tiers, |v| tier(session, v))));
    let mut sections = vec![share.child(ask), tiers];
    sections.extend(view.parts.into_iter().map(|v| criteria(session, v, about)));
    let never = part(session, "lists-never", t::NEVER).child(el("p").child(view.never));
    let consult = part(session, "lists-consult", t::CONSULT)
        .child(all(view.consult, |line| el("p").child(line)))
        .child(change(session, about, CONSULT.to_owned()));
    sections.extend([never, consult]);
    sections
}

fn tier(session: Session, view: TierView) -> El {
    let duty = |(rule, text): (Option<String>, String)| match rule {
        Some(id) => el("li").child(el("a").attr("href", Route::Rule(id).href()).child(text)),
        None => el("li").child(text),
    };
    let duties = (!view.duties.is_empty()).then(|| {
        let name = div("p", "quiet").child(say(session, t::DUTIES));
        vec![name, el("ul").child(all(view.duties, duty))]
    });
    div("li", "rule-packs__item flow")
        .child(el("p").child(seal(&view.seal)))
        .child(view.source.map(cited))
        .child(unless_empty("p", "", view.then))
        .child(duties)
}

fn criteria(session: Session, view: PartView, about: State<String>) -> El {
    let row = |row: CriterionView| {
        let head = div("p", "rule-row__head")
            .child(div("span", "number").child(row.id.clone()))
            .space()
            .child(row.words);
        let reads = div("p", "rule-row__facts")
            .child(say(session, t::READS))
            .child(session.lang.get_untracked().pick("：", ": "))
            .child(row.reads);
        let change = row.has_number.then(|| change(session, about, row.id));
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

/// The button that leads to the form.
fn change(session: Session, about: State<String>, id: String) -> El {
    let open = move |_| {
        about.set(String::new());
        about.set(id.clone());
        page::focus("lists-form");
    };
    let button = button("button button--small", say(session, t::CHANGE), open);
    div("p", "screen-only").child(button)
}

fn form_section(session: Session, about: State<String>, seen: State<Seen>) -> El {
    let form = move || {
        let id = about.get();
        if id.is_empty() {
            return nothing();
        }
        untrack(|| form(session, &id, seen))
    };
    let title = div("h2", "section__title").attr("id", "lists-form").attr("tabindex", "-1");
    let section = div("section", "section flow")
        .attr("aria-labelledby", "lists-form")
        .child(title.child(say(session, t::FORM)))
        .child(el("p").child(say(session, t::FORM_HINT)))
        .child(form)
        .child(move || shown(session, seen));
    div("div", "screen-only").child(section)
}

fn form(session: Session, about: &str, seen: State<Seen>) -> AnyView {
    seen.set(Seen::Nothing);
    let draft = State::new(in_context(session, |cx| standard::blank(cx, about)));
    let (problems, busy) = (State::new(Vec::new()), State::new(false));
    let form = derived(move |_| {
        let book = session.book.get();
        let cx = FormContext { book: &book, today: session.today.get(), lang: session.lang.get() };
        draft.with(|draft| standard::form(&cx, draft))
    });
    let send = move || {
        let examples = session.examples();
        let read =
            in_context(session, |cx| draft.with_untracked(|d| standard::read(cx, d, &examples)));
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
    let day = Callback::new(|_: i64| String::new());
    let state = FormState { form, draft, problems, lang: session.lang, busy, day };
    let title = move || form.with(|f| f.title.clone());
    vec![div("p", "rule-row__head").child(title).draw(), form_view(state, "", Box::new(send), None)]
        .draw()
}
