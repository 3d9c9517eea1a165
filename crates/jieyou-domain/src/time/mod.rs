//! Civil dates, the official calendar and the counting of terms.
//!
//! The day is the unit of everything. There is no clock here, and hours only of stamps.

mod calendar;
mod count;
mod stamp;
#[cfg(test)]
mod tests;

pub use calendar::{
    Calendar, CalendarError, CalendarText, DayKind, Festival, Local, Oddity, Part, Year,
    YearNotPublished, check as check_calendar,
};
pub use count::{CountError, CountNote, Counted, Span, Step, StepKind, Term, Unit, back, count};
pub use stamp::{day_at, moment_on, time_at};

/// A civil date in the Gregorian calendar, without a zone.
pub type Date = chrono::NaiveDate;

/// The days from one to another, both counted. One piece of code: what iterators over
/// dates are made into is large.
#[inline(never)]
pub fn days(from: Date, to: Date) -> Vec<Date> {
    let mut days = Vec::new();
    let mut next = Some(from);
    while let Some(day) = next.filter(|day| *day <= to) {
        days.push(day);
        next = day.succ_opt();
    }
    days
}

/// The days of a year; none of one that cannot be written.
pub fn days_of(year: i32) -> Vec<Date> {
    let (first, last) = (Date::from_ymd_opt(year, 1, 1), Date::from_ymd_opt(year, 12, 31));
    first.zip(last).map_or_else(Vec::new, |(first, last)| days(first, last))
}

/// Reads an ISO date (`2026-02-12`), and nothing else.
///
/// Returns `None` for another form or a day that does not exist.
pub fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        let part = text.get(range)?;
        if part.bytes().all(|b| b.is_ascii_digit()) { part.parse::<u32>().ok() } else { None }
    };
    Date::from_ymd_opt(i32::try_from(number(0..4)?).ok()?, number(5..7)?, number(8..10)?)
}
