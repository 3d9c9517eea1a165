//! Taking a paste back on the day it was made: only what nobody has worked on since.
//!
//! Which matters came with which paste is a note beside the ledger, not a record: after
//! that day nobody needs it.

use crate::forms::FormContext;
use crate::text::paste as t;
use jieyou_domain::facts::Struck;
use jieyou_domain::ids::Id;
use jieyou_domain::ledger::{Command, Event, Matter};
use jieyou_domain::time::{Date, parse_date};

/// The key of the note beside the ledger.
pub const NOTE: &str = "paste";

/// A paste of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The time of day.
    pub time: String,
    /// The matters.
    pub ids: Vec<Id>,
}

/// Reads the note; nothing of another day.
pub fn read(note: &str, today: Date) -> Vec<Pasted> {
    let lines = note.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let is_today = words.next().and_then(parse_date) == Some(today);
        let time = words.next().filter(|_| is_today)?.to_owned();
        Some(Pasted { time, ids: words.filter_map(|id| id.parse().ok()).collect() })
    });
    lines.collect()
}

/// Writes the note.
pub fn write(all: &[Pasted], today: Date) -> String {
    let mut note = String::new();
    for pasted in all {
        note.push_str(&format!("{today} {}", pasted.time));
        for id in &pasted.ids {
            note.push_str(&format!(" {id}"));
        }
        note.push('\n');
    }
    note
}

/// What taking a paste back would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoView {
    /// "14:02, 283 matters, numbers from … to …".
    pub lead: String,
    /// What would happen.
    pub asks: String,
    /// What stays, because something was recorded since: the matter, and its words.
    pub stays: Vec<(Id, String)>,
    /// How many would be taken back.
    pub count: usize,
}

/// Whether only its registration was written, and it stands.
fn is_untouched(matter: &Matter) -> bool {
    matter.is_registered() && matter.entries().len() == 1
}

/// Says what taking `pasted` back would do. `has_contact` says whether somebody left a
/// contact with a matter.
pub fn undo(cx: &FormContext<'_>, pasted: &Pasted, has_contact: &dyn Fn(Id) -> bool) -> UndoView {
    let lang = cx.lang;
    let standing = pasted.ids.iter().filter_map(|id| cx.book.matter(*id));
    let standing: Vec<&Matter> =
        standing.map(AsRef::as_ref).filter(|m| m.is_registered()).collect();
    let stays: Vec<&&Matter> =
        standing.iter().filter(|m| !is_untouched(m) || has_contact(m.id)).collect();
    let count = standing.len() - stays.len();
    let first = standing.first().map_or("", |m| m.number());
    let last = standing.last().map_or("", |m| m.number());
    let title =
        |m: &Matter| m.state.registered.as_ref().map_or("", |r| r.title.as_str()).to_owned();
    UndoView {
        lead: if standing.is_empty() {
            String::new()
        } else {
            t::pasted(&pasted.time, standing.len(), first, last, lang)
        },
        asks: t::undo_asks(count, stays.len(), lang),
        stays: stays.iter().map(|m| (m.id, format!("{} {}", m.number(), title(m)))).collect(),
        count,
    }
}

/// The commands that take `pasted` back: a strike each, of what nobody worked on.
pub fn commands(
    cx: &FormContext<'_>,
    pasted: &Pasted,
    has_contact: &dyn Fn(Id) -> bool,
) -> Vec<Command> {
    let matters = pasted.ids.iter().filter_map(|id| cx.book.matter(*id));
    let untouched = matters.filter(|m| is_untouched(m) && !has_contact(m.id));
    let strikes = untouched.filter_map(|m| {
        let entry = m.entries().first()?.id;
        let why = t::UNDO_WHY.to(cx.lang).to_owned();
        let facts = vec![(cx.today, Event::Struck(Struck::plain(entry, why)))];
        Some(Command::Record { matter: m.id, facts })
    });
    strikes.collect()
}
