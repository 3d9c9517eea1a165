//! The weeks of a strip.

use crate::text::deadline::Frame;
use crate::text::{Lang, both, format};
use chrono::{Datelike as _, Days};
use jieyou_domain::Date;
use jieyou_domain::facts::Owes;
use jieyou_domain::rules::{Obligation, Standing};
use jieyou_domain::time::{Step, StepKind};

/// Longer counts are abridged.
const LONG_DAYS: i64 = 100;

/// A row of the strip.
#[derive(Clone, Debug, PartialEq)]
pub enum StripRow {
    /// A week, Monday first.
    Week {
        /// `4月`.
        month: String,
        /// Whether it is seen; else only read out.
        is_seen: bool,
        /// Seven days.
        days: Vec<StripDay>,
    },
    /// Weeks left out, with a sentence.
    Gap(String),
}

/// One day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StripDay {
    /// `data-day`.
    pub day: &'static str,
    /// For `datetime`; empty outside the count.
    pub iso: String,
    /// The day of the month; empty outside the count.
    pub number: String,
    /// What stands under it: 起, 休, 停, 延3, the running number.
    pub mark: String,
    /// 到期 on the last day; else empty.
    pub due_mark: &'static str,
    /// Whether it is today.
    pub is_today: bool,
}

/// Builds the weeks.
pub(super) fn grid(o: &Obligation, by_months: bool, frame: Frame<'_>) -> Option<Vec<StripRow>> {
    let (start, due) = (o.start?, o.due.day()?);
    let late_until = (o.standing == Standing::Overdue).then_some(frame.today);
    let end = due.max(o.hint.unwrap_or(due)).max(late_until.unwrap_or(due));
    let first = monday(start);
    let is_long = by_months || (end - start).num_days() > LONG_DAYS;
    let keys = key_days(o, frame.today, end);
    let mut rows: Vec<StripRow> = Vec::new();
    let (mut week, mut left_out, mut last_month) = (first, 0_u32, 0);
    while week <= end {
        let next = week.checked_add_days(Days::new(7))?;
        let is_key = keys.iter().any(|k| week <= *k && *k < next);
        if is_long && !is_key {
            left_out += 7;
        } else {
            if left_out > 0 {
                let before = week.pred_opt().and_then(|d| marked(o, d)).map(|(kind, _)| kind);
                let text = if before == Some(StepKind::Interrupted) {
                    interrupted(left_out, frame.lang)
                } else {
                    gap(left_out, by_months, frame.lang)
                };
                rows.push(StripRow::Gap(text));
                left_out = 0;
            }
            let days: Vec<Date> = week.iter_days().take(7).collect();
            let first_of_month = days.iter().find(|d| d.day() == 1);
            let in_month = first_of_month.or(days.first()).map_or(0, Date::month);
            rows.push(StripRow::Week {
                month: format::month(in_month, frame.lang).to_owned(),
                is_seen: in_month != last_month,
                days: days
                    .iter()
                    .map(|d| day(*d, (start, due, end), o, by_months, frame))
                    .collect(),
            });
            last_month = in_month;
        }
        week = next;
    }
    Some(rows)
}

fn monday(day: Date) -> Date {
    let back = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}

/// Days whose weeks are always shown.
fn key_days(o: &Obligation, today: Date, end: Date) -> Vec<Date> {
    let mut keys: Vec<Date> = Vec::new();
    for step in &o.steps {
        match step.kind {
            StepKind::Counted => {}
            StepKind::Weekend => {}
            _ => keys.extend([step.from, step.to]),
        }
    }
    keys.extend(o.start.into_iter().chain(o.due.day()).chain(o.hint));
    keys.push(end);
    keys.extend(Some(today).filter(|t| *t <= end));
    keys
}

/// What a counted, skipped or suspended day is: kind and running number.
fn marked(o: &Obligation, day: Date) -> Option<(StepKind, Option<u32>)> {
    let step = o.steps.iter().rev().find(|step| {
        !matches!(step.kind, StepKind::Due | StepKind::Corresponding | StepKind::MonthEnd)
            && step.from <= day
            && day <= step.to
    })?;
    Some((step.kind, number(step, day)))
}

/// The running number of a day in a run whose last day has the number `n`.
fn number(step: &Step, day: Date) -> Option<u32> {
    let back = u32::try_from((step.to - day).num_days()).ok()?;
    step.n?.checked_sub(back)
}

