//! The deadline, always in one order: date, weekday, days left, whose duty.

use jieyou_view::text::deadline::DeadlineView;
use leptos::prelude::*;

/// A deadline. `line` puts all on one line where there is room.
#[component]
pub(crate) fn DeadlineMark(view: DeadlineView, #[prop(optional)] line: bool) -> impl IntoView {
    let d = view;
    let hint = (!d.hint.is_empty()).then(|| view! { <span class="deadline__hint">{d.hint}</span> });
    view! {
        <span
            class="deadline"
            class:deadline--line=line
            data-state=d.state
            data-kind=d.kind
            data-owner=d.owner_code
        >
            <span class="deadline__date">
                {if d.iso.is_empty() {
                    d.date.into_any()
                } else {
                    view! { <time datetime=d.iso>{d.date}</time> }.into_any()
                }}
            </span>
            <span class="deadline__weekday">{d.weekday}</span>
            <span class="deadline__left">{d.left}</span>
            <span class="deadline__owner">
                {d.owner} <span class="deadline__kind">{d.kind_word}</span>
            </span>
            {hint}
        </span>
    }
}
