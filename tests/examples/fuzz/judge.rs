//! What must hold of a file that was read in, and of one that was refused.

use crate::rng::Rng;
use crate::seeds::{Ledger, NOW, Seeds, acted, copy, date, open, register, store, submit};
use jieyou_cli::wait::wait;
use jieyou_domain::Realm;
use jieyou_domain::ledger::Book;
use jieyou_store::backup::ImportFailed;
use jieyou_store::event_store::{EventStore as _, Loaded};
use jieyou_store::local::Aside;
use jieyou_store::{Journal, Memory, contact, record};
use jieyou_view::screens::Assessments;

/// How a file ended.
pub(crate) enum Verdict {
    Accepted,
    /// With the code.
    Refused(String),
}

/// Reads a file into some ledger, and looks at everything that may not happen.
pub(crate) fn judge(text: &str, seeds: &Seeds, rng: &mut Rng) -> Result<Verdict, String> {
    let (realm, before) = seeds.ledger(text, rng);
    let disk = store(&before);
    let mut ledger = open(disk.clone(), realm);
    let (said, n) = (summary(ledger.book()), ledger.imports().len());
    let plan = match wait(ledger.plan_import(text, NOW)) {
        Ok(plan) => plan,
        Err(refused) => return untouched(&ledger, &disk, &before, &said, refused),
    };
    same(&loaded(&disk), &before, "a plan wrote something")?;
    if let Err(refused) = wait(ledger.apply_import(&plan, date("2026-03-05"))) {
        return untouched(&ledger, &disk, &before, &said, refused);
    }
    let is_purged = nothing_lost(&before, &loaded(&disk))?;
    let (after, again) = (summary(ledger.book()), reopened(&disk, realm)?);
    same(&summary(again.book()), &after, "opened again it is another book")?;
    drawn(again.book());
    once_more(&mut ledger, text, &after)?;
    if before.records.is_empty() {
        exported(&ledger, realm, &after)?;
    } else if ledger.imports().len() > n {
        set_aside(&mut ledger, &disk, realm, (!is_purged).then_some(&said))?;
    }
    goes_on(&mut ledger, rng)?;
    reopened(&disk, realm)?;
    Ok(Verdict::Accepted)
}

fn loaded(disk: &Memory) -> Loaded {
    wait(disk.load()).unwrap_or_default()
}

fn same<T: PartialEq + std::fmt::Debug>(found: &T, expected: &T, what: &str) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    let short = |value: &T| format!("{value:?}").chars().take(400).collect::<String>();
    Err(format!("{what}: {} instead of {}", short(found), short(expected)))
}

/// A refused file leaves everything as it was, on disk and in memory.
fn untouched(
    ledger: &Ledger,
    disk: &Memory,
    before: &Loaded,
    said: &String,
    refused: ImportFailed,
) -> Result<Verdict, String> {
    same(&loaded(disk), before, "a refused file changed the disk")?;
    same(&summary(ledger.book()), said, "a refused file changed the book")?;
    match refused {
        ImportFailed::File(error) => Ok(Verdict::Refused(error.code().to_owned())),
        ImportFailed::Store(error) => Err(format!("the store failed: {error}")),
    }
}

/// Everything of before is still there; only bodies and contacts may have changed, for the
/// better. Whether a body did.
fn nothing_lost(before: &Loaded, after: &Loaded) -> Result<bool, String> {
    let mut is_purged = false;
    for ((at, old), new) in before.records.iter().zip(&after.records) {
        if *at != new.0 || (*old != new.1 && !record::replaces(Some(old), &new.1)) {
            return Err(format!("record {at} is another"));
        }
        is_purged |= *old != new.1;
    }
    if after.records.len() < before.records.len() {
        return Err("records are gone".to_owned());
    }
    for (subject, old) in before.contacts.iter() {
        let new = after.contacts.get(subject);
        if new != Some(old) && !new.is_some_and(|new| contact::prefer(Some(old), new)) {
            return Err(format!("the contact of {subject} is another"));
        }
    }
    Ok(is_purged)
}

fn reopened(disk: &Memory, realm: Realm) -> Result<Ledger, String> {
    wait(Journal::open(disk.clone(), realm))
        .map_err(|failed| format!("does not open afterwards: {}", failed.error))
}

/// Everything on screen follows from it without a panic.
fn drawn(book: &Book) {
    for today in ["2026-03-06", "2031-01-01"] {
        Assessments::new().refresh(book, date(today));
    }
}

/// Read in once more it changes nothing.
fn once_more(ledger: &mut Ledger, text: &str, after: &String) -> Result<(), String> {
    let plan = wait(ledger.plan_import(text, NOW)).map_err(|e| format!("not once more: {e}"))?;
    if !plan.is_empty() {
        return Err(format!(
            "once more it brings {} records, {} back, {} changed; {} wait, {:?}",
            plan.new, plan.back, plan.rebodied, plan.far, plan.contacts,
        ));
    }
    wait(ledger.apply_import(&plan, date("2026-03-05"))).map_err(|e| e.to_string())?;
    same(&summary(ledger.book()), after, "once more it is another book")
}

/// Set aside, the book says what it `said` before, and taken back what it says now.
fn set_aside(
    ledger: &mut Ledger,
    disk: &Memory,
    realm: Realm,
    said: Option<&String>,
) -> Result<(), String> {
    let after = summary(ledger.book());
    let Some(last) = ledger.imports().last().cloned() else { return Ok(()) };
    let aside = Aside { on: date("2026-03-06"), post: String::new(), why: String::new() };
    wait(ledger.set_aside(last.n, aside)).map_err(|e| format!("not set aside: {e}"))?;
    let without = summary(reopened(disk, realm)?.book());
    same(&without, &summary(ledger.book()), "set aside, opened again it is another book")?;
    if let Some(said) = said {
        same(&without, said, "set aside, it is not the book of before")?;
    }
    wait(ledger.take_back(last.n)).map_err(|e| format!("not taken back: {e}"))?;
    same(&summary(ledger.book()), &after, "taken back it is another book")
}

/// Its own copy restores it.
fn exported(ledger: &Ledger, realm: Realm, after: &String) -> Result<(), String> {
    let text = copy(ledger);
    let mut fresh = open(Memory::new(), realm);
    let plan = wait(fresh.plan_import(&text, NOW)).map_err(|e| format!("its own copy: {e}"))?;
    wait(fresh.apply_import(&plan, date("2026-03-05"))).map_err(|e| e.to_string())?;
    same(&summary(fresh.book()), after, "restored from its own copy it is another book")?;
    same(&copy(&fresh), &text, "its own copy is copied differently")
}

/// Somebody can go on writing in it.
fn goes_on(ledger: &mut Ledger, rng: &mut Rng) -> Result<(), String> {
    let n = ledger.seq();
    let is_written = submit(ledger, register(200), rng);
    submit(ledger, acted(1, "接着办"), rng);
    if is_written == (ledger.seq() > n) { Ok(()) } else { Err("it was not written".to_owned()) }
}

fn summary(book: &Book) -> String {
    let mut text = format!("{:?} {:?}", book.unit().map(|unit| &unit.name), book.basis());
    for matter in book.all_matters() {
        text.push_str(&format!("\n{} {} {:?}", matter.id, matter.number(), matter.stage()));
        for entry in matter.entries() {
            text.push_str(&format!(" {} {:?}", entry.id, entry.event));
        }
    }
    text
}
