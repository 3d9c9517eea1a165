//! The page, and everything between a pasted notice and the calendar in force.

use super::*;
use crate::screens::samples::{Desk, day, ditch};
use jieyou_domain::facts::UnitKind;
use jieyou_domain::ledger::Command;

/// The lunar festivals of 2027 as law.md gives them, with invented days around them.
const NEXT: &str = "2027年\n元旦：1月1日（周五）至3日（周日）放假，共3天。\n春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。\n清明节：4月3日（周六）至5日（周一）放假，共3天。\n劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。\n端午节：6月9日（周三）放假。\n中秋节：9月15日（周三）放假。\n国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。";

fn next() -> Input {
    let text = NEXT.to_owned();
    let mut input = Input { text, source: "样例〔2026〕1号".to_owned(), ..Input::default() };
    begin(&mut input);
    input
}

fn place(text: &str) -> Input {
    let (year, source) = ("2026".to_owned(), "样例政发〔2026〕2号".to_owned());
    Input {
        text: text.to_owned(),
        year,
        source,
        place: Some(" 样例县 ".to_owned()),
        ..Input::default()
    }
}

fn look(desk: &Desk, input: &Input, lang: Lang) -> Result<Preview, Vec<String>> {
    preview(&desk.book, input, day("2026-04-16"), lang)
}

#[track_caller]
fn refused(desk: &Desk, input: &Input, says: &[&str]) {
    assert_eq!(
        look(desk, input, Lang::Zh).map(|p| p.parts),
        Err(says.iter().map(|s| (*s).to_owned()).collect())
    );
    let english = look(desk, input, Lang::En).unwrap_err();
    assert_eq!(english.len(), says.len(), "{english:?}");
}

#[test]
fn an_empty_ledger_says_that_nothing_is_published() {
    let book = Book::default();
    let page = screen(&book, day("2026-04-16"), Lang::Zh);
    assert_eq!((page.years.len(), page.locals.len()), (0, 0));
    assert_eq!(page.state[0], "2026年：放假安排尚未公布。");
    assert_eq!(page.state.len(), 2);
}

#[test]
fn every_year_stands_with_its_notice_and_the_next_with_its_state() {
    let desk = ditch();
    let page = screen(&desk.book, day("2026-04-16"), Lang::Zh);
    assert_eq!(page.years.len(), 17);
    assert_eq!(page.years[0].name, "2026年");
    assert_eq!(page.years[0].counts, "放假33天，调休上班6天");
    assert_eq!(page.years[0].source, "国办发明电〔2025〕7号（随日历启用）");
    assert_eq!(page.state[0], "2027年：放假安排尚未公布。");
    assert!(page.state[2].starts_with("2026年12月20日至31日"));
    let english = screen(&desk.book, day("2026-04-16"), Lang::En);
    assert_eq!(english.years[0].counts, "33 off, 6 make-up");
    assert_eq!(english.state[0], "2027: days off are not published yet.");
}

#[test]
fn a_year_is_pasted_looked_at_and_put_into_force() {
    let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
    let input = next();
    assert_eq!(input.year, "2027");
    let seen = look(&desk, &input, Lang::Zh).unwrap();
    assert_eq!(seen.parts[0].0, "2027年：放假27天，调休上班4天");
    assert!(seen.parts[0].1[0].starts_with("放假：1月1日（周五）至1月3日（周日）、"));
    assert_eq!(seen.parts[0].1[2], "依据：样例〔2026〕1号");
    assert_eq!((seen.odd, seen.adopted.name.as_str()), (vec![], "2027 样例〔2026〕1号"));
    desk.run("2026-11-20", Command::AdoptCalendar(seen.adopted));
    let page = screen(&desk.book, day("2026-11-20"), Lang::Zh);
    assert_eq!(page.years[0].source, "样例〔2026〕1号（本单位录入）");
    assert_eq!(page.state[0], "2028年：放假安排尚未公布。");
    let again = look(&desk, &input, Lang::Zh).unwrap();
    assert_eq!(again.parts[0].0, "2027年：放假27天，调休上班4天，替换现在的（样例〔2026〕1号）");
    assert_eq!(again.parts[0].1.last().unwrap(), "和现在相比，没有哪一天变化。");
}

