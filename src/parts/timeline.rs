//! What happened, the oldest first; corrections and strikes folded into one entry.

use crate::routes::Route;
use jieyou_domain::Id;
use jieyou_view::screens::matter::TimelineItem;
use jieyou_view::text::frame::FrameText;
use leptos::prelude::*;

/// The time line of a matter.
#[component]
pub(crate) fn Timeline(id: Id, items: Vec<TimelineItem>, t: &'static FrameText) -> impl IntoView {
    let items = items.into_iter().map(|item| view! { <Item id item t/> });
    view! { <ol class="timeline">{items.collect_view()}</ol> }
}

#[component]
fn Item(id: Id, item: TimelineItem, t: &'static FrameText) -> impl IntoView {
    let lines = |lines: Vec<String>| {
        lines.into_iter().map(|l| view! { <p class="keep">{l}</p> }).collect_view()
    };
    let quiet = |text: String| (!text.is_empty()).then(|| view! { <p class="quiet">{text}</p> });
    let entry = item.entry;
    let link = |route: Route, word: &'static str| {
        let label = format!("{word} {}", item.title);
        view! {
            <a class="button button--quiet button--small" href=route.href() aria-label=label>
                {word}
            </a>
        }
    };
    let correct = item.can_correct.then(|| link(Route::Correct(id, entry), t.m_correct));
    let strike = item.can_strike.then(|| link(Route::Strike(id, entry), t.m_strike));
    let earlier = (!item.earlier.is_empty()).then(|| {
        let versions = item.earlier.into_iter().map(|e| {
            view! {
                <div class="timeline__earlier">
                    <p class="quiet">{e.day.text} " " {e.by}</p>
                    {lines(e.lines)}
                </div>
            }
        });
        view! {
            <details>
                <summary>{item.corrected.clone()}</summary>
                {versions.collect_view()}
            </details>
        }
    });
    let is_late = !item.late.is_empty();
    let is_struck = !item.struck.is_empty();
    let what = if is_struck {
        view! { <del>{item.title.clone()}</del> }.into_any()
    } else {
        item.title.clone().into_any()
    };
    view! {
        <li
            class="timeline__item"
            data-late=is_late.then_some("")
            data-struck=is_struck.then_some("")
        >
            <p class="timeline__when">
                <time datetime=item.day.iso>{item.day.text}</time>
                " "
                {item.day.weekday}
            </p>
            <div class="timeline__what">
                <h3 class="timeline__title">{what}</h3>
                {lines(item.lines)}
                {quiet(item.struck)}
                {quiet(item.late)}
                {earlier}
                <p class="timeline__by">{item.by}</p>
                <p class="cluster screen-only">{correct} {strike}</p>
            </div>
        </li>
    }
}
