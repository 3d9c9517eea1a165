//! The day strip: why a deadline is that day, day by day.

use jieyou_view::screens::day_strip::{DayStrip, StripDay, StripRow};
use leptos::prelude::*;

/// The strip. `law` is drawn under it: article, quotation, verification.
#[component]
pub(crate) fn DayStripView(strip: DayStrip, law: AnyView) -> impl IntoView {
    let heads = strip.heads.map(|h| {
        view! { <th class="day-strip__weekday" scope="col">{h}</th> }
    });
    let rows = strip.rows.into_iter().map(row).collect_view();
    let legend = strip.legend.into_iter().map(|(day, words)| {
        view! { <li class="day-strip__key" data-day=day>{words}</li> }
    });
    let notes = strip.notes.into_iter().map(|n| view! { <p class="day-strip__notice">{n}</p> });
    let notices = strip.notices.into_iter().map(|n| view! { <p class="day-strip__notice">{n}</p> });
    view! {
        <figure class="day-strip" data-state=strip.state data-kind=strip.kind>
            <figcaption class="day-strip__sum">{strip.sum}</figcaption>
            <table class="day-strip__days">
                <thead>
                    <tr>
                        <th class="day-strip__month" scope="col">{strip.month_head}</th>
                        {heads.into_iter().collect_view()}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <ul class="day-strip__legend">{legend.collect_view()}</ul>
            {law}
            {notices.collect_view()}
            {notes.collect_view()}
        </figure>
    }
}

fn row(row: StripRow) -> AnyView {
    match row {
        StripRow::Week { month, is_seen, days } => {
            let month = if is_seen {
                view! { <span>{month}</span> }.into_any()
            } else {
                view! { <span class="visually-hidden">{month}</span> }.into_any()
            };
            view! {
                <tr>
                    <th class="day-strip__month" scope="row">{month}</th>
                    {days.into_iter().map(day).collect_view()}
                </tr>
            }
            .into_any()
        }
        StripRow::Gap(text) => view! {
            <tr class="day-strip__gap">
                <th class="day-strip__month" scope="row"></th>
                <td colspan="7">{text}</td>
            </tr>
        }
        .into_any(),
    }
}

fn day(d: StripDay) -> AnyView {
    if d.number.is_empty() {
        return view! { <td class="day-strip__day" data-day=d.day></td> }.into_any();
    }
    let mark = |class: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <span class=class>{text}</span> })
    };
    view! {
        <td class="day-strip__day" data-day=d.day aria-current=d.is_today.then_some("date")>
            <time datetime=d.iso>{d.number}</time>
            {mark("day-strip__mark", d.mark)}
            {mark("day-strip__mark day-strip__mark--due", d.due_mark.to_owned())}
        </td>
    }
    .into_any()
}
