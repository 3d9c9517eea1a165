//! A form, drawn from its description. What was typed stands in the draft and is
//! never lost by drawing again: fields are keyed by their names.

use super::el::{Child, all, div, each, el, entry, unless_empty, when};
use super::el_render::El;
use super::field::field;
use crate::browser::page;
use crate::state::{Followed, State};
use jieyou_view::Lang;
use jieyou_view::forms::{Argued, Draft, Form, Problem, Shelf};
use jieyou_view::text::around;
use leptos::prelude::*;

/// What every part of a form shares.
#[derive(Clone, Copy)]
pub(crate) struct FormState {
    /// What is asked. Follows the draft; changes only when other things are asked.
    pub(crate) form: Followed<Form>,
    /// What was typed.
    pub(crate) draft: State<Draft>,
    /// What is wrong with it.
    pub(crate) problems: State<Vec<Problem>>,
    /// The language.
    pub(crate) lang: State<Lang>,
    /// Whether what was sent is not yet answered.
    pub(crate) busy: State<bool>,
    /// The ISO date so many days from today, for the buttons beside a date field.
    pub(crate) day: Callback<i64, String>,
}

/// A whole form. `split_at` names the field that begins the second page of a spread;
/// `beside` stands beside the button that sends, `above` above it.
pub(crate) fn form_view(
    state: FormState,
    split_at: &'static str,
    send: Box<dyn Fn() + Send>,
    beside: Option<El>,
    above: AnyView,
) -> AnyView {
    let page = |second: bool| {
        div("div", "form__page")
            .child(fields(state, Which { shelf: Shelf::Open, split_at, second }))
    };
    let pages = if split_at.is_empty() {
        page(false)
    } else {
        div("div", "form__spread").child(page(false)).child(page(true))
    };
    let word = move || {
        if state.busy.get() {
            around::texts(state.lang.get()).busy.to_owned()
        } else {
            state.form.with(|f| f.submit.clone())
        }
    };
    let button = div("button", "button button--primary")
        .attr("type", "submit")
        .live("aria-busy", move || state.busy.get().to_string())
        .child(word);
    let form = div("form", "form")
        .attr("novalidate", true)
        .on("submit", move |ev| {
            ev.prevent_default();
            if !state.busy.get_untracked() {
                send();
            }
        })
        .child(pages)
        .child(fold(state, Shelf::Contact))
        .child(fold(state, Shelf::Folded))
        .child(above)
        .child(argued(state))
        .child(div("div", "form__foot").child(button).child(beside));
    vec![summary(state), form.draw()].draw()
}

/// Which of the fields.
#[derive(Clone, Copy)]
struct Which {
    shelf: Shelf,
    split_at: &'static str,
    /// Those from `split_at` on, or those before.
    second: bool,
}

/// What no draft keeps stands where all others do.
fn is_on(field: Shelf, shelf: Shelf) -> bool {
    field == shelf || (shelf == Shelf::Open && matches!(field, Shelf::Reach | Shelf::Unkept))
}

/// The keys of these fields.
fn keys(state: FormState, which: Which) -> Vec<String> {
    state.form.with(|f| {
        let cut = f.fields.iter().position(|x| x.key == which.split_at).unwrap_or(usize::MAX);
        let mine = f
            .fields
            .iter()
            .enumerate()
            .filter(|(at, x)| is_on(x.shelf, which.shelf) && (*at >= cut) == which.second);
        mine.map(|(_, x)| x.key.clone()).collect()
    })
}

fn fields(state: FormState, which: Which) -> AnyView {
    each(move || {
        let keys = keys(state, which).into_iter();
        keys.map(|key| entry(key.clone(), move || field(key, state))).collect()
    })
}

fn fold(state: FormState, shelf: Shelf) -> AnyView {
    let t = move || around::texts(state.lang.get());
    let title = move || if shelf == Shelf::Contact { t().contact } else { t().folded };
    let hint = move || if shelf == Shelf::Contact { t().contact_hint } else { t().folded_hint };
    let which = Which { shelf, split_at: "", second: false };
    let fold = move || {
        let summary = div("summary", "form__fold-title")
            .child(title)
            .space()
            .child(div("span", "quiet").child(hint));
        div("details", "form__fold")
            .attr("data-shelf", format!("{shelf:?}"))
            .child(summary)
            .child(div("div", "form__fold-body flow").child(fields(state, which)))
    };
    when(move || !keys(state, which).is_empty(), fold)
}

/// What is typed would come to; each open question leads to its field.
fn argued(state: FormState) -> AnyView {
    let asks = |asks: Vec<(String, String)>, word: &'static str| {
        let link = |(key, text): (String, String)| {
            let link = el("a").attr("href", "#").child(text).on("click", move |ev| {
                ev.prevent_default();
                page::focus(&format!("f-{key}"));
            });
            el("li").child(link)
        };
        (!asks.is_empty())
            .then(|| div("div", "argued__asks").child(word).child(el("ul").child(all(asks, link))))
    };
    let row = move |a: Argued| {
        let word = around::texts(state.lang.get_untracked()).argued_asks;
        div("div", "argued__row").child(div("dt", "argued__name").child(a.name)).child(
            div("dd", "argued__answer")
                .child(el("strong").child(a.answer))
                .child(unless_empty("span", "argued__why", a.why))
                .child(asks(a.asks, word)),
        )
    };
    let rows = move || all(state.form.with(|f| f.argued.clone()), row);
    let title = move || around::texts(state.lang.get()).argued;
    let shown = move || {
        div("section", "argued screen-only")
            .attr("aria-live", "polite")
            .child(div("h2", "argued__title").child(title))
            .child(el("dl").child(rows))
    };
    when(move || state.form.with(|f| !f.argued.is_empty()), shown)
}

/// What is wrong, at the top, each line leading to its field.
fn summary(state: FormState) -> AnyView {
    let problems = state.problems;
    let line = |p: Problem| {
        let link = el("a").attr("href", "#").child(p.text).on("click", move |ev| {
            ev.prevent_default();
            page::focus(&format!("f-{}", p.field));
        });
        el("li").child(link)
    };
    let lines = move || all(problems.get(), line);
    let title = move || around::problems(problems.with(Vec::len), state.lang.get());
    let shown = move || {
        let title =
            div("h2", "error-summary__title").attr("id", "error-summary-title").child(title);
        div("div", "error-summary")
            .attr("role", "alert")
            .attr("tabindex", "-1")
            .attr("id", "error-summary")
            .attr("aria-labelledby", "error-summary-title")
            .child(title)
            .child(div("ul", "error-summary__list").child(lines))
    };
    when(move || problems.with(Vec::len) > 0, shown)
}
