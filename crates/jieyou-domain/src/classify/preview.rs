//! What a registration would come to, before it is one.

use super::{Assessment, Verdict, assess, verdicts};
use crate::facts::{By, Registered};
use crate::ids::{EntryId, Id, Subject};
use crate::ledger::{Book, Entry, Event, Stamp};
use crate::time::Date;
use std::sync::Arc;

/// What a matter received on `on` and registered as `facts` would come to on `today`; nothing
/// is written, and `book` stays as it is. `None` where the ledger has no unit.
pub fn preview(
    book: &Book,
    on: Date,
    facts: Registered,
    today: Date,
) -> Option<(Assessment, Vec<Verdict>)> {
    let unit = book.unit()?;
    let subject = Subject::matter(Id::from_bytes([0; 10]));
    let about = Subject::ledger(Id::from_bytes([0; 10]));
    let entry = |n: u8, subject: Subject, event: Event| {
        let by = By { post: String::new(), unit: unit.name.clone() }.into();
        let time = Stamp { ms: u64::from(n), count: 0 };
        let event = Some(event);
        Arc::new(Entry { id: EntryId::from_bytes([n; 32]), time, on, by, subject, event })
    };
    let entries = [
        entry(1, about, Event::UnitProfiled(unit.as_ref().clone())),
        entry(2, subject, Event::Registered(facts)),
    ];
    let rules = Arc::clone(book.rules());
    let alone = Book::on_basis(rules, Arc::clone(book.calendar())).apply_all(&entries);
    let matter = alone.matter(subject.id)?;
    let assessment = assess(matter, &alone, today)?;
    let verdicts = verdicts(matter, &alone, today, &assessment);
    Some((assessment, verdicts))
}
