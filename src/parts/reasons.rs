//! A decision with its reasons: what it is, why, what is missing, what never counts.

use jieyou_view::screens::matter::{KindView, ReasonView, TierView};
use jieyou_view::text::frame::FrameText;
use leptos::prelude::*;

fn list(reasons: Vec<ReasonView>) -> AnyView {
    let rows = reasons.into_iter().map(|r| {
        let facts =
            (!r.facts.is_empty()).then(|| view! { <span class="reason__facts">{r.facts}</span> });
        view! {
            <li class="reason" data-met=r.met>
                <span class="reason__mark">{r.mark}</span>
                <span class="reason__text">
                    <span class="reason__id">{r.id}</span>
                    " "
                    {r.text}
                </span>
                {facts}
            </li>
        }
    });
    view! { <ul class="reasons__list">{rows.collect_view()}</ul> }.into_any()
}

fn said(text: String) -> Option<AnyView> {
    (!text.is_empty()).then(|| view! { <p class="reasons__overridden">{text}</p> }.into_any())
}

/// The list a matter stands on, and what it is, with reasons.
#[component]
pub(crate) fn Reasons(
    tier: Option<TierView>,
    kind: Option<KindView>,
    t: &'static FrameText,
) -> impl IntoView {
    let tier = tier.map(|tier| {
        let missing = (!tier.missing.is_empty()).then(|| {
            let lines = tier.missing.into_iter().map(|l| view! { <li>{l}</li> });
            view! {
                <div class="reasons__missing">
                    <h3 class="reasons__subtitle">{t.m_missing}</h3>
                    <ul>{lines.collect_view()}</ul>
                </div>
            }
        });
        view! {
            <p class="reasons__verdict">{tier.verdict}</p>
            {said(tier.overridden)}
            {list(tier.reasons)}
            {missing}
            <details>
                <summary>{t.m_never}</summary>
                <p>{tier.never}</p>
            </details>
        }
    });
    let kind = kind.map(|kind| {
        view! {
            <h3 class="reasons__subtitle">{t.m_what_it_is} " · " {kind.word}</h3>
            {said(kind.overridden)}
            {list(kind.reasons)}
        }
    });
    view! { <div class="reasons">{tier} {kind}</div> }
}
