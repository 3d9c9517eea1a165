//! Why that day: every day of a count, as a strip of weeks, as a sentence, and as a
//! list of runs for readers who do not see the strip.

mod grid;
mod runs;
mod sum;
#[cfg(test)]
mod tests;

pub use grid::{StripDay, StripRow};
pub use runs::RunView;
pub(super) use runs::span;

use crate::text::deadline::{self, Frame};
use crate::text::rules as words_of_rules;
use crate::text::{Lang, both, format, say, words};
use chrono::Datelike as _;
use jieyou_domain::compact::sort_by;
use jieyou_domain::ledger::{Event, EventType, Matter, Trigger};
use jieyou_domain::rules::{Note, Obligation, Rule, RuleTerm};
use jieyou_domain::time::{StepKind, Unit, days};

/// The strip of one obligation.
#[derive(Clone, Debug, PartialEq)]
pub struct DayStrip {
    /// `data-state` of the figure.
    pub state: &'static str,
    /// `data-kind` of the figure.
    pub kind: &'static str,
    /// The count in one sentence.
    pub sum: String,
    /// The head over the months.
    pub month_head: &'static str,
    /// The heads over the days, Monday first.
    pub heads: [&'static str; 7],
    /// Weeks, and gaps between them.
    pub rows: Vec<StripRow>,
    /// Only the kinds that occur: `data-day` and words.
    pub legend: Vec<(&'static str, &'static str)>,
    /// The notices of days off that were used.
    pub notices: Vec<String>,
    /// What to know beside it.
    pub notes: Vec<String>,
    /// The same as a list.
    pub runs: Vec<RunView>,
}

/// The sentence alone: of obligations without a count, too.
pub fn sum(o: &Obligation, matter: &Matter, frame: Frame<'_>) -> String {
    sum::sum(o, frame.book.rules().rule(&o.rule), matter, frame)
}

/// Builds the strip; `None` for a day that was given and not counted.
pub fn day_strip(o: &Obligation, matter: &Matter, frame: Frame<'_>) -> Option<DayStrip> {
    let rule = frame.book.rules().rule(&o.rule);
    if o.steps.len() < 2 || is_same_day(o) {
        return None;
    }
    let by_months = is_by_months(o);
    let grid = grid::grid(o, by_months, frame)?;
    Some(DayStrip {
        state: deadline::state(o, frame.today),
        kind: o.kind.code(),
        sum: sum::sum(o, rule, matter, frame),
        month_head: both!("月", "Month").to(frame.lang),
        heads: format::weekday_heads(frame.lang),
        legend: grid::legend(&grid, o, by_months, frame.lang),
        rows: grid,
        notices: notices(o, rule, frame),
        notes: notes(o, frame),
        runs: runs::runs(o, rule, matter, frame),
    })
}

/// The end is the start: at once.
fn is_same_day(o: &Obligation) -> bool {
    o.start.is_some() && o.start == o.due.day()
}

fn is_by_months(o: &Obligation) -> bool {
    o.steps.iter().any(|s| matches!(s.kind, StepKind::Corresponding | StepKind::MonthEnd))
}

/// What happened on the day a count starts: the entry's name; of a registration, which
/// day of it that is.
pub(super) fn started(o: &Obligation, matter: &Matter, frame: Frame<'_>) -> &'static str {
    let entry = matter.entries().iter().find(|e| Some(e.id) == o.start_entry);
    let Some(kind) = entry.and_then(|e| e.event.as_ref()).map(Event::kind) else { return "" };
    let rule = frame.book.rules().rule(&o.rule);
    let verb = start_verb(o, rule, matter, frame.lang);
    if kind == EventType::RightNoted {
        return both!("权利起算", "a right began to run").to(frame.lang);
    }
    verb.filter(|_| kind == EventType::Registered)
        .unwrap_or_else(|| words::event_type(kind, frame.lang))
}

/// What started the count, as a verb.
fn start_word(o: &Obligation, rule: Option<&Rule>, matter: &Matter, lang: Lang) -> &'static str {
    start_verb(o, rule, matter, lang).unwrap_or(both!("起算", "started").to(lang))
}

fn start_verb(
    o: &Obligation,
    rule: Option<&Rule>,
    matter: &Matter,
    lang: Lang,
) -> Option<&'static str> {
    let fits =
        |t: &&Trigger| {
            matter.state.facts.iter().any(|f| {
                f.trigger == **t && Some(f.on) == o.start && Some(f.entry) == o.start_entry
            })
        };
    let trigger = rule.and_then(|r| r.starts.iter().find(fits));
    Some(words::trigger(*trigger?, lang))
}

