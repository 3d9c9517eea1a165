//! A decision with its argument: folded on the page of a matter, whole on paper. Every
//! decision is drawn here and nowhere else.

use super::{small_seal, tag_of};
use crate::controls::{Child, El, all, button, div, el, unless_empty};
use jieyou_view::screens::today::ActView;
use jieyou_view::screens::verdict::{
    BecauseView, ChangeView, NeedView, SourceView, VerdictSheet, VerdictView, VerdictsView,
};
use jieyou_view::text::frame::FrameText;
use leptos::prelude::*;

/// What a button does; nothing on paper, which has none.
type Open = Option<Callback<ActView>>;

/// The decisions of a matter, one line each, which opens.
pub(crate) fn verdicts(views: VerdictsView, t: &'static FrameText, open: Callback<ActView>) -> El {
    let fold = |v: VerdictView| folded(v, t, open);
    let quiet = (!views.quiet.is_empty()).then(|| {
        let line = el("summary").child(t.v_quiet).child(views.quiet_line);
        div("details", "verdicts__quiet").child(line).child(all(views.quiet, fold))
    });
    div("div", "verdicts").child(all(views.shown, fold)).child(quiet)
}

fn folded(v: VerdictView, t: &'static FrameText, open: Callback<ActView>) -> El {
    let summary = div("summary", "verdict__summary")
        .attr("id", v.id.clone())
        .child(head(&v))
        .child(unless_empty("span", "verdict__lead", v.lead.clone()));
    let acts = all(v.acts.clone(), |act| offer(act, open));
    let acts =
        (!acts.is_empty()).then(|| div("p", "verdict__acts cluster screen-only").child(acts));
    let body = div("div", "verdict__body").child(argument(v, t, Some(open))).child(acts);
    div("details", "verdict").child(summary).child(body)
}

/// The decisions of a matter on paper.
pub(crate) fn verdict_sheet(s: VerdictSheet, t: &'static FrameText, realm: &'static str) -> El {
    let row = |r: jieyou_view::screens::matter::FactRow| {
        div("div", "slip__row")
            .child(div("dt", "slip__name").child(r.label))
            .child(div("dd", "slip__value").child(r.value))
    };
    let verdict = |v: VerdictView| {
        div("section", "verdict-sheet__part")
            .child(div("h2", "verdict-sheet__title").child(head(&v)))
            .child(argument(v, t, None))
    };
    let head = div("header", "slip__head")
        .child(unless_empty("p", "slip__unit", s.unit))
        .child(div("h1", "slip__title").child(s.title))
        .child(unless_empty("p", "slip__realm", realm));
    div("article", "slip verdict-sheet")
        .child(head)
        .child(div("dl", "slip__rows").child(all(s.head, row)))
        .child(div("p", "slip__lead").child(s.lead))
        .child(all(s.verdicts, verdict))
        .child(all(s.rest, |line| div("p", "verdict-sheet__rest").child(line)))
}

/// What is decided, for which claim, the answer, and who gave it.
fn head(v: &VerdictView) -> Vec<AnyView> {
    let answer = div("span", "verdict__answer");
    let answer = match &v.seal {
        Some(seal) => answer.child(small_seal(seal)),
        None => answer.child(v.answer.clone()),
    };
    let of = unless_empty("span", "verdict__of", v.of.clone());
    vec![
        div("span", "verdict__title").child(v.title.clone()).child(of).draw(),
        answer.space().child(tag_of(&v.state)).draw(),
    ]
}

fn offer(act: ActView, open: Callback<ActView>) -> El {
    button("button button--small", act.word, move |_| open.run(act.clone())).writes()
}

/// The whole argument.
fn argument(v: VerdictView, t: &'static FrameText, open: Open) -> Vec<AnyView> {
    let part = |title: &'static str, is_there: bool, inner: Vec<AnyView>| {
        is_there.then(|| {
            let title = div("h3", "verdict__subtitle").child(title);
            div("div", "verdict__part").child(title).child(inner)
        })
    };
    let changes = !v.change.is_empty() || !v.in_time.is_empty();
    let change = vec![
        all(v.change, |c| change(c, t, open)).draw(),
        all(v.in_time, |line| div("p", "verdict__change").child(line)).draw(),
    ];
    let then = v.then.clone();
    let (why, would) = match v.is_person {
        true => (t.v_because_rules, t.v_change_rules),
        false => (t.v_because, t.v_change),
    };
    let never = (!v.never.is_empty()).then(|| match open {
        Some(_) => {
            el("details").child(el("summary").child(t.m_never)).child(el("p").child(v.never))
        }
        None => div("div", "verdict__part")
            .child(div("h3", "verdict__subtitle").child(t.m_never))
            .child(el("p").child(v.never)),
    });
    vec![
        all(v.notes, |n| div("p", "verdict__note").child(n)).draw(),
        unless_empty("p", "verdict__person", v.person).draw(),
        part(t.v_then, !then.is_empty(), vec![el("p").child(then).draw()]).draw(),
        part(t.v_needs, !v.needs.is_empty(), vec![needs(v.needs).draw()]).draw(),
        part(why, !v.because.is_empty(), vec![because(v.because).draw()]).draw(),
        part(t.m_missing, !v.missing.is_empty(), vec![missing(v.missing).draw()]).draw(),
        part(would, changes, change).draw(),
        never.draw(),
    ]
}

fn needs(needs: Vec<NeedView>) -> El {
    let row = |n: NeedView| el("li").child(n.text).space().child(tag_of(&n.state));
    div("ul", "verdict__needs").child(all(needs, row))
}

fn because(rows: Vec<BecauseView>) -> El {
    let row = |r: BecauseView| {
        let id = unless_empty("span", "reason__id", r.id);
        div("li", "reason")
            .attr("data-met", (!r.mark.is_empty()).then_some(r.met))
            .child(unless_empty("span", "reason__mark", r.mark))
            .child(div("span", "reason__text").child(id).space().child(r.why))
            .child(r.source.map(source))
            .child(unless_empty("span", "reason__facts", r.facts))
    };
    div("ul", "reasons__list").child(all(rows, row))
}

fn source(s: SourceView) -> El {
    div("div", "reason__source")
        .child(div("span", "reason__cite").attr("lang", "zh-CN").child(s.cite))
        .space()
        .child(div("span", "day-strip__level").attr("data-level", s.level).child(s.verified))
        .child(div("blockquote", "reason__quote").attr("lang", "zh-CN").child(s.quote))
}

fn missing(lines: Vec<String>) -> El {
    div("ul", "verdict__missing").child(all(lines, |l| el("li").child(l)))
}

/// A fact that is not known, what it would change, and where it is noted.
fn change(c: ChangeView, t: &'static FrameText, open: Open) -> El {
    let ask = open.zip(c.ask).map(|(open, act)| offer(act, open));
    let ask = ask.map(|ask| div("span", "screen-only").child(ask));
    div("div", "verdict__change")
        .child(el("p").child(t.v_unknown).child(c.fact))
        .child(el("ul").child(all(c.lines, |line| el("li").child(line))))
        .child(ask)
}
