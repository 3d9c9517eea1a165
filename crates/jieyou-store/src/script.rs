//! Scripts: a ledger written down as a readable play, for training, scenarios and samples.
//!
//! A script goes through [`Journal::submit`] like a person's commands; nothing that
//! `decide` refuses can be played. What depends on hashes is written as a place:
//! `"promise": "@0"` is the first promise of the matter, `"entry": "@2"` its third entry.

mod said;

pub use said::Said;

use crate::event_store::EventStore;
use crate::journal::{Journal, SubmitError};
use jieyou_domain::compact::{self, sort_by};
use jieyou_domain::facts::{
    By, Place, PlacesListed, Post, PostsListed, Registered, TextAdopted, UnitProfile,
};
use jieyou_domain::json::{self, Read as _};
use jieyou_domain::ledger::{Book, Command};
use jieyou_domain::reads;
use jieyou_domain::rules::RuleSet;
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, Id, Realm};
use said::known_fields;
use serde::Serialize;
use serde_json::{Map, Value};
use thiserror::Error;

/// The name of the format.
pub const FORMAT: &str = "jieyou-script";

/// A ledger as a play.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Script {
    /// Always [`FORMAT`].
    pub format: String,
    /// Real or training.
    pub realm: Realm,
    /// The day that the clock shows when the play is over.
    pub today: Date,
    /// For trainers: where the cases come from and what they show.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The unit that keeps the ledger.
    pub unit: UnitProfile,
    /// Its places.
    pub places: Vec<Place>,
    /// Its posts.
    pub posts: Vec<Post>,
    /// What happens. Played by the day it was written down, then in this order.
    pub steps: Vec<Step>,
}

/// One act: a matter registered, or facts recorded about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// The matter's short name; it lives in the script only.
    pub matter: String,
    /// The day of the facts.
    pub on: Date,
    /// The day it was written down, when that was later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<Date>,
    /// The post that wrote it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub post: String,
    /// The facts of a registration, as [`Registered`]; `number` and `registered_on` may
    /// be left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register: Option<Map<String, Value>>,
    /// Further facts of the same act, all or none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Said>,
}

/// Where a script is wrong.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("script/step {at}: {why}")]
pub struct ScriptError {
    /// The step, from 1 in the order of the file; 0 for what stands before the steps.
    pub at: usize,
    /// What is wrong.
    pub why: ScriptWhy,
}

/// What is wrong with a script.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ScriptWhy {
    /// Not JSON of the expected shape; the parser's words.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// Another format.
    #[error("other-format")]
    OtherFormat,
    /// The script is of the other realm than the ledger.
    #[error("other-realm")]
    OtherRealm,
    /// A field that no fact of this type has.
    #[error("unknown-field: {0}")]
    UnknownField(String),
    /// Not a type of fact about a matter.
    #[error("unknown-type: {0}")]
    UnknownType(String),
    /// A step that records nothing.
    #[error("nothing-said")]
    NothingSaid,
    /// A matter is spoken of before it is registered.
    #[error("no-such-matter: {0}")]
    NoSuchMatter(String),
    /// A matter is registered twice.
    #[error("registered-twice: {0}")]
    RegisteredTwice(String),
    /// A place such as `@3` that the matter does not have.
    #[error("no-such-place: {0}")]
    NoSuchPlace(String),
    /// The ledger refused, or the machine could not.
    #[error("{0:?}")]
    Submit(SubmitError),
}

reads!(Script, only { format, realm, today, unit, steps; note, places, posts });
reads!(Step, only { matter, on; written, post, register, events });

impl Step {
    /// The day it was written down.
    pub fn written(&self) -> Date {
        self.written.unwrap_or(self.on)
    }

    fn registered(&self) -> Result<Option<Registered>, ScriptWhy> {
        let Some(said) = &self.register else { return Ok(None) };
        let mut said = said.clone();
        said.entry("number").or_insert_with(|| Value::String(String::new()));
        said.entry("registered_on").or_insert_with(|| Value::String(self.written().to_string()));
        let said = Value::Object(said);
        let read: Registered = Registered::read(said.clone())
            .map_err(|e| ScriptWhy::Unreadable(format!("register: {e}")))?;
        known_fields(&said, &serde_json::to_value(&read).unwrap_or_default())?;
        Ok(Some(read))
    }
}

impl Script {
    /// Reads a script and checks everything that can be checked without playing it.
    ///
    /// # Errors
    ///
    /// Returns the first thing wrong.
    pub fn from_json(text: &str) -> Result<Self, ScriptError> {
        let script: Self = json::read(text)
            .map_err(|e| ScriptError { at: 0, why: ScriptWhy::Unreadable(e.to_string()) })?;
        if script.format != FORMAT {
            return Err(ScriptError { at: 0, why: ScriptWhy::OtherFormat });
        }
        for (step, at) in script.steps.iter().zip(1..) {
            let wrong = |why| ScriptError { at, why };
            let registered = step.registered().map_err(wrong)?;
            if registered.is_none() && step.events.is_empty() {
                return Err(wrong(ScriptWhy::NothingSaid));
            }
            for said in &step.events {
                said.event(None).map_err(wrong)?;
            }
        }
        Ok(script)
    }

