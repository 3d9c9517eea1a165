//! The one model of a deadline: date, weekday, days left, whose duty, in that order.

use super::{Lang, both, format, words};
use chrono::Datelike as _;
use jieyou_domain::Date;
use jieyou_domain::facts::{DeadlineKind, Owes};
use jieyou_domain::ledger::{Book, Matter, Trigger};
use jieyou_domain::rules::{Due, Obligation, Roll, Rule, Standing};

/// A deadline as every screen draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineView {
    /// For `datetime`; empty without a day.
    pub iso: String,
    /// The day in words, or 「尚未起算」.
    pub date: String,
    /// The weekday; empty without a day.
    pub weekday: &'static str,
    /// How many days are left or gone by.
    pub left: String,
    /// Whose duty, in words.
    pub owner: String,
    /// `data-owner`: `office`, `citizen`, `party`.
    pub owner_code: &'static str,
    /// `data-state`.
    pub state: &'static str,
    /// `data-kind`.
    pub kind: &'static str,
    /// 法定, 指定, 约定, 承诺, 例行.
    pub kind_word: &'static str,
    /// What to know beside it, one sentence; may be empty.
    pub hint: String,
}

/// What a deadline is worded from, besides itself.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The book.
    pub book: &'a Book,
    /// The civil date.
    pub today: Date,
    /// The language.
    pub lang: Lang,
    /// Whether the year is always written: on the matter page and in print.
    pub with_year: bool,
}

impl Frame<'_> {
    fn date(&self, day: Date) -> String {
        if self.with_year {
            format::date_full(day, self.lang)
        } else {
            format::date(day, self.today, self.lang)
        }
    }
}

/// Words an obligation of `matter`.
pub fn deadline(o: &Obligation, matter: &Matter, frame: Frame<'_>) -> DeadlineView {
    let Frame { book, lang, .. } = frame;
    let rule = book.rules().rule(&o.rule);
    let (date, weekday) = match (&o.due, o.due.day()) {
        (_, Some(day)) => (frame.date(day), format::weekday(day, lang)),
        (Due::Unanswerable { .. }, None) => (both!("算不出", "No answer").to(lang).to_owned(), ""),
        _ => (both!("尚未起算", "Not started").to(lang).to_owned(), ""),
    };
    DeadlineView {
        iso: o.due.day().map(format::iso).unwrap_or_default(),
        date,
        weekday,
        left: left(o, frame),
        owner: owner(o, rule, matter, book, lang),
        owner_code: o.owes.code(),
        state: state(o, frame.today),
        kind: o.kind.code(),
        kind_word: words::deadline_kind(o.kind, lang),
        hint: hint(o, rule, frame),
    }
}

/// `data-state` of an obligation.
pub fn state(o: &Obligation, today: Date) -> &'static str {
    match o.standing {
        Standing::Overdue => "overdue",
        Standing::Suspended => "suspended",
        Standing::NotStarted => "not-started",
        Standing::Met(_) => "met",
        Standing::MetLate(_) => "met-late",
        Standing::Closed | Standing::Ended => "ended",
        Standing::Running => match o.days_left(today) {
            None => "unknown",
            Some(0) => "today",
            Some(_) if o.is_soon(today) => "soon",
            Some(_) => "running",
        },
    }
}

fn left(o: &Obligation, frame: Frame<'_>) -> String {
    let Frame { lang, today, .. } = frame;
    let by = |days: i64| format::days(days.abs(), lang);
    match o.standing {
        Standing::NotStarted => String::new(),
        Standing::Suspended => both!("暂停计日", "suspended").to(lang).to_owned(),
        Standing::Closed => both!("已过期", "expired").to(lang).to_owned(),
        Standing::Ended if o.hindered.is_some() => {
            both!("已说明办不了", "said why not").to(lang).to_owned()
        }
        Standing::Ended => both!("不再计", "no longer owed").to(lang).to_owned(),
        Standing::Met(on) => both!("{}已办", "met {}").with(lang, &[&frame.date(on)]),
        Standing::MetLate(on) => {
            let late = o.due.day().map_or(0, |due| (on - due).num_days());
            let day = frame.date(on);
            both!("{}已办，晚{}", "met {}, {} late").with(lang, &[&day, &by(late)])
        }
        Standing::Overdue | Standing::Running => match o.days_left(today) {
            None => match &o.due {
                Due::Unanswerable { year, .. } => {
                    both!("{}年放假安排未公布", "days off of {} not published")
                        .with(lang, &[&year.to_string()])
                }
                _ => String::new(),
            },
            Some(0) => both!("今天到期", "due today").to(lang).to_owned(),
            Some(n) if n > 0 => {
                let text = if o.owes == Owes::Citizen {
                    both!("还剩{}", "{} left")
                } else {
                    both!("还有{}", "{} left")
                };
                text.with(lang, &[&by(n)])
            }
            // The safe day is over; the rolled one is not.
            Some(_) if o.owes == Owes::Citizen => {
                let day = o.hint.map(|day| frame.date(day)).unwrap_or_default();
                both!("稳妥日已过，可能顺延到{}", "safe day over, may roll to {}")
                    .with(lang, &[&day])
            }
            Some(n) => past(o.kind, &by(n), lang),
        },
    }
}

