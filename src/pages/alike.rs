//! Other matters that may be the same: beside the register form while it is typed, and on
//! a matter's page. A person says so; nothing is linked by itself.

use super::today::fill;
use super::work::in_context;
use crate::browser::page;
use crate::controls::{Child, El, FormState, all, button, div, el, unless_empty, when};
use crate::routes::Route;
use crate::session::Session;
use crate::state::{State, derived, outward};
use jieyou_domain::Id;
use jieyou_domain::facts::LinkKind;
use jieyou_domain::ledger::Action;
use jieyou_view::forms::Draft;
use jieyou_view::forms::register;
use jieyou_view::screens::again as model_again;
use jieyou_view::screens::alike::{self as model, AlikeView, SAME};
use jieyou_view::text::alike::{self as text, AlikeText};
use jieyou_view::text::words;
use leptos::prelude::*;

/// How long after a keystroke others are looked for, in milliseconds.
const PAUSE: i32 = 400;

/// Above the register form's button: a report of wrongdoing goes elsewhere, and others that
/// may be the same.
pub(super) fn while_typing(session: Session, state: FormState) -> AnyView {
    vec![report(session, state), proposals(session, state)].draw()
}

fn proposals(session: Session, state: FormState) -> AnyView {
    let question = session.book.with_untracked(|book| book.rules().thing.clone());
    let wanted = derived(move |_| state.draft.with(|draft| model::typed(&question, draft)));
    let found: State<Vec<AlikeView>> = State::new(Vec::new());
    let turn = StoredValue::new(0_u32);
    outward(move |_| {
        wanted.track();
        session.lang.track();
        let mine = turn.get_value() + 1;
        turn.set_value(mine);
        page::after(PAUSE, move || {
            // Typed on, or the page was left.
            if turn.try_get_value() != Some(mine) {
                return;
            }
            let Some(wanted) = wanted.try_get_untracked() else { return };
            let now = in_context(session, |cx| model::proposed(cx, &wanted));
            if found.try_get_untracked().is_some_and(|old| old != now) {
                found.set(now);
            }
        });
    });
    let marked = move |id: Id| {
        let code = id.to_string();
        state.draft.with(|draft| draft.codes(SAME).any(|known| known == code))
    };
    let act = move |view: &AlikeView| {
        let (id, t) = (view.matter, move || text::texts(session.lang.get()));
        let word = move || if marked(id) { t().marked } else { t().same };
        let mark = move |_| {
            let mut draft = state.draft.get_untracked();
            turn_over(&mut draft, id);
            state.draft.set(draft);
        };
        button("button button--small", word, mark)
            .attr("type", "button")
            .live("aria-pressed", move || marked(id).to_string())
    };
    let shown = move || {
        let t = text::texts(session.lang.get());
        frame(&t, found.get().into_iter().map(|view| (act(&view).draw(), view)).collect())
    };
    when(move || found.with(|all| !all.is_empty()), shown)
}

/// Marks a matter as the same, or not any more.
fn turn_over(draft: &mut Draft, id: Id) {
    let code = id.to_string();
    let mut all: Vec<&str> = draft.codes(SAME).filter(|known| *known != code).collect();
    if all.len() == draft.codes(SAME).count() {
        all.push(&code);
    }
    let all = all.join(" ");
    draft.set(SAME, all);
}

