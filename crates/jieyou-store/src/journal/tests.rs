//! Tests of the journal on a store in memory.

use super::*;
use crate::event_store::{Damage, meta};
use crate::memory::Memory;
use crate::record::{Record, RecordError};
use crate::samples::*;
use std::pin::Pin;

#[test]
fn a_ledger_reads_as_it_was_written() {
    let (store, ledger) = village(1);
    let again = open(&store);
    assert_eq!(summary(again.book()), summary(ledger.book()));
    assert_eq!(again.seq(), 4);
    assert!(again.findings(NOW).is_empty() && again.conflicts().is_empty());
    let loaded = now(store.load()).unwrap();
    assert_eq!(loaded.meta.get(meta::UNIT).map(String::as_str), Some("双柳村"));
    assert_eq!(loaded.meta.get(meta::REALM).map(String::as_str), Some("real"));
}

#[test]
fn a_refused_command_writes_nothing() {
    let (store, mut ledger) = village(1);
    let refused = submit(&mut ledger, acted(9, "没有这件事"), 9);
    assert!(matches!(refused, Err(SubmitError::Rejected(Rejection::NoSuchMatter))));
    assert_eq!(now(store.size()), Ok(4));
}

#[test]
fn two_tabs_lose_nothing_and_share_one_chain() {
    let store = Memory::new();
    let (mut a, mut b) = (open(&store), open(&store));
    submit(&mut a, profile("双柳村"), 1).unwrap();
    for n in 1..20 {
        let tab = if n % 3 == 0 { &mut a } else { &mut b };
        submit(tab, register(n, "事项"), u64::from(n) + 10).unwrap();
    }
    assert!(now(a.refresh()).unwrap());
    assert!(!now(a.refresh()).unwrap());
    let again = open(&store);
    assert_eq!(again.book().matters().count(), 19);
    assert_eq!(summary(a.book()), summary(again.book()));
    assert_eq!(again.weave().tips().count(), 1);
    // Decided again after each lost race, so no number was given twice.
    let numbers: std::collections::BTreeSet<_> =
        again.book().matters().map(|m| m.number().to_owned()).collect();
    assert_eq!(numbers.len(), 19);
}

#[track_caller]
fn damaged(store: &Memory, at: Seq, why: &Damage) {
    let before = now(store.load()).unwrap();
    let refused = now(Journal::open(store.clone(), Realm::Real)).unwrap_err();
    assert_eq!(refused.error, StoreError::Damaged { at, why: why.clone() });
    // The raw lines are within reach, and untouched.
    assert_eq!(now(refused.store.load()).unwrap(), before);
    assert_eq!(raw_text(&before).lines().count(), before.records.len());
}

#[test]
fn damage_is_named_and_never_an_empty_ledger() {
    let line = |store: &Memory, seq: usize| now(store.load()).unwrap().records[seq - 1].1.clone();
    let (store, _) = village(1);
    store.spoil(2, Some("{"));
    damaged(&store, 2, &Damage::Record(RecordError::Line));
    let (store, _) = village(1);
    store.spoil(2, Some(&line(&store, 2).replace("田埂", "田坎")));
    damaged(&store, 2, &Damage::Record(RecordError::BodyHash));
    let (store, _) = village(1);
    store.spoil(2, None);
    damaged(&store, 2, &Damage::Hole);
    let (store, _) = village(1);
    store.spoil(2, Some(&line(&store, 2).replace("综治专干", "综治专员")));
    damaged(&store, 3, &Damage::BrokenLink);
    let (store, _) = village(1);
    store.spoil(4, Some(&line(&store, 4).replace("综治专干", "综治专员")));
    damaged(&store, 4, &Damage::Sum);
    let (store, _) = village(1);
    store.spoil(4, None);
    damaged(&store, 3, &Damage::Sum);
    let (store, _) = village(1);
    let refused = now(Journal::open(store, Realm::Training)).unwrap_err();
    assert_eq!(refused.error, StoreError::Damaged { at: 0, why: Damage::OtherRealm });
}

#[test]
fn a_newer_program_is_recognised() {
    let (store, _) = village(1);
    let texts = vec![(meta::FORMAT.to_owned(), "3".to_owned())];
    now(store.append(4, &Batch { meta: texts, ..Batch::default() })).unwrap();
    let refused = now(Journal::open(store, Realm::Real)).unwrap_err();
    assert_eq!(refused.error, StoreError::NewerFormat);
}

