//! What this unit wrote and is not here: named by records that are, or known to have stood in
//! a damaged ledger. Of another unit's chain only a part is ever here; that is no loss.

use super::Journal;
use crate::chain::Weave;
use crate::event_store::EventStore;
use crate::local::{self, Lost};
use crate::record::Origin;
use jieyou_domain::EntryId;
use jieyou_domain::compact::Map;
use jieyou_domain::facts::By;
use jieyou_domain::ledger::Entry;
use std::sync::Arc;

impl<S: EventStore> Journal<S> {
    /// How many records of this unit are missing, at least; looks at every one where some are
    /// named.
    pub fn missing(&self) -> usize {
        let held = &self.held;
        missing(&held.weave, &held.entries, &local::lost(&held.meta), |by| {
            held.book.was_named(&by.unit)
        })
    }
}

/// How many records are missing, at least, where `is_own` says which of them this unit wrote.
pub(crate) fn missing<'a>(
    weave: &Weave,
    entries: impl IntoIterator<Item = &'a Arc<Entry>>,
    lost: &[Lost],
    is_own: impl Fn(&By) -> bool,
) -> usize {
    let lost = lost.iter().map(|lost| lost.missing(weave)).fold(0, usize::saturating_add);
    named(weave, entries, is_own).max(lost)
}

/// How many records are named by this unit's own, and are not here. What was set aside is in
/// no entry: its gaps are no loss.
fn named<'a>(
    weave: &Weave,
    entries: impl IntoIterator<Item = &'a Arc<Entry>>,
    is_own: impl Fn(&By) -> bool,
) -> usize {
    let naming = weave.naming();
    if naming.is_empty() {
        return 0;
    }
    let own = weave.about_ledger();
    let mut missing: Map<EntryId, ()> = Map::new();
    for entry in entries {
        if !naming.contains_key(&entry.id) {
            continue;
        }
        let Some(link) = weave.link(entry.id) else { continue };
        if own.contains_key(&link.origin) || is_own(&entry.by) {
            let named = link.prev.into_iter().chain(link.seen);
            missing.extend(named.filter(|id| !weave.contains(*id)).map(|id| (id, ())));
        }
    }
    missing.len()
}

impl Lost {
    /// How many records of its chain are not here.
    fn missing(&self, weave: &Weave) -> usize {
        let here = weave.count(self.origin, self.n);
        usize::try_from(self.n.saturating_sub(here)).unwrap_or(usize::MAX)
    }
}

/// Adds how far chains reached, and leaves out those that are whole.
pub(crate) fn lost_of(weave: &Weave, known: impl IntoIterator<Item = Lost>) -> Vec<Lost> {
    let mut last: Map<Origin, u64> = Map::new();
    for lost in known {
        let n = last.get_or_insert_with(lost.origin, || lost.n);
        *n = lost.n.max(*n);
    }
    let all = last.iter().map(|(origin, n)| Lost { origin: *origin, n: *n });
    all.filter(|lost| lost.missing(weave) > 0).collect()
}

/// Of places in a damaged ledger of so many lines those that its own chains reached: of
/// another unit's nobody knows what is missing, and a head that was changed may name a place
/// that never was.
pub(super) fn reached(
    places: impl Iterator<Item = (Origin, u64)>,
    weave: &Weave,
    own: Option<Origin>,
    lines: usize,
) -> Vec<Lost> {
    let partial = weave.partial();
    let is_whole = |origin| own == Some(origin) || !partial.contains_key(&origin);
    let is_real = |origin: Origin, n| n <= lines as u64 && weave.tip(origin).is_some();
    let whole = places.filter(|(origin, n)| is_whole(*origin) && is_real(*origin, *n));
    whole.map(|(origin, n)| Lost { origin, n }).collect()
}

#[cfg(test)]
mod tests {
    use crate::backup::{Export, ImportPlan, Purpose};
    use crate::journal::Journal;
    use crate::local::Aside;
    use crate::memory::Memory;
    use crate::samples::*;
    use jieyou_domain::Realm;
    use jieyou_domain::facts::By;

    fn file(ledger: &Ledger) -> String {
        let (exported_on, purpose) = (date("2026-03-05"), Purpose::Copy);
        now(ledger.export(Export { app: "jieyou", exported_on, purpose })).unwrap()
    }

    fn read_in(ledger: &mut Ledger, text: &str) -> ImportPlan {
        let plan = now(ledger.plan_import(text, NOW)).unwrap();
        now(ledger.apply_import(&plan, date("2026-03-05"))).unwrap();
        plan
    }

    /// What can be believed of a ledger after harm to one line, as a file.
    fn believed(store: &Memory, harm: u32) -> String {
        store.spoil(harm, Some("{"));
        let opened = Journal::open_believed(store.clone(), Realm::Real);
        file(&now(opened).map_err(|failed| failed.error).unwrap())
    }

    #[test]
    fn what_was_cut_off_a_damaged_ledger_is_missing_until_it_is_read_in() {
        let (store, ledger) = village(1);
        let whole = file(&ledger);
        let part = believed(&store, 3);
        let (mut restored, store) = (open(&Memory::new()), Memory::new());
        let plan = read_in(&mut restored, &part);
        assert_eq!((plan.new, plan.missing, restored.missing()), (2, 2, 2));
        // A copy of it says so in its turn, and so does what was opened again.
        let mut again = open(&store);
        assert_eq!(read_in(&mut again, &file(&restored)).missing, 2);
        submit(&mut again, register(3, "接着记"), 9).unwrap();
        assert_eq!(open(&store).missing(), 2);
        assert_eq!(read_in(&mut again, &whole).missing, 0);
        assert_eq!((again.missing(), open(&store).missing()), (0, 0));
        assert!(!file(&again).contains("lost"));
    }

    #[test]
    fn what_a_second_computer_had_seen_is_missing() {
        let (_, first) = village(1);
        let mut second = open(&Memory::new());
        read_in(&mut second, &file(&first));
        submit(&mut second, register(3, "第三件"), 7).unwrap();
        let text = file(&second);
        assert_eq!(second.missing(), 0);
        // Of the first computer's chain the end is gone from the second's store.
        let store = Memory::new();
        let mut kept = open(&store);
        read_in(&mut kept, &text);
        let part = believed(&store, 4);
        let mut restored = open(&Memory::new());
        assert_eq!(read_in(&mut restored, &part).missing, 1);
        assert_eq!(read_in(&mut restored, &text).missing, 0);
    }

    #[test]
    fn parts_of_another_units_chain_and_what_was_set_aside_are_not_missing() {
        let (_, village) = village(1);
        let mut township = open(&Memory::new());
        let by = By { unit: "青禾镇".into(), ..by() };
        let written = township.submit(profile("青禾镇"), date("2026-03-05"), by, NOW, dice(3));
        now(written).unwrap();
        let up = Export { app: "t", exported_on: date("2026-03-05"), purpose: Purpose::HandedUp };
        let text = now(village.hand_over(up, &[matter(2)], false)).unwrap();
        assert_eq!(read_in(&mut township, &text).missing, 0);
        assert_eq!(township.missing(), 0);
        assert_eq!(read_in(&mut open(&Memory::new()), &file(&township)).missing, 0);
        let aside = Aside { on: date("2026-03-06"), post: "岗".into(), why: "读错了".into() };
        now(township.set_aside(1, aside)).unwrap();
        assert_eq!(township.missing(), 0);
    }
}
