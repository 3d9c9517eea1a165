//! Counting a term from its start day, with every day accounted for.
//!
//! The start day is not counted (民法典 201①); months and years end on the
//! corresponding day, or on the month's last day where there is none (202).
//! Rolling to the next working day (203) is the caller's choice, rule by rule.

use super::{Calendar, Date, DayKind, YearNotPublished};
use chrono::{Datelike as _, Days, Months};
use serde::{Deserialize, Serialize};

/// What a term is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days as they come.
    CalendarDays,
    /// Days on which offices work, by the official calendar.
    WorkingDays,
    /// Months, by the corresponding day.
    Months,
    /// Years, by the corresponding day.
    Years,
}

impl Unit {
    /// Its name in a pack.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CalendarDays => "calendar_days",
            Self::WorkingDays => "working_days",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

crate::reads! { enum Unit {
    CalendarDays = "calendar_days",
    WorkingDays = "working_days",
    Months = "months",
    Years = "years",
} }

/// A length of time: so many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
}

/// An inclusive range of days that do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// What happened to a run of days while counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// The start day, which is not counted.
    Start,
    /// Counted.
    Counted,
    /// Counted, a weekend day that is a working day by notice.
    MakeUp,
    /// Weekend, skipped.
    Weekend,
    /// Day off by notice, skipped.
    Off,
    /// Suspended, not counted.
    Suspended,
    /// Counted by an approved extension.
    Extended,
    /// Run in vain: on the day after, the term starts anew.
    Interrupted,
    /// An obstacle in the last part of a term, which ends a while after it.
    Stayed,
    /// The day of the month that corresponds to the start day.
    Corresponding,
    /// There is no corresponding day: the last day of the month.
    MonthEnd,
    /// A last day that is a rest day, or a rest day after it: the term rolls on.
    Rolled,
    /// The day the term ends.
    Due,
}

/// A run of days of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What happened to these days.
    pub kind: StepKind,
    /// First day of the run.
    pub from: Date,
    /// Last day of the run.
    pub to: Date,
    /// How many days (or months, years) are counted by the end of the run.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub n: Option<u32>,
}

/// What a reader should know beside the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code", content = "year")]
pub enum CountNote {
    /// The count uses 20–31 December of the last published year; the next
    /// year's notice may still move those days.
    YearEndMayMove(i32),
}

/// The answer: the day and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The last day of the term.
    pub due: Date,
    /// Every day from the start to the end, in runs.
    pub steps: Vec<Step>,
    /// What to know beside it.
    pub notes: Vec<CountNote>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountError {
    /// The answer needs the arrangement of a year that is not in the calendar.
    /// `unrolled` is the certain last day before any rolling, where there is one.
    YearNotPublished {
        /// The missing year.
        year: i32,
        /// The last day by calendar days alone; `None` for working-day terms.
        unrolled: Option<Date>,
    },
    /// The end lies outside the years a date can hold.
    OutOfRange,
}

/// Counts `term` from `start`, which is itself not counted.
///
/// `roll` moves a last day that is a rest day to the next working day; it is
/// ignored for working days. Days inside `suspended` do not count; for months and
/// years as many days count as the term would have without them.
///
/// # Errors
///
/// Returns the missing year when a working-day count or a rolled end touches a
/// year that is not published, and `OutOfRange` past the end of dates.
pub fn count(
    start: Date,
    term: Term,
    roll: bool,
    suspended: &[Span],
    calendar: &Calendar,
) -> Result<Counted, CountError> {
    let mut run = Run::new(start, calendar);
    match term.unit {
        Unit::CalendarDays if suspended.is_empty() => run.calendar_days(term.n)?,
        Unit::CalendarDays => run.days_around(term.n, suspended)?,
        Unit::WorkingDays => run.working_days(term.n, suspended)?,
        Unit::Months => run.months(term.n, term.n, suspended)?,
        Unit::Years => {
            run.months(term.n.checked_mul(12).ok_or(CountError::OutOfRange)?, term.n, suspended)?;
        }
    }
    if roll && term.unit != Unit::WorkingDays {
        run.roll()?;
    }
    Ok(run.finish())
}

/// The day that lies `term` before `end`, by calendar days or the corresponding day;
/// `None` for working days and before the first date.
pub fn back(end: Date, term: Term) -> Option<Date> {
    match term.unit {
        Unit::CalendarDays => end.checked_sub_days(Days::new(u64::from(term.n))),
        Unit::Months => end.checked_sub_months(Months::new(term.n)),
        Unit::Years => end.checked_sub_months(Months::new(term.n.checked_mul(12)?)),
        Unit::WorkingDays => None,
    }
}

