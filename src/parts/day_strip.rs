//! The day strip: why a deadline is that day, day by day.

use crate::controls::{El, all, div, el, unless_empty};
use jieyou_view::screens::day_strip::{DayStrip, StripDay, StripRow};

/// The strip. `law` is drawn under it: article, quotation, verification.
pub(crate) fn day_strip(strip: DayStrip, law: El) -> El {
    let notice = |text: String| div("p", "day-strip__notice").child(text);
    let head = |class| div("th", class).attr("scope", "col");
    let heads = all(strip.heads, |h| head("day-strip__weekday").child(h));
    let legend = all(strip.legend, |(day, words)| {
        div("li", "day-strip__key").attr("data-day", day).child(words)
    });
    let month = head("day-strip__month").child(strip.month_head);
    let days = div("table", "day-strip__days")
        .child(el("thead").child(el("tr").child(month).child(heads)))
        .child(el("tbody").child(all(strip.rows, row)));
    div("figure", "day-strip")
        .attr("data-state", strip.state)
        .attr("data-kind", strip.kind)
        .child(div("figcaption", "day-strip__sum").child(strip.sum))
        .child(days)
        .child(div("ul", "day-strip__legend").child(legend))
        .child(law)
        .child(all(strip.notices, |n| notice(n).attr("lang", "zh-CN")))
        .child(all(strip.notes, notice))
}

fn row(row: StripRow) -> El {
    match row {
        StripRow::Week { month: name, is_seen, days } => {
            let name = match is_seen {
                true => el("span").child(name),
                false => div("span", "visually-hidden").child(name),
            };
            let month = div("th", "day-strip__month").attr("scope", "row").child(name);
            el("tr").child(month).child(all(days, day))
        }
        StripRow::Gap(text) => div("tr", "day-strip__gap")
            .child(div("td", "day-strip__month"))
            .child(el("td").attr("colspan", "7").child(text)),
    }
}

fn day(d: StripDay) -> El {
    let cell = div("td", "day-strip__day").attr("data-day", d.day);
    if d.number.is_empty() {
        return cell;
    }
    cell.attr("aria-current", d.is_today.then_some("date"))
        .child(el("time").attr("datetime", d.iso).child(d.number))
        .child(unless_empty("span", "day-strip__mark", d.mark))
        .child(unless_empty("span", "day-strip__mark day-strip__mark--due", d.due_mark))
}
