//! Step three: questions for all rows, unknown words, and every row.

use super::controls::{cell, pick, say, tick};
use super::{Paste, step};
use crate::controls::{Child, El, all, button, div, each, entry, when};
use crate::state::State;
use jieyou_view::screens::paste::{AskView, RowView, SheetView};
use jieyou_view::text::paste as t;
use leptos::prelude::*;

/// So many rows are drawn at once.
const WINDOW: usize = 100;

/// Reads the rows as they stand now.
fn with<T: Default>(paste: Paste, read: impl FnOnce(&SheetView) -> T) -> T {
    paste.screen.with(|s| s.sheet.as_deref().map(read)).unwrap_or_default()
}

/// The questions and the rows.
pub(super) fn section(paste: Paste) -> El {
    let session = paste.session;
    let words = move || {
        let title = div("h3", "paste__title").child(say(session, t::WORDS));
        let new = move |_| {
            let keys = with(paste, |s| s.places.clone());
            paste.draft.update(|d| keys.iter().for_each(|key| d.set(key, "+new")));
        };
        let several = move || with(paste, |s| !s.places.is_empty());
        let all_new = move || {
            div("p", "cluster").child(button("button button--small", say(session, t::ALL_NEW), new))
        };
        let fields = div("div", "paste__asks").child(asks(paste, |s| &s.words));
        vec![title.draw(), when(several, all_new), fields.draw()]
    };
    let ticks = each(move || {
        let keys = with(paste, |s| s.ticks.iter().map(|t| t.key.clone()).collect::<Vec<_>>());
        let entries = keys.into_iter().enumerate().map(|(at, key)| {
            entry(key.clone(), move || {
                tick(paste, key, move || with(paste, |s| s.ticks.get(at).cloned()))
            })
        });
        entries.collect()
    });
    step(session, "paste-3", t::STEP_3)
        .child(div("div", "paste__asks").child(asks(paste, |s| &s.asks)))
        .child(div("div", "choice choice--stacked").child(ticks))
        .child(when(move || with(paste, |s| !s.words.is_empty()), words))
        .child(rows(paste))
}

/// Questions of one kind, each itself while others come and go.
fn asks(paste: Paste, of: fn(&SheetView) -> &Vec<AskView>) -> AnyView {
    each(move || {
        let keys = with(paste, |s| of(s).iter().map(|a| a.key.clone()).collect::<Vec<_>>());
        let entries = keys.into_iter().map(|key| {
            let name = key.clone();
            let ask = move || with(paste, |s| of(s).iter().find(|a| a.key == key).cloned());
            entry(name, move || pick(paste, Box::new(ask)))
        });
        entries.collect()
    })
}

/// Which rows are shown: all, or those of one `data-row`.
fn is_shown(row: &RowView, which: &str) -> bool {
    match which {
        "" => true,
        // What was just corrected stays in sight.
        "conflict" => row.is_wrong,
        code => row.code == code,
    }
}

fn rows(paste: Paste) -> AnyView {
    let session = paste.session;
    // Not followed: else every answer would draw all of it anew.
    let any_wrong = untrack(|| with(paste, |s| s.rows.iter().any(|r| r.is_wrong)));
    let which = State::new(if any_wrong { "conflict" } else { "" });
    let window = State::new(WINDOW);
    let places = move || {
        let which = which.get();
        with(paste, |s| {
            let all = s.rows.iter().enumerate().filter(|(_, r)| is_shown(r, which));
            all.map(|(at, r)| (at, r.key.clone())).collect::<Vec<_>>()
        })
    };
    let drawn = each(move || {
        let places = places().into_iter().take(window.get());
        places.map(|(at, key)| entry(key, move || row(paste, at))).collect()
    });
    let more = move || {
        let widen = move |_| window.update(|w| *w += WINDOW);
        div("p", "screen-only").child(button("button", say(session, t::MORE), widen))
    };
    let none = move || div("p", "quiet").child(say(session, t::NO_SUCH_ROWS));
    vec![
        filter(paste, which).draw(),
        div("ul", "paste__rows").child(drawn).draw(),
        when(move || places().is_empty(), none),
        when(move || places().len() > window.get(), more),
    ]
    .draw()
}

/// How many rows of each kind, and which are shown.
fn filter(paste: Paste, which: State<&'static str>) -> El {
    let session = paste.session;
    let chip = move |code: &'static str, word: AnyView| {
        let input = div("input", "choice__input")
            .attr("type", "radio")
            .attr("name", "paste-shown")
            .attr("value", code)
            .prop("checked", move || which.get() == code)
            .on("change", move |_| which.set(code));
        let text = div("span", "choice__text").child(word);
        div("label", "choice__item").child(input).child(text)
    };
    let chips = move || {
        let sums = with(paste, |s| s.sums.clone());
        let chips = all(sums, |(code, n, word)| {
            let n = div("b", "preview-sum__n").child(n.to_string());
            chip(code, vec![n.draw(), word.draw()].draw())
        });
        let every = chip("", say(session, t::SHOW_ALL)).draw();
        chips.into_iter().chain([every]).collect::<Vec<_>>()
    };
    div("fieldset", "choice screen-only")
        .child(div("legend", "visually-hidden").child(say(session, t::SHOWN)))
        .child(chips)
}

fn row(paste: Paste, at: usize) -> El {
    let now = move || with(paste, |s| s.rows.get(at).cloned());
    let read = move |part: fn(RowView) -> String| now().map(part).unwrap_or_default();
    let first = untrack(now);
    let take_key = first.as_ref().map(|r| format!("take-{}", r.key)).unwrap_or_default();
    let open_key = first.map(|r| r.open.key).unwrap_or_default();
    let take = move || now().and_then(|r| r.take);
    let is_open = move || now().is_some_and(|r| r.open.is_on);
    let press = move |_| {
        let next = if untrack(is_open) { "" } else { "yes" };
        paste.set(&open_key, next);
    };
    let open = button("button button--small button--quiet", move || read(|r| r.open.label), press)
        .live("aria-expanded", move || is_open().to_string());
    let what = div("div", "paste__what")
        .child(div("span", "preview-table__mark").child(move || read(|r| r.mark)))
        .space()
        .child(div("span", "number").child(move || read(|r| r.line)))
        .child(div("p", "paste__name").child(move || read(|r| r.title)))
        .child(div("p", "paste__about").child(move || read(|r| r.about)))
        .child(move || {
            all(now().map(|r| r.notes).unwrap_or_default(), |n| div("p", "paste__note").child(n))
        });
    let box_of = move || tick(paste, take_key.clone(), take);
    let cells = each(move || {
        let cells = now().map(|r| r.cells).unwrap_or_default();
        let entries = cells.into_iter().map(|first| {
            entry(first.key.clone(), move || {
                // Made here, so that it lives as long as the cell.
                let key = StoredValue::new(first.key.clone());
                let mine = move || {
                    let all = now().map(|r| r.cells)?;
                    all.into_iter().find(|c| key.with_value(|k| c.key == *k))
                };
                cell(paste, first, mine)
            })
        });
        entries.collect()
    });
    let do_it = div("div", "paste__do").child(when(move || take().is_some(), box_of)).child(open);
    div("li", "paste__row preview-table__row")
        .live("data-row", move || now().map(|r| r.code))
        .child(what)
        .child(do_it)
        .child(div("div", "paste__cells").child(cells))
}
