//! No decision depends on who it is: names, addresses and telephone numbers, in contacts or
//! in texts, and how often somebody came, change nothing.

use super::draft::{drafts, registered};
use super::wide::pack;
use super::{MATTER, day, empty, entry, history, ledger, today, units};
use jieyou_cli::wait::wait;
use jieyou_domain::classify::{Likeness, alike, assess, verdicts};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Book, Command, Entry, Event};
use jieyou_domain::rules::{QuestionKind, Test};
use jieyou_domain::{Id, Realm, Subject};
use jieyou_store::{Contact, Journal, Memory, Party};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::Arc;

/// Fields of events that hold what people write freely; names get into these.
const FREE: [&str; 20] = [
    "title", "story", "text", "note", "why", "how", "words", "present", "what", "evidence", "wish",
    "old", "new", "reason", "who", "purpose", "proof", "mediator", "measure", "basis",
];

/// Fields that hold numbers of papers, offices, posts and days, never somebody's name.
const FIXED: [&str; 56] = [
    "activity",
    "again_by",
    "against",
    "answer",
    "approved_by",
    "asked_on",
    "body",
    "carried_out",
    "carry_out_by",
    "category",
    "cause",
    "channel",
    "class",
    "competent",
    "danger",
    "day",
    "despite",
    "doc",
    "due",
    "entry",
    "feedback_by",
    "form",
    "from",
    "ground",
    "into",
    "key",
    "kind",
    "leader",
    "mark",
    "need",
    "notice",
    "number",
    "on",
    "other",
    "outcome",
    "owes",
    "place",
    "post",
    "promise",
    "recurred",
    "registered_on",
    "reply_by",
    "result",
    "route",
    "rule",
    "split_from",
    "spot",
    "stands",
    "system",
    "table",
    "tier",
    "time",
    "to",
    "told",
    "type",
    "way",
];

/// The question that names what a matter is about.
const THING: &str = "thing";

/// Puts a name and an address into every free text.
fn named(value: &mut Value, key: &str, who: &str) {
    match value {
        // A code is no text.
        Value::String(text) if FREE.contains(&key) && !text.is_ascii() => {
            let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
            text.insert_str(half, who);
        }
        Value::Array(all) => all.iter_mut().for_each(|v| named(v, key, who)),
        Value::Object(map) => map.iter_mut().for_each(|(key, v)| {
            let question = pack().questions.iter().find(|q| q.id == *key);
            // What it is about is named for likeness, and looked at apart.
            let is_text = question.is_some_and(|q| q.kind == QuestionKind::Text && q.id != THING);
            named(v, if is_text { "text" } else { key }, who);
        }),
        _ => {}
    }
}

fn renamed(entries: &[Arc<Entry>], who: &str) -> Vec<Arc<Entry>> {
    let renamed = |entry: &Arc<Entry>| {
        let mut entry = entry.clone();
        let event = entry.event.as_ref().unwrap();
        let mut data = event.data();
        named(&mut data, "", who);
        let other = Event::from_parts(event.kind().code(), data).unwrap();
        Arc::make_mut(&mut entry).event = Some(other);
        entry
    };
    entries.iter().map(renamed).collect()
}

/// Everything that is decided about the matter, but the words people gave as reasons.
fn decisions(book: &Book) -> String {
    let matter = book.matter(MATTER).unwrap();
    let assessed = assess(matter, book, today()).unwrap();
    let mut said = format!("{:?} {:?} ", assessed.kind.computed, assessed.proposed);
    said += &format!("{:?} {:?} ", assessed.kind.because, assessed.kind.would_change_if);
    let (tier, notes) = (&assessed.tier, &assessed.tier_notes);
    said += &format!("{:?} {:?} {:?} ", tier.answer, tier.computed, tier.because);
    said += &format!("{:?} {:?} {:?}", tier.would_change_if, notes.fall, notes.until);
    for v in verdicts(matter, book, today(), &assessed) {
        let d = &v.decision;
        said += &format!("\n{} {:?} {} {} ", v.table, v.claim, d.answer, d.computed);
        said += &format!("{:?} {:?} {:?}", d.because, d.would_change_if, v.needs);
    }
    let owed =
        assessed.obligations.iter().map(|o| format!("{} {:?} {:?}", o.rule, o.due, o.standing));
    let owed: Vec<String> = owed.collect();
    said + "\n" + &owed.join(" ")
}

/// Which matters are proposed as the same.
fn alike_to(book: &Book) -> Vec<Id> {
    let found = alike(book, &Likeness::of(book.matter(MATTER).unwrap(), book));
    found.into_iter().map(|alike| alike.matter).collect()
}