    /// The day the ledger begins: no fact and no writing lies before it.
    pub fn begins(&self) -> Date {
        let days = self.steps.iter().flat_map(|s| [s.on, s.written()]);
        days.min().unwrap_or(self.today)
    }
}

/// Plays a script into a ledger, which is empty as a rule: calendar, pack, unit, places
/// and posts first, on the day the ledger begins. `random` fills a slice with random
/// bytes. Returns the id of each matter by its short name.
///
/// # Errors
///
/// Returns the step that was refused; the steps played before it stay.
pub async fn play<S: EventStore>(
    script: &Script,
    journal: &mut Journal<S>,
    pack_text: &str,
    calendar_text: &str,
    mut random: impl FnMut(&mut [u8]),
) -> Result<compact::Map<String, Id>, ScriptError> {
    let begin = |why| ScriptError { at: 0, why };
    if journal.realm() != script.realm {
        return Err(begin(ScriptWhy::OtherRealm));
    }
    let by = |post: &str| By { post: post.to_owned(), unit: script.unit.name.clone() };
    let day = script.begins();
    for command in opening(script, pack_text, calendar_text) {
        let submitted = journal.submit(command, day, by(""), at_work(day), &mut random).await;
        submitted.map_err(|e| begin(ScriptWhy::Submit(e)))?;
    }
    let mut matters: compact::Map<String, Id> = compact::Map::new();
    let mut order: Vec<(usize, &Step)> = (1..).zip(&script.steps).collect();
    sort_by(&mut order, |a, b| a.1.written().cmp(&b.1.written()));
    for (at, step) in order {
        let wrong = |why| ScriptError { at, why };
        let command = command(step, journal.book(), &mut matters, &mut random).map_err(wrong)?;
        let (today, by) = (step.written(), by(&step.post));
        let submitted = journal.submit(command, today, by, at_work(today), &mut random).await;
        submitted.map_err(|e| wrong(ScriptWhy::Submit(e)))?;
    }
    Ok(matters)
}

fn opening(script: &Script, pack: &str, calendar: &str) -> Vec<Command> {
    let name = RuleSet::from_json(pack).map(|p| format!("{} {}", p.id, p.edition));
    let pack = TextAdopted { name: name.unwrap_or_default(), text: pack.to_owned() };
    let calendar = TextAdopted { name: "calendar/cn".to_owned(), text: calendar.to_owned() };
    let mut commands = vec![
        Command::ProfileUnit(script.unit.clone()),
        Command::AdoptCalendar(calendar),
        Command::AdoptPack(pack),
    ];
    if !script.places.is_empty() {
        commands.push(Command::ListPlaces(PlacesListed { places: script.places.clone() }));
    }
    if !script.posts.is_empty() {
        commands.push(Command::ListPosts(PostsListed { posts: script.posts.clone() }));
    }
    commands
}

fn command(
    step: &Step,
    book: &Book,
    matters: &mut compact::Map<String, Id>,
    random: &mut impl FnMut(&mut [u8]),
) -> Result<Command, ScriptWhy> {
    let known = matters.get(&step.matter).copied();
    let matter = known.and_then(|id| book.matter(id)).map(AsRef::as_ref);
    let facts = step.events.iter().map(|said| Ok((step.on, said.event(matter)?)));
    let facts: Vec<_> = facts.collect::<Result<_, ScriptWhy>>()?;
    match (step.registered()?, known) {
        (Some(_), Some(_)) => Err(ScriptWhy::RegisteredTwice(step.matter.clone())),
        (None, None) => Err(ScriptWhy::NoSuchMatter(step.matter.clone())),
        (None, Some(matter)) => Ok(Command::Record { matter, facts }),
        (Some(registered), None) => {
            let mut bytes = [0; 10];
            random(&mut bytes);
            let id = Id::from_bytes(bytes);
            matters.insert(step.matter.clone(), id);
            let facts_of = Box::new(registered);
            Ok(Command::Register { id, on: step.on, facts: facts_of, then: facts })
        }
    }
}

/// Nine in the morning at UTC+8, in milliseconds since 1970; the journal's clock orders
/// what is written on one day.
fn at_work(day: Date) -> u64 {
    let epoch = parse_date("1970-01-01").unwrap_or_default();
    u64::try_from((day - epoch).num_milliseconds()).unwrap_or_default() + 3_600_000
}
