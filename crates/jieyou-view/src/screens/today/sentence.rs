//! The sentence on top of 今日.

use super::gather::{About, Candidate};
use super::group::Group;
use crate::text::{Both, Lang, both};
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::DeadlineKind;
use jieyou_domain::rules::{Obligation, Standing};
use jieyou_domain::{Date, Id};

/// Within so many days a right counts as about to run out.
const RIGHTS_DAYS: i64 = 10;

/// 「今天要办3件，已超期1件；群众的2项权利10日内到期。」
pub(super) fn sentence(found: &[Candidate<'_>], unasked: usize, today: Date, lang: Lang) -> String {
    // 件 are matters: one that is owed two things today is one.
    let count = |test: &dyn Fn(&Candidate<'_>) -> bool| matters(found.iter().filter(|c| test(c)));
    let due = count(&|c| {
        matches!(c.group, Group::Today | Group::Urgent)
            && owed(c)
                .is_none_or(|o| o.hindered.is_some() || o.due.day().is_none_or(|d| d >= today))
    });
    let meetings = count(&|c| {
        c.group == Group::Meetings
            && matches!(c.about, About::Meeting(m) if m.appointed.day == today)
    });
    let is_late = |c: &Candidate<'_>| {
        matches!(c.group, Group::Overdue | Group::Away | Group::Urgent | Group::Hindered)
            && owed(c).is_some_and(|o| {
                o.standing == Standing::Overdue && !o.elsewhere && o.kind != DeadlineKind::Routine
            })
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
    // Rights are counted one by one.
    let each = |test: &dyn Fn(&Candidate<'_>) -> bool| found.iter().filter(|c| test(c)).count();
    let rights = each(&ending);
    let untold =
        each(&|c| c.group == Group::Rights && owed(c).is_some_and(|o| o.told == Some(false)));
    // A part of the sentence, left out when there is none of its kind.
    let part = |n: usize, text: Both| (n > 0).then(|| text.with(lang, &[&n.to_string()]));
    let routine = count(&|c| {
        c.group == Group::Routine && owed(c).is_some_and(|o| o.due.day() == Some(today))
    });
    let nothing = || match routine {
        0 => both!("今天没有到期的事", "Nothing due today").to(lang).to_owned(),
        n => both!("今天只有例行的{}件", "Only {} of routine today").with(lang, &[&n.to_string()]),
    };
    let own: Vec<String> = [
        part(due, both!("今天要办{}件", "{} due today")).or_else(|| Some(nothing())),
        part(meetings, both!("约好{}件", "{} appointments")),
        part(overdue, both!("已超期{}件", "{} overdue")),
        part(past, both!("已过约定或承诺日{}件", "{} past an agreed or promised day")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let ending = match rights {
        1 => both!("群众的{}项权利10日内到期", "{} citizens' right runs out within 10 days"),
        _ => both!("群众的{}项权利10日内到期", "{} citizens' rights run out within 10 days"),
    };
    let silent = match untold {
        1 => both!("{}项权利还没有告知", "{} right has not been told"),
        _ => both!("{}项权利还没有告知", "{} rights have not been told"),
    };
    let parts = [Some(own.join(lang.pick("，", ", "))), part(rights, ending), part(untold, silent)];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.extend(part(
        unasked,
        both!(
            "{}件的权利期限还没问清（在“建账”里筛选）",
            "rights of {} to be asked about (filter them in the ledger)"
        ),
    ));
    // One by one, as they are listed.
    let away = each(&|c| c.group == Group::Away);
    parts.extend(part(
        away,
        both!(
            "您不在的这几天到期了{}项，列在最前面",
            "{} fell due while you were away, listed first"
        ),
    ));
    format!("{}{}", parts.join(lang.pick("；", "; ")), lang.pick("。", "."))
}

/// How many matters the rows are about.
pub(super) fn matters<'a>(rows: impl Iterator<Item = &'a Candidate<'a>>) -> usize {
    let mut ids: Vec<Id> = rows.map(|c| c.held.matter.id).collect();
    sort_by(&mut ids, Ord::cmp);
    ids.dedup();
    ids.len()
}

fn owed<'a>(c: &Candidate<'a>) -> Option<&'a Obligation> {
    match c.about {
        About::Owed(o) => Some(o),
        _ => None,
    }
}
