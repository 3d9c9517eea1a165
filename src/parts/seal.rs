//! The seal of a list, and the tag of a state: a word with a shape.

use jieyou_view::text::terms::SealView;
use leptos::prelude::*;

/// The seal of a list.
#[component]
pub(crate) fn Seal(view: SealView, #[prop(optional)] inline: bool) -> impl IntoView {
    let number = (!view.number.is_empty()).then(|| {
        view! {
            <span class="seal__number">{view.number}</span>
            <span class="seal__dot">"·"</span>
        }
    });
    view! {
        <span class="seal" class:seal--inline=inline data-tier=view.tier>
            {number}
            <span class="seal__name">{view.name}</span>
        </span>
    }
}

/// A state as a word with a shape.
#[component]
pub(crate) fn Tag(#[prop(into)] text: String, state: &'static str) -> impl IntoView {
    view! { <span class="tag" data-state=state>{text}</span> }
}
