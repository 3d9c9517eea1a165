//! Step two: what each column becomes.

use super::controls::{id_of, list, pick, say, tick};
use super::{Paste, step};
use crate::browser::page;
use crate::controls::{Child, El, all, button, div, each, el, entry, unless_empty, when};
use jieyou_view::screens::paste::ColumnView;
use jieyou_view::text::paste as t;
use leptos::prelude::*;

/// The header, the columns, and the button that goes on to the rows.
pub(super) fn section(paste: Paste) -> El {
    let session = paste.session;
    let header =
        pick(paste, Box::new(move || Some(paste.screen.with(|s| s.columns.header.clone()))));
    let lead = move || paste.screen.with(|s| s.columns.lead.clone());
    let problem = move || paste.screen.with(|s| s.columns.problem.clone());
    let notice =
        move || div("p", "notice").attr("data-tone", "act").attr("role", "status").child(problem);
    let settle = move |_| {
        let wrong = paste.screen.with_untracked(|s| s.columns.problem.clone());
        if !wrong.is_empty() {
            return paste.session.say_bad(wrong);
        }
        paste.session.said.set(None);
        paste.set("settled", "yes");
        page::focus("paste-3");
    };
    let is_open = move || paste.screen.with(|s| s.sheet.is_none());
    let go =
        move || el("p").child(button("button button--primary", say(session, t::SETTLE), settle));
    step(session, "paste-2", t::STEP_2)
        .child(el("p").child(lead))
        .child(header)
        .child(el("p").child(say(session, t::STEP_2_HINT)))
        .child(table(paste))
        .child(when(move || !problem().is_empty(), notice))
        .child(when(is_open, go))
}

fn table(paste: Paste) -> El {
    let heads = all(t::COLUMN_HEADS, |head| {
        el("th").attr("scope", "col").attr("role", "columnheader").child(say(paste.session, head))
    });
    let rows = each(move || {
        let columns = paste.screen.with(|s| s.columns.columns.clone());
        let entries = columns.into_iter().enumerate().map(|(at, first)| {
            let key = format!("{}\n{}", first.ask.key, first.samples.join("\n"));
            entry(key, move || column(paste, at, first))
        });
        entries.collect()
    });
    div("table", "ledger-table paste__columns")
        .attr("role", "table")
        .attr("aria-labelledby", "paste-2")
        .child(
            div("thead", "ledger-table__head")
                .attr("role", "rowgroup")
                .child(el("tr").attr("role", "row").child(heads)),
        )
        .child(el("tbody").attr("role", "rowgroup").child(rows))
}

fn column(paste: Paste, at: usize, first: ColumnView) -> El {
    let now = move || paste.screen.with(|s| s.columns.columns.get(at).cloned());
    let ask = move || now().map(|c| c.ask).unwrap_or_default();
    let id = id_of(&first.ask.key);
    let why_id = format!("{id}-w");
    let label = div("label", "ledger-table__cell--title").attr("for", id.clone());
    let why = move || now().map_or("", |c| c.why);
    let said = {
        let why_id = why_id.clone();
        move || unless_empty("p", "field__hint", why()).map(|p| p.attr("id", why_id.clone()))
    };
    let fill_key = format!("fill-{}", first.ask.key);
    let fill = move || now().and_then(|c| c.fill);
    let described = (!first.why.is_empty()).then_some(why_id);
    let choice = list(paste, first.ask, id, described, ask);
    let may_fill = when(move || fill().is_some(), move || tick(paste, fill_key.clone(), fill));
    let cell = |label: jieyou_view::text::Both, inner: AnyView| {
        div("td", "ledger-table__cell")
            .attr("role", "cell")
            .live("data-label", move || label.to(paste.session.lang.get()))
            .child(inner)
    };
    let samples = all(first.samples, |s| div("div", "paste__sample").child(s));
    div("tr", "ledger-table__row")
        .attr("role", "row")
        .child(cell(t::COLUMN_HEADS[0], label.child(move || ask().label).draw()))
        .child(cell(t::COLUMN_HEADS[1], div("div", "paste__samples").child(samples).draw()))
        .child(cell(
            t::COLUMN_HEADS[2],
            div("div", "paste__becomes").child(choice).child(said).child(may_fill).draw(),
        ))
}
