//! The civil date and the time of day of a moment: milliseconds since 1970-01-01 UTC. Both
//! are those at UTC+8, whatever zone a computer is set to; this is the one place that knows.

use super::Date;
use chrono::Days;

const EAST_8: u64 = 8 * 60 * 60 * 1000;
const DAY: u64 = 24 * 60 * 60 * 1000;

/// The civil date; `None` beyond the dates that can be written.
pub fn day_at(ms: u64) -> Option<Date> {
    Date::default().checked_add_days(Days::new(ms.saturating_add(EAST_8) / DAY))
}

/// The time of day, `14:02`.
pub fn time_at(ms: u64) -> String {
    let minutes = ms.saturating_add(EAST_8) % DAY / 60_000;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The moment at the same time of day on another date, from 1970 on.
pub fn moment_on(day: Date, ms: u64) -> u64 {
    let days = u64::try_from((day - Date::default()).num_days()).unwrap_or_default();
    (days * DAY + ms.saturating_add(EAST_8) % DAY).saturating_sub(EAST_8)
}
