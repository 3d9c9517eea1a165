//! Properties of counting a term, and of the count behind each obligation.

use super::draft::{between, drafts};
use super::steps::{Sum, added_up, is_of};
use super::{MATTER, date, desks, empty, history, history_between, today, units};
use crate::support::CALENDAR;
use jieyou_domain::Date;
use jieyou_domain::classify::assess;
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{Due, Obligation, RuleTerm};
use jieyou_domain::time::{Calendar, CountError, Span, Term, Unit, count};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use std::cell::RefCell;
use std::sync::OnceLock;

fn calendar() -> &'static Calendar {
    static ONE: OnceLock<Calendar> = OnceLock::new();
    ONE.get_or_init(|| Calendar::from_json(CALENDAR).unwrap())
}

fn plus(day: Date, days: u64) -> Date {
    day.checked_add_days(chrono::Days::new(days)).unwrap()
}

/// The days after one until another, which is among them.
fn days(after: Date, until: Date) -> impl Iterator<Item = Date> {
    after.iter_days().skip(1).take_while(move |day| *day <= until)
}

/// Any day of the calendar. Half of the starts lie at the end of a month, where days that
/// do not correspond are.
fn starts() -> impl Strategy<Value = Date> {
    let first = date("2010-01-01");
    let end = (0_u32..204, 0_u64..5).prop_map(move |(month, back)| {
        let next = first.checked_add_months(chrono::Months::new(month + 1)).unwrap();
        next.checked_sub_days(chrono::Days::new(back + 1)).unwrap()
    });
    prop_oneof![(0_u64..6209).prop_map(move |n| plus(first, n)), end]
}

fn terms() -> impl Strategy<Value = Term> {
    let of = |unit: Unit, most: u32| (0..=most).prop_map(move |n| Term { n, unit });
    prop_oneof![
        of(Unit::CalendarDays, 120),
        of(Unit::WorkingDays, 60),
        of(Unit::Months, 30),
        of(Unit::Years, 4),
    ]
}

/// Spans about a start: before it, over it, one upon another, in any order.
fn spans() -> impl Strategy<Value = Vec<(u64, u64)>> {
    prop::collection::vec((0_u64..160, 0_u64..30), 0..4)
}

fn about(start: Date, spans: &[(u64, u64)]) -> Vec<Span> {
    let from = start.checked_sub_days(chrono::Days::new(40)).unwrap();
    let span = |(at, long): &(u64, u64)| Span { from: plus(from, *at), to: plus(from, at + long) };
    spans.iter().map(span).collect()
}

fn is_suspended(day: Date, spans: &[Span]) -> bool {
    spans.iter().any(|s| s.from <= day && day <= s.to)
}

fn is_working(day: Date) -> bool {
    calendar().kind(day).unwrap().is_working()
}

fn due(start: Date, term: Term, roll: bool, spans: &[Span]) -> Result<Date, CountError> {
    count(start, term, roll, spans, calendar()).map(|counted| counted.due)
}

fn suspended(after: Date, until: Date, spans: &[Span]) -> usize {
    days(after, until).filter(|day| is_suspended(*day, spans)).count()
}

