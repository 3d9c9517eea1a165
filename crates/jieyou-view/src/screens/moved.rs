//! Which days of open matters would move under other rules or another calendar: shown
//! before either is put into force.

use crate::screens::today::duty;
use crate::text::deadline::{Frame, deadline};
use crate::text::{Lang, both, calendar, format, lists, terms};
use jieyou_domain::classify::{Assessment, assess};
use jieyou_domain::ledger::{Book, Matter};
use jieyou_domain::rules::{Obligation, RuleSet};
use jieyou_domain::time::Calendar;
use jieyou_domain::{Date, Id};
use std::sync::Arc;

/// A day that would move, or what is owed that would come or go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The matter.
    pub matter: Id,
    /// Its number and title.
    pub name: String,
    /// What is owed, and by whom.
    pub duty: String,
    /// By when, as it is now.
    pub old: String,
    /// By when it would be.
    pub new: String,
}

/// What would move if `rules` and `calendar` were in force.
pub fn moved(
    book: &Book,
    rules: &Arc<RuleSet>,
    calendar: &Arc<Calendar>,
    today: Date,
    lang: Lang,
) -> Vec<Moved> {
    shifted(book, rules, calendar, today, lang).days
}

/// What would change under other rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shifted {
    /// Days that would move.
    pub days: Vec<Moved>,
    /// Matters that would stand on another list.
    pub lists: Vec<Moved>,
}

/// What would move, and which matters would change lists, if `rules` and `calendar` were
/// in force.
pub fn shifted(
    book: &Book,
    rules: &Arc<RuleSet>,
    calendar: &Arc<Calendar>,
    today: Date,
    lang: Lang,
) -> Shifted {
    let trial = book.with_basis(Arc::clone(rules), Arc::clone(calendar));
    let frame = |book| Frame { book, today, lang, with_year: false };
    let (now, then) = (frame(book), frame(&trial));
    let mut lists = Vec::new();
    let mut all = Vec::new();
    for matter in book.matters() {
        let assessed = |book| assess(matter, book, today);
        let sides = (assessed(book), assessed(&trial));
        if let (Some(old), Some(new)) = (&sides.0, &sides.1)
            && old.tier.answer.tier() != new.tier.answer.tier()
        {
            lists.push(Moved {
                matter: matter.id,
                name: name(matter),
                duty: String::new(),
                old: terms::seal(&old.tier.answer, lang).line(lang),
                new: terms::seal(&new.tier.answer, lang).line(lang),
            });
        }
        let owed = |side: Option<Assessment>| side.map(|a| a.obligations).unwrap_or_default();
        let (before, mut after) = (owed(sides.0), owed(sides.1));
        for old in &before {
            let at = after.iter().position(|new| is_same(old, new));
            let new = at.map(|at| after.remove(at));
            compare(matter, (Some(old), now), (new.as_ref(), then), &mut all);
        }
        for new in &after {
            compare(matter, (None, now), (Some(new), then), &mut all);
        }
    }
    Shifted { days: all, lists }
}

fn name(matter: &Matter) -> String {
    let title = matter.state.registered.as_ref().map_or("", |r| r.title.as_str());
    format!("{} {title}", matter.number()).trim().to_owned()
}

/// The same duty, from the same start.
fn is_same(old: &Obligation, new: &Obligation) -> bool {
    old.rule == new.rule && old.key == new.key && old.start_entry == new.start_entry
}

type Side<'a> = (Option<&'a Obligation>, Frame<'a>);

fn compare(matter: &Matter, old: Side<'_>, new: Side<'_>, all: &mut Vec<Moved>) {
    let of = |side: Side<'_>| side.0.map(|o| (o.due.clone(), o.standing, o.hint));
    let is_open = |side: Side<'_>| side.0.is_some_and(|o| o.standing.is_open());
    let (Some(owed), true) = (old.0.or(new.0), is_open(old) || is_open(new)) else { return };
    if of(old) == of(new) {
        return;
    }
    let lang = old.1.lang;
    let frame = if old.0.is_some() { old.1 } else { new.1 };
    let duty = duty(owed, frame.book.rules().rule(&owed.rule), matter, lang);
    all.push(Moved {
        matter: matter.id,
        name: name(matter),
        duty: format::labelled(&deadline(owed, matter, frame).owner, &duty, lang),
        old: said(old, matter),
        new: said(new, matter),
    });
}

