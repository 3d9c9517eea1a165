//! Dates counted by hand from the official calendar.

use super::*;

fn calendar() -> Calendar {
    Calendar::from_json(include_str!("../../../../rules/calendar/cn.json")).unwrap()
}

fn d(text: &str) -> Date {
    parse_date(text).unwrap()
}

#[track_caller]
fn check(start: &str, n: u32, unit: Unit, roll: bool, due: &str) {
    let counted = count(d(start), Term { n, unit }, roll, &[], &calendar()).unwrap();
    assert_eq!(counted.due, d(due), "{:?}", counted.steps);
}

#[track_caller]
fn refused(start: &str, n: u32, unit: Unit, roll: bool, year: i32) {
    let error = count(d(start), Term { n, unit }, roll, &[], &calendar()).unwrap_err();
    assert!(
        matches!(error, CountError::YearNotPublished { year: y, .. } if y == year),
        "{error:?}"
    );
}

#[test]
fn make_up_days_count_as_working_days() {
    check("2026-02-12", 3, Unit::WorkingDays, false, "2026-02-24");
    check("2026-09-18", 3, Unit::WorkingDays, false, "2026-09-22");
    check("2026-09-18", 5, Unit::WorkingDays, false, "2026-09-24");
}

#[test]
fn fifteen_days_over_spring_festival() {
    check("2026-02-05", 15, Unit::CalendarDays, false, "2026-02-20");
    check("2026-02-05", 15, Unit::CalendarDays, true, "2026-02-24");
    check("2026-09-20", 15, Unit::CalendarDays, true, "2026-10-08");
}

#[test]
fn calendar_days_need_no_calendar() {
    check("2026-11-22", 60, Unit::CalendarDays, false, "2027-01-21");
}

#[test]
fn a_year_without_arrangement_is_refused_by_name() {
    refused("2026-11-22", 60, Unit::CalendarDays, true, 2027);
    refused("2026-12-31", 1, Unit::WorkingDays, false, 2027);
    refused("2009-06-01", 1, Unit::Months, true, 2009);
    let error =
        count(d("2026-11-22"), Term { n: 60, unit: Unit::CalendarDays }, true, &[], &calendar());
    let unrolled = Some(d("2027-01-21"));
    assert_eq!(error, Err(CountError::YearNotPublished { year: 2027, unrolled }));
}

#[test]
fn months_and_years_end_on_the_corresponding_day() {
    check("2026-03-10", 1, Unit::Months, false, "2026-04-10");
    check("2026-01-31", 1, Unit::Months, false, "2026-02-28");
    check("2024-01-31", 1, Unit::Months, false, "2024-02-29");
    check("2024-02-29", 1, Unit::Years, false, "2025-02-28");
    check("2026-05-15", 6, Unit::Months, false, "2026-11-15");
}

#[test]
fn the_last_published_december_carries_a_note() {
    let term = Term { n: 3, unit: Unit::WorkingDays };
    let counted = count(d("2026-12-22"), term, false, &[], &calendar()).unwrap();
    assert_eq!(counted.notes, [CountNote::YearEndMayMove(2026)]);
    let counted = count(d("2026-11-22"), term, false, &[], &calendar()).unwrap();
    assert!(counted.notes.is_empty());
}

#[test]
fn suspended_days_do_not_count() {
    let span = Span { from: d("2026-03-05"), to: d("2026-03-14") };
    let term = Term { n: 30, unit: Unit::CalendarDays };
    let counted = count(d("2026-03-01"), term, false, &[span], &calendar()).unwrap();
    assert_eq!(counted.due, d("2026-04-10"));
    assert!(counted.steps.iter().any(|s| s.kind == StepKind::Suspended && s.from == span.from));
}

