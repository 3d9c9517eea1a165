//! What is proposed for a choice, each with its reason: a tap chooses it, another takes
//! it back. All stay in sight, so that a wrong one is put right as easily.

use super::el::{div, each, entry, when};
use super::el_render::El;
use super::field::Part;
use jieyou_view::forms::Proposal;
use jieyou_view::text::forms::subject as t;
use leptos::prelude::*;

/// The proposals of a field; nothing where there are none.
pub(super) fn proposals(part: Part) -> AnyView {
    let found = move || part.asked().map(|field| field.proposed).unwrap_or_default();
    let chips = move || {
        let all = found().into_iter();
        let chip =
            |p: Proposal| entry(format!("{}\n{}{}", p.code, p.label, p.why), move || chip(part, p));
        all.map(chip).collect()
    };
    let lead = move || t::LEAD.to(part.state.lang.get());
    let shown = move || {
        div("div", "proposals screen-only")
            .attr("role", "group")
            .live("aria-label", lead)
            .child(div("p", "proposals__lead").child(lead))
            .child(each(chips))
    };
    when(move || !found().is_empty(), shown)
}

fn chip(part: Part, proposal: Proposal) -> El {
    let Proposal { code, label, why } = proposal;
    let own = code.clone();
    let is_chosen = move || part.value() == own;
    let choose = move |_| {
        let is_chosen = untrack(|| part.value()) == code;
        part.set(if is_chosen { String::new() } else { code.clone() });
    };
    div("button", "proposals__item")
        .attr("type", "button")
        .live("aria-pressed", move || is_chosen().to_string())
        .on("click", choose)
        .child(div("span", "proposals__label").child(label))
        .child(div("span", "proposals__why").child(why))
}
