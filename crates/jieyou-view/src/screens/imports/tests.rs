//! What the page of files read in says.

use super::*;
use crate::screens::conflict::tests::{
    Ledger, copy, desks, duty, now, open, profile, read, submit,
};
use crate::screens::import::preview;
use crate::screens::matter::MatterScreen;
use crate::screens::samples::{day, id};
use crate::screens::settings::findings;
use crate::screens::{self, Assessments};
use jieyou_domain::Realm;
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
    assert_eq!(row.counts, "4月20日 04:26读入：新记录7条，原来就有0条");
    assert_eq!(row.aside, "");
    let on = now(ours.building_on(row.n)).unwrap();
    let built = building(&on, ours.book());
    assert_eq!(built.len(), 1);
    assert!(built[0].1.ends_with("修路占地补偿"), "{built:?}");
    let aside = Aside { on: day(TODAY), post: "信访专干".into(), why: "读错了".into() };
    now(ours.set_aside(row.n, aside)).unwrap();
    let row = imports(&ours.imports(), day(TODAY), Lang::Zh).remove(0);
    assert_eq!(row.aside, "4月20日撤回（信访专干）：读错了");
    assert_eq!(row.contacts, "");
    let screen = matter(&ours);
    assert!(screen.is_cut && screen.warning.contains("带来它的文件已撤回"), "{screen:?}");
    assert_eq!(screen.title, "登记不在台账里的事项");
    // Nobody is told to read the very file in that was taken back.
    let finding = findings(ours.book(), true, Lang::Zh).remove(0);
    assert_eq!((finding.matter, finding.number.as_str()), (Some(id(1)), "登记不在台账里的事项"));
    assert!(finding.notice.next.starts_with("有文件撤回了导入"), "{finding:?}");
    // Read in again, it says so before, and after.
    let text = copy(&theirs);
    let plan = now(ours.plan_import(&text, 1_780_000_000_000)).unwrap();
    let view = preview(&plan, ours.book(), day(TODAY), Lang::Zh);
    assert!(view.lines.iter().any(|l| l.contains("7条以前读入后又撤回了")), "{view:?}");
    read(&mut ours, &text);
    let rows = imports(&ours.imports(), day(TODAY), Lang::Zh);
    assert!(rows[1].aside.contains("现在照常算"), "{rows:?}");
    assert_eq!(rows[0].aside, "");
    assert!(!matter(&ours).is_cut);
}

fn matter(ledger: &Ledger) -> MatterScreen {
    let assessed = Assessments::default();
    let book = ledger.book();
    screens::matter::matter(book, &assessed, id(1), day(TODAY), Realm::Real, Lang::Zh).unwrap()
}

#[test]
fn what_was_recorded_since_is_said_apart_for_matters_and_the_rest() {
    let beside = (Subject::ledger(id(9)), EntryId::from_bytes([1; 32]));
    let about = (Subject::matter(id(1)), EntryId::from_bytes([2; 32]));
    assert_eq!(since(&[], Lang::Zh), ["读入以后，这上面没有再登记过。"]);
    let only = since(&[beside], Lang::Zh);
    assert!(only.len() == 1 && !only[0].contains("请先核对"), "{only:?}");
    let both = since(&[beside, about, about], Lang::Zh);
    assert!(both.len() == 2 && both[1].contains("2笔") && both[1].ends_with("请先核对："));
}

#[test]
fn contacts_that_came_with_a_file_are_said_to_stay() {
    let (mut theirs, _) = desks();
    let party =
        jieyou_store::Party {
            role: "反映人".into(), name: "张某".into(), ..Default::default()
        };
    let contact = jieyou_store::Contact { parties: vec![party] };
    now(theirs.set_contact(Subject::matter(id(1)), Some(contact), 1_780_000_000_000)).unwrap();
    let mut ours = open();
    submit(&mut ours, "综治专干", vec![profile("")]).unwrap();
    read(&mut ours, &copy(&theirs));
    let row = imports(&ours.imports(), day(TODAY), Lang::Zh).remove(0);
    assert!(row.contacts.starts_with("这份文件带来过联系方式1份。"), "{row:?}");
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
