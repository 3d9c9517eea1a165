//! Dates, weekdays and numbers in words. Pure: no `Intl`, no clock.

use super::{Both, Lang, both};
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
    let [year, number] = [day.year().to_string(), day.day().to_string()];
    let month = month(day.month(), lang);
    let parts = lang.pick([&year, month, &number], [&number, month, &year]);
    both!("{}年{}{}日", "{} {} {}").with(lang, &parts)
}

/// `4月16日`, `16 Apr`.
pub fn date_short(day: Date, lang: Lang) -> String {
    let number = day.day().to_string();
    let month = month(day.month(), lang);
    both!("{}{}日", "{} {}").with(lang, &lang.pick([month, &number], [&number, month]))
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
    let days = [
        both!("周一", "Mon"),
        both!("周二", "Tue"),
        both!("周三", "Wed"),
        both!("周四", "Thu"),
        both!("周五", "Fri"),
        both!("周六", "Sat"),
        both!("周日", "Sun"),
    ];
    days.map(|day| day.to(lang))
}

/// The heads of the columns of a week.
pub fn weekday_heads(lang: Lang) -> [&'static str; 7] {
    let heads = [
        both!("一", "Mon"),
        both!("二", "Tue"),
        both!("三", "Wed"),
        both!("四", "Thu"),
        both!("五", "Fri"),
        both!("六", "Sat"),
        both!("日", "Sun"),
    ];
    heads.map(|head| head.to(lang))
}

/// `4月`, `Apr`.
pub fn month(number: u32, lang: Lang) -> &'static str {
    const MONTHS: [Both; 12] = [
        both!("1月", "Jan"),
        both!("2月", "Feb"),
        both!("3月", "Mar"),
        both!("4月", "Apr"),
        both!("5月", "May"),
        both!("6月", "Jun"),
        both!("7月", "Jul"),
        both!("8月", "Aug"),
        both!("9月", "Sep"),
        both!("10月", "Oct"),
        both!("11月", "Nov"),
        both!("12月", "Dec"),
    ];
    let at = usize::try_from(number.saturating_sub(1)).unwrap_or_default().min(11);
    MONTHS[at].to(lang)
}

/// `3天`, `1 day`, `3 days`.
pub fn days(n: i64, lang: Lang) -> String {
    let text = if n == 1 { both!("{}天", "{} day") } else { both!("{}天", "{} days") };
    text.with(lang, &[&n.to_string()])
}

/// `3件`, `1 matter`, `3 matters`.
pub fn matters(n: usize, lang: Lang) -> String {
    let text = if n == 1 { both!("{}件", "{} matter") } else { both!("{}件", "{} matters") };
    text.with(lang, &[&n.to_string()])
}

/// A name and what stands there: `文号：3`, `Number: 3`.
pub fn labelled(name: &str, value: &str, lang: Lang) -> String {
    // A question has its mark already.
    let mark =
        if name.ends_with(['？', '?']) { lang.pick("", " ") } else { lang.pick("：", ": ") };
    format!("{name}{mark}{value}")
}

/// Several things in one line: `甲、乙` or `a, b`.
pub fn listed<S: AsRef<str>>(parts: &[S], lang: Lang) -> String {
    joined(parts, ", ", lang)
}

/// The same with another mark in English. A thing that holds such a mark itself is kept
/// apart by a stronger one.
pub fn joined<S: AsRef<str>>(parts: &[S], en: &str, lang: Lang) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    let is_apart = |text: &&str| text.contains("、") || text.contains("，");
    let zh = if parts.len() > 1 && parts.iter().any(is_apart) { "；" } else { "、" };
    parts.join(lang.pick(zh, en))
}

/// How wide a text is, in half-width characters: a Chinese one takes two.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_a_mark_is_kept_apart_by_a_stronger_one() {
        assert_eq!(listed(&["答复过", "没落实"], Lang::Zh), "答复过、没落实");
        assert_eq!(listed(&["答复过、不服", "没落实"], Lang::Zh), "答复过、不服；没落实");
        assert_eq!(listed(&["办过，又回来的"], Lang::Zh), "办过，又回来的");
        assert_eq!(joined(&["a, b", "c"], " / ", Lang::En), "a, b / c");
    }

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
