//! The day in a cell. Only forms that can mean one day alone are read; everything else is
//! said and never guessed.

use jieyou_domain::Date;
use jieyou_domain::time::parse_date;

/// What makes a cell into a day beyond its own text, as the user chose.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Help {
    /// The year of days written without one.
    pub(super) year: Option<i32>,
    /// Whether five digits are a spreadsheet's day number.
    pub(super) serial: bool,
}

/// Why a cell is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDay {
    /// Nothing stands there.
    Empty,
    /// Month and day without a year.
    NoYear,
    /// A bare number that may be a spreadsheet's day number.
    Serial,
    /// Day or month may come first.
    Order,
    /// Well written, but there is no such day.
    NoSuchDay,
    /// Nothing of the kind.
    Unread,
}

/// Reads a cell: `2026-03-05`, `2026/3/5`, `2026.3.5`, with the words for year, month and
/// day, with a time of day behind; month and day, or a day number, with help only.
pub(super) fn read_day(cell: &str, help: Help) -> Result<Date, NoDay> {
    let text = plain(cell);
    let text = without_time(&text);
    if text.is_empty() {
        return Err(NoDay::Empty);
    }
    if let Some(day) = parse_date(text) {
        return Ok(day);
    }
    let is_digits = text.bytes().all(|b| b.is_ascii_digit());
    if is_digits && text.len() == 5 {
        return serial(text, help);
    }
    let parts: Option<Vec<u32>> = text.split('-').map(|p| p.parse().ok()).collect();
    let long = |part: usize| text.split('-').nth(part).map_or(0, str::len);
    match parts.as_deref() {
        Some([y, m, d]) if long(0) == 4 => exact(i32::try_from(*y).unwrap_or(0), *m, *d),
        Some([_, _, _]) if long(2) == 4 || long(0) <= 2 => Err(NoDay::Order),
        Some([_, _]) if long(0) <= 2 && !has_words(cell) => Err(NoDay::Order),
        Some([m, d]) if long(0) <= 2 => {
            help.year.map_or(Err(NoDay::NoYear), |year| exact(year, *m, *d))
        }
        _ => Err(NoDay::Unread),
    }
}

fn exact(year: i32, month: u32, day: u32) -> Result<Date, NoDay> {
    Date::from_ymd_opt(year, month, day).ok_or(NoDay::NoSuchDay)
}

/// Whether month and day stand with their words, so that their order is certain.
fn has_words(cell: &str) -> bool {
    cell.contains('月')
}

/// Digits as ASCII, every separator and word as a hyphen, nothing at the end.
fn plain(cell: &str) -> String {
    let mut out = String::new();
    for c in cell.trim().chars() {
        match c {
            '０'..='９' => {
                let digit = u32::from(c) - u32::from('０') + u32::from('0');
                out.extend(char::from_u32(digit));
            }
            '/' | '.' | '年' | '月' | '／' | '．' | '－' | '—' => out.push('-'),
            '日' | '号' => {}
            '\u{3000}' => out.push(' '),
            '：' => out.push(':'),
            other => out.push(other),
        }
    }
    out
}

/// What stands before a time of day; the whole text where none follows.
fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((day, time)) if time.bytes().all(|b| b.is_ascii_digit() || b == b':') => day,
        _ => text,
    }
}

/// Days counted as spreadsheets do, where 1 March 1900 is 61.
fn serial(text: &str, help: Help) -> Result<Date, NoDay> {
    if !help.serial {
        return Err(NoDay::Serial);
    }
    let days = text.parse().map_err(|_e| NoDay::Unread)?;
    let first = Date::from_ymd_opt(1899, 12, 30).ok_or(NoDay::Unread)?;
    first.checked_add_days(chrono::Days::new(days)).ok_or(NoDay::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELP: Help = Help { year: Some(2026), serial: true };

    #[track_caller]
    fn check(cell: &str, help: Help, read: Result<&str, NoDay>) {
        let read = read.map(|day| parse_date(day).unwrap());
        assert_eq!(read_day(cell, help), read, "{cell}");
    }

    #[test]
    fn the_usual_forms_are_read() {
        for cell in [
            "2026-03-05",
            "2026-3-5",
            "2026/3/5",
            "2026.3.5",
            "2026.03.05",
            "2026年3月5日",
            "2026年03月05号",
            " 2026/3/5 0:00:00 ",
            "２０２６／３／５",
            "2026-03-05 14:02",
            "2026-03-05T00:00:00",
        ] {
            check(cell, Help::default(), Ok("2026-03-05"));
        }
    }

    #[test]
    fn a_missing_year_is_not_made_up() {
        check("3月5日", Help::default(), Err(NoDay::NoYear));
        check("3月5日", HELP, Ok("2026-03-05"));
        check("2月30日", HELP, Err(NoDay::NoSuchDay));
    }

    #[test]
    fn a_bare_number_is_a_day_only_where_that_was_said() {
        check("46086", Help::default(), Err(NoDay::Serial));
        check("46086", HELP, Ok("2026-03-05"));
        check("61", HELP, Err(NoDay::Unread));
    }

    #[test]
    fn what_may_mean_two_days_means_none() {
        for cell in ["03/05/2026", "13/05/2026", "5-3-2026", "26.3.5", "3/5", "3.5", "05-03-26"] {
            check(cell, HELP, Err(NoDay::Order));
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        check("2026-02-30", HELP, Err(NoDay::NoSuchDay));
        check("2026年13月1日", HELP, Err(NoDay::NoSuchDay));
        check("", HELP, Err(NoDay::Empty));
        for cell in ["上个月", "2026年3月", "2026-3", "2026", "20260305", "3月中旬", "3月5日前后"]
        {
            check(cell, HELP, Err(NoDay::Unread));
        }
    }
}
