//! 节假日历: which years are here and where they came from, what a place adds, and how a
//! further year is taken in.

mod draft;
mod month;
pub mod notice;
#[cfg(test)]
mod tests;
mod write;

pub use draft::{Input, Preview, begin, preview, taking_off};
pub use month::{DayCell, MonthView, legend, months};

use crate::text::{Lang, both, calendar as t, format};
use chrono::Datelike as _;
use jieyou_domain::Date;
use jieyou_domain::ledger::Book;
use jieyou_domain::time::Year;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// How far the calendar reaches, and what follows from that.
    pub state: Vec<String>,
    /// The newest first.
    pub years: Vec<YearView>,
    /// What places add.
    pub locals: Vec<LocalView>,
}

/// One year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearView {
    /// The year.
    pub number: i32,
    /// `2026年`
    pub name: String,
    /// How many days are off, how many are worked.
    pub counts: String,
    /// The notice, and how the year came here.
    pub source: String,
}

/// What one place adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalView {
    /// By which it is taken off.
    pub id: String,
    /// The place.
    pub name: String,
    /// Its days, year by year, with their notice.
    pub lines: Vec<String>,
}

/// The page as it stands.
pub fn screen(book: &Book, today: Date, lang: Lang) -> Screen {
    let calendar = book.calendar();
    let year = |(number, year): (i32, &Year)| {
        let came = if calendar.is_added(number) {
            both!("{}（本单位录入）", "{} (entered here)")
        } else {
            both!("{}（随日历启用）", "{} (came with the calendar)")
        };
        YearView {
            number,
            name: both!("{}年", "{}").with(lang, &[&number.to_string()]),
            counts: counts(year, lang),
            source: came.with(lang, &[&year.source]),
        }
    };
    let local = |local: &jieyou_domain::time::Local| LocalView {
        id: local.id.clone(),
        name: local.name.clone(),
        lines: {
            let mut all = Vec::new();
            for (number, year) in &local.years {
                let of = both!("{}年", "{}: ").with(lang, &[&number.to_string()]);
                all.extend(lines(&of, year, lang));
            }
            all
        },
    };
    Screen {
        state: state(book, today, lang),
        years: calendar.years().rev().map(year).collect(),
        locals: calendar.locals().iter().map(local).collect(),
    }
}

/// Up to which day everything can be counted; what that means for later ones.
fn state(book: &Book, today: Date, lang: Lang) -> Vec<String> {
    let calendar = book.calendar();
    let mut year = today.year();
    while calendar.year(year).is_some() {
        year += 1;
    }
    let (number, before) = (year.to_string(), (year - 1).to_string());
    let mut lines = vec![
        both!("{}年：放假安排尚未公布。", "{}: days off are not published yet.")
            .with(lang, &[&number]),
    ];
    lines.push(
        both!(
            "在装进来之前，工作日数不到{}年，落在{}年的最后一天也不顺延：页面上写明原来的日子和“放假安排未公布”，不作推测。按自然日算的期限照常算。",
            "Until it is here, working days are not counted into {}, and a last day in {} does not roll: screens show the plain day and say why. Nothing is guessed. Terms in calendar days are counted as ever."
        )
        .with(lang, &[&number, &number]),
    );
    if calendar.year(year - 1).is_some() {
        lines.push(
            both!(
                "{}年12月20日至31日还可能因下一年元旦调休而变动。",
                "20 to 31 December {} may still change with the next New Year's break."
            )
            .with(lang, &[&before]),
        );
    }
    lines
}

/// `放假33天，调休上班6天`
fn counts(year: &Year, lang: Lang) -> String {
    both!("放假{}天，调休上班{}天", "{} off, {} make-up")
        .with(lang, &[&year.off.len().to_string(), &year.work.len().to_string()])
}

/// A year's days as runs, then its notice; each line begins with `of`.
fn lines(of: &str, year: &Year, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, days) in
        [(both!("放假", "Off").to(lang), &year.off), (both!("上班", "Worked").to(lang), &year.work)]
    {
        let runs = runs(days, lang);
        if !runs.is_empty() {
            let name = format!("{of}{name}");
            lines.push(format::labelled(&name, &format::listed(&runs, lang), lang));
        }
    }
    lines.push(format::labelled(both!("依据", "By").to(lang), &year.source, lang));
    lines
}

/// Days next to each other in one piece: `1月1日（周四）至1月3日（周六）`.
fn runs(days: &[Date], lang: Lang) -> Vec<String> {
    let word = |day: Date| t::with_weekday(&format::date_short(day, lang), day, lang);
    let mut runs = Vec::new();
    for run in days.chunk_by(|a, b| a.succ_opt() == Some(*b)) {
        let (first, last) = (word(run[0]), word(run[run.len() - 1]));
        runs.push(match run.len() {
            1 => first,
            _ => both!("{}至{}", "{} to {}").with(lang, &[&first, &last]),
        });
    }
    runs
}
