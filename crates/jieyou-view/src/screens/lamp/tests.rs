//! Each fact of the lamp by itself, combinations, and both languages.

use super::*;
use jieyou_domain::time::parse_date;

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn copy(on: &str, records: u32, verified: bool) -> Copied {
    Copied {
        on: day(on),
        records,
        name: "副本.json".into(),
        hash: format!("{on}{records}"),
        chosen: false,
        verified: verified.then(|| day(on)),
        replaced: None,
    }
}

/// An ordinary ledger: kept, begun on 1 April, 30 records, a verified copy of 14 April
/// that holds 25 of them.
fn facts() -> Facts {
    Facts {
        is_kept: true,
        persisted: Some(true),
        room: Some((5.0 * MIB, 10_000.0 * MIB)),
        records: 30,
        copies: vec![copy("2026-04-14", 25, true)],
        first: Some(day("2026-04-01")),
        last: Some(day("2026-04-20")),
        today: day("2026-04-20"),
        ..Facts::default()
    }
}

#[track_caller]
fn check(facts: &Facts, level: Level, short: &str) -> Lamp {
    let zh = lamp(facts, Lang::Zh);
    assert_eq!((zh.level, zh.short.as_str()), (level, short), "{:#?}", zh.reasons);
    let en = lamp(facts, Lang::En);
    assert_eq!(en.level, zh.level);
    let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for (zh, en) in zh.reasons.iter().zip(&en.reasons) {
        assert_eq!((zh.id, zh.level, zh.step), (en.id, en.level, en.step));
        for (zh, en) in [(&zh.text, &en.text), (&zh.short, &en.short), (&zh.next, &en.next)] {
            assert_eq!(zh.is_empty(), en.is_empty());
            assert!(zh.is_empty() || han(zh), "{zh}");
            assert!(!han(&en.replace("副本.json", "")), "{en}");
        }
        assert!(!zh.text.contains("{}") && !en.text.contains("{}"));
        // Whatever is asked for says why, in a few words and in full.
        assert!(zh.level == Level::Calm || !zh.short.is_empty() && !zh.next.is_empty(), "{zh:?}");
    }
    assert!(!en.short.is_empty() && zh.reasons.is_sorted_by(|a, b| a.level >= b.level));
    zh
}

fn level_of(lamp: &Lamp, id: &str) -> Option<Level> {
    lamp.reasons.iter().find(|r| r.id == id).map(|r| r.level)
}

fn text_of(lamp: &Lamp, id: &str) -> String {
    lamp.reasons.iter().find(|r| r.id == id).map(|r| r.text.clone()).unwrap_or_default()
}

#[test]
fn a_ledger_with_a_fresh_verified_copy_is_calm() {
    let lamp = check(&facts(), Level::Calm, "副本到4月14日");
    assert_eq!(text_of(&lamp, "copy"), "核对过的副本是4月14日存的，之后又记了5笔，只在这里。");
    assert!(!lamp.may_put_off);
    let all = Facts { copies: vec![copy("2026-01-02", 30, true)], ..facts() };
    check(&all, Level::Calm, "副本齐全");
}

#[test]
fn a_copy_is_asked_for_after_twenty_changes_or_seven_days() {
    let since = |on, records| Facts { copies: vec![copy(on, records, true)], ..facts() };
    check(&since("2026-04-14", 11), Level::Calm, "副本到4月14日");
    check(&since("2026-04-14", 10), Level::Note, "6天没存副本了");
    check(&since("2026-04-13", 29), Level::Note, "7天没存副本了");
    check(&since("2026-04-20", 10), Level::Note, "又记了20笔没存副本");
    // Three times as much is urgent.
    check(&since("2026-03-31", 29), Level::Note, "20天没存副本了");
    let lamp = check(&since("2026-03-30", 29), Level::Act, "21天没存副本了");
    assert!(lamp.may_put_off);
    assert_eq!(lamp.reasons[0].step, Some(Step::Copy));
}

