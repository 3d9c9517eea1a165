//! Properties of decisions: there is always one, the same facts give the same, a rise is
//! immediate, a fall from 三级 and the end of an override are what they are said to be.

use super::draft::{Draft, drafts};
use super::{MATTER, date, day, empty, history, today, units};
use crate::support::CALENDAR;
use chrono::{Datelike as _, Days, Months};
use jieyou_domain::Date;
use jieyou_domain::classify::{Assessment, TierAnswer, Verdict, assess, verdicts};
use jieyou_domain::facts::{Kind, Tier, UnitKind};
use jieyou_domain::ledger::{Book, Entry, EventType, Stage};
use jieyou_domain::rules::{Table, When};
use jieyou_domain::time::Calendar;
use proptest::prelude::*;
use std::sync::{Arc, OnceLock};

fn decided(book: &Book, on: Date) -> (Assessment, Vec<Verdict>) {
    let matter = book.matter(MATTER).unwrap();
    let assessed = assess(matter, book, on).unwrap();
    let verdicts = verdicts(matter, book, on, &assessed);
    (assessed, verdicts)
}

/// Whether a table is for a matter of this kind, for tables that ask no more.
fn is_for(table: &Table, kind: Kind) -> Option<bool> {
    let plain = When { kind: table.when.kind.clone(), ..When::default() };
    let is_for = plain.kind.is_empty() || plain.kind.contains(&kind);
    (plain == table.when).then_some(is_for)
}

/// The answers of one table, claim by claim.
fn of<'a>(all: &'a [Verdict], table: &Table) -> Vec<(Option<usize>, &'a str)> {
    let own = all.iter().filter(|v| v.table == table.id);
    own.map(|v| (v.claim, v.decision.answer.as_str())).collect()
}

fn check_total(book: &Book, on: Date) -> Result<(), TestCaseError> {
    let (assessed, verdicts) = decided(book, on);
    let claims = &book.matter(MATTER).unwrap().state.claims;
    let here: Vec<Option<usize>> = claims
        .iter()
        .enumerate()
        .filter(|(_, c)| c.moved.is_none())
        .map(|(at, _)| Some(at))
        .collect();
    for table in book.rules().tables.iter().filter(|t| t.id != "tier") {
        let answers = of(&verdicts, table);
        let places = if table.per_claim { here.clone() } else { vec![None] };
        match is_for(table, assessed.kind.answer) {
            Some(false) => prop_assert!(answers.is_empty(), "{}", table.id),
            Some(true) => {
                let got: Vec<_> = answers.iter().map(|(claim, _)| *claim).collect();
                prop_assert_eq!(got, places, "{}", table.id);
            }
            None => prop_assert!(answers.is_empty() || answers.len() == places.len()),
        }
        for (_, answer) in answers {
            prop_assert!(table.answer(answer).is_some(), "{}: {answer}", table.id);
        }
    }
    for verdict in &verdicts {
        let [reason] = verdict.decision.because.as_slice() else {
            return Err(TestCaseError::fail("one row decides"));
        };
        let (table, row) = book.rules().row(&reason.rule).unwrap();
        prop_assert_eq!((&table.id, &row.answer), (&verdict.table, &verdict.decision.computed));
        for change in &verdict.decision.would_change_if {
            let (_, other) = book.rules().row(&change.rule).unwrap();
            prop_assert!(other.answer != verdict.decision.computed, "{change:?}");
        }
    }
    Ok(())
}

/// The book as it was in the evening of a day, everything written on its day.
fn evening(empty: &Book, entries: &[Arc<Entry>], on: Date) -> Book {
    empty.clone().apply_all(entries.iter().filter(|e| e.on <= on))
}

/// What says more of a list than that a criterion is met no more: a person's decision, what
/// the matter is, that it is settled, gone or back.
fn is_word_of_people(kind: EventType) -> bool {
    use EventType as E;
    matches!(
        kind,
        E::TierSet
            | E::Classified
            | E::Resolved
            | E::Reopened
            | E::HandledAtOnce
            | E::Referred
            | E::RouteEnded
            | E::Withdrawn
            | E::LawfullyClosed
            | E::Delisted
            | E::HandedUp
            | E::SignedFor
            | E::Returned
            | E::FedBack
            | E::PassedOn
    )
}

/// The next day by which the leaders consult, worked out by itself: the tenth, or the first
/// working day after it.
fn consult(after: Date) -> Date {
    static ONE: OnceLock<Calendar> = OnceLock::new();
    let calendar = ONE.get_or_init(|| Calendar::from_json(CALENDAR).unwrap());
    let tenth =
        |months| after.with_day(10).unwrap().checked_add_months(Months::new(months)).unwrap();
    let rolled = |day: Date| {
        day.iter_days().find(|d| calendar.kind(*d).is_ok_and(|kind| kind.is_working())).unwrap()
    };
    (0..3).map(|n| rolled(tenth(n))).find(|day| *day > after).unwrap()
}

/// Walks from the first day until two months after the last fact.
fn check_walk(unit: UnitKind, bits: u8, drafts: &[Draft]) -> Result<(), TestCaseError> {
    let empty = empty(unit);
    let entries = history(&empty, bits, drafts);
    let mut before: Option<Assessment> = None;
    for on in day(0).iter_days().take_while(|on| *on <= today()) {
        let book = evening(&empty, &entries, on);
        let matter = book.matter(MATTER).unwrap();
        let now = assess(matter, &book, on).unwrap();
        let three = TierAnswer::On(Tier::Three);
        if now.tier.computed == three && now.tier.overridden_by.is_none() {
            prop_assert_eq!(&now.tier.answer, &three, "{}: a rise waits", on);
        }
        if let Some(by) = &now.tier.overridden_by {
            prop_assert!(on <= consult(by.on), "{on}: decided on {}", by.on);
            prop_assert!(!by.why.is_empty() && !by.post.is_empty());
        }
        if let Some((by, until)) = &now.tier_notes.lapsed {
            prop_assert!(*until == consult(by.on) && *until < on);
        }
        if let Some(before) = before.filter(|b| b.tier.answer == three && now.tier.answer != three)
        {
            let has_lapsed = before.tier.overridden_by.is_some();
            let said = entries.iter().filter(|e| e.on == on).filter_map(|e| e.event.as_ref());
            let mut said = said.map(|e| e.kind());
            let is_ours = matter.stage() != Stage::ToSign;
            prop_assert!(
                has_lapsed || said.any(is_word_of_people) || !is_ours,
                "{on}: {:?} after {:?}",
                now.tier,
                before.tier,
            );
        }
        before = Some(now);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_table_answers_whatever_happened(
        unit in units(), bits in any::<u8>(), drafts in drafts(), later in 0_u64..400,
    ) {
        let book = empty(unit);
        let entries = history(&book, bits, &drafts);
        let book = book.apply_all(&entries);
        let on = today().checked_add_days(Days::new(later)).unwrap();
        check_total(&book, on)?;
        prop_assert_eq!(decided(&book, on), decided(&book, on));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_list_rises_at_once_and_falls_by_people(
        unit in units(), bits in any::<u8>(), drafts in drafts(),
    ) {
        check_walk(unit, bits, &drafts)?;
    }
}

#[test]
fn consults_are_counted_right() {
    assert_eq!(consult(date("2026-03-09")), date("2026-03-10"));
    assert_eq!(consult(date("2026-03-10")), date("2026-04-10"));
    // The tenth of May 2026 is a Sunday.
    assert_eq!(consult(date("2026-04-30")), date("2026-05-11"));
    assert_eq!(consult(date("2026-05-10")), date("2026-05-11"));
}