#[test]
fn a_contact_is_written_with_its_matter_and_wiped_for_good() {
    let (store, mut ledger) = village(1);
    let subject = Subject::matter(matter(3));
    let day = date("2026-03-05");
    let pair = (subject, contact("某某"));
    let command = register(3, "噪声");
    now(ledger.submit_with_contact(command, pair, day, by(), NOW, dice(5))).unwrap();
    let loaded = now(store.load()).unwrap();
    assert!(!loaded.records.iter().any(|(_, line)| line.contains("某某")));
    let mut other = open(&store);
    assert_eq!(other.contact(subject), Some(contact("某某")));
    now(other.set_contact(subject, None, NOW)).unwrap();
    assert!(!raw_text(&now(store.load()).unwrap()).contains("某某"));
    assert!(now(ledger.refresh()).unwrap());
    assert_eq!(ledger.contact(subject), None);
    assert!(ledger.is_wiped(subject));
    now(ledger.set_contact(subject, Some(contact("又来")), NOW)).unwrap();
    assert_eq!(open(&store).contact(subject), Some(contact("又来")));
}

#[test]
fn the_stamp_goes_forward_although_the_clock_goes_back() {
    let (store, mut ledger) = village(1);
    now(ledger.submit(acted(1, "再听"), date("2026-03-05"), by(), 5, dice(9))).unwrap();
    let loaded = now(store.load()).unwrap();
    let times: Vec<_> =
        loaded.records.iter().map(|(_, l)| Record::read(l).unwrap().head.time).collect();
    assert!(times.is_sorted_by(|a, b| a < b), "{times:?}");
}

#[test]
fn the_app_may_keep_texts_beside_the_records() {
    let (store, mut ledger) = village(1);
    now(ledger.remember("copy", "2026-03-05")).unwrap();
    assert_eq!(open(&store).recall("copy"), Some("2026-03-05"));
}

#[test]
fn many_commands_are_one_batch_with_running_numbers_and_a_note() {
    let (store, mut ledger) = village(1);
    let day = date("2026-03-05");
    let commands = (10..110).map(|n| register(n, "旧账")).collect();
    let note = Some(("paste", "a hundred".to_owned()));
    let ids = now(ledger.submit_all(commands, note, day, by(), NOW, dice(5))).unwrap();
    assert_eq!((ids.len(), ledger.seq()), (100, 104));
    let again = open(&store);
    assert_eq!(summary(again.book()), summary(ledger.book()));
    assert_eq!(again.recall("paste"), Some("a hundred"));
    let mut numbers: Vec<_> = again.book().matters().map(|m| m.number().to_owned()).collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 102);
}

#[test]
fn one_refused_command_keeps_the_whole_batch_out() {
    let (store, mut ledger) = village(1);
    let commands = vec![register(10, "旧账"), acted(99, "没有这件事")];
    let note = Some(("paste", "two".to_owned()));
    let day = date("2026-03-05");
    let refused = now(ledger.submit_all(commands, note, day, by(), NOW, dice(5)));
    assert!(matches!(refused, Err(SubmitError::Rejected(Rejection::NoSuchMatter))));
    assert_eq!((now(store.size()), open(&store).recall("paste")), (Ok(4), None));
}

#[test]
fn a_contact_is_written_without_an_entry() {
    let (_, mut ledger) = village(1);
    let (subject, records) = (Subject::matter(matter(1)), ledger.seq());
    let command = Command::Record { matter: matter(1), facts: Vec::new() };
    let written = (subject, contact("某某"));
    let today = date("2026-03-05");
    let entries =
        now(ledger.submit_with_contact(command, written, today, by(), NOW, dice(5))).unwrap();
    assert_eq!((entries.len(), ledger.seq()), (0, records));
    assert_eq!(ledger.contact(subject), Some(contact("某某")));
}

#[test]
fn opening_says_how_far_it_is_and_stops_when_told() {
    let (store, _) = village(1);
    let mut seen = Vec::new();
    let mut watch = |at: Progress| -> Pin<Box<dyn Future<Output = bool>>> {
        seen.push((at.step, at.done, at.all));
        Box::pin(std::future::ready(true))
    };
    now(Journal::open_watched(store.clone(), Realm::Real, &mut watch)).unwrap();
    let (reading, folding) = (Step::Reading, Step::Folding);
    let read = (reading, 4, 4);
    assert_eq!(seen, [(reading, 3, 4), read, read, (folding, 1, 2), (folding, 2, 2)]);
    let mut stop = |_: Progress| -> Pin<Box<dyn Future<Output = bool>>> {
        Box::pin(std::future::ready(false))
    };
    let stopped = now(Journal::open_watched(store, Realm::Real, &mut stop)).unwrap_err();
    assert_eq!(stopped.error, StoreError::Stopped);
}
