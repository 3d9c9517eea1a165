//! What was pasted on its way into the calendar: read, checked, and shown with everything
//! that it would change. Nothing is written here.

use super::notice::{self, Why};
use super::write::{name, write};
use super::{counts, lines};
use crate::screens::moved::{Moved, moved};
use crate::text::{Lang, both, calendar as t, format};
use chrono::Datelike as _;
use jieyou_domain::Date;
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::TextAdopted;
use jieyou_domain::ledger::Book;
use jieyou_domain::time::{Calendar, CalendarText, Local, Year, check_calendar, days_of};
use std::sync::Arc;

/// What stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// The notice, simple lines, or a file.
    pub text: String,
    /// The year it is about.
    pub year: String,
    /// The number of the notice.
    pub source: String,
    /// The place; `None` for the national calendar.
    pub place: Option<String>,
    /// Year and number as the text said them last, filled in and not typed.
    pub said: (String, String),
}

/// What would be adopted, and what follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What the ledger would keep.
    pub adopted: TextAdopted,
    /// What it says: heading and lines, year by year.
    pub parts: Vec<(String, Vec<String>)>,
    /// What is unusual; a person says that it is so.
    pub odd: Vec<String>,
    /// Days of open matters that would move.
    pub moved: Vec<Moved>,
}

/// Fills in what the text says of itself, where nothing else was typed.
pub fn begin(input: &mut Input) {
    let year = notice::year(&input.text).map(|y| y.to_string()).unwrap_or_default();
    let said = (year, notice::number(&input.text));
    for (field, old, new) in
        [(&mut input.year, &input.said.0, &said.0), (&mut input.source, &input.said.1, &said.1)]
    {
        let is_filled = field.trim().is_empty() || field == old;
        if is_filled && !new.is_empty() {
            field.clone_from(new);
        }
    }
    input.said = said;
}

/// Reads the form.
///
/// # Errors
///
/// Returns what is wrong, each with its place; the calendar in force stays.
pub fn preview(
    book: &Book,
    input: &Input,
    today: Date,
    lang: Lang,
) -> Result<Preview, Vec<String>> {
    let say = |text: crate::text::Both| vec![text.to(lang).to_owned()];
    if input.text.trim().is_empty() {
        return Err(say(t::NO_TEXT));
    }
    if input.place.as_ref().is_some_and(|place| place.trim().is_empty()) {
        return Err(say(t::NO_PLACE));
    }
    let text = if input.text.trim_start().starts_with('{') {
        from_file(book, input, lang)?
    } else {
        from_notice(book, input, lang)?
    };
    look(book, &text, today, lang).map_err(|e| vec![e])
}

/// What taking a place's days off again would change.
pub fn taking_off(book: &Book, id: &str, today: Date, lang: Lang) -> Option<Preview> {
    let known = book.calendar().locals().iter().find(|local| local.id == id)?;
    let text = CalendarText::Local(Local { years: Vec::new(), ..known.clone() });
    look(book, &text, today, lang).ok()
}

/// Checks a text against what is in force, and sees what follows.
fn look(book: &Book, text: &CalendarText, today: Date, lang: Lang) -> Result<Preview, String> {
    let present = book.calendar();
    let written = write(text);
    let odd = check_calendar(&written, present).map_err(|e| t::error(&e, lang))?;
    let mut trial = Calendar::clone(present);
    trial.take(text.clone());
    let place =
        if let CalendarText::Local(local) = text { Some(local.name.as_str()) } else { None };
    let parts = text.years().iter().map(|(number, year)| {
        let known = present.year(*number).filter(|_| place.is_none());
        let head = match (place, known) {
            (Some(place), _) => both!("{}，{}年：{}", "{}, {}: {}")
                .with(lang, &[place, &number.to_string(), &counts(year, lang)]),
            (None, None) => {
                both!("{}年：{}", "{}: {}").with(lang, &[&number.to_string(), &counts(year, lang)])
            }
            (None, Some(old)) => {
                both!("{}年：{}，替换现在的（{}）", "{}: {}, in place of the present one ({})")
                    .with(lang, &[&number.to_string(), &counts(year, lang), &old.source])
            }
        };
        let mut lines = lines("", year, lang);
        lines.extend(known.map(|_| differing(present, &trial, *number, lang)));
        (head, lines)
    });
    Ok(Preview {
        parts: parts.collect(),
        odd: odd.iter().map(|odd| t::oddity(odd, lang)).collect(),
        moved: moved(book, book.rules(), &Arc::new(trial.clone()), today, lang),
        adopted: TextAdopted { name: name(text, lang), text: written },
    })
}

/// The days of a year that are worked in one calendar and not in the other.
fn differing(present: &Calendar, trial: &Calendar, year: i32, lang: Lang) -> String {
    let is_working = |calendar: &Calendar, day| calendar.kind(day).is_ok_and(|k| k.is_working());
    let mut words = Vec::new();
    for day in days_of(year) {
        let is_new = is_working(trial, day);
        if is_new != is_working(present, day) {
            let text = if is_new {
                both!("{}改为上班", "{} becomes a working day")
            } else {
                both!("{}改为休息", "{} becomes a day off")
            };
            words.push(text.with(lang, &[&format::date_short(day, lang)]));
        }
    }
    if words.is_empty() {
        return t::SAME_DAYS.to(lang).to_owned();
    }
    format::labelled(t::CHANGES.to(lang), &format::listed(&words, lang), lang)
}

