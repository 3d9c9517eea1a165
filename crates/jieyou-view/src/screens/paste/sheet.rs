//! All rows of the paste: which may be registered, which stand twice, which are to be
//! corrected first; and the commands that register them.

use super::row::{Read, Reading, help};
use super::table::{Line, Mapping, Table};
use super::target::Target;
use super::words::Words;
use crate::forms::{Draft, FormContext};
use jieyou_domain::compact::Map;
use jieyou_domain::facts::{Place, PlacesListed};
use jieyou_domain::ids::Id;
use jieyou_domain::ledger::Command;
use jieyou_domain::time::Date;

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Registered.
    Ready,
    /// The user leaves it out.
    Out,
    /// To be corrected first.
    Wrong,
    /// Title, day and place stand in an earlier row: its number.
    TwiceHere(usize),
    /// They stand in the ledger: the matter's number.
    TwiceThere(String),
}

/// A row with what becomes of it.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) line: Line,
    pub(super) read: Read,
    pub(super) fate: Fate,
    /// Whether it is registered when the button is pressed.
    pub(super) taken: bool,
}

/// The whole paste, read.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) mapping: Mapping,
    pub(super) words: Words,
    pub(super) rows: Vec<Row>,
    /// Questions for all rows that are open: keys of the draft.
    pub(super) open: Vec<&'static str>,
}

/// The key under which it stands whether a row is taken.
pub(super) fn take_key(line: &Line) -> String {
    format!("take-{}", line.key)
}

impl Sheet {
    /// Reads every row.
    pub(super) fn read(cx: &FormContext<'_>, table: &Table, draft: &Draft) -> Self {
        let mapping = Mapping::of(table, draft);
        let words = Words::of(cx, table, &mapping, draft);
        let body = mapping.body(table);
        let reading = Reading { cx, draft, mapping: &mapping, words: &words, help: help(draft) };
        let mut doubles = Doubles::of(cx);
        let rows = body.iter().enumerate().map(|(at, line)| {
            let read = reading.read(&body[..at], line);
            let chosen = draft.get(&take_key(line));
            let fate = if read.facts.is_none() { Fate::Wrong } else { doubles.take(line, &read) };
            let taken = match fate {
                Fate::Wrong => false,
                Fate::Ready => chosen != "no",
                _ => chosen == "yes",
            };
            let fate = if fate == Fate::Ready && !taken { Fate::Out } else { fate };
            Row { line: line.clone(), read, fate, taken }
        });
        let rows = rows.collect();
        let open = open(&words, draft);
        Self { mapping, words, rows, open }
    }

    /// The commands that register what is taken; new places come first. Nothing while a
    /// question for all rows is open or a column is chosen twice.
    pub(super) fn commands(self, mint: &mut dyn FnMut() -> Id) -> Option<(Vec<Command>, Vec<Id>)> {
        if !self.open.is_empty() || self.mapping.twice().is_some() {
            return None;
        }
        let (mut places, mut ids): (Vec<Place>, Vec<Id>) = (Vec::new(), Vec::new());
        let mut commands = Vec::new();
        for row in self.rows.into_iter().filter(|r| r.taken) {
            let (Some(on), Some(mut facts)) = (row.read.on, row.read.facts) else { continue };
            if let Some(name) = row.read.new_place {
                let known = places.iter().find(|p| p.name == name).map(|p| p.id.clone());
                facts.place = Some(known.unwrap_or_else(|| {
                    let id = mint().to_string();
                    places.push(Place { id: id.clone(), name, open: true });
                    id
                }));
            }
            let id = mint();
            ids.push(id);
            let facts = Box::new(facts);
            commands.push(Command::Register { id, on, facts, then: Vec::new() });
        }
        if !places.is_empty() {
            commands.insert(0, Command::ListPlaces(PlacesListed { places }));
        }
        (!ids.is_empty()).then_some((commands, ids))
    }
}

/// The questions for all rows, and whether some row needs them.
pub(super) fn asked(words: &Words) -> Vec<&'static str> {
    let mut asked = vec!["danger"];
    for (target, key) in [(Target::Against, "against"), (Target::Channel, "channel")] {
        if words.silent.contains(&target) {
            asked.push(key);
        }
    }
    asked.push("reply_by");
    asked
}

fn open(words: &Words, draft: &Draft) -> Vec<&'static str> {
    asked(words).into_iter().filter(|key| draft.get(key).is_empty()).collect()
}

/// What stands in the ledger and in the rows so far: title, day and place.
struct Doubles {
    there: Map<String, String>,
    here: Map<String, usize>,
}

impl Doubles {
    fn of(cx: &FormContext<'_>) -> Self {
        let matters = cx.book.matters().filter_map(|matter| {
            let facts = matter.state.registered.as_ref()?;
            let place = facts.place.as_deref().unwrap_or(&facts.spot);
            Some((key(&facts.title, matter.received_on()?, place), facts.number.clone()))
        });
        Self { there: matters.collect(), here: Map::new() }
    }

    fn take(&mut self, line: &Line, read: &Read) -> Fate {
        let Some(on) = read.on else { return Fate::Wrong };
        let key = key(&read.title, on, read.place_id.as_deref().unwrap_or(&read.place));
        if let Some(number) = self.there.get(&key) {
            return Fate::TwiceThere(number.clone());
        }
        if let Some(number) = self.here.get(&key) {
            return Fate::TwiceHere(*number);
        }
        self.here.insert(key, line.number);
        Fate::Ready
    }
}

fn key(title: &str, on: Date, place: &str) -> String {
    let title: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    format!("{on} {title} {place}")
}
