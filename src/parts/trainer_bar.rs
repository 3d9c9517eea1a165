//! The trainer's clock: every deadline follows it. Training ledgers only.

use crate::boot::{self, Training};
use crate::browser::task;
use crate::controls::{El, button, div, el};
use crate::session::Session;
use chrono::{Datelike as _, Days};
use jieyou_domain::Date;
use jieyou_domain::rules::Standing;
use jieyou_view::text::{format, frame};

type Word = fn(&frame::FrameText) -> &'static str;

/// The bar under the header of a training ledger.
pub(crate) fn trainer_bar(session: Session) -> El {
    let t = move || frame::texts(session.lang.get());
    let day = move || format::date_full(session.today.get(), session.lang.get());
    let weekday = move || format::weekday(session.today.get(), session.lang.get());
    let unit = Training::of_this_tab();
    let unit_button = move |to: Training, name: Word| {
        button("button button--small", move || name(t()), move |_| boot::switch(Some(to)))
            .attr("aria-pressed", (unit == Some(to)).to_string())
    };
    let moves = || div("div", "trainer-bar__moves").attr("role", "group");
    let date = el("time").live("datetime", move || session.today.get().to_string()).child(day);
    let clock = div("p", "trainer-bar__clock")
        .child(move || t().trainer_day)
        .space()
        .child(date)
        .space()
        .child(weekday);
    let days = moves()
        .live("aria-label", move || t().trainer_moves)
        .child(mover(session, next_day, |t| t.trainer_next_day, |t| t.trainer_no_due))
        .child(mover(session, next_monday, |t| t.trainer_monday, |t| t.trainer_no_due))
        .child(mover(session, before_due, |t| t.trainer_due, |t| t.trainer_no_due))
        .child(mover(session, past_festival, |t| t.trainer_festival, |t| t.trainer_no_festival));
    let units = moves()
        .live("aria-label", move || t().trainer_units)
        .child(unit_button(Training::Village, |t| t.trainer_village))
        .child(unit_button(Training::Township, |t| t.trainer_township));
    let reset = move |_| task::start(boot::reset_training(session));
    let leave = "button button--small trainer-bar__leave";
    let inner = div("div", "trainer-bar__inner")
        .child(clock)
        .child(days)
        .child(units)
        .child(button("button button--small", move || t().trainer_reset, reset))
        .child(button(leave, move || t().trainer_leave, move |_| boot::switch(None)));
    div("section", "trainer-bar screen-only")
        .live("aria-label", move || t().trainer_label)
        .child(inner)
}

fn mover(session: Session, to: fn(Session) -> Option<Date>, text: Word, none: Word) -> El {
    let go = move |_| {
        let Some(day) = to(session) else {
            session.say(none(frame::texts(session.lang.get_untracked())));
            return;
        };
        task::start(async move {
            if let Err(why) = session.move_clock(day).await {
                session.say_bad(why.code());
            }
        });
    };
    button("button button--small", move || text(frame::texts(session.lang.get())), go)
}

fn next_day(session: Session) -> Option<Date> {
    session.today.get_untracked().succ_opt()
}

fn next_monday(session: Session) -> Option<Date> {
    let today = session.today.get_untracked();
    let ahead = 7 - u64::from(today.weekday().num_days_from_monday());
    today.checked_add_days(Days::new(ahead))
}

/// The day before the next deadline that lies further ahead than tomorrow.
fn before_due(session: Session) -> Option<Date> {
    let today = session.today.get_untracked();
    let open = |standing| matches!(standing, Standing::Running | Standing::Suspended);
    session.assessed.with_untracked(|all| {
        let owed = all.iter().filter_map(|h| h.assessment.as_ref()).flat_map(|a| &a.obligations);
        let days = owed.filter(|o| open(o.standing)).filter_map(|o| o.due.day()?.pred_opt());
        days.filter(|day| *day > today).min()
    })
}

/// The first working day after the next break of at least seven days that begins in
/// January or February: Spring Festival, by the calendar in force.
fn past_festival(session: Session) -> Option<Date> {
    let calendar = session.book.with_untracked(|b| std::sync::Arc::clone(b.calendar()));
    let mut run = 0;
    for day in session.today.get_untracked().iter_days().skip(1).take(800) {
        let kind = calendar.kind(day).ok()?;
        if kind.is_working() {
            if run >= 7 {
                return Some(day);
            }
            run = 0;
        } else if run > 0 || day.month() <= 2 {
            run += 1;
        }
    }
    None
}
