//! One obligation: who owes what by when, from which fact, under which rule, in
//! which state, and why that day.

use super::pack::RuleSet;
use crate::facts::{DeadlineKind, Owes};
use crate::ids::EntryId;
use crate::ledger::HinderedState;
use crate::time::{CountNote, Date, Step};

/// By when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// A day.
    On(Date),
    /// Nothing has started it yet.
    NotStarted,
    /// The answer needs the arrangement of a year that is not published.
    /// `unrolled` is the certain day before rolling, where there is one.
    Unanswerable {
        /// The missing year.
        year: i32,
        /// The day by calendar days alone.
        unrolled: Option<Date>,
    },
}

impl Due {
    /// The day to sort and warn by: the certain one.
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::On(day) => Some(*day),
            Self::NotStarted => None,
            Self::Unanswerable { unrolled, .. } => *unrolled,
        }
    }
}

/// How an obligation stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its day has passed and it is not met. In red only for 法定 and 指定 of the office.
    Overdue,
    /// Running.
    Running,
    /// Suspended today.
    Suspended,
    /// Not started.
    NotStarted,
    /// A window that has closed: a citizen's right, or a power of the office.
    Closed,
    /// Met in time, on that day.
    Met(Date),
    /// Met late, on that day.
    MetLate(Date),
    /// Ended without being met: no longer owed.
    Ended,
}

impl Standing {
    /// Whether it is still owed.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Overdue | Self::Running | Self::Suspended)
    }
}

/// What to know beside an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The count uses days that the next notice may still move.
    YearEndMayMove(i32),
    /// An earlier 法定 or 指定 duty for the same thing governs.
    EarlierGoverns,
    /// The end lies beyond the dates that can be written.
    OutOfRange,
}

impl From<CountNote> for Note {
    fn from(note: CountNote) -> Self {
        match note {
            CountNote::YearEndMayMove(year) => Self::YearEndMayMove(year),
        }
    }
}

/// An obligation of one matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Obligation {
    /// The rule.
    pub rule: String,
    /// Which of several under the rule: a promise's key, else empty.
    pub key: String,
    /// Which of the five kinds.
    pub kind: DeadlineKind,
    /// Who owes.
    pub owes: Owes,
    /// Whether the office that owes is another one.
    pub elsewhere: bool,
    /// The day of the starting fact.
    pub start: Option<Date>,
    /// The entry that wrote the starting fact.
    pub start_entry: Option<EntryId>,
    /// By when.
    pub due: Due,
    /// For a citizen's right: the rolled day, when it differs from the safe one.
    pub hint: Option<Date>,
    /// How it stands.
    pub standing: Standing,
    /// Whether the citizen was told of a right; `None` where that is not the question.
    pub told: Option<bool>,
    /// Rules that lengthened, suspended, stayed it or started it anew.
    pub by: Vec<String>,
    /// Every day of the count.
    pub steps: Vec<Step>,
    /// What to know beside it.
    pub notes: Vec<Note>,
    /// At how many days before the end it is soon due.
    pub soon: u32,
    /// Why the office says that it cannot be done. What the law or a superior set stays
    /// as it is; anything else is no longer owed.
    pub hindered: Option<Box<HinderedState>>,
}

impl Obligation {
    /// Days from `today` to the end; negative once past. `None` without a day.
    pub fn days_left(&self, today: Date) -> Option<i64> {
        Some((self.due.day()? - today).num_days())
    }

    /// Whether it may be called overdue in red: 法定 or 指定, owed by this office.
    pub fn is_breach(&self) -> bool {
        self.standing == Standing::Overdue
            && self.owes == Owes::Office
            && !self.elsewhere
            && self.is_binding()
            && !self.notes.contains(&Note::EarlierGoverns)
    }

    /// Whether the law or a superior set it: 法定 or 指定.
    pub const fn is_binding(&self) -> bool {
        matches!(self.kind, DeadlineKind::Statutory | DeadlineKind::Ordered)
    }

    /// Whether this office may answer it with 「办不了，因为…」: its own duty, still owed,
    /// or answered so before.
    pub fn may_be_hindered(&self, rules: &RuleSet) -> bool {
        self.owes == Owes::Office
            && !self.elsewhere
            && (self.standing.is_open() || self.hindered.is_some())
            && rules.rule(&self.rule).is_none_or(|r| !r.window)
    }

    /// Whether it is running and within its widest reminder.
    pub fn is_soon(&self, today: Date) -> bool {
        matches!(self.standing, Standing::Running)
            && self.days_left(today).is_some_and(|left| left <= i64::from(self.soon))
    }
}
