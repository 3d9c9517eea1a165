//! The days of a count as a list of runs: for screen readers and for print.

use super::start_word;
use crate::text::deadline::Frame;
use crate::text::{Lang, both, format};
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
        what: both!("如可顺延，最迟到这天", "the latest day, should it roll").to(lang).to_owned(),
        counted: String::new(),
    }));
    runs
}

/// `2月15日至23日` in one month, else both in full.
pub(in crate::screens) fn span(from: Date, to: Date, frame: Frame<'_>) -> String {
    let lang = frame.lang;
    let day = |d: Date| {
        if frame.with_year {
            format::date_full(d, lang)
        } else {
            format::date(d, frame.today, lang)
        }
    };
    let weekday = |d: Date| both!("（{}）", " ({})").with(lang, &[format::weekday(d, lang)]);
    if from == to {
        return format!("{}{}", day(from), weekday(from));
    }
    both!("{}至{}", "{} to {}").with(lang, &[&day(from), &day(to)])
}

fn what(step: &Step, start: &str, lang: Lang) -> String {
    let text = match step.kind {
        StepKind::Start => both!("{}，当日不计", "{}, not counted"),
        StepKind::Counted => both!("计入", "counted"),
        StepKind::MakeUp => both!("调休上班，计入", "make-up working day, counted"),
        StepKind::Weekend => both!("周末，不计", "weekend, not counted"),
        StepKind::Off => both!("放假，不计", "days off, not counted"),
        StepKind::Suspended => both!("暂停，不计", "suspended, not counted"),
        StepKind::Extended => both!("批准延长，计入", "approved extension, counted"),
        StepKind::Interrupted => {
            both!("期限中断，次日起算的重新计算", "interrupted: the term starts anew after it")
        }
        StepKind::Stayed => both!("有障碍，期限中止", "an obstacle: the term stands still"),
        StepKind::Corresponding => both!("月份对应的日子", "the corresponding day"),
        StepKind::MonthEnd => both!("当月没有对应的日子，按月末", "no such day: the month's last"),
        StepKind::Rolled => both!("休息日，顺延", "rest day, rolls on"),
        StepKind::Due => both!("到期", "due"),
    };
    text.with(lang, &[start])
}

fn counted(step: &Step, lang: Lang) -> String {
    let counts = matches!(step.kind, StepKind::Counted | StepKind::MakeUp | StepKind::Extended);
    step.n.filter(|_| counts).map_or_else(String::new, |n| {
        both!("数到第{}日", "up to day {}").with(lang, &[&n.to_string()])
    })
}
