//! What a calendar must be before it is adopted. A contradiction is refused with its
//! place; what is only unusual is handed back, for a person to look at.
//!
//! The statutory days are those of 《全国年节及纪念日放假办法》; festivals of the lunar
//! calendar are looked for in the weeks in which they can fall, since no lunar table is
//! kept here.

use super::text::{CalendarText, File};
use super::{Calendar, Local, Year, is_weekend, national};
use crate::time::{Date, DayKind, days};
use chrono::Datelike as _;

/// Why a calendar text was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// Not JSON of the expected shape; the parser's words.
    Unreadable(String),
    /// A kind of text that is not known.
    OtherKind(String),
    /// A year's key is not a number of four digits.
    BadYear(String),
    /// A year before the first that the rules of [`check`] hold for.
    TooEarly(i32),
    /// No year at all.
    Empty,
    /// A date stands under a year it does not belong to.
    WrongYear(i32, Date),
    /// A make-up working day that is neither Saturday nor Sunday.
    NotAWeekend(Date),
    /// A day listed both as off and as working.
    Both(Date),
    /// A day listed twice.
    Twice(Date),
    /// A year without its notice.
    NoSource(i32),
    /// A statutory day of a fixed date that is not off.
    NotOff(Date),
    /// A festival without its days off.
    NoFestival(i32, Festival),
    /// What a place adds has no name of the place.
    NoName,
    /// A place works on a day that is off by the nation or by another place, or the
    /// other way round.
    Against(Date),
}

/// A festival whose day moves from year to year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Festival {
    /// 春节
    Spring,
    /// 清明节
    Qingming,
    /// 端午节
    DragonBoat,
    /// 中秋节
    MidAutumn,
}

/// What is unusual in a calendar and may be right all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// Weekdays off less make-up days are not as many as the statutory days.
    Balance {
        /// The year.
        year: i32,
        /// Weekdays off.
        off: usize,
        /// Make-up days.
        work: usize,
        /// Statutory days of that year.
        statutory: usize,
    },
    /// Mid-Autumn has no break of its own, and the one of October is no longer than usual.
    MidAutumnUnseen(i32),
    /// What a place adds has no effect while the year's own arrangement is missing.
    NotPublished(i32),
    /// A day that is off, or working, already.
    Already(Date),
    /// A place works on this day, but it is off by this calendar, and stays off.
    LocalWorks(Date),
}

/// The first year of the statutory days checked here that the data was compared for.
const FIRST_YEAR: i32 = 2010;

/// Looks at a text that is to be adopted on top of `present`.
///
/// # Errors
///
/// Returns the first contradiction, with its place.
pub fn check(text: &str, present: &Calendar) -> Result<Vec<Oddity>, CalendarError> {
    check_form(text)?;
    let read = CalendarText::read(text)?;
    let mut odd = Vec::new();
    match &read {
        CalendarText::Local(local) => check_local(local, present, &mut odd)?,
        CalendarText::Whole(years) | CalendarText::Years(years) => {
            if years.is_empty() {
                return Err(CalendarError::Empty);
            }
            for (number, year) in years {
                check_statutory(*number, year)?;
                look_at(*number, year, &mut odd);
                for local in present.locals().iter().filter_map(|l| l.year(*number)) {
                    let off = local.work.iter().filter(|day| year.off.contains(day));
                    odd.extend(off.map(|day| Oddity::LocalWorks(*day)));
                }
            }
        }
    }
    Ok(odd)
}

/// What reading lets pass: keys that are no plain years, days written twice.
fn check_form(text: &str) -> Result<(), CalendarError> {
    for (key, year) in File::read(text)?.take_years()? {
        let number = key.parse().ok().filter(|_| key.len() == 4);
        let Some(number) = number else { return Err(CalendarError::BadYear(key)) };
        if number < FIRST_YEAR {
            return Err(CalendarError::TooEarly(number));
        }
        for listed in [&year.off, &year.work] {
            let twice = listed.iter().enumerate().find(|(at, day)| listed[..*at].contains(day));
            if let Some((_, day)) = twice {
                return Err(CalendarError::Twice(*day));
            }
        }
    }
    Ok(())
}