/// Why it cannot be done, who said so on which day, and when it is looked at again; empty
/// where nobody said so.
pub fn hindered(o: &Obligation, frame: Frame<'_>) -> String {
    let Some(h) = &o.hindered else { return String::new() };
    let lang = frame.lang;
    let cause = words::hindrance(h.said.cause, lang);
    let said = both!("{}{}说明办不了：{}（{}）", "{}, {}: it cannot be done: {} ({})")
        .with(lang, &[&frame.date(h.on), &h.said.post, &h.said.why, cause]);
    match h.said.again_by {
        Some(day) => {
            let again = both!("{}；{}再看", "{}; to look again on {}");
            again.with(lang, &[&said, &frame.date(day)])
        }
        None => said,
    }
}

/// Only 法定 and 指定 are 超期; a habit is never a fault.
fn past(kind: DeadlineKind, by: &str, lang: Lang) -> String {
    let text = match kind {
        DeadlineKind::Statutory | DeadlineKind::Ordered => both!("超期{}", "{} overdue"),
        DeadlineKind::Agreed => both!("已过约定日{}", "{} past the agreed day"),
        DeadlineKind::Promised => both!("已过承诺日{}", "{} past the promised day"),
        DeadlineKind::Routine => both!("已过{}", "{} ago"),
    };
    text.with(lang, &[by])
}

fn owner(o: &Obligation, rule: Option<&Rule>, matter: &Matter, book: &Book, lang: Lang) -> String {
    match o.owes {
        Owes::Citizen => both!("反映人", "petitioner").to(lang).to_owned(),
        Owes::Party => both!("当事人", "party").to(lang).to_owned(),
        // The unit it was handed up to owes its signature.
        Owes::Office
            if o.elsewhere && rule.is_some_and(|r| r.starts.contains(&Trigger::HandedUp)) =>
        {
            let handed = matter.state.exchange.handed.as_ref().map(|(_, h)| h.to.clone());
            handed.unwrap_or_else(|| both!("上级单位", "unit above").to(lang).to_owned())
        }
        Owes::Office if o.elsewhere => {
            let is_recheck = rule.is_some_and(|r| r.starts.contains(&Trigger::RecheckAsked));
            let named =
                book.unit().map(|u| if is_recheck { &u.recheck_body } else { &u.review_body });
            let fallback = if is_recheck {
                both!("复核机关", "rechecking body").to(lang)
            } else {
                both!("复查机关", "reviewing body").to(lang)
            };
            named.filter(|n| !n.is_empty()).cloned().unwrap_or_else(|| fallback.to_owned())
        }
        Owes::Office => match (&matter.state.duty, book.unit()) {
            (Some((_, duty)), _) if !duty.post.is_empty() => duty.post.clone(),
            (_, Some(unit)) => unit.name.clone(),
            _ => both!("本单位", "this unit").to(lang).to_owned(),
        },
    }
}

fn hint(o: &Obligation, rule: Option<&Rule>, frame: Frame<'_>) -> String {
    let Frame { lang, book, .. } = frame;
    match &o.due {
        Due::NotStarted => rule
            .and_then(|r| r.pending.as_ref())
            .map(|pending| words(pending, lang).to_owned())
            .unwrap_or_default(),
        Due::Unanswerable { year, unrolled } => not_published(*year, *unrolled, frame),
        Due::On(day) => match o.hint {
            Some(rolled) => {
                let day = frame.date(rolled);
                both!(
                    "如逢休假日，可能顺延到{}；请以前一个日期为准。",
                    "May roll to {} over rest days; rely on the earlier day."
                )
                .with(lang, &[&day])
            }
            None if rule.is_some_and(|r| r.roll == Roll::Hint)
                && o.standing == Standing::Running
                && book.calendar().kind(*day).is_err() =>
            {
                not_published(day.year(), Some(*day), frame)
            }
            None => String::new(),
        },
    }
}

/// 「2027年放假安排未公布：先按1月21日，不顺延」.
pub fn not_published(year: i32, unrolled: Option<Date>, frame: Frame<'_>) -> String {
    let day = unrolled.map(|d| format::date_short(d, frame.lang));
    let text = if day.is_some() {
        both!(
            "{}年放假安排未公布：先按{}，不顺延",
            "Days off of {} are not published: without rolling it is {}",
        )
    } else {
        both!(
            "{}年放假安排未公布，工作日数不到那一天",
            "Days off of {} are not published, so working days cannot be counted there",
        )
    };
    text.with(frame.lang, &[&year.to_string(), &day.unwrap_or_default()])
}
