//! A recovery drill: a file is restored into an empty ledger beside the open one, by the
//! same way as any import, and compared with it. Writes nothing to the open ledger.

use super::envelope::Purpose;
use super::error::{ImportError, ImportFailed};
use crate::contact::Stored;
use crate::event_store::EventStore;
use crate::journal::{Held, Journal};
use jieyou_domain::Date;
use thiserror::Error;

/// What a file held when it was restored, beside the open ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drilled {
    /// The day the file was written.
    pub exported_on: Date,
    /// Records restored.
    pub records: usize,
    /// Of them, those that the open ledger does not hold.
    pub strange: usize,
    /// Records of the open ledger that the file does not hold.
    pub since: usize,
    /// Matters restored, and those of the open ledger.
    pub matters: (usize, usize),
    /// Contacts restored, and those of the open ledger.
    pub contacts: (usize, usize),
    /// Records that would wait first, because their day lies far ahead of this computer's.
    pub waiting: usize,
}

/// Why nothing can be restored from a file, or not this ledger.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DrillFailed {
    /// The file does not read, or the machine could not.
    #[error(transparent)]
    Import(#[from] ImportFailed),
    /// A part of the file is damaged: it does not restore as a whole.
    #[error("drill/damaged")]
    Damaged {
        /// The first thing wrong.
        why: ImportError,
        /// How many records restore all the same.
        restores: usize,
        /// How many lines do not.
        lost: usize,
    },
    /// A file between two units: it holds some matters and no ledger.
    #[error("drill/not-a-copy")]
    NotACopy,
    /// A whole ledger, but another one: they share no record.
    #[error("drill/other-ledger")]
    OtherLedger {
        /// Whose; empty where the file does not say.
        unit: String,
    },
}

impl DrillFailed {
    /// The stable code, listed in `docs/codes.md`; what an import says keeps its own.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Import(ImportFailed::File(error)) => error.code(),
            Self::Import(ImportFailed::Store(error)) => error.code(),
            Self::Damaged { .. } => "drill/damaged",
            Self::NotACopy => "drill/not-a-copy",
            Self::OtherLedger { .. } => "drill/other-ledger",
        }
    }
}

impl<S: EventStore> Journal<S> {
    /// Restores a file into `scratch`, which is empty, and compares it with this ledger.
    ///
    /// # Errors
    ///
    /// Returns why the file does not restore this ledger.
    pub async fn drill(
        &mut self,
        scratch: S,
        text: &str,
        now_ms: u64,
        on: Date,
    ) -> Result<Drilled, DrillFailed> {
        self.refresh().await.map_err(ImportFailed::Store)?;
        let opened = Self::open(scratch, self.realm()).await;
        let mut restored = opened.map_err(|failed| ImportFailed::Store(failed.error))?;
        let plan = match restored.plan_import(text, now_ms).await {
            Err(ImportFailed::File(ImportError::NoUnit)) => return Err(DrillFailed::NotACopy),
            plan => plan?,
        };
        if plan.purpose != Purpose::Copy {
            return Err(DrillFailed::NotACopy);
        }
        let unit = plan.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
        if let Some(why) = plan.wrong.clone() {
            return Err(DrillFailed::Damaged { why, restores: plan.new, lost: plan.stopped.len() });
        }
        let far = plan.file().far.iter().filter(|r| self.held().weave.contains(r.id)).count();
        restored.apply_import(&plan, on).await?;
        let (there, here) = (restored.held(), self.held());
        let records = there.weave.len();
        let strange = there.weave.links().filter(|l| !here.weave.contains(l.id)).count();
        if strange == records && far == 0 {
            return Err(DrillFailed::OtherLedger { unit });
        }
        Ok(Drilled {
            exported_on: plan.exported_on,
            records,
            strange,
            since: here.weave.len().saturating_sub(records - strange + far),
            matters: (there.book.matters().count(), here.book.matters().count()),
            contacts: (contacts(there), contacts(here)),
            waiting: plan.far,
        })
    }

    /// The milliseconds of the first record; none while there are none. Looks at all.
    pub fn first_ms(&self) -> Option<u64> {
        self.weave().links().map(|link| link.time.ms).min()
    }
}

