//! The calendar: why one is refused, what is odd in one, and the words of its page.

use super::{Both, Lang, both, format};
use jieyou_domain::Date;
use jieyou_domain::time::{CalendarError, Festival, Oddity};

/// `2026年2月13日（周五）`.
pub fn day(day: Date, lang: Lang) -> String {
    both!("{}（{}）", "{} ({})")
        .with(lang, &[&format::date_full(day, lang), format::weekday(day, lang)])
}

/// Why a calendar is refused, and where.
pub fn error(error: &CalendarError, lang: Lang) -> String {
    let (text, about) = match error {
        CalendarError::Unreadable(words) => {
            (both!("格式读不了（{}）", "it does not read ({})"), words.clone())
        }
        CalendarError::OtherKind(kind) => {
            (both!("不认识的日历种类“{}”", "“{}” is no kind of calendar"), kind.clone())
        }
        CalendarError::BadYear(key) => (both!("“{}”不是年份", "“{}” is not a year"), key.clone()),
        CalendarError::TooEarly(year) => (
            both!(
                "{}年太早，只收2010年以后的安排",
                "{} is too early; years from 2010 on are taken"
            ),
            year.to_string(),
        ),
        CalendarError::Empty => (both!("里面一天也没有", "there is no day in it"), String::new()),
        CalendarError::WrongYear(year, date) => {
            let text = both!("{}年的安排里有{}", "the arrangement of {} holds {}");
            return text.with(lang, &[&year.to_string(), &day(*date, lang)]);
        }
        CalendarError::NotAWeekend(date) => (
            both!(
                "{}写成调休上班，可它不是周末",
                "{} is given as a make-up day, but is on no weekend"
            ),
            day(*date, lang),
        ),
        CalendarError::Both(date) => (
            both!("{}既写了放假又写了上班", "{} is given both as off and as working"),
            day(*date, lang),
        ),
        CalendarError::Twice(date) => {
            (both!("{}写了两遍", "{} stands there twice"), day(*date, lang))
        }
        CalendarError::NoSource(year) => (
            both!("{}年没有写通知文号", "the notice that {} comes from is not named"),
            year.to_string(),
        ),
        CalendarError::NotOff(date) => (
            both!("{}是法定假日，却没有放假", "{} is a statutory holiday and not given as off"),
            day(*date, lang),
        ),
        CalendarError::NoFestival(year, which) => (festival(*which), year.to_string()),
        CalendarError::NoName => {
            (both!("没有写是哪个地方", "the place is not named"), String::new())
        }
        CalendarError::Against(date) => (
            both!(
                "{}：全国或者别的地方的安排正好相反",
                "{}: the nation or another place says the opposite"
            ),
            day(*date, lang),
        ),
    };
    text.with(lang, &[&about])
}

fn festival(festival: Festival) -> Both {
    match festival {
        Festival::Spring => both!(
            "{}年没有春节假：1月19日至2月24日之间没有够长的连休",
            "{} has no Spring Festival: no break long enough between 19 January and 24 February"
        ),
        Festival::Qingming => both!(
            "{}年没有清明假：4月4日、5日都没有放假",
            "{} has no Qingming: neither 4 nor 5 April is off"
        ),
        Festival::DragonBoat => both!(
            "{}年没有端午假：5月25日至6月28日之间没有一天放假",
            "{} has no Dragon Boat Festival: no day is off between 25 May and 28 June"
        ),
        Festival::MidAutumn => both!(
            "{}年没有中秋假：9月6日至10月9日之间，国庆三天以外没有一天放假",
            "{} has no Mid-Autumn: but for 1 to 3 October no day is off between 6 September and 9 October"
        ),
    }
}

/// What is unusual, for a person to look at.
pub fn oddity(odd: &Oddity, lang: Lang) -> String {
    let (text, about) = match odd {
        Oddity::Balance { year, off, work, statutory } => {
            let real =
                i64::try_from(*off).unwrap_or_default() - i64::try_from(*work).unwrap_or_default();
            let text = both!(
                "{}年：工作日放假{}天，周末上班{}天，相抵是{}天，法定是{}天。国家临时增加、延长假期，或者元旦假期跨年调休，才会对不上。",
                "{}: {} weekdays off less {} make-up days is {}; the law gives {}. They differ only when the State grants extra days, or when days are moved across New Year."
            );
            let parts = [
                year.to_string(),
                off.to_string(),
                work.to_string(),
                real.to_string(),
                statutory.to_string(),
            ];
            return text.with(lang, &parts.each_ref().map(String::as_str));
        }
        Oddity::MidAutumnUnseen(year) => (
            both!(
                "{}年9月没有放假，国庆假期又不到8天，看不出中秋节怎么放。",
                "{}: no day off in September, and the October break is under 8 days; Mid-Autumn cannot be seen."
            ),
            year.to_string(),
        ),
        Oddity::NotPublished(year) => (
            both!(
                "{}年的全国安排还没有装进来；装进来以后，地方的日子才起作用。",
                "The national arrangement of {} is missing; the place's days have no effect until it is there."
            ),
            year.to_string(),
        ),
        Oddity::Already(date) => (
            both!(
                "{}在全国安排里本来就是这样，写不写都一样。",
                "{} is so in the national calendar already."
            ),
            day(*date, lang),
        ),
        Oddity::LocalWorks(date) => (
            both!(
                "{}：地方安排上班，全国安排放假，以全国的为准。",
                "{}: the place works, the nation is off; the day is off."
            ),
            day(*date, lang),
        ),
    };
    text.with(lang, &[&about])
}