#[test]
fn what_the_text_says_of_itself_is_filled_in_until_somebody_types() {
    let mut input = next();
    input.text = "关于2028年的安排\n国办发明电〔2027〕9号".to_owned();
    begin(&mut input);
    assert_eq!((input.year.as_str(), input.source.as_str()), ("2028", "样例〔2026〕1号"));
    input.year = "2029".to_owned();
    input.text = "2030年".to_owned();
    begin(&mut input);
    assert_eq!(input.year, "2029");
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let desk = ditch();
    refused(&desk, &Input::default(), &["还没有贴放假安排。"]);
    let bare = Input { text: "1月1日放假".to_owned(), ..Input::default() };
    refused(&desk, &bare, &["年份没有写，或者不是四位数。", "没有写通知文号。"]);
    let of = |text: String| Input { text, ..next() };
    refused(
        &desk,
        &of(NEXT.replace("2月14日（周日）", "2月14日（周六）").replace("共5天", "共6天")),
        &["第3行“2月14日（周六）”：这一天是周日。", "第5行“6天”：这一句写出来的是5天。"],
    );
    refused(
        &desk,
        &of(NEXT.replace("2月14日（周日）上班", "2月15日（周一）上班")),
        &["2027年2月15日（周一）写成调休上班，可它不是周末"],
    );
    refused(
        &desk,
        &of("1月1日、5月1日、10月1日放假。".to_owned()),
        &["2027年5月2日（周日）是法定假日，却没有放假"],
    );
    refused(
        &desk,
        &of(format!("{NEXT}\n2028年1月1日放假。")),
        &[
            "2028年1月1日（周六）不在这一年。一份通知只管当年，最多到上一年12月，而且上一年的安排要先在这里。",
        ],
    );
    refused(&desk, &of("请各部门做好值班。".to_owned()), &["没有读出一天放假或者上班。"]);
    refused(
        &desk,
        &of("{".to_owned()),
        &[&look(&desk, &of("{".to_owned()), Lang::Zh).unwrap_err()[0]],
    );
}

#[test]
fn an_unusual_year_waits_for_a_person() {
    let desk = ditch();
    let input = Input {
        text: NEXT.replace("6月9日（周三）放假", "6月9日（周三）至10日（周四）放假"),
        ..next()
    };
    let seen = look(&desk, &input, Lang::Zh).unwrap();
    assert!(
        seen.odd[0].starts_with("2027年：工作日放假18天，周末上班4天，相抵是14天，法定是13天。"),
        "{:?}",
        seen.odd
    );
}

#[test]
fn a_notice_may_reach_back_into_december() {
    let mut desk = ditch();
    let text = NEXT.replace(
        "元旦：1月1日（周五）至3日（周日）放假，共3天。",
        "元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。2026年12月27日（周日）上班。",
    );
    let seen = look(&desk, &Input { text, ..next() }, Lang::Zh).unwrap();
    let (head, lines) = &seen.parts[1];
    let (head, lines) =
        if head.starts_with("2026") { (head, lines) } else { (&seen.parts[0].0, &seen.parts[0].1) };
    assert!(head.starts_with("2026年：放假34天，调休上班7天，替换现在的"), "{head}");
    assert_eq!(lines.last().unwrap(), "和现在相比：12月27日改为上班、12月31日改为休息");
    assert!(lines[2].ends_with("国办发明电〔2025〕7号；样例〔2026〕1号"));
    desk.run("2026-11-20", Command::AdoptCalendar(seen.adopted));
    assert!(!desk.book.calendar().kind(day("2026-12-31")).unwrap().is_working());
}

#[test]
fn a_file_adds_the_years_that_differ() {
    let mut desk = ditch();
    let cn = include_str!("../../../../../rules/calendar/cn.json");
    let file = |text: &str| Input { text: text.to_owned(), ..Input::default() };
    refused(&desk, &file(cn), &["文件里的各年和现在的完全一样，不用再装。"]);
    let seen =
        look(&desk, &file(&cn.replace("\"2026-02-28\"", "\"2026-03-07\"")), Lang::Zh).unwrap();
    assert_eq!(seen.parts.len(), 1);
    assert_eq!(seen.parts[0].1.last().unwrap(), "和现在相比：2月28日改为休息、3月7日改为上班");
    let in_place = Input { place: Some("样例县".to_owned()), ..file(cn) };
    refused(&desk, &in_place, &["这是全国安排的文件，请在上面装进来。"]);
    let local = look(&desk, &place("2026-04-20 休"), Lang::Zh).unwrap().adopted;
    refused(&desk, &file(&local.text), &["这是地方假日的文件，请在下面“地方假日”里读入。"]);
    let again = Input { place: Some("x".to_owned()), ..file(&local.text) };
    assert_eq!(look(&desk, &again, Lang::Zh).unwrap().adopted.text, local.text);
    desk.run("2026-04-16", Command::AdoptCalendar(local));
}

