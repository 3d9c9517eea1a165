//! The days of a count as a list of runs: for screen readers and for print.

use super::start_word;
use crate::text::deadline::Frame;
use crate::text::{Lang, format};
use jieyou_domain::Date;
use jieyou_domain::ledger::Matter;
use jieyou_domain::rules::{Obligation, Rule};
use jieyou_domain::time::{Step, StepKind};

/// A run of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunView {
    /// From when to when.
    pub when: String,
    /// What these days are.
    pub what: String,
    /// How many are counted by the end of the run; empty where that is not the question.
    pub counted: String,
}

/// Lists the runs.
pub(super) fn runs(
    o: &Obligation,
    rule: Option<&Rule>,
    matter: &Matter,
    frame: Frame<'_>,
) -> Vec<RunView> {
    let lang = frame.lang;
    let mut runs: Vec<RunView> = o
        .steps
        .iter()
        .map(|step| RunView {
            when: span(step.from, step.to, frame),
            what: what(step, start_word(o, rule, matter, lang), lang),
            counted: counted(step, lang),
        })
        .collect();
    runs.extend(o.hint.map(|day| RunView {
        when: span(day, day, frame),
        what: lang.pick("如可顺延，最迟到这天", "the latest day, should it roll").to_owned(),
        counted: String::new(),
    }));
    runs
}

/// `2月15日至23日` in one month, else both in full.
pub(super) fn span(from: Date, to: Date, frame: Frame<'_>) -> String {
    let lang = frame.lang;
    let day = |d: Date| {
        if frame.with_year {
            format::date_full(d, lang)
        } else {
            format::date(d, frame.today, lang)
        }
    };
    let weekday = |d: Date| match lang {
        Lang::Zh => format!("（{}）", format::weekday(d, lang)),
        Lang::En => format!(" ({})", format::weekday(d, lang)),
    };
    if from == to {
        return format!("{}{}", day(from), weekday(from));
    }
    match lang {
        Lang::Zh => format!("{}至{}", day(from), day(to)),
        Lang::En => format!("{} to {}", day(from), day(to)),
    }
}

fn what(step: &Step, start: &str, lang: Lang) -> String {
    let plain = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    match step.kind {
        StepKind::Start => match lang {
            Lang::Zh => format!("{start}，当日不计"),
            Lang::En => format!("{start}, not counted"),
        },
        StepKind::Counted => plain("计入", "counted"),
        StepKind::MakeUp => plain("调休上班，计入", "make-up working day, counted"),
        StepKind::Weekend => plain("周末，不计", "weekend, not counted"),
        StepKind::Off => plain("放假，不计", "days off, not counted"),
        StepKind::Suspended => plain("暂停，不计", "suspended, not counted"),
        StepKind::Extended => plain("批准延长，计入", "approved extension, counted"),
        StepKind::Corresponding => plain("月份对应的日子", "the corresponding day"),
        StepKind::MonthEnd => plain("当月没有对应的日子，按月末", "no such day: the month's last"),
        StepKind::Rolled => plain("休息日，顺延", "rest day, rolls on"),
        StepKind::Due => plain("到期", "due"),
    }
}

fn counted(step: &Step, lang: Lang) -> String {
    let counts = matches!(step.kind, StepKind::Counted | StepKind::MakeUp | StepKind::Extended);
    match (step.n.filter(|_| counts), lang) {
        (Some(n), Lang::Zh) => format!("数到第{n}日"),
        (Some(n), Lang::En) => format!("up to day {n}"),
        (None, _) => String::new(),
    }
}
