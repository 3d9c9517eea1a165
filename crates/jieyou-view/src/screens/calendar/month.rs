//! A year as twelve small tables, every day with its word.

use crate::text::{Lang, both, format};
use chrono::Datelike as _;
use jieyou_domain::Date;
use jieyou_domain::time::{Calendar, DayKind, days_of};

/// A month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthView {
    /// Its name.
    pub name: &'static str,
    /// Weeks from Monday; `None` is outside the month.
    pub weeks: Vec<[Option<DayCell>; 7]>,
}

/// A day of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCell {
    /// For `datetime`.
    pub iso: String,
    /// The day's number.
    pub day: String,
    /// `data-day`.
    pub kind: &'static str,
    /// 休, 班, 法, 地; empty on an ordinary day.
    pub mark: &'static str,
}

/// The months of a year that is here.
pub fn months(calendar: &Calendar, year: i32, lang: Lang) -> Vec<MonthView> {
    let mut months: Vec<MonthView> = Vec::new();
    for day in days_of(year) {
        let at = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
        if day.day() == 1 {
            months.push(MonthView { name: format::month(day.month(), lang), weeks: Vec::new() });
        }
        let Some(month) = months.last_mut() else { break };
        if month.weeks.is_empty() || at == 0 {
            month.weeks.push(Default::default());
        }
        if let Some(week) = month.weeks.last_mut() {
            week[at] = Some(cell(calendar, day, lang));
        }
    }
    months
}

/// The marks and what they mean.
pub fn legend(lang: Lang) -> [(&'static str, &'static str); 4] {
    [
        (both!("休", "off").to(lang), both!("放假", "a day off").to(lang)),
        (both!("班", "work").to(lang), both!("周末上班", "a weekend day worked").to(lang)),
        (
            both!("法", "law").to(lang),
            both!("日期固定的法定假日", "statutory, of a fixed date").to(lang),
        ),
        (
            both!("地", "local").to(lang),
            both!("地方规定的假日或上班日", "by the place's notice").to(lang),
        ),
    ]
}

fn cell(calendar: &Calendar, day: Date, lang: Lang) -> DayCell {
    let [(off, _), (work, _), (law, _), (local, _)] = legend(lang);
    let kind = calendar.kind(day).unwrap_or(DayKind::Work);
    let is_fixed = match (day.month(), day.day()) {
        (1 | 5, 1) | (10, 1..=3) => true,
        (5, 2) => day.year() >= 2025,
        _ => false,
    };
    let mark = match kind {
        _ if calendar.local_on(day).is_some() => local,
        DayKind::Off if is_fixed => law,
        DayKind::Off => off,
        DayKind::MakeUp => work,
        DayKind::Work | DayKind::Weekend => "",
    };
    let data = match kind {
        DayKind::Off | DayKind::Weekend => "rest",
        DayKind::MakeUp => "makeup",
        DayKind::Work => "work",
    };
    DayCell { iso: format::iso(day), day: day.day().to_string(), kind: data, mark }
}
