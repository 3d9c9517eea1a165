//! Properties of merging, on ledgers written at random by several computers.

#![cfg(not(target_arch = "wasm32"))]

mod wide;

use crate::backup::{Export, ImportFailed, Purpose};
use crate::chain::{conflicts, find};
use crate::event_store::EventStore as _;
use crate::journal::Held;
use crate::local::Aside;
use crate::memory::Memory;
use crate::samples::*;
use jieyou_domain::{Realm, Subject};
use proptest::prelude::*;

/// So many histories; `cargo xtask soak` asks for several times as many.
fn config(cases: u32) -> ProptestConfig {
    let times = std::env::var("JIEYOU_HISTORIES").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    ProptestConfig { cases: cases * times, failure_persistence: None, ..Default::default() }
}

/// What one computer does: (which computer, what, about which matter).
fn acts() -> impl Strategy<Value = Vec<(usize, u8, u8)>> {
    proptest::collection::vec((0..3_usize, 0..6_u8, 1..4_u8), 1..24)
}

fn copy(ledger: &Ledger) -> String {
    let (exported_on, purpose) = (date("2026-03-05"), Purpose::Copy);
    now(ledger.export(Export { app: "test", exported_on, purpose })).unwrap()
}

fn import(ledger: &mut Ledger, text: &str) {
    let plan = now(ledger.plan_import(text, NOW)).unwrap();
    now(ledger.apply_import(&plan, date("2026-03-05"))).unwrap();
}

/// Three ledgers that worked, and now and then took in another's file.
fn ledgers(acts: &[(usize, u8, u8)]) -> Vec<Ledger> {
    let mut ledgers: Vec<Ledger> = (0..3).map(|_| open(&Memory::new())).collect();
    for (&(who, what, n), seed) in acts.iter().zip(1_000_u64..) {
        let command = match what {
            0 | 1 => register(n, "田埂被占"),
            2 => acted(n, "听了"),
            3 => duty(n, if who == 0 { "甲岗" } else { "乙岗" }),
            4 => {
                let name = if who == 0 { "某某" } else { "某甲" };
                let contact = (seed % 3 != 0).then(|| contact(name));
                let subject = Subject::matter(matter(n));
                now(ledgers[who].set_contact(subject, contact, NOW + seed)).unwrap();
                continue;
            }
            _ => {
                let text = copy(&ledgers[(who + 1) % 3]);
                import(&mut ledgers[who], &text);
                continue;
            }
        };
        // Refusals are part of life: nothing is written then.
        drop(submit(&mut ledgers[who], command, seed * 7));
    }
    ledgers
}

/// What two ledgers with the same facts share, whatever came first.
fn essence(ledger: &Ledger) -> (String, Vec<crate::chain::Conflict>, String) {
    let loaded = now(ledger.store().load()).unwrap();
    (summary(ledger.book()), ledger.conflicts(), format!("{:?}", loaded.contacts))
}