#[test]
fn a_copy_that_was_not_read_back_does_not_count() {
    let copies = vec![copy("2026-04-01", 5, true), copy("2026-04-19", 30, false)];
    let lamp = check(&Facts { copies, ..facts() }, Level::Note, "19天没存副本了");
    assert!(text_of(&lamp, "copy").ends_with("4月19日存出的那份还没有核对。"));
    assert_eq!(lamp.reasons[0].step, Some(Step::Check));
    let copies = vec![copy("2026-04-19", 30, false)];
    check(&Facts { copies, ..facts() }, Level::Note, "19天没有核对过的副本");
}

#[test]
fn without_any_copy_one_is_asked_for_from_a_few_entries_on() {
    let new = |records| Facts {
        records,
        copies: vec![],
        first: Some(day("2026-04-20")),
        persisted: Some(false),
        ..facts()
    };
    let calm = check(&new(7), Level::Calm, "还没有核对过的副本");
    let copy = calm.reasons.iter().find(|r| r.id == "copy").unwrap();
    assert_eq!(copy.next, "记满8笔，或者过了7天，会提醒存一份。");
    let lamp = check(&new(8), Level::Note, "记了8笔，还没有核对过的副本");
    assert!(lamp.may_put_off);
    // A copy that nobody verified is none.
    let open = Facts { copies: vec![copy_of_today(false)], ..new(8) };
    check(&open, Level::Note, "记了8笔，还没有核对过的副本");
    let verified = Facts { copies: vec![copy_of_today(true)], ..new(27) };
    check(&verified, Level::Calm, "今天的副本之后又记了19笔");
    // However much was written, nothing presses before the day is over.
    check(&new(300), Level::Note, "记了300笔，还没有核对过的副本");
    let next_day = |records| Facts { today: day("2026-04-21"), ..new(records) };
    check(&next_day(8), Level::Note, "1天没有核对过的副本");
    check(&next_day(300), Level::Act, "1天没有核对过的副本");
}

fn copy_of_today(verified: bool) -> Copied {
    copy("2026-04-20", 8, verified)
}

#[test]
fn nothing_is_demanded_of_an_empty_ledger() {
    let empty = Facts {
        is_empty: true,
        records: 25,
        copies: vec![],
        first: Some(day("2026-01-01")),
        persisted: Some(false),
        ..facts()
    };
    let lamp = check(&empty, Level::Calm, "还没有登记");
    assert!(!lamp.may_put_off);
}

#[test]
fn a_training_ledger_needs_no_copies_and_says_so() {
    let facts = Facts { is_training: true, copies: vec![], is_kept: false, ..facts() };
    let lamp = check(&facts, Level::Calm, "演练账，不用存副本");
    assert_eq!(lamp.reasons.len(), 1);
    assert!(!lamp.may_put_off);
}

#[test]
fn put_off_for_today_it_is_one_step_quieter() {
    let due = Facts { copies: vec![copy("2026-04-13", 29, true)], put_off: true, ..facts() };
    let lamp = check(&due, Level::Calm, "副本到4月13日");
    assert!(!lamp.may_put_off);
    let overdue = Facts { copies: vec![copy("2026-03-01", 1, true)], put_off: true, ..facts() };
    check(&overdue, Level::Note, "50天没存副本了");
}

#[test]
fn what_is_not_kept_comes_first() {
    let lamp = check(&Facts { is_kept: false, ..facts() }, Level::Act, "这里什么都留不住");
    assert_eq!((lamp.reasons[0].id, lamp.reasons[0].step), ("kept", Some(Step::Copy)));
    // Nobody is told that it may be cleared later: it goes with the page.
    assert_eq!(level_of(&lamp, "persisted"), None);
    let empty = Facts { is_kept: false, is_empty: true, copies: vec![], ..facts() };
    check(&empty, Level::Note, "这里什么都留不住");
}

#[test]
fn a_promise_refused_makes_a_copy_urgent_and_nothing_else() {
    let refused = Facts { persisted: Some(false), ..facts() };
    let lamp = check(&refused, Level::Calm, "副本到4月14日");
    assert_eq!(level_of(&lamp, "persisted"), Some(Level::Calm));
    assert!(lamp.reasons.iter().any(|r| r.step == Some(Step::Keep)));
    let due = Facts { copies: vec![copy("2026-04-13", 29, true)], ..refused };
    let lamp = check(&due, Level::Act, "7天没存副本了");
    assert_eq!(level_of(&lamp, "persisted"), Some(Level::Note));
    let unsaid = check(&Facts { persisted: None, ..facts() }, Level::Calm, "副本到4月14日");
    assert!(text_of(&unsaid, "persisted").starts_with("浏览器没有说"));
    assert!(text_of(&check(&facts(), Level::Calm, "副本到4月14日"), "persisted").contains("答应"));
}

