//! 今日清单 on paper: a box to tick, what is due, whose duty it is, room for remarks.

use crate::controls::{El, all, div, el, unless_empty};
use jieyou_view::screens::day_sheet::{DayGroup, DayRow, DaySheet};

/// The page; nothing of it is seen on the screen. `realm` as on other sheets.
pub(crate) fn day_sheet(s: DaySheet, realm: &'static str) -> El {
    let line = div("p", "day-sheet__line")
        .child(div("span", "day-sheet__unit").child(s.unit))
        .space()
        .child(div("span", "day-sheet__day").child(s.day));
    let heads = all(s.heads, |head| el("th").attr("scope", "col").child(head));
    let table = (!s.groups.is_empty()).then(|| {
        div("table", "day-sheet__table")
            .child(el("thead").child(el("tr").child(el("td")).child(heads)))
            .child(all(s.groups, group))
    });
    div("section", "day-sheet print-only")
        .child(div("p", "day-sheet__title").child(s.title))
        .child(unless_empty("p", "day-sheet__realm", realm))
        .child(line)
        .child(unless_empty("p", "day-sheet__lead", s.lead))
        .child(unless_empty("p", "day-sheet__lost", s.lost))
        .child(table)
        .child(unless_empty("p", "day-sheet__left", s.left))
}

fn group(group: DayGroup) -> El {
    let title = el("th").attr("colspan", "6").attr("scope", "rowgroup").child(group.title);
    div("tbody", "day-sheet__group")
        .child(div("tr", "day-sheet__head").child(title))
        .child(all(group.rows, row))
}

fn row(row: DayRow) -> El {
    let matter = div("td", "day-sheet__matter")
        .child(div("span", "number").child(row.number))
        .child(el("br"))
        .child(row.title);
    div("tr", "day-sheet__row")
        .child(div("td", "day-sheet__tick").child(div("span", "day-sheet__box")))
        .child(matter)
        .child(div("td", "day-sheet__duty").child(row.duty))
        .child(div("td", "day-sheet__due").child(row.due))
        .child(div("td", "day-sheet__owner").child(row.owner))
        .child(div("td", "day-sheet__remark"))
}
