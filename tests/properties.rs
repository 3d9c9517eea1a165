//! Properties of the ledger: whatever is asked in whatever order, the same facts say the
//! same.
//!
//! Histories are made by asking [`decide`] for random facts and keeping what it grants,
//! so only ledgers that could exist are looked at.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod counting;
mod draft;
mod persons;
mod redaction;
mod steps;
mod verdicts;
mod wide;

use crate::support::{CALENDAR, PACK};
use draft::{Draft, between, drafts, event, registered};
use jieyou_domain::classify::{assess, verdicts};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Book, Command, Entry, Event, Stamp, decide};
use jieyou_domain::rules::Obligation;
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, EntryId, Id, Subject};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

const MATTER: Id = Id::from_bytes([7; 10]);

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// The day on which everything is written down; every fact lies before it.
fn today() -> Date {
    date("2026-09-01")
}

fn day(offset: u64) -> Date {
    date("2026-03-02").checked_add_days(chrono::Days::new(offset)).unwrap()
}

/// The entries about the ledger itself.
fn ledger(unit: UnitKind, name: &str) -> Vec<Arc<Entry>> {
    let profile = UnitProfile {
        addresses: Default::default(),
        kind: unit,
        name: name.to_owned(),
        code: "QH".to_owned(),
        reception: String::new(),
        review_body: String::new(),
        recheck_body: String::new(),
        phone: String::new(),
        help: String::new(),
        upper: String::new(),
    };
    let adopted = |text: &str| TextAdopted { name: String::new(), text: text.to_owned() };
    let events = [
        Event::UnitProfiled(profile),
        Event::CalendarAdopted(adopted(CALENDAR)),
        Event::PackAdopted(adopted(PACK)),
        Event::PackAdopted(adopted(wide::text())),
    ];
    let subject = Subject::ledger(Id::from_bytes([0; 10]));
    (200..).zip(events).map(|(n, e)| entry(n, day(0), subject, e)).collect()
}

fn entry(n: u8, on: Date, subject: Subject, event: Event) -> Arc<Entry> {
    let mut id = [n; 32];
    id[0] = n.wrapping_mul(73);
    let time = Stamp { ms: u64::from(n), count: 0 };
    Arc::new(Entry {
        id: EntryId::from_bytes(id),
        time,
        on,
        by: By::default().into(),
        subject,
        event: Some(event),
    })
}

/// The empty book of a unit; its packs are read and checked once.
fn book(unit: UnitKind, name: &'static str) -> Book {
    type Known = BTreeMap<(&'static str, &'static str), Book>;
    static KNOWN: Mutex<Known> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap();
    let book = known.entry((unit.code(), name));
    book.or_insert_with(|| Book::new().apply_all(&ledger(unit, name))).clone()
}

fn empty(unit: UnitKind) -> Book {
    book(unit, "青禾镇")
}

