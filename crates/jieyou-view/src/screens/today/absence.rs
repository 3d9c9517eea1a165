//! Days on which nobody looked at 今日, and whose list nobody has put away yet.

use crate::text::format;
use jieyou_domain::Date;
use jieyou_domain::time::parse_date;

/// An absence: from the day 今日 was seen last, until the day it was opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The day it was seen last: what fell due on it may not have been met either.
    pub from: Date,
    /// The day of return, which is a day like any other.
    pub until: Date,
}

impl Absence {
    /// Whether a day fell into it.
    pub fn covers(self, day: Date) -> bool {
        self.from <= day && day < self.until
    }

    /// As text, to be kept until somebody says 「看过了」.
    pub fn text(self) -> String {
        format!("{} {}", format::iso(self.from), format::iso(self.until))
    }

    /// Reads what [`Self::text`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let (from, until) = text.split_once(' ')?;
        Some(Self { from: parse_date(from)?, until: parse_date(until)? })
    }
}

/// The absence to show on `today`: the one that was not put away, drawn out by a new one.
/// What lies ahead of a clock that was moved back is none.
pub fn absence(kept: Option<Absence>, seen: Option<Date>, today: Date) -> Option<Absence> {
    let kept = kept.filter(|a| a.until <= today);
    match seen {
        Some(seen) if (today - seen).num_days() > 1 => {
            let from = kept.map_or(seen, |k| k.from.min(seen));
            Some(Absence { from, until: today })
        }
        _ => kept,
    }
}
