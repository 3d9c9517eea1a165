//! Many commands at once: running numbers follow on, and it is all or none.

use crate::facts::*;
use crate::ledger::*;
use crate::testing::*;
use crate::{Date, Id};

fn register(n: u8, on: &str) -> Command {
    let facts = Box::new(registered(Channel::Visit, CounterParty::Neighbour));
    Command::Register { id: Id::from_bytes([n; 10]), on: d(on), facts, then: Vec::new() }
}

fn today() -> Date {
    d("2026-03-05")
}

#[test]
fn each_is_decided_on_the_ones_before_it() {
    let ledger = Ledger::new(UnitKind::Village);
    let id = Id::from_bytes([2; 10]);
    let later = Command::Record { matter: id, facts: vec![(today(), planned("2026-03-20"))] };
    let commands = vec![register(1, "2026-03-02"), register(2, "2026-03-01"), later];
    let drafted = decide_all(&ledger.book, commands, today()).unwrap();
    let numbers: Vec<_> = drafted
        .iter()
        .filter_map(|d| match &d.event {
            Event::Registered(facts) => Some(facts.number.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(drafted.len(), 3);
    assert_eq!(numbers, ["QH-2026-0001", "QH-2026-0002"]);
}

#[test]
fn one_that_is_refused_refuses_all_and_is_named() {
    let ledger = Ledger::new(UnitKind::Village);
    let refused = |commands| decide_all(&ledger.book, commands, today()).unwrap_err();
    let twice = vec![register(1, "2026-03-02"), register(1, "2026-03-02")];
    assert_eq!(refused(twice), (1, Rejection::IdTaken));
    let future = Rejection::InTheFuture { on: d("2026-04-01"), today: today() };
    assert_eq!(refused(vec![register(1, "2026-04-01"), register(2, "2026-03-02")]), (0, future));
    assert_eq!(decide_all(&ledger.book, Vec::new(), today()), Ok(Vec::new()));
}

#[test]
fn one_alone_is_decided_as_ever() {
    let ledger = Ledger::new(UnitKind::Village);
    let alone = decide(&ledger.book, register(1, "2026-03-02"), today()).unwrap();
    assert_eq!(decide_all(&ledger.book, vec![register(1, "2026-03-02")], today()), Ok(alone));
}
