//! Tests of export and import on stores in memory.

use super::*;
use crate::chain::ChainFinding;
use crate::contact::Stored;
use crate::event_store::{Batch, EventStore, meta};
use crate::journal::{Journal, meta_after};
use crate::local::{Aside, Came};
use crate::memory::Memory;
use crate::record::{Head, REDACTION, Record};
use crate::samples::*;
use jieyou_domain::ledger::Stamp;
use jieyou_domain::{Id, Realm, Subject};
use serde_json::json;

pub(super) fn export(ledger: &Ledger, purpose: Purpose) -> String {
    let export = Export { app: "jieyou 0.1.0", exported_on: date("2026-03-05"), purpose };
    now(ledger.export(export)).unwrap()
}

pub(super) fn copy(ledger: &Ledger) -> String {
    export(ledger, Purpose::Copy)
}

pub(super) fn plan(ledger: &mut Ledger, text: &str) -> Result<ImportPlan, ImportError> {
    now(ledger.plan_import(text, NOW)).map_err(|e| match e {
        ImportFailed::File(e) => e,
        ImportFailed::Store(e) => panic!("{e}"),
    })
}

pub(super) fn import(ledger: &mut Ledger, text: &str) -> ImportPlan {
    let plan = plan(ledger, text).unwrap();
    now(ledger.apply_import(&plan, date("2026-03-05"))).unwrap();
    plan
}

pub(super) fn restored(text: &str) -> (Memory, Ledger) {
    let store = Memory::new();
    let mut ledger = open(&store);
    import(&mut ledger, text);
    (store, ledger)
}

