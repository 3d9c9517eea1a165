//! Faults of the machine, at each call of the store in turn, in every way in which a browser
//! fails: what is said is an error that names it, nothing is claimed, memory and disk agree
//! afterwards, and the next try works.

use crate::backup::{Export, ImportFailed, Purpose};
use crate::event_store::{Batch, Damage, EventStore, Loaded, Seq, StoreError, meta};
use crate::journal::{Journal, SubmitError};
use crate::local::Aside;
use crate::memory::Memory;
use crate::samples::*;
use jieyou_domain::{Realm, Subject};
use std::cell::Cell;
use std::rc::Rc;

/// How one call fails.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// There is no room.
    Full,
    /// The transaction is undone by the browser.
    Aborted,
    /// Another tab holds an older version open.
    Blocked,
    /// The connection was closed for another tab.
    Closed,
    /// What was written cannot be read; a reading gives nothing.
    Unread,
    /// What was written reads back differently; a reading gives a line that is cut.
    Cut,
    /// The same; a reading gives another record's line.
    Other,
    /// The same; a reading leaves a line out.
    Hole,
}

const FAULTS: [Fault; 8] = [
    Fault::Full,
    Fault::Aborted,
    Fault::Blocked,
    Fault::Closed,
    Fault::Unread,
    Fault::Cut,
    Fault::Other,
    Fault::Hole,
];

impl Fault {
    /// The error of a call that changed nothing; none where the call gives something wrong.
    fn error(self) -> Option<StoreError> {
        match self {
            Self::Full => Some(StoreError::Full),
            Self::Aborted => Some(StoreError::Other("AbortError: ".to_owned())),
            Self::Blocked => Some(StoreError::Blocked),
            Self::Closed => Some(StoreError::Unavailable),
            Self::Unread => Some(StoreError::Other("UnknownError: ".to_owned())),
            Self::Cut | Self::Other | Self::Hole => None,
        }
    }

    fn spoil(self, lines: &mut Vec<(Seq, String)>) {
        let Some(first) = lines.first().map(|(_, line)| line.clone()) else { return };
        let at = lines.len() / 2;
        match self {
            Self::Cut => {
                lines[at].1.pop();
            }
            Self::Hole => drop(lines.remove(at)),
            _ if at > 0 => lines[at].1 = first,
            _ => lines[at].1 = first.replacen("综治专干", "综治专员", 1),
        }
    }
}

/// A store that fails at one call.
#[derive(Clone, Debug)]
struct Faulty {
    disk: Memory,
    calls: Rc<Cell<usize>>,
    fault: Fault,
    at: usize,
}

impl Faulty {
    fn new(fault: Fault, at: usize) -> Self {
        Self { disk: Memory::new(), calls: Rc::default(), fault, at }
    }

    /// Whether the call failed already.
    fn is_over(&self) -> bool {
        self.calls.get() > self.at
    }

    fn fault(&self) -> Option<Fault> {
        let call = self.calls.replace(self.calls.get() + 1);
        (call == self.at).then_some(self.fault)
    }

    fn fail(&self) -> Result<Option<Fault>, StoreError> {
        let fault = self.fault();
        fault.and_then(Fault::error).map_or(Ok(fault), Err)
    }
}

impl EventStore for Faulty {
    async fn load_after(&self, seq: Seq) -> Result<Loaded, StoreError> {
        let fault = self.fail()?;
        let mut loaded = self.disk.load_after(seq).await?;
        match fault {
            Some(_) if loaded.records.is_empty() => {
                loaded.meta.insert(meta::SUM.to_owned(), "0".to_owned());
            }
            Some(fault) => fault.spoil(&mut loaded.records),
            None => {}
        }
        Ok(loaded)
    }

    async fn part(&self, after: Seq) -> Result<Vec<(Seq, String)>, StoreError> {
        let fault = self.fail()?;
        let mut lines = self.disk.part(after).await?;
        if let Some(fault) = fault {
            fault.spoil(&mut lines);
        }
        Ok(lines)
    }

    async fn seal(&self) -> Result<bool, StoreError> {
        self.fail()?;
        self.disk.seal().await
    }

    async fn kept(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.fail()?;
        self.disk.kept(key).await
    }