/// The subject proposed first, of a matter whose words speak of one. How near the others come
/// is read from every character of the text, so it is not looked at here.
fn suggested(book: &Book) -> Option<String> {
    let found = book.suggester().of(&book.matter(MATTER).unwrap().state);
    found.into_iter().next().map(|first| first.category)
}

const WHO: [&str; 5] = [
    "张三",
    "李四（青禾村三组12号）",
    "王五媳妇，住西街88号2单元401",
    "阿不都热合曼·买买提",
    "Zhang San, 12 West St",
];

/// Another matter, in a place of its own.
fn other(n: u8, who: &str) -> Arc<Entry> {
    let mut facts = registered(n);
    facts.title = format!("{who}的另一件事");
    facts.story = format!("{who}又来反映，说的是第{n}件。");
    facts.place = Some(format!("p{n}"));
    facts.category = Some("work.site".to_owned());
    let subject = Subject::matter(Id::from_bytes([n; 10]));
    let mut entry = entry(n, day(u64::from(n % 40)), subject, Event::Registered(facts));
    Arc::make_mut(&mut entry).time.ms = 1_000 + u64::from(n);
    entry
}

fn check_names(book: &Book, entries: &[Arc<Entry>], others: &[u8]) -> Result<(), TestCaseError> {
    let plain = book.clone().apply_all(entries);
    let (said, like) = (decisions(&plain), alike_to(&plain));
    let subject = suggested(&plain);
    prop_assert_eq!(subject.as_deref(), Some("neigh.water"));
    for who in WHO {
        let own = renamed(entries, who);
        let one = book.clone().apply_all(&own);
        prop_assert_eq!(&decisions(&one), &said, "{}", who);
        prop_assert_eq!(&suggested(&one), &subject, "{}", who);
        // The same person, again and again, about other things in other places.
        let others: Vec<_> = others.iter().map(|n| other(*n, who)).collect();
        let many = book.clone().apply_all(own.iter().chain(&others));
        prop_assert_eq!(&decisions(&many), &said, "{} in many matters", who);
        prop_assert_eq!(&alike_to(&many), &like, "{} in many matters", who);
        prop_assert_eq!(&suggested(&many), &subject, "{} in many matters", who);
    }
    Ok(())
}

/// The same thing in the same place, told by one person or by two: proposed either way.
fn check_alike(book: &Book, entries: &[Arc<Entry>]) -> Result<(), TestCaseError> {
    let twin = |who: &str| {
        let mut twin = renamed(&entries[..1], who);
        let id = Subject::matter(Id::from_bytes([9; 10]));
        let twin_entry = Arc::make_mut(&mut twin[0]);
        twin_entry.subject = id;
        twin_entry.id = jieyou_domain::EntryId::from_bytes([251; 32]);
        let own = renamed(entries, WHO[0]);
        alike_to(&book.clone().apply_all(own.iter().chain(&twin)))
    };
    let by_one = twin(WHO[0]);
    for who in WHO {
        prop_assert_eq!(&twin(who), &by_one, "{}", who);
    }
    Ok(())
}

/// A registration with place, subject and thing, so that likeness has something to say.
fn placed(entries: &mut [Arc<Entry>]) {
    let Some(Event::Registered(facts)) = &mut Arc::make_mut(&mut entries[0]).event else { return };
    facts.place = Some("p-east".to_owned());
    facts.title = "邻居把排水沟填了，雨水排不出去".to_owned();
    facts.story = "去年冬天邻居把排水沟填了，一下雨水就往我家院里淌，积水泡了墙根。".to_owned();
    facts.spot = "东头机井".to_owned();
    facts.category = Some("farm.water".to_owned());
    facts.answers.insert(THING.to_owned(), "二号机井".to_owned());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_name_no_address_and_no_number_of_visits_changes_a_decision(
        unit in units(), bits in any::<u8>(), drafts in drafts(),
        others in prop::collection::btree_set(20_u8..250, 0..8),
    ) {
        let book = empty(unit);
        let mut entries = history(&book, bits, &drafts);
        placed(&mut entries);
        let others: Vec<u8> = others.into_iter().collect();
        check_names(&book, &entries, &others)?;
        check_alike(&book, &entries)?;
    }
}

fn contact(name: &str, address: &str, phone: &str) -> Contact {
    let (name, address, phone) = (name.to_owned(), address.to_owned(), phone.to_owned());
    Contact { parties: vec![Party { role: "反映人".to_owned(), name, address, phone }] }
}

