//! Calendars that are right, and everything that can be wrong with one.

use super::*;
use crate::time::parse_date;

const CN: &str = include_str!("../../../../../rules/calendar/cn.json");

fn d(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn cn() -> Calendar {
    Calendar::from_json(CN).unwrap()
}

/// The year 2026 of the built-in calendar as a text of its own, with pieces replaced.
#[track_caller]
fn year_2026(changes: &[(&str, &str)]) -> String {
    let year = CN.lines().find(|line| line.starts_with("\"2026\"")).unwrap();
    let mut text = format!("{{\"kind\":\"years\",\"days\":{{{year}}}}}");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text
}

#[track_caller]
fn refused(changes: &[(&str, &str)], why: CalendarError) {
    assert_eq!(check(&year_2026(changes), &cn()), Err(why));
}

fn local(days: &str) -> String {
    format!("{{\"kind\":\"local\",\"id\":\"gx\",\"name\":\"广西\",\"days\":{{{days}}}}}")
}

#[track_caller]
fn takes(calendar: &mut Calendar, text: &str) {
    calendar.take(CalendarText::read(text).unwrap());
}

#[test]
fn the_built_in_calendar_passes_and_what_is_unusual_in_it_is_known() {
    let odd = check(CN, &Calendar::default()).unwrap();
    let balance = |year, off, work, statutory| Oddity::Balance { year, off, work, statutory };
    // 2011 ends with a make-up day for the break of 2012; 2015 had a day off once only,
    // on 3 September; in 2020 Spring Festival was made longer.
    let known = [
        balance(2011, 16, 6, 11),
        balance(2012, 18, 6, 11),
        balance(2015, 17, 5, 11),
        balance(2020, 19, 6, 11),
    ];
    assert_eq!(odd, known);
    assert_eq!(check(&year_2026(&[]), &cn()), Ok(vec![]));
}

#[test]
fn a_contradiction_is_refused_with_its_place() {
    use CalendarError as E;
    refused(&[("国办发明电〔2025〕7号", " ")], E::NoSource(2026));
    refused(&[("\"2026-01-02\"", "\"2025-01-02\"")], E::WrongYear(2026, d("2025-01-02")));
    refused(&[("\"2026-02-28\"", "\"2026-02-27\"")], E::NotAWeekend(d("2026-02-27")));
    refused(&[("\"2026-02-28\"", "\"2026-02-22\"")], E::Both(d("2026-02-22")));
    refused(&[("\"2026-06-20\",", "\"2026-06-19\",")], E::Twice(d("2026-06-19")));
    refused(&[("{\"2026\"", "{\"+2026\"")], E::BadYear("+2026".to_owned()));
    refused(&[("{\"2026\"", "{\"今年\"")], E::BadYear("今年".to_owned()));
    refused(&[("\"years\"", "\"weeks\"")], E::OtherKind("weeks".to_owned()));
    let twice = year_2026(&[]).replace("\"days\"", "\"days\":{},\"days\"");
    assert!(matches!(check(&twice, &cn()), Err(E::Unreadable(_))));
    for text in ["", "[]", "{}", "{\"kind\":\"years\"}", "{\"kind\":\"years\",\"years\":{}}"] {
        assert!(matches!(check(text, &cn()), Err(E::Unreadable(_))), "{text}");
    }
    assert_eq!(check("{\"years\":{}}", &cn()), Err(E::Empty));
    let early = "{\"years\":{\"2009\":{\"off\":[],\"work\":[],\"source\":\"x\"}}}";
    assert_eq!(check(early, &cn()), Err(E::TooEarly(2009)));
}

#[test]
fn a_year_without_its_statutory_days_is_refused() {
    use CalendarError as E;
    let gone = |day: &str, why: E| refused(&[(&format!("\"{day}\","), "")], why);
    for day in ["2026-01-01", "2026-05-01", "2026-05-02", "2026-10-01", "2026-10-02", "2026-10-03"]
    {
        gone(day, E::NotOff(d(day)));
    }
    let spring = "\"2026-02-17\",\"2026-02-18\",\"2026-02-19\",\"2026-02-20\",";
    refused(&[(spring, "")], E::NoFestival(2026, Festival::Spring));
    let qingming = "\"2026-04-04\",\"2026-04-05\",";
    refused(&[(qingming, "")], E::NoFestival(2026, Festival::Qingming));
    let dragon = "\"2026-06-19\",\"2026-06-20\",\"2026-06-21\",";
    refused(&[(dragon, "")], E::NoFestival(2026, Festival::DragonBoat));
    let autumn = "\"2026-09-25\",\"2026-09-26\",\"2026-09-27\",";
    assert_eq!(
        check(&year_2026(&[(autumn, "")]), &cn()),
        Ok(vec![
            Oddity::Balance { year: 2026, off: 18, work: 6, statutory: 13 },
            Oddity::MidAutumnUnseen(2026)
        ])
    );
    let week = "\"2026-10-04\",\"2026-10-05\",\"2026-10-06\",\"2026-10-07\"";
    let at = "\"2026-10-03\",";
    let both = [(autumn, ""), (week, ""), (at, "\"2026-10-03\"")];
    refused(&both, E::NoFestival(2026, Festival::MidAutumn));
}

#[test]
fn three_days_are_no_year() {
    let text = r#"{"kind":"years","days":{"2027":{"off":["2027-01-01","2027-05-01","2027-10-01"],"work":[],"source":"x"}}}"#;
    assert_eq!(check(text, &cn()), Err(CalendarError::NotOff(d("2027-05-02"))));
}

#[test]
fn before_2025_eleven_days_are_enough() {
    for line in CN.lines().filter(|line| line.starts_with("\"20")) {
        let line = line.trim_end_matches(',');
        let text = format!("{{\"kind\":\"years\",\"days\":{{{line}}}}}");
        let odd = check(&text, &Calendar::default()).unwrap();
        assert!(odd.len() < 2, "{odd:?}");
        assert!(!odd.iter().any(|o| matches!(o, Oddity::MidAutumnUnseen(_))), "{line}");
    }
}

#[test]
fn an_old_text_reads_as_before_and_added_years_stand_beside_it() {
    let mut calendar = cn();
    assert_eq!((calendar.range(), calendar.is_added(2026)), (Some((2010, 2026)), false));
    let one = r#"{"years":{"2026":{"off":["2026-01-01"],"work":[],"source":"x"}}}"#;
    assert_eq!(Calendar::from_json(one).unwrap().range(), Some((2026, 2026)));
    let added = year_2026(&[("\"2026-01-03\"", "\"2026-01-05\"")]);
    takes(&mut calendar, &added);
    assert_eq!(calendar.kind(d("2026-01-05")), Ok(DayKind::Off));
    assert_eq!((calendar.range(), calendar.is_added(2026)), (Some((2010, 2026)), true));
    takes(&mut calendar, one);
    assert_eq!((calendar.range(), calendar.is_added(2026)), (Some((2026, 2026)), false));
    assert_eq!(calendar.kind(d("2026-01-05")), Ok(DayKind::Work));
}

#[test]
fn an_added_year_outlives_a_whole_calendar_that_does_not_hold_it() {
    let mut calendar = Calendar::default();
    let next = r#"{"kind":"years","days":{"2027":{"off":["2027-01-01"],"work":[],"source":"x"}}}"#;
    takes(&mut calendar, next);
    takes(&mut calendar, CN);
    assert_eq!(calendar.range(), Some((2010, 2027)));
    assert!(!calendar.may_still_move(d("2026-12-30")));
    assert!(calendar.may_still_move(d("2027-12-30")));
    takes(&mut calendar, &next.replace("2027", "2029"));
    assert!(calendar.may_still_move(d("2027-12-30")) && calendar.may_still_move(d("2029-12-30")));
}

#[test]
fn what_a_place_adds_turns_days_off_and_can_be_taken_off_again() {
    let mut calendar = cn();
    let days = r#""2026":{"off":["2026-04-20"],"work":["2026-04-18"],"source":"桂政发1号"}"#;
    assert_eq!(check(&local(days), &calendar), Ok(vec![]));
    takes(&mut calendar, &local(days));
    assert_eq!(calendar.kind(d("2026-04-20")), Ok(DayKind::Off));
    assert_eq!(calendar.kind(d("2026-04-18")), Ok(DayKind::MakeUp));
    assert_eq!(calendar.kind(d("2026-04-19")), Ok(DayKind::Weekend));
    let (place, year) = calendar.local_on(d("2026-04-20")).unwrap();
    assert_eq!((place.name.as_str(), year.source.as_str()), ("广西", "桂政发1号"));
    assert!(calendar.local_on(d("2026-04-21")).is_none());
    takes(&mut calendar, CN);
    assert_eq!(calendar.kind(d("2026-04-20")), Ok(DayKind::Off));
    takes(&mut calendar, &local(&days.replace("04-20", "04-21")));
    assert_eq!(calendar.kind(d("2026-04-20")), Ok(DayKind::Work));
    assert_eq!((calendar.kind(d("2026-04-21")), calendar.locals().len()), (Ok(DayKind::Off), 1));
    assert_eq!(check(&local(""), &calendar), Ok(vec![]));
    takes(&mut calendar, &local(""));
    assert_eq!(calendar, cn());
}

#[test]
fn a_place_contradicts_nobody_and_stands_in_for_no_year() {
    use CalendarError as E;
    let with = |days: &str, calendar: &Calendar| {
        check(&local(&format!("\"2026\":{{{days},\"source\":\"x\"}}")), calendar)
    };
    let mut calendar = cn();
    let off_and_on = "\"off\":[\"2026-04-18\"],\"work\":[\"2026-04-18\"]";
    assert_eq!(with(off_and_on, &calendar), Err(E::Both(d("2026-04-18"))));
    let holiday = "\"off\":[],\"work\":[\"2026-05-02\"]";
    assert_eq!(with(holiday, &calendar), Err(E::Against(d("2026-05-02"))));
    let weekday = "\"off\":[],\"work\":[\"2026-04-20\"]";
    assert_eq!(with(weekday, &calendar), Err(E::NotAWeekend(d("2026-04-20"))));
    assert_eq!(with("\"off\":[],\"work\":[]", &calendar), Err(E::Empty));
    let known = "\"off\":[\"2026-05-02\"],\"work\":[\"2026-05-09\"]";
    let already = vec![Oddity::Already(d("2026-05-02")), Oddity::Already(d("2026-05-09"))];
    assert_eq!(with(known, &calendar), Ok(already));
    let no_name = local("").replace("广西", " ");
    assert_eq!(check(&no_name, &calendar), Err(E::NoName));
    assert_eq!(check(&local("").replace("gx", ""), &calendar), Err(E::NoName));

    let text = r#""2026":{"off":[],"work":["2026-04-18"],"source":"x"}"#;
    takes(&mut calendar, &local(text).replace("gx", "other"));
    let off = "\"off\":[\"2026-04-18\"],\"work\":[]";
    assert_eq!(with(off, &calendar), Err(E::Against(d("2026-04-18"))));
    // The nation may do what the place may not: the day is off, and a person is told.
    let nation = year_2026(&[("\"2026-04-06\"", "\"2026-04-06\",\"2026-04-18\"")]);
    assert_eq!(check(&nation, &calendar), Ok(vec![Oddity::LocalWorks(d("2026-04-18"))]));
    takes(&mut calendar, &nation);
    assert_eq!(calendar.kind(d("2026-04-18")), Ok(DayKind::Off));

    let later = r#""2028":{"off":["2028-04-20"],"work":[],"source":"x"}"#;
    assert_eq!(check(&local(later), &calendar), Ok(vec![Oddity::NotPublished(2028)]));
    takes(&mut calendar, &local(later));
    assert_eq!(calendar.kind(d("2028-04-20")), Err(YearNotPublished(2028)));
}