#[test]
fn inside_a_messenger_it_is_noted_and_a_copy_is_urgent() {
    let inside = Facts { in_app: true, ..facts() };
    check(&inside, Level::Note, "在聊天软件里打开的");
    check(
        &Facts { is_empty: true, copies: vec![], ..inside.clone() },
        Level::Note,
        "在聊天软件里打开的",
    );
    let due = Facts { copies: vec![copy("2026-04-13", 29, true)], ..inside };
    check(&due, Level::Act, "7天没存副本了");
}

#[test]
fn a_file_says_who_else_can_read_it_or_that_it_must_stay() {
    let shared = check(&Facts { home: Home::SharedFiles, ..facts() }, Level::Calm, "副本到4月14日");
    assert!(text_of(&shared, "home").contains("别的网页文件也读得到"));
    let own = check(&Facts { home: Home::OwnPath, ..facts() }, Level::Calm, "副本到4月14日");
    assert!(text_of(&own, "home").contains("位置"));
    assert_eq!(level_of(&check(&facts(), Level::Calm, "副本到4月14日"), "home"), None);
}

#[test]
fn room_is_short_by_size_or_by_share() {
    let room =
        |used: f64, allowed: f64| Facts { room: Some((used * MIB, allowed * MIB)), ..facts() };
    check(&room(51.0, 100.0), Level::Act, "空间快满了");
    check(&room(49.0, 100.0), Level::Calm, "副本到4月14日");
    check(&room(1951.0, 2000.0), Level::Act, "空间快满了");
    check(&room(1899.0, 2000.0), Level::Calm, "副本到4月14日");
    // A large disk that is nearly used up still has room for a ledger.
    let large = check(&room(99_000.0, 100_000.0), Level::Calm, "副本到4月14日");
    assert_eq!(
        text_of(&large, "room"),
        "浏览器允许这个网页最多再用1000 MB，这是浏览器给的上限，不是磁盘还剩多少。"
    );
    let unsaid = check(&Facts { room: None, ..facts() }, Level::Calm, "副本到4月14日");
    assert_eq!(text_of(&unsaid, "room"), "浏览器没有说还剩多少空间。");
    let empty = Facts { is_empty: true, copies: vec![], ..room(100.0, 100.0) };
    check(&empty, Level::Note, "空间快满了");
}

#[test]
fn a_clock_that_lies_before_the_last_record_is_asked_about() {
    let last = |text| Facts { last: Some(day(text)), ..facts() };
    check(&last("2026-04-21"), Level::Calm, "副本到4月14日");
    let lamp = check(&last("2026-04-22"), Level::Act, "电脑日期可能不对");
    assert_eq!(text_of(&lamp, "clock"), "电脑今天是2026年4月20日，台账里却有2026年4月22日记下的。");
    let said = Facts { clock_right: Some(day("2026-04-22")), ..last("2026-04-22") };
    assert_eq!(level_of(&check(&said, Level::Calm, "副本到4月14日"), "clock"), Some(Level::Calm));
    // Another day, another question.
    let other = Facts { clock_right: Some(day("2026-04-22")), ..last("2026-05-22") };
    check(&other, Level::Act, "电脑日期可能不对");
}

#[test]
fn a_clock_far_after_everything_known_is_asked_about() {
    let fresh = |today, rules| Facts {
        today: day(today),
        rules: Some(day(rules)),
        copies: vec![copy(today, 30, true)],
        ..facts()
    };
    check(&fresh("2027-04-21", "2026-01-01"), Level::Calm, "副本齐全");
    check(&fresh("2027-04-22", "2026-01-01"), Level::Note, "电脑日期可能不对");
    check(&fresh("2027-04-22", "2026-11-01"), Level::Calm, "副本齐全");
    let nothing = Facts { last: None, ..fresh("2040-01-01", "2026-01-01") };
    check(&nothing, Level::Calm, "副本齐全");
}

