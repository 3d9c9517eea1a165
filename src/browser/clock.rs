//! The computer's clock, read in one place.

use jieyou_domain::Date;

/// Milliseconds since 1970-01-01 UTC, as this computer believes.
pub(crate) fn now_ms() -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds fit")]
    let ms = js_sys::Date::now().max(0.0) as u64;
    ms
}

/// The time of day of now, on another civil date at UTC+8: in milliseconds as above.
pub(crate) fn now_on(day: Date) -> u64 {
    const DAY: u64 = 86_400_000;
    let of_day = now_ms().saturating_add(8 * 3_600_000) % DAY;
    let epoch = Date::from_ymd_opt(1970, 1, 1).unwrap_or_default();
    let days = u64::try_from((day - epoch).num_days()).unwrap_or_default();
    (days * DAY + of_day).saturating_sub(8 * 3_600_000)
}

/// The civil date at UTC+8, whatever zone the computer is set to.
pub(crate) fn today() -> Date {
    day_of(now_ms())
}

/// The civil date at UTC+8 of a moment.
pub(crate) fn day_of(ms: u64) -> Date {
    let days = ms.saturating_add(8 * 3_600_000) / 86_400_000;
    let epoch = Date::from_ymd_opt(1970, 1, 1).unwrap_or_default();
    epoch.checked_add_days(chrono::Days::new(days)).unwrap_or(epoch)
}

/// The time of day at UTC+8, `14:02`, for "saved at".
pub(crate) fn time_of_day() -> String {
    time_at(now_ms())
}

/// The time of day at UTC+8 of a moment.
pub(crate) fn time_at(ms: u64) -> String {
    let minutes = (ms / 60_000 + 8 * 60) % (24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