#[test]
fn a_suspended_month_counts_as_many_days() {
    let span = |from, to| Span { from: d(from), to: d(to) };
    let month = Term { n: 1, unit: Unit::Months };
    let check = |spans: &[Span], due: &str| {
        let counted = count(d("2026-03-10"), month, false, spans, &calendar()).unwrap();
        assert_eq!(counted.due, d(due), "{:?}", counted.steps);
    };
    check(&[span("2026-03-20", "2026-03-25")], "2026-04-16");
    // Three days were left when it was suspended, and are left after it.
    check(&[span("2026-04-08", "2026-04-20")], "2026-04-23");
    // A day suspended twice is suspended once, whatever stands first.
    check(&[span("2026-03-22", "2026-03-30"), span("2026-03-20", "2026-03-25")], "2026-04-21");
    check(&[span("2026-04-11", "2026-04-20")], "2026-04-10");
}

#[test]
fn steps_cover_every_day_from_start_to_end() {
    for n in [1, 7, 40] {
        for unit in [Unit::CalendarDays, Unit::WorkingDays] {
            let counted = count(d("2026-01-28"), Term { n, unit }, true, &[], &calendar()).unwrap();
            let mut day = d("2026-01-28");
            for step in &counted.steps {
                if step.kind == StepKind::Due {
                    continue;
                }
                assert!(step.from <= step.to);
                assert!(step.from == day || step.kind == StepKind::Rolled, "{:?}", counted.steps);
                day = step.to.succ_opt().unwrap();
            }
            assert!(counted.due >= day.pred_opt().unwrap());
        }
    }
}

#[test]
fn only_iso_dates_that_exist_are_read() {
    assert!(parse_date("2026-02-29").is_none());
    assert!(parse_date("2026-2-9").is_none());
    assert!(parse_date("２０２６-02-09").is_none());
    assert!(parse_date("+026-02-09").is_none());
    assert!(parse_date("2024-02-29").is_some());
}

#[test]
fn far_ends_are_refused_not_wrapped() {
    let term = Term { n: u32::MAX, unit: Unit::Years };
    assert_eq!(count(d("2026-01-01"), term, false, &[], &calendar()), Err(CountError::OutOfRange));
    let term = Term { n: u32::MAX, unit: Unit::CalendarDays };
    assert_eq!(count(d("2026-01-01"), term, false, &[], &calendar()), Err(CountError::OutOfRange));
}

#[test]
fn a_calendar_with_a_mistake_is_refused_with_its_place() {
    let text = r#"{"years":{"2026":{"off":["2025-01-01"],"work":[],"source":"x"}}}"#;
    assert_eq!(Calendar::from_json(text), Err(CalendarError::WrongYear(2026, d("2025-01-01"))));
    let text = r#"{"years":{"2026":{"off":[],"work":["2026-02-13"],"source":"x"}}}"#;
    assert_eq!(Calendar::from_json(text), Err(CalendarError::NotAWeekend(d("2026-02-13"))));
    let text = r#"{"years":{"2026":{"off":[],"work":[],"source":" "}}}"#;
    assert_eq!(Calendar::from_json(text), Err(CalendarError::NoSource(2026)));
}

#[test]
fn days_are_counted_at_both_ends() {
    assert_eq!(days(d("2026-02-27"), d("2026-03-01")).len(), 3);
    assert_eq!(days(d("2026-02-27"), d("2026-02-26")), []);
    assert_eq!((days_of(2024).len(), days_of(2026).len(), days_of(i32::MAX).len()), (366, 365, 0));
}

#[test]
fn a_moment_is_dated_and_timed_at_utc_plus_8() {
    // Two in the morning at UTC is ten here, and eight in the evening is past midnight.
    let ten = 1_776_304_800_000;
    let night = ten + 18 * 3_600_000 + 65_000;
    assert_eq!((day_at(ten), time_at(ten).as_str()), (parse_date("2026-04-16"), "10:00"));
    assert_eq!((day_at(night), time_at(night).as_str()), (parse_date("2026-04-17"), "04:01"));
    assert_eq!(moment_on(parse_date("2026-04-17").unwrap(), ten), ten + 86_400_000);
    assert_eq!(moment_on(parse_date("2026-04-16").unwrap(), night), night - 86_400_000);
    assert_eq!(day_at(u64::MAX), None);
}