/// The empty books of a village and of its township, and their names.
fn desks() -> [(&'static str, Book); 2] {
    let of = |unit, name| (name, book(unit, name));
    [of(UnitKind::Village, "柳树屯村"), of(UnitKind::Township, "青禾镇")]
}

/// The entries of a matter that a village received and that went between both desks, each
/// granted on the desk that writes it.
fn history_between(bits: u8, drafts: &[Draft]) -> Vec<Arc<Entry>> {
    let mut desks = desks();
    let mut entries: Vec<Arc<Entry>> = Vec::new();
    let mut write = |place: usize, command: Command, entries: &mut Vec<Arc<Entry>>| {
        let (name, book) = &desks[place];
        let (name, drafted) = (*name, decide(book, command, today()).unwrap_or_default());
        for drafted in drafted {
            let n = u8::try_from(entries.len()).unwrap();
            let mut entry = entry(n, drafted.on, drafted.subject, drafted.event);
            Arc::make_mut(&mut Arc::make_mut(&mut entry).by).unit = name.to_owned();
            for (_, book) in &mut desks {
                *book = book.clone().apply(&entry);
            }
            entries.push(entry);
        }
        desks[1].1.matter(MATTER).cloned()
    };
    let facts = Box::new(registered(bits));
    let first = Command::Register { id: MATTER, on: day(0), facts, then: Vec::new() };
    let mut matter = write(0, first, &mut entries);
    for draft in drafts {
        let fact = (day(draft.0), event(*draft, matter.as_ref()));
        if is_alone(&entries, &fact) {
            let command = Command::Record { matter: MATTER, facts: vec![fact] };
            matter = write(usize::from(draft.2 % 2), command, &mut entries);
        }
    }
    entries
}

/// The entries of a matter that `decide` grants, in the order of writing.
fn history(book: &Book, bits: u8, drafts: &[Draft]) -> Vec<Arc<Entry>> {
    let mut book = book.clone();
    let mut entries: Vec<Arc<Entry>> = Vec::new();
    let facts = Box::new(registered(bits));
    let mut command = Command::Register { id: MATTER, on: day(0), facts, then: Vec::new() };
    let mut drafts = drafts.iter();
    loop {
        for drafted in decide(&book, command, today()).unwrap_or_default() {
            let n = u8::try_from(entries.len()).unwrap();
            let entry = entry(n, drafted.on, drafted.subject, drafted.event);
            book = book.apply(&entry);
            entries.push(entry);
        }
        let Some(draft) = drafts.next() else { return entries };
        let fact = (day(draft.0), event(*draft, book.matter(MATTER)));
        if is_alone(&entries, &fact) {
            command = Command::Record { matter: MATTER, facts: vec![fact] };
        } else {
            command = Command::Record { matter: MATTER, facts: Vec::new() };
        }
    }
}

/// Whether a fact may stand on its day beside the facts already there.
///
/// The ledger's day has no hours: of two facts of one type on one day, and of facts on
/// the day that closes or opens a round (settled, done, open again, gone to another desk
/// or back from it), the one written later is meant to stand later. Only for those the order of writing says something,
/// so they are left out here.
fn is_alone(entries: &[Arc<Entry>], (on, event): &(Date, Event)) -> bool {
    let closes = |e: &Event| match e {
        Event::Agreed(a) => a.replaces,
        Event::Resolved(_)
        | Event::Reopened(_)
        | Event::HandledAtOnce(_)
        | Event::Referred(_)
        | Event::RouteEnded(_)
        | Event::Withdrawn(_)
        | Event::LawfullyClosed(_)
        | Event::DelistAsked(_)
        | Event::DelistRefused(_)
        | Event::Delisted(_)
        | Event::HandedUp(_)
        | Event::SignedFor(_)
        | Event::Returned(_)
        | Event::FedBack(_)
        | Event::PassedOn(_)
        | Event::Forwarded(_)
        | Event::AnswerCame(_)
        // What starts anew after it on that day is not answered by it.
        | Event::Hindered(_) => true,
        _ => false,
    };
    let mut same_day = entries.iter().filter(|e| e.on == *on).filter_map(|e| e.event.as_ref());
    same_day.all(|e| e.kind() != event.kind() && !closes(e) && !closes(event))
}

/// What the facts say: stage, list, verdicts and everything owed, without the order of
/// writing.
fn said(book: &Book) -> (String, BTreeSet<String>, BTreeSet<String>) {
    let Some(matter) = book.matter(MATTER) else { return Default::default() };
    let assessed = assess(matter, book, today()).unwrap();
    let owed = |o: &Obligation| format!("{o:?}");
    let state = &matter.state;
    let head = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        matter.stage(),
        assessed.tier.answer,
        assessed.kind.answer,
        state.duty,
        state.accepted_on,
        state.delivered_on,
        state.last_activity,
        state.exchange,
        state.forwarded,
        state.claims.iter().map(|c| (c.is_here(), c.route_result.is_some())).collect::<Vec<_>>(),
    );
    let facts = state.facts.iter().map(|f| format!("{f:?}"));
    let promises = state.promises.iter().map(|p| format!("{p:?}"));
    let verdicts = verdicts(matter, book, today(), &assessed);
    let verdicts = verdicts.iter().map(|v| format!("{v:?}"));
    let tier = std::iter::once(format!("{:?} {:?}", assessed.tier, assessed.tier_notes));
    (
        head,
        facts.chain(promises).chain(tier).chain(verdicts).collect(),
        assessed.obligations.iter().map(owed).collect(),
    )
}

/// The same facts as if written down in another order; the registration stays first.
fn rewritten(entries: &[Arc<Entry>], order: &[usize]) -> Vec<Arc<Entry>> {
    let mut order: Vec<usize> = order.iter().copied().filter(|at| *at < entries.len()).collect();
    order.retain(|at| *at > 0);
    let mut all = entries.to_vec();
    for (ms, at) in (1..).zip(order) {
        Arc::make_mut(&mut all[at]).time = Stamp { ms, count: 0 };
    }
    all
}