/// The day, how it stands, and for a right the day it may roll to.
fn said((owed, frame): Side<'_>, matter: &Matter) -> String {
    let lang = frame.lang;
    let Some(owed) = owed else { return both!("没有这一项", "not owed").to(lang).to_owned() };
    let view = deadline(owed, matter, frame);
    let day = owed.due.day().map_or(view.date, |day| calendar::day(day, lang));
    let parts = [day, view.left, view.hint];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    parts.join(lang.pick("，", ", "))
}

/// `有2个日子会变`, or that none would.
pub fn sum(moved: &[Moved], lang: Lang) -> String {
    if moved.is_empty() {
        let none = both!("没有哪件事的日子会变。", "No day of any matter would change.");
        return none.to(lang).to_owned();
    }
    let mut matters: Vec<Id> = moved.iter().map(|m| m.matter).collect();
    matters.dedup();
    both!("启用后，{}共{}个期限会变：", "{} would change; deadlines in all: {}")
        .with(lang, &[&format::matters(matters.len(), lang), &moved.len().to_string()])
}

/// Which matters would change lists, or that none would.
pub fn sum_of_lists(moved: &[Moved], lang: Lang) -> String {
    if moved.is_empty() {
        return lists::NO_MOVES.to(lang).to_owned();
    }
    lists::MOVES.with(lang, &[&format::matters(moved.len(), lang)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::samples::{Desk, agree, day, ditch, wages};
    use jieyou_domain::time::CalendarText;

    fn with(desk: &Desk, text: &str) -> Arc<Calendar> {
        let mut calendar = Calendar::clone(desk.book.calendar());
        calendar.take(CalendarText::read(text).unwrap());
        Arc::new(calendar)
    }

    fn place(off: &str) -> String {
        format!(
            "{{\"kind\":\"local\",\"id\":\"x\",\"name\":\"x\",\"days\":{{\"2026\":{{\"off\":[\"{off}\"],\"work\":[],\"source\":\"x\"}}}}}}"
        )
    }

    fn rows(desk: &Desk, calendar: &Arc<Calendar>, today: &str, lang: Lang) -> Vec<Moved> {
        moved(&desk.book, desk.book.rules(), calendar, day(today), lang)
    }

    #[test]
    fn nothing_moves_under_the_same_calendar() {
        for desk in [ditch(), wages()] {
            let same = Arc::clone(desk.book.calendar());
            assert_eq!(rows(&desk, &same, "2026-09-20", Lang::Zh), []);
        }
        assert_eq!(sum(&[], Lang::Zh), "没有哪件事的日子会变。");
    }

    #[test]
    fn a_day_that_moves_is_shown_old_and_new() {
        let desk = ditch();
        let friday = with(&desk, &place("2026-04-17"));
        let rows = rows(&desk, &friday, "2026-04-16", Lang::Zh);
        let contact = rows.iter().find(|r| r.duty.ends_with("首次联系反映人")).unwrap();
        assert_eq!(contact.name, "CJ-2026-0001 屋后排水沟");
        assert_eq!(contact.duty, "柳树屯村：首次联系反映人");
        assert_eq!(contact.old, "2026年4月20日（周一），还有4天");
        assert_eq!(contact.new, "2026年4月21日（周二），还有5天");
        assert_eq!(sum(&rows[..1], Lang::Zh), "启用后，1件共1个期限会变：");
        assert_eq!(sum(&rows[..1], Lang::En), "1 matter would change; deadlines in all: 1");
    }

    #[test]
    fn a_right_keeps_its_safe_day_and_says_where_it_may_roll() {
        let mut desk = ditch();
        agree(&mut desk);
        let rows = rows(&desk, &with(&desk, &place("2026-05-20")), "2026-04-21", Lang::En);
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert_eq!(rows[0].old, "20 May 2026 (Wed), 29 days left");
        assert!(rows[0].new.starts_with("20 May 2026 (Wed), 29 days left, May roll to 21 May"));
    }

    #[test]
    fn other_rules_bring_and_take_duties() {
        let desk = ditch();
        let none = Arc::default();
        let rows = moved(&desk.book, &none, desk.book.calendar(), day("2026-04-16"), Lang::Zh);
        assert!(!rows.is_empty() && rows.iter().all(|r| r.new == "没有这一项"), "{rows:?}");
        let empty = desk.book.with_basis(none, Arc::clone(desk.book.calendar()));
        let today = day("2026-04-16");
        let back = moved(&empty, desk.book.rules(), desk.book.calendar(), today, Lang::Zh);
        assert!(back.len() == rows.len() && back.iter().all(|r| r.old == "没有这一项"));
    }
}