fn day(
    day: Date,
    (start, due, end): (Date, Date, Date),
    o: &Obligation,
    by_months: bool,
    frame: Frame<'_>,
) -> StripDay {
    let lang = frame.lang;
    if day < start || day > end {
        return StripDay { day: "outside", ..StripDay::default() };
    }
    let found = marked(o, day);
    let n = found.and_then(|(_, n)| n).map(|n| n.to_string()).unwrap_or_default();
    let (code, mark): (&'static str, String) = if day == due {
        ("due", if matches!(found, Some((StepKind::Extended, _))) { extended(&n, lang) } else { n })
    } else if Some(day) == o.hint {
        ("latest", both!("可能", "or").to(lang).to_owned())
    } else if day > due && o.owes == Owes::Citizen {
        ("roll", both!("休", "off").to(lang).to_owned())
    } else if day > due {
        let late = (day - due).num_days();
        ("late", both!("超{}", "+{}").with(lang, &[&late.to_string()]))
    } else {
        match found {
            Some((StepKind::Start, _)) => ("start", both!("起", "start").to(lang).to_owned()),
            Some((StepKind::Counted, _)) => ("counted", n),
            Some((StepKind::Extended, _)) => ("counted", extended(&n, lang)),
            Some((StepKind::MakeUp, _)) => {
                ("makeup", both!("班{}", "work {}").with(lang, &[&n.to_string()]))
            }
            Some((StepKind::Weekend | StepKind::Off, _)) => {
                ("rest", both!("休", "off").to(lang).to_owned())
            }
            Some((StepKind::Suspended | StepKind::Stayed, _)) => {
                ("suspended", both!("停", "stop").to(lang).to_owned())
            }
            Some((StepKind::Interrupted, _)) => ("outside", String::new()),
            Some((StepKind::Rolled, _)) => ("roll", both!("顺延", "roll").to(lang).to_owned()),
            // Months and years: the days between are not numbered.
            Some((StepKind::Due | StepKind::Corresponding | StepKind::MonthEnd, _)) | None => {
                (if by_months { "counted" } else { "outside" }, String::new())
            }
        }
    };
    StripDay {
        day: code,
        iso: format::iso(day),
        number: day.day().to_string(),
        mark,
        due_mark: if day == due { both!("到期", "due").to(lang) } else { "" },
        is_today: day == frame.today,
    }
}

fn extended(n: &str, lang: Lang) -> String {
    both!("延{}", "ext {}").with(lang, &[n])
}

fn interrupted(days: u32, lang: Lang) -> String {
    both!(
        "中间{}天不再算数，期限中断，重新起算",
        "{} days between count no more: the term starts anew"
    )
    .with(lang, &[&days.to_string()])
}

fn gap(days: u32, by_months: bool, lang: Lang) -> String {
    let text = if by_months {
        both!(
            "中间{}天在期限内，不逐日列出",
            "{} days between lie within the term and are not listed"
        )
    } else {
        both!(
            "中间{}天照样逐日计算，不逐日列出",
            "{} days between are counted the same way and not listed"
        )
    };
    text.with(lang, &[&days.to_string()])
}

/// The legend: only what occurs.
pub(super) fn legend(
    rows: &[StripRow],
    o: &Obligation,
    by_months: bool,
    lang: Lang,
) -> Vec<(&'static str, &'static str)> {
    let days: Vec<&StripDay> = rows
        .iter()
        .flat_map(|r| match r {
            StripRow::Week { days, .. } => days.as_slice(),
            StripRow::Gap(_) => &[],
        })
        .collect();
    let has = |code: &str| days.iter().any(|d| d.day == code);
    let is_extended = o.steps.iter().any(|s| s.kind == StepKind::Extended);
    let counted = if by_months {
        both!("在期限内", "within the term").to(lang)
    } else if is_extended {
        both!(
            "计入，数字是第几日；“延”是批准延长的第几日",
            "counted, with its number; ext: of the approved extension"
        )
        .to(lang)
    } else {
        both!("计入，数字是第几日", "counted, with its number").to(lang)
    };
    let roll = if o.owes == Owes::Citizen {
        both!("休息日，可能顺延", "rest day, may roll on").to(lang)
    } else {
        both!("休息日，顺延", "rest day, rolls on").to(lang)
    };
    let all = [
        ("start", both!("起算的当日，不计", "the starting day, not counted").to(lang)),
        ("counted", counted),
        ("rest", both!("周末或放假，不计", "weekend or day off, not counted").to(lang)),
        ("makeup", both!("调休上班，计入", "make-up working day, counted").to(lang)),
        ("suspended", both!("暂停，不计", "suspended, not counted").to(lang)),
        ("roll", roll),
        ("due", both!("到期日", "the last day").to(lang)),
        ("latest", both!("如可顺延，最迟到这天", "the latest day, should it roll").to(lang)),
        ("late", both!("到期以后的日子", "days past the last day").to(lang)),
    ];
    let mut legend: Vec<_> = all.into_iter().filter(|(code, _)| has(code)).collect();
    if days.iter().any(|d| d.is_today) {
        legend.push(("today", both!("今天", "today").to(lang)));
    }
    legend
}