#[test]
fn a_place_is_put_on_moves_days_and_is_taken_off() {
    let mut desk = ditch();
    refused(
        &desk,
        &Input { place: Some(String::new()), ..place("4月17日放假") },
        &["没有写是哪个地方。"],
    );
    refused(&desk, &place("5月3日上班"), &["2026年5月3日（周日）：全国或者别的地方的安排正好相反"]);
    let seen = look(&desk, &place("4月17日（周五）放假。4月18日（周六）上班。"), Lang::Zh).unwrap();
    assert_eq!(seen.parts[0].0, "样例县，2026年：放假1天，调休上班1天");
    assert_eq!(seen.adopted.name, "样例县 2026 样例政发〔2026〕2号");
    assert_eq!(seen.moved, []);
    let seen = look(&desk, &place("4月17日放假"), Lang::Zh).unwrap();
    assert!(seen.moved.iter().any(|m| m.new.starts_with("2026年4月21日")), "{:?}", seen.moved);
    desk.run("2026-04-16", Command::AdoptCalendar(seen.adopted));
    let second = Input { year: "2027".to_owned(), ..place("4月20日放假") };
    let second = look(&desk, &second, Lang::Zh).unwrap();
    assert_eq!(second.odd.len(), 1);
    desk.run("2026-04-16", Command::AdoptCalendar(second.adopted));
    let page = screen(&desk.book, day("2026-04-16"), Lang::Zh);
    assert_eq!(page.locals[0].lines.len(), 4, "{:?}", page.locals);
    assert_eq!(page.locals[0].lines[0], "2026年放假：4月17日（周五）");
    let off = taking_off(&desk.book, &page.locals[0].id, day("2026-04-16"), Lang::En).unwrap();
    assert!(off.moved.iter().any(|m| m.new.starts_with("20 Apr 2026")), "{:?}", off.moved);
    assert_eq!(off.adopted.name, "Taken off: 样例县");
    desk.run("2026-04-16", Command::AdoptCalendar(off.adopted));
    assert!(desk.book.calendar().locals().is_empty());
    assert!(taking_off(&desk.book, "样例县", day("2026-04-16"), Lang::Zh).is_none());
}

#[test]
fn every_day_of_a_year_has_its_word() {
    let mut desk = ditch();
    let local = look(&desk, &place("4月20日放假"), Lang::Zh).unwrap().adopted;
    desk.run("2026-04-16", Command::AdoptCalendar(local));
    let all = months(desk.book.calendar(), 2026, Lang::Zh);
    let days: Vec<&DayCell> = all.iter().flat_map(|m| m.weeks.iter().flatten().flatten()).collect();
    assert_eq!((all.len(), days.len(), all[1].name), (12, 365, "2月"));
    assert!(all[1].weeks[0][..6].iter().all(Option::is_none) && all[1].weeks[0][6].is_some());
    let word = |iso: &str| days.iter().find(|d| d.iso == iso).map(|d| (d.mark, d.kind)).unwrap();
    assert_eq!(word("2026-01-01"), ("法", "rest"));
    assert_eq!(word("2026-05-02"), ("法", "rest"));
    assert_eq!(word("2026-02-16"), ("休", "rest"));
    assert_eq!(word("2026-02-14"), ("班", "makeup"));
    assert_eq!(word("2026-03-07"), ("", "rest"));
    assert_eq!(word("2026-03-09"), ("", "work"));
    assert_eq!(word("2026-04-20"), ("地", "rest"));
    assert_eq!(legend(Lang::En).map(|(mark, _)| mark), ["off", "work", "law", "local"]);
}
