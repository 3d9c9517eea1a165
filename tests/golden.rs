//! Files of every version of the format, kept for ever: they must open to the same book
//! whatever the program becomes. They were not written by this program but from
//! `docs/data-format.md`, so they also hold the document to its word.
//!
//! A failing test here is never answered by changing a file under `golden/`.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use jieyou_domain::ledger::{Book, EventType};
use jieyou_domain::{EntryId, Realm, Subject};
use jieyou_store::event_store::{Batch, EventStore as _, meta};
use jieyou_store::hash::hash;
use jieyou_store::{Export, Journal, Memory, Purpose};
use std::collections::BTreeSet;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

const FIRST: &str = include_str!("golden/v1-first.json");
const FIRST_HASH: &str = "d72bdb1c3b093a4d2ec6c4e0fbb418c3af5ec5a47e401c34598acaa366c8c785";
/// Later than every day in the file: what lies far ahead would wait.
const NOW: u64 = 1_800_000_000_000;

/// Waits for a store in memory, which never has to wait.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory never waits"),
    }
}

fn open(text: &str) -> Journal<Memory> {
    let mut journal = now(Journal::open(Memory::new(), Realm::Real)).unwrap();
    let plan = now(journal.plan_import(text, NOW)).unwrap();
    assert_eq!((plan.findings.len(), plan.conflicts.len()), (0, 0));
    now(journal.apply_import(&plan, plan.exported_on)).unwrap();
    journal
}

/// What a book says, in the words of the file format only.
fn summary(book: &Book) -> String {
    let mut text = String::new();
    let unit = book.unit().map(|unit| format!("{} {}", unit.kind.code(), unit.name));
    text += &format!("unit {}\n", unit.unwrap_or_default());
    for place in book.places() {
        text += &format!("place {} {} {}\n", place.id, place.name, place.open);
    }
    for post in book.posts() {
        text += &format!("post {} {} {}\n", post.id, post.name, post.open);
    }
    text += &format!("pack {} with {} rule\n", book.rules().id, book.rules().rules.len());
    text += &format!("calendar {:?}\n", book.calendar().range());
    for matter in book.all_matters() {
        text +=
            &format!("matter {} {} unknown {}\n", matter.id, matter.number(), matter.has_unknown());
        for entry in matter.entries() {
            let event = entry.event.as_ref();
            let code = event.map_or("unknown", |event| event.kind().code());
            let data = event.map(|event| event.data().to_string()).unwrap_or_default();
            text += &format!("  {} {code} {}\n", entry.on, &hash(&data).to_string()[..8]);
        }
    }
    text
}

#[test]
fn the_first_file_is_as_it_was() {
    assert_eq!(hash(FIRST).to_string(), FIRST_HASH);
}

#[test]
fn the_first_file_opens_to_the_same_book_for_ever() {
    let journal = open(FIRST);
    expect_test::expect_file!["golden/v1-first.txt"].assert_eq(&summary(journal.book()));
    let matter = |id: &str| format!("matter:{id}").parse::<Subject>().unwrap();
    let contact = journal.contact(matter("0123456789abcdef")).unwrap();
    assert_eq!(contact.parties[0].name, "某某");
    assert!(journal.is_wiped(matter("0123456789abcdeg")));
}

#[test]
fn the_first_file_has_one_of_every_type_of_its_time() {
    let journal = open(FIRST);
    let book = journal.book();
    let mut codes: BTreeSet<&str> = book
        .all_matters()
        .flat_map(|matter| matter.entries())
        .filter_map(|entry| entry.event.as_ref())
        .map(|event| event.kind().code())
        .collect();
    // A ledger's own events are seen in what they say.
    assert!(book.unit().is_some() && book.places().count() == 2 && book.posts().count() == 2);
    assert!(book.basis().0.is_some() && book.basis().1.is_some());
    codes.extend(["unit.profiled", "place.listed", "post.listed"]);
    codes.extend(["pack.adopted", "calendar.adopted"]);
    // What came later stands behind it in the list of types.
    let all = EventType::ALL.iter();
    let last = all.clone().position(|kind| *kind == EventType::TierSet).unwrap();
    let known: BTreeSet<&str> = all.take(last + 1).map(|kind| kind.code()).collect();
    assert_eq!(codes, known);
}

#[test]
fn the_lines_of_the_first_file_are_exported_unchanged() {
    let export = Export {
        app: "another",
        exported_on: jieyou_domain::time::parse_date("2030-01-01").unwrap(),
        purpose: Purpose::Copy,
    };
    let text = now(open(FIRST).export(export)).unwrap();
    let lines = |text: &str| -> Vec<String> {
        text.lines().skip(1).map(|line| line.trim_end_matches(',').to_owned()).collect()
    };
    assert_eq!(lines(&text), lines(FIRST));
    let ids: BTreeSet<EntryId> = open(&text).weave().links().map(|link| link.id).collect();
    assert_eq!(ids.len(), open(FIRST).weave().len());
}

#[test]
fn every_version_of_the_format_has_its_file() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    for version in 1..=jieyou_store::backup::VERSION {
        let is_its = |name: &&String| name.starts_with(&format!("v{version}-"));
        assert!(names.iter().any(|name| is_its(&name)), "no golden file of version {version}");
    }
}

/// The database that the program of the first layout had made of the file.
fn first_layout() -> Memory {
    let loaded = now(open(FIRST).store().load()).unwrap();
    let mut texts: Vec<_> = loaded.meta.into_iter().collect();
    texts.push((meta::FORMAT.to_owned(), "1".to_owned()));
    let batch = Batch {
        records: loaded.records.into_iter().map(|(_, line)| line).collect(),
        contacts: loaded.contacts.into_iter().collect(),
        meta: texts,
        ..Batch::default()
    };
    let store = Memory::new();
    now(store.append(0, &batch)).unwrap();
    store
}

#[test]
fn a_database_of_the_first_layout_opens_to_the_same_book() {
    let journal = now(Journal::open(first_layout(), Realm::Real)).unwrap();
    expect_test::expect_file!["golden/v1-first.txt"].assert_eq(&summary(journal.book()));
}

/// What this program does not know, in a line's head, in its body and in its data.
#[test]
fn unknown_fields_survive_a_round_trip() {
    let unknown = ["device", "pad", "weather", "song"].map(|name| format!(r#"\"{name}\":"#));
    let export = Export {
        app: "another",
        exported_on: jieyou_domain::time::parse_date("2030-01-01").unwrap(),
        purpose: Purpose::Copy,
    };
    let mut text = FIRST.to_owned();
    for _ in 0..2 {
        for field in &unknown {
            assert_eq!(text.matches(field.as_str()).count(), 1, "{field}");
        }
        text = now(open(&text).export(export)).unwrap();
    }
}
