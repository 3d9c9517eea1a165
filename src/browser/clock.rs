//! The computer's clock, read in one place.

use jieyou_domain::{Date, time};
use jieyou_view::Lang;
use jieyou_view::text::format;

/// Milliseconds since 1970-01-01 UTC, as this computer believes.
pub(crate) fn now_ms() -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds fit")]
    let ms = js_sys::Date::now().max(0.0) as u64;
    ms
}

/// The time of day of now, on another civil date at UTC+8: in milliseconds as above.
pub(crate) fn now_on(day: Date) -> u64 {
    time::moment_on(day, now_ms())
}

/// The civil date at UTC+8, whatever zone the computer is set to.
pub(crate) fn today() -> Date {
    day_of(now_ms())
}

/// The civil date at UTC+8 of a moment.
pub(crate) fn day_of(ms: u64) -> Date {
    time::day_at(ms).unwrap_or_default()
}

/// The time of day at UTC+8, `14:02`, for "saved at".
pub(crate) fn time_of_day() -> String {
    time::time_at(now_ms())
}

/// Day and time of a moment in words, at UTC+8; empty for 0.
pub(crate) fn moment(ms: u64, lang: Lang) -> String {
    match ms {
        0 => String::new(),
        ms => format!("{} {}", format::date_full(day_of(ms), lang), time::time_at(ms)),
    }
}