    async fn append(&self, expected: Seq, batch: &Batch) -> Result<Seq, StoreError> {
        let at = match self.fault() {
            None => return self.disk.append(expected, batch).await,
            Some(Fault::Unread) => {
                self.disk.append(expected, batch).await?;
                return Err(StoreError::Unread);
            }
            Some(fault) => match fault.error() {
                Some(error) => return Err(error),
                None => self.disk.append(expected, batch).await?,
            },
        };
        Err(StoreError::Damaged { at, why: Damage::ReadBack })
    }

    async fn size(&self) -> Result<Seq, StoreError> {
        self.fail()?;
        self.disk.size().await
    }
}

type Faulted = Journal<Faulty>;
type Step = fn(&mut Faulted) -> Result<(), StoreError>;

fn of_submit<T>(result: Result<T, SubmitError>) -> Result<(), StoreError> {
    match result {
        Ok(_) => Ok(()),
        Err(SubmitError::Store(error)) => Err(error),
        Err(SubmitError::Rejected(why)) => panic!("{why:?}"),
    }
}

fn of_import<T>(result: Result<T, ImportFailed>) -> Result<T, StoreError> {
    result.map_err(|failed| match failed {
        ImportFailed::Store(error) => error,
        ImportFailed::File(why) => panic!("{why}"),
    })
}

fn written(
    journal: &mut Faulted,
    command: jieyou_domain::ledger::Command,
) -> Result<(), StoreError> {
    let seed = u64::from(journal.seq()) + 100;
    of_submit(now(journal.submit(command, date("2026-03-05"), by(), NOW, dice(seed))))
}

/// The file of another unit, the same in every run.
fn theirs() -> String {
    let (_, mut ledger) = village(9);
    submit(&mut ledger, register(7, "外来的一件"), 70).unwrap();
    let subject = Subject::matter(matter(7));
    now(ledger.set_contact(subject, Some(contact("外来")), NOW)).unwrap();
    let export = Export { app: "test", exported_on: date("2026-03-05"), purpose: Purpose::Copy };
    now(ledger.export(export)).unwrap()
}

fn aside() -> Aside {
    Aside { on: date("2026-03-06"), post: "岗".into(), why: "读错了".into() }
}

fn export() -> Export<'static> {
    Export { app: "test", exported_on: date("2026-03-05"), purpose: Purpose::Copy }
}

/// A session: what a person does in a day, each step twice the same where it is repeated.
const STEPS: [(&str, Step); 17] = [
    ("profile", |j| written(j, profile("双柳村"))),
    ("register", |j| written(j, register(1, "田埂被占"))),
    ("register with contact", |j| {
        let with = (Subject::matter(matter(2)), contact("某某"));
        let (command, day) = (register(2, "水渠堵了"), date("2026-03-05"));
        of_submit(now(j.submit_with_contact(command, with, day, by(), NOW, dice(3))))
    }),
    ("paste", |j| {
        let (commands, day) = ((10..14).map(|n| register(n, "旧账")).collect(), date("2026-03-05"));
        let note = Some(("paste", "four".to_owned()));
        of_submit(now(j.submit_all(commands, note, day, by(), NOW, dice(4))))
    }),
    ("contact", |j| now(j.set_contact(Subject::matter(matter(1)), Some(contact("另一")), NOW))),
    ("remember", |j| now(j.remember("copied", "2026-03-05 7"))),
    ("another tab", |j| {
        let mut tab = open(&j.store().disk);
        if tab.book().matter(matter(3)).is_none() {
            submit(&mut tab, register(3, "别的窗口"), 30).unwrap();
            now(tab.set_contact(Subject::matter(matter(3)), Some(contact("第三")), NOW)).unwrap();
        }
        now(j.refresh()).map(drop)
    }),
    ("write behind another tab", |j| {
        let mut tab = open(&j.store().disk);
        if tab.book().matter(matter(4)).is_none() {
            submit(&mut tab, register(4, "又一件"), 40).unwrap();
        }
        written(j, acted(3, "听了"))
    }),
    ("import", |j| {
        let plan = of_import(now(j.plan_import(&theirs(), NOW)))?;
        of_import(now(j.apply_import(&plan, date("2026-03-05"))))
    }),
    ("aside", |j| now(j.set_aside(1, aside()))),
    ("building on", |j| now(j.building_on(1)).map(drop)),
    ("back", |j| now(j.take_back(1))),
    ("import again", |j| {
        let plan = of_import(now(j.plan_import(&theirs(), NOW)))?;
        of_import(now(j.apply_import(&plan, date("2026-03-05"))))
    }),
    ("wipe", |j| now(j.set_contact(Subject::matter(matter(2)), None, NOW))),
    ("seal", |j| now(j.store().seal()).map(drop)),
    ("hand over", |j| now(j.hand_over(export(), &[matter(1)], true)).map(drop)),
    ("export", |j| now(j.export(export())).map(drop)),
];