#[test]
fn an_export_is_valid_json_with_one_record_a_line() {
    let (_, ledger) = village(1);
    let text = copy(&ledger);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["format"], "jieyou-ledger");
    assert_eq!(value["unit"]["code"], "CJ");
    assert_eq!(value["records"].as_array().unwrap().len(), 4);
    assert_eq!(text.lines().filter(|line| line.starts_with(r#"{"head""#)).count(), 4);
}

#[test]
fn restoring_keeps_the_records_and_starts_a_new_origin() {
    let (store, ledger) = village(1);
    let (twin, mut again) = restored(&copy(&ledger));
    assert_eq!(summary(again.book()), summary(ledger.book()));
    assert_eq!(now(twin.load()).unwrap().records, now(store.load()).unwrap().records);
    assert_eq!(now(twin.load()).unwrap().meta.get(meta::UNIT).map(String::as_str), Some("双柳村"));
    submit(&mut again, acted(1, "在新电脑上"), 77).unwrap();
    assert_eq!(again.weave().tips().count(), 2);
    assert!(again.findings(NOW).is_empty());
    // The first computer takes it back without a fork.
    let mut ledger = ledger;
    let plan = import(&mut ledger, &copy(&again));
    assert_eq!((plan.new, plan.same, plan.matters_new, plan.matters_changed), (1, 4, 0, 1));
    assert_eq!(summary(again.book()), summary(ledger.book()));
}

#[test]
fn importing_twice_changes_nothing() {
    let (_, ledger) = village(1);
    let text = copy(&ledger);
    let (store, mut again) = restored(&text);
    let before = now(store.load()).unwrap();
    let plan = import(&mut again, &text);
    assert!(plan.is_empty());
    assert_eq!(now(store.load()).unwrap(), before);
}

#[test]
fn a_copied_database_is_reported_and_parts_ways() {
    let (store, _) = village(1);
    let loaded = now(store.load()).unwrap();
    let twin = Memory::new();
    let records = loaded.records.iter().map(|(_, line)| line.clone()).collect();
    let meta = loaded.meta.into_iter().collect();
    now(twin.append(0, &Batch { records, meta, ..Batch::default() })).unwrap();
    let (mut a, mut b) = (open(&store), open(&twin));
    submit(&mut a, duty(1, "甲岗"), 10).unwrap();
    submit(&mut b, duty(1, "乙岗"), 20).unwrap();
    let plan = import(&mut a, &copy(&b));
    assert!(matches!(plan.findings[..], [ChainFinding::Fork { n: 5, .. }]));
    assert_eq!(plan.conflicts.len(), 1);
    assert_eq!(plan.conflicts[0].field.code(), "field/duty");
    assert_eq!(a.conflicts(), plan.conflicts);
    // The decision has seen both, and stands in a chain of its own.
    submit(&mut a, duty(1, "丙岗"), 30).unwrap();
    assert!(a.conflicts().is_empty());
    assert_eq!(a.weave().tips().count(), 3);
    import(&mut b, &copy(&a));
    assert_eq!(summary(a.book()), summary(b.book()));
}

#[track_caller]
fn refuses(text: &str, code: &str) -> ImportError {
    let (store, mut ledger) = village(50);
    let before = now(store.load()).unwrap();
    let error = plan(&mut ledger, text).unwrap_err();
    assert_eq!(error.code(), code, "{error:?}");
    assert_eq!(now(store.load()).unwrap(), before);
    error
}

#[test]
fn every_wrong_file_is_named() {
    let (_, ledger) = village(1);
    let text = copy(&ledger);
    let end = text.len() / 2;
    let end = (end..).find(|at| text.is_char_boundary(*at)).unwrap();
    let cut = refuses(&text[..end], "import/not-json");
    assert!(matches!(cut, ImportError::NotJson { how: Broken::CutOff, .. }));
    let how = |text: &str| match refuses(text, "import/not-json") {
        ImportError::NotJson { how, .. } => how,
        other => panic!("{other:?}"),
    };
    assert_eq!(how("事项,日期\n"), Broken::Foreign);
    assert_eq!(how(" \n"), Broken::Empty);
    assert_eq!(how(&text.replacen("{\"head\":", "{\"head:", 1)), Broken::Line);
    refuses("[1, 2]", "import/other-program");
    refuses(r#"{"type":"excalidraw","records":[]}"#, "import/other-program");
    refuses(&text.replace(r#""version":1"#, r#""version":2"#), "import/newer");
    refuses(&text.replace(r#""tips""#, r#""tops""#), "import/shape");
    refuses(&text.replacen(r#""realm":"real""#, r#""realm":"training""#, 1), "import/other-realm");
    // Of these nothing is left that anything would vouch for.
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    let other = lines[2].replacen("\"head\"", "\"haed\"", 1);
    let shape = refuses(&text.replace(&lines[2], &other), "import/record");
    assert!(matches!(shape, ImportError::Record { number: 2, place: None, .. }), "{shape:?}");
    lines[4] = lines[4].replace("综治专干", "综治专员");
    lines.remove(2);
    refuses(&lines.join("\n"), "import/sum");
    refuses(&text.replace(r#""sum":""#, r#""sum":"00"#), "import/shape");
}

#[test]
fn a_training_file_never_enters_a_real_ledger() {
    let store = Memory::new();
    let mut training = now(Journal::open(store, Realm::Training)).unwrap();
    now(training.submit(profile("练习村"), date("2026-03-05"), by(), NOW, dice(1))).unwrap();
    let text = copy(&training);
    refuses(&text, "import/other-realm");
    // Nor when only the label was changed.
    refuses(&text.replacen(r#""realm":"training""#, r#""realm":"real""#, 1), "import/other-realm");
}

#[test]
fn contacts_travel_in_copies_only_and_stay_wiped() {
    let (_, mut ledger) = village(1);
    let (one, two) = (Subject::matter(matter(1)), Subject::matter(matter(2)));
    now(ledger.set_contact(one, Some(contact("某某")), NOW)).unwrap();
    now(ledger.set_contact(two, Some(contact("另一")), NOW)).unwrap();
    let up = |contacts| {
        let (app, exported_on) = ("jieyou 0.1.0", date("2026-03-05"));
        let export = Export { app, exported_on, purpose: Purpose::HandedUp };
        now(ledger.hand_over(export, &[matter(1)], contacts)).unwrap()
    };
    assert!(!up(false).contains("某某"));
    assert!(up(true).contains("某某") && !up(true).contains("另一"));
    let old = copy(&ledger);
    let (_, mut again) = restored(&old);
    assert_eq!(again.contact(one), Some(contact("某某")));
    now(ledger.set_contact(one, None, NOW + 1)).unwrap();
    let plan = import(&mut ledger, &old);
    assert_eq!(plan.contacts, ContactCounts { kept: 2, ..ContactCounts::default() });
    assert!(ledger.is_wiped(one));
    let plan = import(&mut again, &copy(&ledger));
    assert_eq!(plan.contacts, ContactCounts { wiped: 1, kept: 1, ..ContactCounts::default() });
    assert!(again.is_wiped(one));
    // Nothing vouches for contacts of a file whose sum does not match.
    let (_, mut fresh) = village(60);
    let plan = import(&mut fresh, &old.replace("另一", "另二"));
    assert_eq!((plan.contacts_left, plan.stopped.len(), plan.new), (2, 0, 4));
    assert_eq!(plan.wrong.as_ref().map(ImportError::code), Some("import/sum"));
    assert_eq!(fresh.contact(two), None);
}

#[test]
fn a_redaction_wins_in_every_direction() {
    let (store, mut ledger) = village(1);
    let old = copy(&ledger);
    let loaded = now(store.load()).unwrap();
    let (target, last) =
        (Record::read(&loaded.records[3].1).unwrap(), Record::read(&loaded.records[3].1).unwrap());
    let data =
        json!({"entry": target.id, "why": "47", "data": {"activity":"hear","note":"〔已删〕"}});
    let head = Head { n: 5, prev: Some(last.id), code: REDACTION.to_owned(), ..last.head };
    let redaction = Record::write(head, data, [1; 16]);
    let sum = crate::journal::add_to_sum(ledger.held().sum, redaction.id);
    let batch = Batch {
        records: vec![redaction.line()],
        meta: meta_after(Realm::Real, Some(sum), NOW),
        ..Batch::default()
    };
    now(store.append(4, &batch)).unwrap();
    // The body is still there, as in a ledger that was merged by hand; a merge purges it.
    now(ledger.reload()).unwrap();
    assert!(summary(ledger.book()).contains("〔已删〕"));
    assert!(!summary(ledger.book()).contains("听了双方"));
    let text = copy(&ledger);
    assert!(text.contains("听了双方"));
    let (_, mut fresh) = restored(&text);
    assert!(!copy(&fresh).contains("听了双方"));
    let (_, mut late) = restored(&old);
    let plan = import(&mut late, &copy(&fresh));
    assert_eq!((plan.new, plan.rebodied), (1, 1));
    assert!(!copy(&late).contains("听了双方"));
    now(late.reload()).unwrap();
    assert_eq!(summary(late.book()), summary(fresh.book()));
    assert!(import(&mut fresh, &old).is_empty());
    assert!(!copy(&fresh).contains("听了双方"));
    assert_eq!(summary(late.book()), summary(fresh.book()));
    assert!(summary(fresh.book()).contains("〔已删〕"));
}

/// A village's copy with one more record of another program, whose sums are right.
fn copy_with(code: &str, subject: Subject, data: serde_json::Value) -> String {
    let (store, mut ledger) = village(1);
    let loaded = now(store.load()).unwrap();
    let last = Record::read(&loaded.records[3].1).unwrap();
    let (prev, subject, code) = (Some(last.id), subject.to_string(), code.to_owned());
    let record = Record::write(Head { n: 5, prev, subject, code, ..last.head }, data, [1; 16]);
    let sum = crate::journal::add_to_sum(ledger.held().sum, record.id);
    let batch = Batch {
        records: vec![record.line()],
        meta: meta_after(Realm::Real, Some(sum), NOW),
        ..Batch::default()
    };
    now(store.append(4, &batch)).unwrap();
    now(ledger.reload()).unwrap();
    copy(&ledger)
}

#[test]
fn no_file_brings_words_about_what_is_recorded_by_number_only() {
    let sealed = Subject::sealed(matter(9));
    let said = json!({
        "number": "SJ-2026-0001", "kind": "minor", "channel": "visit", "organ": "police",
        "handed_on": "2026-03-03",
    });
    restored(&copy_with("sealed.recorded", sealed, said.clone()));
    let with = |field: &str, value: &str| {
        let mut said = said.clone();
        said[field] = value.into();
        said
    };
    let told = [
        ("sealed.recorded", with("note", "某某家里的事")),
        ("sealed.recorded", with("receipt", "某某")),
        ("sealed.recorded", with("kind", "某某")),
        ("sealed.whatever", said.clone()),
        ("matter.acted", json!({"activity": "hear", "note": "某某家里的事"})),
        (REDACTION, json!({"entry": "ab", "data": "某某家里的事"})),
    ];
    for (code, data) in told {
        refuses(&copy_with(code, sealed, data), "import/newer");
    }
    // Nor a name beside it, from a form or from a file.
    let (_, mut ledger) = village(1);
    now(ledger.set_contact(sealed, Some(contact("某某")), NOW)).unwrap();
    assert_eq!(ledger.contact(sealed), None);
    assert!(!copy(&ledger).contains("某某"));
    let with = (sealed, contact("某某"));
    let asked = acted(1, "又听了一次");
    let day = date("2026-03-05");
    now(ledger.submit_with_contact(asked, with, day, by(), NOW, dice(9))).unwrap();
    assert!(!copy(&ledger).contains("某某"));
}

#[test]
fn what_builds_on_a_file_is_listed_and_other_tabs_follow() {
    let (_, other) = village(1);
    let (store, mut ledger) = (Memory::new(), open(&Memory::new()));
    drop(std::mem::replace(&mut ledger, open(&store)));
    submit(&mut ledger, profile("青禾镇"), 50).unwrap();
    let mut tab = open(&store);
    import(&mut ledger, &copy(&other));
    let n = ledger.imports()[0].n;
    assert!(now(ledger.building_on(n)).unwrap().is_empty());
    let id = submit(&mut ledger, acted(2, "去看了"), 60).unwrap()[0];
    assert_eq!(now(ledger.building_on(n)).unwrap(), [(Subject::matter(matter(2)), id)]);
    let aside = Aside { on: date("2026-03-06"), post: "岗".into(), why: "读错了".into() };
    assert!(now(tab.refresh()).unwrap() && tab.book().matter(matter(1)).is_some());
    now(ledger.set_aside(n, aside)).unwrap();
    assert!(now(tab.refresh()).unwrap() && tab.book().matter(matter(1)).is_none());
    // What was written here since stays, and nothing is lost.
    assert_eq!(ledger.book().matter(matter(2)).unwrap().entries().len(), 1);
    assert_eq!(now(store.size()).unwrap(), 6);
    assert!(now(ledger.building_on(99)).unwrap().is_empty());
}

#[test]
fn a_record_says_how_it_came_and_a_file_read_again_brings_back_what_was_set_aside() {
    let (_, other) = village(1);
    let mut ledger = open(&Memory::new());
    let mine = submit(&mut ledger, profile("青禾镇"), 50).unwrap()[0];
    let text = copy(&other);
    let mut read = plan(&mut ledger, &text).unwrap();
    read.name = "双柳村.json".to_owned();
    now(ledger.apply_import(&read, date("2026-03-05"))).unwrap();
    let first = ledger.imports().remove(0);
    assert_eq!((first.file.as_str(), first.at), ("双柳村.json", Some(NOW)));
    let theirs = ledger.book().matter(matter(1)).unwrap().entries()[0].id;
    let expected = [(mine, Came::Here), (theirs, Came::With(first.clone()))];
    assert_eq!(now(ledger.came(&[theirs, mine])).unwrap(), expected);
    let mut restored = open(&Memory::new());
    import(&mut restored, &copy(&ledger));
    let found = now(restored.came(&[theirs, mine])).unwrap();
    assert_eq!(found, [(mine, Came::Before), (theirs, Came::With(first))]);
    let aside = Aside { on: date("2026-03-06"), post: "岗".into(), why: "读错了".into() };
    now(ledger.set_aside(1, aside)).unwrap();
    let all = ledger.imports();
    assert!(!all[0].is_back(&all));
    assert!(import(&mut ledger, &text).back > 0);
    let all = ledger.imports();
    assert!(all[0].is_back(&all) && !all[1].is_back(&all));
}

#[test]
fn thousands_of_contacts_are_all_in_a_copy() {
    let (store, mut ledger) = village(1);
    let contact = |n: u32| {
        let mut id = [7; 10];
        id[..4].copy_from_slice(&n.to_be_bytes());
        let stored = Stored::after(None, Some(contact("某某")), Stamp { ms: NOW, count: n });
        (Subject::matter(Id::from_bytes(id)).to_string(), stored.text())
    };
    let before = now(store.load()).unwrap().contacts.len();
    let batch = Batch { contacts: (0..4_001).map(contact).collect(), ..Batch::default() };
    now(ledger.append_beside(&batch)).unwrap();
    let stored = now(store.load()).unwrap().contacts;
    assert_eq!(stored.len(), before + 4_001);
    let (twin, _) = restored(&copy(&ledger));
    assert_eq!(now(twin.load()).unwrap().contacts, stored);
}
