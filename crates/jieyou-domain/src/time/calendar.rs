//! The official calendar: days off and make-up working days, year by year.
//!
//! Source of each year is the notice of the State Council's General Office that
//! the year's record names. A year that is not here is not guessed.

use super::Date;
use crate::compact::{Map, sort_by};
use crate::json::read;
use chrono::Datelike as _;
use serde::{Deserialize, Serialize};

/// One year's arrangement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Year {
    /// Every day the notice names as a day off, weekends inside a break included; sorted.
    pub off: Vec<Date>,
    /// Saturdays and Sundays that are working days; sorted.
    pub work: Vec<Date>,
    /// The notice, by its number.
    pub source: String,
}

/// What kind of day a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// An ordinary working day.
    Work,
    /// A Saturday or Sunday that the notice made a working day.
    MakeUp,
    /// An ordinary Saturday or Sunday.
    Weekend,
    /// A day off that the notice names.
    Off,
}

impl DayKind {
    /// Whether offices work on such a day.
    pub fn is_working(self) -> bool {
        matches!(self, Self::Work | Self::MakeUp)
    }
}

/// The arrangement of this year is not in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearNotPublished(pub i32);

/// Why a calendar text was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// Not JSON of the expected shape; the parser's words.
    Unreadable(String),
    /// A year's key is not a number of four digits.
    BadYear(String),
    /// A date stands under a year it does not belong to.
    WrongYear(i32, Date),
    /// A make-up working day that is neither Saturday nor Sunday.
    NotAWeekend(Date),
    /// A day listed both as off and as working.
    Both(Date),
    /// A year without its notice.
    NoSource(i32),
}

/// The official calendar of all published years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    years: Vec<(i32, Year)>,
}

#[derive(Deserialize)]
struct File {
    years: Map<String, Year>,
}

crate::reads!(Year { off, work, source });
crate::reads!(File { years });

impl Calendar {
    /// Reads a calendar file: `{"years": {"2026": {"off": […], "work": […], "source": "…"}}}`.
    ///
    /// # Errors
    ///
    /// Returns what is wrong and where; nothing is repaired.
    pub fn from_json(text: &str) -> Result<Self, CalendarError> {
        let file: File = read(text).map_err(|e| CalendarError::Unreadable(e.to_string()))?;
        let mut years: Vec<(i32, Year)> = Vec::new();
        for (key, mut year) in file.years {
            let Ok(number) = key.parse::<i32>() else { return Err(CalendarError::BadYear(key)) };
            for days in [&mut year.off, &mut year.work] {
                sort_by(days, Ord::cmp);
                days.dedup();
            }
            check_year(number, &year)?;
            // `2026` and `+2026` are one year.
            years.retain(|(known, _)| *known != number);
            years.push((number, year));
        }
        sort_by(&mut years, |a, b| a.0.cmp(&b.0));
        Ok(Self { years })
    }

    /// Returns the arrangement of one year, if published.
    pub fn year(&self, year: i32) -> Option<&Year> {
        let at = self.years.binary_search_by_key(&year, |(number, _)| *number).ok()?;
        Some(&self.years[at].1)
    }

    /// Returns the first and the last year in the calendar.
    pub fn range(&self) -> Option<(i32, i32)> {
        Some((self.years.first()?.0, self.years.last()?.0))
    }

    /// Says what kind of day `date` is.
    ///
    /// # Errors
    ///
    /// Returns the year when its arrangement is not published.
    pub fn kind(&self, date: Date) -> Result<DayKind, YearNotPublished> {
        let year = self.year(date.year()).ok_or(YearNotPublished(date.year()))?;
        let weekend = date.weekday().number_from_monday() > 5;
        Ok(if year.work.binary_search(&date).is_ok() {
            DayKind::MakeUp
        } else if year.off.binary_search(&date).is_ok() {
            DayKind::Off
        } else if weekend {
            DayKind::Weekend
        } else {
            DayKind::Work
        })
    }

    /// Whether the next year's notice may still change what `date` is: the last
    /// twelve days of December of the last published year.
    pub fn may_still_move(&self, date: Date) -> bool {
        self.range().is_some_and(|(_, last)| date.year() == last)
            && date.month() == 12
            && date.day() >= 20
    }
}

fn check_year(number: i32, year: &Year) -> Result<(), CalendarError> {
    if year.source.trim().is_empty() {
        return Err(CalendarError::NoSource(number));
    }
    for &date in year.off.iter().chain(&year.work) {
        if date.year() != number {
            return Err(CalendarError::WrongYear(number, date));
        }
    }
    for &date in &year.work {
        if date.weekday().number_from_monday() <= 5 {
            return Err(CalendarError::NotAWeekend(date));
        }
        if year.off.binary_search(&date).is_ok() {
            return Err(CalendarError::Both(date));
        }
    }
    Ok(())
}
