//! The day by which the leaders consult (会诊).

use super::engine::Setting;
use crate::time::{Calendar, Date};
use chrono::{Datelike, Months};

/// By the tenth of the month (practice section 9), where no pack says otherwise.
pub const CONSULT_DAY: u32 = 10;

/// The first day after `on` by which the leaders consult: a day of the month that the pack
/// sets, moved to a working day; where the calendar of that year is not known, as it falls.
pub fn next_consult(on: Date, setting: Setting<'_>) -> Option<Date> {
    let day = setting.rules.consult.unwrap_or(CONSULT_DAY);
    let first = on.with_day(1)?;
    let months = (0..=2).filter_map(|n| first.checked_add_months(Months::new(n))?.with_day(day));
    months.map(|day| rolled(day, setting.calendar)).find(|day| *day > on)
}

/// The day itself or the next working day; as it falls where that is not known.
fn rolled(day: Date, calendar: &Calendar) -> Date {
    let mut last = day;
    while calendar.kind(last).is_ok_and(|kind| !kind.is_working()) {
        let Some(next) = last.succ_opt() else { return day };
        last = next;
    }
    if calendar.kind(last).is_ok() { last } else { day }
}
