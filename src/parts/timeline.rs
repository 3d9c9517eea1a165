//! What happened, the oldest first; corrections and strikes folded into one entry.

use crate::controls::{Child, El, all, div, el, unless_empty};
use crate::routes::Route;
use jieyou_domain::Id;
use jieyou_view::screens::matter::{EarlierVersion, TimelineItem};
use jieyou_view::text::frame::FrameText;
use leptos::prelude::AnyView;

/// The time line of a matter.
pub(crate) fn timeline(id: Id, items: Vec<TimelineItem>, t: &'static FrameText) -> El {
    div("ol", "timeline").child(all(items, |item| entry(id, item, t)))
}

fn lines(lines: Vec<String>) -> Vec<AnyView> {
    all(lines, |l| div("p", "said").child(l))
}

fn version(e: EarlierVersion) -> El {
    div("div", "timeline__earlier")
        .child(div("p", "quiet").child(e.day.text).space().child(e.by))
        .child(lines(e.lines))
        .child(unless_empty("p", "quiet", e.struck))
}

fn entry(id: Id, item: TimelineItem, t: &'static FrameText) -> El {
    let link = |route: Route, word: &'static str| {
        div("a", "button button--quiet button--small")
            .attr("href", route.href())
            .attr("aria-label", format!("{word} {}", item.title))
            .child(word)
    };
    let word = if item.is_fresh { t.m_change } else { t.m_correct };
    let correct = item.can_correct.then(|| link(Route::Correct(id, item.entry), word));
    let strike = item.can_strike.then(|| link(Route::Strike(id, item.entry), t.m_strike));
    let earlier = (!item.earlier.is_empty()).then(|| {
        el("details").child(el("summary").child(item.corrected)).child(all(item.earlier, version))
    });
    let (is_late, is_struck) = (!item.late.is_empty(), !item.struck.is_empty());
    let title = match is_struck {
        true => el("del").child(item.title).draw(),
        false => item.title.draw(),
    };
    let day = el("time").attr("datetime", item.day.iso).child(item.day.text);
    let what = div("div", "timeline__what")
        .child(div("h3", "timeline__title").child(title))
        .child(lines(item.lines))
        .child(unless_empty("p", "quiet", item.struck))
        .child(unless_empty("p", "quiet", item.late))
        .child(unless_empty("p", "quiet", item.redacted))
        .child(earlier)
        .child(div("p", "timeline__by").child(item.by))
        .child(div("p", "cluster screen-only").writes().child(correct).child(strike));
    div("li", "timeline__item")
        .attr("data-late", is_late)
        .attr("data-struck", is_struck)
        .child(div("p", "timeline__when").child(day).space().child(item.day.weekday))
        .child(what)
}
