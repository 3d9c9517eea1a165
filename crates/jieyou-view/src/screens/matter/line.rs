//! One line for all who owe: what the office must do, what the citizen may ask for and
//! what the parties promised, in the order of days. Reads what is owed and nothing else.

use super::owed::anchor;
use crate::screens::day_strip::{self, span};
use crate::screens::today::duty;
use crate::text::deadline::{Frame, deadline, hindered};
use crate::text::format::DayView;
use crate::text::{both, words};
use jieyou_domain::Date;
use jieyou_domain::classify::Assessment;
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::Owes;
use jieyou_domain::ledger::Matter;
use jieyou_domain::rules::{Obligation, Standing};
use jieyou_domain::time::StepKind;

/// Above so many rows, what was met in time is counted and no longer listed.
const ROWS: usize = 25;

/// The line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineView {
    /// Who owes: code and word, one lane each.
    pub lanes: Vec<(&'static str, &'static str)>,
    /// 「此前已按时完成12项」; empty where all is listed.
    pub folded: String,
    /// In the order of days.
    pub rows: Vec<LineRow>,
    /// What has not started yet, and what has no day.
    pub later: Vec<LineRow>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineRow {
    /// Its day.
    pub day: DayView,
    /// `data-row`: `mark`, `span`, `due`, `today`, `later`.
    pub row: &'static str,
    /// Who owes; empty where nobody does.
    pub lane: &'static str,
    /// The same in words; the other unit's name where it is owed elsewhere.
    pub owner: String,
    /// Whether the head of the lane says as much.
    pub is_own: bool,
    /// What is owed, or what happened.
    pub text: String,
    /// `data-kind`.
    pub kind: &'static str,
    /// 法定, 指定, 约定, 承诺, 例行.
    pub kind_word: &'static str,
    /// `data-state`.
    pub state: &'static str,
    /// How many days are left, or on which it was met.
    pub left: String,
    /// What to know beside it; may be empty.
    pub hint: String,
    /// The id of the obligation in the page; empty where it is none.
    pub anchor: String,
}

/// Rows before they are in order. Of one day, today comes first and what is due last.
struct Rows<'a> {
    frame: Frame<'a>,
    all: Vec<((Date, u8), LineRow)>,
}

impl Rows<'_> {
    fn add(&mut self, day: Date, rank: u8, row: &'static str, text: String) {
        let day_view = DayView::full(day, self.frame.lang);
        let row = LineRow { day: day_view, row, text, ..LineRow::default() };
        // Two clocks may start with one fact and stand still for one hearing.
        let is_there = self.all.iter().any(|(_, known)| *known == row);
        if !is_there {
            self.all.push(((day, rank), row));
        }
    }

    /// What happened on a day, in one row.
    fn mark(&mut self, day: Date, text: &str) {
        let marks = self.all.iter_mut().find(|(at, _)| *at == (day, MARK));
        match marks {
            Some((_, row)) if row.text.split(" · ").any(|known| known == text) => {}
            Some((_, row)) => row.text = [&row.text, text].join(" · "),
            None => self.add(day, MARK, "mark", text.to_owned()),
        }
    }
}

const TODAY: u8 = 0;
const MARK: u8 = 1;
const SPAN: u8 = 2;
const DUE: u8 = 3;

/// Builds the line; nothing where nobody owes anything.
pub(super) fn line(assessment: &Assessment, matter: &Matter, frame: Frame<'_>) -> Option<LineView> {
    let lang = frame.lang;
    let mut rows = Rows { frame, all: Vec::new() };
    let mut later = Vec::new();
    // What is no longer owed says nothing to anybody, unless somebody said why.
    let said = |o: &&Obligation| o.standing != Standing::Ended || o.hindered.is_some();
    for o in assessment.obligations.iter().filter(said) {
        let row = due(o, matter, frame);
        match o.due.day() {
            Some(day) => rows.all.push(((day, DUE), row)),
            None => later.push(LineRow { row: "later", ..row }),
        }
        for step in o.steps.iter().filter(|s| s.kind == StepKind::Suspended) {
            let text = both!("{}暂停，不计", "{} suspended, not counted");
            let text = text.with(lang, &[&span(step.from, step.to, frame)]);
            rows.add(step.from, SPAN, "span", text);
        }
    }
    // Of one day in the order of writing.
    let mut marks: Vec<(usize, &Obligation)> = assessment
        .obligations
        .iter()
        .filter(said)
        .filter_map(|o| {
            Some((matter.entries().iter().position(|e| Some(e.id) == o.start_entry)?, o))
        })
        .collect();
    sort_by(&mut marks, |a, b| a.0.cmp(&b.0));
    for (_, o) in marks {
        if let Some(start) = o.start {
            rows.mark(start, day_strip::started(o, matter, frame));
        }
    }
    if rows.all.is_empty() && later.is_empty() {
        return None;
    }
    rows.add(frame.today, TODAY, "today", both!("今天", "Today").to(lang).to_owned());
    let mut all = rows.all;
    sort_by(&mut all, |a, b| a.0.cmp(&b.0));
    let mut rows: Vec<LineRow> = all.into_iter().map(|(_, row)| row).collect();
    let folded = match fold(&mut rows) {
        0 => String::new(),
        n => both!("此前已按时完成{}项", "{} met in time before").with(lang, &[&n.to_string()]),
    };
    let lanes = Owes::ALL.iter().map(|o| (o.code(), words::lane(*o, lang))).collect();
    Some(LineView { lanes, folded, rows, later })
}

/// Takes the oldest rows that were met in time off a line that is too long; says how many.
fn fold(rows: &mut Vec<LineRow>) -> usize {
    let too_many = rows.len().saturating_sub(ROWS);
    let mut taken = 0;
    rows.retain(|row| {
        let is_taken = taken < too_many && row.state == "met";
        taken += usize::from(is_taken);
        !is_taken
    });
    taken
}

/// One duty, right or promise with its day.
fn due(o: &Obligation, matter: &Matter, frame: Frame<'_>) -> LineRow {
    let d = deadline(o, matter, frame);
    let reason = hindered(o, frame);
    let day = o.due.day().map(|day| DayView::full(day, frame.lang));
    LineRow {
        day: day.unwrap_or_default(),
        row: "due",
        lane: d.owner_code,
        owner: if o.elsewhere { d.owner } else { words::lane(o.owes, frame.lang).to_owned() },
        is_own: !o.elsewhere,
        text: duty(o, frame.book.rules().rule(&o.rule), matter, frame.lang),
        kind: d.kind,
        kind_word: d.kind_word,
        state: d.state,
        left: d.left,
        hint: if reason.is_empty() { d.hint } else { reason },
        anchor: anchor(o),
    }
}

#[cfg(test)]
mod tests;
