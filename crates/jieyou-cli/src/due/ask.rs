//! One line of input: what is asked, or what is wrong with the line.

use jieyou_domain::Date;
use jieyou_domain::time::{Unit, parse_date};
use serde::Deserialize;
use serde_json::error::Category;
use serde_json::value::RawValue;

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// Echoed as it was written.
    pub id: &'a RawValue,
    /// The day the term starts, which is not counted.
    pub start: Date,
    /// What the term is counted in.
    pub unit: Unit,
    /// How many. A number too large for any date is as good as the largest.
    pub n: u32,
    /// Whether a last day that is a rest day moves on.
    pub roll: bool,
}

/// Why a line is no question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Longer than 1 MiB.
    TooLong,
    /// Not JSON; the parser's words.
    NotJson(String),
    /// JSON, but not an object with these fields; the parser's words.
    NotAQuestion(String),
    /// A field is missing.
    Missing(&'static str),
    /// A field has a value that it cannot have; what it can have.
    Value(&'static str, &'static str),
}

impl InputError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "input/too-long",
            Self::NotJson(_) => "input/not-json",
            Self::NotAQuestion(_) => "input/fields",
            Self::Missing(_) => "input/missing",
            Self::Value("start", _) => "input/start",
            Self::Value("kind", _) => "input/kind",
            Self::Value("n", _) => "input/n",
            Self::Value(..) => "input/roll",
        }
    }

    /// In words.
    pub fn message(&self) -> String {
        match self {
            Self::TooLong => "the line is longer than 1 MiB".to_owned(),
            Self::NotJson(why) | Self::NotAQuestion(why) => why.clone(),
            Self::Missing(field) => format!("{field:?} is missing"),
            Self::Value(field, can) => format!("{field:?} must be {can}"),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields<'a> {
    // `null` is an id like any other, so a missing one has to be told apart.
    #[serde(borrow, default, deserialize_with = "present")]
    id: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    start: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    kind: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    n: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    roll: Option<&'a RawValue>,
}

/// Only the id, for an answer to a line whose other fields are wrong.
#[derive(Deserialize)]
struct IdOnly<'a> {
    #[serde(borrow, default, deserialize_with = "present")]
    id: Option<&'a RawValue>,
}

fn present<'de: 'a, 'a, D>(d: D) -> Result<Option<&'a RawValue>, D::Error>
where
    D: serde::Deserializer<'de>,
{
    <&RawValue>::deserialize(d).map(Some)
}

type Refused<'a> = (Option<&'a RawValue>, InputError);

impl<'a> Ask<'a> {
    /// Reads a line. Refused with the id, where that much can be read.
    ///
    /// # Errors
    ///
    /// Returns the first thing wrong.
    pub fn read(line: &'a [u8]) -> Result<Self, Refused<'a>> {
        let text = std::str::from_utf8(line)
            .map_err(|e| (None, InputError::NotJson(format!("not UTF-8: {e}"))))?;
        // Serde would read an array as the fields in order.
        if !text.starts_with('{') {
            let why = match serde_json::from_str::<serde::de::IgnoredAny>(text) {
                Ok(_) => InputError::NotAQuestion("not an object".to_owned()),
                Err(e) => InputError::NotJson(e.to_string()),
            };
            return Err((None, why));
        }
        let fields: Fields<'a> = serde_json::from_str(text).map_err(|e| refuse(text, &e))?;
        let id = fields.id;
        Self::from_fields(&fields).map_err(|error| (id, error))
    }

    fn from_fields(fields: &Fields<'a>) -> Result<Self, InputError> {
        let id = fields.id.ok_or(InputError::Missing("id"))?;
        let start = fields.start.ok_or(InputError::Missing("start"))?;
        let kind = fields.kind.ok_or(InputError::Missing("kind"))?;
        let n = fields.n.ok_or(InputError::Missing("n"))?;
        let start = serde_json::from_str::<String>(start.get()).ok();
        let start = start
            .and_then(|s| parse_date(&s))
            .ok_or(InputError::Value("start", "a date that exists, as \"2026-02-12\""))?;
        let unit = serde_json::from_str::<Unit>(kind.get()).map_err(|_e| {
            InputError::Value(
                "kind",
                "\"calendar_days\", \"working_days\", \"months\" or \"years\"",
            )
        })?;
        let n = number(n.get()).ok_or(InputError::Value("n", "an integer from 0"))?;
        let roll = match fields.roll.map(RawValue::get) {
            Some("true") => true,
            Some("false" | "null") | None => false,
            Some(_) => return Err(InputError::Value("roll", "true, false or null")),
        };
        Ok(Self { id, start, unit, n, roll })
    }
}

/// Reads digits; a number that does not fit ends after every date anyway.
fn number(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().unwrap_or(u32::MAX))
}

fn refuse<'a>(text: &'a str, error: &serde_json::Error) -> Refused<'a> {
    let why = error.to_string();
    if error.classify() != Category::Data {
        return (None, InputError::NotJson(why));
    }
    // Unknown fields are left aside here, but the whole line must be JSON.
    match serde_json::from_str::<IdOnly<'a>>(text) {
        Ok(line) => (line.id, InputError::NotAQuestion(why)),
        Err(e) if e.classify() == Category::Data => (None, InputError::NotAQuestion(why)),
        Err(e) => (None, InputError::NotJson(e.to_string())),
    }
}