/// How long, as it was counted: the unit may have set the number otherwise.
fn term_of(o: &Obligation, rule: Option<&Rule>, frame: Frame<'_>) -> Option<RuleTerm> {
    Some(frame.book.rules().term_on(rule?, o.start?).0)
}

fn is_by_working_days(term: Option<RuleTerm>) -> bool {
    matches!(term, Some(RuleTerm::Count { unit: Unit::WorkingDays, .. }))
}

/// The notices of the years whose days off were looked at.
fn notices(o: &Obligation, rule: Option<&Rule>, frame: Frame<'_>) -> Vec<String> {
    let by_working_days = is_by_working_days(term_of(o, rule, frame));
    let looked_at = |kind: StepKind| by_working_days || matches!(kind, StepKind::Rolled);
    let mut years: Vec<i32> = Vec::new();
    for step in o.steps.iter().filter(|s| looked_at(s.kind)) {
        years.extend([step.from.year(), step.to.year()]);
    }
    years.extend(o.hint.map(|day| day.year()));
    sort_by(&mut years, Ord::cmp);
    years.dedup();
    let calendar = frame.book.calendar();
    let named = years.into_iter().filter_map(|y| Some((y, calendar.year(y)?)));
    let mut notices: Vec<String> = named
        .map(|(y, year)| {
            both!("{}年放假安排：{}", "Days off of {}: {}")
                .with(frame.lang, &[&y.to_string(), &year.source])
        })
        .collect();
    if calendar.locals().is_empty() {
        return notices;
    }
    for step in o.steps.iter().filter(|s| looked_at(s.kind)) {
        for day in days(step.from, step.to) {
            let Some((local, year)) = calendar.local_on(day) else { continue };
            let line = both!("{}的假日：{}", "Holidays of {}: {}")
                .with(frame.lang, &[&local.name, &year.source]);
            if !notices.contains(&line) {
                notices.push(line);
            }
        }
    }
    notices
}

/// What to know beside an obligation, in sentences: also by whose number it was counted,
/// and which rules lengthened, suspended or restarted it.
pub fn notes(o: &Obligation, frame: Frame<'_>) -> Vec<String> {
    let (lang, rules) = (frame.lang, frame.book.rules());
    let mut notes = Vec::new();
    if let (Some(rule), Some(start)) = (rules.rule(&o.rule), o.start)
        && let (set, Some(own)) = rules.term_on(rule, start)
    {
        let terms = [set, rule.term].map(|term| words_of_rules::term(term, rule.kind, lang));
        notes.push(
            both!("按本单位的规定算{}（原为{}）：{}。", "Counted as {}, set here (was {}): {}.")
                .with(lang, &[&terms[0], &terms[1], &say::cite(&own.cite, lang)]),
        );
    }
    for by in o.by.iter().filter_map(|id| rules.rule(id)) {
        let does = words_of_rules::effect(by.effect, lang);
        let parts = [does, words(&by.duty, lang), &say::cite(&by.cite, lang)];
        notes.push(both!("{}：{}（{}）。", "{}: {} ({}).").with(lang, &parts));
    }
    notes.extend(o.notes.iter().map(|note| say::note(*note, lang)));
    notes
}

/// Whether the count leans on days that may still move.
pub fn may_move(o: &Obligation) -> bool {
    o.notes.iter().any(|n| matches!(n, Note::YearEndMayMove(_)))
}
