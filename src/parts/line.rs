//! One line for all who owe: days down the side, a lane for each who owes.

use crate::controls::{El, all, button, div, el, unless_empty};
use jieyou_view::screens::matter::{LineRow, LineView};

/// The line. `later` heads what has no day yet; `show` goes to an obligation by its id.
pub(crate) fn all_who_owe(
    view: LineView,
    later: &'static str,
    show: impl Fn(&str) + Copy + Send + 'static,
) -> El {
    let heads = all(view.lanes, |(code, word)| {
        div("span", "line__head").attr("data-lane", code).child(word)
    });
    let rest = (!view.later.is_empty()).then(|| {
        let rows = div("ol", "line__rows").child(all(view.later, |r| row(r, show)));
        div("div", "line__later").child(div("h3", "line__subtitle").child(later)).child(rows)
    });
    div("div", "line")
        .child(div("p", "line__heads").attr("aria-hidden", "true").child(heads))
        .child(unless_empty("p", "line__folded", view.folded))
        .child(div("ol", "line__rows").child(all(view.rows, |r| row(r, show))))
        .child(rest)
}

fn row(r: LineRow, show: impl Fn(&str) + Copy + Send + 'static) -> El {
    let date = (!r.day.text.is_empty()).then(|| {
        div("p", "line__date")
            .child(el("time").attr("datetime", r.day.iso).child(r.day.text))
            .space()
            .child(div("span", "line__weekday").child(r.day.weekday))
    });
    let item = div("li", "line__row").attr("data-row", r.row).child(date);
    if r.anchor.is_empty() {
        return item.child(div("p", "line__text").child(r.text));
    }
    let anchor = r.anchor;
    let link = button("line__link", r.text, move |_| show(&anchor));
    let kind = div("span", "line__kind").child(r.kind_word);
    let body = div("div", "line__body")
        .child(link)
        .child(div("p", "line__left").child(div("span", "line__state").child(r.left)).child(kind))
        .child(div("p", "line__owner").attr("data-own", r.is_own.then_some("yes")).child(r.owner))
        .child(unless_empty("p", "line__hint", r.hint));
    item.attr("data-lane", r.lane).attr("data-kind", r.kind).attr("data-state", r.state).child(body)
}
