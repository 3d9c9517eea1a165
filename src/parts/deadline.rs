//! The deadline, always in one order: date, weekday, days left, whose duty.

use crate::controls::{Child, El, div, el, unless_empty};
use jieyou_view::text::deadline::DeadlineView;

/// A deadline.
pub(crate) fn deadline(d: DeadlineView) -> El {
    let date = match d.iso.is_empty() {
        true => d.date.draw(),
        false => el("time").attr("datetime", d.iso).child(d.date).draw(),
    };
    let kind = div("span", "deadline__kind").child(d.kind_word);
    div("span", "deadline")
        .attr("data-state", d.state)
        .attr("data-kind", d.kind)
        .attr("data-owner", d.owner_code)
        .child(div("span", "deadline__date").child(date))
        .child(div("span", "deadline__weekday").child(d.weekday))
        .child(div("span", "deadline__left").child(d.left))
        .child(div("span", "deadline__owner").child(d.owner).child(kind))
        .child(unless_empty("span", "deadline__hint", d.hint))
}
