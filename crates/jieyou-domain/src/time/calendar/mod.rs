//! The official calendar: days off and make-up working days, year by year, and what a
//! place adds to them.
//!
//! Source of each year is the notice of the State Council's General Office that
//! the year's record names. A year that is not here is not guessed.

mod check;
#[cfg(test)]
mod tests;
mod text;

pub use check::{CalendarError, Festival, Oddity, check};
pub use text::{CalendarText, Part};

use super::Date;
use crate::compact::sort_by;
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

/// Days that a place adds to the national calendar (放假办法 4).
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// By which it is replaced and taken off.
    pub id: String,
    /// The place, in words.
    pub name: String,
    /// By year; each with the notice it came from.
    pub years: Vec<(i32, Year)>,
}

impl Local {
    /// What the place adds in one year.
    pub fn year(&self, year: i32) -> Option<&Year> {
        self.years.iter().find(|(number, _)| *number == year).map(|(_, year)| year)
    }
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

/// The official calendar of all published years, with what places add.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// By number.
    years: Vec<Held>,
    /// In the order in which they were last written.
    locals: Vec<Local>,
}

/// A year and how it came.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    number: i32,
    year: Year,
    /// Whether it was added by itself, not with a whole calendar.
    is_added: bool,
}

impl Calendar {
    /// Reads one text: `{"years": {"2026": {"off": […], "work": […], "source": "…"}}}`.
    ///
    /// # Errors
    ///
    /// Returns what is wrong and where; nothing is repaired.
    pub fn from_json(text: &str) -> Result<Self, CalendarError> {
        let mut calendar = Self::default();
        calendar.take(CalendarText::read(text)?);
        Ok(calendar)
    }

    /// Takes a further text in. Texts are taken in the order of the ledger.
    ///
    /// A whole calendar replaces the one before, and those added years that it holds
    /// itself; what places add stays.
    pub fn take(&mut self, text: CalendarText) {
        let (years, is_added) = match text {
            CalendarText::Whole(years) => (years, false),
            CalendarText::Years(years) => (years, true),
            CalendarText::Local(local) => {
                self.locals.retain(|known| known.id != local.id);
                if !local.years.is_empty() {
                    self.locals.push(local);
                }
                return;
            }
        };
        self.years.retain(|held| {
            (is_added || held.is_added) && !years.iter().any(|(number, _)| *number == held.number)
        });
        let new = years.into_iter().map(|(number, year)| Held { number, year, is_added });
        self.years.extend(new);
        sort_by(&mut self.years, |a, b| a.number.cmp(&b.number));
    }

    fn held(&self, year: i32) -> Option<&Held> {
        let at = self.years.binary_search_by_key(&year, |held| held.number).ok()?;
        self.years.get(at)
    }

    /// Returns the national arrangement of one year, if published.
    pub fn year(&self, year: i32) -> Option<&Year> {
        self.held(year).map(|held| &held.year)
    }

    /// Every year that is here, and its arrangement.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = (i32, &Year)> {
        self.years.iter().map(|held| (held.number, &held.year))
    }

    /// Whether a year was added by itself, not with a whole calendar.
    pub fn is_added(&self, year: i32) -> bool {
        self.held(year).is_some_and(|held| held.is_added)
    }

    /// What places add.
    pub fn locals(&self) -> &[Local] {
        &self.locals
    }

    /// Returns the first and the last year in the calendar.
    pub fn range(&self) -> Option<(i32, i32)> {
        Some((self.years.first()?.number, self.years.last()?.number))
    }

    /// Says what kind of day `date` is.
    ///
    /// # Errors
    ///
    /// Returns the year when its arrangement is not published; what a place adds does
    /// not stand in for it.
    pub fn kind(&self, date: Date) -> Result<DayKind, YearNotPublished> {
        let year = self.year(date.year()).ok_or(YearNotPublished(date.year()))?;
        let national = national(year, date);
        Ok(self.local_on(date).map_or(national, |(_, year)| by_place(year, date, national)))
    }

    /// Which place makes `date` another day than the national calendar does, and what it
    /// says for that year. The one written last decides.
    pub fn local_on(&self, date: Date) -> Option<(&Local, &Year)> {
        if self.locals.is_empty() {
            return None;
        }
        let national = national(self.year(date.year())?, date);
        let of_year = |local| Some((local, Local::year(local, date.year())?));
        let mut changing = self.locals.iter().rev().filter_map(of_year);
        changing.find(|(_, year)| by_place(year, date, national) != national)
    }

    /// Whether the next year's notice may still change what `date` is: the last
    /// twelve days of December of a published year before one that is not.
    pub fn may_still_move(&self, date: Date) -> bool {
        date.month() == 12
            && date.day() >= 20
            && self.year(date.year()).is_some()
            && self.year(date.year() + 1).is_none()
    }
}

fn is_weekend(date: Date) -> bool {
    date.weekday().number_from_monday() > 5
}

fn national(year: &Year, date: Date) -> DayKind {
    if year.work.binary_search(&date).is_ok() {
        DayKind::MakeUp
    } else if year.off.binary_search(&date).is_ok() {
        DayKind::Off
    } else if is_weekend(date) {
        DayKind::Weekend
    } else {
        DayKind::Work
    }
}

/// A place may turn any day off, and an ordinary weekend day into a working day; a
/// national day off stays off.
fn by_place(year: &Year, date: Date, national: DayKind) -> DayKind {
    match national {
        DayKind::Off => national,
        _ if year.off.binary_search(&date).is_ok() => DayKind::Off,
        DayKind::Weekend if year.work.binary_search(&date).is_ok() => DayKind::MakeUp,
        _ => national,
    }
}