#[test]
fn it_says_where_copies_go_and_whether_one_was_tried() {
    let place = |place| Facts { place, ..facts() };
    let text = |f: &Facts, id| text_of(&check(f, Level::Calm, "副本到4月14日"), id);
    assert!(text(&place(Place::Impossible), "place").contains("走下载"));
    assert!(text(&place(Place::Open), "place").contains("还没有选"));
    assert!(text(&place(Place::Asks("副本.json".into())), "place").contains("先问一句"));
    assert_eq!(
        text(&place(Place::Allowed("副本.json".into())), "place"),
        "副本存到选好的文件“副本.json”。"
    );
    assert!(text(&facts(), "drill").starts_with("还没有做过"));
    let drilled = Facts { drilled: Some(day("2026-04-15")), ..facts() };
    assert_eq!(text(&drilled, "drill"), "4月15日做过恢复演练，能恢复。");
}

#[test]
fn the_gravest_of_several_comes_first() {
    let all = Facts {
        is_kept: false,
        in_app: true,
        room: Some((99.0 * MIB, 100.0 * MIB)),
        last: Some(day("2026-06-01")),
        copies: vec![],
        persisted: Some(false),
        ..facts()
    };
    let lamp = check(&all, Level::Act, "这里什么都留不住");
    let acts: Vec<&str> =
        lamp.reasons.iter().filter(|r| r.level == Level::Act).map(|r| r.id).collect();
    assert_eq!(acts, ["kept", "clock", "room", "copy", "in-app"]);
}

#[test]
fn what_was_not_saved_and_what_waits_light_it() {
    let lamp = check(&Facts { unsaved: true, ..facts() }, Level::Act, "刚才有一笔没存好");
    assert_eq!(lamp.reasons[0].step, Some(Step::Copy));
    let lamp = check(&Facts { apart: (8, 0), ..facts() }, Level::Note, "有8笔暂缓");
    assert!(text_of(&lamp, "waiting").contains("有8笔"));
    check(&Facts { apart: (0, 1), ..facts() }, Level::Note, "有1条没有并进来");
    let lamp = check(&Facts { missing: 3, ..facts() }, Level::Note, "台账缺记录");
    assert!(lamp.reasons[0].text.starts_with("台账缺记录：至少有3条"), "{:?}", lamp.reasons[0]);
    let lamp = check(&Facts { lost: 120, ..facts() }, Level::Note, "原台账还没补全");
    assert!(text_of(&lamp, "lost").contains("至少有120笔"), "{:?}", lamp.reasons[0]);
    // What was stopped is told once.
    check(&Facts { missing: 1, apart: (0, 1), ..facts() }, Level::Note, "有1条没有并进来");
}

#[test]
fn nothing_is_written_while_the_clock_is_behind_unless_it_is_called_right() {
    let dead = Facts { today: day("2000-01-01"), ..facts() };
    assert!(is_behind(&dead) && !is_behind(&facts()));
    assert!(!is_behind(&Facts { clock_right: dead.last, ..dead.clone() }));
    assert!(!is_behind(&Facts { is_training: true, ..dead.clone() }));
    assert!(!is_behind(&Facts { last: None, ..dead }));
}

#[test]
fn damage_is_to_be_acted_upon_first() {
    let audited = Facts { damaged: true, unsaved: true, ..facts() };
    let lamp = check(&audited, Level::Act, "查账查出对不上的记录");
    assert_eq!((lamp.reasons[0].id, lamp.reasons[0].step), ("damaged", Some(Step::Raw)));
    let believed = Some(Believed { wrong: Vec::new(), all: 30, stand: 11 });
    let part = Facts { believed, today: day("2026-06-20"), ..facts() };
    let lamp = check(&part, Level::Act, "台账不完整，只能看");
    assert!(lamp.reasons[0].text.contains("只有能相信的11条"), "{lamp:?}");
    // No copy is asked for of what is no whole ledger.
    assert!(lamp.reasons.len() == 1 && !lamp.may_put_off, "{lamp:?}");
}