/// On the page of a matter: what is looked at first, and others that may be the same.
/// `hidden` are those of which it was said here that they are not.
pub(super) fn of_matter(session: Session, id: Id, hidden: State<Vec<Id>>) -> AnyView {
    let lang = session.lang.get();
    let (found, first) =
        session.book.with(|book| (model::beside(book, id, lang), model::first(book, id, lang)));
    let again = session.assessed.with(|all| {
        let day = session.today.get();
        session.book.with(|book| model_again::again(book, all, id, day, lang))
    });
    let again = again.map(|text| {
        let act = div("a", "button button--small")
            .attr("href", Route::Act(id, Action::Reexamine).href())
            .writes()
            .child(words::action(Action::Reexamine, lang));
        div("div", "notice screen-only")
            .attr("data-tone", "note")
            .attr("role", "note")
            .child(div("p", "notice__text").child(text))
            .child(act)
    });
    let look = |(other, text): (Option<Id>, String)| {
        let text = match other {
            Some(other) => div("a", "agenda__link").attr("href", Route::Matter(other).href()),
            None => el("span"),
        }
        .child(text);
        div("p", "notice__text").child(text)
    };
    let first = (!first.is_empty())
        .then(|| div("div", "notice alike__first").attr("role", "note").child(all(first, look)));
    let rows = move || {
        let t = text::texts(session.lang.get());
        let found = found.clone().into_iter();
        let rows = found.filter(|view| hidden.with(|all| !all.contains(&view.matter)));
        let rows: Vec<(AnyView, AlikeView)> =
            rows.map(|view| (acts(session, id, &view, hidden, &t), view)).collect();
        (!rows.is_empty()).then(|| frame(&t, rows))
    };
    vec![first.draw(), again.draw(), rows.draw()].draw()
}

fn acts(
    session: Session,
    id: Id,
    view: &AlikeView,
    hidden: State<Vec<Id>>,
    t: &AlikeText,
) -> AnyView {
    let (other, number) = (view.matter, view.number.clone());
    // The form asks for confirmation, with everything filled in.
    let link = move |_| {
        let route = Route::Act(id, Action::Link);
        let same = LinkKind::Same.code().to_owned();
        fill(session, &route, &[("other", number.clone()), ("how", same)]);
        page::go(&route.href());
    };
    let not = move |_| {
        let mut all = hidden.get_untracked();
        all.push(other);
        hidden.set(all);
    };
    vec![
        button("button button--small", t.link, link).writes(),
        button("button button--quiet button--small", t.not, not),
    ]
    .draw()
}

fn frame(t: &AlikeText, rows: Vec<(AnyView, AlikeView)>) -> El {
    let row = |(acts, view): (AnyView, AlikeView)| {
        let look = div("a", "button button--small")
            .attr("href", Route::Matter(view.matter).href())
            .child(t.look);
        let head = div("p", "alike__head")
            .child(div("span", "number").child(view.number))
            .space()
            .child(div("strong", "alike__title").child(view.title))
            .space()
            .child(crate::parts::tag_of(&view.stage))
            .space()
            .child(div("span", "quiet").child(view.received));
        div("li", "alike__item")
            .child(head)
            .child(div("p", "alike__why").child(view.why))
            .child(unless_empty("p", "alike__why", view.first))
            .child(div("p", "cluster").child(look).child(acts))
    };
    div("section", "alike screen-only")
        .attr("aria-live", "polite")
        .attr("aria-labelledby", "alike-title")
        .child(div("h2", "alike__name").attr("id", "alike-title").child(t.title))
        .child(div("p", "quiet").child(t.hint))
        .child(div("ul", "alike__list").child(all(rows, row)))
}

/// Where a report of wrongdoing goes; leaving drops what was typed.
fn report(session: Session, state: FormState) -> AnyView {
    let said = derived(move |_| {
        state.draft.with(|draft| {
            session.lang.track();
            in_context(session, |cx| register::report(cx, draft))
        })
    });
    let draw = move || {
        let view = said.get()?;
        let leave = move |_| {
            let to = if view.by_number { Route::SealedNew } else { Route::SealedReceipt };
            state.draft.set(in_context(session, register::blank));
            session.drafts.forget(super::register::ADDRESS);
            page::go(&to.href());
        };
        let stay = move |_| {
            let mut draft = state.draft.get_untracked();
            register::go_on(&mut draft);
            state.draft.set(draft);
            page::focus("f-title");
        };
        let notice = div("div", "notice")
            .attr("data-tone", "act")
            .attr("role", "alert")
            .child(div("p", "notice__text").child(view.text))
            .child(
                button("button button--primary button--small", view.leave, leave)
                    .attr("type", "button"),
            )
            .child(div("p", "notice__text").child(view.mixed))
            .child(button("button button--small", view.stay, stay).attr("type", "button"));
        Some(notice)
    };
    draw.draw()
}
