//! A year as twelve small tables, every day with its word.

use crate::text::{Lang, both, format};
use chrono::Datelike as _;
use jieyou_domain::Date;
use jieyou_domain::time::{Calendar, DayKind};

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
    let month = |number| {
        let mut weeks: Vec<[Option<DayCell>; 7]> = Vec::new();
        let first = Date::from_ymd_opt(year, number, 1);
        let days = first.into_iter().flat_map(|day| day.iter_days());
        for day in days.take_while(|day| day.month() == number && day.year() == year) {
            let at = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
            if weeks.is_empty() || at == 0 {
                weeks.push(Default::default());
            }
            if let Some(week) = weeks.last_mut() {
                week[at] = Some(cell(calendar, day, lang));
            }
        }
        MonthView { name: format::month(number, lang), weeks }
    };
    (1..=12).map(month).collect()
}

/// The marks and what they mean.
pub fn legend(lang: Lang) -> [(&'static str, &'static str); 4] {
    [
        both!("休：放假", "off: a day off"),
        both!("班：周末上班", "work: a weekend day worked"),
        both!("法：日期固定的法定假日", "law: statutory, of a fixed date"),
        both!("地：地方规定的假日或上班日", "local: by the place's notice"),
    ]
    .map(|text| text.to(lang))
    .map(|text| text.split_once(lang.pick("：", ": ")).unwrap_or_default())
}

fn cell(calendar: &Calendar, day: Date, lang: Lang) -> DayCell {
    let [off, work, law, local] = legend(lang).map(|(mark, _)| mark);
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
