//! The texts that a calendar is made of: a whole one, single years, or what a place adds.
//!
//! Reading is as tolerant as it ever was: what was adopted once must read for ever. What
//! is adopted anew is looked at in `check`.

use super::check::{CalendarError, check_year};
use super::{Local, Year};
use crate::compact::{Map, sort_by};
use crate::json::read;

/// One adopted text.
#[derive(Clone, Debug, PartialEq)]
pub enum CalendarText {
    /// All years: `{"years": {"2026": {…}, …}}`.
    Whole(Vec<(i32, Year)>),
    /// Single years, added or replaced: `{"kind": "years", "days": {"2027": {…}}}`.
    Years(Vec<(i32, Year)>),
    /// What a place adds: `{"kind": "local", "id": "…", "name": "…", "days": {…}}`;
    /// without days it takes off what the place added before.
    Local(Local),
}

/// Which part of the calendar a text writes: two texts about one part replace each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All of it.
    Whole,
    /// These years.
    Years(Vec<i32>),
    /// What the place with this id adds.
    Local(String),
}

/// A text as it stands there.
pub(super) struct File {
    pub(super) kind: String,
    pub(super) id: String,
    pub(super) name: String,
    /// Of a whole calendar.
    years: Option<Map<String, Year>>,
    /// Of the other kinds. Another name than `years`, so that a program that knows whole
    /// calendars only cannot take one year for all there is.
    days: Option<Map<String, Year>>,
}

crate::reads!(Year { off, work, source });
crate::reads!(File { ; kind, id, name, years, days });

impl File {
    pub(super) fn read(text: &str) -> Result<Self, CalendarError> {
        read(text).map_err(|e| CalendarError::Unreadable(e.to_string()))
    }

    /// The years as written, under the name that belongs to the kind.
    pub(super) fn take_years(&mut self) -> Result<Map<String, Year>, CalendarError> {
        let (years, name) = match self.kind.as_str() {
            "" | "whole" => (self.years.take(), "years"),
            "years" | "local" => (self.days.take(), "days"),
            kind => return Err(CalendarError::OtherKind(kind.to_owned())),
        };
        years.ok_or_else(|| CalendarError::Unreadable(format!("missing field `{name}`")))
    }

    pub(super) fn with(self, years: Vec<(i32, Year)>) -> CalendarText {
        match self.kind.as_str() {
            "years" => CalendarText::Years(years),
            "local" => CalendarText::Local(Local { id: self.id, name: self.name, years }),
            _ => CalendarText::Whole(years),
        }
    }
}

impl CalendarText {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// Returns what is wrong and where; nothing is repaired.
    pub fn read(text: &str) -> Result<Self, CalendarError> {
        let mut file = File::read(text)?;
        let mut years: Vec<(i32, Year)> = Vec::new();
        for (key, mut year) in file.take_years()? {
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
        if file.kind == "local" && file.id.is_empty() {
            return Err(CalendarError::NoName);
        }
        Ok(file.with(years))
    }

    /// Which part of the calendar it writes.
    pub fn part(&self) -> Part {
        match self {
            Self::Whole(_) => Part::Whole,
            Self::Years(years) => Part::Years(years.iter().map(|(number, _)| *number).collect()),
            Self::Local(local) => Part::Local(local.id.clone()),
        }
    }

    /// The years it speaks of.
    pub fn years(&self) -> &[(i32, Year)] {
        match self {
            Self::Whole(years) | Self::Years(years) => years,
            Self::Local(local) => &local.years,
        }
    }
}
