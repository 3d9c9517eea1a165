//! Lists to choose from, ticks and boxes that write into the paste's draft.

use super::Paste;
use crate::controls::{Child, El, all, div, el, nothing, unless_empty, when};
use crate::session::Session;
use jieyou_view::screens::paste::{AskView, CellView, TickView};
use jieyou_view::text::Both;
use leptos::prelude::*;

/// A text in the language of the screen.
#[inline(never)]
pub(super) fn say(session: Session, text: Both) -> AnyView {
    (move || text.to(session.lang.get())).draw()
}

/// The id in the page for a key of the draft, which may hold anything.
pub(super) fn id_of(key: &str) -> String {
    format!("p-{}", key.replace(char::is_whitespace, "_"))
}

/// What is asked under a key, as it stands now.
pub(super) type Asked = Box<dyn Fn() -> Option<AskView> + Send + Sync>;

/// A list to choose from, with its label and help.
pub(super) fn pick(paste: Paste, ask: Asked) -> AnyView {
    let Some(first) = untrack(&ask) else { return nothing() };
    let id = id_of(&first.key);
    let hint = (!first.hint.is_empty()).then(|| format!("{id}-h"));
    let ask = StoredValue::new(ask);
    let now = move || ask.with_value(|ask| ask()).unwrap_or_default();
    let label = div("label", "field__label").attr("for", id.clone()).child(move || now().label);
    let help = move || {
        let AskView { key, hint, .. } = now();
        unless_empty("p", "field__hint", hint).map(|p| p.attr("id", format!("{}-h", id_of(&key))))
    };
    div("div", "field").child(label).child(help).child(list(paste, first, id, hint, now)).draw()
}

/// The list alone.
pub(super) fn list(
    paste: Paste,
    first: AskView,
    id: String,
    described_by: Option<String>,
    now: impl Fn() -> AskView + Copy + Send + 'static,
) -> El {
    let options = move || {
        let AskView { value, options, .. } = now();
        all(options, |(code, text)| {
            let is_now = code == value;
            el("option").attr("value", code).attr("selected", is_now).child(text)
        })
    };
    div("select", "field__input")
        .attr("id", id)
        .attr("aria-describedby", described_by)
        .prop("value", move || now().value)
        .on("change", move |ev| paste.set(&first.key, &event_target_value(&ev)))
        .child(options)
}

/// Something to tick, as it stands now.
pub(super) fn tick(
    paste: Paste,
    key: String,
    now: impl Fn() -> Option<TickView> + Copy + Send + Sync + 'static,
) -> El {
    let input = div("input", "choice__input")
        .attr("type", "checkbox")
        .attr("id", id_of(&key))
        .prop("checked", move || now().is_some_and(|t| t.is_on))
        .on("change", move |ev| {
            paste.set(&key, if event_target_checked(&ev) { "yes" } else { "no" });
        });
    let text = div("span", "choice__text").child(move || now().map(|t| t.label));
    div("label", "choice__item").child(input).child(text)
}

/// A cell of a row, corrected in place; written when it is left, not at each key.
pub(super) fn cell(
    paste: Paste,
    first: CellView,
    now: impl Fn() -> Option<CellView> + Copy + Send + Sync + 'static,
) -> El {
    let id = id_of(&first.key);
    let error = format!("{id}-e");
    let problem = move || now().map(|c| c.problem).unwrap_or_default();
    let is_wrong = move || !problem().is_empty();
    let described = error.clone();
    let input = if first.is_long {
        div("textarea", "field__input").attr("rows", "2")
    } else {
        div("input", "field__input").attr("type", "text").attr("autocomplete", "off")
    };
    let input = input
        .attr("id", id.clone())
        .live("aria-invalid", move || is_wrong().then_some("true"))
        .live("aria-describedby", move || is_wrong().then(|| described.clone()))
        .prop("value", move || now().map(|c| c.value).unwrap_or_default())
        .on("change", move |ev| paste.set(&first.key, &event_target_value(&ev)));
    let said = move || div("p", "field__error").attr("id", error.clone()).child(problem);
    let label = div("label", "field__label").attr("for", id).child(move || now().map(|c| c.label));
    div("div", "field paste__cell").child(label).child(when(is_wrong, said)).child(input)
}
