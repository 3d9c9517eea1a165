//! The count in one sentence, in plain language.

use super::runs::span;
use super::{is_by_working_days, is_same_day, start_word, term_of};
use crate::text::deadline::{Frame, not_published};
use crate::text::{Both, Lang, both};
use jieyou_domain::Date;
use jieyou_domain::facts::DeadlineKind;
use jieyou_domain::ledger::Matter;
use jieyou_domain::rules::{Due, Obligation, Rule, RuleTerm};
use jieyou_domain::time::{StepKind, Unit};

/// 「2月12日收到，当日不计；…；2月24日到期。」
pub(super) fn sum(
    o: &Obligation,
    rule: Option<&Rule>,
    matter: &Matter,
    frame: Frame<'_>,
) -> String {
    let lang = frame.lang;
    let day = |d: Date| span(d, d, frame);
    let stop = lang.pick("。", ".");
    let due = match &o.due {
        Due::NotStarted => {
            let pending = rule.and_then(|r| r.pending.as_ref());
            return pending.map_or_else(
                || both!("尚未起算。", "Not started.").to(lang).to_owned(),
                |p| crate::text::words(p, lang).to_owned(),
            );
        }
        Due::Unanswerable { year, unrolled } => {
            return format!("{}{stop}", not_published(*year, *unrolled, frame));
        }
        Due::On(due) => *due,
    };
    if o.steps.is_empty() {
        return given(o.kind, &day(due), lang);
    }
    let Some(start) = o.start else { return String::new() };
    let verb = start_word(o, rule, matter, lang);
    if is_same_day(o) {
        return both!("{}{}，当天就办。", "{}: {}, to be done the same day.")
            .with(lang, &[&day(start), verb]);
    }
    let mut parts =
        vec![both!("{}{}，当日不计", "{}: {}, not counted").with(lang, &[&day(start), verb])];
    let counted = term_of(o, rule, frame);
    parts.extend(counted.and_then(|counted| term(counted, lang)));
    parts.extend(middle(o, counted, frame));
    parts.push(both!("{}到期", "due {}").with(lang, &[&day(due)]));
    let is_rolled = o.steps.iter().any(|s| s.kind == StepKind::Rolled);
    if !is_rolled && !is_by_working_days(counted) && rests(due, frame) {
        let text = if o.hint.is_some() {
            both!("那天休息，稳妥起见按这天", "a rest day; the safe day all the same")
        } else {
            both!("那天休息，不顺延", "a rest day, not rolled")
        };
        parts.push(text.to(lang).to_owned());
    }
    format!("{}{stop}", parts.join(lang.pick("；", "; ")))
}

fn given(kind: DeadlineKind, day: &str, lang: Lang) -> String {
    let text = match kind {
        DeadlineKind::Agreed => {
            both!("按约定的日子：{}，不顺延。", "The agreed day: {}, not rolled.")
        }
        DeadlineKind::Ordered => {
            both!("按上级指定的日子：{}，不顺延。", "The day the superior set: {}, not rolled.")
        }
        DeadlineKind::Statutory | DeadlineKind::Promised | DeadlineKind::Routine => {
            both!("按定下的日子：{}，不顺延。", "The day set: {}, not rolled.")
        }
    };
    text.with(lang, &[day])
}

fn term(term: RuleTerm, lang: Lang) -> Option<String> {
    let RuleTerm::Count { n, unit } = term else { return None };
    let one = n == 1;
    let text = match unit {
        Unit::CalendarDays if one => {
            both!("从次日起数{}日，休息日照算", "{} calendar day from the next day")
        }
        Unit::CalendarDays => {
            both!("从次日起数{}日，休息日照算", "{} calendar days from the next day")
        }
        Unit::WorkingDays if one => {
            both!("从次日起数{}个工作日", "{} working day from the next day")
        }
        Unit::WorkingDays => both!("从次日起数{}个工作日", "{} working days from the next day"),
        Unit::Months if one => both!("从次日起数{}个月", "{} month from the next day"),
        Unit::Months => both!("从次日起数{}个月", "{} months from the next day"),
        Unit::Years if one => both!("从次日起数{}年", "{} year from the next day"),
        Unit::Years => both!("从次日起数{}年", "{} years from the next day"),
    };
    Some(text.with(lang, &[&n.to_string()]))
}

/// What a reader would stumble over: make-up days, days off, suspension, extension.
fn middle(o: &Obligation, counted: Option<RuleTerm>, frame: Frame<'_>) -> Vec<String> {
    let lang = frame.lang;
    let mut parts = Vec::new();
    let mut steps = o.steps.iter().peekable();
    let mut weekend = false;
    while let Some(step) = steps.next() {
        let (from, mut to) = (step.from, step.to);
        let say = |text: Both, to: Date| text.with(lang, &[&span(from, to, frame)]);
        match step.kind {
            StepKind::MakeUp => {
                parts.push(say(both!("{}调休上班，计入", "{} made up for a day off, counted"), to));
            }
            StepKind::Off => {
                // A weekend that follows at once belongs to the break for a reader.
                while let Some(next) = steps.next_if(|n| {
                    matches!(n.kind, StepKind::Off | StepKind::Weekend)
                        && to.succ_opt() == Some(n.from)
                }) {
                    to = next.to;
                }
                parts.push(say(both!("{}放假，不计", "{} off, not counted"), to));
            }
            StepKind::Weekend => weekend = true,
            StepKind::Suspended => {
                parts.push(say(both!("{}暂停，不计", "{} suspended, not counted"), to));
            }
            StepKind::Extended => {
                let n = step.n.unwrap_or_default();
                parts.push(
                    both!("经批准延长{}日", "extended by {} days with approval")
                        .with(lang, &[&n.to_string()]),
                );
            }
            StepKind::Interrupted => {
                let again = to.succ_opt().unwrap_or(to);
                let day = span(again, again, frame);
                parts.push(
                    both!("期限中断，从{}重新计算", "interrupted, counted anew from {}")
                        .with(lang, &[&day]),
                );
            }
            StepKind::Stayed => {
                parts.push(say(both!("{}有障碍，期限中止", "{} an obstacle, standing still"), to));
            }
            StepKind::MonthEnd => parts.push(
                both!("当月没有对应的日子，按月末", "no such day: the month's last")
                    .to(lang)
                    .to_owned(),
            ),
            StepKind::Rolled => parts.push(say(both!("{}休息，顺延", "{} off, rolls on"), to)),
            StepKind::Start | StepKind::Counted | StepKind::Corresponding | StepKind::Due => {}
        }
    }
    if weekend && is_by_working_days(counted) {
        parts.push(both!("周末不计", "weekends not counted").to(lang).to_owned());
    }
    parts
}

/// Whether the last day is known to be a rest day.
fn rests(due: Date, frame: Frame<'_>) -> bool {
    frame.book.calendar().kind(due).is_ok_and(|kind| !kind.is_working())
}
