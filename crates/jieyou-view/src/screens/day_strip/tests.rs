//! Strips of counts made by hand.

use super::*;
use crate::screens::samples::{Desk, ditch, plain};
use jieyou_domain::classify::assess;
use jieyou_domain::facts::{CounterParty, TextAdopted, UnitKind};
use jieyou_domain::ledger::Command;

/// The strip of `rule` for a matter registered on `on`, looked at on `today`.
fn strip(on: &str, rule: &str, today: &str, lang: Lang) -> DayStrip {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    desk.register(1, on, plain("路灯", "修好路灯", CounterParty::Business));
    desk.refresh(today);
    let held = desk.all.get(crate::screens::samples::id(1)).unwrap().clone();
    let assessment = held.assessment.unwrap();
    let o = assessment.obligations.iter().find(|o| o.rule == rule).unwrap();
    day_strip(o, desk.matter(1), desk.frame(today, lang)).unwrap()
}

fn days(strip: &DayStrip) -> Vec<&StripDay> {
    let weeks = strip.rows.iter().map(|r| match r {
        StripRow::Week { days, .. } => days.as_slice(),
        StripRow::Gap(_) => &[],
    });
    weeks.flatten().collect()
}

#[test]
fn three_working_days_over_the_spring_festival_of_2026() {
    let strip = strip("2026-02-12", "CN-plan", "2026-02-12", Lang::Zh);
    assert_eq!(
        strip.sum,
        "2月12日（周四）登记，当日不计；从次日起数3个工作日；\
         2月14日（周六）调休上班，计入；2月15日至2月23日放假，不计；2月24日（周二）到期。"
    );
    let kinds: Vec<(&str, String, &str)> =
        days(&strip).iter().map(|d| (d.day, d.number.clone(), d.mark.as_str())).collect();
    assert_eq!(kinds.len(), 21);
    assert_eq!(kinds[0].0, "outside");
    assert_eq!(kinds[3], ("start", "12".to_owned(), "起"));
    assert_eq!(kinds[4], ("counted", "13".to_owned(), "1"));
    assert_eq!(kinds[5], ("makeup", "14".to_owned(), "班2"));
    assert_eq!(kinds[6], ("rest", "15".to_owned(), "休"));
    assert_eq!(kinds[15], ("due", "24".to_owned(), "3"));
    assert_eq!(days(&strip)[15].due_mark, "到期");
    assert!(days(&strip)[3].is_today);
    let legend: Vec<&str> = strip.legend.iter().map(|l| l.0).collect();
    assert_eq!(legend, ["start", "counted", "rest", "makeup", "due", "today"]);
    assert!(strip.notices[0].starts_with("2026年放假安排：国办发明电"), "{:?}", strip.notices);
    let StripRow::Week { month, is_seen, .. } = &strip.rows[0] else { panic!() };
    assert_eq!((month.as_str(), *is_seen), ("2月", true));
}

#[test]
fn a_place_s_holiday_is_named_where_it_counts() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    desk.register(1, "2026-02-12", plain("路灯", "修好路灯", CounterParty::Business));
    let text = r#"{"kind":"local","id":"x","name":"样例县","days":{"2026":{"off":["2026-02-13","2026-07-01"],"work":[],"source":"样例政发1号"}}}"#;
    let text = TextAdopted { name: "x".to_owned(), text: text.to_owned() };
    desk.run("2026-02-12", Command::AdoptCalendar(text));
    let held = assess(desk.matter(1), &desk.book, crate::screens::samples::day("2026-02-12"));
    let o = held.unwrap().obligations.into_iter().find(|o| o.rule == "CN-plan").unwrap();
    let strip = day_strip(&o, desk.matter(1), desk.frame("2026-02-12", Lang::Zh)).unwrap();
    assert_eq!(strip.notices.len(), 2);
    assert_eq!(strip.notices[1], "样例县的假日：样例政发1号");
    assert!(strip.sum.ends_with("2月25日（周三）到期。"), "{}", strip.sum);
}

#[test]
fn the_same_in_english() {
    let strip = strip("2026-02-12", "CN-plan", "2026-02-12", Lang::En);
    assert_eq!(
        strip.sum,
        "12 Feb (Thu): registered, not counted; 3 working days from the next day; \
         14 Feb (Sat) made up for a day off, counted; 15 Feb to 23 Feb off, not counted; \
         due 24 Feb (Tue)."
    );
    assert!(strip.runs.iter().any(|r| r.counted == "up to day 3"), "{:?}", strip.runs);
}

#[test]
fn calendar_days_do_not_roll_and_late_days_are_numbered() {
    let strip = strip("2026-04-17", "XF-23b", "2026-05-05", Lang::Zh);
    assert_eq!(
        strip.sum,
        "4月17日（周五）收到，当日不计；从次日起数15日，休息日照算；5月2日（周六）到期；那天休息，不顺延。"
    );
    let late: Vec<&str> =
        days(&strip).iter().filter(|d| d.day == "late").map(|d| d.mark.as_str()).collect();
    assert_eq!(late, ["超1", "超2", "超3"]);
    assert_eq!((strip.state, strip.kind), ("overdue", "statutory"));
}

#[test]
fn months_are_abridged() {
    let mut desk = ditch();
    crate::screens::samples::agree(&mut desk);
    for n in 0..2 {
        let desk_promises = desk.matter(1).state.promises[n].key.clone();
        let check = jieyou_domain::facts::PerformanceChecked {
            promise: desk_promises,
            note: String::new(),
        };
        desk.record(1, "2026-05-15", jieyou_domain::ledger::Event::Performed(check));
    }
    let resolved =
        jieyou_domain::facts::Resolved { how: "已清沟付款".into(), evidence: String::new() };
    desk.record(1, "2026-05-15", jieyou_domain::ledger::Event::Resolved(resolved));
    desk.refresh("2026-06-01");
    let held = desk.all.get(crate::screens::samples::id(1)).unwrap().clone();
    let assessment = held.assessment.unwrap();
    let o = assessment.obligations.iter().find(|o| o.rule == "LX-observe").unwrap();
    let strip = day_strip(o, desk.matter(1), desk.frame("2026-06-01", Lang::Zh)).unwrap();
    let gaps: Vec<&StripRow> =
        strip.rows.iter().filter(|r| matches!(r, StripRow::Gap(_))).collect();
    assert_eq!(gaps.len(), 2);
    assert!(strip.rows.len() < 8, "{}", strip.rows.len());
    assert!(strip.sum.ends_with("11月15日（周日）到期；那天休息，不顺延。"), "{}", strip.sum);
}