fn union(texts: &[&String]) -> Ledger {
    let mut ledger = open(&Memory::new());
    for text in texts {
        import(&mut ledger, text);
    }
    ledger
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn importing_an_export_gives_the_same_ledger(acts in acts()) {
        for ledger in ledgers(&acts) {
            let text = copy(&ledger);
            let again = union(&[&text]);
            prop_assert_eq!(essence(&again), essence(&ledger));
            prop_assert_eq!(copy(&again), text);
        }
    }

    #[test]
    fn union_asks_for_no_order_and_no_number_of_times(acts in acts()) {
        let texts: Vec<String> = ledgers(&acts).iter().map(copy).collect();
        let [a, b, c] = &texts[..] else { unreachable!("three ledgers") };
        let expected = essence(&union(&[a, b, c]));
        prop_assert_eq!(&essence(&union(&[c, a, b])), &expected);
        prop_assert_eq!(&essence(&union(&[b, b, c, a, b, a])), &expected);
        let (bc, ab) = (copy(&union(&[b, c])), copy(&union(&[a, b])));
        prop_assert_eq!(&essence(&union(&[a, &bc])), &expected);
        prop_assert_eq!(&essence(&union(&[&ab, c])), &expected);
        prop_assert_eq!(&essence(&union(&[&bc, &ab, a])), &expected);
    }

    #[test]
    fn a_contact_that_is_kept_stands_everywhere(acts in acts(), keep in 0..8_u8) {
        let mut all = ledgers(&acts);
        let theirs = [copy(&all[1]), copy(&all[2])];
        let mut ours = all.swap_remove(0);
        let mut plan = now(ours.plan_import(&theirs[0], NOW)).unwrap();
        for (differing, at) in plan.differing.iter_mut().zip(0..) {
            differing.keeps = Some(keep >> at & 1 == 1);
        }
        now(ours.apply_import(&plan, date("2026-03-05"))).unwrap();
        for differing in &plan.differing {
            let subject = differing.subject.parse().unwrap();
            let here = Some(&differing.here).filter(|_| differing.keeps == Some(true));
            prop_assert_eq!(ours.contact(subject), here.or(differing.there.as_ref()).cloned());
        }
        // Read in once more the file brings nothing, and the union says what ours says.
        prop_assert!(now(ours.plan_import(&theirs[0], NOW)).unwrap().differing.is_empty());
        let contacts = |ledger: &Ledger| essence(ledger).2;
        let own = copy(&ours);
        prop_assert_eq!(contacts(&union(&[&theirs[0], &own])), contacts(&ours));
        let expected = contacts(&union(&[&own, &theirs[0], &theirs[1]]));
        prop_assert_eq!(&contacts(&union(&[&theirs[1], &own, &theirs[0], &theirs[1]])), &expected);
        prop_assert_eq!(&contacts(&union(&[&theirs[0], &theirs[1], &own])), &expected);
    }

    #[test]
    fn reading_in_parts_gives_what_reading_at_once_gives(acts in acts()) {
        for ledger in ledgers(&acts) {
            let at_once = Held::build(&now(ledger.store().load()).unwrap(), Realm::Real).unwrap();
            let parts = open(ledger.store());
            prop_assert_eq!(summary(&at_once.book), summary(parts.book()));
            let held = parts.held();
            prop_assert_eq!((at_once.seq, at_once.sum, at_once.clock), (held.seq, held.sum, held.clock));
            prop_assert_eq!(find(&at_once.weave, NOW), parts.findings(NOW));
            prop_assert_eq!(parts.missing(), 0);
            prop_assert_eq!(conflicts(&at_once.weave, &at_once.entries), parts.conflicts());
        }
    }

    #[test]
    fn setting_an_import_aside_restores_the_same_book(acts in acts()) {
        let mut all = ledgers(&acts);
        let (theirs, mut ours) = (copy(&all[1]), all.swap_remove(0));
        let (before, was_empty) = (essence(&ours), ours.seq() == 0);
        let plan = now(ours.plan_import(&theirs, NOW)).unwrap();
        now(ours.apply_import(&plan, date("2026-03-05"))).unwrap();
        let after = essence(&ours);
        if plan.new == 0 || was_empty {
            return Ok(());
        }
        let n = ours.imports().last().unwrap().n;
        let aside = Aside { on: date("2026-03-06"), post: "岗".into(), why: "读错了".into() };
        now(ours.set_aside(n, aside)).unwrap();
        prop_assert_eq!((&essence(&ours).0, &essence(&ours).1), (&before.0, &before.1));
        // Opened again it is the same; restored from its own copy, too.
        prop_assert_eq!(&essence(&open(ours.store())).0, &before.0);
        let own = copy(&ours);
        prop_assert_eq!(&essence(&union(&[&own])).0, &before.0);
        // In another ledger it has no effect.
        let mut other = open(&Memory::new());
        submit(&mut other, profile("青禾镇"), 5).unwrap();
        import(&mut other, &own);
        let mut same = open(&Memory::new());
        submit(&mut same, profile("青禾镇"), 5).unwrap();
        for text in [&copy(&ours), &theirs] {
            import(&mut same, text);
        }
        prop_assert_eq!(essence(&other), essence(&same));
        // Reading it in once more takes it back, and so does taking it back.
        let mut again = open(ours.store());
        now(ours.take_back(n)).unwrap();
        prop_assert_eq!(&essence(&ours), &after);
        let aside = Aside { on: date("2026-03-06"), post: "岗".into(), why: String::new() };
        now(again.set_aside(n, aside)).unwrap();
        let plan = now(again.plan_import(&theirs, NOW)).unwrap();
        prop_assert!(plan.back > 0 && !plan.is_empty());
        now(again.apply_import(&plan, date("2026-03-07"))).unwrap();
        prop_assert_eq!(essence(&again), after);
    }

    #[test]
    fn a_changed_byte_is_noticed_or_harmless(at in 0..10_000_usize, to in 32..127_u8) {
        let (_, mut ledger) = village(3);
        now(ledger.set_contact(Subject::matter(matter(1)), Some(contact("某某")), NOW)).unwrap();
        let text = copy(&ledger);
        let mut bytes = text.clone().into_bytes();
        let at = at % bytes.len();
        bytes[at] = to;
        let Ok(changed) = String::from_utf8(bytes) else { return Ok(()) };
        let mut fresh = open(&Memory::new());
        match now(fresh.plan_import(&changed, NOW)) {
            Err(ImportFailed::File(error)) => prop_assert!(error.code().starts_with("import/")),
            Err(ImportFailed::Store(error)) => prop_assert!(false, "{error}"),
            Ok(plan) => {
                now(fresh.apply_import(&plan, date("2026-03-05"))).unwrap();
                // What was not let in comes with a good file, whatever that was.
                prop_assert_eq!(open(fresh.store()).seq(), fresh.seq());
                import(&mut fresh, &text);
                prop_assert_eq!(essence(&fresh), essence(&ledger));
            }
        }
    }

    #[test]
    fn what_is_stopped_or_waits_changes_no_union(
        acts in acts(),
        spoil in 0..8_usize,
        days in 0..3_u64,
    ) {
        let all = ledgers(&acts);
        let texts: Vec<String> = all.iter().map(copy).collect();
        let [a, b, c] = &texts[..] else { unreachable!("three ledgers") };
        let mut lines: Vec<String> = b.lines().map(str::to_owned).collect();
        let at = spoil.min(lines.len() - 1);
        lines[at] = lines[at].replacen("综治专干", "综治专员", 1);
        let spoilt = lines.join("\n");
        let expected = essence(&union(&[a, b, c]));
        // A bad copy of one of them, read in at any time, and some of it waiting.
        let early = NOW.saturating_sub(days * 20 * 60 * 60 * 1000);
        for order in [[&spoilt, a, b, c, b], [b, &spoilt, c, a, &spoilt], [c, a, &spoilt, b, c]] {
            let mut ledger = open(&Memory::new());
            for text in order {
                let Ok(plan) = now(ledger.plan_import(text, early)) else { continue };
                now(ledger.apply_import(&plan, date("2026-03-05"))).unwrap();
            }
            for note in ledger.notes().iter().filter(|note| note.waits) {
                let plan = now(ledger.plan_waiting(note, NOW)).unwrap();
                now(ledger.apply_import(&plan, date("2026-03-06"))).unwrap();
            }
            prop_assert_eq!(essence(&ledger), expected.clone());
            prop_assert!(ledger.notes().iter().all(|note| !note.waits));
            prop_assert_eq!(summary(open(ledger.store()).book()), summary(ledger.book()));
        }
    }

    #[test]
    fn no_text_makes_an_import_panic(text in "\\PC*") {
        let mut ledger = open(&Memory::new());
        let refused = now(ledger.plan_import(&text, NOW));
        let Err(ImportFailed::File(error)) = refused else { panic!("no such ledger") };
        prop_assert!(["import/not-json", "import/other-program"].contains(&error.code()));
    }
}