/// What a ledger says, in memory.
fn memory<S: EventStore>(journal: &Journal<S>) -> (String, String) {
    let held = journal.held();
    let texts = format!("{:?} {:?} {:?}", held.meta, held.contacts, held.sum);
    (summary(journal.book()), texts)
}

/// What a ledger says, read from the disk by a program that was started anew.
fn disk(journal: &Faulted) -> (String, String) {
    memory(&open(&journal.store().disk))
}

fn on_disk(journal: &Faulted) -> Loaded {
    now(journal.store().disk.load()).unwrap()
}

/// What is the same in every run that ended well, whatever went wrong on the way.
fn outcome(journal: &Faulted) -> (String, usize, String) {
    let notes: Vec<_> = journal
        .book()
        .all_matters()
        .map(|m| (m.id, m.number().to_owned(), m.entries().len()))
        .collect();
    let contacts = format!("{:?}", journal.held().contacts.keys().collect::<Vec<_>>());
    (format!("{notes:?}"), journal.imports().len(), contacts)
}

/// Whether an error names the fault.
fn names(fault: Fault, error: &StoreError) -> bool {
    match fault {
        Fault::Cut | Fault::Other | Fault::Hole => matches!(error, StoreError::Damaged { .. }),
        _ => Some(error) == fault.error().as_ref() || *error == StoreError::Unread,
    }
}

/// Runs the session with one fault; how many calls it took.
fn session(fault: Fault, at: usize) -> (usize, (String, usize, String)) {
    let mut journal = match now(Journal::open(Faulty::new(fault, at), Realm::Real)) {
        Ok(journal) => journal,
        Err(failed) => {
            assert!(names(fault, &failed.error), "opening: {}", failed.error);
            now(Journal::open(failed.store, Realm::Real)).unwrap()
        }
    };
    for (name, step) in STEPS {
        let context = format!("{name}, {fault:?} at {at}");
        let before = (on_disk(&journal), journal.store().is_over());
        let done = step(&mut journal);
        let hit = journal.store().is_over() && !before.1;
        if let Err(error) = done {
            assert!(hit && names(fault, &error), "{context}: {error}");
            let again = after(&mut journal, &error, &before.0, &context);
            if again {
                step(&mut journal).unwrap_or_else(|e| panic!("{context}, again: {e}"));
            }
        }
        if hit {
            assert_eq!(memory(&journal), disk(&journal), "{context}: memory is not the disk");
        }
    }
    assert_eq!(memory(&journal), disk(&journal), "{fault:?} at {at}: memory is not the disk");
    (journal.store().calls.get(), outcome(&journal))
}

/// Looks at a ledger after an error; whether the step is to be tried again.
fn after(journal: &mut Faulted, error: &StoreError, before: &Loaded, context: &str) -> bool {
    let is_moved = on_disk(journal) != *before;
    let may_have_moved = *error == StoreError::Unread
        || matches!(error, StoreError::Damaged { .. })
        || context.contains("another tab");
    assert!(!is_moved || may_have_moved, "{context}: something was written in spite of {error}");
    // What a person is told to do: load, and look whether it is there.
    now(journal.refresh()).unwrap_or_else(|e| panic!("{context}, looking: {e}"));
    assert_eq!(memory(journal), disk(journal), "{context}: memory is not the disk");
    !is_moved || context.contains("another tab") || context.contains("import")
}

#[test]
fn a_fault_at_any_call_is_named_and_leaves_no_doubt() {
    let (calls, expected) = session(Fault::Full, usize::MAX);
    assert!(calls > 60, "{calls}");
    let mut ran = 0;
    for fault in FAULTS {
        let mut at = 0;
        loop {
            let (calls, outcome) = session(fault, at);
            assert_eq!(outcome, expected, "{fault:?} at {at}");
            ran += 1;
            at += 1;
            if at >= calls {
                break;
            }
        }
    }
    assert!(ran > 8 * 60, "{ran}");
}
