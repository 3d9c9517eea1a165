//! One step as a command of the desk it happens on.

use super::said::known_fields;
use super::{ScriptWhy, Step, at_work};
use crate::event_store::EventStore;
use crate::journal::Journal;
use jieyou_domain::Id;
use jieyou_domain::compact;
use jieyou_domain::facts::{By, LinkKind, Registered, SealedFollowed, SealedRecorded, UnitProfile};
use jieyou_domain::json::{Fields, Read, Write};
use jieyou_domain::ledger::{Book, Command};
use serde_json::{Map, Value};

/// The matters of a play by their short names.
type Matters = compact::Map<String, Id>;

impl Step {
    /// Checks what can be checked without playing it.
    pub(super) fn check(&self) -> Result<(), ScriptWhy> {
        let said = self.registered()?.is_some() || !self.events.is_empty();
        let others = [&self.split, &self.link, &self.seal, &self.follow];
        if !said && others.iter().all(|other| other.is_none()) {
            return Err(ScriptWhy::NothingSaid);
        }
        self.events.iter().try_for_each(|said| said.event(None).map(drop))
    }

    /// Plays it on the desk of `unit`.
    pub(super) async fn play<S: EventStore>(
        &self,
        unit: &UnitProfile,
        journal: &mut Journal<S>,
        matters: &mut Matters,
        random: &mut impl FnMut(&mut [u8]),
    ) -> Result<(), ScriptWhy> {
        let command = self.command(journal.book(), matters, random)?;
        let by = By { post: self.post.clone(), unit: unit.name.clone() };
        let today = self.written();
        let submitted = journal.submit(command, today, by, at_work(today), random).await;
        submitted.map(drop).map_err(ScriptWhy::Submit)
    }

    fn registered(&self) -> Result<Option<Registered>, ScriptWhy> {
        let Some(said) = &self.register else { return Ok(None) };
        let mut said = said.clone();
        said.entry("number").or_insert_with(|| Value::String(String::new()));
        said.entry("registered_on").or_insert_with(|| Value::String(self.written().to_string()));
        read("register", said).map(Some)
    }

    fn command(
        &self,
        book: &Book,
        matters: &mut Matters,
        random: &mut impl FnMut(&mut [u8]),
    ) -> Result<Command, ScriptWhy> {
        let known = matters.get(&self.matter).copied();
        let of = |name: &str| {
            let id = matters.get(name).copied();
            id.ok_or_else(|| ScriptWhy::NoSuchMatter(name.to_owned()))
        };
        let on = self.on;
        if let Some(said) = &self.link {
            let (mut fields, other) = named(said, "other")?;
            let (matter, other) = (of(&self.matter)?, of(&other)?);
            let how: LinkKind = fields.take("how").map_err(unreadable("link"))?;
            let note = fields.or_default("note").map_err(unreadable("link"))?;
            return Ok(Command::Link { matter, other, on, how, note });
        }
        if let Some(said) = &self.split {
            let (mut fields, into) = named(said, "into")?;
            let matter = of(&self.matter)?;
            let claims = fields.take("claims").map_err(unreadable("split"))?;
            let title = fields.take("title").map_err(unreadable("split"))?;
            let why = fields.or_default("why").map_err(unreadable("split"))?;
            let id = name(into, matters, random)?;
            return Ok(Command::Split { matter, id, on, claims, title, why });
        }
        if let Some(said) = &self.follow {
            let facts: SealedFollowed = read("follow", said.clone())?;
            return Ok(Command::FollowSealed { id: of(&self.matter)?, on, facts });
        }
        if let Some(said) = &self.seal {
            let mut said = said.clone();
            said.entry("number").or_insert_with(|| Value::String(String::new()));
            let facts: SealedRecorded = read("seal", said)?;
            let id = name(self.matter.clone(), matters, random)?;
            return Ok(Command::Seal { id, on, facts });
        }
        let matter = known.and_then(|id| book.matter(id)).map(AsRef::as_ref);
        let facts = self.events.iter().map(|said| Ok((on, said.event(matter)?)));
        let facts: Vec<_> = facts.collect::<Result<_, ScriptWhy>>()?;
        match self.registered()? {
            None => Ok(Command::Record { matter: of(&self.matter)?, facts }),
            Some(registered) => {
                let id = name(self.matter.clone(), matters, random)?;
                Ok(Command::Register { id, on, facts: Box::new(registered), then: facts })
            }
        }
    }
}

/// A new matter under a short name.
fn name(
    name: String,
    matters: &mut Matters,
    random: &mut impl FnMut(&mut [u8]),
) -> Result<Id, ScriptWhy> {
    if matters.get(&name).is_some() {
        return Err(ScriptWhy::RegisteredTwice(name));
    }
    let mut bytes = [0; 10];
    random(&mut bytes);
    let id = Id::from_bytes(bytes);
    matters.insert(name, id);
    Ok(id)
}

fn named(said: &Map<String, Value>, field: &str) -> Result<(Fields, String), ScriptWhy> {
    let fields = Fields::of(Value::Object(said.clone())).map_err(unreadable(field));
    let mut fields = fields?;
    let name = fields.take(field).map_err(unreadable(field))?;
    Ok((fields, name))
}

fn unreadable(what: &str) -> impl Fn(jieyou_domain::json::Wrong) -> ScriptWhy + '_ {
    move |e| ScriptWhy::Unreadable(format!("{what}: {e}"))
}

fn read<T: Read + Write>(what: &str, said: Map<String, Value>) -> Result<T, ScriptWhy> {
    let said = Value::Object(said);
    let read = T::read(said.clone()).map_err(unreadable(what))?;
    known_fields(&said, &read.write())?;
    Ok(read)
}