fn units() -> impl Strategy<Value = UnitKind> {
    prop::sample::select(UnitKind::ALL)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_writing_says_the_same(
        unit in units(), bits in any::<u8>(), drafts in drafts(),
        order in Just((0..60).collect::<Vec<usize>>()).prop_shuffle(),
        arrival in Just((0..60).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let book = empty(unit);
        let entries = history(&book, bits, &drafts);
        let written = said(&book.clone().apply_all(&entries));
        let other = rewritten(&entries, &order);
        let mut arriving: Vec<&Arc<Entry>> = arrival.iter().filter_map(|at| other.get(*at)).collect();
        // Twice is once.
        arriving.extend(other.iter().take(3));
        prop_assert_eq!(said(&book.apply_all(arriving)), written);
    }

    #[test]
    fn any_order_says_the_same_on_both_desks(
        bits in any::<u8>(), drafts in between(),
        order in Just((0..60).collect::<Vec<usize>>()).prop_shuffle(),
        arrival in Just((0..60).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let entries = history_between(bits, &drafts);
        let other = rewritten(&entries, &order);
        for (name, book) in desks() {
            let written = said(&book.clone().apply_all(&entries));
            let arriving = arrival.iter().filter_map(|at| other.get(*at));
            prop_assert_eq!(said(&book.apply_all(arriving)), written, "{}", name);
        }
    }

    #[test]
    fn a_ledger_in_two_parts_is_the_ledger(
        unit in units(), bits in any::<u8>(), drafts in drafts(), cut in 0_usize..40,
    ) {
        let book = empty(unit);
        let entries = history(&book, bits, &drafts);
        let (first, rest) = entries.split_at(cut.min(entries.len()));
        let whole = book.clone().apply_all(&entries);
        let parts = book.apply_all(first).apply_all(rest);
        prop_assert_eq!(whole.matter(MATTER), parts.matter(MATTER));
        prop_assert_eq!(said(&whole), said(&parts));
    }

    #[test]
    fn a_late_entry_gives_the_days_of_a_timely_one(
        unit in units(), bits in any::<u8>(), drafts in drafts(), timely in 0_u64..3,
    ) {
        let book = empty(unit);
        let late = history(&book, bits, &drafts);
        let mut soon = late.clone();
        if let Some(Event::Registered(facts)) = &mut Arc::make_mut(&mut soon[0]).event {
            facts.registered_on = day(timely);
        }
        // What the office promised from the day of writing starts there by its own words.
        let days = |entries: &[Arc<Entry>]| -> BTreeSet<String> {
            let book = book.clone().apply_all(entries);
            let assessed = assess(book.matter(MATTER).unwrap(), &book, today()).unwrap();
            let by_facts = assessed.obligations.into_iter().filter(|o| {
                let rule = book.rules().rule(&o.rule).unwrap();
                !rule.starts.contains(&jieyou_domain::ledger::Trigger::Registered)
            });
            by_facts.map(|o| format!("{o:?}")).collect()
        };
        prop_assert_eq!(days(&late), days(&soon));
    }

    #[test]
    fn decide_answers_everything(
        unit in units(), drafts in drafts(), bits in any::<u8>(), offset in any::<u32>(),
        noise in ".{0,40}", known in any::<bool>(),
    ) {
        let mut book = empty(unit);
        if known {
            let entries = history(&book, bits, &drafts);
            book = book.apply_all(&entries);
        }
        let on = day(u64::from(offset % 2_000_000));
        let mut facts = registered(bits);
        facts.title.clone_from(&noise);
        facts.number.clone_from(&noise);
        facts.answers.insert(noise.clone(), noise.clone());
        let some: Vec<_> = drafts.iter().map(|d| (on, event(*d, book.matter(MATTER)))).collect();
        let text = TextAdopted { name: noise.clone(), text: noise };
        let commands = [
            Command::Register { id: MATTER, on, facts: Box::new(facts.clone()), then: some.clone() },
            Command::Record { matter: MATTER, facts: some },
            Command::Record { matter: MATTER, facts: vec![(on, Event::Registered(facts))] },
            Command::AdoptPack(text.clone()),
            Command::AdoptCalendar(text),
        ];
        for command in commands {
            for day in [today(), Date::MIN, Date::MAX, on] {
                drop(decide(&book, command.clone(), day));
            }
        }
    }

    #[test]
    fn identity_and_card_numbers_are_never_written(
        region in 110_000_u32..660_000, year in 1930_u32..2020, month in 1_u32..13,
        date in 1_u32..29, tail in 0_u32..1000, check in prop::sample::select(vec!['0', '7', 'X', 'x']),
        card in 620_000_000_000_000_u64..630_000_000_000_000, drafts in drafts(),
        separator in prop::sample::select(vec!["", " ", "-"]), before in "[一-龥，。:]{0,5}",
    ) {
        let identity = format!("{region}{separator}{year}{month:02}{date:02}{separator}{tail:03}{check}");
        let card = with_check_digit(card);
        let book = empty(UnitKind::Township);
        let said = format!("{before}{identity}，卡{card}。");
        let mut facts = registered(1);
        facts.story.clone_from(&said);
        facts.spot.clone_from(&said);
        facts.claims[0].text.clone_from(&said);
        facts.must_by = Some(MustBy { on: today(), what: said.clone() });
        facts.answers.insert("work_months".to_owned(), said.clone());
        let acts = drafts.iter().take(3).map(|d| {
            (day(d.0), Event::Acted(Acted { activity: ActivityKind::Contact, note: said.clone() }))
        });
        let then = acts.collect();
        let command = Command::Register { id: MATTER, on: day(0), facts: Box::new(facts), then };
        for drafted in decide(&book, command, today()).unwrap() {
            let data = drafted.event.data().to_string();
            prop_assert!(!data.contains(&identity) && !data.contains(&card), "{}", data);
        }
    }
}

/// Adds the digit that makes a card number pass the Luhn check.
fn with_check_digit(body: u64) -> String {
    (0..10).map(|d| format!("{body}{d}")).find(|n| luhn(n)).unwrap()
}

fn luhn(number: &str) -> bool {
    let digits = number.bytes().rev().map(|b| u32::from(b - b'0'));
    let doubled = |(at, d): (usize, u32)| if at % 2 == 0 { d } else { d * 2 / 10 + d * 2 % 10 };
    digits.enumerate().map(doubled).sum::<u32>().is_multiple_of(10)
}