fn is_of_months(term: Term) -> bool {
    matches!(term.unit, Unit::Months | Unit::Years)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Of months under suspension this holds as long as the corresponding day moves on by
    /// the suspended days that the start passes. It need not: both 30 and 31 January end
    /// on 28 February, and with the 31st suspended the earlier start ends a day later.
    #[test]
    fn a_later_start_never_ends_earlier(
        start in starts(), later in 1_u64..70, term in terms(), roll in any::<bool>(), at in spans(),
    ) {
        let (next, spans) = (plus(start, later), about(start, &at));
        if is_of_months(term) {
            let [first, second] = [start, next].map(|day| due(day, term, false, &[]).unwrap());
            let passed = suspended(start, next, &spans);
            if (second - first).num_days() < i64::try_from(passed).unwrap() {
                return Ok(());
            }
        }
        // What is answered for the later one is answered for the earlier one.
        if let Ok(second) = due(next, term, roll, &spans) {
            prop_assert!(due(start, term, roll, &spans).unwrap() <= second);
        }
    }

    /// Unrolled, two starts have one end exactly if nothing that counts lies between
    /// them; of months, exactly if the last month is too short for both.
    #[test]
    fn two_starts_share_an_end_for_a_reason(
        start in starts(), later in 1_u64..12, term in terms(), at in spans(),
    ) {
        let (next, spans) = (plus(start, later), about(start, &at));
        let spans = if is_of_months(term) { Vec::new() } else { spans };
        let (Ok(first), Ok(second)) = (due(start, term, false, &spans), due(next, term, false, &spans))
        else {
            return Ok(());
        };
        let counts = |day: Date| {
            !is_suspended(day, &spans) && (term.unit == Unit::CalendarDays || is_working(day))
        };
        let is_short = {
            use chrono::Datelike as _;
            let is_last = first.succ_opt().unwrap().day() == 1;
            is_last && start.day() >= first.day() && start.month() == next.month()
        };
        let is_shared = term.n > 0
            && if is_of_months(term) { is_short } else { !days(start, next).any(counts) };
        prop_assert_eq!(first == second, is_shared, "{} {}", first, second);
    }

    #[test]
    fn suspension_never_shortens(
        start in starts(), term in terms(), roll in any::<bool>(), at in spans(), more in 1_usize..4,
    ) {
        let all = about(start, &at);
        let some = &all[..all.len().saturating_sub(more)];
        match due(start, term, roll, some) {
            Ok(shorter) => {
                prop_assert!(due(start, term, roll, &all).map_or(true, |longer| longer >= shorter));
            }
            Err(_) => prop_assert!(due(start, term, roll, &all).is_err()),
        }
    }

    /// The end of days and months moves on by the suspended days on the way, and never
    /// comes to lie on one.
    #[test]
    fn suspension_costs_no_day(start in starts(), term in terms(), at in spans()) {
        if term.unit == Unit::WorkingDays || term.n == 0 {
            return Ok(());
        }
        let spans = about(start, &at);
        let (plain, end) = (due(start, term, false, &[]).unwrap(), due(start, term, false, &spans).unwrap());
        prop_assert!(!is_suspended(end, &spans));
        prop_assert_eq!(plus(plain, suspended(start, end, &spans) as u64), end);
    }

    #[test]
    fn a_rolled_day_is_the_next_working_day(start in starts(), term in terms(), at in spans()) {
        let spans = about(start, &at);
        let (Ok(plain), Ok(rolled)) = (due(start, term, false, &spans), due(start, term, true, &spans))
        else {
            return Ok(());
        };
        if term.unit == Unit::WorkingDays {
            prop_assert_eq!(plain, rolled);
        } else {
            prop_assert!(is_working(rolled) && plain <= rolled);
            let mut until = plain.iter_days().take_while(|day| *day < rolled);
            prop_assert!(!until.any(is_working));
        }
    }

    #[test]
    fn working_days_counted_back_are_as_many(start in starts(), n in 0_u32..250, at in spans()) {
        let spans = about(start, &at);
        let Ok(end) = due(start, Term { n, unit: Unit::WorkingDays }, false, &spans) else {
            return Ok(());
        };
        let counts = |day: &Date| is_working(*day) && !is_suspended(*day, &spans);
        let (mut day, mut back) = (end, 0);
        while day > start {
            back += u32::from(counts(&day));
            day = day.pred_opt().unwrap();
        }
        prop_assert_eq!(back, n);
        // Not a day longer than needed.
        prop_assert!(n == 0 || counts(&end));
    }

    #[test]
    fn the_steps_of_a_count_add_up(
        start in starts(), term in terms(), roll in any::<bool>(), at in spans(),
    ) {
        let spans = about(start, &at);
        let Ok(counted) = count(start, term, roll, &spans, calendar()) else { return Ok(()) };
        let sum = added_up(start, &counted.steps, counted.due);
        let sum = sum.map_err(|why| TestCaseError::fail(format!("{why}: {:#?}", counted.steps)))?;
        prop_assert!(is_of(&sum, term), "{:?}", sum);
        let end = due(start, term, false, &spans).unwrap();
        prop_assert_eq!(sum.suspended as usize, suspended(start, end, &spans));
    }
}

/// Obligations whose steps were added up, by what is special about them.
#[derive(Debug, Default)]
struct Seen {
    counted: u32,
    extended: u32,
    suspended: u32,
}

impl Seen {
    fn check(&mut self, o: &Obligation, book: &Book) -> Result<(), String> {
        let rule = book.rules().rule(&o.rule).ok_or("no such rule")?;
        let (RuleTerm::Count { n, unit }, Due::On(due)) = (rule.term, &o.due) else {
            // The day itself, a day that was given, or none: one step for each end at most.
            return if o.steps.len() <= 2 { Ok(()) } else { Err("steps to nowhere".to_owned()) };
        };
        let start = o.start.ok_or("no start")?;
        let sum = added_up(start, &o.steps, *due)?;
        if !is_of(&sum, Term { n, unit }) {
            return Err(format!("another term: {sum:?}"));
        }
        let Sum { extended, suspended, .. } = sum;
        self.counted += 1;
        self.extended += u32::from(extended > 0);
        self.suspended += u32::from(suspended > 0);
        Ok(())
    }

    fn check_all(&mut self, book: &Book) -> Result<(), TestCaseError> {
        let Some(matter) = book.matter(MATTER) else { return Ok(()) };
        for o in assess(matter, book, today()).unwrap().obligations {
            self.check(&o, book).map_err(|why| TestCaseError::fail(format!("{why}: {o:#?}")))?;
        }
        Ok(())
    }
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    })
}

#[test]
fn the_steps_of_every_obligation_add_up() {
    let seen = RefCell::new(Seen::default());
    // Extensions and hearings, which random facts alone seldom bring at their time.
    let special = (0_u64..60, prop::sample::select(vec![11_u8, 18]), any::<u8>());
    let special = prop::collection::vec((0_usize..20, special), 0..6);
    let of_one_desk = (units(), any::<u8>(), drafts(), special);
    let ran = runner(600).run(&of_one_desk, |(unit, bits, mut drafts, special)| {
        for (at, draft) in special {
            drafts.insert(at.min(drafts.len()), draft);
        }
        let book = empty(unit);
        let entries = history(&book, bits, &drafts);
        seen.borrow_mut().check_all(&book.apply_all(&entries))
    });
    ran.unwrap_or_else(|failed| panic!("{failed}"));
    let ran = runner(200).run(&(any::<u8>(), between()), |(bits, drafts)| {
        let entries = history_between(bits, &drafts);
        desks()
            .into_iter()
            .try_for_each(|(_, book)| seen.borrow_mut().check_all(&book.apply_all(&entries)))
    });
    ran.unwrap_or_else(|failed| panic!("{failed}"));
    let seen = seen.into_inner();
    println!("{seen:?}");
    // Otherwise the histories no longer get where it matters.
    assert!(seen.counted > 2000 && seen.extended > 20 && seen.suspended > 20, "{seen:?}");
}
