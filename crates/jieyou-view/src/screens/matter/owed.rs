//! What is owed on a matter: each with its day, its law and its count.

use crate::screens::day_strip::{self, DayStrip};
use crate::screens::today::ActView;
use crate::text::both;
use crate::text::deadline::{DeadlineView, Frame, deadline, hindered};
use crate::text::{say, words};
use jieyou_domain::classify::Assessment;
use jieyou_domain::compact::sort_by;
use jieyou_domain::ledger::Matter;
use jieyou_domain::rules::{Obligation, Standing};

/// An obligation on the matter page.
#[derive(Clone, Debug, PartialEq)]
pub struct ObligationView {
    /// Unlike every other on the page.
    pub key: String,
    /// Its id in the page, for the line to point at.
    pub anchor: String,
    /// The rule's id.
    pub rule: String,
    /// What is owed.
    pub duty: String,
    /// By when.
    pub deadline: DeadlineView,
    /// Whether it is still owed or runs.
    pub is_open: bool,
    /// 已告知 or 未告知; empty where that is not the question.
    pub told: &'static str,
    /// Whether the citizen was told of the right.
    pub is_told: bool,
    /// Why that day, in one sentence.
    pub sum: String,
    /// 「《信访工作条例》第34条」.
    pub article: String,
    /// Its words, in Chinese.
    pub quote: String,
    /// `data-level`.
    pub level: &'static str,
    /// How well the words were checked.
    pub verified: &'static str,
    /// What the end of the term means.
    pub expiry: String,
    /// Why the office says that it cannot be done; may be empty.
    pub reason: String,
    /// 「办不了，因为…」, where the office owes it.
    pub cannot: Option<ActView>,
    /// What to know beside it.
    pub notes: Vec<String>,
    /// The count, day by day.
    pub strip: Option<DayStrip>,
}

/// Open ones first by day, then what has not started, then what is over.
pub(super) fn owed(
    assessment: &Assessment,
    matter: &Matter,
    frame: Frame<'_>,
) -> Vec<ObligationView> {
    let mut all: Vec<&Obligation> = assessment.obligations.iter().collect();
    let key = |o: &Obligation| {
        let group = match o.standing {
            Standing::Overdue | Standing::Running | Standing::Suspended => 0,
            Standing::NotStarted => 1,
            Standing::Closed => 2,
            Standing::Met(_) | Standing::MetLate(_) | Standing::Ended => 3,
        };
        (group, o.due.day().is_none(), o.due.day())
    };
    sort_by(&mut all, |a, b| key(a).cmp(&key(b)));
    all.into_iter().map(|o| view(o, matter, frame)).collect()
}

/// The id of an obligation in the page.
pub(super) fn anchor(o: &Obligation) -> String {
    let start = o.start.map(|d| d.to_string()).unwrap_or_default();
    ["m-owed", &o.rule, &o.key, &start].join("-")
}

fn view(o: &Obligation, matter: &Matter, frame: Frame<'_>) -> ObligationView {
    let lang = frame.lang;
    let rule = frame.book.rules().rule(&o.rule);
    let (level, verified) = rule.map_or(("X", ""), |r| say::level(r.cite.verified, lang));
    ObligationView {
        key: format!("{}/{}/{}", o.rule, o.key, o.start.map(|d| d.to_string()).unwrap_or_default()),
        anchor: anchor(o),
        rule: o.rule.clone(),
        duty: crate::screens::today::duty(o, rule, matter, lang),
        deadline: deadline(o, matter, frame),
        is_open: o.standing.is_open() || o.standing == Standing::NotStarted,
        is_told: o.told == Some(true),
        told: match o.told {
            Some(true) => both!("已告知", "told").to(lang),
            Some(false) => both!("未告知", "not told yet").to(lang),
            None => "",
        },
        sum: day_strip::sum(o, matter, frame),
        article: rule.map_or_else(String::new, |r| say::cite(&r.cite, lang)),
        quote: rule.map_or_else(String::new, |r| r.cite.quote.clone()),
        level,
        verified,
        expiry: rule.map_or_else(String::new, |r| words(&r.expiry, lang).to_owned()),
        reason: hindered(o, frame),
        cannot: crate::screens::today::cannot(o, frame),
        notes: day_strip::notes(o, frame),
        strip: day_strip::day_strip(o, matter, frame),
    }
}
