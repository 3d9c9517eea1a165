//! The count in one sentence, in plain language.

use super::runs::span;
use super::{is_by_working_days, is_same_day, start_word};
use crate::text::Lang;
use crate::text::deadline::{Frame, not_published};
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
                || lang.pick("尚未起算。", "Not started.").to_owned(),
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
        return match lang {
            Lang::Zh => format!("{}{verb}，当天就办。", day(start)),
            Lang::En => format!("{}: {verb}, to be done the same day.", day(start)),
        };
    }
    let mut parts = vec![match lang {
        Lang::Zh => format!("{}{verb}，当日不计", day(start)),
        Lang::En => format!("{}: {verb}, not counted", day(start)),
    }];
    parts.extend(term(rule, lang));
    parts.extend(middle(o, rule, frame));
    parts.push(match lang {
        Lang::Zh => format!("{}到期", day(due)),
        Lang::En => format!("due {}", day(due)),
    });
    let is_rolled = o.steps.iter().any(|s| s.kind == StepKind::Rolled);
    if !is_rolled && !is_by_working_days(rule) && rests(due, frame) {
        parts.push(lang.pick("那天休息，不顺延", "a rest day, not rolled").to_owned());
    }
    format!("{}{stop}", parts.join(lang.pick("；", "; ")))
}

fn given(kind: DeadlineKind, day: &str, lang: Lang) -> String {
    let zh = match kind {
        DeadlineKind::Agreed => "按约定的日子",
        DeadlineKind::Ordered => "按上级指定的日子",
        DeadlineKind::Statutory | DeadlineKind::Promised | DeadlineKind::Routine => "按定下的日子",
    };
    let en = match kind {
        DeadlineKind::Agreed => "The agreed day",
        DeadlineKind::Ordered => "The day the superior set",
        DeadlineKind::Statutory | DeadlineKind::Promised | DeadlineKind::Routine => "The day set",
    };
    match lang {
        Lang::Zh => format!("{zh}：{day}，不顺延。"),
        Lang::En => format!("{en}: {day}, not rolled."),
    }
}

fn term(rule: Option<&Rule>, lang: Lang) -> Option<String> {
    let RuleTerm::Count { n, unit } = rule?.term else { return None };
    let (zh, en) = match unit {
        Unit::CalendarDays => ("日，休息日照算", "calendar days"),
        Unit::WorkingDays => ("个工作日", "working days"),
        Unit::Months => ("个月", "months"),
        Unit::Years => ("年", "years"),
    };
    Some(match lang {
        Lang::Zh => format!("从次日起数{n}{zh}"),
        Lang::En => {
            let en = if n == 1 { en.trim_end_matches('s') } else { en };
            format!("{n} {en} from the next day")
        }
    })
}

/// What a reader would stumble over: make-up days, days off, suspension, extension.
fn middle(o: &Obligation, rule: Option<&Rule>, frame: Frame<'_>) -> Vec<String> {
    let lang = frame.lang;
    let mut parts = Vec::new();
    let mut steps = o.steps.iter().peekable();
    let mut weekend = false;
    while let Some(step) = steps.next() {
        let (from, mut to) = (step.from, step.to);
        let say = |zh: &str, en: &str, to: Date| match lang {
            Lang::Zh => format!("{}{zh}", span(from, to, frame)),
            Lang::En => format!("{} {en}", span(from, to, frame)),
        };
        match step.kind {
            StepKind::MakeUp => {
                parts.push(say("调休上班，计入", "made up for a day off, counted", to));
            }
            StepKind::Off => {
                // A weekend that follows at once belongs to the break for a reader.
                while let Some(next) = steps.next_if(|n| {
                    matches!(n.kind, StepKind::Off | StepKind::Weekend)
                        && to.succ_opt() == Some(n.from)
                }) {
                    to = next.to;
                }
                parts.push(say("放假，不计", "off, not counted", to));
            }
            StepKind::Weekend => weekend = true,
            StepKind::Suspended => parts.push(say("暂停，不计", "suspended, not counted", to)),
            StepKind::Extended => {
                let n = step.n.unwrap_or_default();
                parts.push(match lang {
                    Lang::Zh => format!("经批准延长{n}日"),
                    Lang::En => format!("extended by {n} days with approval"),
                });
            }
            StepKind::MonthEnd => parts.push(
                lang.pick("当月没有对应的日子，按月末", "no such day: the month's last").to_owned(),
            ),
            StepKind::Rolled => parts.push(say("休息，顺延", "off, rolls on", to)),
            StepKind::Start | StepKind::Counted | StepKind::Corresponding | StepKind::Due => {}
        }
    }
    if weekend && is_by_working_days(rule) {
        parts.push(lang.pick("周末不计", "weekends not counted").to_owned());
    }
    parts
}

/// Whether the last day is known to be a rest day.
fn rests(due: Date, frame: Frame<'_>) -> bool {
    frame.book.calendar().kind(due).is_ok_and(|kind| !kind.is_working())
}
