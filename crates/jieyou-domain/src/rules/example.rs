//! Examples of rules: a small matter and what is owed on given days. They run as tests
//! and in the app, where a trainer moves the clock over them.

use super::engine::Said;
use super::obligation::{Due, Obligation, Standing};
use super::pack::{RuleSet, Words};
use crate::classify::assess;
use crate::facts::{By, UnitKind};
use crate::ids::{EntryId, Id, Subject};
use crate::json::{Fields, Object, Value};
use crate::ledger::{Book, Entry, Event, Matter, Stamp};
use crate::time::{Calendar, CountError, Date, Term, Unit, count};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// An example of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The rule it shows.
    pub rule: String,
    /// What it shows.
    pub title: Words,
    /// The rule whose day is looked at, where the one shown only acts on it.
    #[serde(default)]
    pub look_at: String,
    /// What the unit is; a township when not said.
    #[serde(default)]
    pub unit: Option<UnitKind>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The unit that registered it, where that is another.
    #[serde(default)]
    pub by: String,
    /// The day received.
    #[serde(default)]
    pub on: Option<Date>,
    /// Fields of the registration, laid over a plain one.
    #[serde(default)]
    pub matter: Value,
    /// What happened.
    #[serde(default)]
    pub events: Vec<Happened>,
    /// Nothing but a count.
    #[serde(default)]
    pub count: Option<Counting>,
    /// What must be true.
    pub looks: Vec<Look>,
}

/// One thing that happened in an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Happened {
    /// The day.
    pub on: Date,
    /// The day it was written down, where that is another.
    #[serde(default)]
    pub written: Option<Date>,
    /// The unit that wrote it, where that is another.
    #[serde(default)]
    pub by: String,
    /// The event's type.
    #[serde(rename = "type")]
    pub code: String,
    /// Its data.
    #[serde(default)]
    pub data: Value,
}

/// A count without a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// The start day, not counted.
    pub start: Date,
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
    /// Whether a last day that is a rest day rolls.
    #[serde(default)]
    pub roll: bool,
}

/// What must be true on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// The day; none for a count.
    #[serde(default)]
    pub on: Option<Date>,
    /// How it stands, as [`Got::is`] says it; empty when not looked at.
    #[serde(default)]
    pub is: String,
    /// By when, as [`Got::due`] says it; empty when not looked at.
    #[serde(default)]
    pub due: String,
    /// The rolled day of a citizen's right.
    #[serde(default)]
    pub hint: Option<Date>,
}

impl crate::json::Read for Happened {
    fn read(value: Value) -> Result<Self, crate::json::Wrong> {
        let mut fields = Fields::of(value)?;
        fields.only(&["on", "written", "by", "type", "data"])?;
        Ok(Self {
            on: fields.take("on")?,
            written: fields.or_default("written")?,
            by: fields.or_default("by")?,
            code: fields.take("type")?,
            data: fields.or_default("data")?,
        })
    }
}
crate::reads!(Example, only {
    rule, title, looks;
    look_at, unit, name, by, on, matter, events, count
});
crate::reads!(Counting, only { start, n, unit; roll });
crate::reads!(Look, only { ; on, is, due, hint });

/// What is found on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Got {
    /// `running`, `suspended`, `overdue`, `closed`, `ended`, `not started`, `met 2026-05-26`,
    /// `met late 2026-05-27`, `said`, or `nothing`.
    pub is: String,
    /// An ISO date; `-` while not started; `2027 not published, 2027-01-21`.
    pub due: String,
    /// The rolled day of a citizen's right.
    pub hint: Option<Date>,
    /// The obligation itself, where there is one.
    pub obligation: Option<Obligation>,
}

impl Got {
    /// How an obligation stands.
    pub fn of(o: Obligation) -> Self {
        let (is, due) = (standing(o.standing), day(&o.due));
        Self { is, due, hint: o.hint, obligation: Some(o) }
    }

    /// Whether this is what was expected.
    pub fn is_as(&self, look: &Look) -> bool {
        (look.is.is_empty() || look.is == self.is)
            && (look.due.is_empty() || look.due == self.due)
            && (look.hint.is_none() || look.hint == self.hint)
    }
}

/// Reads a file of examples: `{"name": "…", "examples": […]}`. The name is that of the
/// unit where an example says none.
///
/// # Errors
///
/// Returns what is wrong, and where.
pub fn read_examples(text: &str) -> Result<Vec<Example>, crate::json::Wrong> {
    struct File {
        name: String,
        examples: Vec<Example>,
    }
    crate::reads!(File, only { examples; name });
    let mut file = crate::json::read::<File>(text)?;
    for example in file.examples.iter_mut().filter(|e| e.name.is_empty()) {
        example.name.clone_from(&file.name);
    }
    Ok(file.examples)
}

impl Example {
    /// The rule whose day is looked at.
    pub fn looked_at(&self) -> &str {
        if self.look_at.is_empty() { &self.rule } else { &self.look_at }
    }

    /// What is found on `on` under these rules and this calendar; a count has no day.
    ///
    /// # Errors
    ///
    /// Returns what of the example does not read.
    pub fn look(
        &self,
        rules: &Arc<RuleSet>,
        calendar: &Arc<Calendar>,
        on: Option<Date>,
    ) -> Result<Got, String> {
        let Some(on) = on else { return Ok(self.counted(calendar)) };
        let book = self.book(rules, calendar, on)?;
        let matter = Self::matter(&book).ok_or("no matter")?;
        let assessment = assess(matter, &book, on).ok_or("no answer")?;
        let id = self.looked_at();
        if let Some(o) = assessment.obligations.into_iter().find(|o| o.rule == id) {
            return Ok(Got::of(o));
        }
        let is_said = assessment.said.iter().any(|s: &Said| s.rule == id);
        let is = if is_said { "said" } else { "nothing" };
        Ok(Got { is: is.to_owned(), ..Got::default() })
    }

