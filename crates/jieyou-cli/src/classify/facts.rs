//! One line of input: the facts of a matter that is not registered anywhere.

use jieyou_domain::Date;
use jieyou_domain::facts::*;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// The facts of a line.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    /// What kind of unit looks at it.
    pub(super) unit: UnitKind,
    /// The day it was received.
    pub(super) received_on: Date,
    /// As it would be registered.
    pub(super) registered: Registered,
}

/// What is wrong with a line: a code, the field where there is one, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    code: &'static str,
    field: String,
    why: String,
}

impl Wrong {
    pub(super) fn new(code: &'static str, field: &str, why: impl ToString) -> Self {
        Self { code, field: field.to_owned(), why: why.to_string() }
    }
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.field.as_str() {
            "" => write!(f, "{}: {}", self.code, self.why),
            field => write!(f, "{}: {field}: {}", self.code, self.why),
        }
    }
}

impl Facts {
    /// Reads a line; `number` is what a matter without one is called.
    pub(super) fn read(line: &str, number: &str) -> Result<Self, Wrong> {
        let not_json = |e: serde_json::Error| Wrong::new("input/not-json", "", e);
        let Value::Object(mut fields) = serde_json::from_str(line).map_err(not_json)? else {
            return Err(Wrong::new("input/fields", "", "not an object"));
        };
        let received_on: Date = match fields.remove("received_on") {
            Some(value) => of("received_on", value)?,
            None => return Err(Wrong::new("input/missing", "received_on", "is missing")),
        };
        let unit = match fields.remove("unit") {
            Some(value) => of("unit", value)?,
            None => UnitKind::Township,
        };
        let mut registered = plain(received_on, number);
        for (field, value) in fields {
            set(&mut registered, &field, value)?;
        }
        Ok(Self { unit, received_on, registered })
    }
}

/// A registration that says nothing but the day.
fn plain(received_on: Date, number: &str) -> Registered {
    Registered {
        number: number.to_owned(),
        registered_on: received_on,
        danger: Danger::Unknown,
        channel: Channel::Visit,
        outside: None,
        order: None,
        place: None,
        spot: String::new(),
        title: String::new(),
        story: String::new(),
        claims: vec![Claim { text: String::new(), against: CounterParty::Unknown }],
        households: None,
        people: None,
        reply_by: ReplyBy::Phone,
        kind: None,
        class: None,
        category: None,
        must_by: None,
        answers: Default::default(),
        split_from: None,
    }
}

fn of<T: DeserializeOwned>(field: &str, value: Value) -> Result<T, Wrong> {
    serde_json::from_value(value).map_err(|e| Wrong::new("input/value", field, e))
}

fn set(facts: &mut Registered, field: &str, value: Value) -> Result<(), Wrong> {
    match field {
        "number" => facts.number = of(field, value)?,
        "registered_on" => facts.registered_on = of(field, value)?,
        "danger" => facts.danger = of(field, value)?,
        "channel" => facts.channel = of(field, value)?,
        "outside" => facts.outside = of(field, value)?,
        "order" => facts.order = of(field, value)?,
        "place" => facts.place = of(field, value)?,
        "spot" => facts.spot = of(field, value)?,
        "title" => facts.title = of(field, value)?,
        "story" => facts.story = of(field, value)?,
        "claims" => facts.claims = claims(value)?,
        "households" => facts.households = of(field, value)?,
        "people" => facts.people = of(field, value)?,
        "reply_by" => facts.reply_by = of(field, value)?,
        "kind" => facts.kind = of(field, value)?,
        "class" => facts.class = of(field, value)?,
        "category" => facts.category = of(field, value)?,
        "must_by" => facts.must_by = of(field, value)?,
        "answers" => facts.answers = of(field, value)?,
        _ => return Err(Wrong::new("input/fields", field, "no such field")),
    }
    Ok(())
}

/// Claims, of which text and counter-party may be left out; at least one.
fn claims(value: Value) -> Result<Vec<Claim>, Wrong> {
    let given: Vec<Map<String, Value>> = of("claims", value)?;
    if given.is_empty() {
        return Err(Wrong::new("input/value", "claims", "there is none"));
    }
    let claim = |(at, mut given): (usize, Map<String, Value>)| {
        let field = |name: &str| format!("claims[{at}].{name}");
        let text = given.remove("text").unwrap_or_else(|| json!(""));
        let against = given.remove("against").unwrap_or_else(|| json!("unknown"));
        if let Some(name) = given.keys().next() {
            return Err(Wrong::new("input/fields", &field(name), "no such field"));
        }
        Ok(Claim { text: of(&field("text"), text)?, against: of(&field("against"), against)? })
    };
    given.into_iter().enumerate().map(claim).collect()
}
