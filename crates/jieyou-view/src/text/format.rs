//! Dates, weekdays and numbers in words. Pure: no `Intl`, no clock.

use super::Lang;
use chrono::Datelike as _;
use jieyou_domain::Date;

/// A day as `<time>` draws it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayView {
    /// `2026-04-16`; empty without a day.
    pub iso: String,
    /// The day in words.
    pub text: String,
    /// The weekday.
    pub weekday: &'static str,
}

impl DayView {
    /// The day with its year.
    pub fn full(day: Date, lang: Lang) -> Self {
        Self { iso: iso(day), text: date_full(day, lang), weekday: weekday(day, lang) }
    }

    /// The day, without the year when it is the year of `today`.
    pub fn near(day: Date, today: Date, lang: Lang) -> Self {
        Self { iso: iso(day), text: date(day, today, lang), weekday: weekday(day, lang) }
    }
}

/// `2026-04-16`.
pub fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// `2026年4月16日`, `16 Apr 2026`.
pub fn date_full(day: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Lang::En => format!("{} {} {}", day.day(), month(day.month(), lang), day.year()),
    }
}

/// `4月16日`, `16 Apr`.
pub fn date_short(day: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月{}日", day.month(), day.day()),
        Lang::En => format!("{} {}", day.day(), month(day.month(), lang)),
    }
}

/// The short form in the year of `today`, else the full one.
pub fn date(day: Date, today: Date, lang: Lang) -> String {
    if day.year() == today.year() { date_short(day, lang) } else { date_full(day, lang) }
}

/// `周四`, `Thu`.
pub fn weekday(day: Date, lang: Lang) -> &'static str {
    let at = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    weekdays(lang)[at]
}

/// The weekdays from Monday, as [`weekday`] writes them.
pub fn weekdays(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    )
}

/// The heads of the columns of a week.
pub fn weekday_heads(lang: Lang) -> [&'static str; 7] {
    lang.pick(["一", "二", "三", "四", "五", "六", "日"], weekdays(Lang::En))
}

/// `4月`, `Apr`.
pub fn month(number: u32, lang: Lang) -> &'static str {
    const ZH: [&str; 12] =
        ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];
    const EN: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let at = usize::try_from(number.saturating_sub(1)).unwrap_or_default().min(11);
    lang.pick(ZH, EN)[at]
}

/// `3天`, `1 day`, `3 days`.
pub fn days(n: i64, lang: Lang) -> String {
    match (lang, n) {
        (Lang::Zh, _) => format!("{n}天"),
        (Lang::En, 1) => "1 day".to_owned(),
        (Lang::En, _) => format!("{n} days"),
    }
}

/// `3件`, `1 matter`, `3 matters`.
pub fn matters(n: usize, lang: Lang) -> String {
    match (lang, n) {
        (Lang::Zh, _) => format!("{n}件"),
        (Lang::En, 1) => "1 matter".to_owned(),
        (Lang::En, _) => format!("{n} matters"),
    }
}

/// Several things in one line: `甲、乙` or `a, b`.
pub fn listed<S: AsRef<str>>(parts: &[S], lang: Lang) -> String {
    parts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(lang.pick("、", ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_written_only_when_it_is_another_one() {
        let (day, next) = (Date::from_ymd_opt(2026, 4, 16), Date::from_ymd_opt(2027, 1, 21));
        let (day, next) = (day.unwrap(), next.unwrap());
        assert_eq!(date(day, day, Lang::Zh), "4月16日");
        assert_eq!(date(next, day, Lang::Zh), "2027年1月21日");
        assert_eq!(date(day, day, Lang::En), "16 Apr");
        assert_eq!(date(next, day, Lang::En), "21 Jan 2027");
        assert_eq!((weekday(day, Lang::Zh), weekday(day, Lang::En)), ("周四", "Thu"));
        assert_eq!(iso(day), "2026-04-16");
    }
}
