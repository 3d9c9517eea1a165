//! Scripts: a ledger written down as a readable play, for training, scenarios and samples.
//!
//! A script goes through [`Journal::submit`] like a person's commands; nothing that
//! `decide` refuses can be played. What depends on hashes is written as a place:
//! `"promise": "@0"` is the first promise of the matter, `"entry": "@2"` its third entry.
//! What another unit does (`"by": "柳树屯村"`) is played on that unit's own desk, see
//! [`play_between`].

mod act;
mod desks;
mod said;

pub use desks::play_between;
pub use said::Said;

use crate::event_store::EventStore;
use crate::journal::{Journal, SubmitError};
use jieyou_domain::compact::{self, sort_by};
use jieyou_domain::facts::{By, Place, PlacesListed, Post, PostsListed, TextAdopted, UnitProfile};
use jieyou_domain::json;
use jieyou_domain::ledger::Command;
use jieyou_domain::reads;
use jieyou_domain::rules::RuleSet;
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, Id, Realm};
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
    /// Other units that take part, each with a ledger of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<UnitProfile>,
    /// What happens. Played by the day it was written down, then in this order.
    pub steps: Vec<Step>,
}

/// One act: a matter registered, or facts recorded about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
    /// The unit on whose desk it happens; empty for the unit that keeps the ledger.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// The facts of a registration, as [`Registered`]; `number` and `registered_on` may
    /// be left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register: Option<Map<String, Value>>,
    /// Further facts of the same act, all or none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Said>,
    /// Claims made a matter of their own: `claims`, `title`, `why`, and `into`, the new
    /// matter's short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<Map<String, Value>>,
    /// The matter joined into or linked with another: `other`, `how`, `note`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Map<String, Value>>,
    /// Recorded by number only; `number` may be left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal: Option<Map<String, Value>>,
    /// How what is recorded by number only went on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follow: Option<Map<String, Value>>,
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
    /// A step of a unit that does not take part, or that has no desk here.
    #[error("no-such-unit: {0}")]
    NoSuchUnit(String),
    /// What one unit wrote could not be read by the other.
    #[error("not-handed-over: {0}")]
    NotHandedOver(String),
    /// A place such as `@3` that the matter does not have.
    #[error("no-such-place: {0}")]
    NoSuchPlace(String),
    /// The ledger refused, or the machine could not.
    #[error("{0:?}")]
    Submit(SubmitError),
}

reads!(Script, only { format, realm, today, unit, steps; note, places, posts, others });
reads!(Step, only {
    matter, on;
    written, post, by, register, events, split, link, seal, follow
});

impl Step {
    /// The day it was written down.
    pub fn written(&self) -> Date {
        self.written.unwrap_or(self.on)
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
            step.check().map_err(wrong)?;
            let is_there = |unit: &UnitProfile| unit.name == step.by;
            if !step.by.is_empty() && !is_there(&script.unit) && !script.others.iter().any(is_there)
            {
                return Err(wrong(ScriptWhy::NoSuchUnit(step.by.clone())));
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
    begin_ledger(script, &script.unit, journal, (pack_text, calendar_text), &mut random).await?;
    let mut matters: compact::Map<String, Id> = compact::Map::new();
    for (at, step) in in_order(script) {
        let wrong = |why| ScriptError { at, why };
        if !step.by.is_empty() && step.by != script.unit.name {
            return Err(wrong(ScriptWhy::NoSuchUnit(step.by.clone())));
        }
        let played = step.play(&script.unit, journal, &mut matters, &mut random).await;
        played.map_err(wrong)?;
    }
    Ok(matters)
}

/// The steps with their places in the file, by the day they were written down.
fn in_order(script: &Script) -> Vec<(usize, &Step)> {
    let mut order: Vec<(usize, &Step)> = (1..).zip(&script.steps).collect();
    sort_by(&mut order, |a, b| a.1.written().cmp(&b.1.written()));
    order
}

/// Calendar, pack, profile; places and posts where it is the script's own unit.
async fn begin_ledger<S: EventStore>(
    script: &Script,
    unit: &UnitProfile,
    journal: &mut Journal<S>,
    (pack, calendar): (&str, &str),
    random: &mut impl FnMut(&mut [u8]),
) -> Result<(), ScriptError> {
    let day = script.begins();
    for command in opening(script, unit, pack, calendar) {
        let by = By { post: String::new(), unit: unit.name.clone() };
        let submitted = journal.submit(command, day, by, at_work(day), &mut *random).await;
        submitted.map_err(|e| ScriptError { at: 0, why: ScriptWhy::Submit(e) })?;
    }
    Ok(())
}

fn opening(script: &Script, unit: &UnitProfile, pack: &str, calendar: &str) -> Vec<Command> {
    let name = RuleSet::from_json(pack).map(|p| format!("{} {}", p.id, p.edition));
    let pack = TextAdopted { name: name.unwrap_or_default(), text: pack.to_owned() };
    let calendar = TextAdopted { name: "calendar/cn".to_owned(), text: calendar.to_owned() };
    let mut commands = vec![
        Command::ProfileUnit(unit.clone()),
        Command::AdoptCalendar(calendar),
        Command::AdoptPack(pack),
    ];
    let is_own = unit.name == script.unit.name;
    if is_own && !script.places.is_empty() {
        commands.push(Command::ListPlaces(PlacesListed { places: script.places.clone() }));
    }
    if is_own && !script.posts.is_empty() {
        commands.push(Command::ListPosts(PostsListed { posts: script.posts.clone() }));
    }
    commands
}

/// Nine in the morning at UTC+8, in milliseconds since 1970; the journal's clock orders
/// what is written on one day.
fn at_work(day: Date) -> u64 {
    let epoch = parse_date("1970-01-01").unwrap_or_default();
    u64::try_from((day - epoch).num_milliseconds()).unwrap_or_default() + 3_600_000
}
