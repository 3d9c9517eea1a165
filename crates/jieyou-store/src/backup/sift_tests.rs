//! Tests of what of a file is let in, what is stopped, and what waits.

use super::tests::{copy, import, plan, restored};
use super::*;
use crate::clock::FAR_FUTURE_MS;
use crate::event_store::EventStore;
use crate::local::{Apart, Aside};
use crate::memory::Memory;
use crate::samples::*;
use jieyou_domain::Date;
use jieyou_domain::ledger::Command;

const DAY: u64 = 24 * 60 * 60 * 1000;

/// A ledger of another unit that reads files in.
fn a_desk() -> Ledger {
    let mut ledger = open(&Memory::new());
    submit(&mut ledger, profile("双柳村"), 900).unwrap();
    ledger
}

fn stopped(plan: &ImportPlan) -> Vec<(u32, Option<u64>, &str)> {
    plan.stopped.iter().map(|line| (line.number, line.n, line.why.as_str())).collect()
}

fn apart(ledger: &Ledger, at: usize) -> Apart {
    now(ledger.apart(&ledger.notes()[at])).unwrap()
}

fn settled(ledger: &Ledger) -> Vec<Option<Date>> {
    ledger.notes().iter().map(|note| note.settled).collect()
}

#[test]
fn a_changed_body_is_stopped_alone_and_comes_with_a_good_file() {
    let (_, other) = village(1);
    let good = copy(&other);
    let bad = good.replace("水渠", "水沟");
    let mut desk = a_desk();
    let mut seen = plan(&mut desk, &bad).unwrap();
    assert_eq!((seen.new, stopped(&seen)), (3, vec![(3, Some(3), "record/body-hash")]));
    assert!(matches!(seen.wrong, Some(ImportError::Record { number: 3, .. })));
    assert!(desk.notes().is_empty());
    seen.name = "双柳.json".into();
    now(desk.apply_import(&seen, date("2026-03-05"))).unwrap();
    let note = desk.notes().remove(0);
    assert_eq!((note.n, note.waits, note.count, note.file.as_str()), (1, false, 1, "双柳.json"));
    assert_eq!((note.unit.as_str(), note.key().as_str()), ("双柳村", "quarantine.1"));
    assert!(apart(&desk, 0).lines[0].text.contains("水沟"));
    let text = copy(&desk);
    let (_, records) = text.split_once("\"records\":[").unwrap();
    assert!(!summary(desk.book()).contains("水沟") && !records.contains("水沟"));
    // The same file again, also in another tab, changes nothing.
    assert!(import(&mut open(desk.store()), &bad).is_empty());
    assert_eq!(desk.notes().len(), 1);
    import(&mut desk, &good);
    assert_eq!(settled(&desk), [Some(date("2026-03-05"))]);
    assert!(summary(desk.book()).contains("水渠"));
    // What is here already is not kept apart once more.
    assert!(import(&mut desk, &bad).is_empty());
    now(desk.drop_note(1)).unwrap();
    assert!(desk.notes().is_empty());
    assert_eq!(now(desk.store().kept("quarantine.1")).unwrap(), None);
}

#[test]
fn a_changed_head_stops_its_origin_from_there_on() {
    let (_, other) = village(1);
    let good = copy(&other);
    let with = |at: usize| {
        let mut lines: Vec<_> = good.lines().map(str::to_owned).collect();
        lines[at] = lines[at].replace("综治专干", "综治专员");
        lines.join("\n")
    };
    for (at, let_in) in [(2, 1), (3, 2), (4, 3)] {
        let mut desk = a_desk();
        let seen = import(&mut desk, &with(at));
        assert_eq!((seen.new, seen.stopped.len()), (let_in, 4 - let_in), "{at}");
        assert!(seen.stopped.iter().all(|line| line.why == "import/sum" && line.id.is_none()));
        assert!(desk.findings(NOW).is_empty());
        assert_eq!(summary(open(desk.store()).book()), summary(desk.book()));
        import(&mut desk, &good);
        assert!(settled(&desk)[0].is_some(), "{at}");
        let mut same = a_desk();
        import(&mut same, &good);
        assert_eq!(summary(desk.book()), summary(same.book()));
    }
    // The first one: nothing is left.
    let refused = plan(&mut a_desk(), &with(1)).unwrap_err();
    assert!(matches!(refused, ImportError::Sum { suspect: Some((_, 1)) }), "{refused:?}");
}

