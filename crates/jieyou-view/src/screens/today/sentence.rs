//! The sentence on top of 今日.

use super::gather::{About, Candidate, Group};
use crate::text::Lang;
use jieyou_domain::Date;
use jieyou_domain::facts::DeadlineKind;
use jieyou_domain::rules::Obligation;

/// Within so many days a right counts as about to run out.
const RIGHTS_DAYS: i64 = 10;

/// 「今天要办3件，已超期1件；群众的2项权利10日内到期。」
pub(super) fn sentence(found: &[Candidate<'_>], today: Date, lang: Lang) -> String {
    let count = |test: &dyn Fn(&Candidate<'_>) -> bool| found.iter().filter(|c| test(c)).count();
    let due = count(&|c| {
        matches!(c.group, Group::Today | Group::Urgent)
            && owed(c).is_some_and(|o| o.due.day().is_none_or(|d| d >= today))
    });
    let is_late = |c: &Candidate<'_>| {
        matches!(c.group, Group::Overdue | Group::Away | Group::Urgent)
            && owed(c).is_some_and(|o| o.due.day().is_some_and(|d| d < today))
    };
    let is_law = |c: &Candidate<'_>| {
        owed(c).is_some_and(|o| matches!(o.kind, DeadlineKind::Statutory | DeadlineKind::Ordered))
    };
    let overdue = count(&|c| is_late(c) && is_law(c));
    let past = count(&|c| is_late(c) && !is_law(c));
    let ending = |c: &Candidate<'_>| {
        c.group == Group::Rights
            && owed(c).and_then(|o| o.days_left(today)).is_some_and(|d| d <= RIGHTS_DAYS)
    };
    let rights = count(&ending);
    let untold =
        count(&|c| c.group == Group::Rights && owed(c).is_some_and(|o| o.told == Some(false)));
    match lang {
        Lang::Zh => zh(due, overdue, past, rights, untold),
        Lang::En => en(due, overdue, past, rights, untold),
    }
}

fn owed<'a>(c: &Candidate<'a>) -> Option<&'a Obligation> {
    match c.about {
        About::Owed(o) => Some(o),
        About::HandedUp(_) | About::Missing(_) => None,
    }
}

fn zh(due: usize, overdue: usize, past: usize, rights: usize, untold: usize) -> String {
    let mut own = vec![if due > 0 {
        format!("今天要办{due}件")
    } else {
        "今天没有到期的事".to_owned()
    }];
    if overdue > 0 {
        own.push(format!("已超期{overdue}件"));
    }
    if past > 0 {
        own.push(format!("已过约定或承诺日{past}件"));
    }
    let mut parts = vec![own.join("，")];
    if rights > 0 {
        parts.push(format!("群众的{rights}项权利10日内到期"));
    }
    if untold > 0 {
        parts.push(format!("{untold}项权利还没有告知"));
    }
    format!("{}。", parts.join("；"))
}

fn en(due: usize, overdue: usize, past: usize, rights: usize, untold: usize) -> String {
    let mut own =
        vec![if due > 0 { format!("{due} due today") } else { "Nothing due today".to_owned() }];
    if overdue > 0 {
        own.push(format!("{overdue} overdue"));
    }
    if past > 0 {
        own.push(format!("{past} past an agreed or promised day"));
    }
    let mut parts = vec![own.join(", ")];
    let are = |n: usize, one: &'static str, many: &'static str| if n == 1 { one } else { many };
    if rights > 0 {
        parts.push(format!(
            "{rights} citizens' {} out within 10 days",
            are(rights, "right runs", "rights run")
        ));
    }
    if untold > 0 {
        parts.push(format!("{untold} {} not been told", are(untold, "right has", "rights have")));
    }
    format!("{}.", parts.join("; "))
}
