//! The trainer's clock: every deadline follows it. Training ledgers only.

use crate::boot::{self, Training};
use crate::browser::task;
use crate::session::Session;
use chrono::{Datelike as _, Days};
use jieyou_domain::Date;
use jieyou_domain::rules::Standing;
use jieyou_view::text::{format, frame};
use leptos::prelude::*;

/// The bar under the header of a training ledger.
#[component]
pub(crate) fn TrainerBar() -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let day = move || format::date_full(session.today.get(), session.lang.get());
    let weekday = move || format::weekday(session.today.get(), session.lang.get());
    let unit = Training::of_this_tab();
    let unit_button = move |to: Training, name: fn(&frame::FrameText) -> &'static str| {
        let pressed = (unit == Some(to)).to_string();
        view! {
            <button
                class="button button--small"
                aria-pressed=pressed
                on:click=move |_| boot::switch(Some(to))
            >
                {move || name(t())}
            </button>
        }
    };
    view! {
        <section class="trainer-bar screen-only" aria-label=move || t().trainer_label>
            <div class="trainer-bar__inner">
                <p class="trainer-bar__clock">
                    {move || t().trainer_day}
                    " "
                    <time datetime=move || session.today.get().to_string()>{day}</time>
                    " "
                    {weekday}
                </p>
                <div class="trainer-bar__moves" role="group" aria-label=move || t().trainer_moves>
                    <Move to=next_day text=|t| t.trainer_next_day none=|t| t.trainer_no_due/>
                    <Move to=next_monday text=|t| t.trainer_monday none=|t| t.trainer_no_due/>
                    <Move to=before_due text=|t| t.trainer_due none=|t| t.trainer_no_due/>
                    <Move
                        to=past_festival
                        text=|t| t.trainer_festival
                        none=|t| t.trainer_no_festival
                    />
                </div>
                <div class="trainer-bar__moves" role="group" aria-label=move || t().trainer_units>
                    {unit_button(Training::Village, |t| t.trainer_village)}
                    {unit_button(Training::Township, |t| t.trainer_township)}
                </div>
                <button
                    class="button button--small"
                    on:click=move |_| task::start(boot::reset_training(session))
                >
                    {move || t().trainer_reset}
                </button>
                <button
                    class="button button--small trainer-bar__leave"
                    on:click=move |_| boot::switch(None)
                >
                    {move || t().trainer_leave}
                </button>
            </div>
        </section>
    }
}

type Word = fn(&frame::FrameText) -> &'static str;

#[component]
fn Move(to: fn(Session) -> Option<Date>, text: Word, none: Word) -> impl IntoView {
    let session = Session::get();
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
    view! {
        <button class="button button--small" on:click=go>
            {move || text(frame::texts(session.lang.get()))}
        </button>
    }
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
