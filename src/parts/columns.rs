//! The picker of columns: which, and in which order. By keyboard alone: boxes to tick and
//! two buttons a column.

use crate::browser::page;
use crate::controls::{El, all, button, div};
use crate::session::Session;
use crate::state::State;
use jieyou_view::screens::list::{ColumnRow, Columns};
use jieyou_view::text::{frame, paper};
use leptos::prelude::*;

/// The picker; `keep` remembers each new choice.
pub(crate) fn columns(
    session: Session,
    chosen: State<Columns>,
    keep: impl Fn(&Columns) + Send + Sync + 'static,
) -> El {
    let keep = StoredValue::new(keep);
    let change = Callback::new(move |(change, focus): (Change, String)| {
        chosen.update(|columns| match change {
            Change::Choose(column, on) => columns.choose(column, on),
            Change::Shift(column, forward) => columns.shift(column, forward),
            Change::Usual => *columns = Columns::default(),
        });
        keep.with_value(|keep| chosen.with_untracked(|c| keep(c)));
        // The list is drawn anew: the button pressed is another one now.
        page::refocus(focus);
    });
    let rows = move || {
        let rows = chosen.with(|c| c.rows(session.lang.get()));
        all(rows, |row| column(row, change))
    };
    let t = move || paper::texts(session.lang.get());
    let usual = move |_| change.run((Change::Usual, "columns-usual".to_owned()));
    let usual = button("button button--small", move || t().columns_usual, usual)
        .attr("id", "columns-usual");
    let label = move || frame::texts(session.lang.get()).columns;
    let list = div("ol", "columns__list").live("aria-label", label).child(rows);
    div("div", "columns__body flow")
        .child(div("p", "columns__hint").child(move || t().columns_hint))
        .child(list)
        .child(usual)
}

#[derive(Clone, Copy)]
enum Change {
    Choose(jieyou_view::screens::list::Column, bool),
    Shift(jieyou_view::screens::list::Column, bool),
    Usual,
}

fn column(row: ColumnRow, change: Callback<(Change, String)>) -> El {
    let (column, code) = (row.column, row.column.code());
    let is_on = row.place.is_some();
    let id = format!("column-{code}");
    let tick = id.clone();
    let input = div("input", "choice__input")
        .attr("type", "checkbox")
        .attr("id", id.clone())
        .prop("checked", move || is_on)
        .on("change", move |ev| {
            change.run((Change::Choose(column, event_target_checked(&ev)), tick.clone()));
        });
    let place = row.place.map(|n| format!("{n} ")).unwrap_or_default();
    let text = div("span", "choice__text").child(place).child(row.label);
    let shift = |forward: bool, can: bool, name: String, sign: &'static str| {
        let way = if forward { "rise" } else { "sink" };
        let own = format!("{id}-{way}");
        let focus = own.clone();
        let press = move |_| change.run((Change::Shift(column, forward), focus.clone()));
        // Not disabled at the end of the list: the focus would be lost there.
        button("button button--small columns__shift", sign, press)
            .attr("id", own)
            .attr("aria-label", name)
            .attr("aria-disabled", (!can).then_some("true"))
    };
    let shifts = is_on.then(|| {
        vec![shift(true, row.may_rise, row.rise, "↑"), shift(false, row.may_sink, row.sink, "↓")]
    });
    div("li", "columns__item")
        .child(div("label", "choice__item").child(input).child(text))
        .child(shifts)
}
