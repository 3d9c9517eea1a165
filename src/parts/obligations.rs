//! Obligations: each opens into why that day.

use super::{DayStripView, DeadlineMark, Tag};
use jieyou_view::screens::matter::ObligationView;
use leptos::prelude::*;

/// A list of obligations. `why` is the word that opens one.
#[component]
pub(crate) fn Obligations(all: Vec<ObligationView>, why: &'static str) -> impl IntoView {
    view! {
        <ul class="obligations">
            {all.into_iter().map(|o| view! { <Obligation o why/> }).collect_view()}
        </ul>
    }
}

#[component]
fn Obligation(o: ObligationView, why: &'static str) -> impl IntoView {
    let told = (!o.told.is_empty()).then(|| {
        let state = if o.is_told { "met" } else { "waiting" };
        view! { <Tag text=o.told state=state/> }
    });
    let law = view! {
        <div class="day-strip__law">
            <p class="day-strip__article">
                {o.article}
                " "
                <span class="day-strip__level" data-level=o.level>{o.verified}</span>
            </p>
            <blockquote class="day-strip__quote" lang="zh-CN">{o.quote}</blockquote>
            <p class="day-strip__notice">{o.expiry}</p>
        </div>
    }
    .into_any();
    let notes = o.notes.into_iter().map(|n| view! { <p class="day-strip__notice">{n}</p> });
    let body = match o.strip {
        Some(strip) => view! { <DayStripView strip law/> }.into_any(),
        None => view! {
            <figure class="day-strip">
                <figcaption class="day-strip__sum">{o.sum}</figcaption>
                {law}
            </figure>
        }
        .into_any(),
    };
    view! {
        <li class="obligation">
            <details class="obligation__details">
                <summary class="obligation__summary">
                    <span class="obligation__name">{o.duty} " " {told}</span>
                    <DeadlineMark view=o.deadline/>
                    <span class="obligation__why">{why}</span>
                </summary>
                <div class="obligation__body">{body} {notes.collect_view()}</div>
            </details>
        </li>
    }
}
