//! Whether the steps of an explanation add up to the day they explain.
//!
//! Read from the first step to the last, every day from the start to the end is
//! accounted for once: no gap, and no overlap but one that is meant. A term that rolls
//! names its last day, a rest day, once as counted and once as rolled.

use super::day;
use jieyou_domain::Date;
use jieyou_domain::time::{Step, StepKind, Term};

/// What the steps come to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    /// Days counted, or months or years; those of an extension apart.
    pub(super) counted: u32,
    /// Days of an extension.
    pub(super) extended: u32,
    /// Days that did not count because the clock was suspended.
    pub(super) suspended: u32,
    /// Whether another term ran in the end.
    pub(super) again: bool,
}

/// An obstacle after which another term runs, by the kind's name on disk.
const OBSTACLE: &str = "stayed";

fn is_named(kind: StepKind, name: &str) -> bool {
    serde_json::to_value(kind).is_ok_and(|code| code == name)
}

fn next(day: Date) -> Date {
    day.succ_opt().unwrap()
}

fn length(step: &Step) -> u32 {
    u32::try_from((step.to - step.from).num_days() + 1).unwrap()
}

/// Adds the steps up, or says which of them does not fit.
pub(super) fn added_up(start: Date, steps: &[Step], due: Date) -> Result<Sum, String> {
    let [first, between @ .., last] = steps else { return Err("too few steps".to_owned()) };
    let is_day = |step: &Step, kind, day| step.kind == kind && [step.from, step.to] == [day; 2];
    if !is_day(first, StepKind::Start, start) || !is_day(last, StepKind::Due, due) {
        return Err(format!("not from {start} to {due}"));
    }
    let mut adding =
        Adding { start, at: start, is_rolled: false, jumped: None, sum: Sum::default() };
    for step in between {
        adding.step(step).map_err(|why| format!("{why}: {step:?}"))?;
    }
    let Adding { at, is_rolled, jumped, sum, .. } = adding;
    let end = if is_rolled { next(at) } else { at };
    if end != due {
        return Err(format!("the steps end on {end}"));
    }
    // What pushed the end of months on lies before that end.
    if jumped.is_some_and(|last| last > at) {
        return Err("suspended after the end".to_owned());
    }
    Ok(sum)
}

/// Whether what the steps count is the term, or another one that ran in the end.
pub(super) fn is_of(sum: &Sum, term: Term) -> bool {
    sum.again || sum.counted == term.n
}

struct Adding {
    start: Date,
    /// The last day accounted for.
    at: Date,
    is_rolled: bool,
    /// Months and years go to their corresponding day at once; suspended days inside
    /// come behind and push it on. The last of these.
    jumped: Option<Date>,
    sum: Sum,
}

impl Adding {
    fn step(&mut self, step: &Step) -> Result<(), &'static str> {
        if step.from > step.to {
            return Err("it ends before it begins");
        }
        if self.is_rolled {
            return Err("after the roll");
        }
        if is_named(step.kind, OBSTACLE) {
            // It breaks in wherever the count is, but leaves no day out.
            if step.from > next(self.at) {
                return Err("a gap");
            }
            self.sum = Sum { again: true, ..Sum::default() };
            (self.at, self.jumped) = (step.to, None);
            return Ok(());
        }
        match (step.kind, self.jumped) {
            (StepKind::Due, _) => return Err("not at its end"),
            (StepKind::Start, _) => return self.anew(step),
            (StepKind::Corresponding | StepKind::MonthEnd, _) => return self.jump(step),
            (StepKind::Suspended, Some(last)) => return self.push_on(step, last),
            (StepKind::Rolled, _) if step.from == self.at => self.is_rolled = true,
            (_, _) if step.from != next(self.at) => return Err("a gap or an overlap"),
            _ => {}
        }
        self.at = step.to;
        self.count(step)
    }

    fn count(&mut self, step: &Step) -> Result<(), &'static str> {
        let sum = &mut self.sum;
        let n = match step.kind {
            StepKind::Counted | StepKind::MakeUp => {
                sum.counted += length(step);
                sum.counted
            }
            StepKind::Extended => {
                sum.extended += length(step);
                sum.extended
            }
            StepKind::Suspended => {
                sum.suspended += length(step);
                sum.counted
            }
            _ => sum.counted,
        };
        let is_said = step.n.is_none() || step.n == Some(n);
        if is_said { Ok(()) } else { Err("another number of days is counted by then") }
    }

    /// The term starts again on a day that is not counted, after days that ran in vain.
    fn anew(&mut self, step: &Step) -> Result<(), &'static str> {
        if step.from != next(self.at) || step.from != step.to || self.sum != Sum::default() {
            return Err("no day to start anew");
        }
        (self.start, self.at) = (step.to, step.to);
        Ok(())
    }

    fn jump(&mut self, step: &Step) -> Result<(), &'static str> {
        if step.from != step.to || step.to < self.at || self.jumped.is_some() {
            return Err("no corresponding day");
        }
        self.sum.counted = step.n.ok_or("it says no number")?;
        (self.at, self.jumped) = (step.to, Some(self.start));
        Ok(())
    }

    fn push_on(&mut self, step: &Step, last: Date) -> Result<(), &'static str> {
        if step.from <= last {
            return Err("suspended twice");
        }
        self.jumped = Some(step.to);
        self.sum.suspended += length(step);
        self.at = self.at.checked_add_days(chrono::Days::new(length(step).into())).unwrap();
        Ok(())
    }
}

fn run(kind: StepKind, from: u64, to: u64, n: Option<u32>) -> Step {
    Step { kind, from: day(from), to: day(to), n }
}

#[track_caller]
fn refused(steps: &[Step], due: u64, why: &str) {
    let said = added_up(day(0), steps, day(due)).unwrap_err();
    assert!(said.contains(why), "{said}");
}

#[test]
fn what_does_not_add_up_is_found() {
    let (start, due) = (run(StepKind::Start, 0, 0, None), |on| run(StepKind::Due, on, on, None));
    let counted = |from, to, n| run(StepKind::Counted, from, to, Some(n));
    let good = [start, counted(1, 3, 3), due(3)];
    assert_eq!(added_up(day(0), &good, day(3)).unwrap().counted, 3);
    refused(&good, 4, "not from");
    refused(&[start, counted(2, 3, 2), due(3)], 3, "a gap");
    refused(&[start, counted(1, 3, 3), counted(3, 4, 5), due(4)], 4, "an overlap");
    refused(&[start, counted(1, 3, 4), due(3)], 3, "another number");
    refused(&[start, counted(1, 3, 3), due(5)], 5, "end on");
    let rolled = run(StepKind::Rolled, 3, 4, None);
    added_up(day(0), &[start, counted(1, 3, 3), rolled, due(5)], day(5)).unwrap();
    refused(&[start, counted(1, 3, 3), rolled, due(6)], 6, "end on");
    let months = run(StepKind::Corresponding, 31, 31, Some(1));
    let suspended = |from, to| run(StepKind::Suspended, from, to, None);
    added_up(day(0), &[start, months, suspended(3, 5), due(34)], day(34)).unwrap();
    refused(&[start, months, suspended(3, 5), suspended(5, 6), due(36)], 36, "twice");
    let anew = run(StepKind::Start, 4, 4, None);
    refused(&[start, counted(1, 3, 3), anew, counted(5, 7, 3), due(7)], 7, "anew");
    refused(&[start, run(StepKind::Start, 2, 2, None), due(2)], 2, "anew");
    let anew = run(StepKind::Start, 1, 1, None);
    added_up(day(0), &[start, anew, counted(2, 4, 3), due(4)], day(4)).unwrap();
}