#[test]
fn a_torn_line_is_kept_as_it_was_found_until_its_place_is_filled() {
    let (_, mut other) = village(1);
    for n in 0..4 {
        submit(&mut other, acted(2, "又去了一次"), 20 + n).unwrap();
    }
    let good = copy(&other);
    let line = good.lines().nth(6).unwrap().to_owned();
    let bad = good.replace(&line, &line.replacen("\"head\"", "\"haed\"", 1));
    let mut desk = a_desk();
    let seen = import(&mut desk, &bad);
    // The one before it is vouched for by nothing else.
    assert_eq!((seen.new, seen.stopped.len()), (4, 4));
    assert_eq!(stopped(&seen)[0], (6, None, "record/line"));
    assert!(apart(&desk, 0).lines[0].text.contains("haed"));
    assert_eq!(settled(&desk), [None]);
    import(&mut desk, &good);
    assert!(settled(&desk)[0].is_some());
    // A last line that is torn is missed, too.
    let line = good.lines().nth(8).unwrap().to_owned();
    let bad = good.replace(&line, &line.replacen("\"head\"", "\"haed\"", 1));
    let mut late = a_desk();
    import(&mut late, &bad);
    assert_eq!(settled(&late), [None]);
    import(&mut late, &good);
    assert!(settled(&late)[0].is_some());
}

#[test]
fn what_would_break_a_chain_is_not_let_in() {
    let (store, mut one) = village(1);
    let loaded = now(store.load()).unwrap();
    let twin = Memory::new();
    let records = loaded.records.iter().map(|(_, line)| line.clone()).collect();
    let meta = loaded.meta.into_iter().collect();
    let batch = crate::event_store::Batch { records, meta, ..Default::default() };
    now(twin.append(0, &batch)).unwrap();
    let mut two = open(&twin);
    submit(&mut one, acted(2, "甲处"), 30).unwrap();
    submit(&mut two, acted(2, "乙处"), 31).unwrap();
    submit(&mut two, acted(1, "乙处再去"), 32).unwrap();
    let export =
        Export { app: "test", exported_on: date("2026-03-05"), purpose: Purpose::HandedUp };
    // The file holds the sixth record of a fork, and not the fifth that it follows on.
    let text = now(two.hand_over(export, &[matter(1)], false)).unwrap();
    let seen = import(&mut one, &text);
    assert_eq!(stopped(&seen), [(0, Some(6), "chain/broken-link")]);
    assert_eq!((seen.new, seen.is_empty()), (0, false));
    assert_eq!(summary(open(&store).book()), summary(one.book()));
    import(&mut one, &copy(&two));
    assert!(settled(&one)[0].is_some());
    assert!(summary(one.book()).contains("乙处再去"));
}

/// A ledger whose computer is `ahead` days ahead, from its third record on.
fn ahead(days: u64) -> Ledger {
    let mut ledger = open(&Memory::new());
    submit(&mut ledger, profile("双柳村"), 1).unwrap();
    submit(&mut ledger, register(1, "田埂被占"), 2).unwrap();
    let then = NOW + days * DAY;
    let day = date("2026-03-05");
    now(ledger.submit(acted(1, "钟快了"), day, by(), then, dice(3))).unwrap();
    now(ledger.submit(acted(1, "接着写"), day, by(), NOW, dice(4))).unwrap();
    ledger
}

#[test]
fn what_lies_far_ahead_waits_for_its_day() {
    let text = copy(&ahead(40));
    let mut desk = a_desk();
    let greatest = desk.held().clock.greatest();
    let seen = import(&mut desk, &text);
    assert_eq!((seen.new, seen.far, seen.stopped.len(), seen.is_empty()), (2, 2, 0, false));
    assert!(seen.wrong.is_none());
    assert_eq!(desk.held().clock.greatest().ms, greatest.ms);
    let note = desk.notes().remove(0);
    assert_eq!((note.key().as_str(), note.count, note.until), ("waiting.1", 2, seen.far_until));
    assert!(!summary(desk.book()).contains("钟快了"));
    // Once more it is noted already.
    assert!(import(&mut desk, &text).is_empty());
    let early = now(desk.plan_waiting(&note, NOW + 38 * DAY)).unwrap();
    assert_eq!((early.far, early.new, early.is_empty()), (2, 0, true));
    let mut due = now(desk.plan_waiting(&note, NOW + 40 * DAY - FAR_FUTURE_MS)).unwrap();
    assert_eq!((due.far, due.new), (0, 2));
    due.name.clear();
    now(desk.apply_import(&due, date("2026-04-14"))).unwrap();
    assert!(desk.notes().is_empty());
    assert_eq!(now(desk.store().kept("waiting.1")).unwrap(), None);
    assert!(summary(desk.book()).contains("接着写"));
    assert_eq!(desk.imports().last().unwrap().unit, "双柳村");
}

