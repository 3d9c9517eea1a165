//! What stands beside a text while it is typed: how much room is left, words for roles,
//! numbers that do not belong there, words to write otherwise. It proposes and never
//! blocks.

use super::el::{Child, all, button, div, each, entry, nothing, when};
use super::field::Part;
use crate::browser::page;
use crate::state::derived;
use jieyou_view::forms::{PHONE, Watch, WordingHint, move_phone, put_in, reword, watch, wording};
use jieyou_view::text::around;
use jieyou_view::text::forms::watch as t;
use leptos::prelude::*;

/// Under a text: how much room is left, and what stands out in it.
pub(super) fn below(part: Part, max: Option<usize>) -> AnyView {
    let lang = part.state.lang;
    let text = derived(move |_| part.value());
    let left = derived(move |_| {
        let used = text.with(|text| text.chars().count());
        let max = max.filter(|max| used * 3 > max * 2)?;
        Some(around::left(used, max, lang.get()))
    });
    let Some(asked) = untrack(|| part.asked()) else { return nothing() };
    let (tells, is_contact) = (asked.tells && !asked.is_contact(), asked.is_contact());
    let numbers = move || {
        let seen = text.with(|text| watch(text)).into_iter();
        let seen = seen.filter(|seen| !(is_contact && *seen == Watch::Phone));
        seen.map(|seen| entry(format!("{seen:?}"), move || number(part, seen))).collect()
    };
    let words = move || {
        let found = text.with(|text| if tells { wording(text, lang.get()) } else { Vec::new() });
        found.into_iter().map(|hint| entry(hint.say.clone(), move || word(part, hint))).collect()
    };
    vec![
        when(
            move || left.with(Option::is_some),
            move || div("p", "field__count").child(move || left.get()),
        ),
        each(numbers),
        each(words),
    ]
    .draw()
}

fn hint(text: impl Child) -> super::El {
    let text = div("p", "notice__text").attr("role", "status").child(text);
    div("div", "notice screen-only").attr("data-tone", "note").child(text)
}

/// A number that does not belong here; a mobile number can go to the contact.
fn number(part: Part, seen: Watch) -> super::El {
    let state = part.state;
    let has_contact = derived(move |_| state.form.with(|form| form.asks_phone()));
    let say = move || seen.say(has_contact.get(), state.lang.get());
    let go = move |_| {
        let phone = state.draft.with_untracked(|draft| draft.get(PHONE).to_owned());
        let text = untrack(|| part.value());
        if let Some((text, phone)) = move_phone(&text, &phone, state.lang.get_untracked()) {
            part.set(text);
            part.set_other(PHONE, phone);
            page::focus(&part.id(""));
        }
    };
    let button = move || {
        button("button button--small", move || t::MOVE.to(state.lang.get()), go)
            .attr("type", "button")
    };
    hint(say).child(when(move || seen == Watch::Phone && has_contact.get(), button))
}

/// A word to write otherwise.
fn word(part: Part, found: WordingHint) -> super::El {
    let say = found.say.clone();
    let replace = (!found.button.is_empty()).then(|| {
        let label = found.button.clone();
        let go = move |_| {
            part.set(reword(&untrack(|| part.value()), &found));
            page::focus(&part.id(""));
        };
        button("button button--small", label, go).attr("type", "button")
    });
    hint(say).child(replace)
}

/// Words for the roles of parties, where a story is told: no names are needed.
pub(super) fn roles(part: Part) -> AnyView {
    if !untrack(|| part.asked()).is_some_and(|field| field.offers_roles()) {
        return nothing();
    }
    let lang = part.state.lang;
    let chip = move |word: jieyou_view::text::Both| {
        let put = move |_| {
            let (id, text) = (part.id(""), untrack(|| part.value()));
            let at = page::selection(&id).unwrap_or(usize::MAX..usize::MAX);
            let (text, caret) = put_in(&text, at, word.to(lang.get_untracked()));
            page::put_text(&id, &text, Some(caret));
            part.set(text);
        };
        button("button button--quiet button--small", move || word.to(lang.get()), put)
            .attr("type", "button")
            .attr("aria-controls", part.id(""))
    };
    div("div", "roles cluster screen-only")
        .attr("role", "group")
        .live("aria-label", move || t::ROLES_LABEL.to(lang.get()))
        .child(all(t::ROLES, chip))
        .draw()
}
