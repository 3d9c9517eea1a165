//! What the tests of this crate share: a way to wait, commands, a ledger in memory.

use crate::contact::{Contact, Party};
use crate::journal::{Journal, SubmitError};
use crate::memory::Memory;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Book, Command, Event};
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, EntryId, Id, Realm};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Waits for a future of a store in memory, which never has to wait.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory never waits"),
    }
}

pub(crate) fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub(crate) const NOW: u64 = 1_780_000_000_000;

/// Random enough: every call differs.
pub(crate) fn dice(seed: u64) -> impl FnMut(&mut [u8]) {
    let mut state = seed;
    move |bytes| {
        for byte in bytes {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = (state >> 33).to_le_bytes()[0];
        }
    }
}

pub(crate) fn by() -> By {
    By { post: "综治专干".into(), unit: "双柳村".into() }
}

pub(crate) fn profile(name: &str) -> Command {
    Command::ProfileUnit(UnitProfile {
        addresses: Default::default(),
        kind: UnitKind::Village,
        name: name.into(),
        code: "CJ".into(),
        reception: String::new(),
        review_body: String::new(),
        recheck_body: String::new(),
        phone: String::new(),
        help: String::new(),
        upper: String::new(),
    })
}

pub(crate) fn matter(n: u8) -> Id {
    Id::from_bytes([n; 10])
}

pub(crate) fn register(n: u8, title: &str) -> Command {
    let claim = Claim { text: "退还占用的田埂".into(), against: CounterParty::Neighbour };
    Command::Register {
        id: matter(n),
        on: date("2026-03-02"),
        facts: Box::new(Registered {
            number: String::new(),
            registered_on: date("2026-03-02"),
            danger: Danger::No,
            channel: Channel::Visit,
            outside: None,
            order: None,
            place: None,
            spot: String::new(),
            title: title.into(),
            story: String::new(),
            claims: vec![claim],
            households: None,
            people: None,
            reply_by: ReplyBy::InPerson,
            kind: None,
            class: None,
            category: None,
            must_by: None,
            answers: jieyou_domain::compact::Map::new(),
            split_from: None,
        }),
        then: Vec::new(),
    }
}

pub(crate) fn acted(n: u8, note: &str) -> Command {
    let acted = Acted { activity: ActivityKind::Hear, note: note.into() };
    let facts = vec![(date("2026-03-03"), Event::Acted(acted))];
    Command::Record { matter: matter(n), facts }
}

pub(crate) fn duty(n: u8, post: &str) -> Command {
    let duty = DutySet {
        body: "双柳村".into(),
        post: post.into(),
        leader: String::new(),
        competent: String::new(),
        no_interest: true,
    };
    let facts = vec![(date("2026-03-03"), Event::DutySet(duty))];
    Command::Record { matter: matter(n), facts }
}

pub(crate) fn contact(name: &str) -> Contact {
    let party = Party { role: "反映人".into(), name: name.into(), ..Party::default() };
    Contact { parties: vec![party] }
}

pub(crate) type Ledger = Journal<Memory>;

pub(crate) fn open(store: &Memory) -> Ledger {
    now(Journal::open(store.clone(), Realm::Real)).unwrap()
}

pub(crate) fn submit(
    ledger: &mut Ledger,
    command: Command,
    seed: u64,
) -> Result<Vec<EntryId>, SubmitError> {
    now(ledger.submit(command, date("2026-03-05"), by(), NOW, dice(seed)))
}

/// A village's ledger with two matters.
pub(crate) fn village(seed: u64) -> (Memory, Ledger) {
    let store = Memory::new();
    let mut ledger = open(&store);
    submit(&mut ledger, profile("双柳村"), seed).unwrap();
    submit(&mut ledger, register(1, "田埂被占"), seed + 1).unwrap();
    submit(&mut ledger, register(2, "水渠堵了"), seed + 2).unwrap();
    submit(&mut ledger, acted(1, "听了双方的说法"), seed + 3).unwrap();
    (store, ledger)
}

/// Everything in a book that two equal books share.
pub(crate) fn summary(book: &Book) -> String {
    let unit = book.unit().map(|unit| unit.name.clone());
    let matters: Vec<_> = book
        .all_matters()
        .map(|m| {
            let entries: Vec<_> = m.entries().iter().map(|e| (e.id, e.event.clone())).collect();
            (m.id, m.number().to_owned(), m.stage(), entries)
        })
        .collect();
    format!("{unit:?} {matters:?} {:?}", book.basis())
}