/// A file: whichever years in it differ from those in force.
fn from_file(book: &Book, input: &Input, lang: Lang) -> Result<CalendarText, Vec<String>> {
    let present = book.calendar();
    let wrong = |e| vec![t::error(&e, lang)];
    check_calendar(&input.text, present).map_err(wrong)?;
    match (CalendarText::read(&input.text).map_err(wrong)?, &input.place) {
        (CalendarText::Local(local), Some(_)) => Ok(CalendarText::Local(local)),
        (CalendarText::Local(_), None) => Err(vec![t::IS_LOCAL.to(lang).to_owned()]),
        (_, Some(_)) => Err(vec![t::IS_NATIONAL.to(lang).to_owned()]),
        (CalendarText::Whole(mut years) | CalendarText::Years(mut years), None) => {
            years.retain(|(number, year)| present.year(*number) != Some(year));
            if years.is_empty() {
                return Err(vec![t::ALL_KNOWN.to(lang).to_owned()]);
            }
            Ok(CalendarText::Years(years))
        }
    }
}

fn from_notice(book: &Book, input: &Input, lang: Lang) -> Result<CalendarText, Vec<String>> {
    let year = input.year.trim();
    let year = year.parse().ok().filter(|_| year.len() == 4);
    let mut wrong = Vec::new();
    if year.is_none() {
        wrong.push(t::NO_YEAR.to(lang).to_owned());
    }
    if input.source.trim().is_empty() {
        wrong.push(t::NO_SOURCE.to(lang).to_owned());
    }
    let (Some(year), true) = (year, wrong.is_empty()) else { return Err(wrong) };
    let read = notice::read(&input.text, Some(year));
    wrong.extend(read.problems.iter().map(|p| problem(p, lang)));
    let mut years =
        vec![(year, Year { off: vec![], work: vec![], source: input.source.trim().to_owned() })];
    for (days, is_off) in [(&read.off, true), (&read.work, false)] {
        for day in days {
            match put(&mut years, *day, is_off, book, input) {
                true => {}
                false => wrong.push(t::OTHER_YEAR.with(lang, &[&t::day(*day, lang)])),
            }
        }
    }
    if wrong.is_empty() && read.off.is_empty() && read.work.is_empty() {
        wrong.push(t::NOTHING_READ.to(lang).to_owned());
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(match &input.place {
        None => CalendarText::Years(years),
        Some(place) => CalendarText::Local(with_known(place.trim(), years, book)),
    })
}

/// Puts a day into its year. A notice may say something of the December before it: that
/// year then keeps all it says, and this notice is named beside its own.
fn put(years: &mut Vec<(i32, Year)>, day: Date, is_off: bool, book: &Book, input: &Input) -> bool {
    let about = years.first().map_or(0, |(number, _)| *number);
    if day.year() != about && years.iter().all(|(number, _)| *number != day.year()) {
        let is_before = day.year() == about - 1 && day.month() == 12 && input.place.is_none();
        let Some(known) = book.calendar().year(day.year()).filter(|_| is_before) else {
            return false;
        };
        let mut known = known.clone();
        let source = input.source.trim();
        if !known.source.contains(source) {
            known.source = format!("{}；{source}", known.source);
        }
        years.push((day.year(), known));
    }
    let Some((_, year)) = years.iter_mut().find(|(number, _)| *number == day.year()) else {
        return false;
    };
    let is_known = day.year() != about;
    let days = if is_off { &mut year.off } else { &mut year.work };
    // A day written twice in one notice is for the check to name.
    if !is_known || !days.contains(&day) {
        days.push(day);
        sort_by(days, Ord::cmp);
    }
    true
}

/// The place's other years stay.
fn with_known(place: &str, mut years: Vec<(i32, Year)>, book: &Book) -> Local {
    if let Some(known) = book.calendar().locals().iter().find(|local| local.id == place) {
        let others = known.years.iter().filter(|(n, _)| years.iter().all(|(new, _)| new != n));
        let others: Vec<_> = others.cloned().collect();
        years.extend(others);
    }
    sort_by(&mut years, |a, b| a.0.cmp(&b.0));
    Local { id: place.to_owned(), name: place.to_owned(), years }
}

fn problem(problem: &notice::Problem, lang: Lang) -> String {
    let why = match problem.why {
        Why::NoSuchDay => both!("没有这一天", "there is no such day").to(lang).to_owned(),
        Why::NoMonth => both!("没有写是几月", "the month is missing").to(lang).to_owned(),
        Why::NoYear => both!("没有写是哪一年", "the year is missing").to(lang).to_owned(),
        Why::OtherWeekday(day) => {
            both!("这一天是{}", "that day is a {}").with(lang, &[format::weekday(day, lang)])
        }
        Why::OddRange => {
            let text = both!(
                "起止日期不对：没有写完、先后颠倒或者超过一个月",
                "the range is unfinished, backwards or longer than a month"
            );
            text.to(lang).to_owned()
        }
        Why::OtherTotal(n) => both!("这一句写出来的是{}天", "{} days are written in this sentence")
            .with(lang, &[&n.to_string()]),
        Why::NeitherOffNorWork => {
            let text = both!("没有写放假还是上班", "it does not say whether off or working");
            text.to(lang).to_owned()
        }
        Why::Unread => both!(
            "读不懂，请改成“2月5日至11日放假”这样的写法",
            "not understood; write it like “2027-02-05 – 2027-02-11 off”"
        )
        .to(lang)
        .to_owned(),
    };
    both!("第{}行“{}”：{}。", "Line {}, “{}”: {}.")
        .with(lang, &[&problem.line.to_string(), &problem.piece, &why])
}