    fn counted(&self, calendar: &Calendar) -> Got {
        let Some(c) = self.count else { return Got::default() };
        let due = match count(c.start, Term { n: c.n, unit: c.unit }, c.roll, &[], calendar) {
            Ok(counted) => Due::On(counted.due),
            Err(CountError::YearNotPublished { year, unrolled }) => {
                Due::Unanswerable { year, unrolled }
            }
            Err(CountError::OutOfRange) => Due::NotStarted,
        };
        Got { due: day(&due), ..Got::default() }
    }

    /// Its matter, in its ledger.
    pub fn matter(book: &Book) -> Option<&Matter> {
        book.matter(SUBJECT.id).map(AsRef::as_ref)
    }

    /// The ledger of the example as it was written down by `on`.
    ///
    /// # Errors
    ///
    /// Returns what of the example does not read.
    pub fn book(
        &self,
        rules: &Arc<RuleSet>,
        calendar: &Arc<Calendar>,
        on: Date,
    ) -> Result<Book, String> {
        let name = if self.name.is_empty() { "QH" } else { &self.name };
        let kind = self.unit.unwrap_or(UnitKind::Township).code();
        let received = self.on.ok_or("on")?;
        let text = |text: &str| Value::from(text);
        let mut matter = Object::default();
        for (key, value) in [
            ("number", text("QH-0001")),
            ("registered_on", text(&received.to_string())),
            ("danger", text("no")),
            ("channel", text("visit")),
            ("title", text("-")),
            ("reply_by", text("phone")),
        ] {
            matter.set(key, value);
        }
        let claim = object([("text", text("-")), ("against", text("unknown"))]);
        matter.set("claims", Value::Array(vec![claim]));
        if let Value::Object(own) = &self.matter {
            own.iter().for_each(|(key, value)| matter.set(key, value.clone()));
        }
        let unit = object([("kind", text(kind)), ("name", text(name)), ("code", text("QH"))]);
        let mut written = vec![
            (SUBJECT_LEDGER, received, "unit.profiled", unit, name),
            (SUBJECT, received, "matter.registered", matter.done(), self.by.as_str()),
        ];
        for event in self.events.iter().filter(|e| e.written.unwrap_or(e.on) <= on) {
            written.push((SUBJECT, event.on, &event.code, event.data.clone(), &event.by));
        }
        let mut entries: Vec<Arc<Entry>> = Vec::new();
        for (at, (subject, on, code, mut data, by)) in written.into_iter().enumerate() {
            if data.is_null() {
                data = Value::Object(serde_json::Map::new());
            }
            name_promise(&mut data, &entries);
            let event = Event::from_parts(code, data).map_err(|e| format!("{code}: {e:?}"))?;
            let at = u64::try_from(at).unwrap_or_default();
            let unit = if by.is_empty() { name } else { by }.to_owned();
            let by = By { post: String::new(), unit }.into();
            let time = Stamp { ms: at, count: 0 };
            let event = Some(event);
            entries.push(Arc::new(Entry { id: entry_id(at), time, on, by, subject, event }));
        }
        Ok(Book::on_basis(Arc::clone(rules), Arc::clone(calendar)).apply_all(&entries))
    }
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut object = Object::default();
    fields.into_iter().for_each(|(key, value)| object.set(key, value));
    object.done()
}

/// `"promise": "@1"` names the second promise that was made before.
fn name_promise(data: &mut Value, before: &[Arc<Entry>]) {
    let named = data.get("promise").and_then(Value::as_str).and_then(|p| p.strip_prefix('@'));
    let Some(n) = named.and_then(|n| n.parse::<usize>().ok()) else { return };
    let made = before.iter().flat_map(|entry| {
        let promises = match &entry.event {
            Some(Event::Agreed(agreed)) => agreed.terms.len(),
            Some(Event::Replied(reply)) => usize::from(reply.carry_out_by.is_some()),
            _ => 0,
        };
        (0..promises).map(|at| crate::ledger::promise_key(entry.id, at))
    });
    if let Some(key) = made.into_iter().nth(n) {
        data["promise"] = Value::from(key);
    }
}

/// The matter of an example.
const SUBJECT: Subject = Subject::matter(Id::from_bytes([1; 10]));
const SUBJECT_LEDGER: Subject = Subject::ledger(Id::from_bytes([0; 10]));

/// Ids in order, different from their first byte on, since keys of promises are cut short.
fn entry_id(at: u64) -> EntryId {
    let mut id = [0; 32];
    id[..8].copy_from_slice(&(at + 1).to_be_bytes());
    EntryId::from_bytes(id)
}

fn standing(standing: Standing) -> String {
    match standing {
        Standing::Overdue => "overdue".to_owned(),
        Standing::Running => "running".to_owned(),
        Standing::Suspended => "suspended".to_owned(),
        Standing::NotStarted => "not started".to_owned(),
        Standing::Closed => "closed".to_owned(),
        Standing::Met(on) => format!("met {on}"),
        Standing::MetLate(on) => format!("met late {on}"),
        Standing::Ended => "ended".to_owned(),
    }
}

fn day(due: &Due) -> String {
    match due {
        Due::On(day) => day.to_string(),
        Due::NotStarted => "-".to_owned(),
        Due::Unanswerable { year, unrolled: Some(day) } => format!("{year} not published, {day}"),
        Due::Unanswerable { year, unrolled: None } => format!("{year} not published"),
    }
}
