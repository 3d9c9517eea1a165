//! The calendar: why one is refused, what is odd in one, and the words of its page.

use super::{Both, Lang, both, format};
use jieyou_domain::Date;
use jieyou_domain::time::{CalendarError, Festival, Oddity};

/// `2026年2月13日（周五）`.
pub fn day(day: Date, lang: Lang) -> String {
    with_weekday(&format::date_full(day, lang), day, lang)
}

/// The weekday behind the words for a day.
pub fn with_weekday(words: &str, day: Date, lang: Lang) -> String {
    both!("{}（{}）", "{} ({})").with(lang, &[words, format::weekday(day, lang)])
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

/// The page's name.
pub const TITLE: Both = both!("节假日历", "Days off");
/// What it is for.
pub const LEAD: Both = both!(
    "工作日和顺延都按这份日历数。每年的安排以国务院办公厅的通知为准，没有公布的年份不推测。",
    "Working days and rolled days are counted by this calendar. Each year follows the notice of the State Council's General Office; a year that is not published is not guessed."
);
/// Which years are here.
pub const YEARS: Both = both!("各年安排", "Years");
/// Heads of the list of years.
pub const HEADS: [Both; 4] =
    [both!("年份", "Year"), both!("天数", "Days"), both!("依据", "By"), both!("月历", "Months")];
/// The years before: how many.
pub const OLDER: Both = both!("更早的{}年", "{} earlier years");
/// Opens the months.
pub const SHOW: Both = both!("看月历", "Show");
/// Closes them.
pub const HIDE: Both = both!("收起", "Hide");
/// Adding a year.
pub const ADD: Both = both!("装进新的一年，或者更正一年", "Add a year, or put one right");
/// What to do there.
pub const ADD_HINT: Both = both!(
    "把通知原文贴进来就行；也可以一行写一段，如“2027-02-05至2027-02-11 休”“2027-02-14 班”，或者贴日历文件的内容。",
    "Paste the notice as it is; or one piece a line, such as “2027-02-05 – 2027-02-11 off” and “2027-02-14 work”; or the content of a calendar file."
);
/// What places add.
pub const PLACES: Both = both!("地方假日", "Local holidays");
/// What that is.
pub const PLACES_HINT: Both = both!(
    "少数民族习惯的节日，由少数民族聚居地区的地方人民政府规定放假日期（放假办法第四条）。在这里按地方政府的通知补上；全国放假的日子不会因此变成上班。",
    "Holidays of national minorities are set by the local government (article 4 of the holiday measures). Add them here by its notice; a national day off never becomes a working day."
);
/// None.
pub const NO_PLACES: Both = both!("没有补充地方假日。", "None is added.");
/// Takes a place's days off.
pub const TAKE_OFF: Both = both!("取消", "Take off");
/// The box.
pub const BOX: Both = both!("放假安排", "The arrangement");
/// A file instead.
pub const FILE: Both = both!("或者从文件读入（.txt、.json）", "Or from a file (.txt, .json)");
/// The year.
pub const YEAR: Both = both!("年份", "Year");
/// The notice.
pub const SOURCE: Both = both!("通知文号", "Number of the notice");
/// What that looks like.
pub const SOURCE_HINT: Both = both!(
    "如“国办发明电〔2025〕7号”。没有出处的安排不收。",
    "As it stands on the notice. Nothing is taken without its source."
);
/// The place.
pub const PLACE: Both = both!("地方", "Place");
/// Reads what stands there.
pub const LOOK: Both = both!("核对，看会动哪些日子", "Check, and see which days move");
/// The same of what the program brings.
pub const LOOK_NEWER: Both = both!("看会动哪些日子", "See which days move");
/// Applies it.
pub const APPLY: Both = both!("启用", "Put into force");
/// Leaves it.
pub const LEAVE: Both = both!("先不启用", "Not now");
/// Refused: what is safe.
pub const REFUSED: Both = both!(
    "没有启用，现在的日历照用。请对照通知改好再核对：",
    "Nothing was changed; the present calendar stays. Compare with the notice and check again:"
);
/// What would be adopted.
pub const READ: Both =
    both!("读出来是这样，请对照通知看一遍：", "This was read; please compare with the notice:");
/// What is unusual.
pub const ODD: Both = both!("下面这几处不常见：", "This is unusual:");
/// A person says that it is so.
pub const SURE: Both = both!("对照通知看过了，就是这样", "I compared it with the notice; it is so");
/// That was not ticked.
pub const NOT_SURE: Both = both!(
    "有不常见的地方，请先对照通知，打上勾再启用。",
    "Something is unusual. Compare it with the notice and tick the box first."
);
/// A matter's day: old.
pub const OLD: Both = both!("现在", "Now");
/// A matter's day: new.
pub const NEW: Both = both!("启用后", "Then");
/// Applied.
pub const DONE: Both =
    both!("已启用，期限都按新的日历算了。", "In force; all days are counted by it now.");
/// Nothing pasted.
pub const NO_TEXT: Both = both!("还没有贴放假安排。", "Nothing is pasted yet.");
/// No place.
pub const NO_PLACE: Both = both!("没有写是哪个地方。", "The place is not named.");
/// No year.
pub const NO_YEAR: Both =
    both!("年份没有写，或者不是四位数。", "The year is missing or has not four digits.");
/// No source.
pub const NO_SOURCE: Both = both!("没有写通知文号。", "The number of the notice is missing.");
/// A day of another year.
pub const OTHER_YEAR: Both = both!(
    "{}不在这一年。一份通知只管当年，最多到上一年12月，而且上一年的安排要先在这里。",
    "{} is not of that year. A notice is about its year, and at most the December before, which must be here already."
);
/// No day found.
pub const NOTHING_READ: Both =
    both!("没有读出一天放假或者上班。", "No day off and no working day was found.");
/// A place's file in the national form.
pub const IS_LOCAL: Both = both!(
    "这是地方假日的文件，请在下面“地方假日”里读入。",
    "This is a file of local holidays; use the form for those below."
);
/// The other way round.
pub const IS_NATIONAL: Both = both!(
    "这是全国安排的文件，请在上面装进来。",
    "This is a national calendar; use the form above."
);
/// A file that holds nothing new.
pub const ALL_KNOWN: Both =
    both!("文件里的各年和现在的完全一样，不用再装。", "Every year in the file is here already.");
/// A year replaced by the same days.
pub const SAME_DAYS: Both =
    both!("和现在相比，没有哪一天变化。", "No day differs from the present one.");
/// Days that differ.
pub const CHANGES: Both = both!("和现在相比", "Changed");
