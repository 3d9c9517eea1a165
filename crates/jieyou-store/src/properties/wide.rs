//! The same of histories with everything that can happen to records: profiles that were
//! copied and written on twice, bodies that were redacted, bodies that a file withholds,
//! contacts that were wiped, and files that were set aside.

use super::{config, copy, essence, import, union};
use crate::backup::resummed;
use crate::event_store::{Batch, EventStore as _, Loaded};
use crate::journal::Redact;
use crate::local::Aside;
use crate::memory::Memory;
use crate::record::Body;
use crate::samples::*;
use jieyou_domain::Subject;
use proptest::prelude::*;

/// One thing that happens: where, what, about which matter.
type Act = (usize, u8, u8);

fn acts() -> impl Strategy<Value = Vec<Act>> {
    proptest::collection::vec((0..4_usize, 0..12_u8, 1..4_u8), 1..28)
}

/// What lay on a disk at one moment, and what the ledger said then.
type Moment = (Loaded, String);

/// What came of a history: the ledgers, and every moment of each of them.
struct History {
    ledgers: Vec<Ledger>,
    moments: Vec<Moment>,
}

/// Another disk with the same on it: a copied profile, a restored image.
pub(super) fn copied(ledger: &Ledger) -> Ledger {
    restored(&now(ledger.store().load()).unwrap())
}

fn restored(loaded: &Loaded) -> Ledger {
    let store = Memory::new();
    let batch = Batch {
        records: loaded.records.iter().map(|(_, line)| line.clone()).collect(),
        meta: loaded.meta.clone().into_iter().collect(),
        contacts: loaded.contacts.clone().into_iter().collect(),
        ..Batch::default()
    };
    now(store.append(0, &batch)).unwrap();
    open(&store)
}

/// Redacts a word in everything that was noted about a matter.
fn redact(ledger: &mut Ledger, n: u8, seed: u64) {
    let what = Redact { words: vec!["听了".into()], why: "47".into(), ..Redact::default() };
    let when = (date("2026-03-06"), by(), NOW + seed);
    // Where there is nothing to redact it is refused.
    drop(now(ledger.redact(matter(n), &what, when, dice(seed))));
}

/// A file of a ledger with some bodies left out.
fn withheld(ledger: &Ledger, n: u8) -> String {
    resummed(&copy(ledger), |at, record| {
        if at % 3 == usize::from(n % 3) && matches!(record.body, Body::Present(_)) {
            record.body = Body::Withheld;
        }
    })
}

fn act(ledgers: &mut [Ledger], (who, what, n): Act, seed: u64) {
    let subject = Subject::matter(matter(n));
    match what {
        0 | 1 => drop(submit(&mut ledgers[who], register(n, "田埂被占"), seed)),
        2 | 3 => drop(submit(&mut ledgers[who], acted(n, "听了"), seed)),
        4 => drop(submit(&mut ledgers[who], duty(n, "甲岗"), seed)),
        5 => {
            let contact = (!seed.is_multiple_of(3)).then(|| contact("某某"));
            now(ledgers[who].set_contact(subject, contact, NOW + seed)).unwrap();
        }
        6 | 7 => {
            let text = copy(&ledgers[(who + 1) % ledgers.len()]);
            import(&mut ledgers[who], &text);
        }
        8 => {
            let text = withheld(&ledgers[(who + 1) % ledgers.len()], n);
            import(&mut ledgers[who], &text);
        }
        9 => redact(&mut ledgers[who], n, seed),
        10 => ledgers[(who + 1) % ledgers.len()] = copied(&ledgers[who]),
        _ => {
            let Some(last) = ledgers[who].imports().last().map(|import| import.n) else { return };
            let why = "读错了".to_owned();
            let aside = Aside { on: date("2026-03-06"), post: "岗".into(), why };
            now(ledgers[who].set_aside(last, aside)).unwrap();
        }
    }
}

fn history(acts: &[Act]) -> History {
    let mut ledgers: Vec<Ledger> = (0..4).map(|_| open(&Memory::new())).collect();
    let mut moments = Vec::new();
    for (&what, seed) in acts.iter().zip(1_000_u64..) {
        act(&mut ledgers, what, seed * 7);
        let ledger = &ledgers[what.0];
        moments.push((now(ledger.store().load()).unwrap(), summary(ledger.book())));
    }
    History { ledgers, moments }
}

