//! What the page of files read in says.

use super::*;
use crate::screens::conflict::tests::{copy, desks, duty, now, open, profile, read, submit};
use crate::screens::import::preview;
use crate::screens::samples::day;
use jieyou_store::local::Aside;

const TODAY: &str = "2026-04-20";

#[test]
fn a_file_can_be_taken_back_once_it_is_known_what_builds_on_it() {
    let (theirs, _) = desks();
    let mut ours = open();
    submit(&mut ours, "综治专干", vec![profile("")]).unwrap();
    assert!(imports(&ours.imports(), day(TODAY), Lang::Zh).is_empty());
    read(&mut ours, &copy(&theirs));
    submit(&mut ours, "信访专干", vec![duty("甲岗")]).unwrap();
    let row = imports(&ours.imports(), day(TODAY), Lang::Zh).remove(0);
    assert_eq!(row.title, "青禾镇的整本台账，4月20日存出");
    assert_eq!(row.counts, "4月20日读入：新记录7条，原来就有0条");
    assert_eq!(row.aside, "");
    let on = now(ours.building_on(row.n)).unwrap();
    let built = building(&on, ours.book());
    assert_eq!(built.len(), 1);
    assert!(built[0].1.ends_with("修路占地补偿"), "{built:?}");
    let aside = Aside { on: day(TODAY), post: "信访专干".into(), why: "读错了".into() };
    now(ours.set_aside(row.n, aside)).unwrap();
    let row = imports(&ours.imports(), day(TODAY), Lang::Zh).remove(0);
    assert_eq!(row.aside, "4月20日撤回（信访专干）：读错了");
}

#[test]
fn what_is_not_let_in_is_said_before_and_after() {
    let (theirs, _) = desks();
    let good = copy(&theirs);
    let bad = good.replace("修路占地补偿", "修路占地补尝");
    let mut ours = open();
    submit(&mut ours, "信访专干", vec![profile("")]).unwrap();
    let plan = now(ours.plan_import(&bad, 1_780_000_000_000)).unwrap();
    let view = preview(&plan, ours.book(), day(TODAY), Lang::Zh);
    assert!(view.can_apply && !view.can_accept);
    assert!(view.sums.contains(&("stopped", 1, "隔离")), "{:?}", view.sums);
    assert!(
        view.lines[0].starts_with("有1条记录核对不上，先隔离存放、不并入：内容被改动过1条。"),
        "{:?}",
        view.lines
    );
    read(&mut ours, &bad);
    let row = notes(&ours.notes(), false, day(TODAY), Lang::Zh).remove(0);
    assert_eq!(row.counts, "4月20日读入时隔离1条");
    assert_eq!(row.settled, "");
    let apart = now(ours.apart(&row.note)).unwrap();
    assert_eq!(stopped(&apart, Lang::Zh), ["文件里第4条：内容被改动过"]);
    assert!(notes(&ours.notes(), true, day(TODAY), Lang::Zh).is_empty());
    read(&mut ours, &good);
    let row = notes(&ours.notes(), false, day(TODAY), Lang::En).remove(0);
    assert!(row.settled.starts_with("Filled by another file"), "{row:?}");
}

#[test]
fn a_wrong_clock_is_explained_and_a_person_may_say_it_was_right() {
    let (theirs, _) = desks();
    let early = 1_780_000_000_000 - 40 * 24 * 60 * 60 * 1000;
    let mut ours = open();
    let plan = now(ours.plan_import(&copy(&theirs), early)).unwrap();
    let view = preview(&plan, ours.book(), day("2026-04-18"), Lang::Zh);
    assert!(!view.can_apply && view.can_accept, "{view:?}");
    assert!(view.sums.contains(&("far", 7, "暂缓")), "{:?}", view.sums);
    assert!(view.lines[0].contains("今天是2026年4月18日"), "{:?}", view.lines);
    assert!(view.lines[1].contains("这台电脑的日期慢了"), "{:?}", view.lines);
    now(ours.apply_import(&plan, day("2026-04-18"))).unwrap();
    let row = notes(&ours.notes(), true, day("2026-04-18"), Lang::Zh).remove(0);
    assert!(row.counts.starts_with("7条，最晚的在2026年"), "{row:?}");
}

#[test]
fn a_fork_is_named_by_who_wrote_it_and_from_where() {
    let (mut one, _) = desks();
    let twin = jieyou_store::Memory::new();
    let loaded = now(jieyou_store::EventStore::load(one.store())).unwrap();
    let batch = jieyou_store::event_store::Batch {
        records: loaded.records.into_iter().map(|(_, line)| line).collect(),
        meta: loaded.meta.into_iter().collect(),
        ..Default::default()
    };
    now(jieyou_store::EventStore::append(&twin, 0, &batch)).unwrap();
    let mut two = now(jieyou_store::Journal::open(twin, jieyou_domain::Realm::Real)).unwrap();
    submit(&mut one, "信访专干", vec![duty("甲岗"), duty("甲二岗")]).unwrap();
    submit(&mut two, "综治专干", vec![duty("乙岗"), duty("乙二岗")]).unwrap();
    read(&mut one, &copy(&two));
    let lines = forks(&one.findings(0), one.book(), day(TODAY), Lang::Zh);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("青禾镇写的台账（标识"), "{lines:?}");
    assert!(lines[0].ends_with("的第8条起分成了2支"), "{lines:?}");
}