/// What no year may be, by itself; asked of every text that is read.
pub(super) fn check_year(number: i32, year: &Year) -> Result<(), CalendarError> {
    if year.source.trim().is_empty() {
        return Err(CalendarError::NoSource(number));
    }
    for &date in year.off.iter().chain(&year.work) {
        if date.year() != number {
            return Err(CalendarError::WrongYear(number, date));
        }
    }
    for &date in &year.work {
        if !is_weekend(date) {
            return Err(CalendarError::NotAWeekend(date));
        }
        if year.off.binary_search(&date).is_ok() {
            return Err(CalendarError::Both(date));
        }
    }
    Ok(())
}

/// 放假办法 2, in its form of 2013 and, from 2025, of 2024: a day more at Spring Festival
/// and 2 May.
fn check_statutory(number: i32, year: &Year) -> Result<(), CalendarError> {
    let is_new = number >= 2025;
    let fixed = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)];
    for (month, day) in fixed.into_iter().filter(|at| is_new || *at != (5, 2)) {
        if let Some(date) = Date::from_ymd_opt(number, month, day)
            && !year.off.contains(&date)
        {
            return Err(CalendarError::NotOff(date));
        }
    }
    let off =
        |from, to| between(number, from, to).iter().filter(|day| year.off.contains(day)).count();
    // The weeks in which the lunar days can fall, with some days to spare.
    let festivals = [
        (Festival::Spring, longest_rest(number, year) >= if is_new { 4 } else { 3 }),
        (Festival::Qingming, off((4, 4), (4, 5)) > 0),
        (Festival::DragonBoat, off((5, 25), (6, 28)) > 0),
        (Festival::MidAutumn, off((9, 6), (9, 30)) + off((10, 4), (10, 9)) > 0),
    ];
    let missing = festivals.into_iter().find(|(_, is_there)| !is_there);
    missing.map_or(Ok(()), |(festival, _)| Err(CalendarError::NoFestival(number, festival)))
}

/// The longest rest in one piece in the weeks in which Spring Festival can fall.
fn longest_rest(number: i32, year: &Year) -> usize {
    let (mut now, mut longest) = (0, 0);
    for day in between(number, (1, 19), (2, 24)) {
        now = if national(year, day).is_working() { 0 } else { now + 1 };
        longest = longest.max(now);
    }
    longest
}

/// The days from one of a year to another.
fn between(year: i32, from: (u32, u32), to: (u32, u32)) -> Vec<Date> {
    let day = |(month, day)| Date::from_ymd_opt(year, month, day);
    day(from).zip(day(to)).map_or_else(Vec::new, |(first, last)| days(first, last))
}

/// What is unusual in a year. Days off are moved against make-up days, so that as many
/// weekdays are free in the end as the law gives; an extra day by notice shows here.
fn look_at(number: i32, year: &Year, odd: &mut Vec<Oddity>) {
    let off = year.off.iter().filter(|day| !is_weekend(**day)).count();
    let work = year.work.len();
    let statutory = if number >= 2025 { 13 } else { 11 };
    if off != work + statutory {
        odd.push(Oddity::Balance { year: number, off, work, statutory });
    }
    let own = between(number, (9, 6), (9, 30)).iter().any(|day| year.off.contains(day));
    let long = between(number, (10, 1), (10, 8)).iter().all(|day| year.off.contains(day));
    if !own && !long {
        odd.push(Oddity::MidAutumnUnseen(number));
    }
}

/// A place may turn a working day off; it contradicts neither the nation nor another place.
fn check_local(
    local: &Local,
    present: &Calendar,
    odd: &mut Vec<Oddity>,
) -> Result<(), CalendarError> {
    if local.name.trim().is_empty() {
        return Err(CalendarError::NoName);
    }
    for (number, year) in &local.years {
        if year.off.is_empty() && year.work.is_empty() {
            return Err(CalendarError::Empty);
        }
        let others = present.locals().iter().filter(|other| other.id != local.id);
        for other in others.filter_map(|other| other.year(*number)) {
            let off = year.off.iter().find(|day| other.work.contains(day));
            let against = off.or_else(|| year.work.iter().find(|day| other.off.contains(day)));
            if let Some(day) = against {
                return Err(CalendarError::Against(*day));
            }
        }
        let Some(base) = present.year(*number) else {
            odd.push(Oddity::NotPublished(*number));
            continue;
        };
        if let Some(day) = year.work.iter().find(|day| base.off.contains(day)) {
            return Err(CalendarError::Against(*day));
        }
        let off = year.off.iter().filter(|day| base.off.contains(day));
        let work = year.work.iter().filter(|day| national(base, **day) == DayKind::MakeUp);
        odd.extend(off.chain(work).map(|day| Oddity::Already(*day)));
    }
    Ok(())
}