/// How many contacts there are; those that were wiped are none.
fn contacts(held: &Held) -> usize {
    let stored = held.contacts.iter().filter_map(|(_, text)| Stored::read(text));
    stored.filter(|stored| stored.contact.is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::Export;
    use crate::memory::Memory;
    use crate::samples::*;
    use jieyou_domain::Realm;

    fn file(ledger: &Ledger, purpose: Purpose) -> String {
        let export = Export { app: "jieyou 0.1.0", exported_on: date("2026-03-05"), purpose };
        now(ledger.export(export)).unwrap()
    }

    #[track_caller]
    fn drill(ledger: &mut Ledger, text: &str) -> Result<Drilled, DrillFailed> {
        let before = now(ledger.store().load()).unwrap();
        let drilled = now(ledger.drill(Memory::new(), text, NOW, date("2026-03-06")));
        assert_eq!(now(ledger.store().load()).unwrap(), before, "the open ledger was touched");
        drilled
    }

    #[test]
    fn a_copy_restores_and_says_what_came_since() {
        let (_, mut ledger) = village(1);
        let text = file(&ledger, Purpose::Copy);
        let drilled = drill(&mut ledger, &text).unwrap();
        assert_eq!((drilled.records, drilled.strange, drilled.since), (4, 0, 0));
        assert_eq!(drilled.matters.0, drilled.matters.1);
        assert_eq!(drilled.exported_on, date("2026-03-05"));
        submit(&mut ledger, acted(1, "后来的一笔"), 9).unwrap();
        assert_eq!(drill(&mut ledger, &text).unwrap().since, 1);
    }

    #[test]
    fn what_another_tab_wrote_is_known() {
        let (store, mut ledger) = village(1);
        let mut other = open(&store);
        submit(&mut other, acted(1, "另一页写的"), 9).unwrap();
        let text = file(&other, Purpose::Copy);
        let drilled = now(ledger.drill(Memory::new(), &text, NOW, date("2026-03-06"))).unwrap();
        assert_eq!((drilled.records, drilled.strange, drilled.since), (5, 0, 0));
    }

    #[test]
    fn records_of_a_second_computer_are_counted() {
        let (_, mut ledger) = village(1);
        let mut again = open(&Memory::new());
        let plan = now(again.plan_import(&file(&ledger, Purpose::Copy), NOW)).unwrap();
        now(again.apply_import(&plan, date("2026-03-05"))).unwrap();
        submit(&mut again, acted(1, "在另一台电脑上"), 77).unwrap();
        let drilled = drill(&mut ledger, &file(&again, Purpose::Copy)).unwrap();
        assert_eq!((drilled.records, drilled.strange, drilled.since), (5, 1, 0));
    }

    #[test]
    fn a_damaged_copy_is_not_called_one_that_restores() {
        let (_, mut ledger) = village(1);
        let text = file(&ledger, Purpose::Copy).replace("水渠堵了", "水渠通了");
        let failed = drill(&mut ledger, &text).unwrap_err();
        assert!(matches!(failed, DrillFailed::Damaged { restores: 3, lost: 1, .. }), "{failed:?}");
        assert_eq!(failed.code(), "drill/damaged");
    }

    #[test]
    fn what_would_wait_is_neither_missing_nor_later() {
        let (_, mut ledger) = village(1);
        let text = file(&ledger, Purpose::Copy);
        // A computer whose clock fell back to its beginning.
        let drilled = now(ledger.drill(Memory::new(), &text, 946_684_800_000, date("2000-01-01")));
        let drilled = drilled.unwrap();
        assert_eq!((drilled.records, drilled.waiting, drilled.since), (0, 4, 0));
    }

    #[test]
    fn what_is_cut_foreign_or_no_copy_is_named() {
        let (_, mut ledger) = village(1);
        let text = file(&ledger, Purpose::Copy);
        let code = |ledger: &mut Ledger, text: &str| drill(ledger, text).unwrap_err().code();
        assert_eq!(code(&mut ledger, &text[..text.len() / 2]), "import/not-json");
        assert_eq!(code(&mut ledger, ""), "import/not-json");
        let changed = text.replacen("\"records\":[\n{", "\"records\":[\n{ ", 1);
        assert!(drill(&mut ledger, &changed).is_ok(), "a space outside of the texts is nothing");
        let less: Vec<&str> =
            text.lines().enumerate().filter(|(n, _)| *n != 2).map(|l| l.1).collect();
        assert_eq!(code(&mut ledger, &less.join("\n")), "import/sum");
        assert_eq!(code(&mut ledger, &file(&ledger_of(1), Purpose::HandedUp)), "drill/not-a-copy");
        let other = DrillFailed::OtherLedger { unit: "双柳村".into() };
        assert_eq!(drill(&mut ledger, &file(&ledger_of(50), Purpose::Copy)), Err(other));
        let realm = now(Journal::open(Memory::new(), Realm::Training));
        assert_eq!(code(&mut realm.unwrap(), &text), "import/other-realm");
    }

    fn ledger_of(seed: u64) -> Ledger {
        village(seed).1
    }

    #[test]
    fn first_and_last_are_those_of_the_stamps() {
        let (_, ledger) = village(1);
        assert_eq!(ledger.first_ms(), Some(NOW));
        assert_eq!(ledger.last_ms(), NOW);
        let empty = open(&Memory::new());
        assert_eq!((empty.first_ms(), empty.last_ms()), (None, 0));
    }
}
