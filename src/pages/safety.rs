//! 数据安全: every fact of the lamp with what to do, the copies, the drill, and closing.

mod believed;
mod clear;
mod copies;
mod drill;

pub(crate) use believed::save_believed;
pub(crate) use clear::cleared_page;
pub(crate) use copies::save_copy;

use crate::boot;
use crate::browser::page;
use crate::controls::{Child, El, all, button, div, el};
use crate::parts::{part, say};
use crate::routes::Route;
use crate::session::{Session, Way};
use crate::state::{Followed, derived};
use copies::{press, way};
use jieyou_domain::Date;
use jieyou_view::screens::copies::rows;
use jieyou_view::screens::lamp::{Lamp, Reason, Step, lamp as judge};
use jieyou_view::text::{damaged, safety, say::Notice, sealed_copy};
use leptos::prelude::*;

/// How safe the ledger is, and what to do.
pub(crate) fn safety_page(session: Session) -> AnyView {
    session.look_at_storage();
    let lamp = derived(move |_| judge(&session.facts(), session.lang.get()));
    let title = div("h1", "page-head__title").child(say(session, safety::TITLE));
    let is_read_only = session.is_read_only();
    let is_kept = session.is_kept();
    let may_clear = !session.is_training() && is_kept && !is_read_only;
    let copies = match is_read_only {
        true => part(session, "safety-copies", damaged::BELIEVED).child(save_believed(session)),
        false => copies::section(session, lamp),
    };
    vec![
        div("header", "page-head").child(title).draw(),
        now(session, lamp).draw(),
        copies.draw(),
        past(session).draw(),
        drill::section(session).draw(),
        may_clear.then(|| clear::section(session)).draw(),
        raw(session).draw(),
    ]
    .draw()
}

/// To the page that lists every ledger in this browser, and hands out what lies there.
fn raw(session: Session) -> El {
    let go = button("button", say(session, damaged::RAW_TITLE), |_| page::go(boot::RAW));
    part(session, "safety-raw", damaged::RAW_TITLE)
        .child(el("p").child(say(session, damaged::RAW_ALL)))
        .child(el("p").child(go))
}

/// Every fact, the gravest first.
fn now(session: Session, lamp: Followed<Lamp>) -> El {
    let facts = move || {
        let facts = lamp.with(|l| l.reasons.clone());
        div("ul", "safety").child(all(facts, |f| fact(session, f)))
    };
    part(session, "safety-now", safety::NOW).child(facts)
}

fn fact(session: Session, fact: Reason) -> El {
    let lang = session.lang.get_untracked();
    let next = (!fact.next.is_empty()).then(|| div("p", "quiet").child(fact.next));
    let step = fact.step.map(|step| {
        let act = move |_| take(session, step);
        div("p", "safety__step").child(button("button button--small", word(session, step), act))
    });
    let said = div("div", "safety__said").child(el("p").child(fact.text)).child(next).child(step);
    div("li", "safety__fact")
        .attr("data-level", fact.level.code())
        .attr("data-fact", fact.id)
        .child(div("b", "safety__level").child(fact.level.word(lang)))
        .space()
        .child(said)
}

fn word(session: Session, step: Step) -> AnyView {
    let text = match step {
        Step::Keep => safety::KEEP,
        Step::Copy => safety::SAVE,
        Step::Check => safety::CHECK,
        Step::Choose => safety::CHOOSE,
        Step::ClockRight => safety::CLOCK_RIGHT,
        Step::Drill => safety::DRILL,
        Step::Raw => damaged::RAW_TITLE,
    };
    say(session, text)
}

fn take(session: Session, step: Step) {
    match step {
        Step::Keep => session.ask_to_keep(true),
        Step::Copy => press(session, way(session)),
        Step::Choose => press(session, Way::Choose),
        Step::Check => page::focus("copy-check"),
        Step::ClockRight => session.call_clock_right(),
        Step::Drill => page::focus("drill-file"),
        Step::Raw => page::go(boot::RAW),
    }
}

/// The copies that were made, the latest first.
fn past(session: Session) -> El {
    let list = move || {
        let lang = session.lang.get();
        let today = session.real_today();
        let rows = session.copies.list.with(|list| rows(list, today, lang));
        if rows.is_empty() {
            return div("p", "quiet").child(safety::PAST_NONE.to(lang));
        }
        let items = all(rows, |row| {
            let day = el("time").attr("datetime", row.day.iso).child(row.day.text);
            div("li", "safety__copy")
                .attr("data-copy", row.code)
                .child(day)
                .space()
                .child(div("span", "safety__file").child(row.what))
                .space()
                .child(div("span", "safety__state").child(row.state))
                .child(row.card.map(|day| card(session, day)))
        });
        div("ul", "safety").child(items)
    };
    part(session, "safety-past", safety::PAST).child(list)
}

/// To the recovery card of a sealed copy.
fn card(session: Session, day: Date) -> El {
    div("a", "button button--small")
        .attr("href", Route::RecoveryCard(day).href())
        .child(say(session, sealed_copy::CARD))
}

/// What went wrong, with whether data is safe and what to do.
fn wrong(notice: Notice) -> AnyView {
    let said = div("div", "notice__text")
        .child(el("p").child(el("b").child(notice.title)))
        .child(el("p").child(notice.detail))
        .child(el("p").child(notice.next));
    div("div", "notice").attr("data-tone", "act").attr("role", "alert").child(said).draw()
}
