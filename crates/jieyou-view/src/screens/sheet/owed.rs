//! What happens by when, as the citizen reads it: what the office owes, with its day. No
//! day stands here that the rules did not compute.

use super::{SheetLine, day};
use crate::text::{Lang, both, format, words};
use jieyou_domain::Date;
use jieyou_domain::classify::Assessment;
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::{DeadlineKind, Owes};
use jieyou_domain::ledger::{Book, Matter, Trigger};
use jieyou_domain::rules::{Due, Effect, Note, Obligation, Rule, RuleTerm, Standing};
use jieyou_domain::time::Unit;

/// What is owed to the citizen and still open, by day; then what starts with acceptance.
pub(super) fn owed(
    assessment: &Assessment,
    matter: &Matter,
    book: &Book,
    lang: Lang,
) -> Vec<SheetLine> {
    let mut open: Vec<(&Obligation, &Rule)> = assessment
        .obligations
        .iter()
        .filter(|o| o.owes != Owes::Citizen && !o.notes.contains(&Note::EarlierGoverns))
        .filter_map(|o| Some((o, book.rules().rule(&o.rule)?)))
        .filter(|(o, rule)| is_for_citizen(o, rule))
        .collect();
    sort_by(&mut open, |a, b| by_day(a.0).cmp(&by_day(b.0)));
    open.into_iter().filter_map(|(o, rule)| line(o, rule, matter, book, lang)).collect()
}

fn by_day(o: &Obligation) -> (bool, Option<Date>) {
    (o.due.day().is_none(), o.due.day())
}

/// Habits, powers of the office, and what is owed to a superior do not stand on the slip.
fn is_for_citizen(o: &Obligation, rule: &Rule) -> bool {
    let to_others = [Trigger::Danger, Trigger::Ordered];
    o.kind != DeadlineKind::Routine
        && !rule.window
        && !rule.starts.iter().any(|start| to_others.contains(start))
}

fn line(
    o: &Obligation,
    rule: &Rule,
    matter: &Matter,
    book: &Book,
    lang: Lang,
) -> Option<SheetLine> {
    let label = match o.standing {
        Standing::NotStarted => after_acceptance(rule, lang)?,
        Standing::Running | Standing::Suspended | Standing::Overdue => by_when(o, lang),
        _ => return None,
    };
    Some(SheetLine::of(&label, text(o, rule, matter, book, lang)))
}

fn by_when(o: &Obligation, lang: Lang) -> String {
    match (o.due.day(), o.standing, &o.due) {
        (Some(on), Standing::Overdue, _) => {
            both!("应在{}前", "was due by {}").with(lang, &[&day(on, lang)])
        }
        (Some(on), ..) => both!("最迟{}", "By {}").with(lang, &[&day(on, lang)]),
        (None, _, Due::Unanswerable { year, .. }) => {
            both!("日期待{}年放假安排公布后定", "Day open until the days off of {} are published")
                .with(lang, &[&year.to_string()])
        }
        (None, ..) => both!("日期待定", "Day open").to(lang).to_owned(),
    }
}

/// A count of days from acceptance; other starts are not said ahead.
fn after_acceptance(rule: &Rule, lang: Lang) -> Option<String> {
    match rule.term {
        RuleTerm::Count { n, unit: Unit::CalendarDays }
            if rule.starts.contains(&Trigger::Accepted) =>
        {
            Some(
                both!("受理之日起{}日内", "Within {} days of acceptance")
                    .with(lang, &[&n.to_string()]),
            )
        }
        _ => None,
    }
}

fn may_be_extended(rule: &Rule, book: &Book) -> bool {
    let extends = |r: &Rule| r.effect == Effect::Extends && r.of.contains(&rule.id);
    !rule.extended_by.is_empty() || book.rules().rules.iter().any(extends)
}

fn text(o: &Obligation, rule: &Rule, matter: &Matter, book: &Book, lang: Lang) -> String {
    let mut text = to_you(&crate::screens::today::duty(o, Some(rule), matter, lang), lang);
    let owes = match o.owes {
        Owes::Party => both!("当事人", "the party").to(lang),
        Owes::Office | Owes::Citizen => "",
    };
    let kind = words::deadline_kind(o.kind, lang);
    let kind = [owes, kind].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>();
    text.push_str(&both!("（{}）", " ({})").with(lang, &[&format::listed(&kind, lang)]));
    if o.standing == Standing::Overdue {
        text.push_str(both!("，还没有办到", "; not done yet").to(lang));
    } else if o.standing == Standing::NotStarted && may_be_extended(rule, book) {
        text.push_str(
            both!("；经批准延期的，告诉您理由", "; if extended, you are told why").to(lang),
        );
    }
    text
}

/// The duty as said to the citizen.
pub(super) fn to_you(duty: &str, lang: Lang) -> String {
    duty.replace(both!("反映人", "the petitioner").to(lang), both!("您", "you").to(lang))
}