#[test]
fn a_person_accepts_what_lies_far_ahead() {
    let text = copy(&ahead(40));
    let mut desk = a_desk();
    import(&mut desk, &text);
    let note = desk.notes().remove(0);
    let mut seen = now(desk.plan_waiting(&note, NOW)).unwrap();
    seen.accept_far = true;
    now(desk.apply_import(&seen, date("2026-03-06"))).unwrap();
    assert!(desk.notes().is_empty() && summary(desk.book()).contains("钟快了"));
    // Restored into an empty ledger on a computer whose clock is slow, nothing is lost.
    let (store, whole) = village(1);
    let mut empty = open(&Memory::new());
    let slow = NOW - 9_000 * DAY;
    let mut seen = now(empty.plan_import(&copy(&whole), slow)).unwrap();
    assert_eq!((seen.new, seen.far, seen.into_empty, seen.is_empty()), (0, 4, true, false));
    let mut waiting = open(&Memory::new());
    now(waiting.apply_import(&seen, date("2001-01-01"))).unwrap();
    assert_eq!((waiting.seq(), waiting.notes().len()), (0, 1));
    seen.accept_far = true;
    now(empty.apply_import(&seen, date("2001-01-01"))).unwrap();
    assert_eq!(now(empty.store().load()).unwrap().records, now(store.load()).unwrap().records);
    let (_, same) = restored(&copy(&whole));
    assert_eq!(summary(empty.book()), summary(same.book()));
}

#[test]
fn a_day_far_ahead_waits_as_well() {
    let mut other = a_desk();
    submit(&mut other, register(1, "田埂被占"), 2).unwrap();
    // The computer's day was wrong, its milliseconds were not.
    let Command::Record { matter, facts } = acted(1, "日子写错了") else { unreachable!() };
    let facts = facts.into_iter().map(|(_, event)| (date("2031-01-01"), event)).collect();
    let command = Command::Record { matter, facts };
    now(other.submit(command, date("2031-01-01"), by(), NOW, dice(3))).unwrap();
    let mut desk = a_desk();
    let seen = import(&mut desk, &copy(&other));
    assert_eq!((seen.far, seen.far_until), (1, Some(date("2031-01-01"))));
}

#[test]
fn a_copy_that_is_damaged_restores_what_was_set_aside_as_set_aside() {
    let (_, other) = village(1);
    let mut desk = a_desk();
    submit(&mut desk, register(5, "路灯不亮"), 910).unwrap();
    submit(&mut desk, acted(5, "去看了"), 911).unwrap();
    submit(&mut desk, acted(5, "报了电管站"), 912).unwrap();
    import(&mut desk, &copy(&other));
    let aside = Aside { on: date("2026-03-06"), post: "岗".into(), why: "读错了".into() };
    now(desk.set_aside(1, aside)).unwrap();
    assert_eq!(summary(desk.book()).matches("路灯不亮").count(), 1);
    let good = copy(&desk);
    let bad = good.replace("去看了", "没去看");
    let (store, mut again) = restored(&bad);
    let said = summary(again.book());
    assert!(said.contains("报了电管站") && !said.contains("去看了"));
    assert!(!said.contains("田埂被占") && !said.contains("水渠堵了"));
    assert_eq!(summary(open(&store).book()), said);
    now(again.take_back(1)).unwrap();
    let said = summary(again.book());
    assert!(said.contains("田埂被占") && said.contains("水渠堵了"));
    // Its own copy does not take back what it had set aside itself.
    let (_, mut whole) = restored(&good);
    assert!(import(&mut whole, &good).is_empty());
    assert_eq!(summary(whole.book()), summary(desk.book()));
    // With the good file it is the ledger that was copied.
    now(whole.take_back(1)).unwrap();
    import(&mut again, &good);
    assert_eq!(summary(again.book()), summary(whole.book()));
}

#[test]
fn a_wrong_copy_beside_a_good_one_is_not_kept() {
    let (_, other) = village(1);
    let good = copy(&other);
    let line = good.lines().find(|line| line.contains("水渠")).unwrap().to_owned();
    let wrong = line.replace("水渠", "水沟");
    let mut desk = a_desk();
    let twice =
        good.replace(&line, &format!("{}\n{line}", wrong.trim_end_matches(',').to_owned() + ","));
    let seen = import(&mut desk, &twice);
    assert_eq!((seen.new, stopped(&seen)), (4, vec![]));
    assert!(desk.notes().is_empty() && summary(desk.book()).contains("水渠"));
    assert!(import(&mut desk, &twice).is_empty());
}

#[test]
fn a_copy_carries_what_was_not_let_in() {
    let (_, other) = village(1);
    let good = copy(&other);
    let mut desk = a_desk();
    import(&mut desk, &good.replace("水渠", "水沟"));
    import(&mut desk, &copy(&ahead(400)));
    assert_eq!(desk.notes().iter().map(|note| note.waits).collect::<Vec<_>>(), [false, true]);
    let text = copy(&desk);
    let (store, mut again) = restored(&text);
    assert_eq!(again.notes(), desk.notes());
    for at in 0..2 {
        assert_eq!(apart(&again, at), apart(&desk, at));
    }
    assert_eq!(copy(&open(&store)), text);
    // What it stands for comes here as it would have come there.
    import(&mut again, &good);
    assert_eq!(settled(&again), [Some(date("2026-03-05")), None]);
    // In a ledger that has records of its own it says nothing.
    let mut third = a_desk();
    import(&mut third, &text);
    assert!(third.notes().is_empty());
    // A text that may speak of 少记 is not taken along.
    let (_, bare) = restored(&text.replace("水沟", "sealed:水"));
    assert_eq!(bare.notes().len(), 1);
}
