//! The years of the calendar, and one of them month by month.

use super::now;
use crate::browser::page;
use crate::controls::{Child, El, all, button, div, el, nothing, unless_empty};
use crate::parts::{part, say};
use crate::session::Session;
use crate::state::State;
use jieyou_view::screens::calendar::{DayCell, MonthView, YearView, legend, months};
use jieyou_view::text::{Both, calendar as t, format};
use leptos::prelude::*;

/// So many years are listed at first; older ones when asked for.
const SHOWN: usize = 3;

/// The list, and the year that is unfolded.
pub(super) fn section(session: Session) -> El {
    let open: State<Option<i32>> = State::new(None);
    let is_all = State::new(false);
    let heads = all(t::HEADS, |head| {
        el("th").attr("scope", "col").attr("role", "columnheader").child(say(session, head))
    });
    let rows = move || {
        let years = now(session).years;
        let shown = if is_all.get() { years.len() } else { SHOWN };
        all(years.into_iter().take(shown), |year| row(session, open, year))
    };
    let older = move || {
        let older = now(session).years.len().saturating_sub(SHOWN);
        let text = t::OLDER.with(session.lang.get(), &[&older.to_string()]);
        let show = || button("button button--small", text, move |_| is_all.set(true));
        (older > 0 && !is_all.get()).then(show)
    };
    let table = div("table", "ledger-table")
        .attr("role", "table")
        .attr("aria-labelledby", "cal-years")
        .child(
            div("thead", "ledger-table__head")
                .attr("role", "rowgroup")
                .child(el("tr").attr("role", "row").child(heads)),
        )
        .child(el("tbody").attr("role", "rowgroup").child(rows));
    part(session, "cal-years", t::YEARS)
        .child(table)
        .child(older)
        .child(move || unfolded(session, open))
}

fn row(session: Session, open: State<Option<i32>>, year: YearView) -> El {
    let number = year.number;
    let is_open = move || open.get() == Some(number);
    let word = move || (if is_open() { t::HIDE } else { t::SHOW }).to(session.lang.get());
    let turn = move |_| {
        let next = (open.get_untracked() != Some(number)).then_some(number);
        open.set(next);
        if next.is_some() {
            page::focus("cal-months");
        }
    };
    let turn = button("button button--small", word, turn)
        .live("aria-expanded", move || is_open().to_string());
    let cell = |label: Both, inner: AnyView| {
        div("td", "ledger-table__cell")
            .attr("role", "cell")
            .live("data-label", move || label.to(session.lang.get()))
            .child(inner)
    };
    let [name, counts, by, all_months] = t::HEADS;
    let source = el("span").attr("lang", "zh-CN").child(year.source);
    div("tr", "ledger-table__row")
        .attr("role", "row")
        .child(cell(name, div("b", "number").child(year.name).draw()))
        .child(cell(counts, year.counts.draw()))
        .child(cell(by, source.draw()))
        .child(cell(all_months, turn.draw()))
}

/// The months of the year that is unfolded.
fn unfolded(session: Session, open: State<Option<i32>>) -> AnyView {
    let Some(year) = open.get() else { return nothing() };
    let lang = session.lang.get();
    let book = session.book.get();
    let key = |(mark, words): (&'static str, &'static str)| {
        el("li").child(el("b").child(mark)).space().child(words)
    };
    let drawn = all(months(book.calendar(), year, lang), |m| month(m, format::weekday_heads(lang)));
    div("div", "year-months flow")
        .attr("id", "cal-months")
        .attr("tabindex", "-1")
        .child(el("h3").child(year.to_string()))
        .child(div("ul", "year-months__legend").child(all(legend(lang), key)))
        .child(div("div", "year-months__all").child(drawn))
        .draw()
}

fn month(month: MonthView, heads: [&'static str; 7]) -> El {
    let head = |name: &'static str| el("th").attr("scope", "col").child(name);
    let week = |week: [Option<DayCell>; 7]| el("tr").child(all(week, day));
    div("table", "day-strip__days year-months__month")
        .child(div("caption", "year-months__name").child(month.name))
        .child(el("thead").child(el("tr").child(all(heads, head))))
        .child(el("tbody").child(all(month.weeks, week)))
}

fn day(cell: Option<DayCell>) -> El {
    let Some(cell) = cell else {
        return div("td", "day-strip__day").attr("data-day", "outside");
    };
    div("td", "day-strip__day")
        .attr("data-day", cell.kind)
        .child(el("time").attr("datetime", cell.iso).child(cell.day))
        .child(unless_empty("span", "day-strip__mark", cell.mark))
}