struct Run<'a> {
    at: Date,
    steps: Vec<Step>,
    notes: Vec<CountNote>,
    calendar: &'a Calendar,
}

impl<'a> Run<'a> {
    fn new(start: Date, calendar: &'a Calendar) -> Self {
        let first = Step { kind: StepKind::Start, from: start, to: start, n: None };
        Self { at: start, steps: vec![first], notes: Vec::new(), calendar }
    }

    /// Appends a run of days, joining it to the one before when of one kind.
    fn push(&mut self, kind: StepKind, from: Date, to: Date, n: Option<u32>) {
        if let Some(last) = self.steps.last_mut()
            && last.kind == kind
            && last.to.succ_opt() == Some(from)
        {
            last.to = to;
            last.n = n;
            return;
        }
        self.steps.push(Step { kind, from, to, n });
    }

    fn next_day(&self) -> Result<Date, CountError> {
        // Four digits keep every date writable as ISO text.
        self.at.succ_opt().filter(|d| d.year() <= 9999).ok_or(CountError::OutOfRange)
    }

    fn kind(&mut self, date: Date, unrolled: Option<Date>) -> Result<DayKind, CountError> {
        if self.calendar.may_still_move(date) {
            let note = CountNote::YearEndMayMove(date.year());
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        self.calendar
            .kind(date)
            .map_err(|YearNotPublished(year)| CountError::YearNotPublished { year, unrolled })
    }

    fn calendar_days(&mut self, n: u32) -> Result<(), CountError> {
        if n == 0 {
            return Ok(());
        }
        let from = self.next_day()?;
        let end = self.at.checked_add_days(Days::new(u64::from(n)));
        let end = end.filter(|d| d.year() <= 9999).ok_or(CountError::OutOfRange)?;
        self.push(StepKind::Counted, from, end, Some(n));
        self.at = end;
        Ok(())
    }

    fn days_around(&mut self, n: u32, suspended: &[Span]) -> Result<(), CountError> {
        let mut counted = 0;
        while counted < n {
            let day = self.next_day()?;
            if inside(day, suspended) {
                self.push(StepKind::Suspended, day, day, Some(counted));
            } else {
                counted += 1;
                self.push(StepKind::Counted, day, day, Some(counted));
            }
            self.at = day;
        }
        Ok(())
    }

    fn working_days(&mut self, n: u32, suspended: &[Span]) -> Result<(), CountError> {
        let mut counted = 0;
        while counted < n {
            let day = self.next_day()?;
            let kind = match self.kind(day, None)? {
                _ if inside(day, suspended) => StepKind::Suspended,
                DayKind::Work => StepKind::Counted,
                DayKind::MakeUp => StepKind::MakeUp,
                DayKind::Weekend => StepKind::Weekend,
                DayKind::Off => StepKind::Off,
            };
            if matches!(kind, StepKind::Counted | StepKind::MakeUp) {
                counted += 1;
            }
            self.push(kind, day, day, Some(counted));
            self.at = day;
        }
        Ok(())
    }

    fn months(&mut self, months: u32, shown: u32, suspended: &[Span]) -> Result<(), CountError> {
        let start = self.at;
        let end = start.checked_add_months(Months::new(months));
        let end = end.filter(|d| d.year() <= 9999).ok_or(CountError::OutOfRange)?;
        let kind =
            if end.day() == start.day() { StepKind::Corresponding } else { StepKind::MonthEnd };
        self.steps.push(Step { kind, from: end, to: end, n: Some(shown) });
        if suspended.is_empty() {
            self.at = end;
            return Ok(());
        }
        // As many days count as the term has; each that does not pushes its end on.
        for _ in 0..(end - start).num_days() {
            let mut day = self.next_day()?;
            while inside(day, suspended) {
                self.push(StepKind::Suspended, day, day, None);
                self.at = day;
                day = self.next_day()?;
            }
            self.at = day;
        }
        Ok(())
    }

    fn roll(&mut self) -> Result<(), CountError> {
        let unrolled = self.at;
        while !self.kind(self.at, Some(unrolled))?.is_working() {
            let day = self.at;
            self.push(StepKind::Rolled, day, day, None);
            self.at = self.next_day()?;
        }
        Ok(())
    }

    fn finish(mut self) -> Counted {
        let due = self.at;
        self.steps.push(Step { kind: StepKind::Due, from: due, to: due, n: None });
        Counted { due, steps: self.steps, notes: self.notes }
    }
}

fn inside(day: Date, spans: &[Span]) -> bool {
    spans.iter().any(|s| s.from <= day && day <= s.to)
}