/// Registers a matter through the journal, as the app does.
fn submit(journal: &mut Journal<Memory>, id: Id, contact: Option<Contact>, place: &str) {
    let mut facts = registered(3);
    facts.place = Some(place.to_owned());
    facts.category = Some("farm.water".to_owned());
    let command = Command::Register { id, on: day(0), facts: Box::new(facts), then: Vec::new() };
    let (by, mut calls) = (By::default(), journal.seq() as u8);
    let random = |bytes: &mut [u8]| {
        calls = calls.wrapping_add(1);
        bytes.fill(calls);
    };
    let written = match contact {
        Some(contact) => {
            let contact = (Subject::matter(id), contact);
            wait(journal.submit_with_contact(command, contact, today(), by, 1, random))
        }
        None => wait(journal.submit(command, today(), by, 1, random)),
    };
    written.unwrap();
}

#[test]
fn no_contact_changes_a_decision() {
    let contacts = [
        None,
        Some(contact("张三", "东头", "13800000000")),
        Some(contact("李四", "", "")),
        Some(contact("张三", "西街88号", "13900000000")),
    ];
    let mut said = Vec::new();
    for (own, times) in contacts.iter().flat_map(|own| [(own, 0_u8), (own, 1), (own, 6)]) {
        let mut journal = wait(Journal::open(Memory::new(), Realm::Training)).unwrap();
        for entry in ledger(UnitKind::Township, "青禾镇") {
            let command = match entry.event.clone().unwrap() {
                Event::UnitProfiled(profile) => Command::ProfileUnit(profile),
                Event::PackAdopted(text) => Command::AdoptPack(text),
                Event::CalendarAdopted(text) => Command::AdoptCalendar(text),
                _ => continue,
            };
            let random = |bytes: &mut [u8]| bytes.fill(7);
            wait(journal.submit(command, today(), By::default(), 1, random)).unwrap();
        }
        submit(&mut journal, MATTER, own.clone(), "p0");
        for n in 1..=times {
            submit(&mut journal, Id::from_bytes([n + 20; 10]), own.clone(), &format!("p{n}"));
        }
        let book = journal.book();
        assert_eq!(book.matters().count(), usize::from(times) + 1);
        said.push((decisions(book), alike_to(book)));
    }
    said.dedup();
    assert_eq!(said.len(), 1);
}

#[test]
fn every_text_of_an_event_is_looked_at() {
    fn keys(value: &Value, key: &str, found: &mut Vec<String>) {
        match value {
            Value::String(_) => found.push(key.to_owned()),
            Value::Array(all) => all.iter().for_each(|v| keys(v, key, found)),
            // Answers and days go by the ids of questions.
            Value::Object(map) => {
                let own =
                    map.iter().filter(|(key, _)| !["answers", "days"].contains(&key.as_str()));
                own.for_each(|(key, v)| keys(v, key, found));
            }
            _ => {}
        }
    }
    let events: Vec<Value> = serde_json::from_str(include_str!("../golden/events.json")).unwrap();
    let mut found = Vec::new();
    for event in events.iter().filter(|e| e["type"].as_str().unwrap().starts_with("matter.")) {
        keys(&event["data"], "", &mut found);
    }
    found.sort();
    found.dedup();
    let mut known = [&FREE[..], &FIXED[..]].concat();
    known.sort_unstable();
    assert_eq!(found, known, "say whether a name may stand there: FREE or FIXED");
}

/// What a criterion looks at, in a word; a test of a person has no word here.
const fn looks_at(test: &Test) -> &'static str {
    match test {
        Test::Danger | Test::NoOpenDanger => "danger",
        Test::Answer { .. } => "an answer about the matter",
        Test::Overdue | Test::OfficePromiseMissed { .. } | Test::NothingLate => "what is owed",
        Test::MustByWithin { .. } => "a day before which something must happen",
        Test::Scale { .. } => "numbers of households and people",
        Test::DutyUnsettled { .. } => "who is responsible",
        Test::OpenFor { .. } | Test::NoProgress { .. } => "days",
        Test::PlanMoved { .. } | Test::OrderedFeedback => "what the office planned",
        Test::Reopened | Test::HandledAtOnce | Test::Stage { .. } => "where the matter stands",
        Test::Against { .. } | Test::IsA { .. } => "what the matter is",
        Test::AllToldOutcome => "what was told",
    }
}

#[test]
fn no_criterion_and_no_question_is_about_a_person() {
    for criterion in &pack().criteria {
        assert!(!looks_at(&criterion.decided).is_empty(), "{}", criterion.id);
    }
    // A question about names, addresses, or how often somebody came is none of a pack.
    let about = ["姓名", "住址", "年龄", "性别", "民族", "职业", "几次", "多少次", "去过哪"];
    for question in &pack().questions {
        let words = &question.words.zh;
        assert!(!about.iter().any(|a| words.contains(a)), "{}: {words}", question.id);
    }
}