/// Copies without what holds for one ledger alone: where something was set aside, a union
/// with it is another book than a union without.
fn files(history: &History) -> Vec<String> {
    history.ledgers.iter().map(copy).collect()
}

/// A ledger that has its own first record, so that no file restores it.
fn begun(texts: &[&String]) -> Ledger {
    let mut ledger = open(&Memory::new());
    submit(&mut ledger, profile("青禾镇"), 5).unwrap();
    for text in texts {
        import(&mut ledger, text);
    }
    ledger
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn any_prefix_of_a_history_opens(acts in acts()) {
        for (loaded, said) in history(&acts).moments {
            let again = restored(&loaded);
            prop_assert_eq!(summary(again.book()), said);
            prop_assert_eq!(now(again.store().load()).unwrap(), loaded);
        }
    }

    #[test]
    fn merging_asks_for_no_order_and_no_number_of_times(acts in acts()) {
        let texts = files(&history(&acts));
        let [a, b, c, d] = &texts[..] else { unreachable!("four ledgers") };
        let expected = essence(&begun(&[a, b, c, d]));
        prop_assert_eq!(&essence(&begun(&[d, c, b, a])), &expected);
        prop_assert_eq!(&essence(&begun(&[b, d, a, b, c, a, d])), &expected);
        // What two came to is a file like any other.
        let (ab, cd) = (copy(&begun(&[a, b])), copy(&begun(&[d, c])));
        prop_assert_eq!(&essence(&begun(&[&cd, &ab])), &expected);
        let abc = copy(&begun(&[c, &ab]));
        prop_assert_eq!(&essence(&begun(&[&abc, d])), &expected);
    }

    #[test]
    fn a_body_that_was_withheld_arrives_and_one_that_was_redacted_stays_so(acts in acts(), n in 0..3_u8) {
        let history = history(&acts);
        for ledger in &history.ledgers {
            let (whole, part) = (copy(ledger), withheld(ledger, n));
            let expected = essence(&begun(&[&whole]));
            prop_assert_eq!(&essence(&begun(&[&part, &whole])), &expected);
            prop_assert_eq!(&essence(&begun(&[&whole, &part])), &expected);
        }
    }

    #[test]
    fn a_copy_restores_what_it_was_made_from(acts in acts()) {
        for ledger in &history(&acts).ledgers {
            let text = copy(ledger);
            let again = union(&[&text]);
            prop_assert_eq!(essence(&again), essence(ledger));
            prop_assert_eq!(summary(open(again.store()).book()), summary(ledger.book()));
            // Byte for byte, but for bodies that merging purged.
            let twice = copy(&again);
            prop_assert_eq!(copy(&union(&[&twice])), twice);
        }
    }

    #[test]
    fn an_import_set_aside_leaves_the_book_of_before(acts in acts()) {
        let mut history = history(&acts);
        let theirs = copy(&history.ledgers[1]);
        let mut ours = history.ledgers.swap_remove(0);
        submit(&mut ours, acted(1, "自己写的"), 3).ok();
        let (before, n) = (essence(&ours), ours.imports().len());
        let lines = now(ours.store().load()).unwrap().records;
        if lines.is_empty() {
            // That would be restoring a copy, whose list of files comes along.
            return Ok(());
        }
        import(&mut ours, &theirs);
        let is_purged = now(ours.store().load()).unwrap().records[..lines.len()] != lines[..];
        if ours.imports().len() == n || is_purged {
            return Ok(());
        }
        let last = ours.imports().last().unwrap().n;
        let aside = Aside { on: date("2026-03-06"), post: "岗".into(), why: "读错了".into() };
        let after = essence(&ours);
        now(ours.set_aside(last, aside)).unwrap();
        prop_assert_eq!((&essence(&ours).0, &essence(&ours).1), (&before.0, &before.1));
        prop_assert_eq!(&essence(&open(ours.store())).0, &before.0);
        now(ours.take_back(last)).unwrap();
        prop_assert_eq!(&essence(&ours), &after);
    }
}
